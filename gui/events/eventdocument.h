// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventform.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <optional>

namespace coldframe {

/// What is kept of an event that was not saved, and enough to go on with it.
struct EventDraft
{
    QByteArray text;
    QString templateId; ///< empty for an event without a template
    QString name;

    bool operator==(const EventDraft &) const = default;
};

/// The event that is being edited: its text, and while the text is JSON and comes from a template,
/// the values of the template's parameters, in step with it.
class EventDocument : public QObject
{
    Q_OBJECT

public:
    /// From this size on the text is checked but not taken apart for the form.
    static constexpr qsizetype LargestFormText = 1024 * 1024;

    explicit EventDocument(QObject *parent = nullptr);

    QByteArray text() const { return m_text; }
    QString name() const { return m_name; }
    void setName(const QString &name);

    /// Of the text as it is now; nothing when it is JSON.
    const std::optional<Error> &problem() const { return m_problem; }

    /// The parameters and their values; nothing without a template.
    const EventForm *form() const { return m_form ? &*m_form : nullptr; }

    /// Whether the form and the text are in step: the text is JSON and not too large.
    bool isFormUsable() const { return m_form && !m_problem && !isTooLargeForForm(); }
    bool isTooLargeForForm() const { return m_text.size() > LargestFormText; }

    /// An event that was edited, as against one that was loaded or made by a template's form.
    bool isTextEdited() const { return m_isTextEdited; }

    EventDraft draft() const;

    enum class Kept {
        Draft, ///< it was edited and not saved
        Saved,
    };

    /// Another event without a template.
    void load(const QByteArray &text, const QString &name, Kept kept = Kept::Saved);

    /// The event of a template with its defaults.
    Result<void> load(const EventTemplate &eventTemplate);

    /// A kept event of a template.
    Result<void> load(const EventTemplate &eventTemplate, const EventDraft &event, Kept kept);

    /// The text was edited. The text stays as it is; parameters follow it.
    void editText(const QByteArray &text);

    /// A parameter was edited. Changes its places in the text; InvalidParameter changes nothing.
    Result<void> editParameter(const QString &name, const OrderedJson &value);

    /// An edit of the text is over: brings what a template derives from it up to date, for example
    /// the digest of a body.
    void finishEditing();

    /// Writes the text anew, indented; nothing while it is not JSON.
    void indent();

Q_SIGNALS:
    /// Another event, or a form with other fields.
    void loaded();

    /// The text was changed by something else than editText().
    void textReplaced();

    /// The values of the form or whether it is usable changed.
    void formChanged();

    /// Text, name or validity changed in any way.
    void changed();

private:
    void check();
    void takeFormText();

    QByteArray m_text;
    QString m_name;
    std::optional<EventForm> m_form;
    std::optional<Error> m_problem;
    bool m_isTextEdited = false;
};

} // namespace coldframe
