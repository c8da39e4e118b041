// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/settingsdialog.h"

#include "gui/app/runoptions.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>

namespace coldframe {

namespace {

constexpr int NoteWidth = 360; // pixels

/// Chooses the entry with this data; the first one when there is none.
void choose(QComboBox &chooser, const QVariant &data)
{
    chooser.setCurrentIndex(std::max(0, chooser.findData(data)));
}

/// "Nederlands", as its speakers call it.
QString nativeName(const QString &language)
{
    const QString name = QLocale(language).nativeLanguageName();
    return name.isEmpty() ? language : name.left(1).toUpper() + name.mid(1);
}

QLabel *makeHeading(const QString &text, QWidget *parent)
{
    auto *heading = new QLabel(text, parent);
    QFont font = heading->font();
    font.setBold(true);
    heading->setFont(font);
    return heading;
}

QLabel *makeNote(const QString &text, QWidget *parent)
{
    auto *note = new QLabel(text, parent);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    // A form asks a label that breaks its lines for a height that is too small.
    note->setFixedWidth(NoteWidth);
    note->setFixedHeight(note->heightForWidth(NoteWidth));
    return note;
}

} // namespace

SettingsDialog::SettingsDialog(const Settings &settings, const QStringList &languages,
                               const QStringList &regions, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_theme(new QComboBox(this))
    , m_language(new QComboBox(this))
    , m_fontSize(new QSpinBox(this))
    , m_isolation(new QComboBox(this))
    , m_freezes(new QCheckBox(tr("Free&ze between invocations"), this))
    , m_limitsCpu(new QCheckBox(cpuShareText(), this))
    , m_streams(new QCheckBox(streamingText(), this))
    , m_limitsBandwidth(new QCheckBox(bandwidthText(), this))
    , m_traces(new QCheckBox(tracingText(), this))
    , m_passesCredentials(new QCheckBox(credentialsText(), this))
    , m_region(new QComboBox(this))
    , m_keepsRuns(new QCheckBox(tr("&Keep runs in the history"), this))
    , m_historyLimit(new QSpinBox(this))
{
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(tr("Settings"));
    m_theme->setObjectName(QStringLiteral("theme"));
    m_language->setObjectName(QStringLiteral("language"));
    m_fontSize->setObjectName(QStringLiteral("fontSize"));
    m_isolation->setObjectName(QStringLiteral("isolation"));
    m_freezes->setObjectName(QStringLiteral("freezes"));
    m_limitsCpu->setObjectName(QStringLiteral("limitsCpu"));
    m_streams->setObjectName(QStringLiteral("streams"));
    m_limitsBandwidth->setObjectName(QStringLiteral("limitsBandwidth"));
    m_traces->setObjectName(QStringLiteral("traces"));
    m_passesCredentials->setObjectName(QStringLiteral("passesCredentials"));
    m_region->setObjectName(QStringLiteral("region"));
    m_keepsRuns->setObjectName(QStringLiteral("keepsRuns"));
    m_historyLimit->setObjectName(QStringLiteral("historyLimit"));
    fillChoices(languages, regions);
    layOut();
}

Settings SettingsDialog::settings() const
{
    Settings settings = m_settings;
    settings.appearance.theme = static_cast<ColourScheme>(m_theme->currentData().toInt());
    settings.appearance.language = m_language->currentData().toString();
    settings.editor.fontPointSize = m_fontSize->value();
    settings.run.isolation = static_cast<IsolationChoice>(m_isolation->currentData().toInt());
    EmulationOptions &emulation = settings.run.emulation;
    emulation.freezesBetweenInvocations = m_freezes->isChecked();
    emulation.limitsCpu = m_limitsCpu->isChecked();
    emulation.limitsBandwidth = m_limitsBandwidth->isChecked();
    emulation.traces = m_traces->isChecked();
    emulation.credentials = m_passesCredentials->isChecked() ? CredentialsChoice::PassedThrough
                                                             : CredentialsChoice::Dummy;
    settings.run.responseMode
        = m_streams->isChecked() ? ResponseMode::Streamed : ResponseMode::Buffered;
    settings.cost.region = m_region->currentData().toString();
    settings.history = {m_keepsRuns->isChecked(), m_historyLimit->value()};
    return settings;
}

void SettingsDialog::fillChoices(const QStringList &languages, const QStringList &regions)
{
    m_theme->addItem(tr("As the system"), int(ColourScheme::System));
    m_theme->addItem(tr("Light"), int(ColourScheme::Light));
    m_theme->addItem(tr("Dark"), int(ColourScheme::Dark));
    choose(*m_theme, int(m_settings.appearance.theme));

    m_language->addItem(tr("As the system"), QString());
    for (const QString &language : languages)
        m_language->addItem(nativeName(language), language);
    choose(*m_language, m_settings.appearance.language);

    m_fontSize->setRange(EditorSettings::SmallestFont, EditorSettings::LargestFont);
    m_fontSize->setSuffix(tr(" pt"));
    m_fontSize->setValue(m_settings.editor.fontPointSize);

    m_isolation->addItem(tr("Bubblewrap where it works"), int(IsolationChoice::Automatic));
    m_isolation->addItem(tr("Bubblewrap"), int(IsolationChoice::Bubblewrap));
    m_isolation->addItem(tr("None"), int(IsolationChoice::None));
    choose(*m_isolation, int(m_settings.run.isolation));

    fillRunOptions();

    for (const QString &region : regions)
        m_region->addItem(region, region);
    if (m_region->findData(m_settings.cost.region) < 0)
        m_region->addItem(m_settings.cost.region, m_settings.cost.region);
    choose(*m_region, m_settings.cost.region);

    m_keepsRuns->setChecked(m_settings.history.keepsRuns);
    m_historyLimit->setRange(HistorySettings::SmallestLimit, HistorySettings::LargestLimit);
    m_historyLimit->setGroupSeparatorShown(true);
    m_historyLimit->setSuffix(tr(" MB"));
    m_historyLimit->setValue(m_settings.history.limitMegabytes);
    m_historyLimit->setEnabled(m_keepsRuns->isChecked());
    connect(m_keepsRuns, &QCheckBox::toggled, m_historyLimit, &QWidget::setEnabled);
}

void SettingsDialog::fillRunOptions()
{
    const EmulationOptions &emulation = m_settings.run.emulation;
    m_freezes->setChecked(emulation.freezesBetweenInvocations);
    m_limitsCpu->setChecked(emulation.limitsCpu);
    m_limitsBandwidth->setChecked(emulation.limitsBandwidth);
    m_traces->setChecked(emulation.traces);
    m_traces->setToolTip(tracingToolTip());
    m_passesCredentials->setChecked(emulation.credentials == CredentialsChoice::PassedThrough);
    m_streams->setChecked(m_settings.run.responseMode == ResponseMode::Streamed);
    m_freezes->setToolTip(freezeToolTip());
    m_limitsCpu->setToolTip(cpuShareToolTip());
    m_limitsBandwidth->setToolTip(bandwidthToolTip());
    m_streams->setToolTip(streamingToolTip());
    m_limitsBandwidth->setEnabled(m_streams->isChecked());
    connect(m_streams, &QCheckBox::toggled, m_limitsBandwidth, &QCheckBox::setEnabled);
}

void SettingsDialog::layOut()
{
    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setSizeConstraint(QLayout::SetMinAndMaxSize);
    form->addRow(makeHeading(tr("Appearance"), this));
    form->addRow(tr("&Theme"), m_theme);
    form->addRow(tr("&Language"), m_language);
    form->addRow(QString(), makeNote(tr("Another language shows after a restart."), this));
    form->addRow(makeHeading(tr("Editor"), this));
    form->addRow(tr("&Font size"), m_fontSize);
    form->addRow(makeHeading(tr("Running"), this));
    form->addRow(tr("&Isolation"), m_isolation);
    form->addRow(QString(),
                 makeNote(tr("Without isolation a function sees the computer's whole file system, "
                             "with the rights of your account."),
                          this));
    for (QCheckBox *option :
         {m_freezes, m_limitsCpu, m_streams, m_limitsBandwidth, m_traces, m_passesCredentials})
        form->addRow(QString(), option);
    form->addRow(QString(), makeNote(credentialsWarning(), this));
    form->addRow(makeHeading(tr("Cost"), this));
    form->addRow(tr("&Region"), m_region);
    form->addRow(QString(),
                 makeNote(tr("Its prices apply, and functions see it as AWS_REGION."), this));
    form->addRow(makeHeading(tr("History"), this));
    form->addRow(QString(), m_keepsRuns);
    form->addRow(tr("&Size at most"), m_historyLimit);
    form->addRow(
        QString(),
        makeNote(tr("In the folder .coldframe of each workspace, with events, responses and "
                    "logs. The oldest runs go first."),
                 this));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setMinimumWidth(420);
}

} // namespace coldframe

#include "moc_settingsdialog.cpp"
