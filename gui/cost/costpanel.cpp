// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/cost/costpanel.h"

#include "gui/cost/forecastview.h"
#include "gui/cost/pricesview.h"
#include "gui/cost/runcostview.h"
#include "wording/costtext.h"

#include <QTabWidget>
#include <QVBoxLayout>

namespace coldframe {

CostPanel::CostPanel(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabWidget)
    , m_run(new RunCostView)
    , m_forecast(new ForecastView)
    , m_prices(new PricesView)
{
    setObjectName(QStringLiteral("costPanel"));
    m_tabs->setObjectName(QStringLiteral("costTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_run, tr("This Run"));
    m_tabs->addTab(m_forecast, tr("Forecast"));
    m_tabs->addTab(m_prices, tr("Prices"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);

    connect(m_forecast, &ForecastView::inputsEdited, this, &CostPanel::forecastInputsEdited);
    connect(m_prices, &PricesView::saveRequested, this, &CostPanel::pricesEdited);
    connect(m_prices, &PricesView::resetRequested, this, &CostPanel::pricesResetRequested);
}

void CostPanel::showRecord(const InvocationRecord &record, const PriceBook &book)
{
    m_run->showRecord(record, book);
}

void CostPanel::clear()
{
    m_run->clear();
}

void CostPanel::setPrices(const ActivePriceBook &book, const QByteArray &text,
                          const QString &problem, const QDate &today)
{
    m_run->setOldPrices(oldPricesText(book, today));
    m_forecast->setPrices(book, today);
    m_prices->setPrices(book, text, problem, today);
}

void CostPanel::setFunction(const QString &name, const ForecastFunction &function)
{
    m_forecast->setFunction(name, function);
}

void CostPanel::setRuns(const std::optional<RunFigures> &runs)
{
    m_forecast->setRuns(runs);
}

ForecastInputs CostPanel::forecastInputs() const
{
    return m_forecast->inputs();
}

void CostPanel::setForecastInputs(const ForecastInputs &inputs)
{
    m_forecast->setInputs(inputs);
}

} // namespace coldframe

#include "moc_costpanel.cpp"
