// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/pricebook.h"
#include "core/history/runsummary.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace coldframe {

/// Runs of the history, the newest first. It holds the pages that were asked for; a view that
/// reaches their end asks for the next one.
class HistoryModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Time,
        Function,
        Event,
        Status,
        Start,
        Duration,
        Init,
        Memory,
        Cost,
        Commit,
        Tags,
    };
    static constexpr int ColumnCount = Tags + 1;

    enum Role {
        IdRole = Qt::UserRole, ///< RunId
        FailedRole, ///< bool
    };

    explicit HistoryModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /// Another list; hasMore: there are older runs than these.
    void setRuns(std::vector<RunSummary> runs, bool hasMore);

    /// The page behind the last row.
    void append(const std::vector<RunSummary> &runs, bool hasMore);

    /// Runs that came meanwhile, the newest first.
    void prepend(const std::vector<RunSummary> &runs);

    /// The same runs with other tags, or fewer of them: rows change and leave, selection stays.
    void update(const std::vector<RunSummary> &runs);

    void setPriceBook(const PriceBook &prices);
    const std::optional<PriceBook> &priceBook() const { return m_prices; }

    const RunSummary &run(int row) const { return m_runs.at(static_cast<std::size_t>(row)); }
    std::optional<RunId> newest() const;
    std::optional<RunId> oldest() const;

Q_SIGNALS:
    /// The runs before this one are wanted.
    void moreRequested(coldframe::RunId before);

private:
    std::vector<RunSummary> m_runs;
    std::optional<PriceBook> m_prices;
    bool m_hasMore = false;
    bool m_isFetching = false;
};

} // namespace coldframe
