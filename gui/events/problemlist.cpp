// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/problemlist.h"

#include "gui/events/problemdelegate.h"
#include "wording/eventproblemtext.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace coldframe {

void ProblemModel::setProblems(std::vector<EventProblem> problems)
{
    beginResetModel();
    m_problems = std::move(problems);
    endResetModel();
}

int ProblemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : std::min(static_cast<int>(m_problems.size()), MostRows);
}

QVariant ProblemModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const EventProblem &problem = m_problems[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return eventProblemText(problem);
    case Qt::ToolTipRole: {
        QString tip = QStringLiteral("<p>%1</p>").arg(eventProblemText(problem).toHtmlEscaped());
        if (problem.isFixable())
            tip += QStringLiteral("<p>%1</p>")
                       .arg(tr("Fix: %1").arg(eventFixText(problem)).toHtmlEscaped());
        return tip;
    }
    case Qt::AccessibleTextRole: {
        const QString severity
            = problem.severity == EventProblem::Severity::Error ? tr("Error") : tr("Warning");
        return QStringLiteral("%1: %2 %3")
            .arg(severity, eventProblemText(problem), eventProblemPlace(problem));
    }
    case PlaceRole:
        return eventProblemPlace(problem);
    case IsErrorRole:
        return problem.severity == EventProblem::Severity::Error;
    case IsMendableRole:
        return problem.isFixable();
    default:
        return {};
    }
}

ProblemList::ProblemList(QWidget *parent)
    : QListView(parent)
{
    setObjectName(QStringLiteral("problemList"));
    setAccessibleName(tr("Problems of the event"));
    setModel(&m_model);
    setItemDelegate(new ProblemDelegate(*this));
    setEditTriggers(NoEditTriggers);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setResizeMode(Adjust);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ProblemList::setProblems(std::vector<EventProblem> problems)
{
    // The same rows would lose their selection for nothing.
    const bool same = std::equal(problems.begin(), problems.end(), m_model.problems().begin(),
                                 m_model.problems().end(),
                                 [](const EventProblem &one, const EventProblem &other) {
                                     return eventProblemText(one) == eventProblemText(other)
                                         && eventProblemPlace(one) == eventProblemPlace(other);
                                 });
    if (same)
        return;
    const int row = currentIndex().row();
    m_model.setProblems(std::move(problems));
    if (hasFocus() && m_model.rowCount() > 0)
        setCurrentIndex(m_model.index(std::clamp(row, 0, m_model.rowCount() - 1)));
    updateGeometry();
}

void ProblemList::setLargestHeight(int height)
{
    if (m_largestHeight == height)
        return;
    m_largestHeight = height;
    updateGeometry();
}

QRect ProblemList::buttonRect(const QModelIndex &index) const
{
    return index.data(ProblemModel::IsMendableRole).toBool()
        ? ProblemDelegate::buttonRect(*this, visualRect(index))
        : QRect();
}

QSize ProblemList::sizeHint() const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    int height = 0;
    for (int row = 0; row < m_model.rowCount() && height < m_largestHeight; ++row)
        height += itemDelegate()->sizeHint(option, m_model.index(row)).height();
    return {200, std::min(height, m_largestHeight)};
}

QSize ProblemList::minimumSizeHint() const
{
    return {0, 0};
}

void ProblemList::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && currentIndex().isValid())
        Q_EMIT placeRequested(problemAt(currentIndex()));
    else
        QListView::keyPressEvent(event);
}

void ProblemList::mousePressEvent(QMouseEvent *event)
{
    m_pressedOnButton = event->button() == Qt::LeftButton && isOnButton(event->pos());
    QListView::mousePressEvent(event);
}

void ProblemList::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (event->button() != Qt::LeftButton || !index.isValid())
        return;
    const EventProblem problem = problemAt(index); // a fix replaces the list
    const bool wasPressedOnButton = std::exchange(m_pressedOnButton, false);
    if (wasPressedOnButton && isOnButton(event->pos()))
        Q_EMIT mendRequested(problem);
    else if (!wasPressedOnButton)
        Q_EMIT placeRequested(problem);
}

void ProblemList::mouseMoveEvent(QMouseEvent *event)
{
    QListView::mouseMoveEvent(event);
    viewport()->update();
}

void ProblemList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    if (event->size().width() == event->oldSize().width())
        return;
    scheduleDelayedItemsLayout(); // sentences wrap at another place
    updateGeometry();
}

void ProblemList::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index
        = event->reason() == QContextMenuEvent::Mouse ? indexAt(event->pos()) : currentIndex();
    if (!index.isValid())
        return;
    const EventProblem problem = problemAt(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Go to the Place")), &QAction::triggered, this,
            [this, problem] { Q_EMIT placeRequested(problem); });
    if (problem.isFixable())
        connect(menu->addAction(eventFixText(problem)), &QAction::triggered, this,
                [this, problem] { Q_EMIT mendRequested(problem); });
    menu->popup(event->globalPos());
}

const EventProblem &ProblemList::problemAt(const QModelIndex &index) const
{
    return m_model.problems()[static_cast<std::size_t>(index.row())];
}

bool ProblemList::isOnButton(const QPoint &place) const
{
    return isEnabled() && buttonRect(indexAt(place)).contains(place);
}

} // namespace coldframe

#include "moc_problemlist.cpp"
