// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/variablesdialog.h"

#include "gui/base/icons.h"
#include "gui/base/theme.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace coldframe {

VariablesDialog::VariablesDialog(const QString &functionName,
                                 const std::map<QString, QString> &variables, QWidget *parent)
    : QDialog(parent)
    , m_table(new QTableView(this))
    , m_problem(new QLabel(this))
{
    setObjectName(QStringLiteral("variablesDialog"));
    setWindowTitle(tr("Environment Variables of %1").arg(functionName));
    resize(560, 380);
    m_model.setVariables(variables);

    m_table->setObjectName(QStringLiteral("variablesTable"));
    m_table->setModel(&m_model);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setColumnWidth(VariablesModel::NameColumn, 200);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(true);

    auto *add = new QPushButton(themedIcon(Symbol::Add, palette()), tr("Add"), this);
    add->setObjectName(QStringLiteral("addVariable"));
    add->setAutoDefault(false);
    auto *remove = new QPushButton(themedIcon(Symbol::Remove, palette()), tr("Remove"), this);
    remove->setObjectName(QStringLiteral("removeVariable"));
    remove->setAutoDefault(false);
    auto *reveal = new QCheckBox(tr("Show values"), this);
    reveal->setObjectName(QStringLiteral("revealValues"));
    auto *tools = new QHBoxLayout;
    tools->addWidget(add);
    tools->addWidget(remove);
    tools->addStretch();
    tools->addWidget(reveal);

    m_problem->setObjectName(QStringLiteral("variablesProblem"));
    m_problem->setWordWrap(true);
    QPalette problemPalette = m_problem->palette();
    problemPalette.setColor(QPalette::WindowText, ThemeColours::of(palette()).error);
    m_problem->setPalette(problemPalette);

    auto *note = new QLabel(
        tr("Changes last until Coldframe is closed; the template stays as it is."), this);
    note->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_accept = buttons->button(QDialogButtonBox::Ok);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_table);
    layout->addLayout(tools);
    layout->addWidget(m_problem);
    layout->addWidget(note);
    layout->addWidget(buttons);

    connect(add, &QPushButton::clicked, this, &VariablesDialog::addVariable);
    connect(remove, &QPushButton::clicked, this, &VariablesDialog::removeSelected);
    connect(reveal, &QCheckBox::toggled, &m_model, &VariablesModel::setRevealed);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_model, signal, this, &VariablesDialog::showProblem);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &VariablesDialog::showProblem);
    showProblem();
}

void VariablesDialog::addVariable()
{
    const QModelIndex index = m_model.addRow();
    m_table->setCurrentIndex(index);
    m_table->edit(index);
}

void VariablesDialog::removeSelected()
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end(), std::greater<>());
    for (const int row : std::as_const(rows))
        m_model.removeRow(row);
}

void VariablesDialog::showProblem()
{
    const QString problem = m_model.problem();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_accept->setEnabled(problem.isEmpty());
}

} // namespace coldframe

#include "moc_variablesdialog.cpp"
