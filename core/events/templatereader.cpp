// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/templatereader.h"

#include "core/events/jsonvalue.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace coldframe {

TemplateReader::TemplateReader(const EventTemplate &eventTemplate, const ParameterValues &before,
                               const ParameterValues &current, quint64 seed)
    : m_template(eventTemplate)
    , m_current(current)
    , m_before(eventTemplate, before, seed)
    , m_now(eventTemplate, current, seed)
{ }

void TemplateReader::read(const OrderedJson &event)
{
    read(*m_template.body->root, &event, Quality::Whole);
}

ParameterValues TemplateReader::values() const
{
    ParameterValues values = m_current;
    for (const EventParameter &parameter : m_template.parameters) {
        const PlaceReading *decides = nullptr;
        for (const PlaceReading &reading : m_readings) {
            if (reading.parameter != &parameter)
                continue;
            if (!parameter.place.isEmpty() && reading.pointer == parameter.place) {
                decides = &reading;
                break;
            }
            if (!decides || reading.quality < decides->quality)
                decides = &reading;
        }
        if (decides)
            values.set(parameter.name, *decides->value);
    }
    return values;
}

QString TemplateReader::pointer() const
{
    QString text;
    for (QString part : m_path)
        text += u'/' + part.replace(u'~', QLatin1String("~0")).replace(u'/', QLatin1String("~1"));
    return text;
}

const EventParameter *TemplateReader::parameterOf(const Placeholder &placeholder) const
{
    if (placeholder.source != Placeholder::Source::Parameter)
        return nullptr;
    const auto found = findParameter(m_template, placeholder.name);
    return found ? *found : nullptr;
}

void TemplateReader::record(const EventParameter &parameter, const OrderedJson &value,
                            Quality quality)
{
    // A value that the parameter does not accept stays the user's own edit of the event.
    if (const auto accepted = checkParameter(parameter, value)) {
        m_readings.push_back(
            {&parameter, pointer(), std::make_shared<const OrderedJson>(*accepted), quality});
    }
}

void TemplateReader::read(const TemplateNode &node, const OrderedJson *json, Quality quality)
{
    std::visit([&](const auto &content) { take(content, json, quality); }, node.content);
}

void TemplateReader::take(const LiteralNode &, const OrderedJson *, Quality)
{ }

void TemplateReader::take(const ValueNode &node, const OrderedJson *json, Quality quality)
{
    takePlaceholder(node.placeholder, json, quality);
}

void TemplateReader::takeEmpty(const Placeholder &placeholder, Quality quality)
{
    if (const EventParameter *parameter = parameterOf(placeholder))
        record(*parameter, emptyParameter(*parameter), quality);
}

void TemplateReader::takePlaceholder(const Placeholder &placeholder, const OrderedJson *json,
                                     Quality quality)
{
    bool mayBeEmpty = false;
    for (const Placeholder::Step &step : placeholder.steps) {
        if (step.encoding->loss == Loss::All)
            return;
        if (step.encoding->loss == Loss::Some)
            quality = Quality::Lossy;
        mayBeEmpty = mayBeEmpty || step.encoding->onEmpty != Encoding::OnEmpty::Keep;
    }
    if (mayBeEmpty && (!json || json->is_null()))
        return takeEmpty(placeholder, quality);
    if (!json)
        return;

    if (const EventParameter *parameter = parameterOf(placeholder)) {
        const auto unchanged = m_now.evaluate(placeholder);
        if (unchanged && sameJson(*unchanged, *json))
            return record(*parameter, *m_current.find(placeholder.name), quality);
    }
    std::optional<OrderedJson> value = *json;
    for (auto step = placeholder.steps.rbegin(); step != placeholder.steps.rend(); ++step) {
        value = step->encoding->decode(*value, m_now.inputOf(*step));
        if (!value)
            return;
    }
    takeValue(placeholder, *value, quality);
}

void TemplateReader::takeValue(const Placeholder &placeholder, const OrderedJson &value,
                               Quality quality)
{
    using Source = Placeholder::Source;
    switch (placeholder.source) {
    case Source::Parameter:
        if (const EventParameter *parameter = parameterOf(placeholder))
            record(*parameter, value, quality);
        break;
    case Source::Derived:
        read(*m_template.body->derived.at(placeholder.name), &value, quality);
        break;
    case Source::ItemName:
        if (m_itemName)
            *m_itemName = value;
        break;
    case Source::Item:
    case Source::ItemValue:
        if (m_item && m_item->is_null())
            *m_item = value;
        break;
    case Source::Index:
    case Source::Identifier:
        break;
    }
}

void TemplateReader::take(const ObjectNode &node, const OrderedJson *json, Quality quality)
{
    if (!json || !json->is_object())
        return;
    for (const ObjectNode::Member &member : node.members) {
        if (member.computedName) {
            takeComputedMember(node, member, *json, quality);
            continue;
        }
        const auto found = json->find(member.name);
        m_path.append(QString::fromStdString(member.name));
        read(*member.value, found == json->end() ? nullptr : &*found, quality);
        m_path.removeLast();
    }
}

void TemplateReader::takeComputedMember(const ObjectNode &node, const ObjectNode::Member &member,
                                        const OrderedJson &object, Quality quality)
{
    const auto expected = m_now.evaluate(*member.computedName);
    std::string name = expected ? plainText(*expected).toStdString() : std::string();
    if (!object.contains(name)) {
        // The name was edited: it is the first one that no other member has.
        std::set<std::string> others;
        for (const ObjectNode::Member &other : node.members)
            others.insert(other.name);
        const auto items = object.items();
        const auto edited = std::find_if(items.begin(), items.end(), [&](const auto &candidate) {
            return !others.contains(candidate.key());
        });
        if (edited == items.end())
            return;
        name = edited.key();
    }
    m_path.append(QString::fromStdString(name));
    const OrderedJson nameJson(name);
    read(*member.computedName, &nameJson, quality);
    read(*member.value, &object[name], quality);
    m_path.removeLast();
}

void TemplateReader::take(const ListNode &node, const OrderedJson *json, Quality quality)
{
    if (!json || !json->is_array())
        return;
    for (std::size_t i = 0; i < node.elements.size() && i < json->size(); ++i) {
        m_path.append(QString::number(i));
        read(*node.elements[i], &(*json)[i], quality);
        m_path.removeLast();
    }
}

bool TemplateReader::fits(const TemplateNode *branch, const OrderedJson *json, Quality quality)
{
    if (!branch)
        return !json;
    const std::size_t known = m_readings.size();
    read(*branch, json, quality);
    if (m_readings.size() > known)
        return true;
    const auto made = m_now.evaluate(*branch);
    return made && json && sameJson(*made, *json);
}

/// The chosen branch is read. When it cannot have made what is there, the other branch is tried,
/// provided that it also says what the condition's parameter must be.
void TemplateReader::take(const WhenNode &node, const OrderedJson *json, Quality quality)
{
    const TemplateNode *chosen = m_now.chosenBranch(node);
    const EventParameter *subject = parameterOf(node.subject);
    const bool asksForPresence = node.anyOf.empty() && node.pattern.isEmpty();
    if (!subject || !node.subject.steps.empty()) {
        if (chosen)
            read(*chosen, json, quality);
        return;
    }
    if (subject->type == ParameterType::Boolean) {
        if (asksForPresence && !node.otherwise)
            record(*subject, OrderedJson(json != nullptr), Quality::Lossy);
        if (chosen)
            read(*chosen, json, quality);
        return;
    }
    if (fits(chosen, json, quality)) {
        if (chosen && chosen == node.then.get() && node.anyOf.size() == 1)
            record(*subject, *node.anyOf.front(), Quality::Lossy);
        else if (chosen && chosen == node.otherwise.get() && asksForPresence)
            takeEmpty(node.subject, Quality::Lossy);
        return;
    }
    const bool otherIsThen = chosen != node.then.get();
    const TemplateNode *other = (otherIsThen ? node.then : node.otherwise).get();
    const std::size_t known = m_readings.size();
    if (!fits(other, json, quality))
        return;
    if (otherIsThen && node.anyOf.size() == 1)
        return record(*subject, *node.anyOf.front(), Quality::Lossy);
    if (!otherIsThen && asksForPresence)
        return takeEmpty(node.subject, Quality::Lossy);
    const bool subjectWasRead = std::any_of(
        m_readings.begin() + static_cast<std::ptrdiff_t>(known), m_readings.end(),
        [subject](const PlaceReading &reading) { return reading.parameter == subject; });
    if (!subjectWasRead)
        m_readings.resize(known);
}

void TemplateReader::takeElement(const EachNode &node, TemplateTurn turn,
                                 const OrderedJson *nameJson, const OrderedJson &json,
                                 Quality quality, OrderedJson &items)
{
    OrderedJson name;
    OrderedJson item;
    auto *const outerName = std::exchange(m_itemName, &name);
    auto *const outerItem = std::exchange(m_item, &item);
    m_path.append(nameJson ? stringOf(*nameJson) : QString::number(turn.index));
    m_before.beginTurn(turn);
    m_now.beginTurn(turn);
    if (nameJson)
        read(*node.name, nameJson, quality);
    read(*node.value, &json, quality);
    m_now.endTurn();
    m_before.endTurn();
    m_path.removeLast();
    m_item = outerItem;
    m_itemName = outerName;

    if (items.is_array())
        items.push_back(item);
    else if (name.is_string())
        items[name.get<std::string>()] = item;
}

void TemplateReader::take(const EachNode &node, const OrderedJson *json, Quality quality)
{
    if (!json || !json->is_structured() || json->is_object() == !node.name)
        return;
    const auto source = m_now.evaluate(node.source);
    const bool isCount = source && source->is_number();
    const bool isMap = node.name || (source && source->is_object());
    OrderedJson items = isMap ? OrderedJson::object() : OrderedJson::array();
    qsizetype index = 0;
    for (const auto &[name, element] : json->items()) {
        const OrderedJson nameJson(name);
        takeElement(node, {index++, name, nullptr}, node.name ? &nameJson : nullptr, element,
                    quality, items);
        if (isCount)
            break; // the first record decides, and there may be thousands
    }
    const OrderedJson found = isCount ? OrderedJson(qint64(json->size())) : items;
    takePlaceholder(node.source, &found, quality);
}

/// Whether an entry of a merged object is there without the member that takes the rest: now, or
/// before the event was edited.
bool TemplateReader::isTakenElsewhere(const MergeNode &node, const Placeholder &rest,
                                      const std::string &name, const OrderedJson &value)
{
    for (const TemplateNodePointer &member : node.members) {
        const auto *placeholder = std::get_if<ValueNode>(&member->content);
        if (placeholder && &placeholder->placeholder == &rest)
            continue;
        for (TemplateEvaluator *evaluator : {&m_now, &m_before}) {
            const auto object = evaluator->evaluate(*member);
            if (object && object->is_object() && object->contains(name)
                && sameJson((*object)[name], value))
                return true;
        }
    }
    return false;
}

void TemplateReader::take(const MergeNode &node, const OrderedJson *json, Quality quality)
{
    if (!json || !json->is_object())
        return;
    const Placeholder *rest = nullptr;
    std::set<std::string> read;
    for (const TemplateNodePointer &member : node.members) {
        if (const auto *value = std::get_if<ValueNode>(&member->content)) {
            rest = &value->placeholder;
            continue;
        }
        const std::size_t known = m_readings.size();
        this->read(*member, json, quality);
        for (std::size_t i = known; i < m_readings.size(); ++i) {
            const QString &decides = m_readings[i].parameter->place;
            if (!decides.isEmpty() && decides != m_readings[i].pointer)
                continue;
            const QString place = m_readings[i].pointer.mid(pointer().size() + 1);
            read.insert(place.section(u'/', 0, 0)
                            .replace(QLatin1String("~1"), QLatin1String("/"))
                            .replace(QLatin1String("~0"), QLatin1String("~"))
                            .toStdString());
        }
    }
    if (!rest)
        return;
    OrderedJson entries = OrderedJson::object();
    for (const auto &[name, value] : json->items()) {
        if (!read.contains(name) && !isTakenElsewhere(node, *rest, name, value))
            entries[name] = value;
    }
    takePlaceholder(*rest, &entries, quality);
}

} // namespace coldframe
