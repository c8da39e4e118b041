// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventchooser.h"

#include "gui/base/emptystate.h"
#include "gui/base/theme.h"
#include "gui/events/choicedelegate.h"
#include "gui/events/choicedetails.h"
#include "gui/events/scopelist.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace coldframe {

namespace {

constexpr QSize LargestChooser(1020, 620);
constexpr int NarrowestWithDetails = 700;
constexpr int NarrowestWithScopes = 460;
constexpr int ScopesWidth = 190;

QFrame *verticalLine()
{
    auto *line = new QFrame;
    line->setFrameStyle(QFrame::VLine | QFrame::Plain);
    line->setObjectName(QStringLiteral("chooserLine"));
    line->setFixedWidth(1);
    return line;
}

} // namespace

EventChooser::EventChooser(EventChoices &choices, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_choices(choices)
    , m_search(new QLineEdit)
    , m_scopes(new ScopeList)
    , m_list(new QListView)
    , m_nothing(new EmptyState(Symbol::Search, tr("No event found"),
                               tr("No event has all of these words. Try fewer of them.")))
    , m_details(new ChoiceDetails)
    , m_keys(new QLabel(tr("↑ ↓ events   Ctrl ↑ ↓ services   Enter use   Esc close")))
{
    setObjectName(QStringLiteral("eventChooser"));
    setFrameStyle(QFrame::StyledPanel | QFrame::Plain);
    m_search->setObjectName(QStringLiteral("eventSearch"));
    m_search->setPlaceholderText(
        tr("Search by service, words, or what it is for, for example “sqs batch”"));
    m_search->setAccessibleName(tr("Search events"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_scopes->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("eventChoices"));
    m_list->setAccessibleName(tr("Events"));
    m_list->setModel(&choices);
    m_list->setItemDelegate(new ChoiceDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->installEventFilter(this);
    m_keys->setObjectName(QStringLiteral("chooserKeys"));
    m_keys->setContentsMargins(10, 0, 0, 0);
    layOut();
    setFocusProxy(m_search);
    setTabOrder(m_search, m_scopes);
    setTabOrder(m_scopes, m_list);

    connect(m_search, &QLineEdit::textChanged, this, &EventChooser::search);
    connect(m_scopes, &ScopeList::scopeChosen, this, &EventChooser::showScope);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &EventChooser::showDetails);
    connect(m_list, &QListView::doubleClicked, this, &EventChooser::choose);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (m_details->isHidden())
            choose(index);
    });
    connect(m_details, &ChoiceDetails::taken, this, [this] { choose(m_list->currentIndex()); });
    applyColours();
}

void EventChooser::layOut()
{
    auto *events = new QVBoxLayout;
    events->setContentsMargins(0, 0, 0, 0);
    events->setSpacing(0);
    events->addWidget(m_nothing, 1);
    events->addWidget(m_list, 1);
    auto *columns = new QHBoxLayout;
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    m_scopes->setFixedWidth(ScopesWidth);
    columns->addWidget(m_scopes);
    columns->addWidget(verticalLine());
    columns->addLayout(events, 5);
    columns->addWidget(verticalLine());
    columns->addWidget(m_details, 6);
    auto *searchRow = new QHBoxLayout;
    searchRow->setContentsMargins(8, 8, 8, 8);
    searchRow->addWidget(m_search);
    auto *line = new QFrame;
    line->setObjectName(QStringLiteral("chooserLine"));
    line->setFrameStyle(QFrame::HLine | QFrame::Plain);
    line->setFixedHeight(1);
    auto *bottomLine = new QFrame;
    bottomLine->setObjectName(QStringLiteral("chooserLine"));
    bottomLine->setFrameStyle(QFrame::HLine | QFrame::Plain);
    bottomLine->setFixedHeight(1);
    m_keys->setMinimumHeight(fontMetrics().height() + 8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addLayout(searchRow);
    layout->addWidget(line);
    layout->addLayout(columns, 1);
    layout->addWidget(bottomLine);
    layout->addWidget(m_keys);
}

void EventChooser::openBelow(const QWidget &anchor)
{
    const QSignalBlocker blocker(m_search);
    m_search->clear();
    m_choices.setScope({});
    search();
    const QRect available = anchor.screen()->availableGeometry();
    const QPoint below = anchor.mapToGlobal(QPoint(0, anchor.height()));
    const QSize size = LargestChooser.boundedTo(available.size() - QSize(16, 16));
    // Rather over the button than too low for what it has to show.
    const int left = std::clamp(below.x(), available.left(),
                                std::max(available.left(), available.right() - size.width()));
    const int top = std::clamp(below.y(), available.top(),
                               std::max(available.top(), available.bottom() - size.height()));
    m_details->setVisible(size.width() >= NarrowestWithDetails);
    m_scopes->setVisible(size.width() >= NarrowestWithScopes);
    setGeometry(QRect(QPoint(left, top), size));
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

bool EventChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && takeKey(watched, *static_cast<QKeyEvent *>(event)))
        return true;
    return QFrame::eventFilter(watched, event);
}

void EventChooser::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

bool EventChooser::takeKey(QObject *watched, QKeyEvent &key)
{
    const bool withControl = key.modifiers().testFlag(Qt::ControlModifier);
    switch (key.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (withControl) {
            m_scopes->move(key.key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
        [[fallthrough]];
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (watched != m_search)
            return false;
        QCoreApplication::sendEvent(m_list, &key);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentIndex());
        return true;
    default:
        break;
    }
    // Typing searches, wherever the focus is.
    if (watched == m_search || key.text().isEmpty() || !key.text().at(0).isPrint() || withControl)
        return false;
    m_search->setFocus(Qt::OtherFocusReason);
    QCoreApplication::sendEvent(m_search, &key);
    return true;
}

void EventChooser::search()
{
    m_choices.search(m_search->text());
    m_scopes->follow(m_choices);
    // A service without an answer is left for the answers of the others.
    if (m_choices.rowCount() == 0 && m_choices.scope() != EventScope())
        return m_scopes->choose({});
    showFirst();
}

void EventChooser::showScope(const EventScope &scope)
{
    m_choices.setScope(scope);
    showFirst();
}

void EventChooser::showFirst()
{
    const bool nothing = m_choices.rowCount() == 0;
    m_nothing->setVisible(nothing);
    m_list->setVisible(!nothing);
    m_list->setCurrentIndex(m_choices.index(0));
    m_list->scrollToTop();
    showDetails(m_list->currentIndex());
}

void EventChooser::showDetails(const QModelIndex &index)
{
    if (!index.isValid())
        return m_details->showNothing();
    const EventChoice &current = m_choices.choice(index.row());
    if (const auto eventTemplate = m_choices.templateOf(current))
        m_details->showTemplate(*eventTemplate);
    else
        m_details->showFile(current.title, current.id);
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

void EventChooser::applyColours()
{
    const ThemeColours colours = ThemeColours::of(palette());
    QPalette lines = palette();
    lines.setColor(QPalette::WindowText, colours.border);
    for (QFrame *line : findChildren<QFrame *>(QStringLiteral("chooserLine")))
        line->setPalette(lines);
    QPalette quiet = m_keys->palette();
    quiet.setColor(QPalette::WindowText, colours.muted);
    m_keys->setPalette(quiet);
    QPalette side = m_scopes->palette();
    side.setColor(QPalette::Base, palette().color(QPalette::Window));
    m_scopes->setPalette(side);
}

} // namespace coldframe

#include "moc_eventchooser.cpp"
