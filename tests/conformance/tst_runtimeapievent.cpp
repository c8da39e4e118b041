// SPDX-License-Identifier: GPL-3.0-or-later
// runtime-api, section 3: what comes with an event.
#include "tests/conformance/scenario.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace coldframe::test;

class tst_RuntimeApiEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headers_data();
    void headers() { CHECK_SCENARIO(m_test); }
    void invocationId_data();
    void invocationId() { CHECK_SCENARIO(m_test); }

private:
    ScenarioTest m_test;
};

void tst_RuntimeApiEvent::headers_data()
{
    SCENARIO_COLUMNS;
    const std::vector<Outcome> served{succeeded("\"served\"")};
    QTest::newRow("request id") << Scenario{R"(
show(next_event().headers['lambda-runtime-aws-request-id'])
)"} << Expected{"<id1>", served};
    QTest::newRow("deadline in milliseconds of the epoch")
        << Scenario{R"(
value = next_event().headers['lambda-runtime-deadline-ms']
show(value.isdigit(), 25000 < int(value) - time.time() * 1000 <= 30000)
)",
                    {},
                    {"{}"},
                    [](InvocationRequest &request) {
                        request.function.timeout = std::chrono::seconds(30);
                    }}
        << Expected{"True True", served};
    QTest::newRow("ARN without a qualifier") << Scenario{R"(
show(next_event().headers['lambda-runtime-invoked-function-arn'])
)"} << Expected{"arn:aws:lambda:us-east-1:123456789012:function:scenario", served};
    QTest::newRow("trace id") << Scenario{R"(
value = next_event().headers['lambda-runtime-trace-id']
show(value.split(';Lineage')[0][:-1], value.split('Sampled=')[1][:1] in '01')
)"} << Expected{"Root=1-<hex8>-<hex24>;Parent=<hex16>;Sampled= True", served};
    QTest::newRow("trace ids differ") << Scenario{R"(
first = next_event()
respond(first, '1')
second = next_event()
show(first.headers['lambda-runtime-trace-id'] != second.headers['lambda-runtime-trace-id'])
respond(second, '2')
)",
                                                  {},
                                                  {"{}", "{}"}}
                                      << Expected{"True", {succeeded("1"), succeeded("2")}};
    QTest::newRow("client context as JSON text") << Scenario{
        R"(
show(next_event().headers['lambda-runtime-client-context'])
)",
        {},
        {"{}"},
        [](InvocationRequest &request) {
            request.clientContext = R"({"custom":{"a":"b"},"client":{"app_title":"t"}})";
        }} << Expected{R"({"custom":{"a":"b"},"client":{"app_title":"t"}})", served};
    QTest::newRow("what is empty is left out") << Scenario{R"(
headers = next_event().headers
for name in 'client-context', 'cognito-identity', 'aws-tenant-id':
    show('lambda-runtime-' + name in headers)
)"}
                                               << Expected{R"(
False
False
False
)",
                                                           served};
    QTest::newRow("content type is always there") << Scenario{R"(
show(next_event().headers['content-type'])
)"} << Expected{"application/json", served};
}

void tst_RuntimeApiEvent::invocationId_data()
{
    SCENARIO_COLUMNS;
    QTest::newRow("one for each attempt") << Scenario{R"(
seen = []
for _ in range(2):
    event = next_event()
    seen.append(event.headers['lambda-runtime-invocation-id'])
    show(seen[-1], seen[-1] != event.request_id)
    respond(event, '1')
show(seen[0] != seen[1])
)",
                                                      {},
                                                      {"{}", "{}"}}
                                          << Expected{R"(
<uuid> True
<uuid> True
True
)",
                                                      {succeeded("1"), succeeded("1")}};
    QTest::newRow("a wrong one with a response") << Scenario{R"(
event = next_event()
wrong = {'Lambda-Runtime-Invocation-Id': '11111111-2222-4333-8444-555555555555'}
answer = respond(event, '"wrong"', wrong)
show(answer.status, answer.json['errorType'])
right = {'Lambda-Runtime-Invocation-Id': event.headers['lambda-runtime-invocation-id']}
show(respond(event, '"right"', right).status)
)"}
                                                 << Expected{R"(
400 InvalidInvocationId
202
)",
                                                             {succeeded("\"right\"")}};
    QTest::newRow("a wrong one with an error")
        << Scenario{R"(
event = next_event()
wrong = {'Lambda-Runtime-Invocation-Id': '11111111-2222-4333-8444-555555555555'}
answer = fail(event, '{}', wrong)
show(answer.status, answer.json['errorType'])
show(fail(event, '{"errorType":"Function.No"}').status)
)"}
        << Expected{R"(
400 InvalidInvocationId
202
)",
                    {Outcome{InvocationStatus::Failed, R"({"errorType":"Function.No"})",
                             QStringLiteral("Function.No")}}};
}

COLDFRAME_TEST(tst_RuntimeApiEvent);
#include "tst_runtimeapievent.moc"
