// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/runstore.h"
#include "core/project/owndirectory.h"
#include "tests/cli/clirun.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;
using cli::ExitStatus;

/// `compare` and `report`, which read the history.
class tst_Comparing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void comparesTwoRuns();
    void comparesWithATag();
    void saysWhatWouldCount();
    void aRunCountsOnce();
    void remarksOnTheSides_data();
    void remarksOnTheSides();
    void tellsHowToMakeABaseline();
    void writesARun();
    void writesAComparisonIntoAFile();
    void wrongUsage_data();
    void wrongUsage();

private:
    CliRun run(const QStringList &arguments)
    {
        return m_cli->run(arguments + QStringList{u"--workspace"_qs, m_folder->path()});
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CliTest> m_cli;
};

void tst_Comparing::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_cli = std::make_unique<CliTest>();
    QVERIFY(provideOwnDirectory(m_folder->path()).has_value());
    auto store = RunStore::open(RunStore::fileOf(m_folder->path()));
    QVERIFY(store.has_value());
    std::vector<RunId> early;
    // Six runs of 10 to 15 ms, then six of 30 to 35 ms; the last one answers something else.
    for (int i = 0; i < 12; ++i) {
        InvocationRecord record;
        record.requestId
            = QStringLiteral("%1-2222-4333-8444-555555555555").arg(i, 8, 16, QLatin1Char('0'));
        record.function.name = u"orders"_qs;
        record.report.duration = 1ms * ((i < 6 ? 10 : 24) + i);
        record.report.billedDuration = 1ms * ((i < 6 ? 10 : 24) + i);
        record.phases = {{PhaseKind::Invoke, 0ns, record.report.duration}};
        record.response = i == 11 ? R"({"total":2})" : R"({"total":1})";
        LogLine line;
        line.text = i == 11 ? "two" : "one";
        record.log = {line};
        const auto id = store->append(record, {});
        QVERIFY(id.has_value());
        if (i < 6)
            early.push_back(*id);
    }
    QVERIFY(store->setBaseline(early).has_value());
}

void tst_Comparing::comparesTwoRuns()
{
    const CliRun compared = run({u"compare"_qs, u"1"_qs, u"last"_qs});

    QVERIFY2(compared.status == ExitStatus::Succeeded, compared.err.constData());
    for (const char *text :
         {"10.0 ms", "35.0 ms", "+25.0 ms", "too few runs", "/total: 1 -> 2", "- one\n+ two\n"})
        QVERIFY2(compared.out.contains(text), compared.out.constData());
}

void tst_Comparing::comparesWithATag()
{
    const CliRun compared = run({u"compare"_qs, u"tag:baseline"_qs, u"7,8,9,10,11,12"_qs});

    QVERIFY2(compared.status == ExitStatus::Succeeded, compared.err.constData());
    for (const char *text : {"A: 6 run(s), 0 cold", "B: 6 run(s), 0 cold", "larger, not by chance"})
        QVERIFY2(compared.out.contains(text), compared.out.constData());
}

void tst_Comparing::saysWhatWouldCount()
{
    const CliRun compared = run({u"compare"_qs, u"1,3,5,8,10,12"_qs, u"2,4,6,7,9,11"_qs});

    QVERIFY2(compared.out.contains("may be chance (p = "), compared.out.constData());
    QVERIFY2(compared.out.contains("; below 0.01 counts)"), compared.out.constData());
}

void tst_Comparing::aRunCountsOnce()
{
    const CliRun compared = run({u"compare"_qs, u"1,1,1,1,1"_qs, u"7,7,00000006-,7,7"_qs});

    QVERIFY2(compared.status == ExitStatus::Succeeded, compared.err.constData());
    for (const char *text : {"A: 1 run(s), 0 cold", "B: 1 run(s), 0 cold", "too few runs"})
        QVERIFY2(compared.out.contains(text), compared.out.constData());
    const CliRun baseline = run({u"history"_qs, u"baseline"_qs, u"2"_qs, u"2"_qs, u"2"_qs});
    QCOMPARE(baseline.err, QByteArray("Runs of the baseline: 1\n"));
}

void tst_Comparing::remarksOnTheSides_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QByteArray>("remark"); // empty: none

    // The runs 13 and 14 are cold ones.
    QTest::newRow("warm and warm") << u"1,2"_qs << u"3"_qs << QByteArray();
    QTest::newRow("cold and cold") << u"13"_qs << u"14"_qs << QByteArray();
    QTest::newRow("on both sides")
        << u"1,2,3"_qs << u"2,3"_qs << QByteArray("2 run(s) are on both sides.");
    QTest::newRow("cold and warm")
        << u"1,2"_qs << u"13,14"_qs << QByteArray("One side has cold starts, the other warm runs");
    QTest::newRow("both in a side")
        << u"1,13"_qs << u"2"_qs << QByteArray("Cold starts and warm runs count together.");
    QTest::newRow("both in both") << u"1,13"_qs << u"2,14"_qs
                                  << QByteArray("Cold starts and warm runs count together.");
}

void tst_Comparing::remarksOnTheSides()
{
    QFETCH(const QString, left);
    QFETCH(const QString, right);
    QFETCH(const QByteArray, remark);
    auto store = RunStore::open(RunStore::fileOf(m_folder->path()));
    for (const char *requestId : {"cold-1", "cold-2"}) {
        InvocationRecord record;
        record.requestId = QString::fromLatin1(requestId);
        record.coldStart = ColdStartReason::Requested;
        QVERIFY(store->append(record, {}).has_value());
    }

    const CliRun compared = run({u"compare"_qs, left, right});

    QVERIFY2(compared.status == ExitStatus::Succeeded, compared.err.constData());
    QVERIFY2(compared.out.contains(remark), compared.out.constData());
    const bool hasRemark = compared.out.contains(" on both sides.")
        || compared.out.contains("cold starts,") || compared.out.contains("Cold starts and");
    QCOMPARE(hasRemark, !remark.isEmpty());
}

void tst_Comparing::tellsHowToMakeABaseline()
{
    QCOMPARE(
        run({u"history"_qs, u"baseline"_qs, u"--function"_qs, u"orders"_qs, u"--clear"_qs}).status,
        ExitStatus::Succeeded);

    const CliRun compared = run({u"compare"_qs, u"tag:baseline"_qs, u"last"_qs});

    QCOMPARE(compared.status, ExitStatus::NotRun);
    QVERIFY2(compared.err.contains("coldframe-cli history baseline"), compared.err.constData());
}

void tst_Comparing::writesARun()
{
    const CliRun report = run({u"report"_qs, u"last"_qs});

    QVERIFY2(report.status == ExitStatus::Succeeded, report.err.constData());
    QVERIFY(report.out.startsWith("<!DOCTYPE html>"));
    QVERIFY(report.out.contains("35.0 ms"));
}

void tst_Comparing::writesAComparisonIntoAFile()
{
    const QString path = m_folder->filePath(u"page.html"_qs);

    const CliRun report = run({u"report"_qs, u"tag:baseline"_qs, u"00000008"_qs, u"--to"_qs, path});

    QVERIFY2(report.status == ExitStatus::Succeeded, report.err.constData());
    QVERIFY(report.out.isEmpty());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("compared with"));
}

void tst_Comparing::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("one side") << QStringList{u"compare"_qs, u"1"_qs} << QByteArray("two SIDEs");
    QTest::newRow("no side") << QStringList{u"report"_qs} << QByteArray("one SIDE");
    QTest::newRow("no such run") << QStringList{u"report"_qs, u"99"_qs} << QByteArray("99");
    QTest::newRow("no such tag") << QStringList{u"report"_qs, u"tag:none"_qs}
                                 << QByteArray("tag:none");
    QTest::newRow("no tag at all")
        << QStringList{u"compare"_qs, u"tag: "_qs, u"2"_qs} << QByteArray("names no tag");
    QTest::newRow("a folder that is not there")
        << QStringList{u"report"_qs, u"1"_qs, u"--to"_qs, u"/no/such/folder/page.html"_qs}
        << QByteArray("there is no folder /no/such/folder");
}

void tst_Comparing::wrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, said);

    const CliRun compared = run(arguments);

    QCOMPARE(compared.status, ExitStatus::NotRun);
    QVERIFY2(compared.err.contains(said), compared.err.constData());
}

COLDFRAME_TEST(tst_Comparing);

#include "tst_comparing.moc"
