// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "wording/figures.h"

#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_Figures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void duration_data();
    void duration();
    void durationInGerman();
    void bytes_data();
    void bytes();
    void memory();

private:
    const QLocale m_english{QLocale::English, QLocale::UnitedStates};
};

void tst_Figures::duration_data()
{
    QTest::addColumn<qint64>("nanoseconds");
    QTest::addColumn<QString>("text");

    QTest::newRow("nothing") << qint64(0) << QStringLiteral("0 ms");
    QTest::newRow("below a microsecond") << qint64(300) << QStringLiteral("0.30 µs");
    QTest::newRow("microseconds") << qint64(482'000) << QStringLiteral("482 µs");
    QTest::newRow("rounds up into the next unit") << qint64(999'600) << QStringLiteral("1.00 ms");
    QTest::newRow("a few milliseconds") << qint64(4'820'000) << QStringLiteral("4.82 ms");
    QTest::newRow("rounding costs a decimal") << qint64(9'996'000) << QStringLiteral("10.0 ms");
    QTest::newRow("tens of milliseconds") << qint64(48'200'000) << QStringLiteral("48.2 ms");
    QTest::newRow("hundreds of milliseconds") << qint64(482'400'000) << QStringLiteral("482 ms");
    QTest::newRow("a second") << qint64(1'000'000'000) << QStringLiteral("1.00 s");
    QTest::newRow("seconds") << qint64(12'340'000'000) << QStringLiteral("12.3 s");
    QTest::newRow("almost a minute") << qint64(59'990'000'000) << QStringLiteral("1 min 0 s");
    QTest::newRow("minutes") << qint64(125'000'000'000) << QStringLiteral("2 min 5 s");
    QTest::newRow("a difference can be negative")
        << qint64(-48'200'000) << QStringLiteral("-48.2 ms");
}

void tst_Figures::duration()
{
    QFETCH(qint64, nanoseconds);
    QFETCH(QString, text);

    QCOMPARE(formatDuration(std::chrono::nanoseconds(nanoseconds), m_english), text);
}

void tst_Figures::durationInGerman()
{
    QCOMPARE(formatDuration(48'200us, QLocale(QLocale::German)), QStringLiteral("48,2 ms"));
}

void tst_Figures::bytes_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<QString>("text");

    QTest::newRow("nothing") << qint64(0) << QStringLiteral("0 bytes");
    QTest::newRow("bytes") << qint64(482) << QStringLiteral("482 bytes");
    QTest::newRow("a kB has 1,024 bytes") << qint64(4'915) << QStringLiteral("4.8 kB");
    QTest::newRow("Lambda's largest event") << qint64(6'291'456) << QStringLiteral("6.0 MB");
}

void tst_Figures::bytes()
{
    QFETCH(qint64, size);
    QFETCH(QString, text);

    QCOMPARE(formatBytes(size, m_english), text);
}

void tst_Figures::memory()
{
    QCOMPARE(formatMebiBytes(MebiBytes{1769}, m_english), QStringLiteral("1,769 MB"));
}

COLDFRAME_TEST(tst_Figures);

#include "tst_figures.moc"
