// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/parameterfield.h"

#include "gui/base/icons.h"
#include "gui/base/theme.h"
#include "gui/events/valueeditor.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <nlohmann/json.hpp>

namespace coldframe {

namespace {

QLabel *smallLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    QFont small = label->font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    label->setFont(small);
    return label;
}

} // namespace

ParameterField::ParameterField(EventParameter parameter, QWidget *parent)
    : QWidget(parent)
    , m_parameter(std::move(parameter))
    , m_editor(ValueEditor::create(m_parameter, this))
    , m_reset(new QToolButton)
    , m_problem(smallLabel({}))
{
    if (m_parameter.label.isEmpty())
        m_parameter.label = m_parameter.name;
    setObjectName(QStringLiteral("field_") + m_parameter.name);
    QWidget *editor = m_editor->widget();
    editor->setObjectName(QStringLiteral("value_") + m_parameter.name);
    editor->setAccessibleName(m_parameter.label);
    editor->setAccessibleDescription(m_parameter.help);
    editor->setToolTip(m_parameter.help);
    m_problem->setObjectName(QStringLiteral("problem_") + m_parameter.name);
    m_problem->hide();
    m_reset->setObjectName(QStringLiteral("reset_") + m_parameter.name);
    m_reset->setAutoRaise(true);
    m_reset->setToolTip(tr("Reset to the default"));
    m_reset->setAccessibleName(tr("Reset %1 to the default").arg(m_parameter.label));
    m_reset->setIconSize(QSize(14, 14));
    m_reset->setFixedSize(20, 20);
    QSizePolicy keepsPlace = m_reset->sizePolicy();
    keepsPlace.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(keepsPlace);
    m_reset->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    auto *head = new QHBoxLayout;
    head->setSpacing(4);
    if (m_parameter.type == ParameterType::Boolean) {
        head->addWidget(editor, 1);
    } else {
        auto *label = new QLabel(m_parameter.label);
        label->setBuddy(editor);
        label->setToolTip(m_parameter.help);
        head->addWidget(label, 1);
    }
    head->addWidget(m_reset);
    layout->addLayout(head);
    if (m_parameter.type != ParameterType::Boolean)
        layout->addWidget(editor);
    layout->addWidget(m_problem);
    if (!m_parameter.help.isEmpty()) {
        QLabel *help = smallLabel(m_parameter.help);
        help->setForegroundRole(QPalette::PlaceholderText);
        layout->addWidget(help);
    }
    setTabOrder(editor, m_reset);

    connect(m_editor.get(), &ValueEditor::edited, this, [this] { Q_EMIT edited(this); });
    connect(m_reset, &QToolButton::clicked, this, [this] { Q_EMIT resetRequested(this); });
    applyColours();
}

ParameterField::~ParameterField() = default;

void ParameterField::setValue(const OrderedJson &value)
{
    if (const auto shown = m_editor->value(); !shown || *shown != value)
        m_editor->setValue(value);
    updateReset(value);
    showProblem(false);
}

Result<OrderedJson> ParameterField::value() const
{
    return m_editor->value();
}

void ParameterField::showProblem(bool wrong)
{
    m_hasProblem = wrong;
    m_problem->setVisible(wrong);
    if (!wrong)
        return;
    m_problem->setText(tr("Not accepted here. Enter %1.").arg(acceptedValues(m_parameter)));
    m_reset->show();
}

void ParameterField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void ParameterField::applyColours()
{
    m_reset->setIcon(themedIcon(Symbol::Undo, palette()));
    QPalette colours = m_problem->palette();
    colours.setColor(QPalette::WindowText, ThemeColours::of(palette()).error);
    m_problem->setPalette(colours);
}

void ParameterField::updateReset(const OrderedJson &value)
{
    m_reset->setVisible(!m_parameter.defaultValue || value != *m_parameter.defaultValue);
}

} // namespace coldframe

#include "moc_parameterfield.cpp"
