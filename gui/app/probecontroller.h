// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/duplicateprobe.h"
#include "core/probe/statelessnessprobe.h"

namespace coldframe {

class ProbePanel;

/// Runs the probe that the panel chooses, one at a time, and shows there how it goes.
class ProbeController final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive the controller, whose end stops what runs.
    ProbeController(Invoker &invoker, ProbePanel &panel, QObject *parent = nullptr);

    bool isRunning() const { return m_isRunning; }

    /// Nothing happens while a probe goes on.
    void start(const InvocationRequest &request, const QString &eventName);
    void stop();

Q_SIGNALS:
    void runningChanged(bool running);

private:
    void end(const Result<ProbeReport> &report);

    ProbePanel &m_panel;
    StatelessnessProbe m_statelessness;
    DuplicateProbe m_duplicate;
    bool m_isRunning = false;
};

} // namespace coldframe
