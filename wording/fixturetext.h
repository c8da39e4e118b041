// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fixtures/expectations.h"

namespace coldframe {

/// A finding in one sentence, for example "The response's /items/0/id is 3, expected 4."
QString findingText(const Finding &finding);

/// What to do when FixtureStore::isStale().
QString staleFixtureText(const QString &file);

/// "Passed", "Changed" or "Failed".
QString fixtureOutcomeText(FixtureOutcome outcome);

} // namespace coldframe
