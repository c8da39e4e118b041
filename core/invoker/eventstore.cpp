// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/eventstore.h"

#include "core/invoker/eventstorejson.h"

#include <array>
#include <utility>

namespace coldframe {

namespace {

/// "CfEQ": tells a queue from the SQLite files of other programs.
constexpr std::int64_t applicationId = 0x43664551;
constexpr std::int64_t formatVersion = 1;

/// The event itself, which never changes, apart from what its attempts make of it: SQLite writes
/// whole rows.
constexpr const char *schema
    = "CREATE TABLE IF NOT EXISTS event ("
      "  sequence INTEGER PRIMARY KEY, request_id TEXT NOT NULL UNIQUE, function TEXT NOT NULL,"
      "  payload BLOB NOT NULL, options TEXT NOT NULL, lineage TEXT NOT NULL,"
      "  accepted_at INTEGER NOT NULL);"
      "CREATE TABLE IF NOT EXISTS progress ("
      "  sequence INTEGER PRIMARY KEY, state TEXT NOT NULL, attempts INTEGER NOT NULL,"
      "  throttles INTEGER NOT NULL, back_offs INTEGER NOT NULL, duplicates INTEGER NOT NULL,"
      "  next_attempt_at INTEGER NOT NULL, response TEXT NOT NULL, response_payload BLOB NOT NULL,"
      "  error_code INTEGER NOT NULL, error_message TEXT NOT NULL, condition TEXT NOT NULL,"
      "  record BLOB NOT NULL, deliveries TEXT NOT NULL);"
      "CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value INTEGER NOT NULL);"
      "PRAGMA application_id = 1130775889; PRAGMA user_version = 1;";
static_assert(applicationId == 1130775889 && formatVersion == 1);

constexpr std::array stateNames{
    std::pair{QueuedEvent::State::Waiting, "waiting"},
    std::pair{QueuedEvent::State::Running, "running"},
    std::pair{QueuedEvent::State::Delivering, "delivering"},
    std::pair{QueuedEvent::State::Succeeded, "succeeded"},
    std::pair{QueuedEvent::State::Failed, "failed"},
};

QString stateName(QueuedEvent::State state)
{
    for (const auto &[each, name] : stateNames) {
        if (each == state)
            return QString::fromLatin1(name);
    }
    return {};
}

QueuedEvent::State stateNamed(const QString &name)
{
    for (const auto &[state, each] : stateNames) {
        if (name == QLatin1String(each))
            return state;
    }
    return QueuedEvent::State::Waiting;
}

std::int64_t storedTime(WallTime time)
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(time.time_since_epoch()).count();
}

WallTime timeFromStore(std::int64_t value)
{
    return WallTime(
        std::chrono::duration_cast<WallTime::duration>(std::chrono::nanoseconds(value)));
}

QueuedEvent eventOf(const SqliteStatement &row)
{
    int column = 0;
    QueuedEvent event;
    event.sequence = row.number(column++);
    event.requestId = row.text(column++);
    event.functionName = row.text(column++);
    event.event = row.bytes(column++);
    event.options = optionsFromJson(row.bytes(column++));
    event.lineage = lineageFromJson(row.bytes(column++));
    event.acceptedAt = timeFromStore(row.number(column++));
    event.state = stateNamed(row.text(column++));
    event.attempts = static_cast<int>(row.number(column++));
    event.throttles = static_cast<int>(row.number(column++));
    event.backOffs = static_cast<int>(row.number(column++));
    event.duplicates = static_cast<int>(row.number(column++));
    event.nextAttemptAt = timeFromStore(row.number(column++));
    const QByteArray response = row.bytes(column++);
    event.response = responseFromJson(response, row.bytes(column++));
    event.errorCode = static_cast<int>(row.number(column++));
    event.errorMessage = row.text(column++);
    event.condition = endConditionNamed(row.text(column++));
    event.destinationRecord = row.bytes(column++);
    event.deliveries = deliveriesFromJson(row.bytes(column++));
    if (event.state == QueuedEvent::State::Running)
        event.state = QueuedEvent::State::Waiting;
    return event;
}

} // namespace

EventStore::EventStore(SqliteDatabase database)
    : m_database(std::move(database))
{ }

Result<EventStore> EventStore::open(const QString &file)
{
    Result<SqliteDatabase> database = SqliteDatabase::open(file, SqliteDatabase::Access::Alone);
    if (!database)
        return tl::make_unexpected(database.error());
    // Two queues on one file would run each event twice.
    return database->checkIdentity(applicationId, formatVersion)
        .and_then([&] { return database->useWriteAheadLog(); })
        .and_then([&] { return database->execute("PRAGMA synchronous = NORMAL"); })
        .and_then([&] { return database->execute(schema); })
        .map([&] { return EventStore(std::move(*database)); });
}

Result<std::vector<QueuedEvent>> EventStore::read() const
{
    Result<SqliteStatement> rows = m_database.prepare(
        "SELECT event.sequence, request_id, function, payload, options, lineage, accepted_at,"
        " state, attempts, throttles, back_offs, duplicates, next_attempt_at, response,"
        " response_payload, error_code, error_message, condition, record, deliveries"
        " FROM event JOIN progress USING (sequence) ORDER BY event.sequence");
    if (!rows)
        return tl::make_unexpected(rows.error());
    std::vector<QueuedEvent> events;
    for (;;) {
        const Result<bool> row = rows->next();
        if (!row)
            return tl::make_unexpected(row.error());
        if (!*row)
            return events;
        events.push_back(eventOf(*rows));
    }
}

Result<void> EventStore::add(const QueuedEvent &event)
{
    Result<void> added = m_database.execute("PRAGMA synchronous = FULL; BEGIN IMMEDIATE")
                             .and_then([&] { return addRow(event); })
                             .and_then([&] { return update(event); })
                             .and_then([&] { return m_database.execute("COMMIT"); });
    if (!added)
        (void)m_database.execute("ROLLBACK");
    (void)m_database.execute("PRAGMA synchronous = NORMAL");
    return added;
}

Result<void> EventStore::addRow(const QueuedEvent &event)
{
    return m_database.prepare("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?)")
        .and_then([&](SqliteStatement statement) {
            return statement.bind(1, static_cast<std::int64_t>(event.sequence))
                .bind(2, event.requestId)
                .bind(3, event.functionName)
                .bind(4, event.event)
                .bind(5, optionsToJson(event.options))
                .bind(6, lineageToJson(event.lineage))
                .bind(7, storedTime(event.acceptedAt))
                .run();
        });
}

Result<void> EventStore::update(const QueuedEvent &event)
{
    return m_database
        .prepare(
            "INSERT OR REPLACE INTO progress VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .and_then([&](SqliteStatement statement) {
            return statement.bind(1, static_cast<std::int64_t>(event.sequence))
                .bind(2, stateName(event.state))
                .bind(3, static_cast<std::int64_t>(event.attempts))
                .bind(4, static_cast<std::int64_t>(event.throttles))
                .bind(5, static_cast<std::int64_t>(event.backOffs))
                .bind(6, static_cast<std::int64_t>(event.duplicates))
                .bind(7, storedTime(event.nextAttemptAt))
                .bind(8, responseToJson(event.response))
                .bind(9, event.response ? event.response->payload : QByteArray())
                .bind(10, static_cast<std::int64_t>(event.errorCode))
                .bind(11, event.errorMessage)
                .bind(12, event.condition ? endConditionName(*event.condition) : QString())
                .bind(13, event.destinationRecord)
                .bind(14, deliveriesToJson(event.deliveries))
                .run();
        });
}

Result<void> EventStore::remove(qint64 sequence)
{
    for (const char *sql :
         {"DELETE FROM event WHERE sequence = ?", "DELETE FROM progress WHERE sequence = ?"}) {
        Result<SqliteStatement> statement = m_database.prepare(sql);
        if (!statement)
            return tl::make_unexpected(statement.error());
        if (Result<void> removed = statement->bind(1, static_cast<std::int64_t>(sequence)).run();
            !removed)
            return removed;
    }
    return {};
}

Result<std::chrono::nanoseconds> EventStore::skipped() const
{
    return m_database.number("SELECT value FROM setting WHERE name = 'skipped'")
        .map([](std::int64_t value) { return std::chrono::nanoseconds(value); });
}

Result<void> EventStore::setSkipped(std::chrono::nanoseconds skipped)
{
    return m_database.prepare("INSERT OR REPLACE INTO setting VALUES ('skipped', ?)")
        .and_then([&](SqliteStatement statement) {
            return statement.bind(1, static_cast<std::int64_t>(skipped.count())).run();
        });
}

} // namespace coldframe
