// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace coldframe {

/// A place on this computer's disk.
struct FilePlace
{
    QString path; ///< absolute
    int line = 1; ///< from 1

    bool operator==(const FilePlace &) const = default;
};

/// One entry of a stack trace.
struct StackFrame
{
    QString text; ///< without indentation; may have several lines, as Python's entries do
    std::optional<FilePlace> place; ///< set for the function's own code and its packages

    bool operator==(const StackFrame &) const = default;
};

/// Reads the entries of a payload's trace, in any runtime's dialect (environment, section 7).
/// /var/task, where the function believes to be, is codeDirectory on this computer.
std::vector<StackFrame> readStackTrace(const QStringList &entries, const QString &codeDirectory);

} // namespace coldframe
