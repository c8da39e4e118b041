// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tuning/reportlinesdialog.h"

#include "gui/base/theme.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace coldframe {

ReportLinesDialog::ReportLinesDialog(QWidget *parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit)
    , m_error(new QLabel)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel))
{
    setObjectName(QStringLiteral("reportLinesDialog"));
    setWindowTitle(tr("Import REPORT Lines"));
    resize(640, 360);
    auto *explanation = new QLabel(
        tr("Paste REPORT lines of this function and event from Amazon CloudWatch Logs, of any "
           "memory sizes. Their durations tell how fast Lambda's processors are for this "
           "function. Other lines are passed over."));
    explanation->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("reportLines"));
    m_text->setAccessibleName(tr("REPORT lines"));
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(
        QStringLiteral("REPORT RequestId: … Duration: 163.70 ms Billed Duration: 164 ms Memory "
                       "Size: 512 MB Max Memory Used: 41 MB"));
    m_error->setObjectName(QStringLiteral("reportLinesError"));
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->hide();
    QPushButton *file = m_buttons->addButton(tr("Open File…"), QDialogButtonBox::ActionRole);
    QPushButton *take = m_buttons->addButton(tr("Calibrate"), QDialogButtonBox::ApplyRole);
    take->setObjectName(QStringLiteral("takeReportLines"));
    take->setDefault(true);
    take->setEnabled(false);
    auto *column = new QVBoxLayout(this);
    column->addWidget(explanation);
    column->addWidget(m_text, 1);
    column->addWidget(m_error);
    column->addWidget(m_buttons);

    connect(m_text, &QPlainTextEdit::textChanged, this, [this, take] {
        take->setEnabled(!m_text->document()->isEmpty());
        m_error->hide();
    });
    connect(file, &QPushButton::clicked, this, &ReportLinesDialog::chooseFile);
    connect(take, &QPushButton::clicked, this, [this] { Q_EMIT linesGiven(text()); });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QByteArray ReportLinesDialog::text() const
{
    return m_text->toPlainText().toUtf8();
}

void ReportLinesDialog::setText(const QByteArray &text)
{
    m_text->setPlainText(QString::fromUtf8(text));
}

void ReportLinesDialog::showError(const QString &sentence)
{
    QPalette palette = m_error->palette();
    palette.setColor(QPalette::WindowText, ThemeColours::of(this->palette()).error);
    m_error->setPalette(palette);
    m_error->setText(sentence);
    m_error->show();
}

void ReportLinesDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("REPORT Lines"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ReportLinesDialog::fileChosen);
    dialog->open();
}

} // namespace coldframe

#include "moc_reportlinesdialog.cpp"
