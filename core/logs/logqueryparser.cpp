// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/lineparts.h"
#include "core/logs/logquery.h"
#include "core/logs/logquerynode.h"

#include <algorithm>
#include <array>
#include <utility>

namespace coldframe {

namespace {

using QueryNode = LogQuery::Node;
using Mistake = LogQueryError::Kind;
template <typename T>
using Parsed = tl::expected<T, LogQueryError>;

constexpr qsizetype LongestQuery = 4000;
constexpr qsizetype LongestPath = 200;
constexpr int DeepestGroup = 50;

tl::unexpected<LogQueryError> wrong(Mistake kind, qsizetype position, const QString &detail = {})
{
    return tl::make_unexpected(LogQueryError{kind, position, detail});
}

struct OperatorName
{
    const char *text;
    QueryNode::Operator op;
    bool negated = false;
};

/// The longer ones first.
constexpr std::array<OperatorName, 8> Operators{{{"!=", QueryNode::Operator::Equals, true},
                                                 {">=", QueryNode::Operator::GreaterOrEqual},
                                                 {"<=", QueryNode::Operator::LessOrEqual},
                                                 {">", QueryNode::Operator::Greater},
                                                 {"<", QueryNode::Operator::Less},
                                                 {":", QueryNode::Operator::Contains},
                                                 {"=", QueryNode::Operator::Equals},
                                                 {"~", QueryNode::Operator::Matches}}};

bool isOrdering(QueryNode::Operator op)
{
    return op == QueryNode::Operator::Less || op == QueryNode::Operator::LessOrEqual
        || op == QueryNode::Operator::Greater || op == QueryNode::Operator::GreaterOrEqual;
}

bool isNameStart(QChar c)
{
    return c.isLetter() || c == u'_' || c == u'@' || c == u'$';
}

bool isNamePart(QChar c)
{
    return isNameStart(c) || c.isDigit() || c == u'.' || c == u'-' || c == u'/';
}

QRegularExpression expressionOf(const QString &pattern)
{
    QRegularExpression expression(pattern,
                                  QRegularExpression::CaseInsensitiveOption
                                      | QRegularExpression::UseUnicodePropertiesOption);
    if (expression.isValid())
        expression.optimize();
    return expression;
}

class Parser
{
public:
    explicit Parser(QStringView text)
        : m_text(text)
    { }

    Parsed<std::optional<QueryNode>> parse()
    {
        if (m_text.size() > LongestQuery)
            return wrong(Mistake::TooLong, LongestQuery);
        skipBlanks();
        if (atEnd())
            return std::optional<QueryNode>();
        Parsed<QueryNode> node = parseAny();
        if (!node)
            return tl::make_unexpected(node.error());
        if (!atEnd())
            return wrong(Mistake::UnexpectedParenthesis, m_at);
        return std::optional<QueryNode>(std::move(*node));
    }

private:
    /// A value and whether it stood in quotes.
    struct Value
    {
        QString text;
        qsizetype position = 0;
        bool isQuoted = false;
    };

    bool atEnd() const { return m_at >= m_text.size(); }

    QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar();
    }

    void skipBlanks()
    {
        while (!atEnd() && m_text[m_at].isSpace())
            ++m_at;
    }

    /// Whether the keyword stands here as a word of its own.
    bool atKeyword(QLatin1String word) const
    {
        if (m_text.sliced(m_at, std::min<qsizetype>(word.size(), m_text.size() - m_at))
                .compare(word, Qt::CaseInsensitive)
            != 0)
            return false;
        const QChar next = peek(word.size());
        return next.isNull() || next.isSpace() || next == u'(' || (next == u')' && m_depth > 0);
    }

    bool takeKeyword(QLatin1String word)
    {
        if (!atKeyword(word))
            return false;
        m_at += word.size();
        skipBlanks();
        return true;
    }

    bool atTermEnd() const { return atEnd() || (peek() == u')' && m_depth > 0); }

    Parsed<QueryNode> parseAny()
    {
        QueryNode any{QueryNode::Kind::Any};
        while (true) {
            Parsed<QueryNode> part = parseAll();
            if (!part)
                return part;
            any.parts.push_back(std::move(*part));
            const qsizetype before = m_at;
            if (!takeKeyword(QLatin1String("or")))
                break;
            if (atTermEnd())
                return wrong(Mistake::MissingTerm, before, QStringLiteral("or"));
        }
        return any.parts.size() == 1 ? QueryNode(std::move(any.parts.front())) : std::move(any);
    }

    Parsed<QueryNode> parseAll()
    {
        QueryNode all{QueryNode::Kind::All};
        while (!atTermEnd()) {
            const qsizetype before = m_at;
            if (atKeyword(QLatin1String("or"))) {
                if (all.parts.empty())
                    return wrong(Mistake::MissingTerm, before, QStringLiteral("or"));
                break;
            }
            if (takeKeyword(QLatin1String("and")) && (all.parts.empty() || atTermEnd()))
                return wrong(Mistake::MissingTerm, before, QStringLiteral("and"));
            Parsed<QueryNode> part = parseTerm();
            if (!part)
                return part;
            all.parts.push_back(std::move(*part));
            skipBlanks();
        }
        if (all.parts.empty())
            return wrong(Mistake::UnexpectedParenthesis, m_at);
        return all.parts.size() == 1 ? QueryNode(std::move(all.parts.front())) : std::move(all);
    }

    Parsed<QueryNode> parseTerm()
    {
        const qsizetype begin = m_at;
        bool negated = false;
        while (!atEnd()) {
            if (peek() == u'-') {
                ++m_at;
                if (atTermEnd() || peek().isSpace())
                    return wrong(Mistake::MissingTerm, begin, QStringLiteral("-"));
            } else if (takeKeyword(QLatin1String("not"))) {
                if (atTermEnd())
                    return wrong(Mistake::MissingTerm, begin, QStringLiteral("not"));
            } else {
                break;
            }
            negated = !negated;
        }
        Parsed<QueryNode> node = parsePositive();
        if (!node || !negated)
            return node;
        QueryNode negation{QueryNode::Kind::Not};
        negation.parts.push_back(std::move(*node));
        return negation;
    }

    Parsed<QueryNode> parsePositive()
    {
        if (peek() == u'(')
            return parseGroup();
        if (peek() == u')')
            return wrong(Mistake::UnexpectedParenthesis, m_at);
        if (peek() == u'~') {
            ++m_at;
            return parseExpression();
        }
        if (peek() != u'"') {
            if (std::optional<Parsed<QueryNode>> field = parseField())
                return std::move(*field);
        }
        const Parsed<Value> value = parseValue();
        if (!value)
            return tl::make_unexpected(value.error());
        QueryNode node{QueryNode::Kind::Text};
        node.search.emplace(value->text);
        return node;
    }

    Parsed<QueryNode> parseGroup()
    {
        const qsizetype begin = m_at;
        if (m_depth == DeepestGroup)
            return wrong(Mistake::TooLong, begin);
        ++m_at;
        ++m_depth;
        skipBlanks();
        if (atEnd())
            return wrong(Mistake::UnclosedParenthesis, begin);
        Parsed<QueryNode> inside = parseAny();
        if (!inside)
            return inside;
        if (atEnd())
            return wrong(Mistake::UnclosedParenthesis, begin);
        ++m_at;
        --m_depth;
        skipBlanks();
        return inside;
    }

    Parsed<QueryNode> parseExpression()
    {
        const Parsed<Value> value = parseValue(true);
        if (!value)
            return tl::make_unexpected(value.error());
        if (value->text.isEmpty())
            return wrong(Mistake::MissingValue, value->position, QStringLiteral("~"));
        QueryNode node{QueryNode::Kind::Expression};
        node.expression = expressionOf(value->text);
        if (!node.expression.isValid())
            return badExpression(node.expression, *value);
        return node;
    }

    static tl::unexpected<LogQueryError> badExpression(const QRegularExpression &expression,
                                                       const Value &value)
    {
        return wrong(Mistake::BadExpression,
                     value.position + (value.isQuoted ? 1 : 0) + expression.patternErrorOffset(),
                     expression.errorString());
    }

    /// Nothing when what stands here is a plain word.
    std::optional<Parsed<QueryNode>> parseField()
    {
        if (!isNameStart(peek()))
            return std::nullopt;
        qsizetype end = m_at;
        while (end < m_text.size() && isNamePart(m_text[end]))
            ++end;
        const auto named = std::find_if(Operators.begin(), Operators.end(), [&](const auto &each) {
            return m_text.sliced(end).startsWith(QLatin1String(each.text));
        });
        if (named == Operators.end() || end - m_at > LongestPath || m_text[end - 1] == u'-')
            return std::nullopt;
        const qsizetype behind = end + static_cast<qsizetype>(qstrlen(named->text));
        const QStringView rest = m_text.sliced(behind);
        // An address, a name of C++ or a comparison in a message, not a field.
        if (rest.startsWith(u"//") || rest.startsWith(u':') || rest.startsWith(u'='))
            return std::nullopt;
        return parseFieldValue(m_text.sliced(m_at, end - m_at).toString(), *named, behind);
    }

    Parsed<QueryNode> parseFieldValue(const QString &name, const OperatorName &named,
                                      qsizetype behind)
    {
        const qsizetype begin = m_at;
        m_at = behind;
        const Parsed<Value> value = parseValue(named.op == QueryNode::Operator::Matches);
        if (!value)
            return tl::make_unexpected(value.error());
        if (value->text.isEmpty() && !value->isQuoted)
            return wrong(Mistake::MissingValue, begin,
                         m_text.sliced(begin, behind - begin).toString());
        Parsed<QueryNode> node = fieldNode(name, named.op, *value);
        if (!node || !named.negated)
            return node;
        QueryNode negation{QueryNode::Kind::Not};
        negation.parts.push_back(std::move(*node));
        return negation;
    }

    static Parsed<QueryNode> fieldNode(const QString &name, QueryNode::Operator op,
                                       const Value &value)
    {
        QueryNode node{QueryNode::Kind::Field};
        node.field = logFieldNamed(name);
        node.path = node.field.path.toUtf8();
        node.op = op;
        node.value = value.text;
        if (op == QueryNode::Operator::Matches) {
            node.expression = expressionOf(value.text);
            if (!node.expression.isValid())
                return badExpression(node.expression, value);
            return node;
        }
        if (value.text == u"*" && !value.isQuoted && !isOrdering(op)) {
            node.op = QueryNode::Operator::Exists;
            return node;
        }
        bool isNumber = false;
        const double number = value.text.toDouble(&isNumber);
        if (isNumber)
            node.number = number;
        node.search.emplace(value.text);
        if (node.field.kind == LogField::Kind::Level)
            return levelNode(std::move(node), value);
        if (node.field.kind == LogField::Kind::Source) {
            node.source = logSourceNamed(value.text);
            if (!node.source || isOrdering(op))
                return wrong(Mistake::UnknownSource, value.position, value.text);
            return node;
        }
        if (isOrdering(op) && !isNumber)
            return wrong(Mistake::NotANumber, value.position, value.text);
        return node;
    }

    static Parsed<QueryNode> levelNode(QueryNode node, const Value &value)
    {
        const LogLevel level = levelOfWord(value.text.toUtf8());
        const bool none = value.text.compare(u"none", Qt::CaseInsensitive) == 0;
        if (level == LogLevel::None && (!none || isOrdering(node.op)))
            return wrong(Mistake::UnknownLevel, value.position, value.text);
        node.level = level;
        return node;
    }

    Parsed<Value> parseValue(bool isPattern = false)
    {
        Value value{{}, m_at, peek() == u'"'};
        if (value.isQuoted)
            return parseQuoted(std::move(value), isPattern);
        int opened = 0;
        for (; !atEnd() && !peek().isSpace(); ++m_at) {
            if (peek() == u'(')
                ++opened;
            // A parenthesis that belongs to the word, as in "handler()", stays in it.
            if (peek() == u')' && opened-- == 0 && m_depth > 0)
                break;
            value.text += peek();
        }
        return value;
    }

    Parsed<Value> parseQuoted(Value value, bool isPattern)
    {
        for (++m_at; !atEnd(); ++m_at) {
            if (peek() == u'"') {
                ++m_at;
                return value;
            }
            const bool escapes
                = peek() == u'\\' && (peek(1) == u'"' || (peek(1) == u'\\' && !isPattern));
            if (escapes)
                ++m_at;
            else if (peek() == u'\\' && isPattern && !peek(1).isNull()) {
                value.text += peek(); // what it escapes is no quote's business
                ++m_at;
            }
            value.text += peek();
        }
        return wrong(Mistake::UnclosedQuote, value.position);
    }

    QStringView m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
};

} // namespace

bool canBeAskedFor(const QString &field)
{
    return !field.isEmpty() && field.size() <= LongestPath && isNameStart(field.front())
        && field.back() != u'-' && std::all_of(field.begin(), field.end(), isNamePart);
}

tl::expected<LogQuery, LogQueryError> LogQuery::parse(QStringView text)
{
    Parsed<std::optional<QueryNode>> root = Parser(text).parse();
    if (!root)
        return tl::make_unexpected(root.error());
    LogQuery query;
    if (*root)
        query.m_root = std::make_shared<const QueryNode>(std::move(**root));
    return query;
}

} // namespace coldframe
