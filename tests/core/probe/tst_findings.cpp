// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/findings.h"
#include "core/probe/probejson.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;

class tst_Findings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void variables_data();
    void variables();
    void files_data();
    void files();
    void cutValuesAreNeverEqual();
    void everythingThatGoesWithAResultIsNamed();
    void newProcessesKeepNoVariables();
    void valuesAreToldRunByRun();
    void unseenStateLeavesResultsUnexplained();
    void failuresAndSight();
    void asJson();
};

namespace {

struct Numbers
{
    QString initial; ///< the variable before the first invocation; "-": there is none
    QStringList after; ///< after each
    QStringList responses;
    QString cold; ///< the response of new environments
};

ProbedRun runWith(const QString &response)
{
    ProbedRun run;
    run.record.response = "{\"n\":" + response.toUtf8() + '}';
    return run;
}

ModuleState stateWith(const QString &value)
{
    ModuleState state;
    state.file = QStringLiteral("app.py");
    if (value != QStringLiteral("-"))
        state.variables.push_back({QStringLiteral("x"), QStringLiteral("int"), value});
    return state;
}

ProbedRuns runsOf(const Numbers &numbers)
{
    ProbedRuns runs;
    for (qsizetype i = 0; i < numbers.responses.size(); ++i) {
        ProbedRun run = runWith(numbers.responses[i]);
        run.record.observation.emplace();
        if (i == 0) {
            run.record.coldStart = ColdStartReason::Requested;
            run.record.observation->initialised = stateWith(numbers.initial);
        }
        run.record.observation->answered = stateWith(numbers.after[i]);
        run.filesBefore.emplace();
        run.filesAfter.emplace();
        runs.warm.push_back(run);
        runs.cold.push_back(runWith(numbers.cold));
    }
    return runs;
}

/// "x: 0 1 2 3 = n"; "~" for what goes together.
QString summary(const ProbeReport &report)
{
    QStringList texts;
    for (const SurvivingState &state : report.state) {
        QStringList words{state.name + u':'};
        for (const std::optional<QString> &value : state.values)
            words.append(value ? (value->isEmpty() ? QStringLiteral("folder") : *value)
                               : QStringLiteral("-"));
        for (const SurvivingState::Effect &effect : state.effects)
            words.append((effect.link == Link::Equal ? u'=' : u'~')
                         + (effect.isOutcome ? QStringLiteral("outcome") : effect.path));
        texts.append(words.join(u' '));
    }
    for (const ResponseValue &value : report.dependent) {
        if (report.isUnexplained(value))
            texts.append(QStringLiteral("unexplained: ") + value.path);
    }
    return texts.join(QStringLiteral("; "));
}

} // namespace

void tst_Findings::variables_data()
{
    QTest::addColumn<Numbers>("numbers");
    QTest::addColumn<QString>("found");
    QTest::addColumn<Judgement>("judgement");

    const auto row = [](const char *name, const Numbers &numbers, const char *found,
                        Judgement judgement) {
        QTest::newRow(name) << numbers << QString::fromLatin1(found) << judgement;
    };
    const QString zero = QStringLiteral("0");
    const QString none = QStringLiteral("-");
    const auto list = [](const char *text) { return QString::fromLatin1(text).split(u' '); };
    const QString one = QStringLiteral("1");
    row("clean", {zero, list("0 0 0"), list("1 1 1"), one}, "", Judgement::NothingSurvived);
    row("no variables", {none, list("- - -"), list("1 1 1"), one}, "",
        Judgement::NothingSurvived);
    row("a counter that is the response", {zero, list("1 2 3"), list("1 2 3"), one},
        "x: 0 1 2 3 =n", Judgement::ResultDepended);
    row("the value before it is counted", {zero, list("1 2 3"), list("0 1 2"), zero},
        "x: 0 1 2 3 =n", Judgement::ResultDepended);
    row("a multiple of it", {zero, list("1 2 3"), list("10 20 30"), QStringLiteral("10")},
        "x: 0 1 2 3 ~n", Judgement::ResultDepended);
    row("a counter without effect", {zero, list("1 2 3"), list("5 5 5"), QStringLiteral("5")},
        "x: 0 1 2 3", Judgement::SurvivedWithoutEffect);
    row("a kept client", {QStringLiteral("null"), list("C C C"), list("1 1 1"), one},
        "x: null C C C", Judgement::SurvivedWithoutEffect);
    row("a warm flag", {QStringLiteral("false"), list("true true true"), list("0 1 1"), zero},
        "x: false true true true ~n", Judgement::ResultDepended);
    row("a variable that is made", {none, list("1 1 1"), list("7 8 8"), QStringLiteral("7")},
        "x: - 1 1 1 ~n", Judgement::ResultDepended);
    row("set back each time", {zero, list("0 0 0"), list("1 2 3"), one}, "unexplained: n",
        Judgement::ResultDepended);
    row("does not go with it", {zero, list("1 1 2"), list("1 2 3"), one},
        "x: 0 1 1 2; unexplained: n", Judgement::ResultDepended);
    row("the last invocation alone changes it", {zero, list("0 0 1"), list("1 1 1"), one}, "",
        Judgement::NothingSurvived);
    row("a random response beside a counter",
        {zero, list("1 2 3"), list("4 9 2"), QStringLiteral("7")}, "x: 0 1 2 3",
        Judgement::SurvivedWithoutEffect);
}

void tst_Findings::variables()
{
    QFETCH(const Numbers, numbers);
    QFETCH(const QString, found);
    QFETCH(const Judgement, judgement);

    const ProbeReport report = findingsOf(runsOf(numbers));

    QCOMPARE(summary(report), found);
    QVERIFY(report.judgement() == judgement);
    QCOMPARE(report.module, QStringLiteral("app.py"));
    QVERIFY(report.variables == Sight::Everything);
}

void tst_Findings::files_data()
{
    QTest::addColumn<QStringList>("contents"); // of the file after each; "-": it is not there
    QTest::addColumn<QStringList>("responses");
    QTest::addColumn<QString>("cold");
    QTest::addColumn<QString>("found");

    const auto list = [](const char *text) { return QString::fromLatin1(text).split(u' '); };
    const QString one = QStringLiteral("1");
    QTest::newRow("none") << list("- - -") << list("1 1 1") << one << QString();
    QTest::newRow("one that is kept and harmless")
        << list("ab ab ab") << list("1 1 1") << one << QStringLiteral("f: - 2 2 2");
    QTest::newRow("one that grows and harms")
        << list("a ab abc") << list("1 2 3") << one << QStringLiteral("f: - 1 2 3 ~n");
    QTest::newRow("other content of the same size")
        << list("a b c") << list("1 2 3") << one << QStringLiteral("f: - 1 1 1 ~n");
    QTest::newRow("there from the second on")
        << list("a a a") << list("1 2 2") << one << QStringLiteral("f: - 1 1 1 ~n");
    QTest::newRow("removed again") << list("- - -") << list("1 2 3") << one
                                   << QStringLiteral("unexplained: n");
}

void tst_Findings::files()
{
    QFETCH(const QStringList, contents);
    QFETCH(const QStringList, responses);
    QFETCH(const QString, cold);
    QFETCH(const QString, found);
    ProbedRuns runs;
    TemporaryFiles last;
    for (qsizetype i = 0; i < contents.size(); ++i) {
        ProbedRun run = runWith(responses[i]);
        run.filesBefore = last;
        last = {};
        if (contents[i] != QStringLiteral("-"))
            last.files.emplace(QStringLiteral("f"),
                               TemporaryFile{contents[i].size(), false, contents[i].toUtf8(), 0});
        run.filesAfter = last;
        runs.warm.push_back(run);
        runs.cold.push_back(runWith(cold));
    }

    const ProbeReport report = findingsOf(runs);

    QCOMPARE(summary(report), found);
    QVERIFY(report.variables == Sight::Nothing);
    QVERIFY(report.seesTemporaryFiles);
}

void tst_Findings::cutValuesAreNeverEqual()
{
    const QStringList values{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")};
    ProbedRuns runs = runsOf({QStringLiteral("0"), values, values, QStringLiteral("1")});
    for (ProbedRun &run : runs.warm)
        run.record.observation->answered->variables.front().isCut = true;

    const ProbeReport report = findingsOf(runs);

    QCOMPARE(summary(report), QStringLiteral("x: 0 1 2 3 ~n"));
    QVERIFY(report.state.front().isCut);
}

void tst_Findings::everythingThatGoesWithAResultIsNamed()
{
    const QStringList values{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")};
    ProbedRuns runs = runsOf({QStringLiteral("0"), values, values, QStringLiteral("1")});
    int time = 100;
    const auto addTime = [&time](std::optional<ModuleState> &state) {
        if (state)
            state->variables.insert(state->variables.begin(),
                                    {QStringLiteral("time"), QStringLiteral("int"),
                                     QString::number(++time)});
    };
    for (ProbedRun &run : runs.warm) {
        addTime(run.record.observation->initialised);
        addTime(run.record.observation->answered);
    }

    QCOMPARE(summary(findingsOf(runs)),
             QStringLiteral("time: 101 102 103 104 ~n; x: 0 1 2 3 =n"));
}

void tst_Findings::newProcessesKeepNoVariables()
{
    const QStringList ones{QStringLiteral("1"), QStringLiteral("1"), QStringLiteral("1")};
    ProbedRuns runs = runsOf({QStringLiteral("0"), ones, ones, QStringLiteral("1")});
    for (ProbedRun &run : runs.warm) {
        run.record.coldStart = ColdStartReason::EnvironmentReset;
        run.record.observation->initialised = stateWith(QStringLiteral("0"));
    }

    const ProbeReport report = findingsOf(runs);

    QCOMPARE(summary(report), QString());
    QCOMPARE(report.restarts, std::size_t(2));
    QVERIFY(report.newProcesses == std::vector<bool>({true, true, true}));
    QVERIFY(report.judgement() == Judgement::NotTested);
    QVERIFY(report.restarted && report.restarted->coldStart == ColdStartReason::EnvironmentReset);

    runs.warm.back().record.coldStart.reset();
    QVERIFY(findingsOf(runs).judgement() == Judgement::NothingSurvived);
}

void tst_Findings::valuesAreToldRunByRun()
{
    const auto list = [](const char *text) { return QString::fromLatin1(text).split(u' '); };
    ProbedRuns runs = runsOf(
        {QStringLiteral("-"), list("1 2 3"), list("1 2 3"), QStringLiteral("1")});
    runs.warm[1].record.observation->answered.reset(); // it crashed

    const ProbeReport report = findingsOf(runs);
    runs.warm[1].record.observation->answered = stateWith(QStringLiteral("2"));
    const ProbeReport whole = findingsOf(runs);

    const SeenValue unknown;
    const SeenValue absent{true, std::nullopt};
    const auto seen = [](const char *text) { return SeenValue{true, QString::fromLatin1(text)}; };
    QCOMPARE(report.state.size(), std::size_t(1));
    QVERIFY(report.state[0].before == std::vector<SeenValue>({absent, seen("1"), unknown}));
    QVERIFY(report.state[0].after == std::vector<SeenValue>({seen("1"), unknown, seen("3")}));
    QVERIFY(whole.state[0].before == std::vector<SeenValue>({absent, seen("1"), seen("2")}));
    QVERIFY(whole.newProcesses == std::vector<bool>({true, false, false}));
}

void tst_Findings::unseenStateLeavesResultsUnexplained()
{
    ProbedRuns runs;
    runs.warm = {runWith(QStringLiteral("1")), runWith(QStringLiteral("2"))};
    runs.cold = {runWith(QStringLiteral("1")), runWith(QStringLiteral("1"))};

    const ProbeReport report = findingsOf(runs);

    QCOMPARE(summary(report), QStringLiteral("unexplained: n"));
    QVERIFY(report.judgement() == Judgement::ResultDepended);
    QVERIFY(report.variables == Sight::Nothing);
    QVERIFY(!report.seesTemporaryFiles);
}

void tst_Findings::failuresAndSight()
{
    const QStringList ones{QStringLiteral("1"), QStringLiteral("1")};
    ProbedRuns runs = runsOf({QStringLiteral("0"), ones, ones, QStringLiteral("1")});
    runs.warm[1].record.status = InvocationStatus::Failed;
    runs.warm[1].record.errorType = QStringLiteral("KeyError");
    runs.warm[1].record.observation->answered->seesModuleVariables = false;
    runs.warm[1].filesAfter->isComplete = false;
    runs.warm[0].record.observation->answered->isComplete = false;
    runs.warm[0].record.observation->sharesTemporaryDirectory = true;
    runs.warm[1].record.observation->sharesTemporaryDirectory = true;

    const ProbeReport report = findingsOf(runs);

    QCOMPARE(report.failures, std::size_t(1));
    QVERIFY(report.dependent.front().isOutcome);
    QCOMPARE(report.dependent.front().warm.at(1).value(), QStringLiteral("KeyError"));
    QVERIFY(report.variables == Sight::ExportsOnly);
    QVERIFY(!report.variablesComplete);
    QVERIFY(!report.filesComplete);
    QVERIFY(report.sharesTemporaryDirectory);
}

void tst_Findings::asJson()
{
    const QStringList values{QStringLiteral("1"), QStringLiteral("2")};
    const OrderedJson json = probeToJson(
        findingsOf(runsOf({QStringLiteral("-"), values, values, QStringLiteral("1")})));

    QCOMPARE(json.at("judgement").get<std::string>(), std::string("resultDepended"));
    const OrderedJson &state = json.at("state").at(0);
    QCOMPARE(state.dump(),
             std::string(R"({"place":"variable","name":"x","type":"int","values":[null,"1","2"],)"
                         R"("cut":false,"judgement":"resultDepended",)"
                         R"("effects":[{"of":"response","path":"n","link":"equal"}]})"));
    QCOMPARE(json.at("dependentResults").at(0).dump(),
             std::string(
                 R"({"of":"response","path":"n","warm":["1","2"],"cold":["1","1"]})"));
    QCOMPARE(json.at("seenVariables").get<std::string>(), std::string("module"));
}


COLDFRAME_TEST(tst_Findings);

#include "tst_findings.moc"
