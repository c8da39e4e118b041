// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/lambda/eventinvokeconfig.h"

#include <QCommandLineParser>

#include <optional>

namespace coldframe::cli {

/// What `invoke --asynchronous` adds to an invocation.
struct AsynchronousOptions
{
    EventInvokeConfig config;
    bool fastForward = false; ///< virtual time instead of waiting
    bool duplicate = false; ///< the event is delivered twice
};

void addAsynchronousOptions(QCommandLineParser &parser);

/// Nothing without --asynchronous, which all of its options need.
Result<std::optional<AsynchronousOptions>>
readAsynchronousOptions(const QCommandLineParser &parser);

} // namespace coldframe::cli
