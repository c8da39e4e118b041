// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventlint.h"
#include "core/events/eventtemplate.h"
#include "core/events/templatecatalogue.h"

#include "tests/core/events/templates.h"
#include "tests/support/testmain.h"

#include <QSet>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;
using coldframe::test::shippedTemplate;
using coldframe::test::valuesOf;

class tst_EventLint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedTemplatesAreClean_data();
    void shippedTemplatesAreClean();
    void recognisesKinds_data();
    void recognisesKinds();
    void findsWhatIsWrong_data();
    void findsWhatIsWrong();
    void findsWhatIsWrongInTexts_data();
    void findsWhatIsWrongInTexts();
    void saysWhereInTheText_data();
    void saysWhereInTheText();
    void fixesLoseNothing_data();
    void fixesLoseNothing();
    void fixesKeepTheRestOfTheText_data();
    void fixesKeepTheRestOfTheText();
    void oneFixOfAnEvent();
    void unknownEventsAreLeftAlone_data();
    void unknownEventsAreLeftAlone();
    void largeEvents_data();
    void largeEvents();
    void textThatIsNoJsonIsNotFixed();
    void ruleIdsAreStable();
};

COLDFRAME_TEST(tst_EventLint);

namespace {

const EventLinter &shippedLinter()
{
    static const EventLinter linter(
        TemplateCatalogue::load(QStringLiteral(COLDFRAME_SOURCE_DIR "/templates/events"))
            .value_or(TemplateCatalogue()));
    return linter;
}

/// "rule pointer" of each problem, with "!" in front of a warning.
QStringList problemsOf(const OrderedJson &event, QByteArrayView text = {})
{
    QStringList lines;
    for (const EventProblem &problem : shippedLinter().lint(event, text)) {
        const bool isWarning = problem.severity == EventProblem::Severity::Warning;
        QString line = (isWarning ? QStringLiteral("!") : QString()) + eventRuleId(problem.rule)
            + u' ' + problem.pointer;
        if (!problem.innerPointer.isEmpty())
            line += u' ' + problem.innerPointer;
        lines.append(line);
    }
    return lines;
}

/// Sets each pointer of the object to its value; "<absent>" removes.
OrderedJson withEdits(OrderedJson event, const QByteArray &edits)
{
    const OrderedJson changes = OrderedJson::parse(edits.toStdString());
    for (const auto &[pointer, value] : changes.items()) {
        const OrderedJson::json_pointer place(pointer);
        if (value != "<absent>")
            event[place] = value;
        else if (event.contains(place))
            event[place.parent_pointer()].erase(place.back());
    }
    return event;
}

/// Texts that a form could send for a parameter without making the event doubtful.
QStringList harmlessTexts(const EventParameter &parameter)
{
    switch (parameter.type) {
    case ParameterType::Choice:
        return parameter.choices;
    case ParameterType::Boolean:
        return {u"true"_qs, u"false"_qs};
    case ParameterType::Integer:
        return {QString::number(parameter.minimum.value_or(0) + 2)};
    case ParameterType::Region:
        return {u"cn-north-1"_qs, u"us-gov-west-1"_qs};
    case ParameterType::Account:
        return {u"000000000001"_qs};
    case ParameterType::Map:
        return {u"{}"_qs, u"{\"a\":\"1\",\"b\":\"x y\"}"_qs};
    case ParameterType::MultiMap:
        return {u"{}"_qs, u"{\"a\":[\"1\",\"2\"],\"B\":[\"x y+\"]}"_qs};
    case ParameterType::List:
        return {u"[]"_qs, u"[\"a=1\",\"b=2\"]"_qs};
    case ParameterType::Json:
    case ParameterType::Document:
        return {u"{\"a\":[\"1\",null,{\"b\":\"x\"}],\"c\":\"é\"}"_qs};
    case ParameterType::PointInTime:
        return {u"2030-12-31T23:59:59.999Z"_qs};
    case ParameterType::Text:
    case ParameterType::MultilineText:
        return {};
    }
    return {};
}

} // namespace

void tst_EventLint::shippedTemplatesAreClean_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : test::shippedTemplateIds())
        QTest::newRow(qPrintable(id)) << id;
}

void tst_EventLint::shippedTemplatesAreClean()
{
    QFETCH(const QString, id);
    const EventTemplate eventTemplate = shippedTemplate(id);

    const auto event = renderEvent(eventTemplate, {});
    QVERIFY(event);
    QCOMPARE(problemsOf(*event, writeJson(*event, JsonLayout::Indented)), QStringList());

    for (const EventParameter &parameter : eventTemplate.parameters) {
        for (const QString &text : harmlessTexts(parameter)) {
            const auto value = parseParameter(parameter, text);
            if (!value)
                continue;
            ParameterValues values;
            values.set(parameter.name, *value);
            const auto varied = renderEvent(eventTemplate, values);
            const QStringList problems = varied ? problemsOf(*varied) : QStringList();
            QVERIFY2(problems.isEmpty(),
                     qPrintable(parameter.name + u'=' + text + u": "_qs + problems.join(u'\n')));
        }
    }
}

void tst_EventLint::recognisesKinds_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<EventKind>("kind");

    const auto row = [](const char *title, const char *event, EventKind kind) {
        QTest::newRow(title) << QByteArray(event) << kind;
    };
    row("half an SQS event", R"({"Records": [{"receiptHandle": "x"}]})", EventKind::Sqs);
    row("SNS in the wrong case", R"({"Records": [{"eventSource": "aws:sns"}]})", EventKind::Sns);
    row("records in lower case", R"({"records": [{"eventSource": "aws:s3"}]})", EventKind::S3);
    row("payload 2.0 without a version", R"({"rawPath": "/", "rawQueryString": ""})",
        EventKind::HttpApiV2);
    row("payload 2.0 by its context", R"({"requestContext": {"http": {}}})", EventKind::HttpApiV2);
    row("a function URL",
        R"({"version": "2.0", "rawPath": "/", "requestContext": {"http": {}, "domainName": "a.lambda-url.eu-west-1.on.aws"}})",
        EventKind::FunctionUrl);
    row("payload 1.0 mixed into 2.0",
        R"({"version": "2.0", "rawPath": "/", "httpMethod": "GET", "requestContext": {"http": {}}})",
        EventKind::HttpApiV2);
    row("REST", R"({"httpMethod": "GET", "path": "/", "resource": "/"})", EventKind::RestApi);
    row("payload 1.0", R"({"version": "1.0", "httpMethod": "GET", "resource": "/"})",
        EventKind::HttpApiV1);
    row("a load balancer", R"({"httpMethod": "GET", "requestContext": {"elb": {}}})",
        EventKind::Alb);
    row("a version alone", R"({"version": "2.0", "name": "x"})", EventKind::Unknown);
    row("a scheduled event without a version",
        R"({"source": "aws.events", "detail": {}, "region": "x"})", EventKind::EventBridge);
    row("an agent for Bedrock",
        R"({"messageVersion": "1.0", "httpMethod": "GET", "resource": "/"})", EventKind::Unknown);
    row("a last window without records",
        R"({"Records": [], "isFinalInvokeForWindow": true, "eventSourceARN": "arn:aws:kinesis:x"})",
        EventKind::Kinesis);
    row("a REQUEST authorizer with a token",
        R"({"type": "REQUEST", "methodArn": "arn:x", "authorizationToken": "t"})",
        EventKind::RequestAuthorizer);
    row("an own event", R"({"name": "Ada"})", EventKind::Unknown);
    row("a list", "[1]", EventKind::Unknown);
    row("null", "null", EventKind::Unknown);
}

void tst_EventLint::recognisesKinds()
{
    QFETCH(const QByteArray, event);
    QFETCH(const EventKind, kind);

    QCOMPARE(eventKindOf(*parseJson(event)), kind);
}

void tst_EventLint::findsWhatIsWrong_data()
{
    QTest::addColumn<QString>("id"); ///< of the template
    QTest::addColumn<QByteArray>("values");
    QTest::addColumn<QByteArray>("edits");
    QTest::addColumn<QStringList>("expected");
    QTest::addColumn<QStringList>("left"); ///< after all quick fixes

    const auto row = [](const char *title, const char *id, const char *values, const char *edits,
                        const QStringList &expected, const QStringList &left = {}) {
        QTest::newRow(title) << QString::fromLatin1(id) << QByteArray(values) << QByteArray(edits)
                             << expected << left;
    };
    const auto unfixable = [&row](const char *title, const char *id, const char *values,
                                  const char *edits, const QStringList &expected) {
        row(title, id, values, edits, expected, expected);
    };

    // HTTP
    row("a body that is an object", "apigw-http-v2", "{}", R"({"/body": {"a": 1}})",
        {u"not-serialised /body"_qs});
    row("payload 1.0 in 2.0", "apigw-http-v2", "{}",
        R"({"/httpMethod": "GET", "/requestContext/identity": {}})",
        {u"other-payload-version /httpMethod"_qs,
         u"other-payload-version /requestContext/identity"_qs});
    row("payload 2.0 in REST", "apigw-rest", "{}", R"({"/rawPath": "/pets/42"})",
        {u"other-payload-version /rawPath"_qs});
    row("nulls where 2.0 leaves out", "apigw-http-v2", "{}",
        R"({"/body": null, "/stageVariables": null, "/cookies": []})",
        {u"!must-be-absent /body"_qs, u"!must-be-absent /cookies"_qs,
         u"!must-be-absent /stageVariables"_qs});
    row("left out where REST has null", "apigw-rest", "{}",
        R"({"/body": "<absent>", "/queryStringParameters": {}})",
        {u"!must-be-null /body"_qs, u"!must-be-null /queryStringParameters"_qs});
    row("an empty body", "apigw-rest", "{}", R"({"/body": {}})", {u"!must-be-null /body"_qs});
    row("a flag that is a text", "apigw-http-v2", "{}", R"({"/isBase64Encoded": "false"})",
        {u"flag-not-boolean /isBase64Encoded"_qs});
    row("a flag without Base64", "apigw-http-v2", "{}",
        R"({"/isBase64Encoded": true, "/body": "{}"})",
        {u"flag-without-base64 /isBase64Encoded"_qs});
    row("Base64 without a flag", "apigw-http-v2", R"({"headers": {"content-type": "image/png"}})",
        R"({"/body": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB"})",
        {u"!base64-without-flag /isBase64Encoded"_qs});
    row("a header in upper case", "apigw-http-v2", "{}", R"({"/headers/Authorization": "x"})",
        {u"header-name-case /headers/Authorization"_qs});
    row("a header in upper case, of a load balancer", "alb", "{}", R"({"/headers/X-Id": "x"})",
        {u"header-name-case /headers/X-Id"_qs});
    row("a cookie header beside cookies", "apigw-http-v2", R"({"cookies": ["a=1"]})",
        R"({"/headers/cookie": "a=1"})", {u"cookie-header /headers/cookie"_qs});
    row("a cookie header alone", "apigw-http-v2", "{}", R"({"/headers/cookie": "a=1; b=2"})",
        {u"cookie-header /headers/cookie"_qs});
    unfixable("a single header that disagrees", "apigw-rest", "{}",
              R"({"/headers/Accept": "text/plain"})",
              {u"single-and-multi-disagree /headers/Accept"_qs});
    row("a single query that is not the last one", "apigw-rest", R"({"query": {"a": ["1", "2"]}})",
        R"({"/queryStringParameters/a": "1"})",
        {u"single-and-multi-disagree /queryStringParameters/a"_qs});
    row("a header in one map only", "apigw-rest", "{}", R"({"/headers/X-Id": "7"})",
        {u"single-and-multi-disagree /multiValueHeaders/X-Id"_qs});
    row("a query in one map only", "apigw-rest", R"({"query": {"a": ["1", "2"]}})",
        R"({"/queryStringParameters": null})",
        {u"single-and-multi-disagree /queryStringParameters"_qs});
    unfixable("a query that does not follow", "apigw-http-v2", R"({"query": {"a": ["1"]}})",
              R"({"/queryStringParameters/a": "2"})",
              {u"query-disagrees /queryStringParameters"_qs});
    unfixable("a route of another method", "apigw-http-v2", "{}",
              R"({"/requestContext/http/method": "POST"})", {u"disagrees /routeKey"_qs});
    row("two paths", "apigw-http-v2", "{}", R"({"/path": "/pets/42"})",
        {u"other-payload-version /path"_qs});
    unfixable("two paths that differ", "apigw-http-v2", "{}", R"({"/path": "/pets/43"})",
              {u"other-payload-version /path"_qs});
    unfixable("path parameters of another value", "apigw-rest", "{}",
              R"({"/pathParameters": {"petId": "43"}})",
              {u"path-parameter-names /pathParameters"_qs});
    row("a query that is gone", "apigw-http-v2", R"({"query": {"a": ["1"]}})",
        R"({"/rawQueryString": ""})", {u"query-disagrees /queryStringParameters"_qs});
    row("a question mark", "apigw-http-v2", R"({"query": {"a": ["1"]}})",
        R"({"/rawQueryString": "?a=1"})", {u"query-question-mark /rawQueryString"_qs});
    row("route keys that disagree", "apigw-http-v2", "{}",
        R"({"/requestContext/routeKey": "GET /x"})", {u"disagrees /requestContext/routeKey"_qs});
    row("methods that disagree", "apigw-rest", "{}", R"({"/httpMethod": "POST"})",
        {u"disagrees /requestContext/httpMethod"_qs});
    unfixable("a path with a query", "apigw-http-v2", R"({"route": "$default"})",
              R"({"/rawPath": "/a?b=1", "/requestContext/http/path": "/a?b=1"})",
              {u"query-in-path /rawPath"_qs});
    unfixable("a path that does not come in by its resource", "apigw-rest", "{}",
              R"({"/path": "/cats/1", "/requestContext/path": "/prod/cats/1"})",
              {u"!path-mismatch /resource"_qs});
    row("a proxy parameter with a slash", "apigw-rest",
        R"({"resource": "/{proxy+}", "path": "/a/b"})", R"({"/pathParameters/proxy": "/a/b"})",
        {u"leading-slash /pathParameters/proxy"_qs});
    row("path parameters of another name", "apigw-rest", "{}",
        R"({"/pathParameters": {"petId": "42"}})", {u"path-parameter-names /pathParameters"_qs});
    row("claims that are no strings", "apigw-rest-cognito", "{}",
        R"({"/requestContext/authorizer/claims/exp": 1718639293})",
        {u"not-text /requestContext/authorizer/claims/exp"_qs});
    row("an epoch in seconds", "apigw-http-v2", "{}",
        R"({"/requestContext/timeEpoch": 1718635693})",
        {u"wrong-time /requestContext/timeEpoch"_qs});
    row("a body of null, of a load balancer", "alb", "{}", R"({"/body": null})",
        {u"must-be-empty /body"_qs});
    unfixable("both kinds of maps", "alb", "{}", R"({"/multiValueHeaders": {}})",
              {u"both-maps /multiValueHeaders"_qs});
    row("a member that is misspelled", "apigw-http-v2", R"({"query": {"a": ["1"]}})",
        R"({"/queryStringParameters": "<absent>", "/queryStringParameter": {"a": "1"}})",
        {u"!misspelled-member /queryStringParameter"_qs});
    row("a version that is a number", "apigw-http-v2", "{}", R"({"/version": 2.0})",
        {u"wrong-value /version"_qs});

    // Queues and topics
    unfixable("a record without its source", "sqs", "{}",
              R"({"/Records/0/eventSource": "<absent>"})",
              {u"missing-member /Records/0/eventSource"_qs});
    unfixable("a queue that is no ARN", "sqs", "{}", R"({"/Records/0/eventSourceARN": "queue"})",
              {u"malformed-arn /Records/0/eventSourceARN"_qs});
    unfixable("a FIFO record of a standard queue", "sqs", "{}",
              R"({"/Records/0/attributes/SequenceNumber": "18849496460467696128"})",
              {u"disagrees /Records/0/eventSourceARN"_qs});
    row("a digest of another body", "sqs", "{}", R"({"/Records/0/body": "edited"})",
        {u"digest-disagrees /Records/0/md5OfBody"_qs});
    row("a body that is an object, of SQS", "sqs", "{}", R"({"/Records/0/body": {"a": 1}})",
        {u"not-serialised /Records/0/body"_qs});
    row("a digest of other attributes", "sqs", R"({"attributes": {"a": "1"}})",
        R"({"/Records/0/messageAttributes/a/stringValue": "2"})",
        {u"digest-disagrees /Records/0/md5OfMessageAttributes"_qs});
    row("system attributes that are numbers", "sqs", "{}",
        R"({"/Records/0/attributes/ApproximateReceiveCount": 1})",
        {u"not-text /Records/0/attributes/ApproximateReceiveCount"_qs});
    row("a name that is misspelled", "sqs", "{}",
        R"({"/Records/0/receiptHandle": "<absent>", "/Records/0/recieptHandle": "x"})",
        {u"!misspelled-member /Records/0/recieptHandle"_qs});
    unfixable("a region that is another", "sqs", "{}", R"({"/Records/0/awsRegion": "eu-west-1"})",
              {u"!foreign-region /Records/0/eventSourceARN"_qs});
    unfixable("a partition that is another", "sqs", R"({"region": "cn-north-1"})",
              R"({"/Records/0/eventSourceARN": "arn:aws:sqs:cn-north-1:123456789012:orders"})",
              {u"!foreign-partition /Records/0/eventSourceARN"_qs});
    unfixable("an empty batch", "sqs", "{}", R"({"/Records": []})", {u"!batch-empty /Records"_qs});
    row("a Subject that is left out", "sns", "{}", R"({"/Records/0/Sns/Subject": "<absent>"})",
        {u"!must-be-null /Records/0/Sns/Subject"_qs});
    row("SNS with a small letter", "sns", "{}",
        R"({"/Records/0/EventSource": "<absent>", "/Records/0/eventSource": "aws:sns"})",
        {u"misspelled-member /Records/0/eventSource"_qs});
    row("URL names of the envelope", "sns", "{}",
        R"({"/Records/0/Sns/SigningCertUrl": "<absent>", "/Records/0/Sns/SigningCertURL": "x"})",
        {u"misspelled-member /Records/0/Sns/SigningCertURL"_qs});

    // Streams
    row("a key that is not encoded", "s3", "{}",
        R"({"/Records/0/s3/object/key": "uploads/summer holiday é.jpg"})",
        {u"key-not-encoded /Records/0/s3/object/key"_qs});
    row("an event name with a prefix", "s3", "{}",
        R"({"/Records/0/eventName": "s3:ObjectCreated:Put"})",
        {u"event-name-prefix /Records/0/eventName"_qs});
    row("a size of a removed object", "s3", R"({"event": "ObjectRemoved:Delete"})",
        R"({"/Records/0/s3/object/size": 1, "/Records/0/s3/object/eTag": "e"})",
        {u"removed-object-member /Records/0/s3/object/size"_qs,
         u"removed-object-member /Records/0/s3/object/eTag"_qs});
    row("a bucket's ARN of another name", "s3", "{}",
        R"({"/Records/0/s3/bucket/arn": "arn:aws:s3:::other"})",
        {u"disagrees /Records/0/s3/bucket/arn"_qs});
    unfixable("a notification without its source", "s3", "{}",
              R"({"/Records/0/eventSource": "<absent>"})",
              {u"missing-member /Records/0/eventSource"_qs});
    row("a time without its zone", "s3", "{}", R"({"/Records/0/eventTime": 1718635693})",
        {u"wrong-time /Records/0/eventTime"_qs});
    row("data that is no Base64", "kinesis", "{}", R"({"/Records/0/kinesis/data": {"a": 1}})",
        {u"not-base64 /Records/0/kinesis/data"_qs});
    row("an arrival in milliseconds", "kinesis", "{}",
        R"({"/Records/0/kinesis/approximateArrivalTimestamp": 1718635693000})",
        {u"wrong-time /Records/0/kinesis/approximateArrivalTimestamp"_qs});
    row("a number that is no string", "dynamodb", "{}",
        R"({"/Records/0/dynamodb/NewImage/total": {"N": 42.5}})",
        {u"attribute-number /Records/0/dynamodb/NewImage/total/N"_qs});
    row("a value without a type", "dynamodb", "{}",
        R"({"/Records/0/dynamodb/NewImage/status": "paid"})",
        {u"attribute-untyped /Records/0/dynamodb/NewImage/status"_qs});
    unfixable("two types", "dynamodb", "{}",
              R"({"/Records/0/dynamodb/NewImage/status": {"S": "a", "N": "1"}})",
              {u"attribute-types /Records/0/dynamodb/NewImage/status"_qs});
    unfixable("an empty set", "dynamodb", "{}",
              R"({"/Records/0/dynamodb/NewImage/tags": {"SS": []}})",
              {u"attribute-empty-set /Records/0/dynamodb/NewImage/tags/SS"_qs});
    row("an image that does not come", "dynamodb", R"({"event": "REMOVE"})",
        R"({"/Records/0/dynamodb/NewImage": {"id": {"S": "1001"}}})",
        {u"image-unexpected /Records/0/dynamodb/NewImage"_qs});
    row("an image without its key", "dynamodb", "{}",
        R"({"/Records/0/dynamodb/NewImage/id": "<absent>"})",
        {u"key-not-in-image /Records/0/dynamodb/NewImage/id"_qs});
    row("data of Firehose", "firehose", "{}", R"({"/records/0/data": "plain text!"})",
        {u"not-base64 /records/0/data"_qs});

    // EventBridge and others
    row("a schedule without a version", "eventbridge-schedule", "{}", R"({"/version": "<absent>"})",
        {u"missing-member /version"_qs});
    row("a time with milliseconds", "eventbridge", "{}", R"({"/time": "2024-06-17T14:48:13.000Z"})",
        {u"wrong-time /time"_qs});
    unfixable("a detail that is a list", "eventbridge", "{}", R"({"/detail": [1]})",
              {u"detail-not-object /detail"_qs});
    row("a detail that is a string", "eventbridge", "{}", R"({"/detail": "{\"a\": 1}"})",
        {u"detail-not-object /detail"_qs});
    unfixable("an own event with AWS's name", "eventbridge", "{}", R"({"/source": "aws.myshop"})",
              {u"!reserved-source /source"_qs});
    unfixable("a resource of another account", "eventbridge-schedule", "{}",
              R"({"/account": "000000000001"})", {u"!foreign-account /resources/0"_qs});
    row("user attributes that are no strings", "cognito-post-confirmation", "{}",
        R"({"/request/userAttributes/email_verified": true})",
        {u"not-text /request/userAttributes/email_verified"_qs});
}

void tst_EventLint::findsWhatIsWrong()
{
    QFETCH(const QString, id);
    QFETCH(const QByteArray, values);
    QFETCH(const QByteArray, edits);
    QFETCH(QStringList, expected);
    QFETCH(QStringList, left);
    const EventTemplate eventTemplate = shippedTemplate(id);
    QVERIFY2(eventTemplate.body, "no such template");
    const auto made = renderEvent(eventTemplate, valuesOf(values));
    QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
    const OrderedJson event = withEdits(*made, edits);

    for (const JsonLayout layout : {JsonLayout::Indented, JsonLayout::Compact}) {
        const QByteArray text = writeJson(event, layout);
        QStringList problems = problemsOf(event, text);
        problems.sort();
        expected.sort();
        QCOMPARE(problems, expected);

        const auto fixed = shippedLinter().fix(text);
        QVERIFY(fixed);
        const auto mended = parseJson(fixed->text);
        QVERIFY2(mended, fixed->text.constData());
        problems = problemsOf(*mended, fixed->text);
        problems.sort();
        left.sort();
        QCOMPARE(problems, left);
    }
}

void tst_EventLint::findsWhatIsWrongInTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("expected"); ///< these are among the problems

    const auto row = [](const char *title, const char *text, const QStringList &expected) {
        QTest::newRow(title) << QByteArray(text) << expected;
    };
    row("a member twice", R"({"awslogs": {"data": "x"}, "a": 1, "a": 2})",
        {u"!duplicate-member /a"_qs});
    row("ids twice",
        R"({"Records": [{"eventSource": "aws:sqs", "messageId": "m"}, {"eventSource": "aws:sqs", "messageId": "m"}]})",
        {u"duplicate-id /Records/1/messageId"_qs});
    row("two sources", R"({"Records": [{"eventSource": "aws:sqs"}, {"eventSource": "aws:s3"}]})",
        {u"mixed-sources /Records/1/eventSource"_qs});
    row("two records of SNS",
        R"({"Records": [{"EventSource": "aws:sns"}, {"EventSource": "aws:sns"}]})",
        {u"not-one-record /Records"_qs});
    row("eleven messages of a FIFO queue",
        R"({"Records": [{"eventSourceARN": "arn:aws:sqs:eu-west-1:123456789012:a.fifo", "receiptHandle": "1"}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}]})",
        {u"batch-too-large /Records"_qs});
    row("logs as they are", R"({"awslogs": {"data": {"logEvents": []}}})",
        {u"logs-data /awslogs/data"_qs});
    row("logs as text", R"({"awslogs": {"data": "{\"logEvents\": []}"}})",
        {u"logs-data /awslogs/data"_qs});
    row("logs that are not packed", R"({"awslogs": {"data": "eyJsb2dFdmVudHMiOltdfQ=="}})",
        {u"logs-data /awslogs/data"_qs});
    row("a notification of S3 in a message",
        R"({"Records": [{"eventSource": "aws:sqs", "body": "{\"Records\": [{\"eventSource\": \"aws:s3\", \"eventName\": \"s3:ObjectCreated:Put\"}]}"}]})",
        {u"event-name-prefix /Records/0/body /Records/0/eventName"_qs});
    row("a Create with an id",
        R"({"RequestType": "Create", "StackId": "s", "PhysicalResourceId": "p"})",
        {u"request-type-member /PhysicalResourceId"_qs});
    row("a property that is a number",
        R"({"RequestType": "Create", "StackId": "s", "ResourceProperties": {"Size": 3}})",
        {u"not-text /ResourceProperties/Size"_qs});
    row("an invoking event that is an object", R"({"invokingEvent": {"a": 1}})",
        {u"not-serialised /invokingEvent"_qs});
    row("an invoking event that is no JSON", R"({"invokingEvent": "{"})",
        {u"invalid-inner-json /invokingEvent"_qs});
    row("a status that is a number",
        R"({"Records": [{"cf": {"config": {}, "request": {"headers": {"Host": "x"}}, "response": {"status": 200}}}]})",
        {u"wrong-type /Records/0/cf/response/status"_qs,
         u"header-name-case /Records/0/cf/request/headers/Host"_qs,
         u"header-shape /Records/0/cf/request/headers/Host"_qs});
    row("Kafka",
        R"({"eventSource": "aws:kafka", "records": {"t-0": [{"topic": "t", "partition": 1, "offset": 1, "value": "plain"}]}})",
        {u"not-base64 /records/t-0/0/value"_qs, u"disagrees /records/t-0/0/partition"_qs});
}

void tst_EventLint::findsWhatIsWrongInTexts()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QStringList, expected);
    const auto event = parseJson(text);
    QVERIFY(event);

    const QStringList problems = problemsOf(*event, text);

    for (const QString &line : expected)
        QVERIFY2(problems.contains(line), qPrintable(line + u"\nbut: "_qs + problems.join(u'\n')));
    const auto fixed = shippedLinter().fix(text);
    QVERIFY(fixed);
    QVERIFY2(parseJson(fixed->text), fixed->text.constData());
}

void tst_EventLint::saysWhereInTheText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<TextPosition>("position");

    const QByteArray schedule = "{\n  \"source\": \"aws.events\",\n  \"detail\": [],\n"
                                "  \"detailType\": \"é\", \"time\": 5\n}";
    const auto row = [&](const char *title, const QByteArray &text, const char *rule, int line,
                         int column) {
        QTest::newRow(title) << text << QString::fromLatin1(rule) << TextPosition{line, column};
    };
    row("a wrong value is told at the value", schedule, "detail-not-object", 3, 13);
    row("a wrong name at the name", schedule, "misspelled-member", 4, 3);
    row("columns count characters", schedule, "wrong-time", 4, 30);
    row("a missing member at its object", schedule, "missing-member", 1, 1);
    row("the second of two", "{\"detail\": {}, \"source\": \"a\",\n\"source\": \"b\"}",
        "duplicate-member", 2, 1);
}

void tst_EventLint::saysWhereInTheText()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, rule);
    QFETCH(const TextPosition, position);

    for (const EventProblem &problem : shippedLinter().lint(*parseJson(text), text)) {
        if (eventRuleId(problem.rule) != rule)
            continue;
        QVERIFY(problem.position.has_value());
        QCOMPARE(problem.position->line, position.line);
        QCOMPARE(problem.position->column, position.column);
        return;
    }
    QFAIL("the rule did not speak");
}

void tst_EventLint::fixesLoseNothing_data()
{
    QTest::addColumn<QByteArray>("values"); ///< of apigw-http-v2
    QTest::addColumn<QByteArray>("edits");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("expected");

    QTest::newRow("a query of the map alone")
        << QByteArray("{}")
        << QByteArray(
               R"({"/rawQueryString": "", "/queryStringParameters": {"a": "x y", "b": "1"}})")
        << u"/rawQueryString"_qs << u"\"a=x%20y&b=1\""_qs;
    QTest::newRow("a parameter more in the map")
        << QByteArray(R"({"query": {"a": ["1"]}})")
        << QByteArray(R"({"/queryStringParameters/b": "2"})") << u"/rawQueryString"_qs
        << u"\"a=1&b=2\""_qs;
    QTest::newRow("a parameter more in the text") << QByteArray(R"({"query": {"a": ["1"]}})")
                                                  << QByteArray(R"({"/rawQueryString": "a=1&b=2"})")
                                                  << u"/queryStringParameters/b"_qs << u"\"2\""_qs;
    QTest::newRow("a cookie of the header alone")
        << QByteArray(R"({"cookies": ["a=1"]})") << QByteArray(R"({"/headers/cookie": "a=1; b=2"})")
        << u"/cookies"_qs << u"[\"a=1\",\"b=2\"]"_qs;
}

void tst_EventLint::fixesLoseNothing()
{
    QFETCH(const QByteArray, values);
    QFETCH(const QByteArray, edits);
    QFETCH(const QString, pointer);
    QFETCH(const QString, expected);
    const auto made = renderEvent(shippedTemplate(u"apigw-http-v2"_qs), valuesOf(values));
    QVERIFY(made);

    const auto fixed
        = shippedLinter().fix(writeJson(withEdits(*made, edits), JsonLayout::Indented));

    QVERIFY(fixed);
    const auto mended = parseJson(fixed->text);
    QVERIFY(mended);
    const OrderedJson::json_pointer place(pointer.toStdString());
    QVERIFY2(mended->contains(place), fixed->text.constData());
    QCOMPARE(QString::fromStdString(mended->at(place).dump()), expected);
    QCOMPARE(problemsOf(*mended, fixed->text), QStringList());
}

void tst_EventLint::fixesKeepTheRestOfTheText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("fixed");

    QTest::newRow("numbers and blanks stay")
        << QByteArray(
               "{ \"awslogs\" : {\"data\":\"x\"} , \"big\": 12345678901234567890123, \"n\": 1.50 }")
        << QByteArray("{ \"awslogs\" : {\"data\":\"x\"} , \"big\": 12345678901234567890123, \"n\": "
                      "1.50 }");
    QTest::newRow("a renamed and a removed member")
        << QByteArray("{\n  \"invokingEvent\": \"{}\",\n  \"version\": \"1\",\n  \"n\": 1.50\n}")
        << QByteArray("{\n  \"invokingEvent\": \"{}\",\n  \"version\": \"1.0\",\n  \"n\": 1.50\n}");
    QTest::newRow("a string of an object")
        << QByteArray("{\n\t\"invokingEvent\": {\"a\": [1, 2]},\n\t\"n\": 1e3\n}")
        << QByteArray("{\n\t\"invokingEvent\": \"{\\\"a\\\":[1,2]}\",\n\t\"n\": 1e3\n}");
    QTest::newRow("a member more, with blanks behind the event")
        << QByteArray("{\"userPoolId\": \"a_b\", \"triggerSource\": \"t\", \"request\": {} } \n")
        << QByteArray("{\"userPoolId\": \"a_b\", \"triggerSource\": \"t\", \"request\": {}, "
                      "\"response\": {} } \n");
    QTest::newRow("a member more, spaced like the others")
        << QByteArray(
               "{\n  \"triggerSource\": \"t\",\n  \"userPoolId\": \"a_b\",\n  \"request\": {}\n}")
        << QByteArray("{\n  \"triggerSource\": \"t\",\n  \"userPoolId\": \"a_b\",\n  \"request\": "
                      "{},\n  \"response\": {}\n}");
}

void tst_EventLint::fixesKeepTheRestOfTheText()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, fixed);

    const auto result = shippedLinter().fix(text);

    QVERIFY(result);
    QCOMPARE(result->text, fixed);
    QCOMPARE(result->fixed.empty(), text == fixed);
}

void tst_EventLint::oneFixOfAnEvent()
{
    const OrderedJson event = OrderedJson::parse(
        R"({"Records": [{"eventSource": "aws:s3", "eventName": "s3:ObjectRemoved:Delete", "x": 1, "s3": {"bucket": {"name": "b"}, "object": {"size": 1, "key": "k"}}}]})");
    const QByteArray text = writeJson(event, JsonLayout::Compact);
    for (const EventProblem &problem : shippedLinter().lint(event, text)) {
        if (!problem.isFixable())
            continue;
        const OrderedJson mended = applyFix(event, problem);
        QVERIFY(mended != event);
        QCOMPARE(applyFixToText(text, problem), writeJson(mended, JsonLayout::Compact));
    }
}

void tst_EventLint::unknownEventsAreLeftAlone_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"{}", "[]", "null", "42", "\"text\"", R"({"name": "Ada", "body": {"a": 1}})",
          R"([{"headers": {"X": 1}}])", R"({"version": "1.0", "items": []})"})
        QTest::newRow(text) << QByteArray(text);
}

void tst_EventLint::unknownEventsAreLeftAlone()
{
    QFETCH(const QByteArray, text);

    QCOMPARE(problemsOf(*parseJson(text), text), QStringList());
}

void tst_EventLint::largeEvents_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<QStringList>("expected");

    const QByteArray own = R"({"name": ""})";
    const QByteArray topic = R"({"source": "a", "detail": {}})";
    QTest::newRow("six megabytes") << own << qsizetype(6'291'456) << QStringList();
    QTest::newRow("a byte more") << own << qsizetype(6'291'457) << QStringList{u"too-large "_qs};
    QTest::newRow("a megabyte, asynchronously") << topic << qsizetype(1'048'576) << QStringList();
    QTest::newRow("a byte more, asynchronously")
        << topic << qsizetype(1'048'577) << QStringList{u"too-large-asynchronous "_qs};
}

void tst_EventLint::largeEvents()
{
    QFETCH(QByteArray, event);
    QFETCH(const qsizetype, size);
    QFETCH(const QStringList, expected);
    const OrderedJson json = *parseJson(event);
    event += QByteArray(size - event.size(), ' ');

    QStringList found;
    for (const QString &line : problemsOf(json, event)) {
        if (line.startsWith(u"too-large"))
            found.append(line);
    }
    QCOMPARE(found, expected);
}

void tst_EventLint::textThatIsNoJsonIsNotFixed()
{
    const auto fixed = shippedLinter().fix("{\"a\": }");
    QVERIFY(!fixed);
    QCOMPARE(fixed.error().code, Error::Code::InvalidJson);
}

void tst_EventLint::ruleIdsAreStable()
{
    const QStringList ids = eventRuleIds();
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), ids.size());
    const int last = static_cast<int>(EventRule::RequestTypeMember);
    QCOMPARE(ids.size(), last + 1);
    for (int i = 0; i <= last; ++i)
        QCOMPARE(eventRuleId(static_cast<EventRule>(i)), ids[i]);
}

#include "tst_eventlint.moc"
