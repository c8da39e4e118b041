// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/endpoint/endpointfixture.h"
#include "tests/support/testmain.h"

using namespace coldframe;
using namespace coldframe::test;

class tst_EventInvokeCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putReplacesAndUpdateAdds();
    void isToldToTheQueue();
    void destinations_data();
    void destinations();
    void wrongSettings_data();
    void wrongSettings();
    void withoutAConfiguration();
    void lists();
};

COLDFRAME_TEST(tst_EventInvokeCalls);

namespace {

const QByteArray configPath = "/2019-09-25/functions/orders/event-invoke-config";

ApiCall put(const QByteArray &body)
{
    return {.method = "PUT", .target = configPath, .body = body};
}

QByteArray onFailure(const QByteArray &destination)
{
    return R"({"DestinationConfig":{"OnFailure":{"Destination":")" + destination + R"("}}})";
}

} // namespace

void tst_EventInvokeCalls::putReplacesAndUpdateAdds()
{
    EndpointFixture fixture;
    const OrderedJson first = fixture.call(put(R"({"MaximumRetryAttempts":0})")).json();
    const OrderedJson expected = parseJson(R"({
        "LastModified": 1795420800.123,
        "FunctionArn": "arn:aws:lambda:us-east-1:123456789012:function:orders:$LATEST",
        "MaximumRetryAttempts": 0,
        "DestinationConfig": {"OnSuccess": {}, "OnFailure": {}}})").value();
    QCOMPARE(first, expected);
    QCOMPARE(fixture.call({.target = configPath}).json(), first);

    const OrderedJson added = fixture
                                  .call({.method = "POST",
                                         .target = configPath,
                                         .body = R"({"MaximumEventAgeInSeconds":60})"})
                                  .json();
    QCOMPARE(added["MaximumRetryAttempts"], OrderedJson(0));
    QCOMPARE(added["MaximumEventAgeInSeconds"], OrderedJson(60));

    const OrderedJson replaced = fixture.call(put(R"({"MaximumEventAgeInSeconds":61})")).json();
    QVERIFY(!replaced.contains("MaximumRetryAttempts"));
    QCOMPARE(replaced["MaximumEventAgeInSeconds"], OrderedJson(61));
}

void tst_EventInvokeCalls::isToldToTheQueue()
{
    EndpointFixture fixture;
    std::vector<std::pair<QString, EventInvokeConfig>> told;
    connect(&fixture.endpoint, &LambdaEndpoint::eventInvokeConfigChanged, this,
            [&told](const QString &name, const EventInvokeConfig &config) {
                told.emplace_back(name, config);
            });
    fixture.call(put(R"({"MaximumRetryAttempts":1})"));
    fixture.call({.method = "DELETE", .target = configPath});

    QCOMPARE(told.size(), 2U);
    QCOMPARE(told[0].first, QStringLiteral("orders"));
    QCOMPARE(told[0].second.maximumRetryAttempts, 1);
    QCOMPARE(told[0].second.maximumEventAge, EventInvokeConfig().maximumEventAge);
    QCOMPARE(told[1].second, EventInvokeConfig());
}

void tst_EventInvokeCalls::destinations_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Destination::Kind>("kind");
    QTest::addColumn<QString>("target");

    QTest::newRow("function") << QByteArray("arn:aws:lambda:us-east-1:123456789012:function:mail")
                              << Destination::Kind::Function << QStringLiteral("mail");
    QTest::newRow("file") << QByteArray("file:///tmp/a%20b.jsonl") << Destination::Kind::File
                          << QStringLiteral("/tmp/a b.jsonl");
    QTest::newRow("address") << QByteArray("http://127.0.0.1:8000/hook")
                             << Destination::Kind::HttpAddress
                             << QStringLiteral("http://127.0.0.1:8000/hook");
    QTest::newRow("address by name")
        << QByteArray("http://localhost:8000/hook") << Destination::Kind::HttpAddress
        << QStringLiteral("http://localhost:8000/hook");
}

void tst_EventInvokeCalls::destinations()
{
    QFETCH(const QByteArray, text);
    QFETCH(const Destination::Kind, kind);
    QFETCH(const QString, target);
    EndpointFixture fixture;
    EventInvokeConfig told;
    connect(&fixture.endpoint, &LambdaEndpoint::eventInvokeConfigChanged, this,
            [&told](const QString &, const EventInvokeConfig &config) { told = config; });

    const OrderedJson answer = fixture.call(put(onFailure(text))).json();

    QCOMPARE(answer["DestinationConfig"]["OnFailure"]["Destination"],
             OrderedJson(text.toStdString()));
    QVERIFY(told.onFailure);
    QCOMPARE(*told.onFailure, (Destination{kind, target}));
    QVERIFY(!told.onSuccess);

    // An empty one is taken away, an absent one stays.
    fixture.call({.method = "POST",
                  .target = configPath,
                  .body = R"({"DestinationConfig":{"OnSuccess":{}}})"});
    QVERIFY(told.onFailure);
    fixture.call({.method = "POST",
                  .target = configPath,
                  .body = R"({"DestinationConfig":{"OnFailure":{}}})"});
    QVERIFY(!told.onFailure);
}

void tst_EventInvokeCalls::wrongSettings_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");

    const QByteArray parameter("InvalidParameterValueException");
    const QByteArray validation("ValidationException");
    const QByteArray serialization("SerializationException");
    QTest::newRow("nothing") << QByteArray("{}") << parameter;
    QTest::newRow("too many attempts") << QByteArray(R"({"MaximumRetryAttempts":3})")
                                       << validation;
    QTest::newRow("too young") << QByteArray(R"({"MaximumEventAgeInSeconds":59})") << validation;
    QTest::newRow("too old") << QByteArray(R"({"MaximumEventAgeInSeconds":21601})") << validation;
    QTest::newRow("itself") << onFailure("arn:aws:lambda:us-east-1:123456789012:function:orders")
                            << parameter;
    QTest::newRow("unknown function")
        << onFailure("arn:aws:lambda:us-east-1:123456789012:function:nope") << parameter;
    QTest::newRow("queue") << onFailure("arn:aws:sqs:us-east-1:123456789012:q") << parameter;
    QTest::newRow("address elsewhere") << onFailure("http://example.com/") << parameter;
    QTest::newRow("file elsewhere") << onFailure("file://server/share/a") << parameter;
    QTest::newRow("relative file") << onFailure("file:a.jsonl") << parameter;
    QTest::newRow("destination as a number")
        << QByteArray(R"({"DestinationConfig":{"OnFailure":{"Destination":1}}})") << serialization;
    QTest::newRow("destination without its object")
        << QByteArray(R"({"DestinationConfig":{"OnFailure":"x"}})") << serialization;
    QTest::newRow("destinations as a list")
        << QByteArray(R"({"DestinationConfig":[]})") << serialization;
}

void tst_EventInvokeCalls::wrongSettings()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, type);
    EndpointFixture fixture;

    const ApiAnswer answer = fixture.call(put(body));

    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.errorType(), type);
    QCOMPARE(fixture.call({.target = configPath}).status, 404);
}

void tst_EventInvokeCalls::withoutAConfiguration()
{
    EndpointFixture fixture;
    for (const char *method : {"GET", "POST", "DELETE"}) {
        const ApiAnswer answer = fixture.call(
            {.method = method, .target = configPath, .body = R"({"MaximumRetryAttempts":1})"});
        QCOMPARE(answer.status, 404);
        QCOMPARE(answer.errorType(), QByteArray("ResourceNotFoundException"));
        QVERIFY(answer.body.contains("doesn't have an EventInvokeConfig"));
    }
}

void tst_EventInvokeCalls::lists()
{
    EndpointFixture fixture;
    const ApiCall list{.target = configPath + "/list"};
    QCOMPARE(fixture.call(list).body, QByteArray(R"({"FunctionEventInvokeConfigs":[]})"));
    fixture.call(put(R"({"MaximumRetryAttempts":1})"));
    QCOMPARE(fixture.call(list).json()["FunctionEventInvokeConfigs"].size(), 1U);
}

#include "tst_eventinvokecalls.moc"
