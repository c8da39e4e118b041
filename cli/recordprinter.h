// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandline.h"
#include "core/base/jsontext.h"
#include "core/billing/activepricebook.h"
#include "core/billing/costestimate.h"
#include "core/lambda/invocation.h"

#include <optional>

namespace coldframe::cli {

/// Prints invocations: the response alone on standard output, everything else on standard error.
/// With JSON, one line a record on standard output and nothing else but that prices are missing.
class RecordPrinter
{
public:
    RecordPrinter(OutputFormat format, bool cost, const Surroundings &surroundings);

    /// Lines of the running invocation, as they come.
    void printLines(const std::vector<LogLine> &lines);

    /// The finished invocation: the lines that were not printed yet, and its response.
    void print(const InvocationRecord &record);

    /// The next part of a streamed response, printed at once; the record prints no response then.
    void printPart(const QByteArray &part);

private:
    struct PricedRun
    {
        ActivePriceBook prices;
        CostEstimate cost;
    };

    std::optional<PricedRun> priced(const InvocationRecord &record);
    void addCost(const InvocationRecord &record, OrderedJson &json);
    void printCost(const InvocationRecord &record);

    OutputFormat m_format;
    bool m_cost;
    const Surroundings &m_surroundings;
    std::size_t m_printedLines = 0; ///< of the running invocation
    bool m_printedParts = false; ///< likewise
};

} // namespace coldframe::cli
