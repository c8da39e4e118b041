// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/testoptions.h"
#include "core/fixtures/fixtureplan.h"

namespace coldframe::cli {

/// What `test` runs: fixtures of one workspace, and its functions.
struct TestSelection
{
    QString workspaceDirectory; ///< absolute
    std::vector<FunctionConfig> functions;
    std::vector<PlannedFixture> fixtures;
    int withoutSidecar = 0; ///< events that were left out, because nothing is expected of them
};

/// The folder whose functions a path's fixtures are for: `--workspace`, else the path itself or the
/// folder above it that has a template, else the one that its folder "events" is in.
QString workspaceOfPath(const QString &path);

/// Reads the workspace and the fixtures that paths and tags choose; without a path, those of the
/// workspace around the current folder. An event without a sidecar is only chosen by its own name.
/// A fixture that cannot be read
/// is among them whatever its tags are: it must not be passed over in silence.
Result<TestSelection> selectFixtures(const TestOptions &options);

/// Those that changed files matter to: the fixture's own files, the schemas that it names, the code
/// and the layers of its function, or the template. Paths are absolute.
std::vector<PlannedFixture> affectedFixtures(const TestSelection &selection,
                                             const QStringList &changedFiles);

} // namespace coldframe::cli
