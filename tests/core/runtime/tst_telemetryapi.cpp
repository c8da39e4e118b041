// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/telemetryapi.h"

#include "core/runtime/extensionsapi.h"
#include "tests/core/runtime/apiclient.h"
#include "tests/core/runtime/telemetrylistener.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace coldframe;
using coldframe::test::ApiAnswer;
using coldframe::test::ApiClient;
using coldframe::test::TelemetryListener;

class tst_TelemetryApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void subscription();
    void refusals_data();
    void refusals();
    void tooLate_data();
    void tooLate();
    void oneOfTheTwoApis_data();
    void oneOfTheTwoApis();
    void deliveryOverHttp();
    void deliveryOverTcp();
    void linesAndObjects_data();
    void linesAndObjects();
    void onlyTheTypesAskedFor();
    void eventsOfEachApi_data();
    void eventsOfEachApi();
    void whatHappenedBeforeIsDelivered();
    void theBeginningIsKeptWhenThereIsTooMuch();
    void nobodyWantsIt();
    void aSecondSubscriptionReplacesTheFirst();
    void aListenerThatComesLater();
    void aListenerThatNeverAnswers();
    void aListenerThatFails();
    void subscriptionsOutliveAReset();
    void theExampleExtension();

private:
    QByteArray subscribe(const QByteArray &body, const QByteArray &path = telemetryPath)
    {
        return m_client->call("PUT", path, identified(), body).body;
    }
    HttpHeaders identified() const { return {{"Lambda-Extension-Identifier", m_identifier}}; }

    static constexpr const char *telemetryPath = "/2022-07-01/telemetry";
    static constexpr const char *logsPath = "/2020-08-15/logs";

    SystemClock m_clock;
    std::unique_ptr<ExtensionsApi> m_extensions;
    std::unique_ptr<TelemetryApi> m_api;
    std::unique_ptr<HttpServer> m_server;
    quint16 m_port = 0;
    std::unique_ptr<ApiClient> m_client;
    QByteArray m_identifier;
};

namespace {

const QByteArray allTelemetryTypes = R"(["platform","function","extension"])";
const QByteArray okText = "\"OK\"";
const WallTime telemetryMoment{std::chrono::milliseconds(1767323045678)};
const QByteArray telemetryTime = R"({"time":"2026-01-02T03:04:05.678Z","type":)";

QByteArray subscriptionAt(quint16 port, const QByteArray &types,
                          const QByteArray &version = "2022-12-13")
{
    return R"({"schemaVersion":")" + version + R"(","types":)" + types
        + R"(,"destination":{"protocol":"HTTP","URI":"http://sandbox.localdomain:)"
        + QByteArray::number(port) + R"(/a"},"buffering":{"timeoutMs":25}})";
}

TelemetryRecord platformRecord(const QByteArray &name, const QByteArray &record = "{}")
{
    return {TelemetryType::Platform, telemetryMoment, name, record, {}};
}

TelemetryRecord telemetryLine(TelemetryType type, const QByteArray &line,
                              const QByteArray &recordJson = {})
{
    return {type, telemetryMoment, {}, recordJson, line};
}

} // namespace

void tst_TelemetryApi::init()
{
    m_extensions = std::make_unique<ExtensionsApi>(m_clock);
    m_api = std::make_unique<TelemetryApi>(
        m_clock, [this](QByteArrayView identifier) { return m_extensions->nameOf(identifier); });
    m_server = std::make_unique<HttpServer>(HttpServer::Options{},
                                            [this](HttpRequest request, HttpReply reply) {
                                                if (request.target.startsWith("/2022-07-01"))
                                                    m_api->handleTelemetry(request, reply);
                                                else if (request.target.startsWith("/2020-08-15"))
                                                    m_api->handleLogs(request, reply);
                                                else
                                                    m_extensions->handle(std::move(request), reply);
                                            });
    m_port = m_server->listenOnLoopback().value();
    m_client = std::make_unique<ApiClient>(m_port);
    m_identifier = m_client
                       ->call("POST", "/2020-01-01/extension/register",
                              {{"Lambda-Extension-Name", "collector"}}, R"({"events":["INVOKE"]})")
                       .header("Lambda-Extension-Identifier");
}

void tst_TelemetryApi::cleanup()
{
    m_client.reset();
    m_server.reset();
    m_api.reset();
    m_extensions.reset();
}

void tst_TelemetryApi::subscription()
{
    TelemetryListener listener;
    QSignalSpy subscribed(m_api.get(), &TelemetryApi::subscribed);

    const ApiAnswer answer
        = m_client->call("PUT", telemetryPath, identified(),
                         subscriptionAt(listener.listen(), R"(["function","platform"])"));

    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, okText);
    QCOMPARE(answer.header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(subscribed.size(), 1);
    QCOMPARE(subscribed.first().at(0).toString(), QStringLiteral("collector"));
    QCOMPARE(subscribed.first().at(1).toStringList(),
             QStringList({QStringLiteral("platform"), QStringLiteral("function")}));
    QCOMPARE(subscribed.first().at(2).value<TelemetryApiKind>(), TelemetryApiKind::Telemetry);
    QCOMPARE(subscribed.first().at(3).toBool(), false);
}

void tst_TelemetryApi::refusals_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("identifier"); // "own" for the right one
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");

    const QByteArray put("PUT");
    const QByteArray unknown("01234567-89ab-cdef-0123-456789abcdef");
    for (const char *const path : {telemetryPath, logsPath}) {
        const QByteArray prefix = path == logsPath ? "Logs." : "";
        QTest::addRow("%s GET", path)
            << QByteArray("GET") << QByteArray(path) << QByteArray("own") << 405 << QByteArray();
        QTest::addRow("%s POST", path)
            << QByteArray("POST") << QByteArray(path) << QByteArray("own") << 405 << QByteArray();
        QTest::addRow("below %s", path) << put << QByteArray(path) + "/more" << QByteArray("own")
                                        << 404 << QByteArray("404 page not found\n");
        QTest::addRow("%s without identifier", path)
            << put << QByteArray(path) << QByteArray() << 403
            << QByteArray(R"({"errorMessage":"Missing Lambda-Extension-Identifier header",)"
                          R"("errorType":"Extension.MissingExtensionIdentifier"})"
                          "\n");
        QTest::addRow("%s with a bad identifier", path)
            << put << QByteArray(path) << QByteArray("collector") << 403
            << QByteArray(R"({"errorMessage":"Invalid Lambda-Extension-Identifier",)"
                          R"("errorType":"Extension.InvalidExtensionIdentifier"})"
                          "\n");
        QTest::addRow("%s with an unknown identifier", path)
            << put << QByteArray(path) << unknown << 403
            << "{\"errorMessage\":\"Unknown extension " + unknown
                + "\",\"errorType\":\"Extension.UnknownExtensionIdentifier\"}\n";
        QTest::addRow("%s with a bad body", path)
            << put << QByteArray(path) << QByteArray("own") << 400
            << "{\"errorMessage\":\"expected an object\",\"errorType\":\"" + prefix
                + "ValidationError\"}\n";
    }
}

void tst_TelemetryApi::refusals()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, identifier);
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QSignalSpy subscribed(m_api.get(), &TelemetryApi::subscribed);

    const ApiAnswer answer = m_client->call(
        method, path,
        {{"Lambda-Extension-Identifier", identifier == "own" ? m_identifier : identifier}}, "[]");

    QCOMPARE(answer.status, status);
    QCOMPARE(answer.body, body);
    QCOMPARE(subscribed.size(), 0);
}

void tst_TelemetryApi::tooLate_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");

    QTest::newRow("telemetry") << QByteArray(telemetryPath)
                               << QByteArray(
                                      R"({"errorMessage":"Telemetry API subscription is closed",)"
                                      R"("errorType":"Telemetry.SubscriptionClosed"})"
                                      "\n");
    QTest::newRow("logs") << QByteArray(logsPath)
                          << QByteArray(R"({"errorMessage":"Logs API subscription is closed",)"
                                        R"("errorType":"Logs.SubscriptionClosed"})"
                                        "\n");
}

void tst_TelemetryApi::tooLate()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, body);
    m_api->closeSubscription();

    const ApiAnswer answer = m_client->call("PUT", path, identified(), "[]");

    QCOMPARE(answer.status, 403);
    QCOMPARE(answer.body, body);
}

void tst_TelemetryApi::oneOfTheTwoApis_data()
{
    QTest::addColumn<bool>("logsFirst");

    QTest::newRow("telemetry first") << false;
    QTest::newRow("logs first") << true;
}

void tst_TelemetryApi::oneOfTheTwoApis()
{
    QFETCH(const bool, logsFirst);
    TelemetryListener listener;
    const quint16 port = listener.listen();
    const QByteArray telemetry = subscriptionAt(port, allTelemetryTypes);
    const QByteArray logs = subscriptionAt(port, allTelemetryTypes, "2021-03-18");
    QCOMPARE(logsFirst ? subscribe(logs, logsPath) : subscribe(telemetry), okText);

    const ApiAnswer answer = logsFirst
        ? m_client->call("PUT", telemetryPath, identified(), telemetry)
        : m_client->call("PUT", logsPath, identified(), logs);

    QCOMPARE(answer.status, 400);
    QVERIFY2(answer.body.contains("ValidationError"), answer.body.constData());
}

void tst_TelemetryApi::deliveryOverHttp()
{
    TelemetryListener listener;
    const quint16 port = listener.listen();
    QCOMPARE(subscribe(subscriptionAt(port, allTelemetryTypes)), okText);
    QSignalSpy drained(m_api.get(), &TelemetryApi::drained);

    m_api->publish(platformRecord("platform.start", R"({"requestId":"1"})"));
    m_api->publish(telemetryLine(TelemetryType::Function, "hello"));
    m_api->flush();
    QTRY_COMPARE(drained.size(), 1);
    m_api->publish(telemetryLine(TelemetryType::Extension, "world"));
    m_api->flush();
    QTRY_COMPARE(drained.size(), 2);

    QVERIFY(m_api->isDrained());
    QCOMPARE(listener.connections, 1);
    QCOMPARE(listener.requests.size(), std::size_t(2));
    const HttpRequest &request = listener.requests.front();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.target, QByteArray("/a"));
    QCOMPARE(headerValue(request.headers, "Host").toByteArray(),
             "sandbox.localdomain:" + QByteArray::number(port));
    QCOMPARE(headerValue(request.headers, "Content-Type").toByteArray(),
             QByteArray("application/json"));
    QCOMPARE(request.body,
             '[' + telemetryTime + R"("platform.start","record":{"requestId":"1"}},)"
                 + telemetryTime + R"("function","record":"hello"}])");
    QCOMPARE(listener.requests.back().body,
             '[' + telemetryTime + R"("extension","record":"world"}])");
}

void tst_TelemetryApi::deliveryOverTcp()
{
    TelemetryListener listener;
    listener.answers = false;
    const QByteArray port = QByteArray::number(listener.listen());
    QCOMPARE(subscribe(R"({"schemaVersion":"2022-07-01","types":["function"],)"
                       R"("destination":{"protocol":"TCP","port":)"
                       + port + "}}"),
             okText);

    m_api->publish(telemetryLine(TelemetryType::Function, "one\ntwo"));
    m_api->flush();
    QTRY_VERIFY(m_api->isDrained());
    m_api->publish(telemetryLine(TelemetryType::Function, "three"));
    m_api->publish(telemetryLine(TelemetryType::Function, ""));
    m_api->flush();

    const QByteArray expected = telemetryTime + "\"function\",\"record\":\"one\\ntwo\"}\n"
        + telemetryTime + "\"function\",\"record\":\"three\"}\n" + telemetryTime
        + "\"function\",\"record\":\"\"}\n";
    QTRY_COMPARE(listener.bytes, expected);
    QCOMPARE(listener.connections, 1);
}

void tst_TelemetryApi::linesAndObjects_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("isJson");
    QTest::addColumn<QByteArray>("record");

    const QByteArray object = R"({"level":"INFO","message":"hi"})";
    const QByteArray text = R"("{\"level\":\"INFO\",\"message\":\"hi\"}")";
    QTest::newRow("2022-07-01: a string")
        << QByteArray(telemetryPath) << QByteArray("2022-07-01") << object << true << text;
    QTest::newRow("2022-12-13: an object")
        << QByteArray(telemetryPath) << QByteArray("2022-12-13") << object << true << object;
    QTest::newRow("2025-01-29: an object")
        << QByteArray(telemetryPath) << QByteArray("2025-01-29") << object << true << object;
    QTest::newRow("text format: a string")
        << QByteArray(telemetryPath) << QByteArray("2022-12-13") << object << false << text;
    QTest::newRow("Logs API: a string")
        << QByteArray(logsPath) << QByteArray("2021-03-18") << object << true << text;
    QTest::newRow("not UTF-8") << QByteArray(telemetryPath) << QByteArray("2022-12-13")
                               << QByteArray("a\xff\"\\\x01z") << false
                               << QByteArray("\"a\xef\xbf\xbd\\\"\\\\\\u0001z\"");
}

void tst_TelemetryApi::linesAndObjects()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, version);
    QFETCH(const QByteArray, line);
    QFETCH(const bool, isJson);
    QFETCH(const QByteArray, record);
    TelemetryListener listener;
    QCOMPARE(subscribe(subscriptionAt(listener.listen(), allTelemetryTypes, version), path),
             okText);

    m_api->publish(telemetryLine(TelemetryType::Function, line, isJson ? line : QByteArray()));
    m_api->flush();

    QTRY_COMPARE(listener.requests.size(), std::size_t(1));
    QCOMPARE(listener.requests.front().body,
             '[' + telemetryTime + "\"function\",\"record\":" + record + "}]");
}

void tst_TelemetryApi::onlyTheTypesAskedFor()
{
    TelemetryListener listener;
    QCOMPARE(subscribe(subscriptionAt(listener.listen(), R"(["extension"])")), okText);

    m_api->publish(platformRecord("platform.start"));
    m_api->publish(telemetryLine(TelemetryType::Function, "function"));
    m_api->publish(telemetryLine(TelemetryType::Extension, "extension"));
    m_api->flush();

    QTRY_COMPARE(listener.records(),
                 QList<QByteArray>{telemetryTime + R"("extension","record":"extension"})"});
}

void tst_TelemetryApi::eventsOfEachApi_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("names");

    QTest::newRow("telemetry") << QByteArray(telemetryPath) << QByteArray("2022-07-01")
                               << QByteArray("initStart start runtimeDone report extension "
                                             "telemetrySubscription");
    QTest::newRow("logs, 2020") << QByteArray(logsPath) << QByteArray("2020-08-15")
                                << QByteArray("start end report fault extension");
    QTest::newRow("logs, 2021") << QByteArray(logsPath) << QByteArray("2021-03-18")
                                << QByteArray("start runtimeDone end report fault extension");
}

void tst_TelemetryApi::eventsOfEachApi()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, version);
    QFETCH(const QByteArray, names);
    TelemetryListener listener;
    QCOMPARE(subscribe(subscriptionAt(listener.listen(), allTelemetryTypes, version), path),
             okText);

    for (const char *const name : {"initStart", "start", "runtimeDone", "end", "report", "fault",
                                   "extension", "telemetrySubscription"})
        m_api->publish(platformRecord(QByteArray("platform.") + name));
    m_api->flush();

    QList<QByteArray> expected;
    for (const QByteArray &name : names.split(' '))
        expected.append(telemetryTime + "\"platform." + name + "\",\"record\":{}}");
    QTRY_COMPARE(listener.records(), expected);
}

void tst_TelemetryApi::whatHappenedBeforeIsDelivered()
{
    TelemetryListener listener;
    m_api->publish(platformRecord("platform.initStart"));
    m_api->publish(telemetryLine(TelemetryType::Function, "not asked for"));
    m_api->publish(platformRecord("platform.extension"));

    QCOMPARE(subscribe(subscriptionAt(listener.listen(), R"(["platform"])")), okText);

    const QList<QByteArray> expected{telemetryTime + R"("platform.initStart","record":{}})",
                                     telemetryTime + R"("platform.extension","record":{}})"};
    QTRY_COMPARE(listener.records(), expected);
}

void tst_TelemetryApi::theBeginningIsKeptWhenThereIsTooMuch()
{
    constexpr int Lines = 6'000;
    m_api->publish(platformRecord("platform.initStart"));
    for (int i = 0; i < Lines; ++i)
        m_api->publish(telemetryLine(TelemetryType::Function, QByteArray(1'000, 'l')));
    TelemetryListener listener;

    QCOMPARE(subscribe(subscriptionAt(listener.listen(), allTelemetryTypes)), okText);

    QTRY_VERIFY(listener.bytes.contains("platform.logsDropped"));
    QTRY_VERIFY(m_api->isDrained());
    const QList<QByteArray> records = listener.records();
    QVERIFY(records.first().contains("platform.initStart"));
    const qsizetype kept = records.size() - 2;
    QVERIFY2(kept > 3'000 && kept < 5'000, QByteArray::number(kept).constData());
    QVERIFY2(records.last().contains("\"droppedRecords\":" + QByteArray::number(Lines - kept)),
             records.last().constData());
}

void tst_TelemetryApi::nobodyWantsIt()
{
    QVERIFY(m_api->wants(TelemetryType::Function)); // somebody still may
    TelemetryListener listener;
    QCOMPARE(subscribe(subscriptionAt(listener.listen(), R"(["platform"])")), okText);

    m_api->closeSubscription();

    QVERIFY(m_api->wants(TelemetryType::Platform));
    QVERIFY(!m_api->wants(TelemetryType::Function));
    m_api->publish(telemetryLine(TelemetryType::Function, "unheard"));
    QVERIFY(m_api->isDrained());
}

void tst_TelemetryApi::aSecondSubscriptionReplacesTheFirst()
{
    TelemetryListener first;
    TelemetryListener second;
    QCOMPARE(subscribe(subscriptionAt(first.listen(), allTelemetryTypes)), okText);
    m_api->publish(platformRecord("platform.initStart"));
    m_api->flush();
    QTRY_COMPARE(first.recordCount(), 1);
    QSignalSpy subscribed(m_api.get(), &TelemetryApi::subscribed);

    QCOMPARE(subscribe(subscriptionAt(second.listen(), R"(["function"])")), okText);

    QCOMPARE(subscribed.first().at(3).toBool(), true);
    m_api->publish(platformRecord("platform.start"));
    m_api->publish(telemetryLine(TelemetryType::Function, "hello"));
    m_api->flush();
    QTRY_COMPARE(second.records(),
                 QList<QByteArray>{telemetryTime + R"("function","record":"hello"})"});
    QCOMPARE(first.recordCount(), 1);
}

void tst_TelemetryApi::aListenerThatComesLater()
{
    TelemetryListener listener;
    const quint16 port = listener.listen();
    listener.close();
    QCOMPARE(subscribe(subscriptionAt(port, allTelemetryTypes)), okText);
    m_api->publish(platformRecord("platform.start"));
    m_api->flush();
    QTest::qWait(20);
    QVERIFY(!m_api->isDrained());

    QCOMPARE(listener.listen(port), port);

    QTRY_COMPARE(listener.recordCount(), 1);
    QTRY_VERIFY(m_api->isDrained());
}

void tst_TelemetryApi::aListenerThatNeverAnswers()
{
    constexpr int Lines = 20'000;
    TelemetryListener listener;
    listener.answers = false;
    QCOMPARE(subscribe(subscriptionAt(listener.listen(), R"(["function"])")), okText);
    QSignalSpy dropped(m_api.get(), &TelemetryApi::dropped);
    const QByteArray line(1'000, 'l');
    for (int i = 0; i < Lines; ++i)
        m_api->publish(telemetryLine(TelemetryType::Function, line));
    m_api->flush();
    QTRY_COMPARE(listener.requests.size(), std::size_t(1)); // no other one before its answer
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(dropped.first().at(0).toString(), QStringLiteral("collector"));
    const qint64 lost = dropped.first().at(1).toLongLong();

    listener.answerNow();

    QTRY_VERIFY(listener.bytes.contains("platform.logsDropped"));
    QCOMPARE(listener.recordCount(), Lines - lost + 1);
    QVERIFY(lost > Lines / 2);
}

void tst_TelemetryApi::aListenerThatFails()
{
    TelemetryListener listener;
    listener.status = 500;
    QCOMPARE(subscribe(subscriptionAt(listener.listen(), allTelemetryTypes)), okText);
    m_api->publish(platformRecord("platform.start"));
    m_api->flush();
    QTRY_VERIFY(listener.requests.size() >= 2);
    QVERIFY(!m_api->isDrained());

    listener.status = 202;

    QTRY_VERIFY(m_api->isDrained());
    QCOMPARE(listener.requests.front().body, listener.requests.back().body);
}

void tst_TelemetryApi::subscriptionsOutliveAReset()
{
    TelemetryListener listener;
    QCOMPARE(subscribe(subscriptionAt(listener.listen(), allTelemetryTypes)), okText);
    m_api->closeSubscription();

    m_api->reset();
    m_api->publish(platformRecord("platform.initStart"));
    m_api->flush();
    QTest::qWait(0);
    QCOMPARE(listener.recordCount(), 0); // its process is not there yet
    QSignalSpy subscribed(m_api.get(), &TelemetryApi::subscribed);
    TelemetryListener again;
    QCOMPARE(subscribe(subscriptionAt(again.listen(), allTelemetryTypes)), okText);

    QCOMPARE(subscribed.first().at(3).toBool(), true);
    QTRY_COMPARE(again.records(),
                 QList<QByteArray>{telemetryTime + R"("platform.initStart","record":{}})"});
    m_api->closeSubscription();
    m_api->reset();
    m_api->closeSubscription(); // it did not subscribe again this time
    m_api->publish(platformRecord("platform.start"));
    m_api->flush();
    QTRY_COMPARE(again.recordCount(), 2);
    QCOMPARE(listener.recordCount(), 0);
}

void tst_TelemetryApi::theExampleExtension()
{
    const QTemporaryDir folder;
    const QString kept = folder.filePath(QStringLiteral("telemetry.jsonl"));
    m_extensions->expectExternal({QStringLiteral("telemetry")});
    m_api->publish(platformRecord("platform.initStart", R"({"phase":"init"})"));
    QSignalSpy initialised(m_extensions.get(), &ExtensionsApi::initialised);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("AWS_LAMBDA_RUNTIME_API"),
                       QStringLiteral("127.0.0.1:%1").arg(m_port));
    environment.insert(QStringLiteral("TELEMETRY_FILE"), kept);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&process, &QProcess::finished, m_extensions.get(),
            [this] { m_extensions->noteProcessEnded(QStringLiteral("telemetry")); });
    m_client->send("GET", "/2020-01-01/extension/event/next", identified()); // not the last one
    process.start(
        QStringLiteral(COLDFRAME_SOURCE_DIR "/examples/telemetry-extension/extensions/telemetry"),
        QStringList());
    QTRY_COMPARE_WITH_TIMEOUT(initialised.size(), 1, 20'000);
    m_extensions->closeRegistration();
    m_api->closeSubscription();
    QSignalSpy failed(m_extensions.get(), &ExtensionsApi::failed);

    m_extensions->deliverInvoke({});
    m_api->publish(platformRecord("platform.start", R"({"requestId":"1"})"));
    m_api->publish(telemetryLine(TelemetryType::Function, "hello"));
    m_api->publish(telemetryLine(TelemetryType::Extension, "its own lines are not sent to it"));
    m_api->flush();
    QTRY_VERIFY_WITH_TIMEOUT(m_api->isDrained(), 20'000);
    m_extensions->deliverShutdown(ShutdownReason::Spindown, m_clock.wallNow());
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20'000);

    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardOutput(),
             QByteArray(R"(telemetry: received {"function": 1, "platform.initStart": 1, )"
                        R"("platform.start": 1})"
                        "\n"));
    QCOMPARE(failed.size(), 0);
    QFile file(kept);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines[1].contains(R"("requestId": "1")"), lines[1].constData());
    QVERIFY2(lines[2].contains(R"("record": "hello")"), lines[2].constData());
}

COLDFRAME_TEST(tst_TelemetryApi);

#include "tst_telemetryapi.moc"
