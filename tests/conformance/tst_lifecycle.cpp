// SPDX-License-Identifier: GPL-3.0-or-later
// environment, section 1: init, restore, invoke, shutdown and freeze.
#include "tests/conformance/scenario.h"
#include "tests/conformance/textpattern.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_PhasesOfAnEnvironment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initPhase_data();
    void initPhase() { CHECK_SCENARIO(m_test); }
    void initPhaseOfTenSeconds();
    void restorePhase_data();
    void restorePhase() { CHECK_SCENARIO(m_test); }
    void restorePhaseOfTenSeconds();
    void invokePhase_data();
    void invokePhase() { CHECK_SCENARIO(m_test); }
    void responseBeforeExtensionsAreDone();
    void resetKeepsFilesAndEnvironment();
    void shutdownPhase_data();
    void shutdownPhase() { CHECK_SCENARIO(m_test); }
    void noProcessOutlivesShutdown();
    void freezes();
    void goesOnWithoutFreezing();

private:
    ScenarioTest m_test;
};

namespace {

const QByteArray ordinaryExtension = R"(
identifier = identifier_of(register())
serve_events(identifier)
)";

const QByteArray tellingExtension = R"(
identifier = identifier_of(register())
def tell(event):
    show(NAME, event['eventType'], event.get('shutdownReason', '').lower())
serve_events(identifier, tell)
)";

/// Processor time that a process has used so far, in ticks.
qint64 ticksOf(int process)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray text = file.readAll();
    const QByteArrayList fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    return fields.value(11).toLongLong() + fields.value(12).toLongLong();
}

} // namespace

void tst_PhasesOfAnEnvironment::initPhase_data()
{
    SCENARIO_COLUMNS;
    QTest::newRow("extensions register before the runtime starts")
        << Scenario{R"(
show('runtime')
respond(next_event(), '1')
)",
                    {{QStringLiteral("one"), R"(
time.sleep(0.2)
show('extension')
serve_events(identifier_of(register()))
)"}}} << Expected{"extension\nruntime", {succeeded("1")}};
    QTest::newRow("it ends when runtime and extensions are ready")
        << Scenario{R"(
respond(next_event(), '1')
)",
                    {{QStringLiteral("one"), R"(
identifier = identifier_of(register())
time.sleep(0.5)
show('extension is ready')
serve_events(identifier, lambda event: show(event['eventType']))
)"}}} << Expected{"extension is ready\nINVOKE", {succeeded("1")}};
    QTest::newRow("a failed one is repeated inside the invocation") << Scenario{R"(
show(os.environ['AWS_LAMBDA_INITIALIZATION_TYPE'])
mark = '/tmp/failed-once-' + os.environ['TEST_ADDRESS']
if not os.path.exists(mark):
    open(mark, 'w').close()
    sys.exit(1)
os.remove(mark)
respond(next_event(), '"second try"')
)"} << Expected{"on-demand\non-demand", {succeeded("\"second try\"")}};
    QTest::newRow("the repetition is under the function's timeout")
        << Scenario{R"(
mark = '/tmp/failed-once-' + os.environ['TEST_ADDRESS']
if not os.path.exists(mark):
    open(mark, 'w').close()
    sys.exit(1)
os.remove(mark)
time.sleep(5)
)",
                    {},
                    {"{}"},
                    withOneSecond}
        << Expected{{}, {timedOut("<any>Task timed out after 1.00 seconds<any>")}};
}

/// Not ready in 10 seconds: started again, and in time the second time.
void tst_PhasesOfAnEnvironment::initPhaseOfTenSeconds()
{
    SKIP_WITHOUT_SCENARIOS;
    const Scenario scenario{R"(
mark = '/tmp/slept-once-' + os.environ['TEST_ADDRESS']
if not os.path.exists(mark):
    open(mark, 'w').close()
    show('first')
    time.sleep(60)
os.remove(mark)
respond(next_event(), '"second"')
)"};

    QCOMPARE(m_test.difference(scenario,
                               {"first",
                                {succeeded("\"second\"")},
                                "INIT_REPORT Init Duration: <ms> ms\tPhase: init\tStatus: "
                                "timeout<any>"}),
             QString());

    const InvocationRecord &record = m_test.records().front();
    QVERIFY(record.initInsideInvoke);
    QVERIFY(record.report.duration < 10s); // the first attempt is not part of it
}

void tst_PhasesOfAnEnvironment::restorePhase_data()
{
    SCENARIO_COLUMNS;
    QTest::newRow("hooks run before the first event")
        << Scenario{R"(
connection().request('GET', '/runtime/restore/next')
show('restored', os.environ['AWS_LAMBDA_INITIALIZATION_TYPE'])
respond(next_event(), '1')
)",
                    {},
                    {"{}"},
                    withSnapStart}
        << Expected{"restored snap-start", {succeeded("1")}};
    QTest::newRow("a hook that fails")
        << Scenario{R"(
connection().request('GET', '/runtime/restore/next')
connection().request('POST', '/runtime/restore/error',
                     {'Lambda-Runtime-Function-Error-Type': 'Runtime.AfterRestoreError'},
                     '{"errorMessage":"hook","errorType":"Runtime.AfterRestoreError"}')
sys.exit(65)
)",
                    {},
                    {"{}"},
                    withSnapStart}
        << Expected{{},
                    {failed("Runtime.AfterRestoreError",
                            R"({"errorMessage":"hook","errorType":"Runtime.AfterRestoreError"})")}};
}

void tst_PhasesOfAnEnvironment::restorePhaseOfTenSeconds()
{
    SKIP_WITHOUT_SCENARIOS;
    const Scenario scenario{R"(
connection().request('GET', '/runtime/restore/next')
time.sleep(60)
)",
                            {},
                            {"{}"},
                            withSnapStart};

    QCOMPARE(m_test.difference(scenario, {{}, {failed("Runtime.RestoreHookUserTimeout", "<any>")}}),
             QString());
}

void tst_PhasesOfAnEnvironment::invokePhase_data()
{
    SCENARIO_COLUMNS;
    QTest::newRow("runtime and extensions get it at once") << Scenario{R"(
event = next_event()
respond(event, '1')
)",
                                                                       {{QStringLiteral("one"), R"(
identifier = identifier_of(register())
serve_events(identifier, lambda event: show(event['eventType'], event.get('requestId')))
)"}}} << Expected{"INVOKE <id1>", {succeeded("1")}};
    QTest::newRow("extensions are told of a timeout")
        << Scenario{R"(
event = next_event()
if event.json == 1:
    time.sleep(60)
respond(event, '"alive"')
)",
                    {{QStringLiteral("one"), tellingExtension}},
                    {"1", "2"},
                    withOneSecond}
        << Expected{R"(
one INVOKE 
one SHUTDOWN timeout
one INVOKE 
)",
                    {timedOut("<any>"), succeeded("\"alive\"")}};
    QTest::newRow("extensions are told of a crash")
        << Scenario{R"(
event = next_event()
if event.json == 1:
    os._exit(1)
respond(event, '"alive"')
)",
                    {{QStringLiteral("one"), tellingExtension}},
                    {"1", "2"}}
        << Expected{R"(
one INVOKE 
one SHUTDOWN failure
one INVOKE 
)",
                    {failed("Runtime.ExitError", "<any>"), succeeded("\"alive\"")}};
    QTest::newRow("an ordinary error costs no process")
        << Scenario{R"(
count = 0
while True:
    event = next_event()
    count += 1
    if event.json == 1:
        fail(event, '{"errorType":"E"}')
    else:
        respond(event, str(count))
)",
                    {},
                    {"1", "2"}}
        << Expected{{}, {failed("E", "<any>"), succeeded("2")}};
    QTest::newRow("a timeout costs the processes")
        << Scenario{R"(
count = 0
while True:
    event = next_event()
    count += 1
    if event.json == 1:
        time.sleep(60)
    respond(event, str(count))
)",
                    {},
                    {"1", "2"},
                    withOneSecond}
        << Expected{{}, {timedOut("<any>"), succeeded("1")}};
}

void tst_PhasesOfAnEnvironment::responseBeforeExtensionsAreDone()
{
    SKIP_WITHOUT_SCENARIOS;
    InvocationRequest request
        = m_test.prepare({"respond(next_event(), '\"soon\"')\n", {{QStringLiteral("one"), R"(
identifier = identifier_of(register())
next_extension_event(identifier)
show('busy')
while not os.path.exists(os.environ['TEST_FILE']):
    time.sleep(0.01)
serve_events(identifier)
)"}}});
    const QString file = m_test.folder() + QStringLiteral("/go-on");
    request.function.environment[QStringLiteral("TEST_FILE")] = file;
    request.isolation = IsolationChoice::None; // else the file would not be seen
    request.requestId = newRequestId();
    QSignalSpy responded(&m_test.invoker(), &Invoker::responded);

    const Async<InvocationRecord> running = m_test.invoker().invoke(request);

    QTRY_COMPARE_WITH_TIMEOUT(responded.size(), 1, 20'000);
    QCOMPARE(responded.front().at(0).toString(), request.requestId);
    QCOMPARE(responded.front().at(2).toByteArray(), QByteArray("\"soon\""));
    QVERIFY(!running.isFinished());
    writeFile(file, {});
    QTRY_VERIFY_WITH_TIMEOUT(running.isFinished(), 20'000);
    QCOMPARE((*running.result()).response, QByteArray("\"soon\""));
    m_test.recycle();
}

void tst_PhasesOfAnEnvironment::resetKeepsFilesAndEnvironment()
{
    SKIP_WITHOUT_SCENARIOS;
    const Scenario scenario{R"(
event = next_event()
mark = '/tmp/kept-' + os.environ['TEST_ADDRESS']
if event.json == 1:
    open(mark, 'w').close()
    time.sleep(60)
show(os.path.exists(mark))
os.remove(mark)
respond(event, '"kept"')
)",
                            {},
                            {"1", "2"},
                            withOneSecond};

    QCOMPARE(m_test.difference(scenario, {"True", {timedOut("<any>"), succeeded("\"kept\"")}}),
             QString());

    QCOMPARE(m_test.records().at(0).environment.id, m_test.records().at(1).environment.id);
    QVERIFY(m_test.records().at(1).coldStart == ColdStartReason::EnvironmentReset);
    QVERIFY(m_test.records().at(1).initInsideInvoke);
}

void tst_PhasesOfAnEnvironment::shutdownPhase_data()
{
    SCENARIO_COLUMNS;
    const QByteArray runtime = R"(
signal.signal(signal.SIGTERM, lambda number, frame: (show('SIGTERM'), os._exit(0)))
respond(next_event(), '1')
next_event()
)";
    QTest::newRow("without extensions there is no SIGTERM")
        << Scenario{runtime + "show('unreachable')\n", {}, {"{}"}, {}, true}
        << Expected{{}, {succeeded("1")}};
    QTest::newRow("with an internal one the runtime gets SIGTERM")
        << Scenario{R"(
identifier = identifier_of(register([], 'inside'))
threading.Thread(target=next_extension_event, args=[identifier], daemon=True).start()
)" + runtime,
                    {},
                    {"{}"},
                    {},
                    true}
        << Expected{"SIGTERM", {succeeded("1")}};
    // Which of the two processes is heard first is not told: the runtime is silent here.
    QTest::newRow("with an external one it gets SHUTDOWN with two seconds")
        << Scenario{"respond(next_event(), '1')\nnext_event()\n",
                    {{QStringLiteral("one"), R"(
identifier = identifier_of(register())
def tell(event):
    if event['eventType'] == 'SHUTDOWN':
        left = event['deadlineMs'] - time.time() * 1000
        show(event['shutdownReason'].lower(), 0 < left <= 2000)
serve_events(identifier, tell)
)"}},
                    {"{}"},
                    {},
                    true}
        << Expected{"spindown True", {succeeded("1")}};
    QTest::newRow("one that does not want SHUTDOWN is not told")
        << Scenario{runtime,
                    {{QStringLiteral("one"), R"(
identifier = identifier_of(register(['INVOKE']))
serve_events(identifier, lambda event: show(event['eventType']))
)"}},
                    {"{}"},
                    {},
                    true}
        << Expected{"INVOKE\nSIGTERM", {succeeded("1")}};
}

/// Neither a runtime that ignores SIGTERM nor an extension that stays nor a grandchild.
void tst_PhasesOfAnEnvironment::noProcessOutlivesShutdown()
{
    SKIP_WITHOUT_SCENARIOS;
    InvocationRequest request = m_test.prepare({R"(
import subprocess
signal.signal(signal.SIGTERM, signal.SIG_IGN)
subprocess.Popen(['/bin/sh', '-c', 'trap "" TERM; sleep 41414141'], start_new_session=True)
respond(next_event(), '1')
next_event()
)",
                                                {{QStringLiteral("one"), R"(
import subprocess
signal.signal(signal.SIGTERM, signal.SIG_IGN)
subprocess.Popen(['sleep', '41414142'])
identifier = identifier_of(register())
while True:
    next_extension_event(identifier)
)"}}});
    RUN(record, m_test, request);
    QCOMPARE(record.response, QByteArray("1"));
    QVERIFY(!processesWith("4141414").empty());

    m_test.recycle();

    QTRY_VERIFY_WITH_TIMEOUT(processesWith("4141414").empty(), 20'000);
}

void tst_PhasesOfAnEnvironment::freezes()
{
    SKIP_WITHOUT_SCENARIOS;
    InvocationRequest request = m_test.prepare({R"(
import subprocess
subprocess.Popen([sys.executable, '-c', 'import sys\nwhile True: pass', '51515151'])
event = next_event()
respond(event, '1')
respond(next_event(), '2')
)"});
    bool isFrozen = false;
    connect(&m_test.invoker(), &Invoker::environmentsChanged, this,
            [&](const std::vector<EnvironmentDescription> &environments) {
                isFrozen = !environments.empty()
                    && environments.front().state == EnvironmentState::Frozen;
            });
    RUN(first, m_test, request);
    QTRY_VERIFY_WITH_TIMEOUT(isFrozen, 20'000);
    const std::vector<int> busy = processesWith("51515151");
    QCOMPARE(busy.size(), std::size_t(1));

    const qint64 before = ticksOf(busy.front());
    QTest::qSleep(300); // nothing may happen meanwhile
    QCOMPARE(ticksOf(busy.front()), before);

    RUN(second, m_test, request);
    QCOMPARE(second.response, QByteArray("2"));
    QCOMPARE(second.environment.id, first.environment.id);
    disconnect(&m_test.invoker(), nullptr, this, nullptr);
    m_test.recycle();
    QTRY_VERIFY_WITH_TIMEOUT(processesWith("51515151").empty(), 20'000);
}

void tst_PhasesOfAnEnvironment::goesOnWithoutFreezing()
{
    SKIP_WITHOUT_SCENARIOS;
    InvocationRequest request = m_test.prepare({R"(
import subprocess
subprocess.Popen([sys.executable, '-c', 'import sys\nwhile True: pass', '51515152'])
respond(next_event(), '1')
)"});
    request.emulation.freezesBetweenInvocations = false;
    RUN(first, m_test, request);
    QCOMPARE(first.response, QByteArray("1"));
    const std::vector<int> busy = processesWith("51515152");
    QCOMPARE(busy.size(), std::size_t(1));
    const qint64 before = ticksOf(busy.front());
    QTRY_VERIFY_WITH_TIMEOUT(ticksOf(busy.front()) > before + 10, 20'000);
    m_test.recycle();
}

COLDFRAME_TEST(tst_PhasesOfAnEnvironment);
#include "tst_lifecycle.moc"
