// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/runtimecommand.h"

#include "core/runtime/bootstrapfolder.h"
#include "core/runtime/interpreterquestion.h"
#include "tests/core/runtime/runtimepeer.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace coldframe;

class tst_RuntimeCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commands_data();
    void commands();
    void whatLambdaSwitchesOff_data();
    void whatLambdaSwitchesOff();
    void entrypoints_data();
    void entrypoints();
    void theClientOfAJavaFunction_data();
    void theClientOfAJavaFunction();
    void nothingOfOursForOtherClients();
    void whatJavaAnswers_data();
    void whatJavaAnswers();
    void whatRubyAnswers();
};

namespace {

const EnvironmentPaths pathsInside{QStringLiteral("/var/task"), QStringLiteral("/var/runtime"),
                                   QStringLiteral("/opt")};

void writeFileAt(const QString &path, const QByteArray &content, bool isExecutable = false)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    file.write(content);
    if (isExecutable)
        file.setPermissions(file.permissions() | QFile::ExeOwner);
}

QStringList words(const RuntimeCommand &command)
{
    return QStringList{command.program} + command.arguments;
}

} // namespace

void tst_RuntimeCommand::commands_data()
{
    QTest::addColumn<RuntimeFamily>("family");
    QTest::addColumn<QString>("wrapper");
    QTest::addColumn<QString>("command"); ///< words with a blank between them
    QTest::addColumn<bool>("isOurs");

    const QString none;
    const QString wrapper = QStringLiteral("/opt/wrapper");
    QTest::newRow("Python") << RuntimeFamily::Python << none << QStringLiteral("/i -S /b.py")
                            << true;
    QTest::newRow("Node.js in a wrapper")
        << RuntimeFamily::NodeJs << wrapper << QStringLiteral("/opt/wrapper /i -S /b.py") << true;
    QTest::newRow("Ruby") << RuntimeFamily::Ruby << none << QStringLiteral("/i /ric app.handler")
                          << false;
    QTest::newRow("Java in a wrapper")
        << RuntimeFamily::Java << wrapper
        << QStringLiteral("/opt/wrapper /i -cp /var/task:/var/task/lib/*:/opt/java/lib/* "
                          "com.amazonaws.services.lambda.runtime.api.client.AWSLambda app.handler")
        << false;
    QTest::newRow("OS-only") << RuntimeFamily::Provided << none
                             << QStringLiteral("/var/task/bootstrap") << false;
    QTest::newRow("OS-only has no wrapper")
        << RuntimeFamily::Provided << wrapper << QStringLiteral("/var/task/bootstrap") << false;
}

void tst_RuntimeCommand::commands()
{
    QFETCH(const RuntimeFamily, family);
    QFETCH(const QString, wrapper);
    QFETCH(const QString, command);
    QFETCH(const bool, isOurs);
    Interpreter interpreter{family, QStringLiteral("/i"), QStringLiteral("3.4.5"), {}, {}};
    interpreter.client = QStringLiteral("/ric");
    FunctionConfig function;
    function.handler = QStringLiteral("app.handler");
    if (!wrapper.isEmpty())
        function.environment[QStringLiteral("AWS_LAMBDA_EXEC_WRAPPER")] = wrapper;

    const RuntimeCommand made = runtimeCommand(interpreter, function, pathsInside,
                                               {QStringLiteral("-S"), QStringLiteral("/b.py")},
                                               QStringLiteral("/var/task/bootstrap"));

    QCOMPARE(words(made).join(u' '), command);
    QCOMPARE(made.client == RuntimeCommand::Client::OwnBootstrap, isOurs);
}

void tst_RuntimeCommand::whatLambdaSwitchesOff_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("options"); ///< NODE_OPTIONS
    QTest::addColumn<QString>("arguments");

    const auto row
        = [](const char *name, const char *version, const char *options, const char *arguments) {
              QTest::newRow(name) << QString::fromLatin1(version) << QString::fromLatin1(options)
                                  << QString::fromLatin1(arguments);
          };
    row("Node.js 18 tries nothing out", "18.20.4", "", "/b.cjs");
    row("a Node.js 20 without the option", "20.16.0", "", "/b.cjs");
    row("Node.js 20", "20.17.0", "", "--no-experimental-require-module /b.cjs");
    row("Node.js 22", "22.12.0", "--enable-source-maps",
        "--no-experimental-require-module --no-experimental-detect-module /b.cjs");
    row("one is switched on again", "22.12.0", "--inspect  --experimental-require-module",
        "--no-experimental-detect-module /b.cjs");
    row("both are", "22.12.0", "--experimental-detect-module --experimental-require-module",
        "/b.cjs");
    row("Node.js 24", "24.0.1", "", "/b.cjs");
}

void tst_RuntimeCommand::whatLambdaSwitchesOff()
{
    QFETCH(const QString, version);
    QFETCH(const QString, options);
    QFETCH(const QString, arguments);
    const Interpreter node{RuntimeFamily::NodeJs, QStringLiteral("/node"), version, {}, {}};
    FunctionConfig function;
    if (!options.isEmpty())
        function.environment[QStringLiteral("NODE_OPTIONS")] = options;

    const RuntimeCommand made
        = runtimeCommand(node, function, pathsInside, {QStringLiteral("/b.cjs")}, {});

    QCOMPARE(made.arguments.join(u' '), arguments);
}

void tst_RuntimeCommand::entrypoints_data()
{
    QTest::addColumn<bool>("inCode"); ///< an executable one
    QTest::addColumn<bool>("inLayer");
    QTest::addColumn<QString>("found");

    QTest::newRow("the function's") << true << false << QStringLiteral("/var/task/bootstrap");
    QTest::newRow("the function's before a layer's")
        << true << true << QStringLiteral("/var/task/bootstrap");
    QTest::newRow("a layer's") << false << true << QStringLiteral("/opt/bootstrap");
    QTest::newRow("none that may be executed") << false << false << QString();
}

void tst_RuntimeCommand::entrypoints()
{
    QFETCH(const bool, inCode);
    QFETCH(const bool, inLayer);
    QFETCH(const QString, found);
    const QTemporaryDir code;
    const QTemporaryDir opt;
    writeFileAt(code.filePath(QStringLiteral("bootstrap")), "#!/bin/sh\n", inCode);
    writeFileAt(opt.filePath(QStringLiteral("bootstrap")), "#!/bin/sh\n", inLayer);
    const EnvironmentPaths without{code.path(), {}, {}};

    QCOMPARE(findEntrypoint(code.path(), opt.path(), pathsInside).value_or(QString()), found);
    QCOMPARE(findEntrypoint(code.path(), opt.path(), without).value_or(QString()),
             QString(found)
                 .replace(QStringLiteral("/var/task"), code.path())
                 .replace(QStringLiteral("/opt"), opt.path()));
    QCOMPARE(findEntrypoint(code.path(), {}, pathsInside).has_value(), inCode);
}

void tst_RuntimeCommand::theClientOfAJavaFunction_data()
{
    QTest::addColumn<QString>("file"); ///< below the code (task/) or the layers (opt/)
    QTest::addColumn<bool>("found");

    const QString name
        = QStringLiteral("com/amazonaws/services/lambda/runtime/api/client/AWSLambda.class");
    QTest::newRow("a class") << QStringLiteral("task/") + name << true;
    QTest::newRow("a jar of the function") << QStringLiteral("task/lib/all.jar") << true;
    QTest::newRow("a jar of a layer") << QStringLiteral("opt/java/lib/client.jar") << true;
    QTest::newRow("a jar elsewhere") << QStringLiteral("task/client.jar") << false;
}

void tst_RuntimeCommand::theClientOfAJavaFunction()
{
    QFETCH(const QString, file);
    QFETCH(const bool, found);
    const QTemporaryDir folder;
    // A jar keeps the names of its entries as they are.
    writeFileAt(folder.filePath(file),
                "PK..com/amazonaws/services/lambda/runtime/api/client/AWSLambda.class..");
    const Interpreter java{RuntimeFamily::Java, {}, QStringLiteral("17.0.1"), {}, {}};

    const auto checked = checkRuntimeClient(java, folder.filePath(QStringLiteral("task")),
                                            folder.filePath(QStringLiteral("opt")));

    QCOMPARE(checked.has_value(), found);
    if (!found)
        QCOMPARE(checked.error().code, Error::Code::RuntimeClientNotFound);
    const Interpreter python{RuntimeFamily::Python, {}, QStringLiteral("3.11.2"), {}, {}};
    QVERIFY(checkRuntimeClient(python, folder.path(), {}).has_value());
}

void tst_RuntimeCommand::nothingOfOursForOtherClients()
{
    const QTemporaryDir cache;
    for (const RuntimeFamily family :
         {RuntimeFamily::Ruby, RuntimeFamily::Java, RuntimeFamily::Provided}) {
        const Interpreter interpreter{family, {}, {}, {}, {}};
        const auto folder
            = prepareBootstrap(interpreter, QStringLiteral(COLDFRAME_SOURCE_DIR), cache.path());
        QVERIFY(folder.has_value());
        QVERIFY(QDir(folder->directory).exists());
        QVERIFY(QDir(folder->directory).isEmpty());
        QVERIFY(folder->argumentsIn(QStringLiteral("/var/runtime")).empty());
    }
}

void tst_RuntimeCommand::whatJavaAnswers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("version"); ///< empty: refused

    QTest::newRow("its properties") << QByteArray("Property settings:\n"
                                                  "    java.home = /nonexistent/jvm\n"
                                                  "    java.specification.version = 17\n"
                                                  "    java.version = 17.0.15\n\n"
                                                  "openjdk version \"17.0.15\"\n")
                                    << QStringLiteral("17.0.15");
    QTest::newRow("Java 8") << QByteArray("    java.home = /jre\n    java.version = 1.8.0_392\n")
                            << QStringLiteral("8.0_392");
    QTest::newRow("an early version")
        << QByteArray("    java.home = /jdk\n    java.version = 25-ea\n") << QStringLiteral("25");
    QTest::newRow("no version") << QByteArray("    java.home = /jdk\n") << QString();
    QTest::newRow("no home") << QByteArray("    java.version = 17\n") << QString();
    QTest::newRow("nothing") << QByteArray() << QString();
}

void tst_RuntimeCommand::whatJavaAnswers()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const QString, version);

    const auto java = parseInterpreterAnswer(RuntimeFamily::Java, QStringLiteral("/j"), answer);

    QCOMPARE(java.has_value(), !version.isEmpty());
    if (java) {
        QCOMPARE(java->version, version);
        QCOMPARE(java->major(), version.left(version.startsWith(u'8') ? 1 : 2).toInt());
        QCOMPARE(java->program, QStringLiteral("/j")); // there is none below the home it tells
    }
}

void tst_RuntimeCommand::whatRubyAnswers()
{
    const auto with
        = parseInterpreterAnswer(RuntimeFamily::Ruby, QStringLiteral("/r"),
                                 R"(["/usr/bin/ruby3.1","3.1.2","/usr",["/g"],"/g/ric"])");
    const auto without = parseInterpreterAnswer(RuntimeFamily::Ruby, QStringLiteral("/r"),
                                                R"(["/usr/bin/ruby3.1","3.1.2","/usr",["/g"],""])");

    QVERIFY(with && without);
    QCOMPARE(with->client, QStringLiteral("/g/ric"));
    QCOMPARE(with->packageFolders, QStringList{QStringLiteral("/g")});
    QVERIFY(without->client.isEmpty());
    QCOMPARE(runtimeIdentifierOf(*with), QStringLiteral("ruby3.1"));
    QVERIFY(!parseInterpreterAnswer(RuntimeFamily::Ruby, {}, R"(["/r","3","/",[],7])"));
}

COLDFRAME_TEST(tst_RuntimeCommand);

#include "tst_runtimecommand.moc"
