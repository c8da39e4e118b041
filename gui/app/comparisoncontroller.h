// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/pricebook.h"
#include "core/history/runsummary.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace coldframe {

class ComparisonPanel;
struct Comparison;

/// Reads runs from the history of the folder that is open, compares them in a pool thread and shows
/// what was found.
class ComparisonController final : public QObject
{
    Q_OBJECT

public:
    /// The panel outlives the controller.
    explicit ComparisonController(ComparisonPanel &panel, QObject *parent = nullptr);

    /// Of another folder nothing is shown.
    void setWorkspace(const QString &directory);
    void setPriceBook(const PriceBook &prices) { m_prices = prices; }

    /// Nothing before stands for the baseline of the function of the other side.
    void compare(const std::vector<RunId> &before, const std::vector<RunId> &after);

private:
    void swap();
    void show(std::shared_ptr<Comparison> comparison);

    ComparisonPanel &m_panel;
    QString m_directory;
    std::optional<PriceBook> m_prices;
    int m_comparing = 0; ///< counts what was asked for: only the last answer counts
};

} // namespace coldframe
