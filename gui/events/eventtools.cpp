// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventtools.h"

#include "gui/base/icons.h"
#include "gui/events/eventbutton.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace coldframe {

EventTools::EventTools(QWidget *parent)
    : QWidget(parent)
    , m_button(new EventButton)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(6, 6, 6, 6);
    row->setSpacing(4);
    row->addWidget(m_button, 1);
    m_deliver = addTool(QStringLiteral("deliverEvent"), tr("Deliver through another service"));
    m_deliver->setPopupMode(QToolButton::InstantPopup);
    m_deliveryMenu = new QMenu(m_deliver);
    m_deliveryMenu->setObjectName(QStringLiteral("deliveryMenu"));
    m_deliver->setMenu(m_deliveryMenu);
    m_indent = addTool(QStringLiteral("indentEvent"), tr("Indent the JSON anew"));
    m_open = addTool(QStringLiteral("openEvent"), tr("Open an event from a file"));
    m_open->setPopupMode(QToolButton::MenuButtonPopup);
    auto *openMenu = new QMenu(m_open);
    QAction *openFile = openMenu->addAction(tr("Open File…"));
    m_paste = openMenu->addAction(tr("Paste as Event…"));
    m_paste->setObjectName(QStringLiteral("pasteAsEvent"));
    m_open->setMenu(openMenu);
    m_save = addTool(QStringLiteral("saveEvent"), tr("Save the event in the workspace"));
    m_save->setPopupMode(QToolButton::MenuButtonPopup);
    auto *menu = new QMenu(m_save);
    QAction *saveAs = menu->addAction(tr("Save As…"));
    m_save->setMenu(menu);

    connect(m_button, &EventButton::chooserRequested, this, &EventTools::chooserRequested);
    connect(m_deliveryMenu, &QMenu::aboutToShow, this, &EventTools::deliveryMenuRequested);
    connect(openFile, &QAction::triggered, this, &EventTools::openRequested);
    connect(m_paste, &QAction::triggered, this, &EventTools::pasteRequested);
    connect(m_indent, &QToolButton::clicked, this, &EventTools::indentRequested);
    connect(m_open, &QToolButton::clicked, this, &EventTools::openRequested);
    connect(m_save, &QToolButton::clicked, this, &EventTools::saveRequested);
    connect(saveAs, &QAction::triggered, this, &EventTools::saveAsRequested);
    applyColours();
}

void EventTools::setEventName(const QString &name)
{
    m_button->setName(name);
}

void EventTools::setIndentable(bool indentable)
{
    m_indent->setEnabled(indentable);
}

void EventTools::setDeliverable(bool deliverable)
{
    m_deliver->setEnabled(deliverable);
}

void EventTools::setPastable(bool pastable)
{
    m_paste->setEnabled(pastable);
}

const QWidget &EventTools::chooserAnchor() const
{
    return *m_button;
}

void EventTools::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

QToolButton *EventTools::addTool(const QString &name, const QString &tip)
{
    auto *tool = new QToolButton;
    tool->setObjectName(name);
    tool->setToolTip(tip);
    tool->setAccessibleName(tip);
    tool->setAutoRaise(true);
    layout()->addWidget(tool);
    return tool;
}

void EventTools::applyColours()
{
    m_deliver->setIcon(themedIcon(Symbol::Send, palette()));
    m_indent->setIcon(themedIcon(Symbol::Format, palette()));
    m_open->setIcon(themedIcon(Symbol::FolderOpen, palette()));
    m_save->setIcon(themedIcon(Symbol::Save, palette()));
}

} // namespace coldframe

#include "moc_eventtools.cpp"
