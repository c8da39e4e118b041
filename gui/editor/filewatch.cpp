// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/editor/filewatch.h"

#include <QFileInfo>

#include <chrono>
#include <utility>

namespace coldframe {

namespace {
/// Programs that replace a file delete the old one first; this is longer than that takes.
constexpr std::chrono::milliseconds WatchQuietTime{120};
} // namespace

FileWatch::FileWatch(QObject *parent)
    : QObject(parent)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(WatchQuietTime);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &FileWatch::onFile);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FileWatch::onDirectory);
    connect(&m_quiet, &QTimer::timeout, this, &FileWatch::tell);
}

void FileWatch::setFiles(const QStringList &paths)
{
    m_files = paths;
    QSet<QString> wanted(paths.cbegin(), paths.cend());
    for (const QString &path : paths)
        wanted.insert(QFileInfo(path).absolutePath());
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    for (const QString &path : watched) {
        if (!wanted.remove(path))
            m_watcher.removePath(path);
    }
    for (const QString &path : std::as_const(wanted)) {
        if (QFileInfo::exists(path))
            m_watcher.addPath(path);
    }
}

void FileWatch::onFile(const QString &path)
{
    m_touched.insert(path);
    m_quiet.start();
}

void FileWatch::onDirectory(const QString &directory)
{
    for (const QString &path : std::as_const(m_files)) {
        if (QFileInfo(path).absolutePath() == directory)
            m_touched.insert(path);
    }
    m_quiet.start();
}

void FileWatch::tell()
{
    // A file that was replaced is another one for the system, and no longer watched.
    setFiles(m_files);
    const QSet<QString> touched = std::exchange(m_touched, {});
    for (const QString &path : touched)
        Q_EMIT mayHaveChanged(path);
}

} // namespace coldframe

#include "moc_filewatch.cpp"
