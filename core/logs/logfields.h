// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/logmembers.h"
#include "core/logs/logstore.h"

#include <QString>

#include <optional>

namespace coldframe {

/// What a line's parts are called in queries and columns.
struct LogField
{
    enum class Kind {
        Time,
        Level,
        Source, ///< "function", "extension", "platform" or "coldframe"
        RequestId,
        Message,
        Member, ///< a JSON member
    };

    Kind kind = Kind::Message;
    QString path = {}; ///< of a member, such as "cart.total"

    bool operator==(const LogField &) const = default;
};

/// The field of that name: "time", "level", "source" (or "origin"), "requestId", "message",
/// everything else is a member's path.
LogField logFieldNamed(const QString &name);

/// The name of a field, as logFieldNamed() reads it.
QString logFieldName(const LogField &field);

/// The message of a line: of a JSON line the member that its logger keeps it in (message, msg,
/// event), of a text line what stands behind its prefix; the whole line when there is none.
QString messageOf(const LogLineView &line);

/// The request id that a line states, or an empty text.
QString requestIdOf(const LogLineView &line);

/// "function", "extension", "platform" or "coldframe".
QString logSourceName(LogSource source);
std::optional<LogSource> logSourceNamed(QStringView name);

/// A field's text; Time as UTC in ISO 8601. Nothing when the line does not have it.
std::optional<QString> fieldText(const LogLineView &line, const LogField &field);

} // namespace coldframe
