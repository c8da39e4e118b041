// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/parameterform.h"

#include "gui/events/eventdocument.h"
#include "gui/events/parameterfield.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <nlohmann/json.hpp>

namespace coldframe {

ParameterForm::ParameterForm(EventDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_summary(new QLabel)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("parameterForm"));
    m_summary->setObjectName(QStringLiteral("templateSummary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_layout->setContentsMargins(10, 8, 10, 10);
    m_layout->setSpacing(10);
    m_layout->addWidget(m_summary);
    m_layout->addStretch(1);
    connect(&document, &EventDocument::loaded, this, &ParameterForm::build);
    connect(&document, &EventDocument::formChanged, this, &ParameterForm::refresh);
    build();
}

void ParameterForm::build()
{
    m_fields.clear();
    m_more = nullptr;
    delete m_fieldArea;
    m_fieldArea = nullptr;
    const EventForm *form = m_document.form();
    m_summary->setText(form ? form->eventTemplate().summary : QString());
    m_summary->setVisible(form && !form->eventTemplate().summary.isEmpty());
    if (!form)
        return;
    addFields(form->eventTemplate());
    refresh();
}

void ParameterForm::addFields(const EventTemplate &eventTemplate)
{
    m_fieldArea = new QWidget;
    auto *rows = new QVBoxLayout(m_fieldArea);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(10);
    auto *advanced = new QWidget;
    auto *advancedRows = new QVBoxLayout(advanced);
    advancedRows->setContentsMargins(0, 0, 0, 0);
    advancedRows->setSpacing(10);
    int folded = 0;
    for (const EventParameter &parameter : eventTemplate.parameters) {
        auto *field = new ParameterField(parameter);
        connect(field, &ParameterField::edited, this, &ParameterForm::onEdited);
        connect(field, &ParameterField::resetRequested, this, &ParameterForm::onResetRequested);
        m_fields.push_back(field);
        (parameter.advanced ? advancedRows : rows)->addWidget(field);
        folded += parameter.advanced ? 1 : 0;
    }
    if (folded > 0) {
        m_more = new QToolButton;
        m_more->setObjectName(QStringLiteral("moreParameters"));
        m_more->setCheckable(true);
        m_more->setAutoRaise(true);
        m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        m_more->setArrowType(Qt::RightArrow);
        m_more->setText(folded == 1 ? tr("1 more field") : tr("%n more fields", nullptr, folded));
        connect(m_more, &QToolButton::toggled, advanced, &QWidget::setVisible);
        connect(m_more, &QToolButton::toggled, m_more,
                [this](bool open) { m_more->setArrowType(open ? Qt::DownArrow : Qt::RightArrow); });
        rows->addWidget(m_more);
    }
    rows->addWidget(advanced);
    advanced->hide();
    m_layout->insertWidget(1, m_fieldArea);
}

void ParameterForm::refresh()
{
    const EventForm *form = m_document.form();
    if (!form)
        return;
    m_fieldArea->setEnabled(m_document.isFormUsable());
    for (ParameterField *field : m_fields) {
        // An edit in one field must not take away what is still being corrected in another.
        if (m_isApplying && field->hasProblem())
            continue;
        if (const OrderedJson *value = form->values().find(field->parameter().name))
            field->setValue(*value);
    }
}

void ParameterForm::onEdited(ParameterField *field)
{
    apply(field, field->value());
}

void ParameterForm::onResetRequested(ParameterField *field)
{
    if (!field->parameter().defaultValue)
        return;
    field->setValue(*field->parameter().defaultValue);
    apply(field, *field->parameter().defaultValue);
}

void ParameterForm::apply(ParameterField *field, const Result<OrderedJson> &value)
{
    m_isApplying = true;
    const bool accepted
        = value && m_document.editParameter(field->parameter().name, *value).has_value();
    m_isApplying = false;
    field->showProblem(!accepted);
}

} // namespace coldframe

#include "moc_parameterform.cpp"
