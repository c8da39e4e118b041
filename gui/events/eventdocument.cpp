// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventdocument.h"

#include <nlohmann/json.hpp>

namespace coldframe {

EventDocument::EventDocument(QObject *parent)
    : QObject(parent)
    , m_text("{}")
{ }

void EventDocument::setName(const QString &name)
{
    if (m_name == name)
        return;
    m_name = name;
    Q_EMIT changed();
}

EventDraft EventDocument::draft() const
{
    return {m_text, m_form ? m_form->eventTemplate().id : QString(), m_name};
}

void EventDocument::load(const QByteArray &text, const QString &name, Kept kept)
{
    m_form.reset();
    m_text = text;
    m_name = name;
    m_isTextEdited = kept == Kept::Draft;
    check();
    Q_EMIT loaded();
    Q_EMIT changed();
}

Result<void> EventDocument::load(const EventTemplate &eventTemplate)
{
    auto form = EventForm::create(eventTemplate);
    if (!form)
        return tl::make_unexpected(form.error());
    m_form = std::move(*form);
    m_text = writeJson(m_form->event(), JsonLayout::Indented);
    m_name = eventTemplate.title;
    m_isTextEdited = false;
    m_problem.reset();
    Q_EMIT loaded();
    Q_EMIT changed();
    return {};
}

Result<void> EventDocument::load(const EventTemplate &eventTemplate, const EventDraft &event,
                                 Kept kept)
{
    auto form = EventForm::create(eventTemplate);
    if (!form)
        return tl::make_unexpected(form.error());
    m_form = std::move(*form);
    m_text = event.text;
    m_name = event.name;
    m_isTextEdited = kept == Kept::Draft;
    check();
    Q_EMIT loaded();
    Q_EMIT changed();
    return {};
}

void EventDocument::editText(const QByteArray &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_isTextEdited = true;
    check();
    Q_EMIT formChanged();
    Q_EMIT changed();
}

Result<void> EventDocument::editParameter(const QString &name, const OrderedJson &value)
{
    // A form that is not in step must not write over a text that it does not know.
    if (!isFormUsable())
        return failure(Error::Code::InvalidArgument, name);
    if (const auto set = m_form->setParameter(name, value); !set)
        return set;
    takeFormText();
    return {};
}

void EventDocument::finishEditing()
{
    if (!isFormUsable())
        return;
    const OrderedJson before = m_form->event();
    m_form->followEdits();
    if (m_form->event() != before)
        takeFormText();
}

void EventDocument::indent()
{
    const auto json = parseJson(m_text);
    if (!json)
        return;
    m_text = writeJson(*json, JsonLayout::Indented);
    Q_EMIT textReplaced();
    Q_EMIT changed();
}

void EventDocument::check()
{
    m_problem.reset();
    if (!m_form || isTooLargeForForm()) {
        if (const auto checked = checkJson(m_text); !checked)
            m_problem = checked.error();
        return;
    }
    const auto json = parseJson(m_text);
    if (json)
        m_form->setEvent(*json);
    else
        m_problem = json.error();
}

void EventDocument::takeFormText()
{
    m_text = writeJson(m_form->event(), JsonLayout::Indented);
    Q_EMIT textReplaced();
    Q_EMIT formChanged();
    Q_EMIT changed();
}

} // namespace coldframe

#include "moc_eventdocument.cpp"
