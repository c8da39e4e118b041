// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventwrapper.h"

#include "core/events/jsonvalue.h"
#include "core/events/templatecatalogue.h"
#include "tests/core/events/templates.h"
#include "tests/support/testmain.h"

#include <QCryptographicHash>
#include <QTest>

#include <nlohmann/json.hpp>

#include <functional>

using namespace coldframe;
using coldframe::test::at;
using coldframe::test::shippedTemplate;
using coldframe::test::valuesOf;

class tst_EventWrapper : public QObject
{
    Q_OBJECT

private slots:
    void waysThatExist_data();
    void waysThatExist();
    void waysThatDoNotExist_data();
    void waysThatDoNotExist();
    void wrapThenUnwrapIsTheIdentity_data();
    void wrapThenUnwrapIsTheIdentity();
    void nestedTemplatesAreUnwrapped_data();
    void nestedTemplatesAreUnwrapped();
    void places_data();
    void places();
    void innerDocuments_data();
    void innerDocuments();
    void digestFollowsTheDocument();
    void sameDocumentLeavesTheEvent();
    void severalChangesBecomeSeveralRecords();
    void bytesStayInBase64();
    void idsOfCarriers();
};

COLDFRAME_TEST(tst_EventWrapper);

namespace {

const TemplateCatalogue &carrierCatalogue()
{
    static const TemplateCatalogue catalogue
        = *TemplateCatalogue::load(QStringLiteral(COLDFRAME_SOURCE_DIR "/templates/events"));
    return catalogue;
}

OrderedJson eventOf(const QString &id, const QByteArray &values = "{}")
{
    return renderEvent(shippedTemplate(id), valuesOf(values)).value_or(OrderedJson());
}

std::vector<Carrier> carriersOf(const QString &text)
{
    std::vector<Carrier> carriers;
    for (const QString &id : text.split(u',', Qt::SkipEmptyParts))
        carriers.push_back(*carrierWithId(id));
    return carriers;
}

QString textOf(const std::vector<Carrier> &carriers)
{
    QStringList ids;
    for (const Carrier carrier : carriers)
        ids.append(carrierId(carrier));
    return ids.join(u',');
}

/// Every way of an event, up to its end.
QStringList allWays(const OrderedJson &event)
{
    QStringList ways;
    const std::function<void(const std::vector<Carrier> &)> go
        = [&](const std::vector<Carrier> &before) {
              for (const Carrier next : possibleCarriers(event, before)) {
                  std::vector<Carrier> way = before;
                  way.push_back(next);
                  ways.append(textOf(way));
                  go(way);
              }
          };
    go({});
    return ways;
}

} // namespace

void tst_EventWrapper::waysThatExist_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("next");

    const auto row = [](const char *id, const char *before, const char *next) {
        QTest::addRow("%s %s", id, before)
            << QString::fromUtf8(id) << QString::fromUtf8(before) << QString::fromUtf8(next);
    };
    row("s3", "", "sns,sqs,eventbridge");
    row("s3", "sns", "sqs,firehose");
    row("s3", "eventbridge", "sns,sqs,kinesis,firehose");
    row("s3", "eventbridge,kinesis", "firehose");
    row("s3", "eventbridge,kinesis,firehose", "");
    row("s3", "sqs", "");
    row("s3", "kinesis", "");
    row("sns", "", "sqs,firehose");
    row("sqs", "", "");
    row("eventbridge", "", "sns,sqs,kinesis,firehose");
    row("ec2-state-change", "", "sns,sqs,kinesis,firehose");
    row("dynamodb", "", "kinesis");
    row("dynamodb", "kinesis", "firehose");
    row("kinesis", "", "firehose");
    row("cloudwatch-logs", "", "kinesis,firehose");
    row("cloudwatch-alarm", "", "sns,eventbridge");
    row("ses-receipt", "", "sns");
    row("apigw-rest", "", "");
    row("appsync-resolver", "", "");
    row("lex-v2", "", "");
    row("secretsmanager-rotation", "", "");
    row("s3-batch", "", "");
    row("s3-object-lambda", "", "");
    row("alexa-intent", "", "");
    row("codepipeline-job", "", "");
    row("transfer-authorizer", "", "");
    row("iot-rule", "", "sns,sqs,eventbridge,kinesis,firehose");
    row("codecommit", "", "sns");
    row("lambda-destination-failure", "", "sns,sqs,eventbridge");
    row("cloudformation-create", "", "sns");
    row("msk", "", "");
    row("hello", "", "sns,sqs,eventbridge,kinesis,firehose");
}

void tst_EventWrapper::waysThatExist()
{
    QFETCH(QString, id);
    QFETCH(QString, before);
    QFETCH(QString, next);

    QCOMPARE(textOf(possibleCarriers(eventOf(id), carriersOf(before))), next);
}

void tst_EventWrapper::waysThatDoNotExist_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("carriers");
    QTest::addColumn<bool>("raw");
    QTest::addColumn<QString>("says");

    QTest::newRow("S3 to Kinesis")
        << u"s3"_qs << u"kinesis"_qs << false << u"(possible: sns, sqs, eventbridge)"_qs;
    QTest::newRow("SQS to SNS") << u"s3"_qs << u"sqs,sns"_qs << false
                                << u"the way ends at the function"_qs;
    QTest::newRow("DynamoDB to SNS")
        << u"dynamodb"_qs << u"sns"_qs << false << u"(possible: kinesis)"_qs;
    QTest::newRow("SNS to EventBridge")
        << u"sns"_qs << u"eventbridge"_qs << false << u"(possible: sqs, firehose)"_qs;
    QTest::newRow("a request to SQS")
        << u"apigw-http-v2"_qs << u"sqs"_qs << false << u"the way ends at the function"_qs;
    QTest::newRow("raw without SNS") << u"s3"_qs << u"sqs"_qs << true << u"raw"_qs;
    QTest::newRow("raw to the function") << u"s3"_qs << u"sns"_qs << true << u"raw"_qs;
}

void tst_EventWrapper::waysThatDoNotExist()
{
    QFETCH(QString, id);
    QFETCH(QString, carriers);
    QFETCH(bool, raw);
    QFETCH(QString, says);

    WrapOptions options;
    options.raw = raw;
    const auto wrapped = wrapEvent(carrierCatalogue(), eventOf(id), carriersOf(carriers), options);
    QVERIFY(!wrapped);
    QCOMPARE(wrapped.error().code, Error::Code::InvalidArgument);
    QVERIFY2(wrapped.error().detail.contains(says), qPrintable(wrapped.error().detail));
}

void tst_EventWrapper::wrapThenUnwrapIsTheIdentity_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("way");

    for (const char *id : {"hello", "s3", "sns", "eventbridge", "ec2-state-change", "kinesis",
                           "dynamodb", "cloudwatch-logs", "cloudwatch-alarm", "ses-receipt",
                           "cloudformation-create", "lambda-destination-failure", "codecommit"}) {
        for (const QString &way : allWays(eventOf(QString::fromUtf8(id))))
            QTest::addRow("%s by %s", id, qPrintable(way)) << QString::fromUtf8(id) << way;
    }
}

void tst_EventWrapper::wrapThenUnwrapIsTheIdentity()
{
    QFETCH(QString, id);
    QFETCH(QString, way);

    const OrderedJson event = eventOf(id);
    const auto wrapped = wrapEvent(carrierCatalogue(), event, carriersOf(way));
    QVERIFY2(wrapped, wrapped ? "" : qPrintable(wrapped.error().detail));
    const UnwrappedEvent before = unwrapEvent(event);
    const UnwrappedEvent after = unwrapEvent(*wrapped);

    QStringList expected
        = textOf(before.carriers).split(u',', Qt::SkipEmptyParts) + way.split(u',');
    // What AWS services tell EventBridge is a document of its own.
    const bool isEventOfAws
        = way.startsWith(u"eventbridge"_qs) && (id == u"s3"_qs || id == u"cloudwatch-alarm"_qs);
    if (isEventOfAws)
        expected.removeFirst();
    QCOMPARE(textOf(after.carriers), expected.join(u','));
    const bool changesItsShape = isEventOfAws || id == u"dynamodb"_qs
        || id.startsWith(u"cloudwatch"_qs) || id == u"ses-receipt"_qs;
    if (!changesItsShape)
        QCOMPARE(at(*after.document, ""), at(*before.document, ""));
    // The same document leaves the same event.
    QVERIFY(withDocument(*wrapped, *after.document) == *wrapped);
}

void tst_EventWrapper::nestedTemplatesAreUnwrapped_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("carriers");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("json");

    const auto row
        = [](const char *id, const char *carriers, const char *pointer, const char *json) {
              QTest::newRow(id) << QString::fromUtf8(id) << QString::fromUtf8(carriers)
                                << QByteArray(pointer) << QByteArray(json);
          };
    row("sqs", "sqs", "/orderId", R"("1001")");
    row("sqs-from-s3", "sqs", "/Records/0/s3/bucket/name", R"("example-bucket")");
    row("sqs-s3-test-event", "sqs", "/Event", R"("s3:TestEvent")");
    row("sqs-from-sns", "sns,sqs", "/orderId", R"("1001")");
    row("sqs-from-sns-raw", "sqs", "/orderId", R"("1001")");
    row("sqs-from-s3-through-sns", "sns,sqs", "/Records/0/eventSource", R"("aws:s3")");
    row("sqs-from-alarm-through-sns", "sns,sqs", "/NewStateValue", R"("ALARM")");
    row("sqs-from-eventbridge", "eventbridge,sqs", "/orderId", R"("1001")");
    row("sns-from-s3", "sns", "/Records/0/eventSource", R"("aws:s3")");
    row("kinesis-from-dynamodb", "kinesis", "/dynamodb/Keys/id/S", R"("1001")");
    row("kinesis-from-logs", "kinesis", "/messageType", R"("DATA_MESSAGE")");
    row("firehose-from-logs", "firehose", "/messageType", R"("DATA_MESSAGE")");
    row("firehose-from-kinesis", "kinesis,firehose", "/orderId", R"("1001")");
    row("eventbridge-s3-created", "", "/source", R"("aws.s3")");
    row("hello", "", "/name", R"("world")");
}

void tst_EventWrapper::nestedTemplatesAreUnwrapped()
{
    QFETCH(QString, id);
    QFETCH(QString, carriers);
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, json);

    const UnwrappedEvent unwrapped = unwrapEvent(eventOf(id));
    QCOMPARE(textOf(unwrapped.carriers), carriers);
    QCOMPARE(at(*unwrapped.document, pointer), json);
}

void tst_EventWrapper::places_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("values");
    QTest::addColumn<QString>("way");
    QTest::addColumn<bool>("raw");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("json");

    const auto row = [](const char *tag, const char *id, const char *values, const char *way,
                        bool raw, const char *pointer, const char *json) {
        QTest::newRow(tag) << QString::fromUtf8(id) << QByteArray(values) << QString::fromUtf8(way)
                           << raw << QByteArray(pointer) << QByteArray(json);
    };
    const char *const china = R"({"region":"cn-north-1","time":"2030-01-02T03:04:05.678Z"})";
    row("the region of S3 in SQS", "s3", china, "sqs", false, "/Records/0/awsRegion",
        R"("cn-north-1")");
    row("the partition of S3 in SQS", "s3", china, "sns,sqs", false, "/Records/0/eventSourceARN",
        R"("arn:aws-cn:sqs:cn-north-1:123456789012:orders")");
    row("the time of S3 in SQS", "s3", china, "sns,sqs", false,
        "/Records/0/attributes/SentTimestamp", R"("1893553445678")");
    row("the topic of an alarm", "cloudwatch-alarm", "{}", "sns", false, "/Records/0/Sns/TopicArn",
        R"("arn:aws:sns:us-east-1:123456789012:alarms")");
    row("the subject of S3 in SNS", "s3", "{}", "sns", false, "/Records/0/Sns/Subject",
        R"("Amazon S3 Notification")");
    row("no subject of EventBridge in SNS", "ec2-state-change", "{}", "sns", false,
        "/Records/0/Sns/Subject", "null");
    row("the account of EventBridge in SQS", "eventbridge", R"({"account":"111122223333"})", "sqs",
        false, "/Records/0/eventSourceARN", R"("arn:aws:sqs:us-east-1:111122223333:orders")");
    row("the account of SNS in SQS", "sns", R"({"account":"111122223333"})", "sqs", false,
        "/Records/0/eventSourceARN", R"("arn:aws:sqs:us-east-1:111122223333:orders")");
    row("raw attributes", "sns", R"({"attributes":{"a":"1"}})", "sqs", true,
        "/Records/0/messageAttributes/a/stringValue", R"("1")");
    row("attributes that are not raw", "sns", R"({"attributes":{"a":"1"}})", "sqs", false,
        "/Records/0/messageAttributes", "{}");
    row("the key in EventBridge is plain", "s3", R"({"key":"a b+c"})", "eventbridge", false,
        "/detail/object/key", R"("a b+c")");
    row("the kind of S3's event", "s3", R"({"event":"ObjectRemoved:DeleteMarkerCreated"})",
        "eventbridge", false, "/detail-type", R"("Object Deleted")");
    row("how it was deleted", "s3", R"({"event":"LifecycleExpiration:DeleteMarkerCreated"})",
        "eventbridge", false, "/detail/deletion-type", R"("Delete Marker Created")");
    row("why it was deleted", "s3", R"({"event":"LifecycleExpiration:Delete"})", "eventbridge",
        false, "/detail/reason", R"("Lifecycle Expiration")");
    row("how it was made", "s3", R"({"event":"ObjectCreated:CompleteMultipartUpload"})",
        "eventbridge", false, "/detail/reason", R"("CompleteMultipartUpload")");
    row("a restoration", "s3", R"({"event":"ObjectRestore:Completed"})", "eventbridge", false,
        "/detail-type", R"("Object Restore Completed")");
    row("a failed invocation", "lambda-destination-failure", "{}", "eventbridge", false,
        "/detail-type", R"("Lambda Function Invocation Result - Failure")");
    row("the function of an invocation", "lambda-destination-failure", R"({"function":"worker"})",
        "eventbridge", false, "/resources/1",
        R"("arn:aws:lambda:us-east-1:123456789012:function:worker:$LATEST")");
    row("an event of your own", "hello", "{}", "eventbridge", false, "/detail",
        R"({"name":"world"})");
    row("an alarm in EventBridge", "cloudwatch-alarm", "{}", "eventbridge", false, "/detail-type",
        R"("CloudWatch Alarm State Change")");
    row("Kinesis in Firehose", "kinesis", R"({"stream":"s","partitionKey":"p"})", "firehose", false,
        "/sourceKinesisStreamArn", R"("arn:aws:kinesis:us-east-1:123456789012:stream/s")");
    row("every record of Kinesis in Firehose", "kinesis", R"({"count":3})", "firehose", false,
        "/records/2/kinesisRecordMetadata/partitionKey", R"("customer-1001")");
    row("Firehose without Kinesis", "sns", "{}", "firehose", false, "/sourceKinesisStreamArn",
        "absent");
    row("logs stay as they are", "cloudwatch-logs", "{}", "kinesis", false,
        "/Records/0/eventSource", R"("aws:kinesis")");
}

void tst_EventWrapper::places()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, values);
    QFETCH(QString, way);
    QFETCH(bool, raw);
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, json);

    WrapOptions options;
    options.raw = raw;
    const auto wrapped
        = wrapEvent(carrierCatalogue(), eventOf(id, values), carriersOf(way), options);
    QVERIFY2(wrapped, wrapped ? "" : qPrintable(wrapped.error().detail));
    QCOMPARE(at(*wrapped, pointer), json);
}

void tst_EventWrapper::innerDocuments_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("way");
    QTest::addColumn<bool>("raw");
    QTest::addColumn<QByteArray>("carried"); ///< where the text of the carrier's document is
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("json");

    const auto row = [](const char *tag, const char *id, const char *way, bool raw,
                        const char *carried, const char *pointer, const char *json) {
        QTest::newRow(tag) << QString::fromUtf8(id) << QString::fromUtf8(way) << raw
                           << QByteArray(carried) << QByteArray(pointer) << QByteArray(json);
    };
    const char *const body = "/Records/0/body";
    row("a notification in SQS", "s3", "sns,sqs", false, body, "/Type", R"("Notification")");
    row("other names than in the function's event", "s3", "sns,sqs", false, body, "/SigningCertUrl",
        "absent");
    row("no attributes when there are none", "s3", "sns,sqs", false, body, "/MessageAttributes",
        "absent");
    row("raw is the message", "s3", "sns,sqs", true, body, "/Records/0/eventSource", R"("aws:s3")");
    row("an envelope in SQS", "hello", "eventbridge,sqs", false, body, "/detail",
        R"({"name":"world"})");
    row("an alarm in SNS", "cloudwatch-alarm", "sns", false, "/Records/0/Sns/Message",
        "/NewStateValue", R"("ALARM")");
    row("a mail in SNS", "ses-receipt", "sns", false, "/Records/0/Sns/Message", "/notificationType",
        R"("Received")");
    row("the alarm's action", "cloudwatch-alarm", "sns", false, "/Records/0/Sns/Message",
        "/AlarmActions/0", R"("arn:aws:sns:us-east-1:123456789012:alarms")");
    row("the mail's topic", "ses-receipt", "sns", false, "/Records/0/Sns/Message",
        "/receipt/action/topicArn", R"("arn:aws:sns:us-east-1:123456789012:orders")");
    row("the mail's action", "ses-receipt", "sns", false, "/Records/0/Sns/Message",
        "/receipt/action/type", R"("SNS")");
}

void tst_EventWrapper::innerDocuments()
{
    QFETCH(QString, id);
    QFETCH(QString, way);
    QFETCH(bool, raw);
    QFETCH(QByteArray, carried);
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, json);

    WrapOptions options;
    options.raw = raw;
    const auto wrapped = wrapEvent(carrierCatalogue(), eventOf(id), carriersOf(way), options);
    QVERIFY2(wrapped, wrapped ? "" : qPrintable(wrapped.error().detail));
    const OrderedJson::json_pointer place(carried.toStdString());
    const auto inner = parseJson(stringOf(wrapped->at(place)).toUtf8());
    QVERIFY(inner);
    QCOMPARE(at(*inner, pointer), json);
}

void tst_EventWrapper::digestFollowsTheDocument()
{
    const auto wrapped
        = wrapEvent(carrierCatalogue(), eventOf(u"s3"_qs), {Carrier::Sns, Carrier::Sqs});
    QVERIFY(wrapped);
    const OrderedJson edited = withDocument(*wrapped, OrderedJson("other"));
    QCOMPARE(at(*unwrapEvent(edited).document, ""), QByteArray(R"("other")"));
    const OrderedJson &record = edited["Records"][0];
    QVERIFY(record["body"] != (*wrapped)["Records"][0]["body"]);
    QCOMPARE(stringOf(record["md5OfBody"]).toLatin1(),
             QCryptographicHash::hash(stringOf(record["body"]).toUtf8(), QCryptographicHash::Md5)
                 .toHex());
}

void tst_EventWrapper::sameDocumentLeavesTheEvent()
{
    OrderedJson event = eventOf(u"sqs"_qs, R"({"count":2})");
    event["Records"][1]["body"] = "{ \"a\" : 1 }";
    QVERIFY(withDocument(event, OrderedJson({{"a", 1}}), 1) == event);
    QCOMPARE(at(*unwrapEvent(event, 1).document, "/a"), QByteArray("1"));
    QVERIFY(unwrapEvent(event, 2).carriers.empty());
}

void tst_EventWrapper::severalChangesBecomeSeveralRecords()
{
    const auto wrapped = wrapEvent(carrierCatalogue(), eventOf(u"dynamodb"_qs, R"({"count":3})"),
                                   {Carrier::Kinesis, Carrier::Firehose});
    QVERIFY2(wrapped, wrapped ? "" : qPrintable(wrapped.error().detail));
    QCOMPARE((*wrapped)["records"].size(), std::size_t(3));
    const UnwrappedEvent first = unwrapEvent(*wrapped, 0);
    const UnwrappedEvent last = unwrapEvent(*wrapped, 2);
    QCOMPARE(at(*first.document, "/tableName"), QByteArray(R"("orders")"));
    QCOMPARE(at(*first.document, "/dynamodb/NewImage/total/N"), QByteArray(R"("42.5")"));
    QVERIFY(at(*first.document, "/eventID") != at(*last.document, "/eventID"));
}

void tst_EventWrapper::bytesStayInBase64()
{
    const OrderedJson event = eventOf(u"kinesis"_qs, R"({"hex":"ff00"})");
    const UnwrappedEvent unwrapped = unwrapEvent(event);
    QCOMPARE(at(*unwrapped.document, ""), QByteArray(R"("/wA=")"));
    QVERIFY(withDocument(event, *unwrapped.document) == event);
    QCOMPARE(at(withDocument(event, OrderedJson("AQI=")), "/Records/0/kinesis/data"),
             QByteArray(R"("AQI=")"));
}

void tst_EventWrapper::idsOfCarriers()
{
    for (const QString &id : carrierIds())
        QCOMPARE(carrierId(*carrierWithId(id)), id);
    QVERIFY(!carrierWithId(u"pigeon"_qs));
}

#include "tst_eventwrapper.moc"
