// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandline.h"
#include "core/fixtures/fixtureplan.h"

#include <QCommandLineParser>
#include <QStringList>

#include <optional>
#include <vector>

namespace coldframe::cli {

/// What the arguments of `test` say.
struct TestOptions
{
    QStringList paths; ///< as given
    QStringList tags; ///< a fixture needs one of them; empty for all
    std::optional<QString> workspace; ///< else found from the paths
    std::vector<FixtureColumn> columns;
    int parallel = 1;
    std::optional<int> repeat; ///< instead of each fixture's own
    IsolationChoice isolation = IsolationChoice::Automatic;
    BudgetRule budgets = BudgetRule::AsStated;
    OutputFormat format = OutputFormat::Text;
    QString junitFile; ///< empty for none
    bool stopsAtFailure = false;
    bool watches = false;
    bool acceptsGolden = false;
    bool onlyLists = false;
};

void addTestOptions(QCommandLineParser &parser);
Result<TestOptions> readTestOptions(const QCommandLineParser &parser);

} // namespace coldframe::cli
