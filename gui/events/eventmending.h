// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/events/eventinspection.h"

namespace coldframe {

class CodeEditor;
class EventDocument;
class EventStatus;
class ProblemList;

/// Shows what is wrong with the document's event: marks in its text, a list below it, and a count
/// in the status line; and makes the texts of quick fixes. Everything that it is given outlives it.
class EventMending : public QObject
{
    Q_OBJECT

public:
    EventMending(const EventDocument &document, CodeEditor &editor, EventStatus &status,
                 ProblemList &list, QObject *parent = nullptr);

    void setCatalogue(const TemplateCatalogue *catalogue);

    /// Looks at the document again.
    void refresh();

    /// Another event: what is known of the last one says nothing about it.
    void forget();

    /// Applies the quick fix in the cursor's line; asks which one when there are several.
    void mendAtCursor();
    void mend(const EventProblem &problem);
    void mendAll();

Q_SIGNALS:
    /// The document has to have what the user typed, now.
    void aboutToMend();

    /// The text with quick fixes, to take the place of the document's.
    void mended(const QByteArray &text);

private:
    void show(const QByteArray &text, const std::vector<EventProblem> &problems);
    void showList();

    const EventDocument &m_document;
    CodeEditor &m_editor;
    EventStatus &m_status;
    ProblemList &m_list;
    EventInspection m_inspection;
    bool m_hasProblems = false;
};

} // namespace coldframe
