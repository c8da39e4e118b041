// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/forecastcomparison.h"
#include "wording/costtext.h"

#include <QLocale>

namespace coldframe {

/// One figure and how it came about.
struct ForecastCell
{
    QString text; ///< "$2.73", "< $0.01", "≈ $1.20", "no price in the book", "–"
    QString exact; ///< every digit; empty where that is the text
    QStringList formulas; ///< one a line

    bool operator==(const ForecastCell &) const = default;
};

struct ForecastRow
{
    QString key; ///< stable name: "requests", "duration", "duration.2" for a second tier, "total"
    QString title;
    ForecastCell x86;
    ForecastCell arm;

    bool operator==(const ForecastRow &) const = default;
};

struct InstanceRow
{
    QString name; ///< with its architecture
    QString month; ///< price of one
    QString breakEven; ///< requests a second
    QString traffic; ///< what is cheaper at this traffic
    QString peak; ///< whether it serves it
    bool servesPeak = true;
    QStringList formulas;

    bool operator==(const InstanceRow &) const = default;
};

/// A forecast as texts: everything that window and command line show of it.
struct ForecastSheet
{
    QString traffic; ///< what it is for, in one line
    std::vector<ForecastRow> rows; ///< the total is the last one
    std::vector<ForecastRow> thresholds; ///< utilisation and break-evens
    std::vector<InstanceRow> instances;
    QString instancesIntroduction; ///< peak and what is compared with; why there are none
    QStringList remarks; ///< what is missing and what is assumed
    QString prices; ///< book, region, sources
    QString old; ///< that the prices are old; empty while they are not

    bool operator==(const ForecastSheet &) const = default;
};

/// Where the figures of a forecast come from, for its remarks.
struct ForecastOrigin
{
    std::int64_t runs = 0; ///< that were measured; 0 when everything was typed in
    bool measuredDuration = false;
    bool measuredColdShare = false;

    bool operator==(const ForecastOrigin &) const = default;
};

ForecastSheet forecastSheetOf(const ForecastComparison &comparison, const ActivePriceBook &book,
                              const ForecastOrigin &origin, const QDate &today,
                              const QLocale &locale = QLocale());

/// "3,000,000 requests a month (1.14 a second), ..." of a plan.
QString trafficText(const Traffic &traffic, const QLocale &locale = QLocale());

} // namespace coldframe
