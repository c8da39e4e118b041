// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/runrecorder.h"
#include "gui/app/settings.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace coldframe {

class HistoryPanel;

/// Keeps the runs of the window in the history of the folder that is open, and joins that history
/// with its panel. The file is read in pool threads, each time anew, because other programs write
/// it as well.
class HistoryController final : public QObject
{
    Q_OBJECT

public:
    /// The panel outlives the controller.
    explicit HistoryController(HistoryPanel &panel, QObject *parent = nullptr);

    /// Waits until all runs are written.
    ~HistoryController() override;

    void setWorkspace(const QString &directory);
    void setSettings(const HistorySettings &settings);

    /// Keeps a run, unless the settings say otherwise.
    void record(const InvocationRecord &record, RunMetadata metadata);

Q_SIGNALS:
    void showRequested(const coldframe::InvocationRecord &record);
    void rerunRequested(const coldframe::InvocationRecord &record, const QString &eventName);
    void failed(const coldframe::Error &error);
    /// Runs are not, or no longer, written.
    void notKept(const coldframe::Error &error);
    void imported(const coldframe::ImportedRuns &runs);

private:
    QString file() const;
    void join();
    void endRecorder();
    void keepSize();
    void list();
    void listMore(RunId before);
    void listNewer();
    void updateListed();
    void showTrend(const QString &function);
    void withRun(RunId id, std::function<void(const StoredRun &)> use);
    /// Changes the history in a pool thread, then lists it anew.
    void change(std::function<Result<void>(RunStore &)> work);
    void askToRemove(const std::vector<RunId> &ids);
    void askForExport();
    void askForImport();

    HistoryPanel &m_panel;
    QString m_directory;
    HistorySettings m_settings;
    std::unique_ptr<RunRecorder> m_recorder; ///< of m_directory; made for its first run
    QTimer m_newer; ///< so that a burst of runs is listed at once
    int m_listing = 0; ///< counts the lists that were asked for: only the last answer counts
    int m_trending = 0; ///< likewise
};

} // namespace coldframe
