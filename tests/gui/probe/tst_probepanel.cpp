// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/probe/probepanel.h"

#include "core/probe/statelessnessprobe.h"
#include "gui/base/theme.h"
#include "gui/probe/findingsview.h"
#include "gui/probe/runtable.h"
#include "tests/support/leakyfunction.h"
#include "tests/support/testmain.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace coldframe;
using namespace coldframe::test;

class tst_ProbePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void theEmptyStateExplainsInTwoSentences();
    void startsByMouseAndKeyboard();
    void runsAreTwoToTwenty_data();
    void runsAreTwoToTwenty();
    void progress_data();
    void progress();
    void nothingStartsTwice();
    void aLeakIsShownRunByRun();
    void whatVariesAnywayIsFoldedAway();
    void enterAndDoubleClickOpenTheFile();
    void verdicts_data();
    void verdicts();
    void whatCannotBeSeenIsSaid();
    void theReportIsCopied();
    void rowsOfTheTableAreCopied();
    void errorsAndStopsAreTold_data();
    void errorsAndStopsAreTold();
    void sentencesAreShownWholeAtAnyWidth();
    void aLowPanelScrollsItsExplanation();
    void coloursFollowThePalette();

private:
    template <typename Widget>
    Widget *child(const char *name) const
    {
        return m_panel->findChild<Widget *>(QLatin1String(name));
    }
    QString textOf(const char *name) const
    {
        const auto *label = child<QLabel>(name);
        return label && label->isVisible() ? label->text() : QString();
    }
    void show(const ProbeReport &report, ProbeKind kind = ProbeKind::Statelessness);
    void press(Qt::Key key) { QTest::keyClick(m_findings, key); }
    QTreeWidgetItem *lineWith(const char *text) const;
    QPoint placeOf(QTreeWidgetItem *item) const
    {
        return m_findings->visualItemRect(item).center();
    }

    ProbeReport m_leaky; ///< of a real probe over scripted answers
    std::unique_ptr<ProbePanel> m_panel;
    FindingsView *m_findings = nullptr;
};

void tst_ProbePanel::initTestCase()
{
    const QTemporaryDir temporaryDirectory;
    QFile file(temporaryDirectory.filePath(QStringLiteral("cache.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[]");
    file.close();
    FakeInvoker invoker;
    LeakyFunction function(temporaryDirectory.path());
    StatelessnessProbe probe(invoker);
    bool isOver = false;
    InvocationRequest request;
    request.isolation = IsolationChoice::Bubblewrap;
    whenDone(probe.run(request, 3), this, [&](const Result<ProbeReport> &report) {
        isOver = true;
        m_leaky = report.value_or(ProbeReport());
    });
    const auto answer = [&] {
        function.answerIfAsked(invoker);
        return isOver;
    };
    QTRY_VERIFY(answer());
    QCOMPARE(m_leaky.state.size(), std::size_t(3));
}

void tst_ProbePanel::init()
{
    m_panel = std::make_unique<ProbePanel>();
    m_findings = child<FindingsView>("probeFindings");
    m_panel->resize(1100, 330);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
}

void tst_ProbePanel::show(const ProbeReport &report, ProbeKind kind)
{
    child<QComboBox>("probeKind")->setCurrentIndex(kind == ProbeKind::Duplicate ? 1 : 0);
    m_panel->setReady(true);
    m_panel->begin({QStringLiteral("hello"), QStringLiteral("ada"), QStringLiteral("/code")});
    m_panel->showReport(report);
    m_findings->setFocus();
    QCoreApplication::processEvents(); // lays lines out
}

QTreeWidgetItem *tst_ProbePanel::lineWith(const char *text) const
{
    const auto found
        = m_findings->findItems(QString::fromLatin1(text), Qt::MatchContains | Qt::MatchRecursive);
    return found.isEmpty() ? nullptr : found.first();
}

void tst_ProbePanel::theEmptyStateExplainsInTwoSentences()
{
    const QString sentence = textOf("emptyStateSentence");
    QCOMPARE(sentence.count(u'.'), 2);
    QVERIFY(sentence.contains(QStringLiteral("Lambda reuses environments")));
    QVERIFY(!child<QToolButton>("startProbe")->isEnabled());
    QVERIFY(!child<QPushButton>("emptyStateAction")->isVisible());
    QVERIFY(!child<QToolButton>("copyProbeReport")->isEnabled());

    m_panel->setReady(true);

    QVERIFY(child<QToolButton>("startProbe")->isEnabled());
    QVERIFY(child<QPushButton>("emptyStateAction")->isVisible());
}

void tst_ProbePanel::startsByMouseAndKeyboard()
{
    const QSignalSpy started(m_panel.get(), &ProbePanel::startRequested);
    const QSignalSpy stopped(m_panel.get(), &ProbePanel::stopRequested);
    auto *start = child<QToolButton>("startProbe");
    auto *stop = child<QToolButton>("stopProbe");
    m_panel->setReady(true);

    QTest::mouseClick(start, Qt::LeftButton);
    QCOMPARE(started.size(), 1);
    child<QSpinBox>("probeTimes")->setFocus();
    QTest::keyClick(child<QSpinBox>("probeTimes"), Qt::Key_Tab);
    QVERIFY(start->hasFocus());
    QTest::keyClick(start, Qt::Key_Space);
    QCOMPARE(started.size(), 2);
    QTest::mouseClick(child<QPushButton>("emptyStateAction"), Qt::LeftButton);
    QCOMPARE(started.size(), 3);

    m_panel->begin({});
    QTest::mouseClick(stop, Qt::LeftButton);
    stop->setFocus();
    QTest::keyClick(stop, Qt::Key_Space);
    QCOMPARE(stopped.size(), 2);
}

void tst_ProbePanel::runsAreTwoToTwenty_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("times");

    QTest::newRow("as it was") << QString() << 3;
    QTest::newRow("too few") << QStringLiteral("1") << 2;
    QTest::newRow("the most") << QStringLiteral("20") << 20;
    QTest::newRow("too many: the last digit is not taken") << QStringLiteral("21") << 2;
}

void tst_ProbePanel::runsAreTwoToTwenty()
{
    QFETCH(const QString, typed);
    QFETCH(const int, times);
    auto *box = child<QSpinBox>("probeTimes");
    box->setFocus();
    if (!typed.isEmpty()) {
        box->selectAll();
        QTest::keyClicks(box, typed);
        QTest::keyClick(box, Qt::Key_Tab);
    }

    QCOMPARE(m_panel->times(), times);
}

void tst_ProbePanel::progress_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<int>("done");
    QTest::addColumn<int>("total");
    QTest::addColumn<QString>("text");

    QTest::newRow("the first") << 0 << 0 << 6 << QStringLiteral("Warm run 1 of 3");
    QTest::newRow("the second") << 0 << 1 << 6 << QStringLiteral("Warm run 2 of 3");
    QTest::newRow("cold ones") << 0 << 3 << 6 << QStringLiteral("Cold run 1 of 3");
    QTest::newRow("the last") << 0 << 5 << 6 << QStringLiteral("Cold run 3 of 3");
    QTest::newRow("all done") << 0 << 6 << 6 << QStringLiteral("Comparing");
    QTest::newRow("a second delivery") << 1 << 1 << 3 << QStringLiteral("Warm run 2 of 2");
    QTest::newRow("a new environment") << 1 << 2 << 3 << QStringLiteral("Cold run 1 of 1");
}

void tst_ProbePanel::progress()
{
    QFETCH(const int, choice);
    QFETCH(const int, done);
    QFETCH(const int, total);
    QFETCH(const QString, text);
    auto *kind = child<QComboBox>("probeKind");
    kind->setFocus();
    for (int i = 0; i < choice; ++i)
        QTest::keyClick(kind, Qt::Key_Down);
    QCOMPARE(child<QSpinBox>("probeTimes")->isEnabled(), choice == 0);

    m_panel->begin({QStringLiteral("hello"), QStringLiteral("ada"), {}});
    kind->setCurrentIndex(1 - choice); // for the next one
    m_panel->showProgress(done, total);

    QCOMPARE(textOf("probeProgressTitle"), QStringLiteral("Probing hello with ada"));
    QCOMPARE(textOf("probeProgressText"), text);
}

void tst_ProbePanel::nothingStartsTwice()
{
    m_panel->setReady(true);
    m_panel->begin({});
    m_panel->setReady(true); // as another function is chosen meanwhile

    QVERIFY(!child<QToolButton>("startProbe")->isEnabled());
    QVERIFY(child<QToolButton>("stopProbe")->isEnabled());
    m_panel->showReport(m_leaky);
    QVERIFY(child<QToolButton>("startProbe")->isEnabled());
    QVERIFY(!child<QToolButton>("stopProbe")->isEnabled());
}

void tst_ProbePanel::aLeakIsShownRunByRun()
{
    show(m_leaky);

    QCOMPARE(textOf("noticeHeadline"), QStringLiteral("A leak changes results"));
    QVERIFY(m_findings->topLevelItem(0)->text(0).startsWith(
        QStringLiteral("`counter` in app.py went 1, 2, 3")));
    QVERIFY(m_findings->topLevelItem(1)->text(0).startsWith(QStringLiteral("`client` in app.py")));
    QVERIFY(m_findings->topLevelItem(2)->text(0).startsWith(QStringLiteral("/tmp/cache.json")));
    QVERIFY(m_findings->topLevelItem(0)->isExpanded());
    QVERIFY(
        m_findings->topLevelItem(0)->child(0)->text(0).contains(QStringLiteral("`count` was 1")));
    QVERIFY(m_findings->topLevelItem(0)->isSelected());
    QCOMPARE(textOf("probeDetailTitle"), QStringLiteral("counter (int)"));
    const auto *table = child<RunTable>("probeRunTable");
    QCOMPARE(table->rowCount(), 6);
    QCOMPARE(table->item(1, 1)->text(), QStringLiteral("warm"));
    QCOMPARE(table->item(1, 2)->text(), QStringLiteral("1"));
    QCOMPARE(table->item(1, 3)->text(), QStringLiteral("2"));
    QCOMPARE(table->item(1, 4)->text(), QStringLiteral("2"));
    QCOMPARE(table->item(5, 4)->text(), QStringLiteral("1"));

    QTest::mouseClick(m_findings->viewport(), Qt::LeftButton, {},
                      placeOf(m_findings->topLevelItem(2)));
    QCOMPARE(textOf("probeDetailTitle"), QStringLiteral("/tmp/cache.json"));
    QCOMPARE(table->rowCount(), 3);
    QCOMPARE(table->item(2, 3)->text(), QStringLiteral("2 bytes"));
}

void tst_ProbePanel::whatVariesAnywayIsFoldedAway()
{
    show(m_leaky);
    QTreeWidgetItem *group = lineWith("What varies anyway (1)");
    QVERIFY(group && !group->isExpanded());

    m_findings->setCurrentItem(group);
    press(Qt::Key_Return);
    QVERIFY(group->isExpanded());
    press(Qt::Key_Down);

    QVERIFY(m_findings->currentItem()->text(0).contains(QStringLiteral("`time`")));
    QCOMPARE(child<RunTable>("probeRunTable")->rowCount(), 6);
    press(Qt::Key_Up);
    QCOMPARE(child<RunTable>("probeRunTable")->rowCount(), 0);
    press(Qt::Key_Left);
    QVERIFY(!group->isExpanded());
}

void tst_ProbePanel::enterAndDoubleClickOpenTheFile()
{
    const QSignalSpy requested(m_panel.get(), &ProbePanel::fileRequested);
    show(m_leaky);

    press(Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
    const QPoint second = placeOf(m_findings->topLevelItem(1));
    QTest::mouseClick(m_findings->viewport(), Qt::LeftButton, {}, second);
    QTest::mouseDClick(m_findings->viewport(), Qt::LeftButton, {}, second);
    QCOMPARE(requested.size(), 2);
    QTest::mouseClick(child<QToolButton>("probeOpenFile"), Qt::LeftButton);
    QCOMPARE(requested.size(), 3);
    for (const auto &signal : requested)
        QCOMPARE(signal.at(0).toString(), QStringLiteral("/code/app.py"));

    m_findings->setCurrentItem(m_findings->topLevelItem(2));
    press(Qt::Key_Return); // a file of /tmp is gone with its environment
    QCOMPARE(requested.size(), 3);
    QVERIFY(!child<QToolButton>("probeOpenFile")->isVisible());
}

void tst_ProbePanel::verdicts_data()
{
    QTest::addColumn<ProbeReport>("report");
    QTest::addColumn<QString>("verdict");

    ProbeReport unseen;
    unseen.variables = Sight::Nothing;
    ProbeReport survived = unseen;
    survived.state.emplace_back();
    survived.state[0].values = {std::nullopt, QStringLiteral("1")};
    ProbeReport leak;
    leak.dependent.emplace_back();
    leak.dependent[0].warm = {QStringLiteral("1"), QStringLiteral("2")};
    leak.dependent[0].cold = {QStringLiteral("1"), QStringLiteral("1")};
    QTest::newRow("leak") << leak << QStringLiteral("A leak changes results");
    QTest::newRow("survived") << survived << QStringLiteral("State survives, without effect");
    QTest::newRow("nothing") << ProbeReport() << QStringLiteral("Nothing survived");
    QTest::newRow("nobody could look") << unseen << QStringLiteral("Not seen");
}

void tst_ProbePanel::verdicts()
{
    QFETCH(const ProbeReport, report);
    QFETCH(const QString, verdict);

    show(report);

    QCOMPARE(textOf("noticeHeadline"), verdict);
    QCOMPARE(textOf("noticeSentence"), probeSummary(report, ProbeKind::Statelessness));
    show(report, ProbeKind::Duplicate);
    QCOMPARE(textOf("noticeSentence"), probeSummary(report, ProbeKind::Duplicate));
}

void tst_ProbePanel::whatCannotBeSeenIsSaid()
{
    ProbeReport report;
    report.variables = Sight::Nothing;
    report.seesTemporaryFiles = false;
    show(report);

    const QTreeWidgetItem *group = lineWith("Not observed");
    QVERIFY(group && group->isExpanded());
    QCOMPARE(group->childCount(), 3);
    QVERIFY(group->child(0)->text(0).contains(QStringLiteral("Variables of the function")));
    QVERIFY(group->child(1)->text(0).contains(QStringLiteral("/tmp")));
    QVERIFY(!child<RunTable>("probeRunTable")->isVisible());
}

void tst_ProbePanel::theReportIsCopied()
{
    show(m_leaky);

    QTest::mouseClick(child<QToolButton>("copyProbeReport"), Qt::LeftButton);

    QCOMPARE(QGuiApplication::clipboard()->text(),
             probeReportText(m_leaky, ProbeKind::Statelessness));
    m_findings->setCurrentItem(m_findings->topLevelItem(0));
    QTest::keyClick(m_findings, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), m_findings->topLevelItem(0)->text(0));
}

void tst_ProbePanel::rowsOfTheTableAreCopied()
{
    show(m_leaky);
    auto *table = child<RunTable>("probeRunTable");
    table->selectRow(1);

    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);

    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("2\twarm\t1\t2\t2"));
}

void tst_ProbePanel::errorsAndStopsAreTold_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("word");

    QTest::newRow("stopped") << int(Error::Code::Cancelled)
                             << QStringLiteral("The probe was stopped") << QStringLiteral("runs");
    QTest::newRow("nothing could be run")
        << int(Error::Code::InterpreterNotFound) << QStringLiteral("The probe could not run")
        << QStringLiteral("python3.13");
}

void tst_ProbePanel::errorsAndStopsAreTold()
{
    QFETCH(const int, code);
    QFETCH(const QString, title);
    QFETCH(const QString, word);
    show(m_leaky);
    m_panel->begin({});

    m_panel->showError({static_cast<Error::Code>(code), QStringLiteral("python3.13")});

    QCOMPARE(textOf("emptyStateTitle"), title);
    QVERIFY2(textOf("emptyStateSentence").contains(word), qPrintable(textOf("emptyStateSentence")));
    QVERIFY(!child<QToolButton>("copyProbeReport")->isEnabled()); // of the one before
    QVERIFY(child<QToolButton>("startProbe")->isEnabled());
}

void tst_ProbePanel::sentencesAreShownWholeAtAnyWidth()
{
    show(m_leaky);
    const auto heightOfTheFirst
        = [this] { return m_findings->visualItemRect(m_findings->topLevelItem(0)).height(); };
    const int wide = heightOfTheFirst();

    m_panel->resize(520, 330);
    QTRY_VERIFY(heightOfTheFirst() > wide);
    m_panel->resize(1100, 330);
    QTRY_COMPARE(heightOfTheFirst(), wide);
}

void tst_ProbePanel::aLowPanelScrollsItsExplanation()
{
    m_panel->setReady(true);
    m_panel->resize(560, 120);
    QCoreApplication::processEvents();

    const auto *empty = child<QWidget>("emptyState");
    QVERIFY(empty->height() >= empty->minimumSizeHint().height());
    QVERIFY(!child<QLabel>("probePlan")->isVisible()); // no room for it beside the buttons
    m_panel->resize(1100, 330);
    QTRY_VERIFY(child<QLabel>("probePlan")->isVisible());
}

void tst_ProbePanel::coloursFollowThePalette()
{
    show(m_leaky);
    for (const QPalette &palette : {darkPalette(), lightPalette()}) {
        m_panel->setPalette(palette);

        QCOMPARE(child<RunTable>("probeRunTable")->item(0, 0)->foreground().color(),
                 ThemeColours::of(palette).muted);
        QCOMPARE(lineWith("`time`")->foreground(0).color(), ThemeColours::of(palette).muted);
    }
}

COLDFRAME_TEST(tst_ProbePanel);

#include "tst_probepanel.moc"
