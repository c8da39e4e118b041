// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/invocation.h"

#include <QHash>

#include <optional>
#include <span>
#include <vector>

namespace coldframe {

/// What an execution environment does in one stretch of its life.
enum class EnvironmentActivity {
    Init, ///< from its beginning, the sandbox included, until it can take an event
    Invocation,
    Idle, ///< it waits; whether awake or frozen was not told
    Frozen, ///< it waits, its processes stand still
    Shutdown,
};

/// One stretch in the life of an environment.
struct EnvironmentSpan
{
    EnvironmentActivity activity = EnvironmentActivity::Idle;
    WallTime begin{};
    WallTime end{};
    QString requestId; ///< of an invocation with a record; else empty
    InvocationStatus status = InvocationStatus::Succeeded; ///< with a request id only
    bool isCold = false; ///< likewise
    bool isOpen = false; ///< it goes on; end is the time of which the history knows
    bool isEndApproximate = false; ///< it ended before, by how much nobody told

    std::chrono::nanoseconds duration() const { return end - begin; }
    bool operator==(const EnvironmentSpan &) const = default;
};

/// The life of one environment. Spans are in order and without gaps.
struct EnvironmentLane
{
    EnvironmentDescription environment; ///< as told last
    std::optional<WallTime> endedAt; ///< of the announcement that it was missing from
    bool isCut = false; ///< its beginning was dropped, see KeptInvocations
    std::vector<EnvironmentSpan> spans;

    bool operator==(const EnvironmentLane &) const = default;
};

/// The lives of environments over time, from announcements and records. Times are those that were
/// measured: descriptions tell since when a state holds, records when an invocation began and how
/// long its phases took. Short states between two announcements are not told; after an invocation
/// an environment is Idle then. A value.
class EnvironmentHistory
{
public:
    /// Above these, lanes that ended longest ago are dropped; then the beginning of the longest.
    static constexpr int KeptInvocations = 10'000;
    static constexpr int KeptLanes = 1'000;

    /// Those that are there now; one that is missing has ended.
    void setEnvironments(std::span<const EnvironmentDescription> environments, WallTime now);

    /// An invocation that is over.
    void append(const InvocationRecord &record);

    /// What is open goes on until now.
    void advance(WallTime now);

    bool isEmpty() const { return m_tracks.empty(); }
    int laneCount() const { return static_cast<int>(m_tracks.size()); }
    int invocationCount() const { return m_invocations; }

    /// Lanes in the order in which their environments began.
    const EnvironmentLane &lane(int index) const;

    /// Index of the lane of an environment, or -1.
    int laneOf(const QString &environmentId) const { return m_index.value(environmentId, -1); }

    WallTime begin() const;
    WallTime end() const { return m_now; }

private:
    struct Mark
    {
        WallTime since{};
        EnvironmentState state = EnvironmentState::Idle;
    };
    struct Track
    {
        mutable EnvironmentLane lane;
        mutable bool isStale = true; ///< its spans are to be made of what follows
        std::vector<Mark> marks; ///< in order
        std::vector<EnvironmentSpan> invocations; ///< in order
        WallTime begin{}; ///< of what is kept
    };

    static void build(const Track &track, WallTime now);
    Track &trackOf(const EnvironmentDescription &environment, WallTime begin);
    void reindex();
    void trim();
    bool dropOldestEnded();
    void cutLongest();
    static void cut(Track &track, WallTime from);

    std::vector<Track> m_tracks; ///< by begin
    QHash<QString, int> m_index; ///< by environment id
    int m_invocations = 0;
    WallTime m_now{};
};

} // namespace coldframe
