// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/endpoint/servedmodel.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace coldframe {

class EmptyState;
class NoticeBar;

/// The switch of the Lambda API: its port and address, how to use it, and the last calls.
class EndpointPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit EndpointPanel(QWidget *parent = nullptr);

    ServedModel &model() { return m_model; }

    void setPort(int port);
    void setCallEachOther(bool on);

    /// It is served at this address.
    void showServing(const QString &url);
    void showStopped();

    /// Why it can't be served.
    void showProblem(const QString &sentence);

    /// The function in the command to copy; empty leaves "NAME" there, for the user to write over.
    void setFunction(const QString &name);

    void addCalls(std::vector<ServedCall> calls);

Q_SIGNALS:
    void serveToggled(bool on);
    /// They count when it is served the next time.
    void portEdited(int port);
    void callEachOtherEdited(bool on);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeTools();
    QWidget *makeUse();
    void setUpTable();
    void showUse();
    void showPage();
    void applyColours();

    ServedModel m_model;
    QToolButton *m_serve;
    QSpinBox *m_port;
    QCheckBox *m_callEachOther;
    NoticeBar *m_problem;
    QWidget *m_use;
    QLabel *m_address;
    QToolButton *m_copyAddress;
    QLineEdit *m_command;
    QToolButton *m_copyCommand;
    QTableView *m_table;
    EmptyState *m_off;
    EmptyState *m_quiet; ///< it is served, and nobody has called
    QStackedWidget *m_pages;
    QString m_url; ///< empty while it is not served
    QString m_functionName;
};

} // namespace coldframe
