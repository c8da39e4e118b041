// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/deliverybar.h"

#include "gui/base/elidedlabel.h"
#include "gui/base/icons.h"
#include "gui/base/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace coldframe {

DeliveryBar::DeliveryBar(QWidget *parent)
    : QWidget(parent)
    , m_picture(new QLabel)
    , m_way(new ElidedLabel(Qt::ElideLeft))
    , m_back(new QToolButton)
{
    setObjectName(QStringLiteral("deliveryBar"));
    m_way->setObjectName(QStringLiteral("deliveryWay"));
    m_back->setObjectName(QStringLiteral("deliveryBack"));
    m_back->setAutoRaise(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 3, 6, 3);
    row->setSpacing(8);
    row->addWidget(m_picture);
    row->addWidget(m_way, 1);
    row->addWidget(m_back);
    connect(m_back, &QToolButton::clicked, this, [this] {
        if (m_wayBack == WayBack::OneStep)
            Q_EMIT backRequested();
        else
            Q_EMIT unwrapRequested();
    });
    applyColours();
}

void DeliveryBar::setWay(const QString &way, WayBack back)
{
    m_wayBack = back;
    m_way->setFullText(way);
    m_way->setAccessibleName(tr("Delivered: %1").arg(way));
    m_back->setText(back == WayBack::OneStep ? tr("One Step Back") : tr("Unwrap"));
    m_back->setToolTip(back == WayBack::OneStep
                           ? tr("Bring back the event as it was before the last service")
                           : tr("Make the document inside the event"));
}

void DeliveryBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void DeliveryBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().brush(QPalette::AlternateBase));
    painter.fillRect(QRect(0, height() - 1, width(), 1), ThemeColours::of(palette()).border);
}

void DeliveryBar::applyColours()
{
    m_picture->setPixmap(
        themedIcon(Symbol::Send, palette()).pixmap(QSize(16, 16), devicePixelRatioF()));
}

} // namespace coldframe

#include "moc_deliverybar.cpp"
