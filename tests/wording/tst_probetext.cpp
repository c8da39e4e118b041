// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "wording/probetext.h"

#include <QSet>
#include <QTest>

using namespace coldframe;

class tst_ProbeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyJudgementHasItsOwnSentence();
    void nothingSeenIsNotNothingSurvived();
    void survivingState_data();
    void survivingState();
    void results_data();
    void results();
    void remarks_data();
    void remarks();
    void aPerfectReportHasNoRemarks();
};

namespace {

using Values = std::vector<std::optional<QString>>;

Values valuesOf(const char *text)
{
    Values values;
    for (const QString &word : QString::fromUtf8(text).split(u' ')) {
        values.push_back(word == QStringLiteral("-") ? std::nullopt
                             : word == QStringLiteral("folder")
                             ? std::optional<QString>(QStringLiteral(""))
                             : std::optional(word));
    }
    return values;
}

} // namespace

void tst_ProbeText::everyJudgementHasItsOwnSentence()
{
    ProbeReport clean;
    ProbeReport survived;
    survived.state.emplace_back();
    ProbeReport depended = survived;
    depended.dependent.emplace_back();
    QSet<QString> sentences;
    for (const ProbeReport &report : {clean, survived, depended}) {
        for (const ProbeKind kind : {ProbeKind::Statelessness, ProbeKind::Duplicate})
            sentences.insert(probeSummary(report, kind));
    }
    QCOMPARE(sentences.size(), 6);
    QVERIFY(!sentences.contains(QString()));
}

void tst_ProbeText::nothingSeenIsNotNothingSurvived()
{
    ProbeReport report;
    report.variables = Sight::Nothing;

    QVERIFY(isUnseen(report));
    QCOMPARE(probeVerdict(report), QStringLiteral("Not seen"));
    for (const ProbeKind kind : {ProbeKind::Statelessness, ProbeKind::Duplicate})
        QVERIFY(probeSummary(report, kind) != probeSummary(ProbeReport(), kind));
    report.dependent.emplace_back(); // responses are compared all the same
    QVERIFY(!isUnseen(report));
    QCOMPARE(probeVerdict(report), QStringLiteral("A leak changes results"));
}

void tst_ProbeText::survivingState_data()
{
    QTest::addColumn<SurvivingState>("state");
    QTest::addColumn<QString>("text");

    using Place = SurvivingState::Place;
    const auto row = [](const char *name, Place place, const char *values,
                        const std::vector<SurvivingState::Effect> &effects, const char *text) {
        SurvivingState state;
        state.place = place;
        state.name = QStringLiteral("x");
        state.type = QStringLiteral("int");
        state.values = valuesOf(values);
        state.effects = effects;
        QTest::newRow(name) << state << QString::fromUtf8(text);
    };
    const SurvivingState::Effect count{QStringLiteral("count"), false, Link::Equal};
    const SurvivingState::Effect hit{QStringLiteral("hit"), false, Link::Together};
    const SurvivingState::Effect whole{{}, false, Link::Together};
    const SurvivingState::Effect outcome{{}, true, Link::Together};
    row("a counter", Place::Variable, "0 1 2 3", {count},
        "`x` in app.py went 1, 2, 3 over warm invocations (0 before the first); the response's "
        "`count` followed it.");
    row("two results", Place::Variable, "0 1 2", {count, hit},
        "`x` in app.py went 1, 2 over warm invocations (0 before the first); the response's "
        "`count` followed it, and the response's `hit` changed whenever it did.");
    row("a kept value", Place::Variable, "null C C", {},
        "`x` in app.py was set to C and kept over warm invocations (null before the first); no "
        "result depended on it.");
    row("a new variable", Place::Variable, "- 1 1", {outcome},
        "`x` in app.py was set to 1 and kept over warm invocations (absent before the first); the "
        "outcome changed whenever it did.");
    row("a file", Place::TemporaryFile, "- 5 5", {},
        "/tmp/x was written and kept over warm invocations (5 bytes); no result depended on it.");
    row("a growing file", Place::TemporaryFile, "- 5 10", {whole},
        "/tmp/x had 5, 10 bytes after the warm invocations; the response changed whenever it did.");
    row("a folder", Place::TemporaryFile, "- folder folder", {},
        "The folder /tmp/x was made and kept over warm invocations; no result depended on it.");
    row("many", Place::Variable, "0 1 2 3 4 5 6 7 8 9", {},
        "`x` in app.py went 1, 2, 3, 4, 5, 6, 7, 8, … over warm invocations (0 before the first); "
        "no result depended on it.");
}

void tst_ProbeText::survivingState()
{
    QFETCH(const SurvivingState, state);
    QFETCH(const QString, text);
    ProbeReport report;
    report.module = QStringLiteral("app.py");

    QCOMPARE(survivingStateText(state, report), text);
}

void tst_ProbeText::results_data()
{
    QTest::addColumn<bool>("isExplained");
    QTest::addColumn<QString>("text");

    const QString text = QStringLiteral("The response's `count` was 1 in new environments, and 1, 2 "
                                        "one after the other in the same one.");
    QTest::newRow("explained") << true << text;
    QTest::newRow("unexplained")
        << false
        << text
            + QStringLiteral(" Nothing that was looked at goes with it: it may be kept in another "
                             "module, inside a function or class, or outside of the function.");
}

void tst_ProbeText::results()
{
    QFETCH(const bool, isExplained);
    QFETCH(const QString, text);
    ResponseValue result;
    result.path = QStringLiteral("count");
    result.warm = valuesOf("1 2");
    result.cold = valuesOf("1 1");
    ProbeReport report;
    report.dependent.push_back(result);
    report.state.emplace_back();
    if (isExplained)
        report.state.front().effects.push_back({result.path, false, Link::Equal});

    QCOMPARE(dependentResultText(result, report), text);
}

void tst_ProbeText::remarks_data()
{
    QTest::addColumn<ProbeReport>("report");
    QTest::addColumn<QString>("part");

    const auto row = [](const char *name, auto change, const char *part) {
        ProbeReport report;
        report.warmRuns = 3;
        report.coldRuns = 3;
        change(report);
        QTest::newRow(name) << report << QString::fromUtf8(part);
    };
    row("varying values",
        [](ProbeReport &report) {
            report.varying.resize(7);
            for (ResponseValue &value : report.varying)
                value.path = QStringLiteral("id");
        },
        "the response's `id`, …");
    row("failures", [](ProbeReport &report) { report.failures = 2; }, "2 of 6 invocations failed");
    row("restarts", [](ProbeReport &report) { report.restarts = 2; }, "2 invocations had to start");
    row("why there were restarts",
        [](ProbeReport &report) {
            report.restarts = 2;
            report.restarted.emplace();
            report.restarted->coldStart = ColdStartReason::CodeChanged;
            report.restarted->changedFile = QStringLiteral("log.txt");
        },
        "up to them. Cold: log.txt was changed");
    row("exports", [](ProbeReport &report) { report.variables = Sight::ExportsOnly; },
        "only exports were seen");
    row("no variables", [](ProbeReport &report) { report.variables = Sight::Nothing; },
        "Variables of the function were not seen");
    row("too many variables", [](ProbeReport &report) { report.variablesComplete = false; },
        "too many variables");
    row("no files", [](ProbeReport &report) { report.seesTemporaryFiles = false; },
        "/tmp was not seen");
    row("too many files", [](ProbeReport &report) { report.filesComplete = false; },
        "too many files");
    row("the computer's /tmp", [](ProbeReport &report) { report.sharesTemporaryDirectory = true; },
        "/tmp is the computer's own");
}

void tst_ProbeText::remarks()
{
    QFETCH(const ProbeReport, report);
    QFETCH(const QString, part);

    const QStringList texts = probeRemarks(report);

    QCOMPARE(texts.size(), 1);
    QVERIFY2(texts.first().contains(part), qPrintable(texts.first()));
}

void tst_ProbeText::aPerfectReportHasNoRemarks()
{
    QVERIFY(probeRemarks(ProbeReport()).isEmpty());
}

COLDFRAME_TEST(tst_ProbeText);

#include "tst_probetext.moc"
