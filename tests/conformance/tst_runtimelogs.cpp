// SPDX-License-Identifier: GPL-3.0-or-later
// logs, sections 5 and 6: what runtimes write, and the framed descriptor.
#include "tests/conformance/clients.h"
#include "tests/conformance/handlers.h"
#include "tests/conformance/textpattern.h"
#include "tests/support/testmain.h"

#include "core/base/jsontext.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;
using namespace coldframe::test;

class tst_RuntimeLogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_data();
    void text() { CHECK_HANDLER(m_handlers); }
    void json_data();
    void json() { CHECK_HANDLER(m_handlers); }
    void pythonLevelsInText();
    void awsClient_data();
    void awsClient();
    void frames_data();
    void frames();
    void framesOfOlderClients();
    void framesWithNewlines();
    void framesInPieces();

private:
    HandlerTest m_handlers;
    ScenarioTest m_test;
};

namespace {

HandlerRow logging(HandlerRow row, const QByteArray &log)
{
    row.log = log;
    return row;
}

HandlerRow inJson(HandlerRow row, const QByteArray &log)
{
    row.change = withJson;
    row.log = log;
    return row;
}

/// Writes one frame with a message to the descriptor.
const QByteArray writingFrames = R"(
import struct
descriptor = int(os.environ['_LAMBDA_TELEMETRY_LOG_FD'])
def frame(kind, text, microseconds=1767323045678000):
    data = text.encode()
    return struct.pack('>IIQ', kind, len(data), microseconds) + data
event = next_event()
)";

std::vector<LogLine> functionLines(const InvocationRecord &record)
{
    std::vector<LogLine> lines;
    for (const LogLine &line : record.log) {
        if (line.source == LogSource::Function)
            lines.push_back(line);
    }
    return lines;
}

} // namespace

void tst_RuntimeLogs::text_data()
{
    QTest::addColumn<HandlerRow>("row");
    QTest::newRow("Python print") << logging(
        pythonRow("def handler(event, context):\n    print('raw', 1)\n", {succeeded("null")}),
        "raw 1");
    QTest::newRow("Python logging")
        << logging(pythonRow("import logging\ndef handler(event, context):\n"
                             "    logging.warning('careful %d', 1)\n",
                             {succeeded("null")}),
                   "[WARNING]\t<time>\t<id1>\tcareful 1<any>");
    QTest::newRow("Python, unhandled") << logging(
        pythonRow("def handler(event, context):\n    1/0\n",
                  {failed("ZeroDivisionError", "<any>")}),
        // One record; \r stands for its newlines only where there is no descriptor.
        "[ERROR] ZeroDivisionError: division by zero<newline>Traceback (most recent "
        "call last):<newline>\u00a0\u00a0File \"<any>app.py\", line 2, in handler<newline>"
        "<any>");
    QTest::newRow("Python, unhandled in the init phase")
        << logging(pythonRow("1/0\n", {failed("ZeroDivisionError", "<any>")}),
                   "<any>LAMBDA_WARNING: Unhandled exception. The most likely cause is an issue in "
                   "the function code.<any>");
    QTest::newRow("Node.js console")
        << logging(nodeRow("exports.handler = async () => { console.log('said', 1); "
                           "console.info('i'); console.warn('w'); console.error('e'); "
                           "console.debug('d'); console.trace('t'); };\n",
                           {succeeded("null")}),
                   "<time>\t<id1>\tINFO\tsaid 1<any>\n<time>\t<id1>\tINFO\ti<any>\n"
                   "<time>\t<id1>\tWARN\tw<any>\n<time>\t<id1>\tERROR\te<any>\n"
                   "<time>\t<id1>\tDEBUG\td<any>\n<time>\t<id1>\tTRACE\tt<any>");
    QTest::newRow("Node.js console outside of an invocation") << logging(
        nodeRow("console.log('early');\nexports.handler = async () => {};\n", {succeeded("null")}),
        "<time>\tundefined\tINFO\tearly<any>");
    QTest::newRow("Node.js, unhandled")
        << logging(nodeRow("exports.handler = async () => { throw new RangeError('no'); };\n",
                           {failed("RangeError", "<any>")}),
                   "<time>\t<id1>\tERROR\tInvoke Error \t{\"errorType\":\"RangeError\","
                   "\"errorMessage\":\"no\",\"stack\":[\"RangeError: no\",<any>");
}

void tst_RuntimeLogs::json_data()
{
    QTest::addColumn<HandlerRow>("row");
    QTest::newRow("Python print") << inJson(
        pythonRow("def handler(event, context):\n    print('raw', 1)\n", {succeeded("null")}),
        "raw 1");
    QTest::newRow("Python logging") << inJson(
        pythonRow("import logging\ndef handler(event, context):\n"
                  "    logging.warning('careful %d', 1)\n",
                  {succeeded("null")}),
        "{\"timestamp\": \"<any>Z\", \"level\": \"WARN<any>\", \"message\": \"careful 1\", "
        "\"logger\": \"root\", \"requestId\": \"<id1>\"}");
    QTest::newRow("Python, unhandled")
        << inJson(pythonRow("def handler(event, context):\n    1/0\n",
                            {failed("ZeroDivisionError", "<any>")}),
                  "{<any>\"level\": \"ERROR\"<any>\"errorType\": \"ZeroDivisionError\"<any>");
    QTest::newRow("Node.js console") << inJson(
        nodeRow("exports.handler = async () => { console.warn('said', 1); };\n",
                {succeeded("null")}),
        "{\"timestamp\":\"<time>\",\"level\":\"WARN\",\"requestId\":\"<id1>\",\"message\":"
        "\"said 1\"}");
    QTest::newRow("Node.js, an error") << inJson(
        nodeRow("exports.handler = async () => { console.error(new RangeError('no')); };\n",
                {succeeded("null")}),
        "{\"timestamp\":\"<time>\",\"level\":\"ERROR\",\"requestId\":\"<id1>\",<any>"
        "\"errorType\":\"RangeError\",\"errorMessage\":\"no\",\"stackTrace\":[<any>");
}

/// The root logger lets WARNING through unless the function says otherwise.
void tst_RuntimeLogs::pythonLevelsInText()
{
    const HandlerRow row = pythonRow("import logging\ndef handler(event, context):\n"
                                     "    logging.info('hidden')\n"
                                     "    logging.getLogger().setLevel(logging.INFO)\n"
                                     "    logging.info('told')\n",
                                     {succeeded("null")});
    QCOMPARE(m_handlers.difference(logging(row, "[INFO]\t<time>\t<id1>\ttold<any>")), QString());
    QVERIFY(!hasLineWith(m_handlers.records().front(), "hidden"));
}

void tst_RuntimeLogs::awsClient_data()
{
    QTest::addColumn<bool>("isJson");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("text") << false << QByteArray("<time>\t<id1>\tINFO\thandled<any>");
    QTest::newRow("JSON") << true
                          << QByteArray(
                                 "{\"timestamp\":\"<time>\",\"level\":\"INFO\",\"requestId\":"
                                 "\"<id1>\",\"message\":\"handled\"}");
}

/// AWS's client writes frames to the descriptor.
void tst_RuntimeLogs::awsClient()
{
    if (const QString reason = reasonToSkip(Client::AwsNodeJs); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    QFETCH(const bool, isJson);
    QFETCH(const QByteArray, line);
    const QTemporaryDir folder;
    InvocationRequest request = functionFor(Client::AwsNodeJs, folder.path());
    request.requestId = newRequestId();
    if (isJson)
        withJson(request);
    RUN(record, m_test, request);
    QCOMPARE(missingLine(textsOf(record.log), {line}, {request.requestId.toLatin1()}), QString());
    m_test.recycle();
}

void tst_RuntimeLogs::frames_data()
{
    QTest::addColumn<bool>("isJson");
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<LogLevel>("level");
    const auto addRow = [](const char *name, const char *json, const char *text, LogLevel level) {
        // An object without a level counts as INFO (section 4).
        const LogLevel jsonLevel = level == LogLevel::None ? LogLevel::Info : level;
        QTest::addRow("%s, text", name) << false << QByteArray(text) << level;
        QTest::addRow("%s, JSON", name) << true << QByteArray(json) << jsonLevel;
    };
    addRow("undefined", "0xa55a0002", "0xa55a0003", LogLevel::None);
    addRow("TRACE", "0xa55a0006", "0xa55a0007", LogLevel::Trace);
    addRow("DEBUG", "0xa55a000a", "0xa55a000b", LogLevel::Debug);
    addRow("INFO", "0xa55a000e", "0xa55a000f", LogLevel::Info);
    addRow("WARN", "0xa55a0012", "0xa55a0013", LogLevel::Warn);
    addRow("ERROR", "0xa55a0016", "0xa55a0017", LogLevel::Error);
    addRow("FATAL", "0xa55a001a", "0xa55a001b", LogLevel::Fatal);
}

/// The level and the time of a record are the frame's.
void tst_RuntimeLogs::frames()
{
    SKIP_WITHOUT_SCENARIOS;
    QFETCH(const bool, isJson);
    QFETCH(const QByteArray, kind);
    QFETCH(const LogLevel, level);
    const QByteArray text = isJson ? R"({"message":"framed"})" : "framed";
    const Scenario scenario{
        writingFrames + "os.write(descriptor, frame(" + kind + ", '" + text
            + "'))\nrespond(event, '1')\n",
        {},
        {"{}"},
        [=](InvocationRequest &request) {
            if (isJson)
                request.function.logging = {LogFormat::Json, LogLevel::Trace, LogLevel::Info};
        }};
    QCOMPARE(m_test.difference(scenario, {{}, {succeeded("1")}}), QString());
    const std::vector<LogLine> lines = functionLines(m_test.records().front());
    QCOMPARE(lines.size(), std::size_t(1));
    QCOMPARE(lines.front().text, text);
    QVERIFY(lines.front().level == level);
    QCOMPARE(
        std::chrono::duration_cast<std::chrono::microseconds>(lines.front().time.time_since_epoch())
            .count(),
        1'767'323'045'678'000);
}

void tst_RuntimeLogs::framesOfOlderClients()
{
    SKIP_WITHOUT_SCENARIOS;
    const Scenario scenario{writingFrames + R"(
os.write(descriptor, struct.pack('>II', 0xa55a0001, 3) + b'old')
respond(event, '1')
)"};
    QCOMPARE(m_test.difference(scenario, {{}, {succeeded("1")}, "old"}), QString());
}

void tst_RuntimeLogs::framesWithNewlines()
{
    SKIP_WITHOUT_SCENARIOS;
    const Scenario scenario{writingFrames + R"(
os.write(descriptor, frame(0xa55a000f, 'one\ntwo'))
os.write(1, b'three\nfour\n')
respond(event, '1')
)"};
    QCOMPARE(m_test.difference(scenario, {{}, {succeeded("1")}}), QString());
    QByteArrayList texts = textsOf(functionLines(m_test.records().front()));
    std::sort(texts.begin(), texts.end()); // two pipes have no order
    QCOMPARE(texts, QByteArrayList({"four", "one\ntwo", "three"}));
}

void tst_RuntimeLogs::framesInPieces()
{
    SKIP_WITHOUT_SCENARIOS;
    const Scenario scenario{writingFrames + R"(
data = frame(0xa55a000f, 'first') + frame(0xa55a000f, 'x' * 200000)
for begin in range(0, len(data), 777):
    os.write(descriptor, data[begin:begin + 777])
respond(event, '1')
)"};
    QCOMPARE(m_test.difference(scenario, {{}, {succeeded("1")}}), QString());
    QCOMPARE(textsOf(functionLines(m_test.records().front())),
             QByteArrayList({"first", QByteArray(200'000, 'x')}));
}

COLDFRAME_TEST(tst_RuntimeLogs);
#include "tst_runtimelogs.moc"
