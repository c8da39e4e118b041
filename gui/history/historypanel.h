// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/runquery.h"
#include "gui/history/historymodel.h"

#include <QWidget>

class QAction;
class QLabel;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace coldframe {

class EmptyState;
class HistoryFilterBar;
class TrendView;

/// The runs that are kept of a workspace: a list to search in, and the trend of a function.
class HistoryPanel final : public QWidget
{
    Q_OBJECT

public:
    /// The clock outlives the panel.
    explicit HistoryPanel(const Clock &clock, QWidget *parent = nullptr);

    HistoryModel &model() { return *m_model; }

    /// What is to be listed: its first page.
    RunQuery query() const;

    /// The answer to query(): its first page; total counts the runs of the whole history.
    void setRuns(std::vector<RunSummary> runs, bool hasMore, qint64 total);
    void setTotal(qint64 total);
    void setFunctions(const QStringList &names);

    /// The runs that the trend of this function is made of.
    void setTrend(const QString &function, std::vector<RunSummary> runs);
    void setPriceBook(const PriceBook &prices);

    /// Whether runs are kept at all; the empty panel says so.
    void setRecording(bool isRecording);

    /// Comparing is offered once there is somebody to do it.
    void offerComparison();

    /// Selects a run that is listed.
    void select(RunId id);

    /// The function of the current run; empty without one.
    QString currentFunction() const;
    std::vector<RunId> selectedIds() const;

Q_SIGNALS:
    /// Another list is wanted: query() says which.
    void queryChanged();
    void moreRequested(coldframe::RunId before);
    void trendRequested(const QString &function);

    void showRequested(coldframe::RunId id);
    void rerunRequested(coldframe::RunId id);
    void baselineRequested(const std::vector<coldframe::RunId> &ids);
    void clearBaselineRequested(const QString &function);
    /// Nothing before: the baseline of the function is meant.
    void compareRequested(const std::vector<coldframe::RunId> &before,
                          const std::vector<coldframe::RunId> &after);
    /// All runs that answer to query().
    void exportRequested();
    void importRequested();
    void removeRequested(const std::vector<coldframe::RunId> &ids);
    void settingsRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpTable();
    void addActions();
    void join();
    void applyColours();
    void updateActions();
    void showPage();
    void onCurrentChanged();
    void compareSelected();
    int currentRow() const;

    const Clock &m_clock;
    HistoryModel *m_model;
    HistoryFilterBar *m_filter;
    QTableView *m_table;
    TrendView *m_trend;
    QSplitter *m_splitter;
    EmptyState *m_empty;
    EmptyState *m_nothingFound;
    QStackedWidget *m_lists;
    QStackedWidget *m_pages;
    QLabel *m_count;
    QAction *m_show;
    QAction *m_rerun;
    QAction *m_baseline;
    QAction *m_clearBaseline;
    QAction *m_compare;
    QAction *m_export;
    QAction *m_import;
    QAction *m_remove;
    qint64 m_total = 0;
    bool m_isRecording = true;
};

} // namespace coldframe
