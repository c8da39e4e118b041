// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandline.h"
#include "core/fixtures/importedevent.h"
#include "core/project/workspace.h"

namespace coldframe::cli {

/// The subcommands of `fixtures`; the arguments begin behind their names.
ExitStatus runFixturesImport(const QStringList &arguments, const Surroundings &surroundings);
ExitStatus runFixturesExport(const QStringList &arguments, const Surroundings &surroundings);

/// A sentence a note, on `err`.
void printNotes(const std::vector<ExchangeNote> &notes, const Surroundings &surroundings);

/// What --workspace or the current folder is, with its functions. A broken template is an error.
Result<Workspace> workspaceOf(const QString &directory);

} // namespace coldframe::cli
