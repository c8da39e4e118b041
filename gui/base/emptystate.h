// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/base/icons.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace coldframe {

/// What a panel shows while it has nothing to show: a picture, what is missing, one sentence that
/// says what to do next, and perhaps a button that does it.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    EmptyState(Symbol symbol, const QString &title, const QString &sentence,
               QWidget *parent = nullptr);

    void setSymbol(Symbol symbol);
    void setTitle(const QString &title);
    void setSentence(const QString &sentence);

    /// Shows a button with this text; an empty text hides it.
    void setActionText(const QString &text);

Q_SIGNALS:
    void actionRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColours();

    Symbol m_symbol;
    QLabel *m_picture;
    QLabel *m_title;
    QLabel *m_sentence;
    QPushButton *m_action;
};

} // namespace coldframe
