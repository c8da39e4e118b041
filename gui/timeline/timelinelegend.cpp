// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/timeline/timelinelegend.h"

#include "gui/base/theme.h"
#include "gui/timeline/timelinepainter.h"
#include "gui/timeline/timelinetext.h"

#include <QEvent>

#include <algorithm>

namespace coldframe {

TimelineLegend::TimelineLegend(QWidget *parent)
    : ColourLegend(parent)
{
    setAccessibleName(tr("Colours of the timeline"));
}

void TimelineLegend::setTimeline(const Timeline &timeline)
{
    m_phases.clear();
    for (const Phase &phase : timeline.phases) {
        if (std::find(m_phases.begin(), m_phases.end(), phase.kind) == m_phases.end())
            m_phases.push_back(phase.kind);
    }
    m_hasExtensions = timeline.extensionLanes > 0;
    m_origins.clear();
    for (const ImportOrigin origin :
         {ImportOrigin::Function, ImportOrigin::Dependency, ImportOrigin::StandardLibrary}) {
        if (std::any_of(timeline.imports.begin(), timeline.imports.end(),
                        [origin](const ImportSpan &span) { return span.origin == origin; }))
            m_origins.push_back(origin);
    }
    makeEntries();
}

void TimelineLegend::makeEntries()
{
    const ThemeColours colours = ThemeColours::of(palette());
    std::vector<Entry> entries;
    // Phases and imports share some colours, so each group says what it is.
    if (!m_phases.empty())
        entries.push_back({{}, tr("Phases:")});
    for (const PhaseKind kind : m_phases)
        entries.push_back({colours.phase(kind), legendText(kind), isHatched(kind)});
    if (m_hasExtensions)
        entries.push_back({colours.extension, tr("An extension at work")});
    if (!m_origins.empty())
        entries.push_back({{}, tr("Imports:")});
    for (const ImportOrigin origin : m_origins)
        entries.push_back({colours.importFrom(origin), originText(origin)});
    setEntries(std::move(entries));
}

void TimelineLegend::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::LanguageChange)
        makeEntries();
    ColourLegend::changeEvent(event);
}

} // namespace coldframe
