// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tuning/tuningexport.h"
#include "tests/core/tuning/tuningsamples.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>

using namespace coldframe;
using namespace coldframe::test;

class tst_TuningExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPublishedLink();
    void linksRoundTrip_data();
    void linksRoundTrip();
    void noLink_data();
    void noLink();
    void resultAsJson();
    void withoutPrices();
};

/// README-INPUT-OUTPUT of AWS Lambda Power Tuning (cost-and-tuning, E.1).
void tst_TuningExport::aPublishedLink()
{
    const auto curve = readVisualiserHash(
        u"https://lambda-power-tuning.show/#gAAAAQACAAQABsAL;ZooQR4yvkUa/pQRGRC5zRaADHUVjOftE;"
        u"QdWhOEMkoziDT5Q4xhiIOMYYiDi6RNc4");

    QVERIFY(curve.has_value());
    QCOMPARE(curve->sizes.size(), std::size_t(6));
    QCOMPARE(curve->sizes.front(), MebiBytes{128});
    QCOMPARE(curve->sizes.back(), MebiBytes{3008});
    QVERIFY(std::abs(double(curve->milliseconds.front()) - 37002.398) < 0.001);
    QVERIFY(std::abs(double(curve->milliseconds.back()) - 2009.793) < 0.001);
    QVERIFY(std::abs(double(curve->dollars.front()) - 0.0000771680) < 5e-11);
    QVERIFY(std::abs(double(curve->dollars.back()) - 0.0001026480) < 5e-11);
}

void tst_TuningExport::linksRoundTrip_data()
{
    QTest::addColumn<QString>("hash");
    QTest::newRow("six sizes") << QStringLiteral(
        "gAAAAQACAAQABsAL;ZooQR4yvkUa/pQRGRC5zRaADHUVjOftE;"
        "QdWhOEMkoziDT5Q4xhiIOMYYiDi6RNc4");
    QTest::newRow("three sizes") << QStringLiteral("AAQABgAI;3t2NQUREREFERExB;ilmiNADhrzRWgeo0");
    QTest::newRow("with padding") << QStringLiteral(
        "AAIAAwAEAAY=;yf+RQ65HrkHXo7NBA93VQw==;GCslNs+VmzRpcs80CGA1Nw==");
}

void tst_TuningExport::linksRoundTrip()
{
    QFETCH(const QString, hash);

    const auto curve = readVisualiserHash(hash);

    QVERIFY(curve.has_value());
    QCOMPARE(visualiserHash(*curve), hash);
}

void tst_TuningExport::noLink_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("two parts") << QStringLiteral("gAAA;gAAA");
    QTest::newRow("no base64") << QStringLiteral("gAA?;3t2NQQ==;ilmiNA==");
    QTest::newRow("lengths that differ") << QStringLiteral("AAQABg==;3t2NQQ==;ilmiNA==");
}

void tst_TuningExport::noLink()
{
    QFETCH(const QString, text);

    const auto curve = readVisualiserHash(text);

    QVERIFY(!curve.has_value());
    QVERIFY(curve.error().code == Error::Code::MalformedLine);
}

void tst_TuningExport::resultAsJson()
{
    TuningPlan plan = samplePlan();
    plan.sizes = {MebiBytes{128}, MebiBytes{1769}};
    const TuningMeasurements measurements = sampleMeasurements(200, 2);
    const TuningResult result = evaluateTuning(plan, measurements, {});

    const OrderedJson json = tuningToJson(plan, measurements, result);

    QCOMPARE(json.at("power").get<int>(), 128);
    // 200 + 20.55 ms: 221 ms x 128 MB at the exact list price, without the request.
    QVERIFY(std::abs(json.at("duration").get<double>() - 220.5528) < 0.001);
    QVERIFY(std::abs(json.at("cost").get<double>() - 221 * 0.125 / 1000 * 0.0000166667) < 1e-15);
    QCOMPARE(json.at("stateMachine").at("executionCost").get<int>(), 0);
    QCOMPARE(json.at("stats").size(), std::size_t(2));
    QCOMPARE(json.at("stats").at(1).at("value").get<int>(), 1769);
    QCOMPARE(json.at("stats").at(1).at("averageDuration").get<double>(), 202.0);
    const std::string link = json.at("stateMachine").at("visualization").get<std::string>();
    const auto curve = readVisualiserHash(QString::fromStdString(link));
    QVERIFY(curve.has_value());
    QCOMPARE(*curve, visualiserCurve(result));
    QCOMPARE(json.at("coldframe").at("quota").get<std::string>(), std::string("kernel"));
}

void tst_TuningExport::withoutPrices()
{
    TuningPlan plan = samplePlan();
    plan.prices.reset();
    const TuningMeasurements measurements = sampleMeasurements(200, 2);

    const OrderedJson json
        = tuningToJson(plan, measurements, evaluateTuning(plan, measurements, {}));

    QVERIFY(json.at("power").is_null()); // nobody knows the cheapest
    QVERIFY(json.at("stats").at(0).at("averagePrice").is_null());
}

COLDFRAME_TEST(tst_TuningExport);

#include "tst_tuningexport.moc"
