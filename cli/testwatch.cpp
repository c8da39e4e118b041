// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/testwatch.h"

#include "core/project/workspace.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <sys/stat.h>

namespace coldframe::cli {

TestWatch::TestWatch(const QString &directory, QObject *parent)
    : QObject(parent)
    , m_directory(directory)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(Quiet);
    m_poll.setInterval(PollInterval);
    const auto wait = [this] { m_quiet.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, wait);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, wait);
    connect(&m_quiet, &QTimer::timeout, this, &TestWatch::noticed);
    connect(&m_poll, &QTimer::timeout, this, &TestWatch::noticed);
    m_files = look();
    watch(m_files);
}

QStringList TestWatch::takeChanges()
{
    const QHash<QString, Stamp> files = look();
    QStringList changes;
    for (auto file = files.begin(); file != files.end(); ++file) {
        const auto before = m_files.constFind(file.key());
        if (before == m_files.constEnd() || *before != *file)
            changes.append(file.key());
    }
    for (auto file = m_files.begin(); file != m_files.end(); ++file) {
        if (!files.contains(file.key()))
            changes.append(file.key());
    }
    m_files = files;
    watch(m_files);
    changes.sort();
    return changes;
}

QHash<QString, TestWatch::Stamp> TestWatch::look() const
{
    QHash<QString, Stamp> files;
    const Result<Workspace> workspace = Workspace::read(m_directory);
    if (!workspace)
        return files;
    const QDir folder(m_directory);
    for (const QString &relative : workspace->files) {
        const QString path = folder.filePath(relative);
        struct stat status
        { };
        if (::stat(QFile::encodeName(path).constData(), &status) != 0)
            continue;
        files.insert(path,
                     {status.st_size,
                      qint64(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec,
                      status.st_ino});
    }
    return files;
}

/// A file that was replaced is watched no longer, so what is missing is added each time.
void TestWatch::watch(const QHash<QString, Stamp> &files)
{
    const QStringList watchedFiles = m_watcher.files();
    const QStringList watchedFolders = m_watcher.directories();
    QSet<QString> missing{m_directory};
    for (auto file = files.keyBegin(); file != files.keyEnd(); ++file) {
        missing.insert(*file);
        missing.insert(QFileInfo(*file).path());
    }
    missing.subtract(QSet<QString>(watchedFiles.begin(), watchedFiles.end()));
    missing.subtract(QSet<QString>(watchedFolders.begin(), watchedFolders.end()));
    if (missing.isEmpty())
        return;
    if (!m_watcher.addPaths(QStringList(missing.begin(), missing.end())).isEmpty())
        m_poll.start();
}

} // namespace coldframe::cli

#include "moc_testwatch.cpp"
