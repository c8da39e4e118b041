// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/events/templatebody.h"

#include <QStringList>

namespace coldframe {

/// Reads a template's "body" and "derived". InvalidTemplate says at which JSON pointer of the file
/// what is wrong: an unknown name, encoding or operator, or a derived value that needs itself.
Result<TemplateBody> parseTemplateBody(const OrderedJson &file, const QStringList &parameterNames);

} // namespace coldframe
