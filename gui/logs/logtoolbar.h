// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "gui/logs/logfilter.h"
#include "gui/logs/loglinedelegate.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace coldframe {

/// What stands above the lines: the filter, how many lines it leaves, follow and the rarer actions.
class LogToolBar : public QWidget
{
    Q_OBJECT

public:
    explicit LogToolBar(QWidget *parent = nullptr);

    LogFilter filter() const;
    void clearFilter();
    void focusFilter();

    /// Tells under the field what is wrong with the expression; nothing when there is no error.
    void setFilterError(const std::optional<Error> &error);

    void setCount(int shown, int all, qint64 dropped);
    void setFollowing(bool following);

Q_SIGNALS:
    /// Emitted once typing pauses.
    void filterChanged();
    void followToggled(bool following);
    void timeChosen(coldframe::LogTime time);
    void findRequested();
    void copyAllRequested();
    void detailToggled(bool visible);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeMenu();
    void applyColours();

    QLineEdit *m_text;
    QToolButton *m_regex;
    QComboBox *m_level;
    QLabel *m_error;
    QLabel *m_count;
    QToolButton *m_follow;
    QToolButton *m_more;
    QTimer m_typing;
};

} // namespace coldframe
