// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/problemdelegate.h"

#include "gui/base/icons.h"
#include "gui/base/theme.h"
#include "gui/events/problemlist.h"

#include <QCoreApplication>
#include <QCursor>
#include <QListView>
#include <QPainter>

namespace coldframe {

namespace {

constexpr int ProblemMargin = 8;
constexpr int ProblemPadding = 4;
constexpr int ProblemPicture = 16;
constexpr int TextFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

QString buttonText()
{
    return QCoreApplication::translate("coldframe::ProblemList", "Fix");
}

QFont placeFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

} // namespace

ProblemDelegate::ProblemDelegate(QListView &view)
    : QStyledItemDelegate(&view)
    , m_view(view)
{ }

QRect ProblemDelegate::buttonRect(const QListView &view, const QRect &row)
{
    const QFontMetrics metrics(view.font());
    const QSize size(metrics.horizontalAdvance(buttonText()) + 20, metrics.height() + 6);
    return {QPoint(row.right() - size.width() - ProblemMargin + 1, row.top() + ProblemPadding - 1),
            size};
}

void ProblemDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected)
        && option.state.testFlag(QStyle::State_Enabled) && m_view.hasFocus();
    const bool isError = index.data(ProblemModel::IsErrorRole).toBool();
    const ThemeColours colours = ThemeColours::of(option.palette);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const auto group = enabled ? QPalette::Active : QPalette::Disabled;
    const QColor text
        = option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = selected || !enabled ? text : colours.muted;
    painter->save();
    if (selected)
        painter->fillRect(option.rect, option.palette.brush(QPalette::Highlight));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, option.palette.brush(QPalette::AlternateBase));

    const QColor tone = !enabled || selected ? text : isError ? colours.error : colours.warning;
    const QRect inner = option.rect.adjusted(ProblemMargin, ProblemPadding, -ProblemMargin, 0);
    tintedIcon(isError ? Symbol::Error : Symbol::Warning, tone)
        .paint(painter, QRect(inner.topLeft(), QSize(ProblemPicture, ProblemPicture)));

    const int left = inner.left() + ProblemPicture + ProblemMargin;
    const QRect sentence(left, inner.top(), textWidth(index), inner.height());
    painter->setFont(option.font);
    painter->setPen(text);
    QRect used;
    painter->drawText(sentence, TextFlags, index.data().toString(), &used);
    const QFont small = placeFont(option.font);
    painter->setFont(small);
    painter->setPen(quiet);
    const QRect place(left, used.bottom() + 2, textWidth(index), QFontMetrics(small).height());
    painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(small).elidedText(index.data(ProblemModel::PlaceRole).toString(),
                                                     Qt::ElideMiddle, place.width()));

    if (index.data(ProblemModel::IsMendableRole).toBool()) {
        QStyleOptionButton button;
        button.rect = buttonRect(m_view, option.rect);
        button.text = buttonText();
        button.palette = option.palette;
        button.fontMetrics = QFontMetrics(option.font);
        button.state = enabled ? QStyle::State_Enabled | QStyle::State_Raised : QStyle::State_None;
        if (button.rect.contains(m_view.viewport()->mapFromGlobal(QCursor::pos())))
            button.state |= QStyle::State_MouseOver;
        painter->setFont(option.font);
        m_view.style()->drawControl(QStyle::CE_PushButton, &button, painter, nullptr);
    }
    painter->restore();
}

QSize ProblemDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect sentence = QFontMetrics(option.font)
                               .boundingRect(QRect(0, 0, textWidth(index), 10'000), TextFlags,
                                             index.data().toString());
    const int least = buttonRect(m_view, QRect(0, 0, 10, 10)).height() + 2 * ProblemPadding;
    return {100,
            std::max(least,
                     sentence.height() + 2 + QFontMetrics(placeFont(option.font)).height()
                         + 2 * ProblemPadding)};
}

int ProblemDelegate::textWidth(const QModelIndex &index) const
{
    const int whole
        = m_view.viewport()->width() - 2 * ProblemMargin - ProblemPicture - ProblemMargin;
    const int button = index.data(ProblemModel::IsMendableRole).toBool()
        ? buttonRect(m_view, QRect(0, 0, 10, 10)).width() + ProblemMargin
        : 0;
    return std::max(60, whole - button);
}

} // namespace coldframe
