// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QString>

namespace coldframe::test {

/// Whether a text is as a pattern says. A pattern is the text itself, with these places for what
/// differs from run to run:
///   <id1>, <id2> ...  the request ids given, in their order
///   <uuid>            any UUID
///   <hex32>           32 hexadecimal digits; other numbers likewise
///   <time>            an ISO 8601 time with milliseconds, in UTC
///   <ms>              milliseconds with two decimals
///   <number>          digits, perhaps with a fraction
///   <newline>         a newline inside a record: frames keep theirs
///   <any>             anything, also nothing
/// Bytes are compared as they are.
bool matches(const QByteArray &text, const QByteArray &pattern, const QByteArrayList &requestIds);

/// Empty when the lines are as the patterns say, one each; else what differs.
QString lineDifference(const QByteArrayList &lines, const QByteArrayList &patterns,
                       const QByteArrayList &requestIds);

/// Empty when the lines contain such lines in this order, perhaps others between; else the first
/// pattern that was not found.
QString missingLine(const QByteArrayList &lines, const QByteArrayList &patterns,
                    const QByteArrayList &requestIds);

/// The lines of a raw string literal that begins and ends with a newline; none of an empty one.
QByteArrayList linesOf(const QByteArray &text);

} // namespace coldframe::test
