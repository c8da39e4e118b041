// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/comparisoncontroller.h"

#include "core/base/async.h"
#include "core/history/runstore.h"
#include "gui/app/later.h"
#include "gui/comparison/comparisonpanel.h"
#include "wording/comparisontext.h"

#include <utility>

namespace coldframe {

namespace {

Result<NamedRuns> loadRuns(const RunStore &store, const std::vector<RunId> &ids)
{
    NamedRuns side;
    for (const RunId id : ids) {
        auto run = store.load(id);
        if (!run)
            return tl::make_unexpected(run.error());
        side.runs.records.push_back(std::move(run->record));
    }
    side.name = comparedRunsName(side.runs);
    return side;
}

/// The runs that are the baseline of a function, instead of none. NotFound without any.
Result<std::vector<RunId>> orBaseline(const RunStore &store, const std::vector<RunId> &ids,
                                      const QString &function)
{
    if (!ids.empty())
        return ids;
    RunQuery query;
    query.function = function;
    query.tag = baselineTag();
    const auto runs = store.query(query);
    if (!runs)
        return tl::make_unexpected(runs.error());
    if (runs->empty())
        return failure(Error::Code::NotFound,
                       ComparisonController::tr("a baseline of %1").arg(function));
    std::vector<RunId> found;
    for (const RunSummary &run : *runs)
        found.push_back(run.id);
    return found;
}

} // namespace

ComparisonController::ComparisonController(ComparisonPanel &panel, QObject *parent)
    : QObject(parent)
    , m_panel(panel)
{
    connect(&m_panel, &ComparisonPanel::swapRequested, this, &ComparisonController::swap);
}

void ComparisonController::setWorkspace(const QString &directory)
{
    if (std::exchange(m_directory, directory) == directory)
        return;
    ++m_comparing;
    m_panel.clear();
}

void ComparisonController::compare(const std::vector<RunId> &before,
                                   const std::vector<RunId> &after)
{
    m_panel.showWaiting();
    auto load = [file = RunStore::fileOf(m_directory), before,
                 after]() -> Result<std::shared_ptr<Comparison>> {
        const auto store = RunStore::open(file, RunStore::Missing::Refuse);
        if (!store)
            return tl::make_unexpected(store.error());
        auto right = loadRuns(*store, after);
        if (!right)
            return tl::make_unexpected(right.error());
        const auto ids = orBaseline(*store, before, right->runs.records.front().function.name);
        if (!ids)
            return tl::make_unexpected(ids.error());
        auto left = loadRuns(*store, *ids);
        if (!left)
            return tl::make_unexpected(left.error());
        return std::make_shared<Comparison>(Comparison{std::move(*left), std::move(*right), {}});
    };
    whenDone(later(std::move(load)), this,
             [this, asked = ++m_comparing](const Result<std::shared_ptr<Comparison>> &loaded) {
                 if (asked != m_comparing)
                     return;
                 if (loaded)
                     show(*loaded);
                 else
                     m_panel.showError(loaded.error());
             });
}

void ComparisonController::swap()
{
    if (const auto shown = m_panel.comparison())
        show(std::make_shared<Comparison>(Comparison{shown->right, shown->left, {}}));
}

void ComparisonController::show(std::shared_ptr<Comparison> comparison)
{
    auto work = [comparison, prices = m_prices]() -> Result<std::shared_ptr<Comparison>> {
        comparison->found = compareRuns(comparison->left.runs, comparison->right.runs,
                                        prices ? &*prices : nullptr);
        return comparison;
    };
    whenDone(later(std::move(work)), this,
             [this, asked = ++m_comparing](const Result<std::shared_ptr<Comparison>> &compared) {
                 if (asked == m_comparing)
                     m_panel.showComparison(*compared);
             });
}

} // namespace coldframe

#include "moc_comparisoncontroller.cpp"
