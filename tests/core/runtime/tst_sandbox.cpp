// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/sandbox.h"

#include "core/runtime/sandboxreserve.h"
#include "tests/core/runtime/sandboxbench.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include <csignal>
#include <cstring>

#include <unistd.h>

using namespace coldframe;
using coldframe::test::SandboxBench;

Q_DECLARE_METATYPE(coldframe::Isolation)

/// Each of these with bubblewrap and without.
class tst_Sandbox : public QObject
{
    Q_OBJECT

private:
    void isolations() const;

private Q_SLOTS:
    void endsOfAProcess_data();
    void endsOfAProcess();
    void ordersMayComeBeforeItIsReady_data() { isolations(); }
    void ordersMayComeBeforeItIsReady();
    void whatCannotBeStarted_data();
    void whatCannotBeStarted();
    void nothingIsInheritedButWhatIsGiven_data() { isolations(); }
    void nothingIsInheritedButWhatIsGiven();
    void limitOfOpenFiles_data() { isolations(); }
    void limitOfOpenFiles();
    void signalsReachTheGroup_data() { isolations(); }
    void signalsReachTheGroup();
    void temporaryFilesSurviveAReset_data() { isolations(); }
    void temporaryFilesSurviveAReset();
    void nothingSurvivesAReset_data();
    void nothingSurvivesAReset();
    void nothingSurvivesItsEnd_data();
    void nothingSurvivesItsEnd();
    void aFreezeStopsEverything_data();
    void aFreezeStopsEverything();
    void memoryOfAllProcesses_data() { isolations(); }
    void memoryOfAllProcesses();
    void aSandboxThatCannotBeSetUp();

    void storageIsAsLargeAsConfigured();
    void onlyTemporaryFilesCanBeWritten();
    void theFirstProcessCannotBeReached();
    void namesOfTheSandbox();
    void linksThatLeadOutOfTheCode();
    void oneIsKeptReady_data() { isolations(); }
    void oneIsKeptReady();
    void aKeptOneIsOnlyGoodForItsPlan();
    void aKeptOneShowsNoFolderThatIsGone();
};

namespace {

constexpr int patientMilliseconds = 30'000;

#define WAIT_FOR(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, patientMilliseconds)

#define SKIP_WITHOUT(isolation)                                                                    \
    if (const auto obstacle = SandboxBench::obstacle(isolation))                                   \
    QSKIP(qPrintable(*obstacle))

QString titleOf(Isolation isolation)
{
    return isolation == Isolation::Bubblewrap ? QStringLiteral("bubblewrap")
                                              : QStringLiteral("no isolation");
}

constexpr Isolation bothIsolations[] = {Isolation::Bubblewrap, Isolation::None};

} // namespace

void tst_Sandbox::isolations() const
{
    QTest::addColumn<Isolation>("isolation");
    for (const Isolation isolation : bothIsolations)
        QTest::newRow(qPrintable(titleOf(isolation))) << isolation;
}

void tst_Sandbox::endsOfAProcess_data()
{
    QTest::addColumn<Isolation>("isolation");
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<int>("signal");
    for (const Isolation isolation : bothIsolations) {
        const auto row = [isolation](const char *title) -> QTestData & {
            return QTest::newRow(
                       qPrintable(titleOf(isolation) + QStringLiteral(", ") + QLatin1String(title)))
                << isolation;
        };
        row("success") << QByteArray("exit 0") << 0 << 0;
        row("failure") << QByteArray("exit 3") << 3 << 0;
        row("a shell's word for a signal") << QByteArray("exit 137") << 137 << 0;
        row("killed") << QByteArray("kill -KILL $$") << 0 << SIGKILL;
        row("terminated") << QByteArray("kill -TERM $$") << 0 << SIGTERM;
        row("aborted") << QByteArray("kill -ABRT $$") << 0 << SIGABRT;
    }
}

void tst_Sandbox::endsOfAProcess()
{
    QFETCH(const Isolation, isolation);
    QFETCH(const QByteArray, script);
    QFETCH(const int, exitCode);
    QFETCH(const int, signal);
    SKIP_WITHOUT(isolation);
    SandboxBench bench(isolation);
    QVERIFY(bench.start());

    const int process = bench.runScript(script);

    WAIT_FOR(bench.exitOf(process));
    QCOMPARE(bench.exitOf(process)->exitCode, exitCode);
    QCOMPARE(bench.exitOf(process)->signal, signal);
    QVERIFY(bench.sandbox->isReady());
    QVERIFY(!bench.ended);
}

void tst_Sandbox::ordersMayComeBeforeItIsReady()
{
    QFETCH(const Isolation, isolation);
    SKIP_WITHOUT(isolation);
    SandboxBench bench(isolation);
    QVERIFY(bench.start());
    QVERIFY(!bench.sandbox->isReady());

    std::vector<int> processes;
    for (int i = 0; i < 11; ++i) // a runtime and ten extensions
        processes.push_back(bench.runScript("exit " + QByteArray::number(i)));

    for (std::size_t i = 0; i < processes.size(); ++i) {
        WAIT_FOR(bench.exitOf(processes[i]));
        QCOMPARE(bench.exitOf(processes[i])->exitCode, int(i));
        QVERIFY(bench.spawned.contains(processes[i]));
        QVERIFY(bench.spawned[processes[i]] >= *bench.readyAt);
        QVERIFY(bench.spawned[processes[i]] <= std::chrono::steady_clock::now());
    }
    QVERIFY(*bench.readyAt >= bench.sandbox->executedAt());
}

void tst_Sandbox::whatCannotBeStarted_data()
{
    QTest::addColumn<Isolation>("isolation");
    QTest::addColumn<QString>("program");
    QTest::addColumn<int>("reason");
    for (const Isolation isolation : bothIsolations) {
        const QString title = titleOf(isolation);
        QTest::newRow(qPrintable(title + QStringLiteral(", no such program")))
            << isolation << QStringLiteral("/nonexistent/python") << ENOENT;
        QTest::newRow(qPrintable(title + QStringLiteral(", a folder")))
            << isolation << QStringLiteral("/usr") << EACCES;
        QTest::newRow(qPrintable(title + QStringLiteral(", too many words")))
            << isolation << QStringLiteral("/bin/") + QString(200'000, u'x') << E2BIG;
    }
}

void tst_Sandbox::whatCannotBeStarted()
{
    QFETCH(const Isolation, isolation);
    QFETCH(const QString, program);
    QFETCH(const int, reason);
    SKIP_WITHOUT(isolation);
    SandboxBench bench(isolation);
    QVERIFY(bench.start());

    const int process = bench.run(program);

    WAIT_FOR(bench.failures.contains(process));
    QCOMPARE(bench.failures[process].code, Error::Code::SpawnFailed);
    QCOMPARE(bench.failures[process].detail,
             program + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(reason)));
    const int next = bench.runScript("exit 4"); // it can still be used
    WAIT_FOR(bench.exitOf(next));
}

void tst_Sandbox::nothingIsInheritedButWhatIsGiven()
{
    QFETCH(const Isolation, isolation);
    SKIP_WITHOUT(isolation);
    qputenv("COLDFRAME_TEST_LEAK", "leaked");
    SandboxBench bench(isolation);
    QVERIFY(bench.start());

    const int process = bench.runScript("cd {task} || exit 9\n"
                                        "for f in /proc/$$/fd/*; do echo fd ${f##*/}; done\n"
                                        "readlink /proc/$$/fd/0\n"
                                        "grep -E 'SigBlk|SigIgn' /proc/$$/status\n"
                                        "tr '\\0' '\\n' < /proc/$$/environ\n"
                                        "[ $(ps -o sid= -p $$) = $$ ] && echo leader\n");

    WAIT_FOR(bench.exitOf(process));
    qunsetenv("COLDFRAME_TEST_LEAK");
    QByteArray output = bench.output();
    output.replace("fd 3\n", ""); // the folder that the shell lists
    QCOMPARE(output,
             QByteArray("fd 0\nfd 1\nfd 2\n/dev/null\nSigBlk:\t0000000000000000\n"
                        "SigIgn:\t0000000000000000\nPATH=/usr/bin:/bin\nleader\n"));
}

void tst_Sandbox::limitOfOpenFiles()
{
    QFETCH(const Isolation, isolation);
    SKIP_WITHOUT(isolation);
    SandboxBench bench(isolation);
    QVERIFY(bench.start());

    const int process = bench.runScript("ulimit -n; ulimit -Hn");

    WAIT_FOR(bench.exitOf(process));
    QCOMPARE(bench.output(), QByteArray("1024\n1024\n"));
}

void tst_Sandbox::signalsReachTheGroup()
{
    QFETCH(const Isolation, isolation);
    SKIP_WITHOUT(isolation);
    SandboxBench bench(isolation);
    QVERIFY(bench.start());

    const int other = bench.runScript("exec sleep 600");
    const int process
        = bench.runScript("trap 'echo asked; exit 5' TERM; (echo up; exec sleep 600) & wait");
    WAIT_FOR(bench.output().contains("up\n"));
    bench.sandbox->signal(process, SIGTERM);
    WAIT_FOR(bench.exitOf(process));
    QCOMPARE(bench.exitOf(process)->exitCode, 5);
    QCOMPARE(bench.output(), QByteArray("up\nasked\n"));
    WAIT_FOR(bench.sandbox->processCount() == 1);

    QVERIFY(!bench.exitOf(other));
    bench.sandbox->kill(other);
    WAIT_FOR(bench.exitOf(other));
    QCOMPARE(bench.exitOf(other)->signal, SIGKILL);
    QCOMPARE(bench.sandbox->processCount(), 0);
}

void tst_Sandbox::temporaryFilesSurviveAReset()
{
    QFETCH(const Isolation, isolation);
    SKIP_WITHOUT(isolation);
    SandboxBench bench(isolation);
    QVERIFY(bench.start());
    const QByteArray file = "/tmp/" + QUuid::createUuid().toByteArray(QUuid::Id128);
    const int first = bench.runScript("echo kept > " + file + "; echo up; sleep 600");
    WAIT_FOR(bench.output() == "up\n");

    bench.sandbox->killProcesses();
    const int second = bench.runScript("cat " + file + "; rm " + file);

    WAIT_FOR(bench.exitOf(second));
    QCOMPARE(bench.exitOf(first)->signal, SIGKILL);
    QCOMPARE(bench.killed, 1);
    QCOMPARE(bench.output(), QByteArray("up\nkept\n"));
}

void tst_Sandbox::nothingSurvivesAReset_data()
{
    QTest::addColumn<Isolation>("isolation");
    QTest::addColumn<QByteArray>("script");
    for (const Isolation isolation : bothIsolations) {
        const auto row = [isolation](const char *title) -> QTestData & {
            return QTest::newRow(
                       qPrintable(titleOf(isolation) + QStringLiteral(", ") + QLatin1String(title)))
                << isolation;
        };
        row("one process") << QByteArray("echo up; sleep 600");
        row("a session of its own, deaf to signals")
            << QByteArray("setsid sh -c 'trap \"\" TERM INT HUP; echo up; while :; do sleep 600;"
                          " done' & wait");
        row("an orphan") << QByteArray("(setsid sh -c 'echo up; sleep 600' &); exit 0");
        row("a fork bomb") << QByteArray(
            ""
            "ulimit -u 300\n"
            "for i in 1 2 3 4 5 6 7 8; do\n"
            "  (while :; do (sleep 0.01; :) & wait; (sh -c 'setsid sh -c"
            " \"while :; do :& wait; done\" &'); sleep 0.02; done) &\n"
            "done 2>/dev/null; echo up; wait");
    }
}

void tst_Sandbox::nothingSurvivesAReset()
{
    QFETCH(const Isolation, isolation);
    QFETCH(const QByteArray, script);
    SKIP_WITHOUT(isolation);
    SandboxBench bench(isolation);
    QVERIFY(bench.start());
    bench.runScript(script);
    WAIT_FOR(bench.output().contains("up\n"));
    WAIT_FOR(bench.sandbox->processCount() > 0);

    bench.sandbox->killProcesses();

    WAIT_FOR(bench.killed == 1);
    QCOMPARE(bench.sandbox->processCount(), 0);
    const int process = bench.runScript("exit 6");
    WAIT_FOR(bench.exitOf(process));
    QCOMPARE(bench.exitOf(process)->exitCode, 6);
}

void tst_Sandbox::nothingSurvivesItsEnd_data()
{
    QTest::addColumn<Isolation>("isolation");
    QTest::addColumn<bool>("deleted");
    for (const Isolation isolation : bothIsolations) {
        QTest::newRow(qPrintable(titleOf(isolation) + QStringLiteral(", asked to end")))
            << isolation << false;
        QTest::newRow(qPrintable(titleOf(isolation) + QStringLiteral(", deleted")))
            << isolation << true;
    }
}

void tst_Sandbox::nothingSurvivesItsEnd()
{
    QFETCH(const Isolation, isolation);
    QFETCH(const bool, deleted);
    SKIP_WITHOUT(isolation);
    const QByteArray mark = QUuid::createUuid().toByteArray(QUuid::Id128);
    SandboxBench bench(isolation);
    QVERIFY(bench.start());
    bench.runScript("setsid sh -c 'trap \"\" TERM INT HUP; echo up; while :; do sleep 600; done; # "
                    + mark + "' & (setsid sh -c 'echo up; sleep 600; # " + mark + "' &); wait");
    WAIT_FOR(bench.output() == "up\nup\n");
    QVERIFY(test::processesNamed(mark).size() >= 2);

    if (deleted) {
        bench.sandbox.reset();
        // With bubblewrap the kernel ends the namespace a moment after its first process.
        WAIT_FOR(test::processesNamed(mark).empty());
    } else {
        bench.sandbox->end();
        WAIT_FOR(bench.ended);
        WAIT_FOR(test::processesNamed(mark).empty());
        QVERIFY(!bench.sandbox->startError());
    }
}

void tst_Sandbox::aFreezeStopsEverything_data()
{
    QTest::addColumn<Isolation>("isolation");
    QTest::addColumn<QByteArray>("script");
    for (const Isolation isolation : bothIsolations) {
        const QString title = titleOf(isolation);
        QTest::newRow(qPrintable(title + QStringLiteral(", one process")))
            << isolation << QByteArray("while :; do echo; done");
        QTest::newRow(qPrintable(title + QStringLiteral(", a session of its own")))
            << isolation << QByteArray("setsid sh -c 'while :; do echo; done' & wait");
        QTest::newRow(qPrintable(title + QStringLiteral(", an orphan")))
            << isolation << QByteArray("(setsid sh -c 'while :; do echo; done' &); exit 0");
        QTest::newRow(qPrintable(title + QStringLiteral(", always new processes")))
            << isolation << QByteArray("while :; do (echo); done");
    }
}

void tst_Sandbox::aFreezeStopsEverything()
{
    QFETCH(const Isolation, isolation);
    QFETCH(const QByteArray, script);
    SKIP_WITHOUT(isolation);
    SandboxBench bench(isolation);
    QVERIFY(bench.start());
    bench.runScript(script);
    const auto grows = [&bench] {
        const qsizetype before = bench.output().size();
        QTest::qWait(30);
        return bench.output().size() > before;
    };
    WAIT_FOR(grows());

    bench.sandbox->freeze();
    QVERIFY(bench.sandbox->isFrozen());
    WAIT_FOR(!grows()); // what was written before is read, the thorough look is over
    QVERIFY(!grows());
    QVERIFY(!grows());
    bench.sandbox->thaw();

    QVERIFY(!bench.sandbox->isFrozen());
    WAIT_FOR(grows());
    bench.sandbox->freeze();
    bench.sandbox->killProcesses(); // also what is frozen
    WAIT_FOR(bench.killed == 1);
    QCOMPARE(bench.sandbox->processCount(), 0);
}

void tst_Sandbox::memoryOfAllProcesses()
{
    constexpr std::int64_t mebi = 1024 * 1024;
    QFETCH(const Isolation, isolation);
    SKIP_WITHOUT(isolation);
    SandboxBench bench(isolation);
    QVERIFY(bench.start());
    QCOMPARE(bench.sandbox->sampleMemory(), 0);
    const QString python = QStringLiteral("/usr/bin/python3");
    if (!QFile::exists(python))
        QSKIP("there is no /usr/bin/python3");
    const QString take = QStringLiteral("import time\nkept = bytearray(b'x') * (%1 << 20)\n"
                                        "print('up', flush=True)\ntime.sleep(600)\n");
    bench.run(python, {QStringLiteral("-S"), QStringLiteral("-c"), take.arg(40)});
    const int second
        = bench.run(python, {QStringLiteral("-S"), QStringLiteral("-c"), take.arg(60)});
    WAIT_FOR(bench.output() == "up\nup\n");

    QVERIFY(bench.sandbox->sampleMemory() >= 100 * mebi);
    QVERIFY(bench.sandbox->sampleMemory() < 200 * mebi);
    QCOMPARE(bench.sandbox->processCount(), 2);
    bench.sandbox->kill(second);
    WAIT_FOR(bench.exitOf(second));
    QVERIFY(bench.sandbox->sampleMemory() < 100 * mebi);
    QVERIFY(bench.sandbox->peakMemoryBytes() >= 100 * mebi);
}

void tst_Sandbox::aSandboxThatCannotBeSetUp()
{
    SKIP_WITHOUT(Isolation::Bubblewrap);
    SandboxBench bench(Isolation::Bubblewrap);
    bench.plan.codeDirectory = QStringLiteral("/nonexistent/code");
    QVERIFY(bench.start());
    bench.runScript("exit 0");

    WAIT_FOR(bench.ended);

    QVERIFY(!bench.readyAt);
    QVERIFY(bench.sandbox->startError().has_value());
    QCOMPARE(bench.sandbox->startError()->code, Error::Code::IsolationUnavailable);
    QVERIFY(bench.sandbox->startError()->detail.contains(QStringLiteral("/nonexistent/code")));
}

void tst_Sandbox::storageIsAsLargeAsConfigured()
{
    SKIP_WITHOUT(Isolation::Bubblewrap);
    SandboxBench bench(Isolation::Bubblewrap);
    QVERIFY(bench.start());

    const int process
        = bench.runScript("dd if=/dev/zero of=/tmp/large bs=65536 count=1000 2>&1"
                          " | grep -o 'No space left on device'; stat -c %s /tmp/large");

    WAIT_FOR(bench.exitOf(process));
    QCOMPARE(bench.output(), QByteArray("No space left on device\n4194304\n"));
}

void tst_Sandbox::onlyTemporaryFilesCanBeWritten()
{
    SKIP_WITHOUT(Isolation::Bubblewrap);
    SandboxBench bench(Isolation::Bubblewrap);
    QFile layer(bench.plan.optDirectory + QStringLiteral("/layer.txt"));
    QVERIFY(layer.open(QIODevice::WriteOnly));
    layer.write("a layer\n");
    layer.close();
    QVERIFY(bench.start());

    const int process = bench.runScript(
        "pwd; id -u; cat /opt/layer.txt\n"
        "for f in / /var/task /var/runtime /opt /usr /etc /dev /dev/shm /var /home /root; do\n"
        "  touch $f/x 2>/dev/null && echo can write $f\n"
        "done\n"
        "echo >> /opt/layer.txt 2>/dev/null && echo can change a layer\n"
        "touch /tmp/x && echo temporary\n"
        "echo null > /dev/null && echo null\n"
        "ls -A /home /root /mnt 2>/dev/null\n"
        "grep -h CapEff /proc/self/status\n");

    WAIT_FOR(bench.exitOf(process));
    const QByteArray output = bench.output();
    QVERIFY2(output.startsWith("/var/task\n993\na layer\n"), output.constData());
    QVERIFY2(!output.contains("can "), output.constData());
    QVERIFY2(output.endsWith("temporary\nnull\nCapEff:\t0000000000000000\n"), output.constData());
}

void tst_Sandbox::theFirstProcessCannotBeReached()
{
    SKIP_WITHOUT(Isolation::Bubblewrap);
    SandboxBench bench(Isolation::Bubblewrap);
    QVERIFY(bench.start());

    const int process
        = bench.runScript("for s in KILL STOP TERM INT HUP SEGV CHLD USR1; do kill -$s 1; done\n"
                          "cat /proc/1/mem 2>/dev/null; readlink /proc/1/exe /proc/1/fd/3; echo x "
                          "2>/dev/null > /proc/1/fd/3\n"
                          "ls -d /proc/[0-9]* | wc -l\n");
    WAIT_FOR(bench.exitOf(process));

    // Itself, this shell, and the pipeline.
    QVERIFY2(bench.output().trimmed().toInt() <= 5 && bench.output().trimmed().toInt() > 2,
             bench.output().constData());
    const int next = bench.runScript("exit 7");
    WAIT_FOR(bench.exitOf(next));
    QVERIFY(!bench.ended);
}

void tst_Sandbox::namesOfTheSandbox()
{
    SKIP_WITHOUT(Isolation::Bubblewrap);
    SandboxBench bench(Isolation::Bubblewrap);
    QVERIFY(bench.start());

    const int process = bench.runScript("for n in sandbox sandbox.localdomain; do"
                                        " getent ahostsv4 $n | head -n1 | cut -d' ' -f1; done");

    WAIT_FOR(bench.exitOf(process));
    QCOMPARE(bench.output(), QByteArray("127.0.0.1\n127.0.0.1\n"));
}

void tst_Sandbox::linksThatLeadOutOfTheCode()
{
    SKIP_WITHOUT(Isolation::Bubblewrap);
    SandboxBench bench(Isolation::Bubblewrap);
    const QTemporaryDir elsewhere;
    const auto write = [](const QString &path, const QByteArray &text) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    };
    QVERIFY(QDir(bench.plan.codeDirectory).mkpath(QStringLiteral("../shared")));
    write(bench.plan.codeDirectory + QStringLiteral("/../shared/a.txt"), "relative\n");
    write(elsewhere.filePath(QStringLiteral("b.txt")), "absolute\n");
    write(bench.plan.codeDirectory + QStringLiteral("/c.txt"), "inside\n");
    const auto link = [&bench](const QString &target, const char *name) {
        QVERIFY(QFile::link(target, bench.plan.codeDirectory + u'/' + QLatin1String(name)));
    };
    QVERIFY(symlink("../shared", qPrintable(bench.plan.codeDirectory + QStringLiteral("/relative")))
            == 0);
    link(elsewhere.path(), "absolute");
    QVERIFY(symlink("c.txt", qPrintable(bench.plan.codeDirectory + QStringLiteral("/inside")))
            == 0);
    QVERIFY(
        symlink("/nonexistent", qPrintable(bench.plan.codeDirectory + QStringLiteral("/broken")))
        == 0);
    QVERIFY(symlink("/", qPrintable(bench.plan.codeDirectory + QStringLiteral("/everything")))
            == 0);
    QCOMPARE(outsideLinks(bench.plan.codeDirectory).size(), std::size_t(2));
    QVERIFY(bench.start());

    const int process = bench.runScript("cat relative/a.txt absolute/b.txt inside");

    WAIT_FOR(bench.exitOf(process));
    QCOMPARE(bench.output(), QByteArray("relative\nabsolute\ninside\n"));
}

void tst_Sandbox::oneIsKeptReady()
{
    QFETCH(const Isolation, isolation);
    SKIP_WITHOUT(isolation);
    SandboxBench bench(isolation);
    const SystemClock clock;
    SandboxReserve reserve(clock);
    QVERIFY(!reserve.take(bench.plan));

    reserve.prepare(bench.plan);
    reserve.prepare(bench.plan);
    const std::unique_ptr<Sandbox> sandbox = reserve.take(bench.plan);

    QVERIFY(sandbox);
    WAIT_FOR(sandbox->isReady());
    QVERIFY(!reserve.take(bench.plan));
}

void tst_Sandbox::aKeptOneIsOnlyGoodForItsPlan()
{
    SandboxBench bench(Isolation::None);
    const SystemClock clock;
    SandboxReserve reserve(clock);
    reserve.prepare(bench.plan);

    SandboxPlan larger = bench.plan;
    larger.memory.value *= 2;
    QVERIFY(!reserve.take(larger));
    QVERIFY(reserve.take(bench.plan));
}

void tst_Sandbox::aKeptOneShowsNoFolderThatIsGone()
{
    SandboxBench bench(Isolation::None);
    const SystemClock clock;
    SandboxReserve reserve(clock);
    const QString code = bench.plan.codeDirectory;

    reserve.prepare(bench.plan);
    QVERIFY(QDir().rename(code, code + QStringLiteral("-before")));
    QVERIFY(QDir().mkpath(code));
    QVERIFY(!reserve.take(bench.plan));

    reserve.prepare(bench.plan);
    QVERIFY(symlink(qPrintable(code + QStringLiteral("-before")), qPrintable(code + QStringLiteral("/link"))) == 0);
    QVERIFY(!reserve.take(bench.plan));
}

COLDFRAME_TEST(tst_Sandbox);

#include "tst_sandbox.moc"
