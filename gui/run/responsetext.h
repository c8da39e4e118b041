// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace coldframe {

/// A response made ready to be shown.
struct ResponseText
{
    bool isJson = false;
    QString formatted; ///< indented when it is JSON, else as it is
    QString raw; ///< as the function sent it
    std::optional<int> statusCode; ///< of an answer to an HTTP event
    std::optional<QString> body; ///< of an answer to an HTTP event: decoded, indented when JSON
    bool isCut = false; ///< only the beginning is in these texts

    bool operator==(const ResponseText &) const = default;
};

/// How much of a response a text view takes without becoming slow, and how long a line.
inline constexpr qsizetype LongestShownText = 1'000'000;
inline constexpr qsizetype LongestShownLine = 100'000;

ResponseText readResponse(const QByteArray &response);

/// The same on a thread of the pool, for responses that take a while.
Async<ResponseText> readResponseLater(const QByteArray &response);

} // namespace coldframe
