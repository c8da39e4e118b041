// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tuning/tuningform.h"

#include "gui/base/theme.h"
#include "wording/figures.h"
#include "wording/tuningtext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

namespace coldframe {

namespace {

constexpr int MostRunsInTheWindow = 200; ///< more belong on the command line
constexpr int VerifiedSizes = 4;
constexpr double WeightStep = 0.1;

using Source = Calibration::Source;

} // namespace

TuningForm::TuningForm(QWidget *parent)
    : QWidget(parent)
    , m_function(new QLabel)
    , m_sizes(new QLineEdit)
    , m_sizesError(new QLabel)
    , m_runs(new QSpinBox)
    , m_strategy(new QComboBox)
    , m_weight(new QDoubleSpinBox)
    , m_calibration(new QComboBox)
    , m_factor(new QDoubleSpinBox)
    , m_verifies(new QCheckBox(tr("Measure some sizes under their quota")))
    , m_onlyCold(new QCheckBox(tr("Cold starts only")))
    , m_start(new QPushButton(tr("Start")))
    , m_stop(new QPushButton(tr("Stop")))
    , m_import(new QPushButton(tr("Import REPORT Lines…")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_function->setObjectName(QStringLiteral("tuningFunction"));
    m_function->setTextFormat(Qt::PlainText);
    m_function->setWordWrap(true);
    column->addWidget(m_function);
    column->addWidget(makeChoices());
    column->addWidget(makeButtons());
    column->addStretch(1);

    connect(m_sizes, &QLineEdit::textChanged, this, &TuningForm::updateState);
    connect(m_sizes, &QLineEdit::returnPressed, m_start, &QPushButton::click);
    connect(m_strategy, &QComboBox::currentIndexChanged, this, &TuningForm::updateState);
    connect(m_strategy, &QComboBox::currentIndexChanged, this, &TuningForm::strategyChanged);
    connect(m_weight, &QDoubleSpinBox::valueChanged, this, &TuningForm::strategyChanged);
    connect(m_calibration, &QComboBox::currentIndexChanged, this, &TuningForm::updateState);
    connect(m_calibration, &QComboBox::currentIndexChanged, this, &TuningForm::calibrationChanged);
    connect(m_factor, &QDoubleSpinBox::valueChanged, this, &TuningForm::calibrationChanged);
    connect(m_start, &QPushButton::clicked, this, &TuningForm::startRequested);
    connect(m_stop, &QPushButton::clicked, this, &TuningForm::stopRequested);
    connect(m_import, &QPushButton::clicked, this, &TuningForm::importRequested);
    setFunctionText({});
    updateState();
}

QWidget *TuningForm::makeChoices()
{
    QStringList sizes;
    for (const MebiBytes size : TuningPlan::defaultTuningSizes())
        sizes.append(QString::number(size.value));
    m_sizes->setObjectName(QStringLiteral("tuningSizes"));
    m_sizes->setText(sizes.join(QStringLiteral(", ")));
    m_sizes->setToolTip(tr("Memory sizes in MB with commas between them, %1 to %2")
                            .arg(limits::SmallestMemory.value)
                            .arg(limits::LargestMemory.value));
    m_sizes->setCursorPosition(0);
    m_sizesError->setObjectName(QStringLiteral("tuningSizesError"));
    m_sizesError->setWordWrap(true);
    m_sizesError->setText(tr("Sizes are whole numbers from %1 to %2.")
                              .arg(limits::SmallestMemory.value)
                              .arg(limits::LargestMemory.value));
    m_runs->setObjectName(QStringLiteral("tuningRuns"));
    m_runs->setRange(FewestTuningRuns, MostRunsInTheWindow);
    m_runs->setValue(EnoughTuningRuns);
    m_runs->setToolTip(tr("Runs without a limit, and of each size that is measured"));
    m_strategy->setObjectName(QStringLiteral("tuningStrategy"));
    for (const auto strategy :
         {TuningStrategy::Cost, TuningStrategy::Speed, TuningStrategy::Balanced})
        m_strategy->addItem(strategyTitle(strategy), static_cast<int>(strategy));
    m_weight->setObjectName(QStringLiteral("tuningWeight"));
    m_weight->setRange(0, 1);
    m_weight->setSingleStep(WeightStep);
    m_weight->setValue(DefaultBalancedWeight);
    m_weight->setAccessibleName(tr("How much cost counts"));
    m_weight->setToolTip(tr("How much cost counts: 0 is the same as speed, 1 the same as cost"));
    m_calibration->setObjectName(QStringLiteral("tuningCalibration"));
    m_calibration->addItem(tr("%1 GHz, assumed").arg(AssumedLambdaGigahertz),
                           static_cast<int>(Source::Kernel));
    m_calibration->addItem(tr("As fast as this one"), static_cast<int>(Source::None));
    m_calibration->addItem(tr("A factor"), static_cast<int>(Source::Given));
    m_calibration->setToolTip(tr("AWS does not tell how fast Lambda's processors are"));
    m_calibration->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_factor->setObjectName(QStringLiteral("tuningFactor"));
    m_factor->setRange(SmallestFactor, LargestFactor);
    m_factor->setSingleStep(WeightStep);
    m_factor->setValue(1);
    m_factor->setAccessibleName(tr("Factor of CPU time"));
    m_factor->setToolTip(tr("CPU time on Lambda as a multiple of CPU time here"));
    m_verifies->setObjectName(QStringLiteral("tuningVerifies"));
    m_verifies->setChecked(true);
    m_verifies->setToolTip(
        tr("Up to %1 sizes; without it there are predictions only").arg(VerifiedSizes));
    m_onlyCold->setObjectName(QStringLiteral("tuningOnlyCold"));

    auto *choices = new QWidget;
    auto *grid = new QGridLayout(choices);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    const auto add = [grid](int row, const QString &text, QWidget *widget, QWidget *second) {
        auto *label = new QLabel(text);
        label->setBuddy(widget);
        grid->addWidget(label, row, 0);
        if (!second) {
            grid->addWidget(widget, row, 1);
            return;
        }
        auto *both = new QHBoxLayout; // the second is hidden as a rule
        both->setSpacing(6);
        both->addWidget(widget, 1);
        both->addWidget(second);
        grid->addLayout(both, row, 1);
    };
    add(0, tr("Sizes:"), m_sizes, nullptr);
    grid->addWidget(m_sizesError, 1, 1);
    add(2, tr("Runs:"), m_runs, nullptr);
    add(3, tr("Best in:"), m_strategy, m_weight);
    add(4, tr("Lambda's CPU:"), m_calibration, m_factor);
    grid->addWidget(m_verifies, 5, 0, 1, 2);
    grid->addWidget(m_onlyCold, 6, 0, 1, 2);
    return choices;
}

QWidget *TuningForm::makeButtons()
{
    m_start->setObjectName(QStringLiteral("startTuning"));
    m_start->setToolTip(tr("Tune the function with the event (Ctrl+F9)"));
    m_stop->setObjectName(QStringLiteral("stopTuning"));
    m_stop->setToolTip(tr("Stop the tuning (Ctrl+Shift+F9)"));
    m_import->setObjectName(QStringLiteral("importReports"));
    m_import->setToolTip(tr("Compare with real runs: REPORT lines of this function and event from "
                            "Amazon CloudWatch Logs"));
    auto *buttons = new QWidget;
    auto *grid = new QGridLayout(buttons);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_start, 0, 0);
    grid->addWidget(m_stop, 0, 1);
    grid->addWidget(m_import, 1, 0, 1, 2);
    return buttons;
}

std::optional<std::vector<MebiBytes>> TuningForm::sizes() const
{
    static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
    std::vector<MebiBytes> sizes;
    for (const QString &part : m_sizes->text().split(between, Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const MebiBytes size{part.toInt(&isNumber)};
        if (!isNumber || size < limits::SmallestMemory || size > limits::LargestMemory)
            return std::nullopt;
        sizes.push_back(size);
    }
    return sizes.empty() ? std::nullopt : std::optional(std::move(sizes));
}

bool TuningForm::applyTo(TuningPlan &plan) const
{
    auto wanted = sizes();
    if (!wanted)
        return false;
    plan.sizes = std::move(*wanted);
    plan.number = m_runs->value();
    plan.verifiedSizes = m_verifies->isChecked() ? VerifiedSizes : 0;
    plan.onlyColdStarts = m_onlyCold->isChecked();
    applyStrategyTo(plan);
    return true;
}

void TuningForm::applyStrategyTo(TuningPlan &plan) const
{
    plan.strategy = static_cast<TuningStrategy>(m_strategy->currentData().toInt());
    plan.balancedWeight = m_weight->value();
}

Calibration TuningForm::calibration() const
{
    const auto source = static_cast<Source>(m_calibration->currentData().toInt());
    if (source == Source::Reports)
        return m_reports;
    Calibration calibration;
    calibration.source = source;
    if (source == Source::Given)
        calibration.factor = m_factor->value();
    return calibration;
}

void TuningForm::setReports(const Calibration &calibration)
{
    m_reports = calibration;
    const int known = m_calibration->findData(static_cast<int>(Source::Reports));
    if (known >= 0 && m_calibration->currentIndex() == known) {
        Q_EMIT calibrationChanged();
        return;
    }
    if (known < 0)
        m_calibration->addItem(tr("By REPORT lines"), static_cast<int>(Source::Reports));
    m_calibration->setCurrentIndex(m_calibration->findData(static_cast<int>(Source::Reports)));
}

void TuningForm::setState(bool ready, bool running)
{
    m_isReady = ready;
    m_isRunning = running;
    updateState();
}

void TuningForm::setHasMeasurements(bool has)
{
    m_hasMeasurements = has;
    updateState();
}

void TuningForm::setFunctionText(const QString &text)
{
    m_function->setText(text);
    m_function->setVisible(!text.isEmpty());
}

void TuningForm::updateState()
{
    const bool hasSizes = sizes().has_value();
    m_sizesError->setVisible(!hasSizes);
    QPalette palette = m_sizesError->palette();
    palette.setColor(QPalette::WindowText, ThemeColours::of(this->palette()).error);
    m_sizesError->setPalette(palette);
    for (QWidget *choice : {static_cast<QWidget *>(m_sizes), static_cast<QWidget *>(m_runs),
                            static_cast<QWidget *>(m_verifies), static_cast<QWidget *>(m_onlyCold)})
        choice->setEnabled(!m_isRunning);
    m_weight->setVisible(m_strategy->currentData().toInt()
                         == static_cast<int>(TuningStrategy::Balanced));
    m_factor->setVisible(m_calibration->currentData().toInt() == static_cast<int>(Source::Given));
    m_start->setEnabled(m_isReady && !m_isRunning && hasSizes);
    m_stop->setEnabled(m_isRunning);
    m_import->setEnabled(m_hasMeasurements && !m_isRunning);
}

} // namespace coldframe

#include "moc_tuningform.cpp"
