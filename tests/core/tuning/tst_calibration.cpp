// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tuning/calibration.h"
#include "tests/core/tuning/tuningsamples.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_Calibration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromTheKernel();
    void theKernelTakesItsTime();
    void fromReports();
    void fromReportsOfSeveralSizes();
    void otherLinesArePassedOver();
    void noFactor_data();
    void noFactor();
};

namespace {

QByteArray reportOf(std::chrono::nanoseconds duration, int memory, const QString &status = {})
{
    Report report;
    report.requestId = QStringLiteral("8f507cfc-xmpl-4697-b07a-ac58fc914c95");
    report.duration = std::chrono::round<std::chrono::microseconds>(duration);
    report.billedDuration = std::chrono::ceil<std::chrono::milliseconds>(duration);
    report.memorySize = MebiBytes{memory};
    report.maxMemoryUsed = MebiBytes{40};
    report.status = status;
    return formatReport(report) + '\n';
}

} // namespace

void tst_Calibration::fromTheKernel()
{
    const Calibration twiceAsFast = calibrationFromKernel(AssumedLambdaKernelTime / 2);
    QVERIFY(twiceAsFast.source == Calibration::Source::Kernel);
    QCOMPARE(twiceAsFast.factor, 2.0);
    QCOMPARE(calibrationFromKernel(AssumedLambdaKernelTime).factor, 1.0);
    QCOMPARE(calibrationFromKernel(1ns).factor, LargestFactor);
    QCOMPARE(calibrationFromKernel(0ns).factor, 1.0);
}

void tst_Calibration::theKernelTakesItsTime()
{
    // No processor does a step in less than two of a 10 GHz clock, nor is one slower than 200 MHz.
    const std::chrono::nanoseconds time = measureCpuKernel();
    QVERIFY(time > std::chrono::nanoseconds(CpuKernelSteps / 5));
    QVERIFY(time < std::chrono::nanoseconds(CpuKernelSteps * 60));
}

void tst_Calibration::fromReports()
{
    // 80 ms waiting and 60 ms CPU here; there it took 80 + 90 ms.
    const auto calibration
        = calibrationFromReports(reportOf(170ms, 1769), samplePlan(), sampleMeasurements(80, 60));

    QVERIFY(calibration.has_value());
    QVERIFY(calibration->source == Calibration::Source::Reports);
    QCOMPARE(calibration->reports, 1);
    QVERIFY(std::abs(calibration->factor - 1.5) < 1e-6);
}

void tst_Calibration::fromReportsOfSeveralSizes()
{
    const TuningMeasurements measurements = sampleMeasurements(80, 60);
    QByteArray text;
    for (const int memory : {128, 512, 1024, 1769})
        text += reportOf(*predictedTime(measurements.baseline, MebiBytes{memory}, 1.7, 0), memory);

    const auto calibration = calibrationFromReports(text, samplePlan(), measurements);

    QVERIFY(calibration.has_value());
    QCOMPARE(calibration->reports, 4);
    QVERIFY(std::abs(calibration->factor - 1.7) < 1e-4);
}

void tst_Calibration::otherLinesArePassedOver()
{
    const QByteArray text = "START RequestId: 1 Version: $LATEST\n"
                            "2026-11-24T09:00:00 "
        + reportOf(170ms, 1769) + reportOf(900ms, 1769, QStringLiteral("timeout"))
        + "REPORT RequestId: cut\n\n";

    const auto calibration = calibrationFromReports(text, samplePlan(), sampleMeasurements(80, 60));

    QVERIFY(calibration.has_value());
    QCOMPARE(calibration->reports, 1);
}

void tst_Calibration::noFactor_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("cpu");
    QTest::addColumn<Error::Code>("code");

    QTest::newRow("no line") << QByteArray("hello\n") << 60.0 << Error::Code::NotFound;
    QTest::newRow("shorter than the waiting alone")
        << reportOf(20ms, 1769) << 60.0 << Error::Code::InvalidArgument;
    QTest::newRow("longer than any processor explains")
        << reportOf(60s, 1769) << 60.0 << Error::Code::InvalidArgument;
    QTest::newRow("no CPU time to compare")
        << reportOf(170ms, 1769) << 0.0 << Error::Code::InvalidArgument;
}

void tst_Calibration::noFactor()
{
    QFETCH(const QByteArray, text);
    QFETCH(const double, cpu);
    QFETCH(const Error::Code, code);

    const auto calibration
        = calibrationFromReports(text, samplePlan(), sampleMeasurements(80, cpu));

    QVERIFY(!calibration.has_value());
    QVERIFY(calibration.error().code == code);
}

COLDFRAME_TEST(tst_Calibration);

#include "tst_calibration.moc"
