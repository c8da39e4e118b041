// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/activepricebook.h"

#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace coldframe;

class tst_ActivePriceBook : public QObject
{
    Q_OBJECT

private slots:
    void shippedPricesCountWithoutOwnOnes();
    void ownPricesReplaceThemWhole();
    void nothingThatIsNoBookIsStored();
    void ownBookThatIsWrongIsTold();
    void resetBringsTheShippedOnesBack();
    void saysWhenItCannotWrite();
    void pricesGrowOld_data();
    void pricesGrowOld();

private:
    const QString m_data = QStringLiteral(COLDFRAME_SOURCE_DIR);
    const QByteArray m_own = R"({"format": 1, "date": "2026-11-01", "currency": "USD",
        "source": "my contract", "freeTier": {"requests": 0, "gigabyteSeconds": 0},
        "regions": {"us-east-1": {"source": "mine", "request": "0.0000001", "architectures": {
        "arm64": {"laterTiersKnown": false, "duration": [{"price": "0.00001"}]}}}}})";
};

COLDFRAME_TEST(tst_ActivePriceBook);

void tst_ActivePriceBook::shippedPricesCountWithoutOwnOnes()
{
    const QTemporaryDir config;
    for (const QString &directory : {QString(), config.path()}) {
        const Result<ActivePriceBook> active = loadActivePriceBook(m_data, directory);

        QVERIFY(active);
        QVERIFY(!active->isUsers);
        QVERIFY(active->path.startsWith(m_data));
        QVERIFY(active->book.regions().contains(u"eu-west-1"_qs));
        QVERIFY(!active->instances.instances(u"us-east-1"_qs).empty());
    }
}

void tst_ActivePriceBook::ownPricesReplaceThemWhole()
{
    const QTemporaryDir config;
    QVERIFY(storeUsersPriceBook(config.path(), m_own));

    const Result<ActivePriceBook> active = loadActivePriceBook(m_data, config.path());

    QVERIFY(active);
    QVERIFY(active->isUsers);
    QCOMPARE(active->path, usersPriceBookPath(config.path()));
    QCOMPARE(active->book.regions(), QStringList{u"us-east-1"_qs});
    QVERIFY(!active->book.prices(u"us-east-1"_qs, Architecture::X86_64));
    QCOMPARE(activePriceBookText(m_data, config.path()).value(), m_own);
}

void tst_ActivePriceBook::nothingThatIsNoBookIsStored()
{
    const QTemporaryDir config;
    QVERIFY(storeUsersPriceBook(config.path(), m_own));

    const Result<void> stored = storeUsersPriceBook(config.path(), "{}");

    QVERIFY(!stored);
    QCOMPARE(stored.error().code, Error::Code::InvalidPriceBook);
    QCOMPARE(activePriceBookText(m_data, config.path()).value(), m_own);
}

void tst_ActivePriceBook::ownBookThatIsWrongIsTold()
{
    const QTemporaryDir config;
    QFile file(usersPriceBookPath(config.path()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(m_own).replace("\"0.00001\"", "0.00001"));
    file.close();

    const Result<ActivePriceBook> active = loadActivePriceBook(m_data, config.path());

    QVERIFY(!active);
    QCOMPARE(active.error().code, Error::Code::InvalidPriceBook);
    QVERIFY(active.error().detail.contains(file.fileName()));
    QVERIFY(active.error().detail.contains(u"arm64.duration[0].price"));
}

void tst_ActivePriceBook::resetBringsTheShippedOnesBack()
{
    const QTemporaryDir config;
    QVERIFY(storeUsersPriceBook(config.path(), m_own));

    QVERIFY(removeUsersPriceBook(config.path()));
    QVERIFY(removeUsersPriceBook(config.path())); // there is none any more

    QVERIFY(!loadActivePriceBook(m_data, config.path())->isUsers);
}

void tst_ActivePriceBook::saysWhenItCannotWrite()
{
    const QTemporaryDir config;
    QFile file(config.filePath(u"taken"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));

    const Result<void> stored = storeUsersPriceBook(file.fileName(), m_own);

    QVERIFY(!stored);
    QCOMPARE(stored.error().code, Error::Code::Unwritable);
}

void tst_ActivePriceBook::pricesGrowOld_data()
{
    QTest::addColumn<QDate>("prices");
    QTest::addColumn<QDate>("today");
    QTest::addColumn<bool>("old");

    QTest::newRow("90 days") << QDate(2026, 9, 1) << QDate(2026, 11, 30) << false;
    QTest::newRow("91 days") << QDate(2026, 9, 1) << QDate(2026, 12, 1) << true;
    QTest::newRow("of tomorrow") << QDate(2026, 9, 1) << QDate(2026, 8, 31) << false;
    QTest::newRow("no date") << QDate() << QDate(2026, 8, 31) << false;
    QTest::newRow("no clock") << QDate(2026, 9, 1) << QDate() << false;
}

void tst_ActivePriceBook::pricesGrowOld()
{
    QFETCH(QDate, prices);
    QFETCH(QDate, today);
    QFETCH(bool, old);

    QCOMPARE(isOld(prices, today), old);
}

#include "tst_activepricebook.moc"
