// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/invoker/invokertest.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_Stopping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunningInvocation_data() { addGrounds(); }
    void aRunningInvocation();
    void anInvocationInItsInitPhase_data() { addGrounds(); }
    void anInvocationInItsInitPhase();
    void anInvocationThatHasNotBegun();
    void whatIsNotRunning();
    void stoppingTwice();
    void theEndOfTheInvoker_data() { addGrounds(); }
    void theEndOfTheInvoker();
    void theEndOfTheInvokerWithIdleEnvironments_data() { addGrounds(); }
    void theEndOfTheInvokerWithIdleEnvironments();
    void theEndOfTheInvokerRightAway();
};

namespace {

const Ground isolatedOrNot{QStringLiteral("python"), IsolationChoice::Automatic};

/// Counts the lines that an invocation has written so far.
class Listener : public QObject
{
public:
    Listener(Invoker &invoker, const QString &requestId)
    {
        connect(&invoker, &Invoker::logAppended, this,
                [this, requestId](const QString &id, const std::vector<LogLine> &lines) {
                    if (id == requestId)
                        texts += textsOf(lines);
                });
    }

    bool hasLineWith(const QByteArray &text) const
    {
        return std::any_of(texts.begin(), texts.end(),
                           [&text](const QByteArray &line) { return line.contains(text); });
    }

    QByteArrayList texts;
};

/// A handler with a name of its own on its command line, by way of a child.
void writeHandlerWithChild(const Ground &ground, const QString &folder, const QByteArray &seconds,
                           bool returns)
{
    const bool isPython = ground.language == QStringLiteral("python");
    QFile file(folder + (isPython ? QStringLiteral("/app.py") : QStringLiteral("/app.js")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    if (isPython) {
        file.write("import subprocess, time\n"
                   "def handler(event, context):\n"
                   "    child = subprocess.Popen(['sleep', '"
                   + seconds
                   + "'])\n"
                     "    print('started', flush=True)\n"
                   + (returns ? "    return 1\n" : "    time.sleep(600)\n"));
    } else {
        file.write("exports.handler = () => new Promise((resolve) => {\n"
                   "    require('child_process').spawn('sleep', ['"
                   + seconds
                   + "']);\n"
                     "    console.log('started');\n"
                   + (returns ? "    resolve(1);\n" : "    setInterval(() => {}, 1000);\n")
                   + "});\n");
    }
}

QByteArray secondsOf(const Ground &ground, int test)
{
    return QByteArray::number(300'000'000 + test * 100 + int(ground.isolation) * 10
                              + int(ground.language.size()));
}

bool isAsleep(const QByteArray &seconds)
{
    return !processesWith(QByteArray("sleep\0", 6) + seconds).empty();
}

} // namespace

void tst_Stopping::aRunningInvocation()
{
    FETCH_GROUND(ground);
    InvokerTest test;
    InvocationRequest request = requestFor(ground, QStringLiteral("never_returns"));
    request.requestId = newRequestId();
    const Listener listener(test.invoker(), request.requestId);
    const Async<InvocationRecord> running = test.invoker().invoke(request);
    QTRY_VERIFY_WITH_TIMEOUT(listener.hasLineWith("START RequestId: "), patience);

    test.invoker().stop(request.requestId);

    QTRY_VERIFY_WITH_TIMEOUT(running.isFinished(), patience);
    const InvocationRecord record = *running.result();
    QCOMPARE(record.status, InvocationStatus::Stopped);
    QCOMPARE(record.response, QByteArray());
    QCOMPARE(record.errorType, QString());
    QVERIFY(reportLine(record).startsWith("REPORT RequestId: " + request.requestId.toLatin1()));
    QVERIFY(record.report.duration > 0us);
    request.function.timeout = 1s;
    RUN(next, test, request);
    QVERIFY(next.coldStart == ColdStartReason::EnvironmentLost);
}

void tst_Stopping::anInvocationInItsInitPhase()
{
    FETCH_GROUND(ground);
    InvokerTest test;
    InvocationRequest request = requestFor(ground, QStringLiteral("sleeps_at_import"));
    request.requestId = newRequestId();
    const Listener listener(test.invoker(), request.requestId);
    const Async<InvocationRecord> running = test.invoker().invoke(request);
    QTRY_VERIFY_WITH_TIMEOUT(listener.hasLineWith("INIT_START "), patience);

    test.invoker().stop(request.requestId);

    QTRY_VERIFY_WITH_TIMEOUT(running.isFinished(), patience);
    const InvocationRecord record = *running.result();
    QCOMPARE(record.status, InvocationStatus::Stopped);
    QVERIFY(record.isCold());
    QVERIFY(reportLine(record).startsWith("REPORT "));
}

void tst_Stopping::anInvocationThatHasNotBegun()
{
    InvokerTest test;
    InvocationRequest request = requestFor(isolatedOrNot, QStringLiteral("never_returns"));
    request.requestId = newRequestId();

    const Async<InvocationRecord> waiting = test.invoker().invoke(request);
    test.invoker().stop(request.requestId);

    // Whether it had begun is a race; it ends in each case, and never by its timeout.
    QTRY_VERIFY_WITH_TIMEOUT(waiting.isFinished(), patience);
    if (!waiting.isCanceled() && waiting.resultCount() > 0 && waiting.result())
        QCOMPARE(waiting.result()->status, InvocationStatus::Stopped);
    RUN(other, test, requestFor(isolatedOrNot, QStringLiteral("hello")));
    QCOMPARE(other.status, InvocationStatus::Succeeded);
}

void tst_Stopping::whatIsNotRunning()
{
    InvokerTest test;
    test.invoker().stop(newRequestId());
    test.invoker().stop({});
    RUN(record, test, requestFor(isolatedOrNot, QStringLiteral("hello")));

    test.invoker().stop(record.requestId);
    test.invoker().stop({});

    RUN(next, test, requestFor(isolatedOrNot, QStringLiteral("hello")));
    QCOMPARE(next.status, InvocationStatus::Succeeded);
    QVERIFY(!next.isCold());
}

void tst_Stopping::stoppingTwice()
{
    InvokerTest test;
    InvocationRequest request = requestFor(isolatedOrNot, QStringLiteral("never_returns"));
    request.requestId = newRequestId();
    const Listener listener(test.invoker(), request.requestId);
    const Async<InvocationRecord> running = test.invoker().invoke(request);
    QTRY_VERIFY_WITH_TIMEOUT(listener.hasLineWith("START RequestId: "), patience);

    test.invoker().stop(request.requestId);
    test.invoker().stop(request.requestId);

    QTRY_VERIFY_WITH_TIMEOUT(running.isFinished(), patience);
    QCOMPARE(running.result()->status, InvocationStatus::Stopped);
}

void tst_Stopping::theEndOfTheInvoker()
{
    FETCH_GROUND(ground);
    const QTemporaryDir folder;
    const QByteArray seconds = secondsOf(ground, 1);
    writeHandlerWithChild(ground, folder.path(), seconds, false);
    InvokerTest test;
    InvocationRequest request = requestForFolder(ground, folder.path());
    request.requestId = newRequestId();
    const Async<InvocationRecord> running = test.invoker().invoke(request);
    QTRY_VERIFY_WITH_TIMEOUT(isAsleep(seconds), patience);

    test.endInvoker();

    QVERIFY(running.isFinished());
    QCOMPARE(running.result()->status, InvocationStatus::Stopped);
    QTRY_VERIFY_WITH_TIMEOUT(!isAsleep(seconds), patience);
    QTRY_VERIFY_WITH_TIMEOUT(processesWith(folder.path().toLocal8Bit()).empty(), patience);
}

void tst_Stopping::theEndOfTheInvokerWithIdleEnvironments()
{
    FETCH_GROUND(ground);
    const QTemporaryDir folder;
    const QByteArray seconds = secondsOf(ground, 2);
    writeHandlerWithChild(ground, folder.path(), seconds, true);
    InvokerTest test;
    RUN(record, test, requestForFolder(ground, folder.path()));
    QCOMPARE(record.response, QByteArray("1"));
    QTRY_VERIFY_WITH_TIMEOUT(isAsleep(seconds), patience);

    test.endInvoker();

    QTRY_VERIFY_WITH_TIMEOUT(!isAsleep(seconds), patience);
    QTRY_VERIFY_WITH_TIMEOUT(processesWith(folder.path().toLocal8Bit()).empty(), patience);
}

void tst_Stopping::theEndOfTheInvokerRightAway()
{
    InvokerTest test;
    const Async<InvocationRecord> first
        = test.invoker().invoke(requestFor(isolatedOrNot, QStringLiteral("hello")));
    const Async<InvocationRecord> second
        = test.invoker().invoke(requestFor(isolatedOrNot, QStringLiteral("hello")));

    test.endInvoker();

    QVERIFY(first.isFinished() && second.isFinished());
    QVERIFY(first.isCanceled() || first.resultCount() == 1);
}

COLDFRAME_TEST(tst_Stopping);

#include "tst_stopping.moc"
