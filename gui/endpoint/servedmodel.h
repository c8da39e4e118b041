// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/endpoint/apireply.h"

#include <QAbstractTableModel>

#include <deque>
#include <vector>

namespace coldframe {

/// A call of the Lambda API with the time at which it was answered.
struct ServedCall
{
    WallTime at{};
    ServedRequest request;
};

/// The calls that were answered last, the newest first.
class ServedModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Operation, Function, Status, Duration, Problem };
    static constexpr int ColumnCount = Problem + 1;

    enum Role {
        FailedRole = Qt::UserRole, ///< bool: an error of the API or of the function
    };

    static constexpr int MostCalls = 200;

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    /// Some more calls, in the order in which they were answered.
    void add(std::vector<ServedCall> calls);
    void clear();

    const ServedCall &call(int row) const;

private:
    std::deque<ServedCall> m_calls;
};

} // namespace coldframe
