// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/events/templates.h"
#include "tests/support/testmain.h"

#include <QCryptographicHash>
#include <QTest>

using namespace coldframe;
using coldframe::test::renderedAt;

/// What the templates in templates/events put where (facts: events, items 1, 4, 18, 24, 27, 33,
/// 37).
class tst_TemplatePlaces : public QObject
{
    Q_OBJECT

private slots:
    void places_data();
    void places();
};

COLDFRAME_TEST(tst_TemplatePlaces);

void tst_TemplatePlaces::places_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("values");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("json");

    const QString *id = nullptr;
    QByteArray values;
    const auto place = [&](const char *tag, const char *pointer, const char *json) {
        QTest::addRow("%s: %s", qPrintable(*id), tag)
            << *id << values << QByteArray(pointer) << QByteArray(json);
    };

    const QString hello = u"hello"_qs;
    id = &hello;
    place("greets the world", "", R"({"name":"world"})");
    values = R"({"name":"\"Ada\""})";
    place("greets whom you like", "", R"({"name":"\"Ada\""})");

    const QString s3 = u"s3"_qs;
    id = &s3;
    values = "{}";
    place("one record", "/Records/1", "absent");
    place("source", "/Records/0/eventSource", R"("aws:s3")");
    place("the name has no s3: in front", "/Records/0/eventName", R"("ObjectCreated:Put")");
    place("time with milliseconds", "/Records/0/eventTime", R"("2024-06-17T14:48:13.000Z")");
    place("a blank in the key is a plus", "/Records/0/s3/object/key",
          R"("uploads/summer+holiday.jpg")");
    place("no version without versioning", "/Records/0/s3/object/versionId", "absent");
    place("size", "/Records/0/s3/object/size", "1024");
    place("the schema's version", "/Records/0/s3/s3SchemaVersion", R"("1.0")");
    place("no restore data", "/Records/0/glacierEventData", "absent");
    values = R"({"bucket":"my.bucket","region":"cn-north-1","versionId":"v1","size":5})";
    place("bucket by name", "/Records/0/s3/bucket/name", R"("my.bucket")");
    place("bucket in its ARN, without region and account", "/Records/0/s3/bucket/arn",
          R"("arn:aws-cn:s3:::my.bucket")");
    place("region", "/Records/0/awsRegion", R"("cn-north-1")");
    place("version", "/Records/0/s3/object/versionId", R"("v1")");
    values = R"({"event":"ObjectRemoved:Delete"})";
    place("a removed object has no size", "/Records/0/s3/object/size", "absent");
    place("a removed object has no ETag", "/Records/0/s3/object/eTag", "absent");
    place("a removed object has a key", "/Records/0/s3/object/key",
          R"("uploads/summer+holiday.jpg")");
    values = R"({"event":"ObjectRestore:Completed"})";
    place("a restored object", "/Records/0/glacierEventData/restoreEventData",
          R"({"lifecycleRestorationExpiryTime":"2024-06-24T14:48:13.000Z",)"
          R"("lifecycleRestoreStorageClass":"GLACIER"})");

    const QString rest = u"apigw-rest"_qs;
    id = &rest;
    values = "{}";
    place("has no version", "/version", "absent");
    place("no query is null", "/queryStringParameters", "null");
    place("no query is null in the multi map", "/multiValueQueryStringParameters", "null");
    place("no stage variables are null", "/stageVariables", "null");
    place("no body is null", "/body", "null");
    place("not in Base64", "/isBase64Encoded", "false");
    place("no cookies, no header", "/headers/Cookie", "absent");
    place("no cookies, no multi header", "/multiValueHeaders/Cookie", "absent");
    place("resource", "/resource", R"("/pets/{id}")");
    place("path values", "/pathParameters", R"({"id":"42"})");
    place("the context's path has the stage", "/requestContext/path", R"("/prod/pets/42")");
    place("time as API Gateway writes it", "/requestContext/requestTime",
          R"("17/Jun/2024:14:48:13 +0000")");
    place("time in milliseconds", "/requestContext/requestTimeEpoch", "1718635693000");
    place("who it is is null", "/requestContext/identity/userArn", "null");
    values = R"({"path":"/orders/7","resource":"/{proxy+}","method":"POST"})";
    place("path", "/path", R"("/orders/7")");
    place("the path in the context", "/requestContext/path", R"("/prod/orders/7")");
    place("the resource in the context", "/requestContext/resourcePath", R"("/{proxy+}")");
    place("a greedy value without a leading slash", "/pathParameters", R"({"proxy":"orders/7"})");
    place("method", "/httpMethod", R"("POST")");
    place("the method in the context", "/requestContext/httpMethod", R"("POST")");
    values = R"({"path":"/orders"})";
    place("a path without a pattern is its own resource", "/resource", R"("/orders")");
    place("and again in the context", "/requestContext/resourcePath", R"("/orders")");
    place("and has no path values", "/pathParameters", "null");
    values = R"({"query":{"a":["1","2"],"b":["x y"]},"headers":{"X-A":["1","2"]},)"
             R"("cookies":["a=1","b=2"],"stageVariables":{"env":"dev"},"body":{"a":"\""}})";
    place("single query map: the last value", "/queryStringParameters", R"({"a":"2","b":"x y"})");
    place("multi query map: all values", "/multiValueQueryStringParameters",
          R"({"a":["1","2"],"b":["x y"]})");
    place("single header: the last value", "/headers/X-A", R"("2")");
    place("multi header: all values", "/multiValueHeaders/X-A", R"(["1","2"])");
    place("cookies in the header", "/headers/Cookie", R"("a=1; b=2")");
    place("cookies in the multi header", "/multiValueHeaders/Cookie", R"(["a=1; b=2"])");
    place("stage variables", "/stageVariables", R"({"env":"dev"})");
    place("a JSON body is a string", "/body", R"("{\"a\":\"\\\"\"}")");
    values = R"({"body":"é","binary":true})";
    place("a binary body is Base64", "/body", R"("w6k=")");
    place("and says so", "/isBase64Encoded", "true");
    values = R"({"region":"eu-west-1","apiId":"abc","sourceIp":"192.0.2.1"})";
    place("region in the host", "/requestContext/domainName",
          R"("abc.execute-api.eu-west-1.amazonaws.com")");
    place("region in the Host header", "/headers/Host",
          R"("abc.execute-api.eu-west-1.amazonaws.com")");
    place("API id in front of the host", "/requestContext/domainPrefix", R"("abc")");
    place("API id", "/requestContext/apiId", R"("abc")");
    place("client", "/requestContext/identity/sourceIp", R"("192.0.2.1")");
    place("client in the header", "/headers/X-Forwarded-For", R"("192.0.2.1")");
    place("client in the multi header", "/multiValueHeaders/X-Forwarded-For", R"(["192.0.2.1"])");
    values = R"({"customDomain":"api.example.com"})";
    place("an own domain", "/requestContext/domainName", R"("api.example.com")");
    place("an own domain's prefix", "/requestContext/domainPrefix", R"("api")");
    place("an own domain's path is without the stage", "/requestContext/path", R"("/pets/42")");
    values = R"({"headers":{"Host":["other"]}})";
    place("own headers replace the template's", "/headers/Host", R"("other")");

    const QString http = u"apigw-http-v2"_qs;
    id = &http;
    values = "{}";
    place("version", "/version", R"("2.0")");
    place("no query is an empty raw query", "/rawQueryString", R"("")");
    place("no query is absent", "/queryStringParameters", "absent");
    place("no cookies are absent", "/cookies", "absent");
    place("no stage variables are absent", "/stageVariables", "absent");
    place("no body is absent", "/body", "absent");
    place("no body has no length", "/headers/content-length", "absent");
    place("no authentication", "/requestContext/authentication", "absent");
    place("route", "/routeKey", R"("GET /pets/{id}")");
    place("the route in the context", "/requestContext/routeKey", R"("GET /pets/{id}")");
    place("path values", "/pathParameters", R"({"id":"42"})");
    place("path without a stage", "/rawPath", R"("/pets/42")");
    place("time as API Gateway writes it", "/requestContext/time",
          R"("17/Jun/2024:14:48:13 +0000")");
    place("time in milliseconds", "/requestContext/timeEpoch", "1718635693000");
    values = R"({"route":"$default","path":"/any/where","stage":"dev","method":"PUT",)"
             R"("cookies":["a=1"],"query":{"a":["1","x y"],"b":["&"]},)"
             R"("headers":{"X-Mixed":"Case"},"stageVariables":{"v":"1"},"body":"é"})";
    place("the default route", "/routeKey", R"("$default")");
    place("the default route has no path values", "/pathParameters", "absent");
    place("path with a stage", "/rawPath", R"("/dev/any/where")");
    place("the path in the context", "/requestContext/http/path", R"("/dev/any/where")");
    place("method", "/requestContext/http/method", R"("PUT")");
    place("cookies", "/cookies", R"(["a=1"])");
    place("no cookie header", "/headers/cookie", "absent");
    place("raw query", "/rawQueryString", R"("a=1&a=x%20y&b=%26")");
    place("query joined", "/queryStringParameters", R"({"a":"1,x y","b":"&"})");
    place("headers in lower case", "/headers/x-mixed", R"("Case")");
    place("stage variables", "/stageVariables", R"({"v":"1"})");
    place("body", "/body", R"("é")");
    place("length of the body in bytes", "/headers/content-length", R"("2")");
    values = R"({"method":"DELETE","path":"/x"})";
    place("a path that has no route is its own", "/routeKey", R"("DELETE /x")");

    const QString sqs = u"sqs"_qs;
    id = &sqs;
    values = "{}";
    place("body is a string", "/Records/0/body", R"("{\"orderId\":\"1001\",\"quantity\":2}")");
    place("its MD5", "/Records/0/md5OfBody", R"("MD5")");
    place("no attributes", "/Records/0/messageAttributes", "{}");
    place("no attributes, no MD5 of them", "/Records/0/md5OfMessageAttributes", "absent");
    place("attributes are strings", "/Records/0/attributes/ApproximateReceiveCount", R"("1")");
    place("time is a string of milliseconds", "/Records/0/attributes/SentTimestamp",
          R"("1718635693000")");
    place("source", "/Records/0/eventSource", R"("aws:sqs")");
    values = R"({"region":"us-gov-west-1","account":"000000000001","queue":"q","receiveCount":4,)"
             R"("body":"hello","attributes":{"kind":"\"x\""}})";
    place("ARN", "/Records/0/eventSourceARN",
          R"("arn:aws-us-gov:sqs:us-gov-west-1:000000000001:q")");
    place("region", "/Records/0/awsRegion", R"("us-gov-west-1")");
    place("a text body", "/Records/0/body", R"("hello")");
    place("the text's MD5", "/Records/0/md5OfBody", R"("5d41402abc4b2a76b9719d911017c592")");
    place("receive count", "/Records/0/attributes/ApproximateReceiveCount", R"("4")");
    place(
        "an attribute", "/Records/0/messageAttributes/kind",
        R"({"stringValue":"\"x\"","stringListValues":[],"binaryListValues":[],"dataType":"String"})");

    const QString schedule = u"eventbridge-schedule"_qs;
    id = &schedule;
    values = R"({"rule":"nightly","region":"cn-north-1","account":"000000000001",)"
             R"("time":"2024-01-02T03:04:05Z"})";
    place("version", "/version", R"("0")");
    place("detail is empty", "/detail", "{}");
    place("detail type", "/detail-type", R"("Scheduled Event")");
    place("source", "/source", R"("aws.events")");
    place("time in seconds", "/time", R"("2024-01-02T03:04:05Z")");
    place("account", "/account", R"("000000000001")");
    place("region", "/region", R"("cn-north-1")");
    place("rule", "/resources", R"(["arn:aws-cn:events:cn-north-1:000000000001:rule/nightly"])");

    const QString dynamodb = u"dynamodb"_qs;
    id = &dynamodb;
    values = R"({"keys":{"id":7},"newItem":{"a":"x"}})";
    place("keys are typed, numbers as text", "/Records/0/dynamodb/Keys", R"({"id":{"N":"7"}})");
    place("the new image repeats the keys", "/Records/0/dynamodb/NewImage",
          R"({"id":{"N":"7"},"a":{"S":"x"}})");
    place("an insert has no old image", "/Records/0/dynamodb/OldImage", "absent");
    place("time in seconds", "/Records/0/dynamodb/ApproximateCreationDateTime", "1718635693");
    place("nobody expired it", "/Records/0/userIdentity", "absent");
    place("version", "/Records/0/eventVersion", R"("1.1")");
    place("size of keys and image", "/Records/0/dynamodb/SizeBytes", "10");
    values = R"({"event":"MODIFY","oldItem":{"a":null},"table":"my.table","region":"eu-west-1"})";
    place("a change has the old image", "/Records/0/dynamodb/OldImage",
          R"({"id":{"S":"1001"},"a":{"NULL":true}})");
    place(
        "ARN of the stream", "/Records/0/eventSourceARN",
        R"("arn:aws:dynamodb:eu-west-1:123456789012:table/my.table/stream/2024-06-10T09:00:00.000")");
    place("region", "/Records/0/awsRegion", R"("eu-west-1")");
    values = R"({"event":"MODIFY","viewType":"KEYS_ONLY"})";
    place("keys only: no new image", "/Records/0/dynamodb/NewImage", "absent");
    place("keys only: no old image", "/Records/0/dynamodb/OldImage", "absent");
    values = R"({"event":"MODIFY","viewType":"OLD_IMAGE"})";
    place("old image only: no new one", "/Records/0/dynamodb/NewImage", "absent");
    values = R"({"event":"REMOVE","expired":true})";
    place("removed by time to live", "/Records/0/userIdentity",
          R"({"type":"Service","principalId":"dynamodb.amazonaws.com"})");
    place("a removal has no new image", "/Records/0/dynamodb/NewImage", "absent");
    values = R"({"count":3})";
    place("each record a second later", "/Records/2/dynamodb/ApproximateCreationDateTime",
          "1718635695");
    place("as many as asked for", "/Records/3", "absent");

    const QString sns = u"sns"_qs;
    id = &sns;
    values = "{}";
    place("source, with a capital E", "/Records/0/EventSource", R"("aws:sns")");
    place("one record", "/Records/1", "absent");
    place("message is a string", "/Records/0/Sns/Message",
          R"("{\"orderId\":\"1001\",\"status\":\"shipped\"}")");
    place("time with milliseconds", "/Records/0/Sns/Timestamp", R"("2024-06-17T14:48:13.000Z")");
    place("no attributes", "/Records/0/Sns/MessageAttributes", "{}");
    values = R"({"subject":"","topic":"t","region":"eu-west-1","account":"000000000001",)"
             R"("attributes":{"a":"1"}})";
    place("no subject is null", "/Records/0/Sns/Subject", "null");
    place("topic", "/Records/0/Sns/TopicArn", R"("arn:aws:sns:eu-west-1:000000000001:t")");
    place("an attribute", "/Records/0/Sns/MessageAttributes",
          R"({"a":{"Type":"String","Value":"1"}})");
}

void tst_TemplatePlaces::places()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, values);
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, json);

    if (json == "\"MD5\"") {
        const QByteArray body = R"({"orderId":"1001","quantity":2})";
        json = '"' + QCryptographicHash::hash(body, QCryptographicHash::Md5).toHex() + '"';
    }
    QCOMPARE(renderedAt(id, values, pointer), json);
}

#include "tst_templateplaces.moc"
