// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/runoptions.h"

#include "gui/base/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QFrame>
#include <QLabel>
#include <QScreen>

#include <algorithm>

namespace coldframe {

namespace {

constexpr int PopupWidth = 400; // pixels; the sentences break within it
constexpr int BelowCheckBox = 22; // pixels; a note begins where the text of its check box does

QComboBox *makeLevels(const QString &objectName, std::initializer_list<LogLevel> levels)
{
    auto *chooser = new QComboBox;
    chooser->setObjectName(objectName);
    for (const LogLevel level : levels)
        chooser->addItem(logLevelName(level), int(level));
    return chooser;
}

QCheckBox *makeOption(const QString &objectName, const QString &text, const QString &toolTip)
{
    auto *option = new QCheckBox(text);
    option->setObjectName(objectName);
    option->setToolTip(toolTip);
    return option;
}

QLabel *makePopupHeading(const QString &text)
{
    auto *heading = new QLabel(text);
    QFont font = heading->font();
    font.setBold(true);
    heading->setFont(font);
    return heading;
}

template <typename Enum>
void chooseValue(QComboBox &chooser, Enum value)
{
    chooser.setCurrentIndex(std::max(0, chooser.findData(int(value))));
}

template <typename Enum>
Enum chosenValue(const QComboBox &chooser)
{
    return static_cast<Enum>(chooser.currentData().toInt());
}

} // namespace

RunOptions::RunOptions(QWidget *parent)
    : QToolButton(parent)
    , m_popup(new QFrame(this, Qt::Popup))
    , m_format(new QComboBox)
    , m_applicationLevel(makeLevels(QStringLiteral("applicationLevel"),
                                    {LogLevel::Trace, LogLevel::Debug, LogLevel::Info,
                                     LogLevel::Warn, LogLevel::Error, LogLevel::Fatal}))
    , m_systemLevel(makeLevels(QStringLiteral("systemLevel"),
                               {LogLevel::Debug, LogLevel::Info, LogLevel::Warn}))
    , m_limitsCpu(makeOption(QStringLiteral("optionCpu"), cpuShareText(), cpuShareToolTip()))
    , m_limitsBandwidth(
          makeOption(QStringLiteral("optionBandwidth"), bandwidthText(), bandwidthToolTip()))
    , m_streams(makeOption(QStringLiteral("optionStream"), streamingText(), streamingToolTip()))
    , m_traces(makeOption(QStringLiteral("optionTrace"), tracingText(), tracingToolTip()))
    , m_passesCredentials(
          makeOption(QStringLiteral("optionCredentials"), credentialsText(), credentialsWarning()))
{
    setObjectName(QStringLiteral("runOptions"));
    setFocusPolicy(Qt::StrongFocus);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize({16, 16});
    setAccessibleName(tr("Run options"));
    m_format->setObjectName(QStringLiteral("logFormat"));
    m_format->addItem(tr("Text"), int(LogFormat::Text));
    m_format->addItem(QStringLiteral("JSON"), int(LogFormat::Json));
    makePopup();
    setIcons();
    showValues();

    connect(this, &QToolButton::clicked, this, &RunOptions::showOptions);
    for (QComboBox *chooser : {m_format, m_applicationLevel, m_systemLevel})
        connect(chooser, &QComboBox::activated, this, &RunOptions::editLogging);
    for (QCheckBox *option : {m_limitsCpu, m_limitsBandwidth, m_streams, m_traces, m_passesCredentials})
        connect(option, &QCheckBox::clicked, this, &RunOptions::editRunSettings);
}

void RunOptions::setLogging(const LoggingConfig &logging)
{
    m_logging = logging;
    showValues();
}

void RunOptions::setRunSettings(const RunSettings &settings)
{
    m_settings = settings;
    showValues();
}

void RunOptions::showOptions()
{
    if (!isEnabled())
        return;
    m_popup->adjustSize();
    QPoint place = mapToGlobal(QPoint(0, height()));
    // Stays on the screen when the button is at its right edge.
    const QRect area = screen()->availableGeometry();
    place.setX(std::max(area.left(), std::min(place.x(), area.right() - m_popup->width())));
    m_popup->move(place);
    m_popup->show();
    m_format->setFocus(Qt::PopupFocusReason);
}

void RunOptions::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        setIcons();
    QToolButton::changeEvent(event);
}

void RunOptions::makePopup()
{
    m_popup->setObjectName(QStringLiteral("runOptionsPopup"));
    m_popup->setFrameShape(QFrame::StyledPanel);
    m_popup->setAccessibleName(tr("Run options"));
    m_popup->setFixedWidth(PopupWidth);
    auto *form = new QFormLayout(m_popup);
    form->setContentsMargins(14, 12, 14, 14);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(makePopupHeading(tr("Log of this function")));
    form->addRow(tr("Log &format"), m_format);
    form->addRow(tr("&Application level"), m_applicationLevel);
    form->addRow(tr("&System level"), m_systemLevel);
    m_format->setToolTip(tr("LoggingConfig.LogFormat: plain lines, or one JSON object a line"));
    m_applicationLevel->setToolTip(
        tr("What the function logs below this level is left out. Lambda applies levels to JSON "
           "only."));
    m_systemLevel->setToolTip(
        tr("Lines of the platform below this level are left out. Lambda applies levels to JSON "
           "only."));
    auto *warning = new QLabel(credentialsWarning());
    warning->setWordWrap(true);
    warning->setForegroundRole(QPalette::PlaceholderText);
    warning->setIndent(BelowCheckBox);
    form->addRow(makePopupHeading(tr("Every run")));
    form->addRow(m_limitsCpu);
    form->addRow(m_streams);
    form->addRow(m_limitsBandwidth);
    form->addRow(m_traces);
    form->addRow(m_passesCredentials);
    form->addRow(warning);
}

void RunOptions::setIcons()
{
    setIcon(themedIcon(Symbol::Settings, palette()));
}

void RunOptions::showValues()
{
    chooseValue(*m_format, m_logging.format);
    chooseValue(*m_applicationLevel, m_logging.applicationLevel);
    chooseValue(*m_systemLevel, m_logging.systemLevel);
    const bool isJson = m_logging.format == LogFormat::Json;
    m_applicationLevel->setEnabled(isJson);
    m_systemLevel->setEnabled(isJson);

    const EmulationOptions &emulation = m_settings.emulation;
    const bool streams = m_settings.responseMode == ResponseMode::Streamed;
    const bool passesCredentials = emulation.credentials == CredentialsChoice::PassedThrough;
    m_limitsCpu->setChecked(emulation.limitsCpu);
    m_limitsBandwidth->setChecked(emulation.limitsBandwidth);
    m_limitsBandwidth->setEnabled(streams);
    m_streams->setChecked(streams);
    m_traces->setChecked(emulation.traces);
    m_passesCredentials->setChecked(passesCredentials);

    const int changed = int(isJson) + int(emulation.limitsCpu) + int(streams)
        + int(streams && emulation.limitsBandwidth) + int(!emulation.traces)
        + int(passesCredentials);
    setText(changed == 0 ? tr("Options") : tr("Options (%1)").arg(changed));
}

void RunOptions::editLogging()
{
    m_logging = {chosenValue<LogFormat>(*m_format), chosenValue<LogLevel>(*m_applicationLevel),
                 chosenValue<LogLevel>(*m_systemLevel)};
    showValues();
    Q_EMIT loggingEdited(m_logging);
}

void RunOptions::editRunSettings()
{
    m_settings.emulation.limitsCpu = m_limitsCpu->isChecked();
    m_settings.emulation.limitsBandwidth = m_limitsBandwidth->isChecked();
    m_settings.emulation.traces = m_traces->isChecked();
    m_settings.emulation.credentials = m_passesCredentials->isChecked()
        ? CredentialsChoice::PassedThrough
        : CredentialsChoice::Dummy;
    m_settings.responseMode
        = m_streams->isChecked() ? ResponseMode::Streamed : ResponseMode::Buffered;
    showValues();
    Q_EMIT runSettingsEdited(m_settings);
}

QString cpuShareText()
{
    return RunOptions::tr("&CPU share as on Lambda");
}

QString bandwidthText()
{
    return RunOptions::tr("&Bandwidth limit of streamed responses");
}

QString credentialsText()
{
    return RunOptions::tr("&Pass my AWS credentials");
}

QString streamingText()
{
    return RunOptions::tr("Strea&m the response");
}

QString tracingText()
{
    return RunOptions::tr("Meas&ure imports and connections");
}

QString tracingToolTip()
{
    return RunOptions::tr("The timeline then has each import of a cold start, the handler's own "
                          "time, the connections it opens and the spans that it names. It costs "
                          "less than 5 % of a cold start.");
}

QString freezeToolTip()
{
    return RunOptions::tr("Lambda freezes the processes of an environment between invocations: "
                          "work in the background stands still until the next event");
}

QString cpuShareToolTip()
{
    return RunOptions::tr("Lambda gives CPU time in proportion to memory, one vCPU at 1,769 MB. "
                          "Without this, small functions run faster here than there.");
}

QString bandwidthToolTip()
{
    return RunOptions::tr("Lambda sends the first 6 MB of a streamed response at full speed and "
                          "the rest at 2 MB per second");
}

QString streamingToolTip()
{
    return RunOptions::tr("As InvokeWithResponseStream does: the response is shown while it "
                          "arrives, up to 200 MB. Otherwise Lambda collects it, up to 6 MB.");
}

QString credentialsWarning()
{
    return RunOptions::tr("The function then acts in your account, with your rights: what it "
                          "writes or deletes there is real. Otherwise its keys open nothing.");
}

} // namespace coldframe

#include "moc_runoptions.cpp"
