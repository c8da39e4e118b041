// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/pastedialog.h"

#include "core/events/templatecatalogue.h"
#include "gui/base/codeeditor.h"
#include "wording/pastetext.h"

#include <nlohmann/json.hpp>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <chrono>

namespace coldframe {

using namespace std::chrono_literals;

namespace {

/// What an HTTP request can become, the usual one first.
constexpr const char *requestTemplates[] = {"apigw-http-v2", "apigw-rest", "function-url", "alb"};

QLabel *headingOf(const QString &text, QWidget *buddy)
{
    auto *label = new QLabel(text);
    label->setBuddy(buddy);
    return label;
}

} // namespace

PasteDialog::PasteDialog(const TemplateCatalogue &catalogue, QWidget *parent)
    : QDialog(parent)
    , m_catalogue(catalogue)
    , m_text(new QPlainTextEdit)
    , m_targetRow(new QWidget)
    , m_target(new QComboBox)
    , m_resultPlace(new QWidget)
    , m_notes(new QLabel)
    , m_preview(new CodeEditor)
{
    setObjectName(QStringLiteral("pasteDialog"));
    setWindowTitle(tr("Paste as Event"));
    m_text->setObjectName(QStringLiteral("pastedText"));
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setPlaceholderText(
        tr("A curl command, console output, a log line, or an object of JavaScript or Python"));
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Copied text"));
    m_target->setObjectName(QStringLiteral("pasteTarget"));
    for (const char *id : requestTemplates) {
        if (const auto found = m_catalogue.find(QLatin1String(id)))
            m_target->addItem(QStringLiteral("%1 · %2").arg(found->service, found->title),
                              found->id);
    }
    m_target->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *row = new QHBoxLayout(m_targetRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(headingOf(tr("The request &arrives through"), m_target));
    row->addWidget(m_target, 1);
    auto *place = new QVBoxLayout(m_resultPlace);
    place->setContentsMargins(0, 0, 0, 0);
    m_notes->setObjectName(QStringLiteral("pasteNotes"));
    m_notes->setTextFormat(Qt::PlainText);
    m_notes->setWordWrap(true);
    m_notes->setForegroundRole(QPalette::PlaceholderText);
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_preview->setObjectName(QStringLiteral("pastePreview"));
    m_preview->setTextLabel(tr("The event"));
    m_preview->setLanguage(CodeLanguage::Json);
    m_preview->setReadOnly(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_take = buttons->addButton(tr("Replace the Event"), QDialogButtonBox::AcceptRole);
    m_take->setObjectName(QStringLiteral("takePasted"));
    m_take->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(headingOf(tr("&Copied text:"), m_text));
    layout->addWidget(m_text, 2);
    layout->addWidget(m_targetRow);
    layout->addWidget(m_resultPlace);
    layout->addWidget(m_notes);
    m_previewTitle = headingOf(tr("&Event:"), m_preview);
    layout->addWidget(m_previewTitle);
    layout->addWidget(m_preview, 3);
    layout->addWidget(buttons);
    resize(640, 620);

    m_typing.setSingleShot(true);
    m_typing.setInterval(150ms);
    connect(&m_typing, &QTimer::timeout, this, &PasteDialog::readText);
    connect(m_text, &QPlainTextEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_target, &QComboBox::currentIndexChanged, this, &PasteDialog::readText);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        readText();
        if (!m_pasted)
            return;
        accept();
        Q_EMIT eventPasted(*m_pasted);
    });
    readText();
}

void PasteDialog::setText(const QString &text)
{
    m_text->setPlainText(text);
    readText();
    // A command is known to be one; what is left to do is to look and to take it.
    if (m_pasted)
        m_take->setFocus();
}

void PasteDialog::readText()
{
    m_typing.stop();
    showResult(m_text->toPlainText().toUtf8());
}

void PasteDialog::showResult(const QByteArray &text)
{
    m_targetRow->setVisible(isCurlCommand(text));
    const PasteResult result = pasteEvent(text, m_catalogue, target());
    m_pasted = result ? std::optional(*result) : std::nullopt;
    m_take->setEnabled(m_pasted.has_value());
    m_preview->setVisible(m_pasted.has_value());
    m_previewTitle->setVisible(m_pasted.has_value());
    if (result) {
        QStringList notes;
        for (const PasteNote &note : result->notes)
            notes.append(pasteNoteText(note));
        tell(NoticeBar::Tone::Success, pasteSummary(*result), notes);
        m_preview->setText(QString::fromUtf8(writeJson(*result->event, JsonLayout::Indented)));
        return;
    }
    const bool isEmpty = result.error().kind == PasteError::Kind::Empty;
    tell(isEmpty ? NoticeBar::Tone::Information : NoticeBar::Tone::Error,
         pasteErrorText(result.error()), {});
    m_preview->setText({});
}

void PasteDialog::tell(NoticeBar::Tone tone, const QString &sentence, const QStringList &notes)
{
    if (!m_result || m_result->tone() != tone) {
        delete m_result;
        m_result = new NoticeBar(tone, sentence);
        m_result->setObjectName(QStringLiteral("pasteResult"));
        m_resultPlace->layout()->addWidget(m_result);
    }
    m_result->setSentence(sentence);
    QStringList lines;
    for (const QString &note : notes)
        lines.append(QStringLiteral("• ") + note);
    m_notes->setText(lines.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
}

PasteTarget PasteDialog::target() const
{
    PasteTarget target;
    if (m_target->count() > 0)
        target.templateId = m_target->currentData().toString();
    return target;
}

} // namespace coldframe

#include "moc_pastedialog.cpp"
