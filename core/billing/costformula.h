// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/gigabyteseconds.h"
#include "core/billing/money.h"

#include <QString>

#include <chrono>
#include <variant>
#include <vector>

namespace coldframe {

/// What a figure of a formula counts.
enum class FormulaUnit {
    None,
    Dollars,
    Milliseconds,
    Seconds,
    Gigabytes,
    GigabyteSeconds,
    Percent,
    PerSecond,
    Cpus,
};

/// A figure with every digit, "0.0000166667"; written in the reader's language in
/// wording/costtext.
struct FormulaFigure
{
    QString digits;
    FormulaUnit unit = FormulaUnit::None;

    bool operator==(const FormulaFigure &) const = default;
};

enum class FormulaSign {
    Plus,
    Minus,
    Times,
    DividedBy,
    Equals,
    IsAbout, ///< equal after rounding to whole units
    Open,
    Close,
    OpenRoundUp, ///< rounded up to a whole number, until CloseRoundUp
    CloseRoundUp,
};

/// A computation with its figures in it, as something to read: "2,000,000 × $0.0000002 = $0.40".
class CostFormula
{
public:
    using Token = std::variant<FormulaFigure, FormulaSign>;

    CostFormula &number(std::int64_t value);
    CostFormula &decimal(std::int64_t value, int decimals, FormulaUnit unit = FormulaUnit::None);
    CostFormula &money(Money amount);
    CostFormula &price(UnitPrice price);
    CostFormula &usage(GigabyteSeconds usage);
    CostFormula &gigabytes(MebiBytes size);
    CostFormula &seconds(std::chrono::microseconds time);
    CostFormula &milliseconds(std::chrono::nanoseconds time);
    CostFormula &percent(std::int64_t partsPerMillion);
    CostFormula &sign(FormulaSign sign);
    CostFormula &times() { return sign(FormulaSign::Times); }
    CostFormula &minus() { return sign(FormulaSign::Minus); }
    CostFormula &plus() { return sign(FormulaSign::Plus); }
    CostFormula &equals() { return sign(FormulaSign::Equals); }

    const std::vector<Token> &tokens() const { return m_tokens; }

    bool operator==(const CostFormula &) const = default;

private:
    CostFormula &figure(QString digits, FormulaUnit unit);

    std::vector<Token> m_tokens;
};

/// What a step of a computation finds out.
enum class FormulaStepKind {
    ServedByProvisioned,
    OnDemandRequests,
    ColdStarts,
    BilledEach, ///< the time of one warm request
    InitEach, ///< what a cold start adds to it
    PayloadRequestsEach,
    StreamedEach, ///< bytes above 6 MB of one response
    Quantity, ///< what the month uses of the item
    FreeTier, ///< what remains of it
    TierPart, ///< what of it falls into a price tier
    Cost,
};

struct FormulaStep
{
    FormulaStepKind kind = FormulaStepKind::Cost;
    CostFormula formula;

    bool operator==(const FormulaStep &) const = default;
};

/// A whole number times 10^-decimals: "2.5", "-0.01".
QString decimalText(std::int64_t value, int decimals);

} // namespace coldframe
