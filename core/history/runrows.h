// SPDX-License-Identifier: GPL-3.0-or-later
// Between runs and the rows of RunStore's tables.
#pragma once

#include "core/database/sqlitedatabase.h"
#include "core/history/runquery.h"

namespace coldframe {

/// What makes an empty file a history.
extern const char *const historySchema;
inline constexpr std::int64_t HistoryApplicationId = 0x4366'4879; ///< "CfHy"
inline constexpr std::int64_t HistoryFormatVersion = 2;

/// What makes a file of version 1, which kept no runtime, one of this version. The runtimes of runs
/// that were restored, by which their price differs, have to be filled in from their records;
/// restoredRunsSql selects the ids.
extern const char *const addRuntimeSql;
extern const char *const restoredRunsSql;

/// INSERT of all columns but the id, in the order of bindRun().
extern const char *const insertRunSql;
void bindRun(SqliteStatement &statement, const RunSummary &run, qint64 bytes);

enum class RunOrder { NewestFirst, OldestFirst };

/// SELECT of a query with its values bound.
Result<SqliteStatement> selectRuns(const SqliteDatabase &database, const RunQuery &query,
                                   RunOrder order = RunOrder::NewestFirst);

/// SELECT of how many runs a query finds, whatever its limit.
Result<SqliteStatement> selectCount(const SqliteDatabase &database, const RunQuery &query);

/// A time as a column has it.
std::int64_t rowTime(WallTime time);

/// The row that the statement of selectRuns() is at.
RunSummary runOf(const SqliteStatement &row);

} // namespace coldframe
