// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/figures.h"

#include <QCoreApplication>

#include <array>
#include <cmath>
#include <cstdlib>

namespace coldframe {

namespace {

struct Figures
{
    Q_DECLARE_TR_FUNCTIONS(Figures)

public:
    enum class Unit { Microseconds, Milliseconds, Seconds };

    static QString withUnit(const QString &number, Unit unit)
    {
        switch (unit) {
        case Unit::Microseconds:
            return tr("%1 µs").arg(number);
        case Unit::Milliseconds:
            return tr("%1 ms").arg(number);
        case Unit::Seconds:
            return tr("%1 s").arg(number);
        }
        return number;
    }
};

struct Step
{
    double nanoseconds;
    Figures::Unit unit;
};

constexpr std::array Steps{Step{1e3, Figures::Unit::Microseconds},
                           Step{1e6, Figures::Unit::Milliseconds},
                           Step{1e9, Figures::Unit::Seconds}};

double rounded(double value, int decimals)
{
    const double factor = std::pow(10.0, decimals);
    return std::round(value * factor) / factor;
}

/// The decimals that leave three significant digits after rounding: 9.996 becomes 10.0.
int decimalsOf(double value)
{
    if (rounded(value, 2) < 10.0)
        return 2;
    return rounded(value, 1) < 100.0 ? 1 : 0;
}

QString minutesAndSeconds(std::chrono::nanoseconds duration, const QLocale &locale)
{
    const auto whole = std::chrono::round<std::chrono::seconds>(duration);
    return Figures::tr("%1 min %2 s")
        .arg(locale.toString(qlonglong(whole.count() / 60)),
             locale.toString(qlonglong(whole.count() % 60)));
}

/// Digits with a point become the locale's digits, which no floating point number could hold.
QString localised(const QString &digits, const QLocale &locale)
{
    const QString whole = locale.toString(digits.section(u'.', 0, 0).toLongLong());
    const QString decimals = digits.section(u'.', 1, 1);
    return whole + locale.decimalPoint() + decimals.leftJustified(2, u'0');
}

QString priceTag(const QString &digits, const QLocale &locale)
{
    if (digits.isEmpty())
        return Figures::tr("more than can be counted");
    const bool isNegative = digits.startsWith(u'-');
    const QString tag
        = Figures::tr("$%1").arg(localised(isNegative ? digits.mid(1) : digits, locale));
    return isNegative ? locale.negativeSign() + tag : tag;
}

} // namespace

QString formatDuration(std::chrono::nanoseconds duration, const QLocale &locale)
{
    if (duration < std::chrono::nanoseconds::zero())
        return locale.negativeSign() + formatDuration(-duration, locale);
    if (duration == std::chrono::nanoseconds::zero())
        return Figures::withUnit(locale.toString(0), Figures::Unit::Milliseconds);
    const double nanoseconds = static_cast<double>(duration.count());
    for (const Step &step : Steps) {
        const double value = nanoseconds / step.nanoseconds;
        const double limit = step.unit == Figures::Unit::Seconds ? 60.0 : 1000.0;
        const int decimals = decimalsOf(value);
        if (rounded(value, decimals) < limit)
            return Figures::withUnit(locale.toString(value, 'f', decimals), step.unit);
    }
    return minutesAndSeconds(duration, locale);
}

QString formatBytes(std::int64_t bytes, const QLocale &locale)
{
    return locale.formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString formatMebiBytes(MebiBytes size, const QLocale &locale)
{
    return Figures::tr("%1 MB").arg(locale.toString(qlonglong(size.value)));
}

QString formatMoney(Money amount, const QLocale &locale)
{
    const QString cent = QStringLiteral("0.01");
    const Result<UnitPrice> oneCent = UnitPrice::fromText(cent);
    const bool isBelowACent = amount > Money() && oneCent && amount < oneCent->forCount(1);
    return isBelowACent ? Figures::tr("< %1").arg(priceTag(cent, locale))
                        : priceTag(amount.roundedText(2), locale);
}

QString formatPrice(UnitPrice price, const QLocale &locale)
{
    return priceTag(price.exactText(), locale);
}

QString formatExactMoney(Money amount, const QLocale &locale)
{
    return priceTag(amount.exactText(), locale);
}

QString formatCallCost(Money amount, const QLocale &locale)
{
    return priceTag(amount.roundedText(10), locale);
}

QString formatDecimal(const QString &digits, const QLocale &locale)
{
    const bool isNegative = digits.startsWith(u'-');
    const QString magnitude = isNegative ? digits.mid(1) : digits;
    const QString decimals = magnitude.section(u'.', 1, 1);
    const QString text = locale.toString(magnitude.section(u'.', 0, 0).toLongLong())
        + (decimals.isEmpty() ? QString() : locale.decimalPoint() + decimals);
    return isNegative ? locale.negativeSign() + text : text;
}

QString formatDollars(const QString &digits, const QLocale &locale)
{
    return priceTag(digits, locale);
}

} // namespace coldframe
