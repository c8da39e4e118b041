// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/endpoint/apirequest.h"
#include "core/endpoint/functionregistry.h"

#include <map>

namespace coldframe {

/// The calls about reserved concurrency (invoke-api, section 6; scaling, section 1).
ApiResult<HttpResponse> putFunctionConcurrency(FunctionRegistry &registry,
                                               const ApiRequest &request);
ApiResult<HttpResponse> getFunctionConcurrency(const FunctionRegistry &registry,
                                               const ApiRequest &request);
ApiResult<HttpResponse> deleteFunctionConcurrency(FunctionRegistry &registry,
                                                  const ApiRequest &request);

/// How many environments of each function are alive now.
using EnvironmentCounts = std::map<QString, int>;

/// The calls about provisioned concurrency. READY is what really stands ready.
ApiResult<HttpResponse> putProvisionedConcurrency(FunctionRegistry &registry,
                                                  const EnvironmentCounts &environments,
                                                  const ApiRequest &request);
ApiResult<HttpResponse> getProvisionedConcurrency(const FunctionRegistry &registry,
                                                  const EnvironmentCounts &environments,
                                                  const ApiRequest &request);
ApiResult<HttpResponse> listProvisionedConcurrency(const FunctionRegistry &registry,
                                                   const EnvironmentCounts &environments,
                                                   const ApiRequest &request);
ApiResult<HttpResponse> deleteProvisionedConcurrency(FunctionRegistry &registry,
                                                     const ApiRequest &request);

} // namespace coldframe
