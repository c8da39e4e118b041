// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/lambda/invocation.h"

#include <QAbstractTableModel>

#include <vector>

namespace coldframe {

/// The environments that are alive, a row each.
class EnvironmentModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Environment, ///< the end of its id
        Function,
        State,
        Age,
        Calls,
        PeakMemory, ///< measured
        Provisioned,
        Version,
        IsolationKind,
    };
    static constexpr int ColumnCount = IsolationKind + 1;

    enum Role {
        SortRole = Qt::UserRole, ///< raw, for comparison
        IdRole, ///< the whole id
    };

    /// The clock outlives the model.
    explicit EnvironmentModel(const Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    /// Rows of environments that stay keep their place; new ones come last.
    void setEnvironments(const std::vector<EnvironmentDescription> &environments);

    const EnvironmentDescription &environment(int row) const;

    /// Time went on: the ages are others.
    void tick();

private:
    QVariant sortKey(const EnvironmentDescription &environment, int column) const;
    QString display(const EnvironmentDescription &environment, int column) const;
    QString toolTip(const EnvironmentDescription &environment, int column) const;

    const Clock &m_clock;
    std::vector<EnvironmentDescription> m_environments;
};

} // namespace coldframe
