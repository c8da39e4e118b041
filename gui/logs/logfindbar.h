// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/logs/logfinder.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace coldframe {

/// A line with a search field that opens below a text and closes with Escape.
class LogFindBar : public QWidget
{
    Q_OBJECT

public:
    explicit LogFindBar(QWidget *parent = nullptr);

    QString text() const;

    /// Shows the bar with the field focused and its text selected.
    void open();

    /// For example "3 of 12", or that there is none.
    void setAnswer(const QString &answer);

Q_SIGNALS:
    void findRequested(coldframe::FindDirection direction);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void closeBar();

    QLineEdit *m_field;
    QLabel *m_answer;
};

} // namespace coldframe
