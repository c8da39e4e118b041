// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QMenu;
class QToolButton;

namespace coldframe {

class EventButton;

/// What stands above the event: which one it is, and what can be done with it.
class EventTools : public QWidget
{
    Q_OBJECT

public:
    explicit EventTools(QWidget *parent = nullptr);

    void setEventName(const QString &name);
    void setIndentable(bool indentable);

    /// Filled whenever deliveryMenuRequested() is told.
    QMenu &deliveryMenu() const { return *m_deliveryMenu; }
    void setDeliverable(bool deliverable);
    void setPastable(bool pastable);

    /// What a chooser opens under.
    const QWidget &chooserAnchor() const;

Q_SIGNALS:
    void chooserRequested();
    void deliveryMenuRequested();
    void indentRequested();
    void pasteRequested();
    void openRequested();
    void saveRequested();
    void saveAsRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addTool(const QString &name, const QString &tip);
    void applyColours();

    EventButton *m_button;
    QToolButton *m_deliver;
    QMenu *m_deliveryMenu;
    QToolButton *m_indent;
    QToolButton *m_open;
    QToolButton *m_save;
    QAction *m_paste;
};

} // namespace coldframe
