// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"
#include "core/billing/money.h"

#include <QLocale>
#include <QString>

#include <chrono>

namespace coldframe {

/// About three significant digits in the unit that fits: "0.30 µs", "48.2 ms", "1.30 s", "2 min 5
/// s".
QString formatDuration(std::chrono::nanoseconds duration, const QLocale &locale = QLocale());

/// "482 bytes", "4.8 kB", "5.9 MB"; a kB has 1,024 bytes, as in Lambda's limits.
QString formatBytes(std::int64_t bytes, const QLocale &locale = QLocale());

/// "1,769 MB", as Lambda writes memory.
QString formatMebiBytes(MebiBytes size, const QLocale &locale = QLocale());

/// "$1,234.56"; an amount below a cent is "< $0.01", for which formatExactMoney() has the digits.
QString formatMoney(Money amount, const QLocale &locale = QLocale());

/// Every significant digit and two decimals at least: "$0.0000002083", "$0.20".
QString formatExactMoney(Money amount, const QLocale &locale = QLocale());

/// What one call costs, with ten decimals: "$0.0000002083".
QString formatCallCost(Money amount, const QLocale &locale = QLocale());

/// A unit price with its digits: "$0.0000166667".
QString formatPrice(UnitPrice price, const QLocale &locale = QLocale());

/// Plain digits with a point, "1234.5", in the locale's writing with all of them: "1,234.5".
QString formatDecimal(const QString &digits, const QLocale &locale = QLocale());

/// The same as dollars, with two decimals at least.
QString formatDollars(const QString &digits, const QLocale &locale = QLocale());

} // namespace coldframe
