// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/httpmessage.h"

#include <QString>

namespace coldframe {

/// Answers that the APIs of an execution environment have in common (runtime-api, sections 1, 2).

HttpResponse jsonResponse(int status, QByteArray body);

/// 202 {"status":"OK"}, with the newline that Lambda's JSON ends with.
HttpResponse acceptedResponse();

/// {"errorMessage":...,"errorType":...}: API errors put the message first (section 10).
HttpResponse apiErrorResponse(int status, const QString &errorType, const QString &errorMessage);

HttpResponse notFoundResponse();
HttpResponse wrongMethodResponse();

} // namespace coldframe
