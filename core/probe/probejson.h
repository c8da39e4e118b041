// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsontext.h"
#include "core/probe/findings.h"

namespace coldframe {

/// A report as JSON for scripts. Values are texts; null where something was not there.
OrderedJson probeToJson(const ProbeReport &report);

/// "nothingSurvived", "survivedWithoutEffect" or "resultDepended".
QString judgementName(Judgement judgement);

} // namespace coldframe
