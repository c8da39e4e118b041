// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/runkeeper.h"

#include "cli/testselection.h"
#include "wording/historytext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <ostream>

namespace coldframe::cli {

QCommandLineOption noHistoryOption()
{
    return {QStringLiteral("no-history"),
            QCoreApplication::translate("Command", "Do not keep the runs in the history.")};
}

QString historyWorkspaceOf(const QString &path)
{
    const QFileInfo info(path);
    QDir folder(info.isDir() ? info.absoluteFilePath() : info.absolutePath());
    constexpr int mostLevels = 8;
    for (int level = 0; level < mostLevels; ++level) {
        if (QFileInfo::exists(RunStore::fileOf(folder.path())))
            return QDir::cleanPath(folder.path());
        if (folder.exists(QStringLiteral(".git")) || folder == QDir::home() || !folder.cdUp())
            break;
    }
    return workspaceOfPath(path);
}

RunKeeper::RunKeeper(const QString &workspaceDirectory, const Surroundings &surroundings)
    : m_surroundings(surroundings)
{
    if (workspaceDirectory.isEmpty())
        return;
    RunRecorder::Options options;
    options.workspaceDirectory = workspaceDirectory;
    m_recorder = std::make_unique<RunRecorder>(std::move(options));
    QObject::connect(
        m_recorder.get(), &RunRecorder::failed, m_recorder.get(),
        [this](const Error &error) { m_error = error; }, Qt::DirectConnection);
}

RunKeeper::~RunKeeper()
{
    m_recorder.reset();
    if (m_error)
        m_surroundings.err << "coldframe-cli: " << notKeptText(*m_error).toStdString() << '\n';
}

void RunKeeper::keep(const InvocationRecord &record, RunMetadata metadata)
{
    if (m_recorder)
        m_recorder->record(record, std::move(metadata));
}

QString keptIn(const QString &workspaceDirectory, const QCommandLineParser &parser,
               const Surroundings &surroundings)
{
    return surroundings.keepsHistory && !parser.isSet(QStringLiteral("no-history"))
        ? workspaceDirectory
        : QString();
}

} // namespace coldframe::cli
