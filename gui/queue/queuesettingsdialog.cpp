// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/queue/queuesettingsdialog.h"

#include "gui/base/theme.h"
#include "gui/queue/destinationfield.h"
#include "gui/queue/queuetext.h"
#include "wording/errortext.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace coldframe {

QueueSettingsDialog::QueueSettingsDialog(const QString &functionName,
                                         const EventInvokeConfig &config,
                                         const QStringList &functions, QWidget *parent)
    : QDialog(parent)
    , m_retries(new QSpinBox)
    , m_age(new QSpinBox)
    , m_ageText(new QLabel)
    , m_onSuccess(new DestinationField(QStringLiteral("onSuccess"), tr("On success"), functions))
    , m_onFailure(new DestinationField(QStringLiteral("onFailure"), tr("On failure"), functions))
    , m_deadLetterQueue(new DestinationField(QStringLiteral("deadLetterQueue"),
                                             tr("Dead-letter queue"), functions))
    , m_problem(new QLabel)
{
    setObjectName(QStringLiteral("queueSettingsDialog"));
    setWindowTitle(tr("Asynchronous Events of %1").arg(functionName));
    resize(560, 0);

    m_retries->setObjectName(QStringLiteral("maximumRetryAttempts"));
    m_retries->setRange(0, limits::RetryAttempts);
    m_retries->setValue(config.maximumRetryAttempts);
    m_age->setObjectName(QStringLiteral("maximumEventAge"));
    m_age->setRange(int(limits::ShortestEventAge.count()), int(limits::LongestEventAge.count()));
    m_age->setSuffix(tr(" s"));
    m_age->setGroupSeparatorShown(true);
    m_age->setSingleStep(60);
    m_age->setValue(int(config.maximumEventAge.count()));
    m_ageText->setForegroundRole(QPalette::PlaceholderText);
    m_onSuccess->setDestination(config.onSuccess);
    m_onFailure->setDestination(config.onFailure);
    m_deadLetterQueue->setDestination(config.deadLetterQueue);

    auto *retries = new QHBoxLayout;
    retries->addWidget(m_retries);
    auto *pauses = new QLabel(tr("after function errors, 1 and 2 minutes later"));
    pauses->setForegroundRole(QPalette::PlaceholderText);
    retries->addWidget(pauses, 1);
    auto *age = new QHBoxLayout;
    age->addWidget(m_age);
    age->addWidget(m_ageText, 1);
    auto *form = new QFormLayout;
    const auto addRow = [form](const QString &text, QWidget *buddy, auto *field) {
        auto *label = new QLabel(text);
        label->setBuddy(buddy);
        form->addRow(label, field);
    };
    addRow(tr("&Retries:"), m_retries, retries);
    addRow(tr("Maximum &age:"), m_age, age);
    addRow(tr("On &success:"), m_onSuccess->kindChooser(), m_onSuccess);
    addRow(tr("On &failure:"), m_onFailure->kindChooser(), m_onFailure);
    addRow(tr("&Dead-letter queue:"), m_deadLetterQueue->kindChooser(), m_deadLetterQueue);

    m_problem->setObjectName(QStringLiteral("queueSettingsProblem"));
    m_problem->setWordWrap(true);
    QPalette problemPalette = m_problem->palette();
    problemPalette.setColor(QPalette::WindowText, ThemeColours::of(palette()).error);
    m_problem->setPalette(problemPalette);
    auto *note = new QLabel(
        tr("Destinations get the record, the dead-letter queue the event itself. Changes count "
           "from the next step of each event on, and last until Coldframe is closed or another "
           "folder is opened."));
    note->setForegroundRole(QPalette::PlaceholderText);
    note->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_accept = buttons->button(QDialogButtonBox::Ok);

    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addWidget(note);
    layout->addStretch(1);
    layout->addWidget(buttons);

    connect(m_age, &QSpinBox::valueChanged, this, &QueueSettingsDialog::check);
    for (const DestinationField *field : {m_onSuccess, m_onFailure, m_deadLetterQueue})
        connect(field, &DestinationField::edited, this, &QueueSettingsDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

EventInvokeConfig QueueSettingsDialog::config() const
{
    return edited().value_or(EventInvokeConfig());
}

Result<EventInvokeConfig> QueueSettingsDialog::edited() const
{
    EventInvokeConfig config;
    config.maximumRetryAttempts = m_retries->value();
    config.maximumEventAge = std::chrono::seconds(m_age->value());
    const std::pair<const DestinationField *, std::optional<Destination> *> fields[]{
        {m_onSuccess, &config.onSuccess},
        {m_onFailure, &config.onFailure},
        {m_deadLetterQueue, &config.deadLetterQueue}};
    for (const auto &[field, destination] : fields) {
        const auto chosen = field->destination();
        if (!chosen)
            return tl::make_unexpected(chosen.error());
        *destination = *chosen;
    }
    if (const Result<void> checked = checkEventInvokeConfig(config); !checked)
        return tl::make_unexpected(checked.error());
    return config;
}

void QueueSettingsDialog::check()
{
    m_ageText->setText(spanText(std::chrono::seconds(m_age->value())));
    const Result<EventInvokeConfig> config = edited();
    m_problem->setText(config ? QString() : errorText(config.error()));
    m_problem->setVisible(!config);
    m_accept->setEnabled(config.has_value());
}

} // namespace coldframe

#include "moc_queuesettingsdialog.cpp"
