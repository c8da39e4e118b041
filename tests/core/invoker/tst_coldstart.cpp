// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/invoker/invokertest.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_ColdStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void firstAndWarm_data() { addGrounds(); }
    void firstAndWarm();
    void requested_data() { addGrounds(); }
    void requested();
    void codeChanged_data() { addGrounds(); }
    void codeChanged();
    void eventsAreNoCode_data() { addGrounds(); }
    void eventsAreNoCode();
    void configurationChanged_data();
    void configurationChanged();
    void isolationChanged();
    void aTimeoutOrACrashLosesTheEnvironment_data() { addGrounds(); }
    void aTimeoutOrACrashLosesTheEnvironment();
    void aLostEnvironmentIsForgottenOnceAnotherOneIsWarm();
    void recycled_data() { addGrounds(); }
    void recycled();
    void recyclingABusyEnvironment();
    void allBusy_data() { addGrounds(); }
    void allBusy();
    void functionsOfOneNameInTwoFolders();
    void environmentsAreAnnounced();

private:
    InvocationRequest request(const Ground &ground) const
    {
        return requestForFolder(ground, m_folder->path());
    }

    InvokerTest m_test;
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

QString handlerFile(const Ground &ground)
{
    return ground.language == QStringLiteral("python") ? QStringLiteral("app.py")
                                                       : QStringLiteral("app.js");
}

/// A Python handler that waits for a file beside it.
void writeWaitingHandler(const QString &folder)
{
    QFile file(folder + QStringLiteral("/app.py"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("import os, time\n"
               "def handler(event, context):\n"
               "    print('waiting', flush=True)\n"
               "    while event and not os.path.exists('events/' + event):\n"
               "        time.sleep(0.01)\n"
               "    return event\n");
}

void letGo(const QString &folder, const QString &name)
{
    QVERIFY(QDir(folder).mkpath(QStringLiteral("events")));
    QFile file(folder + QStringLiteral("/events/") + name);
    QVERIFY(file.open(QIODevice::WriteOnly));
}

} // namespace

void tst_ColdStart::firstAndWarm()
{
    FETCH_GROUND(ground);
    writeHandler(ground, m_folder->path(), "one");

    RUN(first, m_test, request(ground));
    RUN(second, m_test, request(ground));

    QVERIFY(first.coldStart == ColdStartReason::FirstInvocation);
    QCOMPARE(first.changedFile, QString());
    QVERIFY(!second.coldStart.has_value());
}

void tst_ColdStart::requested()
{
    FETCH_GROUND(ground);
    writeHandler(ground, m_folder->path(), "one");
    InvocationRequest cold = request(ground);
    cold.start = StartChoice::ForceCold;

    RUN(first, m_test, cold);
    RUN(second, m_test, cold);
    RUN(third, m_test, request(ground));

    QVERIFY(first.coldStart == ColdStartReason::Requested);
    QVERIFY(second.coldStart == ColdStartReason::Requested);
    QVERIFY(!third.isCold());
    QCOMPARE(third.environment.id, second.environment.id);
}

void tst_ColdStart::codeChanged()
{
    FETCH_GROUND(ground);
    writeHandler(ground, m_folder->path(), "one");
    RUN(before, m_test, request(ground));
    QCOMPARE(before.response, QByteArray("\"one\""));

    writeHandler(ground, m_folder->path(), "two");
    RUN(after, m_test, request(ground));
    RUN(warm, m_test, request(ground));

    QCOMPARE(after.response, QByteArray("\"two\""));
    QVERIFY(after.coldStart == ColdStartReason::CodeChanged);
    QCOMPARE(after.changedFile, handlerFile(ground));
    QVERIFY(!warm.isCold());
    QCOMPARE(warm.changedFile, QString());
}

void tst_ColdStart::eventsAreNoCode()
{
    FETCH_GROUND(ground);
    writeHandler(ground, m_folder->path(), "one");
    RUN(before, m_test, request(ground));

    letGo(m_folder->path(), QStringLiteral("create.json"));
    RUN(after, m_test, request(ground));

    QVERIFY(before.isCold());
    QVERIFY(!after.isCold());
}

void tst_ColdStart::configurationChanged_data()
{
    QTest::addColumn<RequestChange>("change");

    const auto row = [](const char *title, RequestChange change) { QTest::newRow(title) << change; };
    row("memory", [](InvocationRequest &request) { request.function.memory = MebiBytes{512}; });
    row("timeout", [](InvocationRequest &request) { request.function.timeout = 59s; });
    row("a variable", [](InvocationRequest &request) {
        request.function.environment[QStringLiteral("TABLE")] = QStringLiteral("orders");
    });
    row("the handler", [](InvocationRequest &request) {
        request.function.handler = QStringLiteral("other.handler");
    });
    row("the runtime",
        [](InvocationRequest &request) { request.function.runtime = QStringLiteral("python3"); });
}

void tst_ColdStart::configurationChanged()
{
    QFETCH(const RequestChange, change);
    writeHandler(plainPython, m_folder->path(), "one");
    QFile other(m_folder->filePath(QStringLiteral("other.py")));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write("def handler(event, context):\n    return 'other'\n");
    other.close();
    InvocationRequest changed = request(plainPython);
    change(changed);

    RUN(before, m_test, request(plainPython));
    RUN(after, m_test, changed);
    RUN(warm, m_test, changed);

    QVERIFY(after.coldStart == ColdStartReason::ConfigurationChanged);
    QVERIFY(!warm.isCold());
    QVERIFY(after.function == changed.function);
    QVERIFY(before.environment.id != after.environment.id);
}

void tst_ColdStart::isolationChanged()
{
    const Ground isolated{QStringLiteral("python"), IsolationChoice::Bubblewrap};
    if (const QString reason = reasonToSkip(isolated); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    writeHandler(plainPython, m_folder->path(), "one");

    RUN(before, m_test, request(plainPython));
    RUN(after, m_test, request(isolated));
    InvocationRequest automatic = request(isolated);
    automatic.isolation = IsolationChoice::Automatic;
    RUN(warm, m_test, automatic);

    QCOMPARE(before.environment.isolation, Isolation::None);
    QCOMPARE(after.environment.isolation, Isolation::Bubblewrap);
    QVERIFY(after.coldStart == ColdStartReason::ConfigurationChanged);
    QVERIFY(!warm.isCold());
}

void tst_ColdStart::aTimeoutOrACrashLosesTheEnvironment()
{
    FETCH_GROUND(ground);
    QFile file(m_folder->filePath(handlerFile(ground)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(ground.language == QStringLiteral("python")
                   ? "import os\ndef handler(event, context):\n    return event or os._exit(1)\n"
                   : "exports.handler = async (event) => event || process.exit(1);\n");
    file.close();
    InvocationRequest crashing = request(ground);
    crashing.event = "0";
    InvocationRequest working = request(ground);
    working.event = "1";

    RUN(crashed, m_test, crashing);
    RUN(next, m_test, working);
    RUN(warm, m_test, working);

    QCOMPARE(crashed.errorType, QStringLiteral("Runtime.ExitError"));
    QVERIFY(next.coldStart == ColdStartReason::EnvironmentReset);
    QCOMPARE(next.response, QByteArray("1"));
    QVERIFY(!warm.isCold());
}

void tst_ColdStart::aLostEnvironmentIsForgottenOnceAnotherOneIsWarm()
{
    writeWaitingHandler(m_folder->path());
    const auto start = [&](const char *name) {
        InvocationRequest waiting = request(plainPython);
        waiting.event = '"' + QByteArray(name) + '"';
        waiting.requestId = newRequestId();
        return std::pair(waiting.requestId, m_test.invoker().invoke(waiting));
    };
    const auto lost = start("lost");
    const auto kept = start("kept");
    letGo(m_folder->path(), QStringLiteral("kept"));
    QTRY_VERIFY_WITH_TIMEOUT(kept.second.isFinished(), patience);
    m_test.invoker().stop(lost.first);
    QTRY_VERIFY_WITH_TIMEOUT(lost.second.isFinished(), patience);

    const auto warm = start("warm");
    const auto second = start("warm");
    letGo(m_folder->path(), QStringLiteral("warm"));
    QTRY_VERIFY_WITH_TIMEOUT(warm.second.isFinished() && second.second.isFinished(), patience);

    QVERIFY(!warm.second.result()->isCold());
    QVERIFY(second.second.result()->coldStart == ColdStartReason::AllBusy);
}

void tst_ColdStart::recycled()
{
    FETCH_GROUND(ground);
    writeHandler(ground, m_folder->path(), "one");

    RUN(before, m_test, request(ground));
    m_test.invoker().recycle();
    RUN(after, m_test, request(ground));
    RUN(warm, m_test, request(ground));

    QVERIFY(after.coldStart == ColdStartReason::Recycled);
    QVERIFY(before.environment.id != after.environment.id);
    QVERIFY(!warm.isCold());
}

void tst_ColdStart::recyclingABusyEnvironment()
{
    writeWaitingHandler(m_folder->path());
    InvocationRequest waiting = request(plainPython);
    waiting.event = "\"go\"";
    const Async<InvocationRecord> running = m_test.invoker().invoke(waiting);
    m_test.invoker().recycle();

    letGo(m_folder->path(), QStringLiteral("go"));

    QTRY_VERIFY_WITH_TIMEOUT(running.isFinished(), patience);
    QCOMPARE(running.result()->status, InvocationStatus::Succeeded);
    RUN(next, m_test, request(plainPython));
    QVERIFY(next.coldStart == ColdStartReason::Recycled);
}

void tst_ColdStart::allBusy()
{
    FETCH_GROUND(ground);
    if (ground.language != QStringLiteral("python"))
        QSKIP("the waiting handler is Python");
    writeWaitingHandler(m_folder->path());
    InvocationRequest waiting = request(ground);
    waiting.event = "\"go\"";

    const Async<InvocationRecord> first = m_test.invoker().invoke(waiting);
    const Async<InvocationRecord> second = m_test.invoker().invoke(waiting);
    letGo(m_folder->path(), QStringLiteral("go"));

    QTRY_VERIFY_WITH_TIMEOUT(first.isFinished() && second.isFinished(), patience);
    QVERIFY(first.result()->coldStart == ColdStartReason::FirstInvocation);
    QVERIFY(second.result()->coldStart == ColdStartReason::AllBusy);
    QVERIFY(first.result()->environment.id != second.result()->environment.id);
    // Both are warm now, and the last one that was used comes first.
    RUN(third, m_test, request(ground));
    QVERIFY(!third.isCold());
}

void tst_ColdStart::functionsOfOneNameInTwoFolders()
{
    const QTemporaryDir other;
    writeHandler(plainPython, m_folder->path(), "one");
    writeHandler(plainPython, other.path(), "two");

    RUN(one, m_test, request(plainPython));
    RUN(two, m_test, requestForFolder(plainPython, other.path()));
    RUN(again, m_test, request(plainPython));

    QVERIFY(one.coldStart == ColdStartReason::FirstInvocation);
    QVERIFY(two.coldStart == ColdStartReason::FirstInvocation);
    QCOMPARE(two.response, QByteArray("\"two\""));
    QVERIFY(!again.isCold());
    QCOMPARE(again.response, QByteArray("\"one\""));
}

void tst_ColdStart::environmentsAreAnnounced()
{
    m_test.invoker().recycle();
    std::vector<std::vector<EnvironmentDescription>> announced;
    QObject receiver;
    connect(&m_test.invoker(), &Invoker::environmentsChanged, &receiver,
            [&](const std::vector<EnvironmentDescription> &all) { announced.push_back(all); });
    writeWaitingHandler(m_folder->path());
    InvocationRequest waiting = request(plainPython);
    waiting.event = "\"go\"";
    const Async<InvocationRecord> running = m_test.invoker().invoke(waiting);
    const auto lastIs = [&](std::size_t count, bool busy) {
        return !announced.empty() && announced.back().size() == count
            && (count == 0 || announced.back().front().isBusy() == busy);
    };

    QTRY_VERIFY_WITH_TIMEOUT(lastIs(1, true), patience);
    QCOMPARE(announced.back().front().functionName, QStringLiteral("app"));
    letGo(m_folder->path(), QStringLiteral("go"));
    QTRY_VERIFY_WITH_TIMEOUT(lastIs(1, false), patience);
    QVERIFY(running.isFinished());
    m_test.invoker().recycle();
    QTRY_VERIFY_WITH_TIMEOUT(lastIs(0, false), patience);
}

COLDFRAME_TEST(tst_ColdStart);

#include "tst_coldstart.moc"
