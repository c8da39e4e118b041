// SPDX-License-Identifier: GPL-3.0-or-later
// How the workbench joins prices and forecasts with the rest.
#include "gui/app/comparisoncontroller.h"
#include "gui/app/fixturescontroller.h"
#include "gui/app/pricescontroller.h"
#include "gui/app/reportcontroller.h"
#include "gui/app/runcontroller.h"
#include "gui/app/settingscontroller.h"
#include "gui/app/tuningcontroller.h"
#include "gui/app/workbench.h"
#include "gui/app/workspacecontroller.h"
#include "gui/cost/costpanel.h"
#include "gui/history/historypanel.h"
#include "gui/run/runmodel.h"

namespace coldframe {

namespace {

/// The runs of the list that a forecast for this function may rest on.
std::optional<RunFigures> figuresFor(const RunModel &model, const FunctionConfig &function)
{
    std::vector<RunSample> samples;
    for (int row = 0; row < model.rowCount(); ++row) {
        const std::optional<InvocationRecord> &record = model.run(row).record;
        if (!record || record->function.name != function.name
            || record->function.memory != function.memory)
            continue;
        if (const auto sample = sampleOf(*record))
            samples.push_back(*sample);
    }
    return figuresOf(samples);
}

} // namespace

void Workbench::joinCosts()
{
    m_prices = std::make_unique<PricesController>(m_folders.data, m_folders.config,
                                                  *m_services.clock, *m_results.cost);
    connect(m_prices.get(), &PricesController::failed, this, &Workbench::tell);
    connect(m_prices.get(), &PricesController::loaded, this, [this](const ActivePriceBook &book) {
        m_settings->setRegions(book.book.regions());
        m_resultController->setPriceBook(book.book);
        m_fixtures->setPriceBook(book.book);
        m_tuning->setPriceBook(book.book);
        m_historyPanel->setPriceBook(book.book);
        m_comparison->setPriceBook(book.book);
        m_reports->setPriceBook(book.book);
    });
    m_results.cost->setForecastInputs(forecastInputsFrom(m_store.forecastInputs()));
    connect(m_results.cost, &CostPanel::forecastInputsEdited, this,
            [this](const ForecastInputs &inputs) { m_store.setForecastInputs(textOf(inputs)); });
    connect(m_workspace.get(), &WorkspaceController::functionChanged, this,
            &Workbench::showForecastSubject);
    connect(m_settings.get(), &SettingsController::settingsChanged, this,
            &Workbench::showForecastSubject);
    const auto runs = [this] {
        if (const FunctionConfig *function = m_workspace->function())
            m_results.cost->setRuns(figuresFor(*m_runModel, *function));
    };
    connect(m_runs.get(), &RunController::finished, this, runs);
    connect(m_runModel.get(), &QAbstractItemModel::rowsInserted, this, runs);
    connect(m_runModel.get(), &QAbstractItemModel::rowsRemoved, this, runs);
}

void Workbench::showForecastSubject()
{
    const FunctionConfig *function = m_workspace->function();
    if (!function) {
        m_results.cost->setFunction({}, {});
        m_results.cost->setRuns({});
        return;
    }
    m_results.cost->setFunction(function->name,
                                {function->memory, function->ephemeralStorage,
                                 function->architecture, m_settings->settings().cost.region});
    m_results.cost->setRuns(figuresFor(*m_runModel, *function));
}

} // namespace coldframe
