// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/app/actions.h"

#include <QStringList>
#include <QToolBar>

class QComboBox;

namespace coldframe {

/// The tool bar on top: what runs, with which event, and the buttons that run and stop it.
class RunBar final : public QToolBar
{
    Q_OBJECT

public:
    RunBar(const Actions &actions, QWidget *parent = nullptr);

    void setFunctions(const QStringList &names, const QString &current);

    /// An empty current means an event that is no file yet.
    void setEvents(const QStringList &names, const QString &current);

    /// Puts a widget at the right end.
    void setTrailing(QWidget *widget);

Q_SIGNALS:
    void functionChosen(const QString &name);
    void eventChosen(const QString &name);

private:
    QComboBox *addChooser(const QString &objectName, const QString &label);
    void addButton(QAction *action, const QString &objectName);

    QComboBox *m_functions;
    QComboBox *m_events;
};

} // namespace coldframe
