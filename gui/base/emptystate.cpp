// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/emptystate.h"

#include "gui/base/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace coldframe {

namespace {
constexpr int PictureSide = 40;
constexpr int LongestLine = 380;
} // namespace

EmptyState::EmptyState(Symbol symbol, const QString &title, const QString &sentence,
                       QWidget *parent)
    : QWidget(parent)
    , m_symbol(symbol)
    , m_picture(new QLabel(this))
    , m_title(new QLabel(title, this))
    , m_sentence(new QLabel(sentence, this))
    , m_action(new QPushButton(this))
{
    setObjectName(QStringLiteral("emptyState"));
    m_title->setObjectName(QStringLiteral("emptyStateTitle"));
    m_sentence->setObjectName(QStringLiteral("emptyStateSentence"));
    m_action->setObjectName(QStringLiteral("emptyStateAction"));
    m_action->hide();
    m_picture->setAlignment(Qt::AlignCenter);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_sentence->setWordWrap(true);
    m_sentence->setMaximumWidth(LongestLine);
    m_sentence->setMinimumWidth(120);
    m_sentence->setTextFormat(Qt::PlainText);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(6);
    column->addStretch(2);
    column->addWidget(m_picture);
    column->addWidget(m_title);
    // Centred by stretches: a label that wraps has no useful size hint to be aligned by.
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_sentence, 1000);
    row->addStretch(1);
    column->addLayout(row);
    column->addSpacing(6);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);

    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionRequested);
    applyColours();
}

void EmptyState::setSymbol(Symbol symbol)
{
    m_symbol = symbol;
    applyColours();
}

void EmptyState::setTitle(const QString &title)
{
    m_title->setText(title);
}

void EmptyState::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
}

void EmptyState::setActionText(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColours();
}

void EmptyState::applyColours()
{
    const ThemeColours colours = ThemeColours::of(palette());
    QColor faint = colours.muted;
    faint.setAlphaF(0.7F);
    m_picture->setPixmap(
        tintedIcon(m_symbol, faint).pixmap(QSize(PictureSide, PictureSide), devicePixelRatioF()));
    QFont titleFont = font();
    titleFont.setPointSizeF(titleFont.pointSizeF() * 1.15);
    titleFont.setWeight(QFont::DemiBold);
    m_title->setFont(titleFont);
    QPalette muted;
    muted.setColor(QPalette::WindowText, colours.muted);
    m_sentence->setPalette(muted);
}

} // namespace coldframe

#include "moc_emptystate.cpp"
