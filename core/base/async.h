// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QFutureWatcher>

namespace coldframe {

/// One answer that comes later. Cancelling the future only gives up waiting for it: who offers an
/// operation says how it is stopped.
template<typename T>
using Async = QFuture<Result<T>>;

/// Calls handler(Result<T>) once, in context's thread, when the operation is over; a cancelled
/// operation arrives as Error::Code::Cancelled. Never called once context is gone.
/// (QFuture::then(context, ...) asserts in Qt 6.4 when context dies first.)
template<typename T, typename Handler>
void whenDone(const QFuture<Result<T>> &operation, QObject *context, Handler handler)
{
    using Watcher = QFutureWatcher<Result<T>>;
    auto *watcher = new Watcher(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, handler = std::move(handler)]() mutable {
                         watcher->deleteLater();
                         const auto future = watcher->future();
                         if (future.isCanceled() || future.resultCount() == 0)
                             handler(Result<T>(failure(Error::Code::Cancelled)));
                         else
                             handler(future.result());
                     });
    watcher->setFuture(operation);
}

} // namespace coldframe
