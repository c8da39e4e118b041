// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/samtemplate.h"

#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;
using Kind = ProjectNote::Kind;

Q_DECLARE_METATYPE(coldframe::ProjectNote::Kind)

namespace {

const QString SamDirectory = QStringLiteral(COLDFRAME_SOURCE_DIR "/tests/data/workspaces/sam");

/// A template with one function, "F", that has these property lines (from line 9 on).
QByteArray withProperties(const QByteArray &lines)
{
    QByteArray indented = lines;
    indented.replace("\n", "\n      ");
    return "Parameters:\n"
           "  Stage: {Type: String, Default: dev}\n"
           "Resources:\n"
           "  F:\n"
           "    Type: AWS::Serverless::Function\n"
           "    Properties:\n"
           "      CodeUri: src\n"
           "      Runtime: python3.12\n"
           "      Handler: app.handler\n"
           "      "
        + indented + "\n";
}

Result<SamTemplate> read(const QByteArray &text)
{
    return parseSamTemplate(text, SamDirectory + u"/template.yaml"_qs);
}

QStringList described(const std::vector<ProjectNote> &notes)
{
    QStringList texts;
    for (const ProjectNote &note : notes)
        texts.append(
            u"%1 %2 %3"_qs.arg(static_cast<int>(note.kind)).arg(note.line).arg(note.detail));
    return texts;
}

QString described(Kind kind, int line, const char *detail)
{
    return described({{kind, QString::fromUtf8(detail), {}, line}}).first();
}

} // namespace

class tst_SamTemplate : public QObject
{
    Q_OBJECT

private slots:
    void readsFunctionsWithGlobals();
    void notesWhatItDoesNotDo();
    void bundledExampleIsFullyUnderstood();
    void notesWhatAPropertyCannotBe_data();
    void notesWhatAPropertyCannotBe();
    void readsLogging_data();
    void readsLogging();
    void readsSnapStart_data();
    void readsSnapStart();
    void readsRuntimesOfAnyKind_data();
    void readsRuntimesOfAnyKind();
    void layersMayBeArchives();
    void twoVersionsOfOneLayer();
    void keepsEnvironmentValuesAsWritten_data();
    void keepsEnvironmentValuesAsWritten();
    void leavesOutFunctionsWithoutAFolder_data();
    void leavesOutFunctionsWithoutAFolder();
    void mergesGlobals_data();
    void mergesGlobals();
    void otherYamlHasNoFunctions_data();
    void otherYamlHasNoFunctions();
    void namesStayUnique();
    void notesDuplicateKeys();
    void saysWhyAFileCannotBeRead();
    void survivesBeingCutAnywhere();
};

COLDFRAME_TEST(tst_SamTemplate);

void tst_SamTemplate::readsFunctionsWithGlobals()
{
    const Result<SamTemplate> result = readSamTemplate(SamDirectory + u"/template.yml"_qs);

    QVERIFY(result);
    QVERIFY(result->hasResources);
    QCOMPARE(result->functions.size(), std::size_t(2));
    FunctionConfig orders;
    orders.name = u"Orders"_qs;
    orders.runtime = u"python3.12"_qs;
    orders.handler = u"app.handler"_qs;
    orders.codeDirectory = QDir::cleanPath(SamDirectory) + u"/src"_qs;
    orders.memory = MebiBytes{512};
    orders.timeout = 20s;
    orders.architecture = Architecture::Arm64;
    orders.ephemeralStorage = MebiBytes{1024};
    orders.layers = {QDir::cleanPath(SamDirectory) + u"/layer"_qs};
    orders.environment
        = {{u"STAGE"_qs, u"dev"_qs},          {u"SHARED"_qs, u"own"_qs},
           {u"TABLE"_qs, u"!Ref Table"_qs},   {u"BUCKET"_qs, u"orders-dev-us-east-1"_qs},
           {u"SECRET"_qs, u"!Ref Secret"_qs}, {u"FLAG"_qs, u"yes"_qs}};
    QVERIFY((result->functions[0] == TemplateFunction{u"Orders"_qs, orders, 31}));
    FunctionConfig plain; // Globals are not for AWS::Lambda::Function
    plain.name = u"plain-function"_qs;
    plain.runtime = u"python3.13"_qs;
    plain.handler = u"app.handler"_qs;
    plain.codeDirectory = orders.codeDirectory;
    QVERIFY((result->functions[1] == TemplateFunction{u"Plain"_qs, plain, 52}));
}

void tst_SamTemplate::notesWhatItDoesNotDo()
{
    const Result<SamTemplate> result = readSamTemplate(SamDirectory + u"/template.yml"_qs);

    QVERIFY(result);
    QCOMPARE(described(result->notes),
             (QStringList{
                 described(Kind::IgnoredProperty, 16, "Tracing"), // once, not with each function
                 described(Kind::IgnoredResource, 23, "Table (AWS::DynamoDB::Table)"),
                 described(Kind::UnsupportedLayer, 41,
                           "arn:aws:lambda:us-east-1:123456789012:layer:tools:3"),
                 described(Kind::UnresolvedIntrinsic, 45, "TABLE: !Ref Table"),
                 described(Kind::UnresolvedIntrinsic, 47, "SECRET: !Ref Secret"),
                 described(Kind::IgnoredProperty, 49, "Policies"),
                 described(Kind::UnsupportedPackaging, 63, "Image: PackageType"),
                 described(Kind::UnsupportedPackaging, 64, "Image: ImageUri"),
             }));
    QCOMPARE(result->notes.front().file, u"template.yml"_qs);
}

void tst_SamTemplate::bundledExampleIsFullyUnderstood()
{
    const QString directory = QStringLiteral(COLDFRAME_SOURCE_DIR "/examples/hello-lambda");

    const Result<SamTemplate> result = readSamTemplate(directory + u"/template.yaml"_qs);

    QVERIFY(result);
    QCOMPARE(described(result->notes), QStringList());
    QStringList names;
    for (const TemplateFunction &function : result->functions) {
        names.append(function.config.name);
        QVERIFY(QFileInfo(function.config.codeDirectory).isDir());
    }
    QCOMPARE(names, (QStringList{u"hello"_qs, u"hello-node"_qs, u"s3-upload"_qs, u"sqs-batch"_qs}));
}

void tst_SamTemplate::notesWhatAPropertyCannotBe_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<int>("line");

    QTest::newRow("too little memory")
        << QByteArray("MemorySize: 64") << Kind::OutOfRange << u"MemorySize: 64"_qs << 10;
    QTest::newRow("too much memory")
        << QByteArray("MemorySize: 10241") << Kind::OutOfRange << u"MemorySize: 10241"_qs << 10;
    QTest::newRow("memory with a unit")
        << QByteArray("MemorySize: 128MB") << Kind::InvalidValue << u"MemorySize: 128MB"_qs << 10;
    QTest::newRow("a number beyond all numbers")
        << QByteArray("MemorySize: 99999999999999999999") << Kind::InvalidValue
        << u"MemorySize: 99999999999999999999"_qs << 10;
    QTest::newRow("memory that only the stack knows")
        << QByteArray("MemorySize: !If [IsProd, 1024, 512]") << Kind::UnresolvedIntrinsic
        << u"MemorySize: !If [IsProd, 1024, 512]"_qs << 10;
    QTest::newRow("no time at all")
        << QByteArray("Timeout: 0") << Kind::OutOfRange << u"Timeout: 0"_qs << 10;
    QTest::newRow("more than 15 minutes")
        << QByteArray("Timeout: 901") << Kind::OutOfRange << u"Timeout: 901"_qs << 10;
    QTest::newRow("half a second")
        << QByteArray("Timeout: 0.5") << Kind::InvalidValue << u"Timeout: 0.5"_qs << 10;
    QTest::newRow("a list as a timeout")
        << QByteArray("Timeout: [3]") << Kind::InvalidValue << u"Timeout: [3]"_qs << 10;
    QTest::newRow("too little storage")
        << QByteArray("EphemeralStorage:\n  Size: 100") << Kind::OutOfRange
        << u"EphemeralStorage.Size: 100"_qs << 11;
    QTest::newRow("storage without its size")
        << QByteArray("EphemeralStorage: 1024") << Kind::InvalidValue
        << u"EphemeralStorage: 1024"_qs << 10;
    QTest::newRow("an unknown architecture")
        << QByteArray("Architectures: [mips]") << Kind::InvalidValue << u"Architectures: mips"_qs
        << 10;
    QTest::newRow("two architectures")
        << QByteArray("Architectures: [x86_64, arm64]") << Kind::InvalidValue
        << u"Architectures: [x86_64, arm64]"_qs << 10;
    QTest::newRow("a property without an effect here")
        << QByteArray("Description: sells things") << Kind::IgnoredProperty << u"Description"_qs
        << 10;
    QTest::newRow("a property that does not exist")
        << QByteArray("MemorySise: 128") << Kind::IgnoredProperty << u"MemorySise"_qs << 10;
    QTest::newRow("a layer that is no folder")
        << QByteArray("Layers:\n  - nowhere") << Kind::MissingDirectory << u"nowhere"_qs << 11;
    QTest::newRow("a layer of another resource")
        << QByteArray("Layers:\n  - !Ref Other") << Kind::UnsupportedLayer << u"!Ref Other"_qs
        << 11;
    QTest::newRow("layers by condition") << QByteArray("Layers: !If [A, [x], []]")
                                         << Kind::UnsupportedLayer << u"!If [A, [x], []]"_qs << 10;
    QTest::newRow("a layer that is a file of another kind")
        << QByteArray("Layers:\n  - template.yml") << Kind::UnsupportedLayer << u"template.yml"_qs
        << 11;
    QTest::newRow("a layer in S3")
        << QByteArray("Layers:\n  - s3://bucket/layer.zip") << Kind::UnsupportedLayer
        << u"Layers: s3://bucket/layer.zip"_qs << 11;
    QTest::newRow("an archive that is missing")
        << QByteArray("Layers:\n  - layer.zip") << Kind::MissingDirectory << u"layer.zip"_qs << 11;
    QTest::newRow("one layer twice") << QByteArray("Layers: [layer, src/../layer]")
                                     << Kind::RepeatedLayer << u"src/../layer"_qs << 10;
    QTest::newRow("logging that is a text")
        << QByteArray("LoggingConfig: JSON") << Kind::InvalidValue << u"LoggingConfig: JSON"_qs
        << 10;
    QTest::newRow("a log format that does not exist")
        << QByteArray("LoggingConfig:\n  LogFormat: json") << Kind::InvalidValue
        << u"LoggingConfig.LogFormat: json"_qs << 11;
    QTest::newRow("a log level that does not exist")
        << QByteArray("LoggingConfig:\n  LogFormat: JSON\n  ApplicationLogLevel: LOUD")
        << Kind::InvalidValue << u"LoggingConfig.ApplicationLogLevel: LOUD"_qs << 12;
    QTest::newRow("a log level that the platform does not have")
        << QByteArray("LoggingConfig:\n  LogFormat: JSON\n  SystemLogLevel: ERROR")
        << Kind::InvalidValue << u"LoggingConfig.SystemLogLevel: ERROR"_qs << 12;
    QTest::newRow("a log level with Text")
        << QByteArray("LoggingConfig:\n  LogFormat: Text\n  ApplicationLogLevel: DEBUG")
        << Kind::LogLevelWithText << u"LoggingConfig.ApplicationLogLevel"_qs << 12;
    QTest::newRow("a log level without a format, which is Text then")
        << QByteArray("LoggingConfig:\n  SystemLogLevel: DEBUG") << Kind::LogLevelWithText
        << u"LoggingConfig.SystemLogLevel"_qs << 11;
    QTest::newRow("a log group of its own")
        << QByteArray("LoggingConfig:\n  LogGroup: mine") << Kind::IgnoredProperty
        << u"LoggingConfig.LogGroup"_qs << 11;
    QTest::newRow("SnapStart of something else")
        << QByteArray("SnapStart:\n  ApplyOn: Everything") << Kind::InvalidValue
        << u"SnapStart.ApplyOn: Everything"_qs << 11;
    QTest::newRow("SnapStart without its rule")
        << QByteArray("SnapStart: true") << Kind::InvalidValue << u"SnapStart: true"_qs << 10;
    QTest::newRow("more than five layers")
        << QByteArray("Layers: [layer, src, ., .., ../handlers, ../../handlers]")
        << Kind::OutOfRange << u"Layers: 6"_qs << 10;
    QTest::newRow("an environment that is a text")
        << QByteArray("Environment: none") << Kind::InvalidValue << u"Environment: none"_qs << 10;
    QTest::newRow("variables that are a list")
        << QByteArray("Environment:\n  Variables: [A, B]") << Kind::InvalidValue
        << u"Environment.Variables: [A, B]"_qs << 11;
    QTest::newRow("variables without their heading")
        << QByteArray("Environment:\n  STAGE: dev\n  Variables: {}") << Kind::IgnoredProperty
        << u"Environment.STAGE"_qs << 11;
    QTest::newRow("a variable that is a list")
        << QByteArray("Environment:\n  Variables:\n    A: [1, 2]") << Kind::InvalidValue
        << u"A: [1, 2]"_qs << 12;
    QTest::newRow("a plain yes") << QByteArray("Environment:\n  Variables:\n    A: yes")
                                 << Kind::AmbiguousValue << u"A: yes"_qs << 12;
    QTest::newRow("an octal number") << QByteArray("Environment:\n  Variables:\n    A: 0123")
                                     << Kind::AmbiguousValue << u"A: 0123"_qs << 12;
}

void tst_SamTemplate::notesWhatAPropertyCannotBe()
{
    QFETCH(QByteArray, lines);
    QFETCH(Kind, kind);
    QFETCH(QString, detail);
    QFETCH(int, line);

    const Result<SamTemplate> result = read(withProperties(lines));

    QVERIFY(result);
    QCOMPARE(described(result->notes), QStringList{described({{kind, detail, {}, line}})});
    QCOMPARE(result->functions.size(), std::size_t(1));
    const FunctionConfig &function = result->functions.front().config;
    QVERIFY(function.memory >= limits::SmallestMemory && function.memory <= limits::LargestMemory);
    QVERIFY(function.timeout >= limits::ShortestTimeout
            && function.timeout <= limits::LongestTimeout);
    QVERIFY(function.layers.size() <= limits::Layers);
    QVERIFY(function.logging.format == LogFormat::Json || function.logging == LoggingConfig());
    QVERIFY(!function.snapStart);
    QVERIFY(function.ephemeralStorage >= limits::SmallestEphemeralStorage);
}

void tst_SamTemplate::readsLogging_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<LoggingConfig>("logging");

    QTest::newRow("nothing is said") << QByteArray("Timeout: 3") << LoggingConfig{};
    QTest::newRow("Text") << QByteArray("LoggingConfig: {LogFormat: Text}") << LoggingConfig{};
    QTest::newRow("JSON with its default levels")
        << QByteArray("LoggingConfig: {LogFormat: JSON}") << LoggingConfig{LogFormat::Json};
    QTest::newRow("all of it, levels first")
        << QByteArray("LoggingConfig: {ApplicationLogLevel: TRACE, SystemLogLevel: WARN, "
                      "LogFormat: JSON}")
        << LoggingConfig{LogFormat::Json, LogLevel::Trace, LogLevel::Warn};
}

void tst_SamTemplate::readsLogging()
{
    QFETCH(QByteArray, lines);
    QFETCH(LoggingConfig, logging);

    const Result<SamTemplate> result = read(withProperties(lines));

    QVERIFY(result);
    QCOMPARE(described(result->notes), QStringList());
    QVERIFY(result->functions.front().config.logging == logging);
}

void tst_SamTemplate::readsSnapStart_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<bool>("snapStart");

    QTest::newRow("nothing is said") << QByteArray("Timeout: 3") << false;
    QTest::newRow("published versions")
        << QByteArray("SnapStart: {ApplyOn: PublishedVersions}") << true;
    QTest::newRow("none") << QByteArray("SnapStart: {ApplyOn: None}") << false;
}

void tst_SamTemplate::readsSnapStart()
{
    QFETCH(QByteArray, lines);
    QFETCH(bool, snapStart);

    const Result<SamTemplate> result = read(withProperties(lines));

    QVERIFY(result);
    QCOMPARE(described(result->notes), QStringList());
    QCOMPARE(result->functions.front().config.snapStart, snapStart);
}

void tst_SamTemplate::readsRuntimesOfAnyKind_data()
{
    QTest::addColumn<QString>("runtime");

    for (const char *runtime :
         {"provided.al2023", "provided.al2", "ruby3.4", "java21", "java17.al2023", "nodejs24.x"})
        QTest::newRow(runtime) << QString::fromLatin1(runtime);
}

void tst_SamTemplate::readsRuntimesOfAnyKind()
{
    QFETCH(QString, runtime);

    const Result<SamTemplate> result
        = read(withProperties("Timeout: 3").replace("python3.12", runtime.toLatin1()));

    QVERIFY(result);
    QCOMPARE(described(result->notes), QStringList());
    QCOMPARE(result->functions.front().config.runtime, runtime);
}

void tst_SamTemplate::layersMayBeArchives()
{
    QTemporaryDir directory;
    QFile archive(directory.filePath(u"tools.ZIP"_qs));
    QVERIFY(archive.open(QIODevice::WriteOnly));
    QVERIFY(QDir(directory.path()).mkdir(u"src"_qs));
    QVERIFY(QDir(directory.path()).mkdir(u"more"_qs));

    const Result<SamTemplate> result
        = parseSamTemplate(withProperties("Layers: [!Ref Tools, more]")
                               + "  Tools:\n"
                                 "    Type: AWS::Serverless::LayerVersion\n"
                                 "    Properties: {ContentUri: tools.ZIP}\n",
                           directory.filePath(u"template.yaml"_qs));

    QVERIFY(result);
    QCOMPARE(described(result->notes), QStringList());
    QCOMPARE(result->functions.front().config.layers,
             (QStringList{archive.fileName(), directory.filePath(u"more"_qs)}));
}

void tst_SamTemplate::twoVersionsOfOneLayer()
{
    const QByteArray version = "    Type: AWS::Lambda::LayerVersion\n"
                               "    Properties: {LayerName: tools, Content: ";

    const Result<SamTemplate> result
        = read(withProperties("Layers: [!Ref Old, !Ref New]") + "  Old:\n" + version + "layer}\n"
               + "  New:\n" + version + "src}\n");

    QVERIFY(result);
    QCOMPARE(described(result->notes), QStringList{described(Kind::RepeatedLayer, 10, "!Ref New")});
    QCOMPARE(result->functions.front().config.layers,
             QStringList{QDir::cleanPath(SamDirectory) + u"/layer"_qs});
}

void tst_SamTemplate::keepsEnvironmentValuesAsWritten_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QString>("value");

    QTest::newRow("a quoted yes stays a text") << QByteArray("\"yes\"") << u"yes"_qs;
    QTest::newRow("a plain yes is what YAML 1.1 makes of it") << QByteArray("yes") << u"true"_qs;
    QTest::newRow("a plain OFF too") << QByteArray("OFF") << u"false"_qs;
    QTest::newRow("but not any spelling") << QByteArray("oFF") << u"oFF"_qs;
    QTest::newRow("True is written true") << QByteArray("True") << u"true"_qs;
    QTest::newRow("a quoted True stays") << QByteArray("'True'") << u"True"_qs;
    QTest::newRow("a number") << QByteArray("1.50") << u"1.50"_qs;
    QTest::newRow("an account id with a leading zero")
        << QByteArray("'012345678901'") << u"012345678901"_qs;
    QTest::newRow("an empty value") << QByteArray() << QString();
    QTest::newRow("a value with blanks") << QByteArray("\" a b \"") << u" a b "_qs;
    QTest::newRow("a parameter") << QByteArray("!Ref Stage") << u"dev"_qs;
    QTest::newRow("a call that stays") << QByteArray("!GetAtt Q.Arn") << u"!GetAtt Q.Arn"_qs;
    QTest::newRow("lines") << QByteArray("|\n        a\n        b") << u"a\nb\n"_qs;
}

void tst_SamTemplate::keepsEnvironmentValuesAsWritten()
{
    QFETCH(QByteArray, written);
    QFETCH(QString, value);

    const Result<SamTemplate> result
        = read(withProperties("Environment:\n  Variables:\n    A: " + written));

    QVERIFY(result);
    QCOMPARE(result->functions.size(), std::size_t(1));
    const auto &environment = result->functions.front().config.environment;
    QVERIFY(environment.contains(u"A"_qs));
    QCOMPARE(environment.at(u"A"_qs), value);
}

void tst_SamTemplate::leavesOutFunctionsWithoutAFolder_data()
{
    QTest::addColumn<QByteArray>("instead");
    QTest::addColumn<QString>("note");

    QTest::newRow("an object in S3")
        << QByteArray("CodeUri: s3://bucket/code.zip")
        << described(Kind::UnsupportedPackaging, 7, "CodeUri: s3://bucket/code.zip");
    QTest::newRow("an object in S3, in parts")
        << QByteArray("CodeUri: {Bucket: b, Key: k}")
        << described(Kind::UnsupportedPackaging, 7, "CodeUri: {Bucket: b, Key: k}");
    QTest::newRow("an archive") << QByteArray("CodeUri: template.yml")
                                << described(Kind::UnsupportedPackaging, 7,
                                             "CodeUri: template.yml");
    QTest::newRow("a place that only the stack knows")
        << QByteArray("CodeUri: !Sub '${Nowhere}/src'")
        << described(Kind::UnresolvedIntrinsic, 7, "CodeUri: !Sub ${Nowhere}/src");
    QTest::newRow("code in the template")
        << QByteArray("InlineCode: |\n        pass")
        << described(Kind::UnsupportedPackaging, 7, "F: InlineCode");
    QTest::newRow("an image") << QByteArray("ImageUri: a:b")
                              << described(Kind::UnsupportedPackaging, 7, "F: ImageUri");
}

void tst_SamTemplate::leavesOutFunctionsWithoutAFolder()
{
    QFETCH(QByteArray, instead);
    QFETCH(QString, note);

    const Result<SamTemplate> result
        = read(withProperties("MemorySize: 256").replace("CodeUri: src", instead));

    QVERIFY(result);
    QVERIFY(result->functions.empty());
    QCOMPARE(described(result->notes), QStringList{note});
}

void tst_SamTemplate::mergesGlobals_data()
{
    QTest::addColumn<QByteArray>("global");
    QTest::addColumn<QByteArray>("own");
    QTest::addColumn<QStringList>("summary");

    const auto summary = [](const char *memory, const char *variables, const char *layers) {
        return QStringList{QLatin1String(memory), QLatin1String(variables), QLatin1String(layers)};
    };
    QTest::newRow("what the function does not say")
        << QByteArray("{MemorySize: 256}") << QByteArray("Timeout: 5") << summary("256", "", "");
    QTest::newRow("the function wins") << QByteArray("{MemorySize: 256}")
                                       << QByteArray("MemorySize: 512") << summary("512", "", "");
    QTest::newRow("variables of both") << QByteArray("{Environment: {Variables: {A: 1, B: 2}}}")
                                       << QByteArray("Environment: {Variables: {B: 3, C: 4}}")
                                       << summary("128", "A=1 B=3 C=4", "");
    QTest::newRow("a call replaces a value")
        << QByteArray("{Environment: {Variables: {A: 1}}}")
        << QByteArray("Environment: {Variables: {A: !Ref Stage}}") << summary("128", "A=dev", "");
    QTest::newRow("lists are added, global ones first")
        << QByteArray("{Layers: [layer]}") << QByteArray("Layers: [src]")
        << summary("128", "", "layer src");
    QTest::newRow("a function without properties of its own kind")
        << QByteArray("~") << QByteArray("Timeout: 5") << summary("128", "", "");
}

void tst_SamTemplate::mergesGlobals()
{
    QFETCH(QByteArray, global);
    QFETCH(QByteArray, own);
    QFETCH(QStringList, summary);

    const Result<SamTemplate> result
        = read(withProperties(own) + "Globals:\n  Function: " + global + "\n");

    QVERIFY(result);
    QCOMPARE(result->functions.size(), std::size_t(1));
    const FunctionConfig &function = result->functions.front().config;
    QStringList variables;
    for (const auto &[name, value] : function.environment)
        variables.append(name + u'=' + value);
    QStringList layers;
    for (const QString &layer : function.layers)
        layers.append(QFileInfo(layer).fileName());
    QCOMPARE((QStringList{QString::number(function.memory.value), variables.join(u' '),
                          layers.join(u' ')}),
             summary);
    QCOMPARE(described(result->notes), QStringList());
}

void tst_SamTemplate::otherYamlHasNoFunctions_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("hasResources");

    QTest::newRow("an empty file") << QByteArray() << false;
    QTest::newRow("a list") << QByteArray("- a\n- b\n") << false;
    QTest::newRow("a text") << QByteArray("hello") << false;
    QTest::newRow("something else's settings") << QByteArray("name: x\nversion: 1\n") << false;
    QTest::newRow("resources that are a list") << QByteArray("Resources: [a]\n") << false;
    QTest::newRow("no resources") << QByteArray("Resources: {}\n") << true;
    QTest::newRow("a resource that is a text") << QByteArray("Resources: {A: b}\n") << true;
    QTest::newRow("a type that is a list") << QByteArray("Resources: {A: {Type: [b]}}\n") << true;
}

void tst_SamTemplate::otherYamlHasNoFunctions()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, hasResources);

    const Result<SamTemplate> result = read(text);

    QVERIFY(result);
    QCOMPARE(result->hasResources, hasResources);
    QVERIFY(result->functions.empty());
}

void tst_SamTemplate::namesStayUnique()
{
    const Result<SamTemplate> result
        = read("Resources:\n"
               "  A: {Type: AWS::Lambda::Function, Properties: {FunctionName: B, Code: src}}\n"
               "  B: {Type: AWS::Lambda::Function, Properties: {FunctionName: B, Code: src}}\n"
               "  C: {Type: AWS::Lambda::Function, Properties: {FunctionName: B, Code: src}}\n"
               "  D: {Type: AWS::Lambda::Function}\n");

    QVERIFY(result);
    QStringList names;
    for (const TemplateFunction &function : result->functions)
        names.append(function.config.name);
    QCOMPARE(names, (QStringList{u"B"_qs, u"B-2"_qs, u"C"_qs, u"D"_qs}));
    QVERIFY(described(result->notes).contains(described(Kind::DuplicateName, 3, "B")));
    QVERIFY(described(result->notes).contains(described(Kind::MissingProperty, 5, "D.Code")));
}

void tst_SamTemplate::notesDuplicateKeys()
{
    const Result<SamTemplate> result = read(withProperties("Timeout: 5\nTimeout: 9"));

    QVERIFY(result);
    QCOMPARE(described(result->notes), QStringList{described(Kind::DuplicateKey, 11, "Timeout")});
    QVERIFY(result->functions.front().config.timeout == 9s);
}

void tst_SamTemplate::saysWhyAFileCannotBeRead()
{
    QTemporaryDir directory;
    const auto write = [&](const QString &name, const QByteArray &text) {
        QFile file(directory.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    };
    write(u"broken.yaml"_qs, "Resources:\n  A: [1\n");
    write(u"large.yaml"_qs, QByteArray(1024 * 1024 + 1, '#'));

    const Result<SamTemplate> missing = readSamTemplate(directory.filePath(u"none.yaml"_qs));
    const Result<SamTemplate> broken = readSamTemplate(directory.filePath(u"broken.yaml"_qs));
    const Result<SamTemplate> large = readSamTemplate(directory.filePath(u"large.yaml"_qs));

    QCOMPARE(missing.error().code, Error::Code::NotFound);
    QCOMPARE(broken.error().code, Error::Code::InvalidYaml);
    QCOMPARE(broken.error().position.value().line, 3);
    QCOMPARE(large.error().code, Error::Code::InvalidTemplate);
}

void tst_SamTemplate::survivesBeingCutAnywhere()
{
    QFile file(SamDirectory + u"/template.yml"_qs);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();

    for (qsizetype length = 0; length <= whole.size(); ++length) {
        const Result<SamTemplate> result = read(whole.first(length));
        if (!result) {
            QCOMPARE(result.error().code, Error::Code::InvalidYaml);
            QVERIFY(result.error().position.has_value());
        }
    }
}

#include "tst_samtemplate.moc"
