// SPDX-License-Identifier: GPL-3.0-or-later
// logs, sections 1, 2, 7 and 8: the platform's lines as text, and the tail of a log.
#include "tests/conformance/handlers.h"
#include "tests/conformance/textpattern.h"
#include "tests/support/testmain.h"

#include "core/base/jsontext.h"
#include "core/lambda/logtail.h"

#include <QRegularExpression>
#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_LogLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data();
    void lines() { CHECK_SCENARIO(m_test); }
    void ofAManagedRuntime();
    void initReportOnlyWhenInitFailed();
    void reportOfAColdStart();
    void reportOfAWarmStart();
    void reportOfARestore();
    void reportOfExtensions();
    void memoryFigures();
    void tail();
    void tailOfJson();

private:
    ScenarioTest m_test;
    HandlerTest m_handlers;
};

namespace {

/// A number of the REPORT line, for example that behind "Billed Duration: "; NaN without it.
double figure(const QByteArray &report, const char *name)
{
    const QRegularExpression expression(
        QStringLiteral("\t%1: ([\\d.]+) ").arg(QLatin1String(name)));
    const QRegularExpressionMatch match = expression.match(QString::fromUtf8('\t' + report));
    return match.hasMatch() ? match.captured(1).toDouble() : std::nan("");
}

const QByteArray answeringTwice = "respond(next_event(), '1')\nrespond(next_event(), '2')\n";

} // namespace

void tst_LogLines::lines_data()
{
    SCENARIO_COLUMNS;
    QTest::newRow("START, what was written, END, REPORT")
        << Scenario{R"(
event = next_event()
print('written', flush=True)
respond(event, '1')
)"}
        << Expected{{},
                    {succeeded("1")},
                    "START RequestId: <id1> Version: $LATEST\nwritten\nEND RequestId: <id1>\n"
                    "REPORT RequestId: <id1>\tDuration: <ms> ms\t<any>\t"};
    QTest::newRow("the end of the runtime")
        << Scenario{"next_event()\nos._exit(1)\n"}
        << Expected{{},
                    {failed("Runtime.ExitError", "<any>")},
                    "RequestId: <id1> Error: Runtime exited with error: exit status 1<any>\n"
                    "END RequestId: <id1>\n"
                    "REPORT RequestId: <id1>\t<any>Status: error\tError Type: Runtime.ExitError\t"};
    QTest::newRow("a timeout")
        << Scenario{"next_event()\ntime.sleep(60)\n", {}, {"{}"}, withOneSecond}
        << Expected{{},
                    {timedOut("<any>")},
                    "<time> <id1> Task timed out after 1.00 seconds<any>\nEND RequestId: <id1>\n"
                    "REPORT RequestId: <id1>\tDuration: 1<any>\tStatus: timeout\t"};
    QTest::newRow("an init phase that fails")
        << Scenario{"os._exit(1)\n"}
        << Expected{{},
                    {failed("Runtime.ExitError", "<any>")},
                    "INIT_REPORT Init Duration: <ms> ms\tPhase: init\tStatus: error\tError Type: "
                    "Runtime.ExitError<any>\n"
                    "INIT_REPORT Init Duration: <ms> ms\tPhase: invoke\tStatus: error\tError Type: "
                    "Runtime.ExitError<any>"};
    QTest::newRow("an init phase that times out inside the invocation")
        << Scenario{R"(
mark = '/tmp/ended-once-' + os.environ['TEST_ADDRESS']
if not os.path.exists(mark):
    open(mark, 'w').close()
    os._exit(1)
os.remove(mark)
time.sleep(60)
)",
                    {},
                    {"{}"},
                    withOneSecond}
        << Expected{{},
                    {timedOut("<any>")},
                    "INIT_REPORT Init Duration: <ms> ms\tPhase: invoke\tStatus: timeout<any>"};
    QTest::newRow("a restore")
        << Scenario{"connection().request('GET', '/runtime/restore/next')\n" + answeringTwice,
                    {},
                    {"{}"},
                    withSnapStart}
        << Expected{{}, {succeeded("1")}, "RESTORE_REPORT Restore Duration: <ms> ms<any>"};
    QTest::newRow("a restore that fails")
        << Scenario{R"(
connection().request('GET', '/runtime/restore/next')
connection().request('POST', '/runtime/restore/error',
                     {'Lambda-Runtime-Function-Error-Type': 'Runtime.AfterRestoreError'}, '{}')
sys.exit(65)
)",
                    {},
                    {"{}"},
                    withSnapStart}
        << Expected{{},
                    {failed("Runtime.AfterRestoreError", "<any>")},
                    "RESTORE_REPORT Restore Duration: <ms> ms\tStatus: error<any>"};
    QTest::newRow("an extension")
        << Scenario{answeringTwice,
                    {{QStringLiteral("one"), "serve_events(identifier_of(register()))\n"}}}
        << Expected{{},
                    {succeeded("1")},
                    "EXTENSION\tName: one\tState: Ready\tEvents: [INVOKE,SHUTDOWN]<any>"};
    QTest::newRow("a subscription to telemetry")
        << Scenario{answeringTwice, {{QStringLiteral("one"), R"(
identifier = identifier_of(register())
listener = Listener()
subscribe(identifier, {'schemaVersion': '2022-12-13', 'types': ['platform', 'function'],
                       'destination': listener.destination})
serve_events(identifier)
)"}}}
        << Expected{{},
                    {succeeded("1")},
                    "TELEMETRY\tName: one\tState: Subscribed\tTypes: [Platform, Function]<any>"};
    QTest::newRow("a subscription to the Logs API")
        << Scenario{answeringTwice, {{QStringLiteral("one"), R"(
identifier = identifier_of(register())
listener = Listener()
subscribe(identifier, {'schemaVersion': '2021-03-18', 'types': ['platform'],
                       'destination': listener.destination}, '/2020-08-15/logs')
serve_events(identifier)
)"}}}
        << Expected{
               {}, {succeeded("1")}, "LOGS\tName: one\tState: Subscribed\tTypes: [Platform]<any>"};
}

void tst_LogLines::ofAManagedRuntime()
{
    HandlerRow row = pythonRow("def handler(event, context):\n    return 1\n", {succeeded("1")});
    row.log = "INIT_START Runtime Version: python:3.<any>\tRuntime Version ARN: "
              "arn:aws:lambda:us-east-1::runtime:<any>\nSTART RequestId: <id1> Version: $LATEST";
    QCOMPARE(m_handlers.difference(row), QString());
}

/// Neither on success nor by a runtime that Lambda does not manage is there a line of the init
/// phase.
void tst_LogLines::initReportOnlyWhenInitFailed()
{
    SKIP_WITHOUT_SCENARIOS;
    QCOMPARE(m_test.difference({answeringTwice}, {{}, {succeeded("1")}}), QString());
    QVERIFY(!hasLineWith(m_test.records().front(), "INIT_"));
    QVERIFY(m_test.records().front().log.front().text.startsWith("START RequestId: "));
}

void tst_LogLines::reportOfAColdStart()
{
    SKIP_WITHOUT_SCENARIOS;
    QCOMPARE(m_test.difference({"time.sleep(0.1)\n" + answeringTwice}, {{}, {succeeded("1")}}),
             QString());
    const QByteArray report = reportLine(m_test.records().front());
    QVERIFY2(matches(report,
                     "REPORT RequestId: <uuid>\tDuration: <ms> ms\tBilled Duration: <number> ms\t"
                     "Memory Size: 1024 MB\tMax Memory Used: <number> MB\tInit Duration: <ms> ms\t",
                     {}),
             report.constData());
    QVERIFY(figure(report, "Init Duration") >= 100);
    const double sum = figure(report, "Init Duration")
        + figure(report.mid(report.indexOf('\t') + 1), "Duration");
    // Both are rounded to hundredths in the line, the sum is not.
    QVERIFY(std::abs(figure(report, "Billed Duration") - std::ceil(sum)) <= 1);
    QVERIFY(figure(report, "Billed Duration") == std::round(figure(report, "Billed Duration")));
}

void tst_LogLines::reportOfAWarmStart()
{
    SKIP_WITHOUT_SCENARIOS;
    QCOMPARE(m_test.difference({answeringTwice, {}, {"{}", "{}"}},
                               {{}, {succeeded("1"), succeeded("2")}}),
             QString());
    const QByteArray report = reportLine(m_test.records().back());
    QVERIFY2(matches(report,
                     "REPORT RequestId: <uuid>\tDuration: <ms> ms\tBilled Duration: <number> ms\t"
                     "Memory Size: 1024 MB\tMax Memory Used: <number> MB\t",
                     {}),
             report.constData());
}

void tst_LogLines::reportOfARestore()
{
    SKIP_WITHOUT_SCENARIOS;
    const Scenario scenario{"connection().request('GET', '/runtime/restore/next')\n"
                            "time.sleep(0.1)\n"
                                + answeringTwice,
                            {},
                            {"{}", "{}"},
                            withSnapStart};
    QCOMPARE(m_test.difference(scenario, {{}, {succeeded("1"), succeeded("2")}}), QString());
    const QByteArray report = reportLine(m_test.records().front());
    QVERIFY2(matches(report,
                     "REPORT RequestId: <uuid>\tDuration: <ms> ms\tBilled Duration: <number> ms\t"
                     "Memory Size: 1024 MB\tMax Memory Used: <number> MB\tRestore Duration: <ms> "
                     "ms\tBilled Restore Duration: <number> ms\t",
                     {}),
             report.constData());
    const double duration = figure(report.mid(report.indexOf('\t') + 1), "Duration");
    QVERIFY(std::abs(figure(report, "Billed Duration") - std::ceil(duration)
                     - figure(report, "Billed Restore Duration"))
            <= 1);
    QVERIFY(!reportLine(m_test.records().back()).contains("Restore"));
}

/// Duration goes on until extensions are done.
void tst_LogLines::reportOfExtensions()
{
    SKIP_WITHOUT_SCENARIOS;
    const Scenario scenario{answeringTwice, {{QStringLiteral("one"), R"(
identifier = identifier_of(register())
serve_events(identifier, lambda event: time.sleep(0.3 if event['eventType'] == 'INVOKE' else 0))
)"}}};
    QCOMPARE(m_test.difference(scenario, {{}, {succeeded("1")}}), QString());
    QVERIFY(m_test.records().front().report.duration >= 300ms);
}

void tst_LogLines::memoryFigures()
{
    HandlerRow row = pythonRow("def handler(event, context):\n    kept = bytearray(b'x') * "
                               "(100 * 1048576)\n    return len(kept)\n",
                               {succeeded("<number>")});
    row.change = [](InvocationRequest &request) { request.function.memory = MebiBytes{512}; };
    QCOMPARE(m_handlers.difference(row), QString());
    const QByteArray report = reportLine(m_handlers.records().front());
    QCOMPARE(figure(report, "Memory Size"), 512.0);
    QVERIFY(figure(report, "Max Memory Used") >= 100 && figure(report, "Max Memory Used") < 300);
}

void tst_LogLines::tail()
{
    HandlerRow row = pythonRow("def handler(event, context):\n    for i in range(200):\n"
                               "        print('line', i, 'ä' * 20)\n",
                               {succeeded("null")});
    QCOMPARE(m_handlers.difference(row), QString());
    const InvocationRecord &record = m_handlers.records().front();

    const QByteArray tail = logTail(record.log);

    QCOMPARE(tail.size(), qsizetype(4096));
    const QByteArray whole = logTail(record.log, 1'000'000);
    QVERIFY(whole.endsWith(tail));
    QVERIFY(whole.startsWith("INIT_START "));
    QVERIFY(tail.endsWith(reportLine(record) + '\n'));
}

void tst_LogLines::tailOfJson()
{
    HandlerRow row = pythonRow("def handler(event, context):\n    return 1\n", {succeeded("1")});
    row.change
        = [](InvocationRequest &request) { request.function.logging.format = LogFormat::Json; };
    QCOMPARE(m_handlers.difference(row), QString());
    const QByteArrayList lines = logTail(m_handlers.records().front().log).trimmed().split('\n');
    for (const QByteArray &line : lines)
        QVERIFY2(parseJson(line).has_value(), line.constData());
    QVERIFY(lines.back().contains("platform.report"));
}

COLDFRAME_TEST(tst_LogLines);
#include "tst_loglines.moc"
