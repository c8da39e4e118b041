// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/invocation.h"
#include "gui/base/icons.h"
#include "gui/base/theme.h"

namespace coldframe {

/// How an invocation ended, in a word or two.
QString statusText(InvocationStatus status);

Symbol statusSymbol(InvocationStatus status);

/// The colour of the text, and of a quiet area behind it.
QColor statusColour(InvocationStatus status, const ThemeColours &colours);
QColor statusBackground(InvocationStatus status, const ThemeColours &colours);

} // namespace coldframe
