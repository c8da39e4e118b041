// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/cost/forecastform.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QScopedValueRollback>
#include <QSpinBox>

#include <cmath>

namespace coldframe {

namespace {

constexpr int MonthHours = static_cast<int>(OneMonth.count());
constexpr std::int64_t Kibibyte = 1024;
constexpr std::int64_t MebibyteBytes = 1024 * 1024;
constexpr double PartsPerPercent = static_cast<double>(AllParts) / 100;

std::chrono::microseconds microsecondsOf(double milliseconds)
{
    return std::chrono::microseconds(std::llround(milliseconds * 1000));
}

double millisecondsOf(std::chrono::nanoseconds time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

/// Shows no zeros behind the point that nobody typed.
class PlainDecimalBox final : public QDoubleSpinBox
{
public:
    using QDoubleSpinBox::QDoubleSpinBox;

    QString textFromValue(double value) const override
    {
        QString text = locale().toString(value, 'f', decimals());
        const QString point = locale().decimalPoint();
        if (text.contains(point)) {
            while (text.endsWith(locale().zeroDigit()))
                text.chop(1);
            if (text.endsWith(point))
                text.chop(point.size());
        }
        return text;
    }
};

QWidget *beside(QWidget *first, QWidget *second)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(first, 1);
    layout->addWidget(second, 1);
    return row;
}

void addHeading(QFormLayout &form, const QString &text)
{
    auto *label = new QLabel(text);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    label->setContentsMargins(0, form.rowCount() == 0 ? 0 : 6, 0, 0);
    form.addRow(label);
}

} // namespace

ForecastForm::ForecastForm(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("forecastForm"));
    auto *form = new QFormLayout(this);
    form->setContentsMargins(10, 8, 10, 8);
    form->setHorizontalSpacing(8);
    form->setVerticalSpacing(4);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    addTraffic(*form);
    addFunction(*form);
    addFreeTier(*form);
    addProvisioned(*form);
    addOthers(*form);
    addInstances(*form);
    setInputs({});
    setFunction({});
    m_isFilling = false;
}

QSpinBox *ForecastForm::makeSpin(const char *name, int least, int most, const QString &suffix,
                                 const QString &accessibleName)
{
    auto *box = new QSpinBox;
    box->setObjectName(QLatin1String(name));
    box->setRange(least, most);
    box->setSuffix(suffix);
    box->setGroupSeparatorShown(true);
    box->setAccessibleName(accessibleName);
    box->setAlignment(Qt::AlignRight);
    box->setMinimumWidth(70);
    connect(box, &QSpinBox::valueChanged, this, &ForecastForm::change);
    return box;
}

QDoubleSpinBox *ForecastForm::makeDecimal(const char *name, double most, int decimals,
                                          const QString &suffix, const QString &accessibleName)
{
    auto *box = new PlainDecimalBox;
    box->setObjectName(QLatin1String(name));
    box->setDecimals(decimals);
    box->setRange(0, most);
    box->setSuffix(suffix);
    box->setGroupSeparatorShown(true);
    box->setAccessibleName(accessibleName);
    box->setAlignment(Qt::AlignRight);
    box->setMinimumWidth(70);
    connect(box, &QDoubleSpinBox::valueChanged, this, &ForecastForm::change);
    return box;
}

QComboBox *ForecastForm::makeChoice(const char *name, const QString &accessibleName)
{
    auto *box = new QComboBox;
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(accessibleName);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(7);
    connect(box, &QComboBox::currentIndexChanged, this, &ForecastForm::change);
    return box;
}

void ForecastForm::addTraffic(QFormLayout &form)
{
    m_rate = makeDecimal("forecastRate", 1e12, 3, {}, tr("Number of requests"));
    m_period = makeChoice("forecastPeriod", tr("Requests in which time"));
    m_period->addItem(tr("a month"), int(RatePeriod::Month));
    m_period->addItem(tr("a day"), int(RatePeriod::Day));
    m_period->addItem(tr("an hour"), int(RatePeriod::Hour));
    m_period->addItem(tr("a minute"), int(RatePeriod::Minute));
    m_period->addItem(tr("a second"), int(RatePeriod::Second));
    m_duration = makeDecimal("forecastDuration", 900'000, 3, tr(" ms"), tr("Duration"));
    m_durationSource = makeChoice("forecastDurationSource", tr("Where the duration is from"));
    m_durationSource->addItem(tr("set"), int(DurationSource::Typed));
    m_durationSource->addItem(tr("average"), int(DurationSource::Average));
    m_durationSource->addItem(tr("p50"), int(DurationSource::P50));
    m_durationSource->addItem(tr("p90"), int(DurationSource::P90));
    m_durationSource->addItem(tr("p99"), int(DurationSource::P99));
    m_cold = makeDecimal("forecastCold", 100, 4, tr(" %"), tr("Share of cold starts"));
    m_coldSource = makeChoice("forecastColdSource", tr("Where the share of cold starts is from"));
    m_init = makeDecimal("forecastInit", 900'000, 3, tr(" ms"), tr("Init of a cold start"));
    m_initSource = makeChoice("forecastInitSource", tr("Where the init time is from"));
    for (QComboBox *box : {m_coldSource, m_initSource}) {
        box->addItem(tr("set"), false);
        box->addItem(tr("of runs"), true);
    }
    addHeading(form, tr("Traffic"));
    form.addRow(tr("Requests"), beside(m_rate, m_period));
    form.addRow(tr("Duration"), beside(m_duration, m_durationSource));
    form.addRow(tr("Cold starts"), beside(m_cold, m_coldSource));
    form.addRow(tr("Init"), beside(m_init, m_initSource));
}

void ForecastForm::addFunction(QFormLayout &form)
{
    m_memory = makeSpin("forecastMemory", int(limits::SmallestMemory.value),
                        int(limits::LargestMemory.value), tr(" MB"), tr("Memory"));
    m_memory->setSingleStep(64);
    m_storage
        = makeSpin("forecastStorage", int(limits::SmallestEphemeralStorage.value),
                   int(limits::LargestEphemeralStorage.value), tr(" MB"), tr("Ephemeral storage"));
    m_storage->setSingleStep(512);
    m_armFactor = makeDecimal("forecastArmFactor", 10, 3, QStringLiteral(" ×"),
                              tr("How many times as long arm64 takes"));
    m_armFactor->setMinimum(0.1);
    m_armFactor->setSingleStep(0.05);
    m_armFactor->setToolTip(
        tr("How many times as long a request takes on arm64: an assumption, measure it there"));
    addHeading(form, tr("Function"));
    form.addRow(tr("Memory, /tmp"), beside(m_memory, m_storage));
    form.addRow(tr("arm64 takes"), m_armFactor);
}

void ForecastForm::addFreeTier(QFormLayout &form)
{
    m_freeTier = new QCheckBox(tr("Free tier, what is left of it:"));
    m_freeTier->setObjectName(QStringLiteral("forecastFreeTier"));
    connect(m_freeTier, &QCheckBox::toggled, this, &ForecastForm::change);
    m_freeRequests
        = makeSpin("forecastFreeRequests", 0, 1'000'000, {}, tr("Free requests that are left"));
    m_freeRequests->setSingleStep(100'000);
    m_freeUsage = makeSpin("forecastFreeUsage", 0, 400'000, {}, tr("Free duration that is left"));
    m_freeUsage->setSingleStep(50'000);
    form.addRow(m_freeTier);
    form.addRow(tr("Requests, GB-s"), beside(m_freeRequests, m_freeUsage));
}

void ForecastForm::addProvisioned(QFormLayout &form)
{
    m_environments
        = makeSpin("forecastProvisioned", 0, 100'000, {}, tr("Provisioned environments"));
    m_environments->setSpecialValueText(tr("none"));
    m_environmentHours = makeSpin("forecastProvisionedHours", 0, MonthHours, tr(" h"),
                                  tr("Hours a month that they are provisioned"));
    m_served = makeDecimal("forecastServed", 100, 2, tr(" %"), tr("Share of requests they serve"));
    m_served->setToolTip(tr("Requests that provisioned environments serve; the others spill over "
                            "and are billed on demand"));
    addHeading(form, tr("Provisioned concurrency"));
    form.addRow(tr("Environments"), beside(m_environments, m_environmentHours));
    form.addRow(tr("They serve"), m_served);
}

void ForecastForm::addOthers(QFormLayout &form)
{
    m_versions = makeSpin("forecastSnapStart", 0, 1'000, {}, tr("Versions with SnapStart"));
    m_versions->setSpecialValueText(tr("none"));
    m_versions->setToolTip(tr("Published versions with SnapStart; for Java it is free"));
    m_versionHours = makeSpin("forecastSnapStartHours", 0, MonthHours, tr(" h"),
                              tr("Hours a month that they are active"));
    m_response = makeDecimal("forecastResponse", 200, 2, tr(" MB"), tr("Streamed response"));
    m_response->setSpecialValueText(tr("not streamed"));
    m_payload = makeSpin("forecastPayload", 0, 1'024, tr(" KB"), tr("Asynchronous event"));
    m_payload->setSpecialValueText(tr("not asynchronous"));
    m_tenants = new QCheckBox(tr("Tenant isolation"));
    m_tenants->setObjectName(QStringLiteral("forecastTenants"));
    connect(m_tenants, &QCheckBox::toggled, this, &ForecastForm::change);
    addHeading(form, tr("SnapStart, responses, events"));
    form.addRow(tr("SnapStart"), beside(m_versions, m_versionHours));
    form.addRow(tr("Response"), m_response);
    form.addRow(tr("Event"), m_payload);
    form.addRow(m_tenants);
}

void ForecastForm::addInstances(QFormLayout &form)
{
    m_peak = makeDecimal("forecastPeak", 1e6, 3, tr(" a second"), tr("Requests at the peak"));
    m_peak->setSpecialValueText(tr("the average"));
    m_cpu = makeDecimal("forecastCpu", 900'000, 3, tr(" ms"), tr("CPU time of a request"));
    m_cpu->setSpecialValueText(tr("measured, else duration"));
    addHeading(form, tr("Instances"));
    form.addRow(tr("Peak"), m_peak);
    form.addRow(tr("CPU time"), m_cpu);
}

ForecastInputs ForecastForm::inputs() const
{
    ForecastInputs inputs;
    inputs.rateThousandths = std::llround(m_rate->value() * 1000);
    inputs.period = static_cast<RatePeriod>(m_period->currentData().toInt());
    inputs.durationSource = static_cast<DurationSource>(m_durationSource->currentData().toInt());
    inputs.measuredColdShare = m_coldSource->currentData().toBool();
    inputs.measuredInit = m_initSource->currentData().toBool();
    inputs.duration
        = m_duration->isEnabled() ? microsecondsOf(m_duration->value()) : m_typed.duration;
    inputs.coldParts
        = m_cold->isEnabled() ? std::llround(m_cold->value() * PartsPerPercent) : m_typed.coldParts;
    inputs.init = m_init->isEnabled() ? microsecondsOf(m_init->value()) : m_typed.init;
    inputs.armThousandths = std::llround(m_armFactor->value() * 1000);
    inputs.freeTier = m_freeTier->isChecked();
    inputs.freeRequests = m_freeRequests->value();
    inputs.freeGigabyteSeconds = m_freeUsage->value();
    inputs.provisioned = {m_environments->value(), std::chrono::hours(m_environmentHours->value()),
                          std::llround(m_served->value() * PartsPerPercent)};
    inputs.snapStart = {m_versions->value(), std::chrono::hours(m_versionHours->value())};
    inputs.responseBytes = std::llround(m_response->value() * double(MebibyteBytes));
    inputs.payloadBytes = m_payload->value() * Kibibyte;
    inputs.tenantIsolation = m_tenants->isChecked();
    inputs.peakMilliRequests = std::llround(m_peak->value() * 1000);
    inputs.cpu = microsecondsOf(m_cpu->value());
    return inputs;
}

void ForecastForm::setInputs(const ForecastInputs &inputs)
{
    const QScopedValueRollback filling(m_isFilling, true);
    m_typed = inputs;
    const auto choose
        = [](QComboBox *box, const QVariant &value) { box->setCurrentIndex(box->findData(value)); };
    const auto hours = [](std::chrono::seconds time) {
        return static_cast<int>(std::chrono::ceil<std::chrono::hours>(time).count());
    };
    m_rate->setValue(static_cast<double>(inputs.rateThousandths) / 1000);
    choose(m_period, int(inputs.period));
    choose(m_durationSource, int(inputs.durationSource));
    choose(m_coldSource, inputs.measuredColdShare);
    choose(m_initSource, inputs.measuredInit);
    m_armFactor->setValue(static_cast<double>(inputs.armThousandths) / 1000);
    m_freeTier->setChecked(inputs.freeTier);
    m_freeRequests->setValue(static_cast<int>(inputs.freeRequests));
    m_freeUsage->setValue(static_cast<int>(inputs.freeGigabyteSeconds));
    m_environments->setValue(static_cast<int>(inputs.provisioned.environments));
    m_environmentHours->setValue(hours(inputs.provisioned.enabled));
    m_served->setValue(static_cast<double>(inputs.provisioned.servedParts) / PartsPerPercent);
    m_versions->setValue(static_cast<int>(inputs.snapStart.versions));
    m_versionHours->setValue(hours(inputs.snapStart.active));
    m_response->setValue(static_cast<double>(inputs.responseBytes) / double(MebibyteBytes));
    m_payload->setValue(static_cast<int>(inputs.payloadBytes / Kibibyte));
    m_tenants->setChecked(inputs.tenantIsolation);
    m_peak->setValue(static_cast<double>(inputs.peakMilliRequests) / 1000);
    m_cpu->setValue(millisecondsOf(inputs.cpu));
    showMeasured();
}

ForecastFunction ForecastForm::function() const
{
    ForecastFunction function = m_function;
    function.memory = MebiBytes{m_memory->value()};
    function.ephemeralStorage = MebiBytes{m_storage->value()};
    return function;
}

void ForecastForm::setFunction(const ForecastFunction &function)
{
    const QScopedValueRollback filling(m_isFilling, true);
    m_function = function;
    m_memory->setValue(static_cast<int>(function.memory.value));
    m_storage->setValue(static_cast<int>(function.ephemeralStorage.value));
}

void ForecastForm::setRuns(const std::optional<RunFigures> &runs)
{
    const QScopedValueRollback filling(m_isFilling, true);
    const ForecastInputs typed = inputs();
    m_typed = typed;
    m_runs = runs;
    showMeasured();
}

void ForecastForm::showMeasured()
{
    ForecastInputs chosen = m_typed;
    chosen.durationSource = static_cast<DurationSource>(m_durationSource->currentData().toInt());
    chosen.measuredColdShare = m_coldSource->currentData().toBool();
    chosen.measuredInit = m_initSource->currentData().toBool();
    const ForecastPlan plan = planOf(chosen, m_function, m_runs, {});
    m_duration->setEnabled(!usesMeasuredDuration(chosen, m_runs));
    m_duration->setValue(millisecondsOf(plan.traffic.duration));
    m_cold->setEnabled(!usesMeasuredColdShare(chosen, m_runs));
    m_cold->setValue(static_cast<double>(plan.traffic.coldParts) / PartsPerPercent);
    m_init->setEnabled(!usesMeasuredInit(chosen, m_runs));
    m_init->setValue(millisecondsOf(plan.traffic.init));
    m_freeRequests->setEnabled(m_freeTier->isChecked());
    m_freeUsage->setEnabled(m_freeTier->isChecked());
    const bool isProvisioned = m_environments->value() > 0;
    m_environmentHours->setEnabled(isProvisioned);
    m_served->setEnabled(isProvisioned);
    m_versionHours->setEnabled(m_versions->value() > 0);
    const QString runs = m_runs ? QLocale().toString(qlonglong(m_runs->runs)) : QString();
    m_durationSource->setToolTip(
        m_runs ? tr("%1 runs of this function with its memory size").arg(runs)
               : tr("There are no runs of this function with its memory size yet"));
}

void ForecastForm::change()
{
    if (m_isFilling)
        return;
    const QScopedValueRollback filling(m_isFilling, true);
    m_typed = inputs();
    showMeasured();
    Q_EMIT edited();
}

} // namespace coldframe

#include "moc_forecastform.cpp"
