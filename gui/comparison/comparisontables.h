// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/comparisonreport.h"

class QStandardItemModel;
class QTableView;

namespace coldframe {

/// A table that only shows: rows are selected and copied, figures stand on the right.
QTableView *makeComparisonTable(const QString &objectName, const QString &accessibleName);

/// Fill the table of a view made above with what is compared.
void fillFigures(QTableView &table, const NamedRuns &left, const NamedRuns &right,
                 const RunComparison &comparison, const QLocale &locale);
void fillPhases(QTableView &table, const NamedRuns &left, const NamedRuns &right,
                const RunComparison &comparison, const QLocale &locale);
void fillImports(QTableView &table, const NamedRuns &left, const NamedRuns &right,
                 const RunComparison &comparison, const QLocale &locale);

} // namespace coldframe
