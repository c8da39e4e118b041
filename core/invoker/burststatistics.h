// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/lambda/concurrency.h"
#include "core/lambda/invocation.h"

#include <chrono>
#include <map>
#include <optional>
#include <vector>

namespace coldframe {

/// The value at or below which this percentage of the samples lies, by nearest rank: of N sorted
/// samples the one at rank ceil(percent / 100 * N), counted from 1, so that it is always a sample
/// that was measured. Nothing without samples; percent is above 0 and at most 100.
std::optional<std::chrono::nanoseconds> nearestRank(std::vector<std::chrono::nanoseconds> samples,
                                                    double percent);

/// How one invocation of a burst ended, as far as it is counted.
struct BurstOutcome
{
    enum class Kind {
        Succeeded,
        Failed,
        TimedOut,
        Stopped, ///< by the user, also before it ran
        Throttled,
        NotRun, ///< another error: nothing could be run
    };
    Kind kind = Kind::Succeeded;
    QString throttleReason; ///< Lambda's name of it
    std::optional<Error> error; ///< NotRun only
    bool isCold = false;
    std::chrono::nanoseconds localWait{}; ///< see InvocationRecord
};

BurstOutcome burstOutcomeOf(const Result<InvocationRecord> &result);

/// What happened in one stretch of a burst.
struct BurstBucket
{
    int mostInFlight = 0; ///< highest count of invocations under way
    int inFlightAtEnd = 0;
    int sent = 0;
    int ended = 0; ///< those that ran, however they ended
    int coldStarts = 0; ///< by the time at which their environment began
    int throttled = 0;

    bool operator==(const BurstBucket &) const = default;
};

/// Neighbours together, so many in each; the last one may stand for fewer.
std::vector<BurstBucket> joinedBuckets(const std::vector<BurstBucket> &buckets, int together);

/// The course of a burst in buckets of one width, which doubles when there would be too many: what
/// is drawn of it does not grow with it.
class BurstSeries
{
public:
    static constexpr int MostBuckets = 400;
    static constexpr std::chrono::nanoseconds FirstWidth = std::chrono::milliseconds(5);

    std::chrono::nanoseconds width() const { return m_width; }
    const std::vector<BurstBucket> &buckets() const { return m_buckets; }
    int mostInFlight() const { return m_mostInFlight; }
    int inFlight() const { return m_inFlight; }

    /// Times count from the beginning of the burst; those of sent and ended do not go back.
    void noteSent(std::chrono::nanoseconds at);
    void noteEnded(std::chrono::nanoseconds at);
    void noteThrottled(std::chrono::nanoseconds at);
    void noteColdStart(std::chrono::nanoseconds at);

    /// Time went on without anything.
    void advance(std::chrono::nanoseconds now) { bucketAt(now); }

private:
    BurstBucket &bucketAt(std::chrono::nanoseconds at);
    void changeInFlight(BurstBucket &bucket, int by);
    void halve();

    std::vector<BurstBucket> m_buckets;
    std::chrono::nanoseconds m_width = FirstWidth;
    int m_inFlight = 0;
    int m_mostInFlight = 0;
};

/// The figures of a burst. Pure: it is told what happened and when.
class BurstStatistics
{
public:
    /// An invocation was sent, so long after the beginning of the burst.
    void noteSent(std::chrono::nanoseconds at);

    /// One that was sent at that time has ended.
    void noteEnded(std::chrono::nanoseconds sentAt, std::chrono::nanoseconds at,
                   const BurstOutcome &outcome);

    void advance(std::chrono::nanoseconds now);

    int sent = 0;
    int succeeded = 0;
    int failed = 0;
    int timedOut = 0;
    int stopped = 0;
    int notRun = 0;
    int coldStarts = 0;
    int heldByLocalCap = 0; ///< by this computer's own cap; Lambda has none
    std::map<QString, int> throttled; ///< by Lambda's name of the reason
    std::optional<Error> firstError; ///< of those that could not be run
    std::chrono::nanoseconds duration{}; ///< until now, or until the last one ended

    int throttledCount() const;
    int endedCount() const;
    int inFlight() const { return m_series.inFlight(); }
    int mostInFlight() const { return m_series.mostInFlight(); }
    const BurstSeries &series() const { return m_series; }

    /// From sending to the answer, of invocations that ran to their end, without the time that this
    /// computer's cap held them back. In the order of their ends.
    const std::vector<std::chrono::nanoseconds> &latencies() const { return m_latencies; }

private:
    BurstSeries m_series;
    std::vector<std::chrono::nanoseconds> m_latencies;
};

/// Of the latencies of a burst; not set while nothing has ended.
struct BurstLatencies
{
    std::chrono::nanoseconds p50{};
    std::chrono::nanoseconds p90{};
    std::chrono::nanoseconds p99{};
    std::chrono::nanoseconds longest{};

    bool operator==(const BurstLatencies &) const = default;
};

std::optional<BurstLatencies> latenciesOf(std::vector<std::chrono::nanoseconds> samples);

} // namespace coldframe
