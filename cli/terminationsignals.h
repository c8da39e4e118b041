// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <array>

#include <csignal>

namespace coldframe::cli {

/// Turns the first SIGINT or SIGTERM into a signal of the event loop, so that a command ends with
/// all that it owns. The second one ends the program as if nobody had asked. One object at a time.
class TerminationSignals final : public QObject
{
    Q_OBJECT

public:
    explicit TerminationSignals(QObject *parent = nullptr);
    ~TerminationSignals() override;

Q_SIGNALS:
    void requested();

private:
    std::array<int, 2> m_pipe{-1, -1}; // the signal handler may only write
    std::array<struct sigaction, 2> m_before{};
    QSocketNotifier m_notifier;
};

} // namespace coldframe::cli
