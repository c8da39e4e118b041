// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/credentialsapi.h"

#include "core/base/isotime.h"
#include "core/base/jsontext.h"
#include "core/runtime/apiresponse.h"

#include <nlohmann/json.hpp>

namespace coldframe {

namespace {

constexpr std::chrono::hours Validity{6};

} // namespace

HttpResponse credentialsResponse(const HttpRequest &request, const Credentials &credentials,
                                 const QString &token, WallTime now)
{
    if (request.target != "/2021-04-23/credentials")
        return notFoundResponse();
    if (request.method != "GET")
        return wrongMethodResponse();
    if (token.isEmpty() || headerValue(request.headers, "Authorization") != token.toUtf8())
        return {404, {{"Content-Type", "text/plain"}}, "The token is not that of the function"};
    return jsonResponse(
        200,
        writeJson(OrderedJson{{"AccessKeyId", credentials.accessKeyId.toStdString()},
                              {"SecretAccessKey", credentials.secretAccessKey.toStdString()},
                              {"Token", credentials.sessionToken.toStdString()},
                              {"Expiration", isoTime(now + Validity).toStdString()}},
                  JsonLayout::Compact));
}

} // namespace coldframe
