// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/logsearch.h"
#include "gui/logs/filteredlogmodel.h"
#include "gui/logs/logfinder.h"
#include "gui/logs/logmodel.h"
#include "gui/logs/logtime.h"
#include "gui/logs/logviewsettings.h"

#include <QPointer>
#include <QWidget>

#include <map>
#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QSplitter;
class QStackedWidget;
class QVBoxLayout;
QT_END_NAMESPACE

namespace coldframe {

class EmptyState;
struct InvocationRecord;
class LogBusyBar;
class LogColumnsDialog;
class LogDetail;
struct LogFile;
class LogFiles;
class LogFindBar;
class LogToolBar;
class LogView;
class NoticeBar;

/// The log of one invocation, running or finished, or of a file: lines or a table above, the whole
/// of the current line below.
class LogPanel : public QWidget
{
    Q_OBJECT

public:
    explicit LogPanel(QWidget *parent = nullptr);
    ~LogPanel() override;

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

    /// Reads a file and shows its lines until an invocation's are asked for.
    void openFile(const QString &path);
    void askToOpenFile();

    LogViewSettings viewSettings() const;
    void setViewSettings(const LogViewSettings &settings);

    LogModel &model() { return m_model; }
    FilteredLogModel &shownLines() { return m_shown; }

Q_SIGNALS:
    /// The user changed how logs are shown.
    void viewSettingsChanged();

private:
    struct RunningLog
    {
        WallTime startedAt{};
        LogStore lines; ///< while another log is shown
    };

    void layOut();
    void joinToolBar();
    void joinView();
    void joinFiles();
    void addActions();
    void leaveShown();
    void showLog(const QString &requestId, WallTime startedAt, LogStore lines);
    void showFile(const QString &path, LogFile &file);
    bool isRunning() const;
    void showNotice(const QString &text, bool isError);
    void dropNotice();
    void closeFile();
    void applyTime();
    void keepPlace();
    void goToPlace();
    void applyFilter();
    void applyColumns(const std::vector<LogColumn> &columns);
    void showColumns();
    void chooseColumns();
    void requestMembers();
    void takeMembers(const FoundMembers &found);
    void openFind();
    void find(FindDirection direction);
    void showCurrent(int row);
    void showContextMenu(const QPoint &position);
    void showHeaderMenu(const QPoint &position);
    void updateState();
    void updateEmptyState();

    LogModel m_model;
    FilteredLogModel m_shown;
    LogFinder m_finder;
    LogToolBar *m_tools;
    LogBusyBar *m_busy;
    NoticeBar *m_notice = nullptr; ///< over the lines, while there is something to tell
    QVBoxLayout *m_column;
    LogView *m_view;
    LogDetail *m_detail;
    LogFindBar *m_findBar;
    EmptyState *m_empty;
    QSplitter *m_splitter;
    QStackedWidget *m_stack;
    LogFiles *m_files;
    QPointer<LogColumnsDialog> m_columnsDialog;
    bool m_isTable = false;
    std::vector<LogColumn> m_columns;
    SharedLogProgress m_filtering; ///< that the busy bar tells of
    SharedLogProgress m_findingMembers;
    qint64 m_membersFoundAt = -1; ///< how many lines there were
    std::optional<FoundMembers> m_members;
    bool m_wantsDetail = true;
    bool m_keptFollowing = false;
    qint64 m_keptNumber = -1; ///< of the current line while a filter is applied
    LogTime m_chosenTime = LogTime::SinceStart;
    QString m_lastFound;
    QString m_requestId; ///< of the invocation that is shown
    WallTime m_startedAt{};
    QString m_file; ///< path of the file that is shown instead
    LogStore m_behindFile; ///< the invocation's lines meanwhile
    std::map<QString, RunningLog> m_running;
};

} // namespace coldframe
