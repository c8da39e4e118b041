// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/environments/laneswidget.h"

#include "gui/base/theme.h"
#include "gui/environments/lanestext.h"
#include "tests/core/timeline/environmentstory.h"
#include "tests/support/testmain.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <memory>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_LanesWidget : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void paintsWhatEachEnvironmentDid_data();
    void paintsWhatEachEnvironmentDid();
    void paintsNothingWithoutEnvironments();
    void keysMoveTheSelection_data();
    void keysMoveTheSelection();
    void tabSelectsTheFirstBar();
    void clickSelectsAndEmptySpaceDeselects();
    void tellsFigures();
    void toolTipEscapesMarkup();
    void wheelZoomsAtThePointer();
    void keysZoomAndFit();
    void enterZoomsIntoTheSelection();
    void dragPans();
    void showsEverythingAsTimeGoesOn();
    void staysWhereItIsWhenZoomedIn();
    void selectionStaysWithItsSpan();
    void selectsAnEnvironment();
    void laysOutVisibleLanesOnly();
    void manyInvocationsArePaintedAsFewBars();

private:
    void press(Qt::Key key) { QTest::keyClick(m_widget.get(), key); }
    void tell(std::initializer_list<EnvironmentDescription> environments,
              std::chrono::milliseconds now);

    EnvironmentHistory m_history;
    std::unique_ptr<LanesWidget> m_widget;
};

COLDFRAME_TEST(tst_LanesWidget);

void tst_LanesWidget::tell(std::initializer_list<EnvironmentDescription> environments,
                           std::chrono::milliseconds now)
{
    m_history.setEnvironments(std::vector<EnvironmentDescription>(environments), at(now));
    if (m_widget)
        m_widget->refresh();
}

/// Lane 0: init 0-50, run(a) 50-250, idle 250-300, frozen 300-1000. Lane 1: init 0-50, idle 50-400,
/// a failed run(b) 400-900, idle from then on.
void tst_LanesWidget::init()
{
    m_widget.reset();
    m_history = {};
    m_history.append(coldInvocation(200ms));
    InvocationRecord failed
        = invocationAt(400ms, 500ms, QStringLiteral("b"), QStringLiteral("other"));
    failed.status = InvocationStatus::Failed;
    m_history.append(failed);
    tell({environmentIn(EnvironmentState::Frozen, 300ms),
          environmentIn(EnvironmentState::Idle, 900ms, QStringLiteral("other"))},
         1000ms);
    m_widget = std::make_unique<LanesWidget>(m_history);
    m_widget->setPalette(lightPalette());
    m_widget->resize(1000, 160);
    m_widget->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_widget.get()));
    m_widget->refresh();
}

void tst_LanesWidget::paintsWhatEachEnvironmentDid_data()
{
    QTest::addColumn<int>("lane");
    QTest::addColumn<int>("span");
    QTest::addColumn<QColor>("colour");

    const ThemeColours colours = ThemeColours::of(lightPalette());
    QTest::newRow("init") << 0 << 0 << activityColour(EnvironmentActivity::Init, colours);
    QTest::newRow("invocation") << 0 << 1
                                << activityColour(EnvironmentActivity::Invocation, colours);
    QTest::newRow("idle") << 1 << 1 << activityColour(EnvironmentActivity::Idle, colours);
    QTest::newRow("the same of another")
        << 1 << 2 << activityColour(EnvironmentActivity::Invocation, colours);
}

void tst_LanesWidget::paintsWhatEachEnvironmentDid()
{
    QFETCH(int, lane);
    QFETCH(int, span);
    QFETCH(QColor, colour);
    const QRect rect = m_widget->rectOf({lane, span});
    QVERIFY(rect.width() > 3);

    const QImage image = m_widget->viewport()->grab().toImage();

    QCOMPARE(image.pixelColor(rect.right() - 4, rect.center().y()), colour);
    const bool isFailure = lane == 1 && span == 2;
    QCOMPARE(image.pixelColor(rect.right() - 4, rect.bottom() - 1)
                 == failureColour(ThemeColours::of(lightPalette())),
             isFailure);
}

void tst_LanesWidget::paintsNothingWithoutEnvironments()
{
    const EnvironmentHistory none;
    LanesWidget widget(none);
    widget.setPalette(lightPalette());
    widget.resize(300, 100);
    const QImage image = widget.viewport()->grab().toImage();
    QCOMPARE(image.pixelColor(image.width() / 2, image.height() / 2),
             lightPalette().base().color());
    QTest::keyClick(&widget, Qt::Key_Right);
    QVERIFY(!widget.selected().isValid());
    QVERIFY(!widget.canZoomIn());
}

void tst_LanesWidget::keysMoveTheSelection_data()
{
    QTest::addColumn<LanePosition>("from");
    QTest::addColumn<QList<Qt::Key>>("keys");
    QTest::addColumn<LanePosition>("to");

    using Keys = QList<Qt::Key>;
    QTest::newRow("the first") << LanePosition{} << Keys{Qt::Key_Right} << LanePosition{0, 0};
    QTest::newRow("right") << LanePosition{0, 0} << Keys{Qt::Key_Right} << LanePosition{0, 1};
    QTest::newRow("left") << LanePosition{0, 1} << Keys{Qt::Key_Left} << LanePosition{0, 0};
    QTest::newRow("not before the first")
        << LanePosition{0, 0} << Keys{Qt::Key_Left} << LanePosition{0, 0};
    QTest::newRow("not behind the last")
        << LanePosition{0, 3} << Keys{Qt::Key_Right} << LanePosition{0, 3};
    QTest::newRow("down to what is at the same time")
        << LanePosition{0, 1} << Keys{Qt::Key_Down} << LanePosition{1, 1};
    QTest::newRow("up") << LanePosition{1, 2} << Keys{Qt::Key_Up} << LanePosition{0, 3};
    QTest::newRow("not above the first")
        << LanePosition{0, 1} << Keys{Qt::Key_Up} << LanePosition{0, 1};
    QTest::newRow("a page down") << LanePosition{0, 0} << Keys{Qt::Key_PageDown}
                                 << LanePosition{1, 0};
}

void tst_LanesWidget::keysMoveTheSelection()
{
    QFETCH(LanePosition, from);
    QFETCH(QList<Qt::Key>, keys);
    QFETCH(LanePosition, to);
    m_widget->select(from);

    for (const Qt::Key key : keys)
        press(key);

    QCOMPARE(m_widget->selected().lane, to.lane);
    QCOMPARE(m_widget->selected().span, to.span);
}

void tst_LanesWidget::tabSelectsTheFirstBar()
{
    m_widget->clearFocus();
    m_widget->setFocus(Qt::TabFocusReason);
    QTRY_COMPARE(m_widget->selected(), (LanePosition{0, 0}));
}

void tst_LanesWidget::clickSelectsAndEmptySpaceDeselects()
{
    QSignalSpy changed(m_widget.get(), &LanesWidget::selectionChanged);
    QTest::mouseClick(m_widget->viewport(), Qt::LeftButton, {}, m_widget->rectOf({1, 2}).center());
    QCOMPARE(m_widget->selected(), (LanePosition{1, 2}));
    QCOMPARE(changed.size(), 1);

    QTest::mouseClick(m_widget->viewport(), Qt::LeftButton, {}, QPoint(500, 150));
    QVERIFY(!m_widget->selected().isValid());
}

void tst_LanesWidget::tellsFigures()
{
    QSignalSpy details(m_widget.get(), &LanesWidget::detailsChanged);
    m_widget->select({1, 2});

    const QString text = m_widget->accessibleDescription();
    QCOMPARE(details.last().first().toString(), text);
    for (const char *word : {"failed", "500 ms", "request b", "orders", "other"})
        QVERIFY2(text.contains(QLatin1String(word)), qPrintable(text));
    QTest::mouseMove(m_widget->viewport(), m_widget->rectOf({0, 0}).center());
    QTRY_VERIFY(details.last().first().toString().contains(QStringLiteral("Init")));
    QVERIFY(m_widget->toolTipAt(m_widget->rectOf({0, 0}).center()).contains(QStringLiteral("50")));
    QVERIFY(m_widget->toolTipAt({2, 2}).isEmpty());
}

void tst_LanesWidget::toolTipEscapesMarkup()
{
    EnvironmentDescription odd = environmentIn(EnvironmentState::Idle, 60ms);
    odd.functionName = QStringLiteral("<b>orders");
    tell({odd}, 1000ms);
    QVERIFY(m_widget->toolTipAt(m_widget->rectOf({0, 1}).center())
                .contains(QStringLiteral("&lt;b&gt;orders")));
}

void tst_LanesWidget::wheelZoomsAtThePointer()
{
    const int gutter = m_widget->geometryOfRows().gutter;
    const auto before = m_widget->scale().toTime(300);
    const QPointF place(gutter + 300, 60);
    QWheelEvent event(place, m_widget->viewport()->mapToGlobal(place), {}, QPoint(0, 120), {},
                      Qt::ControlModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_widget->viewport(), &event);

    QVERIFY(!m_widget->scale().showsEverything());
    QVERIFY(std::chrono::abs(m_widget->scale().toTime(300) - before) < 1us);
}

void tst_LanesWidget::keysZoomAndFit()
{
    press(Qt::Key_Plus);
    QVERIFY(!m_widget->scale().showsEverything());
    press(Qt::Key_Minus);
    QVERIFY(m_widget->scale().showsEverything());
    press(Qt::Key_Plus);
    press(Qt::Key_Home);
    QVERIFY(m_widget->scale().showsEverything());
}

void tst_LanesWidget::enterZoomsIntoTheSelection()
{
    m_widget->select({0, 1});
    press(Qt::Key_Return);
    const QRect rect = m_widget->rectOf({0, 1});
    QVERIFY(rect.width() > m_widget->scale().width() * 0.85);
}

void tst_LanesWidget::dragPans()
{
    press(Qt::Key_Plus);
    const double before = m_widget->scale().begin();
    QTest::mousePress(m_widget->viewport(), Qt::LeftButton, {}, QPoint(600, 60));
    QTest::mouseMove(m_widget->viewport(), QPoint(550, 60));
    QTest::mouseMove(m_widget->viewport(), QPoint(500, 60));
    QTest::mouseRelease(m_widget->viewport(), Qt::LeftButton, {}, QPoint(500, 60));
    QVERIFY(m_widget->scale().begin() > before);
}

void tst_LanesWidget::showsEverythingAsTimeGoesOn()
{
    m_history.advance(at(5s));
    m_widget->refresh();
    QVERIFY(m_widget->scale().showsEverything());
    QCOMPARE(m_widget->scale().extent(), 5s);
}

void tst_LanesWidget::staysWhereItIsWhenZoomedIn()
{
    press(Qt::Key_Plus);
    const TimeScale before = m_widget->scale();
    m_history.advance(at(5s));
    m_widget->refresh();
    QCOMPARE(m_widget->scale().begin(), before.begin());
    QCOMPARE(m_widget->scale().visible(), before.visible());
    QCOMPARE(m_widget->scale().extent(), 5s);
}

void tst_LanesWidget::selectionStaysWithItsSpan()
{
    m_widget->select({1, 2});
    m_history.append(invocationAt(300ms, 20ms, QStringLiteral("earlier"), QStringLiteral("other")));
    m_widget->refresh();

    QCOMPARE(m_widget->selected(), (LanePosition{1, 4}));
    QVERIFY(m_widget->accessibleDescription().contains(QStringLiteral("request b")));
}

void tst_LanesWidget::selectsAnEnvironment()
{
    m_widget->selectEnvironment(QStringLiteral("other"));
    QCOMPARE(m_widget->selected().lane, 1);
    m_widget->selectEnvironment(QStringLiteral("nobody"));
    QCOMPARE(m_widget->selected().lane, 1);
}

void tst_LanesWidget::laysOutVisibleLanesOnly()
{
    std::vector<EnvironmentDescription> many;
    for (int i = 0; i < 300; ++i)
        many.push_back(environmentIn(EnvironmentState::Idle, 60ms, QString::number(i)));
    m_history.setEnvironments(many, at(2s));
    m_widget->refresh();

    // One stays at the newest lanes as long as nobody scrolls or selects.
    QVERIFY(m_widget->barsOf(0).empty());
    QVERIFY(!m_widget->barsOf(m_history.laneCount() - 1).empty());
    m_widget->verticalScrollBar()->setValue(0);
    QVERIFY(!m_widget->barsOf(0).empty());
    QVERIFY(m_widget->barsOf(m_history.laneCount() - 1).empty());
    m_widget->select({250, 0});
    QVERIFY(m_widget->viewport()->rect().contains(m_widget->rectOf({250, 0})));
}

void tst_LanesWidget::manyInvocationsArePaintedAsFewBars()
{
    for (int i = 0; i < 8'000; ++i)
        m_history.append(invocationAt(std::chrono::milliseconds(1000 + 5 * i), 2ms));
    m_widget->refresh();
    QVERIFY(m_widget->barsOf(0).size() <= std::size_t(m_widget->scale().width() / 3 + 1));
}

#include "tst_laneswidget.moc"
