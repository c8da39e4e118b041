// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/editor/editorpanel.h"
#include "gui/events/eventpanel.h"
#include "gui/fixtures/fixturemodel.h"
#include "gui/fixtures/fixturespanel.h"
#include "tests/gui/app/workbenchfixture.h"
#include "tests/support/testmain.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace coldframe;
using namespace coldframe::test;

/// Fixtures from the window.
class tst_FixturesOfTheWindow : public WorkbenchFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void anEmptyFolderSaysWhatAFixtureIs();
    void f8RunsWhatIsListed();
    void aFailureIsShownSideBySide();
    void onlyWhatFailedRunsAgain();
    void columnsAreVariants();
    void aWrongColumnIsTold();
    void aChangedResponseIsAcceptedAsGolden();
    void aRunBecomesAFixture();
    void fixturesAreDuplicatedRenamedAndRemoved();
    void anEventIsBrokenAndKept();
    void searchFindsTags();
    void expectationsOpenInTheEditor();
    void stopEndsTheRun();
    void stopCountsWhileTheFixturesAreRead();
    void picture_data();
    void picture();

private:
    /// "hello" with two fixtures more.
    void openFixtures()
    {
        writeText(folder("hello/events/bob.json"), R"({"name": "Bob"})");
        writeText(folder("hello/events/bob.expect.json"), R"({
            "tags": ["smoke"],
            "expect": {"response": {"equals": {"greeting": "Hello, Bob"}}}
        })");
        writeText(folder("hello/events/eve.json"), R"({"name": "Eve"})");
        writeText(folder("hello/events/eve.expect.json"),
                  R"({"golden": {"response": {"greeting": "Hello, Eve"}}})");
        openHello();
        m_workbench->window().showPanel(QStringLiteral("fixturesDock"));
        QTRY_COMPARE(model()->rowCount(), 3);
    }
    FixtureModel *model() const
    {
        return child<FixturesPanel>("fixturesPanel")->findChild<FixtureModel *>();
    }
    QTableView *table() const { return child<QTableView>("fixtureTable"); }
    QString cell(const char *file, int column = FixtureModel::FirstResult) const
    {
        const int row = model()->rowOf(QLatin1String(file));
        return row < 0 ? QStringLiteral("no row") : model()->index(row, column).data().toString();
    }
    /// Answers what runs with a greeting of this name until nothing runs.
    void answerAll(const char *name = nullptr)
    {
        QTRY_VERIFY(m_invoker->isRunning());
        while (m_invoker->isRunning()) {
            const QByteArray event = m_invoker->running().event;
            const QByteArray own = event.contains("Bob") ? "Bob"
                : event.contains("Eve")                  ? "Eve"
                                                         : "Ada";
            m_invoker->finish(
                warmRecord(m_invoker->running(),
                           "{\"greeting\":\"Hello, " + (name ? QByteArray(name) : own) + "\"}"));
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY(!child<QToolButton>("stopFixtures")->isEnabled());
    }
    template <typename Dialog>
    Dialog *dialog(const char *name) const
    {
        return m_workbench->window().findChild<Dialog *>(QLatin1String(name));
    }
};

void tst_FixturesOfTheWindow::anEmptyFolderSaysWhatAFixtureIs()
{
    writeText(folder("bare/app.py"), HelloCode);
    open(folder("bare"));
    m_workbench->window().showPanel(QStringLiteral("fixturesDock"));
    const auto *empty = child<QWidget>("noFixtures");
    QVERIFY(empty->isVisible());
    QTRY_COMPARE(empty->findChild<QLabel *>(QStringLiteral("emptyStateTitle"))->text(),
                 QStringLiteral("No fixtures yet"));
    QVERIFY(!child<QToolButton>("runFixtures")->isEnabled());
}

void tst_FixturesOfTheWindow::f8RunsWhatIsListed()
{
    openFixtures();
    press(Qt::Key_F8, Qt::NoModifier);
    QTRY_VERIFY(m_invoker->isRunning());
    QVERIFY(child<QToolButton>("stopFixtures")->isEnabled());
    answerAll();

    QCOMPARE(m_invoker->requests.size(), std::size_t(3));
    QCOMPARE(cell("events/ada.json"), QStringLiteral("12.3 ms"));
    QCOMPARE(cell("events/bob.json"), QStringLiteral("12.3 ms"));
    QCOMPARE(cell("events/eve.json"), QStringLiteral("12.3 ms"));
    QVERIFY(child<QLabel>("fixtureSummary")->text().contains(QStringLiteral("3 passed")));
}

void tst_FixturesOfTheWindow::aFailureIsShownSideBySide()
{
    openFixtures();
    press(Qt::Key_F8, Qt::NoModifier);
    answerAll("Ada");

    QCOMPARE(cell("events/bob.json"), QStringLiteral("Failed"));
    QCOMPARE(cell("events/eve.json"), QStringLiteral("Changed"));
    // What is wrong is shown without asking.
    QVERIFY(child<QLabel>("fixtureTitle")->text().startsWith(QStringLiteral("bob: Failed")));
    QCOMPARE(child<QListWidget>("fixtureFindings")->count(), 1);
    QCOMPARE(child<QPlainTextEdit>("expectedText")->toPlainText(),
             QStringLiteral("{\n  \"greeting\": \"Hello, Bob\"\n}"));
    QCOMPARE(child<QPlainTextEdit>("actualText")->toPlainText(),
             QStringLiteral("{\n  \"greeting\": \"Hello, Ada\"\n}"));
    QCOMPARE(child<QPlainTextEdit>("actualText")->extraSelections().size(), 1);
}

void tst_FixturesOfTheWindow::onlyWhatFailedRunsAgain()
{
    openFixtures();
    press(Qt::Key_F8, Qt::NoModifier);
    answerAll("Ada");
    m_invoker->requests.clear();
    press(Qt::Key_F8, Qt::ShiftModifier);
    answerAll();

    QCOMPARE(m_invoker->requests.size(), std::size_t(2));
    QCOMPARE(cell("events/bob.json"), QStringLiteral("12.3 ms"));
    QVERIFY(!child<QToolButton>("runFailedFixtures")->isEnabled());
}

void tst_FixturesOfTheWindow::columnsAreVariants()
{
    openFixtures();
    auto *columns = child<QComboBox>("fixtureColumns");
    columns->setCurrentIndex(columns->findText(QStringLiteral("Memory sizes")));
    auto *values = child<QLineEdit>("fixtureColumnValues");
    QVERIFY(values->isVisible());
    values->setText(QStringLiteral("128, 1024"));
    QTest::keyClick(values, Qt::Key_Return);
    QCOMPARE(model()->columnCount(), FixtureModel::FirstResult + 2);
    press(Qt::Key_F8, Qt::NoModifier);
    answerAll();

    QCOMPARE(m_invoker->requests.size(), std::size_t(6));
    QCOMPARE(std::count_if(m_invoker->requests.begin(), m_invoker->requests.end(),
                           [](const InvocationRequest &request) {
                               return request.function.memory == MebiBytes{1024};
                           }),
             3);
    QCOMPARE(cell("events/bob.json", FixtureModel::FirstResult + 1), QStringLiteral("12.3 ms"));
}

void tst_FixturesOfTheWindow::aWrongColumnIsTold()
{
    openFixtures();
    auto *columns = child<QComboBox>("fixtureColumns");
    columns->setCurrentIndex(columns->findText(QStringLiteral("Memory sizes")));
    auto *values = child<QLineEdit>("fixtureColumnValues");
    values->setText(QStringLiteral("128, much"));
    QTest::keyClick(values, Qt::Key_Return);
    const auto *notice = child<QWidget>("fixtureNotice");
    QVERIFY(notice->isVisible());
    press(Qt::Key_F8, Qt::NoModifier);
    QVERIFY(!m_invoker->isRunning());
    QVERIFY(values->text().contains(QStringLiteral("much"))); // nothing is lost
}

void tst_FixturesOfTheWindow::aChangedResponseIsAcceptedAsGolden()
{
    openFixtures();
    press(Qt::Key_F8, Qt::NoModifier);
    answerAll("Ada");
    const int row = model()->rowOf(QStringLiteral("events/eve.json"));
    const QString name = model()->index(row, FixtureModel::Name).data().toString();
    for (int i = 0; i < table()->model()->rowCount(); ++i) {
        if (table()->model()->index(i, 0).data().toString() == name)
            table()->setCurrentIndex(table()->model()->index(i, FixtureModel::FirstResult));
    }
    auto *accept = child<QToolButton>("acceptGolden");
    QVERIFY(accept->isVisible());
    QTest::mouseClick(accept, Qt::LeftButton);
    QTRY_VERIFY(readText(folder("hello/events/eve.expect.json")).contains("Hello, Ada"));
}

void tst_FixturesOfTheWindow::aRunBecomesAFixture()
{
    openFixtures();
    QVERIFY(!action("saveFixture")->isEnabled());
    child<EventPanel>("eventPanel")
        ->setEvent(R"({"name": "Ada", "headers": {"Authorization": "Bearer abc"}})", {});
    action("run")->trigger();
    QTRY_VERIFY(m_invoker->isRunning());
    m_invoker->finish(warmRecord(m_invoker->running(), R"({"greeting":"Hello, Ada"})"));
    QTRY_VERIFY(action("saveFixture")->isEnabled());
    action("saveFixture")->trigger();
    auto *asked = dialog<QDialog>("saveFixtureDialog");
    QTRY_VERIFY(asked && asked->isVisible());
    QVERIFY(asked->findChild<QLabel *>(QStringLiteral("foundSecrets"))
                ->text()
                .contains(QStringLiteral("/headers/Authorization")));
    asked->findChild<QLineEdit *>(QStringLiteral("newFixtureName"))
        ->setText(QStringLiteral("ada-with-token"));
    asked->accept();

    QTRY_COMPARE(model()->rowCount(), 4);
    const QByteArray event = readText(folder("hello/events/ada-with-token.json"));
    QVERIFY(event.contains("<redacted>") && !event.contains("abc"));
    QVERIFY(readText(folder("hello/events/ada-with-token.expect.json")).contains("golden"));
}

void tst_FixturesOfTheWindow::fixturesAreDuplicatedRenamedAndRemoved()
{
    openFixtures();
    auto *panel = child<FixturesPanel>("fixturesPanel");
    Q_EMIT panel->editRequested({FixtureEdit::Kind::Duplicate,
                                 QStringLiteral("events/bob.json"),
                                 QStringLiteral("robert"),
                                 {},
                                 {}});
    QTRY_COMPARE(model()->rowCount(), 4);
    QVERIFY(QFile::exists(folder("hello/events/robert.expect.json")));
    Q_EMIT panel->editRequested({FixtureEdit::Kind::Labels,
                                 QStringLiteral("events/robert.json"),
                                 {},
                                 QStringLiteral("greetings"),
                                 {QStringLiteral("slow")}});
    QTRY_COMPARE(cell("events/robert.json", FixtureModel::Tags), QStringLiteral("slow"));
    Q_EMIT panel->editRequested({FixtureEdit::Kind::Rename,
                                 QStringLiteral("events/robert.json"),
                                 QStringLiteral("rob"),
                                 {},
                                 {}});
    QTRY_COMPARE(cell("events/rob.json", FixtureModel::Name), QStringLiteral("greetings / rob"));
    Q_EMIT panel->editRequested(
        {FixtureEdit::Kind::Remove, QStringLiteral("events/rob.json"), {}, {}, {}});
    QTRY_COMPARE(model()->rowCount(), 3);
    QVERIFY(!QFile::exists(folder("hello/events/rob.json")));
}

void tst_FixturesOfTheWindow::anEventIsBrokenAndKept()
{
    openFixtures();
    child<EventPanel>("eventPanel")->setEvent(R"({"name": "Ada"})", QStringLiteral("ada"));
    QTest::mouseClick(child<QToolButton>("mutateEvent"), Qt::LeftButton);
    QTRY_VERIFY(child<FixturesPanel>("fixturesPanel")->showsMutations());
    const int mutations = model()->rowCount();
    QVERIFY(mutations > 5);
    const QString missing = model()->item(model()->rowOf(QStringLiteral("missing-name"))).name;
    QCOMPARE(missing, QStringLiteral("missing-name"));
    press(Qt::Key_F8, Qt::NoModifier);
    QTRY_VERIFY(m_invoker->isRunning());
    while (m_invoker->isRunning()) {
        m_invoker->finish(m_invoker->running().event.contains("\"name\"")
                              ? warmRecord(m_invoker->running(), "{}")
                              : failedRecord(m_invoker->running()));
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(cell("missing-name"), QStringLiteral("Failed"));
    QCOMPARE(int(m_invoker->requests.size()), mutations);

    Q_EMIT child<FixturesPanel>("fixturesPanel")
        ->editRequested({FixtureEdit::Kind::Keep,
                         QStringLiteral("missing-name"),
                         QStringLiteral("without-name"),
                         {},
                         {}});
    QTRY_VERIFY(QFile::exists(folder("hello/events/without-name.json")));
    QTest::mouseClick(child<QToolButton>("mutateEvent"), Qt::LeftButton); // back
    QTRY_COMPARE(model()->rowCount(), 4);
}

void tst_FixturesOfTheWindow::searchFindsTags()
{
    openFixtures();
    auto *search = child<QLineEdit>("fixtureSearch");
    search->setText(QStringLiteral("smoke"));
    QCOMPARE(table()->model()->rowCount(), 1);
    press(Qt::Key_F8, Qt::NoModifier);
    answerAll();
    QCOMPARE(m_invoker->requests.size(), std::size_t(1));
    search->clear();
    QCOMPARE(table()->model()->rowCount(), 3);
}

void tst_FixturesOfTheWindow::expectationsOpenInTheEditor()
{
    openFixtures();
    Q_EMIT child<FixturesPanel>("fixturesPanel")
        ->expectationsRequested(QStringLiteral("events/ada.json"));
    QTRY_COMPARE(child<EditorPanel>("editorPanel")->currentFile(),
                 folder("hello/events/ada.expect.json"));
    QVERIFY(readText(folder("hello/events/ada.expect.json")).contains("succeeded"));
}

void tst_FixturesOfTheWindow::stopEndsTheRun()
{
    openFixtures();
    press(Qt::Key_F8, Qt::NoModifier);
    QTRY_VERIFY(m_invoker->isRunning());
    QTest::mouseClick(child<QToolButton>("stopFixtures"), Qt::LeftButton);
    QTRY_VERIFY(!child<QToolButton>("stopFixtures")->isEnabled());
    QCOMPARE(m_invoker->stopped.size(), 3);
    for (const char *file : {"events/ada.json", "events/bob.json", "events/eve.json"})
        QCOMPARE(cell(file), QStringLiteral("Not run"));
}

void tst_FixturesOfTheWindow::stopCountsWhileTheFixturesAreRead()
{
    openFixtures();
    press(Qt::Key_F8, Qt::NoModifier); // they are read in another thread
    press(Qt::Key_F8, Qt::NoModifier); // once is enough
    auto *stop = child<QToolButton>("stopFixtures");
    QVERIFY(stop->isEnabled());
    QTest::mouseClick(stop, Qt::LeftButton);
    QVERIFY(!stop->isEnabled());
    QCOMPARE(cell("events/bob.json"), QString());

    press(Qt::Key_F8, Qt::NoModifier);
    answerAll();
    QCOMPARE(m_invoker->requests.size(), std::size_t(3));
}

void tst_FixturesOfTheWindow::picture_data()
{
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QSize>("size");
    for (const char *theme : {"themeLight", "themeDark"}) {
        for (const QSize &size : {QSize(1440, 900), QSize(800, 600)})
            QTest::addRow("%s fixtures %d", theme, size.width())
                << QString::fromLatin1(theme) << size;
    }
}

/// The example with a broken handler, on the real invoker.
void tst_FixturesOfTheWindow::picture()
{
    QFETCH(QString, theme);
    QFETCH(QSize, size);
    const QString pictures = qEnvironmentVariable("COLDFRAME_SCREENSHOTS");
    if (pictures.isEmpty())
        QSKIP("COLDFRAME_SCREENSHOTS names no folder");
    const QDir example(QStringLiteral(COLDFRAME_SOURCE_DIR)
                       + QStringLiteral("/examples/tested-shop"));
    for (const char *part :
         {"template.yaml", "orders/app.py", "thumbnails/app.mjs", "schemas/order.json"})
        writeText(folder("shop/") + QLatin1String(part),
                  readText(example.filePath(QLatin1String(part))));
    for (const QString &event :
         QDir(example.filePath(QStringLiteral("events"))).entryList(QDir::Files))
        writeText(folder("shop/events/") + event,
                  readText(example.filePath(QStringLiteral("events/") + event)));
    QByteArray code = readText(folder("shop/orders/app.py"));
    code.replace("\"total\": ", "\"total\": 1 + ");
    writeText(folder("shop/orders/app.py"), code);

    m_workbench.reset();
    const WorkbenchFolders folders{QStringLiteral(COLDFRAME_SOURCE_DIR), folder("examples"), {}};
    m_workbench = std::make_unique<Workbench>(Workbench::realServices(folders), folders,
                                              *m_settings, m_platform);
    action(theme.toLatin1().constData())->trigger();
    m_workbench->window().resize(size);
    m_workbench->window().show();
    const auto save = [&](QWidget &widget, const QString &ending) {
        QCoreApplication::processEvents();
        const QString file
            = QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-') + ending;
        QVERIFY(widget.grab().save(QStringLiteral("%1/%2.png").arg(pictures, file)));
    };
    open(folder("hello"));
    m_workbench->window().showPanel(QStringLiteral("fixturesDock"));
    open(folder("shop"));
    QTRY_COMPARE(model()->rowCount(), 12);
    save(m_workbench->window(), QStringLiteral("-before"));
    QTRY_VERIFY(action("runFixtures")->isEnabled());
    const auto isOver = [this] {
        return child<QLabel>("fixtureSummary")->text().contains(QStringLiteral("passed"));
    };
    action("runFixtures")->trigger();
    QTRY_VERIFY(isOver());
    save(m_workbench->window(), {});
    auto *columns = child<QComboBox>("fixtureColumns");
    columns->setCurrentIndex(2);
    action("runFixtures")->trigger();
    save(m_workbench->window(), QStringLiteral("-running"));
    QTRY_VERIFY(isOver());
    save(m_workbench->window(), QStringLiteral("-memory"));
    QTest::mouseClick(child<QToolButton>("mutateEvent"), Qt::LeftButton);
    save(m_workbench->window(), QStringLiteral("-mutations"));
}

COLDFRAME_TEST(tst_FixturesOfTheWindow);

#include "tst_fixturesofthewindow.moc"
