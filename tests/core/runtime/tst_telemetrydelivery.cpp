// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/telemetrydelivery.h"

#include "tests/support/testmain.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_TelemetryDelivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void envelope();
    void afterTheTimeout();
    void atOnceWhenFlushed();
    void oneBatchAfterTheOther();
    void againUntilItIsDelivered();
    void aBatchThatIsRefusedAgainAndAgain();
    void aSlowListenerLosesWhatIsNew();
    void anAbsentListenerIsNotToldButTheLogIs();
    void pausedAndResumed();
    void anotherSubscription();

private:
    SystemClock m_clock;
    std::unique_ptr<TelemetryDelivery> m_delivery;
    class FakeTransport *m_transport = nullptr;
};

/// A listener whose answers the test decides.
class FakeTransport final : public TelemetryTransport
{
public:
    std::vector<std::vector<QByteArray>> batches;

    void send(const std::vector<QByteArray> &records) override { batches.push_back(records); }

    void answer(Outcome outcome) { Q_EMIT sent(outcome); }
};

namespace {

using SendOutcome = TelemetryTransport::Outcome;

TelemetrySubscription withTimeout(std::chrono::milliseconds timeout)
{
    TelemetrySubscription subscription;
    subscription.types.function = true;
    subscription.buffering.timeout = timeout;
    return subscription;
}

std::vector<QByteArray> batchOf(std::initializer_list<QByteArray> records)
{
    return records;
}

} // namespace

void tst_TelemetryDelivery::init()
{
    auto transport = std::make_unique<FakeTransport>();
    m_transport = transport.get();
    m_delivery
        = std::make_unique<TelemetryDelivery>(m_clock, withTimeout(30s), std::move(transport));
}

void tst_TelemetryDelivery::cleanup()
{
    m_delivery.reset();
}

void tst_TelemetryDelivery::envelope()
{
    QCOMPARE(telemetryEnvelope(WallTime(std::chrono::microseconds(1767323045678912)),
                               "platform.start", R"({"requestId":"1"})"),
             QByteArray(R"({"time":"2026-01-02T03:04:05.678Z","type":"platform.start",)"
                        R"("record":{"requestId":"1"}})"));
}

void tst_TelemetryDelivery::afterTheTimeout()
{
    auto transport = std::make_unique<FakeTransport>();
    FakeTransport *const fake = transport.get();
    TelemetryDelivery delivery(m_clock, withTimeout(25ms), std::move(transport));
    const Instant begin = m_clock.now();

    delivery.add("1");
    delivery.add("2");
    QVERIFY(fake->batches.empty());

    QTRY_COMPARE(fake->batches.size(), std::size_t(1));
    QVERIFY(m_clock.now() - begin >= 25ms);
    QCOMPARE(fake->batches.front(), batchOf({"1", "2"}));
    QVERIFY(!delivery.isDrained());
}

void tst_TelemetryDelivery::atOnceWhenFlushed()
{
    QSignalSpy drained(m_delivery.get(), &TelemetryDelivery::drained);
    QVERIFY(m_delivery->isDrained());
    m_delivery->add("1");
    QVERIFY(!m_delivery->isDrained());

    m_delivery->flush();

    QTRY_COMPARE(m_transport->batches.size(), std::size_t(1));
    QCOMPARE(drained.size(), 0);
    m_transport->answer(SendOutcome::Delivered);
    QCOMPARE(drained.size(), 1);
    QVERIFY(m_delivery->isDrained());
}

void tst_TelemetryDelivery::oneBatchAfterTheOther()
{
    m_delivery->add("1");
    m_delivery->flush();
    QTRY_COMPARE(m_transport->batches.size(), std::size_t(1));

    m_delivery->add("2");
    m_delivery->flush();
    m_delivery->add("3");
    m_delivery->flush();
    QTest::qWait(0);
    QCOMPARE(m_transport->batches.size(), std::size_t(1));

    m_transport->answer(SendOutcome::Delivered);
    QTRY_COMPARE(m_transport->batches.size(), std::size_t(2));
    QCOMPARE(m_transport->batches.back(), batchOf({"2", "3"}));
}

void tst_TelemetryDelivery::againUntilItIsDelivered()
{
    m_delivery->add("1");
    m_delivery->flush();
    for (std::size_t attempt = 1; attempt <= 4; ++attempt) {
        QTRY_COMPARE(m_transport->batches.size(), attempt);
        QCOMPARE(m_transport->batches.back(), batchOf({"1"}));
        m_delivery->add("2");
        m_transport->answer(attempt == 4       ? SendOutcome::Delivered
                                : attempt == 2 ? SendOutcome::Refused
                                               : SendOutcome::Unreachable);
    }
    m_delivery->flush();

    QTRY_COMPARE(m_transport->batches.size(), std::size_t(5));
    QCOMPARE(m_transport->batches.back(), batchOf({"2", "2", "2", "2"}));
}

void tst_TelemetryDelivery::aBatchThatIsRefusedAgainAndAgain()
{
    QSignalSpy dropped(m_delivery.get(), &TelemetryDelivery::dropped);
    m_delivery->add("bad");
    m_delivery->flush();
    for (std::size_t attempt = 1; attempt <= 5; ++attempt) {
        QTRY_COMPARE(m_transport->batches.size(), attempt);
        m_transport->answer(SendOutcome::Refused);
    }
    QVERIFY(m_delivery->isDrained());
    m_delivery->add("good");
    m_delivery->flush();
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(dropped.first(), (QVariantList{qint64(1), qint64(3)}));
    QTRY_COMPARE(m_transport->batches.back(), batchOf({"good"}));

    m_transport->answer(SendOutcome::Delivered);
    m_delivery->flush();

    QTRY_COMPARE(m_transport->batches.size(), std::size_t(7));
    QCOMPARE(m_transport->batches.back().size(), std::size_t(1));
    QVERIFY2(
        m_transport->batches.back().front().endsWith(
            "\"type\":\"platform.logsDropped\",\"record\":{\"reason\":\"Some logs were dropped "
            "because the downstream consumer is slower than the logs production rate\","
            "\"droppedRecords\":1,\"droppedBytes\":3}}"),
        m_transport->batches.back().front().constData());
    QCOMPARE(dropped.size(), 1);
}

void tst_TelemetryDelivery::aSlowListenerLosesWhatIsNew()
{
    constexpr int Records = 10'000;
    const QByteArray record(1'000, 'r');
    QSignalSpy dropped(m_delivery.get(), &TelemetryDelivery::dropped);
    for (int i = 0; i < Records; ++i)
        m_delivery->add(record);
    m_delivery->flush();

    qint64 delivered = 0;
    std::size_t answered = 0;
    QByteArray told;
    while (!m_delivery->isDrained()) {
        QTRY_VERIFY(m_transport->batches.size() > answered);
        for (const QByteArray &each : m_transport->batches[answered++]) {
            if (each == record)
                ++delivered;
            else
                told += each;
        }
        m_transport->answer(SendOutcome::Delivered);
        m_delivery->flush();
    }

    QVERIFY2(delivered > 3'000 && delivered < 5'000, QByteArray::number(delivered).constData());
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(dropped.first().first().toLongLong(), Records - delivered);
    QVERIFY2(told.contains("\"droppedRecords\":" + QByteArray::number(Records - delivered)
                           + ",\"droppedBytes\":"
                           + QByteArray::number((Records - delivered) * 1'000) + '}'),
             told.constData());
}

void tst_TelemetryDelivery::anAbsentListenerIsNotToldButTheLogIs()
{
    QSignalSpy dropped(m_delivery.get(), &TelemetryDelivery::dropped);
    for (int i = 0; i < 5'000; ++i)
        m_delivery->add(QByteArray(1'000, 'r'));
    QCOMPARE(dropped.size(), 0);

    m_delivery->flush();
    m_delivery->flush();

    QCOMPARE(dropped.size(), 1);
    QVERIFY(dropped.first().first().toLongLong() > 0);
}

void tst_TelemetryDelivery::pausedAndResumed()
{
    m_delivery->pause();
    m_delivery->add("1");
    m_delivery->flush();
    QTest::qWait(0);
    QVERIFY(m_transport->batches.empty());

    m_delivery->resume();

    QTRY_COMPARE(m_transport->batches.size(), std::size_t(1));
}

void tst_TelemetryDelivery::anotherSubscription()
{
    m_delivery->add("1");
    m_delivery->flush();
    QTRY_COMPARE(m_transport->batches.size(), std::size_t(1));
    m_delivery->add("2");
    const QPointer<FakeTransport> before(m_transport);
    auto transport = std::make_unique<FakeTransport>();
    m_transport = transport.get();

    m_delivery->replace(withTimeout(25ms), std::move(transport));

    QCOMPARE(m_delivery->subscription().buffering.timeout, 25ms);
    QTRY_COMPARE(m_transport->batches.size(), std::size_t(1));
    QCOMPARE(m_transport->batches.back(), batchOf({"1"})); // nobody has said that it arrived
    m_transport->answer(SendOutcome::Delivered);
    QTRY_COMPARE(m_transport->batches.size(), std::size_t(2));
    QCOMPARE(m_transport->batches.back(), batchOf({"2"}));
    QTRY_VERIFY(!before);
}

COLDFRAME_TEST(tst_TelemetryDelivery);

#include "tst_telemetrydelivery.moc"
