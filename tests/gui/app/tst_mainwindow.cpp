// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/mainwindow.h"
#include "tests/support/testmain.h"

#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolBar>

#include <memory>

using namespace coldframe;

class tst_MainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void panelsOfTheBottomAreTabs();
    void aStripThatDoesNotFitHasItsOwnRow();
    void layoutIsKept();
    void aForeignLayoutIsPassedOver();
    void asksBeforeItCloses();

private:
    static std::unique_ptr<MainWindow> makeWindow();
    static QDockWidget *dock(const MainWindow &window, const char *id);
};

std::unique_ptr<MainWindow> tst_MainWindow::makeWindow()
{
    auto window = std::make_unique<MainWindow>();
    window->setCentralWidget(new QLabel);
    const auto add = [&window](const char *id, Qt::DockWidgetArea area) {
        window->addPanel(QLatin1String(id), QLatin1String(id), new QLabel, area);
    };
    add("left", Qt::LeftDockWidgetArea);
    add("right", Qt::RightDockWidgetArea);
    add("response", Qt::BottomDockWidgetArea);
    add("log", Qt::BottomDockWidgetArea);
    return window;
}

QDockWidget *tst_MainWindow::dock(const MainWindow &window, const char *id)
{
    return window.findChild<QDockWidget *>(QLatin1String(id));
}

void tst_MainWindow::panelsOfTheBottomAreTabs()
{
    const auto window = makeWindow();
    window->restoreLayout({});
    window->show();

    QCOMPARE(window->tabifiedDockWidgets(dock(*window, "response")),
             QList<QDockWidget *>{dock(*window, "log")});
    QCOMPARE(window->panelActions().size(), 4);
    QTRY_VERIFY(!dock(*window, "response")->visibleRegion().isEmpty());
    window->showPanel(QStringLiteral("log"));
    QTRY_VERIFY(!dock(*window, "log")->visibleRegion().isEmpty());
    QVERIFY(dock(*window, "response")->visibleRegion().isEmpty());
}

void tst_MainWindow::aStripThatDoesNotFitHasItsOwnRow()
{
    const auto window = makeWindow();
    auto *bar = new QToolBar;
    auto *left = new QLabel;
    left->setFixedSize(300, 20);
    bar->addWidget(left);
    auto *strip = new QLabel;
    strip->setFixedSize(300, 20);
    window->setToolBars(bar, strip);
    const auto topOf
        = [&window](const QWidget *widget) { return widget->mapTo(window.get(), QPoint()).y(); };
    window->resize(900, 600);
    window->show();
    QTRY_COMPARE(topOf(strip), topOf(left));
    QTRY_VERIFY(strip->mapTo(window.get(), QPoint()).x() > 500);

    window->resize(500, 600);
    QTRY_VERIFY(topOf(strip) > topOf(left));
    QVERIFY(strip->isVisible() && left->isVisible());

    window->resize(900, 600);
    QTRY_COMPARE(topOf(strip), topOf(left));
    left->setFixedWidth(700);
    QTRY_VERIFY(topOf(strip) > topOf(left));
}

void tst_MainWindow::layoutIsKept()
{
    WindowLayout layout;
    {
        const auto window = makeWindow();
        window->restoreLayout({});
        window->show();
        window->resize(1000, 700);
        dock(*window, "left")->hide();
        window->addDockWidget(Qt::LeftDockWidgetArea, dock(*window, "right"));
        layout = window->windowLayout();
    }

    const auto window = makeWindow();
    window->restoreLayout(layout);
    window->show();

    QCOMPARE(window->size(), QSize(1000, 700));
    QVERIFY(dock(*window, "left")->isHidden());
    QCOMPARE(window->dockWidgetArea(dock(*window, "right")), Qt::LeftDockWidgetArea);
}

void tst_MainWindow::aForeignLayoutIsPassedOver()
{
    const auto window = makeWindow();
    window->restoreLayout({QByteArray("no geometry"), QByteArray("no docks")});
    window->show();

    QVERIFY(dock(*window, "left")->isVisible());
    QVERIFY(window->width() > 200);
}

void tst_MainWindow::asksBeforeItCloses()
{
    const auto window = makeWindow();
    QSignalSpy requested(window.get(), &MainWindow::closeRequested);
    window->show();

    window->close();
    QCOMPARE(requested.size(), 1);
    QVERIFY(window->isVisible());
    window->closeNow();
    QCOMPARE(requested.size(), 1);
    QVERIFY(!window->isVisible());
}

COLDFRAME_TEST(tst_MainWindow);

#include "tst_mainwindow.moc"
