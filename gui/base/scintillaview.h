// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "gui/base/codelanguage.h"
#include "gui/base/indentation.h"
#include "gui/base/textsearch.h"

#include <Qsci/qsciscintilla.h>

#include <memory>
#include <vector>

namespace coldframe {

/// The QScintilla component with Coldframe's looks and habits; used by CodeEditor and FindSession
/// only. Offsets here are UTF-8 bytes unless they are called otherwise.
class ScintillaView final : public QsciScintilla
{
    Q_OBJECT

public:
    explicit ScintillaView(QWidget *parent);
    ~ScintillaView() override;

    QByteArray utf8() const;

    /// Bytes of the text itself, valid until the next edit.
    QByteArrayView utf8View() const;

    /// Replaces a range as one step that can be undone, also when read only.
    void replaceRange(qsizetype begin, qsizetype end, QByteArrayView replacement);

    /// Makes the text this one by replacing only what differs; cursor and scroll position stay.
    void replaceDifference(QByteArrayView text);

    qsizetype cursor() const;
    qsizetype selectionBegin() const;
    qsizetype selectionEnd() const;

    /// Selects a range, unfolds it and scrolls it into view, with some lines around it.
    void reveal(qsizetype begin, qsizetype end);

    TextPosition positionAt(qsizetype offset) const;
    qsizetype offsetAt(TextPosition position) const;

    /// fontPointSize 0 means the system's size.
    void setLook(CodeLanguage language, const QPalette &palette, double fontPointSize);
    void setIndentation(Indentation indentation);
    void setLineEndingsFromText();

    struct ByteRange
    {
        qsizetype begin = 0;
        qsizetype end = 0;
    };
    void markMatches(const std::vector<ByteRange> &ranges);

    void addMark(TextPosition position, const QString &message, bool isError);
    void writeUnderLine(TextPosition position, const QString &message);
    void clearMarks();

    /// The part of its line from an offset on, in global coordinates.
    QRect lineRectAt(qsizetype offset) const;

    void setWordCompletion(bool on);

    int zoomSteps() const;

    /// Sends a message to the component where QScintilla has no function for it.
    long send(unsigned message, qsizetype first = 0, qsizetype second = 0) const;

Q_SIGNALS:
    void zoomed();
    void scrolled();
    void characterTyped(QChar character);
    void textPasted(const QString &text) const;

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    QByteArray fromMimeData(const QMimeData *source, bool &rectangular) const override;

private:
    static constexpr int LineNumberColumn = 0;
    static constexpr int ProblemColumn = 1;
    static constexpr int FoldColumn = 2;
    static constexpr int WarningMarker = 7;
    static constexpr int ProblemMarker = 8; ///< above the one of a warning in the same line
    static constexpr int ProblemIndicator = 8;
    static constexpr int MatchIndicator = 9;
    static constexpr int WarningIndicator = 10;
    static constexpr int ProblemStyle = 60; ///< beyond those of every lexer

    void setHabits();
    void freeShortcuts();
    void applyColours(const QPalette &palette);
    void fitLineNumbers();
    void applyCompletionSource();
    void showMessagesAt(int offset, int x, int y);

    struct Mark
    {
        int markerHandle = -1;
        QString message;
    };

    std::unique_ptr<QsciLexer> m_lexer;
    std::vector<Mark> m_marks;
    bool m_completesWords = true;
};

} // namespace coldframe
