// SPDX-License-Identifier: GPL-3.0-or-later
// How runs leave a RunStore, and how they are moved between files.
#include "core/history/runrows.h"
#include "core/history/runstore.h"
#include "core/history/searchtext.h"

#include <QIODevice>

namespace coldframe {

namespace {

/// In one transaction, so that another program that wants to write waits for a moment only.
constexpr std::size_t removedAtOnce = 200;

} // namespace

Result<void> RunStore::removeRow(RunId id)
{
    // An index without text of its own has to be told what it is to forget.
    const Result<InvocationRecord> record = recordBytes(id).and_then(recordFromBytes);
    if (record) {
        const Result<void> forgotten
            = m_database.prepare("INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)")
                  .and_then([&](SqliteStatement statement) {
                      return statement.bind(1, std::int64_t{id})
                          .bind(2, QString::fromUtf8(searchText(*record)))
                          .run();
                  });
        if (!forgotten)
            return forgotten;
    }
    for (const char *sql : {"DELETE FROM record WHERE run = ?", "DELETE FROM tag WHERE run = ?",
                            "DELETE FROM run WHERE id = ?"}) {
        const Result<void> removed = m_database.prepare(sql).and_then(
            [&](SqliteStatement statement) { return statement.bind(1, std::int64_t{id}).run(); });
        if (!removed)
            return removed;
    }
    return {};
}

Result<qint64> RunStore::remove(const std::vector<RunId> &ids)
{
    qint64 removed = 0;
    for (std::size_t begin = 0; begin < ids.size(); begin += removedAtOnce) {
        const std::size_t end = std::min(begin + removedAtOnce, ids.size());
        const Result<void> done = transaction([&]() -> Result<void> {
            for (std::size_t at = begin; at < end; ++at) {
                if (const Result<void> gone = removeRow(ids[at]); !gone)
                    return gone;
                removed += m_database.changedRows(); // of the last statement: the run's own
            }
            return {};
        });
        if (!done)
            return tl::make_unexpected(done.error());
    }
    return removed;
}

Result<void> RunStore::clear()
{
    return transaction([&] {
               return m_database.execute("DELETE FROM run; DELETE FROM record; DELETE FROM tag;"
                                         "INSERT INTO words (words) VALUES ('delete-all');");
           })
        .and_then([&] { return m_database.execute("PRAGMA incremental_vacuum"); });
}

Result<std::optional<qint64>> RunStore::wantedSize() const
{
    // Not in the schema: files without the table are as good, for older versions as well.
    const Result<std::int64_t> tables
        = m_database.number("SELECT count(*) FROM sqlite_master WHERE name = 'setting'");
    if (!tables || *tables == 0)
        return tables.map([](std::int64_t) { return std::optional<qint64>(); });
    return m_database.prepare("SELECT value FROM setting WHERE name = 'wantedSize'")
        .and_then([](SqliteStatement row) {
            return row.next().map([&row](bool isThere) {
                return isThere ? std::optional<qint64>(row.number(0)) : std::nullopt;
            });
        });
}

Result<void> RunStore::setWantedSize(qint64 bytes)
{
    return transaction([&] {
        return m_database
            .execute("CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY,"
                     " value INTEGER NOT NULL) WITHOUT ROWID")
            .and_then([&] {
                return m_database.prepare(
                    "INSERT OR REPLACE INTO setting VALUES ('wantedSize', ?)");
            })
            .and_then([&](SqliteStatement statement) {
                return statement.bind(1, std::int64_t{bytes}).run();
            });
    });
}

Result<qint64> RunStore::size() const
{
    return m_database
        .number("SELECT (SELECT page_count FROM pragma_page_count)"
                " - (SELECT freelist_count FROM pragma_freelist_count)")
        .and_then([&](std::int64_t pages) {
            return m_database.number("PRAGMA page_size").map([pages](std::int64_t size) {
                return qint64{pages * size};
            });
        });
}

Result<qint64> RunStore::limitSize(qint64 bytes)
{
    const Result<qint64> used = size();
    if (!used || *used <= bytes)
        return used.map([](qint64) { return qint64{0}; });
    const Result<std::int64_t> records = m_database.number("SELECT total(bytes) FROM run");
    if (!records)
        return tl::make_unexpected(records.error());
    // A tenth more than has to be, so that it is not the next run's turn again. A run takes its
    // record and a share of the rest of the file.
    const double share
        = *records > 0 ? static_cast<double>(*used) / static_cast<double>(*records) : 1.0;
    double excess = static_cast<double>(*used) - static_cast<double>(bytes) * 0.9;
    Result<SqliteStatement> rows
        = m_database.prepare("SELECT id, bytes FROM run"
                             " ORDER BY EXISTS (SELECT 1 FROM tag WHERE tag.run = id), id");
    if (!rows)
        return tl::make_unexpected(rows.error());
    std::vector<RunId> oldest;
    while (excess > 0) {
        const Result<bool> row = rows->next();
        if (!row)
            return tl::make_unexpected(row.error());
        if (!*row)
            break;
        oldest.push_back(rows->number(0));
        excess -= static_cast<double>(rows->number(1)) * share;
    }
    *rows = SqliteStatement(nullptr, {}); // the list is read: it must not be open while rows go
    const Result<qint64> removed = remove(oldest);
    if (removed)
        (void)m_database.execute("PRAGMA incremental_vacuum(1000)");
    return removed;
}

Result<bool> RunStore::isKnown(const InvocationRecord &record) const
{
    return m_database.prepare("SELECT 1 FROM run WHERE request_id = ? AND started_at = ?")
        .and_then([&](SqliteStatement statement) {
            return statement.bind(1, record.requestId).bind(2, rowTime(record.startedAt)).next();
        });
}

Result<qint64> RunStore::exportLines(QIODevice &to, const RunQuery &query) const
{
    RunQuery page = query;
    page.after.reset();
    page.limit = RunQuery::PageSize;
    qint64 written = 0;
    for (;;) {
        Result<SqliteStatement> rows = selectRuns(m_database, page, RunOrder::OldestFirst);
        if (!rows)
            return tl::make_unexpected(rows.error());
        std::vector<RunSummary> runs;
        for (Result<bool> row = rows->next(); !row || *row; row = rows->next()) {
            if (!row)
                return tl::make_unexpected(row.error());
            runs.push_back(runOf(*rows));
        }
        for (const RunSummary &run : runs) {
            Result<InvocationRecord> record = recordBytes(run.id).and_then(recordFromBytes);
            if (!record)
                return tl::make_unexpected(record.error());
            const QByteArray line = runToLine({std::move(*record), run.metadata, run.tags}) + '\n';
            if (to.write(line) != line.size())
                return failure(Error::Code::Unwritable, to.errorString());
            ++written;
        }
        if (runs.size() < static_cast<std::size_t>(RunQuery::PageSize))
            return written;
        page.newerThan = runs.back().id;
    }
}

Result<ImportedRuns> RunStore::importLines(QIODevice &from)
{
    return transaction([&]() -> Result<ImportedRuns> {
        ImportedRuns imported;
        for (int number = 1; !from.atEnd(); ++number) {
            const QByteArray line = from.readLine().trimmed();
            if (line.isEmpty())
                continue;
            const Result<StoredRun> run = runFromLine(line);
            if (!run)
                return failure(run.error().code, run.error().detail, TextPosition{number, 1});
            const Result<bool> known = isKnown(run->record);
            if (!known)
                return tl::make_unexpected(known.error());
            if (*known) {
                ++imported.known;
                continue;
            }
            if (const Result<RunId> id = insert(*run); !id)
                return tl::make_unexpected(id.error());
            ++imported.imported;
        }
        return imported;
    });
}

} // namespace coldframe
