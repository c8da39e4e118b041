// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logdocument.h"

#include "core/base/jsontext.h"
#include "core/logs/csvrecords.h"
#include "core/logs/lineparts.h"
#include "core/logs/logfilelines.h"
#include "core/logs/logmembers.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace coldframe {

namespace {

constexpr qsizetype EventsBetweenLooks = 1024;

struct ReadEvent
{
    WallTime time{};
    QByteArray text;
};

std::optional<WallTime> eventTime(QByteArrayView text)
{
    if (const std::optional<WallTime> time = timeOfText(text))
        return time;
    bool isNumber = false;
    const qint64 milliseconds = text.toByteArray().toLongLong(&isNumber);
    return isNumber ? std::optional(WallTime(std::chrono::milliseconds(milliseconds)))
                    : std::nullopt;
}

/// A message, with its time where there is one.
ReadEvent eventOf(const std::optional<JsonPiece> &time, const JsonPiece &message)
{
    ReadEvent event;
    event.text = message.text().toUtf8();
    if (time)
        event.time = eventTime(time->raw).value_or(WallTime{});
    return event;
}

/// `[{"field": "@timestamp", "value": "..."}, ...]` of get-query-results.
std::optional<ReadEvent> eventOfPairs(QByteArrayView list)
{
    std::optional<JsonPiece> time;
    std::optional<JsonPiece> message;
    for (JsonItems each(list); each.next();) {
        const auto name = jsonMember(each.value().raw, "field");
        const auto value = jsonMember(each.value().raw, "value");
        if (name && value && name->raw == "@timestamp")
            time = value;
        if (name && value && name->raw == "@message")
            message = value;
    }
    return message ? std::optional(eventOf(time, *message)) : std::nullopt;
}

ReadEvent eventOfItem(const JsonPiece &item)
{
    if (item.kind == JsonKind::List) {
        if (auto event = eventOfPairs(item.raw))
            return *event;
    } else if (item.kind == JsonKind::Object) {
        if (const auto message = jsonMember(item.raw, "@message"))
            return eventOf(jsonMember(item.raw, "@timestamp"), *message);
        const auto message = jsonMember(item.raw, "message");
        const auto time = jsonMember(item.raw, "timestamp");
        // A logger's own object has more to say than its message.
        const bool isEvent = jsonMember(item.raw, "ingestionTime")
            || jsonMember(item.raw, "eventId") || jsonMember(item.raw, "logStreamName");
        if (message && time && isEvent)
            return eventOf(time, *message);
    }
    ReadEvent event;
    event.text = item.kind == JsonKind::Text ? item.text().toUtf8() : item.raw.toByteArray();
    event.text.replace('\n', ' ');
    return event;
}

void appendEvents(std::vector<ReadEvent> events, LogStore &store)
{
    // Insights gives the newest first.
    const bool isReversed = events.size() > 1 && events.front().time > events.back().time;
    if (isReversed)
        std::reverse(events.begin(), events.end());
    LogFileLines lines(store);
    for (const ReadEvent &event : events) {
        if (event.time == WallTime{})
            lines.add(event.text);
        else
            lines.addMessage(event.time, event.text);
    }
}

int columnNamed(const std::vector<QByteArray> &names, QByteArrayView name)
{
    const auto found = std::find_if(names.begin(), names.end(), [name](const QByteArray &each) {
        return each.trimmed().compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == names.end() ? -1 : static_cast<int>(found - names.begin());
}

int messageColumnOf(const std::vector<QByteArray> &names)
{
    const int insights = columnNamed(names, "@message");
    const int time = columnNamed(names, "timestamp");
    return insights >= 0 || time < 0 ? insights : columnNamed(names, "message");
}

} // namespace

Result<void> readLogDocument(QByteArrayView document, LogStore &store, LogProgress &progress)
{
    if (const Result<void> valid = checkJson(document); !valid)
        return valid;
    document = document.trimmed();
    QByteArrayView list = document;
    for (const QByteArrayView name : {"events", "results"}) {
        const auto inside = document.startsWith('{') ? jsonMember(document, name) : std::nullopt;
        if (inside && inside->kind == JsonKind::List)
            list = inside->raw;
    }
    std::vector<ReadEvent> events;
    if (!list.startsWith('[')) {
        events.push_back(eventOfItem({JsonKind::Object, document}));
    } else {
        for (JsonItems each(list); each.next();) {
            if (std::ssize(events) % EventsBetweenLooks == 0) {
                progress.done = each.value().raw.data() - document.data();
                if (progress.isCancelled)
                    return failure(Error::Code::Cancelled);
            }
            events.push_back(eventOfItem(each.value()));
        }
    }
    appendEvents(std::move(events), store);
    return {};
}

Result<void> readLogTable(QByteArrayView table, LogStore &store, LogProgress &progress)
{
    CsvRecords records(table);
    if (!records.next())
        return {};
    const std::vector<QByteArray> names = records.fields();
    const int message = messageColumnOf(names);
    const int insights = columnNamed(names, "@timestamp");
    const int time = insights >= 0 ? insights : columnNamed(names, "timestamp");
    std::vector<ReadEvent> events;
    while (records.next()) {
        if (std::ssize(events) % EventsBetweenLooks == 0) {
            progress.done = records.position();
            if (progress.isCancelled)
                return failure(Error::Code::Cancelled);
        }
        const std::vector<QByteArray> &fields = records.fields();
        if (message < 0 || message >= std::ssize(fields))
            continue;
        ReadEvent event;
        event.text = fields[static_cast<std::size_t>(message)];
        if (time >= 0 && time < std::ssize(fields))
            event.time = eventTime(fields[static_cast<std::size_t>(time)]).value_or(WallTime{});
        events.push_back(std::move(event));
    }
    appendEvents(std::move(events), store);
    return {};
}

int messageColumn(QByteArrayView firstLine)
{
    CsvRecords records(firstLine);
    return !firstLine.startsWith('{') && firstLine.contains(',') && records.next()
        ? messageColumnOf(records.fields())
        : -1;
}

} // namespace coldframe
