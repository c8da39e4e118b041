// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/sqlitedatabase.h"

#include <QFile>

#include <sqlite3.h>

namespace coldframe {

namespace {

tl::unexpected<Error> sqliteFailure(sqlite3 *connection, const QString &file)
{
    const int code = sqlite3_errcode(connection);
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
        return failure(Error::Code::InUse, file);
    const bool writing = code == SQLITE_FULL || code == SQLITE_READONLY || code == SQLITE_IOERR
        || code == SQLITE_CANTOPEN || code == SQLITE_CONSTRAINT;
    const bool damaged = code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
    return failure(writing       ? Error::Code::Unwritable
                       : damaged ? Error::Code::Damaged
                                 : Error::Code::Unreadable,
                   file + QStringLiteral(": ") + QString::fromUtf8(sqlite3_errmsg(connection)));
}

} // namespace

void SqliteStatement::Finaliser::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

SqliteStatement::SqliteStatement(sqlite3_stmt *statement, QString file)
    : m_statement(statement)
    , m_file(std::move(file))
{ }

SqliteStatement &SqliteStatement::bind(int index, std::int64_t value)
{
    sqlite3_bind_int64(m_statement.get(), index, value);
    return *this;
}

SqliteStatement &SqliteStatement::bind(int index, const QString &value)
{
    const QByteArray text = value.toUtf8();
    sqlite3_bind_text64(m_statement.get(), index, text.constData(),
                        static_cast<sqlite3_uint64>(text.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

SqliteStatement &SqliteStatement::bind(int index, const QByteArray &value)
{
    // The pointer of an empty array is not null, which would be NULL in the table.
    sqlite3_bind_blob64(m_statement.get(), index, value.constData(),
                        static_cast<sqlite3_uint64>(value.size()), SQLITE_TRANSIENT);
    return *this;
}

SqliteStatement &SqliteStatement::bind(int index, std::optional<std::int64_t> value)
{
    if (value)
        return bind(index, *value);
    sqlite3_bind_null(m_statement.get(), index);
    return *this;
}

Result<bool> SqliteStatement::next()
{
    switch (sqlite3_step(m_statement.get())) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default:
        return sqliteFailure(sqlite3_db_handle(m_statement.get()), m_file);
    }
}

Result<void> SqliteStatement::run()
{
    const Result<bool> row = next();
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
    return row.map([](bool) {});
}

std::int64_t SqliteStatement::number(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

std::optional<std::int64_t> SqliteStatement::optionalNumber(int column) const
{
    if (sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL)
        return {};
    return number(column);
}

QString SqliteStatement::text(int column) const
{
    return QString::fromUtf8(bytes(column));
}

QByteArray SqliteStatement::bytes(int column) const
{
    const void *const bytes = sqlite3_column_blob(m_statement.get(), column);
    return {static_cast<const char *>(bytes), sqlite3_column_bytes(m_statement.get(), column)};
}

void SqliteDatabase::Closer::operator()(sqlite3 *connection) const
{
    sqlite3_close_v2(connection);
}

SqliteDatabase::SqliteDatabase(sqlite3 *connection, QString file)
    : m_connection(connection)
    , m_file(std::move(file))
{ }

Result<SqliteDatabase> SqliteDatabase::open(const QString &file, Access access)
{
    sqlite3 *connection = nullptr;
    const int opened = sqlite3_open_v2(QFile::encodeName(file).constData(), &connection,
                                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    SqliteDatabase database(connection, file);
    if (opened != SQLITE_OK)
        return sqliteFailure(connection, file);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    if (access == Access::Shared) {
        sqlite3_busy_timeout(connection, static_cast<int>(BusyTimeout.count()));
        return database;
    }
    // The lock stays with this connection.
    return database.execute("PRAGMA locking_mode = EXCLUSIVE")
        .and_then([&] { return database.check(); })
        .map([&] { return std::move(database); });
}

Result<void> SqliteDatabase::check() const
{
    Result<SqliteStatement> check = prepare("PRAGMA quick_check(1)");
    if (!check)
        return tl::make_unexpected(check.error());
    if (const Result<bool> row = check->next(); !row)
        return tl::make_unexpected(row.error());
    if (const QString answer = check->text(0); answer != QStringLiteral("ok"))
        return failure(Error::Code::Damaged,
                       m_file + QStringLiteral(": the file is damaged: ") + answer);
    return {};
}

Result<void> SqliteDatabase::checkIdentity(std::int64_t applicationId,
                                           std::int64_t formatVersion) const
{
    const auto tables = number("SELECT count(*) FROM sqlite_master");
    if (!tables)
        return tl::make_unexpected(tables.error());
    if (*tables == 0)
        return {};
    const auto identity = number("PRAGMA application_id");
    const auto version = number("PRAGMA user_version");
    if (!identity || !version)
        return tl::make_unexpected(identity ? version.error() : identity.error());
    if (*identity != applicationId)
        return failure(Error::Code::Damaged,
                       m_file + QStringLiteral(": it is an SQLite file of another program"));
    if (*version > formatVersion)
        return failure(Error::Code::NewerVersion, m_file);
    return {};
}

Result<void> SqliteDatabase::useWriteAheadLog() const
{
    sqlite3_db_config(m_connection.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
    return execute("PRAGMA journal_mode = WAL");
}

Result<SqliteStatement> SqliteDatabase::prepare(const char *sql) const
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(m_connection.get(), sql, -1, &statement, nullptr) != SQLITE_OK)
        return sqliteFailure(m_connection.get(), m_file);
    return SqliteStatement(statement, m_file);
}

Result<void> SqliteDatabase::execute(const char *sql) const
{
    if (sqlite3_exec(m_connection.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return sqliteFailure(m_connection.get(), m_file);
    return {};
}

Result<std::int64_t> SqliteDatabase::number(const char *sql) const
{
    Result<SqliteStatement> statement = prepare(sql);
    if (!statement)
        return tl::make_unexpected(statement.error());
    const Result<bool> row = statement->next();
    if (!row)
        return tl::make_unexpected(row.error());
    return *row ? statement->number(0) : 0;
}

std::int64_t SqliteDatabase::lastRow() const
{
    return sqlite3_last_insert_rowid(m_connection.get());
}

std::int64_t SqliteDatabase::changedRows() const
{
    return sqlite3_changes64(m_connection.get());
}

} // namespace coldframe
