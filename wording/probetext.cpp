// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/probetext.h"

#include "wording/coldstarttext.h"

#include <QCoreApplication>

#include <algorithm>

namespace coldframe {

namespace {

struct ProbeText
{
    Q_DECLARE_TR_FUNCTIONS(ProbeText)
};

using ProbedValues = std::vector<std::optional<QString>>;

QString shownValue(const std::optional<QString> &value)
{
    constexpr qsizetype mostCharacters = 60;
    if (!value)
        return ProbeText::tr("absent");
    const QString line = QString(*value).replace(u'\n', u' ');
    return line.size() > mostCharacters ? line.left(mostCharacters) + u'…' : line;
}

/// "1, 2, 3"
QString shownValues(const ProbedValues &values)
{
    constexpr std::size_t mostValues = 8;
    QStringList texts;
    for (std::size_t i = 0; i < values.size() && i < mostValues; ++i)
        texts.append(shownValue(values[i]));
    if (values.size() > mostValues)
        texts.append(QStringLiteral("…"));
    return texts.join(QStringLiteral(", "));
}

bool isTheSame(const ProbedValues &values)
{
    return std::all_of(values.begin(), values.end(),
                       [&](const std::optional<QString> &value) { return value == values.front(); });
}

QString listed(QStringList names)
{
    constexpr qsizetype mostNames = 5;
    if (names.size() > mostNames) {
        names = names.first(mostNames);
        names.append(QStringLiteral("…"));
    }
    return names.join(QStringLiteral(", "));
}

/// "; the response's `count` followed it"
QString effectsText(const SurvivingState &state)
{
    if (state.effects.empty())
        return ProbeText::tr("no result depended on it.");
    QStringList equal;
    QStringList together;
    for (const SurvivingState::Effect &effect : state.effects)
        (effect.link == Link::Equal ? equal : together)
            .append(probedResultName(effect.path, effect.isOutcome));
    if (together.isEmpty())
        return ProbeText::tr("%1 followed it.").arg(listed(equal));
    if (equal.isEmpty())
        return ProbeText::tr("%1 changed whenever it did.").arg(listed(together));
    return ProbeText::tr("%1 followed it, and %2 changed whenever it did.")
        .arg(listed(equal), listed(together));
}

QString stateName(const SurvivingState &state, const ProbeReport &report)
{
    if (state.place == SurvivingState::Place::TemporaryFile)
        return QStringLiteral("/tmp/") + state.name;
    return report.module.isEmpty() ? QStringLiteral("`%1`").arg(state.name)
                                   : ProbeText::tr("`%1` in %2").arg(state.name, report.module);
}

QString historyText(const SurvivingState &state, const QString &name)
{
    const std::optional<QString> &first = state.values.front();
    const ProbedValues rest(state.values.begin() + 1, state.values.end());
    const bool isFile = state.place == SurvivingState::Place::TemporaryFile;
    if (isFile && rest.front() == QStringLiteral(""))
        return ProbeText::tr("The folder %1 was made and kept over warm invocations").arg(name);
    if (isFile && isTheSame(rest))
        return ProbeText::tr("%1 was written and kept over warm invocations (%2 bytes)")
            .arg(name, shownValue(rest.front()));
    if (isFile)
        return ProbeText::tr("%1 had %2 bytes after the warm invocations")
            .arg(name, shownValues(rest));
    if (isTheSame(rest))
        return ProbeText::tr("%1 was set to %2 and kept over warm invocations (%3 before the first)")
            .arg(name, shownValue(rest.front()), shownValue(first));
    return ProbeText::tr("%1 went %2 over warm invocations (%3 before the first)")
        .arg(name, shownValues(rest), shownValue(first));
}

} // namespace

QString probedResultName(const QString &path, bool isOutcome)
{
    if (isOutcome)
        return ProbeText::tr("the outcome");
    if (path.isEmpty())
        return ProbeText::tr("the response");
    return ProbeText::tr("the response's `%1`").arg(path);
}

bool isUnseen(const ProbeReport &report)
{
    return report.variables == Sight::Nothing
        && report.judgement() == Judgement::NothingSurvived;
}

QString probeVerdict(const ProbeReport &report)
{
    if (isUnseen(report))
        return ProbeText::tr("Not seen");
    switch (report.judgement()) {
    case Judgement::NotTested: return ProbeText::tr("Not tested");
    case Judgement::ResultDepended: return ProbeText::tr("A leak changes results");
    case Judgement::SurvivedWithoutEffect: return ProbeText::tr("State survives, without effect");
    case Judgement::NothingSurvived: return ProbeText::tr("Nothing survived");
    }
    return {};
}

QString probeSummary(const ProbeReport &report, ProbeKind kind)
{
    const bool isDuplicate = kind == ProbeKind::Duplicate;
    if (isUnseen(report))
        return isDuplicate
            ? ProbeText::tr("Both deliveries had the same result; whether the first left variables "
                            "to the second was not seen.")
            : ProbeText::tr("No result depended on earlier invocations; whether variables survived "
                            "was not seen.");
    switch (report.judgement()) {
    case Judgement::NotTested:
        return ProbeText::tr("Nothing could be told: no invocation was warm, so none could find "
                             "what an earlier one had left behind.");
    case Judgement::ResultDepended:
        return isDuplicate
            ? ProbeText::tr("The second delivery of the event had another result than the first.")
            : ProbeText::tr("Results depended on what earlier invocations had left behind.");
    case Judgement::SurvivedWithoutEffect:
        return isDuplicate
            ? ProbeText::tr("Both deliveries had the same result; the first left state to the "
                            "second.")
            : ProbeText::tr("State survived from one invocation to the next, but no result "
                            "depended on it.");
    case Judgement::NothingSurvived:
        return isDuplicate
            ? ProbeText::tr("Both deliveries had the same result, and the first left nothing to "
                            "the second.")
            : ProbeText::tr("Nothing survived from one invocation to the next, and no result "
                            "depended on earlier ones.");
    }
    return {};
}

QString dependentResultText(const ResponseValue &result, const ProbeReport &report)
{
    QString name = probedResultName(result.path, result.isOutcome);
    name[0] = name[0].toUpper();
    const QString text = ProbeText::tr("%1 was %2 in new environments, and %3 one after the other in "
                                       "the same one.")
                             .arg(name, shownValue(result.warm.front()), shownValues(result.warm));
    if (!report.isUnexplained(result))
        return text;
    return text + u' '
        + ProbeText::tr("Nothing that was looked at goes with it: it may be kept in another module, "
                        "inside a function or class, or outside of the function.");
}

QString survivingStateText(const SurvivingState &state, const ProbeReport &report)
{
    return ProbeText::tr("%1; %2", "what survived; what came of it")
        .arg(historyText(state, stateName(state, report)), effectsText(state));
}

QString varyingResultText(const ResponseValue &result)
{
    QString name = probedResultName(result.path, result.isOutcome);
    name[0] = name[0].toUpper();
    return ProbeText::tr("%1 was %2 in new environments.").arg(name, shownValues(result.cold));
}

QStringList probeIncidents(const ProbeReport &report)
{
    QStringList remarks;
    if (report.failures > 0)
        remarks.append(ProbeText::tr("%1 of %2 invocations failed; errors were compared like "
                                     "responses.")
                           .arg(report.failures)
                           .arg(report.warmRuns + report.coldRuns));
    if (report.restarts > 0) {
        const QString restarts
            = ProbeText::tr("%1 invocations had to start new processes, so variables could "
                            "not survive up to them.")
                  .arg(report.restarts);
        const QString why = report.restarted ? coldStartText(*report.restarted) : QString();
        remarks.append(why.isEmpty() ? restarts : restarts + u' ' + why);
    }
    return remarks;
}

QStringList probeBlindSpots(const ProbeReport &report)
{
    QStringList remarks;
    switch (report.variables) {
    case Sight::Everything: break;
    case Sight::ExportsOnly:
        remarks.append(ProbeText::tr("Of the variables of the handler's module, only exports were "
                                     "seen."));
        break;
    case Sight::Nothing:
        remarks.append(ProbeText::tr("Variables of the function were not seen: that needs a Python "
                                     "or Node.js runtime and an invocation that comes to its end. "
                                     "Responses were compared all the same."));
        break;
    }
    if (!report.variablesComplete)
        remarks.append(ProbeText::tr("There were too many variables; some were not looked at."));
    if (!report.seesTemporaryFiles)
        remarks.append(ProbeText::tr("/tmp was not seen after every invocation."));
    if (!report.filesComplete)
        remarks.append(ProbeText::tr("/tmp has too many files; some were not looked at."));
    if (report.sharesTemporaryDirectory)
        remarks.append(ProbeText::tr("Without isolation, /tmp is the computer's own: other programs "
                                     "may have written there, and what the function keeps there is "
                                     "found by new environments too, as if it varied anyway."));
    return remarks;
}

QStringList probeRemarks(const ProbeReport &report)
{
    QStringList remarks;
    if (!report.varying.empty()) {
        QStringList names;
        for (const ResponseValue &value : report.varying)
            names.append(probedResultName(value.path, value.isOutcome));
        remarks.append(ProbeText::tr("In new environments too, other values had: %1. That is no "
                                     "finding.")
                           .arg(listed(names)));
    }
    return remarks + probeIncidents(report) + probeBlindSpots(report);
}

QString probeReportText(const ProbeReport &report, ProbeKind kind)
{
    QString text = probeSummary(report, kind) + u'\n';
    const auto add = [&text](const QString &line) { text += QStringLiteral("  %1\n").arg(line); };
    for (const ResponseValue &result : report.dependent)
        add(dependentResultText(result, report));
    for (const SurvivingState &state : report.state)
        add(survivingStateText(state, report));
    for (const QString &remark : probeRemarks(report))
        add(remark);
    return text;
}

} // namespace coldframe
