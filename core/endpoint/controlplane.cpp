// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/endpoint/controlplane.h"

#include "core/endpoint/eventinvokeoperations.h"
#include "core/endpoint/functionoperations.h"

namespace coldframe {

ApiResult<HttpResponse> answerControlCall(FunctionRegistry &registry,
                                          const EnvironmentCounts &environments,
                                          const ApiRequest &request)
{
    switch (request.operation) {
    case ApiOperation::Invoke:
    case ApiOperation::InvokeWithResponseStream:
        break;
    case ApiOperation::ListFunctions:
        return listFunctions(registry, request);
    case ApiOperation::GetFunction:
        return getFunction(registry, request);
    case ApiOperation::GetFunctionConfiguration:
        return getFunctionConfiguration(registry, request);
    case ApiOperation::UpdateFunctionConfiguration:
        return updateFunctionConfiguration(registry, request);
    case ApiOperation::PutFunctionConcurrency:
        return putFunctionConcurrency(registry, request);
    case ApiOperation::GetFunctionConcurrency:
        return getFunctionConcurrency(registry, request);
    case ApiOperation::DeleteFunctionConcurrency:
        return deleteFunctionConcurrency(registry, request);
    case ApiOperation::PutProvisionedConcurrencyConfig:
        return putProvisionedConcurrency(registry, environments, request);
    case ApiOperation::GetProvisionedConcurrencyConfig:
        return getProvisionedConcurrency(registry, environments, request);
    case ApiOperation::ListProvisionedConcurrencyConfigs:
        return listProvisionedConcurrency(registry, environments, request);
    case ApiOperation::DeleteProvisionedConcurrencyConfig:
        return deleteProvisionedConcurrency(registry, request);
    case ApiOperation::PutFunctionEventInvokeConfig:
        return putEventInvokeConfig(registry, request);
    case ApiOperation::UpdateFunctionEventInvokeConfig:
        return updateEventInvokeConfig(registry, request);
    case ApiOperation::GetFunctionEventInvokeConfig:
        return getEventInvokeConfig(registry, request);
    case ApiOperation::ListFunctionEventInvokeConfigs:
        return listEventInvokeConfigs(registry, request);
    case ApiOperation::DeleteFunctionEventInvokeConfig:
        return deleteEventInvokeConfig(registry, request);
    case ApiOperation::GetAccountSettings:
        return getAccountSettings(registry, request);
    }
    return refusedCall(404, "UnknownOperationException", QStringLiteral("This call runs a function"));
}

} // namespace coldframe
