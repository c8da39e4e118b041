// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/invoker/codewatcher.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace coldframe {

/// Tells whether a layer was changed since the last question, so that an environment with an older
/// /opt is not used again. Cheap enough for each invocation: folders are watched like code, of an
/// archive its size and time are looked at.
class LayerWatcher
{
public:
    explicit LayerWatcher(const QStringList &layers);

    /// The path of the first changed layer since the last call, of folders until the last
    /// DescriptorWatch::catchUp(); empty when there was none.
    QString takeChange();

private:
    struct Watched
    {
        QString layer;
        std::unique_ptr<CodeWatcher> folder; ///< null for an archive
        QString archiveFingerprint;
    };

    std::vector<Watched> m_watched;
};

} // namespace coldframe
