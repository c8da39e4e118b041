// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/logfilter.h"
#include "gui/logs/logtime.h"

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
class QComboBox;
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace coldframe {

class LogQueryField;

/// What stands above the lines: the filter, how many lines it leaves, the table, pause and follow,
/// and the rarer actions.
class LogToolBar : public QWidget
{
    Q_OBJECT

public:
    explicit LogToolBar(QWidget *parent = nullptr);

    LogFilter filter() const;
    void clearFilter();
    void focusFilter();
    LogQueryField &query() { return *m_query; }

    /// Tells under the field what is wrong with the query; nothing when there is no error.
    void setFilterError(const std::optional<LogQueryError> &error);

    struct Count
    {
        qint64 shown = 0;
        qint64 all = 0;
        qint64 dropped = 0;
        qint64 waiting = 0; ///< held back by the pause
        bool isFiltering = false; ///< what is shown is not yet what the filter leaves
    };
    void setCount(const Count &count);

    void setFollowing(bool following);
    void setPaused(bool paused);
    void setTable(bool table);
    void setTime(LogTime time);

    /// Whether there are new lines to follow and to hold back.
    void setRunning(bool running);

Q_SIGNALS:
    /// Emitted once typing pauses.
    void filterChanged();
    void followToggled(bool following);
    void pauseToggled(bool paused);
    void tableToggled(bool table);
    void columnsRequested();
    void timeChosen(coldframe::LogTime time);
    void findRequested();
    void copyAllRequested();
    void saveRequested();
    void openRequested();
    void detailToggled(bool visible);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *makeToggle(const char *name, const QString &text, const QString &toolTip);
    void makeFilters();
    void makeMenu();
    void layOut();
    void join();
    void applyColours();

    LogQueryField *m_query;
    QComboBox *m_level;
    QComboBox *m_source;
    QLabel *m_error;
    QLabel *m_count;
    QToolButton *m_table;
    QToolButton *m_pause;
    QToolButton *m_follow;
    QToolButton *m_more;
    QAction *m_clock = nullptr;
    QTimer m_typing;
};

} // namespace coldframe
