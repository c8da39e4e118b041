// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/logs/loglinedelegate.h"

#include <QListView>

namespace coldframe {

class FilteredLogModel;

/// The lines of a log, one row each. While following, new lines scroll into view; scrolling away
/// from the end stops following, scrolling back to it starts again.
class LogView : public QListView
{
    Q_OBJECT

public:
    /// The model outlives the view.
    explicit LogView(FilteredLogModel &model, QWidget *parent = nullptr);

    void setFollowing(bool following);
    bool isFollowing() const { return m_following; }

    void setTime(LogTime time);
    LogTime time() const { return m_delegate->time(); }

    /// What SinceStart counts from.
    void setStart(WallTime start);

    QString timeText(WallTime time) const { return m_delegate->timeText(time); }

    /// The selected lines, or with nothing selected the current one, as text to be read.
    QString selectedText() const;

    /// All lines that the filter leaves.
    QString allText() const;

    void showRow(int row);

Q_SIGNALS:
    void followingChanged(bool following);
    void currentRowChanged(int row);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void followUserTo(int sliderPosition);

    FilteredLogModel &m_model;
    LogLineDelegate *m_delegate;
    bool m_following = true;
};

} // namespace coldframe
