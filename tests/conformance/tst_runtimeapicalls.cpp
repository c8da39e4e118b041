// SPDX-License-Identifier: GPL-3.0-or-later
// runtime-api, sections 1, 2 and 7: addresses, calls and the states that allow them.
#include "tests/conformance/scenario.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace coldframe::test;

class tst_RuntimeApiCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data();
    void addresses() { CHECK_SCENARIO(m_test); }
    void calls_data();
    void calls() { CHECK_SCENARIO(m_test); }
    void outOfOrder_data();
    void outOfOrder() { CHECK_SCENARIO(m_test); }

private:
    ScenarioTest m_test;
};

namespace {

void withoutFreezing(InvocationRequest &request)
{
    request.emulation.freezesBetweenInvocations = false;
}

} // namespace

void tst_RuntimeApiCalls::addresses_data()
{
    SCENARIO_COLUMNS;
    QTest::newRow("the variable is host and port alone") << Scenario{R"(
host, _, port = os.environ['AWS_LAMBDA_RUNTIME_API'].partition(':')
show(host, port.isdigit())
)"} << Expected{"127.0.0.1 True", {succeeded("\"served\"")}};
    QTest::newRow("ping") << Scenario{R"(
answer = call('GET', '/ping')
show(answer.status, answer.text)
)"} << Expected{"200 pong", {succeeded("\"served\"")}};
    QTest::newRow("the other APIs are on the same port") << Scenario{R"(
show(call('POST', '/2020-01-01/extension/register', None, '{"events":[]}').status)
show(call('PUT', '/2020-08-15/logs', None, '{}').status)
show(call('PUT', '/2022-07-01/telemetry', None, '{}').status)
show(call('GET', '/2021-04-23/credentials').status)
)"}
                                                         << Expected{R"(
403
403
403
404
)",
                                                                     {succeeded("\"served\"")}};
    QTest::newRow("one connection serves many requests") << Scenario{R"(
kept = Connection()
for _ in range(50):
    answer = kept.request('GET', '/ping')
    if answer is None or answer.status != 200:
        show('closed')
kept.send(head('GET', '/ping') + '\r\n')
show(kept.socket.recv(8).decode())
)"} << Expected{"HTTP/1.1", {succeeded("\"served\"")}};
    QTest::newRow("JSON bodies end with a newline") << Scenario{R"(
event = next_event()
show(repr(respond('00000000-0000-4000-8000-000000000000').body[-2:]))
show(repr(respond(event, '1').body))
)"}
                                                    << Expected{R"(
b'}\\n'
b'{"status":"OK"}\\n'
)",
                                                                {succeeded("1")}};
}

void tst_RuntimeApiCalls::calls_data()
{
    SCENARIO_COLUMNS;
    QTest::newRow("next gives the event byte for byte")
        << Scenario{R"(
event = next_event()
show(event)
respond(event, event.body)
)",
                    {},
                    {R"({ "b" : 1.50,"a":[ ] ,"ä": "\u00e4"})"}}
        << Expected{R"(200 { "b" : 1.50,"a":[ ] ,"ä": "\\u00e4"})",
                    {succeeded(R"({ "b" : 1.50,"a":[ ] ,"ä": "\u00e4"})")}};
    QTest::newRow("response") << Scenario{R"(
event = next_event()
answer = respond(event, '"done"')
show(answer.status, answer.headers['content-type'], answer.json)
event = next_event()
show(event.status, event.body.decode())
respond(event, '"again"')
)",
                                          {},
                                          {"{}", "[1]"}}
                              << Expected{R"(
202 application/json {'status': 'OK'}
200 [1]
)",
                                          {succeeded("\"done\""), succeeded("\"again\"")}};
    QTest::newRow("error")
        << Scenario{R"(
event = next_event()
answer = fail(event, '{"errorMessage":"no","errorType":"Function.No","stackTrace":[]}',
              {'Lambda-Runtime-Function-Error-Type': 'Function.No'})
show(answer.status, answer.headers['content-type'], answer.json)
event = next_event()
respond(event, '"again"')
)",
                    {},
                    {"{}", "{}"}}
        << Expected{"202 application/json {'status': 'OK'}",
                    {failed("Function.No",
                            R"({"errorMessage":"no","errorType":"Function.No","stackTrace":[]})"),
                     succeeded("\"again\"")}};
    QTest::newRow("init/error")
        << Scenario{R"(
answer = fail_init('{"errorMessage":"no","errorType":"Runtime.Bad"}',
                   {'Lambda-Runtime-Function-Error-Type': 'Runtime.Bad'})
show(answer)
sys.exit(1)
)"}
        << Expected{R"(
202 {"status":"OK"}\n
202 {"status":"OK"}\n
)",
                    {failed("Runtime.Bad", R"({"errorMessage":"no","errorType":"Runtime.Bad"})")}};
    QTest::newRow("restore/next") << Scenario{R"(
answer = connection().request('GET', '/runtime/restore/next')
show(answer.status, answer.body, answer.headers.get('content-length'))
event = next_event()
show(event.status)
respond(event, '"restored"')
)",
                                              {},
                                              {"{}"},
                                              withSnapStart}
                                  << Expected{R"(
200 b'' 0
200
)",
                                              {succeeded("\"restored\"")}};
    QTest::newRow("restore/error")
        << Scenario{R"(
connection().request('GET', '/runtime/restore/next')
show(connection().request('POST', '/runtime/restore/error',
                          {'Lambda-Runtime-Function-Error-Type': 'Runtime.AfterRestoreError'},
                          '{"errorMessage":"no","errorType":"Runtime.AfterRestoreError"}'))
sys.exit(65)
)",
                    {},
                    {"{}"},
                    withSnapStart}
        << Expected{R"(202 {"status":"OK"}\n)",
                    {failed("Runtime.AfterRestoreError",
                            R"({"errorMessage":"no","errorType":"Runtime.AfterRestoreError"})")}};
    QTest::newRow("init/error while restoring is a restore error")
        << Scenario{R"(
connection().request('GET', '/runtime/restore/next')
show(fail_init('{"errorMessage":"no","errorType":"Runtime.AfterRestoreError"}',
               {'Lambda-Runtime-Function-Error-Type': 'Runtime.AfterRestoreError'}))
sys.exit(65)
)",
                    {},
                    {"{}"},
                    withSnapStart}
        << Expected{R"(202 {"status":"OK"}\n)",
                    {failed("Runtime.AfterRestoreError",
                            R"({"errorMessage":"no","errorType":"Runtime.AfterRestoreError"})")}};
    QTest::newRow("restore/error before restore/next")
        << Scenario{R"(
answer = call('POST', '/runtime/restore/error', None, '{}')
show(answer.status, answer.json['errorType'])
)",
                    {},
                    {"{}"},
                    withSnapStart}
        << Expected{"403 InvalidStateTransition", {succeeded("\"served\"")}};
}

void tst_RuntimeApiCalls::outOfOrder_data()
{
    SCENARIO_COLUMNS;
    const QByteArray refusal = "State transition from <any> to <any> failed for runtime. "
                               "Error: State transition is not allowed";
    QTest::newRow("response and error before any next") << Scenario{R"(
unknown = '11111111-2222-4333-8444-555555555555'
for answer in respond(unknown, '1'), fail(unknown, '{}'):
    show(answer)
)"}
                                                        << Expected{R"(
400 {"errorMessage":"Invalid request ID","errorType":"InvalidRequestID"}\n
400 {"errorMessage":"Invalid request ID","errorType":"InvalidRequestID"}\n
)",
                                                                    {succeeded("\"served\"")}};
    QTest::newRow("a second next gets the same event") << Scenario{R"(
first = next_event()
second = next_event()
show(first.request_id, first.text)
show(second.request_id, second.text)
respond(second, '"once"')
)",
                                                                   {},
                                                                   {"[7]"}}
                                                       << Expected{R"(
<id1> [7]
<id1> [7]
)",
                                                                   {succeeded("\"once\"")}};
    QTest::newRow("two next at once share one event") << Scenario{R"(
got = []
arrived = threading.Condition()
def ask():
    event = Connection().request('GET', '/runtime/invocation/next')
    with arrived:
        got.append(event.request_id)
        arrived.notify_all()
for _ in range(2):
    threading.Thread(target=ask, daemon=True).start()
with arrived:
    arrived.wait_for(lambda: got)
    show(got[0])
call('POST', path_of(got[0], 'response'), None, '"shared"')
time.sleep(0.1)
with arrived:
    show(set(got) == {got[0]})
)",
                                                                  {},
                                                                  {"{}"},
                                                                  // the program goes on behind
                                                                  withoutFreezing}
                                                      << Expected{R"(
<id1>
True
)",
                                                                  {succeeded("\"shared\"")}};
    QTest::newRow("a second response to the same event") << Scenario{R"(
event = next_event()
respond(event, '"first"')
answer = respond(event, '"second"')
if answer.status == 403:
    show(answer.json['errorType'], answer.json['errorMessage'])
else:
    show(answer.status, answer.json)
)"} << Expected{"InvalidStateTransition " + refusal, {succeeded("\"first\"")}};
    QTest::newRow("an error after the response") << Scenario{R"(
event = next_event()
respond(event, '"first"')
show(fail(event, '{}').status in (400, 403))
)"} << Expected{"True", {succeeded("\"first\"")}};
    QTest::newRow("a response to an event of before a reset")
        << Scenario{R"(
event = next_event()
if event.json == {}:
    time.sleep(60)
show(respond(event.json['old'], '"late"'))
respond(event, '"new"')
)",
                    {},
                    {"{}", R"({"old":"<id1>"})"},
                    withOneSecond}
        << Expected{
               R"(400 {"errorMessage":"Invalid request ID","errorType":"InvalidRequestID"}\n)",
               {timedOut("<any>Task timed out after 1.00 seconds<any>"), succeeded("\"new\"")}};
    QTest::newRow("a response to the event before")
        << Scenario{R"(
first = next_event()
respond(first, '1')
second = next_event()
show(respond(first, '"late"').status)
respond(second, '2')
)",
                    {},
                    {"{}", "{}"}}
        << Expected{"400", {succeeded("1"), succeeded("2")}};
    QTest::newRow("init/error after next") << Scenario{R"(
event = next_event()
answer = fail_init('{}')
show(answer.status, answer.json['errorType'])
respond(event, '"fine"')
)"} << Expected{"403 InvalidStateTransition", {succeeded("\"fine\"")}};
    QTest::newRow("next after init/error") << Scenario{R"(
one = Connection()
one.send(head('POST', '/runtime/init/error', {'Content-Length': 2}) + '\r\n{}'
         + head('GET', '/runtime/invocation/next') + '\r\n')
one.answer()
answer = one.answer()
if answer is not None:
    show(answer.status)
sys.exit(1)
)"}
                                           << Expected{R"(
403
403
)",
                                                       {failed("Runtime.Unknown", "{}")}};
    QTest::newRow("restore calls without SnapStart") << Scenario{R"(
show(call('GET', '/runtime/restore/next').status)
show(call('POST', '/runtime/restore/error', None, '{}').status)
)"}
                                                     << Expected{R"(
404
404
)",
                                                                 {succeeded("\"served\"")}};
    QTest::newRow("unknown paths and wrong methods") << Scenario{R"(
for method, path in (('GET', '/runtime/nothing'), ('GET', '/2018-06-01'), ('GET', '/2019-01-01/x'),
                     ('POST', '/runtime/invocation/next'), ('GET', '/runtime/init/error'),
                     ('DELETE', '/runtime/invocation/1/response')):
    show(call(method, path, None, '').status)
)"}
                                                     << Expected{R"(
404
404
404
405
405
405
)",
                                                                 {succeeded("\"served\"")}};
}

COLDFRAME_TEST(tst_RuntimeApiCalls);
#include "tst_runtimeapicalls.moc"
