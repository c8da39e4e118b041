// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fixtures/importedevent.h"

namespace coldframe {

/// What did not come along from another tool's file, or to it, in one sentence.
QString exchangeNoteText(const ExchangeNote &note);

} // namespace coldframe
