// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/base/codeeditor.h"

#include <QFrame>

class QKeyEvent;
class QListView;
class QStandardItemModel;

namespace coldframe {

/// The list of CodeEditor::offerCompletions(). It never has the focus: its editor hands on the
/// keys.
class CompletionPopup : public QFrame
{
    Q_OBJECT

public:
    explicit CompletionPopup(CodeEditor *editor);

    /// Shows a list under a line, or above it where there is no room, the first one chosen.
    void offer(std::vector<CodeEditor::Completion> completions, const QRect &line);

    /// Whether takeKey() would take a key.
    bool wouldTake(const QKeyEvent &key) const;

    /// Moves in the list, takes what is chosen, or closes it; false for all other keys.
    bool takeKey(const QKeyEvent &key);

Q_SIGNALS:
    void taken(const QString &insertion);

private:
    void choose(int row);
    void applyColours();

    std::vector<CodeEditor::Completion> m_completions;
    QListView *m_list;
    QStandardItemModel *m_model;
};

} // namespace coldframe
