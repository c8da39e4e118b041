// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/environments/limitsform.h"

#include "tests/support/testmain.h"

#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace coldframe;

class tst_LimitsForm : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void showsLimits();
    void showingTellsNothing();
    void tellsWhatIsEdited_data();
    void tellsWhatIsEdited();
    void reservedZeroIsNotOff();
    void offTakesTheReservationBack();
    void lambdaLeavesAHundredUnreserved();
    void withoutAFunctionOnlyItsOwnIsDisabled();
    void asksToKeepSomeWarm();
    void typingAsksOnce();
    void everyBoxSaysWhatItDoes();

private:
    QSpinBox *box(const char *name) const
    {
        return m_form->findChild<QSpinBox *>(QLatin1String(name));
    }

    std::unique_ptr<LimitsForm> m_form;
};

COLDFRAME_TEST(tst_LimitsForm);

void tst_LimitsForm::init()
{
    m_form = std::make_unique<LimitsForm>();
    m_form->setFunction(QStringLiteral("orders"));
    m_form->show();
}

void tst_LimitsForm::showsLimits()
{
    ConcurrencySettings settings;
    settings.account = 500;
    settings.reserved = {{QStringLiteral("orders"), 7}, {QStringLiteral("other"), 100}};
    settings.localEnvironments = 0;
    settings.idleLifetime = std::chrono::seconds(90);
    m_form->setConcurrency(settings);

    QCOMPARE(box("reservedConcurrency")->value(), 7);
    QCOMPARE(box("accountConcurrency")->value(), 500);
    QCOMPARE(box("localCap")->text(), QStringLiteral("none"));
    QCOMPARE(box("idleLifetime")->value(), 90);
    QVERIFY(box("idleLifetime")->text().contains(QStringLiteral("assumed")));
    m_form->setFunction(QStringLiteral("third"));
    QCOMPARE(box("reservedConcurrency")->text(), QStringLiteral("off"));
}

void tst_LimitsForm::showingTellsNothing()
{
    QSignalSpy edited(m_form.get(), &LimitsForm::concurrencyEdited);
    QSignalSpy provision(m_form.get(), &LimitsForm::provisionRequested);
    ConcurrencySettings settings;
    settings.account = 10;
    m_form->setConcurrency(settings);
    m_form->setProvisioned(3, 1);
    m_form->setFunction(QStringLiteral("other"));
    QCOMPARE(edited.size(), 0);
    QCOMPARE(provision.size(), 0);
}

void tst_LimitsForm::tellsWhatIsEdited_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("value");
    QTest::newRow("reserved") << QStringLiteral("reservedConcurrency") << 5;
    QTest::newRow("account") << QStringLiteral("accountConcurrency") << 250;
    QTest::newRow("cap") << QStringLiteral("localCap") << 4;
    QTest::newRow("idle lifetime") << QStringLiteral("idleLifetime") << 30;
}

void tst_LimitsForm::tellsWhatIsEdited()
{
    QFETCH(QString, name);
    QFETCH(int, value);
    ConcurrencySettings expected;
    if (name == u"reservedConcurrency")
        expected.reserved[QStringLiteral("orders")] = value;
    else if (name == u"accountConcurrency")
        expected.account = value;
    else if (name == u"localCap")
        expected.localEnvironments = value;
    else
        expected.idleLifetime = std::chrono::seconds(value);
    ConcurrencySettings told;
    int times = 0;
    connect(m_form.get(), &LimitsForm::concurrencyEdited, m_form.get(), [&](const auto &settings) {
        told = settings;
        ++times;
    });

    m_form->findChild<QSpinBox *>(name)->setValue(value);

    QCOMPARE(times, 1);
    QVERIFY(told == expected);
}

void tst_LimitsForm::reservedZeroIsNotOff()
{
    box("reservedConcurrency")->setValue(0);
    QCOMPARE(box("reservedConcurrency")->text(), QStringLiteral("0"));
    QCOMPARE(m_form->concurrency().reserved.at(QStringLiteral("orders")), 0);
}

void tst_LimitsForm::offTakesTheReservationBack()
{
    box("reservedConcurrency")->setValue(5);
    box("reservedConcurrency")->setValue(-1);
    QVERIFY(m_form->concurrency().reserved.empty());
}

void tst_LimitsForm::lambdaLeavesAHundredUnreserved()
{
    ConcurrencySettings settings;
    settings.account = 300;
    settings.reserved = {{QStringLiteral("other"), 150}};
    m_form->setConcurrency(settings);
    QCOMPARE(box("reservedConcurrency")->maximum(), 50);
}

void tst_LimitsForm::withoutAFunctionOnlyItsOwnIsDisabled()
{
    m_form->setFunction({});
    QVERIFY(!box("keepWarm")->isEnabled());
    QVERIFY(!box("reservedConcurrency")->isEnabled());
    QVERIFY(box("accountConcurrency")->isEnabled());
    box("accountConcurrency")->setValue(77);
    QCOMPARE(m_form->concurrency().account, 77);
    QVERIFY(m_form->concurrency().reserved.empty());
}

void tst_LimitsForm::asksToKeepSomeWarm()
{
    QSignalSpy provision(m_form.get(), &LimitsForm::provisionRequested);
    box("keepWarm")->setValue(3);
    QCOMPARE(provision.size(), 1);
    QCOMPARE(provision.first().first().toInt(), 3);
    m_form->setProvisioned(3, 2);
    QVERIFY(m_form->findChild<QLabel *>(QStringLiteral("warmReady"))
                ->text()
                .contains(QStringLiteral("2 of 3")));
}

void tst_LimitsForm::typingAsksOnce()
{
    QSignalSpy provision(m_form.get(), &LimitsForm::provisionRequested);
    QSpinBox *warm = box("keepWarm");
    warm->setFocus();
    warm->selectAll();
    QTest::keyClicks(warm, QStringLiteral("12"));
    QCOMPARE(provision.size(), 0);
    QTest::keyClick(warm, Qt::Key_Return);
    QCOMPARE(provision.size(), 1);
    QCOMPARE(provision.first().first().toInt(), 12);
}

void tst_LimitsForm::everyBoxSaysWhatItDoes()
{
    const auto boxes = m_form->findChildren<QSpinBox *>();
    QCOMPARE(boxes.size(), 5);
    for (const QSpinBox *each : boxes) {
        QVERIFY(!each->toolTip().isEmpty());
        QVERIFY(!each->accessibleDescription().isEmpty());
    }
    QVERIFY(box("localCap")->toolTip().contains(QStringLiteral("Not Lambda's rule")));
    QVERIFY(box("idleLifetime")->toolTip().contains(QStringLiteral("assumption")));
}

#include "tst_limitsform.moc"
