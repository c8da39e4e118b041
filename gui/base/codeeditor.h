// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "gui/base/codelanguage.h"

#include <QWidget>

#include <vector>

namespace coldframe {

class CompletionPopup;
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

    /// A place that something is wrong with.
    struct Mark
    {
        enum class Tone { Warning, Error };

        Tone tone = Tone::Error;
        TextPosition position;
        QString message;
    };

    /// What a user can take instead of typing it.
    struct Completion
    {
        QString text; ///< as it is shown
        QString detail; ///< quietly beside it; may be empty
        QString insertion; ///< what comes into the text
    };
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

    /// Where the cursor is, in global coordinates.
    QRect cursorRect() const;

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

    /// Marks places as showProblem() does, which replaces them, until clearProblem(). Where several
    /// stand in one line the margin shows the worst.
    void setMarks(const std::vector<Mark> &marks);

    /// Offers something for the text between two positions, in a list under the first one that is
    /// moved through and taken from while the focus stays in the text. None closes the list.
    void offerCompletions(TextPosition from, TextPosition to, std::vector<Completion> completions);
    bool isOfferingCompletions() const;

    /// Whether words of the text are offered while typing, as they are in code.
    void setWordCompletion(bool on);

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

    /// A character was typed, after it came into the text.
    void characterTyped(QChar character);

    /// Text is about to come in by the clipboard or by a drop.
    void textPasted(const QString &text);

    /// One of offerCompletions() is in the text now.
    void completionTaken();

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool runCommandOf(const QKeyEvent &key);
    void takeCompletion(const QString &insertion);
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
    CompletionPopup *m_completions;
    TextPosition m_completedFrom;
    TextPosition m_completedTo;
};

} // namespace coldframe
