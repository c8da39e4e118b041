// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/endpoint/serveddelegate.h"

#include "gui/base/theme.h"
#include "gui/endpoint/servedmodel.h"

namespace coldframe {

void ServedDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    // Rows are selected as a whole; a frame around one cell would only be noise.
    option->state.setFlag(QStyle::State_HasFocus, false);
    const ThemeColours colours = ThemeColours::of(option->palette);
    const bool isFailed = index.data(ServedModel::FailedRole).toBool();
    switch (static_cast<ServedModel::Column>(index.column())) {
    case ServedModel::Time:
        option->palette.setColor(QPalette::Text, colours.muted);
        return;
    case ServedModel::Status:
        option->palette.setColor(QPalette::Text, isFailed ? colours.error : colours.success);
        return;
    case ServedModel::Problem:
        option->palette.setColor(QPalette::Text, colours.error);
        return;
    case ServedModel::Operation:
    case ServedModel::Function:
    case ServedModel::Duration:
        return;
    }
}

} // namespace coldframe

#include "moc_serveddelegate.cpp"
