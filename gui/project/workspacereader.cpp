// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/workspacereader.h"

#include "core/base/async.h"
#include "core/project/handlersearch.h"

#include <QDir>
#include <QFileInfo>
#include <QPromise>
#include <QSet>
#include <QThreadPool>

#include <memory>

namespace coldframe {

namespace {

using namespace std::chrono_literals;

constexpr auto Delay = 200ms;
constexpr qsizetype MostWatched = 1000; // a user's inotify watches are shared by all programs

Async<Workspace> readLater(const QString &directory)
{
    auto promise = std::make_shared<QPromise<Result<Workspace>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, directory] {
        promise->addResult(Workspace::read(directory));
        promise->finish();
    });
    return promise->future();
}

/// Folders tell of files that come and go; templates and code also of what is in them.
QStringList pathsToWatch(const Workspace &workspace)
{
    QSet<QString> folders{workspace.directory};
    QStringList files;
    for (const QString &file : workspace.files) {
        const QFileInfo info(workspace.directory + u'/' + file);
        for (QString folder = info.path(); folder.size() > workspace.directory.size();
             folder = QFileInfo(folder).path())
            folders.insert(folder);
        if (!runtimeFamilyOf(info.fileName()).isEmpty()
            || info.fileName().startsWith(QStringLiteral("template.y")))
            files.append(info.filePath());
    }
    return (QStringList(folders.begin(), folders.end()) + files)
        .first(std::min(folders.size() + files.size(), MostWatched));
}

} // namespace

WorkspaceReader::WorkspaceReader(QObject *parent)
    : QObject(parent)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(Delay);
    connect(&m_delay, &QTimer::timeout, this, &WorkspaceReader::refresh);
    const auto later = [this] { m_delay.start(); };
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, later);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, later);
}

void WorkspaceReader::open(const QString &directory)
{
    m_directory = directory;
    refresh();
}

void WorkspaceReader::refresh()
{
    m_delay.stop();
    if (m_directory.isEmpty())
        return;
    const int generation = ++m_generation;
    whenDone(readLater(m_directory), this, [this, generation](const Result<Workspace> &workspace) {
        if (generation != m_generation)
            return;
        if (!workspace) {
            Q_EMIT failed(workspace.error());
            return;
        }
        watch(*workspace);
        Q_EMIT workspaceRead(*workspace);
    });
}

void WorkspaceReader::watch(const Workspace &workspace)
{
    const QStringList paths = pathsToWatch(workspace);
    const QSet<QString> wanted(paths.begin(), paths.end());
    QStringList watched = m_watcher.directories() + m_watcher.files();
    for (const QString &path : std::as_const(watched)) {
        if (!wanted.contains(path))
            m_watcher.removePath(path);
    }
    // A file that was replaced is no longer watched, although its path is still known.
    QStringList missing;
    const QSet<QString> known(watched.begin(), watched.end());
    for (const QString &path : paths) {
        if (!known.contains(path))
            missing.append(path);
    }
    if (!missing.isEmpty())
        m_watcher.addPaths(missing);
}

} // namespace coldframe

#include "moc_workspacereader.cpp"
