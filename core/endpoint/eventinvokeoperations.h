// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/endpoint/apirequest.h"
#include "core/endpoint/functionregistry.h"

namespace coldframe {

/// The calls about how asynchronous events are dealt with (invoke-api, sections 5 and 6). A
/// destination is the ARN of a function that is served here, a file:///… or an http://127.0.0.1:…
/// address; queues, topics and buses are refused, as they exist in an account only.
ApiResult<HttpResponse> putEventInvokeConfig(FunctionRegistry &registry,
                                             const ApiRequest &request);
ApiResult<HttpResponse> updateEventInvokeConfig(FunctionRegistry &registry,
                                                const ApiRequest &request);
ApiResult<HttpResponse> getEventInvokeConfig(const FunctionRegistry &registry,
                                             const ApiRequest &request);
ApiResult<HttpResponse> listEventInvokeConfigs(const FunctionRegistry &registry,
                                               const ApiRequest &request);
ApiResult<HttpResponse> deleteEventInvokeConfig(FunctionRegistry &registry,
                                                const ApiRequest &request);

} // namespace coldframe
