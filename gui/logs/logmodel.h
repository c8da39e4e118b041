// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/logline.h"

#include <QAbstractListModel>
#include <QTimer>

#include <deque>
#include <vector>

namespace coldframe {

/// The log of one invocation: a ring of lines, so that a function that prints without end costs
/// bounded memory. Appended lines are collected and inserted once a frame.
class LogModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        LineRole = Qt::UserRole, ///< the LogLine
    };

    static constexpr qsizetype DefaultCapacity = 200'000;

    explicit LogModel(qsizetype capacity = DefaultCapacity, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    const LogLine &line(int row) const;

    /// Lines have a number of their own that stays when older ones leave the ring; this is the
    /// number of row 0.
    qint64 firstNumber() const { return m_firstNumber; }

    /// How many lines left the ring.
    qint64 droppedLines() const { return m_firstNumber; }

    /// Lines of the same log, inserted with the next frame.
    void append(const std::vector<LogLine> &lines);

    /// Inserts what was collected now.
    void flush();

    /// A whole log. When it only continues the one that is shown, lines are inserted; else the
    /// model is reset.
    void setLines(const std::vector<LogLine> &lines);

private:
    bool isContinuedBy(const std::vector<LogLine> &lines) const;

    qsizetype m_capacity;
    std::deque<LogLine> m_lines;
    std::vector<LogLine> m_pending;
    qint64 m_firstNumber = 0;
    QTimer m_frame;
};

} // namespace coldframe

Q_DECLARE_METATYPE(coldframe::LogLine)
