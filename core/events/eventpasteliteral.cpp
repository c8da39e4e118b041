// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventpasteliteral.h"

#include "core/events/jsonvalue.h"

#include <QRegularExpression>

#include <nlohmann/json.hpp>

namespace coldframe::eventpaste {

namespace {

constexpr int deepestLiteral = 1'000;

bool isNameStart(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
        || character == '_' || character == '$';
}

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

/// The first error ends the reading: `failed()` is asked after every step.
class LiteralReader
{
public:
    LiteralReader(QByteArrayView text, qsizetype begin)
        : m_text(text)
        , m_at(begin)
    { }

    tl::expected<Literal, LiteralError> read()
    {
        OrderedJson value = readValue(0);
        if (!m_error && m_isPython && m_isJavaScript)
            fail(PasteError::Kind::InvalidJson, QStringLiteral("JSON"));
        if (m_error)
            return tl::make_unexpected(*m_error);
        const Dialect dialect = m_isPython ? Dialect::Python
            : m_isJavaScript || m_isLoose  ? Dialect::JavaScript
                                           : Dialect::Json;
        return Literal{std::make_shared<const OrderedJson>(std::move(value)), dialect, m_at,
                       std::move(m_notes)};
    }

private:
    OrderedJson readValue(int depth)
    {
        skipBlanks();
        const char character = peek();
        if (depth > deepestLiteral)
            return fail(PasteError::Kind::InvalidJson, QString());
        if (character == '{')
            return readObject(depth);
        if (character == '[')
            return readList(depth, ']');
        if (character == '(') {
            m_isPython = true;
            return readList(depth, ')');
        }
        if (character == '"' || character == '\'' || character == '`')
            return readText();
        if (isDigit(character) || character == '-' || character == '+' || character == '.')
            return readNumber();
        if (character == '<' && m_text.sliced(m_at).startsWith("<ref *"))
            return fail(PasteError::Kind::NodeInspect, QStringLiteral("<ref *1>"));
        if (isNameStart(character))
            return readWord();
        return fail(PasteError::Kind::InvalidJson, QString());
    }

    OrderedJson readObject(int depth)
    {
        OrderedJson object = OrderedJson::object();
        ++m_at;
        for (skipBlanks(); !m_error && peek() != '}'; skipBlanks()) {
            const std::optional<std::string> name = readName();
            skipBlanks();
            if (!name || !take(':'))
                return fail(PasteError::Kind::InvalidJson, QStringLiteral(":"));
            OrderedJson value = readValue(depth + 1);
            if (m_error)
                return nullptr;
            if (object.contains(*name))
                m_notes.push_back(
                    {PasteNote::Kind::DuplicateMember, QString::fromStdString(*name)});
            if (m_isUndefined)
                m_isUndefined = false; // JSON.stringify leaves such members out
            else
                object[*name] = std::move(value);
            skipBlanks();
            if (!takeComma('}'))
                break;
        }
        if (!m_error && !take('}'))
            return fail(PasteError::Kind::InvalidJson, QStringLiteral(", }"));
        return object;
    }

    OrderedJson readList(int depth, char close)
    {
        OrderedJson list = OrderedJson::array();
        ++m_at;
        for (skipBlanks(); !m_error && peek() != close; skipBlanks()) {
            list.push_back(readValue(depth + 1));
            m_isUndefined = false;
            skipBlanks();
            if (!takeComma(close))
                break;
        }
        if (!m_error && !take(close))
            return fail(PasteError::Kind::InvalidJson, QStringLiteral(", ") + QLatin1Char(close));
        return list;
    }

    /// After an element: whether there may be another one.
    bool takeComma(char close)
    {
        if (!take(','))
            return false;
        skipBlanks();
        if (peek() == close)
            m_isLoose = true;
        const QByteArrayView rest = m_text.sliced(m_at);
        if (rest.startsWith("... ") && isDigit(rest.size() > 4 ? rest[4] : ' '))
            fail(PasteError::Kind::NodeInspect,
                 QString::fromUtf8(rest.first(qMin<qsizetype>(rest.size(), 16)))
                     .section(u'\n', 0, 0));
        return true;
    }

    std::optional<std::string> readName()
    {
        const char character = peek();
        if (character == '"' || character == '\'') {
            const OrderedJson name = readText();
            return name.is_string() ? std::optional(name.get<std::string>()) : std::nullopt;
        }
        if (!isNameStart(character) && !isDigit(character))
            return std::nullopt;
        m_isJavaScript = true;
        const qsizetype begin = m_at;
        while (isNameStart(peek()) || isDigit(peek()))
            ++m_at;
        return m_text.sliced(begin, m_at - begin).toByteArray().toStdString();
    }

    OrderedJson readText()
    {
        const char quote = m_text[m_at];
        const qsizetype begin = m_at++;
        if (quote == '`')
            m_isJavaScript = true;
        else if (quote == '\'')
            m_isLoose = true;
        QString text;
        QByteArray bytes;
        const auto flush = [&] {
            text += QString::fromUtf8(bytes);
            bytes.clear();
        };
        while (m_at < m_text.size() && peek() != quote) {
            if (quote == '`' && m_text.sliced(m_at).startsWith("${"))
                return fail(PasteError::Kind::Expression, QStringLiteral("${"));
            if (peek() == '\n' && quote != '`') {
                m_at = begin;
                return fail(PasteError::Kind::UnclosedQuote, QString());
            }
            if (peek() != '\\') {
                bytes += m_text[m_at++];
                continue;
            }
            flush();
            ++m_at;
            readEscape(text, quote);
            if (m_error)
                return nullptr;
        }
        flush();
        if (m_at >= m_text.size()) {
            m_at = begin;
            return fail(PasteError::Kind::Truncated, QString());
        }
        ++m_at;
        return jsonString(text);
    }

    void readEscape(QString &text, char quote)
    {
        const char character = peek();
        ++m_at;
        switch (character) {
        case 'n':
            text += u'\n';
            return;
        case 't':
            text += u'\t';
            return;
        case 'r':
            text += u'\r';
            return;
        case 'b':
            text += u'\b';
            return;
        case 'f':
            text += u'\f';
            return;
        case 'v':
            text += u'\v';
            m_isLoose = true;
            return;
        case '0':
            text += QChar(u'\0');
            m_isLoose = true;
            return;
        case '\n':
            m_isLoose = true;
            return;
        case 'x':
            readCode(text, 2);
            m_isLoose = true;
            return;
        case 'u':
            readCode(text, 4);
            return;
        case 'U':
            readCode(text, 8);
            m_isPython = true;
            return;
        case '"':
        case '\\':
        case '/':
            text += QLatin1Char(character);
            return;
        default:
            break;
        }
        if (quote == '"' && character != '\'' && character != '`')
            fail(PasteError::Kind::InvalidJson, QString());
        m_isLoose = true;
        text += QLatin1Char(character);
    }

    void readCode(QString &text, qsizetype digits)
    {
        if (peek() == '{' && digits == 4) { // \u{1F600}
            const qsizetype close = m_text.indexOf('}', m_at);
            if (close < 0 || close - m_at > 9) {
                fail(PasteError::Kind::InvalidJson, QString());
                return;
            }
            m_isJavaScript = true;
            addCode(text, m_text.sliced(m_at + 1, close - m_at - 1));
            m_at = close + 1;
            return;
        }
        const QByteArrayView code
            = m_text.sliced(m_at, qMin<qsizetype>(digits, m_text.size() - m_at));
        m_at += code.size();
        addCode(text, code);
    }

    void addCode(QString &text, QByteArrayView code)
    {
        bool isHex = false;
        const uint number = code.toByteArray().toUInt(&isHex, 16);
        if (!isHex || number > 0x10FFFF)
            fail(PasteError::Kind::InvalidJson, QString());
        else if (number > 0xFFFF)
            text += QString::fromUcs4(reinterpret_cast<const char32_t *>(&number), 1);
        else
            text += QChar(static_cast<char16_t>(number));
    }

    OrderedJson readNumber()
    {
        static const QRegularExpression form(
            QStringLiteral("\\A[+-]?(0[xX][0-9a-fA-F_]+|[0-9][0-9_]*\\.?[0-9_]*([eE][+-]?[0-9]+)?|"
                           "\\.[0-9]+([eE][+-]?[0-9]+)?)n?"));
        const QString rest
            = QString::fromLatin1(m_text.sliced(m_at, qMin<qsizetype>(400, m_text.size() - m_at)));
        const auto match = form.match(rest);
        if (!match.hasMatch())
            return fail(PasteError::Kind::InvalidJson, QString());
        const qsizetype begin = m_at;
        m_at += match.capturedLength();
        const auto strict = parseJson(m_text.sliced(begin, m_at - begin));
        if (strict)
            return *strict;
        QString plain = match.captured().remove(u'_');
        if (plain.endsWith(u'n'))
            plain.chop(1);
        m_isLoose = true;
        bool isNumber = false;
        const qlonglong integer = plain.toLongLong(&isNumber, 0);
        if (isNumber && !plain.startsWith(QLatin1String("0")))
            return integer;
        if (isNumber && plain.startsWith(QLatin1String("0x"), Qt::CaseInsensitive))
            return integer;
        const double number = plain.toDouble(&isNumber);
        return isNumber ? OrderedJson(number) : fail(PasteError::Kind::InvalidJson, QString());
    }

    OrderedJson readWord()
    {
        const qsizetype begin = m_at;
        while (isNameStart(peek()) || isDigit(peek()) || peek() == '.')
            ++m_at;
        const QByteArray word = m_text.sliced(begin, m_at - begin).toByteArray();
        if (word == "true" || word == "false")
            return word == "true";
        if (word == "null")
            return nullptr;
        if (word == "True" || word == "False" || word == "None") {
            m_isPython = true;
            return word == "None" ? OrderedJson() : OrderedJson(word == "True");
        }
        if (word == "undefined") {
            m_isJavaScript = true;
            m_isUndefined = true;
            return nullptr;
        }
        if ((word == "u" || word == "r") && (peek() == '\'' || peek() == '"')) {
            m_isPython = true;
            return readText();
        }
        m_at = begin;
        if (word == "Object" || word == "Array" || word == "Circular" || word == "Function")
            return fail(PasteError::Kind::NodeInspect, u'[' + QString::fromLatin1(word) + u']');
        const QByteArrayView behind = m_text.sliced(begin + word.size());
        if (word == "new" || word == "function" || word == "async")
            return fail(PasteError::Kind::Expression, QString::fromUtf8(word));
        if (word == "b" || behind.startsWith("("))
            return fail(PasteError::Kind::PythonObject, QString::fromUtf8(word));
        return fail(PasteError::Kind::InvalidJson, QString());
    }

    void skipBlanks()
    {
        while (m_at < m_text.size()) {
            const char character = m_text[m_at];
            const QByteArrayView rest = m_text.sliced(m_at);
            if (character == ' ' || character == '\t' || character == '\r' || character == '\n') {
                ++m_at;
            } else if (rest.startsWith("\xC2\xA0")) { // a blank that web pages have
                m_at += 2;
                m_isLoose = true;
            } else if (rest.startsWith("//")) {
                const qsizetype end = m_text.indexOf('\n', m_at);
                m_at = end < 0 ? m_text.size() : end;
                m_isJavaScript = true;
            } else if (rest.startsWith("/*")) {
                const qsizetype end = m_text.indexOf(QByteArrayView("*/"), m_at);
                m_at = end < 0 ? m_text.size() : end + 2;
                m_isJavaScript = true;
            } else {
                return;
            }
        }
    }

    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    bool take(char character)
    {
        if (peek() != character || m_at >= m_text.size())
            return false;
        ++m_at;
        return true;
    }

    OrderedJson fail(PasteError::Kind kind, const QString &detail)
    {
        if (m_error)
            return nullptr;
        const bool isAtEnd = m_at >= m_text.size() && kind == PasteError::Kind::InvalidJson;
        m_error = LiteralError{isAtEnd ? PasteError::Kind::Truncated : kind, detail, m_at};
        return nullptr;
    }

    QByteArrayView m_text;
    qsizetype m_at;
    std::optional<LiteralError> m_error;
    std::vector<PasteNote> m_notes;
    bool m_isPython = false;
    bool m_isJavaScript = false;
    bool m_isLoose = false; ///< no JSON, but both of the others may have it
    bool m_isUndefined = false;
};

} // namespace

tl::expected<Literal, LiteralError> readLiteral(QByteArrayView text, qsizetype begin)
{
    return LiteralReader(text, begin).read();
}

} // namespace coldframe::eventpaste
