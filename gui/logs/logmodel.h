// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/logstore.h"

#include <QAbstractListModel>
#include <QTimer>

#include <vector>

namespace coldframe {

/// A log: a ring of lines, so that a function that prints without end costs bounded memory.
/// Appended lines are collected and inserted once a frame, or, while paused, not at all.
class LogModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        LineRole = Qt::UserRole, ///< the LogLine
    };

    static constexpr qsizetype DefaultCapacity = 1'000'000;

    explicit LogModel(qsizetype capacity = DefaultCapacity, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    LogLine line(int row) const { return view(row).toLine(); }

    /// Valid until the next change of the model.
    LogLineView view(int row) const { return m_store.at(firstNumber() + row); }

    /// Lines have a number of their own that stays when older ones leave the ring; this is the
    /// number of row 0.
    qint64 firstNumber() const { return m_store.firstNumber(); }

    /// How many lines left the ring.
    qint64 droppedLines() const { return firstNumber(); }

    /// Lines of the same log, inserted with the next frame.
    void append(const std::vector<LogLine> &lines);

    /// Inserts what was collected now.
    void flush();

    /// Holds new lines back; without, those that wait are inserted.
    void setPaused(bool paused);
    bool isPaused() const { return m_isPaused; }
    qsizetype waitingLines() const { return static_cast<qsizetype>(m_pending.size()); }

    /// A whole log. When it only continues the one that is shown, lines are inserted; else the
    /// model is reset.
    void setLines(const std::vector<LogLine> &lines);

    /// Another log that is made already.
    void setStore(LogStore store);

    /// The lines of now, to be read in another thread.
    LogStore snapshot() { return m_store.snapshot(); }

Q_SIGNALS:
    void waitingChanged();

private:
    bool isContinuedBy(const std::vector<LogLine> &lines) const;

    qsizetype m_capacity;
    LogStore m_store;
    std::vector<LogLine> m_pending;
    bool m_isPaused = false;
    QTimer m_frame;
};

} // namespace coldframe
