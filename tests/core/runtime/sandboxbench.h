// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/sandbox.h"

#include <QByteArray>
#include <QTemporaryDir>

#include <optional>
#include <vector>

namespace coldframe::test {

/// A sandbox to try things in: folders of its own, and what its processes print.
class SandboxBench
{
public:
    explicit SandboxBench(Isolation isolation);

    /// A reason when this isolation can't be had on this computer.
    static std::optional<QString> obstacle(Isolation isolation);

    bool start();

    /// Starts /bin/sh with a script; {task}, {runtime} and {opt} stand for the paths inside.
    int runScript(const QByteArray &script);
    int run(const QString &program, const QStringList &arguments = {});

    /// What was printed since the beginning.
    QByteArray output();

    const ExitStatus *exitOf(int process) const;
    QByteArray replaced(QByteArray text) const;

    SandboxPlan plan;
    EnvironmentPaths paths;
    std::unique_ptr<Sandbox> sandbox;
    std::map<int, Instant> spawned;
    std::map<int, ExitStatus> exits;
    std::map<int, Error> failures;
    int killed = 0; ///< how often processesKilled() came
    bool ended = false;
    std::optional<Instant> readyAt;

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    Descriptor m_read;
    Descriptor m_write;
    QByteArray m_output;
};

/// Whether a process of the computer is there and no zombie.
bool isAlive(pid_t process);

/// Processes of the computer whose command line has this text in it.
std::vector<pid_t> processesNamed(const QByteArray &text);

} // namespace coldframe::test
