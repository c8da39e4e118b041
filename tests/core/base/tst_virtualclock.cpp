// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/virtualclock.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_VirtualClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAheadByWhatItWasAdvanced();
    void neverGoesBack();
};

namespace {

struct StandingClock final : Clock
{
    Instant now() const override { return Instant(elapsed); }
    WallTime wallNow() const override { return WallTime(1000s + elapsed); }

    std::chrono::seconds elapsed{};
};

} // namespace

void tst_VirtualClock::isAheadByWhatItWasAdvanced()
{
    StandingClock base;
    VirtualClock clock(base);
    QVERIFY(clock.now() == base.now() && clock.wallNow() == base.wallNow());

    clock.advance(60s);
    clock.advance(1ms);
    base.elapsed = 5s;

    QVERIFY(clock.ahead() == 60'001ms);
    QVERIFY(clock.now() == Instant(65'001ms));
    QVERIFY(clock.wallNow() == WallTime(1'065'001ms));
}

void tst_VirtualClock::neverGoesBack()
{
    const StandingClock base;
    VirtualClock clock(base);
    clock.advance(2s);

    clock.advance(-1s);

    QVERIFY(clock.ahead() == 2s);
}

COLDFRAME_TEST(tst_VirtualClock);

#include "tst_virtualclock.moc"
