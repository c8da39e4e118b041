// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/enforcement.h"

#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTest>

using namespace coldframe;
using Limit = Enforcement::Limit;
using Mechanism = Enforcement::Mechanism;

Q_DECLARE_METATYPE(coldframe::Isolation)
Q_DECLARE_METATYPE(coldframe::HostCapabilities)
Q_DECLARE_METATYPE(coldframe::EmulationOptions)
Q_DECLARE_METATYPE(coldframe::Enforcement)

class tst_Enforcement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void howALimitHolds_data();
    void howALimitHolds();
    void everyLimitOnceAndInOrder();
    void thisComputer();
};

namespace {

HostCapabilities host(bool root, bool controlGroups, bool countsByNamespace = true)
{
    HostCapabilities capabilities;
    capabilities.bubblewrap = QStringLiteral("/usr/bin/bwrap");
    capabilities.isRoot = root;
    capabilities.countsProcessesByNamespace = countsByNamespace;
    if (controlGroups)
        capabilities.controlGroups = {ControlGroupFolders::Version::V2, QStringLiteral("/g"),
                                      QStringLiteral("/g"), QStringLiteral("/g")};
    return capabilities;
}

} // namespace

void tst_Enforcement::howALimitHolds_data()
{
    QTest::addColumn<Isolation>("isolation");
    QTest::addColumn<HostCapabilities>("capabilities");
    QTest::addColumn<EmulationOptions>("options");
    QTest::addColumn<Enforcement>("expected");
    constexpr auto bubblewrap = Isolation::Bubblewrap;
    constexpr auto none = Isolation::None;
    const HostCapabilities user = host(false, false);
    const HostCapabilities delegated = host(false, true);
    const EmulationOptions usual;
    EmulationOptions cpu;
    cpu.limitsCpu = true;
    EmulationOptions awake;
    awake.freezesBetweenInvocations = false;
    const auto row
        = [](const char *title, Isolation isolation, const HostCapabilities &capabilities,
             const EmulationOptions &options, Enforcement expected) {
              QTest::newRow(title) << isolation << capabilities << options << expected;
          };

    row("memory", bubblewrap, user, usual,
        {Limit::Memory, Enforcement::State::Watched, Mechanism::Meter});
    row("memory with control groups", none, delegated, usual,
        {Limit::Memory, Enforcement::State::Watched, Mechanism::MeterAndControlGroup});
    row("/tmp", bubblewrap, user, usual,
        {Limit::TemporaryStorage, Enforcement::State::Enforced, Mechanism::SizedFileSystem});
    row("/tmp without isolation", none, delegated, usual,
        {Limit::TemporaryStorage, Enforcement::State::NotEmulated, Mechanism::None});
    row("descriptors", none, user, usual,
        {Limit::FileDescriptors, Enforcement::State::Enforced, Mechanism::ResourceLimit});
    row("processes by control group", none, delegated, usual,
        {Limit::Processes, Enforcement::State::Enforced, Mechanism::ControlGroup});
    row("processes of a user", bubblewrap, user, usual,
        {Limit::Processes, Enforcement::State::Enforced, Mechanism::ResourceLimit});
    row("processes of root", bubblewrap, host(true, false), usual,
        {Limit::Processes, Enforcement::State::Watched, Mechanism::Meter});
    row("processes without isolation", none, user, usual,
        {Limit::Processes, Enforcement::State::Watched, Mechanism::Meter});
    row("processes with an old kernel", bubblewrap, host(false, false, false), usual,
        {Limit::Processes, Enforcement::State::Watched, Mechanism::Meter});
    row("CPU, as it comes", bubblewrap, delegated, usual,
        {Limit::CpuShare, Enforcement::State::NotEmulated, Mechanism::SwitchedOff});
    row("CPU by signals", bubblewrap, user, cpu,
        {Limit::CpuShare, Enforcement::State::Watched, Mechanism::StopAndContinue});
    row("CPU by control group", none, delegated, cpu,
        {Limit::CpuShare, Enforcement::State::Enforced, Mechanism::ControlGroup});
    row("files", bubblewrap, user, usual,
        {Limit::ReadOnlyFiles, Enforcement::State::Enforced, Mechanism::MountNamespace});
    row("files without isolation", none, user, usual,
        {Limit::ReadOnlyFiles, Enforcement::State::NotEmulated, Mechanism::None});
    row("survivors", bubblewrap, user, usual,
        {Limit::NothingOutlives, Enforcement::State::Enforced, Mechanism::ProcessNamespace});
    row("survivors without isolation", none, user, usual,
        {Limit::NothingOutlives, Enforcement::State::Watched, Mechanism::Supervisor});
    row("freeze", none, user, usual,
        {Limit::Freeze, Enforcement::State::Enforced, Mechanism::StopSignals});
    row("no freeze", none, user, awake,
        {Limit::Freeze, Enforcement::State::NotEmulated, Mechanism::SwitchedOff});
    row("network", bubblewrap, delegated, usual,
        {Limit::Network, Enforcement::State::NotEmulated, Mechanism::None});
}

void tst_Enforcement::howALimitHolds()
{
    QFETCH(const Isolation, isolation);
    QFETCH(const HostCapabilities, capabilities);
    QFETCH(const EmulationOptions, options);
    QFETCH(const Enforcement, expected);

    const std::vector<Enforcement> all = enforcements(isolation, capabilities, options);

    QCOMPARE(all.at(static_cast<std::size_t>(expected.limit)), expected);
}

void tst_Enforcement::everyLimitOnceAndInOrder()
{
    const auto all = enforcements(Isolation::Bubblewrap, host(false, false), {});

    QCOMPARE(all.size(), static_cast<std::size_t>(Limit::Network) + 1);
    for (std::size_t i = 0; i < all.size(); ++i)
        QCOMPARE(static_cast<std::size_t>(all[i].limit), i);
}

void tst_Enforcement::thisComputer()
{
    const HostCapabilities capabilities = probeHost(QCoreApplication::applicationDirPath());

    QVERIFY(QFileInfo(capabilities.supervisor).isExecutable());
    QCOMPARE(capabilities.bubblewrap.isEmpty(), !capabilities.bubblewrapObstacle.isEmpty());
    const ControlGroupFolders &groups = capabilities.controlGroups;
    for (const QString &folder : {groups.memory, groups.processes, groups.cpu})
        QVERIFY(folder.isEmpty() || QFileInfo(folder).isDir());
}

COLDFRAME_TEST(tst_Enforcement);

#include "tst_enforcement.moc"
