// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace coldframe {

/// Where an extension stands in its conversation with the Extensions API (extensions, section 2).
enum class ExtensionState {
    Started, ///< the process runs, nothing was asked yet
    Registered, ///< registered, next was not called yet
    Ready, ///< event/next is waiting for an event
    Running, ///< an event was handed out
    InitError, ///< it told that it can't start; terminal
    ExitError, ///< it told that it must end; terminal
    ShutdownFailed, ///< it did not end in time after SHUTDOWN; terminal
    Exited, ///< the process has ended; terminal
    LaunchError, ///< the process could not be started; terminal
};

/// What an extension asks for, and what happens to it.
enum class ExtensionCall {
    Register,
    Next,
    InitError,
    ExitError,
    TakeEvent, ///< an event is written to the waiting next
    ShutdownFailed,
    Exited,
    LaunchError,
};

/// The state after a call, or nothing when the call is forbidden in this state.
constexpr std::optional<ExtensionState> stateAfter(ExtensionState state, ExtensionCall call)
{
    using enum ExtensionState;
    switch (call) {
    case ExtensionCall::Register:
        if (state == Started)
            return Registered;
        break;
    case ExtensionCall::Next:
        if (state == Registered || state == Running)
            return Ready;
        break;
    case ExtensionCall::InitError:
        if (state == Registered || state == InitError) // told again: the first one counts
            return InitError;
        break;
    case ExtensionCall::ExitError:
        if (state == Registered || state == Ready || state == Running || state == ExitError)
            return ExitError;
        break;
    case ExtensionCall::TakeEvent:
        if (state == Ready)
            return Running;
        break;
    case ExtensionCall::ShutdownFailed:
        if (state == Registered || state == Ready || state == Running)
            return ShutdownFailed;
        break;
    case ExtensionCall::Exited: // after an error of its own the error stays
        if (state == Started || state == Registered || state == Ready || state == Running)
            return Exited;
        break;
    case ExtensionCall::LaunchError:
        if (state == Started)
            return LaunchError;
        break;
    }
    return std::nullopt;
}

/// The state's name in messages and in platform.extension records.
constexpr const char *stateName(ExtensionState state)
{
    switch (state) {
    case ExtensionState::Started:
        return "Started";
    case ExtensionState::Registered:
        return "Registered";
    case ExtensionState::Ready:
        return "Ready";
    case ExtensionState::Running:
        return "Running";
    case ExtensionState::InitError:
        return "InitError";
    case ExtensionState::ExitError:
        return "ExitError";
    case ExtensionState::ShutdownFailed:
        return "ShutdownFailed";
    case ExtensionState::Exited:
        return "Exited";
    case ExtensionState::LaunchError:
        return "LaunchError";
    }
    return "";
}

} // namespace coldframe
