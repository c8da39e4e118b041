// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/billing/pricebook.h"
#include "core/lambda/invocation.h"
#include "gui/run/runmodel.h"

#include <QObject>

#include <optional>
#include <vector>

namespace coldframe {

class CostPanel;
class LogPanel;
class ResponsePanel;
class RunListPanel;
class TimelinePanel;

/// The panels that show runs.
struct ResultPanels
{
    ResponsePanel *response = nullptr;
    LogPanel *log = nullptr;
    TimelinePanel *timeline = nullptr;
    CostPanel *cost = nullptr;
    RunListPanel *runs = nullptr;
};

/// An attempt of the queue that ran; nobody waited for it.
struct AsynchronousRun
{
    InvocationRecord record;
    int attempt = 1; ///< of the event's runs; of its duplicates when it is one
    bool isDuplicate = false;
    QString eventName; ///< empty when the event has none
};

/// Puts what runs and what ended into the panels and the list of runs.
class ResultController final : public QObject
{
    Q_OBJECT

public:
    /// model and panels must outlive the controller.
    ResultController(RunModel &model, const ResultPanels &panels, QObject *parent = nullptr);

    /// Without one there are no costs.
    void setPriceBook(const PriceBook &book);

    void begin(const InvocationRequest &request, const QString &eventName);
    void appendLog(const QString &requestId, const std::vector<LogLine> &lines);
    void appendResponse(const QString &requestId, const QByteArray &piece);
    void finish(const InvocationRecord &record);
    void fail(const QString &requestId, const Error &error);

    /// Puts a run into the list alone; the panels go on to show what they show.
    void listRun(const InvocationRecord &record, const QString &eventName);

    /// Lists runs that nobody waited for; what is shown stays.
    void listAsynchronous(const std::vector<AsynchronousRun> &runs);

    /// Shows a run of the list.
    void show(const InvocationRecord &record);

private:
    std::optional<Prices> pricesOf(const InvocationRecord &record) const;
    void stackRunsBelow();
    std::optional<Money> costOf(const InvocationRecord &record) const;

    RunModel &m_model;
    ResultPanels m_panels;
    std::optional<PriceBook> m_prices;
    std::optional<InvocationRecord> m_shown;
};

} // namespace coldframe
