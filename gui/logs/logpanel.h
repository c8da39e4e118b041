// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/logs/filteredlogmodel.h"
#include "gui/logs/logfindbar.h"
#include "gui/logs/logmodel.h"

#include <QWidget>

#include <map>
#include <vector>

class QSplitter;
class QStackedWidget;

namespace coldframe {

class EmptyState;
struct InvocationRecord;
class LogDetail;
class LogToolBar;
class LogView;

/// The log of one invocation, running or finished: lines above, the whole of the current one below.
class LogPanel : public QWidget
{
    Q_OBJECT

public:
    explicit LogPanel(QWidget *parent = nullptr);

    /// An invocation starts; its log is shown from now on.
    void begin(const QString &requestId, WallTime startedAt);

    /// Lines of a running invocation; kept when another one is shown.
    void append(const QString &requestId, const std::vector<LogLine> &lines);

    /// Shows the log of an invocation that is still running; nothing when it is not.
    void showRunning(const QString &requestId);

    /// Shows the log of a finished invocation. For the one that is shown already, selection and
    /// position stay.
    void setRecord(const InvocationRecord &record);

    /// An invocation ended without a record.
    void forget(const QString &requestId);

    void clear();

    LogModel &model() { return m_model; }
    FilteredLogModel &shownLines() { return m_shown; }

private:
    struct RunningLog
    {
        WallTime startedAt{};
        std::vector<LogLine> lines;
    };

    void addActions();
    void showLog(const QString &requestId, WallTime startedAt, const std::vector<LogLine> &lines);
    void applyFilter();
    void openFind();
    void find(FindDirection direction);
    void showCurrent(int row);
    void updateState();
    void copyAll();

    LogModel m_model;
    FilteredLogModel m_shown;
    LogToolBar *m_tools;
    LogView *m_view;
    LogDetail *m_detail;
    LogFindBar *m_findBar;
    EmptyState *m_empty;
    QSplitter *m_splitter;
    QStackedWidget *m_stack;
    bool m_wantsDetail = true;
    QString m_lastFound;
    QString m_requestId; ///< of the invocation that is shown
    std::map<QString, RunningLog> m_running;
};

} // namespace coldframe
