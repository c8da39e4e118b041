// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/endpoint/apierror.h"

#include <optional>

namespace coldframe {

/// Why a request is refused before it is read: it may come from a web page, which must not run
/// functions of this computer. A page that was led here by a false DNS answer has another Host; any
/// other page has an Origin, or the browser says that it fetches.
std::optional<ApiError> callerRefusal(const HttpRequest &request, quint16 port);

} // namespace coldframe
