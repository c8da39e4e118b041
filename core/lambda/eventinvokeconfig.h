// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/lambda/limits.h"

#include <QString>

#include <chrono>
#include <optional>

namespace coldframe {

/// Where the record of an asynchronous invocation goes. Queues, topics and buses exist in an
/// account only; here the record goes to what this computer has.
struct Destination
{
    enum class Kind {
        Function, ///< another function of the workspace, by its name
        File, ///< a record for each line is added to its end
        HttpAddress, ///< POST to an http:// address of this computer
    };

    Kind kind = Kind::File;
    QString target; ///< function name, absolute path or URL

    bool operator==(const Destination &) const = default;
};

/// "function:NAME", "file:PATH" or "http://..." as a user writes it, and back. A relative path is
/// made absolute. InvalidArgument for anything else, also for an address of another computer.
Result<Destination> destinationFromText(const QString &text);
QString destinationText(const Destination &destination);

/// Whether it is an http:// URL of this computer: nothing that a function makes leaves it.
bool isLoopbackAddress(const QString &url);

/// How asynchronous events of a function are dealt with (invoke-api, section 5).
struct EventInvokeConfig
{
    int maximumRetryAttempts = limits::RetryAttempts; ///< 0 to 2, after function errors
    std::chrono::seconds maximumEventAge = limits::LongestEventAge; ///< 60 to 21,600
    std::optional<Destination> onSuccess = {};
    std::optional<Destination> onFailure = {};
    std::optional<Destination> deadLetterQueue = {}; ///< gets the event itself

    bool operator==(const EventInvokeConfig &) const = default;
};

/// Whether the numbers are what Lambda accepts; InvalidArgument with the limits.
Result<void> checkEventInvokeConfig(const EventInvokeConfig &config);

} // namespace coldframe
