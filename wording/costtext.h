// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/activepricebook.h"
#include "core/billing/costformula.h"
#include "core/billing/costitem.h"

#include <QLocale>
#include <QString>
#include <QStringList>

#include <vector>

namespace coldframe {

/// "Request", "Storage in /tmp above 512 MB".
QString costItemText(CostItem item);

/// "2,000,000 × $0.0000002 = $0.40".
QString formulaText(const CostFormula &formula, const QLocale &locale = QLocale());

/// Each step as a line: "Less the free tier: 3,000,000 − 1,000,000 = 2,000,000".
QStringList formulaSteps(const std::vector<FormulaStep> &steps, const QLocale &locale = QLocale());

/// A share of AllParts: "12.5 %".
QString shareText(std::int64_t parts, const QLocale &locale = QLocale());

/// That the prices are old; empty while they are not.
QString oldPricesText(const ActivePriceBook &book, const QDate &today);

/// Which book it is: "Coldframe's price book of 2026-09-19", "your own price book of ...".
QString priceBookText(const ActivePriceBook &book);

} // namespace coldframe
