// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/burst.h"

#include "core/base/identifier.h"

#include <algorithm>

namespace coldframe {

namespace {

constexpr std::int64_t NanosecondsPerSecond = 1'000'000'000;

} // namespace

int plannedCount(const BurstPlan &plan)
{
    if (const auto *const atOnce = std::get_if<AtOnce>(&plan.shape))
        return std::max(0, atOnce->count);
    const auto &rate = std::get<AtRate>(plan.shape);
    const std::int64_t count = std::int64_t(rate.perSecond) * rate.duration.count();
    return static_cast<int>(std::clamp<std::int64_t>(count, 0, BurstPlan::MostInvocations + 1));
}

Result<void> checkBurstPlan(const BurstPlan &plan)
{
    const auto refuse
        = [](const QString &what) { return failure(Error::Code::InvalidArgument, what); };
    if (const auto *const atOnce = std::get_if<AtOnce>(&plan.shape)) {
        if (atOnce->count < 1 || atOnce->count > BurstPlan::MostAtOnce)
            return refuse(QStringLiteral("a burst of %1 at once: 1 to %2")
                              .arg(atOnce->count)
                              .arg(BurstPlan::MostAtOnce));
        return {};
    }
    const auto &rate = std::get<AtRate>(plan.shape);
    if (rate.perSecond < 1 || rate.perSecond > BurstPlan::MostPerSecond)
        return refuse(QStringLiteral("a burst of %1 per second: 1 to %2")
                          .arg(rate.perSecond)
                          .arg(BurstPlan::MostPerSecond));
    if (rate.duration.count() < 1 || rate.duration > BurstPlan::LongestDuration)
        return refuse(QStringLiteral("a burst of %1 s: 1 to %2 s")
                          .arg(rate.duration.count())
                          .arg(BurstPlan::LongestDuration.count()));
    if (plannedCount(plan) > BurstPlan::MostInvocations)
        return refuse(QStringLiteral("a burst of %1 events: %2 at most")
                          .arg(std::int64_t(rate.perSecond) * rate.duration.count())
                          .arg(BurstPlan::MostInvocations));
    return {};
}

int dueCount(const BurstPlan &plan, std::chrono::nanoseconds elapsed)
{
    const int planned = plannedCount(plan);
    const auto *const rate = std::get_if<AtRate>(&plan.shape);
    if (!rate)
        return planned;
    const std::int64_t seconds = elapsed.count() / NanosecondsPerSecond;
    const std::int64_t rest = elapsed.count() % NanosecondsPerSecond;
    const std::int64_t due
        = seconds * rate->perSecond + rest * rate->perSecond / NanosecondsPerSecond + 1;
    return static_cast<int>(std::min<std::int64_t>(due, planned));
}

std::optional<std::chrono::nanoseconds> nextDue(const BurstPlan &plan, int sentCount)
{
    if (sentCount >= plannedCount(plan))
        return std::nullopt;
    const auto *const rate = std::get_if<AtRate>(&plan.shape);
    if (!rate)
        return std::chrono::nanoseconds(0);
    const std::int64_t seconds = sentCount / rate->perSecond;
    const std::int64_t rest = sentCount % rate->perSecond;
    // Rounded up, so that it is due at that time and not a nanosecond later.
    return std::chrono::nanoseconds(seconds * NanosecondsPerSecond
                                    + (rest * NanosecondsPerSecond + rate->perSecond - 1)
                                        / rate->perSecond);
}

Burst::Burst(Invoker &invoker, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_invoker(invoker)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Burst::proceed);
    m_progress.setInterval(ProgressInterval);
    connect(&m_progress, &QTimer::timeout, this, [this] {
        m_statistics.advance(elapsed());
        Q_EMIT progressed();
    });
}

Burst::~Burst()
{
    for (const auto &[number, sent] : m_running)
        m_invoker.stop(sent.requestId);
}

Result<void> Burst::start(const BurstPlan &plan)
{
    if (m_isRunning)
        return failure(Error::Code::InvalidArgument, QStringLiteral("a burst runs already"));
    if (Result<void> checked = checkBurstPlan(plan); !checked)
        return checked;
    m_plan = plan;
    m_statistics = {};
    m_isRunning = true;
    m_isStopping = false;
    m_began = m_clock.now();
    m_progress.start();
    proceed();
    return {};
}

std::chrono::nanoseconds Burst::elapsed() const
{
    return std::max<std::chrono::nanoseconds>(m_clock.now() - m_began, {});
}

void Burst::proceed()
{
    if (!m_isRunning || m_isStopping)
        return;
    const int due = dueCount(m_plan, elapsed());
    for (int i = 0; i < MostInOneGo && m_statistics.sent < due && !m_isStopping; ++i)
        send();
    scheduleNext();
}

void Burst::scheduleNext()
{
    const auto due = nextDue(m_plan, m_statistics.sent);
    if (m_isStopping || !due)
        return;
    const auto wait = std::max<std::chrono::nanoseconds>(*due - elapsed(), {});
    m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(wait));
}

void Burst::send()
{
    InvocationRequest request = m_plan.request;
    request.requestId = newUuid();
    const std::chrono::nanoseconds now = elapsed();
    const int number = m_statistics.sent;
    m_running.emplace(number, Sent{request.requestId, now});
    m_statistics.noteSent(now);
    whenDone(m_invoker.invoke(std::move(request)), this,
             [this, number](const Result<InvocationRecord> &result) { onEnded(number, result); });
}

void Burst::onEnded(int number, const Result<InvocationRecord> &result)
{
    const auto sent = m_running.extract(number);
    if (sent.empty())
        return;
    m_statistics.noteEnded(sent.mapped().at, elapsed(), burstOutcomeOf(result));
    if (result)
        Q_EMIT ended(*result);
    endWhenDone();
}

void Burst::endWhenDone()
{
    const bool isAllSent = m_isStopping || m_statistics.sent >= plannedCount(m_plan);
    if (!m_isRunning || !isAllSent || !m_running.empty())
        return;
    m_isRunning = false;
    m_progress.stop();
    m_timer.stop();
    Q_EMIT progressed();
    Q_EMIT finished();
}

void Burst::stop()
{
    if (!m_isRunning || m_isStopping)
        return;
    m_isStopping = true;
    m_timer.stop();
    const std::map<int, Sent> running = m_running; // one may end while it is told
    for (const auto &[number, sent] : running)
        m_invoker.stop(sent.requestId);
    endWhenDone();
}

} // namespace coldframe

#include "moc_burst.cpp"
