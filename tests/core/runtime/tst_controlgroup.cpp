// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/controlgroup.h"

#include "tests/core/runtime/sandboxbench.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <csignal>

using namespace coldframe;
using coldframe::test::SandboxBench;

Q_DECLARE_METATYPE(coldframe::ControlGroupFolders)

class tst_ControlGroup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void placesOfOwnGroups_data();
    void placesOfOwnGroups();
    void noneWithoutFolders();
    void theKernelEndsWhatTheMeterMisses();
    void groupsAreRemovedWithTheirEnvironment();
    void leftOversOfAKilledProgramAreRemoved();
    void cpuShare();

private:
    QStringList groups() const;

    ControlGroupFolders m_folders;
};

void tst_ControlGroup::initTestCase()
{
    m_folders = findControlGroupFolders();
}

QStringList tst_ControlGroup::groups() const
{
    QStringList found;
    for (const QString &folder : {m_folders.memory, m_folders.processes, m_folders.cpu}) {
        if (!folder.isEmpty())
            found += QDir(folder).entryList({QStringLiteral("coldframe-%1-*").arg(getpid())});
    }
    return found;
}

void tst_ControlGroup::placesOfOwnGroups_data()
{
    using Version = ControlGroupFolders::Version;
    QTest::addColumn<QByteArray>("groups");
    QTest::addColumn<QByteArray>("mounts");
    QTest::addColumn<ControlGroupFolders>("expected");

    const QByteArray unified
        = "30 24 0:26 / /sys/fs/cgroup rw,nosuid shared:9 - cgroup2 cgroup2 rw\n";
    QTest::newRow("version 2")
        << QByteArray("0::/user.slice/user-1000.slice/run-5.scope\n") << unified
        << ControlGroupFolders{
               Version::V2, QStringLiteral("/sys/fs/cgroup/user.slice/user-1000.slice/run-5.scope"),
               QStringLiteral("/sys/fs/cgroup/user.slice/user-1000.slice/run-5.scope"),
               QStringLiteral("/sys/fs/cgroup/user.slice/user-1000.slice/run-5.scope")};
    QTest::newRow("version 2, the root")
        << QByteArray("0::/\n") << unified
        << ControlGroupFolders{Version::V2, QStringLiteral("/sys/fs/cgroup"),
                               QStringLiteral("/sys/fs/cgroup"), QStringLiteral("/sys/fs/cgroup")};
    QTest::newRow("version 1, beside an empty version 2")
        << QByteArray("8:pids:/\n4:memory:/a/b\n1:cpu,cpuacct:/c\n0::/\n")
        << QByteArray("31 30 0:27 / /sys/fs/cgroup/cpu,cpuacct rw - cgroup cgroup rw,cpu,cpuacct\n"
                      "32 30 0:28 / /sys/fs/cgroup/pids rw - cgroup cgroup rw,pids\n"
                      "33 30 0:29 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n"
                      "34 30 0:30 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw\n")
        << ControlGroupFolders{Version::V1, QStringLiteral("/sys/fs/cgroup/memory/a/b"),
                               QStringLiteral("/sys/fs/cgroup/pids"),
                               QStringLiteral("/sys/fs/cgroup/cpu,cpuacct/c")};
    QTest::newRow("version 1, a container that sees only its part")
        << QByteArray("4:memory:/docker/x/inner\n")
        << QByteArray("33 30 0:29 /docker/x /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n")
        << ControlGroupFolders{Version::V1, QStringLiteral("/sys/fs/cgroup/memory/inner"), {}, {}};
    QTest::newRow("none mounted") << QByteArray("0::/\n")
                                  << QByteArray("20 1 0:5 / /proc rw - proc proc rw\n")
                                  << ControlGroupFolders{};
    QTest::newRow("nothing at all") << QByteArray() << QByteArray() << ControlGroupFolders{};
}

void tst_ControlGroup::placesOfOwnGroups()
{
    QFETCH(const QByteArray, groups);
    QFETCH(const QByteArray, mounts);
    QFETCH(const ControlGroupFolders, expected);

    QCOMPARE(ownControlGroups(groups, mounts), expected);
}

void tst_ControlGroup::noneWithoutFolders()
{
    QVERIFY(!ControlGroup::make({}, {1 << 30, 10}));
}

void tst_ControlGroup::theKernelEndsWhatTheMeterMisses()
{
    if (m_folders.memory.isEmpty())
        QSKIP("no control groups for memory can be made here");
    if (!QFile::exists(QStringLiteral("/usr/bin/python3")))
        QSKIP("there is no /usr/bin/python3");
    for (const Isolation isolation : {Isolation::None, Isolation::Bubblewrap}) {
        if (SandboxBench::obstacle(isolation))
            continue;
        SandboxBench bench(isolation);
        bench.plan.memory = MebiBytes{16};
        bench.plan.controlGroups = m_folders;
        QVERIFY(bench.start());

        const int process = bench.run(QStringLiteral("/usr/bin/python3"),
                                      {QStringLiteral("-S"), QStringLiteral("-c"),
                                       QStringLiteral("bytearray(b'x') * (300 << 20)")});

        QTRY_VERIFY_WITH_TIMEOUT(bench.exitOf(process), 30'000);
        QCOMPARE(bench.exitOf(process)->signal, SIGKILL);
        QVERIFY(bench.sandbox->hasRunOutOfMemory());
        QVERIFY(bench.sandbox->isReady());
    }
}

void tst_ControlGroup::groupsAreRemovedWithTheirEnvironment()
{
    if (m_folders == ControlGroupFolders{})
        QSKIP("no control groups can be made here");
    SandboxBench bench(Isolation::None);
    bench.plan.controlGroups = m_folders;
    QVERIFY(bench.start());
    bench.runScript("echo up; sleep 600");
    QTRY_COMPARE_WITH_TIMEOUT(bench.output(), QByteArray("up\n"), 30'000);
    QVERIFY(!groups().isEmpty());

    bench.sandbox.reset();

    QTRY_VERIFY_WITH_TIMEOUT(groups().isEmpty(), 30'000);
}

void tst_ControlGroup::leftOversOfAKilledProgramAreRemoved()
{
    if (m_folders.processes.isEmpty())
        QSKIP("no control groups for processes can be made here");
    const QDir folder(m_folders.processes);
    // Our own number, with another beginning: the number was given away again.
    const QString name = QStringLiteral("coldframe-%1-17-1").arg(getpid());
    QVERIFY(folder.mkdir(name));
    SpawnRequest request;
    request.program = "/bin/sleep";
    request.arguments = {"600"};
    request.workingDirectory = "/";
    const auto member = ChildProcess::spawn(request);
    QVERIFY(member.has_value());
    QFile members(folder.filePath(name + QStringLiteral("/cgroup.procs")));
    QVERIFY(members.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    QVERIFY(members.write(QByteArray::number((*member)->processId())) > 0);
    members.close();

    removeLeftOverGroups(m_folders);

    QVERIFY(!folder.exists(name));
    QTRY_VERIFY(!(*member)->isRunning());
}

void tst_ControlGroup::cpuShare()
{
    if (m_folders.cpu.isEmpty() || m_folders.version != ControlGroupFolders::Version::V1)
        QSKIP("no control groups of version 1 for CPU time can be made here");
    const auto group = ControlGroup::make(m_folders, {1 << 30, 10});
    QVERIFY(group);
    const QStringList names
        = QDir(m_folders.cpu).entryList({QStringLiteral("coldframe-%1-*").arg(getpid())});
    QCOMPARE(names.size(), 1);
    const auto quota = [this, &names] {
        QFile file(m_folders.cpu + u'/' + names.first() + QStringLiteral("/cpu.cfs_quota_us"));
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
    };

    QVERIFY(group->setCpuShare(256.0 / 1769));
    QCOMPARE(quota(), QByteArray("2894"));
    QVERIFY(group->setCpuShare(0));
    QCOMPARE(quota(), QByteArray("-1"));
}

COLDFRAME_TEST(tst_ControlGroup);

#include "tst_controlgroup.moc"
