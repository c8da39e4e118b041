// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/valueeditor.h"

#include "gui/events/fieldtext.h"

#include <QAbstractTextDocumentLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFontDatabase>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTextDocument>
#include <QWheelEvent>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>

namespace coldframe {

namespace {

/// A wheel that scrolls a form must not change the fields that it passes over.
class WheelPass : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *widget = qobject_cast<const QWidget *>(watched);
        if (event->type() != QEvent::Wheel || !widget || widget->hasFocus())
            return false;
        event->ignore();
        return true;
    }
};

void passWheel(QWidget *widget)
{
    widget->setFocusPolicy(Qt::StrongFocus);
    widget->installEventFilter(new WheelPass(widget));
}

class LineValueEditor final : public ValueEditor
{
public:
    LineValueEditor(EventParameter parameter, QWidget *parent)
        : m_parameter(std::move(parameter))
        , m_field(new QLineEdit(parent))
    {
        connect(m_field, &QLineEdit::textEdited, this, &ValueEditor::edited);
    }

    QWidget *widget() const override { return m_field; }

    void setValue(const OrderedJson &value) override
    {
        if (const QString text = fieldText(m_parameter, value); text != m_field->text())
            m_field->setText(text);
    }

    Result<OrderedJson> value() const override { return fieldValue(m_parameter, m_field->text()); }

private:
    EventParameter m_parameter;
    QLineEdit *m_field;
};

/// A text of several lines that grows with its content, up to a point.
class GrowingTextEdit final : public QPlainTextEdit
{
public:
    explicit GrowingTextEdit(QWidget *parent)
        : QPlainTextEdit(parent)
    {
        setTabChangesFocus(true);
        setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged,
                this, [this] { fit(); });
        fit();
    }

private:
    void fit()
    {
        // The layout of a plain text counts its height in lines.
        const int lines = std::clamp(static_cast<int>(document()->size().height()), 2, 8);
        const int margins = 2 * static_cast<int>(document()->documentMargin()) + 2 * frameWidth();
        setFixedHeight(lines * fontMetrics().lineSpacing() + margins + 2);
    }
};

class TextValueEditor final : public ValueEditor
{
public:
    TextValueEditor(EventParameter parameter, QWidget *parent)
        : m_parameter(std::move(parameter))
        , m_field(new GrowingTextEdit(parent))
    {
        connect(m_field, &QPlainTextEdit::textChanged, this, &ValueEditor::edited);
    }

    QWidget *widget() const override { return m_field; }

    void setValue(const OrderedJson &value) override
    {
        const QString text = fieldText(m_parameter, value);
        if (text == m_field->toPlainText())
            return;
        const QSignalBlocker quiet(this);
        m_field->setPlainText(text);
    }

    Result<OrderedJson> value() const override
    {
        return fieldValue(m_parameter, m_field->toPlainText());
    }

private:
    EventParameter m_parameter;
    GrowingTextEdit *m_field;
};

class NumberValueEditor final : public ValueEditor
{
public:
    NumberValueEditor(const EventParameter &parameter, QWidget *parent)
        : m_field(new QSpinBox(parent))
    {
        m_field->setRange(static_cast<int>(*parameter.minimum),
                          static_cast<int>(*parameter.maximum));
        m_field->setGroupSeparatorShown(true);
        m_field->setMaximumWidth(160);
        passWheel(m_field);
        connect(m_field, &QSpinBox::valueChanged, this, &ValueEditor::edited);
    }

    QWidget *widget() const override { return m_field; }

    void setValue(const OrderedJson &value) override
    {
        const QSignalBlocker quiet(this);
        if (value.is_number_integer())
            m_field->setValue(value.get<int>());
    }

    Result<OrderedJson> value() const override { return OrderedJson(m_field->value()); }

private:
    QSpinBox *m_field;
};

class BooleanValueEditor final : public ValueEditor
{
public:
    BooleanValueEditor(const EventParameter &parameter, QWidget *parent)
        : m_field(new QCheckBox(parameter.label, parent))
    {
        connect(m_field, &QCheckBox::clicked, this, &ValueEditor::edited);
    }

    QWidget *widget() const override { return m_field; }
    void setValue(const OrderedJson &value) override
    {
        m_field->setChecked(value.is_boolean() && value.get<bool>());
    }
    Result<OrderedJson> value() const override { return OrderedJson(m_field->isChecked()); }

private:
    QCheckBox *m_field;
};

class ChoiceValueEditor final : public ValueEditor
{
public:
    ChoiceValueEditor(const EventParameter &parameter, QWidget *parent)
        : m_field(new QComboBox(parent))
    {
        m_field->addItems(parameter.choices);
        m_field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_field->setMinimumContentsLength(12);
        passWheel(m_field);
        connect(m_field, &QComboBox::activated, this, &ValueEditor::edited);
    }

    QWidget *widget() const override { return m_field; }
    void setValue(const OrderedJson &value) override
    {
        if (value.is_string())
            m_field->setCurrentText(QString::fromStdString(value.get_ref<const std::string &>()));
    }
    Result<OrderedJson> value() const override
    {
        return OrderedJson(m_field->currentText().toStdString());
    }

private:
    QComboBox *m_field;
};

bool fitsSpinBox(const EventParameter &parameter)
{
    return parameter.minimum && parameter.maximum
        && *parameter.minimum >= std::numeric_limits<int>::min()
        && *parameter.maximum <= std::numeric_limits<int>::max();
}

} // namespace

std::unique_ptr<ValueEditor> ValueEditor::create(const EventParameter &parameter, QWidget *parent)
{
    switch (parameter.type) {
    case ParameterType::Boolean:
        return std::make_unique<BooleanValueEditor>(parameter, parent);
    case ParameterType::Choice:
        return std::make_unique<ChoiceValueEditor>(parameter, parent);
    case ParameterType::Integer:
        if (fitsSpinBox(parameter))
            return std::make_unique<NumberValueEditor>(parameter, parent);
        break;
    case ParameterType::MultilineText:
    case ParameterType::Map:
    case ParameterType::MultiMap:
    case ParameterType::List:
    case ParameterType::Json:
    case ParameterType::Document:
        if (!parameter.queryText)
            return std::make_unique<TextValueEditor>(parameter, parent);
        break;
    case ParameterType::Text:
    case ParameterType::PointInTime:
    case ParameterType::Region:
    case ParameterType::Account:
        break;
    }
    return std::make_unique<LineValueEditor>(parameter, parent);
}

} // namespace coldframe

#include "moc_valueeditor.cpp"
