// SPDX-License-Identifier: GPL-3.0-or-later
// A program with one sandbox, for tests that kill it or run it as another user:
// sandboxhost bubblewrap|none USER|- SCRIPT runs /bin/sh with the script in a sandbox, hands its
// output on and exits as the script does, or with 100 when it could not be started.
#include "core/base/datalocation.h"
#include "core/runtime/enforcement.h"
#include "core/runtime/sandbox.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <cstdio>

#include <grp.h>
#include <unistd.h>

using namespace coldframe;

int main(int argc, char **argv)
{
    constexpr int notStarted = 100;
    if (argc != 4)
        return notStarted;
    const QByteArray user(argv[2]);
    if (user != "-") {
        const uid_t number = user.toUInt();
        if (setgroups(0, nullptr) != 0 || setresgid(number, number, number) != 0
            || setresuid(number, number, number) != 0)
            return notStarted;
    }
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    const HostCapabilities capabilities = probeHost(QCoreApplication::applicationDirPath());
    SandboxPlan plan;
    plan.isolation = QByteArray(argv[1]) == "bubblewrap" ? Isolation::Bubblewrap : Isolation::None;
    plan.bubblewrap = capabilities.bubblewrap;
    plan.supervisor = capabilities.supervisor;
    plan.codeDirectory = folder.path();
    plan.runtimeDirectory = folder.path();
    plan.memory = MebiBytes{128};
    plan.temporaryStorage = MebiBytes{4};
    plan.limitsProcesses = resourceLimitCountsProcesses(plan.isolation, capabilities);
    plan.controlGroups = capabilities.controlGroups;
    const SystemClock clock;
    const auto sandbox = Sandbox::start(plan, clock);
    if (!sandbox) {
        std::fprintf(stderr, "%s\n", qPrintable(sandbox.error().detail));
        return notStarted;
    }
    Sandbox &box = **sandbox;
    int exitCode = notStarted;
    QObject::connect(&box, &Sandbox::exited, &box, [&](int, ExitStatus status) {
        exitCode = status.exitCode;
        box.end();
    });
    QObject::connect(&box, &Sandbox::ended, &box, [&] {
        if (box.startError())
            std::fprintf(stderr, "%s\n", qPrintable(box.startError()->detail));
        QCoreApplication::exit(exitCode);
    });
    ProcessPlan process;
    process.program = QStringLiteral("/bin/sh");
    process.arguments = {QStringLiteral("-c"), QString::fromLocal8Bit(argv[3])};
    process.variables = {{QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin")}};
    process.workingDirectory = QStringLiteral("/");
    process.descriptors = {{1, OutputDescriptor}, {2, ErrorDescriptor}};
    box.spawn(process);
    return QCoreApplication::exec();
}
