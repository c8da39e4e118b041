// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventstatus.h"

#include "core/lambda/limits.h"
#include "gui/base/icons.h"
#include "gui/base/theme.h"
#include "wording/errortext.h"
#include "wording/figures.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace coldframe {

EventStatus::EventStatus(QWidget *parent)
    : QWidget(parent)
    , m_picture(new QLabel)
    , m_sentence(new QLabel)
    , m_show(new QToolButton)
    , m_size(new QLabel)
{
    setObjectName(QStringLiteral("eventStatus"));
    m_sentence->setObjectName(QStringLiteral("eventStatusSentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_show->setObjectName(QStringLiteral("showProblem"));
    m_show->setText(tr("Show"));
    m_show->setToolTip(tr("Go to the place in the JSON"));
    m_show->setAutoRaise(true);
    m_size->setObjectName(QStringLiteral("eventSize"));
    m_size->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 3, 8, 3);
    layout->setSpacing(6);
    layout->addWidget(m_picture);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_show);
    layout->addWidget(m_size);
    connect(m_show, &QToolButton::clicked, this, &EventStatus::problemActivated);
}

void EventStatus::setState(qsizetype bytes, const std::optional<Error> &problem)
{
    m_bytes = bytes;
    m_problem = problem;
    const bool tooLarge = bytes > limits::SynchronousEventBytes;
    if (problem)
        m_sentence->setText(errorText(*problem));
    else if (tooLarge)
        m_sentence->setText(
            errorText({Error::Code::EventTooLarge, QString::number(qlonglong(bytes))}));
    else
        m_sentence->setText(tr("Valid JSON"));
    m_show->setVisible(problem && problem->position);
    m_size->setText(formatBytes(bytes));
    applyColours();
}

void EventStatus::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void EventStatus::applyColours()
{
    const ThemeColours colours = ThemeColours::of(palette());
    const bool tooLarge = m_bytes > limits::SynchronousEventBytes;
    const Symbol symbol = m_problem ? Symbol::Error : tooLarge ? Symbol::Warning : Symbol::Check;
    const QColor colour = m_problem ? colours.error : tooLarge ? colours.warning : colours.muted;
    m_picture->setPixmap(tintedIcon(symbol, colour).pixmap(QSize(16, 16), devicePixelRatioF()));
    QPalette sentence = m_sentence->palette();
    sentence.setColor(QPalette::WindowText, colour);
    m_sentence->setPalette(sentence);
    sentence.setColor(QPalette::WindowText, tooLarge ? colours.warning : colours.muted);
    m_size->setPalette(sentence);
}

} // namespace coldframe
