// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/invocation.h"

#include <QByteArray>
#include <QLocale>
#include <QString>

#include <functional>
#include <vector>

namespace coldframe {

/// A run of a waterfall picture; the record outlives the call.
struct WaterfallRow
{
    QString title; ///< empty for a picture of one run
    const InvocationRecord &record;
};

/// How a picture is drawn.
struct WaterfallStyle
{
    double width = 1040; ///< in pixels
    /// The colour of a class of reportStyleSheet(), "#rrggbb", where no style sheet is applied; of
    /// texts the classes are "text", "axis" and "name". Without it pictures depend on the sheet.
    std::function<QString(const QString &cssClass)> colourOf = {};
};

/// An SVG picture of where the time of runs went, all on one axis: phases, imports as an icicle
/// and spans inside the handler. Bars that are too narrow to be seen are folded.
QByteArray waterfallPicture(const std::vector<WaterfallRow> &rows, const QLocale &locale,
                            const WaterfallStyle &style = {});

/// What the colours of that picture mean: only of what is in it.
QByteArray waterfallLegend(const std::vector<WaterfallRow> &rows);

} // namespace coldframe
