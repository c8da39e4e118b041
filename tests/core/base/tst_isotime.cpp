// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/isotime.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_IsoTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesUtcWithMilliseconds_data();
    void writesUtcWithMilliseconds();
    void knowsRfc3339_data();
    void knowsRfc3339();
};

COLDFRAME_TEST(tst_IsoTime);

void tst_IsoTime::writesUtcWithMilliseconds_data()
{
    QTest::addColumn<qint64>("microseconds");
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("the epoch") << qint64(0) << QByteArray("1970-01-01T00:00:00.000Z");
    QTest::newRow("the sheet's example")
        << qint64(1'767'323'045'678'000) << QByteArray("2026-01-02T03:04:05.678Z");
    QTest::newRow("what lies below a millisecond is cut off")
        << qint64(1'767'323'045'678'999) << QByteArray("2026-01-02T03:04:05.678Z");
    QTest::newRow("a leap day") << qint64(1'709'208'000'001'000)
                                << QByteArray("2024-02-29T12:00:00.001Z");
    QTest::newRow("before the epoch") << qint64(-1) << QByteArray("1969-12-31T23:59:59.999Z");
}

void tst_IsoTime::writesUtcWithMilliseconds()
{
    QFETCH(const qint64, microseconds);
    QFETCH(const QByteArray, text);

    QCOMPARE(isoTime(WallTime(std::chrono::microseconds(microseconds))), text);
}

void tst_IsoTime::knowsRfc3339_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isTime");

    const auto row
        = [](const char *text, bool isTime) { QTest::newRow(text) << QByteArray(text) << isTime; };
    row("2026-01-02T03:04:05Z", true);
    row("2026-01-02T03:04:05.678Z", true);
    row("2026-01-02T03:04:05.678901234Z", true);
    row("2026-01-02t03:04:05z", true);
    row("2026-01-02 03:04:05Z", true);
    row("2026-01-02T03:04:05+01:00", true);
    row("2026-01-02T03:04:05.5-23:59", true);
    row("2026-01-02T23:59:60Z", true);
    row("", false);
    row("2026-01-02", false);
    row("2026-01-02T03:04:05", false);
    row("2026-01-02T03:04:05.Z", false);
    row("2026-01-02T03:04:05+0100", false);
    row("2026-01-02T03:04:05+24:00", false);
    row("2026-13-02T03:04:05Z", false);
    row("2026-00-02T03:04:05Z", false);
    row("2026-01-32T03:04:05Z", false);
    row("2026-01-02T24:04:05Z", false);
    row("2026-01-02T03:60:05Z", false);
    row("2026-01-02T03:04:05Zulu", false);
    row("1767323045", false);
}

void tst_IsoTime::knowsRfc3339()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, isTime);

    QCOMPARE(isRfc3339Time(text), isTime);
}

#include "tst_isotime.moc"
