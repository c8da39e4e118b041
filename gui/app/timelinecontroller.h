// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace coldframe {

class TimelinePanel;

/// Reads and writes the files of the timeline's panel while the window goes on.
class TimelineController final : public QObject
{
    Q_OBJECT

public:
    /// The panel outlives the controller.
    explicit TimelineController(TimelinePanel &panel, QObject *parent = nullptr);
};

} // namespace coldframe
