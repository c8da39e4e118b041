// SPDX-License-Identifier: GPL-3.0-or-later
// runtime-api, sections 9 and 10: sizes, and the payloads that the platform makes itself.
#include "tests/conformance/scenario.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

using namespace coldframe;
using namespace coldframe::test;

class tst_RuntimeApiFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void events_data();
    void events();
    void endsOfTheRuntime_data();
    void endsOfTheRuntime() { CHECK_SCENARIO(m_test); }
    void missingBootstrap_data();
    void missingBootstrap();

private:
    ScenarioTest m_test;
};

namespace {

QByteArray eventOf(qsizetype bytes)
{
    return '"' + QByteArray(bytes - 2, 'x') + '"';
}

QByteArray exitPayload(const QByteArray &what)
{
    return R"({"errorType":"Runtime.ExitError","errorMessage":"RequestId: <id1> Error: )" + what
        + R"("})";
}

} // namespace

void tst_RuntimeApiFailures::events_data()
{
    QTest::addColumn<qsizetype>("bytes");
    QTest::addColumn<bool>("isAccepted");
    QTest::newRow("the largest event") << qsizetype(6'291'456) << true;
    QTest::newRow("a byte more") << qsizetype(6'291'457) << false;
}

void tst_RuntimeApiFailures::events()
{
    SKIP_WITHOUT_SCENARIOS;
    QFETCH(const qsizetype, bytes);
    QFETCH(const bool, isAccepted);
    InvocationRequest request = m_test.prepare({R"(
event = next_event()
respond(event, str(len(event.body)))
)"});
    request.event = eventOf(bytes);

    const Result<InvocationRecord> record = m_test.run(request);

    QCOMPARE(record.has_value(), isAccepted);
    if (isAccepted)
        QCOMPARE(record->response, QByteArray::number(bytes));
    else
        QVERIFY(record.error().code == Error::Code::EventTooLarge);
    m_test.recycle();
}

void tst_RuntimeApiFailures::endsOfTheRuntime_data()
{
    SCENARIO_COLUMNS;
    // The second event finds a new process in the same environment.
    const auto addRow = [](const char *name, const QByteArray &end, const QByteArray &what) {
        QTest::newRow(name) << Scenario{"event = next_event()\nif event.json == 1:\n    " + end
                                            + "\nrespond(event, '\"alive\"')\n",
                                        {},
                                        {"1", "2"}}
                            << Expected{{},
                                        {failed("Runtime.ExitError", exitPayload(what)),
                                         succeeded("\"alive\"")}};
    };
    addRow("with a status", "os._exit(3)", "Runtime exited with error: exit status 3");
    addRow("with status 0", "os._exit(0)", "Runtime exited without providing a reason");
    addRow("killed", "os.kill(os.getpid(), signal.SIGKILL)",
           "Runtime exited with error: signal: killed");
    addRow("by a fault", "os.kill(os.getpid(), signal.SIGSEGV)",
           "Runtime exited with error: signal: segmentation fault");
    QTest::newRow("while it is initialised")
        << Scenario{"os._exit(7)\n"}
        << Expected{{},
                    {failed("Runtime.ExitError",
                            exitPayload("Runtime exited with error: exit status 7"))}};
    QTest::newRow("by the timeout")
        << Scenario{R"(
event = next_event()
if event.json == 1:
    time.sleep(60)
respond(event, '"alive"')
)",
                    {},
                    {"1", "2"},
                    [](InvocationRequest &request) {
                        request.function.timeout = std::chrono::seconds(1);
                    }}
        << Expected{{},
                    {timedOut(R"({"errorType":"Sandbox.Timedout","errorMessage":)"
                              R"("RequestId: <id1> Error: Task timed out after 1.00 seconds"})"),
                     succeeded("\"alive\"")}};
}

void tst_RuntimeApiFailures::missingBootstrap_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::newRow("none") << false;
    QTest::newRow("one that can't be executed") << true;
}

void tst_RuntimeApiFailures::missingBootstrap()
{
    SKIP_WITHOUT_ISOLATION;
    QFETCH(const bool, isThere);
    InvocationRequest request = m_test.prepare({});
    request.requestId = newRequestId();
    request.isolation = IsolationChoice::Bubblewrap;
    const QString bootstrap = m_test.folder() + QStringLiteral("/bootstrap");
    if (isThere)
        QVERIFY(QFile::setPermissions(bootstrap, QFile::ReadOwner | QFile::WriteOwner));
    else
        QVERIFY(QFile::remove(bootstrap));

    const Result<InvocationRecord> record = m_test.run(request);

    QVERIFY2(record.has_value(), record ? "" : qPrintable(record.error().detail));
    QCOMPARE(record->errorType, QStringLiteral("Runtime.InvalidEntrypoint"));
    QCOMPARE(record->response,
             "{\"errorType\":\"Runtime.InvalidEntrypoint\",\"errorMessage\":\"RequestId: "
                 + request.requestId.toLatin1()
                 + " Error: Couldn't find valid bootstrap(s): "
                   "[/var/task/bootstrap /opt/bootstrap]\"}");
    m_test.recycle();
}

COLDFRAME_TEST(tst_RuntimeApiFailures);
#include "tst_runtimeapifailures.moc"
