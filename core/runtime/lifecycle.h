// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace coldframe {

/// Where a runtime stands in its conversation with the Runtime API (runtime-api, section 7).
enum class RuntimeState {
    Started, ///< the process runs, nothing was asked yet
    Ready, ///< GET next is waiting for an event
    Running, ///< an event was handed out
    ResponseSent, ///< the invocation was answered, next was not called yet
    InitError, ///< the init phase failed; terminal
};

enum class RuntimeCall { Next, Response, InvocationError, InitError };

/// The state after a call, or nothing when the call is forbidden in this state.
constexpr std::optional<RuntimeState> stateAfter(RuntimeState state, RuntimeCall call)
{
    switch (call) {
    case RuntimeCall::Next:
        switch (state) {
        case RuntimeState::Started:
        case RuntimeState::Ready: // a second poll waits with the first
        case RuntimeState::ResponseSent: return RuntimeState::Ready;
        case RuntimeState::Running: return RuntimeState::Running; // the same event again
        case RuntimeState::InitError: return std::nullopt;
        }
        break;
    case RuntimeCall::Response:
    case RuntimeCall::InvocationError:
        if (state == RuntimeState::Running)
            return RuntimeState::ResponseSent;
        break;
    case RuntimeCall::InitError:
        if (state == RuntimeState::Started)
            return RuntimeState::InitError;
        break;
    }
    return std::nullopt;
}

/// The state's name in error messages, as Lambda's own server spells it.
constexpr const char *stateName(RuntimeState state)
{
    switch (state) {
    case RuntimeState::Started: return "Started";
    case RuntimeState::Ready: return "Ready";
    case RuntimeState::Running: return "Running";
    case RuntimeState::ResponseSent: return "RuntimeResponseSentState";
    case RuntimeState::InitError: return "InitError";
    }
    return "";
}

} // namespace coldframe
