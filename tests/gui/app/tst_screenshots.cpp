// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/mainwindow.h"
#include "gui/app/workbench.h"
#include "gui/endpoint/endpointpanel.h"
#include "gui/queue/queuepanel.h"
#include "tests/support/fakeinvoker.h"
#include "tests/support/leakyfunction.h"
#include "tests/support/testmain.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
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
    static void sendBurst(QWidget &window, FakeInvoker &invoker);
    static void probe(Workbench &workbench, FakeInvoker &invoker);
    static void compare(QWidget &window);
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
        for (const char *dock : {"responseDock", "logDock", "timelineDock", "costDock", "runsDock",
                                 "historyDock", "comparisonDock", "environmentsDock", "burstDock"})
            QTest::addRow("%s %s", theme, dock)
                << QString::fromLatin1(theme) << QString::fromLatin1(dock) << false
                << QSize(1440, 900);
        QTest::addRow("%s failure", theme)
            << QString::fromLatin1(theme) << QStringLiteral("responseDock") << true
            << QSize(1440, 900);
        for (const QSize &size : {QSize(1024, 700), QSize(800, 600)})
            QTest::addRow("%s %d", theme, size.width())
                << QString::fromLatin1(theme) << QStringLiteral("timelineDock") << false << size;
        for (const char *dock : {"environmentsDock", "burstDock"})
            QTest::addRow("%s %s 800", theme, dock)
                << QString::fromLatin1(theme) << QString::fromLatin1(dock) << false
                << QSize(800, 600);
        for (const QSize &size : {QSize(1440, 900), QSize(800, 600)})
            QTest::addRow("%s probe %d", theme, size.width())
                << QString::fromLatin1(theme) << QStringLiteral("probeDock") << false << size;
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

    if (dock == u"comparisonDock") {
        savePicture(workbench.window(), QStringLiteral("-empty"));
        return compare(workbench.window());
    }
    if (dock == u"environmentsDock" || dock == u"burstDock") {
        savePicture(workbench.window(), QStringLiteral("-empty"));
        sendBurst(workbench.window(), *invoker);
        workbench.window().showPanel(dock);
    }
    savePicture(workbench.window(), {});
    if (dock == u"probeDock")
        return probe(workbench, *invoker);
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

/// The oldest run of the history and the newest, in each of the panel's tabs.
void tst_Screenshots::compare(QWidget &window)
{
    auto *table = window.findChild<QTableView *>(QStringLiteral("historyTable"));
    QTRY_COMPARE(table->model()->rowCount(), 3);
    table->selectRow(0);
    table->selectionModel()->select(table->model()->index(2, 0),
                                    QItemSelectionModel::Select | QItemSelectionModel::Rows);
    window.findChild<QAction *>(QStringLiteral("historyCompare"))->trigger();
    auto *tabs = window.findChild<QTabWidget *>(QStringLiteral("comparisonTabs"));
    QTRY_VERIFY(tabs->isVisible());
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        QCoreApplication::processEvents();
        savePicture(window, QStringLiteral("-%1").arg(tab));
    }
}

/// 120 at a rate of 60 per second, on ten environments; what comes too fast is throttled.
void tst_Screenshots::sendBurst(QWidget &window, FakeInvoker &invoker)
{
    using namespace std::chrono_literals;
    window.findChild<QRadioButton *>(QStringLiteral("burstAtRate"))->setChecked(true);
    window.findChild<QSpinBox *>(QStringLiteral("burstPerSecond"))->setValue(60);
    window.findChild<QSpinBox *>(QStringLiteral("burstSeconds"))->setValue(2);
    window.findChild<QSpinBox *>(QStringLiteral("reservedConcurrency"))->setValue(10);
    auto *start = window.findChild<QPushButton *>(QStringLiteral("startBurst"));
    start->click();
    const WallTime began = std::chrono::system_clock::now();
    std::vector<EnvironmentDescription> alive;
    for (int i = 0; i < 120; ++i) {
        QTRY_VERIFY(invoker.isRunning());
        QTest::qWait(2 + (i * 7) % 23); // pictures only: a course worth looking at
        if (i % 4 == 3) {
            invoker.fail(
                {Error::Code::Throttled,
                 throttleReasonName(
                     i % 3 == 0
                         ? ThrottleReason::ReservedFunctionInvocationRateLimitExceeded
                         : ThrottleReason::ReservedFunctionConcurrentInvocationLimitExceeded)});
            continue;
        }
        const int number = (i * 7) % 10;
        const bool isCold = i < 14;
        InvocationRecord record
            = isCold ? coldRecord(invoker.running(), "{}") : warmRecord(invoker.running(), "{}");
        if (i % 17 == 0)
            record.status = InvocationStatus::Failed;
        EnvironmentDescription &environment = record.environment;
        environment.id = QStringLiteral("6f1c0b2e4a9d%1").arg(number * 7919 + 40961, 6, 16);
        environment.startedAt = began + 40ms * number;
        environment.initialisedAt = environment.startedAt + 69ms;
        record.startedAt = isCold ? environment.startedAt : began + 14ms * i + 120ms;
        environment.stateSince = record.startedAt + 90ms;
        environment.state = number % 3 == 0 ? EnvironmentState::Busy : EnvironmentState::Frozen;
        environment.provisioned = number < 2;
        environment.peakMemory = MebiBytes{38 + number};
        record.localWait = i % 20 == 0 ? 30ms : 0ms;
        const auto known = std::find_if(alive.begin(), alive.end(), [&](const auto &each) {
            return each.id == environment.id;
        });
        if (known == alive.end())
            alive.push_back(environment);
        else
            *known = environment;
        invoker.setEnvironments(alive);
        invoker.finish(std::move(record));
    }
    QTRY_VERIFY(start->isEnabled());
}

/// Pictures of a probe that goes on and of one that found a leak.
void tst_Screenshots::probe(Workbench &workbench, FakeInvoker &invoker)
{
    const QTemporaryDir temporaryDirectory;
    QFile file(temporaryDirectory.filePath(QStringLiteral("cache.json")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("[1, 2]") > 0);
    file.close();
    LeakyFunction function(temporaryDirectory.path());
    auto *start = workbench.window().findChild<QAction *>(QStringLiteral("probe"));
    start->trigger();
    QTRY_VERIFY(invoker.isRunning());
    invoker.finish(function.answer(invoker.running()));
    QTRY_VERIFY(invoker.isRunning());
    savePicture(workbench.window(), QStringLiteral("-running"));
    const auto isOver = [&] {
        function.answerIfAsked(invoker);
        return start->isEnabled();
    };
    QTRY_VERIFY(isOver());
    savePicture(workbench.window(), QStringLiteral("-leak"));
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
