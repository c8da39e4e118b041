// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/billing/money.h"
#include "core/lambda/invocation.h"

#include <QWidget>

#include <optional>

class QStackedWidget;

namespace coldframe {

class EmptyState;
class RecordView;
class RunningView;

/// What the last run gave: nothing yet, an invocation that runs, its record, or why nothing could
/// be run.
class ResponsePanel : public QWidget
{
    Q_OBJECT

public:
    /// The clock outlives the panel.
    explicit ResponsePanel(const Clock &clock, QWidget *parent = nullptr);

    void showEmpty();

    /// This invocation starts now; its request id is known already.
    void begin(const InvocationRequest &request);

    /// A piece of the response that the invocation streams; nothing when it is another one.
    void appendResponse(const QString &requestId, const QByteArray &piece);

    /// Back to the invocation that runs, from the record of another one; nothing without one.
    void showRunning();

    void setRecord(const InvocationRecord &record, const std::optional<Money> &cost = {});

    /// Coldframe could not run the function; a function that fails is a record.
    void showError(const Error &error);

Q_SIGNALS:
    /// The user asks for a run, from the empty panel or after an error.
    void runRequested();
    void stopRequested();
    void fileRequested(const QString &path, int line);

private:
    void endRunning();

    EmptyState *m_empty;
    RunningView *m_running;
    EmptyState *m_error;
    RecordView *m_record;
    QStackedWidget *m_pages;
    QString m_runningId; ///< empty while nothing runs
};

} // namespace coldframe
