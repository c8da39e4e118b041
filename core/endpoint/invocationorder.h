// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/endpoint/apirequest.h"
#include "core/endpoint/functionregistry.h"
#include "core/lambda/invocation.h"

namespace coldframe {

enum class InvocationType {
    RequestResponse, ///< the caller waits for the response
    Event, ///< the caller waits for the acceptance only
    DryRun, ///< the call is checked and nothing runs
};

/// What a call of Invoke or InvokeWithResponseStream asks for.
struct InvocationOrder
{
    InvocationType type = InvocationType::RequestResponse;
    bool wantsLog = false; ///< the last 4 KB of it, with the answer
    InvocationRequest request;
};

/// Reads and checks a call in the order in which Lambda does: form, size, function, JSON
/// (invoke-api, sections 2 to 4).
ApiResult<InvocationOrder> readOrder(const FunctionRegistry &registry, const ApiRequest &call);

} // namespace coldframe
