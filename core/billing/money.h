// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/billing/checkedinteger.h"
#include "core/billing/gigabyteseconds.h"

#include <QString>

#include <optional>

namespace coldframe {

/// An exact amount of US dollars, a whole number of 1e-25 USD: a price of 12 decimals times
/// MB / 1024 times ms / 1000 leaves no remainder. Amounts up to 1e13 USD fit; beyond, the amount is
/// overflowed and stays it. Rounded at display only (cost-and-tuning, D.2).
class Money
{
public:
    constexpr Money() = default;

    bool isOverflowed() const { return m_count.isOverflowed(); }

    Money operator+(Money other) const { return Money(m_count + other.m_count); }
    Money operator-(Money other) const { return Money(m_count - other.m_count); }
    Money operator*(std::int64_t times) const { return Money(m_count * CheckedInteger(times)); }
    Money &operator+=(Money other) { return *this = *this + other; }

    /// Every significant decimal without an exponent, "0.0000000958335"; empty when overflowed.
    QString exactText() const { return m_count.exactText(Decimals); }

    /// With this many decimals, half a unit rounded up (away from zero); empty when overflowed.
    QString roundedText(int decimals) const { return m_count.fixedText(Decimals, decimals); }

    /// How many times the other amount fits, rounded down: with 1 million, in millionths. Nothing
    /// for a divisor that is not above zero, or for a result that does not fit.
    std::optional<std::int64_t> timesIn(Money other, std::int64_t parts = 1) const;

    /// An overflowed amount is greater than every other.
    auto operator<=>(const Money &) const = default;

private:
    friend class UnitPrice;
    static constexpr int Decimals = 25;

    constexpr explicit Money(CheckedInteger count)
        : m_count(count)
    { }

    CheckedInteger m_count;
};

/// What one request or one GB-second costs: up to 12 decimals, so that it stays exact in Money.
class UnitPrice
{
public:
    constexpr UnitPrice() = default;

    /// Plain notation as in a price list, "0.0000166667"; neither sign nor exponent.
    /// InvalidArgument otherwise, or with more than 12 decimals or 6 digits before the point.
    static Result<UnitPrice> fromText(QStringView text);

    Money forCount(std::int64_t count) const;
    Money forUsage(GigabyteSeconds usage) const;

    /// Each GB of 2^30 bytes has this price; rounded down to 1e-25 USD.
    Money forBytes(CheckedInteger bytes) const;

    /// In 1e-12 USD, for quotients of prices.
    std::int64_t picoDollars() const { return m_count; }

    QString exactText() const { return CheckedInteger(m_count).exactText(Decimals); }

    auto operator<=>(const UnitPrice &) const = default;

private:
    static constexpr int Decimals = 12;

    std::int64_t m_count = 0; // of 1e-12 USD
};

} // namespace coldframe
