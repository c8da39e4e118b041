// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsontext.h"
#include "core/lambda/invocation.h"

#include <nlohmann/json.hpp>

namespace coldframe {

/// The response as JSON; one that is no JSON is a JSON string.
inline OrderedJson responseJson(const InvocationRecord &record)
{
    auto json = parseJson(record.response);
    return json ? std::move(*json) : OrderedJson(QString::fromUtf8(record.response).toStdString());
}

} // namespace coldframe
