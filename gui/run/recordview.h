// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/money.h"
#include "core/lambda/invocation.h"
#include "gui/run/responsetext.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QSplitter;
class QToolButton;

namespace coldframe {

class CodeEditor;
class FailureBox;
class FiguresStrip;
class NoticeBar;
class StatusBadge;

/// One finished invocation: how it ended, its figures, what went wrong, and its response.
class RecordView : public QWidget
{
    Q_OBJECT

public:
    explicit RecordView(QWidget *parent = nullptr);

    void setRecord(const InvocationRecord &record, const std::optional<Money> &cost);

    /// Writes the response as it came; tells in the view when that fails.
    void saveResponse(const QString &path);

Q_SIGNALS:
    void fileRequested(const QString &path, int line);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Form { Formatted, Raw, Body };

    QWidget *makeHead();
    void applyColours();
    void setText(const ResponseText &text);
    void showForm();
    qint64 wholeSize() const; ///< in bytes; of a streamed response more than is kept
    void copyResponse();
    void askWhereToSave();

    InvocationRecord m_shown;
    ResponseText m_text;
    Form m_chosenForm = Form::Formatted; ///< stays from record to record
    StatusBadge *m_badge;
    QLabel *m_httpStatus;
    QLabel *m_function;
    FiguresStrip *m_figures;
    FailureBox *m_failure;
    QLabel *m_size;
    QComboBox *m_form;
    QToolButton *m_copy;
    QToolButton *m_save;
    NoticeBar *m_notice;
    CodeEditor *m_body;
};

} // namespace coldframe
