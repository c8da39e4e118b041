// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>

namespace coldframe {

/// Where a runtime stands in its conversation with the Runtime API (runtime-api, section 7).
enum class RuntimeState {
    Started, ///< the process runs, nothing was asked yet
    Ready, ///< GET next is waiting for an event
    Running, ///< an event was handed out
    InvocationResponse, ///< its response is arriving
    InvocationErrorResponse, ///< its error is being taken
    ResponseSent, ///< the invocation was answered, next was not called yet
    InitError, ///< the init phase failed; terminal
    RestoreReady, ///< SnapStart: initialised, GET restore/next is waiting
    Restoring, ///< SnapStart: the hooks behind a restore are running
    RestoreError, ///< SnapStart: they failed; terminal
};

/// What moves a runtime from state to state.
enum class RuntimeStep {
    // Calls of the runtime:
    Next,
    Response,
    InvocationError,
    InitError,
    RestoreNext,
    RestoreError,
    // Steps of the platform:
    Deliver, ///< an event is written to the runtime
    Finish, ///< response or error has arrived as a whole
    Restore, ///< the answer to GET restore/next is written
};

/// One step that is allowed.
struct RuntimeTransition
{
    RuntimeState before;
    RuntimeStep step;
    RuntimeState after;
};

/// Every step that is allowed; all others are forbidden (runtime-api, sections 2 and 7).
inline constexpr std::array runtimeTransitions{
    RuntimeTransition{RuntimeState::Started, RuntimeStep::Next, RuntimeState::Ready},
    RuntimeTransition{RuntimeState::Started, RuntimeStep::InitError, RuntimeState::InitError},
    RuntimeTransition{RuntimeState::Started, RuntimeStep::RestoreNext, RuntimeState::RestoreReady},
    // A second poll waits with the first.
    RuntimeTransition{RuntimeState::Ready, RuntimeStep::Next, RuntimeState::Ready},
    RuntimeTransition{RuntimeState::Ready, RuntimeStep::Deliver, RuntimeState::Running},
    // The same event again.
    RuntimeTransition{RuntimeState::Running, RuntimeStep::Next, RuntimeState::Running},
    RuntimeTransition{RuntimeState::Running, RuntimeStep::Response,
                      RuntimeState::InvocationResponse},
    RuntimeTransition{RuntimeState::Running, RuntimeStep::InvocationError,
                      RuntimeState::InvocationErrorResponse},
    RuntimeTransition{RuntimeState::InvocationResponse, RuntimeStep::Finish,
                      RuntimeState::ResponseSent},
    RuntimeTransition{RuntimeState::InvocationErrorResponse, RuntimeStep::Finish,
                      RuntimeState::ResponseSent},
    RuntimeTransition{RuntimeState::ResponseSent, RuntimeStep::Next, RuntimeState::Ready},
    RuntimeTransition{RuntimeState::RestoreReady, RuntimeStep::Restore, RuntimeState::Restoring},
    RuntimeTransition{RuntimeState::Restoring, RuntimeStep::Next, RuntimeState::Ready},
    RuntimeTransition{RuntimeState::Restoring, RuntimeStep::InitError, RuntimeState::RestoreError},
    RuntimeTransition{RuntimeState::Restoring, RuntimeStep::RestoreError,
                      RuntimeState::RestoreError},
};

/// The state after a step, or nothing when the step is forbidden in this state.
constexpr std::optional<RuntimeState> stateAfter(RuntimeState state, RuntimeStep step)
{
    for (const RuntimeTransition &transition : runtimeTransitions) {
        if (transition.before == state && transition.step == step)
            return transition.after;
    }
    return std::nullopt;
}

/// The state that a step leads to where it is allowed; init/error leads to the init phase's.
constexpr RuntimeState wantedState(RuntimeStep step)
{
    switch (step) {
    case RuntimeStep::Next: return RuntimeState::Ready;
    case RuntimeStep::Response: return RuntimeState::InvocationResponse;
    case RuntimeStep::InvocationError: return RuntimeState::InvocationErrorResponse;
    case RuntimeStep::InitError: return RuntimeState::InitError;
    case RuntimeStep::RestoreNext: return RuntimeState::RestoreReady;
    case RuntimeStep::RestoreError: return RuntimeState::RestoreError;
    case RuntimeStep::Deliver: return RuntimeState::Running;
    case RuntimeStep::Finish: return RuntimeState::ResponseSent;
    case RuntimeStep::Restore: return RuntimeState::Restoring;
    }
    return RuntimeState::Started;
}

/// The state's name in error messages, as Lambda's own server spells it.
constexpr const char *stateName(RuntimeState state)
{
    switch (state) {
    case RuntimeState::Started: return "Started";
    case RuntimeState::Ready: return "Ready";
    case RuntimeState::Running: return "Running";
    case RuntimeState::InvocationResponse: return "InvocationResponse";
    case RuntimeState::InvocationErrorResponse: return "InvocationErrorResponse";
    case RuntimeState::ResponseSent: return "RuntimeResponseSentState";
    case RuntimeState::InitError: return "InitError";
    case RuntimeState::RestoreReady: return "RestoreReady";
    case RuntimeState::Restoring: return "Restoring";
    case RuntimeState::RestoreError: return "RuntimeRestoreErrorState";
    }
    return "";
}

} // namespace coldframe
