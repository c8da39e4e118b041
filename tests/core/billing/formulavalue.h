// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/costformula.h"

#include <cmath>

namespace coldframe::test {

/// Works a formula out as a reader would, with products before sums.
class FormulaValue
{
public:
    /// Whether what stands left of the equals sign is what stands right of it.
    static bool holds(const CostFormula &formula, double tolerance)
    {
        FormulaValue value(formula.tokens());
        const long double left = value.sum();
        if (value.m_at == value.m_tokens.size())
            return true; // a figure alone
        const auto *sign = std::get_if<FormulaSign>(&value.m_tokens[value.m_at]);
        const bool isAbout = sign && *sign == FormulaSign::IsAbout;
        if (!sign || (*sign != FormulaSign::Equals && !isAbout))
            return false;
        ++value.m_at;
        const long double right = value.sum();
        const long double allowed = isAbout ? std::max<long double>(1, std::fabs(right) * 1e-4L)
                                            : std::fabs(right) * tolerance;
        return value.m_at == value.m_tokens.size() && std::fabs(left - right) <= allowed;
    }

private:
    explicit FormulaValue(const std::vector<CostFormula::Token> &tokens)
        : m_tokens(tokens)
    { }

    bool take(FormulaSign sign)
    {
        if (m_at < m_tokens.size() && std::holds_alternative<FormulaSign>(m_tokens[m_at])
            && std::get<FormulaSign>(m_tokens[m_at]) == sign) {
            ++m_at;
            return true;
        }
        return false;
    }

    long double sum()
    {
        long double value = product();
        while (true) {
            if (take(FormulaSign::Plus))
                value += product();
            else if (take(FormulaSign::Minus))
                value -= product();
            else
                return value;
        }
    }

    long double product()
    {
        long double value = factor();
        while (true) {
            if (take(FormulaSign::Times))
                value *= factor();
            else if (take(FormulaSign::DividedBy))
                value /= factor();
            else
                return value;
        }
    }

    long double factor()
    {
        if (take(FormulaSign::Open)) {
            const long double value = sum();
            take(FormulaSign::Close);
            return value;
        }
        if (take(FormulaSign::OpenRoundUp)) {
            const long double value = std::ceil(sum());
            take(FormulaSign::CloseRoundUp);
            return value;
        }
        if (m_at >= m_tokens.size() || !std::holds_alternative<FormulaFigure>(m_tokens[m_at]))
            return std::nanl("");
        const FormulaFigure &figure = std::get<FormulaFigure>(m_tokens[m_at++]);
        const long double value = std::strtold(figure.digits.toLatin1().constData(), nullptr);
        return figure.unit == FormulaUnit::Percent ? value / 100 : value;
    }

    const std::vector<CostFormula::Token> &m_tokens;
    std::size_t m_at = 0;
};

} // namespace coldframe::test
