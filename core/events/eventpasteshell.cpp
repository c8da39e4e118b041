// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventpastecurl.h"

#include <QRegularExpression>

namespace coldframe::eventpaste {

namespace {

/// Reads one command as bash and its relatives do, or as Windows' cmd does.
class ShellReader
{
public:
    explicit ShellReader(QByteArrayView text)
        : m_text(text)
        , m_isWindows(looksLikeWindows(text))
    { }

    tl::expected<ShellWords, PasteError> read()
    {
        while (!m_error && m_at < m_text.size() && !m_isOver)
            readNext();
        endWord();
        if (m_error)
            return tl::make_unexpected(*m_error);
        return std::move(m_result);
    }

private:
    static bool looksLikeWindows(QByteArrayView text)
    {
        static const QRegularExpression carets(QStringLiteral("\\^\\s*\\r?\\n|\\^\"|curl\\.exe"));
        return carets.match(QString::fromUtf8(text)).hasMatch();
    }

    void readNext()
    {
        const char character = m_text[m_at];
        if (m_isWindows && character == '^') {
            readCaret();
        } else if (!m_isWindows && character == '\\') {
            readBackslash();
        } else if (character == '\'' && !m_isWindows) {
            readSingle();
        } else if (character == '"') {
            readDouble();
        } else if (character == '$' && !m_isWindows && next() == '\'') {
            ++m_at;
            readAnsi();
        } else if (character == '$' || character == '`') {
            readExpansion();
        } else if (character == ' ' || character == '\t' || character == '\r') {
            endWord();
            ++m_at;
        } else if (character == '\n') {
            endWord();
            ++m_at;
            end(m_result.words.isEmpty() ? m_at : m_at - 1, !m_result.words.isEmpty());
        } else if (character == '#' && !m_hasWord) {
            const qsizetype line = m_text.indexOf('\n', m_at);
            m_at = line < 0 ? m_text.size() : line;
        } else if (character == '&' && m_hasWord && next() != '&' && next() != ' '
                   && m_at + 1 < m_text.size() && next() != '\n' && m_word.contains("://")) {
            note(PasteNote::Kind::UnquotedAmpersand, {});
            add(character);
        } else if (QByteArrayView("|;&<>").contains(character)) {
            endWord();
            end(m_at, true);
        } else {
            add(character);
        }
    }

    void add(char character)
    {
        m_hasWord = true;
        m_word += character;
        ++m_at;
    }

    void readCaret()
    {
        ++m_at;
        while (m_at < m_text.size() && m_text[m_at] == '\r')
            ++m_at;
        if (m_at < m_text.size() && m_text[m_at] == '\n')
            ++m_at;
        else if (m_at < m_text.size() && m_text[m_at] == '"')
            readDouble();
        else if (m_at < m_text.size())
            add(m_text[m_at]);
    }

    void readBackslash()
    {
        if (m_at + 1 >= m_text.size()) {
            ++m_at;
            return;
        }
        const char following = m_text[m_at + 1];
        m_at += 2;
        if (following == '\r' && m_at < m_text.size() && m_text[m_at] == '\n')
            ++m_at;
        else if (following != '\n') {
            m_hasWord = true;
            m_word += following;
        }
    }

    void readSingle()
    {
        const qsizetype close = m_text.indexOf('\'', m_at + 1);
        if (close < 0)
            return unclosed(m_at);
        m_hasWord = true;
        m_word += m_text.sliced(m_at + 1, close - m_at - 1);
        m_at = close + 1;
    }

    void readDouble()
    {
        const qsizetype begin = m_at++;
        m_hasWord = true;
        while (m_at < m_text.size()) {
            const char character = m_text[m_at];
            if (character == '"') {
                ++m_at;
                return;
            }
            if (m_isWindows && character == '^' && m_at + 1 < m_text.size()) {
                ++m_at; // copied by a browser: ^" ends, ^X is X
                if (m_text[m_at] == '"') {
                    ++m_at;
                    return;
                }
                m_word += m_text[m_at++];
            } else if (character == '\\' && m_at + 1 < m_text.size()) {
                readBackslashInDouble();
            } else if (!m_isWindows
                       && (character == '`' || (character == '$' && isExpansion(next())))) {
                return readExpansion();
            } else {
                m_word += character;
                ++m_at;
            }
        }
        unclosed(begin);
    }

    void readBackslashInDouble()
    {
        char following = m_text[m_at + 1];
        if (m_isWindows && following == '^' && m_at + 2 < m_text.size()) { // \^"
            ++m_at;
            following = m_text[m_at + 1];
        }
        m_at += 2;
        const bool isEscaped = m_isWindows ? following == '"' || following == '\\'
                                           : QByteArrayView("\"\\$`").contains(following);
        if (!m_isWindows && following == '\n')
            return;
        if (!isEscaped)
            m_word += '\\';
        m_word += following;
    }

    /// $'...' with the escapes of C.
    void readAnsi()
    {
        const qsizetype begin = m_at++;
        m_hasWord = true;
        while (m_at < m_text.size() && m_text[m_at] != '\'') {
            if (m_text[m_at] != '\\' || m_at + 1 >= m_text.size()) {
                m_word += m_text[m_at++];
                continue;
            }
            const char escape = m_text[m_at + 1];
            m_at += 2;
            static constexpr QByteArrayView letters = "abefnrtv";
            static constexpr QByteArrayView meanings = "\a\b\033\f\n\r\t\v";
            if (const qsizetype letter = letters.indexOf(escape); letter >= 0)
                m_word += meanings[letter];
            else if (escape == 'E')
                m_word += '\033';
            else if (escape == 'x')
                m_word += static_cast<char>(number(16, 2));
            else if (escape == 'u' || escape == 'U')
                addCode(number(16, escape == 'u' ? 4 : 8));
            else if (escape >= '0' && escape <= '7') {
                --m_at;
                m_word += static_cast<char>(number(8, 3));
            } else {
                m_word += escape;
            }
        }
        if (m_at >= m_text.size())
            return unclosed(begin - 1);
        ++m_at;
    }

    /// Escaped UTF-16 comes in pairs from programs that write JavaScript's escapes.
    void addCode(uint code)
    {
        if (code >= 0xD800 && code < 0xDC00) {
            m_surrogate = code;
            return;
        }
        if (code >= 0xDC00 && code < 0xE000 && m_surrogate)
            code = 0x10000 + ((m_surrogate - 0xD800) << 10U) + (code - 0xDC00);
        m_surrogate = 0;
        const auto character = static_cast<char32_t>(code > 0x10FFFF ? 0xFFFD : code);
        m_word += QString::fromUcs4(&character, 1).toUtf8();
    }

    uint number(int base, int digits)
    {
        uint value = 0;
        for (; digits > 0 && m_at < m_text.size(); --digits, ++m_at) {
            bool isDigit = false;
            const uint digit = QByteArray(1, m_text[m_at]).toUInt(&isDigit, base);
            if (!isDigit)
                break;
            value = value * static_cast<uint>(base) + digit;
        }
        return value;
    }

    static bool isExpansion(char following)
    {
        return following == '{' || following == '(' || following == '_'
            || (following >= 'a' && following <= 'z') || (following >= 'A' && following <= 'Z');
    }

    void readExpansion()
    {
        if (m_isWindows || (m_text[m_at] == '$' && !isExpansion(next()))) {
            add(m_text[m_at]);
            return;
        }
        static const QRegularExpression whole(
            QStringLiteral("\\A(`[^`]*`?|\\$\\([^)]*\\)?|\\$\\{[^}]*\\}?|\\$[A-Za-z0-9_]+)"));
        const auto match = whole.match(
            QString::fromUtf8(m_text.sliced(m_at, qMin<qsizetype>(200, m_text.size() - m_at))));
        fail(PasteError::Kind::ShellExpansion, match.captured(), m_at);
    }

    void endWord()
    {
        if (m_hasWord)
            m_result.words.append(m_word);
        m_word.clear();
        m_hasWord = false;
    }

    void end(qsizetype at, bool isOver)
    {
        if (!isOver)
            return;
        m_isOver = true;
        const QString rest = QString::fromUtf8(m_text.sliced(at)).trimmed();
        if (!rest.isEmpty())
            note(PasteNote::Kind::AfterCommand, rest.left(60));
    }

    void note(PasteNote::Kind kind, const QString &detail)
    {
        for (const PasteNote &each : m_result.notes) {
            if (each.kind == kind)
                return;
        }
        m_result.notes.push_back({kind, detail});
    }

    void unclosed(qsizetype at) { fail(PasteError::Kind::UnclosedQuote, {}, at); }

    void fail(PasteError::Kind kind, const QString &detail, qsizetype at)
    {
        if (!m_error)
            m_error = PasteError{kind, detail, positionOf(m_text, at)};
        m_at = m_text.size();
    }

    char next() const { return m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0'; }

    QByteArrayView m_text;
    bool m_isWindows;
    qsizetype m_at = 0;
    QByteArray m_word;
    bool m_hasWord = false;
    bool m_isOver = false;
    uint m_surrogate = 0;
    ShellWords m_result;
    std::optional<PasteError> m_error;
};

} // namespace

tl::expected<ShellWords, PasteError> shellWords(QByteArrayView text)
{
    return ShellReader(text).read();
}

} // namespace coldframe::eventpaste
