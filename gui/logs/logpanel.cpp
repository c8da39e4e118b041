// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logs/logpanel.h"

#include "core/lambda/invocation.h"
#include "gui/base/emptystate.h"
#include "gui/logs/logdetail.h"
#include "gui/logs/logtoolbar.h"
#include "gui/logs/logview.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace coldframe {

LogPanel::LogPanel(QWidget *parent)
    : QWidget(parent)
    , m_shown(m_model)
    , m_tools(new LogToolBar)
    , m_view(new LogView(m_shown))
    , m_detail(new LogDetail)
    , m_findBar(new LogFindBar)
    , m_empty(new EmptyState(Symbol::Log, {}, {}))
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_stack(new QStackedWidget)
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

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tools);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_findBar);

    connect(m_tools, &LogToolBar::filterChanged, this, &LogPanel::applyFilter);
    connect(m_tools, &LogToolBar::followToggled, m_view, &LogView::setFollowing);
    connect(m_tools, &LogToolBar::timeChosen, this, [this](LogTime time) {
        m_view->setTime(time);
        showCurrent(m_view->currentIndex().row());
    });
    connect(m_tools, &LogToolBar::findRequested, this, &LogPanel::openFind);
    connect(m_tools, &LogToolBar::copyAllRequested, this, &LogPanel::copyAll);
    connect(m_tools, &LogToolBar::detailToggled, this, [this](bool visible) {
        m_wantsDetail = visible;
        updateState();
    });
    connect(m_view, &LogView::followingChanged, m_tools, &LogToolBar::setFollowing);
    connect(m_view, &LogView::currentRowChanged, this, &LogPanel::showCurrent);
    connect(m_empty, &EmptyState::actionRequested, m_tools, &LogToolBar::clearFilter);
    connect(m_findBar, &LogFindBar::findRequested, this, &LogPanel::find);
    connect(m_findBar, &LogFindBar::closed, m_view, [this] { m_view->setFocus(); });
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(&m_model, signal, this, &LogPanel::updateState);
        connect(&m_shown, signal, this, &LogPanel::updateState);
    }
    connect(&m_shown, &QAbstractItemModel::modelReset, this, [this] {
        m_detail->clear();
        updateState();
    });
    addActions();
    updateState();
}

void LogPanel::begin(const QString &requestId, WallTime startedAt)
{
    m_running[requestId] = RunningLog{startedAt, {}};
    m_view->setFollowing(true);
    showLog(requestId, startedAt, {});
}

void LogPanel::append(const QString &requestId, const std::vector<LogLine> &lines)
{
    const auto running = m_running.find(requestId);
    if (running == m_running.end())
        return;
    std::vector<LogLine> &kept = running->second.lines;
    kept.insert(kept.end(), lines.begin(), lines.end());
    // Twice the ring before it is cut, so that not every append moves all lines.
    const auto capacity = static_cast<std::ptrdiff_t>(LogModel::DefaultCapacity);
    if (std::ssize(kept) > 2 * capacity)
        kept.erase(kept.begin(), kept.end() - capacity);
    if (requestId == m_requestId)
        m_model.append(lines);
}

void LogPanel::showRunning(const QString &requestId)
{
    const auto running = m_running.find(requestId);
    if (running == m_running.end() || requestId == m_requestId)
        return;
    showLog(requestId, running->second.startedAt, running->second.lines);
    m_view->setFollowing(true);
}

void LogPanel::setRecord(const InvocationRecord &record)
{
    m_running.erase(record.requestId);
    const bool another = record.requestId != m_requestId;
    showLog(record.requestId, record.startedAt, record.log);
    if (another)
        m_view->setFollowing(false);
}

void LogPanel::forget(const QString &requestId)
{
    m_running.erase(requestId);
    updateState();
}

void LogPanel::clear()
{
    showLog({}, {}, {});
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

void LogPanel::showLog(const QString &requestId, WallTime startedAt,
                       const std::vector<LogLine> &lines)
{
    m_requestId = requestId;
    m_view->setStart(startedAt);
    m_model.setLines(lines);
    updateState();
}

void LogPanel::applyFilter()
{
    const auto matcher = LogMatcher::make(m_tools->filter());
    m_tools->setFilterError(matcher ? std::nullopt : std::optional(matcher.error()));
    const QModelIndex current = m_view->currentIndex();
    const qint64 number = current.isValid() ? m_shown.number(current.row()) : -1;
    const bool following = m_view->isFollowing();
    m_shown.setMatcher(matcher.value_or(LogMatcher()));
    if (number >= 0) {
        if (const int row = m_shown.rowFrom(number); row >= 0)
            m_view->showRow(row);
    }
    if (following)
        m_view->setFollowing(true);
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
    const auto matcher = LogMatcher::make({m_findBar->text()});
    const int count = m_shown.rowCount();
    const int step = direction == FindDirection::Next ? 1 : -1;
    const QModelIndex current = m_view->currentIndex();
    int row = current.isValid() ? current.row() : (step > 0 ? -1 : count);
    // A new search begins with the current line, a repeated one goes on from it.
    if (current.isValid() && m_findBar->text() != m_lastFound)
        row -= step;
    m_lastFound = m_findBar->text();
    for (int tried = 0; tried < count; ++tried) {
        row = (row + step + 2 * count) % count;
        if (!matcher->matches(m_shown.line(row)))
            continue;
        m_view->showRow(row);
        m_findBar->setAnswer(
            tr("Line %1 of %2").arg(QLocale().toString(row + 1), QLocale().toString(count)));
        return;
    }
    m_findBar->setAnswer(tr("Not found"));
}

void LogPanel::showCurrent(int row)
{
    if (row < 0 || row >= m_shown.rowCount()) {
        m_detail->clear();
        return;
    }
    const LogLine &line = m_shown.line(row);
    m_detail->setLine(line, m_view->timeText(line.time));
}

void LogPanel::updateState()
{
    const int shown = m_shown.rowCount();
    const int all = m_model.rowCount();
    m_tools->setCount(shown, all, m_model.droppedLines());
    m_stack->setCurrentIndex(shown == 0 ? 0 : 1);
    // Without any line there is nothing to filter or to read.
    m_tools->setVisible(all > 0);
    m_detail->setVisible(all > 0 && m_wantsDetail);
    if (shown > 0)
        return;
    m_empty->setActionText(all > 0 ? tr("Clear Filter") : QString());
    if (all > 0) {
        m_empty->setTitle(tr("No line matches the filter"));
        m_empty->setSentence(tr("Filter for another text, or show all levels."));
    } else if (m_running.contains(m_requestId)) {
        m_empty->setTitle(tr("No line yet"));
        m_empty->setSentence(tr("The function is running and has not printed anything so far."));
    } else {
        m_empty->setTitle(tr("No log yet"));
        m_empty->setSentence(tr("Press Run (Ctrl+Enter): what the function prints appears here."));
    }
}

void LogPanel::copyAll()
{
    QGuiApplication::clipboard()->setText(m_view->allText());
}

} // namespace coldframe
