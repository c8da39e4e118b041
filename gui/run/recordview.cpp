// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/recordview.h"

#include "core/base/filewriting.h"
#include "gui/base/codeeditor.h"
#include "gui/base/icons.h"
#include "gui/base/noticebar.h"
#include "gui/run/failurebox.h"
#include "gui/run/figuresstrip.h"
#include "gui/run/statusbadge.h"
#include "wording/errortext.h"
#include "wording/figures.h"

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QToolButton>

namespace coldframe {

namespace {

/// Up to this size a response is parsed at once, so that the text does not arrive after the rest.
constexpr qsizetype ParsedAtOnce = 100'000;

} // namespace

RecordView::RecordView(QWidget *parent)
    : QWidget(parent)
    , m_badge(new StatusBadge)
    , m_httpStatus(new QLabel)
    , m_function(new QLabel)
    , m_figures(new FiguresStrip)
    , m_failure(new FailureBox)
    , m_size(new QLabel)
    , m_form(new QComboBox)
    , m_copy(new QToolButton)
    , m_save(new QToolButton)
    , m_notice(new NoticeBar(NoticeBar::Tone::Warning, {}))
    , m_body(new CodeEditor)
{
    setObjectName(QStringLiteral("recordView"));
    m_body->setObjectName(QStringLiteral("responseBody"));
    m_body->setTextLabel(tr("Response"));
    m_body->setReadOnly(true);
    m_notice->setObjectName(QStringLiteral("responseNotice"));
    m_notice->hide();

    auto *text = new QWidget;
    auto *textLayout = new QVBoxLayout(text);
    textLayout->setContentsMargins(0, 0, 0, 0);
    textLayout->setSpacing(0);
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(10, 4, 6, 4);
    tools->setSpacing(6);
    tools->addWidget(m_form);
    tools->addWidget(m_size);
    tools->addStretch(1);
    tools->addWidget(m_copy);
    tools->addWidget(m_save);
    textLayout->addLayout(tools);
    textLayout->addWidget(m_notice);
    textLayout->addWidget(m_body, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(text, 1);

    m_form->setObjectName(QStringLiteral("responseForm"));
    m_form->setAccessibleName(tr("Form of the response"));
    m_size->setObjectName(QStringLiteral("responseSize"));
    m_size->setForegroundRole(QPalette::PlaceholderText);
    m_copy->setObjectName(QStringLiteral("copyResponse"));
    m_copy->setToolTip(tr("Copy the response"));
    m_copy->setAccessibleName(tr("Copy the response"));
    m_copy->setAutoRaise(true);
    m_save->setObjectName(QStringLiteral("saveResponse"));
    m_save->setToolTip(tr("Save the response to a file"));
    m_save->setAccessibleName(tr("Save the response to a file"));
    m_save->setAutoRaise(true);

    connect(m_form, &QComboBox::activated, this, [this] {
        m_chosenForm = static_cast<Form>(m_form->currentData().toInt());
        showForm();
    });
    connect(m_copy, &QToolButton::clicked, this, &RecordView::copyResponse);
    connect(m_save, &QToolButton::clicked, this, &RecordView::askWhereToSave);
    connect(m_failure, &FailureBox::fileRequested, this, &RecordView::fileRequested);
    setTabOrder(m_failure, m_form);
    setTabOrder(m_form, m_copy);
    setTabOrder(m_copy, m_save);
    setTabOrder(m_save, m_body);
    applyColours();
}

void RecordView::setRecord(const InvocationRecord &record, const std::optional<Money> &cost)
{
    m_shown = record;
    m_badge->setStatus(record.status);
    m_function->setText(record.function.name);
    m_figures->setRecord(record, cost);
    m_failure->setRecord(record);
    m_notice->hide();
    m_size->setText(formatBytes(wholeSize()));
    m_copy->setEnabled(!record.response.isEmpty());
    m_save->setEnabled(!record.response.isEmpty());
    if (record.response.size() <= ParsedAtOnce) {
        setText(readResponse(record.response));
        return;
    }
    setText({});
    whenDone(readResponseLater(record.response), this,
             [this, requestId = record.requestId](const Result<ResponseText> &text) {
                 if (text && requestId == m_shown.requestId)
                     setText(*text);
             });
}

qint64 RecordView::wholeSize() const
{
    return std::max<qint64>(m_shown.responseBytes, m_shown.response.size());
}

void RecordView::saveResponse(const QString &path)
{
    const Result<void> written = writeFile(path, m_shown.response);
    m_notice->setVisible(!written);
    if (!written)
        m_notice->setSentence(errorText(written.error()));
}

void RecordView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

QWidget *RecordView::makeHead()
{
    m_httpStatus->setObjectName(QStringLiteral("httpStatus"));
    m_httpStatus->setToolTip(tr("The statusCode of the response"));
    m_function->setObjectName(QStringLiteral("recordFunction"));
    m_function->setForegroundRole(QPalette::PlaceholderText);
    auto *head = new QWidget;
    auto *title = new QHBoxLayout;
    title->setSpacing(10);
    title->addWidget(m_badge);
    title->addWidget(m_httpStatus);
    title->addWidget(m_function);
    title->addStretch(1);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->setSpacing(8);
    layout->addLayout(title);
    layout->addWidget(m_figures);
    layout->addWidget(m_failure);
    return head;
}

void RecordView::applyColours()
{
    m_copy->setIcon(themedIcon(Symbol::Copy, palette()));
    m_save->setIcon(themedIcon(Symbol::Save, palette()));
}

void RecordView::setText(const ResponseText &text)
{
    m_text = text;
    {
        const QSignalBlocker quiet(m_form);
        m_form->clear();
        if (text.isJson)
            m_form->addItem(tr("Formatted"), int(Form::Formatted));
        m_form->addItem(tr("Raw"), int(Form::Raw));
        if (text.body)
            m_form->addItem(tr("Body"), int(Form::Body));
        m_form->setCurrentIndex(std::max(0, m_form->findData(int(m_chosenForm))));
        m_form->setEnabled(m_form->count() > 1);
    }
    m_httpStatus->setVisible(text.statusCode.has_value());
    if (text.statusCode)
        m_httpStatus->setText(tr("HTTP %1").arg(*text.statusCode));
    if (wholeSize() > m_shown.response.size()) {
        m_notice->setSentence(
            tr("%1 were streamed; only the first %2 are kept, here as for Copy and Save.")
                .arg(formatBytes(wholeSize()), formatBytes(m_shown.response.size())));
        m_notice->show();
    } else if (text.isCut) {
        m_notice->setSentence(
            tr("Only a part of this response is shown here. Copy and Save take all of it."));
        m_notice->show();
    }
    showForm();
}

void RecordView::showForm()
{
    const auto form = static_cast<Form>(m_form->currentData().toInt());
    QString shown;
    switch (form) {
    case Form::Formatted:
        shown = m_text.formatted;
        break;
    case Form::Raw:
        shown = m_text.raw;
        break;
    case Form::Body:
        shown = *m_text.body;
        break;
    }
    const bool coloured = m_text.isJson
        && (form != Form::Body || shown.startsWith(QLatin1Char('{'))
            || shown.startsWith(QLatin1Char('[')));
    m_body->setLanguage(coloured ? CodeLanguage::Json : CodeLanguage::Plain);
    m_body->setText(shown);
}

void RecordView::copyResponse()
{
    const bool whole = !m_text.isCut && m_form->currentData().toInt() != int(Form::Raw);
    QGuiApplication::clipboard()->setText(whole ? m_body->text()
                                                : QString::fromUtf8(m_shown.response));
}

void RecordView::askWhereToSave()
{
    auto *dialog = new QFileDialog(this, tr("Save Response"));
    dialog->setObjectName(QStringLiteral("saveResponseDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(m_text.isJson ? QStringLiteral("json") : QStringLiteral("txt"));
    dialog->selectFile(m_shown.function.name + QStringLiteral("-response.")
                       + dialog->defaultSuffix());
    connect(dialog, &QFileDialog::fileSelected, this, &RecordView::saveResponse);
    dialog->open();
}

} // namespace coldframe

#include "moc_recordview.cpp"
