// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/app/variablesmodel.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace coldframe {

/// Edits a copy of a function's environment variables; ask for them when accepted.
class VariablesDialog final : public QDialog
{
    Q_OBJECT

public:
    VariablesDialog(const QString &functionName, const std::map<QString, QString> &variables,
                    QWidget *parent = nullptr);

    std::map<QString, QString> variables() const { return m_model.variables(); }

private:
    void addVariable();
    void removeSelected();
    void showProblem();

    VariablesModel m_model;
    QTableView *m_table;
    QLabel *m_problem;
    QPushButton *m_accept;
};

} // namespace coldframe
