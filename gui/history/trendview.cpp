// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/history/trendview.h"

#include "gui/history/trendchart.h"
#include "wording/historytext.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace coldframe {

TrendView::TrendView(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_figure(new QComboBox)
    , m_verdict(new QLabel)
    , m_chart(new TrendChart)
{
    setObjectName(QStringLiteral("trendView"));
    m_figure->setObjectName(QStringLiteral("trendFigure"));
    m_figure->setAccessibleName(tr("Figure"));
    for (const TrendFigure figure :
         {TrendFigure::Duration, TrendFigure::BilledDuration, TrendFigure::InitDuration,
          TrendFigure::MaxMemoryUsed, TrendFigure::Cost})
        m_figure->addItem(trendFigureText(figure), static_cast<int>(figure));
    m_verdict->setObjectName(QStringLiteral("trendVerdict"));
    m_verdict->setWordWrap(true);
    m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setObjectName(QStringLiteral("trendTitle"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_figure);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_verdict);
    layout->addWidget(m_chart, 1);
    connect(m_figure, &QComboBox::currentIndexChanged, this, &TrendView::refresh);
    connect(m_chart, &TrendChart::runActivated, this, &TrendView::runActivated);
    refresh();
}

void TrendView::setRuns(const QString &function, std::vector<RunSummary> runs)
{
    m_functionName = function;
    m_runs = std::move(runs);
    refresh();
}

void TrendView::setPriceBook(const PriceBook &prices)
{
    m_prices = prices;
    refresh();
}

void TrendView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void TrendView::refresh()
{
    const auto figure = static_cast<TrendFigure>(m_figure->currentData().toInt());
    const std::vector<TrendPoint> trend = trendOf(m_runs, figure, m_prices);
    const TrendRegression regression = regressionOf(trend);
    m_title->setText(m_functionName.isEmpty() ? tr("Select a run to see the trend of its function.")
                                              : m_functionName);
    m_figure->setEnabled(!m_functionName.isEmpty());
    m_verdict->setVisible(!m_functionName.isEmpty());
    m_verdict->setText(regression.hasBaseline
                           ? regressionText(regression, figure)
                           : tr("To compare later runs, select at least %1 runs of this function "
                                "and mark them as baseline.")
                                 .arg(Regression::FewestRuns));
    m_shown = regression.regression.verdict;
    m_chart->setVisible(!trend.empty());
    if (!trend.empty())
        m_chart->setTrend(trend, figure, regression);
    applyColours();
}

void TrendView::applyColours()
{
    const ThemeColours colours = ThemeColours::of(this->palette());
    QColor colour = colours.muted;
    switch (m_shown) {
    case Regression::Verdict::Slower:
        colour = colours.error;
        break;
    case Regression::Verdict::Faster:
        colour = colours.success;
        break;
    case Regression::Verdict::Same:
    case Regression::Verdict::TooFewRuns:
        break;
    }
    QPalette verdict = palette();
    verdict.setColor(QPalette::WindowText, colour);
    m_verdict->setPalette(verdict);
}

} // namespace coldframe

#include "moc_trendview.cpp"
