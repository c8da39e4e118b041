// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventtemplate.h"

#include <optional>
#include <vector>

namespace coldframe {

/// The event templates of a folder, <service>/<event>.json each.
class TemplateCatalogue
{
public:
    /// Reads every template below the directory. NotFound when there is no such directory,
    /// Unreadable or InvalidTemplate for the first file that cannot be used.
    static Result<TemplateCatalogue> load(const QString &directory);

    /// In the order of services and titles.
    const std::vector<EventTemplate> &templates() const { return m_templates; }

    /// NotFound names the nearest id.
    Result<EventTemplate> find(const QString &id) const;

    /// Those that have every word of the text in id, service, title, keywords or summary, the
    /// nearest first. All of them for an empty text.
    std::vector<EventTemplate> search(const QString &text) const;

    /// The template that an event was made with: of those whose event with the same parameters has
    /// the same members everywhere, the one whose usual event is the most like it. Nothing when no
    /// template fits.
    std::optional<EventTemplate> recognise(const OrderedJson &event) const;

private:
    std::vector<EventTemplate> m_templates;
};

} // namespace coldframe
