// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/endpoint/apirequest.h"
#include "core/endpoint/concurrencyoperations.h"
#include "core/endpoint/functionregistry.h"

namespace coldframe {

/// Answers every call that runs no function.
ApiResult<HttpResponse> answerControlCall(FunctionRegistry &registry,
                                          const EnvironmentCounts &environments,
                                          const ApiRequest &request);

} // namespace coldframe
