// SPDX-License-Identifier: GPL-3.0-or-later
// How the panel shows its lines: filter, columns and menus.
#include "core/base/async.h"
#include "core/base/later.h"
#include "core/logs/logfields.h"
#include "gui/logs/logcolumnsdialog.h"
#include "gui/logs/logcolumntext.h"
#include "gui/logs/logpanel.h"
#include "gui/logs/logqueryfield.h"
#include "gui/logs/logtoolbar.h"
#include "gui/logs/logview.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>

namespace coldframe {

namespace {

constexpr int LongestValueInMenu = 40;

QString shortened(const QString &text)
{
    QString shown = text.size() > LongestValueInMenu
        ? text.left(LongestValueInMenu) + QChar(u'\u2026')
        : text;
    return shown.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

LogViewSettings LogPanel::viewSettings() const
{
    return {m_isTable, textsOfColumns(m_columns)};
}

void LogPanel::setViewSettings(const LogViewSettings &settings)
{
    m_columns = columnsOfTexts(settings.columns);
    m_isTable = settings.isTable;
    m_tools->setTable(m_isTable);
    showColumns();
}

void LogPanel::keepPlace()
{
    const QModelIndex current = m_view->currentIndex();
    m_keptNumber = current.isValid() ? m_shown.number(current.row()) : -1;
    m_keptFollowing = m_view->isFollowing();
}

void LogPanel::goToPlace()
{
    if (m_keptNumber >= 0) {
        if (const int row = m_shown.rowFrom(m_keptNumber); row >= 0)
            m_view->showRow(row);
    }
    if (m_keptFollowing)
        m_view->setFollowing(true);
    if (!m_shown.filtering())
        m_keptNumber = -1;
}

void LogPanel::applyFilter()
{
    const auto matcher = LogMatcher::make(m_tools->filter());
    m_tools->setFilterError(matcher ? std::nullopt : std::optional(matcher.error()));
    keepPlace();
    m_shown.setMatcher(matcher.value_or(LogMatcher()));
}

void LogPanel::applyColumns(const std::vector<LogColumn> &columns)
{
    m_columns = columns;
    if (!m_isTable)
        m_tools->setTable(true); // whoever chooses columns wants to see them
    else
        showColumns();
    Q_EMIT viewSettingsChanged();
}

void LogPanel::showColumns()
{
    const int top = m_view->verticalScrollBar()->value();
    keepPlace();
    m_view->setColumns(m_isTable ? m_columns : std::vector<LogColumn>());
    m_view->verticalScrollBar()->setValue(top);
}

void LogPanel::chooseColumns()
{
    if (m_columnsDialog) {
        m_columnsDialog->raise();
        return;
    }
    m_columnsDialog = new LogColumnsDialog(m_columns, this);
    m_columnsDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_columnsDialog, &LogColumnsDialog::columnsChosen, this, &LogPanel::applyColumns);
    if (m_members)
        m_columnsDialog->setMembers(*m_members);
    requestMembers();
    m_columnsDialog->open();
}

void LogPanel::requestMembers()
{
    const qint64 end = m_model.firstNumber() + m_model.rowCount();
    if (m_membersFoundAt == end)
        return;
    if (m_findingMembers)
        m_findingMembers->isCancelled = true;
    m_findingMembers = std::make_shared<LogProgress>();
    auto lines = std::make_shared<const LogStore>(m_model.snapshot());
    whenDone(later([lines, progress = m_findingMembers] { return findMembers(*lines, *progress); }),
             this, [this, end, progress = m_findingMembers](const Result<FoundMembers> &found) {
                 if (progress != m_findingMembers || !found)
                     return;
                 m_findingMembers.reset();
                 m_membersFoundAt = end;
                 takeMembers(*found);
             });
}

void LogPanel::takeMembers(const FoundMembers &found)
{
    m_members = found;
    QStringList paths;
    for (const FoundMember &member : found.members) {
        if (canBeAskedFor(member.path))
            paths.append(member.path);
    }
    m_tools->query().setMembers(paths);
    if (m_columnsDialog)
        m_columnsDialog->setMembers(found);
}

void LogPanel::showContextMenu(const QPoint &)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("logContextMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QModelIndex current = m_view->currentIndex();
    menu->addAction(tr("&Copy\tCtrl+C"), this,
                    [this] { QGuiApplication::clipboard()->setText(m_view->selectedText()); });
    if (current.isValid() && m_isTable) {
        const LogField field
            = m_shown.columns().at(static_cast<std::size_t>(current.column())).field;
        const QString value = fieldText(m_shown.view(current.row()), field).value_or(QString());
        const bool canFilter = !value.isEmpty() && field.kind != LogField::Kind::Time
            && canBeAskedFor(logFieldName(field));
        const QString term = logQueryTerm(logFieldName(field), value);
        menu->addSeparator();
        QAction *only = menu->addAction(
            tr("&Only Lines With %1 = %2").arg(logColumnTitle(field), shortened(value)), this,
            [this, term] { m_tools->query().addTerm(term); });
        QAction *without = menu->addAction(
            tr("&Without Lines With %1 = %2").arg(logColumnTitle(field), shortened(value)), this,
            [this, term] { m_tools->query().addTerm(QLatin1Char('-') + term); });
        only->setVisible(canFilter);
        without->setVisible(canFilter);
    }
    menu->addSeparator();
    menu->addAction(tr("&Find…\tCtrl+F"), this, &LogPanel::openFind);
    menu->addAction(tr("C&hoose Columns…"), this, &LogPanel::chooseColumns);
    const QRect cell = m_view->visualRect(current).intersected(m_view->viewport()->rect());
    const bool byMouse
        = QGuiApplication::mouseButtons() != Qt::NoButton || m_view->viewport()->underMouse();
    menu->popup(byMouse || cell.isEmpty() ? QCursor::pos()
                                          : m_view->viewport()->mapToGlobal(cell.bottomLeft()));
}

void LogPanel::showHeaderMenu(const QPoint &position)
{
    const int section = m_view->header()->logicalIndexAt(position);
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("logHeaderMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (section >= 0 && section < std::ssize(m_shown.columns())) {
        const LogField field = m_shown.columns().at(static_cast<std::size_t>(section)).field;
        QAction *filter = menu->addAction(
            tr("&Filter by %1…").arg(shortened(logColumnTitle(field))), this, [this, field] {
                m_tools->query().addTerm(logFieldName(field) + QLatin1Char(':'));
                m_tools->query().setFocus();
            });
        filter->setVisible(field.kind != LogField::Kind::Time
                           && canBeAskedFor(logFieldName(field)));
        QAction *hide = menu->addAction(
            tr("&Hide %1").arg(shortened(logColumnTitle(field))), this, [this, field] {
                std::vector<LogColumn> columns = m_view->columnsAsShown();
                columns.erase(
                    std::remove_if(columns.begin(), columns.end(),
                                   [&field](const LogColumn &each) { return each.field == field; }),
                    columns.end());
                applyColumns(columns);
            });
        hide->setEnabled(m_shown.columns().size() > 1);
    }
    menu->addAction(tr("C&hoose Columns…"), this, &LogPanel::chooseColumns);
    menu->popup(m_view->header()->viewport()->mapToGlobal(position));
}

} // namespace coldframe
