// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/recordprinter.h"

#include "core/billing/forecastcomparison.h"
#include "core/lambda/recordjson.h"
#include "core/runtime/handlerspans.h"
#include "wording/coldstarttext.h"
#include "wording/costtext.h"
#include "wording/errortext.h"
#include "wording/failurehint.h"
#include "wording/figures.h"
#include "wording/handlerspantext.h"

#include <QCoreApplication>
#include <QLocale>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>
#include <span>
#include <utility>

namespace coldframe::cli {

namespace {

/// Lambda's runtimes put \r for a line break inside one record; a terminal would overwrite the
/// line.
void writeLines(std::ostream &stream, std::span<const LogLine> lines)
{
    for (const LogLine &line : lines) {
        const QByteArray text = QByteArray(line.text).replace('\r', '\n');
        stream.write(text.constData(), text.size()).put('\n');
    }
    stream.flush();
}

/// Connections and the user's own spans, a line each; the first ones when there are many.
void writeSpans(std::ostream &stream, const std::vector<HandlerSpan> &spans)
{
    constexpr std::size_t most = 20;
    for (std::size_t i = 0; i < std::min(spans.size(), most); ++i)
        stream << handlerSpanText(spans[i]).toStdString() << '\n';
    const int more = static_cast<int>(spans.size() - std::min(spans.size(), most));
    if (spans.size() >= LargestSpanCount) // nobody counts those that are left out
        stream << QCoreApplication::translate(
                      "Command",
                      "SPAN %n more, and perhaps others: a record keeps %1 at most; --output json "
                      "has those",
                      nullptr, more)
                      .arg(QLocale().toString(qulonglong(LargestSpanCount)))
                      .toStdString()
               << '\n';
    else if (more > 0)
        stream << QCoreApplication::translate("Command", "SPAN %n more; --output json has all",
                                              nullptr, more)
                      .toStdString()
               << '\n';
}

Result<CostEstimate> costOf(const InvocationRecord &record, const PriceBook &book)
{
    return book.prices(record.function.region, record.function.architecture)
        .map([&record](const Prices &prices) {
            return invocationCost(prices, usageOf(record.function, record.report));
        });
}

OrderedJson namesOf(const std::vector<CostItem> &items)
{
    OrderedJson json = OrderedJson::array();
    for (const CostItem item : items)
        json.push_back(costItemName(item).toStdString());
    return json;
}

/// Amounts are texts: a binary fraction would not be exact.
OrderedJson costToJson(const CostEstimate &cost, const ActivePriceBook &active)
{
    OrderedJson lines = OrderedJson::array();
    for (const CostLine &line : cost.lines)
        lines.push_back({{"item", costItemName(line.item).toStdString()},
                         {"price", line.price.exactText().toStdString()},
                         {"costUsd", line.cost.exactText().toStdString()}});
    return {{"costUsd", cost.total().exactText().toStdString()},
            {"perMillionUsd", (cost.total() * OneMillion).exactText().toStdString()},
            {"lines", std::move(lines)},
            {"withoutPrice", namesOf(cost.unpriced)},
            {"billedByMonth", namesOf(cost.apart)},
            {"priceBook",
             {{"date", active.book.date().toString(Qt::ISODate).toStdString()},
              {"source", active.book.source().toStdString()},
              {"users", active.isUsers}}}};
}

/// Why a run was cold that could have been warm.
QString unexpectedColdStart(const InvocationRecord &record)
{
    const bool isExpected = record.coldStart == ColdStartReason::FirstInvocation
        || record.coldStart == ColdStartReason::Requested;
    return isExpected ? QString() : coldStartText(record);
}

} // namespace

RecordPrinter::RecordPrinter(OutputFormat format, bool cost, const Surroundings &surroundings)
    : m_format(format)
    , m_cost(cost)
    , m_surroundings(surroundings)
{ }

void RecordPrinter::printLines(const std::vector<LogLine> &lines)
{
    if (m_format == OutputFormat::Json)
        return;
    writeLines(m_surroundings.err, lines);
    m_printedLines += lines.size();
}

void RecordPrinter::print(const InvocationRecord &record)
{
    if (m_format == OutputFormat::Json) {
        OrderedJson json = recordToJson(record);
        if (m_cost)
            addCost(record, json);
        m_surroundings.out << writeJson(json, JsonLayout::Compact).toStdString() << '\n';
        m_surroundings.out.flush();
        return;
    }
    const std::span<const LogLine> lines(record.log);
    writeLines(m_surroundings.err, lines.subspan(std::min(m_printedLines, lines.size())));
    m_printedLines = 0;
    if (const QString hint = failureHint(record); !hint.isEmpty())
        m_surroundings.err << "coldframe-cli: " << hint.toStdString() << '\n';
    if (const QString why = unexpectedColdStart(record); !why.isEmpty())
        m_surroundings.err << "coldframe-cli: " << why.toStdString() << '\n';
    if (const QString wait = localWaitText(record); !wait.isEmpty())
        m_surroundings.err << "coldframe-cli: " << wait.toStdString() << '\n';
    writeSpans(m_surroundings.err, record.spans);
    if (m_cost)
        printCost(record);
    m_surroundings.err.flush();
    // An error in the middle of a stream is no part of it.
    if (!std::exchange(m_printedParts, false) || record.status != InvocationStatus::Succeeded)
        m_surroundings.out.write(record.response.constData(), record.response.size());
    m_surroundings.out.put('\n').flush();
}

void RecordPrinter::printPart(const QByteArray &part)
{
    if (m_format == OutputFormat::Json)
        return;
    m_surroundings.out.write(part.constData(), part.size()).flush();
    m_printedParts = true;
}

/// An Error goes to standard error in both formats: without prices there is no cost to print.
std::optional<RecordPrinter::PricedRun> RecordPrinter::priced(const InvocationRecord &record)
{
    Result<ActivePriceBook> active
        = loadActivePriceBook(m_surroundings.dataDirectory, m_surroundings.configDirectory);
    Result<CostEstimate> cost = active ? costOf(record, active->book)
                                       : Result<CostEstimate>(tl::make_unexpected(active.error()));
    if (!cost) {
        m_surroundings.err << "coldframe-cli: " << errorText(cost.error()).toStdString() << '\n';
        return std::nullopt;
    }
    return PricedRun{std::move(*active), std::move(*cost)};
}

void RecordPrinter::addCost(const InvocationRecord &record, OrderedJson &json)
{
    const auto run = priced(record);
    json["cost"] = run ? costToJson(run->cost, run->prices) : OrderedJson(nullptr);
}

void RecordPrinter::printCost(const InvocationRecord &record)
{
    const auto run = priced(record);
    if (!run)
        return;
    const auto &[active, cost] = *run;
    const Money total = cost.total();
    const QString text
        = QCoreApplication::translate("Command",
                                      "COST %1 per call, %2 per million calls like this one "
                                      "(modelled: list prices of %3, %4, %5, without free tier)")
              .arg(formatExactMoney(total), formatMoney(total * OneMillion),
                   active.book.date().toString(Qt::ISODate), record.function.region,
                   architectureName(record.function.architecture));
    m_surroundings.err << text.toStdString() << '\n';
    QStringList missing;
    for (const CostItem item : cost.unpriced)
        missing.append(costItemText(item));
    if (!missing.isEmpty())
        m_surroundings.err << QCoreApplication::translate(
                                  "Command",
                                  "COST without what the price book has no price for: %1")
                                  .arg(missing.join(QStringLiteral(", ")))
                                  .toStdString()
                           << '\n';
    QStringList apart;
    for (const CostItem item : cost.apart)
        apart.append(costItemText(item));
    if (!apart.isEmpty())
        m_surroundings.err << QCoreApplication::translate(
                                  "Command", "COST without what is billed by the month: %1")
                                  .arg(apart.join(QStringLiteral(", ")))
                                  .toStdString()
                           << '\n';
    if (const QString old = oldPricesText(active, m_surroundings.today); !old.isEmpty())
        m_surroundings.err << "COST " << old.toStdString() << '\n';
}

} // namespace coldframe::cli
