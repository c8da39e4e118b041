// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/layerwatcher.h"

#include "core/runtime/layers.h"

#include <QFileInfo>

namespace coldframe {

LayerWatcher::LayerWatcher(const QStringList &layers)
{
    for (const QString &layer : layers) {
        if (QFileInfo(layer).isDir())
            m_watched.push_back({layer, std::make_unique<CodeWatcher>(layer), {}});
        else
            m_watched.push_back({layer, nullptr, layersFingerprint({layer})});
    }
}

QString LayerWatcher::takeChange()
{
    QString changed;
    for (Watched &watched : m_watched) { // every one, so that each change is told once
        bool isChanged = false;
        if (watched.folder) {
            isChanged = !watched.folder->takeChange().isEmpty();
        } else if (const QString now = layersFingerprint({watched.layer});
                   now != watched.archiveFingerprint) {
            watched.archiveFingerprint = now;
            isChanged = true;
        }
        if (isChanged && changed.isEmpty())
            changed = watched.layer;
    }
    return changed;
}

} // namespace coldframe
