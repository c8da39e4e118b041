// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/importtable.h"

namespace coldframe {

std::vector<ImportRow> importRows(std::span<const ImportSpan> imports,
                                  std::chrono::nanoseconds init)
{
    std::vector<ImportRow> rows;
    rows.reserve(imports.size());
    std::vector<int> importers; // each imported the next one
    for (const ImportSpan &import : imports) {
        while (!importers.empty()
               && imports[static_cast<std::size_t>(importers.back())].depth >= import.depth)
            importers.pop_back();
        ImportRow row;
        row.import = static_cast<int>(rows.size());
        row.self = import.self;
        row.cumulative = import.duration;
        if (init.count() > 0)
            row.share
                = static_cast<double>(import.duration.count()) / static_cast<double>(init.count());
        row.importer = importers.empty() ? -1 : importers.back();
        importers.push_back(row.import);
        rows.push_back(row);
    }
    return rows;
}

} // namespace coldframe
