// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logquery.h"

#include "core/logs/logquerynode.h"
#include "core/logs/logtext.h"

#include <algorithm>

namespace coldframe {

namespace {

using QueryOperator = LogQuery::Node::Operator;

template <typename Value>
bool compares(QueryOperator op, Value left, Value right)
{
    switch (op) {
    case QueryOperator::Less:
        return left < right;
    case QueryOperator::LessOrEqual:
        return left <= right;
    case QueryOperator::Greater:
        return left > right;
    case QueryOperator::GreaterOrEqual:
        return left >= right;
    case QueryOperator::Contains:
    case QueryOperator::Equals:
        return left == right;
    case QueryOperator::Matches:
    case QueryOperator::Exists:
        break;
    }
    return false;
}

bool textMatches(const LogQuery::Node &node, const QString &text)
{
    switch (node.op) {
    case QueryOperator::Exists:
        return true;
    case QueryOperator::Contains:
        return text.contains(node.value, Qt::CaseInsensitive);
    case QueryOperator::Equals:
        return text.compare(node.value, Qt::CaseInsensitive) == 0;
    case QueryOperator::Matches:
        return node.expression.match(text).hasMatch();
    case QueryOperator::Less:
    case QueryOperator::LessOrEqual:
    case QueryOperator::Greater:
    case QueryOperator::GreaterOrEqual:
        break;
    }
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber && node.number && compares(node.op, number, *node.number);
}

bool pieceMatches(const LogQuery::Node &node, const JsonPiece &piece)
{
    if (node.op == QueryOperator::Exists)
        return piece.kind != JsonKind::Null;
    const bool hasText = piece.kind == JsonKind::Text;
    if (node.op == QueryOperator::Contains && !(piece.kind == JsonKind::Number && node.number)) {
        // Most values have no escapes and are searched as they are.
        return hasText && piece.raw.contains('\\')
            ? piece.text().contains(node.value, Qt::CaseInsensitive)
            : node.search->isIn(piece.raw);
    }
    if (node.op != QueryOperator::Matches && node.number) {
        // 1.50 is the number 1.5, but the text "1.50" is not the text "1.5".
        const bool compareNumbers = !hasText || node.op != QueryOperator::Equals;
        if (const auto number = compareNumbers ? piece.number() : std::nullopt)
            return compares(node.op, *number, *node.number);
    }
    return textMatches(node, piece.text());
}

bool levelMatches(const LogQuery::Node &node, LogLevel level)
{
    if (node.op == QueryOperator::Exists)
        return level != LogLevel::None;
    // A line without a level is neither below nor above one.
    const bool ordered = node.op != QueryOperator::Equals && node.op != QueryOperator::Contains;
    if (ordered && level == LogLevel::None)
        return false;
    return compares(node.op, level, *node.level);
}

bool fieldMatches(const LogQuery::Node &node, const LogLineView &line)
{
    if (node.field.kind == LogField::Kind::Level && node.op != QueryOperator::Matches)
        return levelMatches(node, line.level);
    if (node.field.kind == LogField::Kind::Source && node.op != QueryOperator::Matches) {
        return node.op == QueryOperator::Exists || compares(node.op, line.source, *node.source);
    }
    if (node.field.kind != LogField::Kind::Member) {
        const std::optional<QString> text = fieldText(line, node.field);
        return text && textMatches(node, *text);
    }
    const std::optional<QByteArrayView> object = jsonObjectOf(line.text);
    const std::optional<JsonPiece> piece = object ? jsonMember(*object, node.path) : std::nullopt;
    return piece && pieceMatches(node, *piece);
}

/// Whatever could mean something to the parser.
bool needsQuotes(const QString &value)
{
    return value.isEmpty() || std::any_of(value.begin(), value.end(), [](QChar c) {
               return !c.isLetterOrNumber() && c != u'.' && c != u'-' && c != u'_';
           });
}

} // namespace

bool LogQuery::Node::matches(const LogLineView &line) const
{
    switch (kind) {
    case Kind::All:
        return std::all_of(parts.begin(), parts.end(),
                           [&line](const Node &part) { return part.matches(line); });
    case Kind::Any:
        return std::any_of(parts.begin(), parts.end(),
                           [&line](const Node &part) { return part.matches(line); });
    case Kind::Not:
        return !parts.front().matches(line);
    case Kind::Text:
        return search->isIn(line.text);
    case Kind::Expression:
        return expression.match(readableText(line.text)).hasMatch();
    case Kind::Field:
        return fieldMatches(*this, line);
    }
    return true;
}

bool LogQuery::matches(const LogLineView &line) const
{
    return !m_root || m_root->matches(line);
}

QString logQueryTerm(const QString &field, const QString &value)
{
    if (!needsQuotes(value))
        return field + QLatin1Char('=') + value;
    QString escaped = value;
    escaped.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    escaped.replace(QLatin1Char('"'), QLatin1String("\\\""));
    return field + QLatin1String("=\"") + escaped + QLatin1Char('"');
}

} // namespace coldframe
