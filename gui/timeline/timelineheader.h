// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/timeline/timelinefiles.h"

#include <QWidget>

#include <vector>

class QLabel;
class QMenu;
class QToolButton;

namespace coldframe {

class ElidedLabel;

/// The three ways to look at a run.
enum class TimelineView { Waterfall, Flame, Table };

/// The line above a timeline: which view is shown, what the run took and why it was cold, and the
/// tools.
class TimelineHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineHeader(QWidget *parent = nullptr);

    void setSummary(const QString &summary, const QString &toolTip);
    void setReason(const QString &reason);
    void setView(TimelineView view);
    void setZoom(bool canZoomIn, bool canZoomOut);

    /// A trace from a file is shown: there is a way back to the last run.
    void setForeign(bool isForeign, bool hasRun);

    /// Whether the boxes of a flame graph are merged.
    bool isLeftHeavy() const;
    void toggleLeftHeavy();

Q_SIGNALS:
    void viewRequested(coldframe::TimelineView view);
    void leftHeavyChanged();
    void searchRequested();
    void zoomInRequested();
    void zoomOutRequested();
    void fitRequested();
    void saveRequested(coldframe::TimelineFormat format);
    void openRequested();
    void backRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *makeButton(const QString &name, const QString &text, const QString &label,
                            const QString &toolTip);
    QToolButton *makeView(TimelineView view, const QString &text);
    QMenu *makeMenu();
    void applyColours();

    std::vector<QToolButton *> m_views; ///< by TimelineView
    QLabel *m_summary;
    ElidedLabel *m_reason;
    QToolButton *m_back;
    QToolButton *m_leftHeavy;
    QToolButton *m_search;
    QToolButton *m_zoomOut;
    QToolButton *m_zoomIn;
    QToolButton *m_fit;
    QToolButton *m_more;
};

} // namespace coldframe
