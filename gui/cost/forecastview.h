// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/forecastinputs.h"

#include <QDate>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QScrollArea;

namespace coldframe {

class ForecastForm;
class ForecastTree;
class NoticeBar;
struct ForecastSheet;

/// What a month would cost: the traffic at the left, both architectures, thresholds and instances
/// beside it, computed anew with each change.
class ForecastView : public QWidget
{
    Q_OBJECT

public:
    explicit ForecastView(QWidget *parent = nullptr);

    void setPrices(const ActivePriceBook &book, const QDate &today);
    void setFunction(const QString &name, const ForecastFunction &function);
    void setRuns(const std::optional<RunFigures> &runs);

    ForecastInputs inputs() const;
    void setInputs(const ForecastInputs &inputs);

Q_SIGNALS:
    void inputsEdited(const coldframe::ForecastInputs &inputs);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeResults();
    void recompute();
    void showSheet(const ForecastSheet &sheet);
    void followRow(ForecastTree *tree, const QRect &row);
    void applyColours();

    std::optional<ActivePriceBook> m_book;
    QDate m_today;
    QString m_name;
    std::optional<RunFigures> m_runs;

    ForecastForm *m_form;
    QScrollArea *m_formArea;
    QScrollArea *m_resultArea = nullptr;
    QBoxLayout *m_body;
    NoticeBar *m_notice;
    QLabel *m_traffic = nullptr;
    ForecastTree *m_tree = nullptr;
    ForecastTree *m_thresholds = nullptr;
    QLabel *m_instancesIntroduction = nullptr;
    ForecastTree *m_instances = nullptr;
    QLabel *m_remarks = nullptr;
    QLabel *m_source = nullptr;
};

} // namespace coldframe
