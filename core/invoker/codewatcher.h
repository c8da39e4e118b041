// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/descriptorwatch.h"
#include "core/runtime/childprocess.h"

#include <QString>

#include <map>
#include <optional>

namespace coldframe {

/// Tells whether a file of a function's code was changed since the last question. The kernel
/// queues what happened, so a change that was made before the last DescriptorWatch::catchUp() is
/// never missed and the question itself costs nothing. Folders that a tool fills (.git,
/// __pycache__, .coldframe) and the workspace's sample events are no code.
class CodeWatcher
{
public:
    explicit CodeWatcher(const QString &codeDirectory);

    /// The first changed file since the last call, relative to the code directory; empty when
    /// there was none, "." when the whole directory was replaced or changed too much to tell.
    QString takeChange();

private:
    void watchAll();
    void watch(const QString &folder, int depth);

    QString m_codeDirectory;
    Descriptor m_inotify;
    std::optional<DescriptorWatch> m_news;
    bool m_hasNews = false; ///< some wait in m_inotify
    std::map<int, QString> m_folders; ///< watch descriptor to folder
};

} // namespace coldframe
