// SPDX-License-Identifier: GPL-3.0-or-later
// runtime-api, sections 4, 5 and 9: responses and errors of the runtime.
#include "tests/conformance/scenario.h"
#include "tests/support/testmain.h"

#include "core/base/jsontext.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;
using namespace coldframe::test;

class tst_RuntimeApiAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void responses_data();
    void responses() { CHECK_SCENARIO(m_test); }
    void orderOfChecks_data();
    void orderOfChecks() { CHECK_SCENARIO(m_test); }
    void bodies_data();
    void bodies() { CHECK_SCENARIO(m_test); }
    void errorTypes_data();
    void errorTypes() { CHECK_SCENARIO(m_test); }
    void errorBodies_data();
    void errorBodies() { CHECK_SCENARIO(m_test); }
    void errorsOfClients_data();
    void errorsOfClients() { CHECK_SCENARIO(m_test); }
    void causes_data();
    void causes();

private:
    ScenarioTest m_test;
};

void tst_RuntimeApiAnswers::responses_data()
{
    SCENARIO_COLUMNS;
    const QByteArray tooLarge
        = R"({"errorMessage":"Exceeded maximum allowed payload size (6291556 bytes).",)"
          R"("errorType":"RequestEntityTooLarge"}\n)";
    const Outcome sizeError = failed(
        "Function.ResponseSizeTooLarge",
        R"({"errorType":"Function.ResponseSizeTooLarge","errorMessage":"Response payload )"
        R"(size (6291557 bytes) exceeded maximum allowed payload size (6291556 bytes)."})");
    QTest::newRow("a body need not be JSON") << Scenario{R"(
show(respond(next_event(), b'\xff\x01 <html>').status)
)"} << Expected{"202", {succeeded("\xff\x01 <html>")}};
    QTest::newRow("a body may be empty") << Scenario{R"(
show(respond(next_event(), b'').status)
)"} << Expected{"202", {succeeded("")}};
    QTest::newRow("the next event comes after an answer")
        << Scenario{R"(
for body in b'1', b'2', b'3':
    show(respond(next_event(), body))
)",
                    {},
                    {"{}", "{}", "{}"}}
        << Expected{R"(
202 {"status":"OK"}\n
202 {"status":"OK"}\n
202 {"status":"OK"}\n
)",
                    {succeeded("1"), succeeded("2"), succeeded("3")}};
    QTest::newRow("an unknown response mode")
        << Scenario{R"(
event = next_event()
answer = respond(event, 'x', {'Lambda-Runtime-Function-Response-Mode': 'bufferred'})
show(answer)
respond(next_event(), '"next"')
)",
                    {},
                    {"{}", "{}"}}
        << Expected{R"(400 {"errorMessage":"Invalid function response mode",)"
                    R"("errorType":"InvalidFunctionResponseMode"}\n)",
                    {failed("Runtime.InvalidResponseModeHeader", ""), succeeded("\"next\"")}};
    QTest::newRow("the largest body") << Scenario{R"(
show(respond(next_event(), b'x' * 6291556).status)
)"} << Expected{"202", {succeeded(QByteArray(6'291'556, 'x'))}};
    QTest::newRow("a body above the limit")
        << Scenario{R"(
show(respond(next_event(), b'x' * 6291557))
respond(next_event(), '"next"')
)",
                    {},
                    {"{}", "{}"}}
        << Expected{"413 " + tooLarge, {sizeError, succeeded("\"next\"")}};
    QTest::newRow("a body in chunks above the limit") << Scenario{R"(
event = next_event()
one = Connection()
one.send(head('POST', path_of(event, 'response'), {'Transfer-Encoding': 'chunked'}) + '\r\n')
one.send(chunk(b'x' * 6291556))
one.send(chunk(b'x') + b'0\r\n\r\n')
show(one.answer())
)"} << Expected{"413 " + tooLarge, {sizeError}};
    QTest::newRow("an upload that ends too early")
        << Scenario{R"(
event = next_event()
one = Connection()
one.send(head('POST', path_of(event, 'response'), {'Content-Length': 100}) + '\r\nhalf')
one.end_sending()
show(one.answer())
respond(next_event(), '"next"')
)",
                    {},
                    {"{}", "{}"}}
        << Expected{R"(400 {"errorMessage":"HTTP request detected as truncated",)"
                    R"("errorType":"TruncatedHTTPRequest"}\n)",
                    {failed("Runtime.TruncatedResponse", "<any>"), succeeded("\"next\"")}};
    QTest::newRow("chunks that end too early") << Scenario{R"(
event = next_event()
one = Connection()
one.send(head('POST', path_of(event, 'response'), {'Transfer-Encoding': 'chunked'}) + '\r\n')
one.send(chunk('half'))
one.end_sending()
show(one.answer().json['errorType'])
)"} << Expected{"TruncatedHTTPRequest", {failed("Runtime.TruncatedResponse", "<any>")}};
}

void tst_RuntimeApiAnswers::orderOfChecks_data()
{
    SCENARIO_COLUMNS;
    const QByteArray prepare = R"(
wrong_mode = {'Lambda-Runtime-Function-Response-Mode': 'x'}
too_large = b'x' * 6291557
event = next_event()
)";
    QTest::newRow("the request id comes first") << Scenario{prepare + R"(
answer = respond('11111111-2222-4333-8444-555555555555', too_large, wrong_mode)
show(answer.status, answer.json['errorType'])
respond(event, '1')
)"} << Expected{"400 InvalidRequestID", {succeeded("1")}};
    QTest::newRow("an empty request id") << Scenario{prepare + R"(
answer = call('POST', '/runtime/invocation//response', None, '1')
show(answer.status in (400, 404))
respond(event, '1')
)"} << Expected{"True", {succeeded("1")}};
    QTest::newRow("the state comes before the mode") << Scenario{prepare + R"(
respond(event, '1')
answer = respond(event, b'x', wrong_mode)
show(answer.json['errorType'] in ('InvalidStateTransition', 'InvalidRequestID'))
)"} << Expected{"True", {succeeded("1")}};
    QTest::newRow("the mode comes before the size")
        << Scenario{prepare + R"(
answer = respond(event, too_large, wrong_mode)
show(answer.status, answer.json['errorType'])
)"}
        << Expected{"400 InvalidFunctionResponseMode",
                    {failed("Runtime.InvalidResponseModeHeader", "")}};
}

/// How clients may send a body (section 11 and 13).
void tst_RuntimeApiAnswers::bodies_data()
{
    SCENARIO_COLUMNS;
    QTest::newRow("in chunks, with trailers, without a mode")
        << Scenario{R"(
event = next_event()
one = Connection()
one.send(head('POST', path_of(event, 'response'),
              {'Transfer-Encoding': 'chunked', 'Trailer': 'Lambda-Runtime-Function-Error-Type'})
         + '\r\n')
one.send(chunk('"in ') + chunk('chunks"') + b'0\r\nX-Other: 1\r\n\r\n')
show(one.answer().status)
show(one.request('GET', '/ping').text)
)"}
        << Expected{R"(
202
pong
)",
                    {succeeded("\"in chunks\"")}};
    QTest::newRow("with lower-case names and an empty cause") << Scenario{R"(
event = next_event()
one = Connection()
one.send('POST /2018-06-01%s HTTP/1.1\r\nhost: %s\r\ncontent-type: application/json\r\n'
         'lambda-runtime-function-xray-error-cause: \r\ncontent-length: 3\r\n\r\n'
         '"a"' % (path_of(event, 'response'), ADDRESS))
answer = one.answer()
show(answer.status if answer else 'closed')
)"} << Expected{"202", {succeeded("\"a\"")}};
    QTest::newRow("byte by byte") << Scenario{R"(
event = next_event()
one = Connection()
text = head('POST', path_of(event, 'response'), {'Content-Length': 3}) + '\r\n"b"'
for character in text:
    one.send(character)
show(one.answer().status)
)"} << Expected{"202", {succeeded("\"b\"")}};
    QTest::newRow("after Expect") << Scenario{R"(
event = next_event()
one = Connection()
one.send(head('POST', path_of(event, 'response'),
              {'Content-Length': 3, 'Expect': '100-continue'}) + '\r\n')
one.socket.recv(1, socket.MSG_PEEK)
one.send('"c"')
show(one.answer().status)
)"} << Expected{"202", {succeeded("\"c\"")}};
    QTest::newRow("next in the same write as the response")
        << Scenario{R"(
event = next_event()
connection().send(head('POST', path_of(event, 'response'), {'Content-Length': 1}) + '\r\n1'
                  + head('GET', '/runtime/invocation/next') + '\r\n')
show(connection().answer().status)
event = connection().answer()
show(event.status)
respond(event, '2')
)",
                    {},
                    {"{}", "{}"}}
        << Expected{R"(
202
200
)",
                    {succeeded("1"), succeeded("2")}};
}

void tst_RuntimeApiAnswers::errorTypes_data()
{
    SCENARIO_COLUMNS;
    // With an empty body, the payload shows what the platform made of the type.
    const auto addRow = [](const char *name, const QByteArray &type, const char *normalised) {
        QTest::newRow(name) << Scenario{"show(fail(next_event(), b'', "
                                        "{'Lambda-Runtime-Function-Error-Type': '"
                                        + type + "'}).status)\n"}
                            << Expected{"202",
                                        {failed(normalised,
                                                QByteArray(R"({"errorType":")") + normalised
                                                    + R"(","errorMessage":)"
                                                      R"("Unknown application error occurred"})")}};
    };
    addRow("one of the runtime's", "Runtime.MyReason", "Runtime.MyReason");
    addRow("one of the function's", "Function.MyReason", "Function.MyReason");
    addRow("one that contains a valid one", "my Function.Bad thing", "my Function.Bad thing");
    addRow("a function's with a wrong name", "Function.lower", "Function.Unknown");
    addRow("any other", "TypeError", "Runtime.Unknown");
    QTest::newRow("none and no body")
        << Scenario{R"(
show(fail(next_event(), b'').status)
)"}
        << Expected{"202",
                    {Outcome{InvocationStatus::Failed,
                             R"({<any>"errorMessage":"Unknown application error occurred"})",
                             QStringLiteral("<any>")}}};
}

void tst_RuntimeApiAnswers::errorBodies_data()
{
    SCENARIO_COLUMNS;
    const QByteArray withCause = R"(
event = next_event()
show(fail(event, BODY, {'Content-Type': 'application/vnd.aws.lambda.error.cause+json',
                        'Lambda-Runtime-Function-Error-Type': 'Function.No'}).status)
)";
    QTest::newRow("byte for byte") << Scenario{R"(
show(fail(next_event(), b'{ "errorType":"Mine",  "x":[1.50] }').status)
)"} << Expected{"202", {failed("Mine", R"({ "errorType":"Mine",  "x":[1.50] })")}};
    QTest::newRow("not JSON") << Scenario{R"(
show(fail(next_event(), b'oh no', {'Lambda-Runtime-Function-Error-Type': 'Function.No'}).status)
)"} << Expected{"202", {failed("Function.No", "oh no")}};
    QTest::newRow("a cause inside the body is cut out")
        << Scenario{QByteArray(withCause).replace(
               "BODY",
               R"(b'{"errorMessage":"m","errorType":"Function.No",)"
               R"("errorCause":{"message":"m","paths":[]}}')")}
        << Expected{"202",
                    {failed("Function.No", R"({"errorMessage":"m","errorType":"Function.No"})")}};
    QTest::newRow("a body with a cause that can't be read")
        << Scenario{QByteArray(withCause).replace("BODY", "b'{\"errorMessage\":'")}
        << Expected{"202", {failed("Function.No", "Invalid error body")}};
    QTest::newRow("a body above the limit")
        << Scenario{R"(
show(fail(next_event(), b'x' * 6291557).status)
)"}
        << Expected{"413",
                    {failed("Function.ResponseSizeTooLarge",
                            R"({"errorType":"Function.ResponseSizeTooLarge",<any>})")}};
}

/// The dialects of section 5's second table, each as a client sends it.
void tst_RuntimeApiAnswers::errorsOfClients_data()
{
    SCENARIO_COLUMNS;
    const auto addRow = [](const char *name, const QByteArray &headers, const QByteArray &body,
                           const char *errorType) {
        QTest::newRow(name) << Scenario{"show(fail(next_event(), '" + body + "', " + headers
                                        + ").status)\n"}
                            << Expected{"202", {failed(errorType, body)}};
    };
    const auto header = [](const char *type) {
        return QByteArray("{'Lambda-Runtime-Function-Error-Type': '") + type + "'}";
    };
    addRow("Python and Node.js, without the header", "{'Content-Type': 'application/json'}",
           R"({"errorMessage":"m","errorType":"ValueError","requestId":"x","stackTrace":[]})",
           "ValueError");
    addRow("Ruby", header("Function<UserException>"),
           R"({"errorMessage":"m","errorType":"Function<StandardError>","stackTrace":[]})",
           "Function<StandardError>");
    addRow("Java", header("UserException"),
           R"({"errorMessage":"m","errorType":"java.lang.RuntimeException","stackTrace":["a.B"]})",
           "java.lang.RuntimeException");
    addRow("Rust", header("unhandled"),
           R"({"errorType":"alloc::string::String","errorMessage":"m"})", "alloc::string::String");
    addRow("C++", header("Mine.Type"),
           R"({"errorMessage":"m","errorType":"Mine.Type","stackTrace":[]})", "Mine.Type");
    addRow("Go", header("errorString"), R"({"errorMessage":"m","errorType":"errorString"})",
           "errorString");
}

void tst_RuntimeApiAnswers::causes_data()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::addColumn<bool>("isCropped");
    const QByteArray program = R"(
cause = {'working_directory': '/var/task', 'exceptions': [
    {'type': 'E', 'message': 'm', 'stack': [{'path': 'p%d' % i, 'line': i, 'label': 'l'}
                                            for i in range(COUNT)]}],
    'paths': ['p%d' % i for i in range(COUNT)], 'message': 'm'}
show(fail(next_event(), '{"errorType":"E"}',
          {'Lambda-Runtime-Function-XRay-Error-Cause': json.dumps(cause)}).status)
)";
    QTest::newRow("a small cause is kept")
        << Scenario{QByteArray(program).replace("COUNT", "3")} << false;
    QTest::newRow("a large cause is cropped")
        << Scenario{QByteArray(program).replace("COUNT", "2000")} << true;
}

void tst_RuntimeApiAnswers::causes()
{
    QFETCH(const Scenario, scenario);
    QFETCH(const bool, isCropped);

    QCOMPARE(m_test.difference(scenario, {"202", {failed("E", R"({"errorType":"E"})")}}),
             QString());

    const QByteArray cause = m_test.records().front().errorCause;
    QVERIFY(!cause.isEmpty());
    QVERIFY(cause.size() <= 65'536);
    const Result<OrderedJson> json = parseJson(cause);
    QVERIFY(json.has_value());
    QCOMPARE(json->at("working_directory").get<std::string>(), std::string("/var/task"));
    QCOMPARE(json->at("message").get<std::string>(), std::string("m"));
    const std::size_t paths = json->at("paths").size();
    QVERIFY(isCropped ? paths < 2000 : paths == 3);
}

COLDFRAME_TEST(tst_RuntimeApiAnswers);
#include "tst_runtimeapianswers.moc"
