// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/costoptions.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>

namespace coldframe::cli {

namespace {

/// Columns of texts: the first left-aligned, the others right-aligned.
class TextTable
{
public:
    void add(const QStringList &cells)
    {
        for (qsizetype column = 0; column < cells.size(); ++column) {
            if (column == m_widths.size())
                m_widths.append(0);
            m_widths[column] = std::max(m_widths[column], cells[column].size());
        }
        m_rows.append({cells, {}});
    }

    /// Lines under the last row.
    void explain(const QStringList &lines) { m_rows.last().lines = lines; }

    void print(std::ostream &out) const
    {
        for (const Row &row : m_rows) {
            QString text;
            for (qsizetype column = 0; column < row.cells.size(); ++column)
                text += column == 0
                    ? row.cells[column].leftJustified(m_widths[column])
                    : QStringLiteral("  ") + row.cells[column].rightJustified(m_widths[column]);
            while (text.endsWith(u' '))
                text.chop(1);
            out << text.toStdString() << '\n';
            for (const QString &line : row.lines)
                out << "    " << line.toStdString() << '\n';
        }
    }

private:
    struct Row
    {
        QStringList cells;
        QStringList lines;
    };

    QList<Row> m_rows;
    QList<qsizetype> m_widths;
};

QStringList explanationOf(const ForecastRow &row)
{
    QStringList lines;
    for (const auto &[name, cell] :
         {std::pair(Architecture::X86_64, &row.x86), std::pair(Architecture::Arm64, &row.arm)}) {
        for (const QString &line : cell->formulas)
            lines.append(
                QStringLiteral("%1  %2").arg(architectureName(name).leftJustified(6), line));
    }
    return lines;
}

void printRows(const std::vector<ForecastRow> &rows, bool explains, std::ostream &out)
{
    TextTable table;
    table.add(
        {QString(), architectureName(Architecture::X86_64), architectureName(Architecture::Arm64)});
    for (const ForecastRow &row : rows) {
        table.add({row.title, row.x86.text, row.arm.text});
        if (explains)
            table.explain(explanationOf(row));
    }
    table.print(out);
}

void printInstances(const ForecastSheet &sheet, bool explains, std::ostream &out)
{
    out << '\n' << sheet.instancesIntroduction.toStdString() << '\n';
    if (sheet.instances.empty())
        return;
    TextTable table;
    table.add({QCoreApplication::translate("Command", "Instance"),
               QCoreApplication::translate("Command", "A month"),
               QCoreApplication::translate("Command", "Break-even"),
               QCoreApplication::translate("Command", "At this traffic"),
               QCoreApplication::translate("Command", "Serves the peak")});
    for (const InstanceRow &row : sheet.instances) {
        table.add({row.name, row.month, row.breakEven, row.traffic, row.peak});
        if (explains)
            table.explain(row.formulas);
    }
    table.print(out);
}

void printSheet(const ForecastSheet &sheet, const CostOptions &options, std::ostream &out)
{
    out << sheet.traffic.toStdString() << "\n\n";
    printRows(sheet.rows, options.explains, out);
    if (!sheet.thresholds.empty()) {
        out << '\n';
        printRows(sheet.thresholds, options.explains, out);
    }
    if (options.instances)
        printInstances(sheet, options.explains, out);
    out << '\n';
    for (const QString &remark : sheet.remarks)
        out << "- " << remark.toStdString() << '\n';
    out << '\n' << sheet.prices.toStdString() << '\n';
    out.flush();
}

} // namespace

ExitStatus runCost(const QStringList &arguments, const Surroundings &surroundings)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "Command",
        "Tell what a month of requests would cost (modelled): each item on x86_64 and arm64, "
        "with break-evens. Prices are those of pricing.json in the folder of Coldframe's "
        "settings where there is one, else the price book that Coldframe brings."));
    addCostOptions(parser);
    if (const auto over = parse(parser, QStringLiteral("cost [OPTIONS]"), arguments, surroundings))
        return *over;
    if (!parser.positionalArguments().isEmpty())
        return fail(QCoreApplication::translate("Command", "cost takes no argument, got \"%1\".")
                        .arg(parser.positionalArguments().first()),
                    surroundings);
    const Result<ActivePriceBook> book
        = loadActivePriceBook(surroundings.dataDirectory, surroundings.configDirectory);
    if (!book)
        return fail(book.error(), surroundings);
    const Result<CostOptions> options
        = readCostOptions(parser, book->book.freeTier(), surroundings);
    if (!options)
        return fail(options.error(), surroundings);
    if (!book->book.regions().contains(options->plan.region))
        return fail(QCoreApplication::translate(
                        "Command", "The price book has no price for the region \"%1\". It has: %2")
                        .arg(options->plan.region, book->book.regions().join(QStringLiteral(", "))),
                    surroundings);
    ForecastComparison comparison = compareForecasts(*book, options->plan);
    if (!options->instances)
        comparison.instances.clear(); // what is not shown needs no remarks
    const ForecastSheet sheet
        = forecastSheetOf(comparison, *book, options->origin, surroundings.today);
    if (!sheet.old.isEmpty())
        surroundings.err << "coldframe-cli: " << sheet.old.toStdString() << '\n';
    if (options->format == OutputFormat::Json)
        surroundings.out
            << writeJson(forecastToJson(comparison, *book), JsonLayout::Indented).toStdString()
            << std::endl;
    else
        printSheet(sheet, *options, surroundings.out);
    return ExitStatus::Succeeded;
}

} // namespace coldframe::cli
