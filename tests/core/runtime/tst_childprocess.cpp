// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/childprocess.h"

#include "tests/core/runtime/sandboxbench.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

#include <array>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

using namespace coldframe;
using namespace coldframe::test;

class tst_ChildProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsOfAProcess_data();
    void endsOfAProcess();
    void whatCannotBeStarted_data();
    void whatCannotBeStarted();
    void theEnvironmentIsExactlyWhatIsGiven();
    void onlyListedDescriptorsAreInherited();
    void standardInputIsNotInheritedEither();
    void descriptorsMaySwapNumbers();
    void signalsAreAsForANewProgram();
    void leaderOfItsOwnSession();
    void limitOfOpenFiles();
    void grandchildrenAreKilledWithTheGroup_data();
    void grandchildrenAreKilledWithTheGroup();
    void theBeginningOfTheProgramIsKnown();

private:
    QTemporaryFile m_plainFile;
};

namespace {

struct PipeEnds
{
    Descriptor reading;
    Descriptor writing;
};

PipeEnds makePipeEnds()
{
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0)
        return {};
    return {Descriptor(ends[0]), Descriptor(ends[1])};
}

QByteArray readToTheEnd(const Descriptor &descriptor)
{
    QFile file;
    if (!file.open(descriptor.value(), QIODevice::ReadOnly, QFile::DontCloseHandle))
        return {};
    return file.readAll();
}

SpawnRequest shell(const QByteArray &script)
{
    SpawnRequest request;
    request.program = "/bin/sh";
    request.arguments = {"-c", script};
    request.workingDirectory = "/";
    return request;
}

/// What a program writes to its standard output.
QByteArray outputOf(SpawnRequest request)
{
    PipeEnds pipe = makePipeEnds();
    request.descriptors.emplace_back(pipe.writing.value(), 1);
    const auto process = ChildProcess::spawn(request);
    if (!process)
        return "not started: " + process.error().detail.toUtf8();
    pipe.writing.reset();
    return readToTheEnd(pipe.reading);
}

} // namespace

Q_DECLARE_METATYPE(coldframe::ExitStatus)

void tst_ChildProcess::endsOfAProcess_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<int>("signal");

    QTest::newRow("success") << QByteArray("exit 0") << 0 << 0;
    QTest::newRow("failure") << QByteArray("exit 3") << 3 << 0;
    QTest::newRow("the largest status") << QByteArray("exit 255") << 255 << 0;
    QTest::newRow("killed") << QByteArray("kill -KILL $$") << 0 << SIGKILL;
    QTest::newRow("terminated") << QByteArray("kill -TERM $$") << 0 << SIGTERM;
    QTest::newRow("aborted") << QByteArray("kill -ABRT $$") << 0 << SIGABRT;
    QTest::newRow("a grandchild is left") << QByteArray("sleep 600 & exit 4") << 4 << 0;
}

void tst_ChildProcess::endsOfAProcess()
{
    QFETCH(const QByteArray, script);
    QFETCH(const int, exitCode);
    QFETCH(const int, signal);

    const auto process = ChildProcess::spawn(shell(script));

    QVERIFY(process.has_value());
    QSignalSpy exited(process->get(), &ChildProcess::exited);
    QTRY_COMPARE(exited.size(), 1);
    const auto status = exited.first().first().value<ExitStatus>();
    QCOMPARE(status.exitCode, exitCode);
    QCOMPARE(status.signal, signal);
    QVERIFY(!(*process)->isRunning());
    QCOMPARE(kill((*process)->processId(), 0), -1); // reaped
}

void tst_ChildProcess::whatCannotBeStarted_data()
{
    QVERIFY(m_plainFile.open());
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<QByteArray>("workingDirectory");
    QTest::addColumn<int>("reason");

    QTest::newRow("no such program")
        << QByteArray("/nonexistent/python") << QByteArray("/") << ENOENT;
    QTest::newRow("a folder") << QByteArray("/usr") << QByteArray("/") << EACCES;
    QTest::newRow("no such working directory")
        << QByteArray("/bin/true") << QByteArray("/nonexistent") << ENOENT;
    QTest::newRow("no program at all")
        << m_plainFile.fileName().toLocal8Bit() << QByteArray("/") << EACCES;
}

void tst_ChildProcess::whatCannotBeStarted()
{
    QFETCH(const QByteArray, program);
    QFETCH(const QByteArray, workingDirectory);
    QFETCH(const int, reason);
    SpawnRequest request;
    request.program = program;
    request.workingDirectory = workingDirectory;

    const auto process = ChildProcess::spawn(request);

    QVERIFY(!process.has_value());
    QCOMPARE(process.error().code, Error::Code::SpawnFailed);
    QCOMPARE(process.error().detail,
             QString::fromLocal8Bit(program + ": " + std::strerror(reason)));
}

void tst_ChildProcess::theEnvironmentIsExactlyWhatIsGiven()
{
    qputenv("COLDFRAME_TEST_LEAK", "leaked");
    SpawnRequest request;
    request.program = "/usr/bin/env";
    request.environment = {"LANG=C", "TABLE=a=b", "EMPTY="};
    request.workingDirectory = "/";

    QCOMPARE(outputOf(request), QByteArray("LANG=C\nTABLE=a=b\nEMPTY=\n"));

    qunsetenv("COLDFRAME_TEST_LEAK");
}

void tst_ChildProcess::onlyListedDescriptorsAreInherited()
{
    const Descriptor leaky(::open("/dev/null", O_RDONLY)); // without O_CLOEXEC
    const Descriptor input(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    SpawnRequest request = shell("echo /proc/$$/fd/*");
    request.descriptors = {{input.value(), 0}, {input.value(), 2}, {input.value(), 7}};

    const QByteArrayList paths = outputOf(request).trimmed().split(' ');

    QByteArrayList numbers;
    for (const QByteArray &path : paths)
        numbers.append(path.mid(path.lastIndexOf('/') + 1));
    // dash opens nothing of its own for a builtin with a glob, but the folder that it lists.
    numbers.removeOne("3");
    QCOMPARE(numbers, (QByteArrayList{"0", "1", "2", "7"}));
}

void tst_ChildProcess::standardInputIsNotInheritedEither()
{
    QCOMPARE(outputOf(shell("[ -e /proc/$$/fd/0 ] && echo there || echo gone")),
             QByteArray("gone\n"));
}

void tst_ChildProcess::descriptorsMaySwapNumbers()
{
    PipeEnds first = makePipeEnds();
    PipeEnds second = makePipeEnds();
    SpawnRequest request = shell("echo first >&" + QByteArray::number(second.writing.value())
                                 + "; echo second >&" + QByteArray::number(first.writing.value()));
    request.descriptors = {{first.writing.value(), second.writing.value()},
                           {second.writing.value(), first.writing.value()}};
    if (first.writing.value() > 9 || second.writing.value() > 9)
        QSKIP("the shell knows descriptors of one digit only");

    const auto process = ChildProcess::spawn(request);
    QVERIFY(process.has_value());
    first.writing.reset();
    second.writing.reset();

    QCOMPARE(readToTheEnd(first.reading), QByteArray("first\n"));
    QCOMPARE(readToTheEnd(second.reading), QByteArray("second\n"));
}

void tst_ChildProcess::signalsAreAsForANewProgram()
{
    const auto before = std::signal(SIGPIPE, SIG_IGN);
    const QByteArray output = outputOf(shell("grep -E '^Sig(Blk|Ign)' /proc/self/status"));
    std::signal(SIGPIPE, before);

    QCOMPARE(output, QByteArray("SigBlk:\t0000000000000000\nSigIgn:\t0000000000000000\n"));
}

void tst_ChildProcess::leaderOfItsOwnSession()
{
    const auto process = ChildProcess::spawn(shell("sleep 600"));
    QVERIFY(process.has_value());
    const pid_t id = (*process)->processId();

    QCOMPARE(getpgid(id), id);
    QCOMPARE(getsid(id), id);
}

void tst_ChildProcess::limitOfOpenFiles()
{
    SpawnRequest request = shell("ulimit -n");
    request.openFiles = 100;

    QCOMPARE(outputOf(request), QByteArray("100\n"));
}

void tst_ChildProcess::grandchildrenAreKilledWithTheGroup_data()
{
    QTest::addColumn<QString>("way");

    QTest::newRow("when asked to") << QStringLiteral("kill");
    QTest::newRow("with the object") << QStringLiteral("delete");
    QTest::newRow("when the child exits") << QStringLiteral("exit");
}

void tst_ChildProcess::grandchildrenAreKilledWithTheGroup()
{
    QFETCH(const QString, way);
    PipeEnds output = makePipeEnds();
    PipeEnds input = makePipeEnds();
    SpawnRequest request = shell("sleep 600 & echo $!; read answer");
    request.environment = {"PATH=/usr/bin:/bin"};
    request.descriptors = {{input.reading.value(), 0}, {output.writing.value(), 1}};
    auto process = ChildProcess::spawn(request);
    QVERIFY(process.has_value());
    QByteArray number(20, '\0');
    number.resize(::read(output.reading.value(), number.data(), 20));
    const pid_t grandchild = number.trimmed().toInt();
    QVERIFY(grandchild > 0);
    QVERIFY(isAlive(grandchild));

    if (way == QStringLiteral("kill"))
        (*process)->killGroup();
    else if (way == QStringLiteral("delete"))
        process->reset();
    else
        QCOMPARE(::write(input.writing.value(), "\n", 1), 1);

    QTRY_VERIFY(!isAlive(grandchild));
}

void tst_ChildProcess::theBeginningOfTheProgramIsKnown()
{
    const Instant before = std::chrono::steady_clock::now();
    const auto process = ChildProcess::spawn(shell("sleep 600"));
    const Instant after = std::chrono::steady_clock::now();

    QVERIFY(process.has_value());
    QVERIFY((*process)->executedAt() >= before);
    QVERIFY((*process)->executedAt() <= after);
    // The kernel gives the new name a moment after it has let us go on.
    QFile name(QStringLiteral("/proc/%1/comm").arg((*process)->processId()));
    QVERIFY(name.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    const auto currentName = [&name] {
        name.seek(0);
        return name.readAll();
    };
    QTRY_VERIFY(currentName() != QByteArray("tst_core_runtim\n"));
}

COLDFRAME_TEST(tst_ChildProcess);

#include "tst_childprocess.moc"
