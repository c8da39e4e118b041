// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

#include "core/lambda/phase.h"

#include <QLocale>
#include <QString>

namespace coldframe {

/// The name of an own span; of a connection "example.com:443".
QString handlerSpanTitle(const HandlerSpan &span);

/// The span with its figures on one line, as it is printed behind a log.
QString handlerSpanText(const HandlerSpan &span, const QLocale &locale = QLocale());

} // namespace coldframe
