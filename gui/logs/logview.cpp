// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logs/logview.h"

#include "gui/logs/filteredlogmodel.h"
#include "gui/logs/logtext.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace coldframe {

LogView::LogView(FilteredLogModel &model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
    , m_delegate(new LogLineDelegate(this))
{
    setObjectName(QStringLiteral("logView"));
    setAccessibleName(tr("Log lines"));
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setUniformItemSizes(true);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
    setItemDelegate(m_delegate);
    setModel(&model);

    connect(&model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_following)
            scrollToBottom();
    });
    // Also when a view that was hidden or small is laid out later than its lines came.
    connect(verticalScrollBar(), &QAbstractSlider::rangeChanged, this, [this](int, int maximum) {
        if (m_following)
            verticalScrollBar()->setValue(maximum);
    });
    connect(verticalScrollBar(), &QAbstractSlider::actionTriggered, this,
            [this] { followUserTo(verticalScrollBar()->sliderPosition()); });
}

void LogView::setFollowing(bool following)
{
    if (following)
        scrollToBottom();
    if (m_following == following)
        return;
    m_following = following;
    Q_EMIT followingChanged(following);
}

void LogView::setTime(LogTime time)
{
    m_delegate->setTime(time);
    viewport()->update();
}

void LogView::setStart(WallTime start)
{
    m_delegate->setStart(start);
    viewport()->update();
}

QString LogView::selectedText() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex &row : rows)
        lines.append(readableText(m_model.line(row.row()).text));
    if (lines.isEmpty() && currentIndex().isValid())
        lines.append(readableText(m_model.line(currentIndex().row()).text));
    return lines.join(QLatin1Char('\n'));
}

QString LogView::allText() const
{
    QString text;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        text += readableText(m_model.line(row).text);
        text += QLatin1Char('\n');
    }
    return text;
}

void LogView::showRow(int row)
{
    const QModelIndex index = m_model.index(row);
    setCurrentIndex(index);
    scrollTo(index, PositionAtCenter);
}

void LogView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    // Whoever picks an earlier line wants to read it, not to be carried away.
    if (current.isValid() && current.row() < m_model.rowCount() - 1)
        setFollowing(false);
    Q_EMIT currentRowChanged(current.isValid() ? current.row() : -1);
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        if (const QString text = selectedText(); !text.isEmpty())
            QGuiApplication::clipboard()->setText(text);
        return;
    }
    if (event->key() == Qt::Key_End && m_model.rowCount() > 0) {
        QListView::keyPressEvent(event);
        setFollowing(true);
        return;
    }
    QListView::keyPressEvent(event);
}

void LogView::followUserTo(int sliderPosition)
{
    setFollowing(sliderPosition >= verticalScrollBar()->maximum());
}

} // namespace coldframe
