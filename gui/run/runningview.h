// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace coldframe {

/// An invocation that runs: how long already, of how long it may, and a way to stop it.
class RunningView : public QWidget
{
    Q_OBJECT

public:
    /// The clock outlives the widget.
    explicit RunningView(const Clock &clock, QWidget *parent = nullptr);

    void begin(const QString &functionName, std::chrono::milliseconds timeout);
    void end();

Q_SIGNALS:
    void stopRequested();

private:
    void tick();

    const Clock &m_clock;
    Instant m_began{};
    std::chrono::milliseconds m_timeout{};
    QLabel *m_title;
    QLabel *m_elapsed;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    QTimer m_tick;
};

} // namespace coldframe
