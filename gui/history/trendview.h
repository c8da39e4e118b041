// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/trend.h"

#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;

namespace coldframe {

class TrendChart;

/// How a figure of one function changed, and whether it differs from the baseline.
class TrendView final : public QWidget
{
    Q_OBJECT

public:
    explicit TrendView(QWidget *parent = nullptr);

    /// The runs of a function, in any order; none when no function is chosen.
    void setRuns(const QString &function, std::vector<RunSummary> runs);
    void setPriceBook(const PriceBook &prices);

Q_SIGNALS:
    void runActivated(coldframe::RunId id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void applyColours();

    std::vector<RunSummary> m_runs;
    QString m_functionName;
    std::optional<PriceBook> m_prices;
    QLabel *m_title;
    QComboBox *m_figure;
    QLabel *m_verdict;
    TrendChart *m_chart;
    Regression::Verdict m_shown = Regression::Verdict::TooFewRuns;
};

} // namespace coldframe
