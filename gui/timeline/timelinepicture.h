// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/timeline/timelinepainter.h"

#include <QByteArray>
#include <QFont>
#include <QString>

namespace coldframe {

/// A whole timeline as a picture for a document: light colours on white whatever the window looks
/// like, with title, axis, captions and legend. A value that can be painted in any thread.
struct TimelinePicture
{
    Timeline timeline;
    TimelineMarks marks;
    QString title;
    QString note; ///< below the title: what the figures are
    QFont font;

    /// In CSS pixels; the height follows from the number of lanes.
    QSize size() const;

    QByteArray toSvg() const;
    QByteArray toPng() const; ///< with two pixels for each CSS pixel

private:
    void paint(QPainter &painter) const;
};

} // namespace coldframe
