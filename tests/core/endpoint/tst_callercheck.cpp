// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/endpoint/callercheck.h"
#include "tests/core/endpoint/endpointfixture.h"
#include "tests/support/testmain.h"

using namespace coldframe;
using namespace coldframe::test;

class tst_CallerCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callers_data();
    void callers();
    void hostMustBeThereOnce_data();
    void hostMustBeThereOnce();
    void portEighty();
    void refusedCallRunsNothing();
};

COLDFRAME_TEST(tst_CallerCheck);

void tst_CallerCheck::callers_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("name"); // of one more header
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("allowed");

    const auto add = [](const char *title, const char *host, const char *name, const char *value,
                        bool allowed) {
        QTest::newRow(title) << QByteArray(host) << QByteArray(name) << QByteArray(value)
                             << allowed;
    };
    add("address", "127.0.0.1:3001", "A", "b", true);
    add("name", "localhost:3001", "A", "b", true);
    add("name in capitals", "LocalHost:3001", "A", "b", true);
    add("version 6", "[::1]:3001", "A", "b", true);
    add("typed by a user", "localhost:3001", "Sec-Fetch-Site", "none", true);
    add("another name", "example.com:3001", "A", "b", false);
    add("a name that begins like it", "localhost.example.com:3001", "A", "b", false);
    add("a name that ends like it", "evil-localhost:3001", "A", "b", false);
    add("another address", "192.168.0.1:3001", "A", "b", false);
    add("another port", "127.0.0.1:3002", "A", "b", false);
    add("without a port", "127.0.0.1", "A", "b", false);
    add("empty", "", "A", "b", false);
    add("a page", "localhost:3001", "Origin", "https://example.com", false);
    add("a page of this computer", "localhost:3001", "Origin", "http://localhost:8000", false);
    add("a page without origin", "localhost:3001", "Origin", "null", false);
    add("an empty origin", "localhost:3001", "Origin", "", false);
    add("fetched by another site", "localhost:3001", "Sec-Fetch-Site", "cross-site", false);
    add("fetched by another port", "localhost:3001", "sec-fetch-site", "same-site", false);
    add("fetched by itself", "localhost:3001", "Sec-Fetch-Site", "same-origin", false);
}

void tst_CallerCheck::callers()
{
    QFETCH(const QByteArray, host);
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);
    QFETCH(const bool, allowed);
    HttpRequest request;
    request.headers = {{"Host", host}, {name, value}};

    const std::optional<ApiError> refusal = callerRefusal(request, 3001);

    QCOMPARE(!refusal.has_value(), allowed);
    if (refusal) {
        QCOMPARE(refusal->status, 403);
        QCOMPARE(refusal->type, QByteArray("AccessDeniedException"));
    }
}

void tst_CallerCheck::hostMustBeThereOnce_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("none") << 0;
    QTest::newRow("two") << 2;
}

void tst_CallerCheck::hostMustBeThereOnce()
{
    QFETCH(const int, count);
    HttpRequest request;
    for (int i = 0; i < count; ++i)
        request.headers.push_back({"Host", "127.0.0.1:3001"});

    QVERIFY(callerRefusal(request, 3001));
}

/// Clients leave out the port that a scheme has anyway.
void tst_CallerCheck::portEighty()
{
    HttpRequest request;
    request.headers = {{"Host", "localhost"}};
    QVERIFY(!callerRefusal(request, 80));
}

void tst_CallerCheck::refusedCallRunsNothing()
{
    EndpointFixture fixture;
    const ApiAnswer answer = fixture.call({.method = "POST",
                                           .target = "/2015-03-31/functions/orders/invocations",
                                           .body = "{}",
                                           .host = "example.com"});
    QCOMPARE(answer.status, 403);
    QVERIFY(answer.body.contains("address this endpoint as 127.0.0.1:"));
    const ApiAnswer page = fixture.call({.method = "POST",
                                         .target = "/2015-03-31/functions/orders/invocations",
                                         .body = "{}",
                                         .headers = "Origin: https://example.com\r\n"});
    QCOMPARE(page.status, 403);
    QVERIFY(fixture.invoker.requests.empty());
}

#include "tst_callercheck.moc"
