// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/colourlegend.h"

#include "gui/base/theme.h"

#include <QPainter>
#include <QStringList>

namespace coldframe {

namespace {

constexpr int Swatch = 10;
constexpr int AfterSwatch = 5;
constexpr int BetweenEntries = 14;
constexpr int AfterCaption = 8;

int entryWidth(const ColourLegend::Entry &entry, const QFontMetrics &metrics)
{
    return (entry.colour.isValid() ? Swatch + AfterSwatch : 0)
        + metrics.horizontalAdvance(entry.text);
}

int groupWidth(const std::vector<ColourLegend::Entry> &entries, std::size_t caption,
               const QFontMetrics &metrics)
{
    int width = entryWidth(entries[caption], metrics) + AfterCaption;
    for (std::size_t i = caption + 1; i < entries.size() && entries[i].colour.isValid(); ++i)
        width += entryWidth(entries[i], metrics) + BetweenEntries;
    return width - BetweenEntries;
}

std::vector<QRect> places(const std::vector<ColourLegend::Entry> &entries,
                          const QFontMetrics &metrics, int width)
{
    const int line = metrics.height() + 2;
    std::vector<QRect> rects;
    int x = 0;
    int y = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const bool isCaption = !entries[i].colour.isValid();
        const int own = entryWidth(entries[i], metrics);
        // A group that does not fit into the rest of a line begins on a line of its own.
        const int needed = isCaption ? groupWidth(entries, i, metrics) : own;
        if (x > 0 && x + needed > width) {
            x = 0;
            y += line;
        }
        rects.emplace_back(x, y, own, line);
        x += own + (isCaption ? AfterCaption : BetweenEntries);
    }
    return rects;
}

} // namespace

ColourLegend::ColourLegend(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ColourLegend::setEntries(std::vector<Entry> entries)
{
    m_entries = std::move(entries);
    QStringList texts;
    for (const Entry &entry : m_entries)
        texts.append(entry.text);
    setAccessibleDescription(texts.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

int ColourLegend::lineWidth() const
{
    int width = 1;
    for (const Entry &entry : m_entries)
        width += entryWidth(entry, fontMetrics()) + BetweenEntries;
    return width;
}

int ColourLegend::heightForWidth(int width) const
{
    return heightOf(m_entries, fontMetrics(), width);
}

int ColourLegend::heightOf(const std::vector<Entry> &entries, const QFontMetrics &metrics,
                           int width)
{
    const std::vector<QRect> rects = places(entries, metrics, width);
    return rects.empty() ? 0 : rects.back().bottom() + 1;
}

QSize ColourLegend::sizeHint() const
{
    const int wide = 600;
    return {wide, heightForWidth(wide)};
}

QSize ColourLegend::minimumSizeHint() const
{
    return {120, m_entries.empty() ? 0 : fontMetrics().height() + 2};
}

void ColourLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, m_entries, rect(), palette());
}

void ColourLegend::paint(QPainter &painter, const std::vector<Entry> &entries, const QRect &place,
                         const QPalette &palette)
{
    const ThemeColours colours = ThemeColours::of(palette);
    const std::vector<QRect> rects = places(entries, QFontMetrics(painter.font()), place.width());
    for (std::size_t i = 0; i < rects.size(); ++i) {
        const Entry &entry = entries[i];
        QRect rect = rects[i].adjusted(0, 0, 1, 0).translated(place.topLeft());
        if (entry.colour.isValid()) {
            QRect swatch(rect.left(), rect.center().y() - Swatch / 2 + 1, Swatch, Swatch);
            if (entry.isDot)
                swatch.adjust(3, 1, -3, -1);
            painter.fillRect(swatch, entry.colour.darker(150));
            painter.fillRect(swatch.adjusted(1, 1, -1, -1), entry.colour);
            if (entry.isHatched)
                painter.fillRect(swatch.adjusted(1, 1, -1, -1),
                                 QBrush(entry.colour.darker(HatchDarkness), Qt::BDiagPattern));
            rect.adjust(Swatch + AfterSwatch, 0, 0, 0);
        }
        painter.setPen(entry.colour.isValid() ? palette.color(QPalette::WindowText)
                                              : colours.muted);
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, entry.text);
    }
}

} // namespace coldframe

#include "moc_colourlegend.cpp"
