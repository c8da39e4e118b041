// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/comparison/runcomparison.h"

#include "core/comparison/jsonplace.h"
#include "core/comparison/responsejson.h"
#include "core/comparison/textmasks.h"
#include "core/events/jsonvalue.h"

#include <algorithm>
#include <map>
#include <optional>

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

OrderedJson maskedResponseOf(OrderedJson response, const QString &requestId)
{
    maskStrings(response,
                {.uuids = true, .times = true, .identifiers = true, .requestId = requestId});
    return response;
}

/// What a document has at pointers, which may lead into strings that hold JSON.
class UnmaskedValues
{
public:
    explicit UnmaskedValues(const OrderedJson &document)
        : m_document(document)
    { }

    const OrderedJson *at(const QString &pointer)
    {
        const OrderedJson *value = &m_document;
        for (const std::string &name : pointerParts(pointer).value_or(std::vector<std::string>())) {
            value = value->is_string() ? inside(*value) : value;
            value = value ? valueAt(*value, pointerBelow(QString(), name)) : nullptr;
            if (!value)
                return nullptr;
        }
        return value;
    }

private:
    /// What a string holds, read once, or null.
    const OrderedJson *inside(const OrderedJson &text)
    {
        auto [found, isNew] = m_inside.try_emplace(&text);
        if (isNew)
            found->second = jsonInside(text);
        return found->second ? &*found->second : nullptr;
    }

    const OrderedJson &m_document;
    std::map<const OrderedJson *, std::optional<OrderedJson>> m_inside;
};

/// The values of a masked comparison as they are.
void unmaskDifferences(JsonComparison &comparison, const OrderedJson &before,
                       const OrderedJson &after)
{
    UnmaskedValues left(before);
    UnmaskedValues right(after);
    const auto unmask = [](std::optional<OrderedJson> &value, const OrderedJson *original) {
        if (value && original)
            value = std::optional(OrderedJson(*original));
    };
    for (JsonDifference &difference : comparison.differences) {
        unmask(difference.before, left.at(difference.beforePointer));
        unmask(difference.after, right.at(difference.afterPointer));
    }
}

/// Whole numbers that do not fit into 64 bits, which reading rounds, as they are written.
std::vector<QByteArray> largeNumbers(QByteArrayView text)
{
    constexpr qsizetype fewestDigits = 19;
    std::vector<QByteArray> numbers;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == '"') {
            for (++at; at < text.size() && text[at] != '"'; ++at) {
                if (text[at] == '\\')
                    ++at;
            }
        } else if (text[at] == '-' || (text[at] >= '0' && text[at] <= '9')) {
            const qsizetype begin = at;
            while (at < text.size() && QByteArrayView("0123456789+-.eE").contains(text[at]))
                ++at;
            const QByteArrayView number = text.sliced(begin, at - begin);
            if (number.size() > fewestDigits
                && std::none_of(number.begin(), number.end(),
                                [](char each) { return each == '.' || (each | ' ') == 'e'; }))
                numbers.push_back(number.toByteArray());
            --at;
        }
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

void compareResponses(RunComparison &comparison, const InvocationRecord &before,
                      const InvocationRecord &after, bool exact)
{
    const OrderedJson left = responseJson(before);
    const OrderedJson right = responseJson(after);
    if (exact) {
        comparison.response = compareJson(left, right);
    } else {
        comparison.response = compareJson(maskedResponseOf(left, before.requestId),
                                          maskedResponseOf(right, after.requestId));
        unmaskDifferences(comparison.response, left, right);
        comparison.isSameOnlyMasked = comparison.response.areSame() && !meanTheSame(left, right);
    }
    comparison.areLargeNumbersOther = largeNumbers(before.response) != largeNumbers(after.response);
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
    compareResponses(comparison, before, after, exact);
    comparison.log = alignLogs({before.log, before.requestId}, {after.log, after.requestId});
    comparison.figures = compareFigures(left.records, right.records);
    comparison.phases = comparePhases(left.records, right.records);
    comparison.imports = compareImports(left.records, right.records);
    if (prices)
        comparison.cost = compareCosts(left.records, right.records, *prices);
    return comparison;
}

} // namespace coldframe
