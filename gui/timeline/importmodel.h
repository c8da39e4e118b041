// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/importtable.h"
#include "core/timeline/timelinesearch.h"
#include "gui/base/theme.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace coldframe {

/// The imports of one cold start with their figures, in the order in which they began.
class ImportModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Lazy, ///< a check box: what if it were lazy
        Module,
        Self,
        Cumulative,
        Share,
        Size,
        Origin,
        File,
    };
    static constexpr int ColumnCount = File + 1;

    enum Role {
        SortRole = Qt::UserRole, ///< raw, for comparison
    };

    explicit ImportModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    void setImports(std::vector<ImportSpan> imports, std::chrono::nanoseconds init);
    const ImportSpan &importAt(int row) const { return m_imports[static_cast<std::size_t>(row)]; }

    /// The imports that were chosen, and all of them with what they import.
    void setLazy(const std::vector<std::size_t> &chosen, std::vector<bool> covered);

    /// The rest is dimmed.
    void setMatches(std::optional<TimelineMatches> matches);
    void setColours(const ThemeColours &colours);

    /// Whether an import can be left for later: the handler's own module can't.
    bool canBeLazy(int row) const;

Q_SIGNALS:
    void lazyToggled(int import, bool isLazy);

private:
    QString display(int row, int column) const;
    QVariant sortKey(int row, int column) const;
    Qt::CheckState checkState(int row) const;
    void tellAll();

    std::vector<ImportSpan> m_imports;
    std::vector<ImportRow> m_rows;
    std::vector<bool> m_chosen;
    std::vector<bool> m_covered;
    std::optional<TimelineMatches> m_matches;
    ThemeColours m_colours;
};

} // namespace coldframe
