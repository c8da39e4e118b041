// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <csignal>

namespace coldframe::cli {

/// While it lives, Ctrl-C (SIGINT) and SIGTERM are told in the event loop instead of ending the
/// process, so that what runs can be ended in order. There is one at a time. A second Ctrl-C ends
/// the process as usual.
class Interruption final : public QObject
{
    Q_OBJECT

public:
    Interruption();
    ~Interruption() override;

Q_SIGNALS:
    void interrupted();

private:
    int m_reading = -1;
    QSocketNotifier m_notifier;
    struct sigaction m_formerInterrupt = {};
    struct sigaction m_formerTerminate = {};
};

} // namespace coldframe::cli
