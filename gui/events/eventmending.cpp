// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventmending.h"

#include "gui/base/codeeditor.h"
#include "gui/events/eventdocument.h"
#include "gui/events/eventstatus.h"
#include "gui/events/problemlist.h"
#include "wording/errortext.h"
#include "wording/eventproblemtext.h"

#include <nlohmann/json.hpp>

#include <QMenu>
#include <QToolTip>

#include <algorithm>

namespace coldframe {

namespace {

constexpr std::size_t MostMarks = 500;

bool isSameProblem(const EventProblem &one, const EventProblem &other)
{
    return one.rule == other.rule && one.pointer == other.pointer
        && one.innerPointer == other.innerPointer && one.expected == other.expected;
}

EventFindings countOf(const std::vector<EventProblem> &problems)
{
    EventFindings findings;
    for (const EventProblem &problem : problems) {
        ++(problem.severity == EventProblem::Severity::Error ? findings.errors : findings.warnings);
        findings.mendable += problem.isFixable() ? 1 : 0;
    }
    return findings;
}

} // namespace

EventMending::EventMending(const EventDocument &document, CodeEditor &editor, EventStatus &status,
                           ProblemList &list, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_editor(editor)
    , m_status(status)
    , m_list(list)
{
    m_list.hide();
    connect(&m_inspection, &EventInspection::inspected, this, &EventMending::show);
    connect(&m_inspection, &EventInspection::mended, this,
            [this](const QByteArray &before, const QByteArray &after) {
                if (before == m_document.text() && after != before)
                    Q_EMIT mended(after);
            });
    connect(&m_status, &EventStatus::mendAllRequested, this, &EventMending::mendAll);
    connect(&m_status, &EventStatus::listOpenChanged, this, &EventMending::showList);
    connect(&m_list, &ProblemList::mendRequested, this, &EventMending::mend);
    connect(&m_list, &ProblemList::placeRequested, this, [this](const EventProblem &problem) {
        if (problem.position)
            m_editor.setCursorPosition(*problem.position);
        m_editor.setFocus();
    });
}

void EventMending::setCatalogue(const TemplateCatalogue *catalogue)
{
    m_inspection.setCatalogue(catalogue);
    if (!catalogue)
        forget();
    refresh();
}

void EventMending::refresh()
{
    const auto &problem = m_document.problem();
    m_status.setState(m_document.text().size(), problem);
    if (problem) {
        // Half of a word typed must not make the list come and go.
        m_inspection.cancel();
        m_list.setEnabled(false);
        if (problem->position)
            m_editor.showProblem(*problem->position, errorText(*problem));
        else
            m_editor.clearProblem();
        return;
    }
    if (m_document.text().size() > EventInspection::LargestImmediateText)
        m_list.setEnabled(false);
    m_inspection.inspect(m_document.text());
}

void EventMending::forget()
{
    m_inspection.cancel();
    m_list.setProblems({});
    m_hasProblems = false;
    m_status.setFindings(std::nullopt);
    m_editor.clearProblem();
    showList();
}

void EventMending::mendAtCursor()
{
    Q_EMIT aboutToMend();
    std::vector<EventProblem> here;
    const int line = m_editor.cursorPosition().line;
    for (const EventProblem &problem : m_list.problems()) {
        if (problem.isFixable() && problem.position && problem.position->line == line)
            here.push_back(problem);
    }
    const QRect cursor = m_editor.cursorRect();
    if (here.empty() || !m_list.isEnabled()) {
        QToolTip::showText(cursor.bottomLeft(), tr("There is no quick fix for this line."),
                           &m_editor);
        return;
    }
    if (here.size() == 1)
        return mend(here.front());
    auto *menu = new QMenu(&m_editor);
    menu->setObjectName(QStringLiteral("mendMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const EventProblem &problem : here)
        connect(menu->addAction(eventFixText(problem)), &QAction::triggered, this,
                [this, problem] { mend(problem); });
    menu->setActiveAction(menu->actions().constFirst());
    menu->popup(cursor.bottomLeft());
}

void EventMending::mend(const EventProblem &problem)
{
    // The text may have moved on since the problem was listed; its place then comes from the list
    // as it is now.
    Q_EMIT aboutToMend();
    const auto &all = m_list.problems();
    const auto found = std::find_if(all.begin(), all.end(), [&](const EventProblem &one) {
        return isSameProblem(one, problem);
    });
    if (found == all.end() || !found->isFixable() || m_document.problem())
        return;
    const QByteArray text = applyFixToText(m_document.text(), *found);
    if (text != m_document.text())
        Q_EMIT mended(text);
}

void EventMending::mendAll()
{
    Q_EMIT aboutToMend();
    if (!m_document.problem())
        m_inspection.mendAll(m_document.text());
}

void EventMending::show(const QByteArray &text, const std::vector<EventProblem> &problems)
{
    if (text != m_document.text())
        return;
    std::vector<CodeEditor::Mark> marks;
    for (const EventProblem &problem : problems) {
        if (problem.position && marks.size() < MostMarks)
            marks.push_back({problem.severity == EventProblem::Severity::Error
                                 ? CodeEditor::Mark::Tone::Error
                                 : CodeEditor::Mark::Tone::Warning,
                             *problem.position, eventProblemText(problem)});
    }
    m_editor.setMarks(marks);
    m_hasProblems = !problems.empty();
    m_list.setEnabled(true);
    m_list.setProblems(problems);
    m_status.setFindings(countOf(problems));
    showList();
}

void EventMending::showList()
{
    m_list.setVisible(m_hasProblems && m_status.isListOpen());
}

} // namespace coldframe

#include "moc_eventmending.cpp"
