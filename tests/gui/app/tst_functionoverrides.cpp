// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/functionoverrides.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_FunctionOverrides : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingEditedIsNoOverride();
    void surviveAChangeOfTheTemplate();
    void editingBackRemovesThem();
};

void tst_FunctionOverrides::nothingEditedIsNoOverride()
{
    QVERIFY(overridesOf(FunctionConfig(), FunctionConfig()).isEmpty());
}

void tst_FunctionOverrides::surviveAChangeOfTheTemplate()
{
    FunctionConfig base;
    FunctionConfig edited = base;
    edited.memory = MebiBytes{512};
    edited.timeout = 30s;
    edited.architecture = Architecture::Arm64;
    edited.environment = {{QStringLiteral("STAGE"), QStringLiteral("dev")}};
    edited.logging = {LogFormat::Json, LogLevel::Debug, LogLevel::Warn};
    const FunctionOverrides overrides = overridesOf(base, edited);

    base.handler = QStringLiteral("other.handler");
    const FunctionConfig function = overridden(base, overrides);

    QCOMPARE(function.handler, QStringLiteral("other.handler"));
    QVERIFY(function.memory == MebiBytes{512});
    QVERIFY(function.timeout == 30s);
    QVERIFY(function.architecture == Architecture::Arm64);
    QVERIFY(function.logging == edited.logging);
    QVERIFY(function.environment == edited.environment);
}

void tst_FunctionOverrides::editingBackRemovesThem()
{
    FunctionConfig base;
    base.environment = {{QStringLiteral("STAGE"), QStringLiteral("dev")}};
    FunctionConfig edited = base;
    edited.environment.clear();

    QVERIFY(overridesOf(base, edited).environment.has_value());
    QVERIFY(overridesOf(base, base).isEmpty());
}

COLDFRAME_TEST(tst_FunctionOverrides);

#include "tst_functionoverrides.moc"
