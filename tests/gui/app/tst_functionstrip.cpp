// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/functionstrip.h"
#include "tests/support/testmain.h"

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
    void resetIsOfferedForAChangedFunction();
    void withoutAFunctionNothingCanBeEdited();

private:
    static FunctionConfig function();
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
