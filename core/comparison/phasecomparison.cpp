// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/comparison/phasecomparison.h"

#include <algorithm>
#include <map>

namespace coldframe {

namespace {

using Durations = std::vector<std::chrono::nanoseconds>;

std::optional<std::chrono::nanoseconds> middleOf(Durations durations)
{
    if (durations.empty())
        return std::nullopt;
    std::sort(durations.begin(), durations.end());
    const std::size_t middle = durations.size() / 2;
    if (durations.size() % 2 == 1)
        return durations[middle];
    return (durations[middle - 1] + durations[middle]) / 2;
}

struct Sides
{
    Durations left;
    Durations right;
};

/// A phase may happen more than once in a run: a failed init phase is repeated.
void addPhases(std::map<PhaseKind, Sides> &sides, Durations Sides::*side,
               std::span<const InvocationRecord> records)
{
    for (const InvocationRecord &record : records) {
        std::map<PhaseKind, std::chrono::nanoseconds> sums;
        for (const Phase &phase : record.phases)
            sums[phase.kind] += phase.duration;
        for (const auto &[kind, duration] : sums)
            (sides[kind].*side).push_back(duration);
    }
}

void addImports(std::map<QString, Sides> &sides, Durations Sides::*side,
                std::span<const InvocationRecord> records)
{
    for (const InvocationRecord &record : records) {
        std::map<QString, std::chrono::nanoseconds> sums;
        for (const ImportSpan &import : record.imports)
            sums[import.module] += import.self;
        for (const auto &[module, self] : sums)
            (sides[module].*side).push_back(self);
    }
}

} // namespace

std::vector<PhaseComparison> comparePhases(std::span<const InvocationRecord> left,
                                           std::span<const InvocationRecord> right)
{
    std::map<PhaseKind, Sides> sides;
    addPhases(sides, &Sides::left, left);
    addPhases(sides, &Sides::right, right);
    std::vector<PhaseComparison> comparisons;
    for (auto &[kind, durations] : sides)
        comparisons.push_back(
            {kind, middleOf(std::move(durations.left)), middleOf(std::move(durations.right))});
    return comparisons;
}

std::vector<ImportComparison> compareImports(std::span<const InvocationRecord> left,
                                             std::span<const InvocationRecord> right)
{
    std::map<QString, Sides> sides;
    addImports(sides, &Sides::left, left);
    addImports(sides, &Sides::right, right);
    std::vector<ImportComparison> comparisons;
    for (auto &[module, durations] : sides)
        comparisons.push_back(
            {module, middleOf(std::move(durations.left)), middleOf(std::move(durations.right))});
    const auto larger = [](const ImportComparison &a, const ImportComparison &b) {
        return std::chrono::abs(a.difference()) > std::chrono::abs(b.difference());
    };
    std::stable_sort(comparisons.begin(), comparisons.end(), larger);
    return comparisons;
}

} // namespace coldframe
