// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/base/textsearch.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace coldframe {

/// The bar with what to find and what to put in its place. It knows no text; FindSession does.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    enum class Mode { Find, Replace };

    explicit FindBar(QWidget *parent = nullptr);

    /// Shows the bar and puts the cursor into it; a pattern that is not empty is taken over.
    void open(Mode mode, const QString &pattern);

    SearchQuery query() const;
    QString replacement() const;

    /// What stands beside the field: "3 of 12", or why there is nothing.
    void showResult(const QString &text, bool isFailure);

    /// Replacing makes no sense in a read-only text.
    void setReplacingAllowed(bool allowed);

Q_SIGNALS:
    void queryChanged();
    void nextRequested();
    void previousRequested();
    void replaceRequested();
    void replaceAllRequested();
    void closeRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *toggleOf(const QKeyEvent &key) const;
    QToolButton *addToggle(const QString &name, const QString &label, const QString &shortcut);
    QToolButton *addButton(const QString &name, const QString &label);
    void setMode(Mode mode);
    void applyColours();

    QLineEdit *m_pattern;
    QLineEdit *m_replacement;
    QLabel *m_result;
    QToolButton *m_matchCase;
    QToolButton *m_wholeWords;
    QToolButton *m_regularExpression;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_close;
    QToolButton *m_mode;
    QWidget *m_replaceRow;
    bool m_failed = false;
};

} // namespace coldframe
