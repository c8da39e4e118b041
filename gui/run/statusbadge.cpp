// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/statusbadge.h"

#include "gui/run/statustext.h"

#include <QPainter>

namespace coldframe {

namespace {

constexpr int BadgePadding = 8;
constexpr int BadgePicture = 16;
constexpr int BadgeGap = 5;

QFont badgeFont(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

StatusBadge::StatusBadge(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("statusBadge"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setStatus(m_status);
}

void StatusBadge::setStatus(InvocationStatus status)
{
    m_status = status;
    setAccessibleName(text());
    updateGeometry();
    update();
}

QString StatusBadge::text() const
{
    return statusText(m_status);
}

QSize StatusBadge::sizeHint() const
{
    const QFontMetrics metrics(badgeFont(font()));
    return {2 * BadgePadding + BadgePicture + BadgeGap + metrics.horizontalAdvance(text()),
            std::max(metrics.height(), BadgePicture) + 8};
}

QSize StatusBadge::minimumSizeHint() const
{
    return sizeHint();
}

void StatusBadge::paintEvent(QPaintEvent *)
{
    const ThemeColours colours = ThemeColours::of(palette());
    const QColor colour = statusColour(m_status, colours);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(statusBackground(m_status, colours));
    painter.drawRoundedRect(rect(), 4, 4);
    const QRect picture(BadgePadding, (height() - BadgePicture) / 2, BadgePicture, BadgePicture);
    tintedIcon(statusSymbol(m_status), colour).paint(&painter, picture);
    painter.setPen(m_status == InvocationStatus::Stopped ? palette().color(QPalette::WindowText)
                                                         : colour);
    painter.setFont(badgeFont(font()));
    painter.drawText(rect().adjusted(BadgePadding + BadgePicture + BadgeGap, 0, 0, 0),
                     Qt::AlignLeft | Qt::AlignVCenter, text());
}

} // namespace coldframe

#include "moc_statusbadge.cpp"
