// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/findings.h"

#include <QStringList>

namespace coldframe {

enum class ProbeKind { Statelessness, Duplicate };

/// The judgement of a probe in one sentence.
QString probeSummary(const ProbeReport &report, ProbeKind kind);

/// A result that was another one because of earlier invocations, with its values.
QString dependentResultText(const ResponseValue &result, const ProbeReport &report);

/// What survived and what came of it, for example "`counter` in app.py went 1, 2, 3 over warm
/// invocations; the response's `count` followed it."
QString survivingStateText(const SurvivingState &state, const ProbeReport &report);

/// What limits the findings: values that vary anyway, what was not seen, what went wrong. Each one
/// or two sentences.
QStringList probeRemarks(const ProbeReport &report);

} // namespace coldframe
