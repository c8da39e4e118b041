// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/environmentlayout.h"
#include "gui/environments/lanesgeometry.h"

#include <QAbstractScrollArea>
#include <QPoint>

#include <optional>
#include <vector>

namespace coldframe {

/// A span of the history: a lane and an index within it.
struct LanePosition
{
    int lane = -1;
    int span = -1;

    bool isValid() const { return lane >= 0 && span >= 0; }
    bool operator==(const LanePosition &) const = default;
};

/// Draws the lives of environments, a lane each, and lets them be read by pointer and keyboard.
/// Arrow keys move the selection between bars, Ctrl+wheel, + and - zoom, dragging and the scroll
/// bars move, Home or 0 shows everything, Enter zooms into the selected bar. While everything is
/// shown, it stays so as time goes on.
class LanesWidget : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// history must outlive the widget.
    explicit LanesWidget(const EnvironmentHistory &history, QWidget *parent = nullptr);

    /// The history has changed.
    void refresh();

    const EnvironmentHistory &history() const { return m_history; }
    const TimeScale &scale() const { return m_scale; }
    const LanesGeometry &geometryOfRows() const { return m_geometry; }

    /// Empty for lanes that are scrolled out of view: those are not laid out.
    const std::vector<ActivityBar> &barsOf(int lane) const;
    bool canZoomIn() const;

    /// Not valid when nothing is selected.
    LanePosition selected() const { return m_selected; }
    /// Selects a span, or nothing, and brings it into view.
    void select(LanePosition position);
    /// Selects the last span of an environment.
    void selectEnvironment(const QString &environmentId);

    /// Where the bar with a span is drawn, in the viewport; empty when it is not visible.
    QRect rectOf(LanePosition position) const;

    /// The tooltip of what is drawn at a point of the viewport; empty besides bars.
    QString toolTipAt(QPoint point) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void fit();

Q_SIGNALS:
    /// The figures of the bar under the pointer, else of the selected one, else empty.
    void detailsChanged(const QString &details);
    void selectionChanged();
    /// Another stretch is seen.
    void scaleChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    /// A drawn bar: a lane and an index into its bars.
    struct BarPosition
    {
        int lane = -1;
        int bar = -1;
        bool isValid() const { return lane >= 0 && bar >= 0; }
        bool operator==(const BarPosition &) const = default;
    };

    int plotWidth() const;
    int laneCount() const { return m_history.laneCount(); }
    const EnvironmentSpan &spanAt(LanePosition position) const;
    std::chrono::nanoseconds onAxis(WallTime time) const { return time - m_origin; }
    void measure();
    void setScale(const TimeScale &scale);
    void relayOut();
    void layOutVisible();
    void syncScrollBars();
    void refindSelection();
    BarPosition barAtPoint(QPoint point) const;
    BarPosition barOf(LanePosition position) const;
    const ActivityBar &barAtPosition(BarPosition position) const;
    void setHovered(BarPosition position);
    void setSelected(LanePosition position);
    void reveal(LanePosition position);
    LanePosition nearestIn(int lane, WallTime begin, WallTime end) const;
    void moveInLane(int direction);
    void moveToLane(int lane);
    void zoomInto(BarPosition position);
    void zoomAboutSelection(double factor);
    void tellDetails();

    const EnvironmentHistory &m_history;
    WallTime m_origin{}; ///< of the axis
    TimeScale m_scale;
    LanesGeometry m_geometry;
    int m_firstLane = 0; ///< that is laid out
    std::vector<std::vector<ActivityBar>> m_bars; ///< of the lanes from m_firstLane on
    LanePosition m_selected;
    QString m_selectedId; ///< of its environment, because lanes leave
    WallTime m_selectedBegin{};
    BarPosition m_hovered;
    std::optional<QPoint> m_pointer; ///< where it was last, while it is over the widget
    std::optional<QPoint> m_pressed;
    bool m_dragging = false;
    QPoint m_dragged; ///< last position of the pointer while dragging
    bool m_syncing = false; ///< the scroll bars are being told, not asked
};

} // namespace coldframe
