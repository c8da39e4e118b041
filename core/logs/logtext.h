// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace coldframe {

/// The text of a log line for one row: line breaks inside it as "↵", tabs as blanks, colour
/// sequences left out, control characters and bytes that are not UTF-8 as \xNN. Only what can be
/// seen in a row is read; the rest is an ellipsis.
QString rowText(QByteArrayView line);

/// The whole line for reading and copying: carriage returns, which runtimes write for newlines, are
/// line breaks and no-break spaces are blanks (logs, section 5); the rest as in rowText().
QString readableText(QByteArrayView line);

/// The whole line on lines of its own: a JSON object indented, everything else as readableText().
QString detailText(QByteArrayView line);

} // namespace coldframe
