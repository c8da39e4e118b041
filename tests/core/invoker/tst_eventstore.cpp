// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/eventstore.h"

#include "core/http/httpserver.h"
#include "tests/core/invoker/fastqueue.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <functional>

#include <sys/resource.h>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

/// How a test spoils the file of a queue.
using Damage = std::function<void(const QString &file)>;

class tst_EventStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingOfAnEventIsKept();
    void waitingEventsGoOn();
    void anEventThatWasRunningRunsAgain();
    void finishedEventsDoNotRunAgain();
    void aRecordThatWasNotDeliveredIs();
    void virtualTimeGoesOn();
    void forgottenEventsLeaveTheFile();
    void aRequestIdStaysTaken();
    void damagedFilesStayAsTheyAre_data();
    void damagedFilesStayAsTheyAre();
    void aFileInUseIsRefused();
    void placesWhereNoFileCanBe_data();
    void placesWhereNoFileCanBe();
    void openedBeforeTheFirstEventOnly();
    void whatCannotBeWrittenIsNotAccepted();

private:
    QTemporaryDir m_folder;
    QString fileNamed(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
};

Q_DECLARE_METATYPE(Damage)

namespace {

/// A file with a hundred events that are dealt with: many pages.
void makeQueueFile(const QString &file)
{
    FastQueue fast(succeed);
    QVERIFY(fast.queue.open(file).has_value());
    for (int i = 0; i < 100; ++i)
        QVERIFY(
            fast.queue.accept(eventFor(orders, '"' + QByteArray(1'000, 'x') + '"')).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(fast.queue.isIdle(), queuePatience);
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

void overwrite(const QString &path, qint64 position, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(position));
    QCOMPARE(file.write(bytes), bytes.size());
}

void executeIn(const QString &path, const char *sql)
{
    const Result<SqliteDatabase> database
        = SqliteDatabase::open(path, SqliteDatabase::Access::Alone);
    QVERIFY(database.has_value());
    QVERIFY(database->execute(sql).has_value());
}

} // namespace

void tst_EventStore::everythingOfAnEventIsKept()
{
    QueuedEvent event;
    event.sequence = 7;
    event.requestId = QStringLiteral("id \xFC");
    event.functionName = orders;
    event.event = QByteArray("\"\0\"", 3);
    event.options = {StartChoice::ForceCold,
                     IsolationChoice::Bubblewrap,
                     {false, true, true, CredentialsChoice::PassedThrough}};
    event.lineage = {{orders, 3}, {QStringLiteral("other"), 1}};
    event.acceptedAt = WallTime(1795420800s + 123'456'789ns);
    event.state = QueuedEvent::State::Delivering;
    event.attempts = 3;
    event.throttles = 4;
    event.backOffs = 2;
    event.duplicates = 1;
    event.nextAttemptAt = event.acceptedAt + 60s;
    event.response = FunctionResponse{QStringLiteral("7"), true, QByteArray("\xFF\0x", 3)};
    event.errorCode = 200;
    event.errorMessage = QStringLiteral("it's \"bad\"");
    event.condition = EndCondition::RetriesExhausted;
    event.destinationRecord = "{}";
    event.deliveries
        = {{{Destination::Kind::File, QStringLiteral("/a b")}, false, true, QStringLiteral("full")},
           {{Destination::Kind::HttpAddress, QStringLiteral("http://[::1]/")}, true, false, {}},
           {{Destination::Kind::Function, orders}, false, false, {}}};
    QueuedEvent plain;
    plain.sequence = 8;
    plain.requestId = QStringLiteral("plain");
    const QString file = fileNamed("everything");
    {
        Result<EventStore> store = EventStore::open(file);
        QVERIFY(store.has_value());
        QVERIFY(store->add(event).has_value());
        QVERIFY(store->add(plain).has_value());
        QVERIFY(store->setSkipped(90s).has_value());
    }

    const Result<EventStore> store = EventStore::open(file);

    QVERIFY(store.has_value());
    const auto events = store->read();
    QVERIFY(events.has_value());
    QCOMPARE(events->size(), std::size_t(2));
    QVERIFY(events->at(0) == event);
    QVERIFY(events->at(1) == plain);
    QCOMPARE(*store->skipped(), std::chrono::nanoseconds(90s));
}

void tst_EventStore::waitingEventsGoOn()
{
    const QString file = fileNamed("waiting");
    QString requestId;
    WallTime due;
    {
        const ManualClock clock;
        AnsweringInvoker invoker(failAlways);
        EventQueue queue(invoker, anyFunction, clock);
        QVERIFY(queue.open(file).has_value());
        requestId = *queue.accept(eventFor(orders));
        QTRY_VERIFY_WITH_TIMEOUT(queue.event(requestId)->attempts == 1, queuePatience);
        due = *queue.nextAttemptAt();
    }
    FastQueue fast(failAlways);

    QVERIFY(fast.queue.open(file).has_value());

    QCOMPARE(fast.queue.nextAttemptAt(), std::optional(due));
    QTRY_VERIFY_WITH_TIMEOUT(fast.queue.isIdle(), queuePatience);
    QCOMPARE(fast.times, (std::vector<long>{60, 180}));
    QCOMPARE(fast.ended.size(), std::size_t(1));
    QCOMPARE(fast.ended[0].requestId, requestId);
    QCOMPARE(fast.ended[0].attempts, 3);
    QCOMPARE(fast.ended[0].condition, std::optional(EndCondition::RetriesExhausted));
}

void tst_EventStore::anEventThatWasRunningRunsAgain()
{
    const QString file = fileNamed("running");
    {
        FastQueue former(neverAnswer);
        QVERIFY(former.queue.open(file).has_value());
        QVERIFY(former.queue.accept(eventFor(orders)).has_value());
        QTRY_COMPARE_WITH_TIMEOUT(former.invoker.requests.size(), std::size_t(1), queuePatience);
    }
    FastQueue fast(succeed);

    QVERIFY(fast.queue.open(file).has_value());

    QTRY_VERIFY_WITH_TIMEOUT(fast.queue.isIdle(), queuePatience);
    QCOMPARE(fast.invoker.requests.size(), std::size_t(1));
    QCOMPARE(fast.invoker.requests[0].event, eventFor(orders).event);
    QCOMPARE(fast.ended[0].attempts, 1);
}

void tst_EventStore::finishedEventsDoNotRunAgain()
{
    const QString file = fileNamed("finished");
    makeQueueFile(file);
    FastQueue fast(succeed);

    QVERIFY(fast.queue.open(file).has_value());

    QVERIFY(fast.queue.isIdle());
    QCOMPARE(fast.queue.events().size(), std::size_t(100));
    QVERIFY(fast.queue.accept(eventFor(orders)).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(fast.queue.isIdle(), queuePatience);
    QCOMPARE(fast.invoker.requests.size(), std::size_t(1));
}

void tst_EventStore::aRecordThatWasNotDeliveredIs()
{
    const QString file = fileNamed("undelivered");
    const QString records = fileNamed("undelivered.records");
    std::vector<HttpRequest> requests;
    bool answers = false;
    HttpServer server({}, [&](const HttpRequest &request, const HttpReply &reply) {
        requests.push_back(request);
        if (answers)
            reply.send({});
    });
    const Result<quint16> port = server.listenOnLoopback();
    EventInvokeConfig config;
    config.maximumRetryAttempts = 0;
    config.onFailure = Destination{Destination::Kind::HttpAddress,
                                   QStringLiteral("http://127.0.0.1:%1/").arg(*port)};
    config.deadLetterQueue = Destination{Destination::Kind::File, records};
    {
        FastQueue former(failAlways);
        QVERIFY(former.queue.open(file).has_value());
        former.queue.setConfig(orders, config);
        const QString id = *former.queue.accept(eventFor(orders));
        QTRY_COMPARE_WITH_TIMEOUT(requests.size(), std::size_t(1), queuePatience);
        QTRY_VERIFY_WITH_TIMEOUT(former.queue.event(id)->deliveries[1].isDone, queuePatience);
        QVERIFY(former.ended.empty());
    }
    answers = true;
    FastQueue fast(succeed);

    QVERIFY(fast.queue.open(file).has_value());

    QTRY_COMPARE_WITH_TIMEOUT(fast.ended.size(), std::size_t(1), queuePatience);
    QCOMPARE(requests.size(), std::size_t(2));
    QCOMPARE(requests[1].body, requests[0].body);
    QVERIFY(fast.invoker.requests.empty());
    QCOMPARE(bytesOf(records).count('\n'), 1); // has it already
    QCOMPARE(fast.ended[0].state, QueuedEvent::State::Failed);
}

void tst_EventStore::virtualTimeGoesOn()
{
    const QString file = fileNamed("time");
    {
        FastQueue former(failAlways);
        QVERIFY(former.queue.open(file).has_value());
        QVERIFY(former.queue.accept(eventFor(orders)).has_value());
        QTRY_VERIFY_WITH_TIMEOUT(former.queue.isIdle(), queuePatience);
    }
    FastQueue fast(succeed);

    QVERIFY(fast.queue.open(file).has_value());

    QCOMPARE(fast.queue.skipped(), std::chrono::nanoseconds(180s));
    QVERIFY(fast.queue.clock().wallNow() == fast.clock.wallNow() + 180s);
}

void tst_EventStore::forgottenEventsLeaveTheFile()
{
    const QString file = fileNamed("forgotten");
    EventQueue::Options options;
    options.finishedKept = 2;
    {
        FastQueue former(succeed, options);
        QVERIFY(former.queue.open(file).has_value());
        for (int i = 0; i < 5; ++i)
            QVERIFY(former.queue.accept(eventFor(orders)).has_value());
        QTRY_VERIFY_WITH_TIMEOUT(former.queue.isIdle(), queuePatience);
    }

    const Result<EventStore> store = EventStore::open(file);

    QVERIFY(store.has_value());
    QCOMPARE(store->read()->size(), std::size_t(2));
}

void tst_EventStore::aRequestIdStaysTaken()
{
    const QString file = fileNamed("taken");
    makeQueueFile(file);
    FastQueue fast(succeed);
    QVERIFY(fast.queue.open(file).has_value());
    InvocationRequest request = eventFor(orders);
    request.requestId = fast.queue.events()[0].requestId;

    const Result<QString> accepted = fast.queue.accept(request);

    QVERIFY(!accepted.has_value());
    QCOMPARE(accepted.error().code, Error::Code::InvalidArgument);
}

void tst_EventStore::damagedFilesStayAsTheyAre_data()
{
    QTest::addColumn<Damage>("damage");
    QTest::addColumn<Error::Code>("code");
    QTest::addColumn<QString>("reason");

    QTest::newRow("no SQLite file at all") << Damage([](const QString &file) {
        QFile::remove(file);
        overwrite(file, 0, "these are my notes\n" + QByteArray(5'000, '.'));
    }) << Error::Code::Damaged << QStringLiteral("file is not a database");
    QTest::newRow("a page of rubbish")
        << Damage([](const QString &file) { overwrite(file, 5 * 4096L, QByteArray(4096, '\xA5')); })
        << Error::Code::Damaged << QString();
    QTest::newRow("the second half is missing")
        << Damage([](const QString &file) { QVERIFY(QFile::resize(file, QFile(file).size() / 2)); })
        << Error::Code::Damaged << QString();
    QTest::newRow("of another program") << Damage([](const QString &file) {
        QFile::remove(file);
        executeIn(file, "CREATE TABLE bookmark (url TEXT)");
    }) << Error::Code::Damaged << QStringLiteral("it is an SQLite file of another program");
    QTest::newRow("of a newer version")
        << Damage([](const QString &file) { executeIn(file, "PRAGMA user_version = 2"); })
        << Error::Code::NewerVersion << QString();
}

void tst_EventStore::damagedFilesStayAsTheyAre()
{
    QFETCH(const Damage, damage);
    QFETCH(const Error::Code, code);
    QFETCH(const QString, reason);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("queue"));
    makeQueueFile(file);
    damage(file);
    const QByteArray before = bytesOf(file);
    FastQueue fast(succeed);

    const Result<void> opened = fast.queue.open(file);

    QVERIFY(!opened.has_value());
    QCOMPARE(opened.error().code, code);
    QVERIFY2(opened.error().detail.startsWith(file), qPrintable(opened.error().detail));
    QVERIFY2(opened.error().detail.endsWith(reason), qPrintable(opened.error().detail));
    QCOMPARE(bytesOf(file), before);
    QVERIFY(fast.queue.events().empty());
    // It goes on in memory.
    QVERIFY(fast.queue.accept(eventFor(orders)).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(fast.queue.isIdle(), queuePatience);
    QCOMPARE(bytesOf(file), before);
}

void tst_EventStore::aFileInUseIsRefused()
{
    const QString file = fileNamed("used");
    FastQueue first(succeed);
    QVERIFY(first.queue.open(file).has_value());
    FastQueue second(succeed);

    const Result<void> opened = second.queue.open(file);

    QVERIFY(!opened.has_value());
    QCOMPARE(opened.error(), (Error{Error::Code::InUse, file}));
}

void tst_EventStore::placesWhereNoFileCanBe_data()
{
    QTest::addColumn<QString>("name");

    QTest::newRow("a folder that is not there") << QStringLiteral("none/queue");
    QTest::newRow("a folder") << QStringLiteral(".");
}

void tst_EventStore::placesWhereNoFileCanBe()
{
    QFETCH(const QString, name);
    FastQueue fast(succeed);

    const Result<void> opened = fast.queue.open(m_folder.filePath(name));

    QVERIFY(!opened.has_value());
    QCOMPARE(opened.error().code, Error::Code::Unwritable);
}

void tst_EventStore::openedBeforeTheFirstEventOnly()
{
    FastQueue fast(succeed);
    QVERIFY(fast.queue.accept(eventFor(orders)).has_value());

    const Result<void> opened = fast.queue.open(fileNamed("late"));

    QVERIFY(!opened.has_value());
    QCOMPARE(opened.error().code, Error::Code::InvalidArgument);
    QVERIFY(!QFile::exists(fileNamed("late")));
}

void tst_EventStore::whatCannotBeWrittenIsNotAccepted()
{
    const QString file = fileNamed("full");
    makeQueueFile(file);
    struct rlimit former = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &former), 0);
    const auto signalled = ::signal(SIGXFSZ, SIG_IGN);
    FastQueue fast(succeed);
    QVERIFY(fast.queue.open(file).has_value());
    struct rlimit small = former;
    small.rlim_cur = 100'000;
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);

    const Result<QString> accepted
        = fast.queue.accept(eventFor(orders, '"' + QByteArray(500'000, 'x') + '"'));

    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &former), 0);
    ::signal(SIGXFSZ, signalled);
    QVERIFY(!accepted.has_value());
    QCOMPARE(accepted.error().code, Error::Code::Unwritable);
    QCOMPARE(fast.queue.events().size(), std::size_t(100));
    QVERIFY(fast.queue.accept(eventFor(orders)).has_value()); // there is room again
    QTRY_VERIFY_WITH_TIMEOUT(fast.queue.isIdle(), queuePatience);
    QCOMPARE(fast.invoker.requests.size(), std::size_t(1));
}

COLDFRAME_TEST(tst_EventStore);

#include "tst_eventstore.moc"
