// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/runtime/sandboxbench.h"

#include "core/base/datalocation.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <array>

#include <fcntl.h>
#include <unistd.h>

namespace coldframe::test {

SandboxBench::SandboxBench(Isolation isolation)
{
    plan.isolation = isolation;
    if (isolation == Isolation::Bubblewrap)
        plan.bubblewrap = *findBubblewrap();
    plan.supervisor = supervisorProgram(QCoreApplication::applicationDirPath());
    for (const char *name : {"code", "runtime", "layers"})
        QDir(m_folder.path()).mkdir(QLatin1String(name));
    plan.codeDirectory = m_folder.filePath(QStringLiteral("code"));
    plan.runtimeDirectory = m_folder.filePath(QStringLiteral("runtime"));
    plan.optDirectory = m_folder.filePath(QStringLiteral("layers"));
    plan.memory = MebiBytes{128};
    plan.temporaryStorage = MebiBytes{4};
    paths
        = environmentPaths(isolation, plan.codeDirectory, plan.runtimeDirectory, plan.optDirectory);
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) == 0) {
        m_read = Descriptor(ends[0]);
        m_write = Descriptor(ends[1]);
        fcntl(ends[0], F_SETFL, O_NONBLOCK);
    }
}

std::optional<QString> SandboxBench::obstacle(Isolation isolation)
{
    static const Result<QString> bubblewrap = findBubblewrap();
    if (isolation == Isolation::Bubblewrap && !bubblewrap)
        return QStringLiteral("bubblewrap does not work here: ") + bubblewrap.error().detail;
    return std::nullopt;
}

bool SandboxBench::start()
{
    auto started = Sandbox::start(plan, m_clock);
    if (!started) {
        qWarning("%s", qPrintable(started.error().detail));
        return false;
    }
    sandbox = std::move(*started);
    Sandbox *const box = sandbox.get();
    QObject::connect(box, &Sandbox::ready, box, [this](Instant at) { readyAt = at; });
    QObject::connect(box, &Sandbox::spawned, box,
                     [this](int process, Instant at) { spawned[process] = at; });
    QObject::connect(box, &Sandbox::spawnFailed, box,
                     [this](int process, const Error &error) { failures[process] = error; });
    QObject::connect(box, &Sandbox::exited, box,
                     [this](int process, ExitStatus status) { exits[process] = status; });
    QObject::connect(box, &Sandbox::processesKilled, box, [this] { ++killed; });
    QObject::connect(box, &Sandbox::ended, box, [this] { ended = true; });
    return true;
}

QByteArray SandboxBench::replaced(QByteArray text) const
{
    return text.replace("{task}", paths.taskRoot.toLocal8Bit())
        .replace("{runtime}", paths.runtimeDirectory.toLocal8Bit())
        .replace("{opt}", paths.optDirectory.toLocal8Bit());
}

int SandboxBench::runScript(const QByteArray &script)
{
    return run(QStringLiteral("/bin/sh"),
               {QStringLiteral("-c"), QString::fromLocal8Bit(replaced(script))});
}

int SandboxBench::run(const QString &program, const QStringList &arguments)
{
    ProcessPlan process;
    process.program = program;
    process.arguments = arguments;
    process.variables = {{QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin")}};
    process.workingDirectory = paths.taskRoot;
    process.descriptors = {{m_write.value(), OutputDescriptor}, {m_write.value(), ErrorDescriptor}};
    return sandbox->spawn(process);
}

QByteArray SandboxBench::output()
{
    std::array<char, 65536> buffer;
    for (;;) {
        const ssize_t count = ::read(m_read.value(), buffer.data(), buffer.size());
        if (count <= 0)
            return m_output;
        m_output.append(buffer.data(), count);
    }
}

const ExitStatus *SandboxBench::exitOf(int process) const
{
    const auto found = exits.find(process);
    return found == exits.end() ? nullptr : &found->second;
}

bool isAlive(pid_t process)
{
    QFile status(QStringLiteral("/proc/%1/stat").arg(process));
    return status.open(QIODevice::ReadOnly) && !status.readAll().contains(") Z ");
}

std::vector<pid_t> processesNamed(const QByteArray &text)
{
    std::vector<pid_t> found;
    for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile line(QStringLiteral("/proc/%1/cmdline").arg(name));
        if (name.toInt() > 0 && line.open(QIODevice::ReadOnly) && line.readAll().contains(text)
            && isAlive(name.toInt()))
            found.push_back(name.toInt());
    }
    return found;
}

} // namespace coldframe::test
