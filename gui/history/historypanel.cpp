// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/history/historypanel.h"

#include "gui/base/emptystate.h"
#include "gui/base/listtable.h"
#include "gui/base/theme.h"
#include "gui/history/historyfilterbar.h"
#include "gui/history/trendview.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace coldframe {

namespace {

/// Writes in red how a run ended that did not succeed.
class HistoryDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() == HistoryModel::Status && index.data(HistoryModel::FailedRole).toBool())
            option->palette.setColor(QPalette::Text, ThemeColours::of(option->palette).error);
    }
};

QToolButton *makeTool(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    return button;
}

} // namespace

HistoryPanel::HistoryPanel(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_model(new HistoryModel(this))
    , m_filter(new HistoryFilterBar)
    , m_table(new QTableView)
    , m_trend(new TrendView)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_empty(new EmptyState(Symbol::History, {}, {}))
    , m_nothingFound(new EmptyState(Symbol::Filter, tr("No such run"),
                                    tr("No run of the history answers to what is chosen above.")))
    , m_lists(new QStackedWidget)
    , m_pages(new QStackedWidget)
    , m_count(new QLabel)
    , m_show(new QAction(tr("Show Run"), this))
    , m_rerun(new QAction(tr("Run Again"), this))
    , m_baseline(new QAction(tr("Mark as Baseline"), this))
    , m_clearBaseline(new QAction(tr("Clear Baseline"), this))
    , m_compare(new QAction(tr("Compare"), this))
    , m_export(new QAction(tr("Export…"), this))
    , m_import(new QAction(tr("Import…"), this))
    , m_remove(new QAction(tr("Delete"), this))
{
    setObjectName(QStringLiteral("historyPanel"));
    // Its buttons side by side must not keep the window from a small screen.
    constexpr int narrowest = 320;
    setMinimumWidth(narrowest);
    m_empty->setObjectName(QStringLiteral("historyEmpty"));
    m_nothingFound->setActionText(tr("Show All"));
    setUpTable();
    addActions();

    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(6, 0, 6, 4);
    tools->setSpacing(4);
    for (QAction *action : {m_show, m_rerun, m_baseline, m_clearBaseline, m_compare, m_remove})
        tools->addWidget(makeTool(action));
    tools->addStretch(1);
    tools->addWidget(m_count);
    tools->addSpacing(8);
    tools->addWidget(makeTool(m_export));
    tools->addWidget(makeTool(m_import));

    m_lists->addWidget(m_table);
    m_lists->addWidget(m_nothingFound);
    m_splitter->setObjectName(QStringLiteral("historySplitter"));
    m_splitter->addWidget(m_lists);
    m_splitter->addWidget(m_trend);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({900, 500});
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filter);
    column->addLayout(tools);
    column->addWidget(m_splitter, 1);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    join();
    setRecording(true);
    applyColours();
    updateActions();
}

void HistoryPanel::setUpTable()
{
    m_table->setObjectName(QStringLiteral("historyTable"));
    m_table->setAccessibleName(tr("Runs of the history"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new HistoryDelegate(m_table));
    styleAsList(*m_table, 6);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setAlternatingRowColors(false);
    m_table->setFrameShape(QFrame::StyledPanel);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->installEventFilter(this);
    const int letter = m_table->fontMetrics().averageCharWidth();
    constexpr std::array widths{23, 14, 14, 11, 6, 10, 9, 12, 18, 19, 12}; // in letters
    static_assert(widths.size() == HistoryModel::ColumnCount);
    for (std::size_t i = 0; i < widths.size(); ++i)
        m_table->setColumnWidth(static_cast<int>(i), widths[i] * letter + 12);
    m_table->horizontalHeader()->setStretchLastSection(true);
}

void HistoryPanel::addActions()
{
    m_show->setObjectName(QStringLiteral("historyShow"));
    m_rerun->setObjectName(QStringLiteral("historyRerun"));
    m_baseline->setObjectName(QStringLiteral("historyBaseline"));
    m_clearBaseline->setObjectName(QStringLiteral("historyClearBaseline"));
    m_compare->setObjectName(QStringLiteral("historyCompare"));
    m_export->setObjectName(QStringLiteral("historyExport"));
    m_import->setObjectName(QStringLiteral("historyImport"));
    m_remove->setObjectName(QStringLiteral("historyRemove"));
    m_show->setToolTip(tr("Show the run in the panels of results (Enter)"));
    m_rerun->setToolTip(tr("Run the same event again, with the function as it is now"));
    m_baseline->setToolTip(tr("Compare later runs of these functions with the selected ones"));
    m_clearBaseline->setToolTip(tr("Compare later runs of this function with none"));
    m_export->setToolTip(tr("Write the listed runs into a file"));
    m_import->setToolTip(tr("Add the runs of a file"));
    m_remove->setToolTip(tr("Delete the selected runs (Del)"));
    m_remove->setShortcut(QKeySequence::Delete);
    m_remove->setShortcutContext(Qt::WidgetShortcut);
    m_compare->setToolTip(tr("Put two runs beside each other, or the selected ones beside the "
                             "baseline"));
    m_compare->setVisible(false);
    for (QAction *action : {m_show, m_rerun, m_baseline, m_clearBaseline, m_compare, m_remove})
        m_table->addAction(action);
}

void HistoryPanel::join()
{
    connect(m_filter, &HistoryFilterBar::changed, this, &HistoryPanel::queryChanged);
    connect(m_nothingFound, &EmptyState::actionRequested, m_filter, &HistoryFilterBar::clear);
    connect(m_empty, &EmptyState::actionRequested, this, [this] {
        if (m_isRecording)
            Q_EMIT importRequested();
        else
            Q_EMIT settingsRequested();
    });
    connect(m_model, &HistoryModel::moreRequested, this, &HistoryPanel::moreRequested);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        showPage();
        onCurrentChanged();
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &HistoryPanel::showPage);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &HistoryPanel::showPage);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &HistoryPanel::updateActions);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &HistoryPanel::onCurrentChanged);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &HistoryPanel::updateActions);
    connect(m_table, &QAbstractItemView::doubleClicked, m_show, &QAction::trigger);
    connect(m_trend, &TrendView::runActivated, this, [this](RunId id) {
        select(id);
        Q_EMIT showRequested(id);
    });
    const auto withCurrent = [this](void (HistoryPanel::*signal)(RunId)) {
        if (const int row = currentRow(); row >= 0)
            Q_EMIT(this->*signal)(m_model->run(row).id);
    };
    connect(m_show, &QAction::triggered, this,
            [withCurrent] { withCurrent(&HistoryPanel::showRequested); });
    connect(m_rerun, &QAction::triggered, this,
            [withCurrent] { withCurrent(&HistoryPanel::rerunRequested); });
    connect(m_baseline, &QAction::triggered, this,
            [this] { Q_EMIT baselineRequested(selectedIds()); });
    connect(m_clearBaseline, &QAction::triggered, this,
            [this] { Q_EMIT clearBaselineRequested(currentFunction()); });
    connect(m_compare, &QAction::triggered, this, &HistoryPanel::compareSelected);
    connect(m_export, &QAction::triggered, this, &HistoryPanel::exportRequested);
    connect(m_import, &QAction::triggered, this, &HistoryPanel::importRequested);
    connect(m_remove, &QAction::triggered, this, [this] { Q_EMIT removeRequested(selectedIds()); });
}

RunQuery HistoryPanel::query() const
{
    return m_filter->query(m_clock.wallNow());
}

void HistoryPanel::setRuns(std::vector<RunSummary> runs, bool hasMore, qint64 total)
{
    m_total = total;
    m_model->setRuns(std::move(runs), hasMore);
    setTotal(total);
}

void HistoryPanel::setTotal(qint64 total)
{
    m_total = total;
    m_count->setText(total == 1 ? tr("1 run in the history")
                                : tr("%L1 runs in the history").arg(total));
    showPage();
}

void HistoryPanel::setFunctions(const QStringList &names)
{
    m_filter->setFunctions(names);
}

void HistoryPanel::setTrend(const QString &function, std::vector<RunSummary> runs)
{
    if (function == currentFunction())
        m_trend->setRuns(function, std::move(runs));
}

void HistoryPanel::setPriceBook(const PriceBook &prices)
{
    m_model->setPriceBook(prices);
    m_trend->setPriceBook(prices);
}

void HistoryPanel::setRecording(bool isRecording)
{
    m_isRecording = isRecording;
    m_empty->setTitle(isRecording ? tr("No runs kept yet") : tr("Runs are not kept"));
    m_empty->setSentence(
        isRecording ? tr("Press Run (Ctrl+Enter): every run of this folder is kept here, also "
                         "those of the command line, until you delete it.")
                    : tr("Switch the history on in the settings to find runs again later."));
    m_empty->setActionText(isRecording ? tr("Import…") : tr("Settings…"));
}

void HistoryPanel::offerComparison()
{
    m_compare->setVisible(true);
}

void HistoryPanel::select(RunId id)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->run(row).id == id) {
            m_table->selectRow(row);
            m_table->scrollTo(m_model->index(row, 0));
            return;
        }
    }
}

QString HistoryPanel::currentFunction() const
{
    const int row = currentRow();
    return row < 0 ? QString() : m_model->run(row).function;
}

std::vector<RunId> HistoryPanel::selectedIds() const
{
    std::vector<RunId> ids;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        ids.push_back(m_model->run(index.row()).id);
    std::sort(ids.begin(), ids.end());
    return ids;
}

void HistoryPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

bool HistoryPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        // With Ctrl it is the window's Run.
        if (isEnter && !key->modifiers().testFlag(Qt::ControlModifier)) {
            m_show->trigger();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void HistoryPanel::applyColours()
{
    const ThemeColours colours = ThemeColours::of(palette());
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, colours.muted);
    m_count->setPalette(quiet);
    m_show->setIcon(themedIcon(Symbol::Eye, palette()));
    m_rerun->setIcon(themedIcon(Symbol::Redo, palette()));
    m_baseline->setIcon(themedIcon(Symbol::Check, palette()));
    m_clearBaseline->setIcon(themedIcon(Symbol::Clear, palette()));
    m_compare->setIcon(themedIcon(Symbol::Compare, palette()));
    m_export->setIcon(themedIcon(Symbol::Export, palette()));
    m_import->setIcon(themedIcon(Symbol::Import, palette()));
    m_remove->setIcon(themedIcon(Symbol::Trash, palette()));
}

void HistoryPanel::updateActions()
{
    const std::vector<RunId> selected = selectedIds();
    const bool isOne = selected.size() == 1;
    m_show->setEnabled(isOne);
    m_rerun->setEnabled(isOne);
    m_baseline->setEnabled(!selected.empty());
    m_clearBaseline->setEnabled(currentRow() >= 0);
    m_compare->setEnabled(!selected.empty());
    m_compare->setText(selected.size() == 2 ? tr("Compare") : tr("Compare with Baseline"));
    m_remove->setEnabled(!selected.empty());
    m_export->setEnabled(m_total > 0);
}

void HistoryPanel::showPage()
{
    const bool hasRows = m_model->rowCount() > 0;
    m_pages->setCurrentIndex(m_total == 0 && !hasRows ? 0 : 1);
    m_lists->setCurrentIndex(hasRows ? 0 : 1);
    updateActions();
}

void HistoryPanel::onCurrentChanged()
{
    updateActions();
    const QString function = currentFunction();
    if (function.isEmpty())
        m_trend->setRuns({}, {});
    else
        Q_EMIT trendRequested(function);
}

void HistoryPanel::compareSelected()
{
    const std::vector<RunId> ids = selectedIds();
    if (ids.size() == 2)
        Q_EMIT compareRequested({ids.front()}, {ids.back()});
    else if (!ids.empty())
        Q_EMIT compareRequested({}, ids);
}

int HistoryPanel::currentRow() const
{
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid())
        return current.row();
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    return selected.isEmpty() ? -1 : selected.front().row();
}

} // namespace coldframe

#include "moc_historypanel.cpp"
