// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/environmentpool.h"

#include "core/base/descriptorwatch.h"

#include <algorithm>

namespace coldframe {

namespace {

/// One cold start makes another one likely, but nothing may be slower for it.
constexpr std::chrono::milliseconds quietBeforeReserve(100);

/// Taking an environment apart would compete with the cold start for which it makes room.
constexpr std::chrono::milliseconds quietBeforeEnd(80);

/// Two functions of the same name in different folders are two functions.
/// Versions of a function have environments of their own, as on Lambda: one may run beside another.
bool isSameFunction(const FunctionConfig &a, const FunctionConfig &b)
{
    return a.name == b.name && a.version == b.version && a.codeDirectory == b.codeDirectory;
}

/// The same as a key.
QString identityOf(const FunctionConfig &function)
{
    return function.codeDirectory + u'\n' + function.name + u'\n' + function.version;
}

} // namespace

EnvironmentPool::EnvironmentPool(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_reserve(clock)
    , m_reserveTimer(this)
    , m_endTimer(this)
    , m_expiryTimer(this)
{
    m_endTimer.setSingleShot(true);
    m_endTimer.setInterval(quietBeforeEnd);
    connect(&m_endTimer, &QTimer::timeout, this, &EnvironmentPool::endRetired);
    m_expiryTimer.setSingleShot(true);
    connect(&m_expiryTimer, &QTimer::timeout, this, &EnvironmentPool::expireIdle);
    m_reserveTimer.setSingleShot(true);
    m_reserveTimer.setInterval(quietBeforeReserve);
    connect(&m_reserveTimer, &QTimer::timeout, this, [this] { m_reserve.prepare(m_nextPlan); });
}

EnvironmentPool::~EnvironmentPool() = default;

bool EnvironmentPool::canReuse(const InvocationRequest &request, const Wanted &wanted)
{
    noticeCodeChange(request.function);
    retireOutdated(request, wanted);
    return request.start != StartChoice::ForceCold && findIdle(request) != m_members.end();
}

void EnvironmentPool::invokeIdle(const InvocationRequest &request)
{
    const auto idle = findIdle(request);
    std::rotate(m_members.begin(), idle, idle + 1); // most recently used first
    Member &member = m_members.front();
    member.runningRequest = request.requestId;
    if (!m_reasons.empty())
        m_reasons.erase(identityOf(request.function)); // of one that this one stands in for
    member.environment->invoke(request);
    Q_EMIT changed();
}

Result<void> EnvironmentPool::invokeNew(const InvocationRequest &request,
                                        const MakeSetup &makeSetup)
{
    if (request.start == StartChoice::ForceCold) {
        retire(
            [&request](const ExecutionEnvironment &environment) {
                return environment.isIdle()
                    && isSameFunction(environment.setup().function, request.function);
            },
            {ColdStartReason::Requested, {}});
        m_reasons.insert_or_assign(identityOf(request.function),
                                   Reason{ColdStartReason::Requested, {}});
    }
    return startNew(request, makeSetup);
}

void EnvironmentPool::noticeCodeChange(const FunctionConfig &function)
{
    DescriptorWatch::catchUp(); // with changes, and with what environments wrote before START
    std::unique_ptr<CodeWatcher> &watcher = m_watchers[function.codeDirectory];
    if (!watcher)
        watcher = std::make_unique<CodeWatcher>(function.codeDirectory);
    const QString changedFile = watcher->takeChange();
    if (changedFile.isEmpty())
        return;
    retire(
        [&function](const ExecutionEnvironment &environment) {
            return environment.setup().function.codeDirectory == function.codeDirectory;
        },
        {ColdStartReason::CodeChanged, changedFile});
}

void EnvironmentPool::noticeLayerChange(const FunctionConfig &function, const QString &changedFile)
{
    retire(
        [&function](const ExecutionEnvironment &environment) {
            return environment.setup().function.layers == function.layers;
        },
        {ColdStartReason::CodeChanged, changedFile});
}

bool EnvironmentPool::isCurrent(const EnvironmentSetup &setup, const InvocationRequest &request,
                                const Wanted &wanted)
{
    // Freezing and bandwidth are an invocation's choice and need no new environment.
    return setup.function == request.function && setup.isolation == wanted.isolation
        && setup.interpreter == wanted.interpreter && setup.optDirectory == wanted.optDirectory
        && setup.emulation.limitsCpu == request.emulation.limitsCpu
        && setup.emulation.credentials == request.emulation.credentials
        && setup.emulation.observesState == request.emulation.observesState
        && setup.emulation.traces == request.emulation.traces;
}

void EnvironmentPool::retireOutdated(const InvocationRequest &request, const Wanted &wanted)
{
    // As a rule the request before was like this one, and what was made since is as it wanted.
    if (m_compared && isCurrent(*m_compared, request, wanted))
        return;
    m_compared.emplace();
    m_compared->function = request.function;
    m_compared->interpreter = wanted.interpreter;
    m_compared->isolation = wanted.isolation;
    m_compared->optDirectory = wanted.optDirectory;
    m_compared->emulation = request.emulation;
    retire(
        [&](const ExecutionEnvironment &environment) {
            const EnvironmentSetup &setup = environment.setup();
            return isSameFunction(setup.function, request.function)
                && !isCurrent(setup, request, wanted);
        },
        {ColdStartReason::ConfigurationChanged, {}});
}

/// Provisioned ones come first (scaling, section 1: lease order), then the most recently used.
std::vector<EnvironmentPool::Member>::iterator
EnvironmentPool::findIdle(const InvocationRequest &request)
{
    auto found = m_members.end();
    for (auto member = m_members.begin(); member != m_members.end(); ++member) {
        const EnvironmentSetup &setup = member->environment->setup();
        if (!member->isOfUse() || !isSameFunction(setup.function, request.function))
            continue;
        if (setup.provisioned)
            return member;
        if (found == m_members.end())
            found = member;
    }
    return found;
}

void EnvironmentPool::retire(const std::function<bool(const ExecutionEnvironment &)> &which,
                             const Reason &reason)
{
    for (Member &member : m_members) {
        if (!member.retired && which(*member.environment))
            retireMember(member, reason);
    }
}

void EnvironmentPool::retireMember(Member &member, const Reason &reason)
{
    member.retired = true;
    m_reasons.insert_or_assign(identityOf(member.environment->setup().function), reason);
    if (!m_endTimer.isActive())
        m_endTimer.start();
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
    for (ExecutionEnvironment *environment : environments) {
        if (environment->state() == ExecutionEnvironment::State::Starting)
            environment->stop(); // a provisioned one in its init phase
        else
            environment->shutDown();
    }
    if (!environments.empty())
        Q_EMIT changed();
}

void EnvironmentPool::shutDown()
{
    m_reserveTimer.stop();
    m_expiryTimer.stop();
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
    const bool busy = std::any_of(m_members.begin(), m_members.end(), [&](const Member &member) {
        return !member.isSpent() && identityOf(member.environment->setup().function) == identity;
    });
    const auto known = m_reasons.extract(identity);
    if (known.empty())
        return {busy ? ColdStartReason::AllBusy : ColdStartReason::FirstInvocation, {}};
    const Reason &reason = known.mapped();
    const bool wasOneOfMany = reason.reason == ColdStartReason::IdleExpired
        || reason.reason == ColdStartReason::MadeRoom;
    return busy && wasOneOfMany ? Reason{ColdStartReason::AllBusy, {}} : reason;
}

std::unique_ptr<ExecutionEnvironment> EnvironmentPool::make(EnvironmentSetup setup)
{
    auto environment = std::make_unique<ExecutionEnvironment>(std::move(setup), m_clock);
    ExecutionEnvironment *const made = environment.get();
    connect(made, &ExecutionEnvironment::finished, this,
            [this, made](const InvocationRecord &record) { onFinished(made, record); });
    connect(made, &ExecutionEnvironment::failedInit, this,
            [this, made](const InvocationRecord &record) {
                if (const Member *const member = memberOf(made); member && !member->retired)
                    Q_EMIT provisioningFailed(record);
            });
    connect(made, &ExecutionEnvironment::ended, this, [this, made] { onEnded(made); });
    connect(made, &ExecutionEnvironment::logAppended, this, &EnvironmentPool::logAppended);
    connect(made, &ExecutionEnvironment::responded, this, &EnvironmentPool::responded);
    connect(made, &ExecutionEnvironment::responseAppended, this,
            &EnvironmentPool::responseAppended);
    connect(made, &ExecutionEnvironment::changed, this, &EnvironmentPool::changed);
    return environment;
}

Result<void> EnvironmentPool::startNew(const InvocationRequest &request, const MakeSetup &makeSetup)
{
    std::unique_ptr<ExecutionEnvironment> environment = make(makeSetup());
    const Reason reason = takeReason(request);
    m_nextPlan = environment->sandboxPlan();
    if (Result<void> start = environment->start(request, reason.reason, reason.changedFile,
                                                m_reserve.take(m_nextPlan));
        !start)
        return start;
    m_members.insert(m_members.begin(), Member{std::move(environment), request.requestId});
    Q_EMIT changed();
    return {};
}

Result<void> EnvironmentPool::startProvisioned(EnvironmentSetup setup)
{
    setup.provisioned = true;
    std::unique_ptr<ExecutionEnvironment> environment = make(std::move(setup));
    if (Result<void> start = environment->provision(); !start)
        return start;
    m_members.push_back(Member{std::move(environment), {}});
    Q_EMIT changed();
    return {};
}

Result<void> EnvironmentPool::keepProvisioned(const InvocationRequest &like, const Wanted &wanted,
                                              const MakeSetup &makeSetup, int count)
{
    noticeCodeChange(like.function);
    retireOutdated(like, wanted);
    const QString identity = identityOf(like.function);
    for (Member &member : m_members) {
        const EnvironmentSetup &setup = member.environment->setup();
        if (!setup.provisioned || member.retired || identityOf(setup.function) != identity)
            continue;
        if (--count < 0)
            retireMember(member, {ColdStartReason::Recycled, {}});
    }
    for (; count > 0; --count) {
        if (Result<void> started = startProvisioned(makeSetup()); !started)
            return started;
    }
    return {};
}

int EnvironmentPool::liveCount() const
{
    return int(std::count_if(m_members.begin(), m_members.end(),
                             [](const Member &member) { return !member.isSpent(); }));
}

EnvironmentPool::Member *EnvironmentPool::longestIdle()
{
    Member *longest = nullptr;
    for (Member &member : m_members) {
        if (!member.isOfUse() || member.environment->setup().provisioned)
            continue;
        if (!longest || member.idleSince < longest->idleSince)
            longest = &member;
    }
    return longest;
}

bool EnvironmentPool::endLongestIdle()
{
    Member *const longest = longestIdle();
    if (!longest)
        return false;
    retireMember(*longest, {ColdStartReason::MadeRoom, {}});
    return true;
}

void EnvironmentPool::setIdleLifetime(std::chrono::seconds lifetime)
{
    m_idleLifetime = lifetime;
    expireIdle();
}

void EnvironmentPool::skip(std::chrono::nanoseconds time)
{
    for (Member &member : m_members)
        member.idleSince -= time;
    expireIdle();
}

void EnvironmentPool::expireIdle()
{
    using std::chrono::milliseconds;
    const Instant now = m_clock.now();
    Member *longest = longestIdle();
    for (; longest && now - longest->idleSince >= m_idleLifetime; longest = longestIdle())
        retireMember(*longest, {ColdStartReason::IdleExpired, {}});
    if (longest)
        m_expiryTimer.start(
            std::chrono::ceil<milliseconds>(m_idleLifetime - (now - longest->idleSince)));
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
        all.push_back(member.environment->description());
        if (member.isSpent())
            all.back().state = EnvironmentState::ShuttingDown;
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
    member->idleSince = m_clock.now();
    if (!m_expiryTimer.isActive() && !member->retired)
        m_expiryTimer.start(std::chrono::ceil<std::chrono::milliseconds>(m_idleLifetime));
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

#include "moc_environmentpool.cpp"
