// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "core/http/httpserver.h"
#include "tests/core/invoker/fastqueue.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <sys/stat.h>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_EventDestinations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whichDestinationGetsWhat_data();
    void whichDestinationGetsWhat();
    void theDeadLetterIsTheEvent();
    void aFileGetsALineForEachRecord();
    void filesThatTakeNothing_data();
    void filesThatTakeNothing();
    void anAddressGetsThePost();
    void addressesThatTakeNothing_data();
    void addressesThatTakeNothing();
    void anAddressThatDoesNotAnswer();
    void nobodyListens();
    void otherComputersGetNothing();
    void anotherFunctionGetsTheRecordAsItsEvent();
    void aFunctionThatDoesNotExist();
    void aLoopOfFunctionsEnds_data();
    void aLoopOfFunctionsEnds();
    void dealtWithOnceEveryoneHasIt();
};

namespace {

Destination fileDestination(const QString &path)
{
    return {Destination::Kind::File, path};
}

Destination addressDestination(quint16 port)
{
    return {Destination::Kind::HttpAddress,
            QStringLiteral("http://127.0.0.1:%1/records?a=b").arg(port)};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Runs one event to its end, on a queue that hands it to this destination after its failure.
QueuedEvent failWith(const Destination &destination, EventQueue::Options options = {})
{
    FastQueue fast(failAlways, options);
    EventInvokeConfig config;
    config.maximumRetryAttempts = 0;
    config.onFailure = destination;
    fast.queue.setConfig(orders, config);
    if (!fast.queue.accept(eventFor(orders)))
        return {};
    (void)QTest::qWaitFor([&fast] { return !fast.ended.empty(); }, queuePatience);
    return fast.ended.empty() ? QueuedEvent() : fast.ended[0];
}

} // namespace

void tst_EventDestinations::whichDestinationGetsWhat_data()
{
    QTest::addColumn<bool>("fails");
    QTest::addColumn<QStringList>("names"); // of the files that are there at the end

    QTest::newRow("success") << false << QStringList{QStringLiteral("success")};
    QTest::newRow("failure") << true
                             << QStringList{QStringLiteral("dead"), QStringLiteral("failure")};
}

void tst_EventDestinations::whichDestinationGetsWhat()
{
    QFETCH(const bool, fails);
    QFETCH(const QStringList, names);
    const QTemporaryDir folder;
    FastQueue fast(fails ? failAlways : succeed);
    EventInvokeConfig config;
    config.onSuccess = fileDestination(folder.filePath(QStringLiteral("success")));
    config.onFailure = fileDestination(folder.filePath(QStringLiteral("failure")));
    config.deadLetterQueue = fileDestination(folder.filePath(QStringLiteral("dead")));
    fast.queue.setConfig(orders, config);

    QVERIFY(fast.queue.accept(eventFor(orders)).has_value());

    QTRY_COMPARE_WITH_TIMEOUT(fast.ended.size(), std::size_t(1), queuePatience);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files, QDir::Name), names);
    QCOMPARE(contentOf(folder.filePath(names.last())), fast.ended[0].destinationRecord + '\n');
    for (const EventDelivery &delivery : fast.ended[0].deliveries) {
        QVERIFY(delivery.isDone);
        QVERIFY2(delivery.problem.isEmpty(), qPrintable(delivery.problem));
    }
}

void tst_EventDestinations::theDeadLetterIsTheEvent()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("dead"));
    FastQueue fast(failAlways);
    EventInvokeConfig config;
    config.deadLetterQueue = fileDestination(path);
    fast.queue.setConfig(orders, config);
    const QByteArray event = "{ \"order\":\n12 }";

    const Result<QString> requestId = fast.queue.accept(eventFor(orders, event));

    QTRY_COMPARE_WITH_TIMEOUT(fast.ended.size(), std::size_t(1), queuePatience);
    const auto letter = parseJson(contentOf(path));
    QVERIFY(letter.has_value());
    QCOMPARE(QByteArray::fromStdString(letter->at("Body").get<std::string>()), event);
    const auto attribute = [&letter](const char *name) {
        return letter->at("MessageAttributes").at(name).at("StringValue").get<std::string>();
    };
    QCOMPARE(attribute("RequestID"), requestId->toStdString());
    QCOMPARE(attribute("ErrorCode"), std::string("200"));
    QCOMPARE(attribute("ErrorMessage"), std::string("no name in the event"));
}

void tst_EventDestinations::aFileGetsALineForEachRecord()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("records.jsonl"));
    FastQueue fast(succeed);
    EventInvokeConfig config;
    config.onSuccess = fileDestination(path);
    fast.queue.setConfig(orders, config);

    QSet<QString> ids;
    for (int i = 0; i < 20; ++i)
        ids.insert(*fast.queue.accept(eventFor(orders, "{\n\"order\": 1\n}")));

    QTRY_VERIFY_WITH_TIMEOUT(fast.queue.isIdle(), queuePatience);
    const QByteArrayList lines = contentOf(path).split('\n');
    QCOMPARE(lines.size(), 21);
    QVERIFY(lines.last().isEmpty());
    for (qsizetype i = 0; i < 20; ++i) {
        const auto record = parseJson(lines[i]);
        QVERIFY(record.has_value());
        QVERIFY(ids.remove(QString::fromStdString(
            record->at("requestContext").at("requestId").get<std::string>())));
    }
}

void tst_EventDestinations::filesThatTakeNothing_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("reason");

    QTest::newRow("in a folder that is not there")
        << QStringLiteral("none/records") << QStringLiteral("No such file or directory");
    QTest::newRow("a folder") << QStringLiteral("folder") << QStringLiteral("Is a directory");
    QTest::newRow("a pipe that nobody reads")
        << QStringLiteral("pipe") << QStringLiteral("No such device or address");
    QTest::newRow("a device") << QStringLiteral("/dev/null") << QStringLiteral("it is no file");
}

void tst_EventDestinations::filesThatTakeNothing()
{
    QFETCH(const QString, name);
    QFETCH(const QString, reason);
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("folder")));
    QCOMPARE(::mkfifo(QFile::encodeName(folder.filePath(QStringLiteral("pipe"))).constData(), 0600),
             0);
    const QString path = name.startsWith(u'/') ? name : folder.filePath(name);

    const QueuedEvent event = failWith(fileDestination(path));

    QCOMPARE(event.state, QueuedEvent::State::Failed);
    QCOMPARE(event.deliveries.size(), std::size_t(1));
    QCOMPARE(event.deliveries[0].problem, path + QStringLiteral(": ") + reason);
}

void tst_EventDestinations::anAddressGetsThePost()
{
    std::vector<HttpRequest> requests;
    HttpServer server({}, [&requests](const HttpRequest &request, const HttpReply &reply) {
        requests.push_back(request);
        reply.send({202, {}, "thanks"});
    });
    const Result<quint16> port = server.listenOnLoopback();
    QVERIFY(port.has_value());

    const QueuedEvent event = failWith(addressDestination(*port));

    QCOMPARE(requests.size(), std::size_t(1));
    QCOMPARE(requests[0].method, QByteArray("POST"));
    QCOMPARE(requests[0].target, QByteArray("/records?a=b"));
    QCOMPARE(headerValue(requests[0].headers, "content-type").toByteArray(),
             QByteArray("application/json"));
    QCOMPARE(requests[0].body, event.destinationRecord);
    QVERIFY2(event.deliveries[0].problem.isEmpty(), qPrintable(event.deliveries[0].problem));
}

void tst_EventDestinations::addressesThatTakeNothing_data()
{
    QTest::addColumn<int>("status");

    QTest::newRow("an error of the server") << 500;
    QTest::newRow("no such path") << 404;
    QTest::newRow("a redirection, which may lead elsewhere") << 307;
}

void tst_EventDestinations::addressesThatTakeNothing()
{
    QFETCH(const int, status);
    int requests = 0;
    HttpServer server({}, [&](const HttpRequest &, const HttpReply &reply) {
        ++requests;
        reply.send({status, {{"Location", "/elsewhere"}}, {}});
    });
    const Result<quint16> port = server.listenOnLoopback();
    QVERIFY(port.has_value());

    const QueuedEvent event = failWith(addressDestination(*port));

    QCOMPARE(requests, 1);
    QCOMPARE(event.state, QueuedEvent::State::Failed);
    QVERIFY2(event.deliveries[0].problem.endsWith(
                 QStringLiteral("it answered with status %1").arg(status)),
             qPrintable(event.deliveries[0].problem));
}

void tst_EventDestinations::anAddressThatDoesNotAnswer()
{
    HttpReply parked;
    HttpServer server({}, [&](const HttpRequest &, const HttpReply &reply) { parked = reply; });
    const Result<quint16> port = server.listenOnLoopback();
    QVERIFY(port.has_value());
    EventQueue::Options options;
    options.httpTimeout = 50ms;

    const QueuedEvent event = failWith(addressDestination(*port), options);

    QCOMPARE(event.state, QueuedEvent::State::Failed);
    QVERIFY2(event.deliveries[0].problem.endsWith(QStringLiteral("it did not answer in time")),
             qPrintable(event.deliveries[0].problem));
}

void tst_EventDestinations::nobodyListens()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();

    const QueuedEvent event = failWith(addressDestination(port));

    QCOMPARE(event.state, QueuedEvent::State::Failed);
    QVERIFY2(event.deliveries[0].problem.contains(QStringLiteral("refused")),
             qPrintable(event.deliveries[0].problem));
}

void tst_EventDestinations::otherComputersGetNothing()
{
    const QueuedEvent event
        = failWith({Destination::Kind::HttpAddress, QStringLiteral("http://192.0.2.1/records")});

    QCOMPARE(event.state, QueuedEvent::State::Failed);
    QCOMPARE(event.deliveries[0].problem,
             QStringLiteral("http://192.0.2.1/records: it is no address of this computer"));
}

void tst_EventDestinations::anotherFunctionGetsTheRecordAsItsEvent()
{
    const QString alarm = QStringLiteral("alarm");
    FastQueue fast([&alarm](const InvocationRequest &request) {
        return request.function.name == alarm ? succeed(request) : failAlways(request);
    });
    EventInvokeConfig config;
    config.onFailure = Destination{Destination::Kind::Function, alarm};
    fast.queue.setConfig(orders, config);

    const Result<QString> requestId = fast.queue.accept(eventFor(orders));

    QTRY_VERIFY_WITH_TIMEOUT(fast.queue.isIdle(), queuePatience);
    QCOMPARE(fast.invoker.requests.size(), std::size_t(4));
    const InvocationRequest &last = fast.invoker.requests.back();
    QCOMPARE(last.function.name, alarm);
    QVERIFY(last.requestId != *requestId);
    QCOMPARE(fast.ended.size(), std::size_t(2));
    QCOMPARE(last.event, fast.ended[0].destinationRecord);
    QVERIFY(fast.ended[0].deliveries[0].problem.isEmpty());
    QCOMPARE(fast.ended[1].lineage, (std::map<QString, int>{{orders, 1}}));
}

void tst_EventDestinations::aFunctionThatDoesNotExist()
{
    const QueuedEvent event = failWith({Destination::Kind::Function, QStringLiteral("nobody")});

    QCOMPARE(event.state, QueuedEvent::State::Failed);
    QCOMPARE(event.deliveries[0].problem, QStringLiteral("nobody"));
}

void tst_EventDestinations::aLoopOfFunctionsEnds_data()
{
    QTest::addColumn<QStringList>("chain");

    QTest::newRow("a function to itself") << QStringList{orders};
    QTest::newRow("two to each other") << QStringList{orders, QStringLiteral("alarm")};
}

void tst_EventDestinations::aLoopOfFunctionsEnds()
{
    QFETCH(const QStringList, chain);
    FastQueue fast(succeed);
    for (qsizetype i = 0; i < chain.size(); ++i) {
        const Destination next{Destination::Kind::Function, chain[(i + 1) % chain.size()]};
        EventInvokeConfig config;
        config.onSuccess = next;
        config.onFailure = next;
        fast.queue.setConfig(chain[i], config);
    }

    QVERIFY(fast.queue.accept(eventFor(orders)).has_value());

    QTRY_VERIFY_WITH_TIMEOUT(fast.queue.isIdle(), queuePatience);
    QCOMPARE(fast.invoker.requests.size(), static_cast<std::size_t>(16 * chain.size()));
    const QueuedEvent &last = fast.ended.back();
    QCOMPARE(last.condition, std::optional(EndCondition::RecursiveInvocation));
    QVERIFY2(last.deliveries[0].problem.endsWith(QStringLiteral("in a loop")),
             qPrintable(last.deliveries[0].problem));
}

void tst_EventDestinations::dealtWithOnceEveryoneHasIt()
{
    HttpReply parked;
    HttpServer server({}, [&](const HttpRequest &, const HttpReply &reply) { parked = reply; });
    const Result<quint16> port = server.listenOnLoopback();
    QVERIFY(port.has_value());
    FastQueue fast(succeed);
    EventInvokeConfig config;
    config.onSuccess = addressDestination(*port);
    fast.queue.setConfig(orders, config);

    const Result<QString> requestId = fast.queue.accept(eventFor(orders));
    QTRY_VERIFY_WITH_TIMEOUT(parked.isPending(), queuePatience);

    QCOMPARE(fast.queue.event(*requestId)->state, QueuedEvent::State::Delivering);
    QVERIFY(!fast.queue.isIdle());
    QVERIFY(fast.ended.empty());
    parked.send({});
    QTRY_COMPARE_WITH_TIMEOUT(fast.ended.size(), std::size_t(1), queuePatience);
}

COLDFRAME_TEST(tst_EventDestinations);

#include "tst_eventdestinations.moc"
