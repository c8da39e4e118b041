// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/environments/burstfigures.h"

#include "gui/base/theme.h"
#include "wording/figures.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace coldframe {

namespace {

constexpr int BetweenFigures = 10;
constexpr int MostColumns = 6;

QString countText(int count)
{
    return QLocale().toString(count);
}

} // namespace

QStringList throttleLines(const BurstStatistics &statistics)
{
    QStringList lines;
    for (const auto &[reason, count] : statistics.throttled)
        lines.append(QStringLiteral("%1 × %2").arg(countText(count), reason));
    return lines;
}

BurstFigures::BurstFigures(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(BetweenFigures);
    m_grid->setVerticalSpacing(6);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setObjectName(QStringLiteral("burstFigures"));
    setAccessibleName(tr("Figures of the burst"));
    const QString latency
        = tr("From sending to the answer, measured on this computer, of invocations that ran to "
             "their end; without what the cap of this computer held back. By nearest rank: always "
             "a time that was measured.");
    m_sent = add("burstSent", tr("Sent"));
    m_succeeded = add("burstSucceeded", tr("Succeeded"));
    m_failed = add("burstFailed", tr("Failed"),
                   tr("Answered with an error, timed out, stopped, or could not be run"));
    m_throttled
        = add("burstThrottled", tr("Throttled"), tr("Refused with status 429, as Lambda would"));
    m_cold = add("burstCold", tr("Cold starts"));
    m_held = add("burstHeld", tr("Held by this computer"),
                 tr("Waited for this computer's own cap of environments. Not Lambda's rule: there, "
                    "they would have started at once."));
    m_p50 = add("burstP50", tr("Latency p50"), latency);
    m_p90 = add("burstP90", tr("p90"), latency);
    m_p99 = add("burstP99", tr("p99"), latency);
    m_longest = add("burstMax", tr("Longest"), latency);
    m_most = add("burstMost", tr("Most at once"),
                 tr("The highest number of invocations that were under way, measured"));
    m_duration = add("burstDuration", tr("Duration"), tr("Until the last one had ended"));
    applyColours();
    setStatistics({}, 0);
    arrange();
}

QLabel *BurstFigures::add(const char *name, const QString &caption, const QString &toolTip)
{
    auto *cell = new QWidget(this);
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *text = new QLabel(caption);
    auto *value = new QLabel;
    value->setObjectName(QLatin1String(name));
    value->setTextFormat(Qt::PlainText);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont bold = value->font();
    bold.setBold(true);
    value->setFont(bold);
    value->setAccessibleName(caption);
    if (!toolTip.isEmpty())
        cell->setToolTip(QStringLiteral("<p>%1</p>").arg(toolTip));
    column->addWidget(text);
    column->addWidget(value);
    m_figures.push_back({cell, text, value});
    return value;
}

void BurstFigures::setStatistics(const BurstStatistics &statistics, int planned)
{
    const QString none = QStringLiteral("–");
    m_sent->setText(planned > 0 ? tr("%1 of %2").arg(countText(statistics.sent), countText(planned))
                                : none);
    const auto show = [&](QLabel *label, int count) {
        label->setText(statistics.sent == 0 ? none : countText(count));
    };
    show(m_succeeded, statistics.succeeded);
    show(m_failed,
         statistics.failed + statistics.timedOut + statistics.stopped + statistics.notRun);
    show(m_throttled, statistics.throttledCount());
    show(m_cold, statistics.coldStarts);
    show(m_held, statistics.heldByLocalCap);
    show(m_most, statistics.mostInFlight());
    const auto latencies = latenciesOf(statistics.latencies());
    const auto time = [&](QLabel *label, std::chrono::nanoseconds BurstLatencies::*which) {
        label->setText(latencies ? formatDuration((*latencies).*which) : none);
    };
    time(m_p50, &BurstLatencies::p50);
    time(m_p90, &BurstLatencies::p90);
    time(m_p99, &BurstLatencies::p99);
    time(m_longest, &BurstLatencies::longest);
    m_duration->setText(statistics.sent == 0 ? none : formatDuration(statistics.duration));
    QStringList failures;
    const auto name = [&](int count, const QString &text) {
        if (count > 0)
            failures.append(text.arg(countText(count)));
    };
    name(statistics.failed, tr("%1 failed"));
    name(statistics.timedOut, tr("%1 timed out"));
    name(statistics.stopped, tr("%1 stopped"));
    name(statistics.notRun, tr("%1 could not be run"));
    if (failures.size() > 1 || statistics.failed == 0)
        m_failed->setToolTip(failures.join(QStringLiteral(", ")));
    const QString reasons = throttleLines(statistics).join(u'\n');
    m_throttled->setToolTip(reasons);
    m_throttled->setAccessibleDescription(reasons);
}

int BurstFigures::cellWidth() const
{
    int widest = 0;
    for (const Figure &figure : m_figures)
        widest = std::max(widest, figure.caption->sizeHint().width());
    return std::max(widest, fontMetrics().horizontalAdvance(QStringLiteral("50,000 of 50,000")));
}

int BurstFigures::columnsIn(int width) const
{
    const int fitting = (width + BetweenFigures) / (cellWidth() + BetweenFigures);
    int columns = std::clamp(fitting, 1, MostColumns);
    while (columns > 1 && static_cast<int>(m_figures.size()) % columns != 0)
        --columns;
    return columns;
}

void BurstFigures::arrange()
{
    const int columns = columnsIn(width());
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (const Figure &figure : m_figures)
        m_grid->removeWidget(figure.cell);
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        const int at = static_cast<int>(i);
        m_grid->addWidget(m_figures[i].cell, at / columns, at % columns);
    }
    for (int column = 0; column < MostColumns; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    setFixedHeight(heightIn(width()));
}

int BurstFigures::heightIn(int width) const
{
    const int columns = columnsIn(width);
    const int rows = (static_cast<int>(m_figures.size()) + columns - 1) / columns;
    return rows * m_figures.front().cell->sizeHint().height() + (rows - 1) * 6;
}

void BurstFigures::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void BurstFigures::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
    if (event->type() == QEvent::FontChange)
        arrange();
}

void BurstFigures::applyColours()
{
    QPalette muted;
    muted.setColor(QPalette::WindowText, ThemeColours::of(palette()).muted);
    for (const Figure &figure : m_figures)
        figure.caption->setPalette(muted);
}

} // namespace coldframe

#include "moc_burstfigures.cpp"
