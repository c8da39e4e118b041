// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace coldframe {

/// The parts of an invocation, in the order in which they happen. All but Invoke belong to a cold
/// start; together those before Invoke are the init phase, without gaps.
enum class PhaseKind {
    ProcessStart, ///< spawn until the program runs
    InterpreterStart, ///< until the first line of the bootstrap; sets up the isolation before it
    Bootstrap, ///< until the handler's module begins to load
    HandlerImport, ///< the handler's module with all that it imports and its own init code
    RuntimeReady, ///< until the first GET next arrives
    Invoke, ///< event written until the response is read completely
};

/// One part of an invocation, measured from the record's own beginning (spawn of the environment
/// when cold, event written when warm).
struct Phase
{
    PhaseKind kind = PhaseKind::Invoke;
    std::chrono::nanoseconds begin{};
    std::chrono::nanoseconds duration{};

    bool operator==(const Phase &) const = default;
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

    bool operator==(const ImportSpan &) const = default;
};

} // namespace coldframe
