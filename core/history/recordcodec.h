// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsontext.h"
#include "core/history/runsummary.h"

#include <QByteArray>

namespace coldframe {

/// A run as it is kept: with its record.
struct StoredRun
{
    InvocationRecord record;
    RunMetadata metadata;
    QStringList tags;
};

/// The values of a function's environment variables may be secrets. Without them a record keeps
/// their names, with empty values.
enum class VariableValues { LeftOut, Kept };

/// A record as bytes and back, all of its members: JSON, compressed. Unreadable for bytes that are
/// none, or that a newer version made.
QByteArray recordToBytes(const InvocationRecord &record,
                         VariableValues values = VariableValues::LeftOut);
Result<InvocationRecord> recordFromBytes(const QByteArray &bytes);

/// A run as one line of JSON, without a newline, and back. Bytes that are not UTF-8 are written as
/// {"base64": ...}. MalformedLine for what is no such line, or is one of a newer version.
QByteArray runToLine(const StoredRun &run, VariableValues values = VariableValues::LeftOut);
Result<StoredRun> runFromLine(QByteArrayView line);

} // namespace coldframe
