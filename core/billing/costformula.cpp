// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/costformula.h"

namespace coldframe {

QString decimalText(std::int64_t value, int decimals)
{
    return CheckedInteger(value).exactText(decimals);
}

CostFormula &CostFormula::figure(QString digits, FormulaUnit unit)
{
    m_tokens.emplace_back(FormulaFigure{std::move(digits), unit});
    return *this;
}

CostFormula &CostFormula::number(std::int64_t value)
{
    return figure(QString::number(value), FormulaUnit::None);
}

CostFormula &CostFormula::decimal(std::int64_t value, int decimals, FormulaUnit unit)
{
    return figure(decimalText(value, decimals), unit);
}

CostFormula &CostFormula::money(Money amount)
{
    return figure(amount.exactText(), FormulaUnit::Dollars);
}

CostFormula &CostFormula::price(UnitPrice price)
{
    return figure(price.exactText(), FormulaUnit::Dollars);
}

CostFormula &CostFormula::usage(GigabyteSeconds usage)
{
    return figure(usage.exactText(), FormulaUnit::GigabyteSeconds);
}

CostFormula &CostFormula::gigabytes(MebiBytes size)
{
    // 1 / 1024 has 10 decimals.
    constexpr std::int64_t Each = 10'000'000'000 / 1024;
    static_assert(Each * 1024 == 10'000'000'000);
    return figure((CheckedInteger(size.value) * CheckedInteger(Each)).exactText(10),
                  FormulaUnit::Gigabytes);
}

CostFormula &CostFormula::seconds(std::chrono::microseconds time)
{
    return figure(decimalText(time.count(), 6), FormulaUnit::Seconds);
}

CostFormula &CostFormula::milliseconds(std::chrono::nanoseconds time)
{
    return figure(decimalText(time.count(), 6), FormulaUnit::Milliseconds);
}

CostFormula &CostFormula::percent(std::int64_t partsPerMillion)
{
    return figure(decimalText(partsPerMillion, 4), FormulaUnit::Percent);
}

CostFormula &CostFormula::sign(FormulaSign sign)
{
    m_tokens.emplace_back(sign);
    return *this;
}

} // namespace coldframe
