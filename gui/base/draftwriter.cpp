// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/draftwriter.h"

namespace coldframe {

DraftWriter::DraftWriter(const DraftStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    m_thread.setMaxThreadCount(1);
}

DraftWriter::~DraftWriter()
{
    flush();
}

template <typename Work>
void DraftWriter::enqueue(Work work)
{
    m_thread.start([this, work = std::move(work)] {
        const Result<void> done = work();
        if (done)
            return;
        QMetaObject::invokeMethod(
            this, [this, error = done.error()] { Q_EMIT failed(error); }, Qt::QueuedConnection);
    });
}

void DraftWriter::write(const Draft &draft)
{
    enqueue([store = m_store, draft] { return store.write(draft); });
}

void DraftWriter::remove(const QString &key)
{
    enqueue([store = m_store, key] { return store.remove(key); });
}

void DraftWriter::flush()
{
    m_thread.waitForDone();
}

} // namespace coldframe

#include "moc_draftwriter.cpp"
