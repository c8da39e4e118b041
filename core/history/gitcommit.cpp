// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/gitcommit.h"

#include <QProcess>
#include <QStandardPaths>

namespace coldframe {

WorkspaceCommit gitCommitOf(const QString &directory, std::chrono::milliseconds patience)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("git"));
    if (program.isEmpty())
        return {};
    QProcess git;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("GIT_OPTIONAL_LOCKS"), QStringLiteral("0"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    git.setProcessEnvironment(environment);
    git.setStandardInputFile(QProcess::nullDevice());
    git.setStandardErrorFile(QProcess::nullDevice());
    // A repository's own settings may name a program as its file system monitor.
    git.start(program,
              {QStringLiteral("-c"), QStringLiteral("core.fsmonitor=false"), QStringLiteral("-C"),
               directory, QStringLiteral("status"), QStringLiteral("--porcelain=v2"),
               QStringLiteral("--branch"), QStringLiteral("--"), QStringLiteral(".")});
    if (!git.waitForFinished(static_cast<int>(patience.count()))) {
        git.kill();
        git.waitForFinished();
        return {};
    }
    if (git.exitStatus() != QProcess::NormalExit || git.exitCode() != 0)
        return {};
    return commitFromGitStatus(git.readAllStandardOutput());
}

WorkspaceCommit commitFromGitStatus(const QByteArray &status)
{
    WorkspaceCommit commit;
    const QByteArray oid = "# branch.oid ";
    for (const QByteArray &line : status.split('\n')) {
        if (line.startsWith(oid) && !line.endsWith("(initial)"))
            commit.id = QString::fromLatin1(line.mid(oid.size()));
        else if (!line.isEmpty() && !line.startsWith('#'))
            commit.isDirty = true;
    }
    if (commit.id.isEmpty())
        return {};
    return commit;
}

} // namespace coldframe
