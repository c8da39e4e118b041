// SPDX-License-Identifier: GPL-3.0-or-later
// extensions, sections 1 and 2: registration, events and failures of extensions.
#include "tests/conformance/scenario.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_Extensions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kinds_data();
    void kinds() { CHECK_SCENARIO(m_test); }
    void calls_data();
    void calls() { CHECK_SCENARIO(m_test); }
    void refusals_data();
    void refusals() { CHECK_SCENARIO(m_test); }
    void events_data();
    void events() { CHECK_SCENARIO(m_test); }
    void failures_data();
    void failures() { CHECK_SCENARIO(m_test); }
    void oneThatCantBeStarted();
    void oneThatNeverRegisters();
    void oneThatDoesNotComeBack();

private:
    ScenarioTest m_test;
};

namespace {

const QString one = QStringLiteral("one");
const QByteArray answering = "while True:\n    respond(next_event(), '1')\n";

/// A scenario of one external extension.
Scenario external(const QByteArray &program)
{
    return {answering, {{one, program}}};
}

} // namespace

void tst_Extensions::kinds_data()
{
    SCENARIO_COLUMNS;
    QTest::newRow("an external one gets both events")
        << Scenario{answering,
                    {{one, R"(
registration = register(['INVOKE', 'SHUTDOWN'])
show(registration.status)
serve_events(identifier_of(registration), lambda event: show(event['eventType']))
)"}},
                    {"{}"},
                    {},
                    true}
        << Expected{"200\nINVOKE\nSHUTDOWN", {succeeded("1")}};
    QTest::newRow("an internal one gets INVOKE") << Scenario{R"(
registration = register(['INVOKE'], 'inside')
show(registration.status)
def follow():
    while True:
        event = next_extension_event(identifier_of(registration))
        show(event.json['eventType'], event.json['requestId'])
threading.Thread(target=follow, daemon=True).start()
)" + answering} << Expected{"200\nINVOKE <id1>", {succeeded("1")}};
    QTest::newRow("another name makes it an internal one") << external(R"(
answer = register(['SHUTDOWN'], 'mistyped')
show(answer.status, answer.json['errorType'])
serve_events(identifier_of(register()))
)") << Expected{"403 Extension.InvalidEventType", {succeeded("1")}};
}

void tst_Extensions::calls_data()
{
    SCENARIO_COLUMNS;
    QTest::newRow("register") << external(R"(
answer = register(['INVOKE'])
show(answer.status, answer.text.strip())
show(identifier_of(answer))
serve_events(identifier_of(answer))
)")
                              << Expected{R"(
200 {"functionName":"scenario","functionVersion":"$LATEST","handler":"program.handler"}
<uuid>
)",
                                          {succeeded("1")}};
    QTest::newRow("register with the account")
        << external(R"(
answer = register(['INVOKE'], headers={'Lambda-Extension-Accept-Feature': 'x, accountId'})
show(answer.text.strip())
serve_events(identifier_of(answer))
)")
        << Expected{R"({"functionName":"scenario","functionVersion":"$LATEST","handler":)"
                    R"("program.handler","accountId":"123456789012"})",
                    {succeeded("1")}};
    QTest::newRow("register for no event") << external(R"(
answer = register([])
show(answer.status)
next_extension_event(identifier_of(answer))
)") << Expected{"200", {succeeded("1")}};
    QTest::newRow("register with unknown members") << external(R"(
answer = register(body='{"events":["INVOKE"],"colour":"red","configurationKeys":[]}')
show(answer.status)
serve_events(identifier_of(answer))
)") << Expected{"200", {succeeded("1")}};
    QTest::newRow("event/next") << Scenario{answering,
                                            {{one, R"(
identifier = identifier_of(register())
seen = []
for _ in range(2):
    answer = next_extension_event(identifier)
    seen.append(answer.headers['lambda-extension-event-identifier'])
    show(answer.status, seen[-1])
show(seen[0] != seen[1])
serve_events(identifier)
)"}},
                                            {"1", "2"}}
                                << Expected{R"(
200 <uuid>
200 <uuid>
True
)",
                                            {succeeded("1"), succeeded("1")}};
    QTest::newRow("exit/error") << external(R"(
identifier = identifier_of(register())
next_extension_event(identifier)
show(extension_call('POST', '/exit/error', identifier,
                    {'Lambda-Extension-Function-Error-Type': 'Extension.Mine'},
                    '{"errorMessage":"m","errorType":"Extension.Mine","stackTrace":[]}'))
sys.exit(1)
)") << Expected{R"(202 {"status":"OK"}\n)"};
    QTest::newRow("init/error") << external(R"(
identifier = identifier_of(register())
show(extension_call('POST', '/init/error', identifier,
                    {'Lambda-Extension-Function-Error-Type': 'Extension.Mine'}))
sys.exit(1)
)")
                                << Expected{R"(
202 {"status":"OK"}\n
202 {"status":"OK"}\n
)",
                                            {failed("Extension.InitError", "<any>")}};
}

void tst_Extensions::refusals_data()
{
    SCENARIO_COLUMNS;
    // Each program refuses something, then goes on as an ordinary extension.
    const auto addRow = [](const char *name, const QByteArray &tries, const QByteArray &refusal) {
        QTest::newRow(name) << external(R"(
def tell(answer):
    show(answer.status, answer.text.strip())
)" + tries + R"(
serve_events(identifier)
)") << Expected{refusal, {succeeded("1")}};
    };
    const QByteArray registered = "identifier = identifier_of(register())\n";
    const auto refusal = [](const char *type, const char *message) {
        return QByteArray("403 {\"errorMessage\":\"") + message + "\",\"errorType\":\"" + type
            + "\"}";
    };
    addRow("no name", "tell(register(name=''))\n" + registered,
           refusal("Extension.InvalidExtensionName", "Empty extension name"));
    addRow("no JSON", "tell(register(body='events'))\n" + registered,
           refusal("InvalidRequestFormat", "<any>"));
    addRow("configuration keys",
           "tell(register(body='{\"events\":[],\"configurationKeys\":[\"A\"]}'))\n" + registered,
           refusal("InvalidRequestFormat",
                   "configurationKeys are deprecated; use environment variables instead"));
    addRow("an unknown event", "tell(register(['DANCE']))\n" + registered,
           refusal("Extension.InvalidEventType", "DANCE: <any>"));
    addRow("SHUTDOWN for an internal one", "tell(register(['SHUTDOWN'], 'inside'))\n" + registered,
           refusal("Extension.InvalidEventType", "SHUTDOWN: <any>"));
    addRow(
        "the same name twice", registered + "tell(register())\n",
        refusal("Extension.InvalidExtensionState", "Extension with this name already registered"));
    addRow("no identifier", registered + "tell(extension_call('GET', '/event/next'))\n",
           refusal("Extension.MissingExtensionIdentifier",
                   "Missing Lambda-Extension-Identifier header"));
    addRow("no UUID", registered + "tell(extension_call('GET', '/event/next', 'x'))\n",
           refusal("Extension.InvalidExtensionIdentifier", "Invalid Lambda-Extension-Identifier"));
    const QByteArray unknown = "'11111111-2222-4333-8444-555555555555'";
    addRow("an unknown identifier with event/next",
           registered + "tell(extension_call('GET', '/event/next', " + unknown + "))\n",
           refusal("Extension.UnknownExtensionIdentifier",
                   "Unknown extension 11111111-2222-4333-8444-555555555555"));
    for (const char *call : {"init", "exit"}) {
        addRow(
            qPrintable(
                QStringLiteral("an unknown identifier with %1/error").arg(QLatin1String(call))),
            registered + "tell(extension_call('POST', '/" + call + "/error', " + unknown
                + ", {'Lambda-Extension-Function-Error-Type': 'E.E'}))\n",
            refusal("Extension.UnknownExtensionIdentifier", "Unknown Lambda-Extension-Identifier"));
        addRow(
            qPrintable(QStringLiteral("no error type with %1/error").arg(QLatin1String(call))),
            registered + "tell(extension_call('POST', '/" + call + "/error', identifier))\n",
            refusal("Extension.MissingHeader", "Lambda-Extension-Function-Error-Type not found"));
    }
    addRow("an illegal transition", registered + R"(
next_extension_event(identifier)
tell(extension_call('POST', '/init/error', identifier,
                    {'Lambda-Extension-Function-Error-Type': 'E.E'}))
)",
           refusal("Extension.InvalidExtensionState",
                   "State transition from Running to InitError failed for extension <uuid>. Error: "
                   "State transition is not allowed"));
    QTest::newRow("too late") << Scenario{R"(
event = next_event()
answer = register([], 'late')
show(answer.status, answer.text.strip())
respond(event, '1')
)"}
                              << Expected{refusal("Extension.RegistrationClosed",
                                                  "Extension registration closed already"),
                                          {succeeded("1")}};
    QTest::newRow("the eleventh")
        << Scenario{R"(
identifiers = []
for number in range(11):
    answer = register([], 'inside%d' % number)
    if answer.status != 200:
        show(number, answer.status, answer.text.strip())
        continue
    threading.Thread(target=next_extension_event, args=[identifier_of(answer)],
                     daemon=True).start()
respond(next_event(), '1')
)"}
        << Expected{"10 " + refusal("Extension.TooManyExtensions", "Extension limit (10) reached"),
                    {succeeded("1")}};
}

void tst_Extensions::events_data()
{
    SCENARIO_COLUMNS;
    QTest::newRow("INVOKE has no payload") << Scenario{answering,
                                                       {{one, R"(
identifier = identifier_of(register(['INVOKE']))
answer = next_extension_event(identifier)
left = answer.json['deadlineMs'] - time.time() * 1000
show(answer.text.strip())
show(50000 < left <= 60000)
serve_events(identifier)
)"}},
                                                       {R"({"secret":1})"}}
                                           << Expected{R"(
{"eventType":"INVOKE","deadlineMs":<number>,"requestId":"<id1>","invokedFunctionArn":"arn:aws:lambda:us-east-1:123456789012:function:scenario","tracing":{"type":"X-Amzn-Trace-Id","value":"Root=1-<hex8>-<hex24>;<any>"}}
True
)",
                                                       {succeeded("1")}};
    QTest::newRow("SHUTDOWN")
        << Scenario{answering,
                    {{one, R"(
identifier = identifier_of(register(['SHUTDOWN']))
answer = next_extension_event(identifier)
show(answer.text.strip())
)"}},
                    {"{}"},
                    {},
                    true}
        << Expected{R"({"eventType":"SHUTDOWN","shutdownReason":"spindown","deadlineMs":<number>})",
                    {succeeded("1")}};
    QTest::newRow("the trace is the runtime's") << Scenario{R"(
event = next_event()
respond(event, json.dumps(event.headers['lambda-runtime-trace-id']))
)",
                                                            {{one, R"(
identifier = identifier_of(register(['INVOKE']))
show(next_extension_event(identifier).json['tracing']['value'])
serve_events(identifier)
)"}}} << Expected{"Root=1-<hex8>-<hex24>;<any>", {succeeded("\"Root=1-<hex8>-<hex24>;<any>\"")}};
}

void tst_Extensions::failures_data()
{
    SCENARIO_COLUMNS;
    QTest::newRow("a crash during an invocation")
        << Scenario{R"(
event = next_event()
if event.json == 1:
    time.sleep(60)
respond(event, '"alive"')
)",
                    {{one, R"(
identifier = identifier_of(register())
event = next_extension_event(identifier).json
mark = '/tmp/crashed-' + os.environ['TEST_ADDRESS']
if not os.path.exists(mark):
    open(mark, 'w').close()
    os._exit(3)
os.remove(mark)
serve_events(identifier)
)"}},
                    {"1", "2"}}
        << Expected{{}, {failed("Extension.Crash", "<any>"), succeeded("\"alive\"")}};
    QTest::newRow("a crash during the init phase")
        << external("register()\nos._exit(1)\n")
        << Expected{{}, {failed("Extension.Crash", "<any>")}};
    QTest::newRow("an init error") << external(R"(
identifier = identifier_of(register())
extension_call('POST', '/init/error', identifier,
               {'Lambda-Extension-Function-Error-Type': 'Extension.Mine'}, '{}')
sys.exit(1)
)") << Expected{{}, {failed("Extension.InitError", "<any>")}};
    QTest::newRow("an exit error") << Scenario{"next_event()\ntime.sleep(60)\n", {{one, R"(
identifier = identifier_of(register())
next_extension_event(identifier)
extension_call('POST', '/exit/error', identifier,
               {'Lambda-Extension-Function-Error-Type': 'Extension.Mine'}, '{}')
sys.exit(1)
)"}}} << Expected{{}, {failed("Extension.ExitError", "<any>")}};
}

/// Without the right to be executed; the init phase is tried twice.
void tst_Extensions::oneThatCantBeStarted()
{
    SKIP_WITHOUT_SCENARIOS;
    const QTemporaryDir layer;
    QVERIFY(QDir(layer.path()).mkpath(QStringLiteral("extensions")));
    writeFile(layer.filePath(QStringLiteral("extensions/broken")), "#!/bin/sh\n");
    const Scenario scenario{answering, {}, {"{}"}, [&](InvocationRequest &request) {
                                request.function.layers = {layer.path()};
                            }};
    QCOMPARE(m_test.difference(scenario,
                               {{},
                                {failed("Extension.LaunchError", "<any>")},
                                "EXTENSION\tName: broken\tState: LaunchError\tEvents: []\tError "
                                "Type: Extension.LaunchError<any>"}),
             QString());
}

/// Both init phases wait for it: 10 seconds, then the function's timeout.
void tst_Extensions::oneThatNeverRegisters()
{
    SKIP_WITHOUT_SCENARIOS;
    Scenario scenario = external("time.sleep(60)\n");
    scenario.change = withOneSecond;
    QCOMPARE(m_test.difference(scenario,
                               {{},
                                {timedOut("<any>")},
                                "INIT_REPORT Init Duration: <ms> ms\tPhase: init\tStatus: "
                                "timeout<any>"}),
             QString());
}

/// The caller has its answer all the same.
void tst_Extensions::oneThatDoesNotComeBack()
{
    SKIP_WITHOUT_SCENARIOS;
    const Scenario scenario{answering,
                            {{one, R"(
identifier = identifier_of(register(['INVOKE']))
next_extension_event(identifier)
time.sleep(60)
)"}},
                            {"{}"},
                            withOneSecond};
    QCOMPARE(
        m_test.difference(
            scenario, {{}, {succeeded("1")}, "REPORT RequestId: <id1>\t<any>Status: timeout\t"}),
        QString());
    // The timeout counts from a moment before the event is written.
    QVERIFY(m_test.records().front().report.duration >= 900ms);
}

COLDFRAME_TEST(tst_Extensions);
#include "tst_extensionsapi.moc"
