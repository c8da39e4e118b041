// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/fixturetext.h"
#include "wording/shortenedline.h"

#include <QCoreApplication>

namespace coldframe {

namespace {

constexpr qsizetype LongestInFinding = 120;

struct FixtureText
{
    Q_DECLARE_TR_FUNCTIONS(FixtureText)
};

QString shownOr(const std::optional<QString> &value, const QString &missing)
{
    return value ? shortenedLine(*value, LongestInFinding) : missing;
}

/// "The response's /items/0" or "The body".
QString subjectName(const Finding &finding)
{
    const bool isBody = finding.subject == Finding::Subject::Body;
    const QString place
        = finding.kind == Finding::Kind::Path ? finding.place + finding.remark : finding.place;
    if (place.isEmpty())
        return isBody ? FixtureText::tr("The body") : FixtureText::tr("The response");
    return isBody ? FixtureText::tr("The body's %1").arg(place)
                  : FixtureText::tr("The response's %1").arg(place);
}

/// A value that is not the expected one, is missing, or should not be there.
QString valueText(const Finding &finding)
{
    const QString subject = subjectName(finding);
    if (!finding.actual)
        return FixtureText::tr("%1 is missing, expected %2.")
            .arg(subject, shownOr(finding.expected, {}));
    if (!finding.expected)
        return FixtureText::tr("%1 is %2, and nothing was expected there.")
            .arg(subject, shortenedLine(*finding.actual, LongestInFinding));
    return FixtureText::tr("%1 is %2, expected %3.")
        .arg(subject, shortenedLine(*finding.actual, LongestInFinding),
             shortenedLine(*finding.expected, LongestInFinding));
}

QString goldenText(const Finding &finding)
{
    const QString subject = subjectName(finding);
    if (!finding.expected && !finding.actual)
        return FixtureText::tr("The response differs from the golden one in too many places.");
    if (!finding.actual)
        return FixtureText::tr("%1 is gone; the golden response has %2.")
            .arg(subject, shortenedLine(*finding.expected, LongestInFinding));
    if (!finding.expected)
        return FixtureText::tr("%1 is new: %2.")
            .arg(subject, shortenedLine(*finding.actual, LongestInFinding));
    return FixtureText::tr("%1 is %2; the golden response has %3.")
        .arg(subject, shortenedLine(*finding.actual, LongestInFinding),
             shortenedLine(*finding.expected, LongestInFinding));
}

/// As people say what sidecars call "timedOut".
QString statusWord(const QString &name)
{
    if (name == QStringLiteral("succeeded"))
        return FixtureText::tr("succeeded");
    if (name == QStringLiteral("failed"))
        return FixtureText::tr("failed");
    if (name == QStringLiteral("timedOut"))
        return FixtureText::tr("timed out");
    if (name == QStringLiteral("stopped"))
        return FixtureText::tr("stopped");
    return name;
}

QString statusText(const Finding &finding)
{
    const QString actual = statusWord(finding.actual.value_or(QString()));
    const QString expected = statusWord(finding.expected.value_or(QString()));
    return finding.remark.isEmpty()
        ? FixtureText::tr("The invocation's status is %1, expected %2.").arg(actual, expected)
        : FixtureText::tr("The invocation's status is %1 (%2), expected %3.")
              .arg(actual, shortenedLine(finding.remark, LongestInFinding), expected);
}

QString sentenceOf(const Finding &finding)
{
    const QString expected = shownOr(finding.expected, {});
    const QString actual = shownOr(finding.actual, {});
    switch (finding.kind) {
    case Finding::Kind::Status:
        return statusText(finding);
    case Finding::Kind::StatusCode:
        return finding.actual
            ? FixtureText::tr("The status code is %1, expected %2.").arg(actual, expected)
            : FixtureText::tr("The response has no status code, expected %1.").arg(expected);
    case Finding::Kind::ErrorType:
        return finding.actual
            ? FixtureText::tr("The error type is %1, expected %2.").arg(actual, expected)
            : FixtureText::tr("There is no error, expected one of the type %1.").arg(expected);
    case Finding::Kind::Equals:
    case Finding::Kind::Subset:
    case Finding::Kind::Pointer:
    case Finding::Kind::Path:
        return valueText(finding);
    case Finding::Kind::Matches:
        return FixtureText::tr("%1 does not match the regular expression %2: %3")
            .arg(subjectName(finding), expected, actual);
    case Finding::Kind::Schema:
        return FixtureText::tr("%1 does not follow the schema: %2.")
            .arg(subjectName(finding), finding.remark);
    case Finding::Kind::NoJson:
        return FixtureText::tr("%1 is no JSON: %2").arg(subjectName(finding), actual);
    case Finding::Kind::NoBody:
        return FixtureText::tr("The response has no body.");
    case Finding::Kind::SchemaUnusable:
        return FixtureText::tr("The schema cannot be used: %1.").arg(finding.remark);
    case Finding::Kind::PathUnusable:
        return FixtureText::tr("A path cannot be followed: %1.").arg(finding.remark);
    case Finding::Kind::LogContains:
        return FixtureText::tr("No log line contains “%1”.").arg(expected);
    case Finding::Kind::LogLacks:
        return FixtureText::tr("A log line contains “%1”: %2").arg(expected, actual);
    case Finding::Kind::LogMatches:
        return FixtureText::tr("No log line matches the regular expression %1.").arg(expected);
    case Finding::Kind::Duration:
        return FixtureText::tr("Duration is %1 ms, the budget is %2 ms.").arg(actual, expected);
    case Finding::Kind::Init:
        return FixtureText::tr("Init Duration is %1 ms, the budget is %2 ms.")
            .arg(actual, expected);
    case Finding::Kind::Memory:
        return FixtureText::tr("Max Memory Used is %1 MB, the budget is %2 MB.")
            .arg(actual, expected);
    case Finding::Kind::Cost:
        return FixtureText::tr("The invocation costs %1 USD, the budget is %2 USD.")
            .arg(actual, expected);
    case Finding::Kind::CostUnknown:
        return FixtureText::tr("The budget of %1 USD was not checked: there are no prices for the "
                               "function's region.")
            .arg(expected);
    case Finding::Kind::Golden:
        return goldenText(finding);
    }
    return {};
}

} // namespace

QString findingText(const Finding &finding)
{
    const QString sentence = sentenceOf(finding);
    return finding.omitted == 0
        ? sentence
        : FixtureText::tr("%1 %n more like this are not listed.", nullptr, finding.omitted)
              .arg(sentence);
}

QString staleFixtureText(const QString &file)
{
    return FixtureText::tr("%1 was changed by another program since it was read, so it was not "
                           "overwritten. Read it again, or save under another name.")
        .arg(file);
}

QString fixtureOutcomeText(FixtureOutcome outcome)
{
    switch (outcome) {
    case FixtureOutcome::Passed:
        return FixtureText::tr("Passed");
    case FixtureOutcome::Changed:
        return FixtureText::tr("Changed");
    case FixtureOutcome::Failed:
        return FixtureText::tr("Failed");
    }
    return {};
}

} // namespace coldframe
