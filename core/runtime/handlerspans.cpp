// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/handlerspans.h"

#include "core/runtime/tracedtime.h"

#include <algorithm>

namespace coldframe {

namespace {

using namespace std::chrono_literals;

constexpr qsizetype LongestName = 300;
constexpr int LargestPort = 65535;

std::optional<Instant> optionalTime(const OrderedJson &value)
{
    return value.is_null() ? std::nullopt : std::optional(Instant(tracedTime(value)));
}

QString nameOf(const OrderedJson &value)
{
    QString name = QString::fromStdString(value.get_ref<const std::string &>()).left(LongestName);
    for (QChar &character : name) {
        if (!character.isPrint() && !character.isSurrogate())
            character = u' ';
    }
    return name;
}

HandlerSpanKind kindOf(const OrderedJson &value)
{
    return value.get_ref<const std::string &>() == "connection" ? HandlerSpanKind::Connection
                                                                : HandlerSpanKind::Own;
}

/// Kind, name, port, begin, end, instant at which it was connected, whether it failed and whether
/// it is a request over a connection that stood already. Times that are not known are null.
/// Nothing for one that the record has no time for.
std::optional<HandlerSpan> spanOf(const OrderedJson &entry, const RecordedTime &time)
{
    HandlerSpan span;
    span.kind = kindOf(entry.at(0));
    span.name = nameOf(entry.at(1));
    span.port = static_cast<int>(
        std::min<std::chrono::nanoseconds::rep>(tracedTime(entry.at(2)).count(), LargestPort));
    const Instant begin(tracedTime(entry.at(3)));
    const std::optional<Instant> end = optionalTime(entry.at(4));
    const std::optional<Instant> connected = optionalTime(entry.at(5));
    span.hasFailed = entry.at(6).get<bool>();
    span.isReused = entry.at(7).get<bool>();
    if (begin < time.origin || begin > time.answered || (end && *end < begin))
        return std::nullopt;
    // The response is there before the function has come to an end: what is behind it, is cut.
    span.isFinished = end && *end <= time.answered;
    span.begin = begin - time.origin;
    span.duration = (span.isFinished ? *end : time.answered) - begin;
    if (connected && *connected >= begin && *connected <= begin + span.duration)
        span.connected = *connected - begin;
    return span;
}

} // namespace

Result<std::vector<HandlerSpan>> parseHandlerSpans(QByteArrayView body, const RecordedTime &time)
{
    const Result<OrderedJson> json = parseJson(body);
    if (!json)
        return tl::make_unexpected(json.error());
    try {
        std::vector<HandlerSpan> spans;
        for (const OrderedJson &entry : json->at("spans")) {
            if (spans.size() == LargestSpanCount)
                break;
            if (std::optional<HandlerSpan> span = spanOf(entry, time))
                spans.push_back(*std::move(span));
        }
        std::stable_sort(spans.begin(), spans.end(),
                         [](const HandlerSpan &left, const HandlerSpan &right) {
                             return left.begin < right.begin;
                         });
        return spans;
    } catch (const nlohmann::json::exception &exception) {
        return failure(Error::Code::InvalidArgument, QString::fromUtf8(exception.what()));
    }
}

std::optional<HandlerRun> parseHandlerRun(QByteArrayView header, Instant delivered,
                                          const RecordedTime &time)
{
    const qsizetype comma = header.indexOf(',');
    if (comma < 0)
        return std::nullopt;
    const auto instantOf = [](QByteArrayView text) {
        bool isNumber = false;
        const qint64 value = text.toByteArray().toLongLong(&isNumber);
        return isNumber ? std::optional(Instant(std::chrono::nanoseconds(value))) : std::nullopt;
    };
    const std::optional<Instant> begin = instantOf(header.first(comma));
    const std::optional<Instant> end = instantOf(header.sliced(comma + 1));
    if (!begin || !end || *begin < delivered || *end < *begin || *end > time.answered)
        return std::nullopt;
    return HandlerRun{*begin - time.origin, *end - *begin};
}

void keepRecorded(std::vector<ImportSpan> &imports, const RecordedTime &time)
{
    const std::chrono::nanoseconds most = time.answered - time.origin;
    std::erase_if(imports, [most](const ImportSpan &import) {
        return import.begin < 0ns || import.begin > most || import.duration > most - import.begin
            || import.self > import.duration;
    });
}

} // namespace coldframe
