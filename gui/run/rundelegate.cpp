// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/rundelegate.h"

#include "gui/run/runmodel.h"
#include "gui/run/statustext.h"

#include <QPainter>

namespace coldframe {

namespace {

constexpr int ProgressHeight = 3;

} // namespace

void RunDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QVariant progress = index.data(RunModel::ProgressRole);
    if (index.column() != RunModel::Status || !progress.isValid())
        return;
    const ThemeColours colours = ThemeColours::of(option.palette);
    QRect bar = option.rect.adjusted(4, 0, -4, -2);
    bar.setTop(bar.bottom() - ProgressHeight + 1);
    painter->fillRect(bar, colours.border);
    bar.setWidth(static_cast<int>(bar.width() * progress.toDouble()));
    painter->fillRect(bar, colours.accent);
}

void RunDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const ThemeColours colours = ThemeColours::of(option->palette);
    // Rows are selected as a whole; a frame around one cell would only be noise.
    option->state.setFlag(QStyle::State_HasFocus, false);
    const QVariant status = index.data(RunModel::StatusRole);
    switch (static_cast<RunModel::Column>(index.column())) {
    case RunModel::Status: {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(16, 16);
        if (!status.isValid()) {
            option->icon = tintedIcon(Symbol::Run, colours.accent);
            return;
        }
        const auto ended = static_cast<InvocationStatus>(status.toInt());
        const QColor colour = statusColour(ended, colours);
        const bool selected = option->state.testFlag(QStyle::State_Selected);
        option->icon
            = tintedIcon(statusSymbol(ended),
                         selected ? option->palette.color(QPalette::HighlightedText) : colour);
        option->palette.setColor(QPalette::Text, colour);
        return;
    }
    case RunModel::Started:
        option->palette.setColor(QPalette::Text, colours.muted);
        return;
    case RunModel::Function:
    case RunModel::Event:
    case RunModel::Start:
    case RunModel::Init:
    case RunModel::Duration:
    case RunModel::Billed:
    case RunModel::MemoryUsed:
    case RunModel::Cost:
        return;
    }
}

} // namespace coldframe

#include "moc_rundelegate.cpp"
