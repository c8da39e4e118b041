// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/duplicateprobe.h"

namespace coldframe {

DuplicateProbe::DuplicateProbe(Invoker &invoker, QObject *parent)
    : QObject(parent)
    , m_run(invoker)
{
    connect(&m_run, &ProbeRun::progressed, this, &DuplicateProbe::progressed);
}

Async<ProbeReport> DuplicateProbe::run(const InvocationRequest &request)
{
    return m_run.run({request, 2, 1, true});
}

} // namespace coldframe

#include "moc_duplicateprobe.cpp"
