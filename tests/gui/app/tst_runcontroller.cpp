// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/runcontroller.h"
#include "tests/support/fakeinvoker.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace coldframe;
using namespace coldframe::test;

class tst_RunController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEverythingInOrder();
    void forwardsWhatTheRunStreams();
    void tellsWhenNothingCouldRun();
    void runsOneAtATime();
    void stopsWhatRuns();
    void canBeDestroyedDuringARun();

private:
    static InvocationRequest request();
};

InvocationRequest tst_RunController::request()
{
    InvocationRequest request;
    request.function.name = QStringLiteral("hello");
    request.event = "{}";
    return request;
}

void tst_RunController::tellsEverythingInOrder()
{
    FakeInvoker invoker;
    RunController controller(invoker);
    QStringList events;
    connect(&controller, &RunController::runningChanged, this, [&events](bool running) {
        events.append(running ? QStringLiteral("running") : QStringLiteral("idle"));
    });
    connect(&controller, &RunController::started, this,
            [&events](const InvocationRequest &started) {
                events.append(started.requestId.isEmpty() ? QStringLiteral("no id")
                                                          : QStringLiteral("started"));
            });
    connect(&controller, &RunController::logAppended, this,
            [&events](const QString &, const std::vector<LogLine> &lines) {
                events.append(QStringLiteral("%1 line").arg(lines.size()));
            });
    connect(&controller, &RunController::finished, this, [&events](const InvocationRecord &record) {
        events.append(QString::fromUtf8(record.response));
    });

    controller.run(request());
    invoker.appendLog({LogLine{}});
    invoker.finish(warmRecord(invoker.running(), "\"hi\""));

    const QStringList expected{QStringLiteral("running"), QStringLiteral("started"),
                               QStringLiteral("1 line"), QStringLiteral("idle"),
                               QStringLiteral("\"hi\"")};
    QTRY_COMPARE(events, expected);
}

void tst_RunController::forwardsWhatTheRunStreams()
{
    FakeInvoker invoker;
    RunController controller(invoker);
    const QSignalSpy appended(&controller, &RunController::responseAppended);
    controller.run(request());

    invoker.appendResponse("Hel");
    Q_EMIT invoker.responseAppended(QStringLiteral("another run"), "lo");

    QCOMPARE(appended.size(), 1);
    QCOMPARE(appended.front().at(0).toString(), invoker.running().requestId);
    QCOMPARE(appended.front().at(1).toByteArray(), QByteArray("Hel"));
}

void tst_RunController::tellsWhenNothingCouldRun()
{
    FakeInvoker invoker;
    RunController controller(invoker);
    QSignalSpy failed(&controller, &RunController::failed);
    QSignalSpy finished(&controller, &RunController::finished);

    controller.run(request());
    invoker.fail({Error::Code::InterpreterNotFound, QStringLiteral("python3.12")});

    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.front().at(1).value<Error>().detail, QStringLiteral("python3.12"));
    QCOMPARE(finished.size(), 0);
    QVERIFY(!controller.isRunning());
}

void tst_RunController::runsOneAtATime()
{
    FakeInvoker invoker;
    RunController controller(invoker);

    controller.run(request());
    controller.run(request());

    QCOMPARE(invoker.requests.size(), std::size_t(1));
}

void tst_RunController::stopsWhatRuns()
{
    FakeInvoker invoker;
    RunController controller(invoker);
    QSignalSpy finished(&controller, &RunController::finished);

    controller.stop();
    QCOMPARE(invoker.stopped.size(), 0);
    controller.run(request());
    controller.stop();

    QCOMPARE(invoker.stopped, QStringList{invoker.requests.front().requestId});
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.front().front().value<InvocationRecord>().status, InvocationStatus::Stopped);
}

void tst_RunController::canBeDestroyedDuringARun()
{
    FakeInvoker invoker;
    auto controller = std::make_unique<RunController>(invoker);
    bool told = false;
    connect(controller.get(), &RunController::finished, this, [&told] { told = true; });
    controller->run(request());

    controller.reset();
    invoker.finish(warmRecord(invoker.running(), "1"));
    QCoreApplication::processEvents();

    QVERIFY(!told);
}

COLDFRAME_TEST(tst_RunController);

#include "tst_runcontroller.moc"
