// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/invocation.h"

#include <optional>
#include <vector>

namespace coldframe {

/// What a caller got of one invocation.
struct ProbedResponse
{
    InvocationStatus status = InvocationStatus::Succeeded;
    QString errorType; ///< empty on success
    QByteArray body;

    bool operator==(const ProbedResponse &) const = default;
};

/// One place in the responses, with its value in each of them.
struct ResponseValue
{
    enum class Variation {
        Same,
        VariesAnyway, ///< new environments give different values too
        DependsOnEarlier, ///< new environments agree, and a used one gives another value
    };

    QString path; ///< "body.items[2].id"; empty for the response as a whole
    bool isOutcome = false; ///< not a place in the responses: whether there was one or an error
    std::vector<std::optional<QString>> warm; ///< as compact JSON; nothing where the place is missing
    std::vector<std::optional<QString>> cold;
    Variation variation = Variation::Same;

    bool operator==(const ResponseValue &) const = default;
};

/// The places whose values are not all the same. `warm` are the answers of one environment in order,
/// the first of them its cold start; `cold` those of new environments. Members of objects have no
/// order, 1 is 1.0, and JSON inside strings is compared as JSON. When some invocations failed and
/// others did not, that is the one difference told.
std::vector<ResponseValue> compareResponses(const std::vector<ProbedResponse> &warm,
                                            const std::vector<ProbedResponse> &cold);

} // namespace coldframe
