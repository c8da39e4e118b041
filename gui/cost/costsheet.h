// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/costestimate.h"
#include "core/lambda/invocation.h"

#include <QString>

#include <vector>

namespace coldframe {

/// One line of a cost sheet, ready to be shown.
struct CostRow
{
    QString key; ///< stable name, for object names: "duration", "total", "warm"
    QString title;
    QString call; ///< one invocation, in cents; empty where it does not apply
    QString million; ///< a million invocations like it
    QString callExact; ///< the same two with every digit
    QString millionExact;
    QString formula; ///< with the figures in it and the exact result

    bool operator==(const CostRow &) const = default;
};

/// What one invocation costs, as texts: everything that CostPanel shows.
struct CostSheet
{
    QString summary; ///< what was billed
    std::vector<CostRow> rows; ///< the total is the last one
    std::vector<CostRow> scenarios; ///< a million warm and a million cold invocations
    QString remarks; ///< what is not in the total; may be empty
    QString priceBook; ///< region, architecture, date and source of the prices
};

CostSheet costSheetOf(const InvocationRecord &record, const Prices &prices, const QDate &date,
                      const QLocale &locale = QLocale());

} // namespace coldframe
