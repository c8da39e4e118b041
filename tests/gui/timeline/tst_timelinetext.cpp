// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/timeline/timelinetext.h"

#include "tests/gui/timeline/samplerecords.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_TimelineText : public QObject
{
    Q_OBJECT

private slots:
    void describesABar_data();
    void describesABar();
    void describesAnExtension();
    void theLegendSaysWhatIsNotBilled();
    void writesTicks_data();
    void writesTicks();
    void sumsUp_data();
    void sumsUp();
};

COLDFRAME_TEST(tst_TimelineText);

void tst_TimelineText::describesABar_data()
{
    QTest::addColumn<SpanPosition>("position");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("description");

    QTest::newRow("a phase") << SpanPosition{0, 1} << QStringLiteral("Interpreter start")
                             << QStringLiteral(
                                    "Interpreter start: begins at 4.00 ms, takes 16.0 ms "
                                    "(32 % of the whole)");
    QTest::newRow("the beginning is zero")
        << SpanPosition{0, 0} << QStringLiteral("Process start")
        << QStringLiteral("Process start: begins at 0 ms, takes 4.00 ms (8.1 % of the whole)");
    QTest::newRow("an import with its file")
        << SpanPosition{2, 0} << QStringLiteral("json")
        << QStringLiteral("Import of json: begins at 25.5 ms, takes 4.00 ms (8.1 % of the whole), "
                          "1.00 ms without its imports, "
                          "/usr/lib/python3.11/json/__init__.py");
}

void tst_TimelineText::describesABar()
{
    QFETCH(SpanPosition, position);
    QFETCH(QString, label);
    QFETCH(QString, description);
    const BarFacts facts = factsOf(timelineOf(test::coldRecord()), position);

    QCOMPARE(barLabel(facts), label);
    QCOMPARE(barDescription(facts), description);
    QVERIFY(barLines(facts).size() >= 4);
}

void tst_TimelineText::describesAnExtension()
{
    const Timeline timeline = timelineOf(test::recordWithExtensions());
    const BarFacts external = factsOf(timeline, {1, 1});
    const BarFacts internal = factsOf(timeline, {2, 0});

    QCOMPARE(barDescription(external),
             QStringLiteral("Extension telemetry-collector: begins at 58.0 ms, takes 22.0 ms "
                            "(28 % of the whole)"));
    QVERIFY(barLines(external).last().contains(u"the environment waits for it"));
    QVERIFY(barLines(internal).first().contains(u"inside the runtime"));
    QVERIFY(barLines(internal).last().contains(u"the init phase waits for it"));
}

void tst_TimelineText::theLegendSaysWhatIsNotBilled()
{
    QVERIFY(legendText(PhaseKind::Sandbox).contains(u"not billed"));
    QCOMPARE(legendText(PhaseKind::Invoke), phaseText(PhaseKind::Invoke));
}

void tst_TimelineText::writesTicks_data()
{
    QTest::addColumn<TimeScale>("scale");
    QTest::addColumn<int>("tick");
    QTest::addColumn<QString>("label");

    const TimeScale whole(50ms, 1000);
    QTest::newRow("zero needs no unit") << whole << 0 << QStringLiteral("0");
    QTest::newRow("milliseconds") << whole << 2 << QStringLiteral("10 ms");
    QTest::newRow("as many decimals as the step needs")
        << whole.showing(40ms, 40100us) << 0 << QStringLiteral("40.00 ms");
    QTest::newRow("seconds") << TimeScale(3s, 1000) << 1 << QStringLiteral("0.5 s");
    QTest::newRow("microseconds") << TimeScale(900us, 1000) << 1 << QStringLiteral("100 µs");
    QTest::newRow("nanoseconds") << TimeScale(900ns, 1000) << 1 << QStringLiteral("100 ns");
}

void tst_TimelineText::writesTicks()
{
    QFETCH(TimeScale, scale);
    QFETCH(int, tick);
    QFETCH(QString, label);
    const Axis axis = axisOf(scale, 100);

    QCOMPARE(tickLabel(axis, axis.ticks.at(std::size_t(tick))), label);
}

void tst_TimelineText::sumsUp_data()
{
    QTest::addColumn<InvocationRecord>("record");
    QTest::addColumn<QString>("summary");

    QTest::newRow("cold") << test::coldRecord() << QStringLiteral("48.2 ms init + 1.30 ms invoke");
    QTest::newRow("warm") << test::warmRecord() << QStringLiteral("1.30 ms invoke");
    QTest::newRow("a sandbox is not part of the init phase")
        << test::recordWithExtensions()
        << QStringLiteral("(7.00 ms sandbox) + 51.0 ms init + 22.0 ms invoke");
    InvocationRecord again = test::coldRecord();
    again.initInsideInvoke = true;
    QTest::newRow("the init phase was repeated")
        << again << QStringLiteral("48.2 ms init inside the invocation + 1.30 ms invoke");
    InvocationRecord restored = test::warmRecord();
    restored.phases = {{PhaseKind::Restore, 0ms, 30ms}, {PhaseKind::Invoke, 30ms, 1300us}};
    QTest::newRow("a snapshot was restored")
        << restored << QStringLiteral("30.0 ms restore + 1.30 ms invoke");
    InvocationRecord failed = test::coldRecord();
    failed.phases.pop_back();
    QTest::newRow("the init phase failed")
        << failed << QStringLiteral("48.2 ms init, the handler was not called");
}

void tst_TimelineText::sumsUp()
{
    QFETCH(InvocationRecord, record);
    QFETCH(QString, summary);

    QCOMPARE(timelineSummary(timelineOf(record)), summary);
}

#include "tst_timelinetext.moc"
