// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/billing/money.h"
#include "core/lambda/invocation.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <optional>
#include <vector>

namespace coldframe {

/// One row of this session's runs: an invocation that still runs, or one with its record.
struct Run
{
    QString requestId;
    QString functionName;
    QString eventName;
    WallTime startedAt{};
    std::chrono::milliseconds timeout{};
    Instant began{}; ///< what the elapsed time of a running invocation counts from
    std::optional<InvocationRecord> record; ///< not set while it runs
    std::optional<Money> cost; ///< not set when there is no price for it
    QString origin = {}; ///< who asked for it, in words; empty for the user

    bool isRunning() const { return !record.has_value(); }
};

/// The runs of this session, oldest first; the oldest leave when there are too many.
class RunModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Started,
        Function,
        Event,
        Status,
        Start, ///< cold or warm
        Init,
        Duration,
        Billed,
        MemoryUsed,
        Cost,
    };
    static constexpr int ColumnCount = Cost + 1;

    enum Role {
        SortRole = Qt::UserRole, ///< raw, for comparison
        RecordRole, ///< the InvocationRecord; invalid while it runs
        RequestIdRole,
        RunningRole, ///< bool
        ProgressRole, ///< elapsed part of the timeout, 0 to 1; invalid when finished
        StatusRole, ///< InvocationStatus as int; invalid while it runs
        FigureRole, ///< bool: the column holds figures, which stand right-aligned
    };

    static constexpr int LongestSession = 500;

    /// The clock outlives the model.
    explicit RunModel(const Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    const Run &run(int row) const;

    /// The row of an invocation, or -1.
    int rowOf(const QString &requestId) const;

    /// An invocation starts; its request id is known already.
    void begin(const InvocationRequest &request, const QString &eventName);

    /// The record of an invocation that was begun here; one that was not becomes a new row.
    void finish(const InvocationRecord &record, std::optional<Money> cost = {});

    /// Runs that began elsewhere and are over, each a row of its own: attempts of one event share
    /// their request id.
    void append(std::vector<Run> runs);

    /// Nothing could be run: the row leaves.
    void abandon(const QString &requestId);

    void clearFinished();

private:
    void insert(Run run);
    void makeRoomFor(int runs);
    void removeAt(int row);
    void tick();
    bool isAnyRunning() const;

    const Clock &m_clock;
    std::vector<Run> m_runs;
    QTimer m_tick;
};

/// What a cell shows and what it is sorted by; now is the present of the model's clock.
QString displayOf(const Run &run, RunModel::Column column, Instant now);
QVariant sortKeyOf(const Run &run, RunModel::Column column, Instant now);

} // namespace coldframe
