// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "report/comparisonreport.h"

#include <QWidget>

#include <memory>

class QLabel;
class QStackedLayout;
class QTableView;
class QTabWidget;
class QToolButton;

namespace coldframe {

class ComparisonWaterfall;
class DifferenceView;
class ElidedLabel;
class EmptyState;

/// Two sides and what was found out about them.
struct Comparison
{
    NamedRuns left;
    NamedRuns right;
    RunComparison found;
};

/// Shows two runs or two sets of runs beside each other: figures, phases on one axis, responses and
/// logs. It compares nothing itself.
class ComparisonPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ComparisonPanel(QWidget *parent = nullptr);

    void showComparison(std::shared_ptr<const Comparison> comparison);
    void showWaiting();
    void showError(const Error &error);
    void clear();

    /// What is shown, or nothing.
    std::shared_ptr<const Comparison> comparison() const { return m_comparison; }

Q_SIGNALS:
    /// The user wants the sides exchanged.
    void swapRequested();

    /// The user wants a report of what is shown.
    void reportRequested();

private:
    QWidget *makeTools();
    QWidget *makePage(const std::vector<QWidget *> &parts);
    QWidget *makeDifferencePage(QLabel *summary, DifferenceView *view, const QString &name);
    void showResponses();
    void showLogs();

    std::shared_ptr<const Comparison> m_comparison;
    QStackedLayout *m_pages;
    EmptyState *m_empty;
    ElidedLabel *m_title;
    QToolButton *m_swap;
    QToolButton *m_save;
    QTabWidget *m_tabs;
    QLabel *m_sides;
    QTableView *m_figures;
    ComparisonWaterfall *m_waterfall;
    QTableView *m_phases;
    QTableView *m_imports;
    QLabel *m_responseSummary;
    DifferenceView *m_responses;
    QLabel *m_logSummary;
    DifferenceView *m_logs;
};

} // namespace coldframe
