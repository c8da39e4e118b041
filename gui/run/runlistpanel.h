// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/invocation.h"

#include <QWidget>

class QAction;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;

namespace coldframe {

class EmptyState;
class RunModel;

/// This session's runs as a table, the newest first.
class RunListPanel : public QWidget
{
    Q_OBJECT

public:
    /// The model outlives the panel.
    explicit RunListPanel(RunModel &model, QWidget *parent = nullptr);

    /// Selects the row of an invocation without telling anyone.
    void select(const QString &requestId);

Q_SIGNALS:
    /// The user picked a finished run.
    void recordSelected(const coldframe::InvocationRecord &record);

    /// The user picked a run that still goes on.
    void runningSelected(const QString &requestId);

    void rerunRequested(const coldframe::InvocationRecord &record);
    void stopRequested(const QString &requestId);

    /// From the empty panel.
    void runRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpTable();
    void fitEventColumn();
    void addActions();
    void applyColours();
    void onCurrentChanged();
    void onChanged(int firstRow, int lastRow);
    void updateActions();
    void rerunCurrent();
    int currentRow() const;

    RunModel &m_model;
    QSortFilterProxyModel *m_sorted;
    QTableView *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_pages;
    QAction *m_rerun;
    QAction *m_stop;
    QAction *m_copyRequestId;
    QAction *m_clear;
    bool m_selectingQuietly = false;
};

} // namespace coldframe
