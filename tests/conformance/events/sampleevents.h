// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/templatecatalogue.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace coldframe::test {

/// What a public library says about the events of one template, or of one request.
struct EventFinding
{
    QString library;
    QString row; ///< template and what of it
    QString problem; ///< in the library's words; empty when there is none
};

/// The shipped templates, rendered with many sets of parameters, and the tables that say which
/// library describes which.
class SampleEvents
{
public:
    SampleEvents();

    /// The ids of all templates.
    QStringList ids() const;

    /// Why the events could not be made, a line each.
    QStringList problems() const { return m_problems; }

    /// The entry of a template in events/libraries.json, null when it has none.
    const OrderedJson &entry(const QString &id) const;

    /// The ids that the tables name.
    QStringList idsOfTables() const;

    /// For each HTTP template that is driven through adapters, a case of events/adapters.json.
    const OrderedJson &adapterCases() const;

    /// The input of the checks: { events: {id: {case: event}}, adapters: [...] }.
    QByteArray text() const;

private:
    void addEvents(const EventTemplate &eventTemplate);
    void addAdapterCases(const OrderedJson &table);
    bool add(const EventTemplate &eventTemplate, const QString &name, const OrderedJson &values,
             OrderedJson &event);

    std::vector<EventTemplate> m_templates;
    std::shared_ptr<OrderedJson> m_entries;
    std::shared_ptr<OrderedJson> m_rendered;
    QStringList m_adapterIds;
    QStringList m_problems;
};

/// Runs one of events/check-*.mjs on the events; a finding with a problem when it fails.
QList<EventFinding> runEventCheck(const QString &check, const SampleEvents &events);

/// Where install-event-libraries.sh puts the libraries.
QString eventLibrariesFolder();

/// Why the libraries can't be had here; empty when they can.
QString reasonToSkipEventLibraries();

} // namespace coldframe::test
