// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/base/theme.h"

#include <QChartView>

QT_BEGIN_NAMESPACE
class QAbstractAxis;
QT_END_NAMESPACE

namespace coldframe {

/// Colours of series, told apart from each other and from the palette's Base; they begin again
/// after the last one.
QColor seriesColour(const ThemeColours &colours, int index);

/// An axis in our look: texts in the palette's colours, hairlines, a quiet grid.
void styleAxis(QAbstractAxis *axis, const QPalette &palette, const QFont &font);

/// A chart in the program's look: no animation, no shadow, flat background, legend at the bottom.
/// It follows palette and font of the widget. Colours of series are the owner's, who sets them
/// when restyled() tells.
class ChartView : public QChartView
{
    Q_OBJECT

public:
    explicit ChartView(QWidget *parent = nullptr);

    /// Gives the look to the axes that there are now: to be called after the last one is added.
    void restyle();

    /// The texts of the chart: one size below that of the widgets around it.
    QFont chartFont() const;

Q_SIGNALS:
    /// Also when the palette changes: the time to colour the series.
    void restyled(const ThemeColours &colours);

protected:
    void changeEvent(QEvent *event) override;
    /// A chart does not scroll: what is around it does.
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace coldframe
