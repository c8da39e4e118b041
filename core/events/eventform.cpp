// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventform.h"

#include "core/events/jsondifference.h"
#include "core/events/templatereader.h"

#include <nlohmann/json.hpp>

namespace coldframe {

ParameterValues readParameters(const EventTemplate &eventTemplate, const OrderedJson &event,
                               const ParameterValues &before, quint64 seed)
{
    const ParameterValues complete
        = completeValues(eventTemplate, before).value_or(defaultValues(eventTemplate));
    ParameterValues values = complete;
    // Which branch of a condition the event took is known only once the parameter that it asks for
    // was read, so another round may read more. Three are enough for conditions two levels deep.
    for (int round = 0; round < 4; ++round) {
        TemplateReader reader(eventTemplate, complete, values, seed);
        reader.read(event);
        const ParameterValues read = reader.values();
        if (read == values)
            break;
        values = read;
    }
    return values;
}

Result<OrderedJson> applyParameters(const EventTemplate &eventTemplate, const OrderedJson &event,
                                    const ParameterValues &before, const ParameterValues &after,
                                    quint64 seed)
{
    const auto old = renderEvent(eventTemplate, before, seed);
    if (!old)
        return old;
    const auto now = renderEvent(eventTemplate, after, seed);
    if (!now)
        return now;
    return applyDifference(event, *old, *now);
}

Result<std::map<QString, QStringList>> placesOf(const EventTemplate &eventTemplate,
                                                const ParameterValues &values)
{
    const auto complete = completeValues(eventTemplate, values);
    if (!complete)
        return tl::make_unexpected(complete.error());
    const auto event = renderEvent(eventTemplate, *complete);
    if (!event)
        return tl::make_unexpected(event.error());
    TemplateReader reader(eventTemplate, *complete, *complete, 0);
    reader.read(*event);
    std::map<QString, QStringList> places;
    for (const PlaceReading &reading : reader.readings())
        places[reading.parameter->name].append(reading.pointer);
    return places;
}

EventForm::EventForm(EventTemplate eventTemplate, ParameterValues values, const OrderedJson &event,
                     quint64 seed)
    : m_template(std::move(eventTemplate))
    , m_values(std::move(values))
    , m_followed(m_values)
    , m_event(std::make_shared<const OrderedJson>(event))
    , m_seed(seed)
{ }

Result<EventForm> EventForm::create(EventTemplate eventTemplate, const ParameterValues &values,
                                    quint64 seed)
{
    const auto complete = completeValues(eventTemplate, values);
    if (!complete)
        return tl::make_unexpected(complete.error());
    const auto event = renderEvent(eventTemplate, *complete, seed);
    if (!event)
        return tl::make_unexpected(event.error());
    return EventForm(std::move(eventTemplate), *complete, *event, seed);
}

Result<void> EventForm::setParameter(const QString &name, const OrderedJson &value)
{
    const auto parameter = findParameter(m_template, name);
    if (!parameter)
        return tl::make_unexpected(parameter.error());
    const auto accepted = checkParameter(**parameter, value);
    if (!accepted)
        return tl::make_unexpected(accepted.error());
    ParameterValues values = m_values;
    values.set(name, *accepted);
    const auto event = applyParameters(m_template, *m_event, m_values, values, m_seed);
    if (!event)
        return tl::make_unexpected(event.error());
    m_values = std::move(values);
    m_followed.set(name, *accepted);
    m_event = std::make_shared<const OrderedJson>(*event);
    return {};
}

void EventForm::setEvent(const OrderedJson &event)
{
    m_event = std::make_shared<const OrderedJson>(event);
    m_values = readParameters(m_template, event, m_values, m_seed);
}

void EventForm::followEdits()
{
    if (const auto event = applyParameters(m_template, *m_event, m_followed, m_values, m_seed))
        m_event = std::make_shared<const OrderedJson>(*event);
    m_followed = m_values;
}

} // namespace coldframe
