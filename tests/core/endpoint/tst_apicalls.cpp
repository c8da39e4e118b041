// SPDX-License-Identifier: GPL-3.0-or-later
// Routing, and the calls that list, describe and change functions.
#include "tests/core/endpoint/endpointfixture.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QSet>
#include <QUuid>

#include <set>

using namespace coldframe;
using namespace coldframe::test;

class tst_ApiCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void routes_data();
    void routes();
    void unknownCalls_data();
    void unknownCalls();
    void errorsHaveTheirForm();
    void everyAnswerHasARequestId();
    void listsInPages();
    void listsVersions();
    void describesAFunction();
    void describesAQualifiedFunction();
    void saysWhereTheCodeIs();
    void changesAFunction();
    void changesNothingWhenOneValueIsWrong();
    void wrongChanges_data();
    void wrongChanges();
    void revisionMustBeTheLatest();
    void accountSettings();
    void tellsWhatWasServed();
    void portInUse();
    void stopsListening();
};

COLDFRAME_TEST(tst_ApiCalls);

namespace {

const QByteArray ordersPath = "/2015-03-31/functions/orders";

ApiCall update(const QByteArray &body)
{
    return {.method = "PUT", .target = ordersPath + "/configuration", .body = body};
}

OrderedJson jsonOf(const char *text)
{
    return parseJson(text).value();
}

} // namespace

void tst_ApiCalls::routes_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("error");

    const auto add = [](const char *title, const QByteArray &target, int status = 200,
                        const char *error = "") {
        QTest::newRow(title) << target << status << QByteArray(error);
    };
    add("name", ordersPath);
    add("encoded ARN",
        "/2015-03-31/functions/arn%3Aaws%3Alambda%3Aus-east-1%3A123456789012%3Afunction%3Aorders");
    add("ARN as it is",
        "/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:orders");
    add("encoded qualifier", "/2015-03-31/functions/orders%3A%24LATEST");
    add("qualifier in the query", ordersPath + "?Qualifier=%24LATEST");
    add("the same qualifier twice",
        "/2015-03-31/functions/orders%3A%24LATEST?Qualifier=%24LATEST");
    add("slash at the end", "/2015-03-31/functions/");
    add("other members of the query", ordersPath + "?x&=&Qualifier=&y=1");
    add("another function", "/2015-03-31/functions/nope", 404, "ResourceNotFoundException");
    add("another region",
        "/2015-03-31/functions/arn%3Aaws%3Alambda%3Aeu-west-1%3A123456789012%3Afunction%3Aorders",
        404, "ResourceNotFoundException");
    add("another account", "/2015-03-31/functions/210987654321%3Afunction%3Aorders", 404,
        "ResourceNotFoundException");
    add("another qualifier", ordersPath + "?Qualifier=live", 404, "ResourceNotFoundException");
    add("two qualifiers", "/2015-03-31/functions/orders%3Alive?Qualifier=other", 400,
        "InvalidParameterValueException");
    add("no name", "/2015-03-31/functions/..%2Forders", 400, "ValidationException");
    add("broken encoding", "/2015-03-31/functions/orders%", 400, "ValidationException");
}

void tst_ApiCalls::routes()
{
    QFETCH(const QByteArray, target);
    QFETCH(const int, status);
    QFETCH(const QByteArray, error);
    EndpointFixture fixture;

    const ApiAnswer answer = fixture.call({.target = target});

    QCOMPARE(answer.status, status);
    QCOMPARE(answer.errorType(), error);
}

void tst_ApiCalls::unknownCalls_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");

    QTest::newRow("root") << QByteArray("GET") << QByteArray("/");
    QTest::newRow("nothing") << QByteArray("GET") << QByteArray("*");
    QTest::newRow("another method") << QByteArray("POST") << ordersPath;
    QTest::newRow("create") << QByteArray("POST") << QByteArray("/2015-03-31/functions");
    QTest::newRow("without a function")
        << QByteArray("POST") << QByteArray("/2015-03-31/functions//invocations");
    QTest::newRow("another date") << QByteArray("GET") << QByteArray("/2016-03-31/functions");
    QTest::newRow("more behind") << QByteArray("GET") << ordersPath + "/configuration/more";
}

void tst_ApiCalls::unknownCalls()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, target);
    EndpointFixture fixture;

    const ApiAnswer answer = fixture.call({.method = method, .target = target});

    QCOMPARE(answer.status, 404);
    QCOMPARE(answer.errorType(), QByteArray("UnknownOperationException"));
}

void tst_ApiCalls::errorsHaveTheirForm()
{
    EndpointFixture fixture;
    const ApiAnswer answer = fixture.call({.target = "/2015-03-31/functions/nope"});
    const char *message
        = "Function not found: arn:aws:lambda:us-east-1:123456789012:function:nope";
    QCOMPARE(answer.header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(answer.json(),
             (OrderedJson{{"Type", "User"}, {"message", message}, {"Message", message}}));
}

void tst_ApiCalls::everyAnswerHasARequestId()
{
    EndpointFixture fixture;
    QSet<QByteArray> ids;
    for (const QByteArray &target :
         {ordersPath, ordersPath, QByteArray("/2015-03-31/functions/nope"), QByteArray("/nothing")}) {
        const QByteArray id = fixture.call({.target = target}).header("x-amzn-RequestId");
        QVERIFY(!QUuid::fromString(QString::fromLatin1(id)).isNull());
        ids.insert(id);
    }
    QCOMPARE(ids.size(), 4);
}

void tst_ApiCalls::listsInPages()
{
    EndpointFixture fixture;
    std::vector<FunctionConfig> functions;
    for (int i = 0; i < 120; ++i)
        functions.push_back(EndpointFixture::function(
            QStringLiteral("f-%1").arg(i, 3, 10, QLatin1Char('0')).toLatin1().constData()));
    fixture.endpoint.registry().setFunctions(functions);

    std::vector<std::size_t> pages;
    std::set<std::string> names;
    QByteArray marker;
    do {
        const OrderedJson page = fixture.call({.target = "/2015-03-31/functions/" + marker}).json();
        pages.push_back(page["Functions"].size());
        for (const OrderedJson &function : page["Functions"])
            names.insert(function["FunctionName"].get<std::string>());
        marker = page["NextMarker"].is_null()
            ? QByteArray()
            : "?Marker=" + QByteArray::fromStdString(page["NextMarker"].get<std::string>());
    } while (!marker.isEmpty());
    QCOMPARE(pages, (std::vector<std::size_t>{50, 50, 20}));
    QCOMPARE(names.size(), 120U);

    const auto first
        = fixture.call({.target = "/2015-03-31/functions?MaxItems=3&Marker=f-007"}).json();
    QCOMPARE(first["Functions"].size(), 3U);
    QCOMPARE(first["Functions"][0]["FunctionName"], OrderedJson("f-008"));
    QCOMPARE(first["NextMarker"], OrderedJson("f-010"));
    QCOMPARE(fixture.call({.target = "/2015-03-31/functions?MaxItems=0"}).errorType(),
             QByteArray("ValidationException"));
    QCOMPARE(fixture.call({.target = "/2015-03-31/functions?MaxItems=10001"}).status, 400);
    QCOMPARE(fixture.call({.target = "/2015-03-31/functions?FunctionVersion=1"}).status, 400);
}

void tst_ApiCalls::listsVersions()
{
    EndpointFixture fixture;
    const OrderedJson all
        = fixture.call({.target = "/2015-03-31/functions?FunctionVersion=ALL"}).json();
    QCOMPARE(all["Functions"][0]["FunctionArn"],
             OrderedJson("arn:aws:lambda:us-east-1:123456789012:function:mail:$LATEST"));
}

void tst_ApiCalls::describesAFunction()
{
    EndpointFixture fixture;
    OrderedJson json = fixture.call({.target = ordersPath + "/configuration"}).json();
    const auto revision = QString::fromStdString(json["RevisionId"].get<std::string>());
    QVERIFY(!QUuid::fromString(revision).isNull());
    json.erase("RevisionId");
    const OrderedJson expected = jsonOf(R"({
        "FunctionName": "orders",
        "FunctionArn": "arn:aws:lambda:us-east-1:123456789012:function:orders",
        "Runtime": "python3.12",
        "Handler": "app.handler",
        "Description": "",
        "Timeout": 7,
        "MemorySize": 128,
        "LastModified": "2026-11-23T08:00:00.123+0000",
        "Version": "$LATEST",
        "TracingConfig": {"Mode": "PassThrough"},
        "State": "Active",
        "LastUpdateStatus": "Successful",
        "PackageType": "Zip",
        "Architectures": ["x86_64"],
        "EphemeralStorage": {"Size": 512},
        "SnapStart": {"ApplyOn": "None", "OptimizationStatus": "Off"},
        "LoggingConfig": {"LogFormat": "Text", "LogGroup": "/aws/lambda/orders"},
        "Environment": {"Variables": {"STAGE": "test"}}
    })");
    QCOMPARE(json, expected);
}

void tst_ApiCalls::describesAQualifiedFunction()
{
    EndpointFixture fixture;
    const OrderedJson json
        = fixture.call({.target = ordersPath + "/configuration?Qualifier=%24LATEST"}).json();
    QCOMPARE(json["FunctionArn"],
             OrderedJson("arn:aws:lambda:us-east-1:123456789012:function:orders:$LATEST"));
}

void tst_ApiCalls::saysWhereTheCodeIs()
{
    EndpointFixture fixture;
    const OrderedJson json = fixture.call({.target = ordersPath}).json();
    const OrderedJson code{{"Location", "file:///srv/code%20of%20orders"}};
    QCOMPARE(json["Code"], code);
    QCOMPARE(json["Configuration"]["FunctionName"], OrderedJson("orders"));
    QVERIFY(!json.contains("Concurrency"));
}

void tst_ApiCalls::changesAFunction()
{
    EndpointFixture fixture;
    const OrderedJson before = fixture.call({.target = ordersPath + "/configuration"}).json();
    fixture.clock.wall += std::chrono::seconds(1);

    const ApiAnswer answer = fixture.call(update(R"({"MemorySize": 1024, "Timeout": 30,
        "Environment": {"Variables": {"STAGE": "b"}}, "Handler": "app.other",
        "EphemeralStorage": {"Size": 1024}, "Description": "changed", "Runtime": null})"));

    QCOMPARE(answer.status, 200);
    const OrderedJson after = answer.json();
    QCOMPARE(after["MemorySize"], OrderedJson(1024));
    QCOMPARE(after["Timeout"], OrderedJson(30));
    const OrderedJson variables{{"STAGE", "b"}};
    QCOMPARE(after["Environment"]["Variables"], variables);
    QCOMPARE(after["Handler"], OrderedJson("app.other"));
    QCOMPARE(after["EphemeralStorage"]["Size"], OrderedJson(1024));
    QCOMPARE(after["Description"], OrderedJson("changed"));
    QCOMPARE(after["Runtime"], OrderedJson("python3.12"));
    QCOMPARE(after["LastModified"], OrderedJson("2026-11-23T08:00:01.123+0000"));
    QVERIFY(after["RevisionId"] != before["RevisionId"]);
    QCOMPARE(fixture.call({.target = ordersPath + "/configuration"}).json(), after);

    const auto client = fixture.sendAndRun({.method = "POST", .target = ordersPath + "/invocations"});
    QVERIFY(client);
    const FunctionConfig &run = fixture.invoker.running().function;
    QCOMPARE(run.memory, MebiBytes{1024});
    QCOMPARE(run.timeout, std::chrono::milliseconds(30'000));
    QCOMPARE(run.environment.at(QStringLiteral("STAGE")), QStringLiteral("b"));
    QCOMPARE(run.handler, QStringLiteral("app.other"));
}

void tst_ApiCalls::changesNothingWhenOneValueIsWrong()
{
    EndpointFixture fixture;
    const OrderedJson before = fixture.call({.target = ordersPath + "/configuration"}).json();
    QCOMPARE(fixture.call(update(R"({"MemorySize": 1024, "Timeout": 901})")).status, 400);
    QCOMPARE(fixture.call({.target = ordersPath + "/configuration"}).json(), before);
}

void tst_ApiCalls::wrongChanges_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("message"); // part of it

    const auto add = [](const char *title, const char *body, const char *type,
                        const char *message) {
        QTest::newRow(title) << QByteArray(body) << QByteArray(type) << QByteArray(message);
    };
    add("memory too small", R"({"MemorySize": 127})", "ValidationException",
        "Value '127' at 'memorySize' failed to satisfy constraint: Member must have value greater "
        "than or equal to 128");
    add("memory too large", R"({"MemorySize": 10241})", "ValidationException", "10240");
    add("memory far too large", R"({"MemorySize": 18446744073709551615})", "ValidationException",
        "10240");
    add("memory as a text", R"({"MemorySize": "128"})", "SerializationException", "MemorySize");
    add("memory with a fraction", R"({"MemorySize": 128.5})", "SerializationException",
        "MemorySize");
    add("timeout of nothing", R"({"Timeout": 0})", "ValidationException", "'timeout'");
    add("timeout too long", R"({"Timeout": 901})", "ValidationException", "900");
    add("reserved variable", R"({"Environment": {"Variables": {"AWS_REGION": "x"}}})",
        "InvalidParameterValueException", "AWS_REGION");
    add("variables as a list", R"({"Environment": {"Variables": ["A"]}})",
        "SerializationException", "Environment");
    add("variable as a number", R"({"Environment": {"Variables": {"A": 1}}})",
        "SerializationException", "Environment");
    add("environment as a text", R"({"Environment": "A=b"})", "SerializationException",
        "Environment");
    add("storage too small", R"({"EphemeralStorage": {"Size": 511}})", "ValidationException",
        "'size'");
    add("storage as a number", R"({"EphemeralStorage": 512})", "SerializationException",
        "EphemeralStorage");
    add("what is not changed here", R"({"Role": "arn:aws:iam::123456789012:role/r"})",
        "InvalidParameterValueException", "Role can't be changed here");
    add("a list", R"(["MemorySize"])", "InvalidRequestContentException", "must be an object");
    add("no JSON", R"({"MemorySize": )", "InvalidRequestContentException",
        "Could not parse request body into json");
}

void tst_ApiCalls::wrongChanges()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, message);
    EndpointFixture fixture;

    const ApiAnswer answer = fixture.call(update(body));

    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.errorType(), type);
    QVERIFY2(answer.body.contains(message), answer.body.constData());
}

void tst_ApiCalls::revisionMustBeTheLatest()
{
    EndpointFixture fixture;
    const OrderedJson before = fixture.call({.target = ordersPath + "/configuration"}).json();
    const OrderedJson change{{"Timeout", 5}, {"RevisionId", before["RevisionId"]}};
    const ApiCall call = update(writeJson(change, JsonLayout::Compact));

    QCOMPARE(fixture.call(call).status, 200);
    const ApiAnswer second = fixture.call(call);
    QCOMPARE(second.status, 412);
    QCOMPARE(second.errorType(), QByteArray("PreconditionFailedException"));
}

void tst_ApiCalls::accountSettings()
{
    EndpointFixture fixture;
    fixture.endpoint.registry().setReserved(QStringLiteral("mail"), 40);
    const OrderedJson expected = jsonOf(R"({
        "AccountLimit": {"CodeSizeUnzipped": 262144000, "CodeSizeZipped": 52428800,
                         "ConcurrentExecutions": 1000, "UnreservedConcurrentExecutions": 960},
        "AccountUsage": {"FunctionCount": 2}})");
    QCOMPARE(fixture.call({.target = "/2016-08-19/account-settings/"}).json(), expected);
}

void tst_ApiCalls::tellsWhatWasServed()
{
    EndpointFixture fixture;
    std::vector<ServedRequest> served;
    connect(&fixture.endpoint, &LambdaEndpoint::served, this,
            [&served](const ServedRequest &request) { served.push_back(request); });
    const ApiAnswer answer = fixture.call({.target = "/2015-03-31/functions/nope%3Alive?A=b"});
    fixture.call({.target = "/nothing"});

    QCOMPARE(served.size(), 2U);
    QCOMPARE(served[0].operation, QStringLiteral("GetFunction"));
    QCOMPARE(served[0].functionName, QStringLiteral("nope:live"));
    QCOMPARE(served[0].method, QStringLiteral("GET"));
    QCOMPARE(served[0].path, QStringLiteral("/2015-03-31/functions/nope%3Alive?A=b"));
    QCOMPARE(served[0].status, 404);
    QCOMPARE(served[0].error, QStringLiteral("ResourceNotFoundException"));
    QCOMPARE(served[0].requestId.toLatin1(), answer.header("x-amzn-RequestId"));
    QCOMPARE(served[1].operation, QString());
}

void tst_ApiCalls::portInUse()
{
    EndpointFixture fixture;
    FakeInvoker invoker;
    LambdaEndpoint second(invoker, {}, fixture.clock);
    const Result<quint16> started = second.start(fixture.port);
    QVERIFY(!started);
    QCOMPARE(started.error().code, Error::Code::InvalidArgument);
    QVERIFY(started.error().detail.contains(QString::number(fixture.port)));
    QCOMPARE(second.url(), QString());
}

void tst_ApiCalls::stopsListening()
{
    EndpointFixture fixture;
    QCOMPARE(fixture.endpoint.url(), QStringLiteral("http://127.0.0.1:%1").arg(fixture.port));
    fixture.endpoint.stop();
    QCOMPARE(fixture.endpoint.url(), QString());
    const StreamClient client(fixture.port);
    FakeInvoker invoker;
    LambdaEndpoint second(invoker, {}, fixture.clock);
    QVERIFY(second.start(fixture.port)); // the port is free again
}

#include "tst_apicalls.moc"
