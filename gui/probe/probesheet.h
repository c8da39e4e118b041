// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wording/probetext.h"

#include <QStringList>

#include <vector>

namespace coldframe {

/// Values of one finding, a row for each invocation that they are known of.
struct ProbeTable
{
    struct Cell
    {
        QString text;
        bool isValue = true; ///< false: words of ours, as "absent"

        bool operator==(const Cell &) const = default;
    };

    QStringList headers;
    std::vector<std::vector<Cell>> rows;

    bool operator==(const ProbeTable &) const = default;
};

/// One line of a report.
struct ProbeEntry
{
    enum class Kind {
        Leak, ///< state that a result depended on, or such a result without known state
        Survivor, ///< state without effect
        Difference, ///< of responses, below the leak that explains it
        Varying,
        Incident,
        Unseen,
    };

    Kind kind = Kind::Incident;
    QString sentence;
    QString title; ///< over the table
    QString note; ///< what the table does not say; mostly empty
    ProbeTable table; ///< without rows where there is nothing to show
    QString file; ///< relative to the function's folder; empty when none is named
    std::vector<ProbeEntry> below = {};
};

/// A report as the panel shows it.
struct ProbeSheet
{
    QString verdict;
    QString summary;
    std::vector<ProbeEntry> findings; ///< the worst first
    std::vector<ProbeEntry> incidents;
    std::vector<ProbeEntry> varying;
    std::vector<ProbeEntry> unseen;
};

ProbeSheet probeSheetOf(const ProbeReport &report, ProbeKind kind);

} // namespace coldframe
