// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <memory>

namespace coldframe {

/// What work in another thread tells, and how it is asked to end. Shared with who waits for it.
struct LogProgress
{
    std::atomic<qint64> done = 0;
    std::atomic<qint64> total = 0;
    std::atomic<bool> isCancelled = false;

    /// 0 to 100.
    int percent() const
    {
        const qint64 all = total.load();
        return all <= 0 ? 0 : static_cast<int>(qMin<qint64>(100, done.load() * 100 / all));
    }
};

using SharedLogProgress = std::shared_ptr<LogProgress>;

} // namespace coldframe
