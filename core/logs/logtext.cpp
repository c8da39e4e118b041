// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logtext.h"

#include "core/base/jsontext.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace coldframe {

namespace {

constexpr qsizetype LongestRowBytes = 2'000;
constexpr char16_t NoBreakSpace = u'\u00a0';
constexpr char16_t Ellipsis = u'\u2026';

bool isPlainAscii(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

/// How many bytes at the beginning of text are one UTF-8 character, or 0.
qsizetype characterBytes(QByteArrayView text)
{
    const auto byte = [text](qsizetype i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    const qsizetype length = first < 0x80 ? 1
        : first >= 0xc2 && first < 0xe0   ? 2
        : first >= 0xe0 && first < 0xf0   ? 3
        : first >= 0xf0 && first < 0xf5   ? 4
                                          : 0;
    if (length == 0 || length > text.size())
        return 0;
    for (qsizetype i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0) != 0x80)
            return 0;
    }
    const bool overlong = (first == 0xe0 && byte(1) < 0xa0) || (first == 0xf0 && byte(1) < 0x90);
    const bool surrogate = first == 0xed && byte(1) >= 0xa0;
    const bool beyond = first == 0xf4 && byte(1) >= 0x90;
    return overlong || surrogate || beyond ? 0 : length;
}

/// How many bytes at the beginning of text are a terminal's colour sequence (ESC [ ... m), or 0.
qsizetype colourSequenceBytes(QByteArrayView text)
{
    if (text.size() < 3 || text[0] != '\x1b' || text[1] != '[')
        return 0;
    qsizetype i = 2;
    while (i < text.size() && ((text[i] >= '0' && text[i] <= '9') || text[i] == ';'))
        ++i;
    return i < text.size() && text[i] == 'm' ? i + 1 : 0;
}

QString escapedByte(char byte)
{
    return QStringLiteral("\\x%1").arg(static_cast<unsigned char>(byte), 2, 16, QLatin1Char('0'));
}

bool isControl(QByteArrayView character)
{
    if (character.size() == 1)
        return static_cast<unsigned char>(character[0]) < 0x20 || character[0] == '\x7f';
    // U+0080 to U+009F
    return character.size() == 2 && static_cast<unsigned char>(character[0]) == 0xc2
        && static_cast<unsigned char>(character[1]) < 0xa0;
}

QByteArrayView withoutTrailingBreaks(QByteArrayView line)
{
    while (!line.isEmpty() && (line.back() == '\r' || line.back() == '\n'))
        line.chop(1);
    return line;
}

/// Decodes a line; lineBreak and tab stand for these two.
QString decode(QByteArrayView line, const QString &lineBreak, const QString &tab)
{
    QString text;
    text.reserve(line.size());
    while (!line.isEmpty()) {
        if (const qsizetype colour = colourSequenceBytes(line); colour > 0) {
            line = line.sliced(colour);
            continue;
        }
        const qsizetype length = characterBytes(line);
        const QByteArrayView character = line.first(std::max<qsizetype>(length, 1));
        if (line.startsWith("\r\n")) {
            text += lineBreak;
            line = line.sliced(2);
            continue;
        }
        if (character[0] == '\r' || character[0] == '\n')
            text += lineBreak;
        else if (character[0] == '\t')
            text += tab;
        else if (length == 0)
            text += escapedByte(character[0]);
        else if (isControl(character))
            text += escapedByte(character.back());
        else
            text += QString::fromUtf8(character);
        line = line.sliced(character.size());
    }
    return text.replace(QChar(NoBreakSpace), QLatin1Char(' '));
}

} // namespace

QString rowText(QByteArrayView line)
{
    line = withoutTrailingBreaks(line);
    const bool cut = line.size() > LongestRowBytes;
    if (cut) {
        line = line.first(LongestRowBytes);
        // Not in the middle of a character, which would show as escaped bytes.
        while (!line.isEmpty() && (static_cast<unsigned char>(line.back()) & 0xc0) == 0x80)
            line.chop(1);
        if (!line.isEmpty() && static_cast<unsigned char>(line.back()) >= 0xc0)
            line.chop(1);
    }
    QString text = isPlainAscii(line)
        ? QString::fromLatin1(line)
        : decode(line, QStringLiteral(" \u21b5 "), QStringLiteral("    "));
    if (cut)
        text += QChar(Ellipsis);
    return text;
}

QString readableText(QByteArrayView line)
{
    line = withoutTrailingBreaks(line);
    return isPlainAscii(line) ? QString::fromLatin1(line)
                              : decode(line, QStringLiteral("\n"), QStringLiteral("\t"));
}

QString detailText(QByteArrayView line)
{
    if (line.startsWith('{') && line.trimmed().endsWith('}')) {
        if (const auto json = parseJson(line))
            return QString::fromUtf8(writeJson(*json, JsonLayout::Indented));
    }
    return readableText(line);
}

} // namespace coldframe
