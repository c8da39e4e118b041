// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/telemetrybuffer.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_TelemetryBuffer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsNeverDue();
    void dueWhenTheOldestHasWaited();
    void dueWhenThereAreEnoughRecords();
    void dueWhenThereAreEnoughBytes();
    void dueWhenFlushed();
    void batchesEndAtTheLimits();
    void whatComesAfterAFlushWaits();
    void aFullBacklogDropsWhatIsNew();
    void undeliverableRecordsAreCounted();
};

namespace {

constexpr Instant bufferStart{};
constexpr TelemetryBuffering fiveItems{5, 100, 1000ms};

} // namespace

void tst_TelemetryBuffer::nothingIsNeverDue()
{
    TelemetryBuffer buffer(fiveItems);

    buffer.flush();

    QVERIFY(buffer.isEmpty());
    QVERIFY(!buffer.dueAt());
    QVERIFY(buffer.take().empty());
}

void tst_TelemetryBuffer::dueWhenTheOldestHasWaited()
{
    TelemetryBuffer buffer(fiveItems);

    buffer.add("a", bufferStart);
    buffer.add("b", bufferStart + 900ms);
    QCOMPARE(buffer.dueAt(), std::optional<Instant>(bufferStart + 1000ms));
    QCOMPARE(buffer.take(), (std::vector<QByteArray>{"a", "b"}));

    buffer.add("c", bufferStart + 1500ms);
    QCOMPARE(buffer.dueAt(), std::optional<Instant>(bufferStart + 2500ms));
}

void tst_TelemetryBuffer::dueWhenThereAreEnoughRecords()
{
    TelemetryBuffer buffer(fiveItems);
    for (int i = 0; i < 4; ++i)
        buffer.add("a", bufferStart);
    QCOMPARE(buffer.dueAt(), std::optional<Instant>(bufferStart + 1000ms));

    buffer.add("a", bufferStart + 1ms);

    QCOMPARE(buffer.dueAt(), std::optional<Instant>(bufferStart));
}

void tst_TelemetryBuffer::dueWhenThereAreEnoughBytes()
{
    TelemetryBuffer buffer(fiveItems);
    buffer.add(QByteArray(99, 'a'), bufferStart);
    QCOMPARE(buffer.dueAt(), std::optional<Instant>(bufferStart + 1000ms));

    buffer.add("b", bufferStart);

    QCOMPARE(buffer.dueAt(), std::optional<Instant>(bufferStart));
}

void tst_TelemetryBuffer::dueWhenFlushed()
{
    TelemetryBuffer buffer(fiveItems);
    buffer.add("a", bufferStart);

    buffer.flush();

    QCOMPARE(buffer.dueAt(), std::optional<Instant>(bufferStart));
}

void tst_TelemetryBuffer::batchesEndAtTheLimits()
{
    TelemetryBuffer buffer(fiveItems);
    for (int i = 0; i < 7; ++i)
        buffer.add(QByteArray::number(i), bufferStart);
    QCOMPARE(buffer.take(), (std::vector<QByteArray>{"0", "1", "2", "3", "4"}));
    QCOMPARE(buffer.bytes(), 2);

    buffer.add(QByteArray(97, 'a'), bufferStart);
    buffer.add(QByteArray(60, 'b'), bufferStart);
    buffer.add("c", bufferStart);
    QCOMPARE(buffer.take().size(), std::size_t(4)); // 99 bytes and one more record
    QCOMPARE(buffer.take(), std::vector<QByteArray>{"c"});
    QVERIFY(buffer.isEmpty());
    QCOMPARE(buffer.bytes(), 0);
}

void tst_TelemetryBuffer::whatComesAfterAFlushWaits()
{
    TelemetryBuffer buffer(fiveItems);
    for (int i = 0; i < 6; ++i)
        buffer.add("a", bufferStart);
    buffer.flush();
    buffer.add("b", bufferStart);
    QCOMPARE(buffer.take().size(), std::size_t(5));
    QCOMPARE(buffer.dueAt(), std::optional<Instant>(bufferStart)); // the sixth was flushed as well
    QCOMPARE(buffer.take(), (std::vector<QByteArray>{"a", "b"}));

    buffer.add("c", bufferStart + 5ms);

    QCOMPARE(buffer.dueAt(), std::optional<Instant>(bufferStart + 1005ms));
}

void tst_TelemetryBuffer::aFullBacklogDropsWhatIsNew()
{
    TelemetryBuffer buffer(fiveItems, 10);
    buffer.add("first", bufferStart);
    buffer.add("later", bufferStart);
    QCOMPARE(buffer.takeDropped(), DroppedTelemetry{});

    buffer.add("much", bufferStart);
    buffer.add("too late", bufferStart);

    QCOMPARE(buffer.takeDropped(), (DroppedTelemetry{2, 12}));
    QCOMPARE(buffer.takeDropped(), DroppedTelemetry{});
    QCOMPARE(buffer.take(), (std::vector<QByteArray>{"first", "later"}));
    buffer.add("again", bufferStart);
    QCOMPARE(buffer.take(), std::vector<QByteArray>{"again"});
}

void tst_TelemetryBuffer::undeliverableRecordsAreCounted()
{
    TelemetryBuffer buffer(fiveItems);

    buffer.noteDropped({"abc", "de"});

    QCOMPARE(buffer.takeDropped(), (DroppedTelemetry{2, 5}));
}

COLDFRAME_TEST(tst_TelemetryBuffer);

#include "tst_telemetrybuffer.moc"
