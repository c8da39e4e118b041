// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/settings.h"
#include "tests/support/testmain.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace coldframe;

class tst_Settings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingStoredGivesDefaults();
    void areKept_data();
    void areKept();
    void sessionIsKept();
    void nonsense_data();
    void nonsense();

private:
    QString file() const
    {
        return m_folder.filePath(QLatin1String(QTest::currentTestFunction())
                                 + QLatin1String(QTest::currentDataTag()));
    }

    QTemporaryDir m_folder;
};

void tst_Settings::nothingStoredGivesDefaults()
{
    QSettings file(this->file(), QSettings::IniFormat);

    QVERIFY(SettingsStore(file).settings() == Settings());
    QVERIFY(SettingsStore(file).session() == SessionState());
    QVERIFY(SettingsStore(file).windowLayout().docks.isEmpty());
}

void tst_Settings::areKept_data()
{
    QTest::addColumn<Settings>("settings");

    QTest::newRow("defaults") << Settings();
    QTest::newRow("dark") << Settings{.appearance = {ColourScheme::Dark, {}}};
    QTest::newRow("light") << Settings{.appearance = {ColourScheme::Light, {}}};
    QTest::newRow("a language") << Settings{.appearance = {{}, QStringLiteral("nl")}};
    QTest::newRow("a font size") << Settings{.editor = {18}};
    QTest::newRow("no isolation") << Settings{.run = {IsolationChoice::None}};
    QTest::newRow("bubblewrap") << Settings{.run = {IsolationChoice::Bubblewrap}};
    QTest::newRow("no freeze") << Settings{.run
                                           = {.emulation = {.freezesBetweenInvocations = false}}};
    QTest::newRow("Lambda's CPU share and bandwidth")
        << Settings{.run = {.emulation = {.limitsCpu = true, .limitsBandwidth = true}}};
    QTest::newRow("nothing measured inside") << Settings{.run = {.emulation = {.traces = false}}};
    QTest::newRow("real credentials")
        << Settings{.run = {.emulation = {.credentials = CredentialsChoice::PassedThrough}}};
    QTest::newRow("streaming") << Settings{.run = {.responseMode = ResponseMode::Streamed}};
    QTest::newRow("a region") << Settings{.cost = {QStringLiteral("eu-west-1")}};
    QTest::newRow("a port") << Settings{.endpoint = {4000, false}};
    QTest::newRow("any port, for functions too") << Settings{.endpoint = {0, true}};
}

void tst_Settings::areKept()
{
    QFETCH(Settings, settings);
    {
        QSettings file(this->file(), QSettings::IniFormat);
        SettingsStore(file).setSettings(settings);
    }

    QSettings file(this->file(), QSettings::IniFormat);
    QVERIFY(SettingsStore(file).settings() == settings);
}

void tst_Settings::sessionIsKept()
{
    const SessionState session{QStringLiteral("/w"),
                               {QStringLiteral("/w/a b,c.py"), QStringLiteral("/w/d.py")},
                               QStringLiteral("/w/d.py"),
                               QStringLiteral("hello")};
    {
        QSettings file(this->file(), QSettings::IniFormat);
        SettingsStore(file).setSession(session);
        SettingsStore(file).setRecentTemplates({QStringLiteral("s3"), QStringLiteral("sqs")});
    }

    QSettings file(this->file(), QSettings::IniFormat);
    QVERIFY(SettingsStore(file).session() == session);
    QCOMPARE(SettingsStore(file).recentTemplates(),
             (QStringList{QStringLiteral("s3"), QStringLiteral("sqs")}));
}

void tst_Settings::nonsense_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<Settings>("settings");

    QTest::newRow("a theme that nobody knows")
        << QStringLiteral("appearance/theme") << QVariant(QStringLiteral("pink")) << Settings();
    QTest::newRow("a font size that is no number")
        << QStringLiteral("editor/fontPointSize") << QVariant(QStringLiteral("big")) << Settings();
    QTest::newRow("a font size that nobody can read")
        << QStringLiteral("editor/fontPointSize") << QVariant(1) << Settings{.editor = {6}};
    QTest::newRow("a font size larger than the window")
        << QStringLiteral("editor/fontPointSize") << QVariant(4000) << Settings{.editor = {40}};
    QTest::newRow("credentials that nobody knows")
        << QStringLiteral("run/credentials") << QVariant(QStringLiteral("all")) << Settings();
    QTest::newRow("a freeze that is no choice") << QStringLiteral("run/freezesBetweenInvocations")
                                                << QVariant(QStringLiteral("maybe")) << Settings();
    QTest::newRow("a limit that is no choice")
        << QStringLiteral("run/limitsCpu") << QVariant(QStringLiteral("maybe")) << Settings();
    QTest::newRow("a port that is none")
        << QStringLiteral("endpoint/port") << QVariant(70'000) << Settings();
    QTest::newRow("an empty region")
        << QStringLiteral("cost/region") << QVariant(QString()) << Settings();
}

void tst_Settings::nonsense()
{
    QFETCH(QString, key);
    QFETCH(QVariant, value);
    QFETCH(Settings, settings);
    QSettings file(this->file(), QSettings::IniFormat);
    file.setValue(key, value);

    QVERIFY(SettingsStore(file).settings() == settings);
}

COLDFRAME_TEST(tst_Settings);

#include "tst_settings.moc"
