// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "gui/base/codelanguage.h"

#include <QWidget>

namespace coldframe {

class FindBar;
class FindSession;
class GoToLineBar;
class ScintillaView;

/// A text with line numbers, colours, folding, find and replace: the files of the workspace and
/// the JSON of events are edited in it. Colours follow the palette. It knows no files.
/// All positions are TextPositions, counted from 1 in code points.
class CodeEditor : public QWidget
{
    Q_OBJECT

public:
    /// From this size on a text is shown without colours and folding, which would take too long.
    static constexpr qsizetype LargestColouredText = 2 * 1024 * 1024;

    enum class UndoHistory { Clear, Keep };
    enum class ProblemMessage { OnHover, UnderLine };

    explicit CodeEditor(QWidget *parent = nullptr);
    ~CodeEditor() override;

    QString text() const;

    /// Replaces the whole text. Clear: afterwards the text counts as unmodified and the cursor is
    /// at the begin. Keep: it is one step that can be undone, and cursor and scroll position stay.
    /// Works on a read-only editor as well.
    void setText(const QString &text, UndoHistory history = UndoHistory::Clear);

    CodeLanguage language() const { return m_language; }
    void setLanguage(CodeLanguage language);

    bool isModified() const;

    /// Says that the text is now the stored one; undoing past this point is a modification.
    void setUnmodified();

    bool isReadOnly() const;
    void setReadOnly(bool readOnly);

    TextPosition cursorPosition() const;

    /// Moves the cursor, unfolds its line and scrolls it into view.
    void setCursorPosition(TextPosition position);

    QString selectedText() const;
    void select(TextPosition from, TextPosition to);

    /// Types text over the selection, or at the cursor, as one step that can be undone.
    void insertText(const QString &text);

    int lineCount() const;

    /// The topmost visible line, for restoring a view.
    int firstVisibleLine() const;
    void setFirstVisibleLine(int line);

    /// Marks one place as wrong until clearProblem(): in the margin, in the text, and with the
    /// message under the line or when the pointer rests on the line.
    void showProblem(TextPosition position, const QString &message,
                     ProblemMessage where = ProblemMessage::OnHover);
    void clearProblem();

    bool canUndo() const;
    bool canRedo() const;

    /// Steps from the usual size of the font, negative for smaller.
    int zoom() const;
    void setZoom(int steps);

    /// Size of the text's font in points; 0 for the system's.
    void setFontPointSize(double points);

    /// The accessible name of the text itself.
    void setTextLabel(const QString &label);

public Q_SLOTS:
    void undo();
    void redo();
    void cut();
    void copy();
    void paste();
    void selectAll();
    void toggleComment();
    void showFind();
    void showReplace();
    void findNext();
    void findPrevious();
    void showGoToLine();
    void zoomIn();
    void zoomOut();
    void resetZoom();

Q_SIGNALS:
    void textChanged();
    void modificationChanged(bool modified);
    void cursorPositionChanged(coldframe::TextPosition position);
    void zoomChanged(int steps);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool runCommandOf(const QKeyEvent &key);
    void applyLanguage();
    void closeBars();

    CodeLanguage m_language = CodeLanguage::Plain;
    CodeLanguage m_shownLanguage = CodeLanguage::Plain;
    bool m_styled = false;
    bool m_settingText = false;
    double m_fontPointSize = 0;
    ScintillaView *m_view;
    FindBar *m_findBar;
    GoToLineBar *m_goToLineBar;
    FindSession *m_find;
};

} // namespace coldframe
