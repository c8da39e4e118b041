// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsontext.h"
#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace coldframe {

class TemplateCatalogue;

/// What can bring an event to a function in place of the service that made it.
enum class Carrier { Sns, Sqs, EventBridge, Kinesis, Firehose };

/// As on the command line: "sns", "sqs", "eventbridge", "kinesis", "firehose".
QString carrierId(Carrier carrier);
std::optional<Carrier> carrierWithId(const QString &id);
QStringList carrierIds();

/// Where an event can go next, when it has gone through some carriers already: only what AWS
/// offers, for example from S3 to SNS, SQS and EventBridge. Empty at the end of the way. An event
/// of no known source may go anywhere.
std::vector<Carrier> possibleCarriers(const OrderedJson &event,
                                      const std::vector<Carrier> &before = {});

struct WrapOptions
{
    bool raw = false; ///< raw message delivery from SNS to SQS or Firehose
    quint64 seed = 0; ///< as in renderEvent()
};

/// The event as the function gets it when the first carrier brings it to the second one, and so on,
/// and the last one to the function: S3, then SNS, then SQS is a message of SQS whose body is a
/// notification of SNS whose Message is the event. Region, account and time follow the event. What
/// a service tells a carrier in other words than the function is said in those: S3 sends
/// EventBridge "Object Created". InvalidArgument for an order that AWS does not have names those
/// that it has; NotFound when the catalogue lacks a carrier's template.
Result<OrderedJson> wrapEvent(const TemplateCatalogue &catalogue, const OrderedJson &event,
                              const std::vector<Carrier> &carriers,
                              const WrapOptions &options = {});

/// What is inside of a carried event.
struct UnwrappedEvent
{
    std::vector<Carrier> carriers; ///< as in wrapEvent(): the last one brought it to the function
    std::shared_ptr<const OrderedJson> document; ///< the innermost JSON or text, never null
};

/// Takes one record of an event out of all carriers that it went through; `carriers` is empty for
/// an event that none brought. Raw messages do not show that they went through SNS. Events of
/// AWS services that came through EventBridge are documents of their own and stay whole.
UnwrappedEvent unwrapEvent(const OrderedJson &event, std::size_t record = 0);

/// The event with another innermost document in one record: what is derived from it follows.
OrderedJson withDocument(const OrderedJson &event, const OrderedJson &document,
                         std::size_t record = 0);

} // namespace coldframe
