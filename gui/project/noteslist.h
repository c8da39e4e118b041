// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/projectnote.h"

#include <QWidget>

#include <vector>

class QListWidget;
class QToolButton;

namespace coldframe {

/// What of a workspace was not understood: a line with their number that unfolds to the list.
/// Hidden when there is nothing to say.
class NotesList final : public QWidget
{
    Q_OBJECT

public:
    explicit NotesList(QWidget *parent = nullptr);

    void setNotes(const std::vector<ProjectNote> &notes);

Q_SIGNALS:
    /// The place of a note: a path relative to the workspace, a line from 1.
    void placeActivated(const QString &file, int line);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setIcons();
    void unfold(bool unfolded);

    std::vector<ProjectNote> m_notes;
    QToolButton *m_title;
    QListWidget *m_list;
};

} // namespace coldframe
