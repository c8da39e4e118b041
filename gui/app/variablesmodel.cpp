// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/variablesmodel.h"

#include "core/lambda/limits.h"

#include <QLocale>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

namespace coldframe {

namespace {

/// Always as long, so that the mask does not tell the length of a secret.
QString mask()
{
    return QString(8, QChar(0x2022));
}

bool isReserved(const QString &name)
{
    static constexpr std::array Reserved{
        QLatin1String("_HANDLER"),
        QLatin1String("_X_AMZN_TRACE_ID"),
        QLatin1String("AWS_DEFAULT_REGION"),
        QLatin1String("AWS_REGION"),
        QLatin1String("AWS_EXECUTION_ENV"),
        QLatin1String("AWS_LAMBDA_FUNCTION_NAME"),
        QLatin1String("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"),
        QLatin1String("AWS_LAMBDA_FUNCTION_VERSION"),
        QLatin1String("AWS_LAMBDA_INITIALIZATION_TYPE"),
        QLatin1String("AWS_LAMBDA_LOG_GROUP_NAME"),
        QLatin1String("AWS_LAMBDA_LOG_STREAM_NAME"),
        QLatin1String("AWS_LAMBDA_RUNTIME_API"),
        QLatin1String("LAMBDA_TASK_ROOT"),
        QLatin1String("LAMBDA_RUNTIME_DIR"),
    };
    return std::any_of(Reserved.begin(), Reserved.end(),
                       [&name](QLatin1String reserved) { return name == reserved; });
}

} // namespace

void VariablesModel::setVariables(const std::map<QString, QString> &variables)
{
    beginResetModel();
    m_variables.clear();
    for (const auto &[name, value] : variables)
        m_variables.push_back({name, value});
    endResetModel();
}

std::map<QString, QString> VariablesModel::variables() const
{
    std::map<QString, QString> variables;
    for (const Variable &variable : m_variables) {
        if (!variable.name.isEmpty())
            variables[variable.name] = variable.value;
    }
    return variables;
}

void VariablesModel::setRevealed(bool revealed)
{
    m_revealed = revealed;
    if (!m_variables.empty())
        Q_EMIT dataChanged(index(0, ValueColumn), index(rowCount() - 1, ValueColumn),
                           {Qt::DisplayRole});
}

QModelIndex VariablesModel::addRow()
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_variables.emplace_back();
    endInsertRows();
    return index(row, NameColumn);
}

QString VariablesModel::problem() const
{
    static const QRegularExpression valid(QStringLiteral("^[A-Za-z][A-Za-z0-9_]+$"));
    qsizetype bytes = 0;
    QSet<QString> names;
    for (const Variable &variable : m_variables) {
        if (variable.name.isEmpty() && variable.value.isEmpty())
            continue;
        if (!valid.match(variable.name).hasMatch())
            return tr("“%1” is no name for a variable: it begins with a letter and goes on with "
                      "letters, digits or _, two characters at least.")
                .arg(variable.name);
        if (isReserved(variable.name))
            return tr("Lambda sets %1 itself; choose another name.").arg(variable.name);
        if (names.contains(variable.name))
            return tr("%1 is there twice.").arg(variable.name);
        names.insert(variable.name);
        bytes += variable.name.toUtf8().size() + variable.value.toUtf8().size();
    }
    if (bytes > limits::EnvironmentVariableBytes)
        return tr("All variables together have %1 bytes; Lambda accepts %2.")
            .arg(QLocale().toString(qlonglong(bytes)),
                 QLocale().toString(qlonglong(limits::EnvironmentVariableBytes)));
    return {};
}

int VariablesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_variables.size());
}

int VariablesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant VariablesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Variable &variable = m_variables[std::size_t(index.row())];
    if (role == Qt::EditRole)
        return index.column() == NameColumn ? variable.name : variable.value;
    if (role != Qt::DisplayRole)
        return {};
    if (index.column() == NameColumn)
        return variable.name;
    return m_revealed || variable.value.isEmpty() ? variable.value : mask();
}

bool VariablesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    Variable &variable = m_variables[std::size_t(index.row())];
    (index.column() == NameColumn ? variable.name : variable.value) = value.toString();
    Q_EMIT dataChanged(index, index, {Qt::DisplayRole, Qt::EditRole});
    return true;
}

QVariant VariablesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Name") : tr("Value");
}

Qt::ItemFlags VariablesModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? QAbstractTableModel::flags(index) | Qt::ItemIsEditable
                           : Qt::NoItemFlags;
}

bool VariablesModel::removeRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || count <= 0 || row + count > rowCount())
        return false;
    beginRemoveRows({}, row, row + count - 1);
    m_variables.erase(m_variables.begin() + row, m_variables.begin() + row + count);
    endRemoveRows();
    return true;
}

} // namespace coldframe

#include "moc_variablesmodel.cpp"
