// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/invocation.h"
#include "core/runtime/childprocess.h"
#include "core/runtime/interpreter.h"

namespace coldframe {

/// That the runtime asked for is not installed and which version runs instead; empty when it is.
QByteArray otherVersionRemark(const FunctionConfig &function, const Interpreter &interpreter);

/// "Runtime exited with error: exit status 1" and its like (runtime-api, section 10).
QString exitText(ExitStatus status);

/// The figures of a finished invocation; the billed duration is one ceiling of the sum
/// (cost-and-tuning, D.2).
Report makeReport(const InvocationRecord &record, std::chrono::nanoseconds duration,
                  std::optional<std::chrono::nanoseconds> init, MebiBytes used,
                  const QString &platformErrorType);

} // namespace coldframe
