// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/codewatcher.h"

#include <QDir>
#include <QFileInfo>

#include <array>
#include <cstring>
#include <utility>

#include <sys/inotify.h>
#include <unistd.h>

namespace coldframe {

namespace {

/// Kernels allow some thousand watches a user; code is seldom nested deeper.
constexpr std::size_t mostFolders = 2'000;
constexpr int deepestFolder = 12;

constexpr std::uint32_t watchedEvents = IN_MODIFY | IN_CLOSE_WRITE | IN_CREATE | IN_DELETE
    | IN_MOVED_FROM | IN_MOVED_TO | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK;

bool isWatchedFolder(const QString &name)
{
    return !name.startsWith(u'.') && name != QStringLiteral("__pycache__")
        && name != QStringLiteral("events");
}

/// Editors write temporary files beside the real one.
bool isCodeFile(const QString &name)
{
    return !name.startsWith(u'.') && !name.endsWith(u'~') && !name.endsWith(QStringLiteral(".pyc"))
        && !name.endsWith(QStringLiteral(".swp")) && !name.endsWith(QStringLiteral(".tmp"))
        && name != QStringLiteral("4913");
}

} // namespace

CodeWatcher::CodeWatcher(const QString &codeDirectory)
    : m_codeDirectory(codeDirectory)
{
    watchAll();
}

void CodeWatcher::watchAll()
{
    m_news.reset();
    m_inotify.reset(inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
    m_folders.clear();
    if (m_inotify.value() < 0)
        return;
    m_news.emplace(
        m_inotify.value(), DescriptorWatch::Readiness::Readable,
        [this] {
            m_hasNews = true;
            m_news->setEnabled(false); // until somebody asks
        },
        true, DescriptorWatch::Order::Early);
    watch(m_codeDirectory, 0);
}

void CodeWatcher::watch(const QString &folder, int depth)
{
    if (m_folders.size() >= mostFolders || depth > deepestFolder)
        return;
    const int descriptor
        = inotify_add_watch(m_inotify.value(), folder.toLocal8Bit().constData(), watchedEvents);
    if (descriptor < 0)
        return;
    m_folders.insert_or_assign(descriptor, folder);
    const auto folders
        = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    for (const QString &name : folders) {
        if (isWatchedFolder(name))
            watch(folder + u'/' + name, depth + 1);
    }
}

QString CodeWatcher::takeChange()
{
    if (!std::exchange(m_hasNews, false))
        return {};
    QString changed;
    bool isBlind = false; // the code directory is another one now, or events were lost
    alignas(inotify_event) std::array<char, 16384> buffer;
    for (;;) {
        const ssize_t count = ::read(m_inotify.value(), buffer.data(), buffer.size());
        if (count <= 0)
            break;
        for (const char *at = buffer.data(); at < buffer.data() + count;) {
            inotify_event event;
            std::memcpy(&event, at, sizeof event);
            const char *const nameBytes = at + sizeof event;
            at = nameBytes + event.len;
            const auto folder = m_folders.find(event.wd);
            if ((event.mask & IN_Q_OVERFLOW) != 0)
                isBlind = true;
            if ((event.mask & (IN_IGNORED | IN_MOVE_SELF)) != 0 && folder != m_folders.end()
                && folder->second == m_codeDirectory)
                isBlind = true;
            if (event.len == 0 || folder == m_folders.end())
                continue;
            const QString name = QString::fromLocal8Bit(nameBytes);
            const QString path = folder->second + u'/' + name;
            const bool isFolder = (event.mask & IN_ISDIR) != 0;
            if (isFolder ? !isWatchedFolder(name) : !isCodeFile(name))
                continue;
            if (isFolder && (event.mask & (IN_CREATE | IN_MOVED_TO)) != 0)
                watch(path, static_cast<int>(path.count(u'/') - m_codeDirectory.count(u'/')));
            if (changed.isEmpty())
                changed = QDir(m_codeDirectory).relativeFilePath(path);
        }
    }
    m_news->setEnabled(true);
    if (isBlind) {
        watchAll();
        if (changed.isEmpty())
            changed = QStringLiteral(".");
    }
    return changed;
}

} // namespace coldframe
