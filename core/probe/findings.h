// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/responsecomparison.h"
#include "core/probe/temporaryfiles.h"

#include <QMetaType>

namespace coldframe {

/// One invocation of a probe, with /tmp before and after it; nothing where it could not be seen.
struct ProbedRun
{
    InvocationRecord record;
    std::optional<TemporaryFiles> filesBefore;
    std::optional<TemporaryFiles> filesAfter;
};

/// All invocations of a probe.
struct ProbedRuns
{
    std::vector<ProbedRun> warm; ///< in one environment, in order; the first is its cold start
    std::vector<ProbedRun> cold; ///< each in an environment of its own
};

/// What a probe found, the worst last.
enum class Judgement {
    NotTested, ///< each invocation had new processes, so nothing could survive
    NothingSurvived,
    SurvivedWithoutEffect, ///< for example a client that is kept: what environments are reused for
    ResultDepended, ///< a result was another one because of earlier invocations
};

/// How a result goes with a piece of state.
enum class Link {
    Equal, ///< it was its value in every invocation
    Together, ///< it was another one whenever the state was
};

/// A value as far as somebody could look.
struct SeenValue
{
    bool isKnown = false; ///< false: nobody could look
    std::optional<QString> text; ///< nothing: it was not there

    bool operator==(const SeenValue &) const = default;
};

/// A piece of state that an invocation left to the next one in the same environment.
struct SurvivingState
{
    enum class Place { Variable, TemporaryFile };
    struct Effect
    {
        QString path; ///< in the response; see ResponseValue
        bool isOutcome = false;
        Link link = Link::Together;

        bool operator==(const Effect &) const = default;
    };

    Place place = Place::Variable;
    QString name; ///< of the variable, or the path below /tmp
    QString type; ///< of a variable
    /// Before the first invocation and after each; nothing where it was not there. A file is told
    /// by its size in bytes, and a folder by "".
    std::vector<std::optional<QString>> values;
    bool isCut = false; ///< of a large value only the beginning was compared
    std::vector<Effect> effects; ///< empty: no result depended on it, as far as that was seen
    std::vector<SeenValue> before; ///< each warm invocation; told as in `values`
    std::vector<SeenValue> after; ///< each warm invocation

    Judgement judgement() const;
    bool operator==(const SurvivingState &) const = default;
};

/// How far a probe could look.
enum class Sight {
    Everything, ///< the variables of the handler's module
    ExportsOnly, ///< an interpreter that does not show what is inside of modules
    Nothing, ///< a runtime without our bootstrap, or no invocation came to its end
};

/// What a probe tells.
struct ProbeReport
{
    std::vector<SurvivingState> state;
    std::vector<ResponseValue> dependent; ///< results that were others because of earlier invocations
    std::vector<ResponseValue> varying; ///< they vary in new environments as well
    std::size_t warmRuns = 0;
    std::size_t coldRuns = 0;
    std::size_t restarts = 0; ///< invocations that should have been warm and had new processes
    std::optional<InvocationRecord> restarted; ///< the first of them
    std::vector<bool> newProcesses; ///< whether each warm invocation had them; the first one has
    std::size_t failures = 0; ///< of all invocations
    QString module; ///< whose variables were looked at; empty when it is not known
    Sight variables = Sight::Everything;
    bool variablesComplete = true;
    bool seesTemporaryFiles = true;
    bool filesComplete = true;
    bool sharesTemporaryDirectory = false; ///< /tmp is the computer's own and outlives environments

    Judgement judgement() const;

    /// Whether nothing that was seen explains a dependent result.
    bool isUnexplained(const ResponseValue &value) const;
};

/// Compares responses, variables and files of all invocations.
ProbeReport findingsOf(const ProbedRuns &runs);

} // namespace coldframe

Q_DECLARE_METATYPE(coldframe::ProbeReport)
