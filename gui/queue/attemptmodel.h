// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/queue/queuemodel.h"

#include <QAbstractTableModel>

namespace coldframe {

/// The attempts of one event, the first one first.
class AttemptModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Number, Outcome, Duration, Problem };
    static constexpr int ColumnCount = Problem + 1;

    enum Role {
        OutcomeRole = Qt::UserRole, ///< AttemptOutcome as int
    };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    /// Of the same event, which may have some more now: they are appended.
    void extend(const std::vector<QueueAttempt> &attempts);

    /// Of another event.
    void setAttempts(const std::vector<QueueAttempt> &attempts);

private:
    std::vector<QueueAttempt> m_attempts;
};

} // namespace coldframe
