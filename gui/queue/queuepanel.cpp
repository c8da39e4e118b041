// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/queue/queuepanel.h"

#include "gui/base/emptystate.h"
#include "gui/base/listtable.h"
#include "gui/queue/queuedelegate.h"
#include "gui/queue/queuedetail.h"
#include "gui/queue/queuesettingsdialog.h"
#include "gui/queue/queuetext.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace coldframe {

namespace {

constexpr int ToolSpacing = 4;
constexpr int NarrowestBesideDetail = 620; // pixels; below, the detail is under the table

/// With its keys, which only count inside of the panel.
void setKeys(QAction *action, const QKeySequence &keys, const QString &toolTip)
{
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(
        QStringLiteral("%1 (%2)").arg(toolTip, keys.toString(QKeySequence::NativeText)));
}

} // namespace

QueuePanel::QueuePanel(QWidget *parent)
    : QWidget(parent)
    , m_sorted(new QSortFilterProxyModel(this))
    , m_table(new QTableView)
    , m_detail(new QueueDetail)
    , m_empty(new EmptyState(
          Symbol::Clock, tr("No asynchronous events"),
          tr("An event that is sent asynchronously waits in a queue as on Lambda: a failing "
             "function gets it again after one and after two more minutes, then its record goes "
             "to a destination. Nobody has to wait for that, as the queue's time can be skipped.")))
    , m_pages(new QStackedWidget)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_summary(new QLabel)
    , m_send(new QAction(tr("Send Asynchronously"), this))
    , m_skip(new QAction(tr("Skip to Next Attempt"), this))
    , m_fastForward(new QAction(tr("Fast-Forward"), this))
    , m_deliverAgain(new QAction(tr("Deliver Again"), this))
    , m_settings(new QAction(tr("Settings…"), this))
    , m_copyRequestId(new QAction(tr("Copy Request ID"), this))
{
    setObjectName(QStringLiteral("queuePanel"));
    m_empty->setActionText(tr("Send Asynchronously"));
    m_sorted->setSourceModel(&m_model);
    m_sorted->setSortRole(QueueModel::SortRole);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_sorted->setSortLocaleAware(true);
    makeActions();
    setUpTable();

    m_summary->setObjectName(QStringLiteral("queueSummary"));
    m_summary->setWordWrap(true);
    m_summary->setContentsMargins(8, 0, 8, 4);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_splitter->setObjectName(QStringLiteral("queueSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_splitter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(makeTools());
    layout->addWidget(m_summary);
    layout->addWidget(m_pages, 1);

    connect(m_empty, &EmptyState::actionRequested, this, &QueuePanel::sendRequested);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &QueuePanel::showCurrent);
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
                const int row = currentRow();
                if (roles.isEmpty() && row >= first.row() && row <= last.row())
                    showCurrent();
            });
    applyColours();
    begin({});
    setFunction({}, {});
}

void QueuePanel::makeActions()
{
    m_send->setObjectName(QStringLiteral("sendToQueue"));
    m_skip->setObjectName(QStringLiteral("skipToNextAttempt"));
    setKeys(m_skip, QKeySequence(Qt::CTRL | Qt::Key_Period),
            tr("Let virtual time pass until the next attempt is due"));
    m_fastForward->setObjectName(QStringLiteral("fastForward"));
    m_fastForward->setCheckable(true);
    setKeys(m_fastForward, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Period),
            tr("Skip every wait as soon as nothing runs"));
    m_deliverAgain->setObjectName(QStringLiteral("deliverAgain"));
    setKeys(m_deliverAgain, QKeySequence(Qt::CTRL | Qt::Key_D),
            tr("Run the selected event once more with the same request ID. Lambda may deliver any "
               "event twice: the function must bear it."));
    m_settings->setObjectName(QStringLiteral("queueSettings"));
    m_copyRequestId->setObjectName(QStringLiteral("copyQueuedRequestId"));
    addActions({m_skip, m_fastForward, m_deliverAgain});
    connect(m_send, &QAction::triggered, this, &QueuePanel::sendRequested);
    connect(m_skip, &QAction::triggered, this, &QueuePanel::skipRequested);
    connect(m_fastForward, &QAction::triggered, this, &QueuePanel::fastForwardToggled);
    connect(m_deliverAgain, &QAction::triggered, this, [this] {
        if (const int row = currentRow(); row >= 0)
            Q_EMIT deliverAgainRequested(m_model.event(row).requestId);
    });
    connect(m_settings, &QAction::triggered, this, &QueuePanel::editSettings);
    connect(m_copyRequestId, &QAction::triggered, this, &QueuePanel::copyRequestId);
}

QBoxLayout *QueuePanel::makeTools()
{
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(6, 4, 6, 4);
    tools->setSpacing(ToolSpacing);
    tools->setSizeConstraint(QLayout::SetNoConstraint);
    for (QAction *action : {m_send, m_skip, m_fastForward, m_deliverAgain, m_settings}) {
        auto *button = new QToolButton;
        button->setObjectName(action->objectName() + QStringLiteral("Button"));
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(action->text()); // also where only its icon is seen
        if (action == m_settings)
            tools->addStretch(1);
        tools->addWidget(button);
        m_buttons.append(button);
    }
    return tools;
}

void QueuePanel::setUpTable()
{
    m_table->setObjectName(QStringLiteral("queueTable"));
    m_table->setAccessibleName(tr("Asynchronous events"));
    m_table->setModel(m_sorted);
    m_table->setItemDelegate(new QueueDelegate(m_table));
    styleAsList(*m_table);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(QueueModel::Age, Qt::AscendingOrder);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsMovable(true);
    header->setMinimumSectionSize(48);
    const auto width = [this](QueueModel::Column column, int letters) {
        setColumnLetters(*m_table, column, letters);
    };
    width(QueueModel::State, 14);
    width(QueueModel::Function, 12);
    width(QueueModel::Attempts, 9);
    width(QueueModel::Throttles, 9);
    width(QueueModel::NextAttempt, 22);
    width(QueueModel::Age, 11);
    width(QueueModel::Condition, 18);
    width(QueueModel::Destination, 20);
    width(QueueModel::RequestId, 36);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addActions({m_deliverAgain, m_copyRequestId});
}

void QueuePanel::setEvents(const std::vector<QueuedEvent> &events)
{
    m_model.setEvents(events);
    m_pages->setCurrentWidget(m_model.rowCount() == 0 ? static_cast<QWidget *>(m_empty)
                                                      : m_splitter);
    // Something is selected whenever there is something, so that the detail is not a blank.
    if (m_model.rowCount() > 0 && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_sorted->index(0, 0));
    showSummary();
    updateActions();
}

void QueuePanel::addAttempt(const QString &requestId, const QueueAttempt &attempt)
{
    m_model.addAttempt(requestId, attempt);
}

void QueuePanel::begin(const QString &file)
{
    m_file = file;
    m_model.clear();
    setEvents({});
    showCurrent();
}

void QueuePanel::setTime(WallTime now, std::chrono::nanoseconds ahead)
{
    m_ahead = ahead;
    m_model.setNow(now);
    showSummary();
}

void QueuePanel::setFunction(const QString &name, const EventInvokeConfig &config)
{
    m_functionName = name;
    m_config = config;
    m_send->setToolTip(name.isEmpty() ? tr("Put the event into the queue of its function")
                                      : tr("Put the event into the queue for %1").arg(name));
    m_settings->setToolTip(name.isEmpty() ? tr("How asynchronous events are dealt with")
                                          : tr("How asynchronous events of %1 are dealt with: %2")
                                                .arg(name, eventInvokeText(config)));
    updateActions();
}

void QueuePanel::setFastForward(bool on)
{
    m_fastForward->setChecked(on);
}

void QueuePanel::select(const QString &requestId)
{
    if (const int row = m_model.rowOf(requestId); row >= 0)
        m_table->setCurrentIndex(m_sorted->mapFromSource(m_model.index(row, 0)));
}

void QueuePanel::editSettings()
{
    auto *dialog = new QueueSettingsDialog(m_functionName, m_config, m_functionNames, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, name = m_functionName] { Q_EMIT configEdited(name, dialog->config()); });
    dialog->open();
}

void QueuePanel::copyRequestId()
{
    if (const int row = currentRow(); row >= 0)
        QGuiApplication::clipboard()->setText(m_model.event(row).requestId);
}

void QueuePanel::showCurrent()
{
    if (const int row = currentRow(); row >= 0)
        m_detail->setEvent(m_model.event(row), m_model.attempts(row));
    else
        m_detail->clear();
    updateActions();
}

void QueuePanel::showSummary()
{
    QStringList parts;
    const int running = m_model.count(QueuedEvent::State::Running);
    const int waiting = m_model.count(QueuedEvent::State::Waiting);
    if (running > 0)
        parts.append(tr("%1 running").arg(running));
    if (waiting > 0)
        parts.append(tr("%1 waiting").arg(waiting));
    if (const auto next = m_model.nextAttemptAt(); next && *next > m_model.now())
        parts.append(
            tr("next attempt in %1")
                .arg(spanText(std::chrono::ceil<std::chrono::seconds>(*next - m_model.now()))));
    parts.append(virtualTimeText(m_ahead));
    if (m_file.isEmpty())
        parts.append(tr("kept in memory"));
    m_summary->setText(parts.join(QStringLiteral(" · ")));
    m_summary->setToolTip(m_file.isEmpty() ? tr("The events are gone when Coldframe ends.")
                                           : tr("The events are kept in %1.").arg(m_file));
}

void QueuePanel::updateActions()
{
    const bool hasFunction = !m_functionName.isEmpty();
    m_send->setEnabled(hasFunction);
    m_empty->setActionText(hasFunction ? tr("Send Asynchronously") : QString());
    m_settings->setEnabled(hasFunction);
    m_skip->setEnabled(m_model.count(QueuedEvent::State::Waiting) > 0);
    m_deliverAgain->setEnabled(currentRow() >= 0);
    m_copyRequestId->setEnabled(currentRow() >= 0);
}

void QueuePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitTools();
    m_splitter->setOrientation(
        width() < NarrowestBesideDetail && height() > width() / 2 ? Qt::Vertical : Qt::Horizontal);
}

void QueuePanel::fitTools()
{
    const auto neededWidth = [this](Qt::ToolButtonStyle style) {
        int needed = 12;
        for (QToolButton *button : std::as_const(m_buttons)) {
            button->setToolButtonStyle(style);
            needed += button->sizeHint().width() + ToolSpacing;
        }
        return needed;
    };
    if (neededWidth(Qt::ToolButtonTextBesideIcon) > width())
        neededWidth(Qt::ToolButtonIconOnly);
}

void QueuePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
    if (event->type() == QEvent::FontChange)
        fitTools();
}

void QueuePanel::applyColours()
{
    m_send->setIcon(themedIcon(Symbol::Send, palette()));
    m_skip->setIcon(themedIcon(Symbol::Skip, palette()));
    m_fastForward->setIcon(themedIcon(Symbol::FastForward, palette()));
    m_deliverAgain->setIcon(themedIcon(Symbol::Redo, palette()));
    m_settings->setIcon(themedIcon(Symbol::Settings, palette()));
    m_copyRequestId->setIcon(themedIcon(Symbol::Copy, palette()));
}

int QueuePanel::currentRow() const
{
    const QModelIndex current = m_sorted->mapToSource(m_table->currentIndex());
    return current.isValid() ? current.row() : -1;
}

} // namespace coldframe

#include "moc_queuepanel.cpp"
