// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fixtures/fixturereport.h"

#include <QStringList>

namespace coldframe {

/// "512 MB, python3.12, cold starts"; empty for functions as they are.
QString fixtureColumnText(const FixtureColumn &column);

/// "Passed", "Failed", "Changed", "Error" or "Not run".
QString testOutcomeText(TestOutcome outcome);

/// "12 fixtures: 9 passed, 2 failed, 1 changed"; only numbers that are not zero. In
/// several columns there is a result of each fixture for each of them.
QString testCountsText(const TestTotals &totals, std::size_t columns = 1);

/// Why a fixture was not run in a column whose runtime is of another language than the function's.
QString unsuitedText(const FixtureResult &result, const FixtureColumn &column);

/// A sentence for each runtime that is not installed and that another version stood in for.
QStringList otherVersionTexts(const std::vector<FixtureResult> &results);

/// "The function ended with ValueError: no name in the event (app.py, line 4)"; empty for one that
/// succeeded.
QString functionEndingText(const InvocationRecord &record);

/// What was expected and what came instead, a line each that begins with "- " or "+ ", cut to the
/// part where they differ. Empty where the sentence of the finding says it all.
QStringList findingDifference(const Finding &finding);

/// Everything that is to say about one fixture that did not just pass, several lines; empty for one
/// that did. `columns` are those of the report.
QString fixtureResultText(const FixtureResult &result, const std::vector<FixtureColumn> &columns);

/// Invocations, durations, memory and cost, and which of them are measured or modelled.
QString testFiguresText(const TestReport &report);

/// The whole report: what is to say about each fixture, accepted responses, counts and figures.
QString testReportText(const TestReport &report);

} // namespace coldframe
