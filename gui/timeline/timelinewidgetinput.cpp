// SPDX-License-Identifier: GPL-3.0-or-later
// How a TimelineWidget answers pointer and keyboard.
#include "gui/timeline/timelinetext.h"
#include "gui/timeline/timelinewidget.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace coldframe {

namespace {

constexpr double ZoomStep = 1.5;
constexpr int MarginOfReveal = 6; ///< pixels between a row that is scrolled to and the edge

} // namespace

TimelineWidget::BarPosition TimelineWidget::barAtPoint(QPoint point) const
{
    const int lane = m_geometry.laneAt(point.y(), laneCount());
    if (lane < 0)
        return {};
    return {lane, barAt(barsOf(lane), point.x() + 0.5 - m_geometry.gutter)};
}

TimelineWidget::BarPosition TimelineWidget::barOf(SpanPosition position) const
{
    if (!position.isValid())
        return {};
    return {position.lane, barOfSpan(barsOf(position.lane), position.span)};
}

const Bar &TimelineWidget::barAtPosition(BarPosition position) const
{
    return barsOf(position.lane)[static_cast<std::size_t>(position.bar)];
}

void TimelineWidget::updateBar(BarPosition position)
{
    if (position.isValid())
        viewport()->update(m_geometry.rectOf(position.lane, barAtPosition(position))
                               .toAlignedRect()
                               .adjusted(-2, -2, 2, 2));
}

QRect TimelineWidget::rectOf(SpanPosition position) const
{
    const BarPosition bar = barOf(position);
    return bar.isValid() ? m_geometry.rectOf(bar.lane, barAtPosition(bar)).toAlignedRect()
                         : QRect();
}

QString TimelineWidget::toolTipAt(QPoint point) const
{
    const BarPosition position = barAtPoint(point);
    if (!position.isValid())
        return {};
    QStringList lines = barLines(factsOf(m_timeline, position.lane, barAtPosition(position)));
    for (QString &line : lines)
        line = line.toHtmlEscaped();
    lines[0] = QStringLiteral("<b>%1</b>").arg(lines.at(0));
    return QStringLiteral("<p style='white-space:pre'>%1</p>").arg(lines.join(u'\n'));
}

void TimelineWidget::setHovered(BarPosition position)
{
    if (position == m_hovered)
        return;
    updateBar(m_hovered);
    m_hovered = position;
    updateBar(m_hovered);
    tellDetails();
}

void TimelineWidget::select(SpanPosition position)
{
    if (position.isValid())
        reveal(position);
    setSelected(position);
}

std::optional<TimelinePart> TimelineWidget::selectedPart() const
{
    return m_selected.isValid() ? std::optional(partAt(m_timeline, m_selected)) : std::nullopt;
}

void TimelineWidget::selectPart(TimelinePart part)
{
    select(positionOf(m_timeline, part));
}

void TimelineWidget::setSelected(SpanPosition position)
{
    const bool isChange = position != m_selected;
    updateBar(barOf(m_selected));
    m_selected = position;
    updateBar(barOf(m_selected));
    if (isChange)
        Q_EMIT selectionChanged();
    tellDetails();
}

void TimelineWidget::reveal(SpanPosition position)
{
    const LaneSpan &span = spanAt(m_timeline, position);
    setScale(m_scale.revealing(span.begin, span.end()));
    QScrollBar *bar = verticalScrollBar();
    const int top = m_geometry.topOf(position.lane) + m_geometry.scrolled - m_geometry.axisHeight;
    const int highest = std::max(0, top - MarginOfReveal);
    const int lowest
        = std::min(highest, top + m_geometry.rowDistance + MarginOfReveal - bar->pageStep());
    bar->setValue(std::clamp(bar->value(), lowest, highest));
}

void TimelineWidget::tellDetails()
{
    const BarPosition selected = barOf(m_selected);
    QString selectedText;
    if (selected.isValid())
        selectedText = barDescription(factsOf(m_timeline, selected.lane, barAtPosition(selected)));
    else if (m_selected.isValid())
        selectedText = barDescription(factsOf(m_timeline, m_selected));
    setAccessibleDescription(selectedText);
    Q_EMIT detailsChanged(m_hovered.isValid() ? barDescription(
                              factsOf(m_timeline, m_hovered.lane, barAtPosition(m_hovered)))
                                              : selectedText);
}

void TimelineWidget::moveInLane(int direction)
{
    if (!m_selected.isValid())
        return select(neighbourInLane(m_timeline, 0, {}, {}));
    const BarPosition position = barOf(m_selected);
    int span = m_selected.span + direction;
    if (position.isValid()) {
        const Bar &bar = barAtPosition(position);
        span = direction > 0 ? bar.last + 1 : bar.first - 1;
    }
    const auto &lane = m_timeline.lanes[static_cast<std::size_t>(m_selected.lane)];
    if (span >= 0 && span < static_cast<int>(lane.size()))
        select({m_selected.lane, span});
}

void TimelineWidget::moveToLane(int direction)
{
    if (!m_selected.isValid())
        return select(neighbourInLane(m_timeline, 0, {}, {}));
    const LaneSpan &from = spanAt(m_timeline, m_selected);
    for (int lane = m_selected.lane + direction; lane >= 0 && lane < laneCount();
         lane += direction) {
        const SpanPosition found = neighbourInLane(m_timeline, lane, from.begin, from.end());
        if (found.isValid())
            return select(found);
    }
}

void TimelineWidget::activate(BarPosition position)
{
    if (!position.isValid())
        return;
    const Bar bar = barAtPosition(position);
    if (bar.count() == 1) {
        Q_EMIT activated({position.lane, bar.first});
        return;
    }
    setScale(m_scale.showing(spanAt(m_timeline, {position.lane, bar.first}).begin,
                             spanAt(m_timeline, {position.lane, bar.last}).end()));
}

void TimelineWidget::zoomAboutSelection(double factor)
{
    const BarPosition position = barOf(m_selected);
    double about = m_scale.width() / 2;
    if (position.isValid())
        about = barAtPosition(position).x + barAtPosition(position).width / 2;
    setScale(m_scale.zoomed(factor, about));
}

void TimelineWidget::zoomIn()
{
    zoomAboutSelection(ZoomStep);
}

void TimelineWidget::zoomOut()
{
    zoomAboutSelection(1 / ZoomStep);
}

void TimelineWidget::fit()
{
    setScale(m_scale.fitted());
}

void TimelineWidget::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    const bool byKey = event->reason() == Qt::TabFocusReason
        || event->reason() == Qt::BacktabFocusReason || event->reason() == Qt::ShortcutFocusReason;
    if (byKey && !m_selected.isValid())
        moveInLane(1);
    viewport()->update();
}

void TimelineWidget::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void TimelineWidget::keyPressEvent(QKeyEvent *event)
{
    if (m_timeline.isEmpty()
        || (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))) {
        event->ignore();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        return moveInLane(-1);
    case Qt::Key_Right:
        return moveInLane(1);
    case Qt::Key_Up:
        return moveToLane(-1);
    case Qt::Key_Down:
        return moveToLane(1);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
    case Qt::Key_Home:
        return fit();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return activate(barOf(m_selected));
    default:
        event->ignore();
    }
}

void TimelineWidget::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_pressed = event->position().toPoint();
}

void TimelineWidget::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (m_pressed && !m_dragging
        && (point - *m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
        m_dragging = true;
        m_dragged = *m_pressed;
        viewport()->setCursor(Qt::ClosedHandCursor);
    }
    if (!m_dragging) {
        setHovered(barAtPoint(point));
        return;
    }
    const QPoint moved = point - m_dragged;
    m_dragged = point;
    setScale(m_scale.panned(-moved.x()));
    verticalScrollBar()->setValue(verticalScrollBar()->value() - moved.y());
}

void TimelineWidget::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_pressed)
        return;
    m_pressed.reset();
    const QPoint point = event->position().toPoint();
    if (m_dragging) {
        m_dragging = false;
        viewport()->unsetCursor();
        setHovered(barAtPoint(point));
        return;
    }
    const BarPosition position = barAtPoint(point);
    if (position.isValid())
        setSelected({position.lane, barAtPosition(position).first});
    else
        setSelected({});
}

void TimelineWidget::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        activate(barAtPoint(event->position().toPoint()));
}

void TimelineWidget::wheelEvent(QWheelEvent *event)
{
    const QPoint delta = event->angleDelta();
    if (event->modifiers() & Qt::ControlModifier) {
        const int turned = delta.y() != 0 ? delta.y() : delta.x();
        setScale(m_scale.zoomed(std::pow(ZoomStep, turned / 120.0),
                                event->position().x() - m_geometry.gutter));
        setHovered(barAtPoint(event->position().toPoint()));
        event->accept();
        return;
    }
    // Without rows to scroll the wheel moves in time, so that it is never dead while zoomed in.
    const bool sideways = (event->modifiers() & Qt::ShiftModifier) || delta.x() != 0
        || verticalScrollBar()->maximum() == 0;
    if (!sideways)
        return QAbstractScrollArea::wheelEvent(event);
    const int turned = delta.x() != 0 ? delta.x() : delta.y();
    event->setAccepted(!m_scale.showsEverything());
    setScale(m_scale.panned(-turned * m_scale.width() / 120.0 / 12.0));
    setHovered(barAtPoint(event->position().toPoint()));
}

void TimelineWidget::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint place = event->globalPos();
    if (event->reason() == QContextMenuEvent::Mouse) {
        const BarPosition position = barAtPoint(event->pos());
        if (position.isValid())
            setSelected({position.lane, barAtPosition(position).longest});
    } else if (m_selected.isValid()) {
        place = viewport()->mapToGlobal(rectOf(m_selected).center());
    }
    Q_EMIT menuRequested(place);
}

bool TimelineWidget::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const QPoint point = static_cast<QHelpEvent *>(event)->pos();
        const BarPosition position = barAtPoint(point);
        const QRect area = position.isValid()
            ? m_geometry.rectOf(position.lane, barAtPosition(position)).toAlignedRect()
            : QRect();
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), toolTipAt(point),
                           viewport(), area);
        return true;
    }
    if (event->type() == QEvent::Leave && !m_dragging)
        setHovered({});
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace coldframe
