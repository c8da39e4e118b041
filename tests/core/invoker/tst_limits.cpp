// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/invoker/invokertest.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_Limits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timeouts_data();
    void timeouts();
    void grandchildrenEndWithATimeout_data();
    void grandchildrenEndWithATimeout();
    void grandchildrenEndWithACrash_data();
    void grandchildrenEndWithACrash();
    void hundredMegabytesOfOutput_data() { addGrounds(); }
    void hundredMegabytesOfOutput();
    void memoryOverTheLimit_data() { addGrounds(); }
    void memoryOverTheLimit();
    void memoryOfChildrenCounts_data() { addGrounds(QStringLiteral("python")); }
    void memoryOfChildrenCounts();

private:
    InvokerTest m_test;
};

namespace {

/// A handler of its own that starts `sleep <seconds>` and then does what the code says.
void writeForkingHandler(const Ground &ground, const QString &folder, const QByteArray &seconds,
                         const QByteArray &pythonCode, const QByteArray &nodeCode)
{
    const bool isPython = ground.language == QStringLiteral("python");
    QFile file(folder + (isPython ? QStringLiteral("/app.py") : QStringLiteral("/app.js")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    if (isPython) {
        file.write("import os, subprocess, time\n"
                   "def handler(event, context):\n"
                   "    child = subprocess.Popen(['sleep', '"
                   + seconds
                   + "'])\n"
                     "    print('started', flush=True)\n"
                     "    "
                   + pythonCode + '\n');
    } else {
        file.write("exports.handler = () => new Promise((resolve) => {\n"
                   "    const child = require('child_process').spawn('sleep', ['"
                   + seconds
                   + "']);\n"
                     "    console.log('started');\n"
                     "    "
                   + nodeCode + "\n});\n");
    }
}

} // namespace

void tst_Limits::timeouts_data()
{
    QTest::addColumn<Ground>("ground");
    QTest::addColumn<QByteArray>("handler");

    for (const IsolationChoice isolation : {IsolationChoice::Bubblewrap, IsolationChoice::None}) {
        const char *const where
            = isolation == IsolationChoice::None ? "without isolation" : "in bubblewrap";
        QTest::addRow("Python sleeps, %s", where)
            << Ground{QStringLiteral("python"), isolation} << QByteArray("never_returns.handler");
        QTest::addRow("Node.js waits, %s", where)
            << Ground{QStringLiteral("nodejs"), isolation} << QByteArray("never_returns.handler");
        QTest::addRow("Node.js is busy, %s", where)
            << Ground{QStringLiteral("nodejs"), isolation} << QByteArray("never_returns.busy");
    }
}

void tst_Limits::timeouts()
{
    FETCH_GROUND(ground);
    QFETCH(const QByteArray, handler);
    InvocationRequest request = requestOf(ground, handler.constData(), "{}");
    request.function.timeout = 1s;
    request.requestId = newRequestId();
    const QByteArray id = request.requestId.toLatin1();

    RUN(record, m_test, request);

    QCOMPARE(record.status, InvocationStatus::TimedOut);
    QCOMPARE(record.errorType, QStringLiteral("Sandbox.Timedout"));
    QCOMPARE(record.response,
             "{\"errorType\":\"Sandbox.Timedout\",\"errorMessage\":\"RequestId: " + id
                 + " Error: Task timed out after 1.00 seconds\"}");
    const QByteArrayList texts = textsOf(record.log);
    const qsizetype line = lineWith(record, "Z " + id + " Task timed out after 1.00 seconds");
    QVERIFY(line > 0);
    QCOMPARE(texts[line + 1], QByteArray());
    QCOMPARE(texts[line + 2], "END RequestId: " + id);
    QVERIFY2(texts.last().endsWith("\tStatus: timeout\t"), texts.last().constData());
    QVERIFY(record.report.duration == 1s);
    QCOMPARE(record.report.status, QStringLiteral("timeout"));
    // The next one starts anew.
    RUN(next, m_test, request);
    QVERIFY(next.coldStart == ColdStartReason::EnvironmentReset);
}

void tst_Limits::grandchildrenEndWithATimeout_data()
{
    addGrounds();
}

void tst_Limits::grandchildrenEndWithATimeout()
{
    FETCH_GROUND(ground);
    const QTemporaryDir folder;
    const QByteArray number = QByteArray::number(100'000'000 + int(ground.isolation) * 10
                                                 + int(ground.language.size()));
    writeForkingHandler(ground, folder.path(), number, "time.sleep(600)",
                        "setInterval(() => {}, 1000);");
    InvocationRequest request = requestForFolder(ground, folder.path());
    request.function.timeout = 1s;

    const Async<InvocationRecord> running = m_test.invoker().invoke(request);

    QTRY_VERIFY_WITH_TIMEOUT(running.isFinished(), 30'000);
    QCOMPARE(running.result()->status, InvocationStatus::TimedOut);
    QVERIFY(hasLineWith(*running.result(), "started"));
    QTRY_VERIFY_WITH_TIMEOUT(processesWith(QByteArray("sleep\0", 6) + number).empty(), 10'000);
}

void tst_Limits::grandchildrenEndWithACrash_data()
{
    addGrounds();
}

void tst_Limits::grandchildrenEndWithACrash()
{
    FETCH_GROUND(ground);
    const QTemporaryDir folder;
    const QByteArray number = QByteArray::number(200'000'000 + int(ground.isolation) * 10
                                                 + int(ground.language.size()));
    writeForkingHandler(ground, folder.path(), number, "os._exit(5)", "process.exit(5);");

    RUN(record, m_test, requestForFolder(ground, folder.path()));

    QCOMPARE(record.errorType, QStringLiteral("Runtime.ExitError"));
    QTRY_VERIFY_WITH_TIMEOUT(processesWith(QByteArray("sleep\0", 6) + number).empty(), 10'000);
}

void tst_Limits::hundredMegabytesOfOutput()
{
    FETCH_GROUND(ground);

    RUN(record, m_test, requestOf(ground, "prints_100mb.handler", "{}"));

    QCOMPARE(record.status, InvocationStatus::Succeeded);
    QCOMPARE(record.response, QByteArray("\"printed\""));
    qsizetype bytes = 0;
    int remarks = 0;
    for (const LogLine &line : record.log) {
        bytes += line.text.size();
        remarks += line.source == LogSource::Coldframe ? 1 : 0;
    }
    QVERIFY2(bytes <= 8 * 1024 * 1024, QByteArray::number(bytes).constData());
    QVERIFY(bytes > 1024 * 1024);
    QCOMPARE(remarks, 1);
    QVERIFY(reportLine(record).startsWith("REPORT "));
    // The first and the last lines are there.
    QVERIFY(lineWith(record, "START RequestId: ") >= 0);
    QCOMPARE(record.log[record.log.size() - 3].source, LogSource::Function);
}

void tst_Limits::memoryOverTheLimit()
{
    FETCH_GROUND(ground);
    const QTemporaryDir folder;
    const bool isPython = ground.language == QStringLiteral("python");
    QFile file(folder.filePath(isPython ? QStringLiteral("app.py") : QStringLiteral("app.js")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(isPython ? "import time\n"
                          "def handler(event, context):\n"
                          "    kept = []\n"
                          "    while True:\n"
                          "        kept.append(bytearray(b'x') * 5_000_000)\n"
                          "        time.sleep(0.01)\n"
                        : "exports.handler = () => new Promise(() => {\n"
                          "    const kept = [];\n"
                          "    setInterval(() => kept.push(Buffer.alloc(5e6, 'x')), 10);\n"
                          "});\n");
    file.close();
    InvocationRequest request = requestForFolder(ground, folder.path());
    request.function.memory = MebiBytes{200};
    request.requestId = newRequestId();

    RUN(record, m_test, request);

    QCOMPARE(record.status, InvocationStatus::Failed);
    QCOMPARE(record.errorType, QStringLiteral("Runtime.ExitError"));
    QCOMPARE(record.response,
             "{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":\"RequestId: "
                 + request.requestId.toLatin1()
                 + " Error: Runtime exited with error: signal: killed\"}");
    QVERIFY2(reportLine(record).contains("\tStatus: error\tError Type: Runtime.OutOfMemory\t"),
             reportLine(record).constData());
    QCOMPARE(record.report.memorySize.value, 200);
    QVERIFY(record.report.maxMemoryUsed >= MebiBytes{200});
}

void tst_Limits::memoryOfChildrenCounts()
{
    FETCH_GROUND(ground);
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("app.py")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("import os, time\n"
               "def handler(event, context):\n"
               "    for _ in range(4):\n"
               "        if os.fork() == 0:\n"
               "            kept = bytearray(b'x') * 80_000_000\n"
               "            time.sleep(600)\n"
               "    time.sleep(600)\n");
    file.close();
    InvocationRequest request = requestForFolder(ground, folder.path());
    request.function.memory = MebiBytes{200};

    RUN(record, m_test, request);

    QCOMPARE(record.report.errorType, QStringLiteral("Runtime.OutOfMemory"));
}

COLDFRAME_TEST(tst_Limits);

#include "tst_limits.moc"
