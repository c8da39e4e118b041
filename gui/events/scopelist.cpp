// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/scopelist.h"

#include "gui/base/theme.h"
#include "gui/events/servicegroups.h"

#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <utility>

namespace coldframe {

namespace {

constexpr int ScopePadding = 8;

QFont headingFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.85);
    font.setWeight(QFont::DemiBold);
    return font;
}

class ScopeDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const ThemeColours colours = ThemeColours::of(option.palette);
        const bool isHeading = index.data(ScopeModel::IsHeadingRole).toBool();
        const int count = index.data(ScopeModel::CountRole).toInt();
        const bool current = option.state.testFlag(QStyle::State_Selected);
        const auto *view = qobject_cast<const QWidget *>(option.widget);
        // The list of events beside it has the strong colour, as long as its keys mean that.
        const bool selected = current && view && view->hasFocus();
        QRect inner = option.rect.adjusted(ScopePadding, 0, -ScopePadding, 0);
        painter->save();
        if (isHeading) {
            painter->setFont(headingFont(option.font));
            painter->setPen(colours.muted);
            painter->drawText(
                inner.adjusted(0, 0, 0, -3), Qt::AlignLeft | Qt::AlignBottom,
                QFontMetrics(headingFont(option.font))
                    .elidedText(index.data().toString(), Qt::ElideRight, inner.width()));
            painter->restore();
            return;
        }
        if (selected)
            painter->fillRect(option.rect, option.palette.brush(QPalette::Highlight));
        else if (current)
            painter->fillRect(option.rect, colours.accentBackground);
        else if (option.state.testFlag(QStyle::State_MouseOver) && count > 0)
            painter->fillRect(option.rect, option.palette.brush(QPalette::Midlight));
        const QColor text
            = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
        const QColor quiet = selected ? text : colours.muted;
        painter->setFont(option.font);
        painter->setPen(quiet);
        const QString number = QString::number(count);
        painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter, number);
        inner.setRight(inner.right() - option.fontMetrics.horizontalAdvance(number) - ScopePadding);
        painter->setPen(count > 0 || current
                            ? text
                            : option.palette.color(QPalette::Disabled, QPalette::Text));
        painter->drawText(
            inner, Qt::AlignLeft | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, inner.width()));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool isHeading = index.data(ScopeModel::IsHeadingRole).toBool();
        return {100, option.fontMetrics.height() + (isHeading ? 10 : 6)};
    }
};

} // namespace

void ScopeModel::follow(const EventChoices &choices)
{
    std::vector<Row> rows = rowsFor(choices);
    const auto isSameRow = [](const Row &one, const Row &other) {
        return one.text == other.text && one.scope == other.scope;
    };
    if (std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), isSameRow)) {
        m_rows = std::move(rows);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int ScopeModel::rowOf(const EventScope &scope) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&scope](const Row &one) {
        return !one.isHeading && one.scope == scope;
    });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ScopeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ScopeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &one = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return one.text;
    case Qt::AccessibleTextRole:
        return one.isHeading ? one.text : QStringLiteral("%1, %2").arg(one.text).arg(one.count);
    case CountRole:
        return one.count;
    case IsHeadingRole:
        return one.isHeading;
    default:
        return {};
    }
}

Qt::ItemFlags ScopeModel::flags(const QModelIndex &index) const
{
    const bool isHeading = index.isValid() && row(index.row()).isHeading;
    return isHeading ? Qt::NoItemFlags : QAbstractListModel::flags(index);
}

std::vector<ScopeModel::Row> ScopeModel::rowsFor(const EventChoices &choices) const
{
    const auto counted = [&choices](const QString &text, const EventScope &scope) {
        const auto &found = choices.found();
        const auto count
            = std::count_if(found.begin(), found.end(),
                            [&scope](const EventChoice &one) { return isInScope(one, scope); });
        return Row{text, false, scope, static_cast<int>(count)};
    };
    std::vector<Row> rows{counted(tr("All events"), {}),
                          counted(tr("Recently used"), {EventScope::Kind::Recent, {}}),
                          counted(tr("Saved events"), {EventScope::Kind::Saved, {}})};
    for (const ServiceGroup &group : groupServices(choices.services())) {
        rows.push_back({group.title, true, {}, 0});
        for (const QString &service : group.services)
            rows.push_back(
                counted(shortServiceName(service), {EventScope::Kind::Service, service}));
    }
    return rows;
}

ScopeList::ScopeList(QWidget *parent)
    : QListView(parent)
{
    setObjectName(QStringLiteral("eventScopes"));
    setAccessibleName(tr("Services"));
    setModel(&m_model);
    setItemDelegate(new ScopeDelegate(this));
    setEditTriggers(NoEditTriggers);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
}

void ScopeList::follow(const EventChoices &choices)
{
    m_isFollowing = true;
    m_model.follow(choices);
    choose(choices.scope());
    m_isFollowing = false;
}

void ScopeList::choose(const EventScope &scope)
{
    setCurrentIndex(m_model.index(std::max(0, m_model.rowOf(scope))));
}

void ScopeList::move(int step)
{
    int row = currentIndex().row() + step;
    while (row >= 0 && row < m_model.rowCount()
           && (m_model.row(row).isHeading || m_model.row(row).count == 0))
        row += step;
    if (row >= 0 && row < m_model.rowCount())
        setCurrentIndex(m_model.index(row));
}

void ScopeList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_isFollowing && current.isValid() && !m_model.row(current.row()).isHeading)
        Q_EMIT scopeChosen(m_model.row(current.row()).scope);
}

} // namespace coldframe

#include "moc_scopelist.cpp"
