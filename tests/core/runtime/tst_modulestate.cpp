// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/modulestate.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;

class tst_ModuleState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everything();
    void notAState_data();
    void notAState();
};

void tst_ModuleState::everything()
{
    const Result<ToldState> told = parseModuleState(
        R"({"when":"initialised","file":"app.py","complete":false,"sees":"exports",)"
        R"("variables":[["a","int","1",false],["b","str","\"x",true]]})");

    QVERIFY(told.has_value());
    QVERIFY(told->isInitial);
    QCOMPARE(told->state.file, QStringLiteral("app.py"));
    QVERIFY(!told->state.isComplete);
    QVERIFY(!told->state.seesModuleVariables);
    QVERIFY((told->state.variables
             == std::vector<ObservedVariable>{
                 {QStringLiteral("a"), QStringLiteral("int"), QStringLiteral("1"), false},
                 {QStringLiteral("b"), QStringLiteral("str"), QStringLiteral("\"x"), true}}));
}

void tst_ModuleState::notAState_data()
{
    QTest::addColumn<QByteArray>("body");

    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("state");
    QTest::newRow("no object") << QByteArray("[]");
    QTest::newRow("a member is missing")
        << QByteArray(R"({"when":"answered","file":"","complete":true,"variables":[]})");
    QTest::newRow("a variable of another form")
        << QByteArray(R"({"when":"answered","file":"","complete":true,"sees":"module",)"
                      R"("variables":[["a",1,"1",false]]})");
    QTest::newRow("a variable that is cut off")
        << QByteArray(R"({"when":"answered","file":"","complete":true,"sees":"module",)"
                      R"("variables":[["a"]]})");
}

void tst_ModuleState::notAState()
{
    QFETCH(const QByteArray, body);

    QVERIFY(!parseModuleState(body));
}

COLDFRAME_TEST(tst_ModuleState);

#include "tst_modulestate.moc"
