// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventcarriers.h"

#include "core/events/eventlintkind.h"
#include "core/events/jsonvalue.h"

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
    {Cargo::SnsMessage, Carrier::Sqs, "a subscription"},
    {Cargo::SnsMessage, Carrier::Firehose, "a subscription"},
    {Cargo::EventBridgeEvent, Carrier::Sns, "a target of a rule"},
    {Cargo::EventBridgeEvent, Carrier::Sqs, "a target of a rule"},
    {Cargo::EventBridgeEvent, Carrier::Kinesis, "a target of a rule"},
    {Cargo::EventBridgeEvent, Carrier::Firehose, "a target of a rule"},
    {Cargo::KinesisRecords, Carrier::Firehose, "the Firehose stream's source"},
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
    if (event.is_object() && event.contains("Event") && event.contains("Service")
        && stringOf(event["Event"]) == QLatin1String("s3:TestEvent"))
        return Cargo::S3TestMessage;
    const OrderedJson::json_pointer mail("/Records/0/ses/mail");
    if (event.is_object() && event.contains(mail))
        return Cargo::ReceivedMail;
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
