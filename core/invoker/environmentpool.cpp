// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/environmentpool.h"

#include <algorithm>

namespace coldframe {

namespace {

/// One cold start makes another one likely, but nothing may be slower for it.
constexpr std::chrono::milliseconds quietBeforeReserve(100);

/// Taking an environment apart would compete with the cold start for which it makes room.
constexpr std::chrono::milliseconds quietBeforeEnd(80);

/// Two functions of the same name in different folders are two functions.
QString identityOf(const FunctionConfig &function)
{
    return function.codeDirectory + u'\n' + function.name;
}

} // namespace

EnvironmentPool::EnvironmentPool(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_reserve(clock)
    , m_reserveTimer(this)
    , m_endTimer(this)
{
    m_endTimer.setSingleShot(true);
    m_endTimer.setInterval(quietBeforeEnd);
    connect(&m_endTimer, &QTimer::timeout, this, &EnvironmentPool::endRetired);
    m_reserveTimer.setSingleShot(true);
    m_reserveTimer.setInterval(quietBeforeReserve);
    connect(&m_reserveTimer, &QTimer::timeout, this, [this] { m_reserve.prepare(m_nextPlan); });
}

EnvironmentPool::~EnvironmentPool() = default;

Result<void> EnvironmentPool::invoke(const InvocationRequest &request, const Wanted &wanted,
                                     const MakeSetup &makeSetup)
{
    noticeCodeChange(request.function);
    if (request.start == StartChoice::ForceCold) {
        const QString identity = identityOf(request.function);
        retire([&identity](const ExecutionEnvironment &environment) {
            return environment.isIdle() && identityOf(environment.setup().function) == identity;
        }, {ColdStartReason::Requested, {}});
        m_reasons.insert_or_assign(identity, Reason{ColdStartReason::Requested, {}});
    } else if (ExecutionEnvironment *environment = takeIdle(request, wanted)) {
        memberOf(environment)->runningRequest = request.requestId;
        m_reasons.erase(identityOf(request.function)); // of one that this one stands in for
        environment->invoke(request);
        Q_EMIT changed();
        return {};
    }
    return startNew(request, makeSetup);
}

void EnvironmentPool::noticeCodeChange(const FunctionConfig &function)
{
    std::unique_ptr<CodeWatcher> &watcher = m_watchers[function.codeDirectory];
    if (!watcher)
        watcher = std::make_unique<CodeWatcher>(function.codeDirectory);
    const QString changedFile = watcher->takeChange();
    if (changedFile.isEmpty())
        return;
    retire([&function](const ExecutionEnvironment &environment) {
        return environment.setup().function.codeDirectory == function.codeDirectory;
    }, {ColdStartReason::CodeChanged, changedFile});
}

void EnvironmentPool::noticeLayerChange(const FunctionConfig &function, const QString &changedFile)
{
    retire([&function](const ExecutionEnvironment &environment) {
        return environment.setup().function.layers == function.layers;
    }, {ColdStartReason::CodeChanged, changedFile});
}

bool EnvironmentPool::isCurrent(const EnvironmentSetup &setup, const InvocationRequest &request,
                                const Wanted &wanted)
{
    // Freezing and bandwidth are an invocation's choice and need no new environment.
    return setup.function == request.function && setup.isolation == wanted.isolation
        && setup.interpreter == wanted.interpreter && setup.optDirectory == wanted.optDirectory
        && setup.emulation.limitsCpu == request.emulation.limitsCpu
        && setup.emulation.credentials == request.emulation.credentials
        && setup.emulation.observesState == request.emulation.observesState;
}

ExecutionEnvironment *EnvironmentPool::takeIdle(const InvocationRequest &request,
                                                const Wanted &wanted)
{
    const QString identity = identityOf(request.function);
    retire([&](const ExecutionEnvironment &environment) {
        const EnvironmentSetup &setup = environment.setup();
        return identityOf(setup.function) == identity && !isCurrent(setup, request, wanted);
    }, {ColdStartReason::ConfigurationChanged, {}});
    const auto idle = std::find_if(m_members.begin(), m_members.end(), [&](const Member &member) {
        return !member.retired && member.environment->isIdle()
            && identityOf(member.environment->setup().function) == identity;
    });
    if (idle == m_members.end())
        return nullptr;
    std::rotate(m_members.begin(), idle, idle + 1);
    return m_members.front().environment.get();
}

void EnvironmentPool::retire(const std::function<bool(const ExecutionEnvironment &)> &which,
                             const Reason &reason)
{
    for (Member &member : m_members) {
        if (member.retired || !which(*member.environment))
            continue;
        member.retired = true;
        m_reasons.insert_or_assign(identityOf(member.environment->setup().function), reason);
        if (!m_endTimer.isActive())
            m_endTimer.start();
    }
}

void EnvironmentPool::endRetired()
{
    std::vector<ExecutionEnvironment *> environments; // ended() may take members away meanwhile
    for (Member &member : m_members) {
        if (!member.retired || member.ending || !member.runningRequest.isEmpty())
            continue;
        member.ending = true;
        environments.push_back(member.environment.get());
    }
    for (ExecutionEnvironment *environment : environments)
        environment->shutDown();
    if (!environments.empty())
        Q_EMIT changed();
}

void EnvironmentPool::shutDown()
{
    m_reserveTimer.stop();
    m_reserve.clear();
    std::vector<ExecutionEnvironment *> busy;
    for (Member &member : m_members) {
        member.retired = true;
        if (!member.runningRequest.isEmpty())
            busy.push_back(member.environment.get());
    }
    endRetired();
    for (ExecutionEnvironment *environment : busy)
        environment->stop();
}

void EnvironmentPool::setResponsePaused(const QString &requestId, bool paused)
{
    for (const Member &member : m_members) {
        if (!requestId.isEmpty() && member.runningRequest == requestId)
            member.environment->setResponsePaused(paused);
    }
}

EnvironmentPool::Reason EnvironmentPool::takeReason(const InvocationRequest &request)
{
    const QString identity = identityOf(request.function);
    if (const auto known = m_reasons.find(identity); known != m_reasons.end()) {
        const Reason reason = known->second;
        m_reasons.erase(known);
        return reason;
    }
    const bool busy = std::any_of(m_members.begin(), m_members.end(), [&](const Member &member) {
        return !member.isSpent() && identityOf(member.environment->setup().function) == identity;
    });
    return {busy ? ColdStartReason::AllBusy : ColdStartReason::FirstInvocation, {}};
}

Result<void> EnvironmentPool::startNew(const InvocationRequest &request, const MakeSetup &makeSetup)
{
    auto environment = std::make_unique<ExecutionEnvironment>(makeSetup(), m_clock);
    ExecutionEnvironment *const started = environment.get();
    connect(started, &ExecutionEnvironment::finished, this,
            [this, started](const InvocationRecord &record) { onFinished(started, record); });
    connect(started, &ExecutionEnvironment::ended, this, [this, started] { onEnded(started); });
    connect(started, &ExecutionEnvironment::logAppended, this, &EnvironmentPool::logAppended);
    connect(started, &ExecutionEnvironment::responded, this, &EnvironmentPool::responded);
    connect(started, &ExecutionEnvironment::responseAppended, this,
            &EnvironmentPool::responseAppended);
    connect(started, &ExecutionEnvironment::changed, this, &EnvironmentPool::changed);
    const Reason reason = takeReason(request);
    m_nextPlan = started->sandboxPlan();
    if (Result<void> start = started->start(request, reason.reason, reason.changedFile,
                                            m_reserve.take(m_nextPlan));
        !start)
        return start;
    m_members.insert(m_members.begin(), Member{std::move(environment), request.requestId});
    Q_EMIT changed();
    return {};
}

bool EnvironmentPool::stop(const QString &requestId)
{
    for (const Member &member : m_members) {
        if (!requestId.isEmpty() && member.runningRequest == requestId) { // empty when idle
            member.environment->stop();
            return true;
        }
    }
    return false;
}

void EnvironmentPool::recycle()
{
    m_reserve.clear();
    retire([](const ExecutionEnvironment &) { return true; }, {ColdStartReason::Recycled, {}});
    endRetired();
}

std::vector<EnvironmentDescription> EnvironmentPool::descriptions() const
{
    std::vector<EnvironmentDescription> all;
    for (const Member &member : m_members) {
        if (!member.isSpent())
            all.push_back(member.environment->description());
    }
    return all;
}

EnvironmentPool::Member *EnvironmentPool::memberOf(const ExecutionEnvironment *environment)
{
    const auto found = std::find_if(m_members.begin(), m_members.end(), [=](const Member &member) {
        return member.environment.get() == environment;
    });
    return found == m_members.end() ? nullptr : &*found;
}

void EnvironmentPool::onFinished(ExecutionEnvironment *environment, const InvocationRecord &record)
{
    Member *const member = memberOf(environment);
    if (!member)
        return;
    member->runningRequest.clear();
    Q_EMIT finished(record);
    if (record.isCold() && !member->retired) // the pool may be shutting down
        m_reserveTimer.start();
    Q_EMIT changed();
    if (member->retired && !m_endTimer.isActive())
        m_endTimer.start(); // not here: we are in one of its own calls
}

void EnvironmentPool::onEnded(ExecutionEnvironment *environment)
{
    const auto found = std::find_if(m_members.begin(), m_members.end(), [=](const Member &member) {
        return member.environment.get() == environment;
    });
    if (found == m_members.end())
        return;
    if (!found->retired)
        m_reasons.insert_or_assign(identityOf(environment->setup().function),
                                   Reason{ColdStartReason::EnvironmentLost, {}});
    found->environment.release()->deleteLater();
    m_members.erase(found);
    Q_EMIT changed();
}

} // namespace coldframe
