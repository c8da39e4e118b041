// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/lifecycle.h"

#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace coldframe;

class tst_Lifecycle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStepInEveryState_data();
    void everyStepInEveryState();
    void noStepIsAllowedTwice();
    void stepsLeadToTheStateTheyWant();
    void namesOfStates_data();
    void namesOfStates();
};

namespace {

using State = RuntimeState;
using Step = RuntimeStep;

struct NamedStep
{
    Step step;
    const char *name;
};

constexpr std::array steps{
    NamedStep{Step::Next, "next"},
    NamedStep{Step::Response, "response"},
    NamedStep{Step::InvocationError, "error"},
    NamedStep{Step::InitError, "init/error"},
    NamedStep{Step::RestoreNext, "restore/next"},
    NamedStep{Step::RestoreError, "restore/error"},
    NamedStep{Step::Deliver, "the event"},
    NamedStep{Step::Finish, "the answer's end"},
    NamedStep{Step::Restore, "the restore"},
};

/// A state, and the state behind each of the steps above; "-" is forbidden.
struct Row
{
    State state;
    std::array<const char *, steps.size()> after;
};

// clang-format off
const std::array rows{
    Row{State::Started,
        {"Ready", "-", "-", "InitError", "RestoreReady", "-", "-", "-", "-"}},
    Row{State::Ready,
        {"Ready", "-", "-", "-", "-", "-", "Running", "-", "-"}},
    Row{State::Running,
        {"Running", "InvocationResponse", "InvocationErrorResponse", "-", "-", "-", "-", "-", "-"}},
    Row{State::InvocationResponse,
        {"-", "-", "-", "-", "-", "-", "-", "RuntimeResponseSentState", "-"}},
    Row{State::InvocationErrorResponse,
        {"-", "-", "-", "-", "-", "-", "-", "RuntimeResponseSentState", "-"}},
    Row{State::ResponseSent,
        {"Ready", "-", "-", "-", "-", "-", "-", "-", "-"}},
    Row{State::InitError,
        {"-", "-", "-", "-", "-", "-", "-", "-", "-"}},
    Row{State::RestoreReady,
        {"-", "-", "-", "-", "-", "-", "-", "-", "Restoring"}},
    Row{State::Restoring,
        {"Ready", "-", "-", "RuntimeRestoreErrorState", "-", "RuntimeRestoreErrorState", "-", "-",
         "-"}},
    Row{State::RestoreError,
        {"-", "-", "-", "-", "-", "-", "-", "-", "-"}},
};
// clang-format on

} // namespace

Q_DECLARE_METATYPE(coldframe::RuntimeState)
Q_DECLARE_METATYPE(coldframe::RuntimeStep)

void tst_Lifecycle::everyStepInEveryState_data()
{
    QTest::addColumn<RuntimeState>("state");
    QTest::addColumn<RuntimeStep>("step");
    QTest::addColumn<QByteArray>("after");

    for (const Row &row : rows) {
        for (std::size_t i = 0; i < steps.size(); ++i)
            QTest::addRow("%s in state %s", steps[i].name, stateName(row.state))
                << row.state << steps[i].step << QByteArray(row.after[i]);
    }
}

void tst_Lifecycle::everyStepInEveryState()
{
    QFETCH(const RuntimeState, state);
    QFETCH(const RuntimeStep, step);
    QFETCH(const QByteArray, after);

    const auto next = stateAfter(state, step);

    QCOMPARE(next ? QByteArray(stateName(*next)) : QByteArray("-"), after);
}

void tst_Lifecycle::noStepIsAllowedTwice()
{
    for (const RuntimeTransition &transition : runtimeTransitions) {
        const auto same = std::count_if(runtimeTransitions.begin(), runtimeTransitions.end(),
                                        [&transition](const RuntimeTransition &other) {
                                            return other.before == transition.before
                                                && other.step == transition.step;
                                        });
        QCOMPARE(same, 1);
    }
}

void tst_Lifecycle::stepsLeadToTheStateTheyWant()
{
    for (const RuntimeTransition &transition : runtimeTransitions) {
        const bool isRestoreHook
            = transition.before == State::Restoring && transition.step == Step::InitError;
        const bool isAgain = transition.before == State::Running && transition.step == Step::Next;
        QCOMPARE(transition.after == wantedState(transition.step), !isRestoreHook && !isAgain);
    }
}

void tst_Lifecycle::namesOfStates_data()
{
    QTest::addColumn<RuntimeState>("state");
    QTest::addColumn<QByteArray>("name");

    QTest::newRow("before the first call") << State::Started << QByteArray("Started");
    QTest::newRow("waiting") << State::Ready << QByteArray("Ready");
    QTest::newRow("at work") << State::Running << QByteArray("Running");
    QTest::newRow("responding") << State::InvocationResponse << QByteArray("InvocationResponse");
    QTest::newRow("telling an error")
        << State::InvocationErrorResponse << QByteArray("InvocationErrorResponse");
    QTest::newRow("answered") << State::ResponseSent << QByteArray("RuntimeResponseSentState");
    QTest::newRow("could not start") << State::InitError << QByteArray("InitError");
    QTest::newRow("ready for a snapshot") << State::RestoreReady << QByteArray("RestoreReady");
    QTest::newRow("restored") << State::Restoring << QByteArray("Restoring");
    QTest::newRow("could not be restored")
        << State::RestoreError << QByteArray("RuntimeRestoreErrorState");
}

void tst_Lifecycle::namesOfStates()
{
    QFETCH(const RuntimeState, state);
    QFETCH(const QByteArray, name);

    QCOMPARE(QByteArray(stateName(state)), name);
}

COLDFRAME_TEST(tst_Lifecycle);

#include "tst_lifecycle.moc"
