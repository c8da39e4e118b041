// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/queue/queuedelegate.h"

#include "gui/queue/attemptmodel.h"
#include "gui/queue/queuetext.h"

namespace coldframe {

namespace {

void setPicture(QStyleOptionViewItem &option, Symbol symbol, const QColor &colour)
{
    option.features |= QStyleOptionViewItem::HasDecoration;
    option.decorationSize = QSize(16, 16);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    option.icon
        = tintedIcon(symbol, isSelected ? option.palette.color(QPalette::HighlightedText) : colour);
    option.palette.setColor(QPalette::Text, colour);
}

/// Rows are selected as a whole; a frame around one cell would only be noise.
void dropFocusFrame(QStyleOptionViewItem &option)
{
    option.state.setFlag(QStyle::State_HasFocus, false);
}

} // namespace

void QueueDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    dropFocusFrame(*option);
    const ThemeColours colours = ThemeColours::of(option->palette);
    switch (static_cast<QueueModel::Column>(index.column())) {
    case QueueModel::State: {
        const auto state
            = static_cast<QueuedEvent::State>(index.data(QueueModel::StateRole).toInt());
        return setPicture(*option, queueStateSymbol(state), queueStateColour(state, colours));
    }
    case QueueModel::Destination:
        if (index.data(QueueModel::ProblemRole).toBool())
            setPicture(*option, Symbol::Warning, colours.warning);
        return;
    case QueueModel::RequestId:
        option->palette.setColor(QPalette::Text, colours.muted);
        return;
    case QueueModel::Function:
    case QueueModel::Attempts:
    case QueueModel::Throttles:
    case QueueModel::NextAttempt:
    case QueueModel::Age:
    case QueueModel::Condition:
        return;
    }
}

void AttemptDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    dropFocusFrame(*option);
    const ThemeColours colours = ThemeColours::of(option->palette);
    switch (static_cast<AttemptModel::Column>(index.column())) {
    case AttemptModel::Outcome: {
        const auto outcome
            = static_cast<AttemptOutcome>(index.data(AttemptModel::OutcomeRole).toInt());
        return setPicture(*option, attemptOutcomeSymbol(outcome),
                          attemptOutcomeColour(outcome, colours));
    }
    case AttemptModel::Time:
        option->palette.setColor(QPalette::Text, colours.muted);
        return;
    case AttemptModel::Number:
    case AttemptModel::Duration:
    case AttemptModel::Problem:
        return;
    }
}

} // namespace coldframe

#include "moc_queuedelegate.cpp"
