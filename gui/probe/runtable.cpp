// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/probe/runtable.h"

#include "gui/base/listtable.h"
#include "gui/base/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace coldframe {

namespace {

constexpr int IsValueRole = Qt::UserRole;

/// A table cell shows one line; nobody reads more than this of a value in one.
constexpr qsizetype LongestCell = 200;
constexpr qsizetype LongestToolTip = 2'000;
constexpr int WidestColumn = 260; // pixels
constexpr int ColumnSpace = 4; // pixels; five columns fit into half of a narrow panel

QString firstPart(const QString &text, qsizetype longest)
{
    return text.size() > longest ? text.left(longest) + QChar(u'…') : text;
}

} // namespace

RunTable::RunTable(QWidget *parent)
    : QTableWidget(parent)
{
    setObjectName(QStringLiteral("probeRunTable"));
    setAccessibleName(tr("Values of the selected finding, run by run"));
    setEditTriggers(NoEditTriggers);
    styleAsList(*this, 8);
    setSelectionMode(ExtendedSelection); // what is copied
    setHorizontalScrollMode(ScrollPerPixel);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void RunTable::setTable(const ProbeTable &table)
{
    clear();
    setColumnCount(static_cast<int>(table.headers.size()));
    setRowCount(static_cast<int>(table.rows.size()));
    setHorizontalHeaderLabels(table.headers);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        for (std::size_t column = 0; column < table.rows[row].size(); ++column) {
            const ProbeTable::Cell &cell = table.rows[row][column];
            auto *item
                = new QTableWidgetItem(firstPart(cell.text, LongestCell).replace(u'\n', u' '));
            item->setData(IsValueRole, cell.isValue);
            if (cell.isValue) {
                QFont font = fixed;
                font.setPointSizeF(this->font().pointSizeF());
                item->setFont(font);
                item->setToolTip(firstPart(cell.text, LongestToolTip).toHtmlEscaped());
            }
            setItem(static_cast<int>(row), static_cast<int>(column), item);
        }
    }
    applyColours();
    fitColumns();
}

void RunTable::changeEvent(QEvent *event)
{
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void RunTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copySelection();
    QTableWidget::keyPressEvent(event);
}

void RunTable::applyColours()
{
    const QColor muted = ThemeColours::of(palette()).muted;
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < columnCount(); ++column) {
            QTableWidgetItem *cell = item(row, column);
            if (cell && !cell->data(IsValueRole).toBool())
                cell->setForeground(muted);
        }
    }
}

void RunTable::copySelection() const
{
    QStringList lines;
    for (int row = 0; row < rowCount(); ++row) {
        if (!selectionModel()->isRowSelected(row))
            continue;
        QStringList cells;
        for (int column = 0; column < columnCount(); ++column)
            cells.append(item(row, column)->text());
        lines.append(cells.join(u'\t'));
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void RunTable::fitColumns()
{
    resizeColumnsToContents();
    for (int column = 0; column < columnCount(); ++column)
        setColumnWidth(column, std::min(WidestColumn, columnWidth(column) + ColumnSpace));
}

} // namespace coldframe

#include "moc_runtable.cpp"
