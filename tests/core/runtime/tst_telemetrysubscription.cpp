// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/telemetrysubscription.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;

class tst_TelemetrySubscription : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShortest();
    void everyMember();
    void overTcp();
    void schemaVersions_data();
    void schemaVersions();
    void limitsOfTheBuffer_data();
    void limitsOfTheBuffer();
    void mistakes_data();
    void mistakes();
};

namespace {

const QByteArray twoTypes = R"("types":["platform","function"])";
const QByteArray overHttp
    = R"("destination":{"protocol":"HTTP","URI":"http://sandbox.localdomain:4243"})";
const QByteArray someVersion = R"("schemaVersion":"2022-12-13")";

QByteArray subscriptionTo(const QByteArray &destination)
{
    return '{' + someVersion + ',' + twoTypes + R"(,"destination":)" + destination + '}';
}

QByteArray subscriptionBuffered(const QByteArray &buffering)
{
    return '{' + someVersion + ',' + twoTypes + ',' + overHttp + R"(,"buffering":)" + buffering
        + '}';
}

} // namespace

void tst_TelemetrySubscription::theShortest()
{
    const SubscriptionBody body = readSubscription(
        '{' + someVersion + ',' + twoTypes + ',' + overHttp + '}', TelemetryApiKind::Telemetry);

    QCOMPARE(body.mistakes, QString());
    const TelemetrySubscription &subscription = body.subscription;
    QCOMPARE(subscription.types.names(),
             QStringList({QStringLiteral("platform"), QStringLiteral("function")}));
    QVERIFY(!subscription.types.contains(TelemetryType::Extension));
    QCOMPARE(subscription.destination.protocol, TelemetryDestination::Protocol::Http);
    QCOMPARE(subscription.destination.port, 4243);
    QCOMPARE(subscription.destination.host, QByteArray("sandbox.localdomain:4243"));
    QCOMPARE(subscription.destination.method, QByteArray("POST"));
    QCOMPARE(subscription.destination.target, QByteArray("/"));
    QCOMPARE(subscription.buffering.maxItems, 10'000);
    QCOMPARE(subscription.buffering.maxBytes, 262'144);
    QCOMPARE(subscription.buffering.timeout.count(), 1'000);
}

void tst_TelemetrySubscription::everyMember()
{
    const SubscriptionBody body = readSubscription(
        R"({"schemaVersion":"2021-03-18","types":["extension"],"more":[1],
            "destination":{"protocol":"HTTP","URI":"http://sandbox:65535/a%20b/c?d=e",
                           "method":"PUT","encoding":"JSON"},
            "buffering":{"maxItems":1000,"maxBytes":1048576,"timeoutMs":25}})",
        TelemetryApiKind::Logs);

    QCOMPARE(body.mistakes, QString());
    const TelemetrySubscription &subscription = body.subscription;
    QVERIFY(subscription.types.contains(TelemetryType::Extension));
    QCOMPARE(subscription.destination.port, 65535);
    QCOMPARE(subscription.destination.method, QByteArray("PUT"));
    QCOMPARE(subscription.destination.target, QByteArray("/a%20b/c?d=e"));
    QCOMPARE(subscription.buffering.maxItems, 1'000);
    QCOMPARE(subscription.buffering.maxBytes, 1'048'576);
    QCOMPARE(subscription.buffering.timeout.count(), 25);
}

void tst_TelemetrySubscription::overTcp()
{
    const SubscriptionBody body = readSubscription(
        subscriptionTo(R"({"protocol":"TCP","port":1024})"), TelemetryApiKind::Telemetry);

    QCOMPARE(body.mistakes, QString());
    QCOMPARE(body.subscription.destination.protocol, TelemetryDestination::Protocol::Tcp);
    QCOMPARE(body.subscription.destination.port, 1024);
}

void tst_TelemetrySubscription::schemaVersions_data()
{
    QTest::addColumn<TelemetryApiKind>("api");
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<bool>("isTaken");
    QTest::addColumn<bool>("wantsObjects");

    const auto row = [](TelemetryApiKind api, const char *member, bool isTaken, bool wantsObjects) {
        QTest::addRow("%s: %s", api == TelemetryApiKind::Logs ? "Logs" : "Telemetry", member)
            << api << QByteArray(member) << isTaken << wantsObjects;
    };
    row(TelemetryApiKind::Telemetry, R"("schemaVersion":"2022-07-01",)", true, false);
    row(TelemetryApiKind::Telemetry, R"("schemaVersion":"2022-12-13",)", true, true);
    row(TelemetryApiKind::Telemetry, R"("schemaVersion":"2025-01-29",)", true, true);
    row(TelemetryApiKind::Telemetry, R"("schemaVersion":"2020-08-15",)", false, false);
    row(TelemetryApiKind::Telemetry, R"("schemaVersion":20220701,)", false, false);
    row(TelemetryApiKind::Telemetry, R"("schemaVersion":null,)", false, false);
    row(TelemetryApiKind::Telemetry, "", false, false);
    row(TelemetryApiKind::Logs, R"("schemaVersion":"2020-08-15",)", true, false);
    row(TelemetryApiKind::Logs, R"("schemaVersion":"2021-03-18",)", true, false);
    row(TelemetryApiKind::Logs, R"("schemaVersion":"2022-12-13",)", false, false);
    row(TelemetryApiKind::Logs, "", true, false);
}

void tst_TelemetrySubscription::schemaVersions()
{
    QFETCH(const TelemetryApiKind, api);
    QFETCH(const QByteArray, member);
    QFETCH(const bool, isTaken);
    QFETCH(const bool, wantsObjects);

    const SubscriptionBody body
        = readSubscription('{' + member + twoTypes + ',' + overHttp + '}', api);

    QCOMPARE(body.mistakes.isEmpty(), isTaken);
    if (isTaken)
        QCOMPARE(body.subscription.wantsObjects(), wantsObjects);
    else
        QVERIFY2(body.mistakes.startsWith(QStringLiteral("schemaVersion ")),
                 qPrintable(body.mistakes));
}

void tst_TelemetrySubscription::limitsOfTheBuffer_data()
{
    QTest::addColumn<QByteArray>("buffering");
    QTest::addColumn<bool>("isTaken");

    const auto row = [](const char *buffering, bool isTaken) {
        QTest::newRow(buffering) << QByteArray(buffering) << isTaken;
    };
    row(R"({})", true);
    row(R"({"maxItems":999})", false);
    row(R"({"maxItems":1000})", true);
    row(R"({"maxItems":10000})", true);
    row(R"({"maxItems":10001})", false);
    row(R"({"maxBytes":262143})", false);
    row(R"({"maxBytes":262144})", true);
    row(R"({"maxBytes":1048576})", true);
    row(R"({"maxBytes":1048577})", false);
    row(R"({"timeoutMs":24})", false);
    row(R"({"timeoutMs":25})", true);
    row(R"({"timeoutMs":30000})", true);
    row(R"({"timeoutMs":30001})", false);
    row(R"({"timeoutMs":-25})", false);
    row(R"({"timeoutMs":100.5})", false);
    row(R"({"timeoutMs":"100"})", false);
    row(R"({"timeoutMs":null})", true);
    row(R"({"maxItems":18446744073709551615})", false);
    row(R"({"maxItems":-9223372036854775808})", false);
    row(R"([])", false);
    row(R"(null)", true);
}

void tst_TelemetrySubscription::limitsOfTheBuffer()
{
    QFETCH(const QByteArray, buffering);
    QFETCH(const bool, isTaken);

    const SubscriptionBody body
        = readSubscription(subscriptionBuffered(buffering), TelemetryApiKind::Telemetry);

    QVERIFY2(body.mistakes.isEmpty() == isTaken, qPrintable(body.mistakes));
}

void tst_TelemetrySubscription::mistakes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("mistakes");

    const auto row = [](const char *what, const QByteArray &body, const char *mistakes) {
        QTest::newRow(what) << body << QString::fromLatin1(mistakes);
    };
    const QByteArray start = '{' + someVersion + ',';
    const auto withTypes = [&start](const QByteArray &list) {
        return start + R"("types":)" + list + ',' + overHttp + '}';
    };
    const auto withUri = [](const QByteArray &uri) {
        return subscriptionTo(R"({"protocol":"HTTP","URI":)" + uri + '}');
    };
    const auto withPort = [](const QByteArray &port) {
        return subscriptionTo(R"({"protocol":"TCP","port":)" + port + '}');
    };
    const char *const range = "port should be between 1024 and 65535";
    const char *const uriRange = "URI port should be between 1024 and 65535";
    const char *const form = "URI should have the form http://sandbox.localdomain:port/path";
    const char *const host = "URI host should be sandbox or sandbox.localdomain";

    row("a list", "[]", "expected an object");
    row("no types", start + overHttp + '}', "types are not provided");
    row("types are a text", withTypes("\"platform\""), "types should be a list");
    row("no type", withTypes("[]"), "types should not be empty");
    row("unknown type", withTypes(R"(["platform","trace"])"),
        "types should be of platform, function, extension");
    row("a type is a number", withTypes("[1]"), "types should be of platform, function, extension");
    row("no destination", start + twoTypes + '}', "destination is not provided");
    row("destination is a text", subscriptionTo("\"http://sandbox:4243\""),
        "destination should be an object");
    row("no protocol", subscriptionTo(R"({"URI":"http://sandbox:4243"})"),
        "destination protocol is not provided");
    row("unknown protocol", subscriptionTo(R"({"protocol":"UDP","port":4243})"),
        "destination protocol should be HTTP or TCP");
    row("no URI", subscriptionTo(R"({"protocol":"HTTP"})"), "URI is not provided");
    row("URI is a number", withUri("4243"), form);
    row("URI without scheme", withUri("\"sandbox.localdomain/a\""), form);
    row("HTTPS", withUri("\"https://sandbox:4243\""), form);
    row("with a user", withUri("\"http://me@sandbox:4243\""), form);
    row("another host", withUri("\"http://example.com:4243\""), host);
    row("loopback by number", withUri("\"http://127.0.0.1:4243\""), host);
    row("localhost", withUri("\"http://localhost:4243\""), host);
    row("a host that begins alike", withUri("\"http://sandbox.localdomain.example:4243\""), host);
    row("no port", withUri("\"http://sandbox.localdomain/logs\""), "URI port is not provided");
    row("port 1023", withUri("\"http://sandbox:1023\""), uriRange);
    row("port 0", withUri("\"http://sandbox:0\""), uriRange);
    row("port 65536", withUri("\"http://sandbox:65536\""), form);
    row("port 9001", withUri("\"http://sandbox:9001\""), "URI port 9001 is reserved");
    row("unknown method",
        subscriptionTo(R"({"protocol":"HTTP","URI":"http://sandbox:4243","method":"GET"})"),
        "destination method should be POST or PUT");
    row("unknown encoding",
        subscriptionTo(R"({"protocol":"HTTP","URI":"http://sandbox:4243","encoding":"XML"})"),
        "destination encoding should be JSON");
    row("TCP without port", subscriptionTo(R"({"protocol":"TCP"})"), "port is not provided");
    row("TCP port is a text", withPort("\"4243\""), "port should be a whole number");
    row("TCP port 80", withPort("80"), range);
    row("TCP port 9001", withPort("9001"), "port 9001 is reserved");
    row("TCP port 70000", withPort("70000"), range);
    row("TCP port below 0", withPort("-1"), range);
    row("TCP port beyond every number", withPort("18446744073709551615"), range);
    row("several",
        R"({"schemaVersion":"1","types":[],"destination":{"protocol":"HTTP","URI":"http://sandbox"}})",
        "schemaVersion should be one of 2022-07-01, 2022-12-13, 2025-01-29; "
        "types should not be empty; URI port is not provided");
}

void tst_TelemetrySubscription::mistakes()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, mistakes);

    QCOMPARE(readSubscription(body, TelemetryApiKind::Telemetry).mistakes, mistakes);
}

COLDFRAME_TEST(tst_TelemetrySubscription);

#include "tst_telemetrysubscription.moc"
