// SPDX-License-Identifier: GPL-3.0-or-later
// runtime-api, section 8: streamed responses.
#include "tests/conformance/scenario.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_RuntimeApiStreaming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeResponses_data();
    void wholeResponses() { CHECK_SCENARIO(m_test); }
    void piecesArriveAsTheyAreSent();
    void errorsInTheMiddle();
    void bandwidth();
    void theLargestStream_data();
    void theLargestStream();

private:
    ScenarioTest m_test;
};

namespace {

void streamed(InvocationRequest &request)
{
    request.responseMode = ResponseMode::Streamed;
}

/// What the caller of a streamed invocation receives.
class Caller : public QObject
{
public:
    explicit Caller(LocalInvoker &invoker)
    {
        connect(&invoker, &Invoker::responseAppended, this,
                [this](const QString &, const QByteArray &piece) {
                    bytes += piece.size();
                    ++pieces;
                    text = (text + piece).left(1000);
                });
    }

    qint64 bytes = 0;
    int pieces = 0;
    QByteArray text; ///< of the beginning
};

} // namespace

void tst_RuntimeApiStreaming::wholeResponses_data()
{
    SCENARIO_COLUMNS;
    QTest::newRow("a caller who does not stream gets the whole")
        << Scenario{R"(
show(stream(next_event(), ['"one ', 'two"']).status)
show(respond(next_event(), '"next"').status)
)",
                    {},
                    {"{}", "{}"}}
        << Expected{R"(
202
202
)",
                    {succeeded("\"one two\""), succeeded("\"next\"")}};
    QTest::newRow("a caller who does not stream gets no more than 6 MB") << Scenario{R"(
stream(next_event(), [b'x' * 1000000] * 7)
)"} << Expected{{}, {failed("Function.ResponseSizeTooLarge", "<any>")}};
    QTest::newRow("without a declared trailer") << Scenario{R"(
show(stream(next_event(), ['a']).status)
)",
                                                            {},
                                                            {"{}"},
                                                            streamed}
                                                << Expected{"202", {succeeded("a")}};
    QTest::newRow("an empty stream") << Scenario{R"(
show(stream(next_event(), []).status)
)",
                                                 {},
                                                 {"{}"},
                                                 streamed}
                                     << Expected{"202", {succeeded("")}};
    QTest::newRow("the prelude of an HTTP integration and its NULs pass unchanged")
        << Scenario{R"(
show(stream(next_event(), [b'{"statusCode":200,"headers":{}}', bytes(8), b'payload'], None,
            {'Content-Type': 'application/vnd.awslambda.http-integration-response'}).status)
)",
                    {},
                    {"{}"},
                    streamed}
        << Expected{"202",
                    {succeeded(QByteArray(R"({"statusCode":200,"headers":{}})")
                               + QByteArray(8, '\0') + "payload")}};
    QTest::newRow("text behind the last chunk does no harm")
        << Scenario{R"(
event = next_event()
one = Connection()
one.send(head('POST', path_of(event, 'response'),
              {**STREAMING, 'Transfer-Encoding': 'chunked'}) + '\r\n')
one.send(chunk('whole') + b'0\r\n\r\n' + b'Lambda-Runtime-Function-Error-Type: E\r\n')
show(one.answer().status)
respond(next_event(), '"next"')
)",
                    {},
                    {"{}", "{}"},
                    streamed}
        << Expected{"202", {succeeded("whole"), succeeded("\"next\"")}};
    QTest::newRow("a stream that ends too early")
        << Scenario{R"(
event = next_event()
one = Connection()
one.send(head('POST', path_of(event, 'response'),
              {**STREAMING, 'Transfer-Encoding': 'chunked'}) + '\r\n')
one.send(chunk('half'))
one.end_sending()
answer = one.answer()
show(answer.json['errorType'] if answer else 'closed')
respond(next_event(), '"next"')
)",
                    {},
                    {"{}", "{}"},
                    streamed}
        << Expected{"TruncatedHTTPRequest",
                    {failed("Runtime.TruncatedResponse", "<any>"), succeeded("\"next\"")}};
    QTest::newRow("error may not be posted once the response has begun")
        << Scenario{R"(
event = next_event()
def post_error():
    answer = call('POST', path_of(event, 'error'), None, '{}')
    show(answer.status in (400, 403))
show(stream(event, ['a', post_error, 'b']).status)
)",
                    {},
                    {"{}"},
                    streamed}
        << Expected{R"(
True
202
)",
                    {succeeded("ab")}};
}

/// The handler goes on only when the test has seen the first piece.
void tst_RuntimeApiStreaming::piecesArriveAsTheyAreSent()
{
    InvocationRequest request = m_test.prepare({R"(
event = next_event()
def wait():
    show('first sent')
    while not os.path.exists('/proc/self/root' + os.environ['TEST_FILE']):
        time.sleep(0.01)
stream(event, ['first', wait, 'second'])
)"});
    const QString file = m_test.folder() + QStringLiteral("/go-on");
    request.function.environment[QStringLiteral("TEST_FILE")] = file;
    request.isolation = IsolationChoice::None; // else the file would not be seen
    streamed(request);
    const Caller caller(m_test.invoker());

    const Async<InvocationRecord> running = m_test.invoker().invoke(request);

    QTRY_COMPARE_WITH_TIMEOUT(caller.text, QByteArray("first"), 20'000);
    QVERIFY(!running.isFinished());
    writeFile(file, {});
    QTRY_VERIFY_WITH_TIMEOUT(running.isFinished(), 20'000);
    const InvocationRecord record = *running.result();
    QCOMPARE(caller.text, QByteArray("firstsecond"));
    QCOMPARE(record.response, QByteArray("firstsecond"));
    QCOMPARE(record.responseBytes, qint64(11));
    QVERIFY(record.streamed);
    m_test.recycle();
}

void tst_RuntimeApiStreaming::errorsInTheMiddle()
{
    const Caller caller(m_test.invoker());
    const Scenario scenario{R"(
event = next_event()
payload = {'errorMessage': 'm', 'errorType': 'Function.Broken'}
one = Connection()
answer = stream(event, ['half'], error_trailers('Function.Broken', payload), to=one)
show(answer.status, one.answer() or 'closed')
respond(next_event(), '"next"')
)",
                            {},
                            {"{}", "{}"},
                            streamed};

    QCOMPARE(
        m_test.difference(
            scenario, {"202 closed", {failed("Function.Broken", "<any>"), succeeded("\"next\"")}}),
        QString());

    QVERIFY2(caller.text.startsWith("half"), caller.text.constData());
}

/// 6 MB at once, then 2 MB a second: 8 MB take one second at least.
void tst_RuntimeApiStreaming::bandwidth()
{
    const Caller caller(m_test.invoker());
    const Scenario scenario{R"(
begin = time.monotonic()
stream(next_event(), [b'x' * 1048576] * 8)
show(time.monotonic() - begin > 0.7)
)",
                            {},
                            {"{}"},
                            [](InvocationRequest &request) {
                                streamed(request);
                                request.emulation.limitsBandwidth = true;
                            }};

    QCOMPARE(m_test.difference(scenario, {"True", {succeeded("<any>")}}), QString());

    QCOMPARE(caller.bytes, qint64(8) * 1048576);
    QVERIFY(m_test.records().front().report.duration > 900ms);
}

void tst_RuntimeApiStreaming::theLargestStream_data()
{
    QTest::addColumn<int>("bytesAbove");
    QTest::addColumn<Expected>("expected");
    QTest::newRow("200 MB") << 0 << Expected{{}, {succeeded("<any>")}};
    QTest::newRow("a byte more") << 1
                                 << Expected{{},
                                             {failed("Function.ResponseSizeTooLarge", "<any>")}};
}

void tst_RuntimeApiStreaming::theLargestStream()
{
    QFETCH(const int, bytesAbove);
    QFETCH(const Expected, expected);
    const Caller caller(m_test.invoker());
    const Scenario scenario{"stream(next_event(), [b'x' * 1048576] * 200 + [b'x' * "
                                + QByteArray::number(bytesAbove)
                                + "][:" + QByteArray::number(bytesAbove) + "])\n",
                            {},
                            {"{}"},
                            streamed};

    QCOMPARE(m_test.difference(scenario, expected), QString());

    QVERIFY(caller.bytes <= qint64(200) * 1048576);
    QVERIFY(caller.bytes > qint64(199) * 1048576);
    QVERIFY(m_test.records().front().response.size() <= 6'291'556);
}

COLDFRAME_TEST(tst_RuntimeApiStreaming);
#include "tst_runtimeapistreaming.moc"
