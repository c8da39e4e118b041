// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/timeline/timelinewidget.h"

#include "gui/base/theme.h"
#include "tests/gui/timeline/samplerecords.h"
#include "tests/support/testmain.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <memory>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_TimelineWidget : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void paintsBarsWhereTheyAreHit_data();
    void paintsBarsWhereTheyAreHit();
    void paintsNothingWithoutATimeline();
    void keysMoveTheSelection_data();
    void keysMoveTheSelection();
    void tabSelectsTheFirstBar();
    void clickSelectsAndEmptySpaceDeselects();
    void tellsFiguresOfTheBarUnderThePointer();
    void tellsFiguresOfTheSelectionToScreenReaders();
    void toolTipHasFigures();
    void toolTipEscapesMarkup();
    void wheelZoomsAtThePointer_data();
    void wheelZoomsAtThePointer();
    void keysZoomAndFit();
    void dragPans();
    void scrollBarPans();
    void selectionOutsideTheViewIsBroughtIntoIt();
    void selectionSurvivesZoom();
    void doubleClickActivatesASpan();
    void enterActivatesASpan();
    void doubleClickZoomsIntoAFold();
    void manyLanesScroll();
    void manySpansPaintFewBars();
    void anotherTimelineBeginsAnew();

private:
    QPoint centreOf(SpanPosition position) const { return m_widget->rectOf(position).center(); }
    void press(Qt::Key key) { QTest::keyClick(m_widget.get(), key); }
    void turnWheel(QPointF at, int degrees, Qt::KeyboardModifiers modifiers);

    std::unique_ptr<TimelineWidget> m_widget;
};

COLDFRAME_TEST(tst_TimelineWidget);

namespace {

int leftOf(const QScrollBar *bar)
{
    return bar->value() - bar->minimum();
}

} // namespace

void tst_TimelineWidget::init()
{
    m_widget = std::make_unique<TimelineWidget>();
    m_widget->setPalette(lightPalette());
    m_widget->resize(1000, 240);
    m_widget->setTimeline(timelineOf(test::coldRecord()));
    m_widget->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_widget.get()));
}

void tst_TimelineWidget::turnWheel(QPointF at, int degrees, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(at, m_widget->viewport()->mapToGlobal(at), {}, QPoint(0, degrees * 8),
                      Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_widget->viewport(), &event);
}

void tst_TimelineWidget::paintsBarsWhereTheyAreHit_data()
{
    QTest::addColumn<SpanPosition>("position");
    QTest::addColumn<QColor>("colour");

    const ThemeColours colours = ThemeColours::of(lightPalette());
    QTest::newRow("the first phase") << SpanPosition{0, 0} << colours.processStart;
    QTest::newRow("interpreter start") << SpanPosition{0, 1} << colours.interpreterStart;
    QTest::newRow("invoke") << SpanPosition{0, 5} << colours.invoke;
    QTest::newRow("the handler's module") << SpanPosition{1, 0} << colours.functionImport;
    QTest::newRow("a dependency") << SpanPosition{3, 1} << colours.dependencyImport;
}

void tst_TimelineWidget::paintsBarsWhereTheyAreHit()
{
    QFETCH(SpanPosition, position);
    QFETCH(QColor, colour);
    const QImage image = m_widget->viewport()->grab().toImage();
    const QRect rect = m_widget->rectOf(position);

    // Below the label's letters, above the edge.
    const QPoint inside(rect.center().x(), rect.bottom() - 2);
    QCOMPARE(image.pixelColor(inside).name(), colour.name());
    QTest::mouseClick(m_widget->viewport(), Qt::LeftButton, {}, inside);
    QVERIFY(m_widget->selected() == position);
}

void tst_TimelineWidget::paintsNothingWithoutATimeline()
{
    m_widget->setTimeline({});

    const QImage image = m_widget->viewport()->grab().toImage();

    QImage blank = image;
    blank.fill(lightPalette().color(QPalette::Base));
    QVERIFY(image == blank);
    press(Qt::Key_Right);
    press(Qt::Key_Plus);
    QVERIFY(!m_widget->selected().isValid());
    QVERIFY(!m_widget->canZoomIn());
}

void tst_TimelineWidget::keysMoveTheSelection_data()
{
    QTest::addColumn<SpanPosition>("from");
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<SpanPosition>("to");

    QTest::newRow("the first key selects the first phase")
        << SpanPosition{} << Qt::Key_Down << SpanPosition{0, 0};
    QTest::newRow("right") << SpanPosition{0, 0} << Qt::Key_Right << SpanPosition{0, 1};
    QTest::newRow("left") << SpanPosition{0, 1} << Qt::Key_Left << SpanPosition{0, 0};
    QTest::newRow("left of the first stays")
        << SpanPosition{0, 0} << Qt::Key_Left << SpanPosition{0, 0};
    QTest::newRow("right of the last stays")
        << SpanPosition{0, 5} << Qt::Key_Right << SpanPosition{0, 5};
    QTest::newRow("down to the handler's module")
        << SpanPosition{0, 3} << Qt::Key_Down << SpanPosition{1, 0};
    QTest::newRow("down to the first import")
        << SpanPosition{1, 0} << Qt::Key_Down << SpanPosition{2, 0};
    QTest::newRow("down to what a module imported")
        << SpanPosition{2, 1} << Qt::Key_Down << SpanPosition{3, 1};
    QTest::newRow("up to the importer") << SpanPosition{3, 1} << Qt::Key_Up << SpanPosition{2, 1};
    QTest::newRow("up of the first lane stays")
        << SpanPosition{0, 3} << Qt::Key_Up << SpanPosition{0, 3};
    QTest::newRow("down of the last lane stays")
        << SpanPosition{3, 0} << Qt::Key_Down << SpanPosition{3, 0};
}

void tst_TimelineWidget::keysMoveTheSelection()
{
    QFETCH(SpanPosition, from);
    QFETCH(Qt::Key, key);
    QFETCH(SpanPosition, to);
    m_widget->select(from);
    QSignalSpy changes(m_widget.get(), &TimelineWidget::selectionChanged);

    press(key);

    QCOMPARE(m_widget->selected().lane, to.lane);
    QCOMPARE(m_widget->selected().span, to.span);
    QCOMPARE(changes.count(), from == to ? 0 : 1);
}

void tst_TimelineWidget::tabSelectsTheFirstBar()
{
    m_widget->clearFocus();
    m_widget->setFocus(Qt::TabFocusReason);

    const SpanPosition first{0, 0};
    QTRY_VERIFY(m_widget->selected() == first);
}

void tst_TimelineWidget::clickSelectsAndEmptySpaceDeselects()
{
    const SpanPosition position{2, 1};
    QTest::mouseClick(m_widget->viewport(), Qt::LeftButton, {}, centreOf(position));
    QVERIFY(m_widget->selected() == position);

    const QPoint below(m_widget->viewport()->width() / 2, m_widget->viewport()->height() - 3);
    QTest::mouseClick(m_widget->viewport(), Qt::LeftButton, {}, below);
    QVERIFY(!m_widget->selected().isValid());
}

void tst_TimelineWidget::tellsFiguresOfTheBarUnderThePointer()
{
    m_widget->select({0, 1});
    QSignalSpy details(m_widget.get(), &TimelineWidget::detailsChanged);

    QTest::mouseMove(m_widget->viewport(), centreOf({3, 1}));
    QVERIFY(details.last().at(0).toString().startsWith(u"Import of requests: begins at 31.0 ms"));
    QTest::mouseMove(m_widget->viewport(), QPoint(m_widget->viewport()->width() / 2, 2));
    QVERIFY(details.last().at(0).toString().startsWith(u"Interpreter start"));
}

void tst_TimelineWidget::tellsFiguresOfTheSelectionToScreenReaders()
{
    m_widget->select({0, 3});

    QCOMPARE(
        m_widget->accessibleDescription(),
        QStringLiteral("Handler import: begins at 25.0 ms, takes 23.0 ms (46 % of the whole)"));
    m_widget->select({});
    QVERIFY(m_widget->accessibleDescription().isEmpty());
}

void tst_TimelineWidget::toolTipHasFigures()
{
    const QString toolTip = m_widget->toolTipAt(centreOf({2, 0}));

    for (const auto *part :
         {"json", "Begins at 25.5 ms", "Takes 4.00 ms", "1.00 ms without its imports",
          "Standard library", "/usr/lib/python3.11/json/__init__.py"})
        QVERIFY2(toolTip.contains(QLatin1String(part)), part);
    QVERIFY(m_widget->toolTipAt(QPoint(2, 2)).isEmpty());
}

void tst_TimelineWidget::toolTipEscapesMarkup()
{
    InvocationRecord record = test::coldRecord();
    record.imports[0].module = QStringLiteral("<frozen runpy>");
    m_widget->setTimeline(timelineOf(record));

    QVERIFY(m_widget->toolTipAt(centreOf({1, 0})).contains(u"&lt;frozen runpy&gt;"));
}

void tst_TimelineWidget::wheelZoomsAtThePointer_data()
{
    QTest::addColumn<int>("x");
    QTest::addColumn<int>("turns");

    QTest::newRow("in the middle") << 500 << 1;
    QTest::newRow("near the left edge, far in") << 120 << 12;
    QTest::newRow("near the right edge") << 900 << 4;
}

void tst_TimelineWidget::wheelZoomsAtThePointer()
{
    QFETCH(int, x);
    QFETCH(int, turns);
    const double pixel = x - m_widget->geometryOfRows().gutter;
    const auto before = m_widget->scale().toTime(pixel);
    QSignalSpy changes(m_widget.get(), &TimelineWidget::scaleChanged);

    for (int i = 0; i < turns; ++i)
        turnWheel(QPointF(x, 100), 15, Qt::ControlModifier);

    QCOMPARE(changes.count(), turns);
    QVERIFY(m_widget->scale().visible() < 49.5e6 / 1.4);
    QVERIFY(std::abs((m_widget->scale().toTime(pixel) - before).count()) <= 1);
    for (int i = 0; i < turns; ++i)
        turnWheel(QPointF(x, 100), -15, Qt::ControlModifier);
    QVERIFY(m_widget->scale().visible() > 49.4e6);
}

void tst_TimelineWidget::keysZoomAndFit()
{
    m_widget->select({3, 1});
    const double middle = (m_widget->scale().toPixels(31ms) + m_widget->scale().toPixels(43ms)) / 2;

    press(Qt::Key_Plus);
    QVERIFY(!m_widget->scale().showsEverything());
    QVERIFY(std::abs(m_widget->scale().toPixels(37ms) - middle) < 0.01);
    const double visible = m_widget->scale().visible();
    press(Qt::Key_Equal);
    QVERIFY(m_widget->scale().visible() < visible);
    press(Qt::Key_Minus);
    QVERIFY(std::abs(m_widget->scale().visible() - visible) < 1);
    press(Qt::Key_Home);
    QVERIFY(m_widget->scale().showsEverything());
    press(Qt::Key_Plus);
    press(Qt::Key_0);
    QVERIFY(m_widget->scale().showsEverything());
}

void tst_TimelineWidget::dragPans()
{
    turnWheel(QPointF(500, 100), 60, Qt::ControlModifier);
    const auto time = m_widget->scale().toTime(500);
    QWidget *viewport = m_widget->viewport();

    QTest::mousePress(viewport, Qt::LeftButton, {}, QPoint(500, 200));
    QTest::mouseMove(viewport, QPoint(520, 200));
    QTest::mouseMove(viewport, QPoint(600, 200));
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, QPoint(600, 200));

    QVERIFY(std::abs(m_widget->scale().toPixels(time) - 600) < 0.01);
    QVERIFY(!m_widget->selected().isValid());
}

void tst_TimelineWidget::scrollBarPans()
{
    QScrollBar *bar = m_widget->horizontalScrollBar();
    QCOMPARE(bar->maximum(), 0);
    turnWheel(QPointF(500, 100), 60, Qt::ControlModifier);
    QVERIFY(bar->maximum() > 0);
    QVERIFY(leftOf(bar) > 0);

    bar->setValue(0);
    QCOMPARE(m_widget->scale().begin(), 0.0);
    bar->setValue(bar->maximum());
    const double end = m_widget->scale().begin() + m_widget->scale().visible();
    QVERIFY(std::abs(end - 49.5e6) <= m_widget->scale().nanosecondsPerPixel());
}

void tst_TimelineWidget::selectionOutsideTheViewIsBroughtIntoIt()
{
    m_widget->select({0, 0});
    turnWheel(QPointF(m_widget->geometryOfRows().gutter + 1, 100), 90, Qt::ControlModifier);
    const SpanPosition invoke{0, 5};
    QVERIFY(m_widget->rectOf(invoke).isEmpty());

    m_widget->select(invoke);

    const QRect rect = m_widget->rectOf(invoke);
    QVERIFY(!rect.isEmpty());
    QVERIFY(m_widget->viewport()->rect().contains(rect));
}

void tst_TimelineWidget::selectionSurvivesZoom()
{
    const SpanPosition position{3, 1};
    m_widget->select(position);

    m_widget->zoomIn();
    m_widget->zoomIn();
    m_widget->fit();

    QVERIFY(m_widget->selected() == position);
}

void tst_TimelineWidget::doubleClickActivatesASpan()
{
    QSignalSpy activated(m_widget.get(), &TimelineWidget::activated);

    QTest::mouseDClick(m_widget->viewport(), Qt::LeftButton, {}, centreOf({2, 1}));

    const SpanPosition expected{2, 1};
    QCOMPARE(activated.count(), 1);
    QVERIFY(activated.at(0).at(0).value<SpanPosition>() == expected);
}

void tst_TimelineWidget::enterActivatesASpan()
{
    QSignalSpy activated(m_widget.get(), &TimelineWidget::activated);

    press(Qt::Key_Return);
    QCOMPARE(activated.count(), 0);
    m_widget->select({1, 0});
    press(Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
}

void tst_TimelineWidget::doubleClickZoomsIntoAFold()
{
    InvocationRecord record = test::coldRecord();
    record.imports.clear();
    for (int i = 0; i < 50; ++i)
        record.imports.push_back(test::sampleImport(QStringLiteral("m%1").arg(i), {}, 0,
                                                    25ms + std::chrono::microseconds(i), 1us, 1us,
                                                    ImportOrigin::Dependency));
    m_widget->setTimeline(timelineOf(record));
    QCOMPARE(int(m_widget->barsOf(1).size()), 1);
    QVERIFY(m_widget->toolTipAt(centreOf({1, 0})).contains(u"50 short imports"));
    QSignalSpy activated(m_widget.get(), &TimelineWidget::activated);

    QTest::mouseDClick(m_widget->viewport(), Qt::LeftButton, {}, centreOf({1, 0}));

    QCOMPARE(activated.count(), 0);
    QCOMPARE(int(m_widget->barsOf(1).size()), 50);
}

void tst_TimelineWidget::manyLanesScroll()
{
    InvocationRecord record = test::coldRecord();
    for (int i = 0; i < 60; ++i)
        record.imports.push_back(test::sampleImport(QStringLiteral("deep"), {}, i, 25ms, 20ms, 1ms,
                                                    ImportOrigin::Dependency));
    m_widget->setTimeline(timelineOf(record));
    QVERIFY(m_widget->verticalScrollBar()->maximum() > 0);

    m_widget->select({50, 0});

    QVERIFY(m_widget->verticalScrollBar()->value() > 0);
    QVERIFY(m_widget->viewport()->rect().contains(m_widget->rectOf({50, 0})));
    QTest::mouseClick(m_widget->viewport(), Qt::LeftButton, {}, centreOf({49, 0}));
    QCOMPARE(m_widget->selected().lane, 49);
    for (int i = 0; i < 60; ++i)
        press(Qt::Key_Up);
    QCOMPARE(m_widget->verticalScrollBar()->value(), 0);
}

void tst_TimelineWidget::manySpansPaintFewBars()
{
    InvocationRecord record = test::coldRecord();
    record.imports.clear();
    for (int i = 0; i < 100'000; ++i)
        record.imports.push_back(test::sampleImport(QStringLiteral("m"), {}, i % 8,
                                                    std::chrono::nanoseconds(i * 400), 400ns, 400ns,
                                                    ImportOrigin::Dependency));
    m_widget->setTimeline(timelineOf(record));

    std::size_t bars = 0;
    for (int lane = 0; lane < 9; ++lane)
        bars += m_widget->barsOf(lane).size();
    QVERIFY(bars < 9 * 334);
    QVERIFY(!m_widget->grab().isNull());
}

void tst_TimelineWidget::anotherTimelineBeginsAnew()
{
    m_widget->select({2, 1});
    m_widget->zoomIn();

    m_widget->setTimeline(timelineOf(test::warmRecord()));

    QVERIFY(!m_widget->selected().isValid());
    QVERIFY(m_widget->scale().showsEverything());
    QCOMPARE(int(m_widget->timeline().lanes.size()), 1);
    const QRect rect = m_widget->rectOf({0, 0});
    QVERIFY(rect.width() > 800);
}

#include "tst_timelinewidget.moc"
