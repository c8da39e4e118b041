// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <vector>

namespace coldframe {

/// One stretch of time with a name, in a lane of a trace that came from anywhere.
struct TraceSpan
{
    QString name;
    QString category; ///< empty where the format has none
    QString file; ///< empty when it has none
    std::chrono::nanoseconds begin{}; ///< from the trace's own beginning
    std::chrono::nanoseconds duration{};
    int depth = 0; ///< how many spans of its lane it lies in

    std::chrono::nanoseconds end() const { return begin + duration; }
    bool operator==(const TraceSpan &) const = default;
};

/// Spans of one thread, or of one kind. Sorted by begin, outer ones first; each two lie one in the
/// other, or apart.
struct TraceLane
{
    QString process; ///< what the lane belongs to; empty where the format has no such thing
    QString name;
    std::vector<TraceSpan> spans;

    bool operator==(const TraceLane &) const = default;
};

/// A trace as lanes of named spans: what is written to files, and what is read from them, also from
/// those of other programs.
struct ImportedTrace
{
    QString name; ///< empty where the file tells none
    std::vector<TraceLane> lanes;
    std::chrono::nanoseconds total{}; ///< end of what ended last
    int leftOut = 0; ///< entries of the file that are no spans: counters, marks, flows

    bool isEmpty() const { return lanes.empty(); }
    bool operator==(const ImportedTrace &) const = default;
};

/// Which of the two formats.
enum class TraceFormat {
    Chrome, ///< Trace Event Format, JSON; for Perfetto and chrome://tracing
    Speedscope, ///< speedscope's own JSON
};

/// Sorts spans into lanes in which they nest, and sets their depths: what overlaps without nesting
/// goes to a further lane, whose name has a number behind it.
std::vector<TraceLane> nestedLanes(const QString &process, const QString &name,
                                   std::vector<TraceSpan> spans);

/// The end of what ended last.
std::chrono::nanoseconds endOf(const std::vector<TraceLane> &lanes);

} // namespace coldframe
