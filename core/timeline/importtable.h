// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/phase.h"

#include <chrono>
#include <span>
#include <vector>

namespace coldframe {

/// One import as a row of figures.
struct ImportRow
{
    int import = 0; ///< index into the list of imports
    std::chrono::nanoseconds self{}; ///< without what it imports
    std::chrono::nanoseconds cumulative{}; ///< with it
    double share = 0; ///< the cumulative time as a part of the init phase, 0 to 1
    int importer = -1; ///< index of the import that asked for it; -1 for the outermost

    bool operator==(const ImportRow &) const = default;
};

/// A row for each import, in their order. Without an init phase there are no shares.
std::vector<ImportRow> importRows(std::span<const ImportSpan> imports,
                                  std::chrono::nanoseconds init);

} // namespace coldframe
