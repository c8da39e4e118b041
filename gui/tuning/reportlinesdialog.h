// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QPlainTextEdit;

namespace coldframe {

/// Takes REPORT lines of real runs, pasted or from a file. It reads no file itself.
class ReportLinesDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ReportLinesDialog(QWidget *parent = nullptr);

    QByteArray text() const;
    void setText(const QByteArray &text);

    /// Why the lines did not help; the dialog stays open.
    void showError(const QString &sentence);

Q_SIGNALS:
    /// The person has given lines.
    void linesGiven(const QByteArray &text);
    /// A file was chosen, whose text setText() waits for.
    void fileChosen(const QString &path);

private:
    void chooseFile();

    QPlainTextEdit *m_text;
    QLabel *m_error;
    QDialogButtonBox *m_buttons;
};

} // namespace coldframe
