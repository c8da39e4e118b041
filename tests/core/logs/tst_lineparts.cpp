// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/isotime.h"
#include "core/logs/lineparts.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;

class tst_LineParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void prefixes_data();
    void prefixes();
    void levels_data();
    void levels();
    void times_data();
    void times();
};

void tst_LineParts::prefixes_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("level");
    QTest::addColumn<QByteArray>("requestId");
    QTest::addColumn<QByteArray>("message");

    const QByteArray id("6e0f1a2b-0000-4000-8000-000000000000");
    const QByteArray time("2026-01-02T03:04:05.678Z");
    const auto row = [](const char *name, const QByteArray &line, LogLevel level,
                        const QByteArray &requestId, const QByteArray &message) {
        QTest::newRow(name) << line << int(level) << requestId << message;
    };
    row("Node.js", time + '\t' + id + "\tERROR\tno\tdb", LogLevel::Error, id, "no\tdb");
    row("Node.js outside of an invocation", time + "\tundefined\tINFO\tcold", LogLevel::Info, "",
        "cold");
    row("Python's logging", "[WARNING]\t" + time + '\t' + id + "\tslow", LogLevel::Warn, id,
        "slow");
    row("Python's logging outside of an invocation", "[INFO]\t" + time + "\t\tcold", LogLevel::Info,
        "", "cold");
    row("an exception of Python", "[ERROR] KeyError: 'a'", LogLevel::Error, "", "KeyError: 'a'");
    row("Ruby", "I, [2026-01-02T03:04:05.678901 #8]  INFO " + id + " -- : hello", LogLevel::Info,
        id, "hello");
    row("basicConfig", "WARNING:root:slow", LogLevel::Warn, "", "slow");
    row("a time and a level", "2026-01-02 03:04:05,678 [main] ERROR x.Y - no", LogLevel::Error, "",
        "x.Y - no");
    row("a level in brackets", "2026-01-02T03:04:05Z [INFO] started", LogLevel::Info, "",
        "started");
    row("a warning of the runtime", "LAMBDA_WARNING: Unhandled", LogLevel::Warn, "", "Unhandled");
    row("START", "START RequestId: " + id + " Version: $LATEST", LogLevel::None, id,
        "START RequestId: " + id + " Version: $LATEST");
    row("plain text", "Error while reading", LogLevel::None, "", "Error while reading");
    row("a sentence that begins with a level", "ERROR: reading failed", LogLevel::None, "",
        "ERROR: reading failed");
    row("a level in the text", "2026-01-02T03:04:05Z the value is an ERROR", LogLevel::None, "",
        "2026-01-02T03:04:05Z the value is an ERROR");
    row("brackets that are no level", "[42] x", LogLevel::None, "", "[42] x");
    row("nothing", "", LogLevel::None, "", "");
}

void tst_LineParts::prefixes()
{
    QFETCH(QByteArray, line);
    QFETCH(int, level);
    QFETCH(QByteArray, requestId);
    QFETCH(QByteArray, message);

    const LineParts parts = linePartsOf(line);

    QCOMPARE(int(parts.level), level);
    QCOMPARE(parts.requestId.toByteArray(), requestId);
    QCOMPARE(parts.message.toByteArray(), message);
}

void tst_LineParts::levels_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("level");

    const auto row = [](const char *name, const char *line, LogLevel level) {
        QTest::newRow(name) << QByteArray(line) << int(level);
    };
    row("Lambda's JSON", "{\"timestamp\":\"x\",\"level\":\"ERROR\"}", LogLevel::Error);
    row("lower case", "{\"level\":\"warning\"}", LogLevel::Warn);
    row("pino", "{\"level\":30,\"msg\":\"x\"}", LogLevel::Info);
    row("a level between two steps", "{\"level\":35}", LogLevel::Info);
    row("a number that is no level", "{\"level\":3000}", LogLevel::None);
    row("severity", "{\"severity\":\"CRITICAL\"}", LogLevel::Fatal);
    row("level counts before severity", "{\"severity\":\"INFO\",\"level\":\"ERROR\"}",
        LogLevel::Error);
    row("a level that is not the line's own", "{\"a\":{\"level\":\"ERROR\"}}", LogLevel::None);
    row("half an object", "{\"level\":\"ERROR\"", LogLevel::None);
    row("an unknown word", "{\"level\":\"loud\"}", LogLevel::None);
}

void tst_LineParts::levels()
{
    QFETCH(QByteArray, line);
    QFETCH(int, level);

    QCOMPARE(int(levelOfText(line)), level);
}

void tst_LineParts::times_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("utc");

    const auto row = [](const char *text, const char *utc) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(utc);
    };
    row("2026-01-02T03:04:05.678Z", "2026-01-02T03:04:05.678Z");
    row("2026-01-02 03:04:05.678", "2026-01-02T03:04:05.678Z");
    row("2026-01-02T03:04:05.678901+00:00", "2026-01-02T03:04:05.678Z");
    row("2026-01-02T03:04:05+01:30", "2026-01-02T01:34:05.000Z");
    row("2026-01-02T03:04:05-0500", "2026-01-02T08:04:05.000Z");
    row("2026-01-02 03:04:05,5 x", "2026-01-02T03:04:05.500Z");
    row("2026-13-02T03:04:05Z", "");
    row("2026-01-02", "");
    row("yesterday", "");
}

void tst_LineParts::times()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, utc);

    const std::optional<WallTime> time = timeOfText(text);

    QCOMPARE(time ? isoTime(*time) : QByteArray(), utc);
}

COLDFRAME_TEST(tst_LineParts);

#include "tst_lineparts.moc"
