// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventbutton.h"

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

void EventButton::showPopup()
{
    Q_EMIT chooserRequested();
}

} // namespace coldframe
