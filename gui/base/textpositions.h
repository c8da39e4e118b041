// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QStringView>

namespace coldframe {

// One place in a text has three names: TextPosition counts lines and code points, QString and
// language servers count UTF-16 units, files and the editing component count UTF-8 bytes. Lines
// end with LF, CR LF or CR. Places outside the text mean the nearest place inside.

/// UTF-16 units before a position.
qsizetype utf16OffsetAt(QStringView text, TextPosition position);

/// The position after that many UTF-16 units.
TextPosition positionAtUtf16Offset(QStringView text, qsizetype offset);

/// UTF-8 bytes before a position.
qsizetype utf8OffsetAt(QStringView text, TextPosition position);

/// The position after that many UTF-8 bytes; inside of a character it is the character's begin.
TextPosition positionAtUtf8Offset(QStringView text, qsizetype offset);

/// Bytes that a text takes in UTF-8.
qsizetype utf8Length(QStringView text);

/// UTF-16 units between the begin of its line and a position, counted from 0 as language servers
/// do.
int utf16ColumnAt(QStringView text, TextPosition position);

} // namespace coldframe
