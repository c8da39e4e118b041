// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/textpositions.h"

namespace coldframe {

namespace {

struct Character
{
    qsizetype units = 1;
    qsizetype bytes = 1;
    bool endsLine = false;
};

Character characterAt(QStringView text, qsizetype offset)
{
    const QChar first = text.at(offset);
    if (first.isHighSurrogate() && offset + 1 < text.size() && text.at(offset + 1).isLowSurrogate())
        return {.units = 2, .bytes = 4};
    // A CR that an LF follows ends no line by itself: both are one end.
    const bool endsLine = first == u'\n'
        || (first == u'\r' && (offset + 1 == text.size() || text.at(offset + 1) != u'\n'));
    const char16_t unit = first.unicode();
    return {.units = 1, .bytes = unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3, .endsLine = endsLine};
}

/// A place with all its names, moved forward character by character.
struct Cursor
{
    qsizetype units = 0;
    qsizetype bytes = 0;
    TextPosition position;

    void pass(const Character &character)
    {
        units += character.units;
        bytes += character.bytes;
        if (character.endsLine) {
            ++position.line;
            position.column = 1;
        } else {
            ++position.column;
        }
    }
};

bool atLineEnd(QStringView text, qsizetype offset)
{
    return offset >= text.size() || text.at(offset) == u'\n' || text.at(offset) == u'\r';
}

Cursor cursorAt(QStringView text, TextPosition wanted)
{
    Cursor cursor;
    while (cursor.units < text.size() && cursor.position.line < wanted.line)
        cursor.pass(characterAt(text, cursor.units));
    if (cursor.position.line < wanted.line)
        return cursor;
    while (!atLineEnd(text, cursor.units) && cursor.position.column < wanted.column)
        cursor.pass(characterAt(text, cursor.units));
    return cursor;
}

} // namespace

qsizetype utf16OffsetAt(QStringView text, TextPosition position)
{
    return cursorAt(text, position).units;
}

qsizetype utf8OffsetAt(QStringView text, TextPosition position)
{
    return cursorAt(text, position).bytes;
}

TextPosition positionAtUtf16Offset(QStringView text, qsizetype offset)
{
    Cursor cursor;
    while (cursor.units < text.size()) {
        const Character next = characterAt(text, cursor.units);
        if (cursor.units + next.units > offset)
            break;
        cursor.pass(next);
    }
    return cursor.position;
}

TextPosition positionAtUtf8Offset(QStringView text, qsizetype offset)
{
    Cursor cursor;
    while (cursor.units < text.size()) {
        const Character next = characterAt(text, cursor.units);
        if (cursor.bytes + next.bytes > offset)
            break;
        cursor.pass(next);
    }
    return cursor.position;
}

qsizetype utf8Length(QStringView text)
{
    qsizetype bytes = 0;
    for (qsizetype offset = 0; offset < text.size();) {
        const Character character = characterAt(text, offset);
        bytes += character.bytes;
        offset += character.units;
    }
    return bytes;
}

int utf16ColumnAt(QStringView text, TextPosition position)
{
    return static_cast<int>(utf16OffsetAt(text, position)
                            - utf16OffsetAt(text, {.line = position.line, .column = 1}));
}

} // namespace coldframe
