// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/base/theme.h"

#include <QList>

#include <map>

class QAction;
class QMainWindow;

namespace coldframe {

/// Every action that is not a panel's own. Made once, handed to whoever enables them; the window
/// owns them.
struct Actions
{
    QAction *newFile;
    QAction *openFolder;
    QAction *openLog;
    QAction *save;
    QAction *saveAll;
    QAction *closeFile;
    QAction *quit;
    QAction *find;
    QAction *settings;
    QAction *run;
    QAction *runCold;
    QAction *runAgain;
    QAction *stop;
    QAction *probe;
    QAction *stopProbe;
    QAction *tune;
    QAction *stopTuning;
    QAction *recycle;
    QAction *freeze; ///< checkable
    QAction *runOptions;
    QAction *saveFixture;
    QAction *runFixtures;
    QAction *runFailedFixtures;
    QAction *sendAsynchronously;
    QAction *serveApi; ///< checkable
    QAction *nextPanel;
    QAction *previousPanel;
    QAction *zoomIn;
    QAction *zoomOut;
    QAction *zoomReset;
    std::map<ColourScheme, QAction *> themes; ///< checkable, one of them is checked
    QAction *fidelity;
    QAction *about;
};

/// Makes the actions with their texts, shortcuts and icons.
Actions makeActions(QMainWindow &window);

/// Gives the actions their icons, anew after each change of the palette.
void setIcons(const Actions &actions, const QPalette &palette);

/// Fills the menu bar; panelActions go into the View menu.
void fillMenuBar(QMainWindow &window, const Actions &actions, const QList<QAction *> &panelActions);

} // namespace coldframe
