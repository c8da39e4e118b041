// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logstore.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

namespace {

LogLine storedLine(int number)
{
    return {WallTime{1s * number}, LogSource::Function, LogLevel::Info,
            "line " + QByteArray::number(number)};
}

LogStore storeOf(int count)
{
    LogStore store;
    for (int i = 0; i < count; ++i)
        store.append(viewOf(storedLine(i)));
    return store;
}

} // namespace

class tst_LogStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineComesBackAsItWas();
    void linesOfManyBlocksAreFound();
    void numbersStayWhenOlderLinesLeave();
    void memoryOfLinesThatLeftIsGivenBack();
    void aSnapshotStaysAsItWas();
    void aLineWithoutALevelGetsTheStatedOne();
    void aLineMayBeLongerThanABlock();
    void aLineCostsLittleMoreThanItsText();
};

void tst_LogStore::aLineComesBackAsItWas()
{
    const std::vector<LogLine> lines{
        {WallTime{123456us}, LogSource::Extension, LogLevel::Fatal, "a\n\0b", u"agent"_qs},
        {WallTime{1s}, LogSource::Extension, LogLevel::Debug, "", u"other"_qs},
        {WallTime{}, LogSource::Platform, LogLevel::None, "START"},
        {WallTime{2s}, LogSource::Extension, LogLevel::Warn, "x", u"agent"_qs}};
    LogStore store;
    for (const LogLine &line : lines)
        store.append(viewOf(line));

    for (std::size_t i = 0; i < lines.size(); ++i)
        QVERIFY(store.at(qint64(i)).toLine() == lines[i]);
}

void tst_LogStore::linesOfManyBlocksAreFound()
{
    const LogStore store = storeOf(30'000);

    QCOMPARE(store.size(), 30'000);
    for (const int number : {0, 8191, 8192, 16384, 29'999})
        QVERIFY(store.at(number).toLine() == storedLine(number));
}

void tst_LogStore::numbersStayWhenOlderLinesLeave()
{
    LogStore store = storeOf(20'000);

    store.removeFirst(10'000);

    QCOMPARE(store.firstNumber(), 10'000);
    QCOMPARE(store.size(), 10'000);
    QVERIFY(store.at(10'000).toLine() == storedLine(10'000));
    store.removeFirst(1'000'000);
    QVERIFY(store.isEmpty());
    store.append(viewOf(storedLine(1)));
    QCOMPARE(store.firstNumber(), 20'000);
    QVERIFY(store.at(20'000).toLine() == storedLine(1));
}

void tst_LogStore::memoryOfLinesThatLeftIsGivenBack()
{
    LogStore store = storeOf(50'000);
    const qsizetype before = store.bytes();

    store.removeFirst(45'000);

    QVERIFY(store.bytes() < before / 3);
}

void tst_LogStore::aSnapshotStaysAsItWas()
{
    LogStore store = storeOf(9'000);

    const LogStore snapshot = store.snapshot();
    store.append(viewOf(storedLine(9'000)));
    store.removeFirst(8'999);

    QCOMPARE(snapshot.size(), 9'000);
    QVERIFY(snapshot.at(0).toLine() == storedLine(0));
    QVERIFY(snapshot.at(8'999).toLine() == storedLine(8'999));
    QVERIFY(store.at(9'000).toLine() == storedLine(9'000));
}

void tst_LogStore::aLineWithoutALevelGetsTheStatedOne()
{
    LogStore store;
    store.append(viewOf({{}, LogSource::Function, LogLevel::None, "{\"level\":50}"}));
    store.append(viewOf({{}, LogSource::Function, LogLevel::Debug, "{\"level\":50}"}));
    store.append(viewOf({{}, LogSource::Platform, LogLevel::None, "ERROR:a:b"}));

    QCOMPARE(int(store.at(0).level), int(LogLevel::Error));
    QCOMPARE(int(store.at(1).level), int(LogLevel::Debug));
    QCOMPARE(int(store.at(2).level), int(LogLevel::None));
}

void tst_LogStore::aLineMayBeLongerThanABlock()
{
    LogStore store = storeOf(1);
    const LogLine huge{{}, LogSource::Function, LogLevel::Info, QByteArray(3 << 20, 'x')};

    store.append(viewOf(huge));
    store.append(viewOf(storedLine(2)));

    QCOMPARE(store.at(1).text.size(), 3 << 20);
    QVERIFY(store.at(2).toLine() == storedLine(2));
}

void tst_LogStore::aLineCostsLittleMoreThanItsText()
{
    LogStore store;
    const LogLine line{{}, LogSource::Function, LogLevel::Info, QByteArray(200, 'x')};
    constexpr int count = 100'000;
    for (int i = 0; i < count; ++i)
        store.append(viewOf(line));
    const LogStore snapshot = store.snapshot();

    QVERIFY2(snapshot.bytes() <= count * 230, qPrintable(QString::number(snapshot.bytes())));
}

COLDFRAME_TEST(tst_LogStore);

#include "tst_logstore.moc"
