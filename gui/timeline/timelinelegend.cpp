// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/timeline/timelinelegend.h"

#include "gui/base/theme.h"
#include "gui/timeline/timelinepainter.h"
#include "gui/timeline/timelinetext.h"

#include <QEvent>
#include <QPainter>
#include <QStringList>

#include <algorithm>

namespace coldframe {

namespace {

constexpr int Swatch = 10;
constexpr int AfterSwatch = 5;
constexpr int BetweenEntries = 14;
constexpr int AfterCaption = 8;

} // namespace

TimelineLegend::TimelineLegend(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
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
    m_entries.clear();
    QStringList texts;
    // Phases and imports share some colours, so each group says what it is.
    if (!m_phases.empty())
        m_entries.push_back({{}, tr("Phases:")});
    for (const PhaseKind kind : m_phases)
        m_entries.push_back({colours.phase(kind), legendText(kind), isHatched(kind)});
    if (m_hasExtensions)
        m_entries.push_back({colours.extension, tr("An extension at work")});
    if (!m_origins.empty())
        m_entries.push_back({{}, tr("Imports:")});
    for (const ImportOrigin origin : m_origins)
        m_entries.push_back({colours.importFrom(origin), originText(origin)});
    for (const Entry &entry : m_entries)
        texts.append(entry.text);
    setAccessibleDescription(texts.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

int TimelineLegend::entryWidth(const Entry &entry) const
{
    return (entry.colour.isValid() ? Swatch + AfterSwatch : 0)
        + fontMetrics().horizontalAdvance(entry.text);
}

std::vector<QRect> TimelineLegend::places(int width) const
{
    const int line = fontMetrics().height() + 2;
    std::vector<QRect> rects;
    int x = 0;
    int y = 0;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const bool isCaption = !m_entries[i].colour.isValid();
        const int own = entryWidth(m_entries[i]);
        // A group that does not fit into the rest of a line begins on a line of its own.
        const int needed = isCaption ? groupWidth(i) : own;
        if (x > 0 && x + needed > width) {
            x = 0;
            y += line;
        }
        rects.emplace_back(x, y, own, line);
        x += own + (isCaption ? AfterCaption : BetweenEntries);
    }
    return rects;
}

int TimelineLegend::groupWidth(std::size_t caption) const
{
    int width = entryWidth(m_entries[caption]) + AfterCaption;
    for (std::size_t i = caption + 1; i < m_entries.size() && m_entries[i].colour.isValid(); ++i)
        width += entryWidth(m_entries[i]) + BetweenEntries;
    return width - BetweenEntries;
}

int TimelineLegend::heightForWidth(int width) const
{
    const std::vector<QRect> rects = places(width);
    return rects.empty() ? 0 : rects.back().bottom() + 1;
}

QSize TimelineLegend::sizeHint() const
{
    const int wide = 600;
    return {wide, heightForWidth(wide)};
}

QSize TimelineLegend::minimumSizeHint() const
{
    return {120, m_entries.empty() ? 0 : fontMetrics().height() + 2};
}

void TimelineLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeColours colours = ThemeColours::of(palette());
    const std::vector<QRect> rects = places(width());
    for (std::size_t i = 0; i < rects.size(); ++i) {
        const Entry &entry = m_entries[i];
        QRect rect = rects[i].adjusted(0, 0, 1, 0);
        if (entry.colour.isValid()) {
            const QRect swatch(rect.left(), rect.center().y() - Swatch / 2 + 1, Swatch, Swatch);
            painter.fillRect(swatch, entry.colour.darker(150));
            painter.fillRect(swatch.adjusted(1, 1, -1, -1), entry.colour);
            if (entry.isHatched)
                painter.fillRect(swatch.adjusted(1, 1, -1, -1),
                                 QBrush(entry.colour.darker(HatchDarkness), Qt::BDiagPattern));
            rect.adjust(Swatch + AfterSwatch, 0, 0, 0);
        }
        painter.setPen(entry.colour.isValid() ? palette().color(QPalette::WindowText)
                                              : colours.muted);
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, entry.text);
    }
}

void TimelineLegend::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::LanguageChange)
        makeEntries();
    QWidget::changeEvent(event);
}

} // namespace coldframe
