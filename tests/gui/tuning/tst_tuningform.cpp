// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tuning/tuningform.h"
#include "tests/support/testmain.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace coldframe;

class tst_TuningForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizes_data();
    void sizes();
    void everyChoiceIsInThePlan();
    void calibrations();
    void reportLinesBecomeAChoice();
    void buttons();

private:
    template <typename Widget>
    static Widget *child(TuningForm &form, const char *name)
    {
        return form.findChild<Widget *>(QLatin1String(name));
    }
};

void tst_TuningForm::sizes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count"); // -1: they are none

    QTest::newRow("commas") << QStringLiteral("128, 256,512") << 3;
    QTest::newRow("blanks and semicolons") << QStringLiteral(" 128 256;10240 ") << 3;
    QTest::newRow("none") << QStringLiteral(" , ") << -1;
    QTest::newRow("too small") << QStringLiteral("127") << -1;
    QTest::newRow("too large") << QStringLiteral("128, 10241") << -1;
    QTest::newRow("no number") << QStringLiteral("128, lots") << -1;
}

void tst_TuningForm::sizes()
{
    QFETCH(const QString, text);
    QFETCH(const int, count);
    TuningForm form;
    form.setState(true, false);
    child<QLineEdit>(form, "tuningSizes")->setText(text);
    TuningPlan plan;

    QCOMPARE(form.applyTo(plan), count > 0);

    if (count > 0)
        QCOMPARE(static_cast<int>(plan.sizes.size()), count);
    QCOMPARE(child<QPushButton>(form, "startTuning")->isEnabled(), count > 0);
    QCOMPARE(child<QLabel>(form, "tuningSizesError")->isHidden(), count > 0);
}

void tst_TuningForm::everyChoiceIsInThePlan()
{
    TuningForm form;
    TuningPlan plan;
    QVERIFY(form.applyTo(plan));
    QCOMPARE(plan.sizes, TuningPlan::defaultTuningSizes());
    QCOMPARE(plan.number, EnoughTuningRuns);
    QVERIFY(plan.strategy == TuningStrategy::Cost);
    QVERIFY(plan.verifiedSizes > 0);
    QVERIFY(!plan.onlyColdStarts);

    child<QSpinBox>(form, "tuningRuns")->setValue(30);
    child<QComboBox>(form, "tuningStrategy")->setCurrentIndex(2);
    child<QDoubleSpinBox>(form, "tuningWeight")->setValue(0.25);
    child<QCheckBox>(form, "tuningVerifies")->setChecked(false);
    child<QCheckBox>(form, "tuningOnlyCold")->setChecked(true);

    QVERIFY(form.applyTo(plan));
    QCOMPARE(plan.number, 30);
    QVERIFY(plan.strategy == TuningStrategy::Balanced);
    QCOMPARE(plan.balancedWeight, 0.25);
    QCOMPARE(plan.verifiedSizes, 0);
    QVERIFY(plan.onlyColdStarts);
}

void tst_TuningForm::calibrations()
{
    TuningForm form;
    auto *choice = child<QComboBox>(form, "tuningCalibration");
    auto *factor = child<QDoubleSpinBox>(form, "tuningFactor");
    const QSignalSpy changes(&form, &TuningForm::calibrationChanged);
    QVERIFY(form.calibration().source == Calibration::Source::Kernel);
    QVERIFY(factor->isHidden());

    choice->setCurrentIndex(2);
    factor->setValue(1.5);

    QVERIFY(!factor->isHidden());
    QVERIFY(form.calibration().source == Calibration::Source::Given);
    QCOMPARE(form.calibration().factor, 1.5);
    QCOMPARE(changes.size(), 2);
    choice->setCurrentIndex(1);
    QVERIFY(form.calibration().source == Calibration::Source::None);
    QCOMPARE(form.calibration().factor, 1.0);
}

void tst_TuningForm::reportLinesBecomeAChoice()
{
    TuningForm form;
    const QSignalSpy changes(&form, &TuningForm::calibrationChanged);
    Calibration calibration;
    calibration.source = Calibration::Source::Reports;
    calibration.factor = 1.25;

    form.setReports(calibration);
    QCOMPARE(form.calibration(), calibration);
    QCOMPARE(changes.size(), 1);

    calibration.factor = 1.5;
    form.setReports(calibration);
    QCOMPARE(form.calibration(), calibration);
    QCOMPARE(changes.size(), 2);
    QCOMPARE(child<QComboBox>(form, "tuningCalibration")->count(), 4);
}

void tst_TuningForm::buttons()
{
    TuningForm form;
    auto *start = child<QPushButton>(form, "startTuning");
    auto *stop = child<QPushButton>(form, "stopTuning");
    auto *import = child<QPushButton>(form, "importReports");
    QVERIFY(!start->isEnabled() && !stop->isEnabled() && !import->isEnabled());

    form.setState(true, false);
    QVERIFY(start->isEnabled() && !stop->isEnabled());
    form.setState(true, true);
    QVERIFY(!start->isEnabled() && stop->isEnabled());
    QVERIFY(!child<QLineEdit>(form, "tuningSizes")->isEnabled());
    form.setState(true, false);
    form.setHasMeasurements(true);
    QVERIFY(import->isEnabled());
}

COLDFRAME_TEST(tst_TuningForm);

#include "tst_tuningform.moc"
