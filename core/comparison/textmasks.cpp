// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/comparison/textmasks.h"

#include <QRegularExpression>

namespace coldframe {

namespace {

const QRegularExpression &uuids()
{
    static const QRegularExpression expression(QStringLiteral(
        "(?<![0-9A-Za-z])[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?![0-9A-Za-z])"));
    return expression;
}

/// A day with a time of day, as ISO 8601 and the usual libraries write it.
const QRegularExpression &times()
{
    static const QRegularExpression expression(
        QStringLiteral("(?<!\\d)\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?"
                       "(?:[Zz]|[+-]\\d{2}:?\\d{2})?(?!\\d)"));
    return expression;
}

/// Trace ids of X-Ray, and as many hexadecimal digits as ids have, with a digit and a letter among
/// them: neither a number nor a word is meant.
const QRegularExpression &identifiers()
{
    static const QRegularExpression expression(
        QStringLiteral("(?<![0-9A-Za-z])(?:1-[0-9a-f]{8}-[0-9a-f]{24}"
                       "|(?=[a-fA-F]*[0-9])(?=[0-9]*[a-fA-F])"
                       "(?:[0-9a-fA-F]{16}|[0-9a-fA-F]{24}|[0-9a-fA-F]{32}|[0-9a-fA-F]{40}"
                       "|[0-9a-fA-F]{64}))(?![0-9A-Za-z])"));
    return expression;
}

} // namespace

QString maskedText(QString text, const TextMasks &masks)
{
    if (!masks.requestId.isEmpty())
        text.replace(masks.requestId, QLatin1String(placeholder::RequestId), Qt::CaseInsensitive);
    if (masks.uuids)
        text.replace(uuids(), QLatin1String(placeholder::Uuid));
    if (masks.times)
        text.replace(times(), QLatin1String(placeholder::Time));
    if (masks.identifiers)
        text.replace(identifiers(), QLatin1String(placeholder::Identifier));
    return text;
}

} // namespace coldframe
