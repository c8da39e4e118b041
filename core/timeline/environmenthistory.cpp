// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/environmenthistory.h"

#include <algorithm>
#include <utility>

namespace coldframe {

namespace {

using namespace std::chrono_literals;

/// An invocation begins a little before its environment says that it is busy, and clocks are asked
/// one after the other.
constexpr std::chrono::nanoseconds Simultaneous = 1ms;

EnvironmentActivity activityOf(EnvironmentState state)
{
    switch (state) {
    case EnvironmentState::Initialising:
        return EnvironmentActivity::Init;
    case EnvironmentState::Busy:
        return EnvironmentActivity::Invocation;
    case EnvironmentState::Idle:
        return EnvironmentActivity::Idle;
    case EnvironmentState::Frozen:
        return EnvironmentActivity::Frozen;
    case EnvironmentState::ShuttingDown:
        return EnvironmentActivity::Shutdown;
    }
    return EnvironmentActivity::Idle;
}

bool waitsOrEnds(EnvironmentActivity activity)
{
    return activity != EnvironmentActivity::Init && activity != EnvironmentActivity::Invocation;
}

/// The axis of a record's phases begins with the environment when it was cold, else with the event;
/// a repeated init phase is on an axis of its own that begins with the repetition.
EnvironmentSpan invocationOf(const InvocationRecord &record)
{
    EnvironmentSpan span;
    span.activity = EnvironmentActivity::Invocation;
    span.requestId = record.requestId;
    span.status = record.status;
    span.isCold = record.isCold();
    const bool hasOwnAxis = record.isCold() && record.initInsideInvoke;
    std::chrono::nanoseconds begin{};
    std::chrono::nanoseconds end{};
    bool begun = false;
    for (const Phase &phase : record.phases) {
        end = std::max(end, phase.begin + phase.duration);
        if (phase.kind == PhaseKind::Invoke && !begun) {
            begin = phase.begin;
            begun = true;
        }
    }
    span.begin = record.startedAt;
    span.end = record.startedAt + std::chrono::duration_cast<WallTime::duration>(end);
    if (record.isCold() && !record.initInsideInvoke && begun)
        span.begin += std::chrono::duration_cast<WallTime::duration>(begin);
    span.isEndApproximate = hasOwnAxis;
    return span;
}

/// Puts spans one behind the other.
class SpanRow
{
public:
    SpanRow(std::vector<EnvironmentSpan> &spans, WallTime begin, EnvironmentActivity first)
        : m_spans(spans)
        , m_since(begin)
        , m_activity(first)
    {
        m_spans.clear();
    }

    EnvironmentActivity activity() const { return m_activity; }

    void turn(EnvironmentActivity activity, WallTime at)
    {
        if (activity == m_activity)
            return;
        close(at);
        m_activity = activity;
    }

    void add(EnvironmentSpan invocation, EnvironmentActivity next)
    {
        const bool isUnknown = m_activity == EnvironmentActivity::Invocation;
        const bool follows = isUnknown || (invocation.isCold && !m_spans.empty());
        if (follows && invocation.begin - m_since < Simultaneous)
            invocation.begin = std::min(invocation.begin, m_since);
        else
            close(invocation.begin, isUnknown);
        invocation.begin = std::max(invocation.begin, m_since);
        invocation.end = std::max(invocation.end, invocation.begin);
        m_since = invocation.end;
        m_activity = next;
        m_spans.push_back(std::move(invocation));
    }

    void closeOpen(WallTime now)
    {
        if (close(now))
            m_spans.back().isOpen = true;
    }

    void closeEnded(WallTime now) { close(now, true); }

private:
    /// Whether that made a span.
    bool close(WallTime at, bool isApproximate = false)
    {
        if (at <= m_since)
            return false;
        EnvironmentSpan span;
        span.activity = m_activity;
        span.begin = m_since;
        span.end = at;
        span.isEndApproximate = isApproximate;
        m_spans.push_back(std::move(span));
        m_since = at;
        return true;
    }

    std::vector<EnvironmentSpan> &m_spans;
    WallTime m_since;
    EnvironmentActivity m_activity;
};

} // namespace

void EnvironmentHistory::build(const Track &track, WallTime now)
{
    track.isStale = false;
    EnvironmentLane &lane = track.lane;
    const std::optional<WallTime> initialised = lane.environment.initialisedAt;
    const bool wasInitialised = initialised && *initialised <= track.begin;
    SpanRow row(lane.spans, track.begin,
                lane.isCut || wasInitialised ? EnvironmentActivity::Idle
                                             : EnvironmentActivity::Init);
    auto mark = track.marks.begin();
    const auto takeMarksUntil = [&](WallTime until) {
        for (; mark != track.marks.end() && mark->since < until; ++mark) {
            if (initialised && row.activity() == EnvironmentActivity::Init
                && *initialised <= mark->since)
                row.turn(EnvironmentActivity::Idle, *initialised);
            row.turn(activityOf(mark->state), mark->since);
        }
        if (initialised && row.activity() == EnvironmentActivity::Init && *initialised < until)
            row.turn(EnvironmentActivity::Idle, *initialised);
    };
    for (const EnvironmentSpan &invocation : track.invocations) {
        takeMarksUntil(invocation.begin);
        EnvironmentActivity next = EnvironmentActivity::Idle;
        for (; mark != track.marks.end() && mark->since <= invocation.end; ++mark) {
            if (waitsOrEnds(activityOf(mark->state)))
                next = activityOf(mark->state);
        }
        row.add(invocation, next);
    }
    takeMarksUntil(WallTime::max());
    if (lane.endedAt)
        row.closeEnded(*lane.endedAt);
    else
        row.closeOpen(now);
}

const EnvironmentLane &EnvironmentHistory::lane(int index) const
{
    const Track &track = m_tracks[static_cast<std::size_t>(index)];
    if (track.isStale)
        build(track, m_now);
    return track.lane;
}

WallTime EnvironmentHistory::begin() const
{
    return m_tracks.empty() ? m_now : m_tracks.front().begin;
}

void EnvironmentHistory::advance(WallTime now)
{
    m_now = std::max(m_now, now);
    for (Track &track : m_tracks) {
        if (track.lane.endedAt || track.isStale)
            continue;
        if (!track.lane.spans.empty() && track.lane.spans.back().isOpen)
            track.lane.spans.back().end = std::max(track.lane.spans.back().begin, m_now);
        else
            track.isStale = true;
    }
}

EnvironmentHistory::Track &EnvironmentHistory::trackOf(const EnvironmentDescription &environment,
                                                       WallTime begin)
{
    if (const int known = laneOf(environment.id); known >= 0)
        return m_tracks[static_cast<std::size_t>(known)];
    Track track;
    track.lane.environment = environment;
    track.begin = environment.startedAt == WallTime{} ? begin : environment.startedAt;
    const auto place
        = std::upper_bound(m_tracks.begin(), m_tracks.end(), track.begin,
                           [](WallTime at, const Track &other) { return at < other.begin; });
    const bool isLast = place == m_tracks.end();
    const auto inserted = m_tracks.insert(place, std::move(track));
    const auto index = inserted - m_tracks.begin();
    if (isLast)
        m_index.insert(environment.id, static_cast<int>(index));
    else
        reindex();
    return m_tracks[static_cast<std::size_t>(index)];
}

void EnvironmentHistory::reindex()
{
    m_index.clear();
    for (std::size_t i = 0; i < m_tracks.size(); ++i)
        m_index.insert(m_tracks[i].lane.environment.id, static_cast<int>(i));
}

void EnvironmentHistory::setEnvironments(std::span<const EnvironmentDescription> environments,
                                         WallTime now)
{
    QHash<QString, bool> there;
    for (const EnvironmentDescription &environment : environments) {
        if (environment.id.isEmpty())
            continue;
        there.insert(environment.id, true);
        Track &track = trackOf(environment,
                               environment.stateSince == WallTime{} ? now : environment.stateSince);
        track.lane.environment = environment;
        track.lane.endedAt.reset();
        track.isStale = true;
        const bool isNew = track.marks.empty() || track.marks.back().state != environment.state
            || track.marks.back().since != environment.stateSince;
        if (isNew && (track.marks.empty() || track.marks.back().since <= environment.stateSince))
            track.marks.push_back({environment.stateSince, environment.state});
    }
    for (Track &track : m_tracks) {
        if (track.lane.endedAt || there.contains(track.lane.environment.id))
            continue;
        track.lane.endedAt = now;
        track.isStale = true;
    }
    advance(now);
    trim();
}

void EnvironmentHistory::append(const InvocationRecord &record)
{
    if (record.environment.id.isEmpty())
        return;
    EnvironmentSpan span = invocationOf(record);
    Track &track = trackOf(record.environment, record.startedAt);
    EnvironmentDescription &known = track.lane.environment;
    if (known.functionName.isEmpty())
        known.functionName = record.function.name;
    if (!known.initialisedAt)
        known.initialisedAt = record.environment.initialisedAt;
    known.invocations = std::max(known.invocations, record.environment.invocations);
    known.peakMemory = std::max(known.peakMemory, record.environment.peakMemory);
    if (track.lane.isCut && span.end <= track.begin)
        return;
    m_now = std::max(m_now, span.end);
    const auto place
        = std::upper_bound(track.invocations.begin(), track.invocations.end(), span,
                           [](const EnvironmentSpan &left, const EnvironmentSpan &right) {
                               return left.begin < right.begin;
                           });
    track.invocations.insert(place, std::move(span));
    track.isStale = true;
    ++m_invocations;
    trim();
}

void EnvironmentHistory::trim()
{
    while (laneCount() > KeptLanes && dropOldestEnded()) { }
    while (m_invocations > KeptInvocations) {
        if (!dropOldestEnded())
            cutLongest();
    }
    for (Track &track : m_tracks) {
        // Each invocation brings three states, also where nobody told its record.
        if (track.marks.size() > 4 * std::size_t(KeptInvocations)) {
            m_invocations -= static_cast<int>(track.invocations.size());
            cut(track, track.marks[track.marks.size() / 2].since);
            m_invocations += static_cast<int>(track.invocations.size());
        }
    }
}

bool EnvironmentHistory::dropOldestEnded()
{
    auto oldest = m_tracks.end();
    for (auto track = m_tracks.begin(); track != m_tracks.end(); ++track) {
        if (track->lane.endedAt
            && (oldest == m_tracks.end() || *track->lane.endedAt < *oldest->lane.endedAt))
            oldest = track;
    }
    if (oldest == m_tracks.end())
        return false;
    m_invocations -= static_cast<int>(oldest->invocations.size());
    m_tracks.erase(oldest);
    reindex();
    return true;
}

/// Not one by one: the rest would be moved for each.
void EnvironmentHistory::cutLongest()
{
    const auto longest = std::max_element(
        m_tracks.begin(), m_tracks.end(), [](const Track &left, const Track &right) {
            return left.invocations.size() < right.invocations.size();
        });
    const std::size_t before = longest->invocations.size();
    const std::size_t dropped = std::min(before, std::max<std::size_t>(1, before / 20));
    cut(*longest, longest->invocations[dropped - 1].end);
    m_invocations -= static_cast<int>(before - longest->invocations.size());
    std::stable_sort(m_tracks.begin(), m_tracks.end(), [](const Track &left, const Track &right) {
        return left.begin < right.begin;
    });
    reindex();
}

void EnvironmentHistory::cut(Track &track, WallTime from)
{
    std::erase_if(track.invocations,
                  [from](const EnvironmentSpan &each) { return each.end <= from; });
    std::erase_if(track.marks, [from](const Mark &mark) { return mark.since < from; });
    track.begin = std::max(track.begin, from);
    track.lane.isCut = true;
    track.isStale = true;
}

} // namespace coldframe
