// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"

#include <chrono>
#include <cstdint>

namespace coldframe::limits {

using namespace std::chrono_literals;

/// Largest event of a synchronous invocation (runtime-api, section 9).
inline constexpr std::int64_t SynchronousEventBytes = 6'291'456;

/// Largest event of an asynchronous invocation (invoke-api, section 5).
inline constexpr std::int64_t AsynchronousEventBytes = 1'048'576;

/// Most retries after function errors, and the age at which an event is given up (invoke-api,
/// section 5).
inline constexpr int RetryAttempts = 2;
inline constexpr std::chrono::seconds ShortestEventAge = 60s;
inline constexpr std::chrono::seconds LongestEventAge = 21'600s;

/// Times that a chain of events may pass the same function (scaling, section 8).
inline constexpr int RecursiveInvocations = 16;

/// Largest buffered response that a runtime may post (runtime-api, section 4).
inline constexpr std::int64_t ResponseBytes = 6'291'556;

/// Largest streamed response (runtime-api, section 9).
inline constexpr std::int64_t StreamedResponseBytes = 200 * 1024 * 1024;

/// Configured memory (cost-and-tuning, E.2).
inline constexpr MebiBytes SmallestMemory{128};
inline constexpr MebiBytes LargestMemory{10'240};

/// Configured timeout (environment, section 1).
inline constexpr std::chrono::seconds ShortestTimeout = 1s;
inline constexpr std::chrono::seconds DefaultTimeout = 3s;
inline constexpr std::chrono::seconds LongestTimeout = 900s;

/// How long the init phase may take before it is repeated inside the first invocation
/// (environment, section 1).
inline constexpr std::chrono::seconds InitTimeout = 10s;

/// The same with provisioned concurrency; the function's timeout where that is longer.
inline constexpr std::chrono::seconds ProvisionedInitTimeout = 130s;

/// /tmp (environment, section 3).
inline constexpr MebiBytes SmallestEphemeralStorage{512};
inline constexpr MebiBytes LargestEphemeralStorage{10'240};

/// All environment variables of a function together (environment, section 2.3).
inline constexpr std::int64_t EnvironmentVariableBytes = 4'096;

/// Layers of a function, and all of them unzipped (environment, section 3).
inline constexpr int Layers = 5;
inline constexpr std::int64_t UnzippedBytes = 250 * 1'048'576;

/// context.client_context as base64 (invoke-api, section 2).
inline constexpr std::int64_t ClientContextBytes = 3'583;

/// Longest line of a log (logs, section 8).
inline constexpr std::int64_t LogLineBytes = 262'144;

/// What a synchronous caller gets of the log (logs, section 7).
inline constexpr std::int64_t LogTailBytes = 4'096;

/// Open descriptors, and processes with threads (environment, section 3).
inline constexpr int FileDescriptors = 1'024;
inline constexpr int Processes = 1'024;

/// Memory that corresponds to one vCPU (cost-and-tuning, E.2).
inline constexpr MebiBytes OneVirtualCpu{1'769};

} // namespace coldframe::limits
