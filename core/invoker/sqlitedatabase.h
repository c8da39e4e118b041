// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <memory>

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

    /// Goes to the next row; false at the end.
    Result<bool> next();

    /// Runs it for its effect and makes it ready for the next values.
    Result<void> run();

    std::int64_t number(int column) const;
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

/// An SQLite file that this process alone uses. Every failure is an Error
/// with the file's path and SQLite's reason; Unreadable unless something was to be written.
class SqliteDatabase
{
public:
    /// Opens or makes the file and looks whether it is whole. Changes nothing in one that is there.
    static Result<SqliteDatabase> open(const QString &file);

    /// From now on with a write-ahead log: a transaction is one write behind the last one.
    Result<void> useWriteAheadLog() const;

    Result<SqliteStatement> prepare(const char *sql) const;

    /// Several statements without values or rows.
    Result<void> execute(const char *sql) const;

    /// The first column of the first row; 0 without a row.
    Result<std::int64_t> number(const char *sql) const;

    const QString &file() const { return m_file; }

private:
    struct Closer
    {
        void operator()(sqlite3 *connection) const;
    };

    SqliteDatabase(sqlite3 *connection, QString file);

    std::unique_ptr<sqlite3, Closer> m_connection;
    QString m_file;
};

} // namespace coldframe
