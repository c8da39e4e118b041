// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/runstore.h"

#include "core/history/runrows.h"
#include "core/history/searchtext.h"
#include "core/project/owndirectory.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace coldframe {

RunStore::RunStore(SqliteDatabase database)
    : m_database(std::move(database))
{ }

QString RunStore::fileOf(const QString &workspaceDirectory)
{
    return ownDirectoryOf(workspaceDirectory) + QStringLiteral("/history.db");
}

Result<RunStore> RunStore::open(const QString &file, Missing missing)
{
    if (missing == Missing::Refuse && !QFileInfo::exists(file))
        return failure(Error::Code::NotFound, file);
    Result<SqliteDatabase> database = SqliteDatabase::open(file, SqliteDatabase::Access::Shared);
    if (!database)
        return tl::make_unexpected(database.error());
    if (const Result<void> checked
        = database->checkIdentity(HistoryApplicationId, HistoryFormatVersion);
        !checked)
        return tl::make_unexpected(checked.error());
    RunStore store(std::move(*database));
    return store.prepareFile().map([&] { return std::move(store); });
}

Result<void> RunStore::prepareFile()
{
    const Result<std::int64_t> version = m_database.number("PRAGMA user_version");
    if (!version)
        return tl::make_unexpected(version.error());
    if (*version == 0) { // has to come before the first table
        if (const Result<void> set = m_database.execute("PRAGMA auto_vacuum = INCREMENTAL"); !set)
            return set;
    }
    // NORMAL: a commit is in the log when it is answered, which the end of a program cannot undo.
    const Result<void> prepared = m_database.useWriteAheadLog().and_then(
        [&] { return m_database.execute("PRAGMA synchronous = NORMAL"); });
    if (!prepared || *version == HistoryFormatVersion)
        return prepared;
    return transaction([&]() -> Result<void> {
        const Result<std::int64_t> now = m_database.number("PRAGMA user_version");
        if (!now || *now == HistoryFormatVersion) // another program was faster
            return now.map([](std::int64_t) {});
        return *now == 0 ? m_database.execute(historySchema) : addRuntimes();
    });
}

/// To a file of version 1.
Result<void> RunStore::addRuntimes()
{
    std::vector<RunId> restored;
    const Result<void> read
        = m_database.prepare(restoredRunsSql).and_then([&](SqliteStatement row) -> Result<void> {
              Result<bool> isThere = row.next();
              for (; isThere && *isThere; isThere = row.next())
                  restored.push_back(row.number(0));
              return isThere.map([](bool) {});
          });
    return read.and_then([&] { return m_database.execute(addRuntimeSql); })
        .and_then([&] { return m_database.prepare("UPDATE run SET runtime = ? WHERE id = ?"); })
        .and_then([&](SqliteStatement update) -> Result<void> {
            for (const RunId id : restored) {
                // One that can't be read any more stays without a runtime.
                const auto record = recordBytes(id).and_then(recordFromBytes);
                if (!record)
                    continue;
                if (const Result<void> done
                    = update.bind(1, record->function.runtime).bind(2, std::int64_t{id}).run();
                    !done)
                    return done;
            }
            return {};
        });
}

Result<RunId> RunStore::append(const InvocationRecord &record, const RunMetadata &metadata)
{
    return append(std::vector<StoredRun>{{record, metadata, {}}})
        .map([](const std::vector<RunId> &ids) { return ids.front(); });
}

Result<std::vector<RunId>> RunStore::append(const std::vector<StoredRun> &runs)
{
    return transaction([&]() -> Result<std::vector<RunId>> {
        std::vector<RunId> ids;
        for (const StoredRun &run : runs) {
            const Result<RunId> id = insert(run);
            if (!id)
                return tl::make_unexpected(id.error());
            ids.push_back(*id);
        }
        return ids;
    });
}

Result<RunId> RunStore::insert(const StoredRun &run)
{
    const QByteArray bytes = recordToBytes(run.record);
    RunId id = 0;
    Result<void> done = m_database.prepare(insertRunSql).and_then([&](SqliteStatement statement) {
        bindRun(statement, summaryOf(run.record, run.metadata), bytes.size());
        return statement.run();
    });
    if (!done)
        return tl::make_unexpected(done.error());
    id = m_database.lastRow();
    done = m_database.prepare("INSERT INTO record VALUES (?, ?)")
               .and_then([&](SqliteStatement statement) {
                   return statement.bind(1, std::int64_t{id}).bind(2, bytes).run();
               })
               .and_then([&] {
                   return m_database.prepare("INSERT INTO words (rowid, text) VALUES (?, ?)");
               })
               .and_then([&](SqliteStatement statement) {
                   return statement.bind(1, std::int64_t{id})
                       .bind(2, QString::fromUtf8(searchText(run.record)))
                       .run();
               });
    for (const QString &tag : run.tags) {
        if (done)
            done = addTag(id, tag);
    }
    return done.map([id] { return id; });
}

Result<QByteArray> RunStore::recordBytes(RunId id) const
{
    return m_database.prepare("SELECT data FROM record WHERE run = ?")
        .and_then([&](SqliteStatement statement) -> Result<QByteArray> {
            const Result<bool> row = statement.bind(1, std::int64_t{id}).next();
            if (!row)
                return tl::make_unexpected(row.error());
            if (!*row)
                return failure(Error::Code::NotFound, QString::number(id));
            return statement.bytes(0);
        });
}

Result<StoredRun> RunStore::load(RunId id) const
{
    RunQuery one;
    one.after = id + 1;
    one.newerThan = id - 1;
    const Result<std::vector<RunSummary>> summary = query(one);
    if (!summary)
        return tl::make_unexpected(summary.error());
    if (summary->empty())
        return failure(Error::Code::NotFound, QString::number(id));
    return recordBytes(id).and_then(recordFromBytes).map([&](InvocationRecord record) {
        return StoredRun{std::move(record), summary->front().metadata, summary->front().tags};
    });
}

Result<std::vector<RunSummary>> RunStore::query(const RunQuery &query) const
{
    if (!query.text.isEmpty() && searchExpression(query.text).isEmpty())
        return std::vector<RunSummary>(); // nothing but signs, which no word has
    Result<SqliteStatement> rows = selectRuns(m_database, query);
    if (!rows)
        return tl::make_unexpected(rows.error());
    std::vector<RunSummary> runs;
    for (;;) {
        const Result<bool> row = rows->next();
        if (!row)
            return tl::make_unexpected(row.error());
        if (!*row)
            return runs;
        runs.push_back(runOf(*rows));
    }
}

Result<qint64> RunStore::count(const RunQuery &query) const
{
    if (!query.text.isEmpty() && searchExpression(query.text).isEmpty())
        return 0;
    return selectCount(m_database, query).and_then([](SqliteStatement row) -> Result<qint64> {
        return row.next().map([&row](bool) { return qint64{row.number(0)}; });
    });
}

Result<QStringList> RunStore::functionNames() const
{
    // From name to name along the index, whatever the number of runs.
    Result<SqliteStatement> rows = m_database.prepare(
        "WITH RECURSIVE each (name) AS (SELECT min(function) FROM run UNION ALL"
        " SELECT (SELECT min(function) FROM run WHERE function > name) FROM each"
        " WHERE name IS NOT NULL) SELECT name FROM each WHERE name IS NOT NULL");
    if (!rows)
        return tl::make_unexpected(rows.error());
    QStringList names;
    for (;;) {
        const Result<bool> row = rows->next();
        if (!row)
            return tl::make_unexpected(row.error());
        if (!*row)
            return names;
        names.append(rows->text(0));
    }
}

Result<void> RunStore::addTag(RunId id, const QString &tag)
{
    return m_database.prepare("INSERT OR IGNORE INTO tag SELECT id, ? FROM run WHERE id = ?")
        .and_then([&](SqliteStatement statement) {
            return statement.bind(1, tag).bind(2, std::int64_t{id}).run();
        });
}

Result<void> RunStore::removeTag(RunId id, const QString &tag)
{
    return m_database.prepare("DELETE FROM tag WHERE run = ? AND name = ?")
        .and_then([&](SqliteStatement statement) {
            return statement.bind(1, std::int64_t{id}).bind(2, tag).run();
        });
}

Result<void> RunStore::setBaseline(const std::vector<RunId> &ids)
{
    return transaction([&]() -> Result<void> {
        for (const RunId id : ids) { // first all that goes: runs of one function are among them
            const Result<void> cleared
                = m_database
                      .prepare("DELETE FROM tag WHERE name = ? AND run IN (SELECT id FROM run WHERE"
                               " function = (SELECT function FROM run WHERE id = ?))")
                      .and_then([&](SqliteStatement statement) {
                          return statement.bind(1, baselineTag()).bind(2, std::int64_t{id}).run();
                      });
            if (!cleared)
                return cleared;
        }
        for (const RunId id : ids) {
            if (const Result<void> added = addTag(id, baselineTag()); !added)
                return added;
        }
        return {};
    });
}

Result<void> RunStore::clearBaseline(const QString &function)
{
    return m_database
        .prepare("DELETE FROM tag WHERE name = ? AND run IN"
                 " (SELECT id FROM run WHERE function = ?)")
        .and_then([&](SqliteStatement statement) {
            return statement.bind(1, baselineTag()).bind(2, function).run();
        });
}

} // namespace coldframe
