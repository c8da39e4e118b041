// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/phase.h"
#include "core/timeline/lanelayout.h"

#include <QString>

#include <chrono>
#include <optional>
#include <span>
#include <vector>

namespace coldframe {

struct InvocationRecord;

/// What an extension does while its environment waits for it (extensions, section 2).
enum class ExtensionWork {
    Init, ///< from its registration until it asks for its first event
    Invoke, ///< from the event until it asks for the next one
};

/// One stretch of time in which one extension is at work.
struct ExtensionStretch
{
    QString name;
    bool isExternal = true;
    ExtensionWork work = ExtensionWork::Init;
    std::chrono::nanoseconds begin{};
    std::chrono::nanoseconds duration{};
    bool isFinished = true; ///< false: it did not ask for an event until the phase was over

    bool operator==(const ExtensionStretch &) const = default;
};

enum class LaneKind { Phases, Extension, Imports };

/// Where the time of one invocation went, ready to be laid out. Lane 0 has the phases, the next
/// ones an extension each; then come the handler's own module, and in each lane below what the lane
/// above imported (an icicle). A module that began before its lane was free, as modules do that
/// load side by side, goes to the next free lane.
struct Timeline
{
    std::vector<Phase> phases;
    std::vector<ExtensionStretch> extensions;
    std::vector<ImportSpan> imports;
    std::vector<std::vector<LaneSpan>> lanes;
    int extensionLanes = 0; ///< from lane 1 on
    std::chrono::nanoseconds total{}; ///< end of what ended last
    std::chrono::nanoseconds sandbox{}; ///< before the init phase, not billed
    std::chrono::nanoseconds init{}; ///< all phases of the init phase together
    std::chrono::nanoseconds restore{}; ///< instead of an init phase, with SnapStart
    std::chrono::nanoseconds invoke{}; ///< until the extensions are done, too
    bool initInsideInvoke = false; ///< the init phase was repeated under the function's timeout

    bool isEmpty() const { return lanes.empty(); }
    LaneKind kindOf(int lane) const;
};

/// There are never more lanes of imports than this; what is nested deeper shares the last one.
inline constexpr int LargestLaneCount = 128;

Timeline timelineOf(const InvocationRecord &record);

/// A span of a timeline: a lane and an index within it.
struct SpanPosition
{
    int lane = -1;
    int span = -1;

    bool isValid() const { return lane >= 0 && span >= 0; }
    bool operator==(const SpanPosition &) const = default;
};

/// What there is to say about a bar, for a tooltip or a label. When the bar stands for several
/// spans, phase, extension, module, file and origin are those of the longest one.
struct BarFacts
{
    int count = 1;
    LaneKind kind = LaneKind::Phases;
    std::optional<PhaseKind> phase; ///< not set: an extension or modules
    std::optional<ExtensionStretch> extension; ///< not set: a phase or modules
    QString module;
    QString file; ///< empty for modules without one
    ImportOrigin origin = ImportOrigin::Dependency;
    std::chrono::nanoseconds begin{};
    std::chrono::nanoseconds duration{}; ///< of all spans together, without the gaps
    std::chrono::nanoseconds self{}; ///< without what was imported; only for modules
    double share = 0; ///< duration as a part of the whole, 0 to 1

    bool operator==(const BarFacts &) const = default;
};

/// The lane and bar must exist; bar must come from layOutLane() over this lane.
BarFacts factsOf(const Timeline &timeline, int lane, const Bar &bar);

/// The same for a single span.
BarFacts factsOf(const Timeline &timeline, SpanPosition position);

const LaneSpan &spanAt(const Timeline &timeline, SpanPosition position);

/// The span to go to from a stretch of one lane to another: one with time in common, else the
/// nearest. Not valid when the lane does not exist or is empty.
SpanPosition neighbourInLane(const Timeline &timeline, int lane, std::chrono::nanoseconds begin,
                             std::chrono::nanoseconds end);

} // namespace coldframe
