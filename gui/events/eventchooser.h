// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/events/eventchoices.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListView;

namespace coldframe {

class ChoiceDetails;
class EmptyState;
class ScopeList;

/// Saved events and templates to choose from, under a button: services at the left, then the
/// events, then what the current one is. Type to search, arrow keys to move, Ctrl and arrow keys to
/// change the service, Enter to take one.
class EventChooser : public QFrame
{
    Q_OBJECT

public:
    /// The model outlives the chooser.
    explicit EventChooser(EventChoices &choices, QWidget *parent = nullptr);

    /// Opens under a widget, with an empty search over everything.
    void openBelow(const QWidget &anchor);

Q_SIGNALS:
    void templateChosen(const QString &id);
    void savedEventChosen(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void search();
    void showFirst();
    void showScope(const EventScope &scope);
    void showDetails(const QModelIndex &index);
    void choose(const QModelIndex &index);
    bool takeKey(QObject *watched, QKeyEvent &key);
    void applyColours();

    EventChoices &m_choices;
    QLineEdit *m_search;
    ScopeList *m_scopes;
    QListView *m_list;
    EmptyState *m_nothing;
    ChoiceDetails *m_details;
    QLabel *m_keys;
};

} // namespace coldframe
