// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"
#include "gui/base/colourlegend.h"
#include "gui/base/theme.h"

#include <vector>

namespace coldframe {

/// What occurs in a timeline and needs a colour's meaning.
struct TimelineContents
{
    std::vector<PhaseKind> phases;
    bool hasExtensions = false;
    std::vector<ImportOrigin> origins;
    bool hasConnections = false;
    bool hasOwnSpans = false;

    static TimelineContents of(const Timeline &timeline);
};

std::vector<ColourLegend::Entry> legendFor(const TimelineContents &contents,
                                           const ThemeColours &colours);

/// Says which colour means what, for what occurs in a timeline only.
class TimelineLegend : public ColourLegend
{
    Q_OBJECT

public:
    explicit TimelineLegend(QWidget *parent = nullptr);

    void setTimeline(const Timeline &timeline);

protected:
    void changeEvent(QEvent *event) override;

private:
    TimelineContents m_contents;
};

} // namespace coldframe
