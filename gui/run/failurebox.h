// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/invocation.h"

#include <QWidget>

class QLabel;

namespace coldframe {

class StackTraceView;

/// What went wrong in an invocation: type and message, how to mend it, and where it happened.
class FailureBox : public QWidget
{
    Q_OBJECT

public:
    explicit FailureBox(QWidget *parent = nullptr);

    /// Hides itself when there is nothing to tell.
    void setRecord(const InvocationRecord &record);

Q_SIGNALS:
    void fileRequested(const QString &path, int line);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColours();

    QLabel *m_type;
    QLabel *m_message;
    QWidget *m_hintBox; ///< sets the advice apart from what the function said
    QLabel *m_hintSymbol;
    QLabel *m_hint;
    StackTraceView *m_trace;
};

} // namespace coldframe
