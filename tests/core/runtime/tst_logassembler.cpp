// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/logassembler.h"

#include "core/lambda/limits.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;

class tst_LogAssembler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesInTheOrderOfArrival();
    void anUnfinishedLineIsEndedBeforeAPlatformLine();
    void anUnfinishedLineIsEndedAtTheEnd();
    void levelsOfLines();
    void bytesAreKeptAsTheyAre();
    void aLineWithoutEndIsCutInPieces();
    void linesInTheMiddleAreDroppedWithARemark();
    void memoryIsBounded_data();
    void memoryIsBounded();
    void takeNewNeverRepeats();
    void whatWasHandedOutIsTheBeginningOfTheWhole();
    void anEmptyAssemblerAfterTake();
    void stampsOfTheClock();
};

namespace {

/// Each look at it is a millisecond later.
class SteppingClock final : public Clock
{
public:
    Instant now() const override { return {}; }
    WallTime wallNow() const override
    {
        return WallTime(std::chrono::milliseconds(++m_milliseconds));
    }

private:
    mutable int m_milliseconds = 0;
};

QByteArrayList textsOf(const std::vector<LogLine> &lines)
{
    QByteArrayList texts;
    for (const LogLine &line : lines)
        texts.append(line.text);
    return texts;
}

qsizetype bytesOf(const std::vector<LogLine> &lines)
{
    qsizetype bytes = 0;
    for (const LogLine &line : lines)
        bytes += line.text.size();
    return bytes;
}

const SteppingClock steppingClock;

} // namespace

void tst_LogAssembler::linesInTheOrderOfArrival()
{
    LogAssembler log(steppingClock, {});
    log.addPlatformLine("START");
    log.addOutput("one\ntwo\n");
    log.addOutput("thr");
    log.addOutput("ee\n");
    log.addPlatformLine("END");

    const std::vector<LogLine> lines = log.take();

    QCOMPARE(textsOf(lines), (QByteArrayList{"START", "one", "two", "three", "END"}));
    QCOMPARE(lines[0].source, LogSource::Platform);
    QCOMPARE(lines[1].source, LogSource::Function);
    QCOMPARE(lines[4].source, LogSource::Platform);
}

void tst_LogAssembler::anUnfinishedLineIsEndedBeforeAPlatformLine()
{
    LogAssembler log(steppingClock, {});
    log.addOutput("no newline");
    log.addPlatformLine("END");
    log.addOutput("next\n");

    QCOMPARE(textsOf(log.take()), (QByteArrayList{"no newline", "END", "next"}));
}

void tst_LogAssembler::anUnfinishedLineIsEndedAtTheEnd()
{
    LogAssembler log(steppingClock, {});
    log.addOutput("one\nno newline");

    QCOMPARE(textsOf(log.take()), (QByteArrayList{"one", "no newline"}));
}

void tst_LogAssembler::levelsOfLines()
{
    LogAssembler log(steppingClock, {});
    log.addOutput("[ERROR] ValueError: no good\nplain\n");
    log.addPlatformLine("INIT_REPORT", LogLevel::Error);

    const std::vector<LogLine> lines = log.take();

    QCOMPARE(lines[0].level, LogLevel::Error);
    QCOMPARE(lines[1].level, LogLevel::None);
    QCOMPARE(lines[2].level, LogLevel::Error);
}

void tst_LogAssembler::bytesAreKeptAsTheyAre()
{
    LogAssembler log(steppingClock, {});
    const QByteArray bytes("\xff\xfe \0 \x1b[31mred\r", 13);
    log.addOutput(bytes + "\n\n");

    QCOMPARE(textsOf(log.take()), (QByteArrayList{bytes, ""}));
}

void tst_LogAssembler::aLineWithoutEndIsCutInPieces()
{
    LogAssembler log(steppingClock, {});
    const QByteArray endless(3 * limits::LogLineBytes + 1, 'x');
    log.addOutput(endless);

    const std::vector<LogLine> lines = log.take();

    for (const LogLine &line : lines)
        QVERIFY(line.text.size() <= limits::LogLineBytes);
    QCOMPARE(textsOf(lines).join(), endless);
}

void tst_LogAssembler::linesInTheMiddleAreDroppedWithARemark()
{
    LogAssembler log(steppingClock, {300, 300});
    for (int i = 0; i < 20; ++i)
        log.addOutput("line " + QByteArray::number(i).rightJustified(2, '0') + '\n');
    log.addPlatformLine("REPORT");

    const std::vector<LogLine> lines = log.take();

    const QByteArrayList texts = textsOf(lines);
    QCOMPARE(texts.first(), QByteArray("line 00"));
    QCOMPARE(texts.last(), QByteArray("REPORT"));
    const auto remark = std::find_if(lines.begin(), lines.end(), [](const LogLine &line) {
        return line.source == LogSource::Coldframe;
    });
    QVERIFY(remark != lines.end());
    const qint64 dropped = 21 - (qint64(lines.size()) - 1);
    QVERIFY(dropped > 0);
    QVERIFY2(remark->text.startsWith(QByteArray::number(dropped) + " lines ("
                                     + QByteArray::number(dropped * 7) + " bytes)"),
             remark->text.constData());
    // Before it the beginning without a gap, behind it the end without a gap.
    const auto before = std::distance(lines.begin(), remark);
    for (qsizetype i = 0; i < before; ++i)
        QCOMPARE(texts[i], "line " + QByteArray::number(i).rightJustified(2, '0'));
    for (qsizetype i = before + 1; i < texts.size() - 1; ++i)
        QCOMPARE(texts[i], "line " + QByteArray::number(i - 1 + dropped).rightJustified(2, '0'));
}

void tst_LogAssembler::memoryIsBounded_data()
{
    QTest::addColumn<QByteArray>("piece");
    QTest::addColumn<int>("times");

    QTest::newRow("short lines") << QByteArray("x\n") << 200'000;
    QTest::newRow("empty lines") << QByteArray("\n") << 200'000;
    QTest::newRow("long lines") << QByteArray(10'000, 'x') + '\n' << 1'000;
    QTest::newRow("no newline at all") << QByteArray(10'000, 'x') << 1'000;
}

void tst_LogAssembler::memoryIsBounded()
{
    QFETCH(const QByteArray, piece);
    QFETCH(const int, times);
    constexpr LogAssembler::Caps caps{100'000, 50'000};
    LogAssembler log(steppingClock, caps);
    for (int i = 0; i < times; ++i)
        log.addOutput(piece);

    const std::vector<LogLine> lines = log.take();

    // A single line may be longer than the cap of the end.
    QVERIFY(bytesOf(lines) <= caps.headBytes + caps.tailBytes + limits::LogLineBytes);
    QVERIFY(qint64(lines.size()) * qint64(sizeof(LogLine)) <= caps.headBytes + caps.tailBytes);
}

void tst_LogAssembler::takeNewNeverRepeats()
{
    LogAssembler log(steppingClock, {300, 300});
    QByteArrayList handedOut;
    for (int i = 0; i < 20; ++i) {
        log.addOutput("line " + QByteArray::number(i) + '\n');
        if (i % 3 == 0)
            handedOut += textsOf(log.takeNew());
    }
    handedOut += textsOf(log.takeNew());

    QVERIFY(!handedOut.isEmpty());
    for (qsizetype i = 0; i < handedOut.size(); ++i)
        QCOMPARE(handedOut[i], "line " + QByteArray::number(i));
    QVERIFY(log.takeNew().empty());
}

void tst_LogAssembler::whatWasHandedOutIsTheBeginningOfTheWhole()
{
    LogAssembler log(steppingClock, {300, 300});
    std::vector<LogLine> handedOut;
    const auto collect = [&] {
        for (const LogLine &line : log.takeNew())
            handedOut.push_back(line);
    };
    for (int i = 0; i < 50; ++i) {
        log.addOutput("line " + QByteArray::number(i) + "\nhalf");
        collect();
        log.addPlatformLine("platform");
    }
    collect();

    const std::vector<LogLine> whole = log.take();

    QVERIFY(!handedOut.empty());
    QVERIFY(std::equal(handedOut.begin(), handedOut.end(), whole.begin()));
}

void tst_LogAssembler::anEmptyAssemblerAfterTake()
{
    LogAssembler log(steppingClock, {100, 100});
    for (int i = 0; i < 20; ++i)
        log.addOutput("first invocation\n");
    log.addOutput("rest");
    log.take();

    log.addOutput("second invocation\n");

    QCOMPARE(textsOf(log.takeNew()), QByteArrayList{"second invocation"});
    QCOMPARE(textsOf(log.take()), QByteArrayList{"second invocation"});
    QVERIFY(log.take().empty());
}

void tst_LogAssembler::stampsOfTheClock()
{
    const SteppingClock clock;
    LogAssembler log(clock, {});
    log.addOutput("one\ntwo\n");

    const std::vector<LogLine> lines = log.take();

    QVERIFY(lines[0].time == WallTime(std::chrono::milliseconds(1)));
    QVERIFY(lines[1].time == WallTime(std::chrono::milliseconds(2)));
}

COLDFRAME_TEST(tst_LogAssembler);

#include "tst_logassembler.moc"
