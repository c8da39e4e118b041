// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/responsebandwidth.h"

#include "tests/support/testmain.h"

#include <QTest>

#include <optional>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_ResponseBandwidth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waits_data();
    void waits();
    void longResponsesTakeTheirTime();
};

COLDFRAME_TEST(tst_ResponseBandwidth);

namespace {

class SettableClock final : public Clock
{
public:
    Instant now() const override { return time; }
    WallTime wallNow() const override { return {}; }

    Instant time{1h};
};

constexpr std::int64_t Burst = ResponseBandwidth::BurstBytes;
constexpr std::int64_t StepSize = ResponseBandwidth::StepBytes;

} // namespace

Q_DECLARE_METATYPE(std::chrono::milliseconds)

void tst_ResponseBandwidth::waits_data()
{
    QTest::addColumn<qint64>("first");
    QTest::addColumn<std::chrono::milliseconds>("pause");
    QTest::addColumn<qint64>("second");
    QTest::addColumn<std::chrono::milliseconds>("wait");

    const auto row = [](const char *name, qint64 first, std::chrono::milliseconds pause,
                        qint64 second, std::chrono::milliseconds wait) {
        QTest::newRow(name) << first << pause << second << wait;
    };
    row("nothing", 0, 0ms, 0, 0ms);
    row("the first 6 MiB", Burst, 0ms, 0, 0ms);
    row("one byte more waits for the next step", Burst + 1, 0ms, 0, 125ms);
    row("a step's bytes wait for one step", Burst + StepSize, 0ms, 0, 125ms);
    row("and one more for two", Burst + StepSize + 1, 0ms, 0, 250ms);
    row("a second's bytes wait for a second", Burst + 2 * 1024 * 1024, 0ms, 0, 1000ms);
    row("what is left of a step", Burst + 1, 100ms, 0, 25ms);
    row("until the step is over", Burst + 1, 125ms, 0, 0ms);
    row("time before the burst is used up earns nothing", 0, 1h, Burst + 1, 125ms);
    row("half a step earns nothing", Burst, 124ms, 1, 1ms);
    row("a step earns its bytes", Burst, 125ms, StepSize, 0ms);
    row("and not more", Burst, 125ms, StepSize + 1, 125ms);
    row("a long pause earns the burst again", Burst, 1h, Burst, 0ms);
    row("and not more than the burst", Burst, 1h, Burst + 1, 125ms);
    row("years", Burst + 1, 24h * 365 * 50, Burst, 0ms);
}

void tst_ResponseBandwidth::waits()
{
    QFETCH(const qint64, first);
    QFETCH(const std::chrono::milliseconds, pause);
    QFETCH(const qint64, second);
    QFETCH(const std::chrono::milliseconds, wait);
    SettableClock clock;
    ResponseBandwidth bandwidth(clock);

    bandwidth.take(first);
    clock.time += pause;
    bandwidth.take(second);

    QCOMPARE(bandwidth.wait().count(), std::chrono::nanoseconds(wait).count());
}

void tst_ResponseBandwidth::longResponsesTakeTheirTime()
{
    SettableClock clock;
    ResponseBandwidth bandwidth(clock);
    const Instant begin = clock.time;

    for (std::int64_t sent = 0; sent < Burst + 20 * 1024 * 1024; sent += 65536) {
        bandwidth.take(65536);
        clock.time += bandwidth.wait();
    }

    QCOMPARE(qint64((clock.time - begin) / 1ms), qint64(10000));
}

#include "tst_responsebandwidth.moc"
