// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logs/logqueryfield.h"

#include "gui/logs/logcolumntext.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>

namespace coldframe {

namespace {

/// The fields that every line has, with the operator that fits best.
QStringList usualNames()
{
    return {QStringLiteral("level>="), QStringLiteral("source:"), QStringLiteral("message:"),
            QStringLiteral("requestId:")};
}

} // namespace

LogQueryField::LogQueryField(QWidget *parent)
    : QLineEdit(parent)
    , m_names(new QStringListModel(usualNames(), this))
    , m_completer(new QCompleter(m_names, this))
{
    setClearButtonEnabled(true);
    setToolTip(logQueryHelp());
    m_completer->setWidget(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setMaxVisibleItems(10);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            &LogQueryField::take);
}

void LogQueryField::setMembers(const QStringList &paths)
{
    QStringList names = usualNames();
    for (const QString &path : paths)
        names.append(path + QLatin1Char(':'));
    m_names->setStringList(names);
}

void LogQueryField::addTerm(const QString &term)
{
    const QString before = text().trimmed();
    setText(before.isEmpty() ? term : before + QLatin1Char(' ') + term);
    setCursorPosition(static_cast<int>(text().size()));
}

void LogQueryField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        Q_EMIT membersRequested();
}

void LogQueryField::keyPressEvent(QKeyEvent *event)
{
    const bool isOffered = m_completer->popup()->isVisible();
    const bool isTaken = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
        || event->key() == Qt::Key_Tab || event->key() == Qt::Key_Escape;
    if (isOffered && isTaken) {
        event->ignore(); // the list's own
        return;
    }
    if (event->key() == Qt::Key_Space && event->modifiers().testFlag(Qt::ControlModifier)) {
        m_completer->setCompletionPrefix(wordAtCursor());
        m_completer->complete();
        return;
    }
    QLineEdit::keyPressEvent(event);
    if (!event->text().isEmpty() && event->text().at(0).isPrint())
        offer();
    else if (isOffered)
        m_completer->popup()->hide();
}

QString LogQueryField::wordAtCursor() const
{
    const QString before = text().left(cursorPosition());
    qsizetype begin = before.size();
    while (begin > 0 && !before.at(begin - 1).isSpace() && before.at(begin - 1) != u'('
           && before.at(begin - 1) != u'"')
        --begin;
    while (begin < before.size() && before.at(begin) == u'-')
        ++begin;
    return before.mid(begin);
}

void LogQueryField::offer()
{
    const QString word = wordAtCursor();
    m_completer->setCompletionPrefix(word);
    if (word.size() < 2 || m_completer->completionCount() == 0
        || word == m_completer->currentCompletion()) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->complete();
}

void LogQueryField::take(const QString &name)
{
    const int end = cursorPosition();
    const int begin = end - static_cast<int>(wordAtCursor().size());
    setText(text().left(begin) + name + text().mid(end));
    setCursorPosition(begin + static_cast<int>(name.size()));
}

} // namespace coldframe

#include "moc_logqueryfield.cpp"
