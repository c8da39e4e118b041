// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/proberun.h"

namespace coldframe {

inline constexpr int FewestProbeTimes = 2; ///< with one there is nothing to compare
inline constexpr int MostProbeTimes = 100;

/// Whether an invocation can tell what earlier ones in its environment left behind: the same event
/// several times in one environment, and as many times in new ones, which must not make a
/// difference because nobody knows which of both an event meets (environment, section 3; scaling,
/// section 6).
class StatelessnessProbe final : public QObject
{
    Q_OBJECT

public:
    /// The invoker outlives it.
    explicit StatelessnessProbe(Invoker &invoker, QObject *parent = nullptr);

    /// Runs the event `times` times warm and as often cold; see ProbeRun::run. InvalidArgument when
    /// `times` is not 2 to 100.
    Async<ProbeReport> run(const InvocationRequest &request, int times);
    void cancel() { m_run.cancel(); }

Q_SIGNALS:
    void progressed(int done, int total);

private:
    ProbeRun m_run;
};

} // namespace coldframe
