// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/queue/queuedetail.h"

#include "core/base/jsontext.h"
#include "gui/base/codeeditor.h"
#include "gui/base/icons.h"
#include "gui/base/listtable.h"
#include "gui/base/noticebar.h"
#include "gui/queue/queuedelegate.h"
#include "gui/queue/queuetext.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <nlohmann/json.hpp>

namespace coldframe {

namespace {

/// Up to this size a text is indented; of a longer one the beginning is shown. Copying takes all.
constexpr qsizetype LongestIndented = 100'000;

QString shownJson(const QByteArray &bytes)
{
    if (bytes.size() > LongestIndented)
        return QString::fromUtf8(bytes.first(LongestIndented)) + QChar(u'\u2026');
    const auto json = parseJson(bytes);
    return QString::fromUtf8(json ? writeJson(*json, JsonLayout::Indented) : bytes);
}

CodeEditor *makeJsonView(const QString &objectName, const QString &label)
{
    auto *view = new CodeEditor;
    view->setObjectName(objectName);
    view->setTextLabel(label);
    view->setLanguage(CodeLanguage::Json);
    view->setReadOnly(true);
    return view;
}

} // namespace

QueueDetail::QueueDetail(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabWidget)
    , m_table(new QTableView)
    , m_earlier(new QLabel(tr("Attempts before this window was open are not listed.")))
    , m_event(makeJsonView(QStringLiteral("queuedEventText"), tr("Event")))
    , m_record(makeJsonView(QStringLiteral("destinationRecord"), tr("Destination record")))
    , m_deliveries(new QLabel)
    , m_problem(new NoticeBar(NoticeBar::Tone::Warning, {}))
    , m_copy(new QToolButton)
{
    setObjectName(QStringLiteral("queueDetail"));
    setUpAttempts();
    m_earlier->setObjectName(QStringLiteral("earlierAttempts"));
    m_earlier->setForegroundRole(QPalette::PlaceholderText);
    m_earlier->setContentsMargins(8, 4, 8, 4);
    m_earlier->setWordWrap(true);
    auto *attempts = new QWidget;
    auto *attemptsLayout = new QVBoxLayout(attempts);
    attemptsLayout->setContentsMargins(0, 0, 0, 0);
    attemptsLayout->setSpacing(0);
    attemptsLayout->addWidget(m_earlier);
    attemptsLayout->addWidget(m_table, 1);

    m_tabs->setObjectName(QStringLiteral("queueDetailTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(attempts, tr("Attempts"));
    m_tabs->addTab(m_event, tr("Event"));
    m_tabs->addTab(makeRecordPage(), tr("Record"));
    m_copy->setObjectName(QStringLiteral("copyQueued"));
    m_copy->setAutoRaise(true);
    m_copy->setFocusPolicy(Qt::TabFocus);
    m_tabs->setCornerWidget(m_copy);
    m_problem->setObjectName(QStringLiteral("deliveryProblem"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_problem);
    layout->addWidget(m_tabs, 1);

    connect(m_tabs, &QTabWidget::currentChanged, this, &QueueDetail::updateCopy);
    connect(m_copy, &QToolButton::clicked, this, &QueueDetail::copyShown);
    clear();
    applyColours();
}

void QueueDetail::setUpAttempts()
{
    m_table->setObjectName(QStringLiteral("attemptTable"));
    m_table->setAccessibleName(tr("Attempts of the event"));
    m_table->setModel(&m_attempts);
    m_table->setItemDelegate(new AttemptDelegate(m_table));
    styleAsList(*m_table);
    m_table->setAlternatingRowColors(false);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(true);
    setColumnLetters(*m_table, AttemptModel::Time, 9);
    setColumnLetters(*m_table, AttemptModel::Number, 11);
    setColumnLetters(*m_table, AttemptModel::Outcome, 17);
    setColumnLetters(*m_table, AttemptModel::Duration, 9);
}

QWidget *QueueDetail::makeRecordPage()
{
    m_deliveries->setObjectName(QStringLiteral("deliveries"));
    m_deliveries->setTextFormat(Qt::PlainText);
    m_deliveries->setWordWrap(true);
    m_deliveries->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_deliveries->setContentsMargins(8, 4, 8, 4);
    m_deliveries->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_deliveries);
    layout->addWidget(m_record, 1);
    return page;
}

void QueueDetail::setEvent(const QueuedEvent &event, const std::vector<QueueAttempt> &attempts)
{
    const bool isOther = event.requestId != m_requestId;
    m_requestId = event.requestId;
    if (isOther)
        m_attempts.setAttempts(attempts);
    else
        m_attempts.extend(attempts);
    const int known = event.attempts + event.throttles + event.duplicates;
    m_earlier->setVisible(known > static_cast<int>(attempts.size()));
    if (isOther || m_eventBytes != event.event)
        m_event->setText(shownJson(event.event));
    m_eventBytes = event.event;
    if (isOther || m_recordBytes != event.destinationRecord)
        m_record->setText(shownJson(event.destinationRecord));
    m_recordBytes = event.destinationRecord;
    showDeliveries(event);
    m_tabs->setEnabled(true);
    updateCopy();
}

void QueueDetail::showDeliveries(const QueuedEvent &event)
{
    const QStringList deliveries = deliveryTexts(event);
    m_deliveries->setText(
        deliveries.isEmpty()
            ? tr("The record is made when the event comes to its end: after a success, or when "
                 "Lambda gives it up.")
            : deliveries.join(u'\n'));
    m_record->setVisible(event.condition.has_value());
    QStringList problems;
    for (const EventDelivery &each : event.deliveries) {
        if (!each.problem.isEmpty())
            problems.append(tr("The record did not reach %1: %2.")
                                .arg(destinationText(each.destination), each.problem));
    }
    m_problem->setSentence(problems.join(u' '));
    m_problem->setVisible(!problems.isEmpty());
}

void QueueDetail::clear()
{
    m_requestId.clear();
    m_attempts.setAttempts({});
    m_earlier->hide();
    m_event->setText({});
    m_eventBytes.clear();
    m_record->setText({});
    m_record->hide();
    m_recordBytes.clear();
    m_deliveries->setText(tr("Select an event of the queue."));
    m_problem->hide();
    updateCopy();
}

void QueueDetail::copyShown()
{
    QGuiApplication::clipboard()->setText(
        QString::fromUtf8(m_tabs->currentIndex() == 1 ? m_eventBytes : m_recordBytes));
}

void QueueDetail::updateCopy()
{
    const bool isRecord = m_tabs->currentIndex() == 2;
    m_copy->setVisible(m_tabs->currentIndex() > 0);
    m_copy->setEnabled(!(isRecord ? m_recordBytes : m_eventBytes).isEmpty());
    const QString text
        = isRecord ? tr("Copy the record as it was delivered") : tr("Copy the event");
    m_copy->setToolTip(text);
    m_copy->setAccessibleName(text);
}

void QueueDetail::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void QueueDetail::applyColours()
{
    m_copy->setIcon(themedIcon(Symbol::Copy, palette()));
}

} // namespace coldframe

#include "moc_queuedetail.cpp"
