// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/queuedevent.h"

#include <array>
#include <utility>

namespace coldframe {

namespace {

constexpr std::array endConditionNames{
    std::pair{EndCondition::Success, "Success"},
    std::pair{EndCondition::RetriesExhausted, "RetriesExhausted"},
    std::pair{EndCondition::EventAgeExceeded, "EventAgeExceeded"},
    std::pair{EndCondition::ZeroReservedConcurrency, "ZeroReservedConcurrency"},
    std::pair{EndCondition::RecursiveInvocation, "RecursiveInvocation"},
};

} // namespace

QString endConditionName(EndCondition condition)
{
    for (const auto &[each, name] : endConditionNames) {
        if (each == condition)
            return QString::fromLatin1(name);
    }
    return {};
}

std::optional<EndCondition> endConditionNamed(const QString &name)
{
    for (const auto &[condition, each] : endConditionNames) {
        if (name == QLatin1String(each))
            return condition;
    }
    return std::nullopt;
}

} // namespace coldframe
