// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/runlistpanel.h"

#include "gui/base/emptystate.h"
#include "gui/base/listtable.h"
#include "gui/run/rundelegate.h"
#include "gui/run/runmodel.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace coldframe {

namespace {
constexpr int NarrowestEventColumn = 110;
}

RunListPanel::RunListPanel(RunModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_sorted(new QSortFilterProxyModel(this))
    , m_table(new QTableView)
    , m_empty(new EmptyState(Symbol::History, tr("No runs yet"),
                             tr("Press Run (Ctrl+Enter): every run of this session is listed "
                                "here.")))
    , m_pages(new QStackedWidget)
    , m_rerun(new QAction(tr("Run Again"), this))
    , m_stop(new QAction(tr("Stop"), this))
    , m_copyRequestId(new QAction(tr("Copy Request ID"), this))
    , m_clear(new QAction(tr("Clear List"), this))
{
    setObjectName(QStringLiteral("runListPanel"));
    m_empty->setActionText(tr("Run"));
    m_sorted->setSourceModel(&model);
    m_sorted->setSortRole(RunModel::SortRole);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_sorted->setSortLocaleAware(true);
    setUpTable();

    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(6, 4, 6, 4);
    tools->setSpacing(4);
    for (QAction *action : {m_rerun, m_stop, m_clear}) {
        auto *button = new QToolButton;
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        if (action == m_clear)
            tools->addStretch(1);
        tools->addWidget(button);
    }
    auto *list = new QWidget;
    auto *listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(0, 0, 0, 0);
    listLayout->setSpacing(0);
    listLayout->addLayout(tools);
    listLayout->addWidget(m_table, 1);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(list);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);

    connect(m_empty, &EmptyState::actionRequested, this, &RunListPanel::runRequested);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RunListPanel::onCurrentChanged);
    connect(m_table, &QAbstractItemView::doubleClicked, this, &RunListPanel::rerunCurrent);
    connect(&model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
                // The ticking clock names its roles; a run that ended changes everything.
                if (roles.isEmpty())
                    onChanged(first.row(), last.row());
            });
    const auto showPage = [this] { m_pages->setCurrentIndex(m_model.rowCount() == 0 ? 0 : 1); };
    connect(&model, &QAbstractItemModel::rowsInserted, this, showPage);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, showPage);
    addActions();
    applyColours();
    updateActions();
    showPage();
}

void RunListPanel::select(const QString &requestId)
{
    const int row = m_model.rowOf(requestId);
    if (row < 0)
        return;
    m_selectingQuietly = true;
    m_table->setCurrentIndex(m_sorted->mapFromSource(m_model.index(row, 0)));
    m_selectingQuietly = false;
    updateActions();
}

void RunListPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

bool RunListPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        // With Ctrl it is the window's Run.
        if (isEnter && !key->modifiers().testFlag(Qt::ControlModifier)) {
            rerunCurrent();
            return true;
        }
    }
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fitEventColumn();
    return QWidget::eventFilter(watched, event);
}

void RunListPanel::fitEventColumn()
{
    // Not QHeaderView::Stretch, which stops shrinking the column once the others fill the width.
    QHeaderView *header = m_table->horizontalHeader();
    const int others = header->length() - header->sectionSize(RunModel::Event);
    header->resizeSection(RunModel::Event,
                          std::max(NarrowestEventColumn, m_table->viewport()->width() - others));
}

void RunListPanel::setUpTable()
{
    m_table->setObjectName(QStringLiteral("runTable"));
    m_table->setAccessibleName(tr("Runs of this session"));
    m_table->setModel(m_sorted);
    m_table->setItemDelegate(new RunDelegate(m_table));
    styleAsList(*m_table);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RunModel::Started, Qt::DescendingOrder);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsMovable(true);
    header->setStretchLastSection(false);
    const auto width = [this](RunModel::Column column, int letters) {
        setColumnLetters(*m_table, column, letters);
    };
    width(RunModel::Started, 9);
    width(RunModel::Status, 13);
    width(RunModel::Start, 6);
    width(RunModel::Init, 9);
    width(RunModel::Duration, 9);
    width(RunModel::Billed, 10);
    width(RunModel::MemoryUsed, 13);
    width(RunModel::Cost, 14);
    width(RunModel::Function, 16);
    width(RunModel::Event, 22);
    header->setMinimumSectionSize(48);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
}

void RunListPanel::addActions()
{
    m_rerun->setObjectName(QStringLiteral("rerunAction"));
    m_rerun->setToolTip(tr("Send the same event to the function again (Enter)"));
    m_stop->setObjectName(QStringLiteral("stopRunAction"));
    m_stop->setToolTip(tr("Stop the selected run"));
    m_copyRequestId->setObjectName(QStringLiteral("copyRequestIdAction"));
    m_clear->setObjectName(QStringLiteral("clearRunsAction"));
    m_clear->setToolTip(tr("Remove the finished runs from this list"));
    connect(m_rerun, &QAction::triggered, this, &RunListPanel::rerunCurrent);
    connect(m_stop, &QAction::triggered, this, [this] {
        if (const int row = currentRow(); row >= 0)
            Q_EMIT stopRequested(m_model.run(row).requestId);
    });
    connect(m_copyRequestId, &QAction::triggered, this, [this] {
        if (const int row = currentRow(); row >= 0)
            QGuiApplication::clipboard()->setText(m_model.run(row).requestId);
    });
    connect(m_clear, &QAction::triggered, this, [this] { m_model.clearFinished(); });
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addActions({m_rerun, m_stop, m_copyRequestId});
}

void RunListPanel::applyColours()
{
    m_rerun->setIcon(themedIcon(Symbol::Run, palette()));
    m_stop->setIcon(themedIcon(Symbol::Stop, palette()));
    m_copyRequestId->setIcon(themedIcon(Symbol::Copy, palette()));
    m_clear->setIcon(themedIcon(Symbol::Clear, palette()));
}

void RunListPanel::onCurrentChanged()
{
    updateActions();
    const int row = currentRow();
    if (row < 0 || m_selectingQuietly)
        return;
    const Run &run = m_model.run(row);
    if (run.record)
        Q_EMIT recordSelected(*run.record);
    else
        Q_EMIT runningSelected(run.requestId);
}

void RunListPanel::onChanged(int firstRow, int lastRow)
{
    updateActions();
    const int row = currentRow();
    if (row >= firstRow && row <= lastRow && m_model.run(row).record)
        Q_EMIT recordSelected(*m_model.run(row).record);
}

void RunListPanel::updateActions()
{
    const int row = currentRow();
    const bool running = row >= 0 && m_model.run(row).isRunning();
    m_rerun->setEnabled(row >= 0 && !running);
    m_stop->setEnabled(running);
    m_copyRequestId->setEnabled(row >= 0);
}

void RunListPanel::rerunCurrent()
{
    const int row = currentRow();
    if (row >= 0 && m_model.run(row).record)
        Q_EMIT rerunRequested(*m_model.run(row).record);
}

int RunListPanel::currentRow() const
{
    const QModelIndex current = m_sorted->mapToSource(m_table->currentIndex());
    return current.isValid() ? current.row() : -1;
}

} // namespace coldframe

#include "moc_runlistpanel.cpp"
