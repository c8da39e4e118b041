// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/handlerspantext.h"

#include "core/timeline/timelinesearch.h"
#include "wording/figures.h"

#include <QCoreApplication>

namespace coldframe {

namespace {

QString spanText(const char *text)
{
    return QCoreApplication::translate("HandlerSpanText", text);
}

QString connectionText(const HandlerSpan &span, const QLocale &locale)
{
    const QString title = handlerSpanTitle(span);
    const QString duration = formatDuration(span.duration, locale);
    if (span.isReused)
        return (span.hasFailed
                    ? spanText(
                        QT_TRANSLATE_NOOP("HandlerSpanText",
                                          "CONNECTION %1: request over a kept connection failed "
                                          "after %2"))
                    : spanText(QT_TRANSLATE_NOOP(
                        "HandlerSpanText", "CONNECTION %1: request over a kept connection, %2")))
            .arg(title, duration);
    if (!span.connected)
        return (span.hasFailed ? spanText(
                    QT_TRANSLATE_NOOP("HandlerSpanText", "CONNECTION %1: failed after %2"))
                               : spanText(QT_TRANSLATE_NOOP(
                                   "HandlerSpanText", "CONNECTION %1: not connected after %2")))
            .arg(title, duration);
    const QString connected = formatDuration(*span.connected, locale);
    return (span.isFinished
                ? spanText(QT_TRANSLATE_NOOP("HandlerSpanText",
                                             "CONNECTION %1: connected after %2, closed after %3"))
                : spanText(QT_TRANSLATE_NOOP("HandlerSpanText",
                                             "CONNECTION %1: connected after %2, still open after "
                                             "%3")))
        .arg(title, connected, duration);
}

} // namespace

QString handlerSpanTitle(const HandlerSpan &span)
{
    return nameOfSpan(span);
}

QString handlerSpanText(const HandlerSpan &span, const QLocale &locale)
{
    if (span.kind == HandlerSpanKind::Connection)
        return connectionText(span, locale);
    const char *const text = span.hasFailed
        ? QT_TRANSLATE_NOOP("HandlerSpanText", "SPAN %1: failed after %2")
        : span.isFinished ? QT_TRANSLATE_NOOP("HandlerSpanText", "SPAN %1: %2")
                          : QT_TRANSLATE_NOOP("HandlerSpanText", "SPAN %1: still running after %2");
    return spanText(text).arg(span.name, formatDuration(span.duration, locale));
}

} // namespace coldframe
