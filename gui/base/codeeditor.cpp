// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/codeeditor.h"

#include "gui/base/completionpopup.h"
#include "gui/base/findbar.h"
#include "gui/base/findsession.h"
#include "gui/base/gotolinebar.h"
#include "gui/base/indentation.h"
#include "gui/base/linecomments.h"
#include "gui/base/scintillaview.h"

#include <QEvent>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace coldframe {

namespace {
constexpr qsizetype LongestPattern = 200;
constexpr qsizetype MostDescribedMarks = 20;

using Command = void (CodeEditor::*)();

/// What a key does wherever the focus is in the editor; null for all other keys.
Command commandOf(const QKeyEvent &key)
{
    const std::initializer_list<std::pair<QKeyCombination, Command>> commands{
        {Qt::CTRL | Qt::Key_F, &CodeEditor::showFind},
        {Qt::CTRL | Qt::Key_H, &CodeEditor::showReplace},
        {Qt::Key_F3, &CodeEditor::findNext},
        {Qt::SHIFT | Qt::Key_F3, &CodeEditor::findPrevious},
        {Qt::CTRL | Qt::Key_G, &CodeEditor::showGoToLine},
        {Qt::CTRL | Qt::Key_Slash, &CodeEditor::toggleComment},
        {Qt::CTRL | Qt::Key_Plus, &CodeEditor::zoomIn},
        {Qt::CTRL | Qt::SHIFT | Qt::Key_Plus, &CodeEditor::zoomIn},
        {Qt::CTRL | Qt::Key_Equal, &CodeEditor::zoomIn},
        {Qt::CTRL | Qt::Key_Minus, &CodeEditor::zoomOut},
        {Qt::CTRL | Qt::Key_0, &CodeEditor::resetZoom},
    };
    const QKeyCombination pressed(key.modifiers() & ~Qt::KeypadModifier,
                                  static_cast<Qt::Key>(key.key()));
    for (const auto &[keys, command] : commands) {
        if (keys == pressed)
            return command;
    }
    return nullptr;
}

} // namespace

CodeEditor::CodeEditor(QWidget *parent)
    : QWidget(parent)
    , m_view(new ScintillaView(this))
    , m_findBar(new FindBar(this))
    , m_goToLineBar(new GoToLineBar(this))
    , m_find(new FindSession(*m_findBar, *m_view, this))
    , m_completions(new CompletionPopup(this))
{
    setObjectName(QStringLiteral("codeEditor"));
    m_view->setObjectName(QStringLiteral("codeText"));
    m_view->installEventFilter(this);
    m_findBar->hide();
    m_goToLineBar->hide();
    setFocusProxy(m_view);
    setTextLabel(tr("Text"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_view, 1);
    column->addWidget(m_findBar);
    column->addWidget(m_goToLineBar);

    connect(m_view, &ScintillaView::textChanged, this, [this] {
        if (!m_settingText)
            Q_EMIT textChanged();
    });
    connect(m_view, &ScintillaView::modificationChanged, this, [this](bool modified) {
        if (!m_settingText)
            Q_EMIT modificationChanged(modified);
    });
    connect(m_view, &ScintillaView::cursorPositionChanged, this,
            [this] { Q_EMIT cursorPositionChanged(cursorPosition()); });
    connect(m_view, &ScintillaView::zoomed, this, [this] { Q_EMIT zoomChanged(zoom()); });
    connect(m_view, &ScintillaView::characterTyped, this, &CodeEditor::characterTyped);
    connect(m_view, &ScintillaView::textPasted, this, &CodeEditor::textPasted);
    connect(m_view, &ScintillaView::scrolled, m_completions, &QWidget::hide);
    connect(m_completions, &CompletionPopup::taken, this, &CodeEditor::takeCompletion);
    connect(m_findBar, &FindBar::closeRequested, this, &CodeEditor::closeBars);
    connect(m_goToLineBar, &GoToLineBar::closeRequested, this, &CodeEditor::closeBars);
    connect(m_goToLineBar, &GoToLineBar::positionEntered, this, &CodeEditor::setCursorPosition);
    applyLanguage();
}

CodeEditor::~CodeEditor() = default;

bool CodeEditor::runCommandOf(const QKeyEvent &key)
{
    const auto command = commandOf(key);
    if (command != nullptr)
        (this->*command)();
    return command != nullptr;
}

QString CodeEditor::text() const
{
    return QString::fromUtf8(m_view->utf8View());
}

void CodeEditor::setText(const QString &text, UndoHistory history)
{
    clearProblem();
    if (history == UndoHistory::Keep) {
        m_view->replaceDifference(text.toUtf8());
        applyLanguage();
        return;
    }
    // The component tells of a modified text in between, which nobody is to believe.
    const bool wasModified = isModified();
    m_settingText = true;
    m_view->setText(text);
    m_view->setIndentation(indentationOf(text, usualIndentation(m_language)));
    m_view->setLineEndingsFromText();
    setUnmodified();
    m_settingText = false;
    applyLanguage();
    Q_EMIT textChanged();
    if (wasModified)
        Q_EMIT modificationChanged(false);
}

void CodeEditor::setLanguage(CodeLanguage language)
{
    m_language = language;
    m_view->setIndentation(indentationOf(text(), usualIndentation(language)));
    applyLanguage();
}

void CodeEditor::applyLanguage()
{
    const bool small = m_view->utf8View().size() < LargestColouredText;
    const CodeLanguage shown = small ? m_language : CodeLanguage::Plain;
    if (shown == m_shownLanguage && m_styled)
        return;
    m_shownLanguage = shown;
    m_styled = true;
    m_view->setLook(shown, palette(), m_fontPointSize);
}

bool CodeEditor::isModified() const
{
    return m_view->isModified();
}

void CodeEditor::setUnmodified()
{
    m_view->setModified(false);
}

bool CodeEditor::isReadOnly() const
{
    return m_view->isReadOnly();
}

void CodeEditor::setReadOnly(bool readOnly)
{
    m_view->setReadOnly(readOnly);
    m_findBar->setReplacingAllowed(!readOnly);
}

TextPosition CodeEditor::cursorPosition() const
{
    return m_view->positionAt(m_view->cursor());
}

QRect CodeEditor::cursorRect() const
{
    QRect rect = m_view->lineRectAt(m_view->cursor());
    rect.setWidth(1);
    return rect;
}

void CodeEditor::setCursorPosition(TextPosition position)
{
    m_completions->hide();
    const qsizetype place = m_view->offsetAt(position);
    m_view->reveal(place, place);
}

QString CodeEditor::selectedText() const
{
    return QString::fromUtf8(m_view->utf8View().sliced(
        m_view->selectionBegin(), m_view->selectionEnd() - m_view->selectionBegin()));
}

void CodeEditor::select(TextPosition from, TextPosition to)
{
    m_view->reveal(m_view->offsetAt(from), m_view->offsetAt(to));
}

void CodeEditor::insertText(const QString &text)
{
    if (isReadOnly())
        return;
    const QByteArray bytes = text.toUtf8();
    const qsizetype begin = m_view->selectionBegin();
    m_view->replaceRange(begin, m_view->selectionEnd(), bytes);
    m_view->reveal(begin + bytes.size(), begin + bytes.size());
}

int CodeEditor::lineCount() const
{
    return m_view->lines();
}

int CodeEditor::firstVisibleLine() const
{
    return m_view->firstVisibleLine() + 1;
}

void CodeEditor::setFirstVisibleLine(int line)
{
    m_view->setFirstVisibleLine(line - 1);
}

void CodeEditor::showProblem(TextPosition position, const QString &message, ProblemMessage where)
{
    setMarks({{Mark::Tone::Error, position, message}});
    if (where == ProblemMessage::UnderLine)
        m_view->writeUnderLine(position, message);
}

void CodeEditor::clearProblem()
{
    m_view->clearMarks();
    m_view->setAccessibleDescription({});
}

void CodeEditor::setMarks(const std::vector<Mark> &marks)
{
    clearProblem();
    QStringList descriptions;
    for (const Mark &mark : marks) {
        m_view->addMark(mark.position, mark.message, mark.tone == Mark::Tone::Error);
        if (descriptions.size() < MostDescribedMarks)
            descriptions.append(
                tr("Line %1: %2").arg(QString::number(mark.position.line), mark.message));
    }
    m_view->setAccessibleDescription(descriptions.join(u'\n'));
}

void CodeEditor::offerCompletions(TextPosition from, TextPosition to,
                                  std::vector<Completion> completions)
{
    if (completions.empty() || isReadOnly()) {
        m_completions->hide();
        return;
    }
    m_completedFrom = from;
    m_completedTo = to;
    m_completions->offer(std::move(completions), m_view->lineRectAt(m_view->offsetAt(from)));
}

bool CodeEditor::isOfferingCompletions() const
{
    return m_completions->isVisible();
}

void CodeEditor::takeCompletion(const QString &insertion)
{
    m_completions->hide();
    const QByteArray bytes = insertion.toUtf8();
    const qsizetype begin = m_view->offsetAt(m_completedFrom);
    m_view->replaceRange(begin, m_view->offsetAt(m_completedTo), bytes);
    m_view->reveal(begin + bytes.size(), begin + bytes.size());
    Q_EMIT completionTaken();
}

void CodeEditor::setWordCompletion(bool on)
{
    m_view->setWordCompletion(on);
}

bool CodeEditor::canUndo() const
{
    return m_view->isUndoAvailable();
}

bool CodeEditor::canRedo() const
{
    return m_view->isRedoAvailable();
}

int CodeEditor::zoom() const
{
    return m_view->zoomSteps();
}

void CodeEditor::setZoom(int steps)
{
    m_view->zoomTo(steps);
}

void CodeEditor::setFontPointSize(double points)
{
    m_fontPointSize = points;
    m_view->setLook(m_shownLanguage, palette(), m_fontPointSize);
}

void CodeEditor::setTextLabel(const QString &label)
{
    m_view->setAccessibleName(label);
}

void CodeEditor::undo()
{
    m_view->undo();
}

void CodeEditor::redo()
{
    m_view->redo();
}

void CodeEditor::cut()
{
    m_view->cut();
}

void CodeEditor::copy()
{
    m_view->copy();
}

void CodeEditor::paste()
{
    m_view->paste();
}

void CodeEditor::selectAll()
{
    m_view->selectAll(true);
}

void CodeEditor::toggleComment()
{
    const QString comment = lineCommentOf(m_language);
    if (comment.isEmpty() || isReadOnly())
        return;
    const qsizetype selectionBegin = m_view->selectionBegin();
    const qsizetype selectionEnd = m_view->selectionEnd();
    TextPosition first = m_view->positionAt(selectionBegin);
    TextPosition last = m_view->positionAt(selectionEnd);
    const TextPosition cursor = cursorPosition();
    // A selection that ends at the begin of a line does not mean that line.
    if (last.line > first.line && last.column == 1)
        --last.line;
    const qsizetype begin = m_view->offsetAt({.line = first.line, .column = 1});
    const qsizetype end = m_view->send(QsciScintilla::SCI_GETLINEENDPOSITION, last.line - 1);
    const QString before = QString::fromUtf8(m_view->utf8View().sliced(begin, end - begin));
    const QByteArray after = toggleLineComments(before, comment).toUtf8();
    m_view->replaceRange(begin, end, after);
    if (selectionBegin == selectionEnd) {
        const auto grown = static_cast<int>(after.size() - (end - begin));
        setCursorPosition({.line = cursor.line, .column = std::max(1, cursor.column + grown)});
    } else {
        m_view->reveal(begin, begin + after.size());
    }
}

void CodeEditor::showFind()
{
    const QString selected = selectedText();
    // A match of an expression must not take the place of the expression.
    const bool found = !m_findBar->isHidden() && m_find->isOnMatch();
    const bool usable = !found && selected.size() <= LongestPattern && !selected.contains(u'\n');
    m_goToLineBar->hide();
    m_find->begin();
    m_findBar->open(FindBar::Mode::Find, usable ? selected : QString());
}

void CodeEditor::showReplace()
{
    showFind();
    if (!isReadOnly())
        m_findBar->open(FindBar::Mode::Replace, {});
}

void CodeEditor::findNext()
{
    if (m_findBar->query().pattern.isEmpty())
        showFind();
    else
        m_find->findNext();
}

void CodeEditor::findPrevious()
{
    if (m_findBar->query().pattern.isEmpty())
        showFind();
    else
        m_find->findPrevious();
}

void CodeEditor::showGoToLine()
{
    m_find->end();
    m_findBar->hide();
    m_goToLineBar->open(cursorPosition(), lineCount());
}

void CodeEditor::closeBars()
{
    m_find->end();
    m_findBar->hide();
    m_goToLineBar->hide();
    m_view->setFocus(Qt::OtherFocusReason);
}

void CodeEditor::zoomIn()
{
    m_view->zoomIn();
}

void CodeEditor::zoomOut()
{
    m_view->zoomOut();
}

void CodeEditor::resetZoom()
{
    m_view->zoomTo(0);
}

void CodeEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        m_view->setLook(m_shownLanguage, palette(), m_fontPointSize);
}

bool CodeEditor::event(QEvent *event)
{
    // Taken before the window's actions see the key: theirs mean the current file, ours this text.
    if (event->type() == QEvent::ShortcutOverride
        && commandOf(*static_cast<QKeyEvent *>(event)) != nullptr) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void CodeEditor::keyPressEvent(QKeyEvent *event)
{
    if (!runCommandOf(*event))
        QWidget::keyPressEvent(event);
}

bool CodeEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::FocusOut)
        m_completions->hide();
    if (watched == m_view && event->type() == QEvent::ShortcutOverride
        && m_completions->wouldTake(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    if (watched != m_view || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto &key = *static_cast<QKeyEvent *>(event);
    if (m_completions->takeKey(key))
        return true;
    if (key.matches(QKeySequence::MoveToPreviousChar) || key.matches(QKeySequence::MoveToNextChar)
        || key.key() == Qt::Key_Home || key.key() == Qt::Key_End)
        m_completions->hide();
    const bool barOpen = !m_findBar->isHidden() || !m_goToLineBar->isHidden();
    if (barOpen && key.key() == Qt::Key_Escape && !m_view->isListActive()) {
        closeBars();
        return true;
    }
    return runCommandOf(key) || QWidget::eventFilter(watched, event);
}

} // namespace coldframe

#include "moc_codeeditor.cpp"
