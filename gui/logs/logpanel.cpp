// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logs/logpanel.h"

#include "core/lambda/invocation.h"
#include "core/logs/logfile.h"
#include "gui/base/emptystate.h"
#include "gui/base/noticebar.h"
#include "gui/logs/logbusybar.h"
#include "gui/logs/logcolumnsdialog.h"
#include "gui/logs/logdetail.h"
#include "gui/logs/logfiles.h"
#include "gui/logs/logfindbar.h"
#include "gui/logs/logqueryfield.h"
#include "gui/logs/logtoolbar.h"
#include "gui/logs/logview.h"
#include "wording/errortext.h"

#include <QAction>
#include <QFileInfo>
#include <QHeaderView>
#include <QLocale>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace coldframe {

LogPanel::LogPanel(QWidget *parent)
    : QWidget(parent)
    , m_shown(m_model)
    , m_finder(m_shown)
    , m_tools(new LogToolBar)
    , m_busy(new LogBusyBar)
    , m_column(new QVBoxLayout(this))
    , m_view(new LogView(m_shown))
    , m_detail(new LogDetail)
    , m_findBar(new LogFindBar)
    , m_empty(new EmptyState(Symbol::Log, {}, {}))
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_stack(new QStackedWidget)
    , m_files(new LogFiles(*this, *m_busy))
    , m_columns(defaultLogColumns())
{
    layOut();
    joinToolBar();
    joinView();
    joinFiles();
    addActions();
    updateState();
}

LogPanel::~LogPanel()
{
    if (m_findingMembers)
        m_findingMembers->isCancelled = true;
}

void LogPanel::begin(const QString &requestId, WallTime startedAt)
{
    leaveShown();
    m_running[requestId] = RunningLog{startedAt, {}};
    m_view->setFollowing(true);
    showLog(requestId, startedAt, {});
}

void LogPanel::append(const QString &requestId, const std::vector<LogLine> &lines)
{
    const auto running = m_running.find(requestId);
    if (running == m_running.end())
        return;
    if (requestId == m_requestId && m_file.isEmpty()) {
        m_model.append(lines);
        return;
    }
    LogStore &kept = running->second.lines;
    for (const LogLine &line : lines)
        kept.append(viewOf(line));
    kept.removeFirst(std::max<qsizetype>(0, kept.size() - LogModel::DefaultCapacity));
}

void LogPanel::showRunning(const QString &requestId)
{
    const auto running = m_running.find(requestId);
    if (running == m_running.end() || (requestId == m_requestId && m_file.isEmpty()))
        return;
    leaveShown();
    showLog(requestId, running->second.startedAt, std::move(running->second.lines));
    m_view->setFollowing(true);
}

void LogPanel::setRecord(const InvocationRecord &record)
{
    const bool another = record.requestId != m_requestId || !m_file.isEmpty();
    if (another)
        leaveShown();
    m_running.erase(record.requestId);
    m_tools->setPaused(false);
    if (another) {
        showLog(record.requestId, record.startedAt, {});
        m_view->setFollowing(false);
    }
    m_model.setLines(record.log);
    updateState();
}

void LogPanel::forget(const QString &requestId)
{
    m_running.erase(requestId);
    updateState();
}

void LogPanel::clear()
{
    leaveShown();
    showLog({}, {}, {});
}

void LogPanel::openFile(const QString &path)
{
    m_files->open(path);
}

void LogPanel::askToOpenFile()
{
    m_files->askToOpen();
}

void LogPanel::layOut()
{
    setObjectName(QStringLiteral("logPanel"));
    m_empty->setObjectName(QStringLiteral("logEmpty"));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
    m_splitter->setObjectName(QStringLiteral("logSplitter"));
    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(m_detail);
    m_splitter->setCollapsible(0, false);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({300, 100});
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_tools);
    m_column->addWidget(m_busy);
    m_column->addWidget(m_splitter, 1);
    m_column->addWidget(m_findBar);
}

void LogPanel::joinToolBar()
{
    connect(m_tools, &LogToolBar::filterChanged, this, &LogPanel::applyFilter);
    connect(m_tools, &LogToolBar::followToggled, m_view, &LogView::setFollowing);
    connect(m_tools, &LogToolBar::pauseToggled, &m_model, &LogModel::setPaused);
    connect(m_tools, &LogToolBar::tableToggled, this, [this](bool table) {
        if (std::exchange(m_isTable, table) == table)
            return;
        showColumns();
        Q_EMIT viewSettingsChanged();
    });
    connect(m_tools, &LogToolBar::columnsRequested, this, &LogPanel::chooseColumns);
    connect(m_tools, &LogToolBar::timeChosen, this, [this](LogTime time) {
        m_chosenTime = time;
        applyTime();
    });
    connect(m_tools, &LogToolBar::findRequested, this, &LogPanel::openFind);
    connect(m_tools, &LogToolBar::openRequested, this, &LogPanel::askToOpenFile);
    connect(m_tools, &LogToolBar::copyAllRequested, this, [this] {
        m_files->copy(std::make_shared<const LogStore>(m_model.snapshot()), m_shown.choice());
    });
    connect(m_tools, &LogToolBar::saveRequested, this, [this] {
        m_files->askToSave(std::make_shared<const LogStore>(m_model.snapshot()), m_shown.choice());
    });
    connect(m_tools, &LogToolBar::detailToggled, this, [this](bool visible) {
        m_wantsDetail = visible;
        updateState();
    });
    connect(&m_tools->query(), &LogQueryField::membersRequested, this, &LogPanel::requestMembers);
    connect(&m_tools->query(), &QLineEdit::returnPressed, m_view, [this] { m_view->setFocus(); });
}

void LogPanel::joinView()
{
    connect(m_view, &LogView::followingChanged, m_tools, &LogToolBar::setFollowing);
    connect(m_view, &LogView::currentRowChanged, this, &LogPanel::showCurrent);
    connect(m_view, &QWidget::customContextMenuRequested, this, &LogPanel::showContextMenu);
    connect(m_view, &LogView::columnsChanged, this, [this] {
        m_columns = m_view->columnsAsShown();
        Q_EMIT viewSettingsChanged();
    });
    connect(m_view->header(), &QWidget::customContextMenuRequested, this,
            &LogPanel::showHeaderMenu);
    connect(m_empty, &EmptyState::actionRequested, this, [this] {
        if (m_model.rowCount() > 0)
            m_tools->clearFilter();
        else
            askToOpenFile();
    });
    connect(m_findBar, &LogFindBar::findRequested, this, &LogPanel::find);
    connect(m_findBar, &LogFindBar::closed, this, [this] {
        m_finder.stop();
        m_view->setFocus();
    });
    connect(&m_finder, &LogFinder::found, this, [this](int row) {
        m_view->showRow(row);
        const QLocale locale;
        m_findBar->setAnswer(
            tr("Line %1 of %2").arg(locale.toString(row + 1), locale.toString(m_shown.rowCount())));
    });
    connect(&m_finder, &LogFinder::notFound, this,
            [this] { m_findBar->setAnswer(tr("Not found")); });
    connect(&m_finder, &LogFinder::progressed, this,
            [this](int percent) { m_findBar->setAnswer(tr("Searching… %1 %").arg(percent)); });
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(&m_model, signal, this, &LogPanel::updateState);
        connect(&m_shown, signal, this, &LogPanel::updateState);
    }
    connect(&m_model, &LogModel::waitingChanged, this, &LogPanel::updateState);
    connect(&m_shown, &QAbstractItemModel::modelReset, this, [this] {
        m_detail->clear();
        goToPlace();
        updateState();
    });
    connect(&m_shown, &FilteredLogModel::filteringChanged, this, [this] {
        if (m_filtering)
            m_busy->end(m_filtering);
        m_filtering = m_shown.filtering();
        if (m_filtering)
            m_busy->begin(tr("Filtering…"), m_filtering);
        updateState();
    });
    connect(m_busy, &LogBusyBar::cancelled, this, [this] {
        if (m_shown.filtering())
            m_tools->clearFilter();
    });
}

void LogPanel::joinFiles()
{
    connect(m_files, &LogFiles::opened, this,
            [this](const QString &path, const std::shared_ptr<LogFile> &file) {
                showFile(path, *file);
            });
    connect(m_files, &LogFiles::saved, this,
            [this](const QString &path) { showNotice(tr("Saved as %1.").arg(path), false); });
    connect(m_files, &LogFiles::failed, this,
            [this](const Error &error) { showNotice(errorText(error), true); });
}

void LogPanel::addActions()
{
    const auto add = [this](const QKeySequence &keys, const QString &name, auto handler) {
        auto *action = new QAction(this);
        action->setObjectName(name);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, handler);
        addAction(action);
    };
    add(QKeySequence::Find, QStringLiteral("logFind"), [this] { openFind(); });
    add(Qt::Key_F3, QStringLiteral("logFindNext"), [this] { find(FindDirection::Next); });
    add(Qt::SHIFT | Qt::Key_F3, QStringLiteral("logFindPrevious"),
        [this] { find(FindDirection::Previous); });
    add(Qt::CTRL | Qt::SHIFT | Qt::Key_L, QStringLiteral("logFocusFilter"),
        [this] { m_tools->focusFilter(); });
}

void LogPanel::leaveShown()
{
    m_tools->setPaused(false);
    const auto running = m_running.find(m_requestId);
    if (m_file.isEmpty() && running != m_running.end()) {
        m_model.flush();
        running->second.lines = m_model.snapshot();
    }
    m_file.clear();
    m_behindFile = {};
    dropNotice();
}

void LogPanel::showLog(const QString &requestId, WallTime startedAt, LogStore lines)
{
    m_requestId = requestId;
    m_startedAt = startedAt;
    m_membersFoundAt = -1;
    m_keptNumber = -1;
    m_keptFollowing = m_view->isFollowing();
    applyTime();
    m_model.setStore(std::move(lines));
    updateState();
}

void LogPanel::showFile(const QString &path, LogFile &file)
{
    LogStore behind;
    if (!m_file.isEmpty())
        behind = std::move(m_behindFile);
    else if (!isRunning())
        behind = m_model.snapshot();
    leaveShown();
    m_behindFile = std::move(behind);
    m_file = path;
    m_membersFoundAt = -1;
    m_keptNumber = -1;
    m_keptFollowing = false;
    m_view->setFollowing(false);
    applyTime();
    m_model.setStore(std::move(file.lines));
    m_view->verticalScrollBar()->setValue(0);
    updateState();
    showNotice(tr("These lines are from %1.").arg(QFileInfo(path).fileName()), false);
}

void LogPanel::showNotice(const QString &text, bool isError)
{
    dropNotice();
    m_notice = new NoticeBar(isError ? NoticeBar::Tone::Error : NoticeBar::Tone::Information, text);
    m_notice->setObjectName(QStringLiteral("logNotice"));
    m_notice->setClosable();
    if (!m_file.isEmpty() && !isError)
        m_notice->addAnswer(QStringLiteral("logCloseFile"), tr("Back to the Run's Log"));
    connect(m_notice, &NoticeBar::answered, this, &LogPanel::closeFile);
    connect(m_notice, &NoticeBar::closed, this, &LogPanel::dropNotice);
    m_column->insertWidget(0, m_notice);
}

void LogPanel::dropNotice()
{
    if (NoticeBar *notice = std::exchange(m_notice, nullptr)) {
        notice->hide();
        notice->deleteLater(); // it may be the one that asked for it
    }
}

void LogPanel::closeFile()
{
    if (m_file.isEmpty())
        return;
    LogStore lines = std::move(m_behindFile);
    leaveShown();
    if (const auto running = m_running.find(m_requestId); running != m_running.end())
        lines = std::move(running->second.lines);
    showLog(m_requestId, m_startedAt, std::move(lines));
}

bool LogPanel::isRunning() const
{
    return m_running.contains(m_requestId);
}

void LogPanel::applyTime()
{
    const LogTime time = m_file.isEmpty() ? m_chosenTime : LogTime::DateTime;
    m_view->setTimeFormat({time, m_startedAt});
    m_tools->setTime(time);
    showCurrent(m_view->currentIndex().row());
}

void LogPanel::openFind()
{
    m_findBar->open();
}

void LogPanel::find(FindDirection direction)
{
    if (m_findBar->text().isEmpty()) {
        openFind();
        return;
    }
    const int step = direction == FindDirection::Next ? 1 : -1;
    const QModelIndex current = m_view->currentIndex();
    int row = current.isValid() ? current.row() : (step > 0 ? -1 : m_shown.rowCount());
    // A new search begins with the current line, a repeated one goes on from it.
    if (current.isValid() && m_findBar->text() != m_lastFound)
        row -= step;
    m_lastFound = m_findBar->text();
    m_finder.find(m_lastFound, row, direction);
}

void LogPanel::showCurrent(int row)
{
    if (row < 0 || row >= m_shown.rowCount()) {
        m_detail->clear();
        return;
    }
    const LogLine line = m_shown.line(row);
    m_detail->setLine(line, m_view->timeText(line.time));
}

void LogPanel::updateState()
{
    const int shown = m_shown.rowCount();
    const int all = m_model.rowCount();
    m_tools->setCount(
        {shown, all, m_model.droppedLines(),
         m_model.waitingLines() > 0 && m_model.isPaused() ? m_model.waitingLines() : 0,
         m_shown.filtering() != nullptr});
    m_tools->setRunning(m_file.isEmpty() && isRunning());
    m_stack->setCurrentIndex(shown == 0 ? 0 : 1);
    // Without any line there is nothing to filter or to read.
    m_tools->setVisible(all > 0);
    m_detail->setVisible(all > 0 && m_wantsDetail);
    if (shown == 0)
        updateEmptyState();
}

void LogPanel::updateEmptyState()
{
    const bool isRunningLog = m_file.isEmpty() && isRunning();
    if (m_model.rowCount() > 0) {
        const bool isFiltering = m_shown.filtering() != nullptr;
        m_empty->setActionText(tr("Clear Filter"));
        m_empty->setTitle(isFiltering ? tr("Filtering…") : tr("No line matches the filter"));
        m_empty->setSentence(tr("Filter for another text, or show all levels and origins."));
    } else if (isRunningLog) {
        m_empty->setActionText({});
        m_empty->setTitle(tr("No line yet"));
        m_empty->setSentence(tr("The function is running and has not printed anything so far."));
    } else if (!m_file.isEmpty()) {
        m_empty->setActionText(tr("Open Log File…"));
        m_empty->setTitle(tr("No line in this file"));
        m_empty->setSentence(tr("Open another file, or go back to the run's log."));
    } else {
        m_empty->setActionText(tr("Open Log File…"));
        m_empty->setTitle(tr("No log yet"));
        m_empty->setSentence(tr("Press Run (Ctrl+Enter): what the function prints appears here."));
    }
}

} // namespace coldframe

#include "moc_logpanel.cpp"
