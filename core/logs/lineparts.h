// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/lambda/logline.h"

#include <QByteArrayView>

#include <optional>

namespace coldframe {

/// What a text line says about itself before its message; all of it lies inside the line.
struct LineParts
{
    QByteArrayView time;
    LogLevel level = LogLevel::None;
    QByteArrayView requestId;
    QByteArrayView message; ///< the whole line when it has no known prefix
};

/// Takes the prefix of Lambda's runtimes (logs, section 5) and of platform lines (section 1) apart,
/// and those of common loggers: "ERROR:name:message" and "<time> ERROR message".
LineParts linePartsOf(QByteArrayView line);

/// The level of a word without regard to case: Lambda's names, WARNING, CRITICAL, ERR.
LogLevel levelOfWord(QByteArrayView word);

/// The level that a line states where that is certain: a JSON object's level member, also as a
/// number (10 to 60, as pino and Bunyan write it), or a known prefix. None otherwise.
LogLevel levelOfText(QByteArrayView line);

/// Reads an ISO 8601 time with a date; without a zone it is UTC, as CloudWatch writes it.
std::optional<WallTime> timeOfText(QByteArrayView text);

/// The length of the ISO 8601 time that a text begins with, or 0.
qsizetype timeLength(QByteArrayView text);

} // namespace coldframe
