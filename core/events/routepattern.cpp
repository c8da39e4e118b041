// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/routepattern.h"

#include "core/events/jsonvalue.h"

#include <QRegularExpression>
#include <QStringList>

#include <nlohmann/json.hpp>

namespace coldframe {

std::optional<OrderedJson> pathValues(const QString &pattern, const QString &path)
{
    static const QRegularExpression place(QStringLiteral("\\{([^{}+]+)(\\+?)\\}"));
    QString expression;
    QStringList names;
    qsizetype literal = 0;
    for (auto places = place.globalMatch(pattern); places.hasNext();) {
        const auto match = places.next();
        expression
            += QRegularExpression::escape(pattern.mid(literal, match.capturedStart() - literal));
        expression
            += match.captured(2).isEmpty() ? QStringLiteral("([^/]+)") : QStringLiteral("(.+)");
        names.append(match.captured(1));
        literal = match.capturedEnd();
    }
    expression += QRegularExpression::escape(pattern.mid(literal));

    const QRegularExpression whole(QRegularExpression::anchoredPattern(expression),
                                   QRegularExpression::DotMatchesEverythingOption);
    const auto match = whole.match(path);
    if (!match.hasMatch())
        return std::nullopt;
    OrderedJson values = OrderedJson::object();
    for (qsizetype i = 0; i < names.size(); ++i)
        values[names[i].toStdString()] = jsonString(match.captured(static_cast<int>(i) + 1));
    return values;
}

} // namespace coldframe
