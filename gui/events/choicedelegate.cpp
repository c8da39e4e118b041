// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/choicedelegate.h"

#include "gui/base/icons.h"
#include "gui/base/theme.h"
#include "gui/events/eventchoices.h"

#include <QPainter>

#include <algorithm>

namespace coldframe {

namespace {

constexpr int ChoicePadding = 6;
constexpr int ChoicePicture = 16;
constexpr int ChoiceLeastId = 40;

QFont strongFont(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont quietFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

} // namespace

void ChoiceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const ThemeColours colours = ThemeColours::of(option.palette);
    const QColor text = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = selected ? text : colours.muted;
    painter->save();
    if (selected)
        painter->fillRect(option.rect, option.palette.brush(QPalette::Highlight));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, option.palette.brush(QPalette::AlternateBase));

    const QRect inner
        = option.rect.adjusted(ChoicePadding, ChoicePadding, -ChoicePadding, -ChoicePadding);
    const bool isSaved
        = index.data(EventChoices::KindRole).toInt() == int(EventChoice::Kind::Saved);
    const Symbol symbol = isSaved                         ? Symbol::File
        : index.data(EventChoices::IsRecentRole).toBool() ? Symbol::History
                                                          : Symbol::Template;
    tintedIcon(symbol, quiet)
        .paint(painter, QRect(inner.topLeft(), QSize(ChoicePicture, ChoicePicture)));
    const QRect texts = inner.adjusted(ChoicePicture + 8, 0, 0, 0);

    const QFontMetrics quietMetrics(quietFont(option.font));
    // The title is what is read; its id has what is left of the line.
    const QFont strong = strongFont(option.font);
    const QFontMetrics strongMetrics(strong);
    const QString title
        = strongMetrics.elidedText(index.data().toString(), Qt::ElideRight, texts.width());
    const int idWidth
        = std::max(0, texts.width() - strongMetrics.horizontalAdvance(title) - 2 * ChoicePadding);
    painter->setFont(quietFont(option.font));
    painter->setPen(quiet);
    if (idWidth > ChoiceLeastId)
        painter->drawText(texts, Qt::AlignRight | Qt::AlignTop,
                          quietMetrics.elidedText(index.data(EventChoices::IdRole).toString(),
                                                  Qt::ElideRight, idWidth));
    painter->drawText(texts, Qt::AlignLeft | Qt::AlignBottom,
                      quietMetrics.elidedText(index.data(EventChoices::SummaryRole).toString(),
                                              Qt::ElideRight, texts.width()));
    painter->setFont(strong);
    painter->setPen(text);
    painter->drawText(texts, Qt::AlignLeft | Qt::AlignTop, title);
    painter->restore();
}

QSize ChoiceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200,
            QFontMetrics(strongFont(option.font)).height()
                + QFontMetrics(quietFont(option.font)).height() + 2 * ChoicePadding + 2};
}

} // namespace coldframe

#include "moc_choicedelegate.cpp"
