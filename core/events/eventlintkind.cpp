// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventlintkind.h"

#include "core/events/jsonvalue.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <initializer_list>

namespace coldframe {

namespace eventlint {

namespace {

const OrderedJson *memberOf(const OrderedJson *json, const char *name)
{
    if (!json || !json->is_object())
        return nullptr;
    const auto found = json->find(name);
    return found == json->end() ? nullptr : &*found;
}

bool hasAny(const OrderedJson *json, std::initializer_list<const char *> names)
{
    return std::any_of(names.begin(), names.end(),
                       [json](const char *name) { return memberOf(json, name); });
}

bool hasAll(const OrderedJson *json, std::initializer_list<const char *> names)
{
    return std::all_of(names.begin(), names.end(),
                       [json](const char *name) { return memberOf(json, name); });
}

QString textAt(const OrderedJson *json, const char *name)
{
    const OrderedJson *member = memberOf(json, name);
    return member ? stringOf(*member) : QString();
}

/// What a record says about its source, whatever the case of the member.
QString sourceOf(const OrderedJson *json)
{
    const QString source = textAt(json, "eventSource");
    return source.isEmpty() ? textAt(json, "EventSource") : source;
}

EventKind kindOfSource(const QString &source)
{
    struct Source
    {
        const char *name;
        EventKind kind;
    };
    static constexpr Source sources[] = {
        {"aws:sqs", EventKind::Sqs},
        {"aws:sns", EventKind::Sns},
        {"aws:s3", EventKind::S3},
        {"aws:kinesis", EventKind::Kinesis},
        {"aws:dynamodb", EventKind::DynamoDb},
        {"aws:kafka", EventKind::Kafka},
        {"SelfManagedKafka", EventKind::Kafka},
        {"aws:mq", EventKind::ActiveMq},
        {"aws:amq", EventKind::ActiveMq},
        {"aws:rmq", EventKind::RabbitMq},
        {"aws:docdb", EventKind::DocumentDb},
    };
    for (const Source &each : sources) {
        if (source == QLatin1String(each.name))
            return each.kind;
    }
    return EventKind::Unknown;
}

EventKind kindOfRecord(const OrderedJson *record)
{
    if (const EventKind kind = kindOfSource(sourceOf(record)); kind != EventKind::Unknown)
        return kind;
    if (memberOf(record, "cf"))
        return EventKind::CloudFront;
    if (hasAny(record, {"Sns", "EventSubscriptionArn"}))
        return EventKind::Sns;
    if (memberOf(record, "s3"))
        return EventKind::S3;
    if (memberOf(record, "kinesis"))
        return EventKind::Kinesis;
    if (memberOf(record, "dynamodb"))
        return EventKind::DynamoDb;
    return hasAny(record, {"receiptHandle", "md5OfBody"}) ? EventKind::Sqs : EventKind::Unknown;
}

EventKind kindOfRecords(const OrderedJson &event)
{
    if (hasAny(&event, {"deliveryStreamArn", "invocationId"}) && memberOf(&event, "records"))
        return EventKind::Firehose;
    for (const char *name : {"Records", "records"}) {
        const OrderedJson *records = memberOf(&event, name);
        if (records && records->is_array() && !records->empty())
            return kindOfRecord(&records->front());
    }
    if (!hasAny(&event, {"Records", "isFinalInvokeForWindow"}))
        return EventKind::Unknown;
    const QString arn = textAt(&event, "eventSourceARN");
    if (arn.contains(QLatin1String(":kinesis:")))
        return EventKind::Kinesis;
    return arn.contains(QLatin1String(":dynamodb:")) ? EventKind::DynamoDb : EventKind::Unknown;
}

int count(const OrderedJson *json, std::initializer_list<const char *> names)
{
    return static_cast<int>(std::count_if(
        names.begin(), names.end(), [json](const char *name) { return memberOf(json, name); }));
}

/// 1 or 2, or 0 for what is no request of API Gateway or a function URL.
int payloadVersion(const OrderedJson &event)
{
    const OrderedJson *context = memberOf(&event, "requestContext");
    int first
        = count(&event,
                {"httpMethod", "resource", "multiValueHeaders", "multiValueQueryStringParameters"})
        + count(context, {"identity", "resourcePath", "resourceId", "requestTimeEpoch"});
    int second
        = count(&event, {"rawPath", "rawQueryString", "routeKey"}) + 2 * count(context, {"http"});
    if (first + second == 0)
        return 0; // many events have a version
    if (const OrderedJson *version = memberOf(&event, "version")) {
        const QString text = plainText(*version);
        first += text.startsWith(u'1') ? 2 : 0;
        second += text.startsWith(u'2') ? 2 : 0;
    }
    if (first < 2 && second < 2)
        return 0;
    return second >= first ? 2 : 1;
}

EventKind kindOfRequest(const OrderedJson &event)
{
    const OrderedJson *context = memberOf(&event, "requestContext");
    if (memberOf(context, "elb"))
        return EventKind::Alb;
    if (memberOf(&event, "raw_path"))
        return EventKind::VpcLattice;
    if (hasAny(context, {"serviceNetworkArn", "serviceArn"}))
        return EventKind::VpcLatticeV2;
    const QString type = textAt(&event, "type");
    const bool isRequest = type == QLatin1String("REQUEST"); // HTTP APIs add the token there
    if (type == QLatin1String("TOKEN") || (!isRequest && memberOf(&event, "authorizationToken")))
        return memberOf(&event, "methodArn") ? EventKind::TokenAuthorizer : EventKind::Unknown;
    if (memberOf(&event, "routeArn"))
        return EventKind::RequestAuthorizerV2;
    if (memberOf(&event, "methodArn"))
        return EventKind::RequestAuthorizer;
    if (hasAny(context, {"connectionId", "messageDirection"}))
        return EventKind::WebSocket;
    if (memberOf(&event, "messageVersion")) // an agent for Bedrock, or Lex
        return EventKind::Unknown;
    switch (payloadVersion(event)) {
    case 1: {
        const OrderedJson *version = memberOf(&event, "version");
        return version && plainText(*version).startsWith(u'1') ? EventKind::HttpApiV1
                                                               : EventKind::RestApi;
    }
    case 2: {
        const bool isUrl = textAt(context, "domainName").contains(QLatin1String(".lambda-url."));
        return isUrl ? EventKind::FunctionUrl : EventKind::HttpApiV2;
    }
    default:
        return EventKind::Unknown;
    }
}

} // namespace

} // namespace eventlint

EventKind eventKindOf(const OrderedJson &event)
{
    using namespace eventlint;
    if (!event.is_object())
        return EventKind::Unknown;
    if (const EventKind kind = kindOfRecords(event); kind != EventKind::Unknown)
        return kind;
    if (const EventKind kind = kindOfSource(sourceOf(&event)); kind != EventKind::Unknown)
        return kind;
    if (memberOf(&event, "awslogs"))
        return EventKind::Logs;
    if (memberOf(&event, "alarmData"))
        return EventKind::Alarm;
    if (hasAny(&event, {"detail-type", "detailType"}) || hasAll(&event, {"source", "detail"}))
        return EventKind::EventBridge;
    if (hasAll(&event, {"triggerSource", "userPoolId"}))
        return EventKind::Cognito;
    if (hasAll(&event, {"RequestType", "StackId"}))
        return EventKind::CustomResource;
    if (memberOf(&event, "invokingEvent"))
        return EventKind::ConfigRule;
    if (textAt(&event, "Type") == QLatin1String("Notification") && memberOf(&event, "TopicArn"))
        return EventKind::SnsEnvelope;
    return kindOfRequest(event);
}

QString eventKindName(EventKind kind)
{
    switch (kind) {
    case EventKind::Unknown:
        return {};
    case EventKind::RestApi:
        return QStringLiteral("API Gateway REST API");
    case EventKind::HttpApiV1:
        return QStringLiteral("API Gateway HTTP API, payload 1.0");
    case EventKind::HttpApiV2:
        return QStringLiteral("API Gateway HTTP API, payload 2.0");
    case EventKind::FunctionUrl:
        return QStringLiteral("Lambda function URL");
    case EventKind::Alb:
        return QStringLiteral("Application Load Balancer");
    case EventKind::WebSocket:
        return QStringLiteral("API Gateway WebSocket API");
    case EventKind::TokenAuthorizer:
        return QStringLiteral("API Gateway TOKEN authorizer");
    case EventKind::RequestAuthorizer:
    case EventKind::RequestAuthorizerV2:
        return QStringLiteral("API Gateway REQUEST authorizer");
    case EventKind::VpcLattice:
    case EventKind::VpcLatticeV2:
        return QStringLiteral("Amazon VPC Lattice");
    case EventKind::CloudFront:
        return QStringLiteral("Amazon CloudFront");
    case EventKind::Sqs:
        return QStringLiteral("Amazon SQS");
    case EventKind::Sns:
    case EventKind::SnsEnvelope:
        return QStringLiteral("Amazon SNS");
    case EventKind::S3:
        return QStringLiteral("Amazon S3");
    case EventKind::Kinesis:
        return QStringLiteral("Amazon Kinesis");
    case EventKind::DynamoDb:
        return QStringLiteral("Amazon DynamoDB");
    case EventKind::Firehose:
        return QStringLiteral("Amazon Data Firehose");
    case EventKind::Kafka:
        return QStringLiteral("Apache Kafka");
    case EventKind::ActiveMq:
    case EventKind::RabbitMq:
        return QStringLiteral("Amazon MQ");
    case EventKind::DocumentDb:
        return QStringLiteral("Amazon DocumentDB");
    case EventKind::EventBridge:
        return QStringLiteral("Amazon EventBridge");
    case EventKind::Logs:
        return QStringLiteral("CloudWatch Logs");
    case EventKind::Alarm:
        return QStringLiteral("CloudWatch alarm");
    case EventKind::Cognito:
        return QStringLiteral("Amazon Cognito");
    case EventKind::CustomResource:
        return QStringLiteral("AWS CloudFormation");
    case EventKind::ConfigRule:
        return QStringLiteral("AWS Config");
    }
    return {};
}

bool isAsynchronousKind(EventKind kind)
{
    switch (kind) {
    case EventKind::Sns:
    case EventKind::S3:
    case EventKind::EventBridge:
    case EventKind::Logs:
    case EventKind::Alarm:
    case EventKind::CustomResource:
    case EventKind::ConfigRule:
        return true;
    default:
        return false;
    }
}

} // namespace coldframe
