// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/logsearch.h"
#include "core/logs/logtable.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;
QT_END_NAMESPACE

namespace coldframe {

/// Chooses the columns of the table: the fields that every line has and the JSON members that were
/// found, with how many lines have them. A choice counts at once.
class LogColumnsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit LogColumnsDialog(std::vector<LogColumn> columns, QWidget *parent = nullptr);

    /// Members that are columns already and were not found stay in the list.
    void setMembers(const FoundMembers &found);

Q_SIGNALS:
    void columnsChosen(const std::vector<coldframe::LogColumn> &columns);

private:
    void fill();
    void addField(const LogField &field, const QString &lines);
    void choose(QTreeWidgetItem *item);
    void narrow(const QString &text);

    std::vector<LogColumn> m_columns;
    FoundMembers m_found;
    QLineEdit *m_search;
    QTreeWidget *m_list;
    QLabel *m_note;
    std::vector<LogField> m_fields; ///< of the rows of the list
};

} // namespace coldframe
