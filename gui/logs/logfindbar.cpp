// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logs/logfindbar.h"

#include "gui/base/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace coldframe {

LogFindBar::LogFindBar(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit)
    , m_answer(new QLabel)
{
    setObjectName(QStringLiteral("findBar"));
    m_field->setObjectName(QStringLiteral("findField"));
    m_field->setPlaceholderText(tr("Find in this log"));
    m_field->setAccessibleName(tr("Find in this log"));
    m_field->setClearButtonEnabled(true);
    m_field->setMinimumWidth(160);
    m_field->setMaximumWidth(360);
    m_answer->setObjectName(QStringLiteral("findAnswer"));
    m_answer->setForegroundRole(QPalette::PlaceholderText);

    auto *previous = new QToolButton;
    previous->setObjectName(QStringLiteral("findPrevious"));
    previous->setIcon(themedIcon(Symbol::ChevronUp, palette()));
    previous->setAccessibleName(tr("Previous"));
    previous->setToolTip(tr("Previous match (Shift+F3)"));
    previous->setAutoRaise(true);
    auto *next = new QToolButton;
    next->setObjectName(QStringLiteral("findNext"));
    next->setIcon(themedIcon(Symbol::ChevronDown, palette()));
    next->setAccessibleName(tr("Next"));
    next->setToolTip(tr("Next match (F3)"));
    next->setAutoRaise(true);
    auto *close = new QToolButton;
    close->setIcon(themedIcon(Symbol::Close, palette()));
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Close (Esc)"));
    close->setAutoRaise(true);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 3, 6, 3);
    layout->setSpacing(4);
    layout->addWidget(m_field, 1);
    layout->addWidget(previous);
    layout->addWidget(next);
    layout->addWidget(m_answer);
    layout->addStretch(1);
    layout->addWidget(close);

    connect(next, &QToolButton::clicked, this,
            [this] { Q_EMIT findRequested(FindDirection::Next); });
    connect(previous, &QToolButton::clicked, this,
            [this] { Q_EMIT findRequested(FindDirection::Previous); });
    connect(close, &QToolButton::clicked, this, &LogFindBar::closeBar);
    connect(m_field, &QLineEdit::textChanged, this, [this] { m_answer->clear(); });
    setFocusProxy(m_field);
    hide();
}

QString LogFindBar::text() const
{
    return m_field->text();
}

void LogFindBar::open()
{
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void LogFindBar::setAnswer(const QString &answer)
{
    m_answer->setText(answer);
}

void LogFindBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        closeBar();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT findRequested(event->modifiers().testFlag(Qt::ShiftModifier)
                                 ? FindDirection::Previous
                                 : FindDirection::Next);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void LogFindBar::closeBar()
{
    hide();
    Q_EMIT closed();
}

} // namespace coldframe

#include "moc_logfindbar.cpp"
