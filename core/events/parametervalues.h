// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsontext.h"

#include <QString>
#include <QStringList>

#include <map>
#include <memory>

namespace coldframe {

/// The values of a template's parameters by name. A parameter without a value has its default.
class ParameterValues
{
public:
    void set(const QString &name, const OrderedJson &value);
    void remove(const QString &name);

    /// The value, or null when there is none; valid until these values change.
    const OrderedJson *find(const QString &name) const;

    /// In alphabetical order.
    QStringList names() const;

    bool operator==(const ParameterValues &other) const;

private:
    using Values = std::map<QString, OrderedJson>;

    std::shared_ptr<const Values> m_values; ///< shared by copies, replaced on a change
};

} // namespace coldframe
