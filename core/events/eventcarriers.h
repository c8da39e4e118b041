// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventwrapper.h"

namespace coldframe {

/// What travels, as far as it decides where it can go.
enum class Cargo {
    Anything, ///< of no known source
    Request, ///< a source that waits for the function's answer, or polls for it alone
    S3Notification,
    S3TestMessage,
    ItemChanges, ///< of DynamoDB
    LogEvents,
    Alarm,
    ReceivedMail,
    CustomResource,
    RepositoryTrigger, ///< of CodeCommit
    InvocationRecord, ///< of an asynchronous invocation, for its destination
    SnsMessage,
    SqsMessages,
    EventBridgeEvent,
    KinesisRecords,
    FirehoseRecords,
};

Cargo cargoOf(const OrderedJson &event);

/// What an event is when this carrier brings it.
Cargo cargoOf(Carrier carrier);

/// In words, for errors: "a notification of S3".
QString cargoText(Cargo cargo);

std::vector<Carrier> carriersOf(Cargo cargo);

} // namespace coldframe
