// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/runtime/extensionsbench.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>

using namespace coldframe;
using namespace coldframe::test;

/// Events, errors and the end of extensions that are registered.
class tst_ExtensionEvents : public ExtensionsBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void oneInvocation();
    void eachEventHasAnIdentifierOfItsOwn();
    void onlySubscribersAreTold();
    void doneWhenTheLastIsBack();
    void anEventForOneWhoIsLate();
    void withoutSubscribersAnInvocationIsDone();
    void initialisedWhenAllHaveCalledNext();
    void shutdown_data();
    void shutdown();
    void shutdownReachesOneWhoIsBusy();
    void internalExtensionsHearNoShutdown();
    void errorsOfExtensions_data();
    void errorsOfExtensions();
    void onlyTheFirstErrorCounts();
    void crash_data();
    void crash();
    void noCrashDuringShutdown();
    void noCrashAfterAnErrorOfItsOwn();
    void launchFailure();
    void aSecondPollOfOneThatWaits();
    void aPollAgainAfterLeaving();
    void resetStartsAnew();
};

void tst_ExtensionEvents::oneInvocation()
{
    m_api->expectExternal({QStringLiteral("metrics")});
    const QByteArray identifier = enrolled("metrics", bothEvents);
    poll(*m_client, identifier);
    QVERIFY(!m_client->hasAnswer());
    QVERIFY(m_api->isInitialised() && m_api->allDone());
    QSignalSpy done(m_api.get(), &ExtensionsApi::done);

    m_api->deliverInvoke(extensionInvocation());

    const ApiAnswer event = m_client->receive();
    QCOMPARE(event.status, 200);
    QCOMPARE(event.body,
             QByteArray(R"({"eventType":"INVOKE","deadlineMs":1542409706888,)"
                        R"("requestId":"8476a536-e9f4-11e8-9739-2dfe598c3fcd",)"
                        R"("invokedFunctionArn":)"
                        R"("arn:aws:lambda:us-east-1:123456789012:function:orders",)"
                        R"("tracing":{"type":"X-Amzn-Trace-Id",)"
                        R"("value":"Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700"}})"));
    QCOMPARE(event.header("Content-Type"), QByteArray("application/json"));
    QVERIFY(looksLikeAnIdentifier(event.header("Lambda-Extension-Event-Identifier")));
    QCOMPARE(status(QStringLiteral("metrics")).state, ExtensionState::Running);
    QVERIFY(!m_api->allDone());
    QCOMPARE(done.size(), 0);

    poll(*m_client, identifier);

    QVERIFY(m_api->allDone());
    QCOMPARE(done.size(), 1);
    QVERIFY(status(QStringLiteral("metrics")).doneAt.has_value());
}

void tst_ExtensionEvents::eachEventHasAnIdentifierOfItsOwn()
{
    const QByteArray identifier = enrolled("inside", onlyInvoke);
    QList<QByteArray> events;
    for (int i = 0; i < 3; ++i) {
        m_api->deliverInvoke(extensionInvocation());
        events.append(m_client->call("GET", extensionEventPath, identifiedBy(identifier))
                          .header("Lambda-Extension-Event-Identifier"));
    }

    QVERIFY(looksLikeAnIdentifier(events[0]));
    QVERIFY(events[0] != events[1] && events[1] != events[2] && events[0] != events[2]);
    QVERIFY(!events.contains(identifier));
}

void tst_ExtensionEvents::onlySubscribersAreTold()
{
    m_api->expectExternal({QStringLiteral("metrics"), QStringLiteral("cleaner")});
    const QByteArray metrics = enrolled("metrics", onlyInvoke);
    const QByteArray cleaner = enrolled("cleaner", onlyShutdown);
    const auto other = client();
    poll(*m_client, metrics);
    poll(*other, cleaner);

    m_api->deliverInvoke(extensionInvocation());

    QCOMPARE(m_client->receive().status, 200);
    QCOMPARE(status(QStringLiteral("cleaner")).state, ExtensionState::Ready);
    poll(*m_client, metrics);
    QVERIFY(m_api->allDone());
    QVERIFY(!status(QStringLiteral("cleaner")).doneAt);
    m_api->deliverShutdown(ShutdownReason::Spindown, {});
    QCOMPARE(other->receive().status, 200);
    QCOMPARE(status(QStringLiteral("metrics")).state, ExtensionState::Ready);
    QVERIFY(!m_client->hasAnswer());
}

void tst_ExtensionEvents::doneWhenTheLastIsBack()
{
    const auto other = client();
    const QByteArray first = enrolled("first", onlyInvoke);
    const QByteArray second = enrolled("second", onlyInvoke);
    poll(*m_client, first);
    poll(*other, second);
    QSignalSpy done(m_api.get(), &ExtensionsApi::done);
    m_api->deliverInvoke(extensionInvocation());
    QCOMPARE(m_client->receive().status, 200);
    QCOMPARE(other->receive().status, 200);

    poll(*other, second);
    QCOMPARE(done.size(), 0);
    QVERIFY(!m_api->allDone());
    poll(*m_client, first);

    QCOMPARE(done.size(), 1);
    QVERIFY(m_api->allDone());
    QVERIFY(status(QStringLiteral("second")).doneAt <= status(QStringLiteral("first")).doneAt);
}

void tst_ExtensionEvents::anEventForOneWhoIsLate()
{
    const QByteArray identifier = enrolled("inside", onlyInvoke);
    QSignalSpy done(m_api.get(), &ExtensionsApi::done);
    m_api->deliverInvoke(extensionInvocation());
    QVERIFY(!m_api->allDone());

    const ApiAnswer event = m_client->call("GET", extensionEventPath, identifiedBy(identifier));

    QCOMPARE(event.status, 200);
    QVERIFY(event.body.contains("INVOKE"));
    QCOMPARE(status(QStringLiteral("inside")).state, ExtensionState::Running);
    QCOMPARE(done.size(), 0);
}

void tst_ExtensionEvents::withoutSubscribersAnInvocationIsDone()
{
    QVERIFY(m_api->allDone());
    const QByteArray identifier = enrolled("inside", noEvents);
    poll(*m_client, identifier);

    m_api->deliverInvoke(extensionInvocation());

    QVERIFY(m_api->allDone());
}

void tst_ExtensionEvents::initialisedWhenAllHaveCalledNext()
{
    QVERIFY(m_api->isInitialised());
    m_api->expectExternal({QStringLiteral("first"), QStringLiteral("second")});
    QVERIFY(!m_api->isInitialised());
    QSignalSpy initialised(m_api.get(), &ExtensionsApi::initialised);
    const auto other = client();
    const auto third = client();

    const QByteArray first = enrolled("first", bothEvents);
    poll(*m_client, first);
    QVERIFY(!m_api->isInitialised());
    const QByteArray second = enrol(*other, "second", noEvents);
    const QByteArray inside = enrol(*third, "inside", noEvents);
    poll(*other, second);
    QVERIFY(!m_api->isInitialised());
    QCOMPARE(initialised.size(), 0);
    poll(*third, inside);

    QVERIFY(m_api->isInitialised());
    QCOMPARE(initialised.size(), 1);
    QVERIFY(status(QStringLiteral("inside")).readyAt.has_value());
    m_api->deliverInvoke(extensionInvocation());
    QCOMPARE(m_client->receive().status, 200);
    poll(*m_client, first);
    QCOMPARE(initialised.size(), 1);
}

void tst_ExtensionEvents::shutdown_data()
{
    QTest::addColumn<ShutdownReason>("reason");
    QTest::addColumn<QByteArray>("name");

    QTest::newRow("spindown") << ShutdownReason::Spindown << QByteArray("spindown");
    QTest::newRow("timeout") << ShutdownReason::Timeout << QByteArray("timeout");
    QTest::newRow("failure") << ShutdownReason::Failure << QByteArray("failure");
}

void tst_ExtensionEvents::shutdown()
{
    QFETCH(const ShutdownReason, reason);
    QFETCH(const QByteArray, name);
    m_api->expectExternal({QStringLiteral("metrics")});
    poll(*m_client, enrolled("metrics", bothEvents));

    m_api->deliverShutdown(reason, WallTime(std::chrono::milliseconds(1542409708888)));

    const ApiAnswer event = m_client->receive();
    QCOMPARE(event.status, 200);
    QCOMPARE(event.body,
             "{\"eventType\":\"SHUTDOWN\",\"shutdownReason\":\"" + name
                 + "\",\"deadlineMs\":1542409708888}");
    QVERIFY(looksLikeAnIdentifier(event.header("Lambda-Extension-Event-Identifier")));
    m_api->noteShutdownFailed(QStringLiteral("metrics"));
    QCOMPARE(status(QStringLiteral("metrics")).state, ExtensionState::ShutdownFailed);
}

void tst_ExtensionEvents::shutdownReachesOneWhoIsBusy()
{
    m_api->expectExternal({QStringLiteral("metrics")});
    const QByteArray identifier = enrolled("metrics", bothEvents);
    poll(*m_client, identifier);
    m_api->deliverInvoke(extensionInvocation());
    QVERIFY(m_client->receive().body.contains("INVOKE"));
    QSignalSpy done(m_api.get(), &ExtensionsApi::done);

    m_api->deliverShutdown(ShutdownReason::Timeout, {});

    const ApiAnswer event = m_client->call("GET", extensionEventPath, identifiedBy(identifier));
    QVERIFY(event.body.contains("SHUTDOWN"));
    QCOMPARE(done.size(), 0);
}

void tst_ExtensionEvents::internalExtensionsHearNoShutdown()
{
    const QByteArray identifier = enrolled("inside", onlyInvoke);
    m_api->deliverInvoke(extensionInvocation()); // not taken yet

    m_api->deliverShutdown(ShutdownReason::Spindown, {});

    poll(*m_client, identifier);
    QVERIFY(!m_client->hasAnswer());
}

void tst_ExtensionEvents::errorsOfExtensions_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("errorType");
    QTest::addColumn<QByteArray>("state");

    const QByteArray payload = R"({"errorMessage":"no key","errorType":"X","stackTrace":[]})";
    const QString init = QStringLiteral("Extension.InitError");
    const QString exit = QStringLiteral("Extension.ExitError");
    QTest::newRow("init/error") << extensionInitErrorPath << payload << init
                                << QByteArray("InitError");
    QTest::newRow("init/error without a body")
        << extensionInitErrorPath << QByteArray() << init << QByteArray("InitError");
    QTest::newRow("exit/error") << extensionExitErrorPath << payload << exit
                                << QByteArray("ExitError");
    QTest::newRow("exit/error that is no JSON")
        << extensionExitErrorPath << QByteArray("\xff{") << exit << QByteArray("ExitError");
}

void tst_ExtensionEvents::errorsOfExtensions()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, payload);
    QFETCH(const QString, errorType);
    QFETCH(const QByteArray, state);
    m_api->expectExternal({QStringLiteral("metrics")});
    const QByteArray identifier = enrolled("metrics", bothEvents);
    QSignalSpy failed(m_api.get(), &ExtensionsApi::failed);

    const ApiAnswer answer = m_client->call("POST", path, failingAs(identifier), payload);

    QCOMPARE(answer.status, 202);
    QCOMPARE(answer.body, QByteArray("{\"status\":\"OK\"}\n"));
    QTRY_COMPARE(failed.size(), 1);
    const auto failure = failed.first().first().value<ExtensionFailure>();
    QCOMPARE(failure.errorType, errorType);
    QCOMPARE(failure.name, QStringLiteral("metrics"));
    QCOMPARE(failure.reportedErrorType, QStringLiteral("Extension.NoKey"));
    QCOMPARE(failure.payload, payload);
    QCOMPARE(QByteArray(stateName(status(QStringLiteral("metrics")).state)), state);
    QCOMPARE(status(QStringLiteral("metrics")).errorType, errorType);
    QVERIFY(!m_api->isInitialised());
}

void tst_ExtensionEvents::onlyTheFirstErrorCounts()
{
    const QByteArray identifier = enrolled("inside", onlyInvoke);
    QSignalSpy failed(m_api.get(), &ExtensionsApi::failed);
    QCOMPARE(m_client->call("POST", extensionInitErrorPath, failingAs(identifier), "1").status,
             202);

    QCOMPARE(m_client->call("POST", extensionInitErrorPath, failingAs(identifier), "2").status,
             202);

    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<ExtensionFailure>().payload, QByteArray("1"));
}

void tst_ExtensionEvents::crash_data()
{
    QTest::addColumn<bool>("isRegistered");
    QTest::addColumn<bool>("isReady");

    QTest::newRow("before it registers") << false << false;
    QTest::newRow("before it calls next") << true << false;
    QTest::newRow("while it waits") << true << true;
}

void tst_ExtensionEvents::crash()
{
    QFETCH(const bool, isRegistered);
    QFETCH(const bool, isReady);
    m_api->expectExternal({QStringLiteral("metrics")});
    const QByteArray identifier = isRegistered ? enrolled("metrics", bothEvents) : QByteArray();
    if (isReady)
        poll(*m_client, identifier);
    QSignalSpy failed(m_api.get(), &ExtensionsApi::failed);

    m_api->noteProcessEnded(QStringLiteral("metrics"));
    m_api->noteProcessEnded(QStringLiteral("metrics"));
    m_api->noteProcessEnded(QStringLiteral("another"));

    QCOMPARE(failed.size(), 1);
    const auto failure = failed.first().first().value<ExtensionFailure>();
    QCOMPARE(failure.errorType, QStringLiteral("Extension.Crash"));
    QCOMPARE(failure.name, QStringLiteral("metrics"));
    QCOMPARE(status(QStringLiteral("metrics")).state, ExtensionState::Exited);
    QVERIFY(!m_api->isInitialised());
    if (isRegistered)
        QVERIFY(!m_api->allDone());
}

void tst_ExtensionEvents::noCrashDuringShutdown()
{
    m_api->expectExternal({QStringLiteral("metrics"), QStringLiteral("silent")});
    poll(*m_client, enrolled("metrics", bothEvents));
    QSignalSpy failed(m_api.get(), &ExtensionsApi::failed);
    m_api->deliverShutdown(ShutdownReason::Spindown, {});

    m_api->noteProcessEnded(QStringLiteral("metrics"));
    m_api->noteProcessEnded(QStringLiteral("silent"));

    QCOMPARE(failed.size(), 0);
    QCOMPARE(status(QStringLiteral("metrics")).state, ExtensionState::Exited);
}

void tst_ExtensionEvents::noCrashAfterAnErrorOfItsOwn()
{
    m_api->expectExternal({QStringLiteral("metrics")});
    const QByteArray identifier = enrolled("metrics", bothEvents);
    QCOMPARE(m_client->call("POST", extensionExitErrorPath, failingAs(identifier)).status, 202);
    QSignalSpy failed(m_api.get(), &ExtensionsApi::failed);

    m_api->noteProcessEnded(QStringLiteral("metrics"));

    QCOMPARE(failed.size(), 0);
    QCOMPARE(status(QStringLiteral("metrics")).state, ExtensionState::ExitError);
}

void tst_ExtensionEvents::launchFailure()
{
    m_api->expectExternal({QStringLiteral("metrics")});
    QSignalSpy failed(m_api.get(), &ExtensionsApi::failed);

    m_api->noteLaunchFailed(QStringLiteral("metrics"));

    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<ExtensionFailure>().errorType,
             QStringLiteral("Extension.LaunchError"));
    QCOMPARE(status(QStringLiteral("metrics")).state, ExtensionState::LaunchError);
}

void tst_ExtensionEvents::aSecondPollOfOneThatWaits()
{
    const QByteArray identifier = enrolled("inside", onlyInvoke);
    poll(*m_client, identifier);

    const ApiAnswer answer = client()->call("GET", extensionEventPath, identifiedBy(identifier));

    QCOMPARE(answer.status, 403);
    QCOMPARE(answer.body,
             extensionRefusal("Extension.InvalidExtensionState",
                              "State transition from Ready to Ready failed for extension "
                                  + identifier + ". Error: State transition is not allowed"));
    m_api->deliverInvoke(extensionInvocation());
    QCOMPARE(m_client->receive().status, 200);
}

void tst_ExtensionEvents::aPollAgainAfterLeaving()
{
    const QByteArray identifier = enrolled("inside", onlyInvoke);
    poll(*m_client, identifier);
    m_client = client();

    for (int i = 0; i < 2; ++i) // by then the server has seen that the other one has left
        QCOMPARE(m_client->call("GET", extensionRegisterPath).status, 405);
    m_api->deliverInvoke(extensionInvocation());
    QVERIFY(!m_api->allDone());

    QCOMPARE(m_client->call("GET", extensionEventPath, identifiedBy(identifier)).status, 200);
}

void tst_ExtensionEvents::resetStartsAnew()
{
    m_api->expectExternal({QStringLiteral("metrics")});
    const QByteArray before = enrolled("metrics", bothEvents);
    m_api->closeRegistration();
    m_api->deliverShutdown(ShutdownReason::Failure, {});

    m_api->reset();

    QVERIFY(m_api->extensions().empty());
    QVERIFY(!m_api->nameOf(before));
    m_api->expectExternal({QStringLiteral("metrics")});
    QCOMPARE(m_client->call("GET", extensionEventPath, identifiedBy(before)).status, 403);
    const ApiAnswer answer
        = m_client->call("POST", extensionRegisterPath, extensionNamed("metrics"), bothEvents);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.contains("\"functionName\":\"orders\""));
    QVERIFY(answer.header("Lambda-Extension-Identifier") != before);
    QSignalSpy failed(m_api.get(), &ExtensionsApi::failed);
    m_api->noteProcessEnded(QStringLiteral("metrics"));
    QCOMPARE(failed.size(), 1);
}

COLDFRAME_TEST(tst_ExtensionEvents);

#include "tst_extensionevents.moc"
