// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/timeline/timelinelegend.h"

#include "gui/timeline/timelinepainter.h"
#include "gui/timeline/timelinetext.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>

namespace coldframe {

TimelineContents TimelineContents::of(const Timeline &timeline)
{
    TimelineContents contents;
    const auto note = [&contents](PhaseKind kind) {
        auto &phases = contents.phases;
        if (std::find(phases.begin(), phases.end(), kind) == phases.end())
            phases.push_back(kind);
    };
    for (const Phase &phase : timeline.phases)
        note(phase.kind);
    for (const RunPart &part : timeline.runParts)
        note(part.phase.kind);
    contents.hasExtensions = timeline.extensionLanes > 0;
    for (const ImportOrigin origin :
         {ImportOrigin::Function, ImportOrigin::Dependency, ImportOrigin::StandardLibrary}) {
        if (std::any_of(timeline.imports.begin(), timeline.imports.end(),
                        [origin](const ImportSpan &span) { return span.origin == origin; }))
            contents.origins.push_back(origin);
    }
    for (const HandlerSpan &span : timeline.spans)
        (span.kind == HandlerSpanKind::Connection ? contents.hasConnections : contents.hasOwnSpans)
            = true;
    return contents;
}

std::vector<ColourLegend::Entry> legendFor(const TimelineContents &contents,
                                           const ThemeColours &colours)
{
    std::vector<ColourLegend::Entry> entries;
    // The groups share some colours, so each says what it is.
    if (!contents.phases.empty())
        entries.push_back({{}, TimelineLegend::tr("Phases:")});
    for (const PhaseKind kind : contents.phases)
        entries.push_back({colours.phase(kind), legendText(kind), isHatched(kind)});
    if (contents.hasExtensions)
        entries.push_back({colours.extension, TimelineLegend::tr("An extension at work")});
    if (!contents.origins.empty())
        entries.push_back({{}, TimelineLegend::tr("Imports:")});
    for (const ImportOrigin origin : contents.origins)
        entries.push_back({colours.importFrom(origin), originText(origin)});
    if (contents.hasConnections || contents.hasOwnSpans)
        entries.push_back({{}, TimelineLegend::tr("Inside the handler:")});
    if (contents.hasConnections)
        entries.push_back({colours.connection, TimelineLegend::tr("Connection")});
    if (contents.hasOwnSpans)
        entries.push_back({colours.ownSpan, TimelineLegend::tr("Own span")});
    return entries;
}

TimelineLegend::TimelineLegend(QWidget *parent)
    : ColourLegend(parent)
{
    setAccessibleName(tr("Colours of the timeline"));
}

void TimelineLegend::setTimeline(const Timeline &timeline)
{
    m_contents = TimelineContents::of(timeline);
    setEntries(legendFor(m_contents, ThemeColours::of(palette())));
}

void TimelineLegend::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::LanguageChange)
        setEntries(legendFor(m_contents, ThemeColours::of(palette())));
    ColourLegend::changeEvent(event);
}

} // namespace coldframe

#include "moc_timelinelegend.cpp"
