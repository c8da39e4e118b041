// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventbutton.h"

#include <QStyleOptionComboBox>
#include <QStylePainter>

namespace coldframe {

EventButton::EventButton(QWidget *parent)
    : QComboBox(parent)
{
    setObjectName(QStringLiteral("eventButton"));
    setAccessibleName(tr("Event"));
    setToolTip(tr("Choose a template or a saved event"));
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(10);
    addItem({});
}

void EventButton::setName(const QString &name)
{
    setItemText(0, name.isEmpty() ? tr("Choose a template or a saved event…") : name);
}

void EventButton::paintEvent(QPaintEvent *)
{
    // As a combo box does, but a name that is too long ends in dots.
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    const QRect room
        = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    option.currentText
        = fontMetrics().elidedText(option.currentText, Qt::ElideRight, room.width() - 4);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

void EventButton::showPopup()
{
    Q_EMIT chooserRequested();
}

} // namespace coldframe

#include "moc_eventbutton.cpp"
