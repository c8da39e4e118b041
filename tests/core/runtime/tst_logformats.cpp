// SPDX-License-Identifier: GPL-3.0-or-later
// What the log format and its levels make of a log, and who else gets it.
#include "core/runtime/logassembler.h"

#include "core/lambda/limits.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <QtEndian>

using namespace coldframe;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(LogFormat)
Q_DECLARE_METATYPE(PlatformEvent)

class tst_LogFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void platformEventsInText();
    void platformEventsInJson();
    void systemLevel_data();
    void systemLevel();
    void applicationLevel_data();
    void applicationLevel();
    void framesKeepTheirNewlines();
    void framesAreFilteredByTheirLevel_data();
    void framesAreFilteredByTheirLevel();
    void aFrameBelongsToTheLogInWhichItIsComplete();
    void aFrameThatNeverEnds();
    void aFrameLongerThanALine();
    void framesAmongPlainLines();
    void extensionsHaveLinesOfTheirOwn();
    void anUnfinishedLineOfAnExtensionComesBeforeTheReport();
    void subscribersGetEverything();
    void subscribersAreToldWhatIsAJsonObject_data();
    void subscribersAreToldWhatIsAJsonObject();
    void noSubscriberNoRecords();
};

COLDFRAME_TEST(tst_LogFormats);

namespace {

/// It is always ten o'clock.
class StandingClock final : public Clock
{
public:
    Instant now() const override { return {}; }
    WallTime wallNow() const override
    {
        return WallTime(std::chrono::milliseconds(1'795'428'000'000));
    }
};

const StandingClock standingClock;

bool everything(TelemetryRecordSource::Kind)
{
    return true;
}
const QString id = QStringLiteral("1");

LoggingConfig jsonLogging(LogLevel application = LogLevel::Info, LogLevel system = LogLevel::Info)
{
    return {LogFormat::Json, application, system};
}

QByteArrayList linesOf(const std::vector<LogLine> &lines)
{
    QByteArrayList texts;
    for (const LogLine &line : lines)
        texts.append(line.text);
    return texts;
}

PlatformEvent initStartEvent()
{
    platform::InitStart event;
    event.runtimeVersion = QStringLiteral("python:3.11.2");
    event.functionName = QStringLiteral("demo");
    event.functionVersion = QStringLiteral("$LATEST");
    return event;
}

PlatformEvent runtimeDone(platform::Outcome outcome)
{
    platform::RuntimeDone event;
    event.requestId = id;
    event.outcome = std::move(outcome);
    return event;
}

void addInvocation(LogAssembler &log)
{
    log.addPlatformEvent(initStartEvent());
    log.addPlatformEvent(platform::InitRuntimeDone());
    log.addPlatformEvent(platform::InitReport());
    log.addPlatformEvent(platform::Start{id, QStringLiteral("$LATEST"), {}, {}});
    log.addOutput("hello\n");
    log.addPlatformEvent(runtimeDone({}));
    log.addPlatformEvent(platform::End{id});
    platform::InvokeReport report;
    report.report.requestId = id;
    report.report.duration = 1'500us;
    report.report.billedDuration = 2ms;
    log.addPlatformEvent(report);
}

QByteArray framed(quint32 type, const QByteArray &message)
{
    QByteArray header(16, '\0');
    qToBigEndian(type, header.data());
    qToBigEndian(static_cast<quint32>(message.size()), header.data() + 4);
    qToBigEndian(quint64(1'767'323'045'678'000), header.data() + 8);
    return header + message;
}

const QByteArray recordHead = R"({"time":"2026-11-23T10:00:00.000Z","type":"platform.)";

} // namespace

void tst_LogFormats::platformEventsInText()
{
    LogAssembler log(standingClock, {}, {});
    addInvocation(log);

    QCOMPARE(
        linesOf(log.take()),
        (QByteArrayList{"INIT_START Runtime Version: python:3.11.2",
                        "START RequestId: 1 Version: $LATEST", "hello", "END RequestId: 1",
                        "REPORT RequestId: 1\tDuration: 1.50 ms\tBilled Duration: 2 ms\tMemory "
                        "Size: 0 MB\tMax Memory Used: 0 MB\t"}));
}

// END is a line of text only; what is below INFO is filtered by default.
void tst_LogFormats::platformEventsInJson()
{
    LogAssembler log(standingClock, jsonLogging(), {});
    addInvocation(log);
    const std::vector<LogLine> lines = log.take();

    QCOMPARE(linesOf(lines),
             (QByteArrayList{
                 recordHead
                     + R"(initStart","record":{"initializationType":"on-demand","phase":"init",)"
                       R"("runtimeVersion":"python:3.11.2","functionName":"demo",)"
                       R"("functionVersion":"$LATEST"}})",
                 recordHead + R"(start","record":{"requestId":"1","version":"$LATEST"}})", "hello",
                 recordHead
                     + R"(report","record":{"requestId":"1","status":"success","metrics":)"
                       R"({"durationMs":1.5,"billedDurationMs":2,"memorySizeMB":0,)"
                       R"("maxMemoryUsedMB":0}}})"}));
    QCOMPARE(lines[0].source, LogSource::Platform);
    QCOMPARE(lines[0].level, LogLevel::Info);
    QCOMPARE(lines[2].source, LogSource::Function);
}

void tst_LogFormats::systemLevel_data()
{
    QTest::addColumn<LogLevel>("level");
    QTest::addColumn<PlatformEvent>("event");
    QTest::addColumn<bool>("isLogged");

    const platform::Outcome timeout{platform::Status::Timeout, {}};
    const PlatformEvent begin = platform::Start{id, {}, {}, {}};
    QTest::newRow("DEBUG has runtimeDone") << LogLevel::Debug << runtimeDone({}) << true;
    QTest::newRow("INFO has not") << LogLevel::Info << runtimeDone({}) << false;
    QTest::newRow("INFO has start") << LogLevel::Info << begin << true;
    QTest::newRow("WARN has not") << LogLevel::Warn << begin << false;
    QTest::newRow("WARN has a timeout") << LogLevel::Warn << runtimeDone(timeout) << true;
    QTest::newRow("the fault is text alone")
        << LogLevel::Debug << PlatformEvent(platform::Fault{id, QStringLiteral("m"), {}}) << false;
    QTest::newRow("so is the line of a timeout")
        << LogLevel::Debug << PlatformEvent(platform::TaskTimeout{{}, id, 3s}) << false;
}

void tst_LogFormats::systemLevel()
{
    QFETCH(const LogLevel, level);
    QFETCH(const PlatformEvent, event);
    QFETCH(const bool, isLogged);
    LogAssembler log(standingClock, jsonLogging(LogLevel::Info, level), {});

    log.addPlatformEvent(event);

    QCOMPARE(log.take().size(), std::size_t(isLogged ? 1 : 0));
}

void tst_LogFormats::applicationLevel_data()
{
    QTest::addColumn<LogFormat>("format");
    QTest::addColumn<LogLevel>("level");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("isLogged");

    const auto row
        = [](const char *name, LogFormat format, LogLevel level, const char *line, bool isLogged) {
              QTest::newRow(name) << format << level << QByteArray(line) << isLogged;
          };
    const char *debug = R"({"timestamp":"2026-01-02T03:04:05Z","level":"DEBUG"})";
    const char *warn = R"({"timestamp":"2026-01-02T03:04:05Z","level":"WARN"})";
    const char *fatal = R"({"timestamp":"2026-01-02T03:04:05Z","level":"FATAL"})";
    const char *noLevel = R"({"timestamp":"2026-01-02T03:04:05Z"})";
    const char *invalid = R"({"timestamp":"2026-01-02T03:04:05Z","level":"LOUD"})";
    const char *noTime = R"({"level":"ERROR"})";
    row("as low as the level", LogFormat::Json, LogLevel::Debug, debug, true);
    row("below the level", LogFormat::Json, LogLevel::Info, debug, false);
    row("above the level", LogFormat::Json, LogLevel::Info, warn, true);
    row("FATAL only: WARN", LogFormat::Json, LogLevel::Fatal, warn, false);
    row("FATAL only: FATAL", LogFormat::Json, LogLevel::Fatal, fatal, true);
    row("without a level it is INFO", LogFormat::Json, LogLevel::Info, noLevel, true);
    row("without a level it is no WARN", LogFormat::Json, LogLevel::Warn, noLevel, false);
    row("an invalid level is INFO", LogFormat::Json, LogLevel::Warn, invalid, false);
    row("without a time stamp it is INFO", LogFormat::Json, LogLevel::Warn, noTime, false);
    row("a plain line passes", LogFormat::Json, LogLevel::Fatal, "[DEBUG] plain", true);
    row("an empty line passes", LogFormat::Json, LogLevel::Fatal, "", true);
    row("no filter in text", LogFormat::Text, LogLevel::Fatal, debug, true);
}

void tst_LogFormats::applicationLevel()
{
    QFETCH(const LogFormat, format);
    QFETCH(const LogLevel, level);
    QFETCH(const QByteArray, line);
    QFETCH(const bool, isLogged);
    LogAssembler log(standingClock, {format, level, LogLevel::Info}, {});

    log.addOutput(line + '\n');

    QCOMPARE(linesOf(log.take()), isLogged ? QByteArrayList{line} : QByteArrayList());
}

void tst_LogFormats::framesKeepTheirNewlines()
{
    LogAssembler log(standingClock, {}, {});
    log.addOutput("printed\nhalf");
    log.addOutput(framed(0xa55a000f, "first\nsecond\n"));
    log.addOutput(framed(0xa55a0003, "[WARNING]\tlevel in the text"));
    log.addOutput(" done\n");

    const std::vector<LogLine> lines = log.take();

    QCOMPARE(
        linesOf(lines),
        (QByteArrayList{"printed", "first\nsecond", "[WARNING]\tlevel in the text", "half done"}));
    QCOMPARE(lines[1].level, LogLevel::Info);
    QCOMPARE(lines[1].source, LogSource::Function);
    QVERIFY(lines[1].time == WallTime(1'767'323'045'678ms));
    QCOMPARE(lines[2].level, LogLevel::Warn);
}

void tst_LogFormats::framesAreFilteredByTheirLevel_data()
{
    QTest::addColumn<quint32>("type");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<bool>("isLogged");

    QTest::newRow("JSON of the level") << quint32(0xa55a0012) << QByteArray("{}") << true;
    QTest::newRow("JSON below") << quint32(0xa55a000e) << QByteArray("{}") << false;
    QTest::newRow("JSON without a level in the frame")
        << quint32(0xa55a0002)
        << QByteArray(R"({"timestamp":"2026-01-02T03:04:05Z","level":"WARNING"})") << true;
    QTest::newRow("JSON that says it is lower")
        << quint32(0xa55a0002)
        << QByteArray(R"({"timestamp":"2026-01-02T03:04:05Z","level":"DEBUG"})") << false;
    QTest::newRow("text") << quint32(0xa55a000b) << QByteArray("detail") << true;
}

void tst_LogFormats::framesAreFilteredByTheirLevel()
{
    QFETCH(const quint32, type);
    QFETCH(const QByteArray, message);
    QFETCH(const bool, isLogged);
    LogAssembler log(standingClock, jsonLogging(LogLevel::Warn), {});

    log.addOutput(framed(type, message));

    QCOMPARE(linesOf(log.take()), isLogged ? QByteArrayList{message} : QByteArrayList());
}

void tst_LogFormats::aFrameBelongsToTheLogInWhichItIsComplete()
{
    LogAssembler log(standingClock, {}, {});
    const QByteArray bytes = framed(0xa55a000f, "whole");
    log.addOutput(bytes.first(18));
    QVERIFY(log.take().empty());

    log.addOutput(bytes.sliced(18));

    QCOMPARE(linesOf(log.take()), QByteArrayList{"whole"});
}

void tst_LogFormats::aFrameThatNeverEnds()
{
    LogAssembler log(standingClock, {}, {});
    log.addOutput(framed(0xa55a000f, "killed here").chopped(5));
    log.finishOutput();
    log.addOutput(framed(0xa55a000f, "the next process"));

    QCOMPARE(linesOf(log.take()), (QByteArrayList{"killed", "the next process"}));
}

void tst_LogFormats::aFrameLongerThanALine()
{
    LogAssembler log(standingClock, {}, {});
    const QByteArray message(2 * limits::LogLineBytes + 1, 'x');
    log.addOutput(framed(0xa55a000f, message));

    const std::vector<LogLine> lines = log.take();

    QCOMPARE(lines.size(), std::size_t(3));
    QCOMPARE(linesOf(lines).join(), message);
}

void tst_LogFormats::framesAmongPlainLines()
{
    LogAssembler log(standingClock, {}, {});
    log.addOutput("plain\nlines\n" + framed(0xa55a000f, "a frame") + "and more\n");
    const QByteArray cut = framed(0xa55a000f, "cut");
    log.addOutput(cut.first(5));
    log.addOutput(cut.sliced(5) + "the end\n");

    QCOMPARE(linesOf(log.take()),
             (QByteArrayList{"plain", "lines", "a frame", "and more", "cut", "the end"}));
}

void tst_LogFormats::extensionsHaveLinesOfTheirOwn()
{
    LogAssembler log(standingClock, {}, {});
    log.addOutput("func");
    log.addExtensionOutput(QStringLiteral("one"), "first ");
    log.addExtensionOutput(QStringLiteral("two"), "[ERROR] second\n");
    log.addExtensionOutput(QStringLiteral("one"), "half\n");
    log.addOutput("tion\n");

    const std::vector<LogLine> lines = log.take();

    QCOMPARE(linesOf(lines), (QByteArrayList{"[ERROR] second", "first half", "function"}));
    QCOMPARE(lines[0].source, LogSource::Extension);
    QCOMPARE(lines[0].extension, QStringLiteral("two"));
    QCOMPARE(lines[0].level, LogLevel::Error);
    QCOMPARE(lines[1].extension, QStringLiteral("one"));
    QCOMPARE(lines[2].extension, QString());
}

void tst_LogFormats::anUnfinishedLineOfAnExtensionComesBeforeTheReport()
{
    LogAssembler log(standingClock, {}, {});
    log.addExtensionOutput(QStringLiteral("one"), "no newline");
    log.addPlatformEvent(platform::End{id});
    log.addPlatformEvent(platform::InvokeReport());

    const QByteArrayList lines = linesOf(log.take());

    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[1], QByteArray("no newline"));
    QVERIFY(lines[2].startsWith("REPORT "));
}

// Also what a level filters and what the caps drop.
void tst_LogFormats::subscribersGetEverything()
{
    LogAssembler log(standingClock, jsonLogging(LogLevel::Fatal, LogLevel::Warn), {100, 100});
    QByteArrayList records;
    using Kind = TelemetryRecordSource::Kind;
    log.setSink(
        [&](const TelemetryRecordSource &source) {
            const char *kind = source.kind == Kind::Platform ? "platform "
                : source.kind == Kind::Function              ? "function "
                                                             : "extension ";
            records.append(kind + source.content.toByteArray());
            QCOMPARE(source.typeName.contains("platform.end"),
                     source.content.contains("platform.end"));
        },
        everything);
    const QByteArray debug = R"({"timestamp":"2026-01-02T03:04:05Z","level":"DEBUG"})";
    log.addPlatformEvent(platform::Start{id, {}, {}, {}});
    log.addOutput(debug + '\n');
    log.addOutput(framed(0xa55a000f, "framed"));
    log.addExtensionOutput(QStringLiteral("x"), "line\n");
    for (int i = 0; i < 5; ++i)
        log.addOutput(QByteArray::number(i) + '\n');
    log.addPlatformEvent(platform::End{id});
    log.addPlatformEvent(platform::TraceReport{});
    log.addRemark("a remark");

    QCOMPARE(records,
             (QByteArrayList{"platform " + recordHead + R"(start","record":{"requestId":"1"}})",
                             "function " + debug, "function framed", "extension line", "function 0",
                             "function 1", "function 2", "function 3", "function 4",
                             "platform " + recordHead + R"(end","record":{"requestId":"1"}})"}));
}

void tst_LogFormats::subscribersAreToldWhatIsAJsonObject_data()
{
    QTest::addColumn<LogFormat>("format");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("isObject");

    QTest::newRow("an object") << LogFormat::Json << QByteArray(R"({"a":[1]})") << true;
    QTest::newRow("an object with blanks around") << LogFormat::Json << QByteArray(" {} ") << true;
    QTest::newRow("an object in the text format") << LogFormat::Text << QByteArray("{}") << false;
    QTest::newRow("a list") << LogFormat::Json << QByteArray("[]") << false;
    QTest::newRow("half an object") << LogFormat::Json << QByteArray(R"({"a":)") << false;
    QTest::newRow("what only looks like one") << LogFormat::Json << QByteArray("{a}") << false;
    QTest::newRow("a plain line") << LogFormat::Json << QByteArray("hello") << false;
}

void tst_LogFormats::subscribersAreToldWhatIsAJsonObject()
{
    QFETCH(const LogFormat, format);
    QFETCH(const QByteArray, line);
    QFETCH(const bool, isObject);
    LogAssembler log(standingClock, {format, LogLevel::Info, LogLevel::Info}, {});
    std::vector<bool> told;
    log.setSink([&](const TelemetryRecordSource &source) { told.push_back(source.isJsonObject); },
                everything);

    log.addOutput(line + '\n');
    log.addOutput(framed(0xa55a000e, line));

    QCOMPARE(told, (std::vector<bool>{isObject, isObject}));
}

void tst_LogFormats::noSubscriberNoRecords()
{
    LogAssembler log(standingClock, {}, {});
    int count = 0;
    bool isWished = true;
    log.setSink([&](const TelemetryRecordSource &) { ++count; },
                [&](TelemetryRecordSource::Kind) { return isWished; });
    log.addOutput("one\n");
    isWished = false;
    log.addOutput("two\n");
    log.addPlatformEvent(platform::End{id});

    QCOMPARE(count, 1);
    QCOMPARE(log.take().size(), std::size_t(3));
}

#include "tst_logformats.moc"
