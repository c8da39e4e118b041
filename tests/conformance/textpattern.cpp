// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/textpattern.h"

#include <QRegularExpression>

namespace coldframe::test {

namespace {

/// The regular expression of a place such as "<uuid>"; empty for what is none.
QString expressionOf(const QString &place, const QByteArrayList &requestIds)
{
    static const QRegularExpression id(QStringLiteral("^id(\\d)$"));
    static const QRegularExpression digits(QStringLiteral("^hex(\\d+)$"));
    if (const QRegularExpressionMatch match = id.match(place); match.hasMatch()) {
        const qsizetype index = match.captured(1).toInt() - 1;
        return index >= 0 && index < requestIds.size()
            ? QRegularExpression::escape(QString::fromLatin1(requestIds.at(index)))
            : QString();
    }
    if (const QRegularExpressionMatch match = digits.match(place); match.hasMatch())
        return QStringLiteral("[0-9a-f]{%1}").arg(match.captured(1));
    if (place == QStringLiteral("uuid"))
        return QStringLiteral("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    if (place == QStringLiteral("time"))
        return QStringLiteral("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    if (place == QStringLiteral("ms"))
        return QStringLiteral("\\d+\\.\\d\\d");
    if (place == QStringLiteral("number"))
        return QStringLiteral("\\d+(?:\\.\\d+)?");
    if (place == QStringLiteral("newline"))
        return QStringLiteral("\\n");
    if (place == QStringLiteral("any"))
        return QStringLiteral(".*");
    return {};
}

QString shown(const QByteArray &text)
{
    constexpr qsizetype most = 1000;
    return QString::fromUtf8(text.left(most))
        + (text.size() > most ? QStringLiteral("…") : QString());
}

} // namespace

bool matches(const QByteArray &text, const QByteArray &pattern, const QByteArrayList &requestIds)
{
    static const QRegularExpression places(QStringLiteral("<([a-z]+\\d*)>"));
    const QString wanted = QString::fromLatin1(pattern);
    QString expression;
    qsizetype done = 0;
    for (auto all = places.globalMatch(wanted); all.hasNext();) {
        const QRegularExpressionMatch match = all.next();
        const QString place = expressionOf(match.captured(1), requestIds);
        if (place.isEmpty())
            continue;
        expression
            += QRegularExpression::escape(wanted.mid(done, match.capturedStart() - done)) + place;
        done = match.capturedEnd();
    }
    if (done == 0)
        return text == pattern;
    expression += QRegularExpression::escape(wanted.mid(done));
    const QRegularExpression whole(QRegularExpression::anchoredPattern(expression),
                                   QRegularExpression::DotMatchesEverythingOption);
    return whole.match(QString::fromLatin1(text)).hasMatch();
}

QString lineDifference(const QByteArrayList &lines, const QByteArrayList &patterns,
                       const QByteArrayList &requestIds)
{
    for (qsizetype i = 0; i < qMax(lines.size(), patterns.size()); ++i) {
        if (i < lines.size() && i < patterns.size()
            && matches(lines.at(i), patterns.at(i), requestIds))
            continue;
        return QStringLiteral("line %1 is:\n  %2\nand should be:\n  %3\nall lines:\n  %4")
            .arg(QString::number(i + 1),
                 i < lines.size() ? shown(lines.at(i)) : QStringLiteral("(missing)"),
                 i < patterns.size() ? shown(patterns.at(i)) : QStringLiteral("(none)"),
                 shown(lines.join("\n  ")));
    }
    return {};
}

QString missingLine(const QByteArrayList &lines, const QByteArrayList &patterns,
                    const QByteArrayList &requestIds)
{
    qsizetype next = 0;
    for (const QByteArray &pattern : patterns) {
        while (next < lines.size() && !matches(lines.at(next), pattern, requestIds))
            ++next;
        if (next++ >= lines.size())
            return QStringLiteral("no such line, in this order:\n  %1\nall lines:\n  %2")
                .arg(shown(pattern), shown(lines.join("\n  ")));
    }
    return {};
}

QByteArrayList linesOf(const QByteArray &text)
{
    const QByteArray trimmed = text.startsWith('\n') ? text.mid(1) : text;
    if (trimmed.isEmpty())
        return {};
    return (trimmed.endsWith('\n') ? trimmed.chopped(1) : trimmed).split('\n');
}

} // namespace coldframe::test
