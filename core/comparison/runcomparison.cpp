// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/comparison/runcomparison.h"

#include "core/comparison/responsejson.h"
#include "core/comparison/textmasks.h"

#include <algorithm>

namespace coldframe {

namespace {

void maskStrings(OrderedJson &json, const TextMasks &masks)
{
    if (json.is_structured()) {
        for (OrderedJson &below : json)
            maskStrings(below, masks);
    } else if (json.is_string()) {
        const QString text = QString::fromStdString(json.get_ref<const std::string &>());
        json = maskedText(text, masks).toStdString();
    }
}

OrderedJson comparedResponse(const InvocationRecord &record, bool exact)
{
    OrderedJson response = responseJson(record);
    if (!exact)
        maskStrings(
            response,
            {.uuids = true, .times = true, .identifiers = true, .requestId = record.requestId});
    return response;
}

} // namespace

const InvocationRecord &ComparedRuns::representative() const
{
    std::vector<const InvocationRecord *> byDuration;
    for (const InvocationRecord &record : records)
        byDuration.push_back(&record);
    std::stable_sort(byDuration.begin(), byDuration.end(),
                     [](const InvocationRecord *a, const InvocationRecord *b) {
                         return a->report.duration < b->report.duration;
                     });
    return *byDuration[(byDuration.size() - 1) / 2];
}

std::size_t ComparedRuns::coldRuns() const
{
    return static_cast<std::size_t>(
        std::count_if(records.begin(), records.end(),
                      [](const InvocationRecord &record) { return record.isCold(); }));
}

std::size_t ComparedRuns::failedRuns() const
{
    return static_cast<std::size_t>(
        std::count_if(records.begin(), records.end(), [](const InvocationRecord &record) {
            return record.status != InvocationStatus::Succeeded;
        }));
}

RunComparison compareRuns(const ComparedRuns &left, const ComparedRuns &right,
                          const PriceBook *prices, bool exact)
{
    const InvocationRecord &before = left.representative();
    const InvocationRecord &after = right.representative();
    RunComparison comparison;
    comparison.response
        = compareJson(comparedResponse(before, exact), comparedResponse(after, exact));
    comparison.log = alignLogs({before.log, before.requestId}, {after.log, after.requestId});
    comparison.figures = compareFigures(left.records, right.records);
    comparison.phases = comparePhases(left.records, right.records);
    comparison.imports = compareImports(left.records, right.records);
    if (prices)
        comparison.cost = compareCosts(left.records, right.records, *prices);
    return comparison;
}

} // namespace coldframe
