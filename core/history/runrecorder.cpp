// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/runrecorder.h"

#include "core/history/gitcommit.h"
#include "core/project/owndirectory.h"

#include <QFileInfo>

#include <algorithm>
#include <iterator>

namespace coldframe {

namespace {

/// In one transaction; more would keep other programs from writing for long.
constexpr std::size_t mostAtOnce = 100;

/// How long an answer of git counts. A process for each run would take longer than many a run.
constexpr std::chrono::seconds commitLifetime{2};

} // namespace

RunRecorder::RunRecorder(Options options, QObject *parent)
    : QObject(parent)
    , m_directory(std::move(options.workspaceDirectory))
    , m_askCommit(options.commit ? std::move(options.commit)
                                 : [](const QString &directory) { return gitCommitOf(directory); })
    , m_sizeLimit(options.sizeLimit)
    , m_thread([this] { work(); })
{ }

RunRecorder::~RunRecorder()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

void RunRecorder::record(InvocationRecord record, RunMetadata metadata)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back({std::move(record), std::move(metadata), {}});
    }
    m_changed.notify_one();
}

void RunRecorder::setSizeLimit(qint64 bytes)
{
    const std::lock_guard lock(m_mutex);
    m_sizeLimit = bytes;
}

void RunRecorder::work()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_isEnding || !m_waiting.empty(); });
        if (m_waiting.empty())
            return;
        const auto count = static_cast<std::ptrdiff_t>(std::min(mostAtOnce, m_waiting.size()));
        std::vector<StoredRun> runs(std::make_move_iterator(m_waiting.begin()),
                                    std::make_move_iterator(m_waiting.begin() + count));
        m_waiting.erase(m_waiting.begin(), m_waiting.begin() + count);
        const std::optional<qint64> limit = m_sizeLimit;
        lock.unlock();
        const Result<std::vector<RunId>> written = write(std::move(runs));
        if (written) {
            m_hasFailed = false;
            Q_EMIT recorded(*written);
            limitSize(limit);
        } else {
            m_store.reset(); // the folder may have been moved or emptied: the next one tries anew
            if (!std::exchange(m_hasFailed, true))
                Q_EMIT failed(written.error());
        }
        lock.lock();
    }
}

/// The runs are there, whatever becomes of this.
void RunRecorder::limitSize(std::optional<qint64> wanted)
{
    const Result<std::optional<qint64>> kept = m_store->wantedSize();
    if (kept && wanted && *kept != wanted)
        (void)m_store->setWantedSize(*wanted);
    else if (kept && !wanted)
        wanted = *kept;
    (void)m_store->limitSize(wanted.value_or(DefaultSizeLimit));
}

Result<std::vector<RunId>> RunRecorder::write(std::vector<StoredRun> runs)
{
    const WorkspaceCommit commit = commitOfNow();
    for (StoredRun &run : runs)
        run.metadata.commit = commit;
    if (m_store && !QFileInfo::exists(RunStore::fileOf(m_directory)))
        m_store.reset(); // somebody removed the file: what is still open is nobody's
    if (!m_store) {
        Result<RunStore> store = provideOwnDirectory(m_directory).and_then([&](const QString &) {
            return RunStore::open(RunStore::fileOf(m_directory));
        });
        if (!store)
            return tl::make_unexpected(store.error());
        m_store.emplace(std::move(*store));
    }
    return m_store->append(runs);
}

WorkspaceCommit RunRecorder::commitOfNow()
{
    const Instant now = std::chrono::steady_clock::now();
    if (m_commitAskedAt == Instant{} || now - m_commitAskedAt > commitLifetime) {
        m_commit = m_askCommit(m_directory);
        m_commitAskedAt = now;
    }
    return m_commit;
}

} // namespace coldframe

#include "moc_runrecorder.cpp"
