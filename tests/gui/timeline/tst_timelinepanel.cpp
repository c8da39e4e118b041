// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/timeline/timelinepanel.h"

#include "gui/base/theme.h"
#include "gui/timeline/timelinelegend.h"
#include "gui/timeline/timelinewidget.h"
#include "tests/gui/timeline/samplerecords.h"
#include "tests/support/testmain.h"

#include <QLabel>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace coldframe;

class tst_TimelinePanel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void emptyStateSaysWhatToDo();
    void tellsAColdRun();
    void tellsAWarmRun();
    void tellsAnInitInsideTheInvocation();
    void extensionsHaveLanesOfTheirOwn();
    void theSandboxIsHatched();
    void legendAndNoteLeaveWhenItIsLow();
    void aRecordWithoutPhasesIsEmpty();
    void buttonsZoom();
    void detailsFollowTheSelection();
    void asksForTheFileOfAnImport_data();
    void asksForTheFileOfAnImport();
    void findsAFileOnThisComputer_data();
    void findsAFileOnThisComputer();
    void paintsInLightAndDark_data();
    void paintsInLightAndDark();

private:
    QString textOf(const char *name) const;
    bool shows(const char *name) const;
    TimelineWidget *widget() const { return m_panel->findChild<TimelineWidget *>(); }
    QToolButton *button(const char *name) const;

    std::unique_ptr<TimelinePanel> m_panel;
};

COLDFRAME_TEST(tst_TimelinePanel);

void tst_TimelinePanel::init()
{
    m_panel = std::make_unique<TimelinePanel>();
    m_panel->resize(1000, 300);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

QString tst_TimelinePanel::textOf(const char *name) const
{
    const auto *label = m_panel->findChild<QLabel *>(QLatin1String(name));
    return label ? label->text() : QStringLiteral("no such label");
}

bool tst_TimelinePanel::shows(const char *name) const
{
    const auto *child = m_panel->findChild<QWidget *>(QLatin1String(name));
    return child && child->isVisible();
}

QToolButton *tst_TimelinePanel::button(const char *name) const
{
    return m_panel->findChild<QToolButton *>(QLatin1String(name));
}

void tst_TimelinePanel::emptyStateSaysWhatToDo()
{
    QVERIFY(shows("emptyStateSentence"));
    QVERIFY(!shows("timeline"));
    QCOMPARE(textOf("emptyStateSentence"),
             QStringLiteral("Run the function to see where the time goes (Ctrl+Enter)"));

    m_panel->setRecord(test::coldRecord());
    QVERIFY(shows("timeline"));
    QVERIFY(!shows("emptyStateSentence"));

    m_panel->clear();
    QVERIFY(shows("emptyStateSentence"));
}

void tst_TimelinePanel::tellsAColdRun()
{
    m_panel->setRecord(test::coldRecord());

    QCOMPARE(textOf("timelineSummary"), QStringLiteral("48.2 ms init + 1.30 ms invoke"));
    QCOMPARE(textOf("timelineReason"),
             QStringLiteral("Cold: the function had no environment yet."));
    QVERIFY(textOf("timelineNote")
                .contains(u"Sandbox creation and code download on AWS are not emulated"));
    QVERIFY(textOf("timelineDetails").contains(u"arrow keys"));
    QCOMPARE(int(widget()->timeline().lanes.size()), 4);
}

void tst_TimelinePanel::tellsAWarmRun()
{
    m_panel->setRecord(test::coldRecord());
    m_panel->setRecord(test::warmRecord());

    QCOMPARE(textOf("timelineSummary"), QStringLiteral("1.30 ms invoke"));
    QCOMPARE(textOf("timelineReason"),
             QStringLiteral("Warm: the environment was reused, so there was no init."));
    QCOMPARE(int(widget()->timeline().lanes.size()), 1);
}

void tst_TimelinePanel::tellsAnInitInsideTheInvocation()
{
    InvocationRecord record = test::coldRecord();
    QVERIFY(!textOf("timelineNote").contains(u"inside the invocation"));
    record.initInsideInvoke = true;

    m_panel->setRecord(record);

    QVERIFY(textOf("timelineNote").contains(u"inside the invocation"));
    QVERIFY(textOf("timelineSummary").contains(u"inside the invocation"));
}

void tst_TimelinePanel::extensionsHaveLanesOfTheirOwn()
{
    m_panel->setRecord(test::recordWithExtensions());

    QCOMPARE(widget()->timeline().extensionLanes, 2);
    QVERIFY(widget()->rectOf({1, 0}).top() > widget()->rectOf({0, 0}).bottom());
    QVERIFY(widget()->rectOf({3, 0}).top() > widget()->rectOf({2, 0}).bottom());
    const QPoint place = widget()->rectOf({2, 0}).center();
    QVERIFY2(widget()->toolTipAt(place).contains(u"inside"),
             qPrintable(widget()->toolTipAt(place)));
    widget()->select({0, 0});
    QTest::keyClick(widget(), Qt::Key_Down);
    QVERIFY(textOf("timelineDetails").contains(u"telemetry-collector"));
}

void tst_TimelinePanel::theSandboxIsHatched()
{
    m_panel->setPalette(lightPalette());
    m_panel->setRecord(test::recordWithExtensions());
    const QImage image = widget()->viewport()->grab().toImage();
    const auto coloursOf = [&](SpanPosition position) {
        const QRect bar = widget()->rectOf(position).adjusted(2, 0, -3, -2);
        QSet<QRgb> colours;
        for (int x = bar.left(); x < bar.right(); ++x)
            colours.insert(image.pixel(x, bar.bottom()));
        return colours.size();
    };

    QVERIFY(coloursOf({0, 0}) > 1);
    QCOMPARE(coloursOf({0, 8}), qsizetype(1));
}

void tst_TimelinePanel::legendAndNoteLeaveWhenItIsLow()
{
    m_panel->resize(1000, 400);
    m_panel->setRecord(test::recordWithExtensions());
    QTRY_VERIFY(shows("timelineNote"));
    const auto *legend = m_panel->findChild<TimelineLegend *>();
    QVERIFY(legend->isVisible());

    m_panel->resize(m_panel->minimumSizeHint());

    QTRY_VERIFY(!shows("timelineNote"));
    QTRY_VERIFY(!legend->isVisible());
    QTRY_VERIFY(widget()->height() >= widget()->minimumSizeHint().height());
    m_panel->resize(1000, 400);
    QTRY_VERIFY(shows("timelineNote") && legend->isVisible());
}

void tst_TimelinePanel::aRecordWithoutPhasesIsEmpty()
{
    m_panel->setRecord(test::coldRecord());
    m_panel->setRecord({});

    QVERIFY(shows("emptyStateSentence"));
}

void tst_TimelinePanel::buttonsZoom()
{
    m_panel->setRecord(test::coldRecord());
    QToolButton *zoomIn = button("timelineZoomIn");
    QToolButton *zoomOut = button("timelineZoomOut");
    QToolButton *fit = button("timelineFit");
    QVERIFY(zoomIn->isEnabled() && !zoomOut->isEnabled() && !fit->isEnabled());

    zoomIn->click();
    zoomIn->click();
    QVERIFY(!widget()->scale().showsEverything());
    QVERIFY(zoomOut->isEnabled() && fit->isEnabled());
    zoomOut->click();
    QVERIFY(!widget()->scale().showsEverything());
    fit->click();
    QVERIFY(widget()->scale().showsEverything());
    QVERIFY(!zoomOut->isEnabled() && !fit->isEnabled());
    for (QToolButton *each : {zoomIn, zoomOut, fit}) {
        QVERIFY(!each->toolTip().isEmpty());
        QVERIFY(!each->accessibleName().isEmpty());
    }
}

void tst_TimelinePanel::detailsFollowTheSelection()
{
    m_panel->setRecord(test::coldRecord());

    widget()->select({0, 2});
    QCOMPARE(textOf("timelineDetails"),
             QStringLiteral("Bootstrap: begins at 20.0 ms, takes 5.00 ms (10 % of the whole)"));
    widget()->select({});
    QVERIFY(textOf("timelineDetails").contains(u"arrow keys"));
}

void tst_TimelinePanel::asksForTheFileOfAnImport_data()
{
    QTest::addColumn<SpanPosition>("position");
    QTest::addColumn<QStringList>("paths");

    QTest::newRow("a phase has no file") << SpanPosition{0, 3} << QStringList();
    QTest::newRow("the handler's module")
        << SpanPosition{1, 0} << QStringList{QStringLiteral("/home/me/orders/app.py")};
    QTest::newRow("a standard module")
        << SpanPosition{2, 0}
        << QStringList{QStringLiteral("/usr/lib/python3.11/json/__init__.py")};
}

void tst_TimelinePanel::asksForTheFileOfAnImport()
{
    QFETCH(SpanPosition, position);
    QFETCH(QStringList, paths);
    m_panel->setRecord(test::coldRecord());
    QSignalSpy requests(m_panel.get(), &TimelinePanel::fileRequested);

    widget()->select(position);
    QTest::keyClick(widget(), Qt::Key_Return);

    QStringList requested;
    for (const auto &arguments : requests)
        requested.append(arguments.at(0).toString());
    QCOMPARE(requested, paths);
}

void tst_TimelinePanel::findsAFileOnThisComputer_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("path");

    QTest::newRow("inside of the sandbox")
        << QStringLiteral("/var/task/a/b.py") << QStringLiteral("/home/me/orders/a/b.py");
    QTest::newRow("without isolation")
        << QStringLiteral("/home/me/orders/a/b.py") << QStringLiteral("/home/me/orders/a/b.py");
    QTest::newRow("of the system")
        << QStringLiteral("/usr/lib/x.js") << QStringLiteral("/usr/lib/x.js");
    QTest::newRow("relative to the code")
        << QStringLiteral("./lib/db.js") << QStringLiteral("/home/me/orders/lib/db.js");
    QTest::newRow("none") << QString() << QString();
}

void tst_TimelinePanel::findsAFileOnThisComputer()
{
    QFETCH(QString, file);
    QFETCH(QString, path);

    QCOMPARE(pathOnThisComputer(test::coldRecord(), file), path);
}

void tst_TimelinePanel::paintsInLightAndDark_data()
{
    QTest::addColumn<QPalette>("palette");

    QTest::newRow("light") << lightPalette();
    QTest::newRow("dark") << darkPalette();
}

void tst_TimelinePanel::paintsInLightAndDark()
{
    QFETCH(QPalette, palette);
    m_panel->setPalette(palette);
    m_panel->setRecord(test::coldRecord());

    const QImage image = widget()->viewport()->grab().toImage();

    QCOMPARE(image.pixelColor(0, image.height() - 1).name(), palette.color(QPalette::Base).name());
    const QRect bar = widget()->rectOf({0, 3});
    QCOMPARE(image.pixelColor(bar.center().x(), bar.bottom() - 2).name(),
             ThemeColours::of(palette).handlerImport.name());
}

#include "tst_timelinepanel.moc"
