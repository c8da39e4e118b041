// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/platformevent.h"
#include "core/runtime/childprocess.h"
#include "core/runtime/environmentsetup.h"
#include "core/runtime/logassembler.h"
#include "core/runtime/phasestamps.h"

namespace coldframe {

/// Tells the log what the platform does in one execution environment, in the platform's own
/// records (logs, sections 1 to 3).
class EnvironmentJournal
{
public:
    /// All must outlive the journal.
    EnvironmentJournal(const EnvironmentSetup &setup, const QString &environmentId,
                       const Clock &clock, LogAssembler &log);

    void initStarted(bool isRepeated);
    void initRuntimeDone(bool isRepeated, const platform::Outcome &outcome);
    void initReported(bool isRepeated, const platform::Outcome &outcome,
                      std::chrono::nanoseconds duration);
    void restoreStarted();
    void restoreDone(const platform::Outcome &outcome, std::chrono::nanoseconds duration);
    void started(const QString &requestId, const QByteArray &traceId, WallTime at);
    void runtimeDone(const QString &requestId, const QByteArray &traceId,
                     const platform::Outcome &outcome, const PhaseStamps &stamps,
                     Instant runtimeIsBack, qint64 producedBytes);
    void timedOut(const QString &requestId);
    void exited(const QString &requestId, const QString &message, const QString &errorType);
    void extension(const QString &name, const QString &state, const QStringList &events,
                   const QString &errorType = {});
    void subscribed(const QString &name, const QStringList &types, bool isLogsApi);
    void logsDropped(qint64 records, qint64 bytes);
    void reported(const Report &report, const QByteArray &traceId, const PhaseStamps &stamps);

private:
    platform::InitPhase initPhase(bool isRepeated) const;
    platform::InitializationType initializationType() const;
    QString runtimeVersion() const;
    QString runtimeVersionArn() const;
    WallTime wallTimeOf(Instant instant) const;

    const EnvironmentSetup &m_setup;
    const QString &m_environmentId;
    const Clock &m_clock;
    LogAssembler &m_log;
};

} // namespace coldframe
