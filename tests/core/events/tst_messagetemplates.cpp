// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/encoding.h"
#include "core/events/eventform.h"
#include "core/events/jsonvalue.h"
#include "tests/core/events/templates.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <set>
#include <string>

using namespace coldframe;
using coldframe::test::at;
using coldframe::test::shippedTemplate;
using coldframe::test::textOf;
using coldframe::test::valuesOf;

/// Queues, topics, brokers and streams (facts: events, items 18 to 35).
class tst_MessageTemplates : public QObject
{
    Q_OBJECT

private slots:
    void places_data();
    void places();
    void everyRecordHasItsOwnIds_data();
    void everyRecordHasItsOwnIds();
    void formToEventToFormIsTheIdentity_data();
    void formToEventToFormIsTheIdentity();
};

COLDFRAME_TEST(tst_MessageTemplates);

namespace {

/// What is at the end of a path such as "/Records/0/body|json|/Type": pointers and the steps that
/// the places were encoded with, read backwards.
QByteArray atPath(OrderedJson json, const QString &path)
{
    for (const QString &part : path.split(u'|')) {
        if (!part.startsWith(u'/')) {
            const auto value = findEncoding(part)->decode(json, {});
            if (!value)
                return "not " + part.toUtf8();
            const OrderedJson next = *value;
            json = next;
            continue;
        }
        const OrderedJson::json_pointer pointer(part.toStdString());
        if (!json.contains(pointer))
            return "absent";
        const OrderedJson next = json.at(pointer);
        json = next;
    }
    return at(json, "");
}

} // namespace

void tst_MessageTemplates::places_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("values");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("json");

    const auto row = [](const char *tag, const char *id, const char *values, const char *path,
                        const char *json) {
        QTest::addRow("%s: %s", id, tag) << QString::fromUtf8(id) << QByteArray(values)
                                         << QString::fromUtf8(path) << QByteArray(json);
    };
    const char *const china = R"({"region":"cn-north-1","account":"111122223333"})";
    row("queue", "sqs-fifo", china, "/Records/0/eventSourceARN",
        R"("arn:aws-cn:sqs:cn-north-1:111122223333:orders.fifo")");
    row("group", "sqs-fifo", R"({"group":"g"})", "/Records/0/attributes/MessageGroupId", R"("g")");
    row("times are texts", "sqs-fifo", "{}", "/Records/0/attributes/SentTimestamp",
        R"("1718635693000")");
    row("source queue", "sqs-redriven", china, "/Records/0/attributes/DeadLetterQueueSourceArn",
        R"("arn:aws-cn:sqs:cn-north-1:111122223333:orders")");
    row("key", "sqs-from-s3", R"({"key":"a b"})", "/Records/0/body|json|/Records/0/s3/object/key",
        R"("a+b")");
    row("regions agree", "sqs-from-s3", china, "/Records/0/body|json|/Records/0/awsRegion",
        R"("cn-north-1")");
    row("no records", "sqs-s3-test-event", "{}", "/Records/0/body|json|/Records", "absent");
    row("event", "sqs-s3-test-event", "{}", "/Records/0/body|json|/Event", R"("s3:TestEvent")");
    row("spelling of URLs", "sqs-from-sns", china, "/Records/0/body|json|/UnsubscribeURL",
        R"("https://sns.cn-north-1.amazonaws.com.cn/?Action=Unsubscribe&SubscriptionArn=)"
        R"(arn:aws-cn:sns:cn-north-1:111122223333:orders:6f0c7f4e-52d9-4b1e-9d63-8c2a71e5b3f4")");
    row("no subject", "sqs-from-sns", R"({"subject":""})", "/Records/0/body|json|/Subject",
        "absent");
    row("attributes", "sqs-from-sns", R"({"attributes":{"a":"1"}})",
        "/Records/0/body|json|/MessageAttributes", R"({"a":{"Type":"String","Value":"1"}})");
    row("attributes of the message", "sqs-from-sns-raw", R"({"attributes":{"a":"1"}})",
        "/Records/0/messageAttributes/a/dataType", R"("String")");
    row("bare message", "sqs-from-sns-raw", R"({"message":"hi"})", "/Records/0/body", R"("hi")");
    row("two levels", "sqs-from-s3-through-sns", "{}",
        "/Records/0/body|json|/Message|json|/Records/0/eventName", R"("ObjectCreated:Put")");
    row("subject", "sqs-from-s3-through-sns", "{}", "/Records/0/body|json|/Subject",
        R"("Amazon S3 Notification")");
    row("envelope", "sqs-from-eventbridge", R"({"detail":{"a":1}})", "/Records/0/body|json|/detail",
        R"({"a":1})");
    row("message", "sns-from-s3", "{}", "/Records/0/Sns/Message|json|/Records/0/eventSource",
        R"("aws:s3")");
    row("region by name", "sns-from-alarm", "{}", "/Records/0/Sns/Message|json|/Region",
        "\"US East (N. Virginia)\"");
    row("time with an offset", "sns-from-alarm", "{}",
        "/Records/0/Sns/Message|json|/StateChangeTime", R"("2024-06-17T14:48:13.000+0000")");
    row("dimensions", "sns-from-alarm", "{}", "/Records/0/Sns/Message|json|/Trigger/Dimensions",
        R"([{"value":"orders","name":"FunctionName"}])");
    row("no subject", "sns-from-eventbridge", "{}", "/Records/0/Sns/Subject", "null");

    row("source", "mq-activemq", "{}", "/eventSource", R"("aws:mq")");
    row("text", "mq-activemq", R"({"data":"hi"})", "/messages/0/data|base64", R"("hi")");
    row("type of bytes", "mq-activemq", R"({"hex":"ff"})", "/messages/0/messageType",
        R"("jms/bytes-message")");
    row("bytes", "mq-activemq", R"({"hex":"ff"})", "/messages/0/data", R"("/w==")");
    row("headers are lists of bytes", "mq-rabbitmq", R"({"headers":{"a":"é"}})",
        "/rmqMessagesByQueue/orders::~1/0/basicProperties/headers", R"({"a":{"bytes":[-61,-87]}})");

    row("key is not encoded", "eventbridge-s3-created", R"({"key":"a b"})", "/detail/object/key",
        R"("a b")");
    row("bucket", "eventbridge-s3-created", china, "/resources",
        R"(["arn:aws-cn:s3:::example-bucket"])");
    row("a rule has no address", "eventbridge-s3-deleted", R"({"reason":"Lifecycle Expiration"})",
        "/detail/source-ip-address", "absent");
    row("a rule is S3", "eventbridge-s3-deleted", R"({"reason":"Lifecycle Expiration"})",
        "/detail/requester", R"("s3.amazonaws.com")");
    row("expiry", "eventbridge-s3-restored", R"({"detailType":"Object Restore Completed"})",
        "/detail/restore-expiry-time", R"("2024-06-24T14:48:13Z")");
    row("no sequencer", "eventbridge-s3-tagged", "{}", "/detail/object/sequencer", "absent");
    row("tier", "eventbridge-s3-moved", R"({"detailType":"Object Access Tier Changed"})",
        "/detail/destination-access-tier", R"("ARCHIVE_ACCESS")");
    row("one task", "s3-batch", R"({"key":"a b"})", "/tasks/0/s3Key", R"("a+b")");
    row("no version", "s3-batch", "{}", "/tasks/0/s3VersionId", "null");
    row("bucket by name", "s3-batch-v2", "{}", "/tasks/0/s3Bucket", R"("example-bucket")");
    row("arguments", "s3-batch-v2", "{}", "/job/userArguments", R"({"mode":"dry-run"})");
    row("no arguments", "s3-batch-v2", R"({"userArguments":{}})", "/job/userArguments", "absent");
    row("version", "s3-object-lambda", "{}", "/protocolVersion", R"("1.00")");
    row("URL", "s3-object-lambda", "{}", "/userRequest/url",
        R"("https://reports-redacted-123456789012.s3-object-lambda.us-east-1.amazonaws.com/)"
        R"(reports/june%202024.csv")");
    row("no get", "s3-object-lambda-head", "{}", "/getObjectContext", "absent");

    row("data", "kinesis", "{}", "/Records/0/kinesis/data|base64|json|/orderId", R"("1001")");
    row("seconds", "kinesis", R"({"time":"2024-06-17T14:48:13.250Z"})",
        "/Records/0/kinesis/approximateArrivalTimestamp", "1718635693.25");
    row("no records at the end", "kinesis-window", R"({"count":0,"final":true})", "/Records", "[]");
    row("window", "kinesis-window", "{}", "/window",
        R"({"start":"2024-06-17T14:48:00Z","end":"2024-06-17T14:50:00Z"})");
    row("state", "kinesis-window", "{}", "/state", R"({"orders":3})");
    row("numbers are texts", "kinesis-from-dynamodb", "{}",
        "/Records/0/kinesis/data|base64|json|/dynamodb/NewImage/total", R"({"N":"42.5"})");
    row("no identity", "kinesis-from-dynamodb", "{}",
        "/Records/0/kinesis/data|base64|json|/userIdentity", "null");
    row("milliseconds", "kinesis-from-dynamodb", "{}",
        "/Records/0/kinesis/data|base64|json|/dynamodb/ApproximateCreationDateTime",
        "1718635692700");
    row("no view type", "kinesis-from-dynamodb", "{}",
        "/Records/0/kinesis/data|base64|json|/dynamodb/StreamViewType", "absent");
    row("log lines", "kinesis-from-logs", R"({"messages":["a","b"]})",
        "/Records/0/kinesis/data|base64|gzip|json|/logEvents/1/message", R"("b")");
    row("envelope", "kinesis-from-eventbridge", "{}",
        "/Records/0/kinesis/data|base64|json|/detail-type", R"("Order Placed")");
    row("images", "dynamodb-window", R"({"viewType":"KEYS_ONLY"})", "/Records/0/dynamodb/NewImage",
        "absent");
    row("lower-case records", "firehose", R"({"data":"hi"})", "/records/0/data|base64", R"("hi")");
    row("milliseconds", "firehose", "{}", "/records/0/approximateArrivalTimestamp",
        "1718635693000");
    row("source", "firehose-from-kinesis", china, "/sourceKinesisStreamArn",
        R"("arn:aws-cn:kinesis:cn-north-1:111122223333:stream/orders")");
    row("log group", "firehose-from-logs", "{}", "/records/0/data|base64|gzip|json|/logGroup",
        R"("/aws/lambda/orders")");
    row("headers are lists of bytes", "msk", R"({"headers":{"a":"é","b":""}})",
        "/records/orders-0/0/headers", R"([{"a":[-61,-87]},{"b":[]}])");
    row("no key", "msk", R"({"key":""})", "/records/orders-0/0/key", "absent");
    row("partition", "msk", R"({"topic":"a-1","partition":7})", "/records/a-1-7/0/partition", "7");
    row("offset", "msk", R"({"count":3,"offset":8})", "/records/orders-0/2/offset", "10");
    row("no ARN", "kafka-self-managed", "{}", "/eventSourceArn", "absent");
    row("servers", "kafka-self-managed", R"({"servers":["a:1","b:2"]})", "/bootstrapServers",
        R"("a:1,b:2")");
    row("time", "documentdb", "{}", "/events/0/event/clusterTime",
        R"({"$timestamp":{"t":1718635693,"i":1}})");
    row("a deleted document", "documentdb", R"({"operation":"delete"})",
        "/events/0/event/fullDocument", "absent");
    row("an inserted document", "documentdb", R"({"operation":"insert"})",
        "/events/0/event/updateDescription", "absent");
    row("an update without lookup", "documentdb", R"({"lookup":false})",
        "/events/0/event/fullDocument", "absent");
}

void tst_MessageTemplates::places()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, values);
    QFETCH(QString, path);
    QFETCH(QByteArray, json);

    const auto event = renderEvent(shippedTemplate(id), valuesOf(values));
    QVERIFY2(event, event ? "" : qPrintable(event.error().detail));
    QCOMPARE(atPath(*event, path), json);
}

void tst_MessageTemplates::everyRecordHasItsOwnIds_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QStringList>("ids");

    const auto row = [](const char *id, const char *list, const QStringList &ids) {
        QTest::newRow(id) << QString::fromUtf8(id) << QByteArray(list) << ids;
    };
    const QStringList message{u"/messageId"_qs, u"/receiptHandle"_qs};
    row("sqs-fifo", "/Records",
        message
            + QStringList{u"/attributes/SequenceNumber"_qs,
                          u"/attributes/MessageDeduplicationId"_qs});
    row("sqs-redriven", "/Records", message);
    row("sqs-from-s3", "/Records",
        message
            + QStringList{u"/md5OfBody"_qs, u"/body|json|/Records/0/s3/object/sequencer"_qs,
                          u"/body|json|/Records/0/eventTime"_qs});
    row("sqs-from-sns", "/Records", message + QStringList{u"/body|json|/MessageId"_qs});
    row("sqs-from-s3-through-sns", "/Records",
        message + QStringList{u"/body|json|/Message|json|/Records/0/s3/object/sequencer"_qs});
    row("sqs-from-eventbridge", "/Records", message + QStringList{u"/body|json|/id"_qs});
    row("mq-activemq", "/messages", {u"/messageID"_qs, u"/timestamp"_qs});
    row("kinesis", "/Records", {u"/kinesis/sequenceNumber"_qs, u"/eventID"_qs});
    row("kinesis-from-dynamodb", "/Records", {u"/kinesis/data|base64|json|/eventID"_qs});
    row("kinesis-from-logs", "/Records", {u"/kinesis/data|base64|gzip|json|/logEvents/0/id"_qs});
    row("dynamodb-window", "/Records", {u"/eventID"_qs, u"/dynamodb/SequenceNumber"_qs});
    row("firehose", "/records", {u"/recordId"_qs});
    row("firehose-from-kinesis", "/records", {u"/kinesisRecordMetadata/sequenceNumber"_qs});
    row("msk", "/records/orders-0", {u"/offset"_qs, u"/timestamp"_qs});
    row("documentdb", "/events", {u"/event/_id/_data"_qs, u"/event/documentKey/_id/$oid"_qs});
}

void tst_MessageTemplates::everyRecordHasItsOwnIds()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, list);
    QFETCH(QStringList, ids);

    const auto event = renderEvent(shippedTemplate(id), valuesOf(R"({"count":10})"));
    QVERIFY(event);
    const OrderedJson &records = event->at(OrderedJson::json_pointer(list.toStdString()));
    QCOMPARE(records.size(), std::size_t(10));
    for (const QString &path : ids) {
        std::set<QByteArray> found;
        for (const OrderedJson &record : records)
            found.insert(atPath(record, path));
        QVERIFY2(found.size() == 10, qPrintable(path));
    }
}

void tst_MessageTemplates::formToEventToFormIsTheIdentity_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("values");

    const auto row = [](const char *id, const char *tag, const char *values) {
        QTest::addRow("%s: %s", id, tag) << QString::fromUtf8(id) << QByteArray(values);
    };
    row("sqs-fifo", "everything",
        R"({"body":"x","count":7,"attributes":{"a":"1"},"group":"g","queue":"q","receiveCount":9,)"
        R"("sender":"s","region":"cn-north-1","account":"000000000000",)"
        R"("time":"2030-12-31T23:59:59.999Z"})");
    row("sqs-redriven", "everything",
        R"({"body":[1],"count":2,"attributes":{"a":""},"queue":"q","sourceQueue":"s",)"
        R"("receiveCount":9,"region":"us-gov-west-1","time":"2030-12-31T23:59:59.999Z"})");
    row("sqs-from-s3-through-sns", "everything",
        R"({"event":"ObjectRestore:Completed","bucket":"b.c-d","key":"a b/c+d%20é","size":0,)"
        R"("versionId":"v","count":3,"topic":"t","queue":"q","receiveCount":2,)"
        R"("region":"cn-north-1","account":"000000000000","time":"2030-12-31T23:59:59.999Z"})");
    row("sqs-from-sns", "everything",
        R"({"message":"m","subject":"","attributes":{"a":"1"},"count":3,"topic":"t","queue":"q",)"
        R"("region":"cn-north-1","account":"000000000000","time":"2030-12-31T23:59:59.999Z"})");
    row("sqs-from-eventbridge", "everything",
        R"({"source":"a.b/c","detailType":"d","detail":{"a":[null]},"resources":["r"],"count":3,)"
        R"("region":"cn-north-1","account":"000000000000","time":"2030-12-31T23:59:59Z"})");
    row("sns-from-alarm", "everything",
        R"x({"alarm":"a \"b\" (c)","description":"","state":"OK","oldState":"ALARM","reason":"r",)x"
        R"x("namespace":"n","metric":"m","dimensions":{"a":"1","b":"2"},"threshold":-3,)x"
        R"x("comparison":"LessThanThreshold","period":60,"missingData":"ignore","topic":"t",)x"
        R"x("region":"eu-west-1","account":"000000000000","time":"2030-12-31T23:59:59.999Z"})x");
    row("mq-activemq", "bytes", R"({"hex":"00ff","count":2,"properties":{"a":"1"},"queue":"q"})");
    row("mq-rabbitmq", "everything",
        R"({"data":"d","queue":"q","virtualHost":"v","headers":{"a":"é","b":""},)"
        R"("contentType":"","correlationId":"c","messageId":"m","redelivered":true,)"
        R"("broker":"b","brokerId":"b-1","region":"cn-north-1","account":"000000000000"})");
    row("eventbridge-s3-deleted", "a rule",
        R"({"reason":"Lifecycle Expiration","deletionType":"Delete Marker Created","etag":"",)"
        R"("versionId":"v","region":"cn-north-1","time":"2030-12-31T23:59:59Z"})");
    row("eventbridge-s3-moved", "a tier",
        R"({"detailType":"Object Access Tier Changed","accessTier":"DEEP_ARCHIVE_ACCESS"})");
    row("s3-batch", "everything",
        R"({"bucket":"b.c-d","key":"é +","versionId":"v","partition":"aws-cn"})");
    row("s3-object-lambda", "everything",
        R"({"key":"a b/é","accessPoint":"abc","supportingAccessPoint":"def","payload":{"a":1},)"
        R"("headers":{"Range":"bytes=0-9"},"user":"u","region":"cn-north-1",)"
        R"("account":"000000000000","time":"2030-12-31T23:59:59Z"})");
    row("kinesis", "bytes", R"({"hex":"00ff","partitionKey":"p","count":4,"stream":"s"})");
    row("kinesis-window", "everything",
        R"({"data":"x","count":2,"state":{"a":{}},"final":true,"terminatedEarly":true,)"
        R"("windowStart":"2030-01-01T00:00:00Z","windowEnd":"2030-01-01T00:15:00Z",)"
        R"("shardId":"shardId-000000000001","region":"cn-north-1"})");
    row("kinesis-from-dynamodb", "everything",
        R"({"event":"MODIFY","table":"t.t","keys":{"p":"a"},"newItem":{"a":[1,{"b":null}]},)"
        R"("oldItem":{"s":{"SS":["x"]}},"precision":"MICROSECOND","count":2,"stream":"s",)"
        R"("region":"cn-north-1","account":"000000000000","time":"2030-12-31T23:59:59.999Z"})");
    row("kinesis-from-logs", "everything",
        R"({"messages":["a","😀"],"logGroup":"g","logStream":"s","filter":"f","count":2,)"
        R"("account":"000000000000","time":"2030-12-31T23:59:59.999Z"})");
    row("firehose-from-kinesis", "everything",
        R"({"data":"x","partitionKey":"p","count":3,"stream":"s","deliveryStream":"d",)"
        R"("shardId":"shardId-000000000001","region":"cn-north-1","account":"000000000000",)"
        R"("time":"2030-12-31T23:59:59.999Z"})");
    row("msk", "everything",
        R"({"value":"v","key":"","headers":{"a":"é"},"count":3,"topic":"a-1","partition":7,)"
        R"("offset":99,"timestampType":"LOG_APPEND_TIME","cluster":"C","region":"cn-north-1",)"
        R"("account":"000000000000","time":"2030-12-31T23:59:59.999Z"})");
    row("kafka-self-managed", "bytes",
        R"({"hex":"00ff","servers":["a:1"],"eventSource":"aws:SelfManagedKafka"})");
    row("documentdb", "an insert",
        R"({"operation":"insert","document":{"a":{"$numberLong":"1"}},"database":"d",)"
        R"("collection":"c","cluster":"x","count":2,"time":"2030-12-31T23:59:59Z"})");
}

void tst_MessageTemplates::formToEventToFormIsTheIdentity()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, values);

    const EventTemplate eventTemplate = shippedTemplate(id);
    const auto complete = completeValues(eventTemplate, valuesOf(values));
    QVERIFY2(complete, complete ? "" : qPrintable(complete.error().detail));
    const auto event = renderEvent(eventTemplate, *complete);
    QVERIFY2(event, event ? "" : qPrintable(event.error().detail));
    QCOMPARE(textOf(readParameters(eventTemplate, *event)), textOf(*complete));
    const auto again = renderEvent(eventTemplate, readParameters(eventTemplate, *event));
    QCOMPARE(writeJson(*again, JsonLayout::Indented), writeJson(*event, JsonLayout::Indented));
}

#include "tst_messagetemplates.moc"
