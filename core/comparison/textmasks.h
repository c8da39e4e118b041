// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace coldframe {

/// What of a text is another one each time, and so does not count when texts are compared.
struct TextMasks
{
    bool uuids = false; ///< become "<uuid>"
    bool times = false; ///< a day with a time of day, ISO 8601 and its kin, becomes "<time>"
    /// Trace ids and 16, 24, 32, 40 or 64 hexadecimal digits, no number, become "<id>".
    bool identifiers = false;
    QString requestId = {}; ///< becomes "<requestId>"; empty for none
};

/// The placeholders, for those who write them into documents of their own.
namespace placeholder {
inline constexpr auto Uuid = "<uuid>";
inline constexpr auto Time = "<time>";
inline constexpr auto Identifier = "<id>";
inline constexpr auto RequestId = "<requestId>";
} // namespace placeholder

QString maskedText(QString text, const TextMasks &masks);

} // namespace coldframe
