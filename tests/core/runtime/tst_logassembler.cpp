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
    void aMillionLines();
    void takeNewNeverRepeats();
    void whatWasHandedOutIsTheBeginningOfTheWhole();
    void anEmptyAssemblerAfterTake();
    void stampsOfTheClock();
};

namespace {

using platform::End;
using platform::InvokeReport;
using platform::Start;

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

const LoggingConfig text;
const LoggingConfig json{LogFormat::Json, LogLevel::Info, LogLevel::Info};

PlatformEvent start()
{
    return Start{QStringLiteral("1"), QStringLiteral("$LATEST"), {}, {}};
}

PlatformEvent end()
{
    return End{QStringLiteral("1")};
}

const QByteArray startLine = "START RequestId: 1 Version: $LATEST";
const QByteArray endLine = "END RequestId: 1";

} // namespace

void tst_LogAssembler::linesInTheOrderOfArrival()
{
    LogAssembler log(steppingClock, text, {});
    log.addPlatformEvent(start());
    log.addOutput("one\ntwo\n");
    log.addOutput("thr");
    log.addOutput("ee\n");
    log.addPlatformEvent(end());

    const std::vector<LogLine> lines = log.take();

    QCOMPARE(textsOf(lines), (QByteArrayList{startLine, "one", "two", "three", endLine}));
    QCOMPARE(lines[0].source, LogSource::Platform);
    QCOMPARE(lines[1].source, LogSource::Function);
    QCOMPARE(lines[4].source, LogSource::Platform);
}

void tst_LogAssembler::anUnfinishedLineIsEndedBeforeAPlatformLine()
{
    LogAssembler log(steppingClock, text, {});
    log.addOutput("no newline");
    log.addPlatformEvent(end());
    log.addOutput("next\n");

    QCOMPARE(textsOf(log.take()), (QByteArrayList{"no newline", endLine, "next"}));
}

void tst_LogAssembler::anUnfinishedLineIsEndedAtTheEnd()
{
    LogAssembler log(steppingClock, text, {});
    log.addOutput("one\nno newline");

    QCOMPARE(textsOf(log.take()), (QByteArrayList{"one", "no newline"}));
}

void tst_LogAssembler::levelsOfLines()
{
    LogAssembler log(steppingClock, text, {});
    log.addOutput("[ERROR] ValueError: no good\nplain\n");
    log.addPlatformEvent(platform::Fault{{}, QStringLiteral("m"), QStringLiteral("Runtime.T")});
    log.addPlatformEvent(start());

    const std::vector<LogLine> lines = log.take();

    QCOMPARE(lines[0].level, LogLevel::Error);
    QCOMPARE(lines[1].level, LogLevel::None);
    QCOMPARE(lines[2].level, LogLevel::Error);
    QCOMPARE(lines[3].level, LogLevel::Error);
    QCOMPARE(lines[4].level, LogLevel::None);
}

void tst_LogAssembler::bytesAreKeptAsTheyAre()
{
    LogAssembler log(steppingClock, text, {});
    const QByteArray bytes("\xff\xfe \0 \x1b[31mred\r", 13);
    log.addOutput(bytes + "\n\n");

    QCOMPARE(textsOf(log.take()), (QByteArrayList{bytes, ""}));
}

void tst_LogAssembler::aLineWithoutEndIsCutInPieces()
{
    LogAssembler log(steppingClock, text, {});
    const QByteArray endless(3 * limits::LogLineBytes + 1, 'x');
    log.addOutput(endless);

    const std::vector<LogLine> lines = log.take();

    for (const LogLine &line : lines)
        QVERIFY(line.text.size() <= limits::LogLineBytes);
    QCOMPARE(textsOf(lines).join(), endless);
}

void tst_LogAssembler::linesInTheMiddleAreDroppedWithARemark()
{
    LogAssembler log(steppingClock, text, {400, 400});
    for (int i = 0; i < 20; ++i)
        log.addOutput("line " + QByteArray::number(i).rightJustified(2, '0') + '\n');
    log.addPlatformEvent(end());

    const std::vector<LogLine> lines = log.take();

    const QByteArrayList texts = textsOf(lines);
    QCOMPARE(texts.first(), QByteArray("line 00"));
    QCOMPARE(texts.last(), endLine);
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
    LogAssembler log(steppingClock, text, caps);
    for (int i = 0; i < times; ++i)
        log.addOutput(piece);

    const std::vector<LogLine> lines = log.take();

    // A single line may be longer than the cap of the end.
    QVERIFY(bytesOf(lines) <= caps.headBytes + caps.tailBytes + limits::LogLineBytes);
    QVERIFY(qint64(lines.size()) * qint64(sizeof(LogLine)) <= caps.headBytes + caps.tailBytes);
}

// The caps hold and nothing is lost in silence: what is kept and what is said to be dropped make
// a million.
void tst_LogAssembler::aMillionLines()
{
    constexpr int count = 1'000'000;
    constexpr LogAssembler::Caps caps;
    LogAssembler log(steppingClock, text, caps);
    QByteArray chunk;
    for (int i = 0; i < count; ++i) {
        chunk += "line " + QByteArray::number(i) + '\n';
        if (chunk.size() > 60'000) {
            log.addOutput(chunk);
            chunk.clear();
        }
    }
    log.addOutput(chunk);

    const std::vector<LogLine> lines = log.take();

    QVERIFY(bytesOf(lines) + qint64(lines.size()) * qint64(sizeof(LogLine))
            <= caps.headBytes + caps.tailBytes);
    const auto remark = std::find_if(lines.begin(), lines.end(), [](const LogLine &line) {
        return line.source == LogSource::Coldframe;
    });
    QVERIFY(remark != lines.end());
    const auto before = std::distance(lines.begin(), remark);
    const qint64 dropped = count - (qint64(lines.size()) - 1);
    QVERIFY2(remark->text.startsWith(QByteArray::number(dropped) + " lines ("),
             remark->text.constData());
    QCOMPARE(lines.front().text, QByteArray("line 0"));
    QCOMPARE(lines[std::size_t(before) - 1].text, "line " + QByteArray::number(before - 1));
    QCOMPARE(lines[std::size_t(before) + 1].text, "line " + QByteArray::number(before + dropped));
    QCOMPARE(lines.back().text, QByteArray("line 999999"));
}

void tst_LogAssembler::takeNewNeverRepeats()
{
    LogAssembler log(steppingClock, text, {300, 300});
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
    LogAssembler log(steppingClock, text, {300, 300});
    std::vector<LogLine> handedOut;
    const auto collect = [&] {
        for (const LogLine &line : log.takeNew())
            handedOut.push_back(line);
    };
    for (int i = 0; i < 50; ++i) {
        log.addOutput("line " + QByteArray::number(i) + "\nhalf");
        collect();
        log.addPlatformEvent(end());
    }
    collect();

    const std::vector<LogLine> whole = log.take();

    QVERIFY(!handedOut.empty());
    QVERIFY(std::equal(handedOut.begin(), handedOut.end(), whole.begin()));
}

void tst_LogAssembler::anEmptyAssemblerAfterTake()
{
    LogAssembler log(steppingClock, text, {200, 200});
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
    LogAssembler log(clock, text, {});
    log.addOutput("one\ntwo\n"); // the clock is read once for what was read at once
    log.addOutput("three\n");

    const std::vector<LogLine> lines = log.take();

    QVERIFY(lines[0].time == WallTime(std::chrono::milliseconds(1)));
    QVERIFY(lines[1].time == WallTime(std::chrono::milliseconds(1)));
    QVERIFY(lines[2].time == WallTime(std::chrono::milliseconds(2)));
}

COLDFRAME_TEST(tst_LogAssembler);

#include "tst_logassembler.moc"
