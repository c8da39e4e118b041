// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "cli/eventsource.h"
#include "core/base/filewriting.h"
#include "core/events/eventlint.h"
#include "core/events/templatecatalogue.h"
#include "wording/errortext.h"
#include "wording/eventproblemtext.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>

namespace coldframe::cli {

namespace {

/// What became of one file.
struct LintedFile
{
    QString name;
    EventKind kind = EventKind::Unknown;
    std::vector<EventProblem> problems;
    std::vector<EventProblem> fixed;
};

struct LintOptions
{
    bool fix = false;
    bool errorsOnly = false;
};

bool isError(const EventProblem &problem)
{
    return problem.severity == EventProblem::Severity::Error;
}

Result<LintedFile> lintFile(const QString &name, const LintOptions &options,
                            const EventLinter &linter, std::istream &in)
{
    Result<QByteArray> text = eventFromFile(name, in);
    if (!text)
        return tl::make_unexpected(text.error());
    LintedFile linted{name, EventKind::Unknown, {}, {}};
    if (options.fix) {
        auto fixed = linter.fix(*text);
        if (!fixed)
            return tl::make_unexpected(fixed.error());
        if (fixed->text != *text) {
            if (const auto written = writeFile(name, fixed->text); !written)
                return tl::make_unexpected(written.error());
        }
        linted.fixed = std::move(fixed->fixed);
        text = std::move(fixed->text);
    }
    const Result<OrderedJson> event = parseJson(*text);
    if (!event)
        return tl::make_unexpected(event.error());
    linted.kind = eventKindOf(*event);
    linted.problems = linter.lint(*event, *text);
    if (options.errorsOnly)
        std::erase_if(linted.problems,
                      [](const EventProblem &problem) { return !isError(problem); });
    return linted;
}

/// As compilers write them, so that editors find the place.
void printProblems(const LintedFile &file, std::ostream &stream)
{
    for (const EventProblem &problem : file.fixed) {
        stream << QCoreApplication::translate("Command", "%1: fixed: %2 (%3) [%4]")
                      .arg(file.name, eventFixText(problem), eventProblemPlace(problem),
                           eventRuleId(problem.rule))
                      .toStdString()
               << '\n';
        if (const QString changes = eventFixChanges(problem); !changes.isEmpty())
            stream << "  " << changes.toStdString() << '\n';
    }
    if (file.kind == EventKind::Unknown)
        stream << QCoreApplication::translate("Command",
                                              "%1: The source of this event is not known: only its "
                                              "size and its JSON were checked.")
                      .arg(file.name)
                      .toStdString()
               << '\n';
    for (const EventProblem &problem : file.problems) {
        const TextPosition position = problem.position.value_or(TextPosition());
        const QString severity = isError(problem)
            ? QCoreApplication::translate("Command", "error")
            : QCoreApplication::translate("Command", "warning");
        stream << QStringLiteral("%1:%2:%3: %4: %5 [%6]")
                      .arg(file.name, QString::number(position.line),
                           QString::number(position.column), severity, eventProblemText(problem),
                           eventRuleId(problem.rule))
                      .toStdString()
               << '\n';
    }
}

void printSummary(const std::vector<LintedFile> &files, std::ostream &stream)
{
    std::size_t problems = 0;
    std::size_t fixable = 0;
    std::size_t fixed = 0;
    for (const LintedFile &file : files) {
        problems += file.problems.size();
        fixed += file.fixed.size();
        fixable += static_cast<std::size_t>(
            std::count_if(file.problems.begin(), file.problems.end(),
                          [](const EventProblem &problem) { return problem.isFixable(); }));
    }
    QString line = QCoreApplication::translate("Command", "Problems: %1").arg(problems);
    if (fixed > 0)
        line += QCoreApplication::translate("Command", ", fixed: %1").arg(fixed);
    if (fixable > 0)
        line += QCoreApplication::translate("Command", ", --fix can mend: %1").arg(fixable);
    stream << line.toStdString() << '\n';
}

OrderedJson problemToJson(const EventProblem &problem)
{
    OrderedJson json = {{"rule", eventRuleId(problem.rule).toStdString()},
                        {"severity", isError(problem) ? "error" : "warning"},
                        {"pointer", problem.pointer.toStdString()}};
    if (!problem.innerPointer.isEmpty())
        json["innerPointer"] = problem.innerPointer.toStdString();
    if (problem.position) {
        json["line"] = problem.position->line;
        json["column"] = problem.position->column;
    }
    json["text"] = eventProblemText(problem).toStdString();
    if (problem.isFixable())
        json["fix"] = eventFixText(problem).toStdString();
    return json;
}

OrderedJson fileToJson(const LintedFile &file)
{
    OrderedJson json = {{"file", file.name.toStdString()},
                        {"source", eventKindName(file.kind).toStdString()},
                        {"problems", OrderedJson::array()},
                        {"fixed", OrderedJson::array()}};
    for (const EventProblem &problem : file.problems)
        json["problems"].push_back(problemToJson(problem));
    for (const EventProblem &problem : file.fixed)
        json["fixed"].push_back(problemToJson(problem));
    return json;
}

void addLintOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(QCoreApplication::translate(
        "Command",
        "Check events: what in them AWS would not send, and how to mend it. The status "
        "is 1 when there are problems."));
    parser.addPositionalArgument(
        QStringLiteral("file"),
        QCoreApplication::translate("Command", "A file with an event; - is standard input."),
        QStringLiteral("FILE..."));
    parser.addOption(outputOption());
    parser.addOption(
        {QStringLiteral("fix"),
         QCoreApplication::translate(
             "Command", "Mend in the files what can be mended, and tell what changed.")});
    parser.addOption({QStringLiteral("errors-only"),
                      QCoreApplication::translate("Command", "Leave out warnings.")});
}

} // namespace

ExitStatus runLintEvent(const QStringList &arguments, const Surroundings &surroundings)
{
    QCommandLineParser parser;
    addLintOptions(parser);
    if (const auto over
        = parse(parser, QStringLiteral("lint-event FILE... [OPTIONS]"), arguments, surroundings))
        return *over;
    const Result<OutputFormat> format = outputFormat(parser);
    if (!format)
        return fail(format.error(), surroundings);
    const QStringList names = parser.positionalArguments();
    const LintOptions options{parser.isSet(QStringLiteral("fix")),
                              parser.isSet(QStringLiteral("errors-only"))};
    if (names.isEmpty())
        return fail(QCoreApplication::translate("Command", "Give at least one FILE."),
                    surroundings);
    if (options.fix && names.contains(QStringLiteral("-")))
        return fail(QCoreApplication::translate("Command",
                                                "--fix changes files, and standard input is none."),
                    surroundings);
    const auto catalogue = TemplateCatalogue::load(templatesDirectory(surroundings.dataDirectory));
    if (!catalogue)
        return fail(catalogue.error(), surroundings);

    const EventLinter linter(*catalogue);
    std::vector<LintedFile> files;
    ExitStatus status = ExitStatus::Succeeded;
    for (const QString &name : names) {
        Result<LintedFile> linted = lintFile(name, options, linter, surroundings.in);
        if (!linted) {
            status = fail(linted.error().code == Error::Code::InvalidJson
                              ? name + QStringLiteral(": ") + errorText(linted.error())
                              : errorText(linted.error()),
                          surroundings);
            continue;
        }
        if (!linted->problems.empty() && status == ExitStatus::Succeeded)
            status = ExitStatus::ProblemsFound;
        files.push_back(std::move(*linted));
    }
    if (*format == OutputFormat::Json) {
        OrderedJson all = OrderedJson::array();
        for (const LintedFile &file : files)
            all.push_back(fileToJson(file));
        surroundings.out << writeJson(all, JsonLayout::Indented).toStdString() << '\n';
        return status;
    }
    for (const LintedFile &file : files)
        printProblems(file, surroundings.out);
    if (!files.empty())
        printSummary(files, surroundings.out);
    return status;
}

} // namespace coldframe::cli
