// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/mainwindow.h"
#include "gui/app/workbench.h"
#include "gui/endpoint/endpointpanel.h"
#include "gui/queue/queuepanel.h"
#include "tests/support/fakeinvoker.h"
#include "tests/support/testmain.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QSettings>
#include <QSpinBox>
#include <QTabWidget>
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
    void asynchronous_data();
    void asynchronous();

private:
    static QString functionOf(const QWidget &window);
    static void savePicture(QWidget &widget, const QString &ending);
};

void tst_Screenshots::picture_data()
{
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QString>("dock");
    QTest::addColumn<bool>("failed");
    QTest::addColumn<QSize>("size");

    for (const char *theme : {"themeLight", "themeDark"}) {
        for (const char *dock : {"responseDock", "logDock", "timelineDock", "costDock", "runsDock"})
            QTest::addRow("%s %s", theme, dock)
                << QString::fromLatin1(theme) << QString::fromLatin1(dock) << false
                << QSize(1440, 900);
        QTest::addRow("%s failure", theme)
            << QString::fromLatin1(theme) << QStringLiteral("responseDock") << true
            << QSize(1440, 900);
        for (const QSize &size : {QSize(1024, 700), QSize(800, 600)})
            QTest::addRow("%s %d", theme, size.width())
                << QString::fromLatin1(theme) << QStringLiteral("timelineDock") << false << size;
    }
}

void tst_Screenshots::picture()
{
    QFETCH(QString, theme);
    QFETCH(QString, dock);
    QFETCH(bool, failed);
    QFETCH(QSize, size);
    const QString pictures = qEnvironmentVariable("COLDFRAME_SCREENSHOTS");
    if (pictures.isEmpty())
        QSKIP("COLDFRAME_SCREENSHOTS names no folder");
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    auto owned = std::make_unique<FakeInvoker>();
    FakeInvoker *invoker = owned.get();
    const auto limits = [](IsolationChoice, const EmulationOptions &emulation) {
        return Result<LimitsInForce>(
            LimitsInForce{Isolation::Bubblewrap, LimitMeans::Kernel, LimitMeans::Kernel,
                          LimitMeans::Kernel, LimitMeans::Kernel, LimitMeans::Kernel,
                          LimitMeans::Kernel, LimitMeans::Kernel, emulation});
    };
    Workbench workbench(Services{std::make_unique<SystemClock>(), std::move(owned), limits},
                        {QStringLiteral(COLDFRAME_SOURCE_DIR), folder.path(), {}}, settings,
                        QApplication::palette());
    const auto action = [&workbench](const QString &name) {
        return workbench.window().findChild<QAction *>(name);
    };
    action(theme)->trigger();
    workbench.window().resize(size);
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
    EnvironmentDescription frozen;
    frozen.state = EnvironmentState::Frozen;
    invoker->setEnvironments({EnvironmentDescription{}, frozen});
    finish(failed ? failedRecord(invoker->running()) : recordWithExtensions(invoker->running()));
    QTRY_VERIFY(workbench.window().findChild<QLabel *>(QStringLiteral("costSummary")));

    workbench.window().showPanel(dock);
    QTRY_VERIFY(workbench.window().findChild<QWidget *>(dock)->isVisible());
    QCoreApplication::processEvents();

    savePicture(workbench.window(), {});
    if (dock != u"timelineDock" || size != QSize(1440, 900))
        return;
    action(QStringLiteral("runOptionsAction"))->trigger();
    auto *options = workbench.window().findChild<QWidget *>(QStringLiteral("runOptionsPopup"));
    QTRY_VERIFY(options->isVisible());
    savePicture(*options, QStringLiteral("-options"));
    options->close();
    for (const char *name : {"fidelity", "settings"}) {
        action(QLatin1String(name))->trigger();
        auto *dialog = workbench.window().findChild<QWidget *>(QLatin1String(name)
                                                               + QStringLiteral("Dialog"));
        QTRY_VERIFY(dialog && dialog->isVisible());
        savePicture(*dialog, u'-' + QLatin1String(name));
        dialog->close();
    }
    action(QStringLiteral("run"))->trigger();
    workbench.window().showPanel(QStringLiteral("responseDock"));
    invoker->appendResponse(QByteArray("A line of a streamed response\n").repeated(40));
    QTRY_VERIFY(
        workbench.window().findChild<QWidget *>(QStringLiteral("streamedText"))->isVisible());
    savePicture(workbench.window(), QStringLiteral("-streaming"));
}

void tst_Screenshots::asynchronous_data()
{
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QSize>("size");

    for (const char *theme : {"themeLight", "themeDark"}) {
        for (const QSize &size : {QSize(1440, 900), QSize(800, 600)})
            QTest::addRow("%s asynchronous %d", theme, size.width())
                << QString::fromLatin1(theme) << size;
    }
}

/// The queue after two retries of an event that always fails, and the Lambda API that was called.
void tst_Screenshots::asynchronous()
{
    QFETCH(QString, theme);
    QFETCH(QSize, size);
    if (qEnvironmentVariable("COLDFRAME_SCREENSHOTS").isEmpty())
        QSKIP("COLDFRAME_SCREENSHOTS names no folder");
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    auto owned = std::make_unique<FakeInvoker>();
    FakeInvoker *invoker = owned.get();
    Workbench workbench(Services{std::make_unique<SystemClock>(), std::move(owned)},
                        {QStringLiteral(COLDFRAME_SOURCE_DIR), folder.path(), {}}, settings,
                        QApplication::palette());
    MainWindow &window = workbench.window();
    const auto action
        = [&window](const char *name) { return window.findChild<QAction *>(QLatin1String(name)); };
    action(theme.toLatin1().constData())->trigger();
    window.resize(size);
    window.show();
    workbench.start();
    QTRY_VERIFY(action("sendAsynchronously")->isEnabled());
    window.showPanel(QStringLiteral("queueDock"));
    savePicture(window, QStringLiteral("-queue-empty"));
    window.showPanel(QStringLiteral("endpointDock"));
    savePicture(window, QStringLiteral("-endpoint-off"));

    auto *panel = window.findChild<QueuePanel *>();
    EventInvokeConfig config;
    config.onFailure
        = Destination{Destination::Kind::File, folder.filePath(QStringLiteral("failed.jsonl"))};
    const QString function = functionOf(window);
    Q_EMIT panel->configEdited(function, config);
    action("sendAsynchronously")->trigger();
    QTRY_VERIFY(invoker->isRunning());
    invoker->finish(warmRecord(invoker->running(), "1"));
    QTRY_COMPARE(panel->model().event(0).state, QueuedEvent::State::Succeeded);
    action("sendAsynchronously")->trigger();
    for (int run = 1; run <= 3; ++run) {
        QTRY_VERIFY(invoker->isRunning());
        invoker->finish(failedRecord(invoker->running()));
        QTRY_COMPARE(panel->model().event(1).attempts, run);
        if (run == 2)
            savePicture(window, QStringLiteral("-queue-waits"));
        action("skipToNextAttempt")->trigger();
    }
    QTRY_COMPARE(panel->model().event(1).state, QueuedEvent::State::Failed);
    action("sendAsynchronously")->trigger();
    QTRY_VERIFY(invoker->isRunning());
    panel->select(panel->model().event(1).requestId);
    savePicture(window, QStringLiteral("-queue"));
    window.findChild<QTabWidget *>(QStringLiteral("queueDetailTabs"))->setCurrentIndex(2);
    savePicture(window, QStringLiteral("-queue-record"));
    action("queueSettings")->trigger();
    auto *dialog = window.findChild<QDialog *>(QStringLiteral("queueSettingsDialog"));
    QTRY_VERIFY(dialog && dialog->isVisible());
    savePicture(*dialog, QStringLiteral("-queue-settings"));
    dialog->close();

    window.findChild<QSpinBox *>(QStringLiteral("endpointPort"))->setValue(0);
    action("serveApi")->trigger();
    savePicture(window, QStringLiteral("-endpoint-quiet"));
    auto *endpoint = window.findChild<EndpointPanel *>();
    endpoint->addCalls({{SystemClock().wallNow(),
                         {{},
                          {},
                          {},
                          QStringLiteral("ListFunctions"),
                          {},
                          200,
                          {},
                          std::chrono::microseconds(410)}},
                        {SystemClock().wallNow(),
                         {{},
                          {},
                          {},
                          QStringLiteral("GetFunction"),
                          QStringLiteral("nobody"),
                          404,
                          QStringLiteral("ResourceNotFoundException"),
                          std::chrono::microseconds(220)}},
                        {SystemClock().wallNow(),
                         {{},
                          {},
                          {},
                          QStringLiteral("Invoke"),
                          function,
                          200,
                          {},
                          std::chrono::microseconds(48'200)}},
                        {SystemClock().wallNow(),
                         {{},
                          {},
                          {},
                          QStringLiteral("Invoke"),
                          function,
                          200,
                          QStringLiteral("Unhandled"),
                          std::chrono::microseconds(12'300)}}});
    savePicture(window, QStringLiteral("-endpoint"));
    action("serveApi")->trigger();
    endpoint->showProblem(QStringLiteral("The Lambda API can't be served on port 3001."));
    savePicture(window, QStringLiteral("-endpoint-problem"));
}

QString tst_Screenshots::functionOf(const QWidget &window)
{
    return window.findChild<QComboBox *>(QStringLiteral("functionChooser"))->currentText();
}

void tst_Screenshots::savePicture(QWidget &widget, const QString &ending)
{
    QCoreApplication::processEvents();
    const QString file = QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-') + ending;
    QVERIFY(widget.grab().save(
        QStringLiteral("%1/%2.png").arg(qEnvironmentVariable("COLDFRAME_SCREENSHOTS"), file)));
}

COLDFRAME_TEST(tst_Screenshots);

#include "tst_screenshots.moc"
