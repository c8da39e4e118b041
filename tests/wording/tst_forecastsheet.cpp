// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/forecastsheet.h"

#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>

using namespace coldframe;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(coldframe::ForecastPlan)

class tst_ForecastSheet : public QObject
{
    Q_OBJECT

private slots:
    void showsEachItemOnBothArchitectures();
    void opensToTheFormulaWithItsFigures();
    void unknownPricesAreNoFigures();
    void doubtfulPricesAreMarked();
    void showsBreakEvensOfProvisionedConcurrency();
    void saysThatProvisionedTimeDoesNotSuffice();
    void showsInstancesWithBothSides();
    void tellsWhatIsAssumed_data();
    void tellsWhatIsAssumed();
    void tellsThatPricesAreOld();
    void sharesAreShort_data();
    void sharesAreShort();

private:
    ForecastSheet sheetOf(const ForecastPlan &plan, const ForecastOrigin &origin = {},
                          const QDate &today = QDate(2026, 10, 1)) const
    {
        return forecastSheetOf(compareForecasts(m_book, plan), m_book, origin, today,
                               QLocale(QLocale::English, QLocale::UnitedStates));
    }
    static ForecastPlan plan()
    {
        ForecastPlan plan;
        plan.region = QStringLiteral("us-east-1");
        plan.traffic.requests = 3'000'000;
        plan.traffic.duration = 120ms;
        plan.traffic.memory = MebiBytes{1536};
        plan.freeTier = {1'000'000, 400'000, 100};
        return plan;
    }
    static const ForecastRow *rowOf(const std::vector<ForecastRow> &rows, const char *key)
    {
        const auto found = std::find_if(rows.begin(), rows.end(), [key](const ForecastRow &row) {
            return row.key == QLatin1String(key);
        });
        return found == rows.end() ? nullptr : &*found;
    }

    const ActivePriceBook m_book
        = loadActivePriceBook(QStringLiteral(COLDFRAME_SOURCE_DIR), {}).value();
};

COLDFRAME_TEST(tst_ForecastSheet);

void tst_ForecastSheet::showsEachItemOnBothArchitectures()
{
    const ForecastSheet sheet = sheetOf(plan());

    QCOMPARE(sheet.traffic,
             u"3,000,000 requests a month (1.14 a second), 120 ms at 1,536 MB, 0 % "
             "of them cold"_qs);
    QCOMPARE(int(sheet.rows.size()), 3);
    QCOMPARE(sheet.rows[0].x86.text, u"$0.40"_qs);
    QCOMPARE(sheet.rows[1].x86.text, u"$2.33"_qs);
    QCOMPARE(sheet.rows[1].x86.exact, u"$2.333338"_qs);
    QCOMPARE(sheet.rows[1].arm.exact, u"$1.866676"_qs);
    QCOMPARE(sheet.rows.back().key, u"total"_qs);
    QCOMPARE(sheet.rows.back().x86.text, u"$2.73"_qs);
}

void tst_ForecastSheet::opensToTheFormulaWithItsFigures()
{
    const ForecastSheet sheet = sheetOf(plan());

    QCOMPARE(sheet.rows[1].x86.formulas,
             (QStringList{u"In a month: 3,000,000 × 0.12 s × 1.5 GB = 540,000 GB-s"_qs,
                          u"Without the free tier: 540,000 GB-s − 400,000 GB-s = 140,000 GB-s"_qs,
                          u"Cost: 140,000 GB-s × $0.0000166667 = $2.333338"_qs}));
    QCOMPARE(sheet.rows.back().x86.formulas,
             QStringList{u"Total: $0.40 + $2.333338 = $2.733338"_qs});
}

void tst_ForecastSheet::unknownPricesAreNoFigures()
{
    ForecastPlan cape = plan();
    cape.region = QStringLiteral("af-south-1");

    const ForecastSheet sheet = sheetOf(cape);

    QCOMPARE(sheet.rows[0].x86.text, u"no price in the book"_qs);
    QCOMPARE(sheet.rows[1].arm.text, u"no price in the book"_qs);
    QVERIFY(sheet.rows.back().x86.text.startsWith(u"≥ $"));
    QCOMPARE(sheet.rows.back().arm.text, u"no price in the book"_qs);
    QVERIFY(sheet.remarks.first().contains(u"x86_64: the price book has no price"));
    QVERIFY(sheet.remarks.first().contains(u"Request"));
}

void tst_ForecastSheet::doubtfulPricesAreMarked()
{
    ForecastPlan ireland = plan();
    ireland.region = QStringLiteral("eu-west-1");

    const ForecastSheet sheet = sheetOf(ireland);

    QCOMPARE(sheet.rows[1].x86.text, u"≈ $2.33"_qs);
    QCOMPARE(sheet.rows.back().arm.text.left(2), u"≈ "_qs);
    QVERIFY(sheet.remarks.join(u'\n').contains(u"≈: the source"));
    QVERIFY(!sheetOf(plan()).remarks.join(u'\n').contains(u'≈'));
}

void tst_ForecastSheet::showsBreakEvensOfProvisionedConcurrency()
{
    ForecastPlan provisioned = plan();
    QVERIFY(!rowOf(sheetOf(provisioned).thresholds, "utilisation"));
    provisioned.traffic.provisioned = {1, 730h, AllParts};

    const ForecastSheet sheet = sheetOf(provisioned);

    // 3e6 x 0.12 s / 2,628,000 s = 13.698... %
    QCOMPARE(rowOf(sheet.thresholds, "utilisation")->x86.text, u"13.7 %"_qs);
    QCOMPARE(rowOf(sheet.thresholds, "breakEven.1")->x86.text, u"60 %"_qs);
    QCOMPARE(rowOf(sheet.thresholds, "breakEven.2")->x86.text, u"78.95 %"_qs);
    QCOMPARE(rowOf(sheet.thresholds, "breakEven.3")->x86.text, u"never"_qs);
    QCOMPARE(rowOf(sheet.thresholds, "slowestArm")->arm.text, u"1.24999 × the time"_qs);
}

void tst_ForecastSheet::saysThatProvisionedTimeDoesNotSuffice()
{
    ForecastPlan provisioned = plan();
    provisioned.traffic.provisioned = {1, 10h, AllParts};

    QVERIFY(sheetOf(provisioned).remarks.first().contains(u"cannot serve"));
}

void tst_ForecastSheet::showsInstancesWithBothSides()
{
    ForecastPlan busy = plan();
    busy.freeTier = {};
    busy.traffic.memory = MebiBytes{1024};
    busy.traffic.duration = 200ms;
    busy.peakMilliRequests = 60'000;

    const ForecastSheet sheet = sheetOf(busy);
    const auto medium
        = std::find_if(sheet.instances.begin(), sheet.instances.end(),
                       [](const InstanceRow &row) { return row.name.startsWith(u"t3.medium"); });

    QVERIFY(medium != sheet.instances.end());
    QCOMPARE(medium->month, u"$30.37"_qs);
    QCOMPARE(medium->breakEven, u"3.27 a second"_qs);
    QCOMPARE(medium->peak, u"no, it needs 6"_qs);
    QVERIFY(!medium->servesPeak);
    QCOMPARE(medium->traffic, u"Lambda costs less"_qs);
    QVERIFY(medium->formulas[1].contains(u"$30.368 ÷ (2,628,000 s × $3.53334 ÷ 1,000,000)"));
    QVERIFY(medium->formulas[2].contains(u"12 vCPU of 2, 12 requests at once"));
}

void tst_ForecastSheet::tellsWhatIsAssumed_data()
{
    QTest::addColumn<ForecastPlan>("plan");
    QTest::addColumn<QString>("part");
    QTest::addColumn<bool>("measured");

    ForecastPlan arm = plan();
    arm.armThousandths = 1100;
    QTest::newRow("arm64's time") << arm << u"arm64 takes 1.1 times"_qs << false;
    QTest::newRow("the free tier before the first price tier")
        << plan() << u"before the first price tier"_qs << false;
    QTest::newRow("the free tier of both architectures")
        << plan() << u"An account with functions on both architectures has it once"_qs << false;
    ForecastPlan provisioned = plan();
    provisioned.traffic.provisioned.environments = 1;
    QTest::newRow("free requests with provisioned concurrency")
        << provisioned << u"as in AWS's example"_qs << false;
    QTest::newRow("rounding") << plan() << u"rounded once, for display"_qs << false;
    ForecastPlan cold = plan();
    cold.traffic.coldParts = 1;
    QTest::newRow("a share of cold starts that was set")
        << cold << u"The share of cold starts is an assumption"_qs << false;
    QTest::newRow("a share of cold starts that was measured")
        << cold << u"The share of cold starts is that of 7 runs"_qs << true;
}

void tst_ForecastSheet::tellsWhatIsAssumed()
{
    QFETCH(ForecastPlan, plan);
    QFETCH(QString, part);
    QFETCH(bool, measured);

    const QStringList remarks = sheetOf(plan, {measured ? 7 : 0, measured, measured}).remarks;

    QVERIFY2(remarks.join(u'\n').contains(part), qPrintable(remarks.join(u'\n')));
}

void tst_ForecastSheet::tellsThatPricesAreOld()
{
    QVERIFY(sheetOf(plan(), {}, QDate(2026, 12, 18)).old.isEmpty());
    QVERIFY(sheetOf(plan(), {}, QDate(2026, 12, 19)).old.contains(u"2026-09-19"));
}

void tst_ForecastSheet::sharesAreShort_data()
{
    QTest::addColumn<qint64>("parts");
    QTest::addColumn<QString>("text");

    QTest::newRow("nothing") << qint64(0) << u"0 %"_qs;
    QTest::newRow("all") << qint64(AllParts) << u"100 %"_qs;
    QTest::newRow("a half") << qint64(5'000) << u"0.5 %"_qs;
    QTest::newRow("rounded") << qint64(123'456) << u"12.35 %"_qs;
    QTest::newRow("ten") << qint64(100'000) << u"10 %"_qs;
}

void tst_ForecastSheet::sharesAreShort()
{
    QFETCH(qint64, parts);
    QFETCH(QString, text);

    QCOMPARE(shareText(parts, QLocale(QLocale::English)), text);
}

#include "tst_forecastsheet.moc"
