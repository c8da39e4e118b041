// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventwrapper.h"
#include "gui/events/eventdocument.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <vector>

namespace coldframe {

/// One way on for an event.
struct DeliveryWay
{
    Carrier carrier = Carrier::Sns;
    bool raw = false; ///< raw message delivery from SNS

    bool operator==(const DeliveryWay &) const = default;
};

/// The ways that AWS offers for an event as it is now.
std::vector<DeliveryWay> deliveryWays(const OrderedJson &event);

/// The event after one more way.
Result<OrderedJson> delivered(const TemplateCatalogue &catalogue, const OrderedJson &event,
                              const DeliveryWay &way);

/// As a menu shows it, for example "Amazon SQS, raw message delivery".
QString deliveryWayText(const DeliveryWay &way);

/// The way that an event has gone so far, and how it was before each step.
class DeliveryChain
{
    Q_DECLARE_TR_FUNCTIONS(DeliveryChain)

public:
    struct Step
    {
        EventDraft before;
        EventDocument::Kept kept = EventDocument::Kept::Draft;
        DeliveryWay way;
    };

    /// Looks at an event: who made it, and who brought it.
    void follow(const OrderedJson &event);

    /// The event can't be read now, or is too large.
    void lose();

    void add(Step step);
    Step takeBack();
    void clear() { m_steps.clear(); }

    bool hasSteps() const { return !m_steps.empty(); }

    /// Whether there is a document inside to be taken out.
    bool isCarried() const { return !m_carriers.empty(); }

    /// Whether the way is worth telling: an ordinary message of a queue has none.
    bool isTold() const;

    /// For example "S3 → SNS → SQS".
    QString text() const;

private:
    QStringList names() const;

    std::vector<Step> m_steps;
    QStringList m_before; ///< names of the way before the first step
    QString m_source; ///< of what is inside; empty when it is the user's own document
    std::vector<Carrier> m_carriers; ///< as far as the event shows them
};

} // namespace coldframe
