// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/breakeven.h"

#include "tests/core/billing/formulavalue.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

namespace {

const QString BooksDirectory = QStringLiteral(COLDFRAME_SOURCE_DIR "/resources/pricing");

Prices virginia(Architecture architecture)
{
    return PriceBook::loadNewest(BooksDirectory)
        .value()
        .prices(QStringLiteral("us-east-1"), architecture)
        .value();
}

Instance instanceNamed(const char *name)
{
    for (const Instance &instance :
         InstanceBook::loadNewest(BooksDirectory).value().instances(QStringLiteral("us-east-1"))) {
        if (instance.name == QLatin1String(name))
            return instance;
    }
    return {};
}

Traffic requestsOf(std::chrono::milliseconds duration, std::int64_t memory)
{
    Traffic traffic;
    traffic.requests = 1'000'000;
    traffic.duration = duration;
    traffic.memory = MebiBytes{memory};
    return traffic;
}

} // namespace

class tst_BreakEven : public QObject
{
    Q_OBJECT

private slots:
    void provisionedConcurrencyPaysFrom_data();
    void provisionedConcurrencyPaysFrom();
    void noPriceNoBreakEven();
    void armPaysWhileNotMuchSlower();
    void instanceBreaksEvenAt_data();
    void instanceBreaksEvenAt();
    void initAndStorageCountInTheBreakEven();
    void tellsWhetherThePeakIsServed_data();
    void tellsWhetherThePeakIsServed();
    void readsInstances();
    void namesTheKeyOfAnInstance_data();
    void namesTheKeyOfAnInstance();
};

COLDFRAME_TEST(tst_BreakEven);

void tst_BreakEven::provisionedConcurrencyPaysFrom_data()
{
    QTest::addColumn<Architecture>("architecture");
    QTest::addColumn<int>("tier");
    QTest::addColumn<qint64>("millionths");
    QTest::addColumn<bool>("pays");

    // (cost-and-tuning, D.4)
    // 4.1667 / (16.6667 - 9.7222) = 4.1667 / 6.9445 = 0.6000
    QTest::newRow("x86_64") << Architecture::X86_64 << 1 << qint64(600'000) << true;
    // 4.1667 / (15 - 9.7222) = 4.1667 / 5.2778 = 0.78948
    QTest::newRow("x86_64, second tier") << Architecture::X86_64 << 2 << qint64(789'477) << true;
    // 4.1667 / (13.3334 - 9.7222) = 4.1667 / 3.6112 = 1.15383
    QTest::newRow("x86_64, third tier: never")
        << Architecture::X86_64 << 3 << qint64(1'153'827) << false;
    // 3.3334 / (13.3334 - 7.7778) = 3.3334 / 5.5556 = 0.600007
    QTest::newRow("arm64") << Architecture::Arm64 << 1 << qint64(600'007) << true;
}

void tst_BreakEven::provisionedConcurrencyPaysFrom()
{
    QFETCH(Architecture, architecture);
    QFETCH(int, tier);
    QFETCH(qint64, millionths);
    QFETCH(bool, pays);

    const auto breakEvens = provisionedBreakEvens(virginia(architecture));

    QCOMPARE(breakEvens.size(), std::size_t(3));
    const ProvisionedBreakEven &breakEven = breakEvens[std::size_t(tier - 1)];
    QCOMPARE(breakEven.tier, tier);
    QCOMPARE(breakEven.utilisation.value(), millionths);
    QCOMPARE(breakEven.pays(), pays);
    QCOMPARE(std::get<FormulaFigure>(breakEven.formula.tokens().back()).unit, FormulaUnit::Percent);
}

void tst_BreakEven::noPriceNoBreakEven()
{
    Prices prices = virginia(Architecture::X86_64);
    prices.provisionedDuration.reset();
    QVERIFY(provisionedBreakEvens(prices).empty());

    prices.provisionedDuration = prices.duration.front().price; // saves nothing
    QVERIFY(!provisionedBreakEvens(prices).front().pays());
}

void tst_BreakEven::armPaysWhileNotMuchSlower()
{
    // 16.6667 / 13.3334 = 1.24999625
    QCOMPARE(
        slowestPayingArm(virginia(Architecture::X86_64), virginia(Architecture::Arm64)).value(),
        1'249'996);
}

void tst_BreakEven::instanceBreaksEvenAt_data()
{
    QTest::addColumn<QByteArray>("instance");
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<qint64>("memory");
    QTest::addColumn<QString>("month");
    QTest::addColumn<double>("rate");

    // C / (2,628,000 s x (0.0000002 + GB x s x 0.0000166667)) (cost-and-tuning, D.4)
    // 0.0416 x 730 = 30.368; 2,628,000 x (0.0000002 + 0.2 x 0.0000166667) = 9.28561752
    QTest::newRow("t3.medium, 1 GB, 200 ms")
        << QByteArray("t3.medium") << qint64(200) << qint64(1024) << u"30.37"_qs << 3.270;
    // 2,628,000 x (0.0000002 + 0.00625 x 0.0000166667) = 0.79935...
    QTest::newRow("t3.medium, 128 MB, 50 ms")
        << QByteArray("t3.medium") << qint64(50) << qint64(128) << u"30.37"_qs << 37.99;
    QTest::newRow("c6g.medium") << QByteArray("c6g.medium") << qint64(200) << qint64(1024)
                                << u"24.82"_qs << 2.673;
    QTest::newRow("m5.large") << QByteArray("m5.large") << qint64(200) << qint64(1024)
                              << u"70.08"_qs << 7.547;
    QTest::newRow("m7g.xlarge") << QByteArray("m7g.xlarge") << qint64(200) << qint64(1024)
                                << u"119.14"_qs << 12.83;
    QTest::newRow("Fargate") << QByteArray("Fargate 1 vCPU, 2 GB") << qint64(200) << qint64(1024)
                             << u"36.04"_qs << 3.8813;
}

void tst_BreakEven::instanceBreaksEvenAt()
{
    QFETCH(QByteArray, instance);
    QFETCH(qint64, milliseconds);
    QFETCH(qint64, memory);
    QFETCH(QString, month);
    QFETCH(double, rate);
    const Traffic traffic = requestsOf(std::chrono::milliseconds(milliseconds), memory);

    const InstanceComparison comparison = compareWithInstance(
        instanceNamed(instance.constData()), virginia(Architecture::X86_64), traffic, {});

    QCOMPARE(comparison.month.roundedText(2), month);
    const double found = double(comparison.breakEvenRequests.value())
        / double(std::chrono::seconds(OneMonth).count());
    QVERIFY2(std::abs(found / rate - 1) < 2e-4, qPrintable(QString::number(found, 'f', 6)));
    QVERIFY(test::FormulaValue::holds(comparison.breakEven, 1e-4));
}

void tst_BreakEven::initAndStorageCountInTheBreakEven()
{
    // One request: 0.0000002 + 0.1 s x 0.5 GB x 0.0000166667 = 0.000001033335
    // + 10 % x 0.2 s x 0.5 GB x 0.0000166667 = 0.000000166667
    // + (0.1 + 0.02) s x 1.5 GB x 0.0000000309 = 0.000000005562: together 0.000001205564
    // 0.0168 x 730 = 12.264 USD; 12.264 / 0.000001205564 = 10,172,831.97 requests
    Traffic traffic = requestsOf(100ms, 512);
    traffic.coldParts = 100'000;
    traffic.init = 200ms;
    traffic.ephemeralStorage = MebiBytes{2048};
    traffic.provisioned = {10, 730h, 500'000}; // paid by the month: not a part of it
    const Prices prices = virginia(Architecture::X86_64);

    QCOMPARE(millionOnDemand(prices, traffic).exactText(), u"1.205564"_qs);
    QCOMPARE(compareWithInstance(instanceNamed("t4g.small"), prices, traffic, {})
                 .breakEvenRequests.value(),
             10'172'831);
}

void tst_BreakEven::tellsWhetherThePeakIsServed_data()
{
    QTest::addColumn<QByteArray>("instance");
    QTest::addColumn<qint64>("milliRequests");
    QTest::addColumn<qint64>("duration"); // milliseconds
    QTest::addColumn<qint64>("cpu");
    QTest::addColumn<qint64>("memory");
    QTest::addColumn<qint64>("milliCpus");
    QTest::addColumn<qint64>("concurrency");
    QTest::addColumn<qint64>("instances");

    // 20 x 0.05 s = 1 vCPU of 2; 20 x 0.2 s = 4 under way x 512 MB = 2 GB of 4
    QTest::newRow("served") << QByteArray("t3.medium") << qint64(20'000) << qint64(200)
                            << qint64(50) << qint64(512) << qint64(1000) << qint64(4) << qint64(1);
    // 100 x 0.05 s = 5 vCPUs of 2 each; 20 under way x 128 MB = 2.5 GB
    QTest::newRow("too little CPU")
        << QByteArray("t3.medium") << qint64(100'000) << qint64(200) << qint64(50) << qint64(128)
        << qint64(5000) << qint64(20) << qint64(3);
    // 10 x 2 s = 20 under way x 1 GB = 20 GB of 4 each
    QTest::newRow("too little memory")
        << QByteArray("t3.medium") << qint64(10'000) << qint64(2000) << qint64(10) << qint64(1024)
        << qint64(100) << qint64(20) << qint64(5);
    QTest::newRow("a started request is one")
        << QByteArray("c6g.medium") << qint64(1'500) << qint64(1000) << qint64(100) << qint64(1024)
        << qint64(150) << qint64(2) << qint64(1);
    QTest::newRow("no peak") << QByteArray("c6g.medium") << qint64(0) << qint64(1000) << qint64(100)
                             << qint64(1024) << qint64(0) << qint64(0) << qint64(1);
}

void tst_BreakEven::tellsWhetherThePeakIsServed()
{
    QFETCH(QByteArray, instance);
    QFETCH(qint64, milliRequests);
    QFETCH(qint64, duration);
    QFETCH(qint64, cpu);
    QFETCH(qint64, memory);
    QFETCH(qint64, milliCpus);
    QFETCH(qint64, concurrency);
    QFETCH(qint64, instances);
    const PeakLoad peak{milliRequests, std::chrono::milliseconds(duration),
                        std::chrono::milliseconds(cpu), MebiBytes{memory}};

    const InstanceComparison comparison
        = compareWithInstance(instanceNamed(instance.constData()), virginia(Architecture::X86_64),
                              requestsOf(200ms, 1024), peak);

    QCOMPARE(comparison.milliCpus, milliCpus);
    QCOMPARE(comparison.concurrency, concurrency);
    QCOMPARE(comparison.memory.value, concurrency * memory);
    QCOMPARE(comparison.instances, instances);
    QCOMPARE(comparison.servesPeak(), instances == 1);
    QVERIFY(comparison.fleet() == comparison.month * instances);
}

void tst_BreakEven::readsInstances()
{
    const Result<InstanceBook> book = InstanceBook::loadNewest(BooksDirectory);

    QVERIFY(book);
    QCOMPARE(book->date(), QDate(2026, 7, 20));
    QVERIFY(!book->source().isEmpty());
    const Instance medium = instanceNamed("t3.medium");
    QCOMPARE(medium.hourly.exactText(), u"0.0416"_qs);
    QCOMPARE(medium.milliCpus, 2000);
    QCOMPARE(medium.memory.value, 4096);
    QVERIFY(medium.burstable);
    QVERIFY(!medium.approximate);
    QVERIFY(instanceNamed("c6g.medium").approximate);
    QVERIFY(book->instances(u"moon-1"_qs).empty());
}

void tst_BreakEven::namesTheKeyOfAnInstance_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QByteArray>("instead");
    QTest::addColumn<QString>("key");

    QTest::newRow("a price as a number")
        << QByteArray("\"0.1\"") << QByteArray("0.1") << u"regions.xx-1[0].hourly"_qs;
    QTest::newRow("no CPU") << QByteArray("\"vcpus\": 2") << QByteArray("\"vcpus\": 0")
                            << u"regions.xx-1[0].vcpus"_qs;
    QTest::newRow("an unknown key")
        << QByteArray("\"vcpus\"") << QByteArray("\"gpus\": 1, \"vcpus\"")
        << u"regions.xx-1[0].gpus"_qs;
    QTest::newRow("another month") << QByteArray("730") << QByteArray("720") << u"hoursPerMonth"_qs;
}

void tst_BreakEven::namesTheKeyOfAnInstance()
{
    QFETCH(QByteArray, written);
    QFETCH(QByteArray, instead);
    QFETCH(QString, key);
    const QByteArray text = R"({"format": 1, "date": "2026-01-02", "currency": "USD",
        "hoursPerMonth": 730, "source": "a list", "regions": {"xx-1": [
        {"name": "a.b", "architecture": "arm64", "hourly": "0.1", "vcpus": 2, "memoryMB": 64}]}})";
    QVERIFY(InstanceBook::parse(text));

    const Result<InstanceBook> book
        = InstanceBook::parse(QByteArray(text).replace(written, instead));

    QVERIFY(!book);
    QCOMPARE(book.error().code, Error::Code::InvalidPriceBook);
    QCOMPARE(book.error().detail, key);
}

#include "tst_breakeven.moc"
