// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/traceimport.h"

#include "core/base/jsontext.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

namespace coldframe {

namespace {

constexpr qsizetype LongestName = 1000;
constexpr double LongestTime = 1e18; // nanoseconds
constexpr std::size_t DeepestStack = 10'000;

/// What is wrong with a file, where; caught in this file.
struct Fault
{
    QString place;
    QString what;
};

QString placeIn(const QString &list, std::size_t index)
{
    return QStringLiteral("%1[%2]").arg(list).arg(index);
}

QString textOf(const OrderedJson &value)
{
    return QString::fromStdString(value.get<std::string>()).left(LongestName);
}

/// Process and thread ids are numbers, but some programs write texts.
QString idOf(const OrderedJson &event, const char *key)
{
    const auto found = event.find(key);
    if (found == event.end())
        return {};
    if (found->is_string())
        return textOf(*found);
    return found->is_number_integer() ? QString::number(found->get<qint64>())
                                      : QString::fromStdString(found->dump()).left(LongestName);
}

QString textMember(const OrderedJson &object, const char *key)
{
    const auto found = object.is_object() ? object.find(key) : object.end();
    return object.is_object() && found != object.end() && found->is_string() ? textOf(*found)
                                                                             : QString();
}

const OrderedJson &member(const OrderedJson &object, const char *key, const QString &place)
{
    if (!object.is_object())
        throw Fault{place, QStringLiteral("it is no object")};
    const auto found = object.find(key);
    if (found == object.end())
        throw Fault{place, QStringLiteral("%1 is missing").arg(QLatin1String(key))};
    return *found;
}

const OrderedJson &listMember(const OrderedJson &object, const char *key, const QString &place)
{
    const OrderedJson &value = member(object, key, place);
    if (!value.is_array())
        throw Fault{place, QStringLiteral("%1 is no list").arg(QLatin1String(key))};
    return value;
}

std::chrono::nanoseconds timeOf(const OrderedJson &value, const char *key, double unit,
                                const QString &place)
{
    if (!value.is_number())
        throw Fault{place, QStringLiteral("%1 is no number").arg(QLatin1String(key))};
    const double time = value.get<double>() * unit;
    if (!(std::abs(time) < LongestTime))
        throw Fault{place, QStringLiteral("%1 is too large").arg(QLatin1String(key))};
    // Whole nanoseconds are exact beyond what a double can hold.
    if (value.is_number_integer() && unit == 1.0)
        return std::chrono::nanoseconds(value.get<std::int64_t>());
    return std::chrono::nanoseconds(std::llround(time));
}

std::chrono::nanoseconds timeMember(const OrderedJson &object, const char *key, double unit,
                                    const QString &place)
{
    return timeOf(member(object, key, place), key, unit, place);
}

/// Lets the trace begin at 0 and puts what overlaps into lanes of its own.
class TraceBuilder
{
public:
    std::vector<TraceSpan> &lane(const QString &process, const QString &thread)
    {
        const auto key = std::pair(process, thread);
        if (const auto found = m_indexes.find(key); found != m_indexes.end())
            return m_lanes[found->second].spans;
        m_indexes.emplace(key, m_lanes.size());
        return m_lanes.emplace_back(TraceLane{process, thread, {}}).spans;
    }

    void countSpan(const QString &place)
    {
        if (++m_count > LargestTraceSpans)
            throw Fault{place,
                        QStringLiteral("there are more than %1 spans").arg(LargestTraceSpans)};
    }

    template <typename NameLane>
    ImportedTrace take(QString name, int leftOut, NameLane nameLane)
    {
        std::optional<std::chrono::nanoseconds> first;
        for (const TraceLane &lane : m_lanes) {
            for (const TraceSpan &span : lane.spans)
                first = std::min(first.value_or(span.begin), span.begin);
        }
        ImportedTrace trace;
        trace.name = std::move(name);
        trace.leftOut = leftOut;
        for (TraceLane &lane : m_lanes) {
            if (lane.spans.empty())
                continue;
            for (TraceSpan &span : lane.spans)
                span.begin -= *first;
            const auto [process, thread] = nameLane(lane.process, lane.name);
            for (TraceLane &nested : nestedLanes(process, thread, std::move(lane.spans)))
                trace.lanes.push_back(std::move(nested));
        }
        trace.total = endOf(trace.lanes);
        return trace;
    }

private:
    std::vector<TraceLane> m_lanes; // in order of appearance
    std::map<std::pair<QString, QString>, std::size_t> m_indexes;
    int m_count = 0;
};

/// The Trace Event Format: complete events, begin and end events, asynchronous ones, and names.
class ChromeReader
{
public:
    ImportedTrace read(const OrderedJson &json)
    {
        const bool isList = json.is_array();
        const OrderedJson &events = isList ? json : listMember(json, "traceEvents", QString());
        const QString list = isList ? QString() : QStringLiteral("traceEvents");
        for (std::size_t i = 0; i < events.size(); ++i)
            readEvent(events[i], placeIn(list, i));
        endOpen();
        const QString name = isList || !json.contains("otherData")
            ? QString()
            : textMember(json["otherData"], "name");
        return m_builder.take(name, m_leftOut, [this](const QString &process, const QString &lane) {
            const auto titleOf = [](const auto &names, const auto &key, const QString &otherwise) {
                const auto found = names.find(key);
                return found == names.end() ? otherwise : found->second;
            };
            return std::pair(titleOf(m_processes, process, process),
                             titleOf(m_threads, std::pair(process, lane), lane));
        });
    }

private:
    struct Begun
    {
        TraceSpan span;
        std::vector<TraceSpan> *lane = nullptr;
        std::size_t index = 0;
    };
    using Lane = std::pair<QString, QString>;

    void readEvent(const OrderedJson &event, const QString &place)
    {
        const OrderedJson &phase = member(event, "ph", place);
        if (!phase.is_string())
            throw Fault{place, QStringLiteral("ph is no text")};
        const std::string kind = phase.get<std::string>();
        const Lane lane{idOf(event, "pid"), idOf(event, "tid")};
        if (kind == "M")
            return readName(event, lane);
        if (kind == "X")
            return readComplete(event, lane, place);
        if (kind == "B")
            return begin(event, lane, place);
        if (kind == "E")
            return end(event, lane, place);
        // Asynchronous ones belong to an id instead of a thread.
        if (kind == "b" || kind == "e" || kind == "S" || kind == "F") {
            const QString id = idOf(event, "id");
            const Lane ofId{lane.first, QStringLiteral("%1 %2").arg(textMember(event, "cat"), id)};
            return kind == "b" || kind == "S" ? begin(event, ofId, place) : end(event, ofId, place);
        }
        ++m_leftOut;
    }

    void readName(const OrderedJson &event, const Lane &lane)
    {
        const auto arguments = event.find("args");
        const QString value = arguments == event.end() ? QString() : textMember(*arguments, "name");
        const QString name = textMember(event, "name");
        if (name == QStringLiteral("process_name") && !value.isEmpty())
            m_processes[lane.first] = value;
        else if (name == QStringLiteral("thread_name") && !value.isEmpty())
            m_threads[lane] = value;
    }

    TraceSpan spanOf(const OrderedJson &event, const QString &place) const
    {
        TraceSpan span;
        span.name = textMember(event, "name");
        span.category = textMember(event, "cat");
        if (const auto arguments = event.find("args"); arguments != event.end())
            span.file = textMember(*arguments, "file");
        span.begin = timeMember(event, "ts", 1000.0, place);
        return span;
    }

    void readComplete(const OrderedJson &event, const Lane &lane, const QString &place)
    {
        m_builder.countSpan(place);
        TraceSpan span = spanOf(event, place);
        span.duration = timeMember(event, "dur", 1000.0, place);
        if (span.duration.count() < 0)
            throw Fault{place, QStringLiteral("dur is negative")};
        m_last = std::max(m_last, span.end());
        m_builder.lane(lane.first, lane.second).push_back(std::move(span));
    }

    void begin(const OrderedJson &event, const Lane &lane, const QString &place)
    {
        m_builder.countSpan(place);
        TraceSpan span = spanOf(event, place);
        m_last = std::max(m_last, span.begin);
        std::vector<std::size_t> &open = m_open[lane];
        if (open.size() >= DeepestStack)
            throw Fault{place, QStringLiteral("too many events are open")};
        std::vector<TraceSpan> &spans = m_builder.lane(lane.first, lane.second);
        open.push_back(spans.size());
        spans.push_back(std::move(span));
    }

    void end(const OrderedJson &event, const Lane &lane, const QString &place)
    {
        const std::chrono::nanoseconds at = timeMember(event, "ts", 1000.0, place);
        m_last = std::max(m_last, at);
        std::vector<std::size_t> &open = m_open[lane];
        if (open.empty()) { // its begin is not in the file: recording had not begun
            ++m_leftOut;
            return;
        }
        TraceSpan &span = m_builder.lane(lane.first, lane.second)[open.back()];
        if (at < span.begin)
            throw Fault{place, QStringLiteral("it ends before it begins")};
        span.duration = at - span.begin;
        open.pop_back();
    }

    /// What the file does not end, went on until its end.
    void endOpen()
    {
        for (auto &[lane, open] : m_open) {
            std::vector<TraceSpan> &spans = m_builder.lane(lane.first, lane.second);
            for (const std::size_t index : open)
                spans[index].duration = std::max(m_last - spans[index].begin, {});
        }
    }

    TraceBuilder m_builder;
    std::map<QString, QString> m_processes;
    std::map<Lane, QString> m_threads;
    std::map<Lane, std::vector<std::size_t>> m_open;
    std::chrono::nanoseconds m_last = std::chrono::nanoseconds::min();
    int m_leftOut = 0;
};

/// speedscope's own format: evented and sampled profiles.
class SpeedscopeReader
{
public:
    ImportedTrace read(const OrderedJson &json)
    {
        const QString inShared = QStringLiteral("shared");
        const OrderedJson &frames
            = listMember(member(json, "shared", QString()), "frames", inShared);
        for (std::size_t i = 0; i < frames.size(); ++i) {
            const QString place = placeIn(QStringLiteral("shared.frames"), i);
            const OrderedJson &name = member(frames[i], "name", place);
            if (!name.is_string())
                throw Fault{place, QStringLiteral("name is no text")};
            m_frames.push_back({textOf(name), {}, textMember(frames[i], "file")});
        }
        const OrderedJson &profiles = listMember(json, "profiles", QString());
        for (std::size_t i = 0; i < profiles.size(); ++i)
            readProfile(profiles[i], i);
        return m_builder.take(textMember(json, "name"), 0,
                              [this](const QString &process, const QString &lane) {
                                  Q_UNUSED(process);
                                  return std::pair(QString(), m_names[lane]);
                              });
    }

private:
    void readProfile(const OrderedJson &profile, std::size_t index)
    {
        const QString place = placeIn(QStringLiteral("profiles"), index);
        m_place = place;
        const OrderedJson &type = member(profile, "type", place);
        m_unit = unitOf(member(profile, "unit", place), place);
        const QString lane = QString::number(index);
        m_names[lane] = textMember(profile, "name");
        m_lane = &m_builder.lane({}, lane);
        if (type == "evented")
            readEvents(listMember(profile, "events", place));
        else if (type == "sampled")
            readSamples(profile);
        else
            throw Fault{place, QStringLiteral("type is neither evented nor sampled")};
    }

    static double unitOf(const OrderedJson &unit, const QString &place)
    {
        constexpr std::array units{std::pair("nanoseconds", 1.0), std::pair("microseconds", 1e3),
                                   std::pair("milliseconds", 1e6), std::pair("seconds", 1e9)};
        for (const auto &[name, factor] : units) {
            if (unit == name)
                return factor;
        }
        throw Fault{place, QStringLiteral("unit is no unit of time")};
    }

    std::size_t frameOf(const OrderedJson &value, const QString &place) const
    {
        if (!value.is_number_unsigned() || value.get<std::uint64_t>() >= m_frames.size())
            throw Fault{place, QStringLiteral("there is no such frame")};
        return value.get<std::size_t>();
    }

    void open(std::size_t frame, std::chrono::nanoseconds at, const QString &place)
    {
        m_builder.countSpan(place);
        if (m_open.size() >= DeepestStack)
            throw Fault{place, QStringLiteral("too many frames are open")};
        m_open.emplace_back(frame, m_lane->size());
        TraceSpan span = m_frames[frame];
        span.begin = at;
        m_lane->push_back(std::move(span));
    }

    void close(std::chrono::nanoseconds at)
    {
        TraceSpan &span = (*m_lane)[m_open.back().second];
        span.duration = at - span.begin;
        m_open.pop_back();
    }

    void readEvents(const OrderedJson &events)
    {
        m_open.clear();
        std::optional<std::chrono::nanoseconds> last;
        for (std::size_t i = 0; i < events.size(); ++i) {
            const QString place = placeIn(m_place + QStringLiteral(".events"), i);
            const std::chrono::nanoseconds at = timeMember(events[i], "at", m_unit, place);
            if (last && at < *last)
                throw Fault{place, QStringLiteral("it lies before the event in front of it")};
            last = at;
            const std::size_t frame = frameOf(member(events[i], "frame", place), place);
            const OrderedJson &type = member(events[i], "type", place);
            if (type == "O")
                open(frame, at, place);
            else if (type != "C")
                throw Fault{place, QStringLiteral("type is neither O nor C")};
            else if (m_open.empty() || m_open.back().first != frame)
                throw Fault{place,
                            QStringLiteral("it closes a frame that is not the last open one")};
            else
                close(at);
        }
        if (!m_open.empty())
            throw Fault{m_place, QStringLiteral("frames are still open at its end")};
    }

    /// Frames that one sample has in common with the next one go on.
    void readSamples(const OrderedJson &profile)
    {
        m_open.clear();
        const OrderedJson &samples = listMember(profile, "samples", m_place);
        const OrderedJson &weights = listMember(profile, "weights", m_place);
        if (samples.size() != weights.size())
            throw Fault{m_place, QStringLiteral("it has not as many weights as samples")};
        std::chrono::nanoseconds at{};
        if (profile.contains("startValue"))
            at = timeMember(profile, "startValue", m_unit, m_place);
        for (std::size_t i = 0; i < samples.size(); ++i) {
            const QString place = placeIn(m_place + QStringLiteral(".samples"), i);
            if (!samples[i].is_array())
                throw Fault{place, QStringLiteral("it is no list")};
            std::size_t same = 0;
            while (same < m_open.size() && same < samples[i].size()
                   && m_open[same].first == frameOf(samples[i][same], place))
                ++same;
            while (m_open.size() > same)
                close(at);
            for (std::size_t depth = same; depth < samples[i].size(); ++depth)
                open(frameOf(samples[i][depth], place), at, place);
            const std::chrono::nanoseconds weight = timeOf(
                weights[i], "weight", m_unit, placeIn(m_place + QStringLiteral(".weights"), i));
            if (weight.count() < 0)
                throw Fault{placeIn(m_place + QStringLiteral(".weights"), i),
                            QStringLiteral("it is negative")};
            at += weight;
            if (at.count() > std::int64_t(LongestTime))
                throw Fault{place, QStringLiteral("the times are too large")};
        }
        while (!m_open.empty())
            close(at);
    }

    TraceBuilder m_builder;
    std::vector<TraceSpan> m_frames;
    std::map<QString, QString> m_names;
    std::vector<TraceSpan> *m_lane = nullptr; // of the profile that is read
    std::vector<std::pair<std::size_t, std::size_t>> m_open; // frame, and index in the lane
    QString m_place;
    double m_unit = 1;
};

} // namespace

Result<ImportedTrace> readTrace(QByteArrayView text)
{
    const Result<OrderedJson> json = parseJson(text);
    if (!json)
        return tl::make_unexpected(json.error());
    try {
        if (json->is_object() && json->contains("profiles"))
            return SpeedscopeReader().read(*json);
        if (json->is_array() || (json->is_object() && json->contains("traceEvents")))
            return ChromeReader().read(*json);
    } catch (const Fault &fault) {
        return failure(Error::Code::InvalidArgument,
                       fault.place.isEmpty() ? fault.what
                                             : fault.place + QStringLiteral(": ") + fault.what);
    } catch (const nlohmann::json::exception &exception) {
        return failure(Error::Code::InvalidArgument, QString::fromUtf8(exception.what()));
    }
    return failure(Error::Code::InvalidArgument,
                   QStringLiteral("it has neither traceEvents nor profiles"));
}

} // namespace coldframe
