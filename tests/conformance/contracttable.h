// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace coldframe::test {

/// One line of a table of the contract's sheets, and what becomes of it here.
struct ContractLine
{
    QString id; ///< "runtime-api/7/2": sheet, section, number of the line in the section's tables
    QString title; ///< what it is about
    QStringList checks; ///< "tst_Class::function" or "tst_Class::function(row)"; none: not checked
    QString reason; ///< why it is not checked

    QString sheet() const { return id.section(u'/', 0, 0); }
    QString section() const { return id.section(u'/', 1, 1); }
    int number() const { return id.section(u'/', 2, 2).toInt(); }
};

/// The sheets that have a table in the folder "contract".
QStringList contractSheets();

/// The lines of a sheet's table; ends the program when the file is not a table.
std::vector<ContractLine> contractLines(const QString &sheet);

/// The lines that the tables of a sheet really have, "section/number", counted in its Markdown:
/// every line with cells that is neither a table's head nor the rule below it. Section 0 is what
/// stands before the first numbered heading.
QStringList linesOfSheet(const QString &markdown);

} // namespace coldframe::test
