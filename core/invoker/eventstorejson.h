// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/invoker/queuedevent.h"

namespace coldframe {

/// The parts of an event that its file keeps as JSON. Reading is lenient: what is missing or of
/// another kind has its default.
QByteArray optionsToJson(const AttemptOptions &options);
AttemptOptions optionsFromJson(const QByteArray &json);

QByteArray lineageToJson(const std::map<QString, int> &lineage);
std::map<QString, int> lineageFromJson(const QByteArray &json);

/// Empty without a response.
QByteArray responseToJson(const std::optional<FunctionResponse> &response);
std::optional<FunctionResponse> responseFromJson(const QByteArray &json, const QByteArray &payload);

QByteArray deliveriesToJson(const std::vector<EventDelivery> &deliveries);
std::vector<EventDelivery> deliveriesFromJson(const QByteArray &json);

} // namespace coldframe
