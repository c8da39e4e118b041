// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/cost/costsheet.h"

#include "tests/gui/cost/samplecosts.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;

class tst_CostSheet : public QObject
{
    Q_OBJECT

private slots:
    void listsEachItem_data();
    void listsEachItem();
    void comparesWarmWithCold();
    void aWarmRunDoesNotGuessTheColdCost();
    void storageAppearsOnlyAboveTheFreeSize();
    void tellsWhatHasNoPrice();
    void aRestoreIsPricedApart();
    void namesThePriceBook();
    void summaryNamesWhatIsBilled();

private:
    static CostSheet sheetOf(const InvocationRecord &record);
};

COLDFRAME_TEST(tst_CostSheet);

CostSheet tst_CostSheet::sheetOf(const InvocationRecord &record)
{
    const PriceBook book = test::samplePriceBook();
    const auto prices = book.prices(record.function.region, record.function.architecture);
    return prices ? costSheetOf(record, *prices, book.date(), QLocale(QLocale::English))
                  : CostSheet();
}

void tst_CostSheet::listsEachItem_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QStringList>("texts");

    QTest::newRow("the request") << 0
                                 << QStringList{QStringLiteral("Request"),
                                                QStringLiteral("< $0.01"), QStringLiteral("$0.20"),
                                                QStringLiteral("$0.0000002")};
    QTest::newRow("the handler's time")
        << 1
        << QStringList{QStringLiteral("Duration, 2 ms"), QStringLiteral("< $0.01"),
                       QStringLiteral("< $0.01"),
                       QStringLiteral("0.125 GB × 0.002 s × $0.0000166667 = $0.000000004166675")};
    QTest::newRow("init apart")
        << 2
        << QStringList{QStringLiteral("Init, 48 ms"), QStringLiteral("< $0.01"),
                       QStringLiteral("$0.10"),
                       QStringLiteral("0.125 GB × 0.048 s × $0.0000166667 = $0.0000001000002")};
    QTest::newRow("the total is their sum")
        << 3
        << QStringList{QStringLiteral("Total"), QStringLiteral("< $0.01"), QStringLiteral("$0.30"),
                       QStringLiteral("$0.0000002 + $0.000000004166675 + $0.0000001000002 = "
                                      "$0.000000304166875")};
}

void tst_CostSheet::listsEachItem()
{
    QFETCH(int, row);
    QFETCH(QStringList, texts);
    const CostSheet sheet = sheetOf(test::coldCost());
    QCOMPARE(int(sheet.rows.size()), 4);

    const CostRow &shown = sheet.rows[std::size_t(row)];

    QCOMPARE((QStringList{shown.title, shown.call, shown.million, shown.formula}), texts);
}

void tst_CostSheet::comparesWarmWithCold()
{
    const CostSheet sheet = sheetOf(test::coldCost());

    QCOMPARE(int(sheet.scenarios.size()), 2);
    QCOMPARE(sheet.scenarios[0].million, QStringLiteral("$0.20"));
    QCOMPARE(sheet.scenarios[0].formula,
             QStringLiteral(
                 "1,000,000 × ($0.0000002 + 0.125 GB × 0.002 s × $0.0000166667) = $0.204166675"));
    QCOMPARE(sheet.scenarios[1].million, QStringLiteral("$0.30"));
    QCOMPARE(sheet.scenarios[1].formula,
             QStringLiteral(
                 "1,000,000 × ($0.0000002 + 0.125 GB × 0.050 s × $0.0000166667) = $0.304166875"));
}

void tst_CostSheet::aWarmRunDoesNotGuessTheColdCost()
{
    const CostSheet sheet = sheetOf(test::warmCost());

    QCOMPARE(int(sheet.rows.size()), 3);
    QCOMPARE(sheet.scenarios[0].million, QStringLiteral("$0.20"));
    QCOMPARE(sheet.scenarios[1].million, QStringLiteral("–"));
    QVERIFY(sheet.scenarios[1].formula.contains(u"Run cold once"));
}

void tst_CostSheet::storageAppearsOnlyAboveTheFreeSize()
{
    InvocationRecord record = test::coldCost();
    record.function.ephemeralStorage = MebiBytes{2048};
    record.function.memory = MebiBytes{1769};

    const CostSheet sheet = sheetOf(record);

    QCOMPARE(sheet.rows[3].title, QStringLiteral("Storage in /tmp above 512 MB"));
    QVERIFY(sheet.rows[3].formula.startsWith(u"1.5 GB × 0.050 s × $0.0000000309 = "));
    QVERIFY(sheet.rows[1].formula.startsWith(u"1.7275390625 GB × 0.002 s"));
    QVERIFY(sheet.scenarios[1].formula.contains(u" + 1.5 GB × 0.050 s × $0.0000000309) = "));
    QVERIFY(sheet.scenarios[0].formula.contains(u" + 1.5 GB × 0.002 s × $0.0000000309) = "));
    QVERIFY(sheet.remarks.isEmpty());
}

void tst_CostSheet::tellsWhatHasNoPrice()
{
    InvocationRecord record = test::coldCost();
    record.function.region = QStringLiteral("ap-northeast-1");
    record.function.ephemeralStorage = MebiBytes{2048};

    const CostSheet sheet = sheetOf(record);

    QCOMPARE(int(sheet.rows.size()), 4);
    QVERIFY(sheet.remarks.contains(u"Storage in /tmp above 512 MB"));
    QVERIFY(sheet.remarks.contains(u"not in the total"));
}

void tst_CostSheet::aRestoreIsPricedApart()
{
    InvocationRecord record = test::coldCost();
    record.function.runtime = QStringLiteral("python3.13");
    record.function.snapStart = true;
    record.report.initDuration.reset();
    record.report.restoreDuration = std::chrono::microseconds(47'700);
    record.report.billedRestoreDuration = std::chrono::milliseconds(48);

    const CostSheet sheet = sheetOf(record);

    QCOMPARE(sheet.summary,
             QStringLiteral("Cold run: 50 ms billed at 128 MB, of which 48 ms are the restore"));
    QCOMPARE(int(sheet.rows.size()), 5);
    QCOMPARE(sheet.rows[3].formula, QStringLiteral("0.125 GB × $0.0001397998 = $0.000017474975"));
    QVERIFY(!sheet.scenarios[0].formula.contains(QStringLiteral("$0.0001397998")));
    QVERIFY(sheet.scenarios[1].formula.contains(QStringLiteral("0.125 GB × $0.0001397998")));
    QVERIFY(sheet.remarks.contains(QStringLiteral("not in the total: SnapStart cache.")));
}

void tst_CostSheet::namesThePriceBook()
{
    InvocationRecord record = test::warmCost();
    record.function.architecture = Architecture::Arm64;

    const QString text = sheetOf(record).priceBook;

    for (const auto *part :
         {"us-east-1", "arm64", "2026-09-19", "AWS Price List", "list price without free tier"})
        QVERIFY2(text.contains(QLatin1String(part)), part);
}

void tst_CostSheet::summaryNamesWhatIsBilled()
{
    QCOMPARE(sheetOf(test::coldCost()).summary,
             QStringLiteral("Cold run: 50 ms billed at 128 MB, of which 48 ms are init"));
    QCOMPARE(sheetOf(test::warmCost()).summary, QStringLiteral("Warm run: 2 ms billed at 128 MB"));
}

#include "tst_costsheet.moc"
