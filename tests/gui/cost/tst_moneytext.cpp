// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/cost/moneytext.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;

class tst_MoneyText : public QObject
{
    Q_OBJECT

private slots:
    void writesMoney_data();
    void writesMoney();
    void followsTheLocale();
};

COLDFRAME_TEST(tst_MoneyText);

void tst_MoneyText::writesMoney_data()
{
    QTest::addColumn<QString>("price");
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QString>("rounded");
    QTest::addColumn<QString>("exact");

    const auto row = [](const char *name, const char *price, qint64 count, const char *rounded,
                        const char *exact) {
        QTest::newRow(name) << QString::fromLatin1(price) << count << QString::fromLatin1(rounded)
                            << QString::fromLatin1(exact);
    };
    row("nothing", "0.0000002", 0, "$0.00", "$0");
    row("one request is less than a cent", "0.0000002", 1, "< $0.01", "$0.0000002");
    row("just below a cent is not rounded up to it", "0.009999", 1, "< $0.01", "$0.009999");
    row("a cent", "0.01", 1, "$0.01", "$0.01");
    row("a half cent is rounded up", "0.015", 1, "$0.02", "$0.015");
    row("a million requests", "0.0000002", 1'000'000, "$0.20", "$0.2");
    row("thousands are grouped", "52400.1024", 1, "$52,400.10", "$52,400.1024");
}

void tst_MoneyText::writesMoney()
{
    QFETCH(QString, price);
    QFETCH(qint64, count);
    QFETCH(QString, rounded);
    QFETCH(QString, exact);
    const Result<UnitPrice> unit = UnitPrice::fromText(price);
    QVERIFY(unit.has_value());
    const QLocale english(QLocale::English, QLocale::UnitedStates);

    QCOMPARE(moneyText(unit->forCount(count), english), rounded);
    QCOMPARE(exactMoneyText(unit->forCount(count), english), exact);
}

void tst_MoneyText::followsTheLocale()
{
    const QLocale german(QLocale::German, QLocale::Germany);
    const Money amount = UnitPrice::fromText(u"52400.1024")->forCount(1);

    QCOMPARE(moneyText(amount, german), QStringLiteral("$52.400,10"));
    QCOMPARE(priceText(*UnitPrice::fromText(u"0.0000166667"), german),
             QStringLiteral("$0,0000166667"));
}

#include "tst_moneytext.moc"
