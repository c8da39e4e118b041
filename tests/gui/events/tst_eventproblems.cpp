// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/codeeditor.h"
#include "gui/events/eventinspection.h"
#include "gui/events/eventpanel.h"
#include "gui/events/problemlist.h"
#include "tests/gui/events/eventsamples.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <nlohmann/json.hpp>

using namespace coldframe;
using namespace coldframe::test;

/// What the panel does about problems of an event: marks, list, status line and quick fixes.
class tst_EventProblems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aCleanEventSaysSo();
    void problemsAreCountedAndListed();
    void brokenJsonKeepsTheListButLocksIt();
    void anotherEventForgetsTheProblems();
    void aRowLeadsToItsPlace();
    void aFixChangesTextAndFormAndCanBeUndone();
    void theButtonOfARowMends();
    void aFixCountsFromWhatWasJustTyped();
    void theKeyMendsTheLineOfTheCursor();
    void severalFixesInALineAreAsked();
    void fixAllLeavesNoFix();
    void theListFolds();
    void theListTakesAThirdAtMost();
    void largeEventsAreInspectedLater();
    void onlyTheLastTextIsTold();
    void withoutTemplatesNothingIsListed();

private:
    template <typename Widget>
    Widget *child(const char *name) const
    {
        return m_panel->findChild<Widget *>(QLatin1String(name));
    }
    bool isShown(const char *name) const
    {
        const auto *widget = child<QWidget>(name);
        return widget && widget->isVisibleTo(m_panel.get());
    }
    CodeEditor *editor() const { return child<CodeEditor>("eventEditor"); }
    ProblemList *list() const { return child<ProblemList>("problemList"); }
    QString sentence() const { return child<QLabel>("eventStatusSentence")->text(); }

    /// An event of a queue whose digest is wrong, and one member is misspelled when wanted.
    void loadMessage(bool misspelled = false);
    /// Changes the text as typing does, and waits until the document has it.
    void type(const QString &before, const QString &after);

    std::unique_ptr<EventPanel> m_panel;
};

void tst_EventProblems::init()
{
    m_panel = std::make_unique<EventPanel>();
    m_panel->resize(900, 600);
    m_panel->setCatalogue(&shippedCatalogue());
}

void tst_EventProblems::cleanup()
{
    m_panel.reset();
}

void tst_EventProblems::loadMessage(bool misspelled)
{
    m_panel->chooseTemplate(u"sqs"_qs);
    type(u"\"md5OfBody\": \""_qs, u"\"md5OfBody\": \"0"_qs);
    if (misspelled)
        type(u"\"awsRegion\""_qs, u"\"awsregion\""_qs);
}

void tst_EventProblems::type(const QString &before, const QString &after)
{
    QString text = editor()->text();
    const qsizetype place = text.indexOf(before);
    QVERIFY2(place >= 0, qPrintable(text));
    text.replace(place, before.size(), after);
    editor()->setText(text, CodeEditor::UndoHistory::Keep);
    QTRY_COMPARE(m_panel->draft().text, text.toUtf8());
    QSignalSpy changes(m_panel.get(), &EventPanel::eventChanged);
    QTRY_VERIFY(changes.count() > 0);
}

void tst_EventProblems::aCleanEventSaysSo()
{
    m_panel->chooseTemplate(u"sqs"_qs);

    QCOMPARE(sentence(), u"Valid · no problems found"_qs);
    QVERIFY(!isShown("problemList"));
    QVERIFY(!isShown("mendAll"));
    QVERIFY(!isShown("foldProblems"));
}

void tst_EventProblems::problemsAreCountedAndListed()
{
    QAbstractItemModelTester tester(list()->model());

    loadMessage(true);

    QVERIFY(isShown("problemList"));
    QCOMPARE(sentence(), u"1 error, 1 warning"_qs);
    QVERIFY(list()->model()->rowCount() >= 2);
    QStringList rows;
    for (int row = 0; row < list()->model()->rowCount(); ++row)
        rows.append(list()->model()->index(row, 0).data().toString());
    QVERIFY2(rows.join(u'\n').contains(u"md5OfBody"), qPrintable(rows.join(u'\n')));
    QVERIFY2(rows.join(u'\n').contains(u"awsRegion"), qPrintable(rows.join(u'\n')));
    const QWidget *text = editor()->findChild<QWidget *>(u"codeText"_qs);
    QVERIFY(text->accessibleDescription().contains(u"md5OfBody"));
}

void tst_EventProblems::brokenJsonKeepsTheListButLocksIt()
{
    loadMessage();

    type(u"\"messageId\":"_qs, u"\"messageId\""_qs);

    QVERIFY(isShown("showProblem"));
    QVERIFY(isShown("problemList"));
    QVERIFY(!list()->isEnabled());
    QVERIFY(!isShown("mendAll"));
    type(u"\"messageId\""_qs, u"\"messageId\":"_qs);
    QVERIFY(list()->isEnabled());
}

void tst_EventProblems::anotherEventForgetsTheProblems()
{
    loadMessage();

    m_panel->setEvent("[1", u"mine"_qs);

    QVERIFY(!isShown("problemList"));
    QCOMPARE(list()->model()->rowCount(), 0);
}

void tst_EventProblems::aRowLeadsToItsPlace()
{
    loadMessage();
    const EventProblem problem = list()->problems().front();
    QVERIFY(problem.position.has_value());
    m_panel->show();
    list()->setCurrentIndex(list()->model()->index(0, 0));

    QTest::keyClick(list(), Qt::Key_Return);

    QCOMPARE(editor()->cursorPosition(), *problem.position);
}

void tst_EventProblems::aFixChangesTextAndFormAndCanBeUndone()
{
    m_panel->chooseTemplate(u"apigw-rest"_qs);
    const QByteArray right = m_panel->event();
    type(u"\"isBase64Encoded\": false"_qs, u"\"isBase64Encoded\": \"false\""_qs);
    QCOMPARE(list()->model()->rowCount(), 1);
    const QByteArray wrong = m_panel->event();

    Q_EMIT list()->mendRequested(list()->problems().front());

    QCOMPARE(m_panel->event(), right);
    QCOMPARE(editor()->text().toUtf8(), right);
    QCOMPARE(sentence(), u"Valid · no problems found"_qs);
    QVERIFY(editor()->canUndo());
    editor()->undo();
    QCOMPARE(m_panel->event(), wrong);
    QTRY_COMPARE(list()->model()->rowCount(), 1);
}

void tst_EventProblems::theButtonOfARowMends()
{
    loadMessage();
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    const QModelIndex row = list()->model()->index(0, 0);
    QTRY_VERIFY(list()->viewport()->rect().contains(list()->buttonRect(row).center()));

    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->buttonRect(row).center());

    QTRY_COMPARE(sentence(), u"Valid · no problems found"_qs);
    QVERIFY(!isShown("problemList"));
}

void tst_EventProblems::aFixCountsFromWhatWasJustTyped()
{
    loadMessage();
    const EventProblem problem = list()->problems().front();
    QString text = editor()->text();
    text.insert(1, u"\n\n"_qs);
    editor()->setText(text, CodeEditor::UndoHistory::Keep);

    Q_EMIT list()->mendRequested(problem);

    QCOMPARE(sentence(), u"Valid · no problems found"_qs);
    QVERIFY(m_panel->event().startsWith("{\n\n\n"));
    QVERIFY(m_panel->isValid());
}

void tst_EventProblems::theKeyMendsTheLineOfTheCursor()
{
    loadMessage();
    editor()->setCursorPosition(*list()->problems().front().position);

    editor()->findChild<QAction *>(u"mendAtCursor"_qs)->trigger();

    QCOMPARE(sentence(), u"Valid · no problems found"_qs);
}

void tst_EventProblems::severalFixesInALineAreAsked()
{
    m_panel->chooseTemplate(u"apigw-rest"_qs);
    OrderedJson event = parseJson(m_panel->event()).value();
    event["isBase64Encoded"] = "false";
    event["pathParameters"] = "";
    m_panel->setEvent(writeJson(event, JsonLayout::Compact), u"mine"_qs);
    QVERIFY(list()->problems().size() >= 2);
    m_panel->show();
    editor()->setCursorPosition({1, 1});

    editor()->findChild<QAction *>(u"mendAtCursor"_qs)->trigger();

    auto *menu = child<QMenu>("mendMenu");
    QVERIFY(menu);
    QVERIFY(menu->actions().size() >= 2);
    const auto before = list()->problems().size();
    menu->actions().constFirst()->trigger();
    QVERIFY(list()->problems().size() < before);
    menu->close();
}

void tst_EventProblems::fixAllLeavesNoFix()
{
    loadMessage(true);
    QVERIFY(isShown("mendAll"));

    child<QToolButton>("mendAll")->click();

    QCOMPARE(sentence(), u"Valid · no problems found"_qs);
    QVERIFY(m_panel->event().contains("\"awsRegion\""));
    editor()->undo();
    QTRY_VERIFY(m_panel->event().contains("\"awsregion\""));
}

void tst_EventProblems::theListFolds()
{
    loadMessage();
    auto *fold = child<QToolButton>("foldProblems");

    fold->click();
    QVERIFY(!isShown("problemList"));
    QVERIFY(isShown("foldProblems"));

    fold->click();
    QVERIFY(isShown("problemList"));
}

void tst_EventProblems::theListTakesAThirdAtMost()
{
    OrderedJson event = parseJson(R"({"Records":[]})").value();
    m_panel->chooseTemplate(u"sqs"_qs);
    const OrderedJson record = parseJson(m_panel->event()).value()["Records"][0];
    for (int i = 0; i < 10; ++i) {
        event["Records"].push_back(record);
        event["Records"].back()["md5OfBody"] = "0";
    }
    m_panel->setEvent(writeJson(event, JsonLayout::Indented), u"mine"_qs);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    QVERIFY(list()->model()->rowCount() >= 10);

    QTRY_VERIFY(list()->height() > 0);
    QTRY_VERIFY(list()->height() <= list()->parentWidget()->height() / 3);
}

void tst_EventProblems::largeEventsAreInspectedLater()
{
    m_panel->chooseTemplate(u"sqs"_qs);
    OrderedJson event = parseJson(m_panel->event()).value();
    event["Records"][0]["body"]
        = std::string(std::size_t(EventInspection::LargestImmediateText), 'x');

    m_panel->setEvent(writeJson(event, JsonLayout::Indented), u"large"_qs);

    QCOMPARE(sentence(), u"Valid JSON"_qs);
    QTRY_VERIFY(sentence().contains(u"error"_qs));
    QVERIFY(isShown("problemList"));
    Q_EMIT list()->mendRequested(list()->problems().front());
    QTRY_COMPARE(sentence(), u"Valid · no problems found"_qs);
}

void tst_EventProblems::onlyTheLastTextIsTold()
{
    EventInspection inspection;
    inspection.setCatalogue(&shippedCatalogue());
    QByteArrayList told;
    connect(&inspection, &EventInspection::inspected, &inspection,
            [&told](const QByteArray &text) { told.append(text); });
    const auto large = [](char fill) {
        return '"' + QByteArray(EventInspection::LargestImmediateText, fill) + '"';
    };

    inspection.inspect(large('a'));
    inspection.inspect(large('b'));

    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told.front(), large('b'));
}

void tst_EventProblems::withoutTemplatesNothingIsListed()
{
    loadMessage();

    m_panel->setCatalogue(nullptr);

    QCOMPARE(sentence(), u"Valid JSON"_qs);
    QVERIFY(!isShown("problemList"));
}

COLDFRAME_TEST(tst_EventProblems);

#include "tst_eventproblems.moc"
