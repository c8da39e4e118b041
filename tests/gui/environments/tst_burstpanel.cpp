// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/environments/burstpanel.h"

#include "tests/support/testmain.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_BurstPanel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void saysWhatToDoBeforeTheFirst();
    void nothingStartsWithoutAFunction();
    void startsManyAtOnce();
    void startsARateByKeyboard();
    void tooManyCannotStart();
    void escapeStops();
    void showsProgress();
    void showsFiguresAndReasons();
    void saysThatTheCapIsNotLambdas();
    void showsWhyItCouldNotBegin();

private:
    template <typename Widget>
    Widget *child(const char *name) const
    {
        return m_panel->findChild<Widget *>(QLatin1String(name));
    }
    QString text(const char *name) const { return child<QLabel>(name)->text(); }

    std::unique_ptr<BurstPanel> m_panel;
};

COLDFRAME_TEST(tst_BurstPanel);

namespace {

BurstOutcome ended(BurstOutcome::Kind kind)
{
    BurstOutcome outcome;
    outcome.kind = kind;
    return outcome;
}

} // namespace

void tst_BurstPanel::init()
{
    m_panel = std::make_unique<BurstPanel>();
    m_panel->resize(1100, 300);
    m_panel->setFunction(QStringLiteral("orders"), QStringLiteral("hello.json"));
    m_panel->show();
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
}

void tst_BurstPanel::saysWhatToDoBeforeTheFirst()
{
    QCOMPARE(child<QStackedWidget>("burstPages")->currentIndex(), 0);
    QVERIFY(text("burstTarget").contains(QStringLiteral("hello.json")));
    QVERIFY(text("burstTarget").contains(QStringLiteral("orders")));
    QVERIFY(!child<QProgressBar>("burstProgress")->isVisible());
    QVERIFY(!child<QPushButton>("stopBurst")->isEnabled());
}

void tst_BurstPanel::nothingStartsWithoutAFunction()
{
    m_panel->setFunction({}, {});
    QVERIFY(!child<QPushButton>("startBurst")->isEnabled());
}

void tst_BurstPanel::startsManyAtOnce()
{
    QSignalSpy started(m_panel.get(), &BurstPanel::startRequested);
    child<QSpinBox>("burstCount")->setValue(120);
    QTest::mouseClick(child<QPushButton>("startBurst"), Qt::LeftButton);
    QCOMPARE(started.size(), 1);
    QCOMPARE(m_panel->shape(), BurstPanel::Shape(AtOnce{120}));
}

void tst_BurstPanel::startsARateByKeyboard()
{
    QSignalSpy started(m_panel.get(), &BurstPanel::startRequested);
    auto *atRate = child<QRadioButton>("burstAtRate");
    QVERIFY(!child<QSpinBox>("burstSeconds")->isEnabled());
    atRate->setFocus();
    QTest::keyClick(atRate, Qt::Key_Space);
    auto *perSecond = child<QSpinBox>("burstPerSecond");
    QVERIFY(perSecond->isEnabled());
    perSecond->setFocus();
    perSecond->selectAll();
    QTest::keyClicks(perSecond, QStringLiteral("30"));
    QTest::keyClick(perSecond, Qt::Key_Return);
    QCOMPARE(started.size(), 1);
    QCOMPARE(m_panel->shape(), BurstPanel::Shape(AtRate{30, 10s}));
    QVERIFY(text("burstTotal").contains(QStringLiteral("300")));
}

void tst_BurstPanel::tooManyCannotStart()
{
    child<QRadioButton>("burstAtRate")->setChecked(true);
    child<QSpinBox>("burstPerSecond")->setValue(1000);
    child<QSpinBox>("burstSeconds")->setValue(600);
    QVERIFY(!child<QPushButton>("startBurst")->isEnabled());
    QVERIFY(text("burstTotal").contains(QStringLiteral("fewer")));
    child<QSpinBox>("burstSeconds")->setValue(50);
    QVERIFY(child<QPushButton>("startBurst")->isEnabled());
}

void tst_BurstPanel::escapeStops()
{
    QSignalSpy stopped(m_panel.get(), &BurstPanel::stopRequested);
    child<QPushButton>("startBurst")->setFocus();
    m_panel->begin(10);
    QVERIFY(child<QPushButton>("stopBurst")->hasFocus());
    QVERIFY(!child<QPushButton>("startBurst")->isEnabled());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(stopped.size(), 1);
    m_panel->setStopping();
    QVERIFY(!child<QPushButton>("stopBurst")->isEnabled());
    m_panel->end();
    QVERIFY(child<QPushButton>("startBurst")->isEnabled());
}

void tst_BurstPanel::showsProgress()
{
    BurstStatistics statistics;
    for (int i = 0; i < 5; ++i)
        statistics.noteSent(0ms);
    statistics.noteEnded(0ms, 10ms, ended(BurstOutcome::Kind::Succeeded));
    m_panel->begin(10);
    m_panel->setStatistics(statistics);

    auto *progress = child<QProgressBar>("burstProgress");
    QVERIFY(progress->isVisible());
    QCOMPARE(progress->maximum(), 10);
    QCOMPARE(progress->value(), 1);
    QVERIFY(text("burstStatus").contains(QStringLiteral("4 under way")));
    m_panel->end();
    m_panel->setStatistics(statistics);
    QVERIFY(text("burstStatus").contains(QStringLiteral("Stopped after 5 of 10")));
}

void tst_BurstPanel::showsFiguresAndReasons()
{
    BurstStatistics statistics;
    for (int i = 0; i < 103; ++i)
        statistics.noteSent(0ms);
    for (int i = 1; i <= 100; ++i) {
        BurstOutcome outcome = ended(BurstOutcome::Kind::Succeeded);
        outcome.isCold = i <= 7;
        statistics.noteEnded(0ms, std::chrono::milliseconds(i), outcome);
    }
    BurstOutcome throttled = ended(BurstOutcome::Kind::Throttled);
    throttled.throttleReason
        = throttleReasonName(ThrottleReason::ReservedFunctionConcurrentInvocationLimitExceeded);
    for (int i = 0; i < 3; ++i)
        statistics.noteEnded(0ms, 100ms, throttled);
    m_panel->begin(103);
    m_panel->end();
    m_panel->setStatistics(statistics);

    QCOMPARE(text("burstSent"), QStringLiteral("103 of 103"));
    QCOMPARE(text("burstSucceeded"), QStringLiteral("100"));
    QCOMPARE(text("burstThrottled"), QStringLiteral("3"));
    QCOMPARE(text("burstCold"), QStringLiteral("7"));
    QCOMPARE(text("burstMost"), QStringLiteral("103"));
    QCOMPARE(text("burstP50"), QStringLiteral("50.0 ms"));
    QCOMPARE(text("burstP90"), QStringLiteral("90.0 ms"));
    QCOMPARE(text("burstP99"), QStringLiteral("99.0 ms"));
    QCOMPARE(text("burstMax"), QStringLiteral("100 ms"));
    QVERIFY(text("burstReasons")
                .contains(QStringLiteral("3 × ReservedFunctionConcurrentInvocationLimitExceeded")));
}

void tst_BurstPanel::saysThatTheCapIsNotLambdas()
{
    BurstStatistics statistics;
    statistics.noteSent(0ms);
    BurstOutcome outcome = ended(BurstOutcome::Kind::Succeeded);
    outcome.localWait = 5ms;
    statistics.noteEnded(0ms, 10ms, outcome);
    m_panel->begin(1);
    m_panel->setStatistics(statistics);

    QCOMPARE(text("burstHeld"), QStringLiteral("1"));
    QVERIFY(text("burstReasons").contains(QStringLiteral("not Lambda's rule")));
}

void tst_BurstPanel::showsWhyItCouldNotBegin()
{
    auto *notice = child<QWidget>("burstNotice");
    QVERIFY(!notice->isVisible());
    m_panel->showError({Error::Code::InvalidArgument, QStringLiteral("a burst of 0 at once")});
    QVERIFY(notice->isVisible());
}

#include "tst_burstpanel.moc"
