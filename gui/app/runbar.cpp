// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/runbar.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

namespace coldframe {

namespace {

constexpr int LongestEventName = 32; // characters; the event's own panel shows all of it

} // namespace

RunBar::RunBar(const Actions &actions, QWidget *parent)
    : QToolBar(tr("Run"), parent)
    , m_functions(new QComboBox(this))
    , m_event(new QPushButton(this))
{
    setObjectName(QStringLiteral("runBar"));
    setMovable(false);
    setFloatable(false);
    toggleViewAction()->setVisible(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    setIconSize({16, 16});
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);

    m_functions->setObjectName(QStringLiteral("functionChooser"));
    m_functions->setMinimumWidth(140);
    m_functions->setMaximumWidth(240);
    m_functions->setPlaceholderText(tr("No function"));
    m_event->setObjectName(QStringLiteral("eventButton"));
    m_event->setToolTip(tr("Choose another event"));
    addLabelled(m_functions, tr("Function"));
    addLabelled(m_event, tr("Event"));
    addSeparator();
    addButton(actions.run, QStringLiteral("runBarRun"));
    addButton(actions.runCold, QStringLiteral("runBarRunCold"));
    addButton(actions.stop, QStringLiteral("runBarStop"));

    setFunctions({}, {});
    setEventName({});
    connect(m_functions, &QComboBox::textActivated, this, &RunBar::functionChosen);
    connect(m_event, &QPushButton::clicked, this, &RunBar::eventRequested);
}

void RunBar::setFunctions(const QStringList &names, const QString &current)
{
    const QSignalBlocker blocker(m_functions);
    m_functions->clear();
    m_functions->addItems(names);
    m_functions->setCurrentIndex(current.isEmpty() ? -1 : int(names.indexOf(current)));
    m_functions->setEnabled(!names.isEmpty());
}

void RunBar::setEventName(const QString &name)
{
    const QString shown = name.isEmpty() ? tr("Without a name") : name;
    m_event->setText(shown.size() > LongestEventName
                         ? shown.first(LongestEventName - 1) + QChar(0x2026)
                         : shown);
}

void RunBar::addLabelled(QWidget *widget, const QString &label)
{
    auto *group = new QWidget(this);
    auto *layout = new QHBoxLayout(group);
    layout->setContentsMargins(6, 2, 6, 2);
    auto *caption = new QLabel(label, group);
    caption->setBuddy(widget);
    layout->addWidget(caption);
    layout->addWidget(widget);
    addWidget(group);
}

void RunBar::addButton(QAction *action, const QString &objectName)
{
    addAction(action);
    auto *button = qobject_cast<QToolButton *>(widgetForAction(action));
    button->setObjectName(objectName);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAutoRaise(false); // what this window is for looks like something to press
}

} // namespace coldframe

#include "moc_runbar.cpp"
