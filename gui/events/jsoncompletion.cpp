// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/jsoncompletion.h"

#include "core/events/templatecatalogue.h"
#include "gui/base/codeeditor.h"
#include "gui/base/textpositions.h"
#include "gui/events/eventdocument.h"

#include <nlohmann/json.hpp>

namespace coldframe {

JsonCompletion::JsonCompletion(const EventDocument &document, CodeEditor &editor, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_editor(editor)
{
    connect(&editor, &CodeEditor::characterTyped, this, [this](QChar character) {
        if (character == u'"' || m_editor.isOfferingCompletions())
            offer(Asked::ByTyping);
    });
    connect(&editor, &CodeEditor::cursorPositionChanged, this, [this] {
        if (m_editor.isOfferingCompletions())
            offer(Asked::ByTyping);
    });
    connect(&editor, &CodeEditor::completionTaken, this, [this] { offer(Asked::ByTyping); });
}

void JsonCompletion::setCatalogue(const TemplateCatalogue *catalogue)
{
    m_catalogue = catalogue;
    m_kind = EventKind::Unknown;
    m_templateOfKind.clear();
    m_templateId.clear();
    m_vocabulary.reset();
    m_editor.offerCompletions({}, {}, {});
}

void JsonCompletion::offer(Asked asked)
{
    const QString text = m_editor.text();
    const TextPosition cursor = m_editor.cursorPosition();
    const EventVocabulary *words = text.size() <= LargestText ? vocabulary() : nullptr;
    EventProposals answer;
    const QByteArray bytes = text.toUtf8();
    if (words)
        answer = words->at(bytes, utf8OffsetAt(text, cursor));
    // Nothing that is typed to its end already.
    const QByteArray replaced = bytes.mid(answer.begin, answer.end - answer.begin);
    if (asked == Asked::ByTyping && answer.proposals.size() == 1
        && answer.proposals.front().insertion.trimmed().toUtf8() == replaced)
        answer.proposals.clear();
    std::vector<CodeEditor::Completion> completions;
    for (const EventProposal &proposal : answer.proposals)
        completions.push_back({proposal.text, proposal.sample, proposal.insertion});
    m_editor.offerCompletions(positionAtUtf8Offset(text, answer.begin),
                              positionAtUtf8Offset(text, answer.end), std::move(completions));
}

const EventVocabulary *JsonCompletion::vocabulary()
{
    if (!m_catalogue)
        return nullptr;
    const EventForm *form = m_document.form();
    const QString id = form ? form->eventTemplate().id : templateOfEvent(m_document.text());
    if (id.isEmpty())
        return nullptr;
    if (id != m_templateId) {
        const auto found
            = form ? Result<EventTemplate>(form->eventTemplate()) : m_catalogue->find(id);
        if (!found)
            return nullptr;
        m_vocabulary = std::make_unique<EventVocabulary>(*found, *m_catalogue);
        m_templateId = id;
    }
    return m_vocabulary.get();
}

QString JsonCompletion::templateOfEvent(const QByteArray &text)
{
    const auto event = parseJson(text);
    return event ? templateOfKind(eventKindOf(*event)) : m_templateId; // it was JSON a moment ago
}

QString JsonCompletion::templateOfKind(EventKind kind)
{
    if (kind == m_kind)
        return m_templateOfKind;
    m_kind = kind;
    m_templateOfKind.clear();
    for (const EventTemplate &eventTemplate : m_catalogue->templates()) {
        const auto usual = renderEvent(eventTemplate, {});
        if (usual && eventKindOf(*usual) == kind) {
            m_templateOfKind = eventTemplate.id;
            break;
        }
    }
    return m_templateOfKind;
}

} // namespace coldframe

#include "moc_jsoncompletion.cpp"
