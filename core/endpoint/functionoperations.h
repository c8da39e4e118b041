// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/endpoint/apirequest.h"
#include "core/endpoint/functionregistry.h"

namespace coldframe {

/// The calls that list, describe and change functions (invoke-api, section 6). What is not known
/// of a function in a folder, for example the checksum of a package, is left out.
ApiResult<HttpResponse> listFunctions(const FunctionRegistry &registry, const ApiRequest &request);
ApiResult<HttpResponse> getFunction(const FunctionRegistry &registry, const ApiRequest &request);
ApiResult<HttpResponse> getFunctionConfiguration(const FunctionRegistry &registry,
                                                 const ApiRequest &request);
ApiResult<HttpResponse> updateFunctionConfiguration(FunctionRegistry &registry,
                                                    const ApiRequest &request);
ApiResult<HttpResponse> getAccountSettings(const FunctionRegistry &registry,
                                           const ApiRequest &request);

/// A success with a JSON body.
HttpResponse jsonResponse(const OrderedJson &body, int status = 200);

/// The function that a call names.
ApiResult<const RegisteredFunction *> functionOfCall(const FunctionRegistry &registry,
                                                     const ApiRequest &request);

} // namespace coldframe
