// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/timeline/timelinepainter.h"

#include "gui/timeline/timelinetext.h"
#include "wording/figures.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace coldframe {

namespace {

constexpr int LabelMargin = 5;
constexpr int EdgeDarkness = 150; ///< in percent: pale fills stand out from a white background
constexpr int NarrowestLabel = 26; ///< pixels of a bar; below, a label would be dots only

QColor mixed(const QColor &colour, const QColor &other, double part)
{
    const auto mix = [part](int own, int others) {
        return static_cast<int>(std::lround(own * (1 - part) + others * part));
    };
    return {mix(colour.red(), other.red()), mix(colour.green(), other.green()),
            mix(colour.blue(), other.blue())};
}

/// On whole pixels, with the last column left free, so that neighbours do not run together.
QRect snapped(const QRectF &rect)
{
    const int left = static_cast<int>(std::lround(rect.left()));
    const int right = static_cast<int>(std::lround(rect.right()));
    const int width = std::max(right - left - (right - left > 2 ? 1 : 0), 1);
    return {left, static_cast<int>(rect.top()), width, static_cast<int>(rect.height())};
}

} // namespace

bool isHatched(PhaseKind kind)
{
    return kind == PhaseKind::Sandbox;
}

namespace {

/// Equal categories, else equal names, have one colour.
QColor traceColour(const ThemeColours &colours, const TraceSpan &span)
{
    const std::array palette{colours.interpreterStart, colours.invoke,        colours.handlerImport,
                             colours.runtimeReady,     colours.bootstrap,     colours.restore,
                             colours.extensionsReady,  colours.extensionsDone};
    const QString &key = span.category.isEmpty() ? span.name : span.category;
    std::size_t sum = 0; // qHash() differs from run to run
    for (const QChar letter : key)
        sum = sum * 31 + letter.unicode();
    return palette[sum % palette.size()];
}

} // namespace

QColor colourOf(const ThemeColours &colours, const Timeline &timeline, TimelinePart part)
{
    const auto index = static_cast<std::size_t>(part.index);
    switch (part.kind) {
    case LaneKind::Phases:
        return colours.phase(timeline.phases[index].kind);
    case LaneKind::Extension:
        return colours.extension;
    case LaneKind::Imports:
        return colours.importFrom(timeline.imports[index].origin);
    case LaneKind::Spans:
        return timeline.spans[index].kind == HandlerSpanKind::Connection ? colours.connection
                                                                         : colours.ownSpan;
    case LaneKind::Handler:
        return colours.invoke;
    case LaneKind::Run: {
        const RunPart &run = timeline.runParts[index];
        return run.step == RunStep::Delivery || run.step == RunStep::Response
            ? colours.processStart
            : colours.phase(run.phase.kind);
    }
    case LaneKind::Trace:
        return traceColour(colours, timeline.traceSpans[index]);
    case LaneKind::Whole:
        return colours.sandbox;
    }
    return colours.muted;
}

bool TimelineMarks::isLazy(TimelinePart part) const
{
    const auto index = static_cast<std::size_t>(part.index);
    return part.kind == LaneKind::Imports && index < lazy.size() && lazy[index];
}

TimelinePainter::TimelinePainter(QPainter &painter, const TimelineGeometry &geometry,
                                 const QPalette &palette, const TimelineMarks &marks,
                                 const QRect &viewport, const QRect &exposed)
    : m_painter(painter)
    , m_geometry(geometry)
    , m_palette(palette)
    , m_marks(marks)
    , m_colours(ThemeColours::of(palette))
    , m_viewport(viewport)
    , m_exposed(exposed)
    , m_metrics(painter.font())
{ }

void TimelinePainter::drawGrid(const Axis &axis, int height)
{
    for (const Tick &tick : axis.ticks) {
        const int x = m_geometry.gutter + static_cast<int>(std::lround(tick.x));
        if (x >= m_exposed.left() && x <= m_exposed.right())
            m_painter.fillRect(QRect(x, m_geometry.axisHeight, 1, height), m_colours.border);
    }
}

void TimelinePainter::drawAxis(const Axis &axis)
{
    const QRect strip(m_viewport.left(), m_viewport.top(), m_viewport.width(),
                      m_geometry.axisHeight);
    if (!strip.intersects(m_exposed))
        return;
    m_painter.fillRect(strip, m_palette.color(QPalette::Base));
    m_painter.fillRect(QRect(strip.left(), strip.bottom(), strip.width(), 1), m_colours.border);
    m_painter.setPen(m_colours.muted);
    for (const Tick &tick : axis.ticks) {
        const int x = m_geometry.gutter + static_cast<int>(std::lround(tick.x));
        m_painter.fillRect(QRect(x, strip.bottom() - 5, 1, 6), m_colours.muted);
        const QString label = tickLabel(axis, tick);
        const QRect place(x + 4, strip.top(), m_metrics.horizontalAdvance(label) + 1,
                          strip.height() - 2);
        if (place.right() < m_viewport.right())
            m_painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, label);
    }
}

void TimelinePainter::drawCaption(int lane, const QString &caption)
{
    const QRect place(10, m_geometry.topOf(lane), m_geometry.gutter - 10, m_geometry.rowHeight);
    if (!place.intersects(m_exposed))
        return;
    m_painter.setPen(m_colours.muted);
    m_painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                       m_metrics.elidedText(caption, Qt::ElideMiddle, place.width() - 6));
}

void TimelinePainter::drawLane(const Timeline &timeline, int lane, std::span<const Bar> bars)
{
    const int top = m_geometry.topOf(lane);
    if (top > m_exposed.bottom() || top + m_geometry.rowHeight < m_exposed.top())
        return;
    const int first = std::max(0, barAt(bars, m_exposed.left() - m_geometry.gutter - 1));
    for (std::size_t i = static_cast<std::size_t>(first); i < bars.size(); ++i) {
        const QRect rect = snapped(m_geometry.rectOf(lane, bars[i]));
        if (rect.left() > m_exposed.right())
            break;
        if (!rect.intersects(m_exposed))
            continue;
        drawBar(timeline, lane, bars[i], rect);
    }
    if (!bars.empty() && timeline.kindOf(lane) == LaneKind::Run)
        drawTotal(timeline, lane, bars.back());
}

bool TimelinePainter::isMatch(const Timeline &timeline, int lane, const Bar &bar) const
{
    for (int span = bar.first; span <= bar.last; ++span) {
        if (m_marks.matches->contains(partAt(timeline, {lane, span})))
            return true;
    }
    return false;
}

void TimelinePainter::drawBar(const Timeline &timeline, int lane, const Bar &bar, const QRect &rect)
{
    const TimelinePart part = partAt(timeline, {lane, bar.longest});
    const bool matches = m_marks.matches && isMatch(timeline, lane, bar);
    const bool isDimmed = m_marks.matches && !matches;
    const bool isLazy = m_marks.isLazy(part);
    const QColor plain = colourOf(m_colours, timeline, part);
    const QColor base = m_palette.color(QPalette::Base);
    const QColor fill = isDimmed || isLazy ? mixed(plain, base, isDimmed ? 0.8 : 0.6) : plain;
    m_painter.fillRect(rect, fill);
    const bool isUnbilled
        = part.kind == LaneKind::Phases && isHatched(timeline.phases[std::size_t(part.index)].kind);
    if (isUnbilled || isLazy)
        drawHatch(rect, isLazy ? plain : fill.darker(HatchDarkness), Hatch::Rising);
    if (part.kind == LaneKind::Spans && timeline.spans[std::size_t(part.index)].hasFailed)
        drawHatch(rect, m_colours.error, Hatch::Falling);
    if (matches)
        drawFrame(rect, std::min(2, std::max(1, rect.width() / 2)), m_colours.match);
    else if (rect.width() > 3)
        drawFrame(rect, 1, fill.darker(EdgeDarkness));
    if (rect.width() < NarrowestLabel)
        return;
    const bool isOnBase = m_colours.dark && (isDimmed || isLazy);
    drawLabel(rect, factsOf(timeline, lane, bar),
              isDimmed       ? m_colours.muted
                  : isOnBase ? m_palette.color(QPalette::Text)
                             : m_colours.phaseText);
}

/// What the run took, because its bars may be too narrow for a label.
void TimelinePainter::drawTotal(const Timeline &timeline, int lane, const Bar &last)
{
    if (spanAt(timeline, {lane, last.last}).index
        != timeline.lanes[static_cast<std::size_t>(lane)].back().index)
        return;
    const TimelinePart part = partAt(timeline, {lane, last.last});
    const StackedRun &run = timeline.runs[static_cast<std::size_t>(
        timeline.runParts[static_cast<std::size_t>(part.index)].run)];
    const QRect bar = snapped(m_geometry.rectOf(lane, last));
    const QString text = formatDuration(run.total());
    const QRect place(bar.right() + 6, bar.top(), m_metrics.horizontalAdvance(text) + 2,
                      bar.height());
    if (place.right() >= m_viewport.right() || bar.width() >= NarrowestLabel * 6)
        return;
    m_painter.setPen(m_colours.muted);
    m_painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, text);
}

void TimelinePainter::drawLabel(const QRectF &rect, const BarFacts &facts, const QColor &colour)
{
    const QRectF place = rect.adjusted(LabelMargin, 0, -LabelMargin, 0);
    const QString name = barLabel(facts);
    const QString withFigure = name + QStringLiteral("   ") + formatDuration(facts.duration);
    const int room = static_cast<int>(place.width());
    const QString text = m_metrics.horizontalAdvance(withFigure) <= room
        ? withFigure
        : m_metrics.elidedText(name, Qt::ElideRight, room);
    if (text.size() < std::min<qsizetype>(3, name.size()))
        return;
    m_painter.setPen(colour);
    m_painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
}

/// As lines, because readers of SVG know no brush patterns.
void TimelinePainter::drawHatch(const QRect &rect, const QColor &colour, Hatch direction)
{
    constexpr int Distance = 8;
    m_painter.setPen(colour);
    const int height = rect.height() - 1;
    // A line leaves the bar's bottom at x and its top height pixels further; cut at both ends.
    for (int x = rect.left() - height; x <= rect.right(); ++x) {
        if ((x % Distance + Distance) % Distance != 0)
            continue;
        const int from = std::max(0, rect.left() - x);
        const int to = std::min(height, rect.right() - x);
        if (from > to)
            continue;
        const auto yAt = [&](int along) {
            return direction == Hatch::Rising ? rect.bottom() - along : rect.top() + along;
        };
        m_painter.drawLine(x + from, yAt(from), x + to, yAt(to));
    }
}

void TimelinePainter::drawHover(int lane, const Bar &bar)
{
    QColor veil = m_palette.color(QPalette::Text);
    veil.setAlpha(45);
    m_painter.fillRect(snapped(m_geometry.rectOf(lane, bar)), veil);
}

void TimelinePainter::drawSelection(int lane, const Bar &bar, bool hasFocus)
{
    const QRect rect = snapped(m_geometry.rectOf(lane, bar));
    drawFrame(rect.adjusted(-1, -1, 1, 1), 2, hasFocus ? m_colours.accent : m_colours.muted);
    // The bar's own colour may be near the outline's; a line of background keeps them apart.
    if (rect.width() > 6)
        drawFrame(rect.adjusted(1, 1, -1, -1), 1, m_palette.color(QPalette::Base));
}

void TimelinePainter::drawFrame(const QRect &rect, int thickness, const QColor &colour)
{
    const auto fill = [&](int x, int y, int width, int height) {
        m_painter.fillRect(QRect(x, y, width, height), colour);
    };
    fill(rect.left(), rect.top(), rect.width(), thickness);
    fill(rect.left(), rect.bottom() - thickness + 1, rect.width(), thickness);
    fill(rect.left(), rect.top() + thickness, thickness, rect.height() - 2 * thickness);
    fill(rect.right() - thickness + 1, rect.top() + thickness, thickness,
         rect.height() - 2 * thickness);
}

} // namespace coldframe
