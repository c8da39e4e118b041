// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/proberun.h"

namespace coldframe {

/// What happens when an event is delivered twice, as Lambda may do with any: the same event with
/// the same request id twice in one environment, and once in a new one, which shows what differs
/// from delivery to delivery anyway.
class DuplicateProbe final : public QObject
{
    Q_OBJECT

public:
    /// The invoker outlives it.
    explicit DuplicateProbe(Invoker &invoker, QObject *parent = nullptr);

    /// See ProbeRun::run.
    Async<ProbeReport> run(const InvocationRequest &request);
    void cancel() { m_run.cancel(); }

Q_SIGNALS:
    void progressed(int done, int total);

private:
    ProbeRun m_run;
};

} // namespace coldframe
