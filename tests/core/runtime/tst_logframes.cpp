// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/logframes.h"

#include "tests/support/testmain.h"

#include <QTest>
#include <QtEndian>

using namespace coldframe;

class tst_LogFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void frameTypes_data();
    void frameTypes();
    void streams_data();
    void streams();
    void resultDoesNotDependOnHowBytesArrive_data() { streams_data(); }
    void resultDoesNotDependOnHowBytesArrive();
    void timestamps_data();
    void timestamps();
    void aLongMessageComesInPieces();
    void anUnfinishedFrameIsHandedOutWhenItsWriterIsGone_data();
    void anUnfinishedFrameIsHandedOutWhenItsWriterIsGone();
};

COLDFRAME_TEST(tst_LogFrames);


namespace {

constexpr qsizetype longest = 16;
constexpr quint64 timestamp = 1'767'323'045'678'901;

QByteArray number(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray frame(quint32 type, const QByteArray &message, quint64 microseconds = timestamp)
{
    QByteArray time(8, '\0');
    qToBigEndian(microseconds, time.data());
    return number(type) + number(static_cast<quint32>(message.size())) + time + message;
}

QByteArray oldFrame(const QByteArray &message)
{
    return number(0xa55a0001) + number(static_cast<quint32>(message.size())) + message;
}

/// A frame as a word: "INFO text 'message'".
QByteArray said(const LogFrame &frame)
{
    static const char *const levels[] = {"-", "TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"};
    static const char *const kinds[] = {"text", "json", "stray"};
    return QByteArray(levels[static_cast<int>(frame.level)]) + ' '
        + kinds[static_cast<int>(frame.kind)] + " '" + frame.message.toByteArray() + '\'';
}

/// What the pieces give; pieces of stray bytes are joined.
QByteArrayList readAll(QByteArrayView bytes, qsizetype step)
{
    QByteArrayList frames;
    LogFrameReader reader(longest);
    bool wasStray = false;
    const auto add = [&](const LogFrame &frame) {
        const bool isStray = frame.kind == LogFrame::Kind::Stray;
        if (isStray && wasStray) {
            frames.last().chop(1);
            frames.last() += frame.message.toByteArray() + '\'';
        } else {
            frames.append(said(frame));
        }
        wasStray = isStray;
    };
    for (qsizetype at = 0; at < bytes.size(); at += step)
        reader.read(bytes.sliced(at, qMin(step, bytes.size() - at)), add);
    reader.finish(add);
    return frames;
}

} // namespace

// The table of section 6.
void tst_LogFrames::frameTypes_data()
{
    QTest::addColumn<quint32>("json");
    QTest::addColumn<quint32>("text");
    QTest::addColumn<LogLevel>("level");

    const auto row = [](const char *name, quint32 json, quint32 text, LogLevel level) {
        QTest::newRow(name) << json << text << level;
    };
    row("undefined", 0xa55a0002, 0xa55a0003, LogLevel::None);
    row("TRACE", 0xa55a0006, 0xa55a0007, LogLevel::Trace);
    row("DEBUG", 0xa55a000a, 0xa55a000b, LogLevel::Debug);
    row("INFO", 0xa55a000e, 0xa55a000f, LogLevel::Info);
    row("WARN", 0xa55a0012, 0xa55a0013, LogLevel::Warn);
    row("ERROR", 0xa55a0016, 0xa55a0017, LogLevel::Error);
    row("FATAL", 0xa55a001a, 0xa55a001b, LogLevel::Fatal);
}

void tst_LogFrames::frameTypes()
{
    QFETCH(const quint32, json);
    QFETCH(const quint32, text);
    QFETCH(const LogLevel, level);
    std::vector<LogFrame> frames;
    const QByteArray bytes = frame(json, "{}") + frame(text, "a");

    LogFrameReader(longest).read(bytes, [&](const LogFrame &each) { frames.push_back(each); });

    const WallTime time{std::chrono::microseconds(timestamp)};
    QCOMPARE(frames.size(), std::size_t(2));
    QVERIFY(frames[0].kind == LogFrame::Kind::Json && frames[0].level == level);
    QVERIFY(frames[1].kind == LogFrame::Kind::Text && frames[1].level == level);
    QVERIFY(frames[0].time == time && frames[1].time == time);
}

void tst_LogFrames::streams_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArrayList>("frames");

    const auto row = [](const char *name, const QByteArray &bytes, const QByteArrayList &frames) {
        QTest::newRow(name) << bytes << frames;
    };
    const QByteArray info = frame(0xa55a000f, "message");
    row("nothing", "", {});
    row("one", info, {"INFO text 'message'"});
    row("two", info + frame(0xa55a0016, "{}"), {"INFO text 'message'", "ERROR json '{}'"});
    row("an empty message", frame(0xa55a000f, "") + info, {"INFO text ''", "INFO text 'message'"});
    row("newlines inside stay", frame(0xa55a000f, "a\nb\n\nc"), {"INFO text 'a\nb\n\nc'"});
    row("the newline at the end goes", frame(0xa55a000f, "a\n"), {"INFO text 'a'"});
    row("only one of them", frame(0xa55a000f, "a\n\n"), {"INFO text 'a\n'"});
    row("the old form without a time stamp", oldFrame("old") + info,
        {"- text 'old'", "INFO text 'message'"});
    row("an old form without a message", oldFrame("") + oldFrame("x"), {"- text ''", "- text 'x'"});
    row("a message that holds a header", frame(0xa55a000f, number(0xa55a0003) + "x"),
        {"INFO text '" + number(0xa55a0003) + "x'"});
    row("plain text on the descriptor", "hello\n", {"- stray 'hello\n'"});
    row("plain text before a frame", "hello\n" + info,
        {"- stray 'hello\n'", "INFO text 'message'"});
    row("plain text between frames", info + "hello" + info,
        {"INFO text 'message'", "- stray 'hello'", "INFO text 'message'"});
    row("a type that is not known", frame(0xa55a001f, "x") + info,
        {"- stray '" + frame(0xa55a001f, "x") + "'", "INFO text 'message'"});
    row("JSON without a time stamp is no form", number(0xa55a0000) + info,
        {"- stray '" + number(0xa55a0000) + "'", "INFO text 'message'"});
    row("a length that can't be", number(0xa55a000f) + number(0xffffffff) + info,
        {"- stray '" + number(0xa55a000f) + number(0xffffffff) + "'", "INFO text 'message'"});
    row("half a header before a whole one", info.first(3) + info,
        {"- stray '" + info.first(3) + "'", "INFO text 'message'"});
    row("a header's first bytes at the end", info + info.first(2),
        {"INFO text 'message'", "- stray '" + info.first(2) + "'"});
    row("a longer message comes in pieces", frame(0xa55a000f, "0123456789abcdefX\n"),
        {"INFO text '0123456789abcdef'", "INFO text 'X'"});
}

void tst_LogFrames::streams()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArrayList, frames);

    QCOMPARE(readAll(bytes, qMax<qsizetype>(bytes.size(), 1)), frames);
}

void tst_LogFrames::resultDoesNotDependOnHowBytesArrive()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArrayList, frames);

    for (qsizetype step = 1; step < bytes.size(); ++step)
        QCOMPARE(readAll(bytes, step), frames);
}

void tst_LogFrames::timestamps_data()
{
    QTest::addColumn<quint64>("microseconds");
    QTest::addColumn<bool>("isTime");

    QTest::newRow("now") << timestamp << true;
    QTest::newRow("the epoch") << quint64(0) << true;
    QTest::newRow("the year 2200") << quint64(7'258'118'400'000'000) << true;
    QTest::newRow("far away") << quint64(7'258'118'400'000'001) << false;
    QTest::newRow("all bits") << ~quint64(0) << false;
}

void tst_LogFrames::timestamps()
{
    QFETCH(const quint64, microseconds);
    QFETCH(const bool, isTime);
    std::optional<WallTime> time;

    LogFrameReader(longest).read(frame(0xa55a000f, "m", microseconds),
                                 [&](const LogFrame &each) { time = each.time; });

    QCOMPARE(time.has_value(), isTime);
    if (isTime)
        QVERIFY(time == WallTime(std::chrono::microseconds(microseconds)));
}

void tst_LogFrames::aLongMessageComesInPieces()
{
    const QByteArray message(100 * longest + 1, 'x');
    const QByteArray bytes = frame(0xa55a000f, message);
    for (const qsizetype step : {qsizetype(1), qsizetype(7), bytes.size()}) {
        QByteArray all;
        qsizetype pieces = 0;
        LogFrameReader reader(longest);
        for (qsizetype at = 0; at < bytes.size(); at += step) {
            reader.read(QByteArrayView(bytes).sliced(at, qMin(step, bytes.size() - at)),
                        [&](const LogFrame &each) {
                            QVERIFY(each.message.size() <= longest);
                            QVERIFY(each.level == LogLevel::Info);
                            all += each.message.toByteArray();
                            ++pieces;
                        });
        }
        QCOMPARE(all, message);
        QCOMPARE(pieces, 101);
    }
}

void tst_LogFrames::anUnfinishedFrameIsHandedOutWhenItsWriterIsGone_data()
{
    QTest::addColumn<int>("missing");
    QTest::addColumn<QByteArrayList>("frames");

    const QByteArray whole = frame(0xa55a000f, "message");
    QTest::newRow("a part of the message") << 3 << QByteArrayList{"INFO text 'mess'"};
    QTest::newRow("no message at all") << 7 << QByteArrayList{};
    QTest::newRow("a part of the header")
        << 8 << QByteArrayList{"- stray '" + whole.chopped(8) + "'"};
}

void tst_LogFrames::anUnfinishedFrameIsHandedOutWhenItsWriterIsGone()
{
    QFETCH(const int, missing);
    QFETCH(QByteArrayList, frames);
    const QByteArray whole = frame(0xa55a000f, "message");
    QByteArrayList seen;
    LogFrameReader reader(longest);
    const auto add = [&](const LogFrame &each) { seen.append(said(each)); };
    reader.read(whole.chopped(missing), add);
    QVERIFY(seen.isEmpty());

    reader.finish(add);
    reader.read(whole, add);

    frames.append("INFO text 'message'");
    QCOMPARE(seen, frames);
}

#include "tst_logframes.moc"
