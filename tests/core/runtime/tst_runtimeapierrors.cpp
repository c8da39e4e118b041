// SPDX-License-Identifier: GPL-3.0-or-later
// Errors that a runtime posts: of invocations, of the init phase and of a restore.
#include "core/runtime/runtimeapi.h"

#include "core/lambda/limits.h"
#include "tests/core/runtime/runtimeclient.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace coldframe;
using namespace coldframe::test;

class tst_RuntimeApiErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<RuntimeApiFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void errors_data();
    void errors();
    void contentTypesOfErrors_data();
    void contentTypesOfErrors();
    void causeOfAnError_data();
    void causeOfAnError();
    void errorThatIsTooLarge();
    void initErrors_data();
    void initErrors();
    void contentTypesOfInitErrors_data();
    void contentTypesOfInitErrors();
    void afterAnInitErrorThereIsNoNext();
    void initErrorAfterNextIsForbidden();
    void restoreCallsNeedSnapStart_data();
    void restoreCallsNeedSnapStart();
    void restoreNextWaitsForTheRestore();
    void restoreIsForbiddenElsewhere();
    void hooksThatFail_data();
    void hooksThatFail();
    void nothingIsRestoredUnasked();

private:
    std::unique_ptr<RuntimeApiFixture> m_fixture;
};

void tst_RuntimeApiErrors::errors_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("posted");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("errorType");
    QTest::addColumn<QString>("platformErrorType");

    const QByteArray python = "{\"errorMessage\": \"no good\", \"errorType\": \"ValueError\", "
                              "\"requestId\": \"1\", \"stackTrace\": []}";
    QTest::newRow("without a header: the body byte for byte")
        << QByteArray() << python << python << QStringLiteral("ValueError")
        << QStringLiteral("Runtime.Unknown");
    QTest::newRow("a type of the platform's")
        << QByteArray("Lambda-Runtime-Function-Error-Type: Runtime.MarshalError\r\n") << python
        << python << QStringLiteral("ValueError") << QStringLiteral("Runtime.MarshalError");
    QTest::newRow("a type of the function's own")
        << QByteArray("lambda-runtime-function-error-type: Function.mine\r\n") << python << python
        << QStringLiteral("ValueError") << QStringLiteral("Function.Unknown");
    QTest::newRow("a body that is not JSON")
        << QByteArray("Lambda-Runtime-Function-Error-Type: Runtime.Oops\r\n")
        << QByteArray("\xff not JSON") << QByteArray("\xff not JSON")
        << QStringLiteral("Runtime.Oops") << QStringLiteral("Runtime.Oops");
    QTest::newRow("no body: the platform's own")
        << QByteArray("Lambda-Runtime-Function-Error-Type: Runtime.Oops\r\n") << QByteArray()
        << QByteArray("{\"errorType\":\"Runtime.Oops\","
                      "\"errorMessage\":\"Unknown application error occurred\"}")
        << QStringLiteral("Runtime.Oops") << QStringLiteral("Runtime.Oops");
    QTest::newRow("no body and no type: no type in the platform's own")
        << QByteArray() << QByteArray()
        << QByteArray("{\"errorMessage\":\"Unknown application error occurred\"}")
        << QStringLiteral("Runtime.Unknown") << QStringLiteral("Runtime.Unknown");
    QTest::newRow("a cause inside the body")
        << QByteArray("Content-Type: application/vnd.aws.lambda.error.cause+json\r\n")
        << QByteArray("{\"errorMessage\":\"m\",\"errorType\":\"T\",\"stackTrace\":[],"
                      "\"errorCause\":{\"message\":\"m\"}}")
        << QByteArray("{\"errorMessage\":\"m\",\"errorType\":\"T\",\"stackTrace\":[]}")
        << QStringLiteral("T") << QStringLiteral("Runtime.Unknown");
    QTest::newRow("a cause inside a body that is not JSON")
        << QByteArray("content-type: Application/vnd.aws.lambda.error.cause+json; a=b\r\n")
        << QByteArray("{oops") << QByteArray("Invalid error body")
        << QStringLiteral("Runtime.Unknown") << QStringLiteral("Runtime.Unknown");
    QTest::newRow("an empty cause")
        << QByteArray("Lambda-Runtime-Function-XRay-Error-Cause: \r\n") << python << python
        << QStringLiteral("ValueError") << QStringLiteral("Runtime.Unknown");
}

void tst_RuntimeApiErrors::errors()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, posted);
    QFETCH(const QByteArray, payload);
    QFETCH(const QString, errorType);
    QFETCH(const QString, platformErrorType);
    QSignalSpy answered(&m_fixture->api, &RuntimeApi::answered);
    m_fixture->deliver(eventOf("1"));

    m_fixture->client->post(invocationPath("error"), posted, header);

    const ApiAnswer answer = m_fixture->client->receive();
    QCOMPARE(answer.status, 202);
    QCOMPARE(answer.body, okBody);
    const auto result = answered.first().first().value<RuntimeAnswer>();
    QVERIFY(result.isError);
    QCOMPARE(result.body, payload);
    QCOMPARE(result.errorType, errorType);
    QCOMPARE(result.platformErrorType, platformErrorType);
}

void tst_RuntimeApiErrors::initErrors_data()
{
    errors_data();
}

void tst_RuntimeApiErrors::initErrors()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, posted);
    QFETCH(const QByteArray, payload);
    QFETCH(const QString, errorType);
    QFETCH(const QString, platformErrorType);
    QSignalSpy failed(&m_fixture->api, &RuntimeApi::initFailed);

    m_fixture->client->post(initErrorPath, posted, header);

    QCOMPARE(m_fixture->client->receive().status, 202);
    QCOMPARE(failed.size(), 1);
    const auto result = failed.first().first().value<RuntimeAnswer>();
    QVERIFY(result.isError);
    QCOMPARE(result.body, payload);
    QCOMPARE(result.errorType, errorType);
    QCOMPARE(result.platformErrorType, platformErrorType);
    QCOMPARE(m_fixture->api.state(), RuntimeState::InitError);
}

void tst_RuntimeApiErrors::afterAnInitErrorThereIsNoNext()
{
    m_fixture->client->post(initErrorPath, "{}");
    QCOMPARE(m_fixture->client->receive().status, 202);

    m_fixture->client->get(nextPath);

    const ApiAnswer answer = m_fixture->client->receive();
    QCOMPARE(answer.status, 403);
    QVERIFY(answer.body.contains("State transition from InitError to Ready failed"));
}

void tst_RuntimeApiErrors::initErrorAfterNextIsForbidden()
{
    m_fixture->deliver(eventOf("1"));

    m_fixture->client->post(initErrorPath, "{}");

    QCOMPARE(m_fixture->client->receive().status, 403);
    QCOMPARE(m_fixture->api.state(), RuntimeState::Running);
}

void tst_RuntimeApiErrors::contentTypesOfErrors_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("posted");
    QTest::addColumn<QByteArray>("contentType");

    QTest::newRow("as told") << QByteArray("Content-Type: text/x\r\n") << QByteArray("{}")
                             << QByteArray("text/x");
    QTest::newRow("not told") << QByteArray() << QByteArray("{}")
                              << QByteArray("application/octet-stream");
    QTest::newRow("the platform's own payload")
        << QByteArray("Content-Type: text/x\r\n") << QByteArray() << QByteArray("application/json");
    QTest::newRow("without its cause")
        << QByteArray("Content-Type: application/vnd.aws.lambda.error.cause+json\r\n")
        << QByteArray("{}") << QByteArray("application/json");
    QTest::newRow("an unreadable cause")
        << QByteArray("Content-Type: application/vnd.aws.lambda.error.cause+json\r\n")
        << QByteArray("[1]") << QByteArray("application/octet-stream");
}

void tst_RuntimeApiErrors::contentTypesOfErrors()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, posted);
    QFETCH(const QByteArray, contentType);
    QSignalSpy answered(&m_fixture->api, &RuntimeApi::answered);
    m_fixture->deliver(eventOf("1"));

    m_fixture->client->post(invocationPath("error"), posted, header);

    QCOMPARE(m_fixture->client->receive().status, 202);
    QCOMPARE(answered.first().first().value<RuntimeAnswer>().contentType, contentType);
}

void tst_RuntimeApiErrors::causeOfAnError_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("posted");
    QTest::addColumn<QByteArray>("cause");

    const QByteArray cause = "{\"working_directory\":\"/var/task\",\"exceptions\":[],\"paths\":[]}";
    QTest::newRow("in the header") << "lambda-runtime-function-xray-error-cause: " + cause + "\r\n"
                                   << QByteArray("{}") << cause;
    QTest::newRow("an empty header") << QByteArray("lambda-runtime-function-xray-error-cause: \r\n")
                                     << QByteArray("{}") << QByteArray();
    QTest::newRow("a header that is not JSON")
        << QByteArray("Lambda-Runtime-Function-XRay-Error-Cause: oops\r\n") << QByteArray("{}")
        << QByteArray();
    QTest::newRow("in the body") << QByteArray(
        "Content-Type: application/vnd.aws.lambda.error.cause+json\r\n")
                                 << "{\"errorType\":\"T\",\"errorCause\":" + cause + "}" << cause;
    QTest::newRow("in a body that says nothing of it")
        << QByteArray("Content-Type: application/json\r\n") << "{\"errorCause\":" + cause + "}"
        << QByteArray();
}

void tst_RuntimeApiErrors::causeOfAnError()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, posted);
    QFETCH(const QByteArray, cause);
    QSignalSpy answered(&m_fixture->api, &RuntimeApi::answered);
    m_fixture->deliver(eventOf("1"));

    m_fixture->client->post(invocationPath("error"), posted, header);

    QCOMPARE(m_fixture->client->receive().status, 202);
    QCOMPARE(answered.first().first().value<RuntimeAnswer>().errorCause, cause);
}

void tst_RuntimeApiErrors::errorThatIsTooLarge()
{
    QSignalSpy answered(&m_fixture->api, &RuntimeApi::answered);
    m_fixture->deliver(eventOf("1"));

    m_fixture->client->post(invocationPath("error"), QByteArray(limits::ResponseBytes + 1, ' '));

    QCOMPARE(m_fixture->client->receive().status, 413);
    QCOMPARE(answered.first().first().value<RuntimeAnswer>().errorType,
             QStringLiteral("Function.ResponseSizeTooLarge"));
}

void tst_RuntimeApiErrors::contentTypesOfInitErrors_data()
{
    QTest::addColumn<QByteArray>("posted");
    QTest::addColumn<QByteArray>("contentType");

    QTest::newRow("JSON") << QByteArray("{\"errorType\":\"T\"}") << QByteArray("application/json");
    QTest::newRow("anything else") << QByteArray("oops") << QByteArray("application/octet-stream");
    QTest::newRow("nothing") << QByteArray() << QByteArray("application/json");
}

void tst_RuntimeApiErrors::contentTypesOfInitErrors()
{
    QFETCH(const QByteArray, posted);
    QFETCH(const QByteArray, contentType);
    QSignalSpy failed(&m_fixture->api, &RuntimeApi::initFailed);

    m_fixture->client->post(initErrorPath, posted, "Content-Type: text/plain\r\n");

    QCOMPARE(m_fixture->client->receive().status, 202);
    QCOMPARE(failed.first().first().value<RuntimeAnswer>().contentType, contentType);
}

void tst_RuntimeApiErrors::restoreCallsNeedSnapStart_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("snapStart");
    QTest::addColumn<int>("status");

    QTest::newRow("next without") << QByteArray("GET") << restoreNextPath << false << 404;
    QTest::newRow("error without") << QByteArray("POST") << restoreErrorPath << false << 404;
    QTest::newRow("error before a restore")
        << QByteArray("POST") << restoreErrorPath << true << 403;
    QTest::newRow("next with another method")
        << QByteArray("POST") << restoreNextPath << true << 405;
    QTest::newRow("error with another method")
        << QByteArray("GET") << restoreErrorPath << true << 405;
}

void tst_RuntimeApiErrors::restoreCallsNeedSnapStart()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    QFETCH(const bool, snapStart);
    QFETCH(const int, status);
    m_fixture->api.setSnapStart(snapStart);

    m_fixture->client->send(m_fixture->client->request(method, path, {}, {}));

    QCOMPARE(m_fixture->client->receive().status, status);
    QCOMPARE(m_fixture->api.state(), RuntimeState::Started);
}

void tst_RuntimeApiErrors::restoreNextWaitsForTheRestore()
{
    RuntimeApi &api = m_fixture->api;
    api.setSnapStart(true);
    QSignalSpy restoreReady(&api, &RuntimeApi::restoreReady);
    QSignalSpy initialised(&api, &RuntimeApi::initialised);
    m_fixture->client->get(restoreNextPath);
    QTRY_COMPARE(restoreReady.size(), 1);
    QCOMPARE(api.state(), RuntimeState::RestoreReady);
    QVERIFY(m_fixture->client->hasReceivedNothing());

    api.restore();

    const ApiAnswer answer = m_fixture->client->receive();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("Content-Length"), QByteArray("0"));
    QCOMPARE(api.state(), RuntimeState::Restoring);
    QCOMPARE(initialised.size(), 0);
    QCOMPARE(m_fixture->deliver(eventOf("1")).body, QByteArray("1"));
    QCOMPARE(initialised.size(), 1);
}

void tst_RuntimeApiErrors::restoreIsForbiddenElsewhere()
{
    m_fixture->api.setSnapStart(true);
    m_fixture->deliver(eventOf("1"));

    m_fixture->client->get(restoreNextPath);
    QCOMPARE(m_fixture->client->receive().body,
             apiErrorBody("State transition from Running to RestoreReady failed for runtime. "
                          "Error: State transition is not allowed",
                          "InvalidStateTransition"));
    m_fixture->client->post(restoreErrorPath, "{}");
    QCOMPARE(m_fixture->client->receive().status, 403);
}

void tst_RuntimeApiErrors::hooksThatFail_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("restore/error") << restoreErrorPath;
    QTest::newRow("init/error") << initErrorPath;
}

void tst_RuntimeApiErrors::hooksThatFail()
{
    QFETCH(const QByteArray, path);
    RuntimeApi &api = m_fixture->api;
    api.setSnapStart(true);
    QSignalSpy restoreFailed(&api, &RuntimeApi::restoreFailed);
    QSignalSpy initFailed(&api, &RuntimeApi::initFailed);
    m_fixture->client->get(restoreNextPath);
    QTRY_COMPARE(api.state(), RuntimeState::RestoreReady);
    api.restore();
    QCOMPARE(m_fixture->client->receive().status, 200);

    m_fixture->client->post(path, "{\"errorType\":\"HookError\"}",
                            "Lambda-Runtime-Function-Error-Type: Runtime.AfterRestoreError\r\n");

    const ApiAnswer answer = m_fixture->client->receive();
    QCOMPARE(answer.status, 202);
    QCOMPARE(answer.body, okBody);
    QCOMPARE(restoreFailed.size(), 1);
    QCOMPARE(initFailed.size(), 0);
    const auto result = restoreFailed.first().first().value<RuntimeAnswer>();
    QCOMPARE(result.errorType, QStringLiteral("HookError"));
    QCOMPARE(result.platformErrorType, QStringLiteral("Runtime.AfterRestoreError"));
    m_fixture->client->get(nextPath);
    QCOMPARE(m_fixture->client->receive().status, 403);
}

void tst_RuntimeApiErrors::nothingIsRestoredUnasked()
{
    m_fixture->api.setSnapStart(true);

    m_fixture->api.restore();

    QCOMPARE(m_fixture->api.state(), RuntimeState::Started);
}

COLDFRAME_TEST(tst_RuntimeApiErrors);

#include "tst_runtimeapierrors.moc"
