// SPDX-License-Identifier: GPL-3.0-or-later
// How a LanesWidget answers pointer and keyboard.
#include "gui/environments/lanestext.h"
#include "gui/environments/laneswidget.h"

#include <QApplication>
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

constexpr double LaneZoomStep = 1.5;
constexpr int MarginOfLaneReveal = 6; ///< pixels between a row that is scrolled to and the edge

} // namespace

LanesWidget::BarPosition LanesWidget::barAtPoint(QPoint point) const
{
    const int lane = m_geometry.laneAt(point.y(), laneCount());
    if (lane < 0)
        return {};
    return {lane, activityBarAt(barsOf(lane), point.x() + 0.5 - m_geometry.gutter)};
}

LanesWidget::BarPosition LanesWidget::barOf(LanePosition position) const
{
    if (!position.isValid())
        return {};
    return {position.lane, activityBarOfSpan(barsOf(position.lane), position.span)};
}

const ActivityBar &LanesWidget::barAtPosition(BarPosition position) const
{
    return barsOf(position.lane)[static_cast<std::size_t>(position.bar)];
}

QRect LanesWidget::rectOf(LanePosition position) const
{
    const BarPosition bar = barOf(position);
    return bar.isValid() ? m_geometry.rectOf(bar.lane, barAtPosition(bar).bar).toAlignedRect()
                         : QRect();
}

QString LanesWidget::toolTipAt(QPoint point) const
{
    const BarPosition position = barAtPoint(point);
    if (!position.isValid())
        return {};
    QStringList lines = activityLines(m_history.lane(position.lane), barAtPosition(position));
    for (QString &line : lines)
        line = line.toHtmlEscaped();
    lines[0] = QStringLiteral("<b>%1</b>").arg(lines.at(0));
    return QStringLiteral("<p style='white-space:pre'>%1</p>").arg(lines.join(u'\n'));
}

void LanesWidget::setHovered(BarPosition position)
{
    if (position == m_hovered)
        return;
    m_hovered = position;
    viewport()->update();
    tellDetails();
}

void LanesWidget::select(LanePosition position)
{
    if (position.isValid())
        reveal(position);
    setSelected(position);
}

void LanesWidget::selectEnvironment(const QString &environmentId)
{
    const int lane = m_history.laneOf(environmentId);
    if (lane >= 0 && !m_history.lane(lane).spans.empty())
        select({lane, static_cast<int>(m_history.lane(lane).spans.size()) - 1});
}

void LanesWidget::setSelected(LanePosition position)
{
    const bool isChange = position != m_selected;
    m_selected = position;
    if (position.isValid()) {
        m_selectedId = m_history.lane(position.lane).environment.id;
        m_selectedBegin = spanAt(position).begin;
    }
    viewport()->update();
    if (isChange)
        Q_EMIT selectionChanged();
    tellDetails();
}

void LanesWidget::reveal(LanePosition position)
{
    const EnvironmentSpan &span = spanAt(position);
    setScale(m_scale.revealing(onAxis(span.begin), onAxis(span.end)));
    QScrollBar *bar = verticalScrollBar();
    const int top = m_geometry.topOf(position.lane) + m_geometry.scrolled - m_geometry.axisHeight;
    const int highest = std::max(0, top - MarginOfLaneReveal);
    const int lowest
        = std::min(highest, top + m_geometry.rowDistance + MarginOfLaneReveal - bar->pageStep());
    bar->setValue(std::clamp(bar->value(), lowest, highest));
}

void LanesWidget::tellDetails()
{
    const BarPosition selected = barOf(m_selected);
    const auto describe = [this](BarPosition position) {
        return activityDescription(m_history.lane(position.lane), barAtPosition(position));
    };
    const QString selectedText = selected.isValid() ? describe(selected) : QString();
    setAccessibleDescription(selectedText);
    Q_EMIT detailsChanged(m_hovered.isValid() ? describe(m_hovered) : selectedText);
}

LanePosition LanesWidget::nearestIn(int lane, WallTime begin, WallTime end) const
{
    const auto spans = laneSpansOf(m_history.lane(lane), m_origin);
    const int span = spanNear(spans, onAxis(begin), onAxis(end));
    return span < 0 ? LanePosition{} : LanePosition{lane, span};
}

void LanesWidget::moveInLane(int direction)
{
    if (!m_selected.isValid()) {
        if (!m_history.isEmpty())
            select(nearestIn(m_geometry.visibleRows(viewport()->height(), laneCount()).first,
                             m_origin, m_origin));
        return;
    }
    const BarPosition position = barOf(m_selected);
    int span = m_selected.span + direction;
    if (position.isValid()) {
        const Bar &bar = barAtPosition(position).bar;
        span = direction > 0 ? bar.last + 1 : bar.first - 1;
    }
    if (span >= 0 && span < static_cast<int>(m_history.lane(m_selected.lane).spans.size()))
        select({m_selected.lane, span});
}

void LanesWidget::moveToLane(int lane)
{
    if (!m_selected.isValid())
        return moveInLane(1);
    lane = std::clamp(lane, 0, laneCount() - 1);
    const EnvironmentSpan from = spanAt(m_selected);
    const LanePosition found = nearestIn(lane, from.begin, from.end);
    if (found.isValid() && lane != m_selected.lane)
        select(found);
}

void LanesWidget::zoomInto(BarPosition position)
{
    if (!position.isValid())
        return;
    const Bar bar = barAtPosition(position).bar;
    setScale(m_scale.showing(onAxis(spanAt({position.lane, bar.first}).begin),
                             onAxis(spanAt({position.lane, bar.last}).end)));
}

void LanesWidget::zoomAboutSelection(double factor)
{
    const BarPosition position = barOf(m_selected);
    double about = m_scale.width() / 2;
    if (position.isValid())
        about = barAtPosition(position).bar.x + barAtPosition(position).bar.width / 2;
    setScale(m_scale.zoomed(factor, about));
}

void LanesWidget::zoomIn()
{
    zoomAboutSelection(LaneZoomStep);
}

void LanesWidget::zoomOut()
{
    zoomAboutSelection(1 / LaneZoomStep);
}

void LanesWidget::fit()
{
    setScale(m_scale.fitted());
}

void LanesWidget::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    const bool byKey = event->reason() == Qt::TabFocusReason
        || event->reason() == Qt::BacktabFocusReason || event->reason() == Qt::ShortcutFocusReason;
    if (byKey && !m_selected.isValid())
        moveInLane(1);
    viewport()->update();
}

void LanesWidget::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void LanesWidget::keyPressEvent(QKeyEvent *event)
{
    if (m_history.isEmpty()
        || (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))) {
        event->ignore();
        return;
    }
    const int page
        = std::max(1, (viewport()->height() - m_geometry.axisHeight) / m_geometry.rowDistance);
    switch (event->key()) {
    case Qt::Key_Left:
        return moveInLane(-1);
    case Qt::Key_Right:
        return moveInLane(1);
    case Qt::Key_Up:
        return moveToLane(m_selected.lane - 1);
    case Qt::Key_Down:
        return moveToLane(m_selected.lane + 1);
    case Qt::Key_PageUp:
        return moveToLane(m_selected.lane - page);
    case Qt::Key_PageDown:
        return moveToLane(m_selected.lane + page);
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
        return zoomInto(barOf(m_selected));
    default:
        event->ignore();
    }
}

void LanesWidget::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_pressed = event->position().toPoint();
}

void LanesWidget::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    m_pointer = point;
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

void LanesWidget::mouseReleaseEvent(QMouseEvent *event)
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
        setSelected({position.lane, barAtPosition(position).bar.first});
    else
        setSelected({});
}

void LanesWidget::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        zoomInto(barAtPoint(event->position().toPoint()));
}

void LanesWidget::wheelEvent(QWheelEvent *event)
{
    const QPoint delta = event->angleDelta();
    if (event->modifiers() & Qt::ControlModifier) {
        const int turned = delta.y() != 0 ? delta.y() : delta.x();
        setScale(m_scale.zoomed(std::pow(LaneZoomStep, turned / 120.0),
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

bool LanesWidget::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const QPoint point = static_cast<QHelpEvent *>(event)->pos();
        const BarPosition position = barAtPoint(point);
        const QRect area = position.isValid()
            ? m_geometry.rectOf(position.lane, barAtPosition(position).bar).toAlignedRect()
            : QRect();
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), toolTipAt(point),
                           viewport(), area);
        return true;
    }
    if (event->type() == QEvent::Leave && !m_dragging) {
        m_pointer.reset();
        setHovered({});
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace coldframe
