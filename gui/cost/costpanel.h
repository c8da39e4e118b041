// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/forecastinputs.h"
#include "core/lambda/invocation.h"

#include <QWidget>

class QTabWidget;

namespace coldframe {

class ForecastView;
class PricesView;
class RunCostView;

/// What the function costs on AWS: the last run, a month of traffic, and the prices behind both.
class CostPanel : public QWidget
{
    Q_OBJECT

public:
    explicit CostPanel(QWidget *parent = nullptr);

    /// Says so when the book has no price for the function's region or architecture.
    void showRecord(const InvocationRecord &record, const PriceBook &book);
    void clear();

    /// The prices in force, the text that they are edited as, and why a user's own book does not
    /// count (empty when it does, or when there is none).
    void setPrices(const ActivePriceBook &book, const QByteArray &text, const QString &problem,
                   const QDate &today);

    /// What the forecast is about; an empty name for no function.
    void setFunction(const QString &name, const ForecastFunction &function);

    /// Runs of that function with its memory size.
    void setRuns(const std::optional<RunFigures> &runs);

    ForecastInputs forecastInputs() const;
    void setForecastInputs(const ForecastInputs &inputs);

Q_SIGNALS:
    void forecastInputsEdited(const coldframe::ForecastInputs &inputs);

    /// The text is a price book.
    void pricesEdited(const QByteArray &text);
    void pricesResetRequested();

private:
    QTabWidget *m_tabs;
    RunCostView *m_run;
    ForecastView *m_forecast;
    PricesView *m_prices;
};

} // namespace coldframe
