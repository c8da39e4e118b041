// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventparameter.h"

#include <QWidget>

#include <memory>

class QLabel;
class QToolButton;

namespace coldframe {

class ValueEditor;

/// One row of the form: label, value, help, and what is wrong with the value.
class ParameterField : public QWidget
{
    Q_OBJECT

public:
    explicit ParameterField(EventParameter parameter, QWidget *parent = nullptr);
    ~ParameterField() override;

    const EventParameter &parameter() const { return m_parameter; }

    /// Shows a value. What the user typed stays when it means the same.
    void setValue(const OrderedJson &value);

    /// What stands in the field, or InvalidParameter.
    Result<OrderedJson> value() const;

    /// Tells under the field what it accepts.
    void showProblem(bool wrong);
    bool hasProblem() const { return m_hasProblem; }

Q_SIGNALS:
    void edited(coldframe::ParameterField *field);
    void resetRequested(coldframe::ParameterField *field);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColours();
    void updateReset(const OrderedJson &value);

    EventParameter m_parameter;
    std::unique_ptr<ValueEditor> m_editor;
    QToolButton *m_reset;
    QLabel *m_problem;
    bool m_hasProblem = false;
};

} // namespace coldframe
