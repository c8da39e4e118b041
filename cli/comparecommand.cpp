// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/comparedsides.h"
#include "cli/historyoptions.h"
#include "wording/comparisontext.h"
#include "wording/phasetext.h"

#include <QCoreApplication>

#include <array>
#include <ostream>

namespace coldframe::cli {

namespace {

QString compareText(const char *text)
{
    return QCoreApplication::translate("Command", text);
}

using TextRow = std::array<QString, 5>;

/// Figures stand on the right; the last column is as wide as it is.
void printRows(std::ostream &stream, const std::vector<TextRow> &rows)
{
    std::array<qsizetype, 4> widths{};
    for (const TextRow &row : rows) {
        for (std::size_t i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    for (const TextRow &row : rows) {
        QString line = row[0].leftJustified(widths[0]);
        for (std::size_t i = 1; i < widths.size(); ++i)
            line += QStringLiteral("  ") + row[i].rightJustified(widths[i]);
        line += QStringLiteral("  ") + row[4];
        while (line.endsWith(u' '))
            line.chop(1);
        stream << line.toStdString() << '\n';
    }
}

void printLogs(std::ostream &stream, const RunComparison &comparison,
               const std::vector<LogLine> &left, const std::vector<LogLine> &right)
{
    const auto print = [&stream](const char *mark, const std::vector<LogLine> &log, int index) {
        const QByteArray &text = log[static_cast<std::size_t>(index)].text;
        stream << mark << text.toStdString() << '\n';
    };
    for (const AlignedLines &lines : comparison.log) {
        if (lines.kind == AlignedLines::Kind::Same)
            continue;
        if (lines.left)
            print("- ", left, *lines.left);
        if (lines.right)
            print("+ ", right, *lines.right);
    }
}

void print(std::ostream &stream, const NamedRuns &left, const NamedRuns &right,
           const RunComparison &comparison)
{
    stream << comparedRunsText(QStringLiteral("A"), left.runs).toStdString() << "  ("
           << left.name.toStdString() << ")\n"
           << comparedRunsText(QStringLiteral("B"), right.runs).toStdString() << "  ("
           << right.name.toStdString() << ")\n";
    for (const QString &remark : comparedRunsRemarks(left.runs, right.runs))
        stream << remark.toStdString() << '\n';
    stream << '\n';
    const QString difference = compareText(QT_TRANSLATE_NOOP("Command", "Difference"));
    std::vector<TextRow> rows{{compareText(QT_TRANSLATE_NOOP("Command", "Median of")),
                               QStringLiteral("A"),
                               QStringLiteral("B"),
                               difference,
                               {}}};
    for (const FigureComparison &figure : comparison.figures) {
        const ComparedFigureText text = comparedFigureText(figure);
        rows.push_back({text.name, text.left, text.right, text.difference, text.confidence});
    }
    for (const PhaseComparison &phase : comparison.phases)
        rows.push_back({phaseText(phase.kind),
                        optionalDuration(phase.left),
                        optionalDuration(phase.right),
                        durationDifference(phase.left, phase.right),
                        {}});
    printRows(stream, rows);
    stream << '\n'
           << compareText(QT_TRANSLATE_NOOP("Command", "Response: %1"))
                  .arg(responseDifferenceSummary(comparison))
                  .toStdString()
           << '\n';
    for (const JsonDifference &each : comparison.response.differences)
        stream << "  " << differencePlace(each).toStdString() << ": "
               << differenceValue(each.before).toStdString() << " -> "
               << differenceValue(each.after).toStdString() << '\n';
    stream << compareText(QT_TRANSLATE_NOOP("Command", "Log: %1"))
                  .arg(logDifferenceSummary(comparison.log))
                  .toStdString()
           << '\n';
    printLogs(stream, comparison, left.runs.representative().log, right.runs.representative().log);
    stream.flush();
}

} // namespace

ExitStatus runCompare(const QStringList &arguments, const Surroundings &surroundings)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        compareText(QT_TRANSLATE_NOOP(
            "Command",
            "Put two runs, or two sets of runs, beside each other: figures with how sure their "
            "difference is, phases, responses and logs. Identifiers and times do not count in "
            "responses and logs."))
        + QStringLiteral("\n\n") + comparedSideHelp());
    addHistoryWorkspace(parser);
    if (const auto over
        = parse(parser, QStringLiteral("compare SIDE SIDE [OPTIONS]"), arguments, surroundings))
        return *over;
    const QStringList sides = parser.positionalArguments();
    if (sides.size() != 2)
        return fail(compareText(QT_TRANSLATE_NOOP("Command", "Give two SIDEs.")), surroundings);
    const Result<RunStore> store = openHistory(parser);
    if (!store)
        return fail(store.error(), surroundings);
    const Result<NamedRuns> left = runsOfSide(*store, sides.at(0));
    if (!left)
        return fail(left.error(), surroundings);
    const Result<NamedRuns> right = runsOfSide(*store, sides.at(1));
    if (!right)
        return fail(right.error(), surroundings);
    print(surroundings.out, *left, *right, compareRuns(left->runs, right->runs, nullptr));
    return ExitStatus::Succeeded;
}

} // namespace coldframe::cli
