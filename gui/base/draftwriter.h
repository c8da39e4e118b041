// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/draftstore.h"

#include <QObject>
#include <QThreadPool>

namespace coldframe {

/// Writes and removes drafts one after the other on a thread of its own, so that a slow disk never
/// holds up typing. What was asked for is done before the destructor returns.
class DraftWriter : public QObject
{
    Q_OBJECT

public:
    explicit DraftWriter(const DraftStore &store, QObject *parent = nullptr);
    ~DraftWriter() override;

    void write(const Draft &draft);
    void remove(const QString &key);

    /// Returns when all that was asked for is done.
    void flush();

Q_SIGNALS:
    void failed(const coldframe::Error &error);

private:
    template <typename Work>
    void enqueue(Work work);

    DraftStore m_store;
    QThreadPool m_thread;
};

} // namespace coldframe
