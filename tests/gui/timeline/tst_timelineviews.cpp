// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/pricebook.h"
#include "core/timeline/traceexport.h"
#include "gui/base/findbar.h"
#include "gui/base/noticebar.h"
#include "gui/timeline/importtable.h"
#include "gui/timeline/timelinepanel.h"
#include "gui/timeline/timelinewidget.h"
#include "tests/gui/timeline/samplerecords.h"
#include "tests/support/testmain.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace coldframe;
using namespace std::chrono_literals;

/// The views of a TimelinePanel, and what the user does with a part of them.
class tst_TimelineViews : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void keysChangeTheView_data();
    void keysChangeTheView();
    void viewsShareTheSelection();
    void viewsShareTheZoom();
    void leftHeavyHasAnAxisOfItsOwn();
    void theTableSorts_data();
    void theTableSorts();
    void spansHaveLanesOfTheirOwn();
    void runsAreStackedBelow();
    void enterOnAStackedRunAsksForIt();
    void aRunThatIsShownAlreadyKeepsItsState();
    void lazyImportsSave();
    void whatALazyImportImportsIsCovered();
    void theHandlersModuleIsNeverLazy();
    void lazyBarsAreHatched();
    void searchMarksAndGoes_data();
    void searchMarksAndGoes();
    void escapeEndsTheSearch();
    void theMenuOpensCopiesAndMakesLazy();
    void savesWhatWasChosen_data();
    void savesWhatWasChosen();
    void opensATrace();
    void showsATraceToLookAt();
    void tellsAFailure();
    void tellsThatThePhasesAddUp();
    void everyToolHasAName();

private:
    template <typename T>
    T *child(const char *name) const
    {
        return m_panel->findChild<T *>(QLatin1String(name));
    }
    TimelineWidget *widget() const { return m_panel->findChild<TimelineWidget *>(); }
    ImportTable *table() const { return m_panel->findChild<ImportTable *>(); }
    QString textOf(const char *name) const { return child<QLabel>(name)->text(); }
    QStringList columnOf(int column) const;
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void choose(const char *module);
    void search(const QString &text);
    QAction *menuAction(const QString &text) const;

    std::unique_ptr<TimelinePanel> m_panel;
};

COLDFRAME_TEST(tst_TimelineViews);

void tst_TimelineViews::init()
{
    m_panel = std::make_unique<TimelinePanel>();
    m_panel->resize(1200, 420);
    m_panel->setRecord(test::recordWithSpans());
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    widget()->setFocus();
}

QStringList tst_TimelineViews::columnOf(int column) const
{
    QStringList texts;
    for (int row = 0; row < table()->model()->rowCount(); ++row)
        texts.append(table()->model()->index(row, column).data().toString());
    return texts;
}

void tst_TimelineViews::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(m_panel->focusWidget(), key, modifiers);
}

/// Shows the table with this module as the current one.
void tst_TimelineViews::choose(const char *module)
{
    m_panel->setView(TimelineView::Table);
    table()->setFocus();
    const auto &imports = test::recordWithSpans().imports;
    for (std::size_t i = 0; i < imports.size(); ++i) {
        if (imports[i].module == QLatin1String(module))
            table()->select(static_cast<int>(i));
    }
}

void tst_TimelineViews::search(const QString &text)
{
    press(Qt::Key_F, Qt::ControlModifier);
    auto *pattern = m_panel->findChild<FindBar *>()->findChild<QLineEdit *>();
    QTRY_VERIFY(pattern->isVisible());
    QTest::keyClicks(pattern, text);
}

QAction *tst_TimelineViews::menuAction(const QString &text) const
{
    const auto *menu = m_panel->findChild<QMenu *>(QStringLiteral("timelineMenu"));
    for (QAction *action : menu ? menu->actions() : QList<QAction *>()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

void tst_TimelineViews::keysChangeTheView_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<bool>("isFlame");

    QTest::newRow("waterfall") << Qt::Key_1 << QStringLiteral("timeline") << false;
    QTest::newRow("flame graph") << Qt::Key_2 << QStringLiteral("timeline") << true;
    QTest::newRow("table") << Qt::Key_3 << QStringLiteral("importTable") << false;
}

void tst_TimelineViews::keysChangeTheView()
{
    QFETCH(Qt::Key, key);
    QFETCH(QString, shown);
    QFETCH(bool, isFlame);
    m_panel->setView(key == Qt::Key_1 ? TimelineView::Table : TimelineView::Waterfall);

    press(key, Qt::AltModifier);

    QVERIFY(m_panel->findChild<QWidget *>(shown)->isVisible());
    QCOMPARE(m_panel->focusWidget()->objectName(), shown);
    if (key != Qt::Key_3)
        QCOMPARE(widget()->timeline().isFlame(), isFlame);
}

void tst_TimelineViews::viewsShareTheSelection()
{
    widget()->selectPart({LaneKind::Imports, 2});

    m_panel->setView(TimelineView::Flame);
    QVERIFY(widget()->selectedPart() == (TimelinePart{LaneKind::Imports, 2}));
    m_panel->setView(TimelineView::Table);
    QCOMPARE(table()->currentImport(), 2);
    QVERIFY(textOf("timelineDetails").startsWith(u"Import of json.decoder: "));
    table()->select(4);
    m_panel->setView(TimelineView::Waterfall);
    QVERIFY(widget()->selectedPart() == (TimelinePart{LaneKind::Imports, 4}));
}

void tst_TimelineViews::viewsShareTheZoom()
{
    widget()->zoomIn();
    widget()->zoomIn();
    const double begin = widget()->scale().begin();
    const double visible = widget()->scale().visible();

    m_panel->setView(TimelineView::Flame);

    QVERIFY(qAbs(widget()->scale().begin() - begin) < 1);
    QVERIFY(qAbs(widget()->scale().visible() - visible) < 1);
}

void tst_TimelineViews::leftHeavyHasAnAxisOfItsOwn()
{
    m_panel->setView(TimelineView::Flame);
    QVERIFY(!widget()->timeline().isSum);
    widget()->zoomIn();

    press(Qt::Key_H);

    QVERIFY(child<QToolButton>("timelineLeftHeavy")->isChecked());
    QVERIFY(widget()->timeline().isSum);
    QVERIFY(widget()->scale().showsEverything());
    widget()->select({0, 0});
    QVERIFY(!textOf("timelineDetails").contains(u"begins"));
}

void tst_TimelineViews::theTableSorts_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QString>("modules");

    QTest::newRow("own time") << int(ImportModel::Self) << Qt::DescendingOrder
                              << QStringLiteral("requests orders.pricing json.decoder app json");
    QTest::newRow("with imports") << int(ImportModel::Cumulative) << Qt::AscendingOrder
                                  << QStringLiteral(
                                         "json.decoder json requests orders.pricing app");
    QTest::newRow("module") << int(ImportModel::Module) << Qt::AscendingOrder
                            << QStringLiteral("app json json.decoder orders.pricing requests");
    QTest::newRow("origin") << int(ImportModel::Origin) << Qt::AscendingOrder
                            << QStringLiteral("orders.pricing app requests json.decoder json");
}

void tst_TimelineViews::theTableSorts()
{
    QFETCH(int, column);
    QFETCH(Qt::SortOrder, order);
    QFETCH(QString, modules);
    m_panel->setView(TimelineView::Table);

    table()->sortByColumn(column, order);

    QCOMPARE(columnOf(ImportModel::Module).join(u' '), modules);
    QVERIFY(!columnOf(ImportModel::Size).contains(QStringLiteral("–")));
}

void tst_TimelineViews::spansHaveLanesOfTheirOwn()
{
    const Timeline &timeline = widget()->timeline();
    QCOMPARE(timeline.spanLanes, 2);
    const int lane = static_cast<int>(timeline.lanes.size()) - 2;
    QCOMPARE(TimelineWidget::captionOf(timeline, lane), QStringLiteral("Handler"));

    widget()->selectPart({LaneKind::Spans, 1});

    QVERIFY2(textOf("timelineDetails").startsWith(u"Connection to api.example.org:443: "),
             qPrintable(textOf("timelineDetails")));
    QVERIFY(textOf("timelineDetails").contains(u"the connection failed"));
}

void tst_TimelineViews::runsAreStackedBelow()
{
    m_panel->setStackedRuns(test::sampleStack(3));

    const Timeline &timeline = widget()->timeline();
    const int lane = static_cast<int>(timeline.lanes.size()) - 1;
    QCOMPARE(timeline.runLanes, 3);
    QCOMPARE(TimelineWidget::captionOf(timeline, lane), QStringLiteral("Run 4, warm"));
    QCOMPARE(widget()->rectOf({lane, 0}).left(), widget()->rectOf({0, 0}).left());
    widget()->select({lane, 0});
    QVERIFY2(textOf("timelineDetails").startsWith(u"Run 4, warm, Invoke: "),
             qPrintable(textOf("timelineDetails")));
}

void tst_TimelineViews::enterOnAStackedRunAsksForIt()
{
    m_panel->setStackedRuns(test::sampleStack(2));
    QSignalSpy requests(m_panel.get(), &TimelinePanel::runRequested);

    widget()->selectPart({LaneKind::Run, 2});
    press(Qt::Key_Return);

    QCOMPARE(requests.size(), 1);
    QCOMPARE(requests.front().front().toString(), QStringLiteral("warm 1"));
}

void tst_TimelineViews::aRunThatIsShownAlreadyKeepsItsState()
{
    choose("json");
    press(Qt::Key_Space);

    m_panel->setRecord(test::recordWithSpans());
    m_panel->setStackedRuns(test::sampleStack(2));

    QVERIFY(m_panel->view() == TimelineView::Table);
    QVERIFY(child<QWidget>("lazyBar")->isVisible());
    QCOMPARE(table()->currentImport(), 1);
    InvocationRecord other = test::recordWithSpans();
    other.requestId = QStringLiteral("another");
    m_panel->setRecord(other);
    QVERIFY(m_panel->view() == TimelineView::Table);
    QVERIFY(!child<QWidget>("lazyBar")->isVisible());
}

void tst_TimelineViews::lazyImportsSave()
{
    const PriceBook book
        = PriceBook::loadNewest(QStringLiteral(COLDFRAME_SOURCE_DIR "/resources/pricing")).value();
    choose("json");

    press(Qt::Key_Space);

    QVERIFY2(textOf("lazySaving")
                 .startsWith(u"If this import were lazy: 4.00 ms less init (48.2 "
                             u"ms becomes 44.2 ms). Modelled"),
             qPrintable(textOf("lazySaving")));
    m_panel->setPrices(book.prices(QStringLiteral("us-east-1"), Architecture::X86_64).value());
    QVERIFY2(textOf("lazySaving")
                 .contains(u", 4 ms less billed, "
                           u"< $0.01 less for a million cold starts. "),
             qPrintable(textOf("lazySaving")));
    child<QToolButton>("lazyClear")->click();
    QVERIFY(!child<QWidget>("lazyBar")->isVisible());
}

void tst_TimelineViews::whatALazyImportImportsIsCovered()
{
    choose("json");
    press(Qt::Key_Space);

    const ImportModel &imports = table()->imports();
    const auto stateOf = [&](int import) {
        return imports.index(import, ImportModel::Lazy).data(Qt::CheckStateRole).toInt();
    };
    QCOMPARE(stateOf(1), int(Qt::Checked));
    QCOMPARE(stateOf(2), int(Qt::PartiallyChecked));
    QCOMPARE(stateOf(3), int(Qt::Unchecked));
    // Both together save what the outer one saves.
    const QString alone = textOf("lazySaving").section(u':', 1);
    choose("json.decoder");
    press(Qt::Key_Space);
    QVERIFY(textOf("lazySaving").startsWith(u"If these 2 imports were lazy:"));
    QCOMPARE(textOf("lazySaving").section(u':', 1), alone);
}

void tst_TimelineViews::theHandlersModuleIsNeverLazy()
{
    choose("app");
    press(Qt::Key_Space);
    QVERIFY(!child<QWidget>("lazyBar")->isVisible());
    QVERIFY(!table()->imports().index(0, ImportModel::Lazy).data(Qt::CheckStateRole).isValid());

    m_panel->setView(TimelineView::Waterfall);
    press(Qt::Key_L);
    QVERIFY(!child<QWidget>("lazyBar")->isVisible());
}

void tst_TimelineViews::lazyBarsAreHatched()
{
    widget()->selectPart({LaneKind::Imports, 4});
    const QRect bar = widget()->rectOf(widget()->selected()).adjusted(4, 4, -8, -3);
    const auto colours = [&] {
        const QImage image = widget()->viewport()->grab(bar).toImage();
        QSet<QRgb> found;
        for (int x = 0; x < image.width(); ++x)
            found.insert(image.pixel(x, image.height() - 1));
        return found.size();
    };
    const auto before = colours();

    press(Qt::Key_L);

    QVERIFY(widget()->marks().isLazy({LaneKind::Imports, 4}));
    QVERIFY(!widget()->marks().isLazy({LaneKind::Imports, 3}));
    QVERIFY(colours() > before);
    press(Qt::Key_L);
    QVERIFY(!widget()->marks().isLazy({LaneKind::Imports, 4}));
}

void tst_TimelineViews::searchMarksAndGoes_data()
{
    QTest::addColumn<TimelineView>("view");

    QTest::newRow("waterfall") << TimelineView::Waterfall;
    QTest::newRow("flame graph") << TimelineView::Flame;
    QTest::newRow("table") << TimelineView::Table;
}

void tst_TimelineViews::searchMarksAndGoes()
{
    QFETCH(TimelineView, view);
    m_panel->setView(view);

    search(QStringLiteral("json"));

    QVERIFY(widget()->marks().matches);
    QCOMPARE(widget()->marks().matches->count, 2);
    const ImportModel &imports = table()->imports();
    QVERIFY(imports.index(0, ImportModel::Module).data(Qt::ForegroundRole).isValid());
    QVERIFY(!imports.index(1, ImportModel::Module).data(Qt::ForegroundRole).isValid());
    const auto current = [&] {
        return view == TimelineView::Table ? table()->currentImport()
                                           : widget()->selectedPart()->index;
    };
    press(Qt::Key_Return);
    QCOMPARE(current(), 1);
    press(Qt::Key_Return);
    QCOMPARE(current(), 2);
    press(Qt::Key_Return);
    QCOMPARE(current(), 1);
}

void tst_TimelineViews::escapeEndsTheSearch()
{
    search(QStringLiteral("json"));

    press(Qt::Key_Escape);

    QVERIFY(!m_panel->findChild<FindBar *>()->isVisible());
    QVERIFY(!widget()->marks().matches);
    QVERIFY(widget()->hasFocus());
}

void tst_TimelineViews::theMenuOpensCopiesAndMakesLazy()
{
    QSignalSpy files(m_panel.get(), &TimelinePanel::fileRequested);
    widget()->selectPart({LaneKind::Imports, 3});
    Q_EMIT widget()->menuRequested(m_panel->mapToGlobal(QPoint(50, 50)));

    menuAction(QStringLiteral("Open File"))->trigger();
    menuAction(QStringLiteral("Copy"))->trigger();
    menuAction(QStringLiteral("What If Lazy"))->trigger();

    QCOMPARE(files.size(), 1);
    QCOMPARE(files.front().front().toString(), QStringLiteral("/home/me/orders/orders/pricing.py"));
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"Import of orders.pricing: begins"));
    QVERIFY(child<QWidget>("lazyBar")->isVisible());
    delete m_panel->findChild<QMenu *>(QStringLiteral("timelineMenu"));
    widget()->selectPart({LaneKind::Phases, 0});
    Q_EMIT widget()->menuRequested(m_panel->mapToGlobal(QPoint(50, 50)));
    QVERIFY(!menuAction(QStringLiteral("Open File"))->isEnabled());
    QVERIFY(!menuAction(QStringLiteral("What If Lazy"))->isEnabled());
}

void tst_TimelineViews::savesWhatWasChosen_data()
{
    QTest::addColumn<int>("entry");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begin");

    QTest::newRow("Chrome Trace") << 0 << QStringLiteral("orders-cold.trace.json")
                                  << QByteArray("{");
    QTest::newRow("speedscope") << 1 << QStringLiteral("orders-cold.speedscope.json")
                                << QByteArray("{");
    QTest::newRow("SVG") << 2 << QStringLiteral("orders-cold.svg") << QByteArray("<?xml");
    QTest::newRow("PNG") << 3 << QStringLiteral("orders-cold.png") << QByteArray("\x89PNG");
}

void tst_TimelineViews::savesWhatWasChosen()
{
    QFETCH(int, entry);
    QFETCH(QString, name);
    QFETCH(QByteArray, begin);
    QByteArray bytes;
    QString path;
    connect(m_panel.get(), &TimelinePanel::saveRequested, this,
            [&](const QString &to, const TimelineContent &content) {
                path = to;
                bytes = content();
            });

    child<QToolButton>("timelineMore")->menu()->actions().at(entry)->trigger();
    auto *dialog = child<QFileDialog>("saveTimelineDialog");
    QVERIFY(dialog);
    QVERIFY2(dialog->selectedFiles().constFirst().endsWith(name),
             qPrintable(dialog->selectedFiles().constFirst()));
    Q_EMIT dialog->fileSelected(QStringLiteral("/chosen"));
    dialog->close();

    QCOMPARE(path, QStringLiteral("/chosen"));
    QVERIFY(bytes.startsWith(begin));
    if (name.endsWith(u".svg")) {
        QVERIFY(bytes.contains("orders, cold start of"));
        QVERIFY(bytes.contains("orders.pricing"));
    }
}

void tst_TimelineViews::opensATrace()
{
    QSignalSpy traces(m_panel.get(), &TimelinePanel::traceRequested);

    child<QToolButton>("timelineMore")->menu()->actions().constLast()->trigger();
    auto *dialog = child<QFileDialog>("openTraceDialog");
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(QStringLiteral("/some/trace.json"));
    dialog->close();

    QCOMPARE(traces.size(), 1);
    QCOMPARE(traces.front().front().toString(), QStringLiteral("/some/trace.json"));
}

void tst_TimelineViews::showsATraceToLookAt()
{
    QSignalSpy files(m_panel.get(), &TimelinePanel::fileRequested);
    const InvocationRecord other = test::recordWithExtensions();
    m_panel->setView(TimelineView::Table);

    m_panel->showTrace(QStringLiteral("theirs.json"), traceOf({&other, 1}));

    QCOMPARE(textOf("timelineSummary"), QStringLiteral("theirs.json"));
    QVERIFY(m_panel->view() == TimelineView::Waterfall);
    QVERIFY(widget()->timeline().isTrace());
    QCOMPARE(TimelineWidget::captionOf(widget()->timeline(), 0), QStringLiteral("Phases"));
    widget()->setFocus();
    widget()->selectPart({LaneKind::Trace, 1});
    QVERIFY2(textOf("timelineDetails").contains(u": begins at 7.00 ms, takes 4.00 ms"),
             qPrintable(textOf("timelineDetails")));
    press(Qt::Key_Return);
    press(Qt::Key_L);
    press(Qt::Key_2, Qt::AltModifier);
    QVERIFY(files.isEmpty());
    QVERIFY(!child<QWidget>("lazyBar")->isVisible());
    QVERIFY(m_panel->view() == TimelineView::Waterfall);
    m_panel->setStackedRuns(test::sampleStack(2));
    QCOMPARE(widget()->timeline().runLanes, 0);
    search(QStringLiteral("json"));
    QCOMPARE(widget()->marks().matches->count, 2);
    child<QToolButton>("timelineBack")->click();
    QCOMPARE(int(widget()->timeline().imports.size()), 5);
    QVERIFY(!child<QToolButton>("timelineBack")->isVisible());
}

void tst_TimelineViews::tellsAFailure()
{
    m_panel->showFailure(QStringLiteral("The file was not saved."), QStringLiteral("No room."));

    const auto *notice = child<NoticeBar>("timelineNotice");
    QVERIFY(notice->isVisible());
    QCOMPARE(notice->sentence(), QStringLiteral("No room."));
    m_panel->clear();
    m_panel->showFailure(QStringLiteral("The trace could not be opened."),
                         QStringLiteral("No JSON."));
    QCOMPARE(textOf("emptyStateSentence"), QStringLiteral("No JSON."));
}

void tst_TimelineViews::tellsThatThePhasesAddUp()
{
    QVERIFY2(textOf("timelineNote").contains(u"The init phases add up to Init Duration, 48.20 ms."),
             qPrintable(textOf("timelineNote")));
    QVERIFY(child<QLabel>("timelineSummary")->toolTip().contains(u"Bootstrap: 5.00 ms"));
    InvocationRecord record = test::recordWithSpans();
    record.requestId = QStringLiteral("another");
    record.report.initDuration = 50ms;

    m_panel->setRecord(record);

    QVERIFY(textOf("timelineNote")
                .contains(u"Init Duration is 50.00 ms, the init phases add up to 48.20 ms."));
}

void tst_TimelineViews::everyToolHasAName()
{
    const auto buttons = m_panel->findChildren<QToolButton *>(
        QRegularExpression(QStringLiteral("^timeline|^lazy")));
    QVERIFY(buttons.size() >= 10);
    for (const QToolButton *button : buttons) {
        QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(button->objectName()));
        QVERIFY2(!button->toolTip().isEmpty(), qPrintable(button->objectName()));
        // Of the views the shown one takes the focus, arrow keys go on from there.
        if (!button->objectName().startsWith(u"timelineView") || button->isChecked())
            QVERIFY2(button->focusPolicy() & Qt::TabFocus, qPrintable(button->objectName()));
    }
}

#include "tst_timelineviews.moc"
