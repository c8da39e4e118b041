// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lambda/functionconfig.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_FunctionConfig : public QObject
{
    Q_OBJECT

private slots:
    void hasLambdasDefaults();
    void arnNamesRegionAccountAndFunction();
    void architecturesHaveLambdasNames();
};

COLDFRAME_TEST(tst_FunctionConfig);

void tst_FunctionConfig::hasLambdasDefaults()
{
    const FunctionConfig function;

    QCOMPARE(function.memory.value, 128);
    QCOMPARE(function.timeout, 3000ms);
    QCOMPARE(function.ephemeralStorage.value, 512);
    QCOMPARE(function.version, QStringLiteral("$LATEST"));
    QCOMPARE(function.architecture, Architecture::X86_64);
}

void tst_FunctionConfig::arnNamesRegionAccountAndFunction()
{
    FunctionConfig function;
    function.name = QStringLiteral("orders-%1");
    function.region = QStringLiteral("eu-west-1");
    function.accountId = QStringLiteral("111122223333");
    function.version = QStringLiteral("7"); // not a part of the unqualified ARN

    QCOMPARE(functionArn(function),
             QStringLiteral("arn:aws:lambda:eu-west-1:111122223333:function:orders-%1"));
}

void tst_FunctionConfig::architecturesHaveLambdasNames()
{
    QCOMPARE(architectureName(Architecture::X86_64), QStringLiteral("x86_64"));
    QCOMPARE(architectureName(Architecture::Arm64), QStringLiteral("arm64"));
}

#include "tst_functionconfig.moc"
