// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

#include <chrono>
#include <optional>

namespace coldframe {

/// The parts of an invocation, in the order in which they happen. Init phase and invoke phase have
/// no gaps; between them the event is on its way. Those from
/// ProcessStart to ExtensionsReady are the init phase (environment, section 1).
enum class PhaseKind {
    Sandbox, ///< the isolation is set up; before the init phase and, as on Lambda, not billed
    ProcessStart, ///< external extensions and the runtime's program are started
    InterpreterStart, ///< until the first line of the bootstrap
    Bootstrap, ///< until the handler's module begins to load
    HandlerImport, ///< the handler's module with all that it imports and its own init code
    RuntimeReady, ///< until the first GET next arrives
    ExtensionsReady, ///< until every extension has asked for its first event
    Restore, ///< hooks that run after a snapshot was restored, until the first GET next
    Invoke, ///< event written until the response is read completely
    ExtensionsDone, ///< until every extension has asked for its next event
};

/// Whether a phase is part of the init phase.
constexpr bool isInitPhase(PhaseKind kind)
{
    switch (kind) {
    case PhaseKind::ProcessStart:
    case PhaseKind::InterpreterStart:
    case PhaseKind::Bootstrap:
    case PhaseKind::HandlerImport:
    case PhaseKind::RuntimeReady:
    case PhaseKind::ExtensionsReady: return true;
    case PhaseKind::Sandbox:
    case PhaseKind::Restore:
    case PhaseKind::Invoke:
    case PhaseKind::ExtensionsDone: return false;
    }
    return false;
}

/// One part of an invocation, measured from the record's own beginning (the environment's when
/// cold, event written when warm).
struct Phase
{
    PhaseKind kind = PhaseKind::Invoke;
    std::chrono::nanoseconds begin{};
    std::chrono::nanoseconds duration{};

    bool operator==(const Phase &) const = default;
};

/// What one extension did around one invocation, on the same axis as the phases.
struct ExtensionSpan
{
    QString name;
    bool isExternal = true; ///< a process of its own from /opt/extensions
    std::optional<std::chrono::nanoseconds> registered; ///< cold starts only
    std::optional<std::chrono::nanoseconds> ready; ///< first asked for an event; cold starts only
    std::optional<std::chrono::nanoseconds> done; ///< asked for its next event after INVOKE

    bool operator==(const ExtensionSpan &) const = default;
};

enum class ImportOrigin { Function, Dependency, StandardLibrary };

/// One module that was really loaded during a cold start, on the same axis as the phases.
struct ImportSpan
{
    QString module; ///< as the language names it: "json.decoder", "./lib/db.js"
    QString file; ///< empty for modules without one
    int depth = 0; ///< 0 for the handler's own module
    std::chrono::nanoseconds begin{};
    std::chrono::nanoseconds duration{}; ///< with everything that it imports
    std::chrono::nanoseconds self{}; ///< without
    ImportOrigin origin = ImportOrigin::Dependency;
    std::optional<qint64> fileBytes = {}; ///< size of the file; not set without one
    bool hasFailed = false; ///< it was looked for in vain, or its code raised an error

    bool operator==(const ImportSpan &) const = default;
};

/// How much of a cold start's imports is measured.
enum class ImportDetail {
    None, ///< nothing: it was switched off, or the runtime's client is not ours
    Modules, ///< every module
    Evaluations, ///< of an ES module its evaluation; reading and linking are the handler's own time
    OneGraph, ///< ES modules together as one, as this Node.js tells no more; CommonJS ones each
};

enum class HandlerSpanKind {
    Connection, ///< an outbound connection, from its attempt until it was closed or the end
    Own, ///< named by the user's code
};

/// One stretch of time inside an invocation that the function's process told about, on the same
/// axis as the phases. Spans may overlap.
struct HandlerSpan
{
    HandlerSpanKind kind = HandlerSpanKind::Own;
    QString name; ///< the user's own; of a connection the host as it was asked for
    int port = 0; ///< of a connection
    std::chrono::nanoseconds begin{};
    std::chrono::nanoseconds duration{};
    std::optional<std::chrono::nanoseconds> connected = {}; ///< of a connection: until it stood
    bool isFinished = true; ///< false: it went on when the invocation was over
    bool hasFailed = false; ///< the connection was refused, or the user's code raised an error
    bool isReused = false; ///< one HTTP request over a connection that an earlier one had opened

    bool operator==(const HandlerSpan &) const = default;
};

/// The handler's own part of the invoke phase, on the same axis: from the event read by the runtime
/// until the handler's answer is there. What is before it is delivery, what is behind it is writing
/// and reading the response.
struct HandlerRun
{
    std::chrono::nanoseconds begin{};
    std::chrono::nanoseconds duration{};

    bool operator==(const HandlerRun &) const = default;
};

} // namespace coldframe
