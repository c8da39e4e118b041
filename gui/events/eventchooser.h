// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/events/eventchoices.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListView;

namespace coldframe {

/// A list of saved events and templates that opens under a button: type to search, arrow keys to
/// move, Enter to take one.
class EventChooser : public QFrame
{
    Q_OBJECT

public:
    /// The model outlives the chooser.
    explicit EventChooser(EventChoices &choices, QWidget *parent = nullptr);

    /// Opens under a widget, with an empty search.
    void openBelow(const QWidget &anchor);

Q_SIGNALS:
    void templateChosen(const QString &id);
    void savedEventChosen(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void choose(const QModelIndex &index);

    EventChoices &m_choices;
    QLineEdit *m_search;
    QListView *m_list;
    QLabel *m_nothing;
};

} // namespace coldframe
