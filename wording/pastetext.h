// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventpaste.h"

#include <QString>

namespace coldframe {

/// What a pasted text was taken for, for example "A curl command became an event of API Gateway
/// HTTP API, payload 2.0."
QString pasteSummary(const PastedEvent &pasted);

/// One sentence about what is not in the event, or was assumed.
QString pasteNoteText(const PasteNote &note);

/// One or two sentences: why a text is no event, where, and how to mend it.
QString pasteErrorText(const PasteError &error);

} // namespace coldframe
