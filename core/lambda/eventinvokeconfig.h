// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// How asynchronous events of a function are dealt with (invoke-api, section 5).
struct EventInvokeConfig
{
    int maximumRetryAttempts = 2; ///< 0 to 2, after function errors
    std::chrono::seconds maximumEventAge{21'600}; ///< 60 to 21,600
    std::optional<Destination> onSuccess = {};
    std::optional<Destination> onFailure = {};
    std::optional<Destination> deadLetterQueue = {}; ///< gets the event itself

    bool operator==(const EventInvokeConfig &) const = default;
};

} // namespace coldframe
