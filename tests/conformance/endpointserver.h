// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

namespace coldframe::test {

/// What a program printed and how it ended.
struct ProgramRun
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

/// `coldframe-cli serve` on a workspace of Python and Node.js functions, and the programs that call
/// it.
class EndpointServer
{
public:
    EndpointServer();
    ~EndpointServer();

    /// Why it does not serve; empty when it does.
    QString problem() const { return m_problem; }

    QString url() const { return m_url; }

    /// The lines that it printed since the last call.
    QByteArray takeLog();

    /// Runs a program to its end, with variables that no account's settings come from.
    ProgramRun run(const QString &program, const QStringList &arguments) const;

    /// Runs statements behind boto3_prelude.py or sdk_prelude.mjs.
    ProgramRun runPython(const QByteArray &statements) const;
    ProgramRun runSdk(const QByteArray &statements) const;

private:
    QString writeScript(const QString &prelude, const QByteArray &statements) const;

    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_url;
    QString m_problem;
};

/// Why boto3, the AWS CLI or the SDK for JavaScript can't be had here; empty when they can.
QString reasonToSkipPython();
QString reasonToSkipCli();
QString reasonToSkipSdk();

} // namespace coldframe::test
