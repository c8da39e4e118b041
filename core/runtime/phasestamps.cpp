// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/phasestamps.h"

#include <algorithm>

namespace coldframe {

namespace {

/// Puts phases one after the other: each begins where the last one ended.
class PhaseRow
{
public:
    PhaseRow(Instant origin, std::vector<Phase> &phases)
        : m_origin(origin)
        , m_at(origin)
        , m_phases(phases)
    {}

    void moveTo(Instant at) { m_at = std::max(at, m_at); }

    /// Instants of several processes may cross by some microseconds, so the end is kept in order.
    void add(PhaseKind kind, Instant end)
    {
        end = std::max(end, m_at);
        m_phases.push_back({kind, m_at - m_origin, end - m_at});
        m_at = end;
    }

private:
    Instant m_origin;
    Instant m_at;
    std::vector<Phase> &m_phases;
};

void addInit(PhaseRow &row, const PhaseStamps &stamps)
{
    const Instant end = *stamps.initEnd;
    const Instant ready = std::min(stamps.runtimeReady.value_or(end), end);
    const auto until = [ready](Instant at) { return std::min(at, ready); };
    row.add(PhaseKind::ProcessStart, until(stamps.executedAt.value_or(ready)));
    if (stamps.bootstrap) {
        row.add(PhaseKind::InterpreterStart, until(stamps.bootstrap->bootstrapStart));
        row.add(PhaseKind::Bootstrap, until(stamps.bootstrap->handlerImportStart));
        row.add(PhaseKind::HandlerImport, until(stamps.bootstrap->handlerImportEnd));
        row.add(PhaseKind::RuntimeReady, ready);
    } else {
        row.add(PhaseKind::InterpreterStart, ready);
        row.add(PhaseKind::RuntimeReady, ready);
    }
    if (ready < end)
        row.add(PhaseKind::ExtensionsReady, end);
}

} // namespace

Instant PhaseStamps::origin() const
{
    for (const auto &first : {sandboxBegin, initBegin, invokeBegin, answered}) {
        if (first)
            return *first;
    }
    return {};
}

std::vector<Phase> phasesOf(const PhaseStamps &stamps)
{
    std::vector<Phase> phases;
    PhaseRow row(stamps.origin(), phases);
    if (stamps.sandboxBegin && stamps.initBegin)
        row.add(PhaseKind::Sandbox, *stamps.initBegin);
    if (stamps.initBegin && stamps.initEnd) {
        row.moveTo(*stamps.initBegin);
        addInit(row, stamps);
    }
    if (stamps.restoreBegin && stamps.restoreEnd) {
        row.moveTo(*stamps.restoreBegin);
        row.add(PhaseKind::Restore, *stamps.restoreEnd);
    }
    if (stamps.answered) {
        row.moveTo(stamps.invokeBegin.value_or(*stamps.answered));
        row.add(PhaseKind::Invoke, *stamps.answered);
        if (stamps.done && *stamps.done > *stamps.answered)
            row.add(PhaseKind::ExtensionsDone, *stamps.done);
    }
    return phases;
}

} // namespace coldframe
