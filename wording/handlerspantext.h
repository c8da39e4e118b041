// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/phase.h"

#include <QLocale>
#include <QString>

namespace coldframe {

/// One line about a span inside of an invocation: "SPAN load prices: 12.0 ms", or "CONNECTION
/// db:5432: connected after 1.20 ms, closed after 8.00 ms".
QString handlerSpanText(const HandlerSpan &span, const QLocale &locale = QLocale());

/// "db:5432", the path of a local socket, or the user's own name.
QString handlerSpanTitle(const HandlerSpan &span);

} // namespace coldframe
