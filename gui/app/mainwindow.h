// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/app/settings.h"

#include <QMainWindow>

#include <map>

class QDockWidget;
class QToolBar;

namespace coldframe {

/// The frame: a menu bar, a centre and docks. It knows no panel and no service.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(QWidget *parent = nullptr);

    /// Puts a tool bar on top and a strip of widgets at its right; where the window is too narrow
    /// for both, the strip has a row of its own.
    void setToolBars(QToolBar *bar, QWidget *strip);

    /// Puts a panel into a dock. Panels of the bottom area share it as tabs, in this order; id is
    /// the dock's object name and identifies it in a saved layout.
    void addPanel(const QString &id, const QString &title, QWidget *panel, Qt::DockWidgetArea area);

    /// Makes a panel visible and puts it in front of its tab neighbours.
    void showPanel(const QString &id);

    /// Moves the focus into the next visible panel, the centre and the status bar being two of
    /// them: a text takes the Tab key for itself.
    void focusNextPanel();
    void focusPreviousPanel();

    /// Shows or hides each panel.
    QList<QAction *> panelActions() const;

    /// The widths and heights of a first start.
    void setDefaultLayout();

    WindowLayout windowLayout() const;
    void restoreLayout(const WindowLayout &layout);

    /// Closes without asking anybody.
    void closeNow();

Q_SIGNALS:
    /// The user wants to close the window. It stays open until closeNow().
    void closeRequested();

    void paletteChanged();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QDockWidget *panel(const QString &id) const;
    void moveFocus(int step);
    void arrangeToolBars();

    std::map<QString, QDockWidget *> m_panels;
    QList<QDockWidget *> m_order;
    QToolBar *m_bar = nullptr;
    QToolBar *m_stripBar = nullptr;
    QWidget *m_space = nullptr; ///< pushes the strip to the right
    bool m_mayClose = false;
};

} // namespace coldframe
