// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/comparison/comparisonwaterfall.h"

#include "core/lambda/recordjson.h"
#include "gui/base/theme.h"
#include "report/waterfallpicture.h"

#include <QEvent>
#include <QPainter>
#include <QSvgRenderer>

namespace coldframe {

namespace {

constexpr double SmallestWidth = 320;

/// The theme's colour for a class of the picture.
QColor colourOfClass(const QString &cssClass, const ThemeColours &colours, const QPalette &palette)
{
    for (int kind = 0; kind <= static_cast<int>(PhaseKind::ExtensionsDone); ++kind) {
        if (phaseName(static_cast<PhaseKind>(kind)) == cssClass)
            return colours.phase(static_cast<PhaseKind>(kind));
    }
    if (cssClass == QLatin1String("function"))
        return colours.functionImport;
    if (cssClass == QLatin1String("dependency"))
        return colours.dependencyImport;
    if (cssClass == QLatin1String("standardLibrary"))
        return colours.standardLibraryImport;
    if (cssClass == QLatin1String("span"))
        return colours.interpreterStart;
    if (cssClass == QLatin1String("tick"))
        return colours.border;
    if (cssClass == QLatin1String("text"))
        return colours.phaseText;
    return cssClass == QLatin1String("axis") ? colours.muted : palette.color(QPalette::Text);
}

} // namespace

ComparisonWaterfall::ComparisonWaterfall(QWidget *parent)
    : QWidget(parent)
    , m_picture(new QSvgRenderer(this))
{
    setObjectName(QStringLiteral("comparisonWaterfall"));
    setAccessibleName(tr("The phases of both runs on one axis; the table below has the figures"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSizePolicy(policy);
}

void ComparisonWaterfall::setRuns(const NamedRuns &left, const NamedRuns &right)
{
    m_left = left;
    m_right = right;
    draw();
}

QSize ComparisonWaterfall::sizeHint() const
{
    return m_picture->isValid() ? m_picture->viewBox().size() : QSize(0, 0);
}

void ComparisonWaterfall::draw()
{
    if (m_left.runs.records.empty() || m_right.runs.records.empty())
        return;
    const ThemeColours colours = ThemeColours::of(palette());
    const WaterfallStyle style{std::max<double>(width(), SmallestWidth),
                               [this, colours](const QString &cssClass) {
                                   return colourOfClass(cssClass, colours, palette()).name();
                               }};
    m_picture->load(waterfallPicture({{m_left.name, m_left.runs.representative()},
                                      {m_right.name, m_right.runs.representative()}},
                                     locale(), style));
    setMinimumHeight(m_picture->viewBox().height());
    updateGeometry();
    update();
}

void ComparisonWaterfall::paintEvent(QPaintEvent *)
{
    if (!m_picture->isValid())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    m_picture->render(&painter, QRectF(QPointF(0, 0), QSizeF(m_picture->viewBox().size())));
}

void ComparisonWaterfall::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    draw();
}

void ComparisonWaterfall::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        draw();
}

} // namespace coldframe

#include "moc_comparisonwaterfall.cpp"
