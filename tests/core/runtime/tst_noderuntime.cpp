// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "tests/core/runtime/runtimepeer.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;
using namespace coldframe::test;

/// Our bootstrap in the Node.js of this computer.
class tst_NodeRuntime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theFirstChunkArrivesWhileTheHandlerStillWorks();
    void timersRunWhileNobodyReads();
    void streamedResponses_data();
    void streamedResponses();
    void brokenOffStreams_data();
    void brokenOffStreams();
    void aStreamThatFailsBeforeItsBeginning_data();
    void aStreamThatFailsBeforeItsBeginning();
    void aCrashInTheMiddleOfAStream();
    void aStreamingHandlerThatNeverSettles();
    void rulesOfVersions_data();
    void rulesOfVersions();
    void theGlobalCanBeLeftOut();
    void dueWorkRunsBeforeTheNextInvocation();
    void layersAreFoundByRequire();
    void largeEvents();
    void largeEventsAndResponsesInTurn();
    void causeOfAFailure();

private:
    static const Interpreter &node() { return interpretersOf(RuntimeFamily::NodeJs).front(); }
};

namespace {

const QByteArray getNext = "GET /2018-06-01/runtime/invocation/next";

QByteArray eventFor(const QTemporaryDir &folder)
{
    return "{\"folder\": \"" + folder.path().toUtf8() + "\"}";
}

void touch(const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
}

QByteArray decodedError(const PeerRequest &request)
{
    return QByteArray::fromBase64(request.trailers.at("lambda-runtime-function-error-body"));
}

} // namespace

void tst_NodeRuntime::initTestCase()
{
    if (interpretersOf(RuntimeFamily::NodeJs).empty())
        QSKIP("there is no Node.js here");
}

void tst_NodeRuntime::theFirstChunkArrivesWhileTheHandlerStillWorks()
{
    const QTemporaryDir folder;
    RuntimePeer peer(node(), QStringLiteral("streams.waits"));
    QCOMPARE(peer.receiveFirst().line, getNext);

    peer.sendEvent("id-1", eventFor(folder));
    PeerRequest request = peer.receiveHead();
    QCOMPARE(request.line, QByteArray("POST /2018-06-01/runtime/invocation/id-1/response"));
    QCOMPARE(request.headers.at("lambda-runtime-function-response-mode"), QByteArray("streaming"));
    QCOMPARE(request.headers.at("transfer-encoding"), QByteArray("chunked"));
    QCOMPARE(request.headers.at("content-type"), QByteArray("text/plain"));
    QCOMPARE(peer.receiveChunk(request), QByteArray("first of id-1"));
    touch(folder.filePath(QStringLiteral("go-on"))); // the handler waits for it

    QCOMPARE(peer.receiveChunk(request), QByteArray("second"));
    QCOMPARE(peer.receiveChunk(request), QByteArray());
    QVERIFY(request.trailers.empty());
    peer.accept();
    QCOMPARE(peer.receive().line, getNext);
}

void tst_NodeRuntime::timersRunWhileNobodyReads()
{
    const QTemporaryDir folder;
    RuntimePeer peer(node(), QStringLiteral("streams.floods"));
    peer.receiveFirst();

    peer.sendEvent("id", eventFor(folder));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder.filePath(QStringLiteral("timers-run"))), 30'000);

    QCOMPARE(peer.receive().body.size(), qsizetype(64 * 256 * 1024));
    peer.accept();
    QCOMPARE(peer.receive().line, getNext);
}

void tst_NodeRuntime::streamedResponses_data()
{
    QTest::addColumn<QString>("handler");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("body");

    const QByteArray bytes = "application/octet-stream";
    QTest::newRow("an HTTP response")
        << QStringLiteral("streams.http")
        << QByteArray("application/vnd.awslambda.http-integration-response")
        << QByteArray("{\"statusCode\":201,\"headers\":{\"Content-Type\":\"text/html\"},"
                      "\"cookies\":[\"a=b\"]}")
            + QByteArray(8, '\0') + "<p></p>";
    QTest::newRow("nothing") << QStringLiteral("streams.empty") << bytes << QByteArray();
    QTest::newRow("objects, bytes and text")
        << QStringLiteral("streams.values") << bytes << QByteArray("{\"a\":1}hi\xc3\xa9");
    QTest::newRow("a handler in an object")
        << QStringLiteral("streams.nested.handler") << bytes << QByteArray("{\"a\":1}hi\xc3\xa9");
    QTest::newRow("a content type that comes too late")
        << QStringLiteral("streams.setsTypeLate") << bytes
        << QByteArray("begunInvalidStreamingOperation");
}

void tst_NodeRuntime::streamedResponses()
{
    QFETCH(const QString, handler);
    QFETCH(const QByteArray, contentType);
    QFETCH(const QByteArray, body);
    RuntimePeer peer(node(), handler);
    peer.receiveFirst();

    for (const char *id : {"id-1", "id-2"}) {
        const PeerRequest request = peer.run(id, "{}");
        QCOMPARE(request.line,
                 QByteArray("POST /2018-06-01/runtime/invocation/") + id + "/response");
        QCOMPARE(request.headers.at("content-type"), contentType);
        QCOMPARE(request.body, body);
        QVERIFY(request.trailers.empty());
    }
}

void tst_NodeRuntime::brokenOffStreams_data()
{
    QTest::addColumn<QString>("handler");
    QTest::addColumn<QByteArray>("errorType");
    QTest::addColumn<QByteArray>("message");

    QTest::newRow("an exception") << QStringLiteral("streams.failsLate") << QByteArray("RangeError")
                                  << QByteArray("broken off");
    QTest::newRow("a source that fails") << QStringLiteral("streams.pipesFailure")
                                         << QByteArray("TypeError") << QByteArray("source failed");
}

void tst_NodeRuntime::brokenOffStreams()
{
    QFETCH(const QString, handler);
    QFETCH(const QByteArray, errorType);
    QFETCH(const QByteArray, message);
    RuntimePeer peer(node(), handler);
    peer.receiveFirst();

    for (const char *id : {"id-1", "id-2"}) { // the runtime goes on after it
        const PeerRequest request = peer.run(id, "{}");
        QCOMPARE(request.body, QByteArray("begun"));
        QCOMPARE(request.trailers.at("lambda-runtime-function-error-type"), errorType);
        const QByteArray payload = decodedError(request);
        QVERIFY2(payload.startsWith("{\"errorType\":\"" + errorType + "\",\"errorMessage\":\""
                                    + message + "\",\"trace\":["),
                 payload.constData());
    }
}

void tst_NodeRuntime::aStreamThatFailsBeforeItsBeginning_data()
{
    QTest::addColumn<QString>("handler");
    QTest::addColumn<QByteArray>("message");

    QTest::newRow("an exception") << QStringLiteral("streams.failsEarly")
                                  << QByteArray("nothing sent");
    QTest::newRow("a handler that is not asynchronous")
        << QStringLiteral("streams.isNotAsync")
        << QByteArray("Streaming does not support non-async handlers.");
}

void tst_NodeRuntime::aStreamThatFailsBeforeItsBeginning()
{
    QFETCH(const QString, handler);
    QFETCH(const QByteArray, message);
    RuntimePeer peer(node(), handler);
    peer.receiveFirst();

    const PeerRequest request = peer.run("id", "{}");

    QVERIFY2(request.line.endsWith("/id/error"), request.line.constData());
    QVERIFY2(request.body.contains("\"errorMessage\":\"" + message + "\""), request.body);
    QVERIFY(!request.headers.contains("lambda-runtime-function-response-mode"));
}

void tst_NodeRuntime::aCrashInTheMiddleOfAStream()
{
    RuntimePeer peer(node(), QStringLiteral("streams.crashes"));
    peer.receiveFirst();

    peer.sendEvent("id", "{}");
    const PeerRequest request = peer.receive();
    peer.accept();

    QCOMPARE(request.body, QByteArray("begun"));
    QCOMPARE(request.trailers.at("lambda-runtime-function-error-type"), QByteArray("RangeError"));
    QVERIFY(decodedError(request).contains("nobody catches"));
    QCOMPARE(peer.exitStatus(), 129);
}

void tst_NodeRuntime::aStreamingHandlerThatNeverSettles()
{
    RuntimePeer peer(node(), QStringLiteral("streams.neverSettles"));
    peer.receiveFirst();

    peer.sendEvent("id", "{}");
    const PeerRequest request = peer.receive();
    peer.accept();

    QVERIFY2(request.line.endsWith("/id/error"), request.line.constData());
    QVERIFY(request.body.contains("Runtime.NodeJsExit"));
    QCOMPARE(peer.exitStatus(), 13);
}

void tst_NodeRuntime::rulesOfVersions_data()
{
    QTest::addColumn<QString>("runtime");
    QTest::addColumn<QString>("handler");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body"); ///< a part of it

    const QByteArray response = "invocation/id/response";
    QTest::newRow("22, a plain value is no answer")
        << QStringLiteral("nodejs22.x") << QStringLiteral("runtimes.plain") << response
        << QByteArray("null");
    QTest::newRow("24, a plain value is the answer")
        << QStringLiteral("nodejs24.x") << QStringLiteral("runtimes.plain") << response
        << QByteArray("\"plain\"");
    QTest::newRow("18, a callback")
        << QStringLiteral("nodejs18.x") << QStringLiteral("runtimes.callback") << response
        << QByteArray("\"called back\"");
    QTest::newRow("24, no callback")
        << QStringLiteral("nodejs24.x") << QStringLiteral("runtimes.callback")
        << QByteArray("init/error") << QByteArray("Runtime.CallbackHandlerDeprecated");
    QTest::newRow("24, three parameters of a streaming handler")
        << QStringLiteral("nodejs24.x") << QStringLiteral("streams.setsTypeLate") << response
        << QByteArray("begun");
}

void tst_NodeRuntime::rulesOfVersions()
{
    QFETCH(const QString, runtime);
    QFETCH(const QString, handler);
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, body);
    RuntimePeer peer(
        node(), handler,
        {{QStringLiteral("AWS_EXECUTION_ENV"), QStringLiteral("AWS_Lambda_") + runtime}});

    PeerRequest request = peer.receiveFirst();
    if (request.line == getNext)
        request = peer.run("id", "{}");
    else
        peer.accept();

    QCOMPARE(request.line, "POST /2018-06-01/runtime/" + path);
    QVERIFY2(request.body.contains(body), request.body.constData());
}

void tst_NodeRuntime::theGlobalCanBeLeftOut()
{
    const QString name = QStringLiteral("AWS_LAMBDA_NODEJS_NO_GLOBAL_AWSLAMBDA");
    RuntimePeer with(node(), QStringLiteral("runtimes.hasGlobal"));
    RuntimePeer without(node(), QStringLiteral("runtimes.hasGlobal"),
                        {{name, QStringLiteral("true")}});
    with.receiveFirst();
    without.receiveFirst();

    QCOMPARE(with.run("id", "{}").body, QByteArray("\"object\""));
    QCOMPARE(without.run("id", "{}").body, QByteArray("\"undefined\""));
}

void tst_NodeRuntime::dueWorkRunsBeforeTheNextInvocation()
{
    RuntimePeer peer(node(), QStringLiteral("runtimes.background"));
    peer.receiveFirst();

    QCOMPARE(peer.run("id-1", "{}").body, QByteArray("0"));
    QCOMPARE(peer.run("id-2", "{}").body, QByteArray("1"));
}

void tst_NodeRuntime::layersAreFoundByRequire()
{
    const QTemporaryDir opt;
    QVERIFY(QDir(opt.path()).mkpath(QStringLiteral("nodejs/node_modules/from-layer")));
    QFile module(opt.filePath(QStringLiteral("nodejs/node_modules/from-layer/index.js")));
    QVERIFY(module.open(QIODevice::WriteOnly));
    module.write("module.exports = 'layer';\n");
    module.close();
    RuntimePeer peer(
        node(), QStringLiteral("runtimes.layer"),
        {{QStringLiteral("NODE_PATH"), opt.filePath(QStringLiteral("nodejs/node_modules"))}});
    peer.receiveFirst();

    QCOMPARE(peer.run("id", "{}").body, QByteArray("\"layer\""));
}

void tst_NodeRuntime::largeEvents()
{
    RuntimePeer peer(node(), QStringLiteral("runtimes.length"));
    peer.receiveFirst();

    for (const int letters : {10, 500'000, 1'500'000, 30'000}) {
        const QByteArray text = QByteArray("\xc3\xbc").repeated(letters);
        QCOMPARE(peer.run("id", "{\"text\": \"" + text + "\"}").body, QByteArray::number(letters));
    }
}

/// Memory that brought an event carries its response and the other way round.
void tst_NodeRuntime::largeEventsAndResponsesInTurn()
{
    RuntimePeer peer(node(), QStringLiteral("echo.handler"));
    peer.receiveFirst();

    for (const int letters : {10, 500'000, 10, 1'500'000, 1'000'000, 5'000'000, 30'000, 5}) {
        const QByteArray text = QByteArray("\xc3\xbc").repeated(letters);
        const QByteArray event
            = "{\"letters\":" + QByteArray::number(letters) + ",\"text\":\"" + text + "\"}";
        QVERIFY2(peer.run("id", event).body == event, qPrintable(QString::number(letters)));
    }
}

void tst_NodeRuntime::causeOfAFailure()
{
    RuntimePeer peer(node(), QStringLiteral("runtimes.fails"));
    peer.receiveFirst();

    const PeerRequest posted = peer.run("id", "{\"message\": \"n\xc3\xbc\\u007f\"}");

    QCOMPARE(posted.line, QByteArray("POST /2018-06-01/runtime/invocation/id/error"));
    const QByteArray header = posted.headers.at("lambda-runtime-function-xray-error-cause");
    QVERIFY2(header.contains("n\\u00fc\\u007f"), header.constData());
    const auto cause = parseJson(header);
    QVERIFY(cause.has_value());
    const OrderedJson &exception = cause->at("exceptions").at(0);
    QCOMPARE(exception.at("type").get<std::string>(), std::string("RangeError"));
    for (const OrderedJson &frame : exception.at("stack"))
        QVERIFY(frame.at("path").get<std::string>().find("bootstrap.cjs") == std::string::npos);
    QCOMPARE(exception.at("stack").at(0).at("line").get<int>(), 18);
    QVERIFY(QString::fromStdString(cause->at("paths").at(0).get<std::string>())
                .endsWith(QStringLiteral("/runtimes.js")));
    QVERIFY(!cause->at("working_directory").get<std::string>().empty());
}

COLDFRAME_TEST(tst_NodeRuntime);

#include "tst_noderuntime.moc"
