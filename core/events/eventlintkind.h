// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsontext.h"

#include <QString>

namespace coldframe {

/// Whose event it is, as far as rules are known for it.
enum class EventKind {
    Unknown,
    RestApi, ///< payload version 1.0 without the member that says so
    HttpApiV1,
    HttpApiV2,
    FunctionUrl,
    Alb,
    WebSocket,
    TokenAuthorizer,
    RequestAuthorizer,
    RequestAuthorizerV2,
    VpcLattice, ///< version 1, with names in snake_case
    VpcLatticeV2,
    CloudFront,
    Sqs,
    Sns,
    SnsEnvelope, ///< a notification of SNS inside a message of SQS
    S3,
    Kinesis,
    DynamoDb,
    Firehose,
    Kafka,
    ActiveMq,
    RabbitMq,
    DocumentDb,
    EventBridge,
    Logs,
    Alarm,
    Cognito,
    CustomResource,
    ConfigRule,
};

/// Recognises an event by its own marks, also when half of it is wrong or missing.
EventKind eventKindOf(const OrderedJson &event);

/// AWS's name of the source, for example "Amazon SQS"; empty for an unknown one.
QString eventKindName(EventKind kind);

/// Whether Lambda invokes the function asynchronously for it (event-sources, section 0).
bool isAsynchronousKind(EventKind kind);

} // namespace coldframe
