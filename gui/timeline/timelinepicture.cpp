// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/timeline/timelinepicture.h"

#include "gui/timeline/timelinelegend.h"
#include "gui/timeline/timelinewidget.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>

namespace coldframe {

namespace {

constexpr int PictureWidth = 1400;
constexpr int PictureMargin = 16;
constexpr double PixelsOfPng = 2;
constexpr int PixelsOfInch = 96; ///< in CSS

QFont boldOf(QFont font)
{
    font.setBold(true);
    return font;
}

/// Where each part of a picture begins.
struct PictureLayout
{
    explicit PictureLayout(const TimelinePicture &picture)
        : metrics(picture.font)
        , geometry(TimelineWidget::geometryFor(picture.timeline, metrics))
        , entries(
              legendFor(TimelineContents::of(picture.timeline), ThemeColours::of(lightPalette())))
        , inner(PictureWidth - 2 * PictureMargin)
    {
        lineHeight = metrics.height() + 2;
        noteHeight = picture.note.isEmpty()
            ? 0
            : metrics.boundingRect(QRect(0, 0, inner, 10'000), Qt::TextWordWrap, picture.note)
                    .height()
                + 4;
        plotTop = PictureMargin + lineHeight + noteHeight + 6;
        plotHeight = geometry.axisHeight
            + geometry.contentHeight(static_cast<int>(picture.timeline.lanes.size())) + 6;
        legendTop = plotTop + plotHeight + 6;
        height = legendTop + ColourLegend::heightOf(entries, metrics, inner) + PictureMargin;
    }

    QFontMetrics metrics;
    TimelineGeometry geometry;
    std::vector<ColourLegend::Entry> entries;
    int inner;
    int lineHeight = 0;
    int noteHeight = 0;
    int plotTop = 0;
    int plotHeight = 0;
    int legendTop = 0;
    int height = 0;
};

} // namespace

QSize TimelinePicture::size() const
{
    return {PictureWidth, PictureLayout(*this).height};
}

void TimelinePicture::paint(QPainter &painter) const
{
    const PictureLayout layout(*this);
    const QPalette palette = lightPalette();
    const ThemeColours colours = ThemeColours::of(palette);
    painter.fillRect(QRect(QPoint(), size()), Qt::white);
    painter.setFont(boldOf(font));
    painter.setPen(palette.color(QPalette::Text));
    painter.drawText(QRect(PictureMargin, PictureMargin, layout.inner, layout.lineHeight),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, title);
    painter.setFont(font);
    painter.setPen(colours.muted);
    painter.drawText(
        QRect(PictureMargin, PictureMargin + layout.lineHeight, layout.inner, layout.noteHeight),
        Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, note);

    painter.save();
    painter.translate(PictureMargin, layout.plotTop);
    const QRect plot(0, 0, layout.inner, layout.plotHeight);
    const TimeScale scale(timeline.extent,
                          plot.width() - layout.geometry.gutter - layout.geometry.rightMargin);
    TimelinePainter parts(painter, layout.geometry, palette, marks, plot, plot);
    const Axis axis = axisOf(scale, TimelineWidget::tickDistance(layout.metrics));
    parts.drawGrid(axis, plot.height() - layout.geometry.axisHeight);
    for (int lane = 0; lane < static_cast<int>(timeline.lanes.size()); ++lane) {
        parts.drawLane(timeline, lane,
                       layOutLane(timeline.lanes[static_cast<std::size_t>(lane)], scale));
        parts.drawCaption(lane, TimelineWidget::captionOf(timeline, lane));
    }
    parts.drawAxis(axis);
    painter.restore();

    ColourLegend::paint(painter, layout.entries,
                        QRect(PictureMargin, layout.legendTop, layout.inner,
                              layout.height - layout.legendTop - PictureMargin),
                        palette);
}

QByteArray TimelinePicture::toSvg() const
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(PixelsOfInch); // of the millimetres that the file's size is told in
    generator.setSize(size());
    generator.setViewBox(QRect(QPoint(), size()));
    generator.setTitle(title);
    generator.setDescription(note);
    QPainter painter(&generator);
    paint(painter);
    painter.end();
    return buffer.data();
}

QByteArray TimelinePicture::toPng() const
{
    QImage image(size() * PixelsOfPng, QImage::Format_RGB32);
    image.setDevicePixelRatio(PixelsOfPng);
    QPainter painter(&image);
    paint(painter);
    painter.end();
    QBuffer buffer;
    image.save(&buffer, "PNG");
    return buffer.data();
}

} // namespace coldframe
