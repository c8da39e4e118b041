// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/parametervalues.h"

#include <nlohmann/json.hpp>

namespace coldframe {

void ParameterValues::set(const QString &name, const OrderedJson &value)
{
    auto values = m_values ? std::make_shared<Values>(*m_values) : std::make_shared<Values>();
    (*values)[name] = value;
    m_values = std::move(values);
}

void ParameterValues::remove(const QString &name)
{
    if (!find(name))
        return;
    auto values = std::make_shared<Values>(*m_values);
    values->erase(name);
    m_values = std::move(values);
}

const OrderedJson *ParameterValues::find(const QString &name) const
{
    if (!m_values)
        return nullptr;
    const auto found = m_values->find(name);
    return found == m_values->end() ? nullptr : &found->second;
}

QStringList ParameterValues::names() const
{
    QStringList names;
    if (m_values) {
        for (const auto &[name, value] : *m_values)
            names.append(name);
    }
    return names;
}

bool ParameterValues::operator==(const ParameterValues &other) const
{
    static const Values none;
    return (m_values ? *m_values : none) == (other.m_values ? *other.m_values : none);
}

} // namespace coldframe
