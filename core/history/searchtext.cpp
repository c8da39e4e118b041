// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/searchtext.h"

#include <QStringList>

#include <array>

namespace coldframe {

namespace {

constexpr qsizetype mostSearchedBytes = 64 * 1024;

bool isEveryRunsLine(const LogLine &line)
{
    if (line.source != LogSource::Platform)
        return false;
    constexpr std::array beginnings{"INIT_START ", "START ", "END ", "REPORT "};
    for (const char *beginning : beginnings) {
        if (line.text.startsWith(beginning))
            return true;
    }
    return line.text.startsWith("{\"time\":") && line.text.contains("\"type\":\"platform.");
}

bool isLower(char letter)
{
    return letter >= 'a' && letter <= 'z';
}

bool isUpper(char letter)
{
    return letter >= 'A' && letter <= 'Z';
}

bool isLetterOrDigit(char letter)
{
    return isLower(letter) || isUpper(letter) || (letter >= '0' && letter <= '9');
}

/// Behind the text, each rest of a word that begins with a capital behind a small letter.
QByteArray innerWords(const QByteArray &text)
{
    QByteArray words;
    for (qsizetype at = 1; at < text.size(); ++at) {
        if (!isUpper(text[at]) || !isLower(text[at - 1]))
            continue;
        qsizetype end = at;
        while (end < text.size() && isLetterOrDigit(text[end]))
            ++end;
        words += ' ';
        words += text.mid(at, end - at);
    }
    return words;
}

} // namespace

QByteArray searchText(const InvocationRecord &record)
{
    QByteArray text;
    const QByteArray requestId = record.requestId.toUtf8();
    for (const LogLine &line : record.log) {
        if (isEveryRunsLine(line))
            continue;
        QByteArray searched = line.text;
        if (!requestId.isEmpty())
            searched.replace(requestId, " ");
        text += searched.left(mostSearchedBytes - text.size());
        text += '\n';
        if (text.size() >= mostSearchedBytes)
            break;
    }
    text += record.errorType.toUtf8();
    return text + innerWords(text);
}

QString searchExpression(const QString &typed)
{
    QStringList words;
    QString word;
    for (const QChar letter : typed + u' ') {
        if (letter.isLetterOrNumber() || letter.isSurrogate() || letter.isMark()) {
            word += letter;
        } else if (!word.isEmpty()) {
            // Words of one letter stand for themselves: too many begin with it.
            words.append(word.size() == 1 ? QStringLiteral("\"%1\"").arg(word)
                                          : QStringLiteral("\"%1\"*").arg(word));
            word.clear();
        }
    }
    return words.join(u' ');
}

} // namespace coldframe
