// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/logfields.h"

#include <QStringList>

#include <vector>

namespace coldframe {

/// A column of the table view.
struct LogColumn
{
    LogField field;
    int width = 0; ///< pixels; 0 for the usual width of such a column

    bool operator==(const LogColumn &) const = default;
};

/// Time, level and message.
std::vector<LogColumn> defaultLogColumns();

/// Columns as texts to be kept ("cart.total 120") and back; what makes no sense is left out, and
/// without any column it is the default ones.
QStringList textsOfColumns(const std::vector<LogColumn> &columns);
std::vector<LogColumn> columnsOfTexts(const QStringList &texts);

/// What one row of the table shows.
struct LogTableRow
{
    /// Whether the line is no JSON object: its message goes across all member columns.
    bool isText = true;
    std::vector<QString> cells; ///< one a column; empty where the line has no such field
};

LogTableRow tableRow(const LogLineView &line, const std::vector<LogColumn> &columns);

} // namespace coldframe
