// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

namespace coldframe {

/// One or two sentences for whoever reads the error: what is wrong, where, and how to mend it.
QString errorText(const Error &error);

} // namespace coldframe
