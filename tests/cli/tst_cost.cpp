// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "core/billing/activepricebook.h"
#include "tests/cli/clirun.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;
using namespace coldframe::test;
using cli::ExitStatus;

class tst_Cost : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_cli = std::make_unique<CliTest>(); }
    void printsAMonth();
    void explainsEachFigure();
    void printsJson();
    void takesFiguresOfRuns();
    void refusesRunsThatDoNotBelongTogether();
    void readsUnits_data();
    void readsUnits();
    void comparesWithInstances();
    void ownPricesCount();
    void ownPricesThatAreWrongStopIt();
    void saysThatPricesAreOld();
    void refusesWrongOptions_data();
    void refusesWrongOptions();

private:
    OrderedJson json(const QStringList &options, const QByteArray &input = {})
    {
        const CliRun run = m_cli->run(words("cost --output json") + options, input);
        return parseJson(run.out).value_or(OrderedJson());
    }

    std::unique_ptr<CliTest> m_cli;
};

COLDFRAME_TEST(tst_Cost);

void tst_Cost::printsAMonth()
{
    const CliRun run = m_cli->run(
        words("cost --requests 3000000 --duration 120ms --memory 1536 --free-tier on"));

    QCOMPARE(run.status, ExitStatus::Succeeded);
    QCOMPARE(run.err, QByteArray());
    QVERIFY(run.out.startsWith("3,000,000 requests a month (1.14 a second), 120 ms at 1,536 MB"));
    QVERIFY(run.out.contains("\nTotal a month   $2.73  $2.27\n"));
    QVERIFY(run.out.contains("\n- The free tier is taken off before the first price tier"));
    QVERIFY(run.out.contains("Coldframe's price book of 2026-09-19, us-east-1."));
    QVERIFY(!run.out.contains("540,000"));
    QVERIFY(!run.out.contains("t3.medium"));
}

void tst_Cost::explainsEachFigure()
{
    const CliRun run = m_cli->run(
        words("cost --requests 3000000 --duration 120ms --memory 1536 --free-tier on --explain"));

    QVERIFY(
        run.out.contains("    x86_64  In a month: 3,000,000 × 0.12 s × 1.5 GB = 540,000 GB-s\n"));
    QVERIFY(run.out.contains("    x86_64  Cost: 140,000 GB-s × $0.0000166667 = $2.333338\n"));
    QVERIFY(run.out.contains("    arm64   Cost: 140,000 GB-s × $0.0000133334 = $1.866676\n"));
    QVERIFY(run.out.contains("    x86_64  Total: $0.40 + $2.333338 = $2.733338\n"));
}

void tst_Cost::printsJson()
{
    const OrderedJson month
        = json(words("--requests 3000000 --duration 120ms --memory 1536 --free-tier on"));

    QCOMPARE(month["x86_64"]["total"].get<std::string>(), std::string("2.733338"));
    QCOMPARE(month["traffic"]["requestsPerMonth"].get<int>(), 3'000'000);
    QCOMPARE(month["instances"].size(), std::size_t(0));
}

void tst_Cost::takesFiguresOfRuns()
{
    const auto record = [](bool cold, double duration, int billed) {
        return QByteArray(R"({"status":"success","coldStart":%1,"function":{"name":"f",)"
                          R"("memorySizeMB":512,"architecture":"arm64","region":"us-east-1"},)"
                          R"("report":{"durationMs":%2,"billedDurationMs":%3,%4)"
                          R"("maxMemoryUsedMB":60}})")
            .replace("%1", cold ? "true" : "false")
            .replace("%2", QByteArray::number(duration))
            .replace("%3", QByteArray::number(billed))
            .replace("%4", cold ? "\"initDurationMs\":100.2," : "");
    };
    // handler 5, 3, 2 ms: average 3.333 ms; cold 1 of 3, which adds 105 - 5 = 100 ms
    const QByteArray runs
        = record(true, 4.8, 105) + '\n' + record(false, 2.5, 3) + '\n' + record(false, 1.5, 2);

    OrderedJson month = json(words("--runs -"), runs);
    QCOMPARE(month["traffic"]["memorySizeMB"].get<int>(), 512);
    QVERIFY(month["traffic"]["durationIsAverageOfBilled"].get<bool>());
    QCOMPARE(month["traffic"]["durationMs"].get<double>(), 3.333333);
    QCOMPARE(month["traffic"]["initMs"].get<double>(), 100.0);
    QCOMPARE(month["traffic"]["coldShare"].get<double>(), 0.333333);

    month = json(words("--runs - --percentile p90 --cold-share 2% --memory 1024"), runs);
    QCOMPARE(month["traffic"]["durationMs"].get<double>(), 4.8);
    QCOMPARE(month["traffic"]["coldShare"].get<double>(), 0.02);
    QCOMPARE(month["traffic"]["memorySizeMB"].get<int>(), 1024);

    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("runs.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(runs);
    file.close();
    const CliRun run = m_cli->run(words("cost --runs") + QStringList{file.fileName()});
    QVERIFY(run.out.contains("measured in 3 runs"));
    QVERIFY(run.out.contains("that of 3 runs here"));
}

void tst_Cost::refusesRunsThatDoNotBelongTogether()
{
    const auto record = [](const char *name, int memory) {
        return QByteArray(R"({"status":"success","coldStart":false,"function":{"name":"%1",)"
                          R"("memorySizeMB":%2,"architecture":"arm64","region":"us-east-1"},)"
                          R"("report":{"durationMs":1,"billedDurationMs":1,)"
                          R"("maxMemoryUsedMB":60}})")
            .replace("%1", name)
            .replace("%2", QByteArray::number(memory));
    };

    QVERIFY(m_cli->run(words("cost --runs -"), record("a", 128) + record("b", 128))
                .err.contains("different functions or memory sizes"));
    QVERIFY(m_cli->run(words("cost --runs -"), record("a", 128) + record("a", 256))
                .err.contains("different functions or memory sizes"));
    QVERIFY(m_cli->run(words("cost --runs -")).err.contains("there is no run in it"));
    QCOMPARE(m_cli->run(words("cost --runs /nonexistent")).status, ExitStatus::NotRun);
}

void tst_Cost::readsUnits_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<double>("value");

    QTest::newRow("a second") << u"--requests 2.5/s"_qs << QByteArray("requestsPerMonth")
                              << 6'570'000.0;
    QTest::newRow("as many a month as an exponent says")
        << u"--requests 2.5e6"_qs << QByteArray("requestsPerMonth") << 2'500'000.0;
    QTest::newRow("the longest duration")
        << u"--duration 15min"_qs << QByteArray("durationMs") << 900'000.0;
    QTest::newRow("an hour") << u"--requests 10/h"_qs << QByteArray("requestsPerMonth") << 7'300.0;
    QTest::newRow("a day") << u"--requests 24/day"_qs << QByteArray("requestsPerMonth") << 730.0;
    QTest::newRow("a share") << u"--cold-share 0.5%"_qs << QByteArray("coldShare") << 0.005;
    QTest::newRow("seconds") << u"--init 1.5s"_qs << QByteArray("initMs") << 1500.0;
    QTest::newRow("microseconds") << u"--init 20us"_qs << QByteArray("initMs") << 0.02;
    QTest::newRow("a factor") << u"--arm64-factor 0.9"_qs << QByteArray("arm64Factor") << 0.9;
}

void tst_Cost::readsUnits()
{
    QFETCH(QString, options);
    QFETCH(QByteArray, key);
    QFETCH(double, value);

    const OrderedJson month = json(words("--duration 100ms") + options.split(u' '));

    QCOMPARE(month["traffic"][key.toStdString()].get<double>(), value);
}

void tst_Cost::comparesWithInstances()
{
    const CliRun run = m_cli->run(words("cost --requests 1000000 --duration 200ms --memory 1024 "
                                        "--instances --peak 60/s --cpu 50ms"));

    QVERIFY(run.out.contains("At the peak: 60.0 requests a second, each with 50 ms of CPU time"));
    bool found = false;
    for (const QByteArray &line : run.out.split('\n')) {
        if (!line.startsWith("t3.medium"))
            continue;
        found = true;
        QVERIFY(line.contains("3.27 a second"));
        QVERIFY(line.endsWith("no, it needs 3")); // 12 GB of memory in 4 each
    }
    QVERIFY(found);
}

void tst_Cost::ownPricesCount()
{
    const QTemporaryDir config;
    const QByteArray shipped
        = activePriceBookText(QStringLiteral(COLDFRAME_SOURCE_DIR), {}).value();
    QVERIFY(storeUsersPriceBook(config.path(),
                                QByteArray(shipped).replace("\"0.0000002\"", "\"0.0000001\"")));
    m_cli->configDirectory = config.path();

    const CliRun run = m_cli->run(words("cost --requests 1000000 --duration 0ms --memory 128"));

    QVERIFY(run.out.contains("$0.10"));
    QVERIFY(run.out.contains("Your own price book of 2026-09-19"));
}

void tst_Cost::ownPricesThatAreWrongStopIt()
{
    const QTemporaryDir config;
    QFile file(config.filePath(QStringLiteral("pricing.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{}");
    file.close();
    m_cli->configDirectory = config.path();

    const CliRun run = m_cli->run(words("cost --duration 1ms"));

    QCOMPARE(run.status, ExitStatus::NotRun);
    QVERIFY(run.err.contains(file.fileName().toUtf8()));
    QCOMPARE(run.out, QByteArray());
}

void tst_Cost::saysThatPricesAreOld()
{
    m_cli->today = QDate(2027, 1, 1);

    const CliRun run = m_cli->run(words("cost --duration 1ms --output json"));

    QCOMPARE(run.status, ExitStatus::Succeeded);
    QVERIFY(run.err.contains("These prices are of 2026-09-19, more than 90 days ago."));
    QVERIFY(parseJson(run.out));
}

void tst_Cost::refusesWrongOptions_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QByteArray>("said");

    QTest::newRow("neither duration nor runs") << QString() << QByteArray("--duration or --runs");
    QTest::newRow("a time without unit")
        << u"--duration 120"_qs << QByteArray("--duration: \"120\"");
    QTest::newRow("a share without %")
        << u"--duration 1ms --cold-share 0.01"_qs << QByteArray("--cold-share: \"0.01\"");
    QTest::newRow("a rate in years")
        << u"--duration 1ms --requests 5/year"_qs << QByteArray("--requests: \"5/year\"");
    QTest::newRow("half a request a month")
        << u"--duration 1ms --requests 0.5"_qs << QByteArray("--requests: \"0.5\"");
    QTest::newRow("half a request, said of a month")
        << u"--duration 1ms --requests 2.5/month"_qs << QByteArray("--requests: \"2.5/month\"");
    QTest::newRow("longer than Lambda lets a function run")
        << u"--duration 15.1min"_qs << QByteArray("--duration: \"15.1min\", it must be at most");
    QTest::newRow("too little memory")
        << u"--duration 1ms --memory 64"_qs << QByteArray("--memory: 64");
    QTest::newRow("a size without unit")
        << u"--duration 1ms --payload 300"_qs << QByteArray("--payload: \"300\"");
    QTest::newRow("an architecture")
        << u"--duration 1ms --architecture mips"_qs << QByteArray("--architecture: \"mips\"");
    QTest::newRow("a region") << u"--duration 1ms --region moon-1"_qs
                              << QByteArray("no price for the region \"moon-1\"");
    QTest::newRow("a free tier") << u"--duration 1ms --free-tier 5"_qs
                                 << QByteArray("--free-tier: \"5\"");
    QTest::newRow("an argument") << u"app.py"_qs << QByteArray("no argument");
}

void tst_Cost::refusesWrongOptions()
{
    QFETCH(QString, options);
    QFETCH(QByteArray, said);

    const CliRun run = m_cli->run(words("cost") + options.split(u' ', Qt::SkipEmptyParts));

    QCOMPARE(run.status, ExitStatus::NotRun);
    QVERIFY2(run.err.contains(said), run.err.constData());
    QCOMPARE(run.out, QByteArray());
}

#include "tst_cost.moc"
