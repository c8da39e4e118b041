// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace coldframe {

/// Milliseconds since 1970 in UTC: as fine as any event source spells time.
using EventInstant = std::chrono::sys_time<std::chrono::milliseconds>;

/// Reads ISO 8601 with Z or an offset, in the years 1970 to 9999.
std::optional<EventInstant> readInstant(const QString &text);

/// "2024-06-17T14:48:13.000Z"
QString isoMilliseconds(EventInstant instant);

/// "2024-06-17T14:48:13Z", cut to the second.
QString isoSeconds(EventInstant instant);

/// "17/Jun/2024:14:48:13 +0000", as API Gateway writes it (event-sources, section 1).
QString apiGatewayTime(EventInstant instant);
std::optional<EventInstant> readApiGatewayTime(const QString &text);

} // namespace coldframe
