// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/logs/logprogress.h"
#include "core/logs/logstore.h"

#include <QString>

#include <memory>

namespace coldframe {

/// How a file of log lines is written.
enum class LogFileFormat {
    Lines, ///< text or JSON, one line each; also what `aws logs tail` and `sam logs` print
    JsonDocument, ///< a list of events: exports of CloudWatch Logs Insights, answers of the AWS CLI
    Csv, ///< exports of CloudWatch Logs Insights and of the console
};

struct LogFile
{
    LogStore lines; ///< its first number is how many lines did not find room
    LogFileFormat format = LogFileFormat::Lines;
};

/// Reads a file of log lines, in the order of the file; what Insights exports newest first is
/// turned round. For another thread: progress counts bytes. Unreadable, InvalidJson, Cancelled;
/// InvalidArgument for documents and tables of more than 512 MB.
Result<std::shared_ptr<LogFile>> readLogFile(const QString &path, LogProgress &progress);

} // namespace coldframe
