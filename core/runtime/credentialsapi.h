// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/http/httpmessage.h"
#include "core/runtime/environmentvariables.h"

namespace coldframe {

/// Answers GET /2021-04-23/credentials, where functions with SnapStart fetch their keys after the
/// restore (environment, section 2.1): 200 with the keys, which expire some hours after now; 404
/// with a text when the header Authorization is not the token of AWS_CONTAINER_AUTHORIZATION_TOKEN,
/// and without SnapStart, which an empty token stands for.
HttpResponse credentialsResponse(const HttpRequest &request, const Credentials &credentials,
                                 const QString &token, WallTime now);

} // namespace coldframe
