// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logs/logfinder.h"

#include "gui/logs/filteredlogmodel.h"

#include <QElapsedTimer>

namespace coldframe {

namespace {

constexpr qint64 SliceMilliseconds = 8;
constexpr int LinesBetweenClockLooks = 256;

} // namespace

LogFinder::LogFinder(FilteredLogModel &model, QObject *parent)
    : QObject(parent)
    , m_model(model)
{
    m_slice.setInterval(0);
    m_slice.setSingleShot(true);
    connect(&m_slice, &QTimer::timeout, this, &LogFinder::goOn);
    connect(&model, &QAbstractItemModel::modelReset, this, &LogFinder::stop);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &LogFinder::stop);
}

void LogFinder::find(const QString &text, int fromRow, FindDirection direction)
{
    stop();
    m_search.emplace(text);
    m_step = direction == FindDirection::Next ? 1 : -1;
    m_row = fromRow;
    m_left = m_model.rowCount();
    goOn();
}

void LogFinder::stop()
{
    m_slice.stop();
    m_search.reset();
}

void LogFinder::goOn()
{
    const int count = m_model.rowCount();
    if (!m_search || count == 0) {
        Q_EMIT notFound();
        return;
    }
    QElapsedTimer timer;
    timer.start();
    for (int looked = 1; m_left > 0; ++looked, --m_left) {
        m_row = (m_row + m_step + 2 * count) % count;
        if (m_search->isIn(m_model.view(m_row).text)) {
            stop();
            Q_EMIT found(m_row);
            return;
        }
        if (looked % LinesBetweenClockLooks == 0 && timer.elapsed() >= SliceMilliseconds) {
            --m_left;
            Q_EMIT progressed(static_cast<int>(100 - qint64(m_left) * 100 / count));
            m_slice.start();
            return;
        }
    }
    stop();
    Q_EMIT notFound();
}

} // namespace coldframe

#include "moc_logfinder.cpp"
