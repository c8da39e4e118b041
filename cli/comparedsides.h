// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/runstore.h"
#include "report/comparisonreport.h"

namespace coldframe::cli {

/// How a side is written on the command line, in a sentence for --help.
QString comparedSideHelp();

/// The runs that a side of a comparison names: a run or several with commas between them, each by
/// its number or the beginning of its request id; "last"; or "tag:" with a tag. NotFound when there
/// are none.
Result<NamedRuns> runsOfSide(const RunStore &store, const QString &side);

} // namespace coldframe::cli
