// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/findings.h"

#include <QStringList>

namespace coldframe {

enum class ProbeKind { Statelessness, Duplicate };

/// The judgement of a probe in a few words, for example "A leak changes results".
QString probeVerdict(const ProbeReport &report);

/// Whether a report without findings says nothing about the function: its variables were not seen.
bool isUnseen(const ProbeReport &report);

/// The judgement of a probe in one sentence.
QString probeSummary(const ProbeReport &report, ProbeKind kind);

/// A result that was another one because of earlier invocations, with its values.
QString dependentResultText(const ResponseValue &result, const ProbeReport &report);

/// What survived and what came of it, for example "`counter` in app.py went 1, 2, 3 over warm
/// invocations; the response's `count` followed it."
QString survivingStateText(const SurvivingState &state, const ProbeReport &report);

/// A result that has other values in new environments as well.
QString varyingResultText(const ResponseValue &result);

/// What went wrong while the probe ran, each a sentence.
QStringList probeIncidents(const ProbeReport &report);

/// What could not be looked at, each one or two sentences.
QStringList probeBlindSpots(const ProbeReport &report);

/// What limits the findings: values that vary anyway, what went wrong, what was not seen.
QStringList probeRemarks(const ProbeReport &report);

/// The whole report: the summary, and below it findings and remarks, each on a line.
QString probeReportText(const ProbeReport &report, ProbeKind kind);

/// "the response's `count`", "the response" or "the outcome".
QString probedResultName(const QString &path, bool isOutcome);

} // namespace coldframe
