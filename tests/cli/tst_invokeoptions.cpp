// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/invokeoptions.h"

#include "tests/cli/clirun.h"
#include "tests/support/testmain.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace coldframe;
using namespace coldframe::cli;
using namespace coldframe::test;

/// Whether a request is what the options should have made of it.
using RequestCheck = std::function<bool(const InvocationRequest &)>;

class tst_InvokeOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatOptionsMean_data();
    void whatOptionsMean();
    void optionsOnATemplate_data();
    void optionsOnATemplate();
    void clientContextFromAFile();
    void credentialsBringTheirRegion();
    void aRuntimeOfTheUsersOwn();

private:
    Result<InvokeOptions> read(const QStringList &arguments)
    {
        QCommandLineParser parser;
        addInvokeOptions(parser);
        if (!parser.parse(QStringList{QStringLiteral("coldframe-cli")} + arguments))
            return failure(Error::Code::InvalidArgument, parser.errorText());
        return readInvokeOptions(parser);
    }
};

Q_DECLARE_METATYPE(RequestCheck)

void tst_InvokeOptions::whatOptionsMean_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<RequestCheck>("check");

    using Request = InvocationRequest;
    const auto row = [](const char *options, const RequestCheck &check) {
        QTest::newRow(*options ? options : "(none)") << QString::fromLatin1(options) << check;
    };
    row("", [](const Request &request) {
        return request.emulation == EmulationOptions{} && request.clientContext.isEmpty()
            && request.responseMode == ResponseMode::Buffered && !request.function.snapStart
            && request.function.layers.isEmpty() && request.function.logging == LoggingConfig{};
    });
    row("--log-format text",
        [](const Request &request) { return request.function.logging == LoggingConfig{}; });
    row("--log-format json", [](const Request &request) {
        return request.function.logging == LoggingConfig{LogFormat::Json};
    });
    row("--log-format json --log-level debug --system-log-level WARN", [](const Request &request) {
        return request.function.logging
            == LoggingConfig{LogFormat::Json, LogLevel::Debug, LogLevel::Warn};
    });
    row("--ephemeral-storage 2048", [](const Request &request) {
        return request.function.ephemeralStorage == MebiBytes{2048};
    });
    row("--layer /usr/../etc --layer lib.zip", [](const Request &request) {
        return request.function.layers
            == QStringList{QStringLiteral("/etc"),
                           QDir::currentPath() + QStringLiteral("/lib.zip")};
    });
    row("--client-context {\"custom\":1}",
        [](const Request &request) { return request.clientContext == "{\"custom\":1}"; });
    row("--stream", [](const Request &request) {
        return request.responseMode == ResponseMode::Streamed && !request.emulation.limitsBandwidth;
    });
    row("--stream --bandwidth-limit",
        [](const Request &request) { return request.emulation.limitsBandwidth; });
    row("--cpu-share", [](const Request &request) { return request.emulation.limitsCpu; });
    row("--no-freeze",
        [](const Request &request) { return !request.emulation.freezesBetweenInvocations; });
    row("--no-trace", [](const Request &request) { return !request.emulation.traces; });
    row("--snap-start", [](const Request &request) { return request.function.snapStart; });
}

void tst_InvokeOptions::whatOptionsMean()
{
    QFETCH(const QString, options);
    QFETCH(const RequestCheck, check);

    const Result<InvokeOptions> read = this->read(QStringList{handlerFile("python/hello.py")}
                                                  + words(options.toLatin1().constData()));

    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QVERIFY(check(read->request));
}

void tst_InvokeOptions::optionsOnATemplate_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<LoggingConfig>("logging");
    QTest::addColumn<QStringList>("layers");

    const LoggingConfig ofTemplate{LogFormat::Json, LogLevel::Error, LogLevel::Warn};
    QTest::newRow("what the template says")
        << QString() << ofTemplate << QStringList{QStringLiteral("one")};
    QTest::newRow("a level alone")
        << QStringLiteral("--log-level TRACE")
        << LoggingConfig{LogFormat::Json, LogLevel::Trace, LogLevel::Warn}
        << QStringList{QStringLiteral("one")};
    QTest::newRow("text has no levels") << QStringLiteral("--log-format text") << LoggingConfig{}
                                        << QStringList{QStringLiteral("one")};
    QTest::newRow("one more layer") << QStringLiteral("--layer two") << ofTemplate
                                    << QStringList{QStringLiteral("one"), QStringLiteral("two")};
}

void tst_InvokeOptions::optionsOnATemplate()
{
    QFETCH(QString, options);
    QFETCH(const LoggingConfig, logging);
    QFETCH(QStringList, layers);
    const QTemporaryDir folder;
    for (const char *name : {"src", "one", "two"})
        QVERIFY(QDir(folder.path()).mkdir(QLatin1String(name)));
    QFile file(folder.filePath(QStringLiteral("template.yaml")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Resources:\n"
               "  F:\n"
               "    Type: AWS::Serverless::Function\n"
               "    Properties:\n"
               "      CodeUri: src\n"
               "      Runtime: python3.12\n"
               "      Handler: app.handler\n"
               "      Layers: [one]\n"
               "      LoggingConfig: {LogFormat: JSON, ApplicationLogLevel: ERROR,\n"
               "                      SystemLogLevel: WARN}\n");
    file.close();
    options.replace(QStringLiteral("two"), folder.filePath(QStringLiteral("two")));
    for (QString &layer : layers)
        layer = folder.filePath(layer);

    const Result<InvokeOptions> read
        = this->read(QStringList{folder.path()} + words(options.toUtf8().constData()));

    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QVERIFY(read->request.function.logging == logging);
    QCOMPARE(read->request.function.layers, layers);
}

void tst_InvokeOptions::clientContextFromAFile()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("context.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"custom\": {}}\n");
    file.close();

    const Result<InvokeOptions> read = this->read(
        {handlerFile("python/hello.py"), QStringLiteral("--client-context"), file.fileName()});

    QVERIFY(read);
    QCOMPARE(read->request.clientContext, QByteArray("{\"custom\": {}}\n"));
}

void tst_InvokeOptions::credentialsBringTheirRegion()
{
    qputenv("AWS_ACCESS_KEY_ID", "AKIA1");
    qputenv("AWS_SECRET_ACCESS_KEY", "secret");
    qputenv("AWS_REGION", "eu-north-1");

    const Result<InvokeOptions> read
        = this->read({handlerFile("python/hello.py"), QStringLiteral("--pass-credentials")});

    for (const char *name : {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION"})
        qunsetenv(name);
    QVERIFY(read);
    QCOMPARE(read->request.emulation.credentials, CredentialsChoice::PassedThrough);
    QCOMPARE(read->request.function.region, QStringLiteral("eu-north-1"));
}

void tst_InvokeOptions::aRuntimeOfTheUsersOwn()
{
    const QTemporaryDir folder;

    const Result<InvokeOptions> read
        = this->read({folder.path(), QStringLiteral("--runtime"), QStringLiteral("provided.al2023"),
                      QStringLiteral("--handler"), QStringLiteral("anything/at:all")});

    QVERIFY(read);
    QCOMPARE(read->request.function.runtime, QStringLiteral("provided.al2023"));
    QCOMPARE(read->request.function.handler, QStringLiteral("anything/at:all"));
    QCOMPARE(read->request.function.codeDirectory, QDir::cleanPath(folder.path()));
}

COLDFRAME_TEST(tst_InvokeOptions);

#include "tst_invokeoptions.moc"
