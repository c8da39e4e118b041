// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/proberun.h"

#include "core/base/identifier.h"

#include <utility>

namespace coldframe {

namespace {

const QString computersTemporaryDirectory = QStringLiteral("/tmp");

} // namespace

ProbeRun::ProbeRun(Invoker &invoker, QObject *parent)
    : QObject(parent)
    , m_invoker(invoker)
{
    m_threads.setMaxThreadCount(1);
}

ProbeRun::~ProbeRun()
{
    if (!m_requestId.isEmpty())
        m_invoker.stop(m_requestId);
}

Async<ProbeReport> ProbeRun::run(const ProbePlan &plan)
{
    const auto promise = std::make_shared<Promise>();
    promise->start();
    if (isRunning()) {
        promise->addResult(
            failure(Error::Code::InvalidArgument, QStringLiteral("a probe is running already")));
        promise->finish();
        return promise->future();
    }
    m_promise = promise;
    m_plan = plan;
    m_plan.request.emulation.observesState = true;
    m_plan.request.requestId = newUuid();
    m_runs = {};
    m_computersFiles.reset();
    m_cancelled = false;
    if (plan.request.isolation == IsolationChoice::Bubblewrap) {
        invokeNext();
    } else { // perhaps without isolation, where /tmp has something in it before the first one
        whenDone(list(computersTemporaryDirectory, FileOwner::CurrentUser), this,
                 [this](const Result<TemporaryFiles> &files) {
                     if (files)
                         m_computersFiles = *files;
                     invokeNext();
                 });
    }
    return promise->future();
}

void ProbeRun::cancel()
{
    if (!isRunning())
        return;
    m_cancelled = true;
    if (!m_requestId.isEmpty())
        m_invoker.stop(m_requestId);
}

void ProbeRun::invokeNext()
{
    if (m_cancelled)
        return end(failure(Error::Code::Cancelled));
    if (done() == total())
        return compare();
    InvocationRequest request = m_plan.request;
    if (!m_plan.repeatsRequestId)
        request.requestId = newUuid();
    const bool isWarm = done() > 0 && done() < m_plan.warm;
    request.start = isWarm ? StartChoice::ReuseWarm : StartChoice::ForceCold;
    m_requestId = request.requestId;
    whenDone(m_invoker.invoke(std::move(request)), this,
             [this](const Result<InvocationRecord> &record) { onInvoked(record); });
}

void ProbeRun::onInvoked(const Result<InvocationRecord> &record)
{
    m_requestId.clear();
    if (m_cancelled || (record && record->status == InvocationStatus::Stopped))
        return end(failure(Error::Code::Cancelled));
    if (!record)
        return end(tl::make_unexpected(record.error()));
    ProbedRun run{*record, {}, {}};
    const bool isWarm = done() < m_plan.warm;
    const QString folder
        = record->observation ? record->observation->temporaryDirectory : QString();
    if (!isWarm || folder.isEmpty()) {
        add(std::move(run));
        return invokeNext();
    }
    const FileOwner owner = record->observation->sharesTemporaryDirectory ? FileOwner::CurrentUser
                                                                          : FileOwner::Anyone;
    whenDone(list(folder, owner), this,
             [this, run = std::move(run)](const Result<TemporaryFiles> &files) {
                 onListed(run, files);
             });
}

void ProbeRun::onListed(ProbedRun run, const Result<TemporaryFiles> &files)
{
    run.filesBefore = filesBefore(run);
    if (files)
        run.filesAfter = *files;
    add(std::move(run));
    invokeNext();
}

/// Nothing of the function runs between two invocations, so one finds what the last one left.
std::optional<TemporaryFiles> ProbeRun::filesBefore(const ProbedRun &run) const
{
    const bool isShared = run.record.observation->sharesTemporaryDirectory;
    if (m_runs.warm.empty())
        return isShared ? m_computersFiles : TemporaryFiles{};
    const ProbedRun &last = m_runs.warm.back();
    const bool isSameFolder = isShared || last.record.environment.id == run.record.environment.id;
    return isSameFolder ? last.filesAfter : TemporaryFiles{};
}

void ProbeRun::add(ProbedRun run)
{
    (done() < m_plan.warm ? m_runs.warm : m_runs.cold).push_back(std::move(run));
    Q_EMIT progressed(done(), total());
}

/// Large responses take their time.
void ProbeRun::compare()
{
    const auto promise = std::make_shared<QPromise<Result<ProbeReport>>>();
    promise->start();
    m_threads.start([promise, runs = std::exchange(m_runs, {})] {
        promise->addResult(findingsOf(runs));
        promise->finish();
    });
    whenDone(promise->future(), this, [this](const Result<ProbeReport> &report) {
        end(m_cancelled ? Result<ProbeReport>(failure(Error::Code::Cancelled)) : report);
    });
}

void ProbeRun::end(const Result<ProbeReport> &report)
{
    const std::shared_ptr<Promise> promise = std::exchange(m_promise, nullptr);
    m_runs = {};
    promise->addResult(report);
    promise->finish();
}

Async<TemporaryFiles> ProbeRun::list(const QString &folder, FileOwner owner)
{
    const auto promise = std::make_shared<QPromise<Result<TemporaryFiles>>>();
    promise->start();
    m_threads.start([promise, folder, owner] {
        promise->addResult(listTemporaryFiles(folder, owner));
        promise->finish();
    });
    return promise->future();
}

} // namespace coldframe

#include "moc_proberun.cpp"
