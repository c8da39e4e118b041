// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/comparison/comparisontables.h"
#include "gui/base/listtable.h"

#include "wording/comparisontext.h"
#include "wording/figures.h"
#include "wording/phasetext.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QTableView>

namespace coldframe {

namespace {

struct ComparisonTables
{
    Q_DECLARE_TR_FUNCTIONS(ComparisonTables)
};

/// A cell: its text, and what is told of it when the pointer rests on it.
struct Cell
{
    QString text;
    QString toolTip = {};
};

/// Columns 1 to 3 have figures.
constexpr int FirstFigure = 1;
constexpr int LastFigure = 3;

void addRow(QStandardItemModel &model, const std::vector<Cell> &cells)
{
    QList<QStandardItem *> items;
    for (const Cell &cell : cells) {
        auto *item = new QStandardItem(cell.text);
        const auto column = items.size();
        const bool isFigure = column >= FirstFigure && column <= LastFigure;
        item->setTextAlignment((isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        item->setToolTip(cell.toolTip);
        item->setEditable(false);
        items.append(item);
    }
    model.appendRow(items);
}

QStandardItemModel &emptied(QTableView &table, const QStringList &header)
{
    auto &model = *static_cast<QStandardItemModel *>(table.model());
    model.clear();
    model.setColumnCount(static_cast<int>(header.size()));
    for (int column = 0; column < header.size(); ++column) {
        auto *item = new QStandardItem(header.at(column));
        const bool isFigure = column >= FirstFigure && column <= LastFigure;
        item->setTextAlignment((isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        model.setHorizontalHeaderItem(column, item);
    }
    return model;
}

/// As high as its rows: the page around it scrolls.
void fit(QTableView &table)
{
    table.resizeColumnsToContents();
    table.horizontalHeader()->setStretchLastSection(true);
    const int rows = table.model()->rowCount();
    int height = table.horizontalHeader()->sizeHint().height() + 2 * table.frameWidth();
    for (int row = 0; row < rows; ++row)
        height += table.rowHeight(row);
    table.setFixedHeight(height);
}

/// A page is no place for more.
constexpr std::size_t MostImportRows = 100;

} // namespace

QTableView *makeComparisonTable(const QString &objectName, const QString &accessibleName)
{
    auto *table = new QTableView;
    table->setObjectName(objectName);
    table->setAccessibleName(accessibleName);
    table->setModel(new QStandardItemModel(table));
    styleAsList(*table, 8);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setAlternatingRowColors(false);
    table->setWordWrap(true);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return table;
}

void fillFigures(QTableView &table, const NamedRuns &left, const NamedRuns &right,
                 const RunComparison &comparison, const QLocale &locale)
{
    QStandardItemModel &model
        = emptied(table,
                  {ComparisonTables::tr("Median of"), left.name, right.name,
                   ComparisonTables::tr("Difference"), ComparisonTables::tr("How sure")});
    for (const FigureComparison &figure : comparison.figures) {
        const ComparedFigureText text = comparedFigureText(figure, locale);
        addRow(model,
               {{text.name},
                {text.left, text.leftRange},
                {text.right, text.rightRange},
                {text.difference},
                {text.confidence}});
    }
    if (const auto &cost = comparison.cost)
        addRow(model,
               {{ComparisonTables::tr("Cost of a million")},
                {formatMoney(cost->left, locale), formatExactMoney(cost->left, locale)},
                {formatMoney(cost->right, locale), formatExactMoney(cost->right, locale)},
                {formatMoney(cost->right - cost->left, locale)},
                {ComparisonTables::tr("modelled at list prices")}});
    fit(table);
}

void fillPhases(QTableView &table, const NamedRuns &left, const NamedRuns &right,
                const RunComparison &comparison, const QLocale &locale)
{
    QStandardItemModel &model
        = emptied(table,
                  {ComparisonTables::tr("Phase, median"), left.name, right.name,
                   ComparisonTables::tr("Difference"), QString()});
    for (const PhaseComparison &phase : comparison.phases)
        addRow(model,
               {{phaseText(phase.kind)},
                {optionalDuration(phase.left, locale)},
                {optionalDuration(phase.right, locale)},
                {durationDifference(phase.left, phase.right, locale)},
                {}});
    fit(table);
}

void fillImports(QTableView &table, const NamedRuns &left, const NamedRuns &right,
                 const RunComparison &comparison, const QLocale &locale)
{
    QStandardItemModel &model
        = emptied(table,
                  {ComparisonTables::tr("Import, own time"), left.name, right.name,
                   ComparisonTables::tr("Difference"), QString()});
    for (const ImportComparison &import : comparison.imports) {
        if (static_cast<std::size_t>(model.rowCount()) == MostImportRows)
            break;
        addRow(model,
               {{import.module},
                {optionalDuration(import.left, locale)},
                {optionalDuration(import.right, locale)},
                {durationDifference(import.left, import.right, locale)},
                {}});
    }
    table.setVisible(model.rowCount() > 0);
    fit(table);
}

} // namespace coldframe
