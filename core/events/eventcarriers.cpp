// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventcarriers.h"

#include "core/events/eventlintkind.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace coldframe {

namespace {

struct CarrierName
{
    Carrier carrier;
    const char *id;
    Cargo cargo;
};

const CarrierName carrierNames[] = {
    {Carrier::Sns, "sns", Cargo::SnsMessage},
    {Carrier::Sqs, "sqs", Cargo::SqsMessages},
    {Carrier::EventBridge, "eventbridge", Cargo::EventBridgeEvent},
    {Carrier::Kinesis, "kinesis", Cargo::KinesisRecords},
    {Carrier::Firehose, "firehose", Cargo::FirehoseRecords},
};

/// One way that AWS offers, and what makes it go there.
struct Way
{
    Cargo from;
    Carrier to;
    const char *by;
};

const Way ways[] = {
    {Cargo::Anything, Carrier::Sns, "Publish"},
    {Cargo::Anything, Carrier::Sqs, "SendMessage"},
    {Cargo::Anything, Carrier::EventBridge, "PutEvents"},
    {Cargo::Anything, Carrier::Kinesis, "PutRecord"},
    {Cargo::Anything, Carrier::Firehose, "PutRecord"},
    {Cargo::S3Notification, Carrier::Sns, "the bucket's notification configuration"},
    {Cargo::S3Notification, Carrier::Sqs, "the bucket's notification configuration"},
    {Cargo::S3Notification, Carrier::EventBridge, "the bucket's EventBridge configuration"},
    {Cargo::S3TestMessage, Carrier::Sns, "a new notification configuration"},
    {Cargo::S3TestMessage, Carrier::Sqs, "a new notification configuration"},
    {Cargo::ItemChanges, Carrier::Kinesis, "the table's Kinesis streaming destination"},
    {Cargo::LogEvents, Carrier::Kinesis, "a subscription filter"},
    {Cargo::LogEvents, Carrier::Firehose, "a subscription filter"},
    {Cargo::Alarm, Carrier::Sns, "an action of the alarm"},
    {Cargo::Alarm, Carrier::EventBridge, "CloudWatch itself"},
    {Cargo::ReceivedMail, Carrier::Sns, "an action of the receipt rule"},
    {Cargo::CustomResource, Carrier::Sns, "a topic as the ServiceToken"},
    {Cargo::RepositoryTrigger, Carrier::Sns, "a trigger of the repository"},
    {Cargo::InvocationRecord, Carrier::Sns, "a destination of the function"},
    {Cargo::InvocationRecord, Carrier::Sqs, "a destination of the function"},
    {Cargo::InvocationRecord, Carrier::EventBridge, "a destination of the function"},
    {Cargo::SnsMessage, Carrier::Sqs, "a subscription"},
    {Cargo::SnsMessage, Carrier::Firehose, "a subscription"},
    {Cargo::EventBridgeEvent, Carrier::Sns, "a target of a rule"},
    {Cargo::EventBridgeEvent, Carrier::Sqs, "a target of a rule"},
    {Cargo::EventBridgeEvent, Carrier::Kinesis, "a target of a rule"},
    {Cargo::EventBridgeEvent, Carrier::Firehose, "a target of a rule"},
    {Cargo::KinesisRecords, Carrier::Firehose, "the Firehose stream's source"},
};

/// Events that have no kind of their own, by members that only they have.
struct Marks
{
    const char *first;
    const char *second;
    Cargo cargo;
};

const Marks marks[] = {
    {"/Service", "/Bucket", Cargo::S3TestMessage},
    {"/Records/0/ses/mail", "/Records/0/ses/receipt", Cargo::ReceivedMail},
    {"/Records/0/codecommit", "/Records/0/eventTriggerName", Cargo::RepositoryTrigger},
    {"/requestPayload", "/requestContext/condition", Cargo::InvocationRecord},
    {"/info", "/stash", Cargo::Request}, // AppSync
    {"/0/info", "/0/stash", Cargo::Request},
    {"/authorizationToken", "/requestContext", Cargo::Request},
    {"/messageVersion", "/sessionId", Cargo::Request}, // agents for Bedrock, Lex
    {"/request/type", "/context/System", Cargo::Request}, // Alexa
    {"/directive/header", "/directive/payload", Cargo::Request},
    {"/Name", "/Details/ContactData", Cargo::Request}, // Connect
    {"/identityPoolId", "/datasetName", Cargo::Request}, // Cognito Sync
    {"/invocationSchemaVersion", "/tasks", Cargo::Request}, // S3 Batch Operations
    {"/userRequest", "/protocolVersion", Cargo::Request}, // S3 Object Lambda
    {"/DeploymentId", "/LifecycleEventHookExecutionId", Cargo::Request}, // CodeDeploy
    {"/CodePipeline.job/id", "/CodePipeline.job/data", Cargo::Request},
    {"/protocolData", "/connectionMetadata", Cargo::Request}, // IoT authorizer
    {"/templateArn", "/certificateId", Cargo::Request}, // IoT provisioning
    {"/Step", "/SecretId", Cargo::Request}, // Secrets Manager
    {"/serverId", "/sourceIp", Cargo::Request}, // Transfer Family
};

Cargo cargoOfKind(EventKind kind)
{
    switch (kind) {
    case EventKind::Unknown:
        return Cargo::Anything;
    case EventKind::S3:
        return Cargo::S3Notification;
    case EventKind::DynamoDb:
        return Cargo::ItemChanges;
    case EventKind::Logs:
        return Cargo::LogEvents;
    case EventKind::Alarm:
        return Cargo::Alarm;
    case EventKind::CustomResource:
        return Cargo::CustomResource;
    case EventKind::Sns:
        return Cargo::SnsMessage;
    case EventKind::Sqs:
        return Cargo::SqsMessages;
    case EventKind::EventBridge:
        return Cargo::EventBridgeEvent;
    case EventKind::Kinesis:
        return Cargo::KinesisRecords;
    case EventKind::Firehose:
        return Cargo::FirehoseRecords;
    default:
        return Cargo::Request;
    }
}

const CarrierName &nameOf(Carrier carrier)
{
    return carrierNames[static_cast<std::size_t>(carrier)];
}

} // namespace

QString carrierId(Carrier carrier)
{
    return QLatin1String(nameOf(carrier).id);
}

std::optional<Carrier> carrierWithId(const QString &id)
{
    for (const CarrierName &name : carrierNames) {
        if (id == QLatin1String(name.id))
            return name.carrier;
    }
    return std::nullopt;
}

QStringList carrierIds()
{
    QStringList ids;
    for (const CarrierName &name : carrierNames)
        ids.append(QLatin1String(name.id));
    return ids;
}

Cargo cargoOf(const OrderedJson &event)
{
    for (const Marks &each : marks) {
        if (event.contains(OrderedJson::json_pointer(each.first))
            && event.contains(OrderedJson::json_pointer(each.second)))
            return each.cargo;
    }
    return cargoOfKind(eventKindOf(event));
}

Cargo cargoOf(Carrier carrier)
{
    return nameOf(carrier).cargo;
}

QString cargoText(Cargo cargo)
{
    switch (cargo) {
    case Cargo::Anything:
        return QStringLiteral("an event of your own");
    case Cargo::Request:
        return QStringLiteral("this event");
    case Cargo::S3Notification:
        return QStringLiteral("a notification of S3");
    case Cargo::S3TestMessage:
        return QStringLiteral("a test message of S3");
    case Cargo::ItemChanges:
        return QStringLiteral("a change of DynamoDB");
    case Cargo::LogEvents:
        return QStringLiteral("log events");
    case Cargo::Alarm:
        return QStringLiteral("an alarm");
    case Cargo::ReceivedMail:
        return QStringLiteral("a mail of SES");
    case Cargo::CustomResource:
        return QStringLiteral("a request for a custom resource");
    case Cargo::RepositoryTrigger:
        return QStringLiteral("a trigger of CodeCommit");
    case Cargo::InvocationRecord:
        return QStringLiteral("the record of an invocation");
    case Cargo::SnsMessage:
        return QStringLiteral("a message of SNS");
    case Cargo::SqsMessages:
        return QStringLiteral("messages of SQS");
    case Cargo::EventBridgeEvent:
        return QStringLiteral("an event of EventBridge");
    case Cargo::KinesisRecords:
        return QStringLiteral("records of Kinesis");
    case Cargo::FirehoseRecords:
        return QStringLiteral("records of Firehose");
    }
    return {};
}

std::vector<Carrier> carriersOf(Cargo cargo)
{
    std::vector<Carrier> carriers;
    for (const Way &way : ways) {
        if (way.from == cargo)
            carriers.push_back(way.to);
    }
    return carriers;
}

std::vector<Carrier> possibleCarriers(const OrderedJson &event, const std::vector<Carrier> &before)
{
    Cargo cargo = cargoOf(event);
    for (const Carrier carrier : before) {
        const std::vector<Carrier> next = carriersOf(cargo);
        if (std::find(next.begin(), next.end(), carrier) == next.end())
            return {};
        cargo = cargoOf(carrier);
    }
    return carriersOf(cargo);
}

} // namespace coldframe
