// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventform.h"

#include <QWidget>

#include <vector>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace coldframe {

class EventDocument;
class ParameterField;

/// The parameters of the document's template as a form, in step with the document.
class ParameterForm : public QWidget
{
    Q_OBJECT

public:
    /// The document outlives the form.
    explicit ParameterForm(EventDocument &document, QWidget *parent = nullptr);

private:
    void build();
    void addFields(const EventTemplate &eventTemplate);
    void refresh();
    void onEdited(ParameterField *field);
    void onResetRequested(ParameterField *field);
    void apply(ParameterField *field, const Result<OrderedJson> &value);

    EventDocument &m_document;
    QLabel *m_summary;
    QWidget *m_fieldArea = nullptr; ///< built anew for each template
    QToolButton *m_more = nullptr;
    QVBoxLayout *m_layout;
    std::vector<ParameterField *> m_fields;
    bool m_isApplying = false;
};

} // namespace coldframe
