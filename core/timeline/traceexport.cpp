// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/traceexport.h"

#include "core/base/jsontext.h"
#include "core/lambda/invocation.h"
#include "core/lambda/recordjson.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace coldframe {

namespace {

const char exporter[] = "Coldframe";

/// The lanes of one environment, filled by all of its invocations.
class ProcessLanes
{
public:
    explicit ProcessLanes(QString process)
        : m_process(std::move(process))
    { }

    void add(const InvocationRecord &record, std::chrono::nanoseconds offset)
    {
        for (const Phase &phase : record.phases)
            spans(QStringLiteral("Phases"))
                .push_back({phaseName(phase.kind),
                            QStringLiteral("phase"),
                            {},
                            offset + phase.begin,
                            phase.duration});
        for (const ExtensionSpan &extension : record.extensions)
            addExtension(extension, record, offset);
        for (const ImportSpan &import : record.imports)
            spans(QStringLiteral("Imports"))
                .push_back({import.module, QStringLiteral("import"), import.file,
                            offset + import.begin, import.duration});
        if (record.handlerRun)
            spans(QStringLiteral("Handler"))
                .push_back({record.function.handler,
                            QStringLiteral("handler"),
                            {},
                            offset + record.handlerRun->begin,
                            record.handlerRun->duration});
        for (const HandlerSpan &span : record.spans) {
            const bool isOwn = span.kind == HandlerSpanKind::Own;
            spans(isOwn ? QStringLiteral("Spans") : QStringLiteral("Connections"))
                .push_back({isOwn || span.port == 0
                                ? span.name
                                : QStringLiteral("%1:%2").arg(span.name).arg(span.port),
                            isOwn ? QStringLiteral("span") : QStringLiteral("connection"),
                            {},
                            offset + span.begin,
                            span.duration});
        }
    }

    void moveInto(std::vector<TraceLane> &lanes)
    {
        for (auto &[name, spans] : m_lanes) {
            for (TraceLane &lane : nestedLanes(m_process, name, std::move(spans)))
                lanes.push_back(std::move(lane));
        }
    }

private:
    std::vector<TraceSpan> &spans(const QString &name)
    {
        for (auto &[each, spans] : m_lanes) {
            if (each == name)
                return spans;
        }
        return m_lanes.emplace_back(name, std::vector<TraceSpan>()).second;
    }

    void addExtension(const ExtensionSpan &extension, const InvocationRecord &record,
                      std::chrono::nanoseconds offset)
    {
        const auto add = [&](const QString &work, std::chrono::nanoseconds begin,
                             const std::optional<std::chrono::nanoseconds> &end) {
            if (end && *end >= begin)
                spans(QStringLiteral("Extension %1").arg(extension.name))
                    .push_back(
                        {work, QStringLiteral("extension"), {}, offset + begin, *end - begin});
        };
        if (extension.registered)
            add(QStringLiteral("init"), *extension.registered, extension.ready);
        for (const Phase &phase : record.phases) {
            if (phase.kind == PhaseKind::Invoke)
                add(QStringLiteral("invoke"), phase.begin, extension.done);
        }
    }

    QString m_process;
    std::vector<std::pair<QString, std::vector<TraceSpan>>> m_lanes; // in order of appearance
};

QString processOf(const InvocationRecord &record)
{
    constexpr int shownCharacters = 8;
    const QString id = record.environment.id.left(shownCharacters);
    return id.isEmpty() ? record.function.name
                        : QStringLiteral("%1 (%2)").arg(record.function.name, id);
}

double inMicroseconds(std::chrono::nanoseconds time)
{
    return static_cast<double>(time.count()) / 1000.0;
}

OrderedJson metadata(const char *name, int process, int thread, const QString &value)
{
    return {{"name", name},
            {"ph", "M"},
            {"pid", process},
            {"tid", thread},
            {"args", {{"name", value.toStdString()}}}};
}

/// Complete events with named processes and threads.
OrderedJson chromeTrace(const ImportedTrace &trace)
{
    OrderedJson events = OrderedJson::array();
    std::map<QString, int> processes;
    for (std::size_t i = 0; i < trace.lanes.size(); ++i) {
        const TraceLane &lane = trace.lanes[i];
        const int thread = static_cast<int>(i) + 1;
        const auto [process, isNew]
            = processes.emplace(lane.process, static_cast<int>(processes.size()) + 1);
        if (isNew && !lane.process.isEmpty())
            events.push_back(metadata("process_name", process->second, 0, lane.process));
        events.push_back(metadata("thread_name", process->second, thread, lane.name));
        OrderedJson order = metadata("thread_sort_index", process->second, thread, {});
        order["args"] = {{"sort_index", thread}};
        events.push_back(std::move(order));
        for (const TraceSpan &span : lane.spans) {
            OrderedJson event{{"name", span.name.toStdString()},
                              {"cat", span.category.toStdString()},
                              {"ph", "X"},
                              {"ts", inMicroseconds(span.begin)},
                              {"dur", inMicroseconds(span.duration)},
                              {"pid", process->second},
                              {"tid", thread}};
            if (!span.file.isEmpty())
                event["args"] = {{"file", span.file.toStdString()}};
            events.push_back(std::move(event));
        }
    }
    OrderedJson json{{"displayTimeUnit", "ms"}};
    json["otherData"] = {{"exporter", exporter}, {"name", trace.name.toStdString()}};
    json["traceEvents"] = std::move(events);
    return json;
}

/// The frames that all profiles of a speedscope file share.
class Frames
{
public:
    int indexOf(const TraceSpan &span)
    {
        const auto [found, isNew]
            = m_indexes.emplace(std::pair(span.name, span.file), static_cast<int>(m_frames.size()));
        if (isNew) {
            OrderedJson frame{{"name", span.name.toStdString()}};
            if (!span.file.isEmpty())
                frame["file"] = span.file.toStdString();
            m_frames.push_back(std::move(frame));
        }
        return found->second;
    }

    OrderedJson take() { return std::move(m_frames); }

private:
    std::map<std::pair<QString, QString>, int> m_indexes;
    OrderedJson m_frames = OrderedJson::array();
};

OrderedJson eventedProfile(const TraceLane &lane, std::chrono::nanoseconds total, Frames &frames)
{
    OrderedJson events = OrderedJson::array();
    std::vector<std::pair<std::chrono::nanoseconds, int>> open;
    const auto add = [&events](const char *type, std::chrono::nanoseconds at, int frame) {
        events.push_back({{"type", type}, {"at", at.count()}, {"frame", frame}});
    };
    const auto closeUntil = [&](std::size_t depth) {
        for (; open.size() > depth; open.pop_back())
            add("C", open.back().first, open.back().second);
    };
    for (const TraceSpan &span : lane.spans) {
        closeUntil(static_cast<std::size_t>(span.depth));
        const int frame = frames.indexOf(span);
        add("O", span.begin, frame);
        open.emplace_back(span.end(), frame);
    }
    closeUntil(0);
    const QString title = lane.process.isEmpty()
        ? lane.name
        : QStringLiteral("%1: %2").arg(lane.process, lane.name);
    return {{"type", "evented"}, {"name", title.toStdString()}, {"unit", "nanoseconds"},
            {"startValue", 0},   {"endValue", total.count()},   {"events", std::move(events)}};
}

OrderedJson speedscopeTrace(const ImportedTrace &trace)
{
    Frames frames;
    OrderedJson profiles = OrderedJson::array();
    for (const TraceLane &lane : trace.lanes)
        profiles.push_back(eventedProfile(lane, trace.total, frames));
    OrderedJson json{{"$schema", "https://www.speedscope.app/file-format-schema.json"}};
    json["name"] = trace.name.toStdString();
    json["activeProfileIndex"] = 0;
    json["exporter"] = exporter;
    json["shared"] = {{"frames", frames.take()}};
    json["profiles"] = std::move(profiles);
    return json;
}

} // namespace

ImportedTrace traceOf(std::span<const InvocationRecord> records)
{
    ImportedTrace trace;
    if (records.empty())
        return trace;
    const WallTime first
        = std::min_element(records.begin(), records.end(),
                           [](const InvocationRecord &left, const InvocationRecord &right) {
                               return left.startedAt < right.startedAt;
                           })
              ->startedAt;
    std::vector<std::pair<QString, ProcessLanes>> processes;
    for (const InvocationRecord &record : records) {
        const QString name = processOf(record);
        auto process = std::find_if(processes.begin(), processes.end(),
                                    [&name](const auto &each) { return each.first == name; });
        if (process == processes.end())
            process = processes.insert(processes.end(), {name, ProcessLanes(name)});
        process->second.add(record, record.startedAt - first);
    }
    for (auto &[name, lanes] : processes)
        lanes.moveInto(trace.lanes);
    trace.name = records.front().function.name;
    trace.total = endOf(trace.lanes);
    return trace;
}

QByteArray writeTrace(const ImportedTrace &trace, TraceFormat format)
{
    switch (format) {
    case TraceFormat::Chrome:
        return writeJson(chromeTrace(trace), JsonLayout::Compact);
    case TraceFormat::Speedscope:
        return writeJson(speedscopeTrace(trace), JsonLayout::Compact);
    }
    return {};
}

} // namespace coldframe
