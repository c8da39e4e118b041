// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandline.h"
#include "cli/recordprinter.h"
#include "core/base/jsontext.h"
#include "core/invoker/queuedevent.h"

namespace coldframe::cli {

/// Prints what a queue does with its events. Records are printed as `invoke` prints them; the rest
/// are lines that begin with EVENT and the request id on standard error, or JSON objects with a
/// "type" on standard output.
class AsynchronousPrinter
{
public:
    AsynchronousPrinter(OutputFormat format, bool cost, bool fastForward,
                        const Surroundings &surroundings);

    void printLines(const std::vector<LogLine> &lines);
    void printAccepted(const QString &requestId, const QString &functionName);
    void printAttempt(const QueuedEvent &event, const EventAttempt &attempt, WallTime now);
    void printEnd(const QueuedEvent &event);

    /// Ctrl-C while an event was not dealt with.
    void printInterrupted();

private:
    void printNextAttempt(const QueuedEvent &event, WallTime now);
    void printEvent(const QString &requestId, const QString &text);
    void printJson(const OrderedJson &json);

    RecordPrinter m_records;
    OutputFormat m_format;
    bool m_fastForward;
    const Surroundings &m_surroundings;
};

} // namespace coldframe::cli
