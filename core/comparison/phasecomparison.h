// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/invocation.h"

#include <optional>
#include <span>
#include <vector>

namespace coldframe {

/// A phase in the two sets of runs: the median of those runs that have it.
struct PhaseComparison
{
    PhaseKind kind = PhaseKind::Invoke;
    std::optional<std::chrono::nanoseconds> left;
    std::optional<std::chrono::nanoseconds> right;

    bool operator==(const PhaseComparison &) const = default;
};

/// A module that one side at least loaded: medians over its cold runs that loaded it.
struct ImportComparison
{
    QString module;
    std::optional<std::chrono::nanoseconds> left; ///< own time, without what it imports
    std::optional<std::chrono::nanoseconds> right;

    /// Right minus left; a module that was not loaded took no time.
    std::chrono::nanoseconds difference() const
    {
        return right.value_or(std::chrono::nanoseconds{})
            - left.value_or(std::chrono::nanoseconds{});
    }
    bool operator==(const ImportComparison &) const = default;
};

/// Phases that one side at least has, in the order in which they happen.
std::vector<PhaseComparison> comparePhases(std::span<const InvocationRecord> left,
                                           std::span<const InvocationRecord> right);

/// Modules by the size of their difference, the largest first; equal ones by name.
std::vector<ImportComparison> compareImports(std::span<const InvocationRecord> left,
                                             std::span<const InvocationRecord> right);

} // namespace coldframe
