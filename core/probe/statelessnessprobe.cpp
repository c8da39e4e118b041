// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/statelessnessprobe.h"

namespace coldframe {

StatelessnessProbe::StatelessnessProbe(Invoker &invoker, QObject *parent)
    : QObject(parent)
    , m_run(invoker)
{
    connect(&m_run, &ProbeRun::progressed, this, &StatelessnessProbe::progressed);
}

Async<ProbeReport> StatelessnessProbe::run(const InvocationRequest &request, int times)
{
    if (times < FewestProbeTimes || times > MostProbeTimes) {
        QPromise<Result<ProbeReport>> promise;
        promise.start();
        promise.addResult(failure(Error::Code::InvalidArgument,
                                  QStringLiteral("times: %1, it must be %2 to %3")
                                      .arg(times)
                                      .arg(FewestProbeTimes)
                                      .arg(MostProbeTimes)));
        promise.finish();
        return promise.future();
    }
    return m_run.run({request, times, times, false});
}

} // namespace coldframe

#include "moc_statelessnessprobe.cpp"
