// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/probe/probesheet.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;

class tst_ProbeSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWorstComesFirst();
    void tablesShowEachRun();
    void stateWithoutEffectHasNoColdRuns();
    void cells_data();
    void cells();
    void onlyVariablesNameAFile();
    void aCutValueIsSaid();
    void somethingIsNeverSeen_data();
    void somethingIsNeverSeen();
};

namespace {

SurvivingState survivor(const char *name, std::vector<SurvivingState::Effect> effects = {})
{
    SurvivingState state;
    state.name = QString::fromLatin1(name);
    state.type = QStringLiteral("int");
    for (int i = 0; i < 3; ++i)
        state.values.push_back(QString::number(i));
    for (int i = 0; i < 2; ++i) {
        state.before.push_back({true, QString::number(i)});
        state.after.push_back({true, QString::number(i + 1)});
    }
    state.effects = std::move(effects);
    return state;
}

ResponseValue result(const char *path)
{
    ResponseValue value;
    value.path = QString::fromLatin1(path);
    value.warm = {QStringLiteral("1"), QStringLiteral("2")};
    value.cold = {QStringLiteral("1"), QStringLiteral("1")};
    value.variation = ResponseValue::Variation::DependsOnEarlier;
    return value;
}

ProbeReport leakyReport()
{
    ProbeReport report;
    report.state
        = {survivor("counter", {{QStringLiteral("count"), false, Link::Equal}}), survivor("cache")};
    report.dependent = {result("count"), result("mystery")};
    report.warmRuns = 2;
    report.coldRuns = 2;
    report.newProcesses = {true, false};
    report.module = QStringLiteral("app.py");
    return report;
}

ProbeSheet sheetOf(const ProbeReport &report)
{
    return probeSheetOf(report, ProbeKind::Statelessness);
}

/// "1 cold 0 1"
QStringList rowsOf(const ProbeTable &table)
{
    QStringList rows;
    for (const auto &row : table.rows) {
        QStringList cells;
        for (const ProbeTable::Cell &cell : row)
            cells.append(cell.text);
        rows.append(cells.join(u' '));
    }
    return rows;
}

} // namespace

void tst_ProbeSheet::theWorstComesFirst()
{
    const ProbeSheet sheet = sheetOf(leakyReport());

    QStringList titles;
    for (const ProbeEntry &finding : sheet.findings)
        titles.append(finding.title);
    const QStringList expected{QStringLiteral("counter (int)"),
                               QStringLiteral("The response's `mystery`"),
                               QStringLiteral("cache (int)")};
    QCOMPARE(titles, expected);
    QVERIFY(sheet.findings[1].kind == ProbeEntry::Kind::Leak);
    QVERIFY(sheet.findings[2].kind == ProbeEntry::Kind::Survivor);
    QCOMPARE(sheet.findings[0].below.size(), std::size_t(1));
    QVERIFY(sheet.findings[0].below[0].sentence.contains(QStringLiteral("`count` was 1")));
}

void tst_ProbeSheet::tablesShowEachRun()
{
    const ProbeTable table = sheetOf(leakyReport()).findings[0].table;

    const QStringList headers{QStringLiteral("Run"), QStringLiteral("Start"),
                              QStringLiteral("Before"), QStringLiteral("After"),
                              QStringLiteral("Response count")};
    QCOMPARE(table.headers, headers);
    const QStringList rows{QStringLiteral("1 cold 0 1 1"), QStringLiteral("2 warm 1 2 2"),
                           QStringLiteral("3 cold – – 1"), QStringLiteral("4 cold – – 1")};
    QCOMPARE(rowsOf(table), rows);
}

void tst_ProbeSheet::stateWithoutEffectHasNoColdRuns()
{
    const ProbeTable table = sheetOf(leakyReport()).findings[2].table;

    const QStringList rows{QStringLiteral("1 cold 0 1"), QStringLiteral("2 warm 1 2")};
    QCOMPARE(rowsOf(table), rows);
}

void tst_ProbeSheet::cells_data()
{
    QTest::addColumn<bool>("isFile");
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("hadNewProcesses");
    QTest::addColumn<QString>("row");

    const auto row = [](const char *name, bool isFile, const char *text, const char *expected) {
        QTest::newRow(name) << isFile << true << QString::fromLatin1(text) << false
                            << QString::fromLatin1(expected);
    };
    row("a value", false, "7", "2 warm 7 2");
    row("bytes of a file", true, "7", "2 warm 7 bytes 2 bytes");
    row("a folder", true, "", "2 warm a folder 2 bytes");
    QTest::newRow("not there") << false << true << QString() << false
                               << QStringLiteral("2 warm absent 2");
    QTest::newRow("nobody could look")
        << false << false << QString() << false << QStringLiteral("2 warm not observed 2");
    QTest::newRow("new processes")
        << false << true << QStringLiteral("0") << true << QStringLiteral("2 new processes 0 2");
}

void tst_ProbeSheet::cells()
{
    QFETCH(const bool, isFile);
    QFETCH(const bool, isKnown);
    QFETCH(const QString, text);
    QFETCH(const bool, hadNewProcesses);
    QFETCH(const QString, row);
    ProbeReport report = leakyReport();
    report.dependent.clear();
    report.state = {survivor("x")};
    report.state[0].before[1] = {isKnown, text.isNull() ? std::nullopt : std::optional(text)};
    if (isFile)
        report.state[0].place = SurvivingState::Place::TemporaryFile;
    report.newProcesses[1] = hadNewProcesses;

    QCOMPARE(rowsOf(sheetOf(report).findings[0].table)[1], row);
}

void tst_ProbeSheet::onlyVariablesNameAFile()
{
    ProbeReport report = leakyReport();
    report.state[1].place = SurvivingState::Place::TemporaryFile;

    const ProbeSheet sheet = sheetOf(report);

    QCOMPARE(sheet.findings[0].file, QStringLiteral("app.py"));
    QCOMPARE(sheet.findings[1].file, QString());
    QCOMPARE(sheet.findings[2].file, QString());
    QCOMPARE(sheet.findings[2].title, QStringLiteral("/tmp/cache"));
}

void tst_ProbeSheet::aCutValueIsSaid()
{
    ProbeReport report = leakyReport();
    report.state[0].isCut = true;

    const ProbeSheet sheet = sheetOf(report);

    QVERIFY(sheet.findings[0].note.contains(QStringLiteral("only the beginning")));
    QVERIFY(sheet.findings[2].note.isEmpty());
}

void tst_ProbeSheet::somethingIsNeverSeen_data()
{
    QTest::addColumn<Sight>("sight");
    QTest::addColumn<int>("sentences");
    QTest::addColumn<bool>("namesTheModule");

    QTest::newRow("all variables") << Sight::Everything << 1 << true;
    QTest::newRow("exports only") << Sight::ExportsOnly << 2 << true;
    QTest::newRow("no variables") << Sight::Nothing << 2 << false;
}

void tst_ProbeSheet::somethingIsNeverSeen()
{
    QFETCH(const Sight, sight);
    QFETCH(const int, sentences);
    QFETCH(const bool, namesTheModule);
    ProbeReport report = leakyReport();
    report.variables = sight;

    const ProbeSheet sheet = sheetOf(report);

    QCOMPARE(int(sheet.unseen.size()), sentences);
    QCOMPARE(sheet.unseen.back().sentence.contains(QStringLiteral("app.py")), namesTheModule);
    QVERIFY(sheet.unseen.back().sentence.contains(QStringLiteral("outside of its environment")));
}

COLDFRAME_TEST(tst_ProbeSheet);

#include "tst_probesheet.moc"
