// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/base/textsearch.h"

#include <QObject>
#include <QTimer>

namespace coldframe {

class FindBar;
class ScintillaView;

/// Joins the find bar with the text: counts and marks the matches, moves between them, replaces.
class FindSession : public QObject
{
    Q_OBJECT

public:
    /// Both outlive the session.
    FindSession(FindBar &bar, ScintillaView &view, QObject *parent);

    /// Takes the cursor as the place to search from, and begins to mark matches.
    void begin();

    /// Takes the marks away.
    void end();

    /// Whether the selection is what was looked for.
    bool isOnMatch() const { return selectedIndex() >= 0; }

    void findNext();
    void findPrevious();

private:
    struct Place
    {
        TextMatch match;
        qsizetype begin = 0; ///< bytes
        qsizetype end = 0;
    };

    void onQueryChanged();
    void refresh();
    void mark(std::size_t current);
    void replaceCurrent();
    void replaceEverything();
    void go(std::size_t index);
    std::size_t firstFrom(qsizetype byteOffset) const;
    int selectedIndex() const;
    void showCount();

    FindBar &m_bar;
    ScintillaView &m_view;
    QTimer m_refresh;
    qsizetype m_origin = 0;
    QString m_text;
    std::vector<Place> m_places;
    QString m_complaint;
    bool m_active = false;
};

} // namespace coldframe
