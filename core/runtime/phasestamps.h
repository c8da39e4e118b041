// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/lambda/phase.h"

#include <optional>
#include <vector>

namespace coldframe {

/// When our bootstrap passed its stations, in instants of the monotonic clock.
struct BootstrapStamps
{
    Instant bootstrapStart;
    Instant handlerImportStart;
    Instant handlerImportEnd;
};

/// The instants of one invocation and of the init phase that belongs to it. What did not happen
/// stays empty; phases are made of what did.
struct PhaseStamps
{
    std::optional<Instant> sandboxBegin; ///< only when the environment is new
    std::optional<Instant> initBegin; ///< the sandbox is ready and the first program is started
    std::optional<Instant> executedAt; ///< the runtime's program runs
    std::optional<BootstrapStamps> bootstrap;
    std::optional<Instant> runtimeReady; ///< first GET next, or GET restore/next
    std::optional<Instant> initEnd; ///< the runtime and every extension are ready, or it failed
    std::optional<Instant> restoreBegin; ///< GET restore/next is answered
    std::optional<Instant> restoreEnd;
    std::optional<Instant> invokeBegin; ///< the event is written
    std::optional<Instant> firstByte; ///< of a streamed response
    std::optional<Instant> answered; ///< the response is read completely, or the failure was seen
    std::optional<Instant> done; ///< every extension is back as well

    /// Where the axis of the record's phases begins.
    Instant origin() const;
};

/// The phases in order, on the axis that begins at origin().
std::vector<Phase> phasesOf(const PhaseStamps &stamps);

} // namespace coldframe
