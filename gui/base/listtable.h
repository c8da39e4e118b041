// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace coldframe {

/// Makes a table look and behave as all lists of the workbench do: whole rows are selected, Tab
/// leaves it, there is no grid, and rows have this much space in pixels beside their text.
void styleAsList(QTableView &table, int rowSpace = 10);

/// Gives a column room for so many letters, and for its title in any case.
void setColumnLetters(QTableView &table, int column, int letters);

} // namespace coldframe
