// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/cost/forecasttree.h"

#include "gui/base/theme.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>

namespace coldframe {

namespace {

enum ForecastTreeRole { KeyRole = Qt::UserRole, FormulaRole };

} // namespace

ForecastTree::ForecastTree(const QStringList &titles, QWidget *parent)
    : QTreeWidget(parent)
{
    setHeaderLabels(titles);
    setColumnCount(static_cast<int>(titles.size()));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setExpandsOnDoubleClick(true);
    setTabKeyNavigation(false);
    setIndentation(16);
    setMinimumWidth(220);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    // Two columns of figures stand under those of the tree above.
    header()->setMinimumSectionSize(titles.size() == 3 ? 130 : 60);
    for (int column = 1; column < titles.size(); ++column) {
        header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
        headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    auto *copy = new QAction(tr("Copy Row with Formulas"), this);
    copy->setObjectName(QStringLiteral("copyForecastRow"));
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    addAction(copy);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(copy, &QAction::triggered, this, &ForecastTree::copyCurrent);
    connect(this, &QTreeWidget::itemExpanded, this, &ForecastTree::fit);
    connect(this, &QTreeWidget::itemCollapsed, this, &ForecastTree::fit);
    connect(this, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        if (item && hasFocus())
            Q_EMIT rowShown(visualItemRect(item).translated(0, header()->height()));
    });
}

void ForecastTree::begin()
{
    m_open.clear();
    m_current.clear();
    if (const QTreeWidgetItem *current = currentItem())
        m_current = (current->parent() ? current->parent() : current)->data(0, KeyRole).toString();
    for (int row = 0; row < topLevelItemCount(); ++row) {
        if (topLevelItem(row)->isExpanded())
            m_open.append(topLevelItem(row)->data(0, KeyRole).toString());
    }
    const QSignalBlocker blocker(this);
    clear();
}

void ForecastTree::addRow(const QString &key, const QStringList &cells, const QStringList &exact,
                          const QStringList &formulas, bool bold)
{
    const QSignalBlocker blocker(this);
    auto *item = new QTreeWidgetItem(this, cells);
    item->setData(0, KeyRole, key);
    for (int column = 0; column < cells.size(); ++column) {
        if (column > 0)
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        if (column < exact.size())
            item->setToolTip(column, exact[column]);
        if (bold) {
            QFont bolder = font();
            bolder.setBold(true);
            item->setFont(column, bolder);
        }
    }
    for (const QString &formula : formulas) {
        auto *line = new QTreeWidgetItem(item, {formula});
        line->setData(0, FormulaRole, true);
        line->setToolTip(0, formula);
        line->setFirstColumnSpanned(true);
    }
    item->setExpanded(m_open.contains(key));
    if (key == m_current)
        setCurrentItem(item);
}

void ForecastTree::end()
{
    applyColours();
    fit();
}

QString ForecastTree::currentText() const
{
    const QTreeWidgetItem *item = currentItem();
    if (!item)
        return {};
    if (item->data(0, FormulaRole).toBool())
        return item->text(0);
    QStringList cells;
    for (int column = 0; column < columnCount(); ++column)
        cells.append(item->text(column));
    QStringList lines{cells.join(u'\t')};
    for (int child = 0; child < item->childCount(); ++child)
        lines.append(item->child(child)->text(0));
    return lines.join(u'\n');
}

void ForecastTree::copyCurrent() const
{
    if (const QString text = currentText(); !text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void ForecastTree::fit()
{
    int rows = 0;
    for (int row = 0; row < topLevelItemCount(); ++row) {
        const QTreeWidgetItem *item = topLevelItem(row);
        rows += 1 + (item->isExpanded() ? item->childCount() : 0);
    }
    const int rowHeight = topLevelItemCount() == 0 ? 0 : sizeHintForRow(0);
    setFixedHeight(header()->sizeHint().height() + rows * rowHeight + 2);
}

void ForecastTree::applyColours()
{
    const QColor muted = ThemeColours::of(palette()).muted;
    const QSignalBlocker blocker(this);
    for (int row = 0; row < topLevelItemCount(); ++row) {
        for (int child = 0; child < topLevelItem(row)->childCount(); ++child)
            topLevelItem(row)->child(child)->setForeground(0, muted);
    }
}

void ForecastTree::changeEvent(QEvent *event)
{
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

void ForecastTree::resizeEvent(QResizeEvent *event)
{
    QTreeWidget::resizeEvent(event);
    scrollToTop();
}

} // namespace coldframe

#include "moc_forecasttree.cpp"
