// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/runstore.h"

#include <QObject>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace coldframe {

/// Writes finished runs into the history of a workspace from a thread of its own, in the order of
/// arrival, several in one transaction when they come faster than the disk. The file is made for
/// the first run, so that looking at a folder writes nothing into it.
class RunRecorder final : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 DefaultSizeLimit = 500 * qint64{1024 * 1024};

    struct Options
    {
        QString workspaceDirectory;
        /// Bytes; the oldest runs go first. The file then keeps it for others that write into it;
        /// when not set, the one that the file has is followed, else DefaultSizeLimit.
        std::optional<qint64> sizeLimit = {};
        /// Asked in the recorder's thread; gitCommitOf() when not set.
        std::function<WorkspaceCommit(const QString &workspaceDirectory)> commit = {};
    };

    explicit RunRecorder(Options options, QObject *parent = nullptr);

    /// Waits until all runs are written.
    ~RunRecorder() override;

    /// Takes a run; the commit in its metadata is filled in. Never blocks for the disk.
    void record(InvocationRecord record, RunMetadata metadata);

    void setSizeLimit(qint64 bytes);

    const QString &workspaceDirectory() const { return m_directory; }

Q_SIGNALS:
    /// These runs are in the file.
    void recorded(const std::vector<coldframe::RunId> &ids);

    /// Runs could not be written and are lost to the history; told once until it works again.
    void failed(const coldframe::Error &error);

private:
    void work();
    Result<std::vector<RunId>> write(std::vector<StoredRun> runs);
    void limitSize(std::optional<qint64> wanted);
    WorkspaceCommit commitOfNow();

    const QString m_directory;
    const std::function<WorkspaceCommit(const QString &)> m_askCommit;

    std::mutex m_mutex; // of what stands between here and m_changed
    std::deque<StoredRun> m_waiting;
    std::optional<qint64> m_sizeLimit;
    bool m_isEnding = false;
    std::condition_variable m_changed;

    // Of the thread alone.
    std::optional<RunStore> m_store;
    WorkspaceCommit m_commit;
    Instant m_commitAskedAt{};
    bool m_hasFailed = false;

    std::thread m_thread; ///< last: it uses all of the above
};

} // namespace coldframe
