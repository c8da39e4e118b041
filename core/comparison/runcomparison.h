// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/comparison/figurecomparison.h"
#include "core/comparison/logalignment.h"
#include "core/comparison/phasecomparison.h"
#include "core/comparison/semanticdifference.h"

namespace coldframe {

/// One side of a comparison, a run or a set of them.
struct ComparedRuns
{
    std::vector<InvocationRecord> records;

    /// The run that stands for its side where only one can be shown: the one with the middle
    /// duration, the earlier of two. There has to be a run.
    const InvocationRecord &representative() const;

    std::size_t coldRuns() const;
    std::size_t failedRuns() const; ///< that did not succeed
};

struct RunComparison
{
    JsonComparison response; ///< of the representatives, with the values as they are
    bool isSameOnlyMasked = false; ///< the responses differ in what does not count, in that alone
    /// Whole numbers beyond 64 bits are written differently: the comparison sees 17 digits of them.
    bool areLargeNumbersOther = false;
    std::vector<AlignedLines> log; ///< of the representatives
    std::vector<FigureComparison> figures;
    std::vector<PhaseComparison> phases;
    std::vector<ImportComparison> imports;
    std::optional<CostComparison> cost; ///< not set without prices
};

/// Compares two sides, each with a run at least. Request ids, UUIDs, times and trace ids in
/// responses don't count unless `exact`.
RunComparison compareRuns(const ComparedRuns &left, const ComparedRuns &right,
                          const PriceBook *prices, bool exact = false);

} // namespace coldframe
