// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QStringList>

QT_BEGIN_NAMESPACE
class QCompleter;
class QStringListModel;
QT_END_NAMESPACE

namespace coldframe {

/// The field of the query; completes the names of fields and members at the cursor.
class LogQueryField : public QLineEdit
{
    Q_OBJECT

public:
    explicit LogQueryField(QWidget *parent = nullptr);

    /// What can be asked for besides level, source, message, requestId.
    void setMembers(const QStringList &paths);

    /// Puts a term behind what is there.
    void addTerm(const QString &term);

Q_SIGNALS:
    /// The names of the log's members are wanted, for completion.
    void membersRequested();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString wordAtCursor() const;
    void offer();
    void take(const QString &name);

    QStringListModel *m_names;
    QCompleter *m_completer;
};

} // namespace coldframe
