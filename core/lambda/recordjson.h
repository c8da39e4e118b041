// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsontext.h"
#include "core/lambda/invocation.h"

namespace coldframe {

/// A record as JSON for scripts: names as in AWS's own records, durations in milliseconds, sizes
/// with their unit in the name. The response is embedded when it is JSON, else a string. The
/// values of environment variables are left out, they may be secrets.
OrderedJson recordToJson(const InvocationRecord &record);

/// "success", "error", "timeout" or "stopped".
QString statusName(InvocationStatus status);

/// "firstInvocation", "codeChanged" and so on.
QString coldStartReasonName(ColdStartReason reason);

/// "processStart", "handlerImport" and so on.
QString phaseName(PhaseKind kind);

/// "none", "modules", "evaluations" or "oneGraph".
QString importDetailName(ImportDetail detail);

/// "connection" or "own".
QString handlerSpanKindName(HandlerSpanKind kind);

/// "bubblewrap" or "none".
QString isolationName(Isolation isolation);

} // namespace coldframe
