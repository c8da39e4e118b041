// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logs/logmodel.h"

#include "gui/logs/logtext.h"

#include <algorithm>
#include <chrono>
#include <iterator>

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
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return rowText(line(index.row()).text);
    case LineRole:
        return QVariant::fromValue(line(index.row()));
    default:
        return {};
    }
}

const LogLine &LogModel::line(int row) const
{
    return m_lines.at(static_cast<std::size_t>(row));
}

void LogModel::append(const std::vector<LogLine> &lines)
{
    m_pending.insert(m_pending.end(), lines.begin(), lines.end());
    if (!m_frame.isActive())
        m_frame.start();
}

void LogModel::flush()
{
    m_frame.stop();
    if (m_pending.empty())
        return;
    std::vector<LogLine> added;
    added.swap(m_pending);
    const qsizetype count = std::ssize(added);
    const qsizetype skipped = std::max<qsizetype>(count - m_capacity, 0);
    const qsizetype leaving
        = std::clamp<qsizetype>(std::ssize(m_lines) + count - m_capacity, 0, std::ssize(m_lines));
    if (leaving > 0) {
        beginRemoveRows({}, 0, static_cast<int>(leaving) - 1);
        m_lines.erase(m_lines.begin(), m_lines.begin() + leaving);
        m_firstNumber += leaving;
        endRemoveRows();
    }
    m_firstNumber += skipped;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(count - skipped) - 1);
    m_lines.insert(m_lines.end(), std::make_move_iterator(added.begin() + skipped),
                   std::make_move_iterator(added.end()));
    endInsertRows();
}

void LogModel::setLines(const std::vector<LogLine> &lines)
{
    flush();
    if (isContinuedBy(lines)) {
        append({lines.begin() + std::ssize(m_lines), lines.end()});
        flush();
        return;
    }
    beginResetModel();
    m_lines.clear();
    const qsizetype skipped = std::max<qsizetype>(std::ssize(lines) - m_capacity, 0);
    m_lines.assign(lines.begin() + skipped, lines.end());
    m_firstNumber = skipped;
    endResetModel();
}

bool LogModel::isContinuedBy(const std::vector<LogLine> &lines) const
{
    return !m_lines.empty() && m_firstNumber == 0 && lines.size() >= m_lines.size()
        && std::equal(m_lines.begin(), m_lines.end(), lines.begin());
}

} // namespace coldframe
