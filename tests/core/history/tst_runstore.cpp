// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/runstore.h"
#include "tests/core/history/runsamples.h"
#include "tests/support/testmain.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace coldframe;
using namespace coldframe::test;

namespace {

/// What every query in the tests below looks at: ten runs, numbered from 0.
///  0..4 orders (2 failed, 4 timed out), 5..7 payments, 8..9 thumbnails; 0, 5 and 8 are cold.
StoredRun sampleRun(int number)
{
    StoredRun run{runNumber(number), {}, {}};
    InvocationRecord &record = run.record;
    record.function.name = number < 5 ? QStringLiteral("orders")
        : number < 8                  ? QStringLiteral("payments")
                                      : QStringLiteral("thumbnails");
    if (number == 0 || number == 5 || number == 8) {
        record.coldStart = ColdStartReason::FirstInvocation;
        record.report.initDuration = std::chrono::microseconds(123'000 + number);
    }
    if (number == 2) {
        record.status = InvocationStatus::Failed;
        record.errorType = QStringLiteral("KeyError");
        record.log.push_back({{}, LogSource::Function, LogLevel::Error, "[ERROR] KeyError: 'sku'"});
    }
    if (number == 4)
        record.status = InvocationStatus::TimedOut;
    run.metadata.eventName
        = number % 2 == 0 ? QStringLiteral("S3 upload") : QStringLiteral("order");
    if (number == 9)
        run.metadata.fixture = QStringLiteral("events/large/upload.json");
    return run;
}

QList<int> numbersOf(const Result<std::vector<RunSummary>> &runs)
{
    QList<int> numbers;
    if (!runs)
        return {-1};
    for (const RunSummary &run : *runs)
        numbers.append(run.requestId.left(8).toInt(nullptr, 16));
    return numbers;
}

RunQuery querying(const std::function<void(RunQuery &)> &change)
{
    RunQuery query;
    change(query);
    return query;
}

} // namespace

Q_DECLARE_METATYPE(coldframe::RunQuery)

class tst_RunStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void runsComeBack();
    void summaryHasTheRecordsValues();
    void finds_data();
    void finds();
    void pagesFollowEachOther();
    void namesOfFunctions();
    void tags();
    void aBaselineReplacesTheOneBefore();
    void whatIsRemovedIsNotFound();
    void clearingForgetsAll();
    void theOldestGoFirst();
    void taggedRunsGoLast();
    void keepsTheWantedSize();
    void linesMoveRuns();
    void aWrongLineImportsNothing();
    void twoMayWriteAtOnce();
    void filesOfVersion1LearnTheRuntimesOfRestoredRuns();
    void foreignFilesAreRefused_data();
    void foreignFilesAreRefused();
    void aMissingFileIsNotMadeToRead();

private:
    QString file() const { return m_folder->filePath(QStringLiteral("history.db")); }
    RunStore filledStore() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_RunStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

RunStore tst_RunStore::filledStore() const
{
    Result<RunStore> store = RunStore::open(file());
    std::vector<StoredRun> runs;
    for (int number = 0; number < 10; ++number)
        runs.push_back(sampleRun(number));
    if (!store || !store->append(runs))
        qFatal("the store can't be made");
    return std::move(*store);
}

void tst_RunStore::runsComeBack()
{
    const RunMetadata metadata{QStringLiteral("order"),
                               QStringLiteral("events/order.json"),
                               RunOrigin::Queue,
                               {QStringLiteral("c0ffee"), true}};
    RunId id = 0;
    {
        auto store = RunStore::open(file());
        QVERIFY(store.has_value());
        const auto appended = store->append(fullRecord(), metadata);
        QVERIFY(appended.has_value());
        id = *appended;
    }
    const auto store = RunStore::open(file(), RunStore::Missing::Refuse);
    QVERIFY(store.has_value());

    const auto run = store->load(id);

    QVERIFY(run.has_value());
    QCOMPARE(recordToBytes(run->record), recordToBytes(fullRecord()));
    QVERIFY(run->metadata == metadata);
    QCOMPARE(store->load(id + 1).error().code, Error::Code::NotFound);
}

void tst_RunStore::summaryHasTheRecordsValues()
{
    auto store = RunStore::open(file());
    RunSummary expected
        = summaryOf(fullRecord(), {QStringLiteral("a"), {}, RunOrigin::Fixture, {}});
    QVERIFY(store->append(fullRecord(), expected.metadata).has_value());

    const auto runs = store->query({});

    QCOMPARE(runs->size(), std::size_t(1));
    RunSummary read = runs->front();
    QVERIFY(read.bytes > 0);
    expected.id = read.id;
    expected.bytes = read.bytes;
    QVERIFY(read == expected);
}

void tst_RunStore::finds_data()
{
    QTest::addColumn<RunQuery>("query");
    QTest::addColumn<QList<int>>("numbers");
    const auto row
        = [](const char *name, const std::function<void(RunQuery &)> &change,
             const QList<int> &numbers) { QTest::newRow(name) << querying(change) << numbers; };

    row("all, the newest first", [](RunQuery &) {}, {9, 8, 7, 6, 5, 4, 3, 2, 1, 0});
    row("of a function", [](RunQuery &q) { q.function = u"payments"_qs; }, {7, 6, 5});
    row("of no function", [](RunQuery &q) { q.function = u"pay"_qs; }, {});
    row("by a status", [](RunQuery &q) { q.status = {InvocationStatus::Failed}; }, {2});
    row("by several",
        [](RunQuery &q) {
            q.status = {InvocationStatus::Failed, InvocationStatus::TimedOut};
        },
        {4, 2});
    row("cold", [](RunQuery &q) { q.cold = true; }, {8, 5, 0});
    row("warm of a function",
        [](RunQuery &q) {
            q.cold = false;
            q.function = u"orders"_qs;
        },
        {4, 3, 2, 1});
    row("by a part of the event's name", [](RunQuery &q) { q.event = u"s3"_qs; }, {8, 6, 4, 2, 0});
    row("by a fixture's file", [](RunQuery &q) { q.event = u"large/"_qs; }, {9});
    row("with a sign of patterns in it", [](RunQuery &q) { q.event = u"o_der"_qs; }, {});
    row("with a sign of SQL in it", [](RunQuery &q) { q.event = u"%' OR 1 --"_qs; }, {});
    row("by a word of the log", [](RunQuery &q) { q.text = u"number7"_qs; }, {7});
    row("by the beginning of a word", [](RunQuery &q) { q.text = u"NUMB"_qs; },
        {9, 8, 7, 6, 5, 4, 3, 2, 1, 0});
    row("by a word inside of a word", [](RunQuery &q) { q.text = u"error"_qs; }, {2});
    row("by two words", [](RunQuery &q) { q.text = u"sku KeyError"_qs; }, {2});
    row("by words that are apart", [](RunQuery &q) { q.text = u"number7 KeyError"_qs; }, {});
    row("by signs alone", [](RunQuery &q) { q.text = u"\"*"_qs; }, {});
    row("not by the lines of every run", [](RunQuery &q) { q.text = u"REPORT"_qs; }, {});
    row("by a request id's beginning", [](RunQuery &q) { q.requestId = u"00000003"_qs; }, {3});
    row("since a time", [](RunQuery &q) { q.since = timeOfRun(8); }, {9, 8});
    row("so many", [](RunQuery &q) { q.limit = 2; }, {9, 8});
}

void tst_RunStore::finds()
{
    QFETCH(const RunQuery, query);
    QFETCH(const QList<int>, numbers);
    const RunStore store = filledStore();

    QCOMPARE(numbersOf(store.query(query)), numbers);
    RunQuery all = query;
    all.limit = RunQuery::PageSize;
    QCOMPARE(*store.count(query), qint64(store.query(all)->size()));
}

void tst_RunStore::pagesFollowEachOther()
{
    RunStore store = filledStore();
    RunQuery query;
    query.limit = 4;
    const auto first = store.query(query);
    // What comes meanwhile shifts nothing.
    QVERIFY(store.append(runNumber(10), {}).has_value());
    RunQuery next = query;
    next.after = first->back().id;

    QCOMPARE(numbersOf(store.query(next)), QList<int>({5, 4, 3, 2}));

    RunQuery newer;
    newer.newerThan = first->front().id;
    QCOMPARE(numbersOf(store.query(newer)), QList<int>({10}));
    QCOMPARE(*store.count(), 11);
}

void tst_RunStore::namesOfFunctions()
{
    QCOMPARE(*RunStore::open(file())->functionNames(), QStringList());
    QCOMPARE(*filledStore().functionNames(),
             QStringList({u"orders"_qs, u"payments"_qs, u"thumbnails"_qs}));
}

void tst_RunStore::tags()
{
    RunStore store = filledStore();
    const RunId id = store.query({})->front().id;

    QVERIFY(store.addTag(id, u"v1"_qs).has_value());
    QVERIFY(store.addTag(id, u"before the change"_qs).has_value());
    QVERIFY(store.addTag(id, u"v1"_qs).has_value());
    QVERIFY(store.addTag(9'999, u"v1"_qs).has_value()); // no such run

    QCOMPARE(store.query({})->front().tags, QStringList({u"before the change"_qs, u"v1"_qs}));
    const RunQuery tagged = querying([](RunQuery &q) { q.tag = u"v1"_qs; });
    QCOMPARE(numbersOf(store.query(tagged)), QList<int>({9}));
    QVERIFY(store.removeTag(id, u"v1"_qs).has_value());
    QCOMPARE(numbersOf(store.query(tagged)), QList<int>());
}

void tst_RunStore::aBaselineReplacesTheOneBefore()
{
    RunStore store = filledStore();
    const auto runs = *store.query({});
    const auto idOf = [&](int number) { return runs[static_cast<std::size_t>(9 - number)].id; };
    const RunQuery baseline = querying([](RunQuery &q) { q.tag = baselineTag(); });
    QVERIFY(store.setBaseline({idOf(0), idOf(1), idOf(5)}).has_value());
    QCOMPARE(numbersOf(store.query(baseline)), QList<int>({5, 1, 0}));

    QVERIFY(store.setBaseline({idOf(3), idOf(4)}).has_value());

    QCOMPARE(numbersOf(store.query(baseline)), QList<int>({5, 4, 3})); // the other function's stays
    QVERIFY(store.clearBaseline(u"orders"_qs).has_value());
    QCOMPARE(numbersOf(store.query(baseline)), QList<int>({5}));
}

void tst_RunStore::whatIsRemovedIsNotFound()
{
    RunStore store = filledStore();
    const auto runs = *store.query({});
    QVERIFY(store.addTag(runs[2].id, u"v1"_qs).has_value());

    const auto removed = store.remove({runs[2].id, runs[7].id, 9'999});

    QCOMPARE(*removed, 2);
    QCOMPARE(numbersOf(store.query({})), QList<int>({9, 8, 6, 5, 4, 3, 1, 0}));
    QCOMPARE(numbersOf(store.query(querying([](RunQuery &q) { q.text = u"KeyError"_qs; }))),
             QList<int>());
    QCOMPARE(numbersOf(store.query(querying([](RunQuery &q) { q.tag = u"v1"_qs; }))), QList<int>());
    QCOMPARE(store.load(runs[2].id).error().code, Error::Code::NotFound);
    // A number is not given out twice: the words of a run that is gone would be another one's.
    QVERIFY(store.remove({runs[0].id}).has_value());
    QVERIFY(*store.append(runNumber(20), {}) > runs[0].id);
}

void tst_RunStore::clearingForgetsAll()
{
    RunStore store = filledStore();

    QVERIFY(store.clear().has_value());

    QCOMPARE(*store.count(), 0);
    QCOMPARE(numbersOf(store.query(querying([](RunQuery &q) { q.text = u"number1"_qs; }))),
             QList<int>());
    QVERIFY(store.append(runNumber(1), {}).has_value());
    QCOMPARE(numbersOf(store.query(querying([](RunQuery &q) { q.text = u"number1"_qs; }))),
             QList<int>({1}));
}

void tst_RunStore::theOldestGoFirst()
{
    auto store = RunStore::open(file());
    std::vector<StoredRun> runs;
    for (int number = 0; number < 300; ++number) {
        StoredRun run{runNumber(number), {}, {}};
        QByteArray noise; // that zlib can't make smaller
        for (int i = 0; i < 4'000; ++i)
            noise += QByteArray::number((i * 7'919 + number * 104'729) % 1'000'003, 36);
        run.record.response = noise;
        runs.push_back(std::move(run));
    }
    QVERIFY(store->append(runs).has_value());
    const qint64 size = *store->size();

    const auto removed = store->limitSize(size / 2);

    QVERIFY(removed.has_value());
    QVERIFY2(*removed > 100 && *removed < 250, qPrintable(QString::number(*removed)));
    QVERIFY(*store->size() <= size / 2);
    const auto left = *store->query(querying([](RunQuery &q) { q.limit = 1'000; }));
    QCOMPARE(static_cast<qint64>(left.size()), 300 - *removed);
    QCOMPARE(left.front().requestId, requestIdOf(299));
    QCOMPARE(left.back().requestId, requestIdOf(static_cast<int>(*removed)));
    QCOMPARE(*store->limitSize(size), 0);
}

void tst_RunStore::taggedRunsGoLast()
{
    RunStore store = filledStore();
    const auto runs = *store.query({});
    QVERIFY(store.setBaseline({runs[9].id}).has_value()); // the oldest

    QVERIFY(*store.limitSize(*store.size() - 1) > 0); // less than a tenth can go

    const auto left = *store.query({});
    QVERIFY(left.size() < runs.size());
    QVERIFY(left.empty() || left.back().isBaseline());
    QVERIFY(store.limitSize(0).has_value());
    QCOMPARE(*store.count(), 0);
}

void tst_RunStore::keepsTheWantedSize()
{
    {
        RunStore store = filledStore();
        QCOMPARE(*store.wantedSize(), std::optional<qint64>()); // as in a file of an older version
        QVERIFY(store.setWantedSize(10).has_value());
        QVERIFY(store.setWantedSize(20'000'000'000).has_value());
        QVERIFY(store.clear().has_value());
    }

    const auto store = RunStore::open(file());

    QVERIFY(store.has_value());
    QCOMPARE(*store->wantedSize(), std::optional<qint64>(20'000'000'000));
}

void tst_RunStore::linesMoveRuns()
{
    RunStore store = filledStore();
    QVERIFY(store.setBaseline({store.query({})->front().id}).has_value());
    QBuffer lines;
    lines.open(QIODevice::ReadWrite);
    const auto exported
        = store.exportLines(lines, querying([](RunQuery &q) { q.limit = 1; })); // does not matter
    QCOMPARE(*exported, 10);
    lines.seek(0);
    auto other = RunStore::open(m_folder->filePath(u"other.db"_qs));
    QVERIFY(other->append(sampleRun(3).record, {}).has_value());

    const auto imported = other->importLines(lines);

    QVERIFY(imported.has_value());
    QCOMPARE(*imported, (ImportedRuns{9, 1}));
    QCOMPARE(numbersOf(other->query({})), QList<int>({9, 8, 7, 6, 5, 4, 2, 1, 0, 3}));
    QVERIFY(other->query({})->front().isBaseline());
    QCOMPARE(numbersOf(other->query(querying([](RunQuery &q) { q.text = u"KeyError"_qs; }))),
             QList<int>({2}));
    lines.seek(0);
    QCOMPARE(*other->importLines(lines), (ImportedRuns{0, 10}));
}

void tst_RunStore::aWrongLineImportsNothing()
{
    auto store = RunStore::open(file());
    QByteArray lines = runToLine(sampleRun(1)) + "\n\n" + runToLine(sampleRun(2)) + "\n{}\n";
    QBuffer buffer(&lines);
    buffer.open(QIODevice::ReadOnly);

    const auto imported = store->importLines(buffer);

    QVERIFY(!imported.has_value());
    QCOMPARE(imported.error().code, Error::Code::MalformedLine);
    QCOMPARE(imported.error().position->line, 4);
    QCOMPARE(*store->count(), 0);
}

void tst_RunStore::twoMayWriteAtOnce()
{
    auto one = RunStore::open(file());
    auto other = RunStore::open(file());
    QVERIFY(one.has_value() && other.has_value());

    for (int number = 0; number < 10; number += 2) {
        QVERIFY(one->append(runNumber(number), {}).has_value());
        QVERIFY(other->append(runNumber(number + 1), {}).has_value());
    }

    QCOMPARE(numbersOf(one->query({})), QList<int>({9, 8, 7, 6, 5, 4, 3, 2, 1, 0}));
}

void tst_RunStore::filesOfVersion1LearnTheRuntimesOfRestoredRuns()
{
    InvocationRecord restored = runNumber(1);
    restored.function.runtime = QStringLiteral("java21");
    restored.coldStart = ColdStartReason::FirstInvocation;
    restored.report.initDuration.reset();
    restored.report.billedDuration += std::chrono::milliseconds(50);
    {
        auto store = RunStore::open(file());
        QVERIFY(store->append(runNumber(0), {}).has_value());
        QVERIFY(store->append(restored, {}).has_value());
    }
    {
        const auto database = SqliteDatabase::open(file(), SqliteDatabase::Access::Shared);
        QVERIFY(database->execute("ALTER TABLE run DROP COLUMN runtime; PRAGMA user_version = 1")
                    .has_value());
    }

    for (int time = 0; time < 2; ++time) { // the second one has nothing to do
        auto store = RunStore::open(file());
        QVERIFY(store.has_value());
        QVERIFY(store->append(runNumber(2 + time), {}).has_value());
    }

    const auto store = RunStore::open(file());
    const auto runs = store->query({});
    QCOMPARE(numbersOf(runs), QList<int>({3, 2, 1, 0}));
    QCOMPARE(runs->at(2).runtime, QStringLiteral("java21"));
    QCOMPARE(runs->at(0).runtime, runNumber(3).function.runtime);
}

void tst_RunStore::foreignFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("sql"); // empty: the bytes are no database at all
    QTest::addColumn<Error::Code>("code");

    QTest::newRow("no database") << QByteArray() << Error::Code::Damaged;
    QTest::newRow("another program's") << QByteArray("CREATE TABLE x (y)") << Error::Code::Damaged;
    QTest::newRow("a newer version's")
        << QByteArray("CREATE TABLE x (y); PRAGMA application_id = 1130776697;"
                      "PRAGMA user_version = 3")
        << Error::Code::NewerVersion;
}

void tst_RunStore::foreignFilesAreRefused()
{
    QFETCH(const QByteArray, sql);
    QFETCH(const Error::Code, code);
    if (sql.isEmpty()) {
        QFile plain(file());
        QVERIFY(plain.open(QIODevice::WriteOnly));
        QVERIFY(plain.write(QByteArray(5'000, 'x')) > 0);
    } else {
        const auto database = SqliteDatabase::open(file(), SqliteDatabase::Access::Shared);
        QVERIFY(database->execute(sql.constData()).has_value());
    }
    QFile written(file());
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray before = written.readAll();

    const auto store = RunStore::open(file());

    QVERIFY(!store.has_value());
    QCOMPARE(store.error().code, code);
    written.seek(0);
    QCOMPARE(written.readAll(), before);
}

void tst_RunStore::aMissingFileIsNotMadeToRead()
{
    const auto store = RunStore::open(file(), RunStore::Missing::Refuse);

    QCOMPARE(store.error().code, Error::Code::NotFound);
    QVERIFY(!QFile::exists(file()));
}

COLDFRAME_TEST(tst_RunStore);

#include "tst_runstore.moc"
