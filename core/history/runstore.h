// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/sqlitedatabase.h"
#include "core/history/recordcodec.h"
#include "core/history/runquery.h"

#include <optional>
#include <vector>

class QIODevice;

namespace coldframe {

/// What became of the lines of a file.
struct ImportedRuns
{
    int imported = 0;
    int known = 0; ///< left out, because the history has them

    bool operator==(const ImportedRuns &) const = default;
};

/// The runs of a workspace in an SQLite file, <workspace>/.coldframe/history.db. Several programs
/// may read and write it at the same time. What append() has answered survives the end of the
/// program, however it ends.
class RunStore
{
public:
    enum class Missing {
        Make, ///< a file that is not there is made
        Refuse, ///< NotFound
    };

    /// The file of a workspace.
    static QString fileOf(const QString &workspaceDirectory);

    /// Damaged when the file is so or another program's, NewerVersion, or Unwritable when it can't
    /// be written; it is not changed then.
    static Result<RunStore> open(const QString &file, Missing missing = Missing::Make);

    Result<RunId> append(const InvocationRecord &record, const RunMetadata &metadata);

    /// All of them or none.
    Result<std::vector<RunId>> append(const std::vector<StoredRun> &runs);

    /// NotFound for a run that is not there.
    Result<StoredRun> load(RunId id) const;

    Result<std::vector<RunSummary>> query(const RunQuery &query) const;

    /// How many runs a query finds, whatever its limit; all runs without one.
    Result<qint64> count(const RunQuery &query = {}) const;

    /// Functions that have runs, sorted.
    Result<QStringList> functionNames() const;

    /// Any number of runs may have the same tag, and a run any number of tags.
    Result<void> addTag(RunId id, const QString &tag);
    Result<void> removeTag(RunId id, const QString &tag);

    /// Makes these runs the baseline of their functions, instead of what was it before.
    Result<void> setBaseline(const std::vector<RunId> &ids);
    Result<void> clearBaseline(const QString &function);

    /// How many there were to remove.
    Result<qint64> remove(const std::vector<RunId> &ids);
    Result<void> clear();

    /// Takes the oldest runs out until the runs take no more than this many bytes, those with tags
    /// last. How many.
    Result<qint64> limitSize(qint64 bytes);

    /// How large the file is to become, for all that write into it; nothing when nobody said. It
    /// has to be kept by those who write, with limitSize().
    Result<std::optional<qint64>> wantedSize() const;
    Result<void> setWantedSize(qint64 bytes);

    /// Bytes of the file that are in use.
    Result<qint64> size() const;

    /// Writes runs as lines of JSON, the oldest first, without the values of environment variables;
    /// limit and after of the query do not matter. How many.
    Result<qint64> exportLines(QIODevice &to, const RunQuery &query = {}) const;

    /// Reads such lines: all of them or, at the first one that is wrong, none; the Error's position
    /// tells its line.
    Result<ImportedRuns> importLines(QIODevice &from);

private:
    explicit RunStore(SqliteDatabase database);

    Result<void> prepareFile();
    Result<void> addRuntimes();
    Result<RunId> insert(const StoredRun &run);
    Result<bool> isKnown(const InvocationRecord &record) const;
    Result<QByteArray> recordBytes(RunId id) const;
    Result<void> removeRow(RunId id);

    /// Runs it between BEGIN and COMMIT; what it answers as an error is undone.
    template <typename Work>
    auto transaction(Work work) -> decltype(work());

    SqliteDatabase m_database;
};

template <typename Work>
auto RunStore::transaction(Work work) -> decltype(work())
{
    // At once for writing: a reader that becomes a writer later can't wait for another one.
    if (const Result<void> begun = m_database.execute("BEGIN IMMEDIATE"); !begun)
        return tl::make_unexpected(begun.error());
    auto result = work();
    if (result) {
        if (const Result<void> ended = m_database.execute("COMMIT"); !ended)
            result = tl::make_unexpected(ended.error());
    }
    if (!result)
        (void)m_database.execute("ROLLBACK");
    return result;
}

} // namespace coldframe
