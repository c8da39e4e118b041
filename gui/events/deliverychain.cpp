// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/deliverychain.h"

#include "core/events/eventcarriers.h"
#include "core/events/eventlintkind.h"
#include "gui/events/servicegroups.h"

#include <nlohmann/json.hpp>

namespace coldframe {

namespace {

QString carrierName(Carrier carrier)
{
    switch (carrier) {
    case Carrier::Sns:
        return QStringLiteral("Amazon SNS");
    case Carrier::Sqs:
        return QStringLiteral("Amazon SQS");
    case Carrier::EventBridge:
        return QStringLiteral("Amazon EventBridge");
    case Carrier::Kinesis:
        return QStringLiteral("Amazon Kinesis");
    case Carrier::Firehose:
        return QStringLiteral("Amazon Data Firehose");
    }
    return {};
}

} // namespace

std::vector<DeliveryWay> deliveryWays(const OrderedJson &event)
{
    std::vector<DeliveryWay> ways;
    const bool isSns = cargoOf(event) == Cargo::SnsMessage;
    for (const Carrier carrier : possibleCarriers(event)) {
        ways.push_back({carrier, false});
        if (isSns && (carrier == Carrier::Sqs || carrier == Carrier::Firehose))
            ways.push_back({carrier, true});
    }
    return ways;
}

Result<OrderedJson> delivered(const TemplateCatalogue &catalogue, const OrderedJson &event,
                              const DeliveryWay &way)
{
    WrapOptions options;
    options.raw = way.raw;
    return wrapEvent(catalogue, event, {way.carrier}, options);
}

QString deliveryWayText(const DeliveryWay &way)
{
    return way.raw ? QCoreApplication::translate("DeliveryChain", "%1, raw message delivery")
                         .arg(carrierName(way.carrier))
                   : carrierName(way.carrier);
}

void DeliveryChain::follow(const OrderedJson &event)
{
    const UnwrappedEvent inside = unwrapEvent(event);
    m_carriers = inside.carriers;
    m_source = shortServiceName(eventKindName(eventKindOf(*inside.document)));
}

void DeliveryChain::lose()
{
    m_carriers.clear();
    m_source.clear();
}

void DeliveryChain::add(Step step)
{
    if (m_steps.empty())
        m_before = names();
    m_steps.push_back(std::move(step));
}

DeliveryChain::Step DeliveryChain::takeBack()
{
    Step step = std::move(m_steps.back());
    m_steps.pop_back();
    return step;
}

bool DeliveryChain::isTold() const
{
    return hasSteps() || m_carriers.size() > 1 || (isCarried() && !m_source.isEmpty());
}

QString DeliveryChain::text() const
{
    // The event itself does not show everything: a raw message has no trace of its topic.
    QStringList all = hasSteps() ? m_before : names();
    for (const Step &step : m_steps) {
        const QString name = shortServiceName(carrierName(step.way.carrier));
        all.append(step.way.raw ? tr("%1 (raw)").arg(name) : name);
    }
    return all.join(QStringLiteral(" → "));
}

QStringList DeliveryChain::names() const
{
    QStringList all{m_source.isEmpty() ? tr("Own document") : m_source};
    for (const Carrier carrier : m_carriers)
        all.append(shortServiceName(carrierName(carrier)));
    return all;
}

} // namespace coldframe
