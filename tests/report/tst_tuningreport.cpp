// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/tuningreport.h"

#include "tests/support/testmain.h"
#include "wording/tuningtext.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_TuningReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWordsAreThoseOfTheWindow();
    void thePictureHasWhatWasMeasured();
    void aFunctionThatFailedHasAPageToo();
};

COLDFRAME_TEST(tst_TuningReport);

namespace {

struct Tuning
{
    TuningPlan plan;
    TuningMeasurements measurements;
    TuningResult result;
};

/// 60 ms of CPU time and 80 ms of waiting; 512 MB was measured.
Tuning tuned()
{
    Tuning tuning;
    tuning.plan.request.function.name = QStringLiteral("orders");
    tuning.plan.sizes = {MebiBytes{128}, MebiBytes{512}, MebiBytes{1769}};
    tuning.measurements.baselineMemory = MebiBytes{1769};
    tuning.measurements.peakMemory = MebiBytes{41};
    for (int i = 0; i < 20; ++i)
        tuning.measurements.baseline.push_back({140ms, 60ms, 0ns});
    SizeMeasurement measured;
    measured.memory = MebiBytes{512};
    for (int i = 0; i < 20; ++i)
        measured.durations.push_back(270ms + std::chrono::milliseconds(i));
    tuning.measurements.sizes = {measured};
    tuning.result = evaluateTuning(tuning.plan, tuning.measurements, Calibration());
    return tuning;
}

} // namespace

void tst_TuningReport::theWordsAreThoseOfTheWindow()
{
    const Tuning tuning = tuned();
    const QString page = QString::fromUtf8(tuningReport(
        {tuning.plan, tuning.measurements, tuning.result}, {nullptr, QLocale::c(), {}}));
    QStringList texts{tuningVerdict(tuning.plan, tuning.result), tuningSummary(tuning.result)};
    texts += tuningCaption(tuning.plan, tuning.measurements, tuning.result);
    for (const TunedSize &size : tuning.result.sizes) {
        if (size.measured)
            texts.append(measuredText(*size.measured));
    }
    QVERIFY(texts.size() > 4);
    for (const QString &text : texts)
        QVERIFY2(page.contains(text.toHtmlEscaped()), qPrintable(text));
}

void tst_TuningReport::thePictureHasWhatWasMeasured()
{
    const Tuning tuning = tuned();
    QXmlStreamReader reader(tuningPicture(tuning.result, QLocale::c()));
    int points = 0;
    int curves = 0;
    while (!reader.atEnd()) {
        reader.readNext();
        points += reader.isStartElement() && reader.name() == QLatin1String("circle");
        curves += reader.isStartElement() && reader.name() == QLatin1String("polyline");
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(points, 1);
    QCOMPARE(curves, 1); // without prices there is no curve of costs
}

void tst_TuningReport::aFunctionThatFailedHasAPageToo()
{
    Tuning tuning = tuned();
    tuning.measurements.isGivenUp = true;
    tuning.measurements.baselineFailed = {5, InvocationStatus::TimedOut, {}};
    const QString page = QString::fromUtf8(tuningReport(
        {tuning.plan, tuning.measurements, tuning.result}, {nullptr, QLocale::c(), {}}));
    QVERIFY(page.contains(tuningFailure(tuning.measurements).toHtmlEscaped()));
    QVERIFY(!page.contains(QStringLiteral("<svg")));
}

#include "tst_tuningreport.moc"
