// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"
#include "gui/timeline/timelinepainter.h"

#include <QAbstractScrollArea>
#include <QPoint>

#include <optional>
#include <vector>

namespace coldframe {

/// Draws a Timeline and lets it be read by pointer and keyboard. Arrow keys move the selection
/// between bars, Ctrl+wheel, + and - zoom, dragging and the scroll bars move, Home or 0 shows
/// everything. What is drawn and what is clicked are the same bars.
class TimelineWidget : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TimelineWidget(QWidget *parent = nullptr);

    enum class Keep {
        Nothing, ///< all of it is seen, with nothing selected
        Selection, ///< what is selected stays it where the other timeline shows it, too
        View, ///< and the same stretch of time is seen
    };

    /// Shows another timeline.
    void setTimeline(Timeline timeline, Keep keep = Keep::Nothing);

    /// Hatches imports and what they import; see withWhatTheyImport().
    void setLazy(std::vector<bool> imports);

    /// Marks what was found and dims the rest; nothing ends it.
    void setMatches(std::optional<TimelineMatches> matches);
    const TimelineMarks &marks() const { return m_marks; }
    const Timeline &timeline() const { return m_timeline; }

    /// The stretch that is seen; its pixel 0 is the left edge of the bars.
    const TimeScale &scale() const { return m_scale; }
    const TimelineGeometry &geometryOfRows() const { return m_geometry; }
    const std::vector<Bar> &barsOf(int lane) const;
    bool canZoomIn() const;

    /// Not valid when nothing is selected.
    SpanPosition selected() const { return m_selected; }
    /// Selects a span, or nothing, and brings it into view.
    void select(SpanPosition position);
    std::optional<TimelinePart> selectedPart() const;
    /// Selects a part where it lies; nothing when this timeline does not show it.
    void selectPart(TimelinePart part);

    /// What stands before a lane; empty for most.
    static QString captionOf(const Timeline &timeline, int lane);
    /// Pixels that two ticks of the axis are apart at least.
    static double tickDistance(const QFontMetrics &metrics);
    static TimelineGeometry geometryFor(const Timeline &timeline, const QFontMetrics &metrics);

    /// Where the bar with a span is drawn, in the viewport; empty when it is not visible.
    QRect rectOf(SpanPosition position) const;

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
    /// A single span was double clicked, or Enter was pressed on it.
    void activated(coldframe::SpanPosition position);
    /// A menu is wanted for what is selected, by pointer or keyboard.
    void menuRequested(QPoint globalPosition);
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
    void contextMenuEvent(QContextMenuEvent *event) override;
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
    int laneCount() const { return static_cast<int>(m_timeline.lanes.size()); }
    int firstLaneAt(int y) const;
    void measure();
    void setScale(const TimeScale &scale);
    void relayOut();
    void syncScrollBars();
    BarPosition barAtPoint(QPoint point) const;
    BarPosition barOf(SpanPosition position) const;
    const Bar &barAtPosition(BarPosition position) const;
    void updateBar(BarPosition position);
    void setHovered(BarPosition position);
    void setSelected(SpanPosition position);
    void reveal(SpanPosition position);
    void moveInLane(int direction);
    void moveToLane(int direction);
    void activate(BarPosition position);
    void zoomAboutSelection(double factor);
    void tellDetails();

    Timeline m_timeline;
    TimeScale m_scale;
    TimelineGeometry m_geometry;
    TimelineMarks m_marks;
    /// Of each lane; laid out when it is asked for first after range or width changed, so that
    /// lanes that are not seen cost nothing.
    mutable std::vector<std::optional<std::vector<Bar>>> m_bars;
    SpanPosition m_selected;
    BarPosition m_hovered;
    std::optional<QPoint> m_pressed;
    bool m_dragging = false;
    QPoint m_dragged; ///< last position of the pointer while dragging
    bool m_syncing = false; ///< the scroll bars are being told, not asked
};

} // namespace coldframe
