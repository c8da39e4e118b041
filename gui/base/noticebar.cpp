// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/noticebar.h"

#include "gui/base/icons.h"
#include "gui/base/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace coldframe {

namespace {

constexpr int NoticePictureSide = 16;

Symbol symbolOf(NoticeBar::Tone tone)
{
    switch (tone) {
    case NoticeBar::Tone::Information:
        return Symbol::Info;
    case NoticeBar::Tone::Success:
        return Symbol::Success;
    case NoticeBar::Tone::Warning:
        return Symbol::Warning;
    case NoticeBar::Tone::Error:
        return Symbol::Error;
    }
    return Symbol::Info;
}

QColor backgroundOf(NoticeBar::Tone tone, const ThemeColours &colours)
{
    switch (tone) {
    case NoticeBar::Tone::Information:
        return colours.accentBackground;
    case NoticeBar::Tone::Success:
        return colours.successBackground;
    case NoticeBar::Tone::Warning:
        return colours.warningBackground;
    case NoticeBar::Tone::Error:
        return colours.errorBackground;
    }
    return colours.accentBackground;
}

} // namespace

NoticeBar::NoticeBar(Tone tone, const QString &sentence, QWidget *parent)
    : QWidget(parent)
    , m_tone(tone)
    , m_picture(new QLabel(this))
    , m_sentence(new QLabel(sentence, this))
    , m_row(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("noticeBar"));
    m_sentence->setObjectName(QStringLiteral("noticeSentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    // Before the wrapping, whose height for width another policy would undo.
    m_sentence->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_row->setContentsMargins(10, 5, 6, 5);
    m_row->setSpacing(8);
    m_row->addWidget(m_picture);
    m_row->addWidget(m_sentence, 1);
    setAccessibleName(sentence);
    applyColours();
}

QString NoticeBar::sentence() const
{
    return m_sentence->text();
}

void NoticeBar::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
}

void NoticeBar::setHeadline(const QString &headline)
{
    if (m_headline == nullptr) {
        m_headline = new QLabel(this);
        m_headline->setObjectName(QStringLiteral("noticeHeadline"));
        m_headline->setTextFormat(Qt::PlainText);
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        m_headline->setFont(strong);
        m_row->insertWidget(m_row->indexOf(m_sentence), m_headline);
        m_headline->show();
    }
    m_headline->setText(headline);
    setAccessibleName(headline + QStringLiteral(". ") + sentence());
}

void NoticeBar::addAnswer(const QString &id, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(id);
    button->setAutoDefault(false);
    const int place = m_close == nullptr ? m_row->count() : m_row->indexOf(m_close);
    m_row->insertWidget(place, button);
    button->show();
    connect(button, &QPushButton::clicked, this, [this, id] { Q_EMIT answered(id); });
}

void NoticeBar::setClosable()
{
    if (m_close != nullptr)
        return;
    m_close = new QToolButton(this);
    m_close->setObjectName(QStringLiteral("closeNotice"));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close this notice"));
    m_row->addWidget(m_close);
    m_close->show();
    connect(m_close, &QToolButton::clicked, this, &NoticeBar::closed);
    applyColours();
}

void NoticeBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    const ThemeColours colours = ThemeColours::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), backgroundOf(m_tone, colours));
    painter.fillRect(QRect(0, height() - 1, width(), 1), colours.border);
}

void NoticeBar::applyColours()
{
    const QSize side(NoticePictureSide, NoticePictureSide);
    m_picture->setPixmap(themedIcon(symbolOf(m_tone), palette()).pixmap(side, devicePixelRatioF()));
    if (m_close != nullptr)
        m_close->setIcon(themedIcon(Symbol::Close, palette()));
}

} // namespace coldframe

#include "moc_noticebar.cpp"
