// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "tests/cli/clirun.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;
using namespace coldframe::test;
using cli::ExitStatus;

class tst_Probe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exitStatuses_data();
    void exitStatuses();
    void sentences();
    void reportAsJson();
    void duplicate();
    void progressOnStandardError();
    void wrongUsage_data();
    void wrongUsage();
    void helpShowsWhatItTakes();

private:
    CliRun probe(const QStringList &arguments)
    {
        return m_cli.run(QStringList{QStringLiteral("probe")} + arguments);
    }

    CliTest m_cli;
};

namespace {

QString exampleFolder()
{
    return QStringLiteral(COLDFRAME_SOURCE_DIR "/examples/stateful-counter");
}

/// The Python function of the example, so many times warm and as often cold.
QStringList exampleArguments(int times = 2)
{
    return {QStringLiteral("counter"), QStringLiteral("--workspace"), exampleFolder(),
            QStringLiteral("--times"), QString::number(times)};
}

} // namespace

void tst_Probe::exitStatuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<ExitStatus>("status");

    const QStringList twice{QStringLiteral("--times"), QStringLiteral("2")};
    QTest::newRow("nothing found")
        << QStringList{handlerFile("python/echo.py")} + twice << ExitStatus::Succeeded;
    QTest::newRow("every invocation fails alike")
        << QStringList{handlerFile("python/raises.py")} + twice << ExitStatus::Succeeded;
    QTest::newRow("a result depended on an earlier invocation, Python")
        << exampleArguments() << ExitStatus::ResultDepended;
    QTest::newRow("a result depended on an earlier invocation, Node.js")
        << QStringList{exampleFolder() + QStringLiteral("/counter-node/app.js")} + twice
        << ExitStatus::ResultDepended;
    QTest::newRow("no invocation was warm")
        << QStringList{handlerFile("python/exits.py")} + twice << ExitStatus::NotRun;
    QTest::newRow("nothing could be run")
        << QStringList{QStringLiteral("nowhere.py")} + twice << ExitStatus::NotRun;
}

void tst_Probe::exitStatuses()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const ExitStatus, status);

    const CliRun run = probe(arguments);

    QVERIFY2(run.status == status, (run.out + run.err).constData());
}

void tst_Probe::sentences()
{
    // Of two, nobody could tell what changes with each from what changes once.
    const CliRun run = probe(exampleArguments(3));

    const QByteArrayList lines = run.out.split('\n');
    QCOMPARE(lines.at(0), QByteArray("Results depended on what earlier invocations had left behind."));
    QVERIFY2(lines.contains("  The response's `count` was 1 in new environments, and 1, 2, 3 one after "
                            "the other in the same one."),
             run.out.constData());
    QVERIFY2(lines.contains("  `count` in app.py went 1, 2, 3 over warm invocations (0 before the "
                            "first); the response's `count` followed it, and the response's "
                            "`visitors` changed whenever it did."),
             run.out.constData());
    QVERIFY2(lines.contains("  /tmp/visitors had 7, 14, 21 bytes after the warm invocations; the "
                            "response's `count`, the response's `visitors` changed whenever it "
                            "did.")
                 || run.out.contains("/tmp is the computer's own"), // no bubblewrap here
             run.out.constData());
    QVERIFY2(lines.contains("  `client` in app.py was set to Client(region=\"us-east-1\") and kept "
                            "over warm invocations (null before the first); no result depended on "
                            "it."),
             run.out.constData());
}

void tst_Probe::reportAsJson()
{
    const CliRun run
        = probe(exampleArguments() + QStringList{QStringLiteral("--output"), QStringLiteral("json")});

    QCOMPARE(run.err, QByteArray());
    const Result<OrderedJson> json = parseJson(run.out);
    QVERIFY(json.has_value());
    QCOMPARE(json->at("judgement").get<std::string>(), std::string("resultDepended"));
    QCOMPARE(json->at("module").get<std::string>(), std::string("app.py"));
    QCOMPARE(json->at("warmInvocations").get<int>(), 2);
    QCOMPARE(json->at("dependentResults").at(0).at("path").get<std::string>(),
             std::string("count"));
}

void tst_Probe::duplicate()
{
    const CliRun run = probe({QStringLiteral("counter"), QStringLiteral("--workspace"),
                              exampleFolder(), QStringLiteral("--duplicate"),
                              QStringLiteral("--event"),
                              exampleFolder() + QStringLiteral("/events/visit.json")});

    QVERIFY(run.status == ExitStatus::ResultDepended);
    QVERIFY(run.out.startsWith(
        "The second delivery of the event had another result than the first.\n"));
}

void tst_Probe::progressOnStandardError()
{
    const CliRun run = probe(exampleArguments());

    QCOMPARE(run.err, QByteArray("Invocation 1 of 4\nInvocation 2 of 4\nInvocation 3 of 4\n"
                                 "Invocation 4 of 4\n"));
}

void tst_Probe::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("message");

    const QString echo = handlerFile("python/echo.py");
    const auto with = [&echo](const char *arguments) { return QStringList{echo} + words(arguments); };
    QTest::newRow("no target") << QStringList{} << QByteArray("Give one TARGET");
    QTest::newRow("once") << with("--times 1") << QByteArray("--times: \"1\"");
    QTest::newRow("too often") << with("--times 101") << QByteArray("2 to 100");
    QTest::newRow("no number") << with("--times many") << QByteArray("--times: \"many\"");
    QTest::newRow("times of a duplicate")
        << with("--duplicate --times 3") << QByteArray("--times and --duplicate");
    QTest::newRow("cold") << with("--cold") << QByteArray("--cold: probe does not have it");
    QTest::newRow("repeat") << with("--repeat 3") << QByteArray("--repeat: probe does not have it");
    QTest::newRow("unknown") << with("--thrice") << QByteArray("thrice");
    QTest::newRow("event and template")
        << with("--event - --template s3") << QByteArray("--event and --template");
}

void tst_Probe::wrongUsage()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, message);

    const CliRun run = probe(arguments);

    QVERIFY(run.status == ExitStatus::NotRun);
    QVERIFY2(run.err.contains(message), run.err.constData());
    QCOMPARE(run.out, QByteArray());
}

void tst_Probe::helpShowsWhatItTakes()
{
    const CliRun run = probe({QStringLiteral("--help")});

    QVERIFY(run.status == ExitStatus::Succeeded);
    for (const char *option : {"--times", "--duplicate", "--event", "--memory"})
        QVERIFY2(run.out.contains(option), option);
    for (const char *option : {"--cold", "--repeat", "--cost", "--stream"})
        QVERIFY2(!run.out.contains(QByteArray("\n  ") + option), option);
}

COLDFRAME_TEST(tst_Probe);

#include "tst_probe.moc"
