// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/environments/limitsform.h"

#include "gui/base/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <array>

namespace coldframe {

namespace {

constexpr int MostEnvironments = 1'000;
constexpr int LargestAccount = 100'000;
constexpr int LongestIdleSeconds = 3'600;

/// Lambda lets nobody reserve the last 100 of an account (scaling, section 1).
constexpr int NeverReserved = 100;

/// Below "0", which throttles all.
constexpr int NotReserved = -1;

} // namespace

LimitsForm::LimitsForm(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnMinimumWidth(2, 12);
    m_grid->setColumnStretch(5, 1);

    m_functionHeading = addHeading(0);
    m_warm = addRow(0, QStringLiteral("keepWarm"), tr("Keep &warm"),
                    tr("Provisioned concurrency: so many environments of the function are "
                       "initialised ahead of events and kept, so that their events start warm. On "
                       "Lambda this costs money for as long as it is set."));
    m_reserved = addRow(0, QStringLiteral("reservedConcurrency"), tr("Reserve&d"),
                        tr("Reserved concurrency of the function: so many invocations may run at "
                           "the same time, no other function can take them, and more are "
                           "throttled. 0 throttles every one. Lambda leaves at least 100 of an "
                           "account unreserved."));
    m_ready = new QLabel;
    m_ready->setObjectName(QStringLiteral("warmReady"));
    m_ready->setTextFormat(Qt::PlainText);
    m_grid->addWidget(m_ready, 3, 0, 1, 2);

    m_computerHeading = addHeading(3);
    m_account = addRow(3, QStringLiteral("accountConcurrency"), tr("&Account limit"),
                       tr("How many invocations may run at the same time in an account and region. "
                          "Lambda's default is 1,000; new accounts often have 10."));
    m_cap = addRow(3, QStringLiteral("localCap"), tr("This computer's &cap"),
                   tr("Not Lambda's rule: no more environments than this run on your computer. An "
                      "event above it waits, and its record says so."));
    m_idle = addRow(3, QStringLiteral("idleLifetime"), tr("&Idle lifetime"),
                    tr("An assumption: an environment without events ends after this time. Lambda "
                       "promises none; 5 to 7 minutes were measured."));

    m_warm->setRange(0, MostEnvironments);
    m_reserved->setRange(NotReserved, LargestAccount);
    m_reserved->setSpecialValueText(tr("off"));
    m_account->setRange(1, LargestAccount);
    m_cap->setRange(0, MostEnvironments);
    m_cap->setSpecialValueText(tr("none"));
    m_idle->setRange(1, LongestIdleSeconds);
    m_idle->setSuffix(tr(" s (assumed)"));

    connect(m_warm, &QSpinBox::valueChanged, this, &LimitsForm::provisionRequested);
    for (QSpinBox *box : {m_reserved, m_account, m_cap, m_idle})
        connect(box, &QSpinBox::valueChanged, this, &LimitsForm::edited);
    m_functionHeading->setObjectName(QStringLiteral("limitsFunction"));
    m_computerHeading->setText(tr("All functions"));
    setConcurrency({});
    setFunction({});
    setProvisioned(0, 0);
    applyColours();
}

QLabel *LimitsForm::addHeading(int column)
{
    auto *heading = new QLabel;
    heading->setTextFormat(Qt::PlainText);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    m_grid->addWidget(heading, 0, column, 1, 2);
    return heading;
}

QSpinBox *LimitsForm::addRow(int column, const QString &name, const QString &text,
                             const QString &toolTip)
{
    int row = 1;
    while (m_grid->itemAtPosition(row, column))
        ++row;
    auto *label = new QLabel(text);
    auto *box = new QSpinBox;
    box->setObjectName(name);
    box->setKeyboardTracking(false); // 1 on the way to 12 starts and ends nothing
    box->setGroupSeparatorShown(true);
    box->setMinimumWidth(box->fontMetrics().horizontalAdvance(QStringLiteral("100,000")) + 40);
    label->setBuddy(box);
    label->setToolTip(QStringLiteral("<p>%1</p>").arg(toolTip));
    box->setToolTip(label->toolTip());
    box->setAccessibleDescription(toolTip);
    m_grid->addWidget(label, row, column);
    m_grid->addWidget(box, row, column + 1, Qt::AlignLeft);
    return box;
}

void LimitsForm::setFunction(const QString &name)
{
    m_function = name;
    m_functionHeading->setText(
        name.isEmpty() ? tr("No function chosen")
                       : fontMetrics().elidedText(name, Qt::ElideMiddle,
                                                  fontMetrics().averageCharWidth() * 24));
    m_functionHeading->setToolTip(name);
    m_warm->setEnabled(!name.isEmpty());
    m_reserved->setEnabled(!name.isEmpty());
    setConcurrency(m_settings);
}

void LimitsForm::setConcurrency(const ConcurrencySettings &settings)
{
    m_settings = settings;
    const std::array<QSignalBlocker, 4> quiet{QSignalBlocker(m_reserved), QSignalBlocker(m_account),
                                              QSignalBlocker(m_cap), QSignalBlocker(m_idle)};
    int ofOthers = 0;
    for (const auto &[name, count] : settings.reserved)
        ofOthers += name == m_function ? 0 : count;
    const auto own = settings.reserved.find(m_function);
    const int reserved = own == settings.reserved.end() ? NotReserved : own->second;
    m_reserved->setMaximum(std::max({0, reserved, settings.account - NeverReserved - ofOthers}));
    m_reserved->setValue(reserved);
    m_account->setValue(settings.account);
    m_cap->setValue(settings.localEnvironments);
    m_idle->setValue(static_cast<int>(settings.idleLifetime.count()));
}

void LimitsForm::setProvisioned(int wanted, int ready)
{
    const QSignalBlocker quiet(m_warm);
    m_warm->setValue(wanted);
    m_ready->setText(wanted == 0 ? tr("none kept warm")
                                 : tr("%1 of %2 initialised").arg(ready).arg(wanted));
}

void LimitsForm::edited()
{
    ConcurrencySettings settings = m_settings;
    settings.account = m_account->value();
    settings.localEnvironments = m_cap->value();
    settings.idleLifetime = std::chrono::seconds(m_idle->value());
    if (!m_function.isEmpty()) {
        if (m_reserved->value() == NotReserved)
            settings.reserved.erase(m_function);
        else
            settings.reserved[m_function] = m_reserved->value();
    }
    if (settings == m_settings)
        return;
    setConcurrency(settings);
    Q_EMIT concurrencyEdited(settings);
}

void LimitsForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void LimitsForm::applyColours()
{
    QPalette muted;
    muted.setColor(QPalette::WindowText, ThemeColours::of(palette()).muted);
    m_ready->setPalette(muted);
}

} // namespace coldframe

#include "moc_limitsform.cpp"
