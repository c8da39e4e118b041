// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/endpoint/apierror.h"

#include <QString>

namespace coldframe {

/// How a call names a function: "name", "name:qualifier", "account:function:name[:qualifier]" or
/// its whole ARN, and perhaps a Qualifier besides (invoke-api, section 2).
struct FunctionReference
{
    QString name;
    QString qualifier; ///< empty when none was given
    QString region; ///< empty when none was given
    QString account; ///< likewise

    bool operator==(const FunctionReference &) const = default;
};

/// Takes a name apart that is already decoded from its URL. ValidationException for what is no
/// name of a function, InvalidParameterValueException for two qualifiers that differ.
ApiResult<FunctionReference> functionReference(const QString &text, const QString &qualifier = {});

} // namespace coldframe
