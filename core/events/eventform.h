// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventtemplate.h"

#include <map>

namespace coldframe {

/// Reads a template's parameters back from an event. `before` are the values that the event was
/// made with before someone edited it (defaults where missing).
///
/// Where a value sits in several places, one decides: the parameter's `place` when it names one,
/// else the first place that has the value whole and without loss, else the first one inside a
/// longer text, else the first one that loses details (an ISO time without milliseconds). A place
/// that is missing, or has what the parameter does not accept, decides nothing; a parameter that no
/// place decides keeps its value of `before`. In templates with several records the first record
/// decides.
ParameterValues readParameters(const EventTemplate &eventTemplate, const OrderedJson &event,
                               const ParameterValues &before = {}, quint64 seed = 0);

/// Makes the change of the event that a change of parameters asks for, in an event that may have
/// been edited by hand: the event is made of both values, and only the places in which the two
/// differ are changed. Members that the template does not know and other edits stay.
/// InvalidParameter as in renderEvent().
Result<OrderedJson> applyParameters(const EventTemplate &eventTemplate, const OrderedJson &event,
                                    const ParameterValues &before, const ParameterValues &after,
                                    quint64 seed = 0);

/// For every parameter the JSON pointers of the places that it can be read from, in the order of
/// the event that the values make. InvalidParameter as in renderEvent().
Result<std::map<QString, QStringList>> placesOf(const EventTemplate &eventTemplate,
                                                const ParameterValues &values);

/// A form and the event beside it, in step both ways.
class EventForm
{
public:
    /// Starts with the event that the values make; InvalidParameter as in renderEvent().
    static Result<EventForm> create(EventTemplate eventTemplate, const ParameterValues &values = {},
                                    quint64 seed = 0);

    const EventTemplate &eventTemplate() const { return m_template; }
    const ParameterValues &values() const { return m_values; } ///< complete
    const OrderedJson &event() const { return *m_event; }

    /// The form was edited: changes the event in every place of the parameter. InvalidParameter
    /// leaves everything as it was.
    Result<void> setParameter(const QString &name, const OrderedJson &value);

    /// The event was edited: reads the parameters whose deciding place changed. The event stays as
    /// it is, so that nothing moves under somebody's hands.
    void setEvent(const OrderedJson &event);

    /// Brings the other places of parameters that setEvent() changed up to date, for example a
    /// digest of an edited body. Call it when an edit is over.
    void followEdits();

private:
    EventForm(EventTemplate eventTemplate, ParameterValues values, const OrderedJson &event,
              quint64 seed);

    EventTemplate m_template;
    ParameterValues m_values;
    ParameterValues m_followed; ///< the values that all places of the event agree with
    std::shared_ptr<const OrderedJson> m_event;
    quint64 m_seed = 0;
};

} // namespace coldframe
