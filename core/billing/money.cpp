// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/money.h"

#include <algorithm>
#include <limits>

namespace coldframe {

namespace {

constexpr std::int64_t MoneyCountsPerPriceCount = 10'000'000'000'000; // 1e-12 USD in 1e-25 USD

} // namespace

std::optional<std::int64_t> Money::timesIn(Money other, std::int64_t parts) const
{
    const CheckedInteger dividend = m_count * CheckedInteger(parts);
    if (dividend.isOverflowed() || other.isOverflowed() || other.m_count.value() <= 0)
        return std::nullopt;
    const CheckedInteger::Value quotient = dividend.value() / other.m_count.value();
    if (quotient < 0 || quotient > std::numeric_limits<std::int64_t>::max())
        return std::nullopt;
    return static_cast<std::int64_t>(quotient);
}

Result<UnitPrice> UnitPrice::fromText(QStringView text)
{
    const qsizetype point = text.indexOf(u'.');
    const QStringView whole = point < 0 ? text : text.first(point);
    const QStringView fraction = point < 0 ? QStringView() : text.sliced(point + 1);
    const auto isDigits = [](QStringView part) {
        return !part.isEmpty() && std::all_of(part.begin(), part.end(), [](QChar character) {
            return character >= u'0' && character <= u'9';
        });
    };
    if (!isDigits(whole) || (point >= 0 && !isDigits(fraction)) || whole.size() > 6
        || fraction.size() > Decimals)
        return failure(Error::Code::InvalidArgument, text.toString());

    UnitPrice price;
    const QString digits = whole.toString() + fraction.toString().leftJustified(Decimals, u'0');
    for (const QChar digit : digits)
        price.m_count = price.m_count * 10 + digit.digitValue();
    return price;
}

Money UnitPrice::forCount(std::int64_t count) const
{
    return Money(CheckedInteger(m_count) * CheckedInteger(MoneyCountsPerPriceCount)
                 * CheckedInteger(count));
}

Money UnitPrice::forBytes(CheckedInteger bytes) const
{
    constexpr CheckedInteger::Value Gigabyte = 1 << 30;
    if (bytes.isOverflowed())
        return Money(bytes);
    const CheckedInteger price = CheckedInteger(m_count) * CheckedInteger(MoneyCountsPerPriceCount);
    const CheckedInteger whole = price * CheckedInteger(bytes.value() / Gigabyte);
    const CheckedInteger part = price * CheckedInteger(bytes.value() % Gigabyte);
    return Money(whole + (part.isOverflowed() ? part : CheckedInteger(part.value() / Gigabyte)));
}

Money UnitPrice::forUsage(GigabyteSeconds usage) const
{
    static_assert(MoneyCountsPerPriceCount % GigabyteSeconds::MegabyteMilliseconds == 0);
    return Money(CheckedInteger(m_count)
                 * CheckedInteger(MoneyCountsPerPriceCount / GigabyteSeconds::MegabyteMilliseconds)
                 * usage.megabyteMilliseconds());
}

} // namespace coldframe
