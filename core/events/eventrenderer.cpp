// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventtemplate.h"
#include "core/events/nearestname.h"
#include "core/events/templateevaluator.h"

#include <nlohmann/json.hpp>

namespace coldframe {

Result<const EventParameter *> findParameter(const EventTemplate &eventTemplate,
                                             const QString &name)
{
    QStringList names;
    for (const EventParameter &parameter : eventTemplate.parameters) {
        if (parameter.name == name)
            return &parameter;
        names.append(parameter.name);
    }
    const QString nearest = nearestName(name, names);
    const QString known = names.join(QStringLiteral(", "));
    return failure(Error::Code::InvalidParameter,
                   nearest.isEmpty() ? QStringLiteral("%1: no parameter of %2, which has %3")
                                           .arg(name, eventTemplate.id, known)
                                     : QStringLiteral("%1: no parameter of %2 (nearest: %3)")
                                           .arg(name, eventTemplate.id, nearest));
}

ParameterValues defaultValues(const EventTemplate &eventTemplate)
{
    ParameterValues values;
    for (const EventParameter &parameter : eventTemplate.parameters)
        values.set(parameter.name, *parameter.defaultValue);
    return values;
}

Result<ParameterValues> completeValues(const EventTemplate &eventTemplate,
                                       const ParameterValues &values)
{
    ParameterValues complete = defaultValues(eventTemplate);
    for (const QString &name : values.names()) {
        const auto parameter = findParameter(eventTemplate, name);
        if (!parameter)
            return tl::make_unexpected(parameter.error());
        const auto value = checkParameter(**parameter, *values.find(name));
        if (!value)
            return tl::make_unexpected(value.error());
        complete.set(name, *value);
    }
    return complete;
}

Result<OrderedJson> renderEvent(const EventTemplate &eventTemplate, const ParameterValues &values,
                                quint64 seed)
{
    const auto complete = completeValues(eventTemplate, values);
    if (!complete)
        return tl::make_unexpected(complete.error());
    TemplateEvaluator evaluator(eventTemplate, *complete, seed);
    auto event = evaluator.evaluate(*eventTemplate.body->root);
    if (evaluator.error())
        return failure(Error::Code::InvalidTemplate,
                       QStringLiteral("%1: %2").arg(eventTemplate.id, *evaluator.error()));
    return event.value_or(OrderedJson(nullptr));
}

} // namespace coldframe
