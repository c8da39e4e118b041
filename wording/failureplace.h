// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

#include "core/lambda/invocation.h"

#include <QString>

#include <optional>

namespace coldframe {

/// A line of the function's own code.
struct CodePlace
{
    QString file; ///< relative to the code directory
    int line = 1; ///< from 1

    bool operator==(const CodePlace &) const = default;
};

/// Where in the function's own code the error arose: the frame of the stack trace that is nearest
/// to the error and not in an installed package. Reads the traces of Python and Node.js
/// (environment, section 7).
std::optional<CodePlace> failurePlace(const InvocationRecord &record);

} // namespace coldframe
