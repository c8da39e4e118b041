// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/projectnote.h"

#include <QString>

namespace coldframe {

/// One sentence that says what of a workspace is not understood or has no effect here, without the
/// place.
QString projectNoteText(const ProjectNote &note);

/// "template.yaml, line 12", as far as it is known; empty when the note is about all of it.
QString projectNotePlace(const ProjectNote &note);

} // namespace coldframe
