// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/endpoint/endpointfixture.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>

using namespace coldframe;
using namespace coldframe::test;

class tst_ConcurrencyCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reserved();
    void wrongReserved_data();
    void wrongReserved();
    void provisioned();
    void provisionedOfSeveralAliases();
    void wrongProvisioned_data();
    void wrongProvisioned();
    void provisionedAliasCanBeInvoked();
};

COLDFRAME_TEST(tst_ConcurrencyCalls);

namespace {

const QByteArray reservedPath = "/2017-10-31/functions/orders/concurrency";
const QByteArray reservedReadPath = "/2019-09-30/functions/orders/concurrency";
const QByteArray provisionedPath = "/2019-09-30/functions/orders/provisioned-concurrency";

ApiCall putReserved(int count)
{
    return {.method = "PUT",
            .target = reservedPath,
            .body = "{\"ReservedConcurrentExecutions\":" + QByteArray::number(count) + '}'};
}

ApiCall putProvisioned(const QByteArray &qualifier, int count)
{
    return {.method = "PUT",
            .target = provisionedPath + "?Qualifier=" + qualifier,
            .body = "{\"ProvisionedConcurrentExecutions\":" + QByteArray::number(count) + '}'};
}

EnvironmentDescription environmentOf(const char *function)
{
    EnvironmentDescription description;
    description.functionName = QLatin1String(function);
    description.provisioned = true;
    description.initialisedAt = WallTime{};
    return description;
}

} // namespace

void tst_ConcurrencyCalls::reserved()
{
    EndpointFixture fixture;
    const QString orders = QStringLiteral("orders");
    QCOMPARE(fixture.call({.target = reservedReadPath}).body, QByteArray("{}"));

    const ApiAnswer put = fixture.call(putReserved(7));
    QCOMPARE(put.status, 200);
    QCOMPARE(put.body, QByteArray(R"({"ReservedConcurrentExecutions":7})"));
    QCOMPARE(fixture.invoker.concurrency.reserved, (std::map<QString, int>{{orders, 7}}));
    QCOMPARE(fixture.call({.target = reservedReadPath}).body, put.body);
    QCOMPARE(fixture.call({.target = "/2015-03-31/functions/orders"}).json()["Concurrency"],
             (OrderedJson{{"ReservedConcurrentExecutions", 7}}));

    QCOMPARE(fixture.call(putReserved(0)).status, 200);
    QCOMPARE(fixture.invoker.concurrency.reserved, (std::map<QString, int>{{orders, 0}}));

    const ApiAnswer gone = fixture.call({.method = "DELETE", .target = reservedPath});
    QCOMPARE(gone.status, 204);
    QVERIFY(fixture.invoker.concurrency.reserved.empty());
    QCOMPARE(fixture.call({.target = reservedReadPath}).body, QByteArray("{}"));
}

void tst_ConcurrencyCalls::wrongReserved_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");

    QTest::newRow("nothing") << QByteArray("{}") << QByteArray("ValidationException");
    QTest::newRow("below 0") << QByteArray(R"({"ReservedConcurrentExecutions":-1})")
                             << QByteArray("ValidationException");
    QTest::newRow("above the account's floor")
        << QByteArray(R"({"ReservedConcurrentExecutions":801})")
        << QByteArray("InvalidParameterValueException");
    QTest::newRow("no number") << QByteArray(R"({"ReservedConcurrentExecutions":"1"})")
                               << QByteArray("SerializationException");
}

void tst_ConcurrencyCalls::wrongReserved()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, type);
    EndpointFixture fixture;
    fixture.endpoint.registry().setReserved(QStringLiteral("mail"), 100);
    QCOMPARE(fixture.call(putReserved(800)).status, 200); // 100 are left

    const ApiAnswer answer
        = fixture.call({.method = "PUT", .target = reservedPath, .body = body});

    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.errorType(), type);
    QCOMPARE(fixture.invoker.concurrency.reserved.at(QStringLiteral("orders")), 800);
}

void tst_ConcurrencyCalls::provisioned()
{
    EndpointFixture fixture;
    const QString orders = QStringLiteral("orders");
    const ApiCall get{.target = provisionedPath + "?Qualifier=live"};
    QCOMPARE(fixture.call(get).errorType(),
             QByteArray("ProvisionedConcurrencyConfigNotFoundException"));

    const ApiAnswer put = fixture.call(putProvisioned("live", 2));
    QCOMPARE(put.status, 202);
    QCOMPARE(put.json(), (OrderedJson{{"RequestedProvisionedConcurrentExecutions", 2},
                                      {"AvailableProvisionedConcurrentExecutions", 0},
                                      {"AllocatedProvisionedConcurrentExecutions", 0},
                                      {"Status", "IN_PROGRESS"},
                                      {"LastModified", "2026-11-23T08:00:00.123+0000"}}));
    QCOMPARE(fixture.invoker.provisioned, (std::map<QString, int>{{orders, 2}}));

    fixture.invoker.setEnvironments({environmentOf("orders"), environmentOf("mail")});
    QCOMPARE(fixture.call(get).json()["AvailableProvisionedConcurrentExecutions"], OrderedJson(1));
    QCOMPARE(fixture.call(get).json()["Status"], OrderedJson("IN_PROGRESS"));
    fixture.invoker.setEnvironments(
        {environmentOf("orders"), environmentOf("orders"), environmentOf("orders")});
    QCOMPARE(fixture.call(get).json()["AvailableProvisionedConcurrentExecutions"], OrderedJson(2));
    QCOMPARE(fixture.call(get).json()["Status"], OrderedJson("READY"));

    QCOMPARE(fixture.call({.method = "DELETE", .target = get.target}).status, 204);
    QCOMPARE(fixture.invoker.provisioned, (std::map<QString, int>{{orders, 0}}));
    QCOMPARE(fixture.call(get).status, 404);
}

void tst_ConcurrencyCalls::provisionedOfSeveralAliases()
{
    EndpointFixture fixture;
    fixture.call(putProvisioned("blue", 2));
    fixture.call(putProvisioned("green", 3));
    QCOMPARE(fixture.invoker.provisioned.at(QStringLiteral("orders")), 5);
    fixture.invoker.setEnvironments(
        {environmentOf("orders"), environmentOf("orders"), environmentOf("orders")});

    const OrderedJson list
        = fixture.call({.target = provisionedPath + "?List=ALL"}).json()["ProvisionedConcurrencyConfigs"];

    QCOMPARE(list.size(), 2U);
    QCOMPARE(list[0]["FunctionArn"],
             OrderedJson("arn:aws:lambda:us-east-1:123456789012:function:orders:blue"));
    QCOMPARE(list[0]["Status"], OrderedJson("READY"));
    QCOMPARE(list[1]["AllocatedProvisionedConcurrentExecutions"], OrderedJson(1));
}

void tst_ConcurrencyCalls::wrongProvisioned_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");

    const QByteArray three(R"({"ProvisionedConcurrentExecutions":3})");
    const QByteArray parameter("InvalidParameterValueException");
    QTest::newRow("no alias") << QByteArray() << three << parameter;
    QTest::newRow("latest") << QByteArray("?Qualifier=%24LATEST") << three << parameter;
    QTest::newRow("above reserved") << QByteArray("?Qualifier=live")
                                    << QByteArray(R"({"ProvisionedConcurrentExecutions":6})")
                                    << parameter;
    QTest::newRow("none") << QByteArray("?Qualifier=live")
                          << QByteArray(R"({"ProvisionedConcurrentExecutions":0})")
                          << QByteArray("ValidationException");
    QTest::newRow("nothing") << QByteArray("?Qualifier=live") << QByteArray("{}")
                             << QByteArray("ValidationException");
}

void tst_ConcurrencyCalls::wrongProvisioned()
{
    QFETCH(const QByteArray, query);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, type);
    EndpointFixture fixture;
    fixture.call(putReserved(5));

    const ApiAnswer answer
        = fixture.call({.method = "PUT", .target = provisionedPath + query, .body = body});

    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.errorType(), type);
    QVERIFY(fixture.invoker.provisioned.empty());
    QCOMPARE(fixture.call(putProvisioned("live", 5)).status, 202);
    QCOMPARE(fixture.call(putReserved(4)).errorType(),
             QByteArray("InvalidParameterValueException"));
}

void tst_ConcurrencyCalls::provisionedAliasCanBeInvoked()
{
    EndpointFixture fixture;
    const ApiCall dryRun{.method = "POST",
                         .target = "/2015-03-31/functions/orders%3Alive/invocations",
                         .headers = "X-Amz-Invocation-Type: DryRun\r\n"};
    QCOMPARE(fixture.call(dryRun).status, 404);
    fixture.call(putProvisioned("live", 1));
    QCOMPARE(fixture.call(dryRun).status, 204);
}

#include "tst_concurrencycalls.moc"
