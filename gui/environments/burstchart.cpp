// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/environments/burstchart.h"

#include "core/timeline/timescale.h"
#include "gui/base/theme.h"
#include "gui/environments/lanestext.h"
#include "wording/figures.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace coldframe {

namespace {

constexpr double NarrowestStretch = 3; // pixels
constexpr int ChartMargin = 8;
constexpr int StripHeight = 30; ///< of the counts of cold starts and throttles
constexpr int AboveStrip = 8;

} // namespace

int niceCountStep(int highest)
{
    for (int decade = 1;; decade *= 10) {
        for (const int factor : {1, 2, 5}) {
            if (highest <= 5 * factor * decade || decade >= 100'000'000)
                return factor * decade;
        }
    }
}

BurstChart::BurstChart(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Course of the burst"));
    relayOut();
}

void BurstChart::setSeries(const BurstSeries &series, std::chrono::nanoseconds duration)
{
    m_series = series;
    m_duration = duration;
    relayOut();
}

void BurstChart::relayOut()
{
    const auto whole = std::max<std::chrono::nanoseconds>(
        m_duration, m_series.width() * std::max<qsizetype>(1, std::ssize(m_series.buckets())));
    const double pixelsOfBucket = plot().width() * static_cast<double>(m_series.width().count())
        / static_cast<double>(whole.count());
    const int together = std::max(
        1, static_cast<int>(std::ceil(NarrowestStretch / std::max(pixelsOfBucket, 0.01))));
    m_stretches = joinedBuckets(m_series.buckets(), together);
    m_stretch = m_series.width() * together;
    m_pixels = pixelsOfBucket * together;
    const int count = static_cast<int>(m_stretches.size());
    m_selected = std::min(m_selected, count - 1);
    m_hovered = std::min(m_hovered, count - 1);
    update();
    tellDetails();
}

int BurstChart::gutter() const
{
    const int highest = std::max(1, m_series.mostInFlight());
    return ChartMargin + fontMetrics().horizontalAdvance(QLocale().toString(highest)) + 8;
}

QRect BurstChart::plot() const
{
    const int line = fontMetrics().height();
    const int bottom = height() - ChartMargin - line - 6 - StripHeight - AboveStrip;
    return QRect(QPoint(gutter(), ChartMargin + line / 2),
                 QPoint(width() - ChartMargin - 1, bottom));
}

QRect BurstChart::strip() const
{
    const QRect steps = plot();
    return {steps.left(), steps.bottom() + AboveStrip, steps.width(), StripHeight};
}

double BurstChart::xOf(std::size_t stretch) const
{
    return plot().left() + static_cast<double>(stretch) * m_pixels;
}

int BurstChart::stretchAt(int x) const
{
    const double at = (x + 0.5 - plot().left()) / m_pixels;
    return at >= 0 && at < static_cast<double>(m_stretches.size()) ? static_cast<int>(at) : -1;
}

QString BurstChart::textOf(int stretch) const
{
    if (stretch < 0 || stretch >= static_cast<int>(m_stretches.size()))
        return {};
    const BurstBucket &bucket = m_stretches[static_cast<std::size_t>(stretch)];
    const auto time = [](std::chrono::nanoseconds at) { return formatDuration(at); };
    QStringList parts{
        tr("%1 to %2").arg(time(stretch * m_stretch), time((stretch + 1) * m_stretch)),
        tr("up to %L1 under way").arg(bucket.mostInFlight)};
    if (bucket.sent > 0)
        parts.append(tr("%L1 sent").arg(bucket.sent));
    if (bucket.ended > 0)
        parts.append(tr("%L1 ended").arg(bucket.ended));
    if (bucket.coldStarts > 0)
        parts.append(bucket.coldStarts == 1 ? tr("1 cold start")
                                            : tr("%L1 cold starts").arg(bucket.coldStarts));
    if (bucket.throttled > 0)
        parts.append(tr("%L1 throttled").arg(bucket.throttled));
    return parts.join(QStringLiteral("  ·  "));
}

void BurstChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (plot().height() < 10 || plot().width() < 10)
        return;
    drawAxes(painter);
    drawSteps(painter);
    drawCounts(painter);
    const int marked = m_hovered >= 0 ? m_hovered : m_selected;
    if (marked < 0)
        return;
    QColor veil = palette().color(QPalette::Text);
    veil.setAlpha(m_hovered >= 0 ? 40 : 25);
    const int x = static_cast<int>(xOf(static_cast<std::size_t>(marked)));
    const QRect column(x, plot().top(), std::max(1, static_cast<int>(std::ceil(m_pixels))),
                       strip().bottom() - plot().top());
    painter.fillRect(column, veil);
    if (hasFocus() && marked == m_selected)
        painter.fillRect(QRect(x, column.top(), 1, column.height()),
                         ThemeColours::of(palette()).accent);
}

void BurstChart::drawAxes(QPainter &painter)
{
    const ThemeColours colours = ThemeColours::of(palette());
    const QRect area = plot();
    const int highest = std::max(1, m_series.mostInFlight());
    const int step = niceCountStep(highest);
    const int line = fontMetrics().height();
    for (int count = 0; count <= highest; count += step) {
        const int y = area.bottom() - area.height() * count / highest;
        painter.fillRect(QRect(area.left(), y, area.width(), 1), colours.border);
        painter.setPen(colours.muted);
        painter.drawText(QRect(0, y - line / 2, area.left() - 6, line),
                         Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(count));
    }
    const auto shown = m_pixels > 0 ? std::chrono::nanoseconds(static_cast<std::int64_t>(
                           static_cast<double>(m_stretch.count()) * area.width() / m_pixels))
                                    : std::chrono::nanoseconds(1);
    const TimeScale scale(shown, area.width());
    const Axis axis
        = axisOf(scale, fontMetrics().horizontalAdvance(QStringLiteral("0000 ms")) + 16.0);
    const QRect counts = strip();
    for (const Tick &tick : axis.ticks) {
        const int x = area.left() + static_cast<int>(std::lround(tick.x));
        painter.fillRect(QRect(x, counts.bottom(), 1, 4), colours.muted);
        const QString label = axisLabel(axis, tick);
        const int wide = fontMetrics().horizontalAdvance(label) + 1;
        const int left
            = std::clamp(x - wide / 2, area.left(), std::max(area.left(), width() - wide - 2));
        painter.setPen(colours.muted);
        painter.drawText(QRect(left, counts.bottom() + 4, wide, line), Qt::AlignLeft | Qt::AlignTop,
                         label);
    }
    painter.fillRect(QRect(counts.left(), counts.bottom(), counts.width(), 1), colours.border);
}

void BurstChart::drawSteps(QPainter &painter)
{
    const ThemeColours colours = ThemeColours::of(palette());
    const QRect area = plot();
    const int highest = std::max(1, m_series.mostInFlight());
    int last = area.bottom();
    for (std::size_t i = 0; i < m_stretches.size(); ++i) {
        const int left = static_cast<int>(std::lround(xOf(i)));
        const int right = std::min(static_cast<int>(std::lround(xOf(i + 1))), area.right() + 1);
        const int top = area.bottom() - area.height() * m_stretches[i].mostInFlight / highest;
        QColor fill = colours.accent;
        fill.setAlpha(60);
        painter.fillRect(QRect(QPoint(left, top), QPoint(right - 1, area.bottom())), fill);
        painter.fillRect(QRect(left, top, right - left, 2), colours.accent);
        painter.fillRect(QRect(left, std::min(top, last), 2, std::abs(last - top) + 2),
                         colours.accent);
        last = top;
    }
}

void BurstChart::drawCounts(QPainter &painter)
{
    const ThemeColours colours = ThemeColours::of(palette());
    const QRect area = strip();
    int highest = 1;
    for (const BurstBucket &bucket : m_stretches)
        highest = std::max(highest, bucket.coldStarts + bucket.throttled);
    for (std::size_t i = 0; i < m_stretches.size(); ++i) {
        const BurstBucket &bucket = m_stretches[i];
        const int left = static_cast<int>(std::lround(xOf(i)));
        const int right = std::min(static_cast<int>(std::lround(xOf(i + 1))), area.right() + 1);
        int bottom = area.bottom();
        const auto stack = [&](int count, const QColor &colour) {
            if (count == 0)
                return;
            const int high = std::max(3, (area.height() - 2) * count / highest);
            painter.fillRect(QRect(left, bottom - high, std::max(2, right - left - 1), high),
                             colour);
            bottom -= high;
        };
        stack(bucket.coldStarts, colours.handlerImport);
        stack(bucket.throttled, colours.error);
    }
}

void BurstChart::select(int stretch)
{
    m_selected = std::clamp(stretch, -1, static_cast<int>(m_stretches.size()) - 1);
    update();
    tellDetails();
}

void BurstChart::setHovered(int stretch)
{
    if (stretch == m_hovered)
        return;
    m_hovered = stretch;
    update();
    tellDetails();
}

void BurstChart::tellDetails()
{
    setAccessibleDescription(textOf(m_selected));
    Q_EMIT detailsChanged(textOf(m_hovered >= 0 ? m_hovered : m_selected));
}

void BurstChart::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return select(std::max(0, m_selected - 1));
    case Qt::Key_Right:
        return select(m_selected + 1);
    case Qt::Key_Home:
        return select(0);
    case Qt::Key_End:
        return select(static_cast<int>(m_stretches.size()) - 1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void BurstChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        select(stretchAt(event->position().toPoint().x()));
}

void BurstChart::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(stretchAt(event->position().toPoint().x()));
}

void BurstChart::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    setHovered(-1);
}

void BurstChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    const bool byKey = event->reason() == Qt::TabFocusReason
        || event->reason() == Qt::BacktabFocusReason || event->reason() == Qt::ShortcutFocusReason;
    if (byKey && m_selected < 0)
        select(0);
    update();
}

void BurstChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

bool BurstChart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), textOf(stretchAt(help->pos().x())), this);
        return true;
    }
    return QWidget::event(event);
}

void BurstChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    relayOut();
}

void BurstChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        relayOut();
}

QSize BurstChart::sizeHint() const
{
    return {480, 190};
}

QSize BurstChart::minimumSizeHint() const
{
    return {200, 112};
}

} // namespace coldframe

#include "moc_burstchart.cpp"
