// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/checkedinteger.h"

namespace coldframe {

namespace {

using Wide = CheckedInteger::Value;
__extension__ typedef unsigned __int128 UnsignedWide;

constexpr UnsignedWide LargestWide = ~UnsignedWide{0} >> 1;

UnsignedWide magnitudeOf(Wide value)
{
    return value < 0 ? UnsignedWide{0} - static_cast<UnsignedWide>(value)
                     : static_cast<UnsignedWide>(value);
}

QString digitsOf(UnsignedWide magnitude)
{
    QString digits;
    do {
        digits.prepend(QChar(u'0' + static_cast<char16_t>(magnitude % 10)));
        magnitude /= 10;
    } while (magnitude != 0);
    return digits;
}

QString withPoint(UnsignedWide magnitude, int decimals, bool negative)
{
    QString text = digitsOf(magnitude).rightJustified(decimals + 1, u'0');
    if (decimals > 0)
        text.insert(text.size() - decimals, u'.');
    if (negative && magnitude != 0)
        text.prepend(u'-');
    return text;
}

} // namespace

CheckedInteger CheckedInteger::overflowed()
{
    CheckedInteger result;
    result.m_overflowed = true;
    return result;
}

CheckedInteger CheckedInteger::operator+(CheckedInteger other) const
{
    Value sum = 0;
    if (m_overflowed || other.m_overflowed || __builtin_add_overflow(m_value, other.m_value, &sum))
        return overflowed();
    return CheckedInteger(sum);
}

CheckedInteger CheckedInteger::operator-(CheckedInteger other) const
{
    Value difference = 0;
    if (m_overflowed || other.m_overflowed
        || __builtin_sub_overflow(m_value, other.m_value, &difference))
        return overflowed();
    return CheckedInteger(difference);
}

CheckedInteger CheckedInteger::operator*(CheckedInteger other) const
{
    if (m_overflowed || other.m_overflowed)
        return overflowed();
    // By division: clang needs a library of its own for a checked multiplication of this width.
    const UnsignedWide mine = magnitudeOf(m_value);
    const UnsignedWide theirs = magnitudeOf(other.m_value);
    if (mine != 0 && theirs > LargestWide / mine)
        return overflowed();
    return CheckedInteger(m_value * other.m_value);
}

QString CheckedInteger::fixedText(int decimals, int kept) const
{
    if (m_overflowed)
        return {};
    UnsignedWide magnitude = magnitudeOf(m_value);
    bool roundsUp = false;
    for (int dropped = decimals; dropped > kept; --dropped) {
        roundsUp = magnitude % 10 >= 5;
        magnitude /= 10;
    }
    if (roundsUp)
        ++magnitude;
    QString text = withPoint(magnitude, qMin(decimals, kept), m_value < 0);
    if (kept > decimals) {
        if (decimals == 0)
            text.append(u'.');
        text.append(QString(kept - decimals, u'0'));
    }
    return text;
}

QString CheckedInteger::exactText(int decimals) const
{
    QString text = fixedText(decimals, decimals);
    if (!text.contains(u'.'))
        return text;
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

} // namespace coldframe
