// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "core/lambda/invocation.h"
#include "core/timeline/traceexport.h"
#include "core/timeline/traceimport.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(coldframe::TraceFormat)

/// Traces as files of other programs' formats, and back.
class tst_TraceExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lanesOfARecord();
    void laterInvocationsLieBehind();
    void overlappingSpansGetLanes();
    void whatWasWrittenIsRead_data();
    void whatWasWrittenIsRead();
    void chromeTraces();
    void speedscopeProfiles();
    void foreignFiles_data();
    void foreignFiles();
    void brokenFiles_data();
    void brokenFiles();
};

namespace {

/// A cold start with an extension, imports that nest, connections that overlap, and odd
/// nanoseconds.
InvocationRecord tracedColdRecord()
{
    InvocationRecord record;
    record.function.name = QStringLiteral("shop");
    record.function.handler = QStringLiteral("app.handler");
    record.environment.id = QStringLiteral("0123456789abcdef");
    record.startedAt = WallTime(1'000'000us);
    record.phases = {{PhaseKind::Sandbox, 0ns, 7'000'001ns},
                     {PhaseKind::ProcessStart, 7'000'001ns, 999'999ns},
                     {PhaseKind::HandlerImport, 8ms, 20ms},
                     {PhaseKind::Invoke, 28ms, 12'345'678ns}};
    record.extensions = {{QStringLiteral("logs"), true, 7'500us, 26ms, 39ms}};
    record.imports = {
        {QStringLiteral("app"), QStringLiteral("/var/task/app.py"), 0, 8ms, 20ms, 9ms,
         ImportOrigin::Function},
        {QStringLiteral("json"), QStringLiteral("/usr/lib/json.py"), 1, 9ms, 11ms, 1ms,
         ImportOrigin::StandardLibrary},
        {QStringLiteral("json.decoder"), {}, 2, 10ms, 10ms, 10ms, ImportOrigin::StandardLibrary}};
    record.handlerRun = HandlerRun{28'100us, 11ms};
    record.spans = {{HandlerSpanKind::Own, QStringLiteral("load \"prices\" \u20ac"), 0, 29ms, 5ms},
                    {HandlerSpanKind::Connection, QStringLiteral("db"), 5432, 29ms, 8ms},
                    {HandlerSpanKind::Connection, QStringLiteral("api"), 443, 30ms, 10ms}};
    return record;
}

InvocationRecord tracedWarmRecord()
{
    InvocationRecord record = tracedColdRecord();
    record.startedAt += 250ms;
    record.phases = {{PhaseKind::Invoke, 0ns, 3ms}};
    record.extensions = {{QStringLiteral("logs"), true, {}, {}, 2ms}};
    record.imports.clear();
    record.handlerRun.reset();
    record.spans.clear();
    return record;
}

const TraceLane *laneOf(const ImportedTrace &trace, const QString &name)
{
    for (const TraceLane &lane : trace.lanes) {
        if (lane.name == name)
            return &lane;
    }
    return nullptr;
}

QStringList namesOf(const TraceLane &lane)
{
    QStringList names;
    for (const TraceSpan &span : lane.spans)
        names.append(QString(span.depth, u' ') + span.name);
    return names;
}

ImportedTrace sampleTrace()
{
    const std::vector<InvocationRecord> records{tracedColdRecord(), tracedWarmRecord()};
    return traceOf(records);
}

QByteArray contentOf(const char *file)
{
    QFile source(QStringLiteral(COLDFRAME_SOURCE_DIR "/tests/data/traces/") + QLatin1String(file));
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
}

} // namespace

void tst_TraceExchange::lanesOfARecord()
{
    const ImportedTrace trace = traceOf(std::vector{tracedColdRecord()});

    QStringList lanes;
    for (const TraceLane &lane : trace.lanes) {
        QCOMPARE(lane.process, QStringLiteral("shop (01234567)"));
        lanes.append(lane.name);
    }
    QCOMPARE(
        lanes,
        QStringList({QStringLiteral("Phases"), QStringLiteral("Extension logs"),
                     QStringLiteral("Imports"), QStringLiteral("Handler"), QStringLiteral("Spans"),
                     QStringLiteral("Connections"), QStringLiteral("Connections 2")}));
    QCOMPARE(namesOf(*laneOf(trace, QStringLiteral("Imports"))),
             QStringList({QStringLiteral("app"), QStringLiteral(" json"),
                          QStringLiteral("  json.decoder")}));
    QCOMPARE(namesOf(*laneOf(trace, QStringLiteral("Connections"))),
             QStringList(QStringLiteral("db:5432")));
    QCOMPARE(laneOf(trace, QStringLiteral("Phases"))->spans.front().name,
             QStringLiteral("sandbox"));
    QVERIFY(trace.total == 28ms + 12'345'678ns);
    QVERIFY(traceOf({}).isEmpty());
}

void tst_TraceExchange::laterInvocationsLieBehind()
{
    const ImportedTrace trace = sampleTrace();

    const TraceLane *phases = laneOf(trace, QStringLiteral("Phases"));
    QVERIFY(phases);
    QCOMPARE(phases->spans.size(), std::size_t(5));
    QVERIFY(phases->spans.back().begin == 250ms);
    QCOMPARE(
        namesOf(*laneOf(trace, QStringLiteral("Extension logs"))),
        QStringList({QStringLiteral("init"), QStringLiteral("invoke"), QStringLiteral("invoke")}));

    InvocationRecord elsewhere = tracedWarmRecord();
    elsewhere.environment.id = QStringLiteral("another");
    const ImportedTrace two = traceOf(std::vector{tracedColdRecord(), elsewhere});
    QCOMPARE(two.lanes.back().process, QStringLiteral("shop (another)"));
}

void tst_TraceExchange::overlappingSpansGetLanes()
{
    const auto span
        = [](const char *name, std::chrono::nanoseconds begin, std::chrono::nanoseconds duration) {
              return TraceSpan{QLatin1String(name), {}, {}, begin, duration, 0};
          };
    const std::vector<TraceLane> lanes
        = nestedLanes({}, QStringLiteral("Lane"),
                      {span("inner", 2ms, 1ms), span("outer", 0ms, 5ms), span("crossing", 4ms, 3ms),
                       span("behind", 5ms, 1ms), span("empty", 5ms, 0ms)});

    QCOMPARE(lanes.size(), std::size_t(2));
    QCOMPARE(namesOf(lanes[0]),
             QStringList({QStringLiteral("outer"), QStringLiteral(" inner"),
                          QStringLiteral("behind"), QStringLiteral(" empty")}));
    QCOMPARE(lanes[1].name, QStringLiteral("Lane 2"));
    QCOMPARE(namesOf(lanes[1]), QStringList(QStringLiteral("crossing")));
}

void tst_TraceExchange::whatWasWrittenIsRead_data()
{
    QTest::addColumn<TraceFormat>("format");

    QTest::newRow("Chrome") << TraceFormat::Chrome;
    QTest::newRow("speedscope") << TraceFormat::Speedscope;
}

void tst_TraceExchange::whatWasWrittenIsRead()
{
    QFETCH(const TraceFormat, format);
    ImportedTrace expected = sampleTrace();
    if (format == TraceFormat::Speedscope) { // has neither processes nor categories
        for (TraceLane &lane : expected.lanes) {
            lane.name = lane.process + QStringLiteral(": ") + lane.name;
            lane.process.clear();
            for (TraceSpan &span : lane.spans)
                span.category.clear();
        }
    }

    const auto read = readTrace(writeTrace(sampleTrace(), format));

    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QCOMPARE(read->name, expected.name);
    QCOMPARE(read->lanes.size(), expected.lanes.size());
    for (std::size_t i = 0; i < expected.lanes.size(); ++i)
        QVERIFY2(read->lanes[i] == expected.lanes[i], qPrintable(expected.lanes[i].name));
    QVERIFY(read->total == expected.total);
}

void tst_TraceExchange::chromeTraces()
{
    const auto json = parseJson(writeTrace(sampleTrace(), TraceFormat::Chrome));

    QVERIFY(json.has_value());
    int complete = 0;
    QStringList threads;
    for (const OrderedJson &event : json->at("traceEvents")) {
        QVERIFY(event.at("pid").is_number_integer() && event.at("tid").is_number_integer());
        if (event.at("ph") == "X") {
            QVERIFY(event.at("ts").is_number() && event.at("dur").is_number());
            ++complete;
        } else {
            QCOMPARE(event.at("ph").get<std::string>(), std::string("M"));
            if (event.at("name") == "thread_name")
                threads.append(
                    QString::fromStdString(event.at("args").at("name").get<std::string>()));
        }
    }
    QCOMPARE(complete, 5 + 3 + 3 + 1 + 1 + 2);
    QVERIFY(threads.contains(QStringLiteral("Connections 2")));
    QCOMPARE(json->at("traceEvents").at(3).at("name").get<std::string>(), std::string("sandbox"));
    QCOMPARE(json->at("traceEvents").at(3).at("dur").get<double>(), 7000.001);
}

/// What speedscope's own description of its format asks for.
void tst_TraceExchange::speedscopeProfiles()
{
    const auto json = parseJson(writeTrace(sampleTrace(), TraceFormat::Speedscope));

    QVERIFY(json.has_value());
    QCOMPARE(json->at("$schema").get<std::string>(),
             std::string("https://www.speedscope.app/file-format-schema.json"));
    const std::size_t frames = json->at("shared").at("frames").size();
    for (const OrderedJson &frame : json->at("shared").at("frames"))
        QVERIFY(frame.at("name").is_string());
    QVERIFY(json->at("activeProfileIndex").get<std::size_t>() < json->at("profiles").size());
    for (const OrderedJson &profile : json->at("profiles")) {
        QCOMPARE(profile.at("type").get<std::string>(), std::string("evented"));
        QVERIFY(profile.at("name").is_string());
        QCOMPARE(profile.at("unit").get<std::string>(), std::string("nanoseconds"));
        std::vector<std::size_t> open;
        auto last = profile.at("startValue").get<std::int64_t>();
        for (const OrderedJson &event : profile.at("events")) {
            const auto at = event.at("at").get<std::int64_t>();
            const auto frame = event.at("frame").get<std::size_t>();
            QVERIFY(at >= last && frame < frames);
            last = at;
            if (event.at("type") == "O") {
                open.push_back(frame);
            } else {
                QVERIFY(!open.empty() && open.back() == frame);
                open.pop_back();
            }
        }
        QVERIFY(open.empty());
        QVERIFY(last <= profile.at("endValue").get<std::int64_t>());
    }
}

void tst_TraceExchange::foreignFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("lanes");
    QTest::addColumn<QStringList>("spans"); // of the first lane
    QTest::addColumn<qint64>("total");
    QTest::addColumn<int>("leftOut");

    QTest::newRow("a list of Chrome's events")
        << contentOf("foreign.chrome.json")
        << QStringList({QStringLiteral("Renderer/Main"), QStringLiteral("Renderer/7"),
                        QStringLiteral("Renderer/net 0x1f")})
        << QStringList({QStringLiteral("task"), QStringLiteral(" parse"), QStringLiteral("  read"),
                        QStringLiteral("never ended")})
        << qint64(900'500) << 3;
    QTest::newRow("samples of speedscope")
        << contentOf("foreign.speedscope.json")
        << QStringList({QStringLiteral("/worker"), QStringLiteral("/main")})
        << QStringList({QStringLiteral("run"), QStringLiteral(" load"), QStringLiteral(" store"),
                        QStringLiteral("  flush")})
        << qint64(4'000'000) << 0;
    QTest::newRow("no event at all")
        << QByteArray("[]") << QStringList() << QStringList() << qint64(0) << 0;
}

void tst_TraceExchange::foreignFiles()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QStringList, lanes);
    QFETCH(const QStringList, spans);
    QFETCH(const qint64, total);
    QFETCH(const int, leftOut);

    const auto trace = readTrace(text);

    QVERIFY2(trace, trace ? "" : qPrintable(trace.error().detail));
    QStringList names;
    for (const TraceLane &lane : trace->lanes)
        names.append(lane.process + u'/' + lane.name);
    QCOMPARE(names, lanes);
    QCOMPARE(trace->isEmpty() ? QStringList() : namesOf(trace->lanes.front()), spans);
    QCOMPARE(qint64(trace->total.count()), total);
    QCOMPARE(trace->leftOut, leftOut);
}

void tst_TraceExchange::brokenFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("detail");

    const auto row = [](const char *title, const QByteArray &text, const char *detail) {
        QTest::newRow(title) << text << QString::fromLatin1(detail);
    };
    row("something else", "{}", "it has neither traceEvents nor profiles");
    row("a number", "7", "it has neither traceEvents nor profiles");
    row("no list of events", R"({"traceEvents": 7})", "traceEvents is no list");
    row("an event that is none", R"({"traceEvents": [7]})", "traceEvents[0]: it is no object");
    row("an event without a kind", R"([{}, {}])", "[0]: ph is missing");
    row("a text for a time", R"([{"ph":"X","ts":"now","dur":1}])", "[0]: ts is no number");
    row("no duration", R"([{"ph":"X","ts":1}])", "[0]: dur is missing");
    row("a negative duration", R"([{"ph":"X","ts":1,"dur":-1}])", "[0]: dur is negative");
    row("a time beyond all times", R"([{"ph":"X","ts":1e300,"dur":1}])", "[0]: ts is too large");
    row("an end before its begin", R"([{"ph":"B","ts":5},{"ph":"E","ts":4}])",
        "[1]: it ends before it begins");
    row("no frames", R"({"profiles":[],"shared":{}})", "shared: frames is missing");
    row("a frame without a name", R"({"profiles":[],"shared":{"frames":[{}]}})",
        "shared.frames[0]: name is missing");
    row("bytes instead of time",
        R"({"shared":{"frames":[]},"profiles":[{"type":"evented","unit":"bytes","events":[]}]})",
        "profiles[0]: unit is no unit of time");
    row("a profile of another kind",
        R"({"shared":{"frames":[]},"profiles":[{"type":"x","unit":"seconds"}]})",
        "profiles[0]: type is neither evented nor sampled");
    const auto events = [&row](const char *title, const QByteArray &list, const char *detail) {
        row(title,
            R"({"shared":{"frames":[{"name":"a"},{"name":"b"}]},"profiles":[{"type":"evented",)"
                + QByteArray(R"("unit":"seconds","events":)") + list + "}]}",
            detail);
    };
    events("a frame that does not exist", R"([{"type":"O","at":0,"frame":2}])",
           "profiles[0].events[0]: there is no such frame");
    events("a frame that is not open",
           R"([{"type":"O","at":0,"frame":0},)"
           R"({"type":"C","at":1,"frame":1}])",
           "profiles[0].events[1]: it closes a frame that is not the last open one");
    events("time that runs backwards",
           R"([{"type":"O","at":1,"frame":0},)"
           R"({"type":"C","at":0,"frame":0}])",
           "profiles[0].events[1]: it lies before the event in front of it");
    events("frames that stay open", R"([{"type":"O","at":0,"frame":0}])",
           "profiles[0]: frames are still open at its end");
    row("other numbers of samples and weights",
        R"({"shared":{"frames":[]},"profiles":[{"type":"sampled","unit":"seconds",)"
        R"("samples":[[]],"weights":[]}]})",
        "profiles[0]: it has not as many weights as samples");
}

void tst_TraceExchange::brokenFiles()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, detail);

    const auto trace = readTrace(text);

    QVERIFY(!trace.has_value());
    QCOMPARE(trace.error().code, Error::Code::InvalidArgument);
    QCOMPARE(trace.error().detail, detail);
    const auto cut = readTrace("[{\"ph\":\n \"X\",");
    QVERIFY(!cut.has_value());
    QCOMPARE(cut.error().code, Error::Code::InvalidJson);
    QVERIFY(cut.error().position && cut.error().position->line == 2);
}

COLDFRAME_TEST(tst_TraceExchange);

#include "tst_traceexchange.moc"
