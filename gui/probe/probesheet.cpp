// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/probe/probesheet.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace coldframe {

namespace {

using Cell = ProbeTable::Cell;
using Row = std::vector<Cell>;

Cell words(const QString &text)
{
    return {text, false};
}

class ProbeSheetMaker
{
    Q_DECLARE_TR_FUNCTIONS(ProbeSheet)

public:
    explicit ProbeSheetMaker(const ProbeReport &report)
        : m_report(report)
    { }

    ProbeEntry entryOf(const SurvivingState &state) const
    {
        const bool isLeak = state.judgement() == Judgement::ResultDepended;
        const bool isVariable = state.place == SurvivingState::Place::Variable;
        std::vector<const ResponseValue *> results;
        for (const ResponseValue &value : m_report.dependent) {
            if (follows(value, state))
                results.push_back(&value);
        }
        ProbeEntry entry;
        entry.kind = isLeak ? ProbeEntry::Kind::Leak : ProbeEntry::Kind::Survivor;
        entry.sentence = survivingStateText(state, m_report);
        entry.title = titleOf(state);
        if (state.isCut)
            entry.note = tr("Of each value, only the beginning was compared.");
        if (isVariable)
            entry.file = m_report.module;
        entry.table = tableOf(&state, results);
        for (const ResponseValue *value : results)
            entry.below.push_back(entryOf(*value, ProbeEntry::Kind::Difference));
        return entry;
    }

    ProbeEntry entryOf(const ResponseValue &value, ProbeEntry::Kind kind) const
    {
        ProbeEntry entry;
        entry.kind = kind;
        entry.sentence = kind == ProbeEntry::Kind::Varying ? varyingResultText(value)
                                                           : dependentResultText(value, m_report);
        entry.title = probedResultName(value.path, value.isOutcome);
        entry.title[0] = entry.title[0].toUpper();
        entry.table = tableOf(nullptr, {&value});
        return entry;
    }

    static ProbeEntry entryOf(const QString &sentence, ProbeEntry::Kind kind)
    {
        ProbeEntry entry;
        entry.kind = kind;
        entry.sentence = sentence;
        return entry;
    }

    QString neverSeen() const
    {
        return m_report.variables == Sight::Nothing || m_report.module.isEmpty()
            ? tr("What the function keeps outside of its environment, for example in a database.")
            : tr("Other modules than %1, and what the function keeps outside of its environment, "
                 "for example in a database.")
                  .arg(m_report.module);
    }

private:
    static bool follows(const ResponseValue &value, const SurvivingState &state)
    {
        return std::any_of(state.effects.begin(), state.effects.end(),
                           [&value](const SurvivingState::Effect &effect) {
                               return effect.path == value.path
                                   && effect.isOutcome == value.isOutcome;
                           });
    }

    static QString titleOf(const SurvivingState &state)
    {
        if (state.place == SurvivingState::Place::TemporaryFile)
            return QStringLiteral("/tmp/") + state.name;
        return state.type.isEmpty() ? state.name
                                    : tr("%1 (%2)", "variable (type)").arg(state.name, state.type);
    }

    static QString headerOf(const ResponseValue &value)
    {
        if (value.isOutcome)
            return tr("Outcome");
        return value.path.isEmpty() ? tr("Response") : tr("Response %1").arg(value.path);
    }

    QString startOf(std::size_t warmRun) const
    {
        if (warmRun == 0)
            return tr("cold", "start of a run");
        const bool isNew = warmRun < m_report.newProcesses.size() && m_report.newProcesses[warmRun];
        return isNew ? tr("new processes") : tr("warm", "start of a run");
    }

    static Cell cellOf(const SeenValue &value, SurvivingState::Place place)
    {
        if (!value.isKnown)
            return words(tr("not observed"));
        if (!value.text)
            return words(tr("absent"));
        if (place == SurvivingState::Place::Variable)
            return {*value.text};
        return value.text->isEmpty() ? words(tr("a folder"))
                                     : words(tr("%1 bytes").arg(*value.text));
    }

    static Cell cellOf(const std::vector<std::optional<QString>> &values, std::size_t run)
    {
        if (run >= values.size() || !values[run])
            return words(tr("absent"));
        return {*values[run]};
    }

    ProbeTable tableOf(const SurvivingState *state,
                       const std::vector<const ResponseValue *> &results) const
    {
        ProbeTable table;
        table.headers = {tr("Run"), tr("Start")};
        if (state)
            table.headers << tr("Before") << tr("After");
        for (const ResponseValue *value : results)
            table.headers.append(headerOf(*value));
        for (std::size_t run = 0; run < m_report.warmRuns; ++run) {
            Row row{words(QString::number(run + 1)), words(startOf(run))};
            if (state) {
                row.push_back(cellOf(at(state->before, run), state->place));
                row.push_back(cellOf(at(state->after, run), state->place));
            }
            for (const ResponseValue *value : results)
                row.push_back(cellOf(value->warm, run));
            table.rows.push_back(std::move(row));
        }
        if (results.empty())
            return table;
        for (std::size_t run = 0; run < m_report.coldRuns; ++run) {
            Row row{words(QString::number(m_report.warmRuns + run + 1)),
                    words(tr("cold", "start of a run"))};
            if (state)
                row.insert(row.end(), 2, words(QStringLiteral("–")));
            for (const ResponseValue *value : results)
                row.push_back(cellOf(value->cold, run));
            table.rows.push_back(std::move(row));
        }
        return table;
    }

    static SeenValue at(const std::vector<SeenValue> &values, std::size_t run)
    {
        return run < values.size() ? values[run] : SeenValue{};
    }

    const ProbeReport &m_report;
};

} // namespace

ProbeSheet probeSheetOf(const ProbeReport &report, ProbeKind kind)
{
    const ProbeSheetMaker maker(report);
    ProbeSheet sheet;
    sheet.verdict = probeVerdict(report);
    sheet.summary = probeSummary(report, kind);
    std::vector<ProbeEntry> survivors;
    for (const SurvivingState &state : report.state) {
        ProbeEntry entry = maker.entryOf(state);
        (entry.kind == ProbeEntry::Kind::Leak ? sheet.findings : survivors)
            .push_back(std::move(entry));
    }
    for (const ResponseValue &value : report.dependent) {
        if (report.isUnexplained(value))
            sheet.findings.push_back(maker.entryOf(value, ProbeEntry::Kind::Leak));
    }
    sheet.findings.insert(sheet.findings.end(), survivors.begin(), survivors.end());
    for (const QString &sentence : probeIncidents(report))
        sheet.incidents.push_back(maker.entryOf(sentence, ProbeEntry::Kind::Incident));
    for (const ResponseValue &value : report.varying)
        sheet.varying.push_back(maker.entryOf(value, ProbeEntry::Kind::Varying));
    QStringList unseen = probeBlindSpots(report);
    unseen.append(maker.neverSeen());
    for (const QString &sentence : std::as_const(unseen))
        sheet.unseen.push_back(maker.entryOf(sentence, ProbeEntry::Kind::Unseen));
    return sheet;
}

} // namespace coldframe
