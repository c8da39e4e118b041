// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsontext.h"
#include "core/endpoint/apierror.h"
#include "core/endpoint/functionreference.h"
#include "core/http/httpmessage.h"

#include <QString>

#include <map>
#include <optional>

namespace coldframe {

/// The calls of Lambda's API that are answered here (invoke-api, sections 2, 3 and 6).
enum class ApiOperation {
    Invoke,
    InvokeWithResponseStream,
    ListFunctions,
    GetFunction,
    GetFunctionConfiguration,
    UpdateFunctionConfiguration,
    PutFunctionConcurrency,
    GetFunctionConcurrency,
    DeleteFunctionConcurrency,
    PutProvisionedConcurrencyConfig,
    GetProvisionedConcurrencyConfig,
    ListProvisionedConcurrencyConfigs,
    DeleteProvisionedConcurrencyConfig,
    PutFunctionEventInvokeConfig,
    UpdateFunctionEventInvokeConfig,
    GetFunctionEventInvokeConfig,
    ListFunctionEventInvokeConfigs,
    DeleteFunctionEventInvokeConfig,
    GetAccountSettings,
};

/// Lambda's own name of it.
QString apiOperationName(ApiOperation operation);

/// One call, routed: path and query are taken apart first and decoded then, because a function's
/// ARN arrives encoded.
struct ApiRequest
{
    ApiOperation operation = ApiOperation::Invoke;
    QString functionName; ///< name or ARN as sent; empty where the call names none
    std::map<QString, QString> query;
    HttpHeaders headers;
    QByteArray body;
    qint64 bodyBytes = 0; ///< as sent
    bool bodyTooLarge = false; ///< the body was thrown away

    QString queryValue(const char *name) const;

    /// A header's value; nothing when it is absent or empty.
    std::optional<QByteArray> header(const char *name) const;

    /// The function that it names.
    ApiResult<FunctionReference> function() const;

    /// The body as an object; an empty one has no members.
    ApiResult<OrderedJson> members() const;
};

/// UnknownOperationException for what is none of the calls above.
ApiResult<ApiRequest> routedRequest(HttpRequest request);

/// A whole number of a call's body between two bounds; nothing when it is not there or null.
ApiResult<std::optional<int>> integerMember(const OrderedJson &members, const char *name,
                                            int smallest, int largest);

/// A whole number of a call's query, for MaxItems.
ApiResult<int> integerOfQuery(const ApiRequest &request, const char *name, int fallback,
                              int largest);

} // namespace coldframe
