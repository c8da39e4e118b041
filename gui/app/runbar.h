// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/app/actions.h"

#include <QStringList>
#include <QToolBar>

class QComboBox;
class QPushButton;

namespace coldframe {

/// The tool bar on top: what runs, with which event, and the buttons that run and stop it.
class RunBar final : public QToolBar
{
    Q_OBJECT

public:
    RunBar(const Actions &actions, QWidget *parent = nullptr);

    void setFunctions(const QStringList &names, const QString &current);

    /// The name of the event that runs next; empty for one without a name.
    void setEventName(const QString &name);

Q_SIGNALS:
    void functionChosen(const QString &name);
    void eventRequested();

private:
    void addLabelled(QWidget *widget, const QString &label);
    void addButton(QAction *action, const QString &objectName);

    QComboBox *m_functions;
    QPushButton *m_event;
};

} // namespace coldframe
