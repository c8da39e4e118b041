// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logs/logmodel.h"

#include "core/logs/logtext.h"

#include <algorithm>
#include <chrono>

namespace coldframe {

using namespace std::chrono_literals;

LogModel::LogModel(qsizetype capacity, QObject *parent)
    : QAbstractListModel(parent)
    , m_capacity(std::max<qsizetype>(capacity, 1))
{
    m_frame.setSingleShot(true);
    m_frame.setInterval(16ms);
    connect(&m_frame, &QTimer::timeout, this, &LogModel::flush);
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_store.size());
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return rowText(view(index.row()).text);
    case LineRole:
        return QVariant::fromValue(line(index.row()));
    default:
        return {};
    }
}

void LogModel::append(const std::vector<LogLine> &lines)
{
    m_pending.insert(m_pending.end(), lines.begin(), lines.end());
    if (m_isPaused) {
        // Twice the ring before it is cut, so that not every append moves all lines.
        if (std::ssize(m_pending) > 2 * m_capacity)
            m_pending.erase(m_pending.begin(), m_pending.end() - m_capacity);
        Q_EMIT waitingChanged();
    } else if (!m_frame.isActive()) {
        m_frame.start();
    }
}

void LogModel::flush()
{
    m_frame.stop();
    if (m_pending.empty())
        return;
    std::vector<LogLine> added;
    added.swap(m_pending);
    const qsizetype count = std::ssize(added);
    const qsizetype leaving
        = std::clamp<qsizetype>(m_store.size() + count - m_capacity, 0, m_store.size());
    if (leaving > 0) {
        beginRemoveRows({}, 0, static_cast<int>(leaving) - 1);
        m_store.removeFirst(leaving);
        endRemoveRows();
    }
    const qsizetype skipped = std::max<qsizetype>(count - m_capacity, 0);
    if (skipped > 0)
        m_store.skipNumbers(skipped);
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(count - skipped) - 1);
    for (auto each = added.begin() + skipped; each != added.end(); ++each)
        m_store.append(viewOf(*each));
    endInsertRows();
    Q_EMIT waitingChanged();
}

void LogModel::setPaused(bool paused)
{
    if (std::exchange(m_isPaused, paused) == paused)
        return;
    flush(); // what came before the pause is shown, and so is what waited in it
}

void LogModel::setLines(const std::vector<LogLine> &lines)
{
    if (!m_isPaused)
        flush();
    if (isContinuedBy(lines)) {
        m_pending.assign(lines.begin() + m_store.size(), lines.end());
        if (!m_isPaused)
            flush();
        Q_EMIT waitingChanged();
        return;
    }
    LogStore store;
    const qsizetype skipped = std::max<qsizetype>(std::ssize(lines) - m_capacity, 0);
    store.skipNumbers(skipped);
    for (auto each = lines.begin() + skipped; each != lines.end(); ++each)
        store.append(viewOf(*each));
    setStore(std::move(store));
}

void LogModel::setStore(LogStore store)
{
    m_frame.stop();
    beginResetModel();
    m_pending.clear();
    m_isPaused = false;
    m_store = std::move(store);
    endResetModel();
    Q_EMIT waitingChanged();
}

bool LogModel::isContinuedBy(const std::vector<LogLine> &lines) const
{
    if (m_store.isEmpty() || firstNumber() != 0 || std::ssize(lines) < m_store.size())
        return false;
    for (int row = 0; row < rowCount(); ++row) {
        const LogLineView shown = view(row);
        const LogLine &line = lines[static_cast<std::size_t>(row)];
        // The level may have been read out of the text.
        if (shown.source != line.source || shown.text != QByteArrayView(line.text)
            || shown.extension != line.extension || !LogStore::isSameTime(shown.time, line.time))
            return false;
    }
    return true;
}

} // namespace coldframe

#include "moc_logmodel.cpp"
