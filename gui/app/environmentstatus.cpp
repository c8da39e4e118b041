// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/environmentstatus.h"

#include "gui/base/icons.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace coldframe {

namespace {

constexpr int BetweenTexts = 12; // pixels
constexpr int BetweenButtons = 2;
constexpr int NarrowestStrip = 320; // pixels: icons, short counts and the name of the isolation

} // namespace

EnvironmentStatus::EnvironmentStatus(const Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_recycle(actions.recycle)
    , m_alive(new QLabel(this))
    , m_interpreter(new QLabel(this))
    , m_isolation(new QToolButton(this))
{
    setObjectName(QStringLiteral("environmentStatus"));
    m_alive->setObjectName(QStringLiteral("environmentsAlive"));
    m_interpreter->setObjectName(QStringLiteral("interpreter"));
    m_interpreter->setForegroundRole(QPalette::PlaceholderText);
    m_isolation->setObjectName(QStringLiteral("isolationInForce"));
    m_isolation->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_isolation->setAutoRaise(true);
    m_isolation->setFocusPolicy(Qt::TabFocus);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 6, 0);
    row->setSpacing(BetweenTexts);
    row->setSizeConstraint(QLayout::SetNoConstraint); // fit() keeps within the width instead
    row->addWidget(m_alive);
    row->addWidget(m_interpreter);
    row->addWidget(m_isolation);
    row->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(BetweenButtons);
    row->addLayout(buttons);
    addButton(*buttons, actions.runCold, QStringLiteral("forceColdButton"));
    addButton(*buttons, actions.recycle, QStringLiteral("recycleButton"));
    addButton(*buttons, actions.freeze, QStringLiteral("freezeButton"));
    setIcons();
    setEnvironments({});
    setIsolation({}, {});
    connect(m_isolation, &QToolButton::clicked, this, &EnvironmentStatus::fidelityRequested);
}

QToolButton *EnvironmentStatus::addButton(QHBoxLayout &row, QAction *action,
                                          const QString &objectName)
{
    auto *button = new QToolButton(this);
    button->setObjectName(objectName);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->iconText()); // also where only its icon is seen
    row.addWidget(button);
    m_buttons.push_back(button);
    return button;
}

void EnvironmentStatus::setEnvironments(const std::vector<EnvironmentDescription> &environments)
{
    const auto count = [&environments](const auto &is) {
        return int(std::count_if(environments.begin(), environments.end(), is));
    };
    const int ending = count([](const EnvironmentDescription &one) {
        return one.state == EnvironmentState::ShuttingDown;
    });
    const int alive = int(environments.size()) - ending;
    const int busy = count([](const EnvironmentDescription &one) { return one.isBusy(); }) - ending;
    const int frozen = count([](const EnvironmentDescription &one) {
        return one.state == EnvironmentState::Frozen;
    });
    QStringList states;
    if (busy > 0)
        states.append(alive == 1 ? tr("busy") : tr("%1 busy").arg(busy));
    if (frozen > 0)
        states.append(alive == 1 ? tr("frozen") : tr("%1 frozen").arg(frozen));
    const auto withStates = [&states](const QString &text) {
        return (QStringList{text} + states).join(QStringLiteral(", "));
    };
    if (alive == 0) {
        m_counts = tr("No environment alive");
        m_shortCounts = tr("None alive");
    } else {
        m_counts = withStates(alive == 1 ? tr("1 environment alive")
                                         : tr("%1 environments alive").arg(alive));
        m_shortCounts = withStates(tr("%1 alive").arg(alive));
    }
    m_alive->setToolTip(
        tr("%1. Lambda keeps an environment for later events of the same function; each runs one "
           "event at a time.")
            .arg(m_counts));
    m_recycle->setEnabled(busy < alive);
    fit();
}

void EnvironmentStatus::setLastRun(const EnvironmentDescription &environment)
{
    m_interpreter->setText(environment.interpreterVersion);
    m_interpreter->setToolTip(tr("The last run used %1").arg(environment.interpreter));
    fit();
}

void EnvironmentStatus::setIsolation(const QString &isolation, const QString &isolationAndLimits)
{
    m_shortIsolation = isolation;
    m_isolationAndLimits = isolationAndLimits;
    m_isolation->setToolTip(
        isolationAndLimits.isEmpty()
            ? QString()
            : tr("%1. Click to see what is enforced, measured and modelled here.")
                  .arg(isolationAndLimits));
    m_isolation->setAccessibleName(tr("Isolation and limits: %1").arg(isolationAndLimits));
    fit();
}

QSize EnvironmentStatus::minimumSizeHint() const
{
    return {NarrowestStrip, layout()->minimumSize().height()};
}

void EnvironmentStatus::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void EnvironmentStatus::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        setIcons();
    if (event->type() == QEvent::FontChange)
        fit();
}

void EnvironmentStatus::fit()
{
    for (const Room room : {Room::Everything, Room::IconsOnly, Room::NoInterpreter,
                            Room::ShortCounts, Room::ShortIsolation}) {
        arrange(room);
        if (neededWidth() <= width())
            return;
    }
}

int EnvironmentStatus::neededWidth() const
{
    // A layout answers from its cache until the event loop has run.
    const QMargins margins = layout()->contentsMargins();
    int needed = margins.left() + margins.right();
    const auto add = [&needed](const QWidget *widget, int spacing) {
        if (!widget->isHidden())
            needed += widget->sizeHint().width() + spacing;
    };
    for (const QWidget *text :
         std::initializer_list<const QWidget *>{m_alive, m_interpreter, m_isolation})
        add(text, BetweenTexts);
    for (const QToolButton *button : m_buttons)
        add(button, BetweenButtons);
    return needed;
}

void EnvironmentStatus::arrange(Room room)
{
    for (QToolButton *button : m_buttons)
        button->setToolButtonStyle(room >= Room::IconsOnly ? Qt::ToolButtonIconOnly
                                                           : Qt::ToolButtonTextBesideIcon);
    m_interpreter->setVisible(room < Room::NoInterpreter && !m_interpreter->text().isEmpty());
    m_alive->setText(room < Room::ShortCounts ? m_counts : m_shortCounts);
    m_isolation->setText(room < Room::ShortIsolation ? m_isolationAndLimits : m_shortIsolation);
    m_isolation->setVisible(!m_isolationAndLimits.isEmpty());
}

void EnvironmentStatus::setIcons()
{
    m_isolation->setIcon(themedIcon(Symbol::Lock, palette()));
}

} // namespace coldframe

#include "moc_environmentstatus.cpp"
