// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/queue/attemptmodel.h"

#include <QWidget>

class QLabel;
class QTableView;
class QTabWidget;
class QToolButton;

namespace coldframe {

class CodeEditor;
class NoticeBar;

/// One event of the queue: its attempts, the event itself, and the record that its destinations
/// got.
class QueueDetail final : public QWidget
{
    Q_OBJECT

public:
    explicit QueueDetail(QWidget *parent = nullptr);

    /// The same event again keeps what is selected and scrolled to.
    void setEvent(const QueuedEvent &event, const std::vector<QueueAttempt> &attempts);

    /// No event is selected.
    void clear();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpAttempts();
    QWidget *makeRecordPage();
    void showDeliveries(const QueuedEvent &event);
    void copyShown();
    void updateCopy();
    void applyColours();

    AttemptModel m_attempts;
    QTabWidget *m_tabs;
    QTableView *m_table;
    QLabel *m_earlier;
    CodeEditor *m_event;
    CodeEditor *m_record;
    QLabel *m_deliveries;
    NoticeBar *m_problem;
    QToolButton *m_copy;
    QString m_requestId;
    QByteArray m_eventBytes;
    QByteArray m_recordBytes;
};

} // namespace coldframe
