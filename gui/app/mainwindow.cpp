// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/mainwindow.h"

#include <QAction>
#include <QCloseEvent>
#include <QDockWidget>
#include <QLabel>
#include <QMenuBar>
#include <QStatusBar>
#include <QTabBar>
#include <QToolBar>

namespace coldframe {

namespace {

/// Raised when docks are renamed or moved, so that an older layout is not applied to newer docks.
constexpr int LayoutVersion = 2;

/// A quiet heading by which the panel can still be dragged elsewhere.
QWidget *makeTitle(const QString &title, QWidget *parent)
{
    auto *label = new QLabel(title, parent);
    label->setContentsMargins(8, 6, 8, 2);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

/// What the Tab key would reach first inside a panel; null when nothing there takes the focus.
QWidget *firstFocusable(QWidget &panel)
{
    for (QWidget *widget = panel.nextInFocusChain(); widget && widget != &panel;
         widget = widget->nextInFocusChain()) {
        if (panel.isAncestorOf(widget) && widget->isVisible() && widget->isEnabled()
            && (widget->focusPolicy() & Qt::TabFocus) != 0)
            return widget;
    }
    return nullptr;
}

} // namespace

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent)
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Coldframe"));
    setDockOptions(AnimatedDocks | AllowTabbedDocks | AllowNestedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setDocumentMode(true);
    // The event needs the height more than the results need the width.
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    menuBar();
    statusBar();
}

void MainWindow::setToolBars(QToolBar *bar, QWidget *strip)
{
    m_bar = bar;
    m_stripBar = new QToolBar(this);
    m_stripBar->setObjectName(QStringLiteral("stripBar"));
    m_stripBar->setMovable(false);
    m_stripBar->setFloatable(false);
    m_stripBar->toggleViewAction()->setVisible(false);
    m_stripBar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_space = new QWidget;
    m_space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_stripBar->addWidget(m_space);
    m_stripBar->addWidget(strip);
    addToolBar(m_bar);
    addToolBar(m_stripBar);
    arrangeToolBars();
}

void MainWindow::arrangeToolBars()
{
    if (!m_bar)
        return;
    const bool tooNarrow = m_bar->sizeHint().width() + m_stripBar->sizeHint().width() > width();
    if (tooNarrow == toolBarBreak(m_stripBar))
        return;
    if (tooNarrow)
        insertToolBarBreak(m_stripBar);
    else
        removeToolBarBreak(m_stripBar);
    const QSizePolicy::Policy policy = tooNarrow ? QSizePolicy::Fixed : QSizePolicy::Expanding;
    m_space->setSizePolicy(policy, QSizePolicy::Preferred);
}

void MainWindow::addPanel(const QString &id, const QString &title, QWidget *panel,
                          Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(id);
    dock->setWidget(panel);
    QDockWidget *neighbour = nullptr;
    for (QDockWidget *other : std::as_const(m_order)) {
        if (dockWidgetArea(other) == area)
            neighbour = other;
    }
    addDockWidget(area, dock);
    if (neighbour && area == Qt::BottomDockWidgetArea)
        tabifyDockWidget(neighbour, dock);
    // A tab says the title already; the View menu shows and hides panels.
    dock->setTitleBarWidget(area == Qt::BottomDockWidgetArea ? new QWidget(dock)
                                                             : makeTitle(title, dock));
    m_panels[id] = dock;
    m_order.append(dock);
}

void MainWindow::showPanel(const QString &id)
{
    if (QDockWidget *dock = panel(id)) {
        dock->show();
        dock->raise();
    }
}

void MainWindow::focusNextPanel()
{
    moveFocus(1);
}

void MainWindow::focusPreviousPanel()
{
    moveFocus(-1);
}

void MainWindow::moveFocus(int step)
{
    QList<QWidget *> panels{centralWidget()};
    for (const QDockWidget *dock : std::as_const(m_order)) {
        if (!dock->visibleRegion().isEmpty()) // empty behind another tab, too
            panels.append(dock->widget());
    }
    panels.append(statusBar());
    qsizetype current = 0;
    for (qsizetype i = 0; i < panels.size(); ++i) {
        if (panels.at(i) && panels.at(i)->isAncestorOf(focusWidget()))
            current = i;
    }
    for (qsizetype tried = 1; tried < panels.size(); ++tried) {
        current = (current + step + panels.size()) % panels.size();
        if (QWidget *target = panels.at(current) ? firstFocusable(*panels.at(current)) : nullptr) {
            target->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

QList<QAction *> MainWindow::panelActions() const
{
    QList<QAction *> actions;
    for (const QDockWidget *dock : m_order)
        actions.append(dock->toggleViewAction());
    return actions;
}

void MainWindow::setDefaultLayout()
{
    resize(1440, 900);
    QList<QDockWidget *> sides;
    QList<int> widths;
    for (QDockWidget *dock : std::as_const(m_order)) {
        const Qt::DockWidgetArea area = dockWidgetArea(dock);
        if (area == Qt::BottomDockWidgetArea) {
            resizeDocks({dock}, {330}, Qt::Vertical);
            continue;
        }
        sides.append(dock);
        widths.append(area == Qt::LeftDockWidgetArea ? 240 : 420);
    }
    resizeDocks(sides, widths, Qt::Horizontal);
    for (QDockWidget *dock : std::as_const(m_order)) {
        if (dockWidgetArea(dock) == Qt::BottomDockWidgetArea) {
            dock->raise();
            break;
        }
    }
}

WindowLayout MainWindow::windowLayout() const
{
    return {saveGeometry(), saveState(LayoutVersion)};
}

void MainWindow::restoreLayout(const WindowLayout &layout)
{
    setDefaultLayout();
    if (!layout.geometry.isEmpty())
        restoreGeometry(layout.geometry);
    if (!layout.docks.isEmpty())
        restoreState(layout.docks, LayoutVersion);
    arrangeToolBars(); // the layout may be of a window of another width
}

void MainWindow::closeNow()
{
    m_mayClose = true;
    close();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    // Whoever is asked may answer at once, and close() does nothing within a close event.
    if (!m_mayClose)
        Q_EMIT closeRequested();
    event->setAccepted(m_mayClose);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    arrangeToolBars();
}

bool MainWindow::event(QEvent *event)
{
    // Qt makes the tabs of panels when it needs them. A title of three letters names nothing.
    if (event->type() == QEvent::ChildPolished) {
        if (auto *tabs = qobject_cast<QTabBar *>(static_cast<QChildEvent *>(event)->child())) {
            tabs->setElideMode(Qt::ElideNone);
            tabs->setUsesScrollButtons(true);
        }
    }
    const bool isKnown = QMainWindow::event(event);
    if (event->type() == QEvent::LayoutRequest)
        arrangeToolBars(); // a bar may have become wider
    return isKnown;
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        Q_EMIT paletteChanged();
}

QDockWidget *MainWindow::panel(const QString &id) const
{
    const auto found = m_panels.find(id);
    return found == m_panels.end() ? nullptr : found->second;
}

} // namespace coldframe

#include "moc_mainwindow.cpp"
