// SPDX-License-Identifier: GPL-3.0-or-later
// extensions, sections 3 and 4: the Telemetry API and the older Logs API.
#include "tests/conformance/scenario.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace coldframe::test;

class tst_Telemetry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void subscriptions_data();
    void subscriptions() { CHECK_SCENARIO(m_test); }
    void bodies_data();
    void bodies() { CHECK_SCENARIO(m_test); }
    void delivery_data();
    void delivery() { CHECK_SCENARIO(m_test); }
    void records_data();
    void records() { CHECK_SCENARIO(m_test); }
    void logsApi_data();
    void logsApi() { CHECK_SCENARIO(m_test); }

private:
    ScenarioTest m_test;
};

namespace {

const QString one = QStringLiteral("one");

const QByteArray printing = R"(
number = 0
while True:
    event = next_event()
    number += 1
    print('line of invocation', number, flush=True)
    respond(event, '1')
)";

/// Begins the program of an extension: wanted(...) makes the body of a subscription.
const QByteArray prelude = R"(
identifier = identifier_of(register())
listener = Listener()
def wanted(types=('platform', 'function', 'extension'), version='2022-12-13', buffering=None, **more):
    body = {'schemaVersion': version, 'types': list(types), 'destination': listener.destination,
            'buffering': buffering or {'maxItems': 1000, 'maxBytes': 262144, 'timeoutMs': 25}}
    body.update(more)
    return {name: value for name, value in body.items() if value is not None}
)";

Scenario subscriber(const QByteArray &program, const QByteArrayList &events = {"{}"},
                    const RequestChange &change = {})
{
    return {printing, {{one, prelude + program}}, events, change, true};
}

} // namespace

void tst_Telemetry::subscriptions_data()
{
    SCENARIO_COLUMNS;
    const std::vector<Outcome> answered{succeeded("1")};
    QTest::newRow("accepted") << subscriber(R"(
answer = subscribe(identifier, wanted())
show(answer.status, answer.text.strip())
serve_events(identifier)
)") << Expected{"200 \"OK\"", answered};
    QTest::newRow("a second one replaces the first") << subscriber(R"(
first = listener
subscribe(identifier, wanted())
listener = Listener()
show(subscribe(identifier, wanted()).status)
next_extension_event(identifier)
listener.wait_for('platform.start')
before = len(first.records)
next_extension_event(identifier)
show(len(first.of('platform.start')), len(listener.of('platform.start')) > 0)
)") << Expected{"200\n0 True", answered};
    QTest::newRow("after the init phase")
        << subscriber(R"(
next_extension_event(identifier)
show(subscribe(identifier, wanted()))
serve_events(identifier)
)")
        << Expected{
               R"(403 {"errorMessage":"Telemetry API subscription is closed","errorType":"Telemetry.SubscriptionClosed"}\n)",
               answered};
    QTest::newRow("without an identifier") << subscriber(R"(
answer = call('PUT', '/2022-07-01/telemetry', None, json.dumps(wanted()))
show(answer.status, answer.json['errorType'])
serve_events(identifier)
)") << Expected{"403 Extension.MissingExtensionIdentifier", answered};
    QTest::newRow("with a wrong identifier")
        << subscriber(R"(
for wrong in 'x', '11111111-2222-4333-8444-555555555555':
    answer = subscribe(wrong, wanted())
    show(answer.status, answer.json['errorType'])
serve_events(identifier)
)")
        << Expected{"403 Extension.InvalidExtensionIdentifier\n"
                    "403 Extension.UnknownExtensionIdentifier",
                    answered};
}

void tst_Telemetry::bodies_data()
{
    SCENARIO_COLUMNS;
    const auto addRow = [](const char *name, const QByteArray &body, bool isAccepted) {
        QTest::newRow(name) << subscriber("answer = subscribe(identifier, " + body + R"()
if answer.status == 400:
    show(answer.status, answer.json['errorType'], answer.json['errorMessage'] != '')
else:
    show(answer.status)
serve_events(identifier)
)") << Expected{isAccepted ? "200" : "400 ValidationError True", {succeeded("1")}};
    };
    for (const char *version : {"2022-07-01", "2022-12-13", "2025-01-29"})
        addRow(version, QByteArray("wanted(version='") + version + "')", true);
    addRow("an unknown schema", "wanted(version='2021-01-01')", false);
    addRow("no schema", "wanted(version=None)", false);
    addRow("one type", "wanted(['extension'])", true);
    addRow("no types", "wanted([])", false);
    addRow("an unknown type", "wanted(['weather'])", false);
    addRow("no destination", "wanted(destination=None)", false);
    addRow("another host",
           "wanted(destination={'protocol': 'HTTP', 'URI': 'http://localhost:8080'})", false);
    addRow("the host sandbox",
           "wanted(destination={'protocol': 'HTTP', 'URI': 'http://sandbox:%d' % listener.port})",
           true);
    addRow("the platform's port",
           "wanted(destination={'protocol': 'HTTP', 'URI': 'http://sandbox:9001'})", false);
    addRow("a port below 1024", "wanted(destination={'protocol': 'TCP', 'port': 80})", false);
    addRow("an unknown protocol", "wanted(destination={'protocol': 'UDP', 'port': 8080})", false);
    addRow("no buffering", "wanted(buffering={})", true);
    const auto addLimit = [&](const char *member, qint64 least, qint64 most) {
        for (const auto &[value, isAccepted] :
             {std::pair{least - 1, false}, std::pair{least, true}, std::pair{most, true},
              std::pair{most + 1, false}}) {
            addRow(qPrintable(QStringLiteral("%1 of %2").arg(QLatin1String(member)).arg(value)),
                   QByteArray("wanted(buffering={'") + member + "': " + QByteArray::number(value)
                       + "})",
                   isAccepted);
        }
    };
    addLimit("maxItems", 1000, 10'000);
    addLimit("maxBytes", 262'144, 1'048'576);
    addLimit("timeoutMs", 25, 30'000);
    addRow("no JSON", "'telemetry'", false);
}

void tst_Telemetry::delivery_data()
{
    SCENARIO_COLUMNS;
    const std::vector<Outcome> answered{succeeded("1")};
    QTest::newRow("over HTTP an array is posted") << subscriber(R"(
subscribe(identifier, wanted())
next_extension_event(identifier)
listener.wait_for('platform.start')
method, path, headers, body = listener.requests[0]
show(method, path, headers['content-type'], type(json.loads(body)).__name__)
serve_events(identifier)
)") << Expected{"POST /records application/json list", answered};
    QTest::newRow("over TCP a line each on one connection")
        << subscriber(R"(
listener = Listener('TCP')
subscribe(identifier, wanted())
next_extension_event(identifier)
listener.wait_for('platform.start')
next_extension_event(identifier)
listener.wait_for('platform.start', 2)
show(listener.connections, len(listener.of('platform.start')))
serve_events(identifier)
)",
                      {"1", "2"})
        << Expected{"1 2", {succeeded("1"), succeeded("1")}};
    QTest::newRow("what came before is replayed") << subscriber(R"(
print('before the subscription', flush=True)
time.sleep(0.2)
subscribe(identifier, wanted())
next_extension_event(identifier)
listener.wait_for('platform.start')
show(len(listener.of('platform.initStart')))
show([record['record'] for record in listener.of('extension')])
serve_events(identifier)
)") << Expected{"1\n['before the subscription<any>']", answered};
    QTest::newRow("it is tried again") << subscriber(R"(
listener = Listener(statuses=[500])
subscribe(identifier, wanted())
next_extension_event(identifier)
listener.wait_for('platform.initStart')
show(len(listener.requests) > 1, len(listener.of('platform.initStart')))
serve_events(identifier)
)") << Expected{"True 1", answered};
    QTest::newRow("the rest comes at the end") << subscriber(R"(
subscribe(identifier, wanted(buffering={'timeoutMs': 30000}))
next_extension_event(identifier)
next_extension_event(identifier)
listener.wait_for('platform.report')
show(len(listener.of('platform.report')))
)") << Expected{"1", answered};
    QTest::newRow("a batch is no larger than twice the limit") << Scenario{R"(
event = next_event()
for _ in range(3000):
    print('x' * 500)
sys.stdout.flush()
respond(event, '1')
)",
                                                                           {{one, prelude + R"(
subscribe(identifier, wanted(['function'], buffering={'maxBytes': 262144, 'timeoutMs': 1000}))
next_extension_event(identifier)
listener.wait_for('function', 3000)
show(len(listener.of('function')),
     max(len(body) for _, _, _, body in listener.requests) <= 2 * 262144 + 65536)
serve_events(identifier)
)"}},
                                                                           {"{}"},
                                                                           {},
                                                                           true}
                                                               << Expected{"3000 True", answered};
    QTest::newRow("a batch has no more records than asked for") << Scenario{R"(
event = next_event()
for number in range(2500):
    print(number)
sys.stdout.flush()
respond(event, '1')
)",
                                                                            {{one, prelude + R"(
subscribe(identifier, wanted(['function'], buffering={'maxItems': 1000, 'timeoutMs': 1000}))
next_extension_event(identifier)
listener.wait_for('function', 2500)
show(max(len(json.loads(body)) for _, _, _, body in listener.requests) <= 1000)
show([record['record'].strip() for record in listener.of('function')]
     == [str(number) for number in range(2500)])
serve_events(identifier)
)"}},
                                                                            {"{}"},
                                                                            {},
                                                                            true}
                                                                << Expected{"True\nTrue", answered};
    QTest::newRow("what is too much is counted")
        << Scenario{R"(
event = next_event()
line = 'x' * 1000 + '\n'
for _ in range(60000):
    sys.stdout.write(line)
sys.stdout.flush()
open('/tmp/all-is-written-' + os.environ['TEST_ADDRESS'], 'w').close()
respond(event, '1')
)",
                    {{one, prelude + R"(
mark = '/tmp/all-is-written-' + os.environ['TEST_ADDRESS']
listener = Listener(refuses=lambda: not os.path.exists(mark))
subscribe(identifier, wanted(['platform', 'function']))
next_extension_event(identifier)
dropped = listener.wait_for('platform.logsDropped')
os.remove(mark)
record = dropped[0]['record'] if dropped else {}
show(record.get('reason'), record.get('droppedRecords', 0) > 0, record.get('droppedBytes', 0) > 0)
serve_events(identifier)
)"}},
                    {"{}"},
                    {},
                    true}
        << Expected{
               "Some logs were dropped because the downstream consumer is slower than the logs "
               "production rate True True",
               answered};
}

void tst_Telemetry::records_data()
{
    SCENARIO_COLUMNS;
    const std::vector<Outcome> answered{succeeded("1")};
    QTest::newRow("types are chosen") << subscriber(R"(
subscribe(identifier, wanted(['function']))
next_extension_event(identifier)
listener.wait_for('function')
next_extension_event(identifier)
show({record['type'] for record in listener.records})
)") << Expected{"{'function'}", answered};
    QTest::newRow("a line is a text") << subscriber(R"(
subscribe(identifier, wanted(['function']))
next_extension_event(identifier)
record = listener.wait_for('function')[0]
show(sorted(record), record['time'], repr(record['record'].strip()))
serve_events(identifier)
)") << Expected{"['record', 'time', 'type'] <time> 'line of invocation 1'", answered};
    const QByteArray printsJson = R"(
event = next_event()
print(json.dumps({'timestamp': '2026-01-02T03:04:05.678Z', 'level': 'INFO', 'message': 'm'}),
      flush=True)
respond(event, '1')
)";
    const auto ofVersion = [&](const char *version) {
        Scenario scenario = subscriber(
            QByteArray("subscribe(identifier, wanted(['function'], version='") + version + R"('))
next_extension_event(identifier)
show(type(listener.wait_for('function')[0]['record']).__name__)
serve_events(identifier)
)",
            {"{}"}, withJson);
        scenario.runtime = printsJson;
        return scenario;
    };
    QTest::newRow("JSON is an object from the second schema on")
        << ofVersion("2022-12-13") << Expected{"dict", answered};
    QTest::newRow("JSON is a text in the first schema")
        << ofVersion("2022-07-01") << Expected{"str", answered};
    Scenario lines = subscriber(R"(
subscribe(identifier, wanted(['platform', 'function']))
next_extension_event(identifier)
next_extension_event(identifier)
listener.wait_for('platform.report')
kinds = [record['type'] for record in listener.records]
lines = [place for place, kind in enumerate(kinds) if kind == 'function']
show(len(lines), kinds.index('platform.start') < lines[0],
     lines[-1] < kinds.index('platform.runtimeDone') < kinds.index('platform.report'))
)");
    lines.runtime = R"(
event = next_event()
for count in range(500):
    print('line', count, flush=True)
respond(event, '1')
next_event()
)";
    QTest::newRow("a function's lines come between the records of its start and its end")
        << lines << Expected{"500 True True", answered};
    QTest::newRow("an extension's lines") << subscriber(R"(
subscribe(identifier, wanted(['extension']))
next_extension_event(identifier)
print('from the extension', flush=True)
show(listener.wait_for('extension')[0]['record'].strip())
serve_events(identifier)
)") << Expected{"from the extension", answered};
    QTest::newRow("the platform's records") << subscriber(R"(
subscribe(identifier, wanted(['platform']))
next_extension_event(identifier)
next_extension_event(identifier)
listener.wait_for('platform.report')
seen = []
for record in listener.records:
    if record['type'] not in seen:
        seen.append(record['type'])
for name in ('initStart', 'initRuntimeDone', 'initReport', 'start', 'runtimeDone', 'report',
             'extension', 'telemetrySubscription'):
    if 'platform.' + name not in seen:
        show('missing', name)
show(listener.of('platform.runtimeDone')[0]['record']['requestId'])
)") << Expected{"<id1>", answered};
}

void tst_Telemetry::logsApi_data()
{
    SCENARIO_COLUMNS;
    const std::vector<Outcome> answered{succeeded("1")};
    QTest::newRow("accepted") << subscriber(R"(
for version in '2020-08-15', '2021-03-18':
    answer = subscribe(identifier, wanted(version=version), '/2020-08-15/logs')
    show(answer.status)
next_extension_event(identifier)
show(listener.wait_for('function')[0]['record'].strip())
serve_events(identifier)
)") << Expected{"200\n200\nline of invocation 1", answered};
    QTest::newRow("after the init phase") << subscriber(R"(
next_extension_event(identifier)
answer = subscribe(identifier, wanted(version='2021-03-18'), '/2020-08-15/logs')
show(answer.status, answer.json['errorType'])
serve_events(identifier)
)") << Expected{"403 Logs.SubscriptionClosed", answered};
    QTest::newRow("its own records")
        << subscriber(R"(
subscribe(identifier, wanted(['platform'], version='2021-03-18'), '/2020-08-15/logs')
next_extension_event(identifier)
next_extension_event(identifier)
listener.wait_for('platform.end')
show([record['record'] for record in listener.of('platform.end')])
show([record['record'] for record in listener.of('platform.logsSubscription')])
)")
        << Expected{"[{'requestId': '<id1>'}]\n"
                    "[{'name': 'one', 'state': 'Subscribed', 'types': ['platform']}]",
                    answered};
    QTest::newRow("a fault") << Scenario{"next_event()\nos._exit(1)\n",
                                         {{one, prelude + R"(
subscribe(identifier, wanted(['platform'], version='2021-03-18'), '/2020-08-15/logs')
next_extension_event(identifier)
next_extension_event(identifier)
fault = listener.wait_for('platform.fault')
show(fault[0]['record'] if fault else 'none')
)"}},
                                         {"{}"},
                                         {},
                                         true}
                             << Expected{"RequestId: <id1> Error: Runtime exited with error: exit "
                                         "status 1<any>",
                                         {failed("Runtime.ExitError", "<any>")}};
    QTest::newRow("not both APIs") << subscriber(R"(
subscribe(identifier, wanted())
show(subscribe(identifier, wanted(version='2021-03-18'), '/2020-08-15/logs').status >= 400)
serve_events(identifier)
)") << Expected{"True", answered};
}

COLDFRAME_TEST(tst_Telemetry);
#include "tst_telemetry.moc"
