// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <QByteArray>
#include <QTemporaryDir>

#include <sstream>

namespace coldframe::test {

/// One run of coldframe-cli without a process: what it printed, and its exit status.
struct CliRun
{
    cli::ExitStatus status = cli::ExitStatus::Succeeded;
    QByteArray out;
    QByteArray err;
};

/// Runs commands with the project's own data and a cache that is thrown away.
class CliTest
{
public:
    /// Only then runs are kept: other tests run functions of the source tree.
    void keepHistory() { m_keepsHistory = true; }

    QString configDirectory = {}; ///< empty: there are no own prices
    QDate today = QDate(2026, 10, 1);

    CliRun run(const QStringList &arguments, const QByteArray &input = {})
    {
        std::istringstream in(input.toStdString());
        std::ostringstream out;
        std::ostringstream err;
        const cli::Surroundings surroundings{in,
                                             out,
                                             err,
                                             QStringLiteral(COLDFRAME_SOURCE_DIR),
                                             m_cache.path(),
                                             false,
                                             m_keepsHistory,
                                             configDirectory,
                                             today};
        const cli::ExitStatus status = cli::run(arguments, surroundings);
        return {status, QByteArray::fromStdString(out.str()), QByteArray::fromStdString(err.str())};
    }

private:
    QTemporaryDir m_cache;
    bool m_keepsHistory = false;
};

/// "a b c" as arguments.
inline QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts);
}

/// A file of tests/data/handlers.
inline QString handlerFile(const char *name)
{
    return QStringLiteral(COLDFRAME_SOURCE_DIR "/tests/data/handlers/") + QString::fromLatin1(name);
}

} // namespace coldframe::test
