// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/environmentstatus.h"

#include "gui/base/icons.h"
#include "wording/fidelity.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace coldframe {

EnvironmentStatus::EnvironmentStatus(QWidget *parent)
    : QWidget(parent)
    , m_alive(new QLabel(this))
    , m_recycle(new QToolButton(this))
    , m_interpreter(new QLabel(this))
    , m_isolation(new QLabel(this))
{
    setObjectName(QStringLiteral("environmentStatus"));
    m_alive->setObjectName(QStringLiteral("environmentsAlive"));
    m_recycle->setObjectName(QStringLiteral("recycleButton"));
    m_recycle->setText(tr("Recycle"));
    m_recycle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_recycle->setAutoRaise(true);
    m_recycle->setToolTip(tr("End all idle environments; the next run starts cold"));
    m_interpreter->setObjectName(QStringLiteral("interpreter"));
    m_isolation->setObjectName(QStringLiteral("isolationInForce"));
    m_isolation->setToolTip(tr("How the last run was kept apart from the computer"));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 6, 0);
    layout->setSpacing(14);
    layout->addWidget(m_interpreter);
    layout->addWidget(m_isolation);
    layout->addWidget(m_alive);
    layout->addWidget(m_recycle);
    m_interpreter->hide();
    m_isolation->hide();
    setIcons();
    setEnvironments({});
    connect(m_recycle, &QToolButton::clicked, this, &EnvironmentStatus::recycleRequested);
}

void EnvironmentStatus::setEnvironments(const std::vector<EnvironmentDescription> &environments)
{
    const auto busy = std::count_if(environments.begin(), environments.end(),
                                    [](const auto &environment) { return environment.busy; });
    const int alive = int(environments.size());
    if (alive == 0)
        m_alive->setText(tr("No environment alive"));
    else if (busy == 0)
        m_alive->setText(alive == 1 ? tr("1 environment alive")
                                    : tr("%1 environments alive").arg(alive));
    else
        m_alive->setText(alive == 1 ? tr("1 environment alive, busy")
                                    : tr("%1 environments alive, %2 busy").arg(alive).arg(busy));
    m_recycle->setEnabled(alive > 0 && busy < alive);
}

void EnvironmentStatus::setLastRun(const EnvironmentDescription &environment)
{
    m_interpreter->setText(environment.interpreterVersion);
    m_interpreter->setToolTip(tr("The last run used %1").arg(environment.interpreter));
    m_interpreter->setVisible(!environment.interpreterVersion.isEmpty());
    m_isolation->setText(tr("Isolation: %1").arg(isolationText(environment.isolation)));
    m_isolation->show();
}

void EnvironmentStatus::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        setIcons();
    QWidget::changeEvent(event);
}

void EnvironmentStatus::setIcons()
{
    m_recycle->setIcon(themedIcon(Symbol::Recycle, palette()));
}

} // namespace coldframe
