// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/mainwindow.h"
#include "gui/app/workbench.h"
#include "tests/support/fakeinvoker.h"
#include "tests/support/testmain.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace coldframe;
using namespace coldframe::test;

/// Saves pictures of the whole window for a person to look at; only where COLDFRAME_SCREENSHOTS
/// names a folder.
class tst_Screenshots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void picture_data();
    void picture();
};

void tst_Screenshots::picture_data()
{
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QString>("dock");
    QTest::addColumn<bool>("failed");

    for (const char *theme : {"themeLight", "themeDark"}) {
        for (const char *dock : {"responseDock", "logDock", "timelineDock", "costDock", "runsDock"})
            QTest::addRow("%s %s", theme, dock)
                << QString::fromLatin1(theme) << QString::fromLatin1(dock) << false;
        QTest::addRow("%s failure", theme)
            << QString::fromLatin1(theme) << QStringLiteral("responseDock") << true;
    }
}

void tst_Screenshots::picture()
{
    QFETCH(QString, theme);
    QFETCH(QString, dock);
    QFETCH(bool, failed);
    const QString pictures = qEnvironmentVariable("COLDFRAME_SCREENSHOTS");
    if (pictures.isEmpty())
        QSKIP("COLDFRAME_SCREENSHOTS names no folder");
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    auto owned = std::make_unique<FakeInvoker>();
    FakeInvoker *invoker = owned.get();
    Workbench workbench(Services{std::make_unique<SystemClock>(), std::move(owned)},
                        {QStringLiteral(COLDFRAME_SOURCE_DIR), folder.path(), {}}, settings,
                        QApplication::palette());
    const auto action = [&workbench](const QString &name) {
        return workbench.window().findChild<QAction *>(name);
    };
    action(theme)->trigger();
    workbench.window().resize(1440, 900);
    workbench.window().show();
    workbench.start();
    QTRY_VERIFY(action(QStringLiteral("run"))->isEnabled());
    const auto finish = [&](const InvocationRecord &record) {
        invoker->finish(record);
        QTRY_VERIFY(action(QStringLiteral("run"))->isEnabled());
    };
    action(QStringLiteral("run"))->trigger();
    finish(coldRecord(invoker->running(), R"({"greeting":"Hello, Ada","items":[1,2,3]})"));
    action(QStringLiteral("run"))->trigger();
    finish(warmRecord(invoker->running(), R"({"greeting":"Hello, Ada"})"));
    action(QStringLiteral("run"))->trigger();
    invoker->setEnvironments({EnvironmentDescription{}, EnvironmentDescription{}});
    finish(failed ? failedRecord(invoker->running())
                  : coldRecord(invoker->running(), R"({"greeting":"Hello, Ada","items":[1,2]})"));
    QTRY_VERIFY(workbench.window().findChild<QLabel *>(QStringLiteral("costSummary")));

    workbench.window().showPanel(dock);
    QTRY_VERIFY(workbench.window().findChild<QWidget *>(dock)->isVisible());
    QCoreApplication::processEvents();

    const QString file = QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-');
    QVERIFY(workbench.window().grab().save(QStringLiteral("%1/%2.png").arg(pictures, file)));
}

COLDFRAME_TEST(tst_Screenshots);

#include "tst_screenshots.moc"
