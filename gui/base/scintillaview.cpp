// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/scintillaview.h"

#include <Qsci/qscicommandset.h>
#include <Qsci/qscilexer.h>

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace coldframe {

namespace {

constexpr int LinesAroundRevealed = 4;

bool continuesCharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80U;
}

} // namespace

ScintillaView::ScintillaView(QWidget *parent)
    : QsciScintilla(parent)
{
    setHabits();
    freeShortcuts();
    connect(this, &QsciScintilla::linesChanged, this, &ScintillaView::fitLineNumbers);
    connect(this, &QsciScintillaBase::SCN_ZOOM, this, [this] {
        fitLineNumbers();
        Q_EMIT zoomed();
    });
    connect(this, &QsciScintillaBase::SCN_UPDATEUI, this, [this](int what) {
        if ((what & (SC_UPDATE_V_SCROLL | SC_UPDATE_H_SCROLL)) != 0)
            Q_EMIT scrolled();
    });
    connect(this, &QsciScintillaBase::SCN_CHARADDED, this, [this](int character) {
        if (character > 0 && character < 0x10000)
            Q_EMIT characterTyped(QChar(static_cast<char16_t>(character)));
    });
    connect(this, &QsciScintillaBase::SCN_DWELLSTART, this, &ScintillaView::showMessagesAt);
    connect(this, &QsciScintillaBase::SCN_DWELLEND, this, [] { QToolTip::hideText(); });
}

ScintillaView::~ScintillaView()
{
    // The component would otherwise ask a lexer that is gone.
    setLexer(nullptr);
}

long ScintillaView::send(unsigned message, qsizetype first, qsizetype second) const
{
    return SendScintilla(message, static_cast<unsigned long>(first), static_cast<long>(second));
}

void ScintillaView::setHabits()
{
    setFrameShape(QFrame::NoFrame);
    setUtf8(true);
    setAutoIndent(true);
    setBackspaceUnindents(true);
    setTabIndents(true);
    setIndentationGuides(false);
    setBraceMatching(SloppyBraceMatch);
    setCaretLineVisible(true);
    setCaretWidth(2);
    setEolVisibility(false);
    setWrapMode(WrapNone);
    setAutoCompletionSource(AcsDocument);
    setAutoCompletionThreshold(3);
    setAutoCompletionCaseSensitivity(true);
    setMarginType(LineNumberColumn, NumberMargin);
    setMarginType(ProblemColumn, SymbolMargin);
    setMarginMarkerMask(ProblemColumn, (1 << ProblemMarker) | (1 << WarningMarker));
    setMarginWidth(ProblemColumn, 12);
    setMarginSensitivity(FoldColumn, true);
    send(SCI_SETSCROLLWIDTHTRACKING, 1);
    send(SCI_SETSCROLLWIDTH, 1);
    send(SCI_SETLAYOUTCACHE, SC_CACHE_PAGE);
    send(SCI_SETMOUSEDWELLTIME, 350);
    send(SCI_SETEXTRAASCENT, 1);
    send(SCI_SETEXTRADESCENT, 1);
    send(SCI_SETMARGINLEFT, 0, 6);
    send(SCI_SETMULTIPLESELECTION, 1);
    send(SCI_SETADDITIONALSELECTIONTYPING, 1);
    send(SCI_AUTOCSETMAXHEIGHT, 8);
    markerDefine(Circle, WarningMarker);
    markerDefine(Circle, ProblemMarker);
    indicatorDefine(SquiggleIndicator, WarningIndicator);
    indicatorDefine(SquiggleIndicator, ProblemIndicator);
    indicatorDefine(StraightBoxIndicator, MatchIndicator);
    setIndicatorDrawUnder(true, MatchIndicator);
}

void ScintillaView::freeShortcuts()
{
    // The component takes keys that are bound to its commands before the window sees them.
    const std::initializer_list<QKeyCombination> windowKeys{
        Qt::CTRL | Qt::Key_Slash,  Qt::CTRL | Qt::SHIFT | Qt::Key_Slash,
        Qt::CTRL | Qt::Key_T,      Qt::CTRL | Qt::SHIFT | Qt::Key_T,
        Qt::CTRL | Qt::Key_L,      Qt::CTRL | Qt::SHIFT | Qt::Key_L,
        Qt::CTRL | Qt::Key_U,      Qt::CTRL | Qt::SHIFT | Qt::Key_U,
        Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Plus,
        Qt::CTRL | Qt::Key_Minus,
    };
    for (const QKeyCombination keys : windowKeys) {
        const int key = keys.toCombined();
        if (QsciCommand *command = standardCommands()->boundTo(key)) {
            if (command->key() == key)
                command->setKey(0);
            if (command->alternateKey() == key)
                command->setAlternateKey(0);
        }
    }
}

QByteArrayView ScintillaView::utf8View() const
{
    const auto *begin = static_cast<const char *>(SendScintillaPtrResult(SCI_GETCHARACTERPOINTER));
    return {begin, send(SCI_GETLENGTH)};
}

QByteArray ScintillaView::utf8() const
{
    return utf8View().toByteArray();
}

void ScintillaView::replaceRange(qsizetype begin, qsizetype end, QByteArrayView replacement)
{
    const bool readOnly = isReadOnly();
    if (readOnly)
        setReadOnly(false);
    send(SCI_SETTARGETRANGE, begin, end);
    SendScintilla(SCI_REPLACETARGET, static_cast<uintptr_t>(replacement.size()),
                  replacement.isEmpty() ? "" : replacement.data());
    if (readOnly)
        setReadOnly(true);
}

void ScintillaView::replaceDifference(QByteArrayView text)
{
    const QByteArrayView old = utf8View();
    if (old == text)
        return;
    const auto [oldBegin, newBegin]
        = std::mismatch(old.begin(), old.end(), text.begin(), text.end());
    qsizetype begin = oldBegin - old.begin();
    while (begin > 0
           && ((begin < old.size() && continuesCharacter(old.at(begin)))
               || (begin < text.size() && continuesCharacter(text.at(begin)))))
        --begin;
    const qsizetype longestTail = std::min(old.size(), text.size()) - begin;
    qsizetype tail = 0;
    while (tail < longestTail && old.at(old.size() - tail - 1) == text.at(text.size() - tail - 1))
        ++tail;
    while (tail > 0 && continuesCharacter(old.at(old.size() - tail)))
        --tail;

    const TextPosition cursorBefore = positionAt(cursor());
    const bool cursorInside = cursor() > begin && cursor() < old.size() - tail;
    const long topLine = send(SCI_GETFIRSTVISIBLELINE);
    replaceRange(begin, old.size() - tail, text.sliced(begin, text.size() - tail - begin));
    if (cursorInside) {
        const qsizetype place = offsetAt(cursorBefore);
        send(SCI_SETEMPTYSELECTION, place);
    }
    send(SCI_SETFIRSTVISIBLELINE, topLine);
}

qsizetype ScintillaView::cursor() const
{
    return send(SCI_GETCURRENTPOS);
}

qsizetype ScintillaView::selectionBegin() const
{
    return send(SCI_GETSELECTIONSTART);
}

qsizetype ScintillaView::selectionEnd() const
{
    return send(SCI_GETSELECTIONEND);
}

void ScintillaView::reveal(qsizetype begin, qsizetype end)
{
    for (const qsizetype place : {begin, end})
        send(SCI_ENSUREVISIBLE, send(SCI_LINEFROMPOSITION, place));
    send(SCI_SETYCARETPOLICY, CARET_SLOP | CARET_STRICT | CARET_EVEN, LinesAroundRevealed);
    send(SCI_SETSEL, begin, end);
    send(SCI_SCROLLRANGE, begin, end);
    send(SCI_SETYCARETPOLICY, CARET_EVEN, 0);
}

TextPosition ScintillaView::positionAt(qsizetype offset) const
{
    int line = 0;
    int index = 0;
    lineIndexFromPosition(static_cast<int>(offset), &line, &index);
    return {.line = line + 1, .column = index + 1};
}

qsizetype ScintillaView::offsetAt(TextPosition position) const
{
    const qsizetype line = std::clamp(position.line - 1, 0, lines() - 1);
    const qsizetype begin = send(SCI_POSITIONFROMLINE, line);
    const qsizetype end = send(SCI_GETLINEENDPOSITION, line);
    if (position.line - 1 > line)
        return end;
    const qsizetype place = send(SCI_POSITIONRELATIVE, begin, std::max(position.column - 1, 0));
    // 0 also means that the text has not that many characters.
    return position.column <= 1 ? begin : place == 0 ? end : std::min(place, end);
}

void ScintillaView::setIndentation(Indentation indentation)
{
    setIndentationWidth(indentation.width);
    setTabWidth(indentation.tabs ? std::max(indentation.width, 4) : indentation.width);
    setIndentationsUseTabs(indentation.tabs);
}

void ScintillaView::setLineEndingsFromText()
{
    const QByteArrayView text = utf8View();
    const qsizetype lineFeed = text.indexOf('\n');
    const bool windows = lineFeed > 0 && text.at(lineFeed - 1) == '\r';
    setEolMode(windows ? EolWindows : EolUnix);
}

void ScintillaView::fitLineNumbers()
{
    const qsizetype digits = std::max<qsizetype>(3, QString::number(lines()).size());
    setMarginWidth(LineNumberColumn, QString(digits + 1, u'8'));
}

void ScintillaView::markMatches(const std::vector<ByteRange> &ranges)
{
    send(SCI_SETINDICATORCURRENT, MatchIndicator);
    send(SCI_INDICATORCLEARRANGE, 0, send(SCI_GETLENGTH));
    for (const ByteRange &range : ranges)
        send(SCI_INDICATORFILLRANGE, range.begin, range.end - range.begin);
}

void ScintillaView::addMark(TextPosition position, const QString &message, bool isError)
{
    const qsizetype place = offsetAt(position);
    const qsizetype line = send(SCI_LINEFROMPOSITION, place);
    const qsizetype lineBegin = send(SCI_POSITIONFROMLINE, line);
    const qsizetype lineEnd = send(SCI_GETLINEENDPOSITION, line);
    qsizetype begin = place;
    // What begins with a quote is a whole word with it.
    const bool isQuoted = begin < lineEnd && utf8View().at(begin) == '"';
    qsizetype end
        = std::min<qsizetype>(send(SCI_WORDENDPOSITION, isQuoted ? place + 1 : place, 1), lineEnd);
    // At least one character must carry the mark.
    if (end <= begin)
        end = std::min<qsizetype>(send(SCI_POSITIONAFTER, begin), lineEnd);
    if (end <= begin)
        begin = std::max<qsizetype>(send(SCI_POSITIONBEFORE, begin), lineBegin);
    send(SCI_SETINDICATORCURRENT, isError ? ProblemIndicator : WarningIndicator);
    send(SCI_INDICATORFILLRANGE, begin, end - begin);
    const int marker = isError ? ProblemMarker : WarningMarker;
    m_marks.push_back({markerAdd(static_cast<int>(line), marker), message});
}

void ScintillaView::writeUnderLine(TextPosition position, const QString &message)
{
    const long line = send(SCI_LINEFROMPOSITION, offsetAt(position));
    if (!message.isEmpty())
        annotate(static_cast<int>(line), message, ProblemStyle);
}

void ScintillaView::clearMarks()
{
    if (m_marks.empty())
        return;
    for (const Mark &mark : m_marks)
        markerDeleteHandle(mark.markerHandle);
    m_marks.clear();
    clearAnnotations();
    for (const int indicator : {ProblemIndicator, WarningIndicator}) {
        send(SCI_SETINDICATORCURRENT, indicator);
        send(SCI_INDICATORCLEARRANGE, 0, send(SCI_GETLENGTH));
    }
}

void ScintillaView::showMessagesAt(int, int x, int y)
{
    const long line = send(SCI_LINEFROMPOSITION, send(SCI_POSITIONFROMPOINT, x, y));
    QStringList messages;
    for (const Mark &mark : m_marks) {
        // The text may have changed since: the marker moves with its line.
        if (markerLine(mark.markerHandle) == line && !messages.contains(mark.message))
            messages.append(mark.message);
    }
    // As markup, which is wrapped.
    for (QString &message : messages)
        message = QStringLiteral("<p>%1</p>").arg(message.toHtmlEscaped());
    if (!messages.isEmpty())
        QToolTip::showText(viewport()->mapToGlobal(QPoint(x, y)), messages.join(QString()), this);
}

QRect ScintillaView::lineRectAt(qsizetype offset) const
{
    const QPoint place(static_cast<int>(send(SCI_POINTXFROMPOSITION, 0, offset)),
                       static_cast<int>(send(SCI_POINTYFROMPOSITION, 0, offset)));
    const int height = static_cast<int>(send(SCI_TEXTHEIGHT, send(SCI_LINEFROMPOSITION, offset)));
    return {viewport()->mapToGlobal(place), QSize(viewport()->width() - place.x(), height)};
}

void ScintillaView::setWordCompletion(bool on)
{
    m_completesWords = on;
    applyCompletionSource();
}

QByteArray ScintillaView::fromMimeData(const QMimeData *source, bool &rectangular) const
{
    if (source->hasText())
        Q_EMIT textPasted(source->text());
    return QsciScintilla::fromMimeData(source, rectangular);
}

int ScintillaView::zoomSteps() const
{
    return static_cast<int>(send(SCI_GETZOOM));
}

void ScintillaView::keyPressEvent(QKeyEvent *event)
{
    // The next line's indentation depends on what this line ends with, which the component only
    // knows once it is coloured.
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && send(SCI_GETENDSTYLED) < cursor())
        send(SCI_COLOURISE, send(SCI_GETENDSTYLED), cursor());
    QsciScintilla::keyPressEvent(event);
}

void ScintillaView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](const QString &text, QKeySequence::StandardKey key, bool enabled,
                                  void (QsciScintilla::*command)()) {
        QAction *action = menu->addAction(text);
        action->setShortcut(key);
        action->setEnabled(enabled);
        connect(action, &QAction::triggered, this, command);
    };
    const bool writable = !isReadOnly();
    const bool selected = hasSelectedText();
    add(tr("Undo"), QKeySequence::Undo, writable && isUndoAvailable(), &QsciScintilla::undo);
    add(tr("Redo"), QKeySequence::Redo, writable && isRedoAvailable(), &QsciScintilla::redo);
    menu->addSeparator();
    add(tr("Cut"), QKeySequence::Cut, writable && selected, &QsciScintilla::cut);
    add(tr("Copy"), QKeySequence::Copy, selected, &QsciScintilla::copy);
    add(tr("Paste"), QKeySequence::Paste, writable && send(SCI_CANPASTE) != 0,
        &QsciScintilla::paste);
    menu->addSeparator();
    QAction *all = menu->addAction(tr("Select All"));
    all->setShortcut(QKeySequence::SelectAll);
    connect(all, &QAction::triggered, this, [this] { selectAll(true); });
    menu->popup(event->globalPos());
}

} // namespace coldframe

#include "moc_scintillaview.cpp"
