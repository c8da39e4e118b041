// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lambda/logline.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;


class tst_LogLine : public QObject
{
    Q_OBJECT

private slots:
    void readsTheStatedLevel_data();
    void readsTheStatedLevel();
    void levelThatApplicationLogsAreFilteredBy_data();
    void levelThatApplicationLogsAreFilteredBy();
};

COLDFRAME_TEST(tst_LogLine);

void tst_LogLine::readsTheStatedLevel_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<LogLevel>("level");

    const auto row = [](const char *name, const char *line, LogLevel level) {
        QTest::newRow(name) << QByteArray(line) << level;
    };
    row("Python's logging", "[INFO]\t2026-01-02T03:04:05.678Z\t8476\tmessage", LogLevel::Info);
    row("Python's warning", "[WARNING]\t2026-01-02T03:04:05.678Z\t8476\tmessage", LogLevel::Warn);
    row("Python's critical", "[CRITICAL]\t2026-01-02T03:04:05.678Z\t8476\tm", LogLevel::Fatal);
    row("Python's debug", "[DEBUG]\t2026-01-02T03:04:05.678Z\t8476\tm", LogLevel::Debug);
    row("Python's unhandled error", "[ERROR] ZeroDivisionError: division by zero\rTraceback",
        LogLevel::Error);
    row("Python's warning of an unhandled error",
        "LAMBDA_WARNING: Unhandled exception. The most likely cause is an issue in the function "
        "code.",
        LogLevel::Warn);
    row("Python's print", "hello", LogLevel::None);
    row("Python's print of a list", "[1, 2]", LogLevel::None);
    row("an open bracket", "[ERROR", LogLevel::None);
    row("empty brackets", "[]", LogLevel::None);
    row("Python's JSON",
        R"({"timestamp": "2026-01-02T03:04:05Z", "level": "ERROR", "message": "m", "logger": "root"})",
        LogLevel::Error);
    row("Node.js console", "2026-01-02T03:04:05.678Z\t8476\tINFO\tmessage", LogLevel::Info);
    row("Node.js console.trace", "2026-01-02T03:04:05.678Z\t8476\tTRACE\tm", LogLevel::Trace);
    row("Node.js before a request", "2026-01-02T03:04:05.678Z\tundefined\tWARN\tmessage",
        LogLevel::Warn);
    row("Node.js unhandled error",
        "2026-01-02T03:04:05.678Z\t8476\tERROR\tInvoke Error \t{\"errorType\":\"E\"}",
        LogLevel::Error);
    row("Node.js JSON",
        R"({"timestamp":"2026-01-02T03:04:05.678Z","level":"FATAL","requestId":"8476","message":"m"})",
        LogLevel::Fatal);
    row("a level in small letters", R"({"level":"warn","message":"m"})", LogLevel::Warn);
    row("a level that is not known", R"({"level":"NOTICE"})", LogLevel::None);
    row("JSON without a level", R"({"message":"ERROR"})", LogLevel::None);
    row("JSON with the word as a value before the key",
        R"({"message":"level","level":"ERROR"})", LogLevel::Error);
    row("JSON whose level is a number", R"({"level":5,"ERROR":"x"})", LogLevel::None);
    row("JSON with blanks", R"({ "level" : "WARN" })", LogLevel::Warn);
    row("JSON that ends in the level", R"({"level":"ERR)", LogLevel::None);
    row("a level in the message", "something [ERROR] happened", LogLevel::None);
    row("a level in the second field", "a\tERROR\tb\tc", LogLevel::None);
    row("a third field that is the last", "a\tb\tERROR", LogLevel::None);
    row("a platform line", "START RequestId: 8476 Version: $LATEST", LogLevel::None);
    row("the report", "REPORT RequestId: 8476\tDuration: 1.00 ms\tBilled Duration: 1 ms\t",
        LogLevel::None);
    row("nothing", "", LogLevel::None);
}

void tst_LogLine::readsTheStatedLevel()
{
    QFETCH(QByteArray, line);
    QFETCH(LogLevel, level);

    QCOMPARE(statedLevel(line), level);
}

void tst_LogLine::levelThatApplicationLogsAreFilteredBy_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<LogLevel>("level");

    const auto row = [](const char *name, const char *line, LogLevel level) {
        QTest::newRow(name) << QByteArray(line) << level;
    };
    row("level and time stamp", R"({"timestamp":"2026-01-02T03:04:05Z","level":"DEBUG","m":1})",
        LogLevel::Debug);
    row("in any order", R"({"level": "error", "msg": "x", "timestamp": "2026-01-02T03:04:05.5Z"})",
        LogLevel::Error);
    row("Python's name of a level", R"({"timestamp":"2026-01-02T03:04:05Z","level":"CRITICAL"})",
        LogLevel::Fatal);
    row("blanks around", "  {\"timestamp\":\"2026-01-02T03:04:05Z\",\"level\":\"WARN\"} \r",
        LogLevel::Warn);
    row("no level", R"({"timestamp":"2026-01-02T03:04:05Z"})", LogLevel::Info);
    row("an invalid level", R"({"timestamp":"2026-01-02T03:04:05Z","level":"NOTICE"})",
        LogLevel::Info);
    row("a level that is a number", R"({"timestamp":"2026-01-02T03:04:05Z","level":30})",
        LogLevel::Info);
    row("no time stamp", R"({"level":"DEBUG"})", LogLevel::Info);
    row("an invalid time stamp", R"({"timestamp":"yesterday","level":"ERROR"})", LogLevel::Info);
    row("a level of an inner object",
        R"({"context":{"level":"ERROR"},"timestamp":"2026-01-02T03:04:05Z","level":"DEBUG"})",
        LogLevel::Debug);
    row("a level only in an inner object",
        R"({"timestamp":"2026-01-02T03:04:05Z","context":[{"level":"ERROR"}]})", LogLevel::Info);
    row("quotes and braces in a text",
        R"({"m":"} \\\",\"level\":\"ERROR\"","timestamp":"2026-01-02T03:04:05Z","level":"TRACE"})",
        LogLevel::Trace);
    row("a key that ends in level", R"({"timestamp":"2026-01-02T03:04:05Z","loglevel":"ERROR"})",
        LogLevel::Info);
    row("an empty object", "{}", LogLevel::Info);
    row("a plain line", "[DEBUG] plain", LogLevel::None);
    row("a list", R"([{"level":"DEBUG"}])", LogLevel::None);
    row("half an object", R"({"timestamp":"2026-01-02T03:04:05Z","level":"DEBUG")",
        LogLevel::None);
    row("an object and more", R"({"level":"DEBUG"} {})", LogLevel::None);
    row("an open text", R"({"level":"DEBUG})", LogLevel::None);
    row("nothing", "", LogLevel::None);
}

void tst_LogLine::levelThatApplicationLogsAreFilteredBy()
{
    QFETCH(QByteArray, line);
    QFETCH(LogLevel, level);

    QCOMPARE(applicationLevel(line), level);
}

#include "tst_logline.moc"
