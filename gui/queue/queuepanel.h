// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/queue/queuemodel.h"

#include <QWidget>

class QAction;
class QBoxLayout;
class QLabel;
class QSortFilterProxyModel;
class QSplitter;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace coldframe {

class EmptyState;
class QueueDetail;

/// The queue of asynchronous events: a table, the newest first, and one event in detail. It asks;
/// the queue itself is elsewhere.
class QueuePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit QueuePanel(QWidget *parent = nullptr);

    QueueModel &model() { return m_model; }

    /// The events as they are now, in order of acceptance.
    void setEvents(const std::vector<QueuedEvent> &events);
    void addAttempt(const QString &requestId, const QueueAttempt &attempt);

    /// For another queue: kept in this file, in memory without one.
    void begin(const QString &file);

    /// Virtual time, and how far it is ahead of the clock.
    void setTime(WallTime now, std::chrono::nanoseconds ahead);

    /// The function that would get an event now, and how it is configured; without a name, none.
    void setFunction(const QString &name, const EventInvokeConfig &config);

    /// Functions that a destination can name.
    void setFunctionNames(const QStringList &names) { m_functionNames = names; }

    void setFastForward(bool on);
    void select(const QString &requestId);

Q_SIGNALS:
    /// The chosen function is to get the event asynchronously.
    void sendRequested();
    void skipRequested();
    void fastForwardToggled(bool on);
    void deliverAgainRequested(const QString &requestId);
    void configEdited(const QString &functionName, const coldframe::EventInvokeConfig &config);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeActions();
    QBoxLayout *makeTools();
    void setUpTable();
    void editSettings();
    void copyRequestId();
    void showCurrent();
    void showSummary();
    void updateActions();
    void fitTools();
    void applyColours();
    int currentRow() const;

    QueueModel m_model;
    QSortFilterProxyModel *m_sorted;
    QTableView *m_table;
    QueueDetail *m_detail;
    EmptyState *m_empty;
    QStackedWidget *m_pages;
    QSplitter *m_splitter;
    QLabel *m_summary;
    QList<QToolButton *> m_buttons;
    QAction *m_send;
    QAction *m_skip;
    QAction *m_fastForward;
    QAction *m_deliverAgain;
    QAction *m_settings;
    QAction *m_copyRequestId;
    QString m_functionName;
    EventInvokeConfig m_config;
    QStringList m_functionNames;
    QString m_file; ///< in which the queue is kept; empty in memory
    std::chrono::nanoseconds m_ahead{};
};

} // namespace coldframe
