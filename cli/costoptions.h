// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/commandline.h"
#include "core/base/result.h"
#include "wording/forecastsheet.h"

#include <QCommandLineParser>

namespace coldframe::cli {

/// What `cost` was asked for.
struct CostOptions
{
    ForecastPlan plan;
    ForecastOrigin origin;
    bool explains = false; ///< with the formulas
    bool instances = false; ///< with the comparison
    OutputFormat format = OutputFormat::Text;
};

void addCostOptions(QCommandLineParser &parser);

/// Reads the runs as well, from a file or from the standard input.
Result<CostOptions> readCostOptions(const QCommandLineParser &parser, const FreeTier &freeTier,
                                    const Surroundings &surroundings);

} // namespace coldframe::cli
