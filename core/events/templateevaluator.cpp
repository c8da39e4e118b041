// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/templateevaluator.h"

#include "core/events/identifiers.h"
#include "core/events/jsonvalue.h"

#include <QRegularExpression>

#include <nlohmann/json.hpp>

namespace coldframe {

TemplateEvaluator::TemplateEvaluator(const EventTemplate &eventTemplate,
                                     const ParameterValues &values, quint64 seed)
    : m_template(eventTemplate)
    , m_values(values)
    , m_seed(seed)
{ }

void TemplateEvaluator::beginTurn(TemplateTurn turn)
{
    m_turns.push_back(std::move(turn));
}

void TemplateEvaluator::endTurn()
{
    m_turns.pop_back();
}

qsizetype TemplateEvaluator::index() const
{
    return m_turns.empty() ? 0 : m_turns.back().index;
}

std::optional<OrderedJson> TemplateEvaluator::evaluate(const TemplateNode &node)
{
    return std::visit([this](const auto &content) { return make(content); }, node.content);
}

std::optional<OrderedJson> TemplateEvaluator::valueOf(const QString &name)
{
    if (const auto derived = m_template.body->derived.find(name);
        derived != m_template.body->derived.end())
        return evaluate(*derived->second);
    const OrderedJson *value = m_values.find(name);
    return value ? std::optional(*value) : std::nullopt;
}

OrderedJson TemplateEvaluator::identifier(const Placeholder &placeholder) const
{
    QByteArray origin = QByteArray::number(m_seed) + '/' + m_template.id.toUtf8() + '/'
        + placeholder.name.toUtf8();
    for (std::size_t i = 0; i + 1 < m_turns.size(); ++i)
        origin += '/' + QByteArray::number(m_turns[i].index);
    const auto id
        = makeIdentifier(placeholder.identifierKind, placeholder.identifierLength, origin, index());
    return jsonString(id.value_or(QString()));
}

std::optional<OrderedJson> TemplateEvaluator::sourceOf(const Placeholder &placeholder)
{
    using Source = Placeholder::Source;
    switch (placeholder.source) {
    case Source::Parameter:
    case Source::Derived:
        return valueOf(placeholder.name);
    case Source::Item:
    case Source::ItemValue:
        return !m_turns.empty() && m_turns.back().item ? std::optional(*m_turns.back().item)
                                                       : std::nullopt;
    case Source::ItemName:
        return m_turns.empty() ? std::nullopt : std::optional(OrderedJson(m_turns.back().name));
    case Source::Index:
        return OrderedJson(qint64(index()));
    case Source::Identifier:
        return identifier(placeholder);
    }
    return std::nullopt;
}

EncodingInput TemplateEvaluator::inputOf(const Placeholder::Step &step)
{
    return {step.argument, index(), [this](const QString &name) { return valueOf(name); }};
}

std::optional<OrderedJson> TemplateEvaluator::evaluate(const Placeholder &placeholder)
{
    std::optional<OrderedJson> value = sourceOf(placeholder);
    for (const Placeholder::Step &step : placeholder.steps) {
        if (!value)
            return std::nullopt;
        if (step.encoding->onEmpty != Encoding::OnEmpty::Keep && isEmptyValue(*value)) {
            if (step.encoding->onEmpty == Encoding::OnEmpty::Absent)
                return std::nullopt;
            return OrderedJson(nullptr);
        }
        value = step.encoding->encode(*value, inputOf(step));
        if (!value && !m_error)
            m_error = QStringLiteral("%1 cannot be applied to %2")
                          .arg(QLatin1String(step.encoding->name), placeholder.name);
    }
    return value;
}

std::optional<OrderedJson> TemplateEvaluator::make(const LiteralNode &node)
{
    return *node.value;
}

std::optional<OrderedJson> TemplateEvaluator::make(const ValueNode &node)
{
    return evaluate(node.placeholder);
}

std::optional<OrderedJson> TemplateEvaluator::make(const TextNode &node)
{
    QString text;
    for (const auto &part : node.parts) {
        if (const auto *constant = std::get_if<QString>(&part))
            text += *constant;
        else if (const auto value = evaluate(std::get<Placeholder>(part)))
            text += plainText(*value);
    }
    return jsonString(text);
}

std::optional<OrderedJson> TemplateEvaluator::make(const ObjectNode &node)
{
    OrderedJson object = OrderedJson::object();
    for (const ObjectNode::Member &member : node.members) {
        auto value = evaluate(*member.value);
        if (!value)
            continue;
        std::string name = member.name;
        if (member.computedName) {
            const auto computed = evaluate(*member.computedName);
            name = computed ? plainText(*computed).toStdString() : std::string();
        }
        object[name] = std::move(*value);
    }
    return object;
}

std::optional<OrderedJson> TemplateEvaluator::make(const ListNode &node)
{
    OrderedJson list = OrderedJson::array();
    for (const TemplateNodePointer &element : node.elements) {
        if (auto value = evaluate(*element))
            list.push_back(std::move(*value));
    }
    return list;
}

const TemplateNode *TemplateEvaluator::chosenBranch(const WhenNode &node)
{
    const OrderedJson subject = evaluate(node.subject).value_or(OrderedJson(nullptr));
    bool holds = false;
    if (!node.pattern.isEmpty()) {
        holds = QRegularExpression(node.pattern).match(plainText(subject)).hasMatch();
    } else if (!node.anyOf.empty()) {
        for (const auto &value : node.anyOf)
            holds = holds || sameJson(*value, subject);
    } else {
        holds = subject.is_boolean() ? subject.get<bool>() : !isEmptyValue(subject);
    }
    return (holds ? node.then : node.otherwise).get();
}

std::optional<OrderedJson> TemplateEvaluator::make(const WhenNode &node)
{
    const TemplateNode *branch = chosenBranch(node);
    return branch ? evaluate(*branch) : std::nullopt;
}

std::optional<OrderedJson> TemplateEvaluator::make(const EachNode &node)
{
    const auto source = evaluate(node.source);
    OrderedJson result = node.name ? OrderedJson::object() : OrderedJson::array();
    const auto add = [&](TemplateTurn turn) {
        beginTurn(std::move(turn));
        if (auto value = evaluate(*node.value)) {
            if (!node.name)
                result.push_back(std::move(*value));
            else if (const auto name = evaluate(*node.name))
                result[plainText(*name).toStdString()] = std::move(*value);
        }
        endTurn();
    };

    if (!source)
        return std::nullopt;
    if (source->is_number_integer()) {
        for (qint64 i = 0; i < source->get<qint64>(); ++i)
            add({i, {}, nullptr});
    } else {
        qsizetype i = 0;
        for (const auto &[name, value] : source->items())
            add({i++, name, std::make_shared<const OrderedJson>(value)});
    }
    return result;
}

std::optional<OrderedJson> TemplateEvaluator::make(const MergeNode &node)
{
    OrderedJson merged = OrderedJson::object();
    for (const TemplateNodePointer &member : node.members) {
        const auto object = evaluate(*member);
        if (!object || !object->is_object())
            continue;
        for (const auto &[name, value] : object->items())
            merged[name] = value;
    }
    return merged;
}

} // namespace coldframe
