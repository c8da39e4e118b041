// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/timeline/importmodel.h"

#include "gui/timeline/timelinetext.h"
#include "wording/figures.h"

#include <QFont>

namespace coldframe {

namespace {

bool isFigure(int column)
{
    switch (column) {
    case ImportModel::Self:
    case ImportModel::Cumulative:
    case ImportModel::Share:
    case ImportModel::Size:
        return true;
    default:
        return false;
    }
}

} // namespace

ImportModel::ImportModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

int ImportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ImportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

void ImportModel::setImports(std::vector<ImportSpan> imports, std::chrono::nanoseconds init)
{
    beginResetModel();
    m_imports = std::move(imports);
    m_rows = importRows(m_imports, init);
    m_chosen.assign(m_rows.size(), false);
    m_covered.assign(m_rows.size(), false);
    m_matches.reset();
    endResetModel();
}

void ImportModel::tellAll()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void ImportModel::setLazy(const std::vector<std::size_t> &chosen, std::vector<bool> covered)
{
    m_chosen.assign(m_rows.size(), false);
    for (const std::size_t import : chosen)
        m_chosen[import] = true;
    m_covered = std::move(covered);
    m_covered.resize(m_rows.size(), false);
    tellAll();
}

void ImportModel::setMatches(std::optional<TimelineMatches> matches)
{
    m_matches = std::move(matches);
    tellAll();
}

void ImportModel::setColours(const ThemeColours &colours)
{
    m_colours = colours;
    tellAll();
}

bool ImportModel::canBeLazy(int row) const
{
    return m_rows[static_cast<std::size_t>(row)].importer >= 0;
}

Qt::CheckState ImportModel::checkState(int row) const
{
    const auto index = static_cast<std::size_t>(row);
    if (m_chosen[index])
        return Qt::Checked;
    return m_covered[index] ? Qt::PartiallyChecked : Qt::Unchecked;
}

QVariant ImportModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    switch (role) {
    case Qt::DisplayRole:
        return display(row, index.column());
    case Qt::CheckStateRole:
        return index.column() == Lazy && canBeLazy(row) ? QVariant(checkState(row)) : QVariant();
    case SortRole:
        return sortKey(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isFigure(index.column()) ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        return m_matches && !m_matches->contains({LaneKind::Imports, row})
            ? QVariant(m_colours.muted)
            : QVariant();
    case Qt::BackgroundRole:
        return m_matches && m_matches->contains({LaneKind::Imports, row})
            ? QVariant(m_colours.warningBackground)
            : QVariant();
    case Qt::ToolTipRole:
        return index.column() == Module || index.column() == File ? display(row, index.column())
                                                                  : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() != Lazy          ? QVariant()
            : checkState(row) != Qt::Unchecked ? tr("lazy")
                                               : tr("not lazy");
    default:
        return {};
    }
}

bool ImportModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != Lazy || !canBeLazy(index.row()))
        return false;
    Q_EMIT lazyToggled(index.row(), value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags ImportModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags plain = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == Lazy && canBeLazy(index.row())
        ? plain | Qt::ItemIsUserCheckable
        : plain;
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isFigure(section) ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    const bool isToolTip = role == Qt::ToolTipRole;
    if (role != Qt::DisplayRole && !isToolTip)
        return {};
    switch (section) {
    case Lazy:
        return isToolTip ? tr("What if it were imported only when it is needed (Space)")
                         : tr("Lazy");
    case Module:
        return isToolTip ? QVariant() : tr("Module");
    case Self:
        return isToolTip ? tr("Without what it imports itself") : tr("Own time");
    case Cumulative:
        return isToolTip ? tr("With everything that it imports") : tr("With imports");
    case Share:
        return isToolTip ? tr("The time with imports as a part of the init phase") : tr("Of init");
    case Size:
        return isToolTip ? tr("Of the file alone") : tr("File size");
    case Origin:
        return isToolTip ? QVariant() : tr("Origin");
    case File:
        return isToolTip ? QVariant() : tr("File");
    }
    return {};
}

QString ImportModel::display(int row, int column) const
{
    const ImportSpan &import = importAt(row);
    const ImportRow &figures = m_rows[static_cast<std::size_t>(row)];
    switch (column) {
    case Module:
        return import.module;
    case Self:
        return formatDuration(figures.self);
    case Cumulative:
        return formatDuration(figures.cumulative);
    case Share:
        return figures.share > 0 ? shareText(figures.share) : QStringLiteral("–");
    case Size:
        return import.fileBytes ? formatBytes(*import.fileBytes) : QStringLiteral("–");
    case Origin:
        return originText(import.origin);
    case File:
        return import.file;
    default:
        return {};
    }
}

QVariant ImportModel::sortKey(int row, int column) const
{
    const ImportSpan &import = importAt(row);
    switch (column) {
    case Lazy:
        return checkState(row) == Qt::Checked ? 0 : checkState(row) == Qt::PartiallyChecked ? 1 : 2;
    case Self:
        return static_cast<qlonglong>(import.self.count());
    case Cumulative:
    case Share:
        return static_cast<qlonglong>(import.duration.count());
    case Size:
        return static_cast<qlonglong>(import.fileBytes.value_or(-1));
    case Origin:
        return static_cast<int>(import.origin);
    default:
        return display(row, column);
    }
}

} // namespace coldframe

#include "moc_importmodel.cpp"
