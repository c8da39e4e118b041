// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/endpoint/apirequest.h"

#include <QStringList>
#include <QUrl>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>

namespace coldframe {

namespace {

struct Route
{
    ApiOperation operation;
    const char *name;
    const char *method;
    const char *path; ///< "{}" stands for the function
    bool listsAll = false; ///< with ?List=ALL
};

constexpr std::array routes{
    Route{ApiOperation::Invoke, "Invoke", "POST", "2015-03-31/functions/{}/invocations"},
    Route{ApiOperation::InvokeWithResponseStream, "InvokeWithResponseStream", "POST",
          "2021-11-15/functions/{}/response-streaming-invocations"},
    Route{ApiOperation::ListFunctions, "ListFunctions", "GET", "2015-03-31/functions"},
    Route{ApiOperation::GetFunction, "GetFunction", "GET", "2015-03-31/functions/{}"},
    Route{ApiOperation::GetFunctionConfiguration, "GetFunctionConfiguration", "GET",
          "2015-03-31/functions/{}/configuration"},
    Route{ApiOperation::UpdateFunctionConfiguration, "UpdateFunctionConfiguration", "PUT",
          "2015-03-31/functions/{}/configuration"},
    Route{ApiOperation::PutFunctionConcurrency, "PutFunctionConcurrency", "PUT",
          "2017-10-31/functions/{}/concurrency"},
    Route{ApiOperation::GetFunctionConcurrency, "GetFunctionConcurrency", "GET",
          "2019-09-30/functions/{}/concurrency"},
    Route{ApiOperation::DeleteFunctionConcurrency, "DeleteFunctionConcurrency", "DELETE",
          "2017-10-31/functions/{}/concurrency"},
    Route{ApiOperation::PutProvisionedConcurrencyConfig, "PutProvisionedConcurrencyConfig", "PUT",
          "2019-09-30/functions/{}/provisioned-concurrency"},
    Route{ApiOperation::ListProvisionedConcurrencyConfigs, "ListProvisionedConcurrencyConfigs",
          "GET", "2019-09-30/functions/{}/provisioned-concurrency", true},
    Route{ApiOperation::GetProvisionedConcurrencyConfig, "GetProvisionedConcurrencyConfig", "GET",
          "2019-09-30/functions/{}/provisioned-concurrency"},
    Route{ApiOperation::DeleteProvisionedConcurrencyConfig, "DeleteProvisionedConcurrencyConfig",
          "DELETE", "2019-09-30/functions/{}/provisioned-concurrency"},
    Route{ApiOperation::PutFunctionEventInvokeConfig, "PutFunctionEventInvokeConfig", "PUT",
          "2019-09-25/functions/{}/event-invoke-config"},
    Route{ApiOperation::UpdateFunctionEventInvokeConfig, "UpdateFunctionEventInvokeConfig", "POST",
          "2019-09-25/functions/{}/event-invoke-config"},
    Route{ApiOperation::GetFunctionEventInvokeConfig, "GetFunctionEventInvokeConfig", "GET",
          "2019-09-25/functions/{}/event-invoke-config"},
    Route{ApiOperation::ListFunctionEventInvokeConfigs, "ListFunctionEventInvokeConfigs", "GET",
          "2019-09-25/functions/{}/event-invoke-config/list"},
    Route{ApiOperation::DeleteFunctionEventInvokeConfig, "DeleteFunctionEventInvokeConfig",
          "DELETE", "2019-09-25/functions/{}/event-invoke-config"},
    Route{ApiOperation::GetAccountSettings, "GetAccountSettings", "GET",
          "2016-08-19/account-settings"},
};

QString decoded(QByteArrayView text)
{
    return QUrl::fromPercentEncoding(text.toByteArray());
}

std::map<QString, QString> queryOf(const QByteArray &text)
{
    std::map<QString, QString> query;
    for (const QByteArray &part : text.split('&')) {
        const qsizetype equals = part.indexOf('=');
        const QByteArray value = equals < 0 ? QByteArray() : part.sliced(equals + 1);
        if (!part.isEmpty())
            query.insert_or_assign(decoded(equals < 0 ? part : part.first(equals)), decoded(value));
    }
    return query;
}

/// The segment that stands for the function, or an empty one; nothing for another path.
std::optional<QByteArray> matchedPath(QByteArrayView path, QByteArrayView form)
{
    constexpr QByteArrayView placeholder = "{}";
    const qsizetype place = form.indexOf(placeholder);
    if (place < 0)
        return path == form ? std::optional(QByteArray("")) : std::nullopt;
    const QByteArrayView before = form.first(place);
    const QByteArrayView behind = form.sliced(place + placeholder.size());
    const qsizetype size = path.size() - before.size() - behind.size();
    if (size <= 0 || !path.startsWith(before) || !path.endsWith(behind))
        return std::nullopt;
    const QByteArrayView function = path.sliced(place, size);
    return function.contains('/') ? std::nullopt : std::optional(function.toByteArray());
}

/// Without the slash at its begin, and the one at its end that old clients write.
QByteArray pathOf(const QByteArray &target)
{
    QByteArray path = target.split('?').first();
    if (path.startsWith('/'))
        path.remove(0, 1);
    if (path.endsWith('/'))
        path.chop(1);
    return path;
}

} // namespace

QString apiOperationName(ApiOperation operation)
{
    const auto *const found
        = std::find_if(routes.begin(), routes.end(),
                       [operation](const Route &route) { return route.operation == operation; });
    return QLatin1String(found->name);
}

QString ApiRequest::queryValue(const char *name) const
{
    const auto found = query.find(QLatin1String(name));
    return found == query.end() ? QString() : found->second;
}

std::optional<QByteArray> ApiRequest::header(const char *name) const
{
    const QByteArrayView value = headerValue(headers, name);
    return value.isEmpty() ? std::nullopt : std::optional(value.toByteArray());
}

ApiResult<FunctionReference> ApiRequest::function() const
{
    return functionReference(functionName, queryValue("Qualifier"));
}

ApiResult<OrderedJson> ApiRequest::members() const
{
    if (body.isEmpty())
        return OrderedJson::object();
    Result<OrderedJson> json = parseJson(body);
    if (!json)
        return tl::make_unexpected(apiErrorOf(json.error()));
    if (!json->is_object())
        return invalidContent(QStringLiteral("Could not parse request body into json: the body "
                                             "must be an object"));
    return *std::move(json);
}

ApiResult<ApiRequest> routedRequest(HttpRequest request)
{
    const QByteArray path = pathOf(request.target);
    const qsizetype question = request.target.indexOf('?');
    ApiRequest routed;
    if (question >= 0)
        routed.query = queryOf(request.target.sliced(question + 1));
    for (const Route &route : routes) {
        if (request.method != route.method)
            continue;
        const std::optional<QByteArray> function = matchedPath(path, route.path);
        if (!function || (route.listsAll && routed.queryValue("List") != u"ALL"))
            continue;
        routed.operation = route.operation;
        routed.functionName = decoded(*function);
        routed.headers = std::move(request.headers);
        routed.body = std::move(request.body);
        routed.bodyBytes = request.bodyBytes;
        routed.bodyTooLarge = request.bodyTooLarge;
        return routed;
    }
    return refusedCall(404, "UnknownOperationException",
                       QStringLiteral("%1 /%2 is no call that Coldframe answers")
                           .arg(QString::fromLatin1(request.method), QString::fromLatin1(path)));
}

ApiResult<std::optional<int>> integerMember(const OrderedJson &members, const char *name,
                                            int smallest, int largest)
{
    const auto found = members.find(name);
    if (found == members.end() || found->is_null())
        return std::optional<int>();
    if (!found->is_number_integer())
        return refusedCall(
            400, "SerializationException",
            QStringLiteral("%1: it must be a whole number").arg(QLatin1String(name)));
    // Unsigned numbers above the range of signed ones are too large in any case.
    const qint64 value = found->is_number_unsigned()
        ? static_cast<qint64>(std::min<quint64>(found->get<quint64>(), INT64_MAX))
        : found->get<qint64>();
    QByteArray member(name);
    member[0] = static_cast<char>(std::tolower(member.at(0)));
    if (value < smallest)
        return invalidValue(QString::number(value), member.constData(),
                            QStringLiteral("have value greater than or equal to %1").arg(smallest));
    if (value > largest)
        return invalidValue(QString::number(value), member.constData(),
                            QStringLiteral("have value less than or equal to %1").arg(largest));
    return std::optional<int>(static_cast<int>(value));
}

ApiResult<int> integerOfQuery(const ApiRequest &request, const char *name, int fallback,
                              int largest)
{
    const QString text = request.queryValue(name);
    if (text.isEmpty())
        return fallback;
    bool isNumber = false;
    const int value = text.toInt(&isNumber);
    QByteArray member(name);
    member[0] = static_cast<char>(std::tolower(member.at(0)));
    if (!isNumber || value < 1)
        return invalidValue(text, member.constData(),
                            QStringLiteral("have value greater than or equal to 1"));
    if (value > largest)
        return invalidValue(text, member.constData(),
                            QStringLiteral("have value less than or equal to %1").arg(largest));
    return value;
}

} // namespace coldframe
