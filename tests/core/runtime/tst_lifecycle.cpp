// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/lifecycle.h"

#include "tests/support/testmain.h"

#include <QTest>

#include <array>

using namespace coldframe;

class tst_Lifecycle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCallInEveryState_data();
    void everyCallInEveryState();
    void namesOfStates_data();
    void namesOfStates();
};

namespace {

using State = RuntimeState;
using Call = RuntimeCall;

constexpr std::array allStates{State::Started, State::Ready, State::Running, State::ResponseSent,
                               State::InitError};
constexpr std::array allCalls{Call::Next, Call::Response, Call::InvocationError, Call::InitError};

struct Allowed
{
    State state;
    Call call;
    State after;
};

/// Everything that is allowed (runtime-api, section 7); the rest is forbidden.
constexpr std::array allowed{
    Allowed{State::Started, Call::Next, State::Ready},
    Allowed{State::Started, Call::InitError, State::InitError},
    Allowed{State::Ready, Call::Next, State::Ready},
    Allowed{State::Running, Call::Next, State::Running},
    Allowed{State::Running, Call::Response, State::ResponseSent},
    Allowed{State::Running, Call::InvocationError, State::ResponseSent},
    Allowed{State::ResponseSent, Call::Next, State::Ready},
};

const char *callName(Call call)
{
    switch (call) {
    case Call::Next:
        return "next";
    case Call::Response:
        return "response";
    case Call::InvocationError:
        return "error";
    case Call::InitError:
        return "init/error";
    }
    return "";
}

std::optional<State> expectedAfter(State state, Call call)
{
    for (const Allowed &each : allowed) {
        if (each.state == state && each.call == call)
            return each.after;
    }
    return std::nullopt;
}

} // namespace

Q_DECLARE_METATYPE(coldframe::RuntimeState)
Q_DECLARE_METATYPE(coldframe::RuntimeCall)

void tst_Lifecycle::everyCallInEveryState_data()
{
    QTest::addColumn<RuntimeState>("state");
    QTest::addColumn<RuntimeCall>("call");

    for (const State state : allStates) {
        for (const Call call : allCalls)
            QTest::addRow("%s in state %s", callName(call), stateName(state)) << state << call;
    }
}

void tst_Lifecycle::everyCallInEveryState()
{
    QFETCH(const RuntimeState, state);
    QFETCH(const RuntimeCall, call);

    QVERIFY(stateAfter(state, call) == expectedAfter(state, call));
}

void tst_Lifecycle::namesOfStates_data()
{
    QTest::addColumn<RuntimeState>("state");
    QTest::addColumn<QByteArray>("name");

    QTest::newRow("before the first call") << State::Started << QByteArray("Started");
    QTest::newRow("waiting") << State::Ready << QByteArray("Ready");
    QTest::newRow("at work") << State::Running << QByteArray("Running");
    QTest::newRow("answered") << State::ResponseSent << QByteArray("RuntimeResponseSentState");
    QTest::newRow("could not start") << State::InitError << QByteArray("InitError");
}

void tst_Lifecycle::namesOfStates()
{
    QFETCH(const RuntimeState, state);
    QFETCH(const QByteArray, name);

    QCOMPARE(QByteArray(stateName(state)), name);
}

COLDFRAME_TEST(tst_Lifecycle);

#include "tst_lifecycle.moc"
