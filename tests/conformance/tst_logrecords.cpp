// SPDX-License-Identifier: GPL-3.0-or-later
// logs, sections 3 and 4: the platform's records in JSON, and which levels let them through.
#include "tests/conformance/handlers.h"
#include "tests/conformance/textpattern.h"
#include "tests/support/testmain.h"

#include "core/base/jsontext.h"

#include <QSet>
#include <QTest>

#include <nlohmann/json.hpp>

#include <map>
#include <utility>

using namespace coldframe;
using namespace coldframe::test;

namespace {

/// How the invocation goes whose records are looked at.
enum class Course { Python, Custom, Failed, TimedOut, Restored, RestoreFailed, Extension };

} // namespace

class tst_LogRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void records_data();
    void records();
    void systemLevels_data();
    void systemLevels();
    void applicationLevels_data();
    void applicationLevels();
    void linesWithoutALevel();
    void levelsNeedJson();
    void textIsTheDefault();
    void groupAndStream();

private:
    const InvocationRecord *recordOf(Course course, LogLevel system);

    ScenarioTest m_test;
    HandlerTest m_handlers;
    std::map<std::pair<Course, LogLevel>, InvocationRecord> m_runs; ///< rows share them
};

namespace {

void withJson(InvocationRequest &request, LogLevel system, LogLevel application = LogLevel::Info)
{
    request.function.logging = {LogFormat::Json, application, system};
}

QString run(ScenarioTest &test, HandlerTest &handlers, Course course, LogLevel system)
{
    const auto change = [=](InvocationRequest &request) {
        withJson(request, system);
        request.function.snapStart = course == Course::Restored || course == Course::RestoreFailed;
        if (course == Course::TimedOut)
            request.function.timeout = std::chrono::seconds(1);
    };
    Scenario scenario{"respond(next_event(), '1')\n", {}, {"{}"}, change};
    switch (course) {
    case Course::Python: {
        HandlerRow row = pythonRow("def handler(event, context):\n    return 1\n", {});
        row.change = change;
        return handlers.difference(row);
    }
    case Course::Custom:
        break;
    case Course::Failed:
        scenario.runtime = "next_event()\nos._exit(1)\n";
        break;
    case Course::TimedOut:
        scenario.runtime = "next_event()\ntime.sleep(60)\n";
        break;
    case Course::Restored:
        scenario.runtime = "connection().request('GET', '/runtime/restore/next')\n"
                           "respond(next_event(), '1')\n";
        break;
    case Course::RestoreFailed:
        scenario.runtime = R"(
connection().request('GET', '/runtime/restore/next')
connection().request('POST', '/runtime/restore/error',
                     {'Lambda-Runtime-Function-Error-Type': 'Runtime.AfterRestoreError'}, '{}')
sys.exit(65)
)";
        break;
    case Course::Extension:
        scenario.extensions[QStringLiteral("one")] = R"(
identifier = identifier_of(register())
listener = Listener()
subscribe(identifier, {'schemaVersion': '2022-12-13', 'types': ['platform'],
                       'destination': listener.destination})
serve_events(identifier)
)";
        break;
    }
    return test.difference(scenario, {});
}

/// The platform's records of a log by type.
std::map<QByteArray, QByteArray> recordsOf(const InvocationRecord &record)
{
    std::map<QByteArray, QByteArray> records;
    for (const LogLine &line : record.log) {
        const Result<OrderedJson> json = parseJson(line.text);
        if (line.source == LogSource::Platform && json && json->is_object()
            && json->contains("type"))
            records.emplace(QByteArray::fromStdString(json->at("type").get<std::string>()),
                            line.text);
    }
    return records;
}

} // namespace

/// The record of an invocation that goes so; null when it was refused.
const InvocationRecord *tst_LogRecords::recordOf(Course course, LogLevel system)
{
    const std::pair key(course, system);
    if (const auto known = m_runs.find(key); known != m_runs.end())
        return &known->second;
    if (!run(m_test, m_handlers, course, system).isEmpty())
        return nullptr;
    const auto &records = course == Course::Python ? m_handlers.records() : m_test.records();
    return &m_runs.emplace(key, records.front()).first->second;
}

void tst_LogRecords::records_data()
{
    QTest::addColumn<Course>("course");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("record");
    const auto addRow
        = [](const char *name, Course course, const char *type, const QByteArray &record) {
              QTest::newRow(name) << course << QByteArray("platform.") + type
                                  << QByteArray("{\"time\":\"<time>\",\"type\":\"platform.") + type
                      + "\",\"record\":" + record + '}';
          };
    const QByteArray onDemand = R"({"initializationType":"on-demand","phase":"init",)";
    addRow("initStart", Course::Python, "initStart",
           onDemand
               + R"("runtimeVersion":"python:3.<any>","runtimeVersionArn":)"
                 R"("arn:aws:lambda:us-east-1::runtime:<any>","functionName":)"
                 R"("conformance","functionVersion":"$LATEST"<any>})");
    addRow("initStart without a version", Course::Custom, "initStart",
           onDemand + R"("functionName":"scenario","functionVersion":"$LATEST"<any>})");
    addRow("initRuntimeDone", Course::Custom, "initRuntimeDone",
           onDemand + R"("status":"success"<any>})");
    addRow("initReport", Course::Custom, "initReport",
           onDemand + R"("status":"success","metrics":{"durationMs":<number>}<any>})");
    addRow("restoreStart", Course::Restored, "restoreStart",
           R"({"functionName":"scenario","functionVersion":"$LATEST","instanceId":"<any>",)"
           R"("instanceMaxMemory":<number><any>})");
    addRow("restoreRuntimeDone", Course::Restored, "restoreRuntimeDone",
           R"({"status":"success"<any>})");
    addRow("restoreReport", Course::Restored, "restoreReport",
           R"({"status":"success","metrics":{"durationMs":<number><any>}<any>})");
    addRow("a failed restoreReport", Course::RestoreFailed, "restoreReport",
           R"({"status":"error","errorType":"Runtime.AfterRestoreError","metrics":)"
           R"({"durationMs":<number><any>}<any>})");
    addRow(
        "start", Course::Custom, "start",
        R"({"requestId":"<id1>","version":"$LATEST"<any>"tracing":{<any>"type":"X-Amzn-Trace-Id",)"
        R"("value":"Root=1-<hex8>-<hex24>;<any>"}})");
    addRow(
        "runtimeDone", Course::Custom, "runtimeDone",
        R"({"requestId":"<id1>","status":"success","spans":[{"name":"responseLatency","start":)"
        R"("<time>","durationMs":<number>},{"name":"responseDuration","start":"<time>",)"
        R"("durationMs":<number>},{"name":"runtimeOverhead","start":"<time>","durationMs":<number>)"
        R"(}],"metrics":{"durationMs":<number>,"producedBytes":1}<any>})");
    addRow("a failed runtimeDone", Course::Failed, "runtimeDone",
           R"({"requestId":"<id1>","status":"error","errorType":"Runtime.ExitError"<any>})");
    addRow("a late runtimeDone", Course::TimedOut, "runtimeDone",
           R"({"requestId":"<id1>","status":"timeout"<any>})");
    addRow("report", Course::Custom, "report",
           R"({"requestId":"<id1>","status":"success","metrics":{"durationMs":<number>,)"
           R"("billedDurationMs":<number>,"memorySizeMB":1024,"maxMemoryUsedMB":<number>,)"
           R"("initDurationMs":<number>}<any>})");
    addRow("report of a restore", Course::Restored, "report",
           R"({"requestId":"<id1>","status":"success","metrics":{"durationMs":<number>,)"
           R"("billedDurationMs":<number>,"memorySizeMB":1024,"maxMemoryUsedMB":<number>,)"
           R"("restoreDurationMs":<number>,"billedRestoreDurationMs":<number>}<any>})");
    addRow(
        "a failed report", Course::Failed, "report",
        R"({"requestId":"<id1>","status":"error","errorType":"Runtime.ExitError","metrics":<any>})");
    addRow("a late report", Course::TimedOut, "report",
           R"({"requestId":"<id1>","status":"timeout","metrics":<any>})");
    addRow("report with extensions", Course::Extension, "report",
           R"({"requestId":"<id1>"<any>"spans":[{"name":"extensionOverhead","start":"<time>",)"
           R"("durationMs":<number>}]<any>})");
    addRow("extension", Course::Extension, "extension",
           R"({"name":"one","state":"Ready","events":["INVOKE","SHUTDOWN"]})");
    addRow("telemetrySubscription", Course::Extension, "telemetrySubscription",
           R"({"name":"one","state":"Subscribed","types":["platform"]})");
}

void tst_LogRecords::records()
{
    SKIP_WITHOUT_SCENARIOS;
    QFETCH(const Course, course);
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, record);
    const InvocationRecord *const invocation = recordOf(course, LogLevel::Debug);
    QVERIFY(invocation);

    const auto records = recordsOf(*invocation);

    const auto found = records.find(type);
    QVERIFY2(found != records.end(), textsOf(invocation->log).join('\n').constData());
    QVERIFY2(matches(found->second, record, {invocation->requestId.toLatin1()}),
             (found->second + "\nshould be\n" + record).constData());
}

/// Which records are in the log at which system level: a record's own level decides.
void tst_LogRecords::systemLevels_data()
{
    QTest::addColumn<Course>("course");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<LogLevel>("level");
    const auto addRow = [](const char *name, Course course, const char *type, LogLevel level) {
        QTest::newRow(name) << course << QByteArray("platform.") + type << level;
    };
    addRow("initStart with a version", Course::Python, "initStart", LogLevel::Info);
    addRow("initStart without one", Course::Custom, "initStart", LogLevel::Debug);
    addRow("initRuntimeDone", Course::Custom, "initRuntimeDone", LogLevel::Debug);
    addRow("initReport", Course::Custom, "initReport", LogLevel::Debug);
    addRow("initReport of SnapStart", Course::Restored, "initReport", LogLevel::Info);
    addRow("restoreStart without a version", Course::Restored, "restoreStart", LogLevel::Debug);
    addRow("restoreRuntimeDone", Course::Restored, "restoreRuntimeDone", LogLevel::Debug);
    addRow("restoreRuntimeDone, failed", Course::RestoreFailed, "restoreRuntimeDone",
           LogLevel::Warn);
    addRow("restoreReport", Course::Restored, "restoreReport", LogLevel::Info);
    addRow("restoreReport, failed", Course::RestoreFailed, "restoreReport", LogLevel::Warn);
    addRow("start", Course::Custom, "start", LogLevel::Info);
    addRow("runtimeDone", Course::Custom, "runtimeDone", LogLevel::Debug);
    addRow("runtimeDone, failed", Course::Failed, "runtimeDone", LogLevel::Warn);
    addRow("report", Course::Custom, "report", LogLevel::Info);
    addRow("report, failed", Course::Failed, "report", LogLevel::Warn);
    addRow("extension", Course::Extension, "extension", LogLevel::Info);
    addRow("telemetrySubscription", Course::Extension, "telemetrySubscription", LogLevel::Info);
}

void tst_LogRecords::systemLevels()
{
    SKIP_WITHOUT_SCENARIOS;
    QFETCH(const Course, course);
    QFETCH(const QByteArray, type);
    QFETCH(const LogLevel, level);
    for (const LogLevel system : {LogLevel::Debug, LogLevel::Info, LogLevel::Warn}) {
        const InvocationRecord *const record = recordOf(course, system);
        QVERIFY(record);
        QCOMPARE(recordsOf(*record).count(type) > 0, level >= system);
    }
}

void tst_LogRecords::applicationLevels_data()
{
    QTest::addColumn<LogLevel>("level");
    QTest::addColumn<QByteArrayList>("written");
    const QByteArrayList all{"TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"};
    const LogLevel levels[] = {LogLevel::Trace, LogLevel::Debug, LogLevel::Info,
                               LogLevel::Warn,  LogLevel::Error, LogLevel::Fatal};
    for (qsizetype i = 0; i < all.size(); ++i)
        QTest::newRow(all.at(i).constData()) << levels[i] << all.mid(i);
}

/// JSON lines with a level and a time, written by a runtime that does not filter them itself.
void tst_LogRecords::applicationLevels()
{
    SKIP_WITHOUT_SCENARIOS;
    QFETCH(const LogLevel, level);
    QFETCH(const QByteArrayList, written);
    const Scenario scenario{
        R"(
event = next_event()
for level in 'TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL':
    print(json.dumps({'timestamp': '2026-01-02T03:04:05.678Z', 'level': level, 'message': 'm'}),
          flush=True)
respond(event, '1')
)",
        {},
        {"{}"},
        [=](InvocationRequest &request) { withJson(request, LogLevel::Info, level); }};
    QCOMPARE(m_test.difference(scenario, {{}, {succeeded("1")}}), QString());
    QByteArrayList kept;
    for (const LogLine &line : m_test.records().front().log) {
        const Result<OrderedJson> json = parseJson(line.text);
        if (line.source == LogSource::Function && json && json->contains("level"))
            kept << QByteArray::fromStdString(json->at("level").get<std::string>());
    }
    QCOMPARE(kept, written);
}

/// An object without a valid level counts as INFO, a plain line passes always.
void tst_LogRecords::linesWithoutALevel()
{
    SKIP_WITHOUT_SCENARIOS;
    const Scenario scenario{
        R"(
event = next_event()
print(json.dumps({'timestamp': '2026-01-02T03:04:05.678Z', 'level': 'LOUD', 'n': 1}))
print(json.dumps({'level': 'ERROR', 'timestamp': 'yesterday', 'n': 2}))
print(json.dumps({'n': 3}))
print('plain', flush=True)
respond(event, '1')
)",
        {},
        {"{}"},
        [](InvocationRequest &request) { withJson(request, LogLevel::Info, LogLevel::Warn); }};
    QCOMPARE(m_test.difference(scenario, {{}, {succeeded("1")}, "plain"}), QString());
    QVERIFY(!hasLineWith(m_test.records().front(), "\"n\":"));
}

void tst_LogRecords::levelsNeedJson()
{
    InvocationRequest request = m_test.prepare({});
    request.function.logging.applicationLevel = LogLevel::Debug;
    const Result<InvocationRecord> record = m_test.run(request);
    QVERIFY(!record);
    QCOMPARE(
        record.error().detail,
        QStringLiteral("LogLevel is not supported when LogFormat is set to \"Text\". Remove "
                       "LogLevel from your request or change the LogFormat to \"JSON\" and try "
                       "again."));
}

void tst_LogRecords::textIsTheDefault()
{
    SKIP_WITHOUT_SCENARIOS;
    QCOMPARE(m_test.difference({"respond(next_event(), '1')\n"},
                               {{}, {succeeded("1")}, "START RequestId: <id1> Version: $LATEST"}),
             QString());
}

void tst_LogRecords::groupAndStream()
{
    SKIP_WITHOUT_SCENARIOS;
    const Scenario scenario{R"(
def told():
    show(os.environ['AWS_LAMBDA_LOG_GROUP_NAME'], os.environ['AWS_LAMBDA_LOG_STREAM_NAME'])
told()
respond(next_event(), '1')
)"};
    QCOMPARE(m_test.difference(scenario,
                               {"/aws/lambda/scenario "
                                "<number>/<number>/<number>/[$LATEST]<hex32>",
                                {succeeded("1")}}),
             QString());
}

COLDFRAME_TEST(tst_LogRecords);
#include "tst_logrecords.moc"
