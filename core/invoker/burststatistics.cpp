// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/burststatistics.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace coldframe {

namespace {

using Samples = std::vector<std::chrono::nanoseconds>;

std::chrono::nanoseconds rankOf(Samples &samples, double percent)
{
    const auto count = static_cast<double>(samples.size());
    // 99.9 / 100 * 1000 is a little more than 999: what is rounding must not become a rank.
    const double exact = percent / 100.0 * count;
    const auto rank = static_cast<std::ptrdiff_t>(std::ceil(exact - 1e-9 * count));
    const auto place
        = samples.begin() + std::clamp<std::ptrdiff_t>(rank - 1, 0, std::ssize(samples) - 1);
    std::nth_element(samples.begin(), place, samples.end());
    return *place;
}

void join(BurstBucket &left, const BurstBucket &right)
{
    left.mostInFlight = std::max(left.mostInFlight, right.mostInFlight);
    left.inFlightAtEnd = right.inFlightAtEnd;
    left.sent += right.sent;
    left.ended += right.ended;
    left.coldStarts += right.coldStarts;
    left.throttled += right.throttled;
}

} // namespace

std::optional<std::chrono::nanoseconds> nearestRank(Samples samples, double percent)
{
    if (samples.empty())
        return std::nullopt;
    return rankOf(samples, percent);
}

std::optional<BurstLatencies> latenciesOf(Samples samples)
{
    if (samples.empty())
        return std::nullopt;
    return BurstLatencies{rankOf(samples, 50), rankOf(samples, 90), rankOf(samples, 99),
                          rankOf(samples, 100)};
}

BurstOutcome burstOutcomeOf(const Result<InvocationRecord> &result)
{
    using Kind = BurstOutcome::Kind;
    BurstOutcome outcome;
    if (!result) {
        const Error &error = result.error();
        if (error.code == Error::Code::Throttled) {
            outcome.kind = Kind::Throttled;
            outcome.throttleReason = error.detail;
        } else if (error.code == Error::Code::Cancelled) {
            outcome.kind = Kind::Stopped;
        } else {
            outcome.kind = Kind::NotRun;
            outcome.error = error;
        }
        return outcome;
    }
    switch (result->status) {
    case InvocationStatus::Succeeded:
        outcome.kind = Kind::Succeeded;
        break;
    case InvocationStatus::Failed:
        outcome.kind = Kind::Failed;
        break;
    case InvocationStatus::TimedOut:
        outcome.kind = Kind::TimedOut;
        break;
    case InvocationStatus::Stopped:
        outcome.kind = Kind::Stopped;
        break;
    }
    outcome.isCold = result->isCold();
    outcome.localWait = result->localWait;
    return outcome;
}

std::vector<BurstBucket> joinedBuckets(const std::vector<BurstBucket> &buckets, int together)
{
    std::vector<BurstBucket> joined;
    const auto size = static_cast<std::size_t>(std::max(1, together));
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        if (i % size == 0)
            joined.push_back(buckets[i]);
        else
            join(joined.back(), buckets[i]);
    }
    return joined;
}

void BurstSeries::halve()
{
    m_buckets = joinedBuckets(m_buckets, 2);
    m_width *= 2;
}

BurstBucket &BurstSeries::bucketAt(std::chrono::nanoseconds at)
{
    at = std::max(at, std::chrono::nanoseconds(0));
    while (at / m_width >= MostBuckets)
        halve();
    const auto index = static_cast<std::size_t>(at / m_width);
    while (m_buckets.size() <= index) {
        BurstBucket bucket;
        bucket.mostInFlight = m_inFlight;
        bucket.inFlightAtEnd = m_inFlight;
        m_buckets.push_back(bucket);
    }
    return m_buckets[index];
}

void BurstSeries::changeInFlight(BurstBucket &bucket, int by)
{
    m_inFlight += by;
    m_mostInFlight = std::max(m_mostInFlight, m_inFlight);
    bucket.mostInFlight = std::max(bucket.mostInFlight, m_inFlight);
    bucket.inFlightAtEnd = m_inFlight;
}

void BurstSeries::noteSent(std::chrono::nanoseconds at)
{
    BurstBucket &bucket = bucketAt(at);
    ++bucket.sent;
    changeInFlight(bucket, 1);
}

void BurstSeries::noteEnded(std::chrono::nanoseconds at)
{
    BurstBucket &bucket = bucketAt(at);
    ++bucket.ended;
    changeInFlight(bucket, -1);
}

void BurstSeries::noteThrottled(std::chrono::nanoseconds at)
{
    BurstBucket &bucket = bucketAt(at);
    ++bucket.throttled;
    changeInFlight(bucket, -1);
}

void BurstSeries::noteColdStart(std::chrono::nanoseconds at)
{
    ++bucketAt(at).coldStarts;
}

void BurstStatistics::noteSent(std::chrono::nanoseconds at)
{
    ++sent;
    duration = std::max(duration, at);
    m_series.noteSent(at);
}

void BurstStatistics::noteEnded(std::chrono::nanoseconds sentAt, std::chrono::nanoseconds at,
                                const BurstOutcome &outcome)
{
    using Kind = BurstOutcome::Kind;
    duration = std::max(duration, at);
    if (outcome.kind == Kind::Throttled) {
        ++throttled[outcome.throttleReason];
        return m_series.noteThrottled(at);
    }
    m_series.noteEnded(at);
    if (outcome.isCold) {
        ++coldStarts;
        m_series.noteColdStart(std::min(sentAt + outcome.localWait, at));
    }
    if (outcome.localWait > std::chrono::nanoseconds(0))
        ++heldByLocalCap;
    switch (outcome.kind) {
    case Kind::Succeeded:
        ++succeeded;
        break;
    case Kind::Failed:
        ++failed;
        break;
    case Kind::TimedOut:
        ++timedOut;
        break;
    case Kind::Stopped:
        ++stopped;
        return;
    case Kind::NotRun:
        ++notRun;
        if (!firstError)
            firstError = outcome.error;
        return;
    case Kind::Throttled:
        return;
    }
    m_latencies.push_back(std::max(at - sentAt - outcome.localWait, std::chrono::nanoseconds(0)));
}

void BurstStatistics::advance(std::chrono::nanoseconds now)
{
    duration = std::max(duration, now);
    m_series.advance(now);
}

int BurstStatistics::throttledCount() const
{
    int count = 0;
    for (const auto &[reason, times] : throttled)
        count += times;
    return count;
}

int BurstStatistics::endedCount() const
{
    return succeeded + failed + timedOut + stopped + notRun + throttledCount();
}

} // namespace coldframe
