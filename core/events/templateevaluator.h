// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventtemplate.h"
#include "core/events/templatebody.h"

namespace coldframe {

/// One turn of an "$each".
struct TemplateTurn
{
    qsizetype index = 0;
    std::string name; ///< of the member, when it goes through a map
    std::shared_ptr<const OrderedJson> item; ///< null when it goes through a count
};

/// Makes JSON of a template's nodes. `values` has a value for every parameter and outlives this.
class TemplateEvaluator
{
public:
    TemplateEvaluator(const EventTemplate &eventTemplate, const ParameterValues &values,
                      quint64 seed);

    /// The JSON at this place; nothing when it is left out.
    std::optional<OrderedJson> evaluate(const TemplateNode &node);
    std::optional<OrderedJson> evaluate(const Placeholder &placeholder);

    /// The branch that a condition chooses, or null.
    const TemplateNode *chosenBranch(const WhenNode &node);

    void beginTurn(TemplateTurn turn);
    void endTurn();
    qsizetype index() const;
    EncodingInput inputOf(const Placeholder::Step &step);

    /// The first encoding that could not be applied.
    const std::optional<QString> &error() const { return m_error; }

private:
    std::optional<OrderedJson> make(const LiteralNode &node);
    std::optional<OrderedJson> make(const ValueNode &node);
    std::optional<OrderedJson> make(const TextNode &node);
    std::optional<OrderedJson> make(const ObjectNode &node);
    std::optional<OrderedJson> make(const ListNode &node);
    std::optional<OrderedJson> make(const WhenNode &node);
    std::optional<OrderedJson> make(const EachNode &node);
    std::optional<OrderedJson> make(const MergeNode &node);

    std::optional<OrderedJson> sourceOf(const Placeholder &placeholder);
    std::optional<OrderedJson> valueOf(const QString &name);
    OrderedJson identifier(const Placeholder &placeholder) const;

    const EventTemplate &m_template;
    const ParameterValues &m_values;
    quint64 m_seed;
    std::vector<TemplateTurn> m_turns;
    std::optional<QString> m_error;
};

} // namespace coldframe
