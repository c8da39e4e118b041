// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace coldframe {

/// Services that somebody looks for in one place.
struct ServiceGroup
{
    QString title; ///< in the user's language
    std::vector<QString> services; ///< in alphabetical order
};

/// Sorts services of templates into groups; those of no group come last. Groups without any of them
/// are left out.
std::vector<ServiceGroup> groupServices(const std::vector<QString> &services);

/// A service's name without the company in front, as it is looked for in a list.
QString shortServiceName(const QString &service);

} // namespace coldframe
