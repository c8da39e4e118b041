// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clirun.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QTest>

using namespace coldframe;
using namespace coldframe::test;
using cli::ExitStatus;

class tst_Usage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void version_data();
    void version();
    void help_data();
    void help();
    void wrongUsage_data();
    void wrongUsage();
    void withoutArguments();

private:
    CliTest m_cli;
};

void tst_Usage::version_data()
{
    QTest::addColumn<QString>("option");

    QTest::newRow("long") << QStringLiteral("--version");
    QTest::newRow("short") << QStringLiteral("-v");
}

void tst_Usage::version()
{
    QFETCH(const QString, option);

    const CliRun run = m_cli.run({option});

    QCOMPARE(run.status, ExitStatus::Succeeded);
    QCOMPARE(run.out, QByteArray("coldframe-cli " COLDFRAME_VERSION "\n"));
    QCOMPARE(run.err, QByteArray());
}

void tst_Usage::help_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArrayList>("mentions");

    QTest::newRow("of the program") << words("--help")
                                    << QByteArrayList{"Usage: coldframe-cli COMMAND", "invoke",
                                                      "probe", "tune", "test", "templates", "generate-event",
                                                      "history", "serve", "doctor"};
    QTest::newRow("of test") << words("test --help")
                             << QByteArrayList{"Usage: coldframe-cli test [PATH]...",
                                               "--tag",
                                               "--no-history",
                                               "--workspace",
                                               "--memory",
                                               "--runtime",
                                               "--start",
                                               "--parallel",
                                               "--repeat",
                                               "--fail-fast",
                                               "--watch",
                                               "--accept-golden",
                                               "--enforce-budgets",
                                               "--isolation",
                                               "--junit",
                                               "--json",
                                               "--output",
                                               "--list"};
    QTest::newRow("of invoke") << words("invoke --help")
                               << QByteArrayList{"Usage: coldframe-cli invoke TARGET",
                                                 "--event",
                                                 "--template",
                                                 "--set",
                                                 "--cold",
                                                 "--no-history",
                                                 "--repeat",
                                                 "--timeout",
                                                 "--memory",
                                                 "--env",
                                                 "--isolation",
                                                 "--cost",
                                                 "--output",
                                                 "--workspace",
                                                 "--layer",
                                                 "--ephemeral-storage",
                                                 "--log-format",
                                                 "--log-level",
                                                 "--system-log-level",
                                                 "--client-context",
                                                 "--stream",
                                                 "--bandwidth-limit",
                                                 "--cpu-share",
                                                 "--no-freeze",
                                                 "--snap-start",
                                                 "--pass-credentials",
                                                 "provided.al2023",
                                                 "--handler",
                                                 "--runtime"};
    QTest::newRow("of templates") << words("templates -h")
                                  << QByteArrayList{"Usage: coldframe-cli templates", "--output"};
    QTest::newRow("of generate-event")
        << words("generate-event --help")
        << QByteArrayList{"Usage: coldframe-cli generate-event ID", "--set"};
    QTest::newRow("of tune") << words("tune --help")
                             << QByteArrayList{"Usage: coldframe-cli tune TARGET",
                                               "visualiser-url for a link"};
    QTest::newRow("of doctor") << words("doctor --help")
                               << QByteArrayList{"Usage: coldframe-cli doctor", "--output"};
}

void tst_Usage::help()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArrayList, mentions);

    const CliRun run = m_cli.run(arguments);

    QCOMPARE(run.status, ExitStatus::Succeeded);
    QCOMPARE(run.err, QByteArray());
    for (const QByteArray &mention : mentions)
        QVERIFY2(run.out.contains(mention), mention.constData());
    QVERIFY(!run.out.contains("tst_cli"));
}

void tst_Usage::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("mention"); ///< in the sentence

    const QByteArray file = handlerFile("python/hello.py").toLocal8Bit();
    const auto row = [](const char *title, const QByteArray &arguments, const char *mention) {
        QTest::newRow(title) << words(arguments.constData()) << QByteArray(mention);
    };
    row("an unknown command", "dance", "\"dance\"");
    row("an unknown option of the program", "--dance", "\"--dance\"");
    row("an unknown option of invoke", "invoke " + file + " --dance", "dance");
    row("an unknown option of templates", "templates --dance", "dance");
    row("an unknown option of generate-event", "generate-event sqs --dance", "dance");
    row("an unknown option of doctor", "doctor --dance", "dance");
    row("invoke without a target", "invoke", "TARGET");
    row("invoke with two targets", "invoke a.py b.py", "TARGET");
    row("an option without its value", "invoke " + file + " --event", "event");
    row("a target that is missing", "invoke /nonexistent/app.py", "/nonexistent/app.py");
    row("a workspace without that function",
        "invoke nothing --workspace " COLDFRAME_SOURCE_DIR "/tests/data/workspaces/handlers",
        "nothing");
    row("a workspace that is missing", "invoke app --workspace /nonexistent", "/nonexistent");
    row("an event file that is missing", "invoke " + file + " --event /nonexistent.json",
        "/nonexistent.json");
    row("a template that is missing", "invoke " + file + " --template nothing", "nothing");
    row("event and template", "invoke " + file + " --event - --template sqs", "--template");
    row("set without template", "invoke " + file + " --set name=Ada", "--set");
    row("set without a value", "invoke " + file + " --template hello --set name", "KEY=VALUE");
    row("set of an unknown parameter", "invoke " + file + " --template hello --set nome=Ada",
        "nome");
    row("set of a value that does not fit", "invoke " + file + " --template sqs --set count=many",
        "count");
    row("memory that is no number", "invoke " + file + " --memory lots", "--memory");
    row("memory out of range", "invoke " + file + " --memory 64", "128");
    row("a timeout that is no number", "invoke " + file + " --timeout soon", "--timeout");
    row("a timeout of nothing", "invoke " + file + " --timeout 0", "--timeout");
    row("a timeout that is not finite", "invoke " + file + " --timeout nan", "--timeout");
    row("a timeout that is infinite", "invoke " + file + " --timeout inf", "--timeout");
    row("a timeout that is too long", "invoke " + file + " --timeout 901", "--timeout");
    row("an isolation that is unknown", "invoke " + file + " --isolation docker", "--isolation");
    row("an output that is unknown", "invoke " + file + " --output xml", "xml");
    row("an output that is unknown, of doctor", "doctor --output xml", "xml");
    row("an output that is unknown, of templates", "templates --output xml", "xml");
    row("repeat of nothing", "invoke " + file + " --repeat 0", "--repeat");
    row("repeat beyond any patience", "invoke " + file + " --repeat 99999999999",
        "a whole number from 1 to 2147483647");
    row("repeat that is no number", "invoke " + file + " --repeat often", "--repeat");
    row("a variable without a value", "invoke " + file + " --env TABLE", "KEY=VALUE");
    row("a variable without a name", "invoke " + file + " --env =1", "KEY=VALUE");
    row("a variable with a wrong name", "invoke " + file + " --env 1A=1", "1A");
    row("a reserved variable", "invoke " + file + " --env AWS_REGION=eu-west-1", "\"AWS_REGION\"");
    row("storage that is no number", "invoke " + file + " --ephemeral-storage big",
        "--ephemeral-storage");
    row("too little storage", "invoke " + file + " --ephemeral-storage 511", "512");
    row("a log format that is unknown", "invoke " + file + " --log-format xml", "text or json");
    row("a log level that is unknown", "invoke " + file + " --log-format json --log-level loud",
        "--log-level");
    row("a log level that the platform has not",
        "invoke " + file + " --log-format json --system-log-level ERROR", "--system-log-level");
    row("a log level with text", "invoke " + file + " --log-level DEBUG", "--log-format json");
    row("a system log level with text",
        "invoke " + file + " --log-format text --system-log-level DEBUG", "--log-format json");
    row("a layer that is missing", "invoke " + file + " --layer /nonexistent/layer",
        "/nonexistent/layer");
    row("one layer twice", "invoke " + file + " --layer /usr --layer /usr",
        "Two different versions");
    row("six layers",
        "invoke " + file
            + " --layer /usr --layer /etc --layer /bin --layer /tmp --layer /var --layer /dev",
        "more than 5 layers");
    row("a client context that is missing",
        "invoke " + file + " --client-context /nonexistent.json", "/nonexistent.json");
    row("a client context that is no JSON", "invoke " + file + " --client-context {custom",
        "--client-context");
    row("a bandwidth limit without a stream", "invoke " + file + " --bandwidth-limit", "--stream");
    row("a trace of an asynchronous run", "invoke " + file + " --asynchronous --trace t.json",
        "--trace: it does not go together with --asynchronous");
    row("a trace without tracing", "invoke " + file + " --no-trace --trace t.json",
        "--trace: it does not go together with --no-trace");
    row("a trace without a name", "invoke " + file + " --trace=", "the name of a file");
    const QByteArray folder = QDir::tempPath().toLocal8Bit();
    for (const QByteArray &command :
         QByteArrayList{"invoke " + file + " --trace ", "tune " + file + " --report ",
                        "test --junit ", "report last --to "}) {
        QTest::addRow("a target in a missing folder: %s", command.constData())
            << words(command + "/nonexistent/x") << QByteArray("there is no folder /nonexistent");
        QTest::addRow("a folder as target: %s", command.constData())
            << words(command + folder) << folder + " is a folder, not a file";
    }
    row("credentials that are not there", "invoke " + file + " --pass-credentials",
        "AWS_ACCESS_KEY_ID");
    row("a language that is not run", "invoke " + file + " --runtime dotnet8", "dotnet8");
    row("generate-event without an id", "generate-event", "id");
    row("generate-event with two ids", "generate-event sqs sns", "id");
    row("generate-event of an unknown template", "generate-event nothing", "nothing");
}

void tst_Usage::wrongUsage()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, mention);
    qunsetenv("AWS_ACCESS_KEY_ID");

    const CliRun run = m_cli.run(arguments);

    QCOMPARE(static_cast<int>(run.status), 2);
    QCOMPARE(run.out, QByteArray());
    QVERIFY2(run.err.startsWith("coldframe-cli: "), run.err.constData());
    QVERIFY2(run.err.contains(mention), run.err.constData());
    QCOMPARE(run.err.count('\n'), 1); // one sentence
    QVERIFY2(run.err.endsWith(".\n"), run.err.constData());
    QVERIFY2(!run.err.contains(".."), run.err.constData());
}

void tst_Usage::withoutArguments()
{
    const CliRun run = m_cli.run({});

    QCOMPARE(run.status, ExitStatus::NotRun);
    QCOMPARE(run.out, QByteArray());
    QVERIFY(run.err.startsWith("Usage: coldframe-cli COMMAND"));
}

COLDFRAME_TEST(tst_Usage);

#include "tst_usage.moc"
