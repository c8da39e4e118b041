// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventchooser.h"

#include "gui/events/choicedelegate.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace coldframe {

EventChooser::EventChooser(EventChoices &choices, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_choices(choices)
    , m_search(new QLineEdit)
    , m_list(new QListView)
    , m_nothing(new QLabel(tr("No event has all of these words.")))
{
    setObjectName(QStringLiteral("eventChooser"));
    setFrameStyle(QFrame::StyledPanel | QFrame::Plain);
    m_search->setObjectName(QStringLiteral("eventSearch"));
    m_search->setPlaceholderText(tr("Search by service or words, for example “sqs batch”"));
    m_search->setAccessibleName(tr("Search events"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("eventChoices"));
    m_list->setAccessibleName(tr("Events"));
    m_list->setModel(&choices);
    m_list->setItemDelegate(new ChoiceDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setContentsMargins(0, 12, 0, 12);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(6);
    layout->addWidget(m_search);
    layout->addWidget(m_nothing);
    layout->addWidget(m_list, 1);
    setFocusProxy(m_search);

    connect(m_search, &QLineEdit::textChanged, this, &EventChooser::search);
    connect(m_list, &QListView::clicked, this, &EventChooser::choose);
}

void EventChooser::openBelow(const QWidget &anchor)
{
    m_search->clear();
    search();
    const QRect available = anchor.screen()->availableGeometry();
    const QPoint below = anchor.mapToGlobal(QPoint(0, anchor.height()));
    const QSize size(std::clamp(anchor.width(), 420, 640),
                     std::clamp(available.bottom() - below.y() - 8, 240, 460));
    const int left = std::clamp(below.x(), available.left(),
                                std::max(available.left(), available.right() - size.width()));
    setGeometry(QRect(QPoint(left, below.y()), size));
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

bool EventChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QCoreApplication::sendEvent(m_list, event);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentIndex());
        return true;
    default:
        return false;
    }
}

void EventChooser::search()
{
    m_choices.search(m_search->text());
    const bool nothing = m_choices.rowCount() == 0;
    m_nothing->setVisible(nothing);
    m_list->setVisible(!nothing);
    m_list->setCurrentIndex(m_choices.index(0));
    m_list->scrollToTop();
}

void EventChooser::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const EventChoice chosen = m_choices.choice(index.row());
    close();
    switch (chosen.kind) {
    case EventChoice::Kind::Saved:
        Q_EMIT savedEventChosen(chosen.id);
        return;
    case EventChoice::Kind::Template:
        Q_EMIT templateChosen(chosen.id);
        return;
    }
}

} // namespace coldframe
