// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/functionstrip.h"

#include "gui/app/runoptions.h"
#include "gui/base/icons.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

namespace coldframe {

namespace {

constexpr int MemoryStep = 64; // megabytes

QSpinBox *makeNumber(const QString &objectName, const QString &suffix, int smallest, int largest)
{
    auto *number = new QSpinBox;
    number->setObjectName(objectName);
    number->setRange(smallest, largest);
    number->setSuffix(suffix);
    number->setGroupSeparatorShown(true);
    number->setKeyboardTracking(false); // a half typed number is no setting
    number->setFocusPolicy(Qt::StrongFocus);
    number->setAlignment(Qt::AlignRight);
    return number;
}

} // namespace

FunctionStrip::FunctionStrip(QWidget *parent)
    : QWidget(parent)
    , m_memory(makeNumber(QStringLiteral("memory"), tr(" MB"), int(limits::SmallestMemory.value),
                          int(limits::LargestMemory.value)))
    , m_timeout(makeNumber(QStringLiteral("timeout"), tr(" s"),
                           int(limits::ShortestTimeout.count()),
                           int(limits::LongestTimeout.count())))
    , m_variables(new QPushButton)
    , m_architecture(new QComboBox)
    , m_options(new RunOptions)
    , m_reset(new QToolButton)
{
    setObjectName(QStringLiteral("functionStrip"));
    m_memory->setSingleStep(MemoryStep);
    m_memory->setToolTip(tr("Memory of the function: its limit, and the base of its price"));
    m_timeout->setToolTip(tr("The function is killed when it runs longer"));
    m_variables->setObjectName(QStringLiteral("variables"));
    m_variables->setToolTip(tr("The function's environment variables"));
    m_architecture->setObjectName(QStringLiteral("architecture"));
    for (const Architecture architecture : {Architecture::X86_64, Architecture::Arm64})
        m_architecture->addItem(architectureName(architecture), int(architecture));
    m_architecture->setToolTip(
        tr("Chooses the price only: the function runs on this computer's own processor"));
    m_reset->setObjectName(QStringLiteral("resetFunction"));
    m_reset->setAutoRaise(true);
    m_reset->setToolTip(tr("Back to what the template says. Changes here last until Coldframe is "
                           "closed and leave the template as it is."));
    m_reset->setAccessibleName(tr("Back to the template"));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 2, 6, 2);
    const auto add = [this, layout](const QString &caption, QWidget *widget) {
        auto *label = new QLabel(caption, this);
        label->setBuddy(widget);
        layout->addWidget(label);
        layout->addWidget(widget);
    };
    layout->addWidget(m_reset);
    add(tr("Memory"), m_memory);
    add(tr("Timeout"), m_timeout);
    layout->addWidget(m_variables);
    add(tr("Price of"), m_architecture);
    layout->addWidget(m_options);
    QSizePolicy kept = m_reset->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(kept);
    setIcons();
    clear();

    connect(m_memory, &QSpinBox::valueChanged, this, &FunctionStrip::edited);
    connect(m_timeout, &QSpinBox::valueChanged, this, &FunctionStrip::edited);
    connect(m_architecture, &QComboBox::activated, this, &FunctionStrip::edited);
    connect(m_options, &RunOptions::loggingEdited, this, [this](const LoggingConfig &logging) {
        m_function.logging = logging;
        Q_EMIT functionEdited(m_function);
    });
    connect(m_options, &RunOptions::runSettingsEdited, this, &FunctionStrip::runSettingsEdited);
    connect(m_variables, &QPushButton::clicked, this, &FunctionStrip::variablesRequested);
    connect(m_reset, &QToolButton::clicked, this, &FunctionStrip::resetRequested);
}

void FunctionStrip::setFunction(const FunctionConfig &function, bool isChanged)
{
    const QSignalBlocker memoryBlocker(m_memory);
    const QSignalBlocker timeoutBlocker(m_timeout);
    m_function = function;
    setEnabled(true);
    m_memory->setValue(int(function.memory.value));
    m_timeout->setValue(
        int(std::chrono::duration_cast<std::chrono::seconds>(function.timeout).count()));
    m_architecture->setCurrentIndex(m_architecture->findData(int(function.architecture)));
    m_variables->setText(function.environment.empty()
                             ? tr("Variables…")
                             : tr("Variables (%1)…").arg(function.environment.size()));
    m_options->setLogging(function.logging);
    m_reset->setVisible(isChanged);
}

void FunctionStrip::setRunSettings(const RunSettings &settings)
{
    m_options->setRunSettings(settings);
}

void FunctionStrip::showRunOptions()
{
    m_options->showOptions();
}

void FunctionStrip::clear()
{
    setFunction({}, false);
    setEnabled(false);
}

void FunctionStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        setIcons();
    QWidget::changeEvent(event);
}

void FunctionStrip::setIcons()
{
    m_reset->setIcon(themedIcon(Symbol::Undo, palette()));
}

void FunctionStrip::edited()
{
    m_function.memory = MebiBytes{m_memory->value()};
    m_function.timeout = std::chrono::seconds(m_timeout->value());
    m_function.architecture = static_cast<Architecture>(m_architecture->currentData().toInt());
    Q_EMIT functionEdited(m_function);
}

} // namespace coldframe

#include "moc_functionstrip.cpp"
