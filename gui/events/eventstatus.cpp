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
    , m_fold(new QToolButton)
    , m_picture(new QLabel)
    , m_sentence(new QLabel)
    , m_show(new QToolButton)
    , m_mendAll(new QToolButton)
    , m_size(new QLabel)
{
    setObjectName(QStringLiteral("eventStatus"));
    m_fold->setObjectName(QStringLiteral("foldProblems"));
    m_fold->setAutoRaise(true);
    m_fold->setIconSize({12, 12});
    m_fold->setToolTip(tr("Show or hide the list of problems"));
    m_fold->setAccessibleName(tr("List of problems"));
    m_fold->hide();
    m_sentence->setObjectName(QStringLiteral("eventStatusSentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_show->setObjectName(QStringLiteral("showProblem"));
    m_show->setText(tr("Show"));
    m_show->setToolTip(tr("Go to the place in the JSON"));
    m_show->setAutoRaise(true);
    m_mendAll->setObjectName(QStringLiteral("mendAll"));
    m_mendAll->setText(tr("Fix All"));
    m_mendAll->setToolTip(tr("Apply every quick fix"));
    m_mendAll->setAutoRaise(true);
    m_mendAll->hide();
    m_size->setObjectName(QStringLiteral("eventSize"));
    m_size->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 3, 8, 3);
    layout->setSpacing(6);
    layout->addWidget(m_fold);
    layout->addWidget(m_picture);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_show);
    layout->addWidget(m_mendAll);
    layout->addWidget(m_size);
    connect(m_show, &QToolButton::clicked, this, &EventStatus::problemActivated);
    connect(m_mendAll, &QToolButton::clicked, this, &EventStatus::mendAllRequested);
    connect(m_fold, &QToolButton::clicked, this, [this] {
        m_isListOpen = !m_isListOpen;
        applyColours();
        Q_EMIT listOpenChanged(m_isListOpen);
    });
}

void EventStatus::setState(qsizetype bytes, const std::optional<Error> &problem)
{
    m_bytes = bytes;
    m_problem = problem;
    refresh();
}

void EventStatus::setFindings(const std::optional<EventFindings> &findings)
{
    m_findings = findings;
    refresh();
}

void EventStatus::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

EventStatus::Tone EventStatus::tone() const
{
    if (m_problem)
        return Tone::Error;
    if (m_findings && m_findings->errors > 0)
        return Tone::Error;
    const bool tooLarge = m_bytes > limits::SynchronousEventBytes;
    return tooLarge || (m_findings && m_findings->warnings > 0) ? Tone::Warning : Tone::Quiet;
}

QString EventStatus::sentence() const
{
    if (m_problem)
        return errorText(*m_problem);
    if (m_bytes > limits::SynchronousEventBytes)
        return errorText({Error::Code::EventTooLarge, QString::number(qlonglong(m_bytes))});
    if (!m_findings)
        return tr("Valid JSON");
    if (m_findings->count() == 0)
        return tr("Valid · no problems found");
    const QString errors
        = m_findings->errors == 1 ? tr("1 error") : tr("%n errors", nullptr, m_findings->errors);
    const QString warnings = m_findings->warnings == 1
        ? tr("1 warning")
        : tr("%n warnings", nullptr, m_findings->warnings);
    if (m_findings->warnings == 0)
        return errors;
    return m_findings->errors == 0 ? warnings : tr("%1, %2").arg(errors, warnings);
}

void EventStatus::refresh()
{
    m_sentence->setText(sentence());
    m_show->setVisible(m_problem && m_problem->position);
    m_mendAll->setVisible(!m_problem && m_findings && m_findings->mendable > 1);
    m_fold->setVisible(!m_problem && m_findings && m_findings->count() > 0);
    m_size->setText(formatBytes(m_bytes));
    applyColours();
}

void EventStatus::applyColours()
{
    const ThemeColours colours = ThemeColours::of(palette());
    const Tone shown = tone();
    const Symbol symbol = shown == Tone::Error ? Symbol::Error
        : shown == Tone::Warning               ? Symbol::Warning
                                               : Symbol::Check;
    const QColor colour = shown == Tone::Error ? colours.error
        : shown == Tone::Warning               ? colours.warning
                                               : colours.muted;
    m_picture->setPixmap(tintedIcon(symbol, colour).pixmap(QSize(16, 16), devicePixelRatioF()));
    m_fold->setIcon(
        themedIcon(m_isListOpen ? Symbol::ChevronDown : Symbol::ChevronRight, palette()));
    QPalette sentence = m_sentence->palette();
    sentence.setColor(QPalette::WindowText, colour);
    m_sentence->setPalette(sentence);
    const bool tooLarge = m_bytes > limits::SynchronousEventBytes;
    sentence.setColor(QPalette::WindowText, tooLarge ? colours.warning : colours.muted);
    m_size->setPalette(sentence);
}

} // namespace coldframe

#include "moc_eventstatus.cpp"
