// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/history/historyfilterbar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

namespace coldframe {

namespace {

constexpr std::chrono::milliseconds typingPause{200};

QComboBox *makeChoice(const QString &name, const QString &accessibleName)
{
    auto *choice = new QComboBox;
    choice->setObjectName(name);
    choice->setAccessibleName(accessibleName);
    choice->setToolTip(accessibleName);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return choice;
}

QLineEdit *makeField(const QString &name, const QString &placeholder, const QString &toolTip)
{
    auto *field = new QLineEdit;
    field->setObjectName(name);
    field->setPlaceholderText(placeholder);
    field->setAccessibleName(placeholder);
    field->setToolTip(toolTip);
    field->setClearButtonEnabled(true);
    field->setMinimumWidth(120);
    return field;
}

} // namespace

HistoryFilterBar::HistoryFilterBar(QWidget *parent)
    : QWidget(parent)
    , m_text(makeField(QStringLiteral("historyText"), tr("Words in the log"),
                       tr("Only runs whose log has these words, or words that begin like them")))
    , m_event(makeField(QStringLiteral("historyEvent"), tr("Event or fixture"),
                        tr("Only runs whose event or fixture has this in its name")))
    , m_function(makeChoice(QStringLiteral("historyFunction"), tr("Function")))
    , m_status(makeChoice(QStringLiteral("historyStatus"), tr("Status")))
    , m_start(makeChoice(QStringLiteral("historyStart"), tr("Cold or warm")))
    , m_since(makeChoice(QStringLiteral("historySince"), tr("Since when")))
{
    m_function->addItem(tr("All functions"), QString());
    m_status->addItem(tr("Any status"), QVariantList());
    m_status->addItem(tr("Succeeded"), QVariantList{static_cast<int>(InvocationStatus::Succeeded)});
    m_status->addItem(tr("Not succeeded"),
                      QVariantList{static_cast<int>(InvocationStatus::Failed),
                                   static_cast<int>(InvocationStatus::TimedOut),
                                   static_cast<int>(InvocationStatus::Stopped)});
    m_status->addItem(tr("Failed"), QVariantList{static_cast<int>(InvocationStatus::Failed)});
    m_status->addItem(tr("Timed out"), QVariantList{static_cast<int>(InvocationStatus::TimedOut)});
    m_status->addItem(tr("Stopped"), QVariantList{static_cast<int>(InvocationStatus::Stopped)});
    m_start->addItem(tr("Cold and warm"));
    m_start->addItem(tr("Cold"), true);
    m_start->addItem(tr("Warm"), false);
    m_since->addItem(tr("Any time"), 0);
    m_since->addItem(tr("Last hour"), 1);
    m_since->addItem(tr("Last 24 hours"), 24);
    m_since->addItem(tr("Last 7 days"), 7 * 24);
    m_since->addItem(tr("Last 30 days"), 30 * 24);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setSpacing(4);
    layout->addWidget(m_text, 2);
    layout->addWidget(m_event, 1);
    for (QComboBox *choice : {m_function, m_status, m_start, m_since})
        layout->addWidget(choice);

    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &HistoryFilterBar::changed);
    for (QLineEdit *field : {m_text, m_event})
        connect(field, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    for (QComboBox *choice : {m_function, m_status, m_start, m_since})
        connect(choice, &QComboBox::currentIndexChanged, this, &HistoryFilterBar::changed);
}

void HistoryFilterBar::setFunctions(const QStringList &names)
{
    const QSignalBlocker quiet(m_function);
    const QString chosen = m_function->currentData().toString();
    while (m_function->count() > 1)
        m_function->removeItem(1);
    for (const QString &name : names)
        m_function->addItem(name, name);
    if (!chosen.isEmpty() && !names.contains(chosen))
        m_function->addItem(chosen, chosen);
    m_function->setCurrentIndex(std::max(0, m_function->findData(chosen)));
}

RunQuery HistoryFilterBar::query(WallTime now) const
{
    RunQuery query;
    query.text = m_text->text().trimmed();
    query.event = m_event->text().trimmed();
    query.function = m_function->currentData().toString();
    for (const QVariant &status : m_status->currentData().toList())
        query.status.insert(static_cast<InvocationStatus>(status.toInt()));
    if (const QVariant cold = m_start->currentData(); cold.isValid())
        query.cold = cold.toBool();
    if (const int hours = m_since->currentData().toInt(); hours > 0)
        query.since = now - std::chrono::hours(hours);
    return query;
}

bool HistoryFilterBar::isFiltering() const
{
    return query({}) != RunQuery();
}

void HistoryFilterBar::clear()
{
    {
        const QSignalBlocker quiet(this);
        m_text->clear();
        m_event->clear();
        for (QComboBox *choice : {m_function, m_status, m_start, m_since})
            choice->setCurrentIndex(0);
        m_pause.stop();
    }
    Q_EMIT changed();
}

} // namespace coldframe

#include "moc_historyfilterbar.cpp"
