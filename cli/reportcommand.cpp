// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/comparedsides.h"
#include "cli/historyoptions.h"
#include "core/base/filewriting.h"
#include "core/billing/activepricebook.h"

#include <QCoreApplication>

#include <ostream>

namespace coldframe::cli {

namespace {

/// One side makes a report of a run, two make one of a comparison.
Result<QByteArray> makePage(const RunStore &store, const QStringList &sides,
                            const Surroundings &surroundings)
{
    // Without prices the page has no costs, which is better than no page.
    const auto prices
        = loadActivePriceBook(surroundings.dataDirectory, surroundings.configDirectory);
    const ReportContext context{prices ? &prices->book : nullptr, QLocale(),
                                SystemClock().wallNow()};
    const auto left = runsOfSide(store, sides.first());
    if (!left)
        return tl::make_unexpected(left.error());
    if (sides.size() == 1)
        return runReport(left->runs.representative(), context);
    const auto right = runsOfSide(store, sides.at(1));
    if (!right)
        return tl::make_unexpected(right.error());
    return comparisonReport(*left, *right, context);
}

} // namespace

ExitStatus runReport(const QStringList &arguments, const Surroundings &surroundings)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate(
            "Command",
            "Write a run, or two sides beside each other, as one HTML page to send to somebody. "
            "It needs no network and shows what the window shows.")
        + QStringLiteral("\n\n") + comparedSideHelp());
    addHistoryWorkspace(parser);
    parser.addOption(
        {QStringLiteral("to"),
         QCoreApplication::translate("Command", "Where the page goes; else standard output."),
         QStringLiteral("file")});
    if (const auto over
        = parse(parser, QStringLiteral("report SIDE [SIDE] [OPTIONS]"), arguments, surroundings))
        return *over;
    const QStringList sides = parser.positionalArguments();
    if (sides.isEmpty() || sides.size() > 2)
        return fail(QCoreApplication::translate("Command", "Give one SIDE, or two to compare."),
                    surroundings);
    const QString file = parser.value(QStringLiteral("to"));
    if (const Result<void> target = checkTargetFile("to", file); !target)
        return fail(target.error(), surroundings);
    const Result<RunStore> store = openHistory(parser);
    if (!store)
        return fail(store.error(), surroundings);
    const Result<QByteArray> page = makePage(*store, sides, surroundings);
    if (!page)
        return fail(page.error(), surroundings);
    if (file.isEmpty()) {
        surroundings.out.write(page->constData(), page->size()).flush();
        return ExitStatus::Succeeded;
    }
    const Result<void> written = writeFile(file, *page);
    return written ? ExitStatus::Succeeded : fail(written.error(), surroundings);
}

} // namespace coldframe::cli
