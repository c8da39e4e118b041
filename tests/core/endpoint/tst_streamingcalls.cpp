// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/endpoint/eventstreamframe.h"
#include "tests/core/endpoint/endpointfixture.h"
#include "tests/support/testmain.h"

using namespace coldframe;
using namespace coldframe::test;

class tst_StreamingCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void piecesArriveAsTheyAreWritten();
    void emptyResponse();
    void failureOnTheWay();
    void failureBeforeTheFirstByte();
    void logTailOnRequest();
    void refusalIsAnOrdinaryError();
    void brokenOnTheWay();
    void typesOfInvocation();
    void slowCallerHoldsTheFunctionBack();
    void leavingCallerLetsTheFunctionGo();
    void stoppingLetsTheFunctionGo();

private:
    static ApiCall stream(const QByteArray &headers = {})
    {
        return {.method = "POST",
                .target = "/2021-11-15/functions/orders/response-streaming-invocations",
                .body = "{}",
                .headers = headers};
    }

    /// Whether the client has got this, as one chunk.
    static bool hasArrived(const StreamClient &client, const QByteArray &message)
    {
        return QTest::qWaitFor([&] { return client.received().contains(message + "\r\n"); });
    }
};

COLDFRAME_TEST(tst_StreamingCalls);

void tst_StreamingCalls::piecesArriveAsTheyAreWritten()
{
    EndpointFixture fixture;
    const auto client = fixture.sendAndRun(stream());
    QVERIFY(client);
    const InvocationRequest request = fixture.invoker.running();
    QVERIFY(request.responseMode == ResponseMode::Streamed);

    fixture.invoker.appendResponse("one");
    QVERIFY(hasArrived(*client, payloadChunkMessage("one")));
    fixture.invoker.appendResponse("two");
    QVERIFY(hasArrived(*client, payloadChunkMessage("two")));
    Q_EMIT fixture.invoker.responded(request.requestId, InvocationStatus::Succeeded, {});

    const ApiAnswer answer = fixture.answer(*client);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("Content-Type"), QByteArray("application/vnd.amazon.eventstream"));
    QCOMPARE(answer.header("X-Amz-Executed-Version"), QByteArray("$LATEST"));
    QCOMPARE(answer.header("x-amzn-RequestId"), request.requestId.toLatin1());
    QCOMPARE(answer.body, payloadChunkMessage("one") + payloadChunkMessage("two")
                 + invokeCompleteMessage({}, {}, {}));
    fixture.invoker.finish(warmRecord(request, "onetwo")); // answers nothing more
    QCOMPARE(fixture.call({.target = "/2015-03-31/functions/orders"}).status, 200);
    QCOMPARE(fixture.answer(*client).body, answer.body);
}

void tst_StreamingCalls::emptyResponse()
{
    EndpointFixture fixture;
    const auto client = fixture.sendAndRun(stream());
    QVERIFY(client);
    fixture.invoker.finish(warmRecord(fixture.invoker.running(), {}));
    const ApiAnswer answer = fixture.answer(*client);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, invokeCompleteMessage({}, {}, {}));
}

void tst_StreamingCalls::failureOnTheWay()
{
    EndpointFixture fixture;
    const auto client = fixture.sendAndRun(stream());
    QVERIFY(client);
    const InvocationRequest request = fixture.invoker.running();
    fixture.invoker.appendResponse("one");
    Q_EMIT fixture.invoker.responded(request.requestId, InvocationStatus::Failed,
                                     R"({"errorType":"ValueError"})");
    fixture.invoker.finish(failedRecord(request));
    QCOMPARE(fixture.answer(*client).body,
             payloadChunkMessage("one")
                 + invokeCompleteMessage("ValueError", R"({"errorType":"ValueError"})", {}));
}

void tst_StreamingCalls::failureBeforeTheFirstByte()
{
    EndpointFixture fixture;
    const auto client = fixture.sendAndRun(stream());
    QVERIFY(client);
    QString told;
    connect(&fixture.endpoint, &LambdaEndpoint::served, this,
            [&told](const ServedRequest &request) { told = request.error; });
    const InvocationRequest request = fixture.invoker.running();
    Q_EMIT fixture.invoker.responded(request.requestId, InvocationStatus::TimedOut, R"({"a":1})");
    InvocationRecord record = failedRecord(request);
    record.status = InvocationStatus::TimedOut;
    record.errorType = QStringLiteral("Sandbox.Timedout");
    fixture.invoker.finish(record);
    const ApiAnswer answer = fixture.answer(*client);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, invokeCompleteMessage("Sandbox.Timedout", R"({"a":1})", {}));
    QCOMPARE(told, QStringLiteral("Unhandled"));
}

void tst_StreamingCalls::logTailOnRequest()
{
    EndpointFixture fixture;
    const auto client = fixture.sendAndRun(stream("X-Amz-Log-Type: Tail\r\n"));
    QVERIFY(client);
    const InvocationRequest request = fixture.invoker.running();
    fixture.invoker.appendResponse("one");
    Q_EMIT fixture.invoker.responded(request.requestId, InvocationStatus::Succeeded, {});
    InvocationRecord record = warmRecord(request, "one");
    record.log = {{WallTime{}, LogSource::Function, LogLevel::None, "a line"}};
    fixture.invoker.finish(record);
    QCOMPARE(fixture.answer(*client).body,
             payloadChunkMessage("one")
                 + invokeCompleteMessage({}, {}, QByteArray("a line\n").toBase64()));
}

void tst_StreamingCalls::refusalIsAnOrdinaryError()
{
    EndpointFixture fixture;
    const auto client = fixture.sendAndRun(stream());
    QVERIFY(client);
    fixture.invoker.fail({Error::Code::Throttled, QStringLiteral("CallerRateLimitExceeded")});
    const ApiAnswer answer = fixture.answer(*client);
    QCOMPARE(answer.status, 429);
    QCOMPARE(answer.errorType(), QByteArray("TooManyRequestsException"));
    QCOMPARE(fixture
                 .call({.method = "POST",
                        .target
                        = "/2021-11-15/functions/nope/response-streaming-invocations"})
                 .status,
             404);
}

void tst_StreamingCalls::brokenOnTheWay()
{
    EndpointFixture fixture;
    const auto client = fixture.sendAndRun(stream());
    QVERIFY(client);
    fixture.invoker.appendResponse("one");
    fixture.invoker.fail({Error::Code::Cancelled, {}});
    const ApiAnswer answer = fixture.answer(*client);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.startsWith(payloadChunkMessage("one")));
    QVERIFY(answer.body.contains(":exception-type\x07" + QByteArray("\0\x10", 2)
                                 + "ServiceException"));
}

void tst_StreamingCalls::typesOfInvocation()
{
    EndpointFixture fixture;
    QCOMPARE(fixture.call(stream("X-Amz-Invocation-Type: DryRun\r\n")).status, 204);
    const ApiAnswer answer = fixture.call(stream("X-Amz-Invocation-Type: Event\r\n"));
    QCOMPARE(answer.status, 400);
    QVERIFY(answer.body.contains("[RequestResponse, DryRun]"));
    QVERIFY(fixture.invoker.requests.empty());
}

void tst_StreamingCalls::slowCallerHoldsTheFunctionBack()
{
    EndpointFixture fixture;
    const auto client = fixture.sendAndRun(stream());
    QVERIFY(client);
    const InvocationRequest request = fixture.invoker.running();
    client->stopReading();
    const QByteArray piece(256 * 1024, 'x');
    int pieces = 0;
    while (fixture.invoker.held.isEmpty()) {
        fixture.invoker.appendResponse(piece);
        ++pieces;
    }
    QCOMPARE(fixture.invoker.held, QStringList{request.requestId});

    client->resumeReading();
    QTRY_VERIFY(fixture.invoker.held.isEmpty());
    Q_EMIT fixture.invoker.responded(request.requestId, InvocationStatus::Succeeded, {});
    const ApiAnswer answer = fixture.answer(*client);
    QCOMPARE(answer.body.size(), pieces * payloadChunkMessage(piece).size()
                 + invokeCompleteMessage({}, {}, {}).size());
}

void tst_StreamingCalls::leavingCallerLetsTheFunctionGo()
{
    EndpointFixture fixture;
    const auto client = fixture.sendAndRun(stream());
    QVERIFY(client);
    client->stopReading();
    while (fixture.invoker.held.isEmpty())
        fixture.invoker.appendResponse(QByteArray(256 * 1024, 'x'));
    client->leave();
    QTRY_VERIFY(fixture.invoker.held.isEmpty());
    fixture.invoker.appendResponse(QByteArray(4 * 1024 * 1024, 'x')); // is thrown away
    QVERIFY(fixture.invoker.held.isEmpty());
    QVERIFY(fixture.invoker.stopped.isEmpty());
}

void tst_StreamingCalls::stoppingLetsTheFunctionGo()
{
    EndpointFixture fixture;
    const auto client = fixture.sendAndRun(stream());
    QVERIFY(client);
    client->stopReading();
    while (fixture.invoker.held.isEmpty())
        fixture.invoker.appendResponse(QByteArray(256 * 1024, 'x'));
    fixture.endpoint.stop();
    QVERIFY(fixture.invoker.held.isEmpty());
}

#include "tst_streamingcalls.moc"
