// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>

struct sqlite3;
struct sqlite3_stmt;

namespace coldframe {

/// A prepared statement. Values are bound from 1 and read from 0, as SQLite counts.
class SqliteStatement
{
public:
    SqliteStatement(sqlite3_stmt *statement, QString file);

    SqliteStatement &bind(int index, std::int64_t value);
    SqliteStatement &bind(int index, const QString &value);
    SqliteStatement &bind(int index, const QByteArray &value);
    SqliteStatement &bind(int index, std::optional<std::int64_t> value); ///< NULL without one

    /// Goes to the next row; false at the end.
    Result<bool> next();

    /// Runs it for its effect and makes it ready for the next values.
    Result<void> run();

    std::int64_t number(int column) const;
    std::optional<std::int64_t> optionalNumber(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const;

private:
    struct Finaliser
    {
        void operator()(sqlite3_stmt *statement) const;
    };

    std::unique_ptr<sqlite3_stmt, Finaliser> m_statement;
    QString m_file;
};

/// An SQLite file. Every failure is an Error with the file's path and SQLite's reason; Unreadable
/// unless something was to be written.
class SqliteDatabase
{
public:
    enum class Access {
        Alone, ///< no other program may open it; the whole file is looked through when it is opened
        Shared, ///< others may use it too: who finds it locked waits, for at most BusyTimeout
    };
    static constexpr std::chrono::milliseconds BusyTimeout{10'000};

    /// Opens or makes the file. Changes nothing in one that is there.
    static Result<SqliteDatabase> open(const QString &file, Access access);

    /// Unreadable when the file is not empty and of another program, or of a newer version.
    Result<void> checkIdentity(std::int64_t applicationId, std::int64_t formatVersion) const;

    /// From now on with a write-ahead log: a transaction is one write behind the last one.
    Result<void> useWriteAheadLog() const;

    Result<SqliteStatement> prepare(const char *sql) const;

    /// Several statements without values or rows.
    Result<void> execute(const char *sql) const;

    /// The first column of the first row; 0 without a row.
    Result<std::int64_t> number(const char *sql) const;

    /// The row that was inserted last.
    std::int64_t lastRow() const;

    /// How many rows the last statement changed.
    std::int64_t changedRows() const;

    const QString &file() const { return m_file; }

private:
    struct Closer
    {
        void operator()(sqlite3 *connection) const;
    };

    SqliteDatabase(sqlite3 *connection, QString file);

    Result<void> check() const;

    std::unique_ptr<sqlite3, Closer> m_connection;
    QString m_file;
};

} // namespace coldframe
