// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/pricebook.h"
#include "core/lambda/invocation.h"

#include <QByteArray>
#include <QLocale>

namespace coldframe {

/// What a report is made with, besides what it is about.
struct ReportContext
{
    const PriceBook *prices = nullptr; ///< without one there are no costs in it
    QLocale locale = QLocale();
    WallTime now{}; ///< when it is made
};

/// One self-contained HTML page about one run: figures, waterfall, cost with its formulas, imports,
/// response, log, event, and how true the figures are. Values of environment variables are not in
/// it.
QByteArray runReport(const InvocationRecord &record, const ReportContext &context);

} // namespace coldframe
