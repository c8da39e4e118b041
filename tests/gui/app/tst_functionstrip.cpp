// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/functionstrip.h"
#include "tests/support/testmain.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_FunctionStrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showingAFunctionEditsNothing();
    void editingTellsTheWholeFunction();
    void theLogFormatIsPartOfTheFunction();
    void levelsCountForJsonOnly();
    void optionsOfEveryRunAreToldApart();
    void theButtonSaysHowManyOptionsAreSet();
    void optionsAreReachedByKeyboard();
    void resetIsOfferedForAChangedFunction();
    void withoutAFunctionNothingCanBeEdited();

private:
    static FunctionConfig function();
    template <typename Widget>
    static Widget *child(const FunctionStrip &strip, const char *name)
    {
        return strip.findChild<Widget *>(QLatin1String(name));
    }
    /// As a user does with the keyboard.
    static void choose(QComboBox *box, const QString &text)
    {
        QTest::keyClicks(box, text);
        QCOMPARE(box->currentText(), text);
        Q_EMIT box->activated(box->currentIndex());
    }
};

FunctionConfig tst_FunctionStrip::function()
{
    FunctionConfig function;
    function.name = QStringLiteral("hello");
    function.memory = MebiBytes{512};
    function.timeout = 30s;
    function.environment = {{QStringLiteral("STAGE"), QStringLiteral("dev")}};
    function.architecture = Architecture::Arm64;
    return function;
}

void tst_FunctionStrip::showingAFunctionEditsNothing()
{
    FunctionStrip strip;
    QSignalSpy edited(&strip, &FunctionStrip::functionEdited);

    strip.setFunction(function(), false);

    QCOMPARE(edited.size(), 0);
    QCOMPARE(strip.findChild<QSpinBox *>(QStringLiteral("memory"))->value(), 512);
    QCOMPARE(strip.findChild<QSpinBox *>(QStringLiteral("timeout"))->value(), 30);
    QCOMPARE(strip.findChild<QComboBox *>(QStringLiteral("architecture"))->currentText(),
             QStringLiteral("arm64"));
    QVERIFY(strip.findChild<QPushButton *>(QStringLiteral("variables"))
                ->text()
                .contains(QStringLiteral("(1)")));
}

void tst_FunctionStrip::editingTellsTheWholeFunction()
{
    FunctionStrip strip;
    strip.setFunction(function(), false);
    QSignalSpy edited(&strip, &FunctionStrip::functionEdited);

    strip.findChild<QSpinBox *>(QStringLiteral("memory"))->setValue(1024);

    QCOMPARE(edited.size(), 1);
    FunctionConfig expected = function();
    expected.memory = MebiBytes{1024};
    QVERIFY(edited.front().front().value<FunctionConfig>() == expected);
}

void tst_FunctionStrip::theLogFormatIsPartOfTheFunction()
{
    FunctionStrip strip;
    strip.setFunction(function(), false);
    QSignalSpy edited(&strip, &FunctionStrip::functionEdited);

    choose(child<QComboBox>(strip, "logFormat"), QStringLiteral("JSON"));
    choose(child<QComboBox>(strip, "applicationLevel"), QStringLiteral("WARN"));
    choose(child<QComboBox>(strip, "systemLevel"), QStringLiteral("DEBUG"));

    QVERIFY(!edited.isEmpty());
    FunctionConfig expected = function();
    expected.logging = {LogFormat::Json, LogLevel::Warn, LogLevel::Debug};
    QVERIFY(edited.back().front().value<FunctionConfig>() == expected);
}

void tst_FunctionStrip::levelsCountForJsonOnly()
{
    FunctionStrip strip;
    FunctionConfig json = function();
    json.logging.format = LogFormat::Json;

    for (const char *name : {"applicationLevel", "systemLevel"}) {
        strip.setFunction(function(), false);
        QVERIFY(!child<QComboBox>(strip, name)->isEnabled());
        strip.setFunction(json, true);
        QVERIFY(child<QComboBox>(strip, name)->isEnabled());
    }
}

void tst_FunctionStrip::optionsOfEveryRunAreToldApart()
{
    FunctionStrip strip;
    strip.setFunction(function(), false);
    RunSettings settings;
    settings.isolation = IsolationChoice::None;
    settings.emulation.freezesBetweenInvocations = false;
    strip.setRunSettings(settings);
    QSignalSpy functions(&strip, &FunctionStrip::functionEdited);
    QSignalSpy edited(&strip, &FunctionStrip::runSettingsEdited);

    QVERIFY(!child<QCheckBox>(strip, "optionBandwidth")->isEnabled());
    for (const char *name : {"optionCpu", "optionStream", "optionBandwidth", "optionCredentials"})
        child<QCheckBox>(strip, name)->click();

    settings.emulation.limitsCpu = true;
    settings.emulation.limitsBandwidth = true;
    settings.emulation.credentials = CredentialsChoice::PassedThrough;
    settings.responseMode = ResponseMode::Streamed;
    QCOMPARE(edited.size(), 4);
    QVERIFY(edited.back().front().value<RunSettings>() == settings);
    QCOMPARE(functions.size(), 0);
}

void tst_FunctionStrip::theButtonSaysHowManyOptionsAreSet()
{
    FunctionStrip strip;
    auto *button = child<QToolButton>(strip, "runOptions");
    strip.setFunction(function(), false);
    QCOMPARE(button->text(), QStringLiteral("Options"));

    RunSettings settings;
    settings.responseMode = ResponseMode::Streamed;
    strip.setRunSettings(settings);
    FunctionConfig json = function();
    json.logging.format = LogFormat::Json;
    strip.setFunction(json, true);

    QCOMPARE(button->text(), QStringLiteral("Options (2)"));
}

void tst_FunctionStrip::optionsAreReachedByKeyboard()
{
    FunctionStrip strip;
    strip.setFunction(function(), false);
    strip.show();
    QVERIFY(QTest::qWaitForWindowExposed(&strip));

    QTest::keyClick(child<QToolButton>(strip, "runOptions"), Qt::Key_Space);

    auto *popup = child<QWidget>(strip, "runOptionsPopup");
    QTRY_VERIFY(popup->isVisible());
    QTRY_COMPARE(QApplication::focusWidget(), child<QWidget>(strip, "logFormat"));
    QTest::keyClick(child<QWidget>(strip, "logFormat"), Qt::Key_Escape);
    QTRY_VERIFY(!popup->isVisible());
}

void tst_FunctionStrip::resetIsOfferedForAChangedFunction()
{
    FunctionStrip strip;
    QSignalSpy requested(&strip, &FunctionStrip::resetRequested);
    auto *reset = strip.findChild<QToolButton *>(QStringLiteral("resetFunction"));

    strip.setFunction(function(), false);
    QVERIFY(reset->isHidden());
    strip.setFunction(function(), true);
    QVERIFY(!reset->isHidden());
    reset->click();

    QCOMPARE(requested.size(), 1);
}

void tst_FunctionStrip::withoutAFunctionNothingCanBeEdited()
{
    FunctionStrip strip;

    QVERIFY(!strip.isEnabled());
    strip.setFunction(function(), false);
    QVERIFY(strip.isEnabled());
    strip.clear();
    QVERIFY(!strip.isEnabled());
}

COLDFRAME_TEST(tst_FunctionStrip);

#include "tst_functionstrip.moc"
