// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/runbar.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>

namespace coldframe {

namespace {

/// Fills a chooser without telling that somebody chose.
void fill(QComboBox &chooser, const QStringList &names, const QString &current,
          const QString &placeholder)
{
    const QSignalBlocker blocker(chooser);
    chooser.clear();
    chooser.addItems(names);
    chooser.setPlaceholderText(placeholder);
    chooser.setCurrentIndex(current.isEmpty() ? -1 : int(names.indexOf(current)));
    chooser.setEnabled(!names.isEmpty());
}

} // namespace

RunBar::RunBar(const Actions &actions, QWidget *parent)
    : QToolBar(tr("Run"), parent)
{
    setObjectName(QStringLiteral("runBar"));
    setMovable(false);
    setFloatable(false);
    toggleViewAction()->setVisible(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    setIconSize({16, 16});
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);

    m_functions = addChooser(QStringLiteral("functionChooser"), tr("Function"));
    m_events = addChooser(QStringLiteral("eventChooser"), tr("Event"));
    addButton(actions.run, QStringLiteral("runButton"));
    addButton(actions.runCold, QStringLiteral("runColdButton"));
    addButton(actions.stop, QStringLiteral("stopButton"));
    auto *space = new QWidget(this);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(space);

    setFunctions({}, {});
    setEvents({}, {});
    connect(m_functions, &QComboBox::textActivated, this, &RunBar::functionChosen);
    connect(m_events, &QComboBox::textActivated, this, &RunBar::eventChosen);
}

void RunBar::setFunctions(const QStringList &names, const QString &current)
{
    fill(*m_functions, names, current, tr("No function"));
}

void RunBar::setEvents(const QStringList &names, const QString &current)
{
    fill(*m_events, names, current, tr("Not saved"));
}

void RunBar::setTrailing(QWidget *widget)
{
    addWidget(widget);
}

QComboBox *RunBar::addChooser(const QString &objectName, const QString &label)
{
    auto *group = new QWidget(this);
    auto *layout = new QHBoxLayout(group);
    layout->setContentsMargins(6, 2, 6, 2);
    auto *chooser = new QComboBox(group);
    chooser->setObjectName(objectName);
    chooser->setMinimumWidth(140);
    chooser->setMaximumWidth(240);
    auto *caption = new QLabel(label, group);
    caption->setBuddy(chooser);
    layout->addWidget(caption);
    layout->addWidget(chooser);
    addWidget(group);
    return chooser;
}

void RunBar::addButton(QAction *action, const QString &objectName)
{
    addAction(action);
    QWidget *button = widgetForAction(action);
    button->setObjectName(objectName);
    button->setFocusPolicy(Qt::TabFocus);
}

} // namespace coldframe
