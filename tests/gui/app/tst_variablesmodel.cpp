// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/variablesmodel.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace coldframe;

using Variables = std::map<QString, QString>;

class tst_VariablesModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masksValuesUntilRevealed();
    void rowsComeAndGo();
    void problem_data();
    void problem();
};

void tst_VariablesModel::masksValuesUntilRevealed()
{
    VariablesModel model;
    const QAbstractItemModelTester tester(&model);
    model.setVariables({{QStringLiteral("TOKEN"), QStringLiteral("s3cret")}});
    const QModelIndex value = model.index(0, VariablesModel::ValueColumn);

    QVERIFY(!value.data().toString().contains(QStringLiteral("s3cret")));
    QCOMPARE(value.data().toString().size(), 8);
    QCOMPARE(value.data(Qt::EditRole).toString(), QStringLiteral("s3cret"));

    model.setRevealed(true);
    QCOMPARE(value.data().toString(), QStringLiteral("s3cret"));
}

void tst_VariablesModel::rowsComeAndGo()
{
    VariablesModel model;
    const QAbstractItemModelTester tester(&model);
    model.setVariables({{QStringLiteral("AA"), QStringLiteral("1")}});

    const QModelIndex added = model.addRow();
    QVERIFY(model.setData(added, QStringLiteral("BB"), Qt::EditRole));
    QVERIFY(model.removeRow(0));

    const Variables expected{{QStringLiteral("BB"), QString()}};
    QVERIFY(model.variables() == expected);
    QVERIFY(!model.removeRow(1));
}

void tst_VariablesModel::problem_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("part");

    const auto name = [](const char *text) { return QStringList{QString::fromLatin1(text)}; };
    QTest::newRow("an ordinary name") << name("STAGE_2") << QStringLiteral("x") << QString();
    QTest::newRow("a row without anything is passed over") << name("") << QString() << QString();
    QTest::newRow("a value without a name")
        << name("") << QStringLiteral("x") << QStringLiteral("no name");
    QTest::newRow("one letter") << name("A") << QString() << QStringLiteral("two characters");
    QTest::newRow("a digit first") << name("2A") << QString() << QStringLiteral("a letter");
    QTest::newRow("a dash") << name("A-B") << QString() << QStringLiteral("“A-B”");
    QTest::newRow("a reserved name") << name("AWS_REGION") << QString() << QStringLiteral("itself");
    QTest::newRow("twice") << QStringList{QStringLiteral("AA"), QStringLiteral("AA")} << QString()
                           << QStringLiteral("twice");
    QTest::newRow("4 KB exactly") << name("AA") << QString(4094, QLatin1Char('x')) << QString();
    QTest::newRow("a byte more than 4 KB")
        << name("AA") << QString(4095, QLatin1Char('x')) << QStringLiteral("4,097 bytes");
}

void tst_VariablesModel::problem()
{
    QFETCH(QStringList, names);
    QFETCH(QString, value);
    QFETCH(QString, part);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    VariablesModel model;
    for (const QString &name : names) {
        const QModelIndex index = model.addRow();
        model.setData(index, name, Qt::EditRole);
        model.setData(index.siblingAtColumn(VariablesModel::ValueColumn), value, Qt::EditRole);
    }

    const QString problem = model.problem();

    QCOMPARE(problem.isEmpty(), part.isEmpty());
    QVERIFY2(problem.contains(part), qPrintable(problem));
}

COLDFRAME_TEST(tst_VariablesModel);

#include "tst_variablesmodel.moc"
