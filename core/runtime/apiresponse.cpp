// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/apiresponse.h"

#include "core/base/jsontext.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace coldframe {

HttpResponse jsonResponse(int status, QByteArray body)
{
    return {status,
            {{QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/json")}},
            std::move(body)};
}

HttpResponse acceptedResponse()
{
    return jsonResponse(202, QByteArrayLiteral("{\"status\":\"OK\"}\n"));
}

HttpResponse apiErrorResponse(int status, const QString &errorType, const QString &errorMessage)
{
    const OrderedJson body{{"errorMessage", errorMessage.toStdString()},
                           {"errorType", errorType.toStdString()}};
    return jsonResponse(status, writeJson(body, JsonLayout::Compact) + '\n');
}

HttpResponse notFoundResponse()
{
    return {404,
            {{QByteArrayLiteral("Content-Type"), QByteArrayLiteral("text/plain")}},
            QByteArrayLiteral("404 page not found\n")};
}

HttpResponse wrongMethodResponse()
{
    return {405, {}, {}};
}

} // namespace coldframe
