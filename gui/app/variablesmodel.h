// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <map>
#include <vector>

namespace coldframe {

/// A function's environment variables as rows that can be edited. Values are masked in
/// DisplayRole until they are revealed; EditRole has them plain.
class VariablesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, ValueColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setVariables(const std::map<QString, QString> &variables);

    /// Rows with an empty name are left out; of two with one name the later one counts.
    std::map<QString, QString> variables() const;

    void setRevealed(bool revealed);

    /// A new row at the end; its index.
    QModelIndex addRow();

    /// What keeps the variables from being used, as a sentence; empty when they are fine
    /// (environment, section 2.3).
    QString problem() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;

private:
    struct Variable
    {
        QString name;
        QString value;
    };

    std::vector<Variable> m_variables;
    bool m_revealed = false;
};

} // namespace coldframe
