// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace coldframe {

/// The text in one line, with "…" in place of what is longer than mostCharacters.
QString shortenedLine(const QString &text, qsizetype mostCharacters);

} // namespace coldframe
