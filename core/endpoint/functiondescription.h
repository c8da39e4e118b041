// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsontext.h"
#include "core/endpoint/functionregistry.h"

namespace coldframe {

/// A FunctionConfiguration as Lambda's API writes it (invoke-api, section 6). The ARN ends with the
/// qualifier when there is one.
OrderedJson functionDescription(const RegisteredFunction &function, const QString &qualifier = {});

/// The changes that the body of UpdateFunctionConfiguration asks for.
ApiResult<FunctionChanges> functionChanges(const OrderedJson &members);

/// The ARN of a function; qualified when there is a qualifier.
QString qualifiedArn(const RegisteredFunction &function, const QString &qualifier);

/// "2026-01-02T03:04:05.678+0000", as functions have it.
QString lastModifiedText(WallTime time);

/// Seconds since 1970 with milliseconds, as other configurations have it.
double epochSeconds(WallTime time);

} // namespace coldframe
