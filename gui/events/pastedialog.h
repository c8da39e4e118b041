// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventpaste.h"
#include "gui/base/noticebar.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace coldframe {

class CodeEditor;

/// Makes an event of what somebody copied, and shows what it was taken for before it replaces the
/// present event.
class PasteDialog : public QDialog
{
    Q_OBJECT

public:
    /// The catalogue outlives the dialog.
    explicit PasteDialog(const TemplateCatalogue &catalogue, QWidget *parent = nullptr);

    void setText(const QString &text);

Q_SIGNALS:
    /// The user takes it.
    void eventPasted(const coldframe::PastedEvent &pasted);

private:
    void readText();
    void showResult(const QByteArray &text);
    void tell(NoticeBar::Tone tone, const QString &sentence, const QStringList &notes);
    PasteTarget target() const;

    const TemplateCatalogue &m_catalogue;
    QPlainTextEdit *m_text;
    QWidget *m_targetRow;
    QComboBox *m_target;
    NoticeBar *m_result = nullptr;
    QWidget *m_resultPlace;
    QLabel *m_notes;
    QLabel *m_previewTitle;
    CodeEditor *m_preview;
    QPushButton *m_take;
    QTimer m_typing;
    std::optional<PastedEvent> m_pasted;
};

} // namespace coldframe
