// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/logprogress.h"

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
class QToolButton;
QT_END_NAMESPACE

namespace coldframe {

/// Tells how far work in another thread is and cancels it. Shows itself when the work takes longer
/// than a moment.
class LogBusyBar : public QWidget
{
    Q_OBJECT

public:
    explicit LogBusyBar(QWidget *parent = nullptr);

    /// What was told before is forgotten, not cancelled.
    void begin(const QString &text, const SharedLogProgress &progress);

    /// Nothing when something else began since.
    void end(const SharedLogProgress &progress);

Q_SIGNALS:
    void cancelled();

private:
    void refresh();

    QLabel *m_text;
    QProgressBar *m_bar;
    QToolButton *m_cancel;
    SharedLogProgress m_progress;
    QTimer m_tick;
};

} // namespace coldframe
