// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/cost/pricesview.h"

#include "gui/base/codeeditor.h"
#include "gui/base/noticebar.h"
#include "gui/base/theme.h"
#include "wording/costtext.h"
#include "wording/errortext.h"

#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace coldframe {

PricesView::PricesView(QWidget *parent)
    : QWidget(parent)
    , m_summary(new QLabel)
    , m_status(new QLabel)
    , m_save(new QPushButton(tr("&Save as Own Prices")))
    , m_revert(new QPushButton(tr("Re&vert")))
    , m_reset(new QPushButton(tr("Reset to &Coldframe's Prices…")))
    , m_notice(new NoticeBar(NoticeBar::Tone::Warning, {}))
    , m_editor(new CodeEditor)
{
    m_summary->setObjectName(QStringLiteral("pricesSummary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_status->setObjectName(QStringLiteral("pricesStatus"));
    m_status->setTextFormat(Qt::PlainText);
    m_status->setWordWrap(true);
    m_save->setObjectName(QStringLiteral("savePrices"));
    m_revert->setObjectName(QStringLiteral("revertPrices"));
    m_revert->setToolTip(tr("Take back what was changed since the last time prices were saved"));
    m_reset->setObjectName(QStringLiteral("resetPrices"));
    m_notice->setObjectName(QStringLiteral("pricesNotice"));
    m_notice->hide();
    m_editor->setObjectName(QStringLiteral("pricesEditor"));
    m_editor->setLanguage(CodeLanguage::Json);
    m_editor->setTextLabel(tr("Price book as JSON"));

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addWidget(m_status, 1);
    buttons->addWidget(m_save);
    buttons->addWidget(m_revert);
    buttons->addWidget(m_reset);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(10, 6, 10, 4);
    head->setSpacing(4);
    head->addWidget(m_summary);
    head->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addLayout(head);
    layout->addWidget(m_editor, 1);

    connect(m_editor, &CodeEditor::textChanged, this, &PricesView::check);
    connect(m_save, &QPushButton::clicked, this,
            [this] { Q_EMIT saveRequested(m_editor->text().toUtf8()); });
    connect(m_revert, &QPushButton::clicked, this,
            [this] { m_editor->setText(m_stored, CodeEditor::UndoHistory::Keep); });
    connect(m_reset, &QPushButton::clicked, this, &PricesView::askToReset);
    check();
    applyColours();
}

void PricesView::setPrices(const ActivePriceBook &book, const QByteArray &text,
                           const QString &problem, const QDate &today)
{
    const bool isEdited = !m_stored.isEmpty() && m_editor->text() != m_stored;
    const QString stored = QString::fromUtf8(text);
    const bool wasSaved = m_editor->text() == stored;
    m_stored = stored;
    m_isUsers = book.isUsers || !problem.isEmpty();
    m_summary->setText(tr("%1: %2").arg(priceBookText(book), QDir::toNativeSeparators(book.path)));
    const QString told = problem.isEmpty() ? oldPricesText(book, today) : problem;
    m_notice->setSentence(told);
    m_notice->setVisible(!told.isEmpty());
    if (!isEdited && !wasSaved)
        m_editor->setText(stored);
    check();
}

void PricesView::check()
{
    const QString text = m_editor->text();
    const Result<PriceBook> book = PriceBook::parse(text.toUtf8());
    const bool isEdited = text != m_stored;
    m_isWrong = !book.has_value() && !text.isEmpty();
    if (m_isWrong && book.error().position)
        m_editor->showProblem(*book.error().position, book.error().detail);
    else
        m_editor->clearProblem();
    if (m_isWrong && !book.error().position)
        m_status->setText(tr("No price book yet: %1 is missing, misspelt or has the wrong form.")
                              .arg(book.error().detail));
    else if (m_isWrong)
        m_status->setText(errorText(book.error()));
    else if (isEdited)
        m_status->setText(tr("Changed. Saved prices count for this and all other workspaces."));
    else
        m_status->setText(
            m_isUsers ? tr("These prices are your own.")
                      : tr("Change a price, its date and its source to make them your own."));
    m_save->setEnabled(isEdited && book.has_value());
    m_revert->setEnabled(isEdited);
    m_reset->setEnabled(m_isUsers);
    applyColours();
}

void PricesView::askToReset()
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Reset Prices"),
                                tr("Remove your own prices and use Coldframe's again?"),
                                QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("resetPricesBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *reset = box->addButton(tr("Reset"), QMessageBox::DestructiveRole);
    reset->setObjectName(QStringLiteral("confirmResetPrices"));
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(reset, &QPushButton::clicked, this, [this] {
        m_editor->setText(m_stored); // what is reset is not kept as an edit
        Q_EMIT resetRequested();
    });
    box->open();
}

void PricesView::applyColours()
{
    QPalette colours;
    const ThemeColours theme = ThemeColours::of(palette());
    colours.setColor(QPalette::WindowText, m_isWrong ? theme.error : theme.muted);
    m_status->setPalette(colours);
}

void PricesView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

} // namespace coldframe

#include "moc_pricesview.cpp"
