// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/runsummary.h"

#include <chrono>

namespace coldframe {

/// The commit that a folder's files are of, asked from the program git. Empty without one, outside
/// of a repository and when the answer takes longer than patience. Blocks: not for a thread that
/// has a window.
WorkspaceCommit gitCommitOf(const QString &directory,
                            std::chrono::milliseconds patience = std::chrono::seconds(3));

/// Reads what `git status --porcelain=v2 --branch` says.
WorkspaceCommit commitFromGitStatus(const QByteArray &status);

} // namespace coldframe
