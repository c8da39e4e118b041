// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/resultcontroller.h"

#include "core/billing/costestimate.h"
#include "core/timeline/stackedruns.h"
#include "gui/cost/costpanel.h"
#include "gui/logs/logpanel.h"
#include "gui/run/responsepanel.h"
#include "gui/run/runlistpanel.h"
#include "gui/timeline/timelinepanel.h"

namespace coldframe {

ResultController::ResultController(RunModel &model, const ResultPanels &panels, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_panels(panels)
{
    connect(m_panels.runs, &RunListPanel::recordSelected, this, &ResultController::show);
    connect(m_panels.runs, &RunListPanel::runningSelected, m_panels.log, &LogPanel::showRunning);
    connect(m_panels.runs, &RunListPanel::runningSelected, m_panels.response,
            &ResponsePanel::showRunning);
    connect(m_panels.timeline, &TimelinePanel::runRequested, this, [this](const QString &requestId) {
        const int row = m_model.rowOf(requestId);
        if (row < 0 || m_model.run(row).isRunning())
            return;
        const InvocationRecord record = *m_model.run(row).record;
        m_panels.runs->select(requestId);
        show(record);
    });
}

void ResultController::setPriceBook(const PriceBook &book)
{
    m_prices = book;
    if (m_shown)
        show(*m_shown); // a run that ended before the prices were read
}

void ResultController::begin(const InvocationRequest &request, const QString &eventName)
{
    m_model.begin(request, eventName);
    m_panels.runs->select(request.requestId);
    m_panels.response->begin(request);
    const int row = m_model.rowOf(request.requestId);
    m_panels.log->begin(request.requestId, m_model.run(row).startedAt);
}

void ResultController::appendLog(const QString &requestId, const std::vector<LogLine> &lines)
{
    m_panels.log->append(requestId, lines);
}

void ResultController::appendResponse(const QString &requestId, const QByteArray &piece)
{
    m_panels.response->appendResponse(requestId, piece);
}

void ResultController::finish(const InvocationRecord &record)
{
    m_model.finish(record, costOf(record));
    m_panels.runs->select(record.requestId);
    show(record);
}

void ResultController::listRun(const InvocationRecord &record, const QString &eventName)
{
    InvocationRequest request;
    request.requestId = record.requestId;
    request.function = record.function;
    m_model.begin(request, eventName);
    m_model.finish(record, costOf(record));
    stackRunsBelow();
}

void ResultController::fail(const QString &requestId, const Error &error)
{
    m_model.abandon(requestId);
    m_panels.log->forget(requestId);
    m_panels.response->showError(error);
}

void ResultController::listAsynchronous(const std::vector<AsynchronousRun> &runs)
{
    std::vector<Run> rows;
    for (const AsynchronousRun &each : runs) {
        const InvocationRecord &record = each.record;
        rows.push_back({record.requestId,
                        record.function.name,
                        each.eventName,
                        record.startedAt,
                        record.function.timeout,
                        {},
                        record,
                        costOf(record),
                        each.isDuplicate ? tr("asynchronous, duplicate %1").arg(each.attempt)
                                         : tr("asynchronous, run %1").arg(each.attempt)});
    }
    m_model.append(std::move(rows));
    stackRunsBelow();
}

void ResultController::show(const InvocationRecord &record)
{
    m_shown = record;
    Q_EMIT shownChanged();
    m_panels.response->setRecord(record, costOf(record));
    m_panels.log->setRecord(record);
    m_panels.timeline->setRecord(record);
    m_panels.timeline->setPrices(pricesOf(record));
    stackRunsBelow();
    if (m_prices)
        m_panels.cost->showRecord(record, *m_prices);
}

std::optional<Prices> ResultController::pricesOf(const InvocationRecord &record) const
{
    if (!m_prices)
        return {};
    const Result<Prices> prices
        = m_prices->prices(record.function.region, record.function.architecture);
    return prices ? std::optional(*prices) : std::nullopt;
}

std::optional<Money> ResultController::costOf(const InvocationRecord &record) const
{
    const std::optional<Prices> prices = pricesOf(record);
    if (!prices)
        return {};
    const CostEstimate cost = invocationCost(*prices, usageOf(record.function, record.report));
    // A sum that lacks something would pass for the whole.
    return cost.unpriced.empty() ? std::optional(cost.total()) : std::nullopt;
}

void ResultController::stackRunsBelow()
{
    if (!m_shown)
        return;
    std::vector<const InvocationRecord *> session;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (const Run &run = m_model.run(row); run.record)
            session.push_back(&*run.record);
    }
    m_panels.timeline->setStackedRuns(stackedRuns(*m_shown, session));
}

} // namespace coldframe

#include "moc_resultcontroller.cpp"
