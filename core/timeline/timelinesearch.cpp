// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timelinesearch.h"

#include <algorithm>

namespace coldframe {

bool TimelineMatches::contains(TimelinePart part) const
{
    const std::vector<bool> *list = part.kind == LaneKind::Imports ? &imports
        : part.kind == LaneKind::Spans                             ? &spans
        : part.kind == LaneKind::Trace                             ? &trace
                                                                   : nullptr;
    const auto index = static_cast<std::size_t>(part.index);
    return list && index < list->size() && (*list)[index];
}

TimelineMatches matchesOf(const Timeline &timeline,
                          const std::function<bool(const QString &)> &matches)
{
    TimelineMatches found;
    const auto note = [&found](std::vector<bool> &list, bool isMatch) {
        list.push_back(isMatch);
        found.count += isMatch ? 1 : 0;
    };
    for (const ImportSpan &import : timeline.imports)
        note(found.imports, matches(import.module) || matches(import.file));
    for (const HandlerSpan &span : timeline.spans)
        note(found.spans, matches(nameOfSpan(span)));
    for (const TraceSpan &span : timeline.traceSpans)
        note(found.trace, matches(span.name) || matches(span.file));
    return found;
}

std::optional<TimelinePart> nextMatch(const TimelineMatches &matches,
                                      std::optional<TimelinePart> from, int direction)
{
    const auto imports = static_cast<int>(matches.imports.size());
    const int spans = imports + static_cast<int>(matches.spans.size());
    const int all = spans + static_cast<int>(matches.trace.size());
    if (matches.count == 0)
        return {};
    const auto partOf = [imports, spans](int place) {
        return place < imports ? TimelinePart{LaneKind::Imports, place}
            : place < spans    ? TimelinePart{LaneKind::Spans, place - imports}
                               : TimelinePart{LaneKind::Trace, place - spans};
    };
    int place = direction > 0 ? -1 : all;
    if (from && from->kind == LaneKind::Imports)
        place = from->index;
    else if (from && from->kind == LaneKind::Spans)
        place = imports + from->index;
    else if (from && from->kind == LaneKind::Trace)
        place = spans + from->index;
    for (int step = 0; step < all; ++step) {
        place = (std::clamp(place, -1, all) + direction + all) % all;
        if (matches.contains(partOf(place)))
            return partOf(place);
    }
    return {};
}

QString nameOfSpan(const HandlerSpan &span)
{
    if (span.kind != HandlerSpanKind::Connection || span.port == 0)
        return span.name;
    const bool isIpv6 = span.name.contains(QLatin1Char(':'));
    return (isIpv6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2"))
        .arg(span.name)
        .arg(span.port);
}

} // namespace coldframe
