// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/importedtrace.h"

#include <QByteArray>

#include <span>

namespace coldframe {

struct InvocationRecord;

/// Where the time of invocations went, as lanes: phases, each extension, imports, the handler, the
/// user's own spans and connections. Invocations of one environment share their lanes, one behind
/// the other as they happened. Names of phases are those of recordToJson().
ImportedTrace traceOf(std::span<const InvocationRecord> records);

/// As a file of this format. Times are exact to the nanosecond.
QByteArray writeTrace(const ImportedTrace &trace, TraceFormat format);

} // namespace coldframe
