// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/runrows.h"

#include "core/history/searchtext.h"

#include <QByteArrayList>

#include <functional>

namespace coldframe {

// A run's values apart from its record: lists and trends then read a hundredth of the file. The
// index of words keeps no text of its own, the record has it. Values of enumerations are their
// numbers, which only grow.
const char *const historySchema
    = "CREATE TABLE run ("
      "  id INTEGER PRIMARY KEY AUTOINCREMENT, request_id TEXT NOT NULL, function TEXT NOT NULL,"
      "  started_at INTEGER NOT NULL, status INTEGER NOT NULL, error_type TEXT NOT NULL,"
      "  cold_start INTEGER, duration_us INTEGER NOT NULL, billed_ms INTEGER NOT NULL,"
      "  init_us INTEGER, cpu_ns INTEGER, memory_mb INTEGER NOT NULL, used_mb INTEGER NOT NULL,"
      "  storage_mb INTEGER NOT NULL, region TEXT NOT NULL, architecture INTEGER NOT NULL,"
      "  event TEXT NOT NULL, fixture TEXT NOT NULL, origin INTEGER NOT NULL,"
      "  git_commit TEXT NOT NULL, dirty INTEGER NOT NULL, bytes INTEGER NOT NULL,"
      "  runtime TEXT NOT NULL DEFAULT '');"
      "CREATE INDEX run_of_function ON run (function, id);"
      "CREATE INDEX run_of_request ON run (request_id, started_at);"
      "CREATE TABLE record (run INTEGER PRIMARY KEY, data BLOB NOT NULL);"
      "CREATE TABLE tag (run INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (run, name))"
      "  WITHOUT ROWID;"
      "CREATE INDEX tag_by_name ON tag (name, run);"
      "CREATE VIRTUAL TABLE words USING fts5 (text, content = '', detail = none,"
      "  tokenize = 'unicode61');"
      "PRAGMA application_id = 1130776697; PRAGMA user_version = 2;";
static_assert(HistoryApplicationId == 1130776697 && HistoryFormatVersion == 2);

const char *const addRuntimeSql = "ALTER TABLE run ADD COLUMN runtime TEXT NOT NULL DEFAULT '';"
                                  "PRAGMA user_version = 2;";

const char *const restoredRunsSql = "SELECT id FROM run"
                                    " WHERE cold_start IS NOT NULL AND init_us IS NULL"
                                    " AND billed_ms * 1000 >= duration_us + 1000";

const char *const insertRunSql
    = "INSERT INTO run (request_id, function, started_at, status, error_type, cold_start,"
      " duration_us, billed_ms, init_us, cpu_ns, memory_mb, used_mb, storage_mb, region,"
      " architecture, event, fixture, origin, git_commit, dirty, bytes, runtime)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

namespace {

WallTime timeFromRow(std::int64_t value)
{
    return WallTime(
        std::chrono::duration_cast<WallTime::duration>(std::chrono::nanoseconds(value)));
}

template <typename T>
std::optional<std::int64_t> countOf(const std::optional<T> &duration)
{
    return duration ? std::optional<std::int64_t>(duration->count()) : std::nullopt;
}

template <typename T>
std::optional<T> durationOf(std::optional<std::int64_t> count)
{
    return count ? std::optional<T>(*count) : std::nullopt;
}

constexpr const char *selectSql
    = "SELECT id, request_id, function, started_at, status, error_type, cold_start, duration_us,"
      " billed_ms, init_us, cpu_ns, memory_mb, used_mb, storage_mb, region, architecture, event,"
      " fixture, origin, git_commit, dirty, bytes, runtime,"
      " (SELECT group_concat(name, char(10)) FROM tag WHERE tag.run = id) FROM ";

/// The conditions of a query, with who binds their values.
class Conditions
{
public:
    template <typename... Values>
    void add(const QByteArray &condition, const Values &...values)
    {
        m_sql.append(condition);
        (m_binders.push_back(
             [values](SqliteStatement &statement, int at) { statement.bind(at, values); }),
         ...);
    }

    QByteArray sql() const
    {
        return m_sql.isEmpty() ? QByteArray() : " WHERE " + m_sql.join(" AND ");
    }

    int bindTo(SqliteStatement &statement) const
    {
        int at = 1;
        for (const auto &bind : m_binders)
            bind(statement, at++);
        return at;
    }

private:
    QByteArrayList m_sql;
    std::vector<std::function<void(SqliteStatement &, int)>> m_binders;
};

QByteArray statusNumbers(const std::set<InvocationStatus> &status)
{
    QByteArrayList numbers;
    for (const InvocationStatus each : status)
        numbers.append(QByteArray::number(static_cast<int>(each)));
    return numbers.join(',');
}

/// What is behind LIKE, which does not mind the case of ASCII letters, for a part of a text.
QString partPattern(QString part)
{
    part.replace(u'\\', QStringLiteral("\\\\"));
    part.replace(u'%', QStringLiteral("\\%"));
    part.replace(u'_', QStringLiteral("\\_"));
    return u'%' + part + u'%';
}

/// With words to search, the index goes ahead and tells its matches in the order that is wanted:
/// they need not be sorted.
Conditions conditionsOf(const RunQuery &query)
{
    Conditions conditions;
    if (!query.text.isEmpty())
        conditions.add("words MATCH ?", searchExpression(query.text));
    const QByteArray id = query.text.isEmpty() ? "id" : "words.rowid";
    if (!query.function.isEmpty())
        conditions.add("function = ?", query.function);
    if (!query.event.isEmpty())
        conditions.add("(event LIKE ? ESCAPE '\\' OR fixture LIKE ? ESCAPE '\\')",
                       partPattern(query.event), partPattern(query.event));
    if (!query.status.empty())
        conditions.add("status IN (" + statusNumbers(query.status) + ")");
    if (query.cold)
        conditions.add(*query.cold ? "cold_start IS NOT NULL" : "cold_start IS NULL");
    if (!query.requestId.isEmpty()) // a range, so that the index is of use
        conditions.add("request_id >= ? AND request_id < ?", query.requestId,
                       query.requestId + QChar(0xffff));
    if (!query.tag.isEmpty())
        conditions.add("id IN (SELECT run FROM tag WHERE name = ?)", query.tag);
    if (query.since)
        conditions.add("started_at >= ?", rowTime(*query.since));
    if (query.after)
        conditions.add(id + " < ?", static_cast<std::int64_t>(*query.after));
    if (query.newerThan)
        conditions.add(id + " > ?", static_cast<std::int64_t>(*query.newerThan));
    return conditions;
}

QByteArray tablesOf(const RunQuery &query)
{
    return query.text.isEmpty() ? "run" : "words CROSS JOIN run ON run.id = words.rowid";
}

} // namespace

std::int64_t rowTime(WallTime time)
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(time.time_since_epoch()).count();
}

void bindRun(SqliteStatement &statement, const RunSummary &run, qint64 bytes)
{
    int column = 0;
    const auto bind = [&](const auto &value) { statement.bind(++column, value); };
    const auto bindNumber = [&](auto value) { bind(static_cast<std::int64_t>(value)); };
    bind(run.requestId);
    bind(run.function);
    bind(rowTime(run.startedAt));
    bindNumber(run.status);
    bind(run.errorType);
    bind(run.coldStart ? std::optional(static_cast<std::int64_t>(*run.coldStart)) : std::nullopt);
    bindNumber(run.duration.count());
    bindNumber(run.billedDuration.count());
    bind(countOf(run.initDuration));
    bind(countOf(run.cpuTime));
    bind(run.memorySize.value);
    bind(run.maxMemoryUsed.value);
    bind(run.ephemeralStorage.value);
    bind(run.region);
    bindNumber(run.architecture);
    bind(run.metadata.eventName);
    bind(run.metadata.fixture);
    bindNumber(run.metadata.origin);
    bind(run.metadata.commit.id);
    bindNumber(run.metadata.commit.isDirty ? 1 : 0);
    bindNumber(bytes);
    bind(run.runtime);
}

Result<SqliteStatement> selectRuns(const SqliteDatabase &database, const RunQuery &query,
                                   RunOrder order)
{
    const Conditions conditions = conditionsOf(query);
    const QByteArray sql = selectSql + tablesOf(query) + conditions.sql() + " ORDER BY "
        + (query.text.isEmpty() ? "id" : "words.rowid")
        + (order == RunOrder::NewestFirst ? " DESC" : "") + " LIMIT ?";
    return database.prepare(sql.constData()).map([&](SqliteStatement statement) {
        const int last = conditions.bindTo(statement);
        statement.bind(last, static_cast<std::int64_t>(query.limit));
        return statement;
    });
}

Result<SqliteStatement> selectCount(const SqliteDatabase &database, const RunQuery &query)
{
    const Conditions conditions = conditionsOf(query);
    const QByteArray sql = "SELECT count(*) FROM " + tablesOf(query) + conditions.sql();
    return database.prepare(sql.constData()).map([&](SqliteStatement statement) {
        conditions.bindTo(statement);
        return statement;
    });
}

RunSummary runOf(const SqliteStatement &row)
{
    int column = 0;
    RunSummary run;
    run.id = row.number(column++);
    run.requestId = row.text(column++);
    run.function = row.text(column++);
    run.startedAt = timeFromRow(row.number(column++));
    run.status = static_cast<InvocationStatus>(row.number(column++));
    run.errorType = row.text(column++);
    if (const auto reason = row.optionalNumber(column++))
        run.coldStart = static_cast<ColdStartReason>(*reason);
    run.duration = std::chrono::microseconds(row.number(column++));
    run.billedDuration = std::chrono::milliseconds(row.number(column++));
    run.initDuration = durationOf<std::chrono::microseconds>(row.optionalNumber(column++));
    run.cpuTime = durationOf<std::chrono::nanoseconds>(row.optionalNumber(column++));
    run.memorySize.value = row.number(column++);
    run.maxMemoryUsed.value = row.number(column++);
    run.ephemeralStorage.value = row.number(column++);
    run.region = row.text(column++);
    run.architecture = static_cast<Architecture>(row.number(column++));
    run.metadata.eventName = row.text(column++);
    run.metadata.fixture = row.text(column++);
    run.metadata.origin = static_cast<RunOrigin>(row.number(column++));
    run.metadata.commit.id = row.text(column++);
    run.metadata.commit.isDirty = row.number(column++) != 0;
    run.bytes = row.number(column++);
    run.runtime = row.text(column++);
    run.tags = row.text(column++).split(u'\n', Qt::SkipEmptyParts);
    run.tags.sort();
    return run;
}

} // namespace coldframe
