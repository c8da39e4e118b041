// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <QtGlobal> // before <compare>: see core/base/units.h

#include <compare>
#include <cstdint>

namespace coldframe {

/// A whole number of 128 bits that remembers when a result did not fit. From then on it stays
/// overflowed, is greater than every number and is written as an empty text: a wrong figure never
/// looks like a right one.
class CheckedInteger
{
public:
    __extension__ typedef __int128 Value; // a standard type alias would need a pedantic warning

    constexpr CheckedInteger() = default;
    constexpr explicit CheckedInteger(Value value)
        : m_value(value)
    { }

    bool isOverflowed() const { return m_overflowed; }
    Value value() const { return m_value; } ///< 0 when overflowed

    CheckedInteger operator+(CheckedInteger other) const;
    CheckedInteger operator-(CheckedInteger other) const;
    CheckedInteger operator*(CheckedInteger other) const;

    /// The number times 10^-decimals, rounded half away from zero to whole 10^-kept and written
    /// with a point: all of those digits, no exponent.
    QString fixedText(int decimals, int kept) const;

    /// The number times 10^-decimals with every significant digit: "0.4083325", "150040.2", "0".
    QString exactText(int decimals) const;

    auto operator<=>(const CheckedInteger &) const = default;

private:
    static CheckedInteger overflowed();

    bool m_overflowed = false; // first, so that it decides every comparison
    Value m_value = 0;
};

} // namespace coldframe
