// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventcompletion.h"
#include "core/events/eventlintkind.h"

#include <QObject>

#include <memory>

namespace coldframe {

class CodeEditor;
class EventDocument;

/// Offers members and values of the document's template while its JSON is typed: after a quote, and
/// whenever offer() is called. An event without a template gets those of the first one of its
/// source. The document and the editor outlive it.
class JsonCompletion : public QObject
{
    Q_OBJECT

public:
    /// A larger text is not taken apart at each key.
    static constexpr qsizetype LargestText = 512 * 1024;

    JsonCompletion(const EventDocument &document, CodeEditor &editor, QObject *parent = nullptr);

    /// None for no completion.
    void setCatalogue(const TemplateCatalogue *catalogue);

    enum class Asked { ByTyping, ByUser };
    void offer(Asked asked);

private:
    const EventVocabulary *vocabulary();
    QString templateOfEvent(const QByteArray &text);
    QString templateOfKind(EventKind kind);

    const EventDocument &m_document;
    CodeEditor &m_editor;
    const TemplateCatalogue *m_catalogue = nullptr;
    EventKind m_kind = EventKind::Unknown; ///< whose first template was looked for last
    QString m_templateOfKind;
    QString m_templateId; ///< of the vocabulary
    std::unique_ptr<EventVocabulary> m_vocabulary;
};

} // namespace coldframe
