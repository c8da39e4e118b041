// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/invocation.h"
#include "core/timeline/importedtrace.h"
#include "core/timeline/lanelayout.h"

#include <QString>

#include <chrono>
#include <optional>
#include <span>
#include <vector>

namespace coldframe {

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

enum class LaneKind {
    Phases,
    Extension,
    Imports,
    Handler, ///< the handler's own part of the invocation
    Spans, ///< inside the handler
    Run, ///< another run of the same environment
    Whole, ///< the root of a flame graph
    Trace, ///< a span of a trace from a file
};

/// What a bar stands for: an element of the list of a Timeline that has this kind.
struct TimelinePart
{
    LaneKind kind = LaneKind::Phases;
    int index = 0;

    bool operator==(const TimelinePart &) const = default;
};

/// A box of a flame graph; see flamelayout.h.
struct FlameNode
{
    TimelinePart part; ///< the longest one of those that were merged
    int parent = -1;
    int count = 1; ///< how many were merged
    std::chrono::nanoseconds begin{}; ///< on the axis of the graph
    std::chrono::nanoseconds duration{};
    std::chrono::nanoseconds self{};

    bool operator==(const FlameNode &) const = default;
};

/// Another run of the environment of the one that is shown, from its own beginning.
struct StackedRun
{
    QString requestId;
    int ordinal = 0; ///< which invocation of its environment it was
    bool isCold = false;
    InvocationStatus status = InvocationStatus::Succeeded;
    std::vector<Phase> phases;
    std::optional<HandlerRun> handlerRun;

    std::chrono::nanoseconds total() const;
    bool operator==(const StackedRun &) const = default;
};

/// What a stretch of a stacked run is.
enum class RunStep {
    Phase, ///< a whole phase
    Delivery, ///< of the invoke phase, until the runtime has the event
    Handler,
    Response, ///< of the invoke phase, from the handler's answer until it is read
};

struct RunPart
{
    int run = 0; ///< index into Timeline::runs
    Phase phase; ///< begin and duration are those of the step
    RunStep step = RunStep::Phase;

    bool operator==(const RunPart &) const = default;
};

/// Where the time of one invocation went, ready to be laid out. Lane 0 has the phases, the next
/// ones an extension each; then come the handler's own module, and in each lane below what the lane
/// above imported (an icicle). A module that began before its lane was free, as modules do that
/// load side by side, goes to the next free lane. Lanes of the handler and what happened inside it
/// follow, and a lane for each run that is stacked below.
struct Timeline
{
    std::vector<Phase> phases;
    std::vector<ExtensionStretch> extensions;
    std::vector<ImportSpan> imports;
    std::optional<HandlerRun> handlerRun;
    std::vector<HandlerSpan> spans;
    std::vector<TraceSpan> traceSpans; ///< of a trace from a file, which has nothing else
    std::vector<QString> traceNames; ///< of such a trace, of each lane; empty for most
    std::vector<StackedRun> runs;
    std::vector<RunPart> runParts;
    std::vector<FlameNode> flame; ///< of a flame graph: its lanes hold these
    std::vector<int> flameOfImport; ///< of a flame graph: the node of each import, or -1
    std::vector<std::vector<LaneSpan>> lanes;
    int extensionLanes = 0; ///< from lane 1 on
    int handlerLanes = 0; ///< below those of the imports; one when the handler's part is known
    int spanLanes = 0; ///< below it
    int runLanes = 0; ///< the last ones
    std::chrono::nanoseconds total{}; ///< end of what ended last
    std::chrono::nanoseconds extent{}; ///< of the axis: of the total, and of every stacked run
    std::chrono::nanoseconds sandbox{}; ///< before the init phase, not billed
    std::chrono::nanoseconds init{}; ///< all phases of the init phase together
    std::chrono::nanoseconds restore{}; ///< instead of an init phase, with SnapStart
    std::chrono::nanoseconds invoke{}; ///< until the extensions are done, too
    bool isSum = false; ///< a left heavy flame graph: the axis has no instants
    bool initInsideInvoke = false; ///< the init phase was repeated under the function's timeout

    bool isEmpty() const { return lanes.empty(); }
    bool isFlame() const { return !flame.empty(); }
    bool isTrace() const { return !traceSpans.empty(); }
    /// What lies in a lane; a lane of a flame graph has parts of several kinds.
    LaneKind kindOf(int lane) const;
    int importLanes() const;
};

/// There are never more lanes of imports than this; what is nested deeper shares the last one.
inline constexpr int LargestLaneCount = 128;

/// Nor more lanes of spans inside the handler.
inline constexpr int LargestSpanLaneCount = 24;

Timeline timelineOf(const InvocationRecord &record);

/// A trace from a file: a lane for each depth of each of its lanes.
Timeline timelineOf(const ImportedTrace &trace);

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
    std::optional<TraceSpan> trace; ///< set for a span of a trace from a file
    bool hasFailed = false; ///< of a module: looked for in vain, or its code raised an error
    std::optional<HandlerSpan> span; ///< set for what happened inside the handler
    std::optional<StackedRun> run; ///< set for a part of another run; phase and step say which
    RunStep step = RunStep::Phase;
    int merged = 1; ///< how many equal stacks a box of a flame graph stands for
    QString module;
    QString file; ///< empty for modules without one
    std::optional<qint64> fileBytes;
    ImportOrigin origin = ImportOrigin::Dependency;
    bool hasBegin = true; ///< false: the axis is a sum of times
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

TimelinePart partAt(const Timeline &timeline, SpanPosition position);

/// Where a part lies; not valid when this timeline does not show it.
SpanPosition positionOf(const Timeline &timeline, TimelinePart part);

/// The span to go to from a stretch of one lane to another: one with time in common, else the
/// nearest. Not valid when the lane does not exist or is empty.
SpanPosition neighbourInLane(const Timeline &timeline, int lane, std::chrono::nanoseconds begin,
                             std::chrono::nanoseconds end);

} // namespace coldframe
