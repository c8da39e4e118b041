// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/templateevaluator.h"

namespace coldframe {

/// A parameter's value as one place of an event has it.
struct PlaceReading
{
    /// Best first.
    enum class Quality { Whole, InsideText, Lossy };

    const EventParameter *parameter = nullptr;
    QString pointer; ///< JSON pointer of the place
    std::shared_ptr<const OrderedJson> value;
    Quality quality = Quality::Whole;
};

/// Walks through an event along its template, the other way round than TemplateEvaluator: finds the
/// places of parameters and reads their values. `before` are the values that the event was made
/// with before someone edited it, `current` what is known of its values by now; both are complete
/// and outlive this.
class TemplateReader
{
public:
    TemplateReader(const EventTemplate &eventTemplate, const ParameterValues &before,
                   const ParameterValues &current, quint64 seed);

    void read(const OrderedJson &event);

    /// In the order of the event.
    const std::vector<PlaceReading> &readings() const { return m_readings; }

    /// `current`, with every parameter that was found set to what its deciding place has.
    ParameterValues values() const;

private:
    using Quality = PlaceReading::Quality;

    void read(const TemplateNode &node, const OrderedJson *json, Quality quality);
    void take(const LiteralNode &node, const OrderedJson *json, Quality quality);
    void take(const ValueNode &node, const OrderedJson *json, Quality quality);
    void take(const TextNode &node, const OrderedJson *json, Quality quality);
    void take(const ObjectNode &node, const OrderedJson *json, Quality quality);
    void take(const ListNode &node, const OrderedJson *json, Quality quality);
    void take(const WhenNode &node, const OrderedJson *json, Quality quality);
    void take(const EachNode &node, const OrderedJson *json, Quality quality);
    void take(const MergeNode &node, const OrderedJson *json, Quality quality);

    void takePlaceholder(const Placeholder &placeholder, const OrderedJson *json, Quality quality);
    void takeValue(const Placeholder &placeholder, const OrderedJson &value, Quality quality);
    void takeEmpty(const Placeholder &placeholder, Quality quality);
    void takeComputedMember(const ObjectNode &node, const ObjectNode::Member &member,
                            const OrderedJson &object, Quality quality);
    void takeElement(const EachNode &node, TemplateTurn turn, const OrderedJson *nameJson,
                     const OrderedJson &json, Quality quality, OrderedJson &items);
    bool fits(const TemplateNode *branch, const OrderedJson *json, Quality quality);
    void record(const EventParameter &parameter, const OrderedJson &value, Quality quality);

    bool isTakenElsewhere(const MergeNode &node, const Placeholder &rest, const std::string &name,
                          const OrderedJson &value);
    QString patternOf(const TextNode &node, bool capture) const;
    QString patternOf(const Placeholder &placeholder) const;
    const EventParameter *parameterOf(const Placeholder &placeholder) const;
    QString pointer() const;

    const EventTemplate &m_template;
    const ParameterValues &m_current;
    TemplateEvaluator m_before;
    TemplateEvaluator m_now;
    std::vector<PlaceReading> m_readings;
    QStringList m_path;
    OrderedJson *m_itemName = nullptr; ///< where the turn's ${item.name} goes
    OrderedJson *m_item = nullptr; ///< where the turn's ${item} or ${item.value} goes
};

} // namespace coldframe
