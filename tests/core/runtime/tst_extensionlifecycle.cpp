// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/extensionlifecycle.h"

#include "tests/support/testmain.h"

#include <QTest>

#include <array>

using namespace coldframe;

class tst_ExtensionLifecycle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCallInEveryState_data();
    void everyCallInEveryState();
};

namespace {

constexpr std::array extensionStates{
    ExtensionState::Started,        ExtensionState::Registered, ExtensionState::Ready,
    ExtensionState::Running,        ExtensionState::InitError,  ExtensionState::ExitError,
    ExtensionState::ShutdownFailed, ExtensionState::Exited,     ExtensionState::LaunchError};

struct NamedCall
{
    ExtensionCall call;
    const char *name;
};

constexpr std::array extensionCalls{
    NamedCall{ExtensionCall::Register, "register"},
    NamedCall{ExtensionCall::Next, "event/next"},
    NamedCall{ExtensionCall::InitError, "init/error"},
    NamedCall{ExtensionCall::ExitError, "exit/error"},
    NamedCall{ExtensionCall::TakeEvent, "an event"},
    NamedCall{ExtensionCall::ShutdownFailed, "shutdown takes too long"},
    NamedCall{ExtensionCall::Exited, "the process ends"},
    NamedCall{ExtensionCall::LaunchError, "the process can't be started"},
};

struct AllowedStep
{
    ExtensionState state;
    ExtensionCall call;
    ExtensionState after;
};

/// Everything that is allowed (extensions, section 2, States); the rest is forbidden.
constexpr std::array allowedSteps{
    AllowedStep{ExtensionState::Started, ExtensionCall::Register, ExtensionState::Registered},
    AllowedStep{ExtensionState::Started, ExtensionCall::LaunchError, ExtensionState::LaunchError},
    AllowedStep{ExtensionState::Started, ExtensionCall::Exited, ExtensionState::Exited},
    AllowedStep{ExtensionState::Registered, ExtensionCall::Next, ExtensionState::Ready},
    AllowedStep{ExtensionState::Registered, ExtensionCall::InitError, ExtensionState::InitError},
    AllowedStep{ExtensionState::Registered, ExtensionCall::ExitError, ExtensionState::ExitError},
    AllowedStep{ExtensionState::Registered, ExtensionCall::Exited, ExtensionState::Exited},
    AllowedStep{ExtensionState::Registered, ExtensionCall::ShutdownFailed,
                ExtensionState::ShutdownFailed},
    AllowedStep{ExtensionState::Ready, ExtensionCall::TakeEvent, ExtensionState::Running},
    AllowedStep{ExtensionState::Ready, ExtensionCall::ExitError, ExtensionState::ExitError},
    AllowedStep{ExtensionState::Ready, ExtensionCall::Exited, ExtensionState::Exited},
    AllowedStep{ExtensionState::Ready, ExtensionCall::ShutdownFailed,
                ExtensionState::ShutdownFailed},
    AllowedStep{ExtensionState::Running, ExtensionCall::Next, ExtensionState::Ready},
    AllowedStep{ExtensionState::Running, ExtensionCall::ExitError, ExtensionState::ExitError},
    AllowedStep{ExtensionState::Running, ExtensionCall::Exited, ExtensionState::Exited},
    AllowedStep{ExtensionState::Running, ExtensionCall::ShutdownFailed,
                ExtensionState::ShutdownFailed},
    AllowedStep{ExtensionState::InitError, ExtensionCall::InitError, ExtensionState::InitError},
    AllowedStep{ExtensionState::ExitError, ExtensionCall::ExitError, ExtensionState::ExitError},
};

static_assert(!stateAfter(ExtensionState::Started, ExtensionCall::Next),
              "the table is there at compile time");

} // namespace

void tst_ExtensionLifecycle::everyCallInEveryState_data()
{
    QTest::addColumn<ExtensionState>("state");
    QTest::addColumn<ExtensionCall>("call");
    QTest::addColumn<QByteArray>("after");

    for (const ExtensionState state : extensionStates) {
        for (const NamedCall &call : extensionCalls) {
            QByteArray after = "forbidden";
            for (const AllowedStep &step : allowedSteps) {
                if (step.state == state && step.call == call.call)
                    after = stateName(step.after);
            }
            QTest::addRow("%s in %s: %s", call.name, stateName(state), after.constData())
                << state << call.call << after;
        }
    }
}

void tst_ExtensionLifecycle::everyCallInEveryState()
{
    QFETCH(const ExtensionState, state);
    QFETCH(const ExtensionCall, call);
    QFETCH(const QByteArray, after);

    const auto result = stateAfter(state, call);

    QCOMPARE(QByteArray(result ? stateName(*result) : "forbidden"), after);
}

COLDFRAME_TEST(tst_ExtensionLifecycle);

#include "tst_extensionlifecycle.moc"
