// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/pricebook.h"

#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace coldframe;

namespace {

const QString PricingDirectory = QStringLiteral(COLDFRAME_SOURCE_DIR "/resources/pricing");

QByteArray smallBook()
{
    return R"({
  "format": 1, "date": "2026-01-02", "currency": "USD", "source": "a list",
  "freeTier": {"requests": 10, "gigabyteSeconds": 20},
  "regions": {"xx-test-1": {
    "source": "a list of one region", "request": "0.5", "ephemeralStorage": "0.25",
    "architectures": {"arm64": {"laterTiersKnown": true, "duration": [
      {"gigabyteSeconds": 100, "price": "2"}, {"price": "1"}]}}}}
})";
}

} // namespace

class tst_PriceBook : public QObject
{
    Q_OBJECT

private slots:
    void readsABook();
    void namesTheKeyThatIsWrong_data();
    void namesTheKeyThatIsWrong();
    void pointsAtBrokenJson();
    void saysWhenAFileIsMissing();
    void loadsTheNewestBookOfAFolder();
    void bundledBookHasTheListPrices_data();
    void bundledBookHasTheListPrices();
    void bundledBookSaysWhatItDoubts_data();
    void bundledBookSaysWhatItDoubts();
    void neverInventsAPrice_data();
    void neverInventsAPrice();
};

COLDFRAME_TEST(tst_PriceBook);

void tst_PriceBook::readsABook()
{
    const Result<PriceBook> book = PriceBook::parse(smallBook());

    QVERIFY(book);
    QCOMPARE(book->date(), QDate(2026, 1, 2));
    QCOMPARE(book->source(), u"a list"_qs);
    QVERIFY((book->freeTier() == FreeTier{10, 20}));
    QCOMPARE(book->regions(), QStringList{u"xx-test-1"_qs});
    const Prices prices = book->prices(u"xx-test-1"_qs, Architecture::Arm64).value();
    QCOMPARE(prices.source, u"a list of one region"_qs);
    QCOMPARE(prices.request.value().exactText(), u"0.5"_qs);
    QCOMPARE(prices.ephemeralStorage.value().exactText(), u"0.25"_qs);
    QCOMPARE(prices.duration.size(), std::size_t(2));
    QCOMPARE(prices.duration[0].gigabyteSeconds.value(), 100);
    QCOMPARE(prices.duration[1].price.exactText(), u"1"_qs);
    QVERIFY(!prices.duration[1].gigabyteSeconds);
    QVERIFY(!prices.provisionedDuration);
}

void tst_PriceBook::namesTheKeyThatIsWrong_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QByteArray>("instead");
    QTest::addColumn<QString>("key");

    QTest::newRow("a later format")
        << QByteArray("\"format\": 1") << QByteArray("\"format\": 2") << u"format"_qs;
    QTest::newRow("another currency") << QByteArray("USD") << QByteArray("CNY") << u"currency"_qs;
    QTest::newRow("no date") << QByteArray("\"date\"") << QByteArray("\"day\"") << u"date"_qs;
    QTest::newRow("a day that is none")
        << QByteArray("2026-01-02") << QByteArray("2026-02-30") << u"date"_qs;
    QTest::newRow("a negative allowance")
        << QByteArray("\"requests\": 10") << QByteArray("\"requests\": -1")
        << u"freeTier.requests"_qs;
    QTest::newRow("a price as a number")
        << QByteArray("\"0.5\"") << QByteArray("0.5") << u"regions.xx-test-1.request"_qs;
    QTest::newRow("a price that is none") << QByteArray("\"0.25\"") << QByteArray("\"free\"")
                                          << u"regions.xx-test-1.ephemeralStorage"_qs;
    QTest::newRow("an unknown architecture")
        << QByteArray("arm64") << QByteArray("mips") << u"regions.xx-test-1.architectures.mips."_qs;
    QTest::newRow("no source") << QByteArray("\"source\": \"a list of one region\",")
                               << QByteArray() << u"regions.xx-test-1.source"_qs;
    QTest::newRow("a tier without an end before another")
        << QByteArray("\"gigabyteSeconds\": 100, ") << QByteArray()
        << u"regions.xx-test-1.architectures.arm64.duration[0].gigabyteSeconds"_qs;
    QTest::newRow("a last tier that ends")
        << QByteArray("{\"price\": \"1\"}")
        << QByteArray("{\"gigabyteSeconds\": 5, \"price\": \"1\"}")
        << u"regions.xx-test-1.architectures.arm64.duration[1].gigabyteSeconds"_qs;
    QTest::newRow("tiers that are no objects")
        << QByteArray("{\"price\": \"1\"}") << QByteArray("7")
        << u"regions.xx-test-1.architectures.arm64.duration[1].price"_qs;
    QTest::newRow("a misspelt price of a region")
        << QByteArray("ephemeralStorage") << QByteArray("ephemeralstorage")
        << u"regions.xx-test-1.ephemeralstorage"_qs;
    QTest::newRow("a misspelt price of an architecture")
        << QByteArray("\"laterTiersKnown\"")
        << QByteArray("\"snapstartCache\": \"1\", \"laterTiersKnown\"")
        << u"regions.xx-test-1.architectures.arm64.snapstartCache"_qs;
    QTest::newRow("an unknown key of a tier")
        << QByteArray("{\"price\": \"1\"}") << QByteArray("{\"price\": \"1\", \"until\": 5}")
        << u"regions.xx-test-1.architectures.arm64.duration[1].until"_qs;
    QTest::newRow("doubts about a price that there is not")
        << QByteArray("\"request\": \"0.5\"")
        << QByteArray("\"approximate\": [\"requests\"], \"request\": \"0.5\"")
        << u"regions.xx-test-1.approximate"_qs;
    QTest::newRow("a list instead of regions")
        << QByteArray("\"regions\"") << QByteArray("\"regions\": [], \"x\"") << u"regions"_qs;
}

void tst_PriceBook::namesTheKeyThatIsWrong()
{
    QFETCH(QByteArray, written);
    QFETCH(QByteArray, instead);
    QFETCH(QString, key);
    QVERIFY(smallBook().contains(written));

    const Result<PriceBook> book = PriceBook::parse(smallBook().replace(written, instead));

    QVERIFY(!book);
    QCOMPARE(book.error().code, Error::Code::InvalidPriceBook);
    QCOMPARE(book.error().detail, key);
}

void tst_PriceBook::pointsAtBrokenJson()
{
    const Result<PriceBook> book = PriceBook::parse("{\n  \"format\": 1,\n}");

    QVERIFY(!book);
    QCOMPARE(book.error().code, Error::Code::InvalidJson);
    QCOMPARE(book.error().position->line, 3);
}

void tst_PriceBook::saysWhenAFileIsMissing()
{
    const QString path = PricingDirectory + u"/aws-1999-01-01.json"_qs;

    const Result<PriceBook> book = PriceBook::load(path);

    QVERIFY(!book);
    QCOMPARE(book.error().code, Error::Code::NotFound);
    QCOMPARE(book.error().detail, path);
    QCOMPARE(PriceBook::loadNewest(u"/nonexistent"_qs).error().code, Error::Code::NotFound);
}

void tst_PriceBook::loadsTheNewestBookOfAFolder()
{
    QTemporaryDir directory;
    const auto write = [&](const QString &name, const QByteArray &text) {
        QFile file(directory.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    };
    write(u"aws-2026-01-02.json"_qs, smallBook());
    write(u"aws-2026-10-01.json"_qs, smallBook().replace("2026-01-02", "2026-10-01"));
    write(u"readme.json"_qs, "{}");

    const Result<PriceBook> book = PriceBook::loadNewest(directory.path());

    QVERIFY(book);
    QCOMPARE(book->date(), QDate(2026, 10, 1));
}

void tst_PriceBook::bundledBookHasTheListPrices_data()
{
    QTest::addColumn<QString>("region");
    QTest::addColumn<Architecture>("architecture");
    QTest::addColumn<QStringList>("duration");

    QTest::newRow("Virginia, x86_64")
        << u"us-east-1"_qs << Architecture::X86_64
        << QStringList{u"0.0000166667"_qs, u"0.000015"_qs, u"0.0000133334"_qs};
    QTest::newRow("Virginia, arm64")
        << u"us-east-1"_qs << Architecture::Arm64
        << QStringList{u"0.0000133334"_qs, u"0.0000120001"_qs, u"0.0000106667"_qs};
    QTest::newRow("Tokyo, first tier")
        << u"ap-northeast-1"_qs << Architecture::X86_64 << QStringList{u"0.0000166667"_qs};
    QTest::newRow("Seoul, first tier")
        << u"ap-northeast-2"_qs << Architecture::Arm64 << QStringList{u"0.0000133334"_qs};
}

void tst_PriceBook::bundledBookHasTheListPrices()
{
    QFETCH(QString, region);
    QFETCH(Architecture, architecture);
    QFETCH(QStringList, duration);
    const Result<PriceBook> book = PriceBook::loadNewest(PricingDirectory);
    QVERIFY(book);

    const Result<Prices> prices = book->prices(region, architecture);

    QVERIFY(prices);
    QStringList texts;
    for (const DurationTier &tier : prices->duration)
        texts.append(tier.price.exactText());
    QCOMPARE(texts, duration);
    QCOMPARE(prices->request.value().exactText(), u"0.0000002"_qs);
    QCOMPARE(prices->laterTiersKnown, duration.size() > 1);
    QCOMPARE(prices->ephemeralStorage.has_value(), region == u"us-east-1"_qs);
    QVERIFY(!prices->source.isEmpty());
    QVERIFY((book->freeTier() == FreeTier{1'000'000, 400'000, 100}));
}

void tst_PriceBook::bundledBookSaysWhatItDoubts_data()
{
    QTest::addColumn<QString>("region");
    QTest::addColumn<int>("item");
    QTest::addColumn<QString>("price"); // empty for none
    QTest::addColumn<bool>("approximate");

    QTest::newRow("Cape Town's duration")
        << u"af-south-1"_qs << int(CostItem::Duration) << u"0.0000221"_qs << false;
    QTest::newRow("Cape Town's requests")
        << u"af-south-1"_qs << int(CostItem::Requests) << QString() << false;
    QTest::newRow("Hong Kong") << u"ap-east-1"_qs << int(CostItem::Init) << u"0.00002292"_qs
                               << false;
    QTest::newRow("Milan") << u"eu-south-1"_qs << int(CostItem::Duration) << u"0.0000195172"_qs
                           << false;
    QTest::newRow("Bahrain") << u"me-south-1"_qs << int(CostItem::Duration) << u"0.0000206667"_qs
                             << false;
    QTest::newRow("Ireland, from rounded prices")
        << u"eu-west-1"_qs << int(CostItem::Duration) << u"0.0000166667"_qs << true;
    QTest::newRow("Ireland's requests")
        << u"eu-west-1"_qs << int(CostItem::PayloadRequests) << u"0.0000002"_qs << true;
    QTest::newRow("London's storage")
        << u"eu-west-2"_qs << int(CostItem::EphemeralStorage) << u"0.0000000358"_qs << false;
    QTest::newRow("Seoul's restores")
        << u"ap-northeast-2"_qs << int(CostItem::SnapStartRestore) << u"0.0001674588"_qs << false;
    QTest::newRow("streaming") << u"us-east-1"_qs << int(CostItem::Streaming) << u"0.008"_qs
                               << true;
    QTest::newRow("tenant isolation")
        << u"us-east-1"_qs << int(CostItem::TenantIsolation) << u"0.000166667"_qs << false;
    QTest::newRow("SnapStart's cache")
        << u"us-east-1"_qs << int(CostItem::SnapStartCache) << u"0.0000015046"_qs << false;
}

void tst_PriceBook::bundledBookSaysWhatItDoubts()
{
    QFETCH(QString, region);
    QFETCH(int, item);
    QFETCH(QString, price);
    QFETCH(bool, approximate);
    const Prices prices = PriceBook::loadNewest(PricingDirectory)
                              .value()
                              .prices(region, Architecture::X86_64)
                              .value();

    const std::optional<UnitPrice> found = priceOf(prices, CostItem(item));

    QCOMPARE(found ? found->exactText() : QString(), price);
    QCOMPARE(isApproximate(prices, CostItem(item)), approximate);
}

void tst_PriceBook::neverInventsAPrice_data()
{
    QTest::addColumn<QString>("region");

    QTest::newRow("a region that the book leaves out") << u"eu-central-9"_qs;
    QTest::newRow("a region that does not exist") << u"moon-1"_qs;
    QTest::newRow("no region") << QString();
    QTest::newRow("another case") << u"US-EAST-1"_qs;
}

void tst_PriceBook::neverInventsAPrice()
{
    QFETCH(QString, region);
    const Result<PriceBook> book = PriceBook::loadNewest(PricingDirectory);
    QVERIFY(book);

    const Result<Prices> prices = book->prices(region, Architecture::X86_64);

    QVERIFY(!prices);
    QCOMPARE(prices.error().code, Error::Code::NotFound);
    QCOMPARE(prices.error().detail, region);
}

#include "tst_pricebook.moc"
