// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/listtable.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace coldframe {

void styleAsList(QTableView &table, int rowSpace)
{
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setShowGrid(false);
    table.setAlternatingRowColors(true);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.setFrameShape(QFrame::NoFrame);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + rowSpace);
    table.horizontalHeader()->setHighlightSections(false);
}

void setColumnLetters(QTableView &table, int column, int letters)
{
    constexpr int space = 20;
    QHeaderView *const header = table.horizontalHeader();
    header->resizeSection(column,
                          std::max(letters * table.fontMetrics().averageCharWidth() + space,
                                   header->sectionSizeHint(column)));
}

} // namespace coldframe
