// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"
#include "gui/base/colourlegend.h"

#include <vector>

namespace coldframe {

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
    void makeEntries();

    std::vector<PhaseKind> m_phases;
    bool m_hasExtensions = false;
    std::vector<ImportOrigin> m_origins;
};

} // namespace coldframe
