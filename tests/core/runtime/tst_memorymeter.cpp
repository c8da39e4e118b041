// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/memorymeter.h"

#include "core/runtime/childprocess.h"
#include "core/runtime/interpreter.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace coldframe;

class tst_MemoryMeter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTreeOfProcesses();
    void aChildOfAnotherThread();
    void theRootMayNotCount();
    void aPeakBetweenTwoSamples();
    void aProcessThatIsGone();
};

namespace {

constexpr std::int64_t mebi = 1024 * 1024;

/// Runs a Python program that makes the file when it has the memory that it wants, and waits.
class PythonProgram
{
public:
    explicit PythonProgram(const QByteArray &program)
    {
        const auto python = findInterpreter(QStringLiteral("python"));
        if (!python)
            return;
        SpawnRequest request;
        request.program = python->program.toLocal8Bit();
        request.arguments = {"-S", "-c",
                             "import os, sys, threading, time\n"
                             "def take(mebibytes):\n"
                             "    return bytearray(b'x') * (mebibytes << 20)\n"
                             "def ready():\n"
                             "    open("
                                 + QByteArray("'") + readyFile().toLocal8Bit()
                                 + "', 'w').close()\n"
                                   "    time.sleep(600)\n"
                                 + program};
        request.workingDirectory = "/";
        auto spawned = ChildProcess::spawn(request);
        if (spawned)
            process = std::move(*spawned);
    }

    bool isReady() const { return QFile::exists(readyFile()); }

    std::unique_ptr<ChildProcess> process;

private:
    QString readyFile() const { return m_folder.filePath(QStringLiteral("ready")); }

    QTemporaryDir m_folder;
};

constexpr int patience = 30'000;

} // namespace

void tst_MemoryMeter::aTreeOfProcesses()
{
    const PythonProgram program("if os.fork() == 0:\n"
                                "    if os.fork() == 0:\n"
                                "        kept = take(60)\n"
                                "        ready()\n"
                                "    kept = take(50)\n"
                                "    time.sleep(600)\n"
                                "kept = take(40)\n"
                                "time.sleep(600)\n");
    QVERIFY(program.process);
    QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), patience);
    MemoryMeter meter(program.process->processId(), MemoryMeter::Root::Counted);

    QTRY_VERIFY_WITH_TIMEOUT(meter.sample() >= 150 * mebi, patience);

    QVERIFY(meter.sample() < 300 * mebi);
    QVERIFY(meter.peakBytes() >= 150 * mebi);
}

void tst_MemoryMeter::aChildOfAnotherThread()
{
    const PythonProgram program("def child():\n"
                                "    if os.fork() == 0:\n"
                                "        kept = take(90)\n"
                                "        ready()\n"
                                "    time.sleep(600)\n"
                                "threading.Thread(target=child).start()\n");
    QVERIFY(program.process);
    QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), patience);
    MemoryMeter meter(program.process->processId(), MemoryMeter::Root::Counted);

    QVERIFY(meter.sample() >= 90 * mebi);
}

void tst_MemoryMeter::theRootMayNotCount()
{
    const PythonProgram program("if os.fork() == 0:\n"
                                "    kept = take(30)\n"
                                "    ready()\n"
                                "kept = take(200)\n"
                                "time.sleep(600)\n");
    QVERIFY(program.process);
    QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), patience);
    MemoryMeter all(program.process->processId(), MemoryMeter::Root::Counted);
    MemoryMeter others(program.process->processId(), MemoryMeter::Root::NotCounted);
    QTRY_VERIFY_WITH_TIMEOUT(all.sample() >= 230 * mebi, patience);

    QVERIFY(others.sample() >= 30 * mebi);
    QVERIFY(others.sample() < 200 * mebi);
    QVERIFY(others.peakBytes() < 200 * mebi);
}

void tst_MemoryMeter::aPeakBetweenTwoSamples()
{
    const PythonProgram program("take(100)\n"
                                "ready()\n");
    QVERIFY(program.process);
    QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), patience);
    MemoryMeter meter(program.process->processId(), MemoryMeter::Root::Counted);

    QVERIFY(meter.sample() < 100 * mebi);
    QVERIFY(meter.peakBytes() >= 100 * mebi);
}

void tst_MemoryMeter::aProcessThatIsGone()
{
    SpawnRequest request;
    request.program = "/bin/true";
    request.workingDirectory = "/";
    auto process = ChildProcess::spawn(request);
    QVERIFY(process.has_value());
    const pid_t id = (*process)->processId();
    process->reset();

    MemoryMeter meter(id, MemoryMeter::Root::Counted);

    QCOMPARE(meter.sample(), 0);
    QCOMPARE(meter.peakBytes(), 0);
}

COLDFRAME_TEST(tst_MemoryMeter);

#include "tst_memorymeter.moc"
