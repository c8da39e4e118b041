// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/codeeditor.h"
#include "gui/events/eventpanel.h"
#include "tests/gui/events/eventsamples.h"
#include "tests/support/testmain.h"

#include <QAction>
#include <QListView>
#include <QTest>

using namespace coldframe;
using namespace coldframe::test;

/// The list of members and values in the JSON; what it offers is tst_EventCompletion's.
class tst_JsonCompletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aQuoteOpensTheList();
    void typingNarrowsTheList();
    void enterTakesAndTheValueIsNext();
    void arrowKeysMoveAndEscapeCloses();
    void aClickTakes();
    void theKeyOpensTheList();
    void leavingTheWordClosesTheList();
    void anEventWithoutATemplateHasThoseOfItsSource();
    void anUnknownEventHasNone();

private:
    CodeEditor *editor() const { return m_panel->findChild<CodeEditor *>(u"eventEditor"_qs); }
    QWidget *view() const { return editor()->findChild<QWidget *>(u"codeText"_qs); }
    QListView *list() const { return editor()->findChild<QListView *>(u"completions"_qs); }
    QString current() const { return list()->currentIndex().data().toString(); }

    /// Puts the cursor behind a part of the text.
    void goBehind(const QString &part) const
    {
        const QString text = editor()->text();
        const qsizetype place = text.indexOf(part) + part.size();
        const QString before = text.left(place);
        const qsizetype line = before.count(u'\n');
        editor()->setCursorPosition(
            {static_cast<int>(line) + 1, static_cast<int>(place - before.lastIndexOf(u'\n'))});
    }

    std::unique_ptr<EventPanel> m_panel;
};

void tst_JsonCompletion::init()
{
    m_panel = std::make_unique<EventPanel>();
    m_panel->resize(900, 600);
    m_panel->setCatalogue(&shippedCatalogue());
    m_panel->chooseTemplate(u"sqs"_qs);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    editor()->setText(u"{\n  \"Records\": [\n    {\n      \n    }\n  ]\n}"_qs);
    goBehind(u"{\n      "_qs);
    view()->setFocus();
}

void tst_JsonCompletion::cleanup()
{
    m_panel.reset();
}

void tst_JsonCompletion::aQuoteOpensTheList()
{
    QVERIFY(!editor()->isOfferingCompletions());

    QTest::keyClicks(view(), u"\""_qs);

    QVERIFY(editor()->isOfferingCompletions());
    QCOMPARE(current(), u"messageId"_qs);
}

void tst_JsonCompletion::typingNarrowsTheList()
{
    QTest::keyClicks(view(), u"\"md5"_qs);
    QCOMPARE(current(), u"md5OfBody"_qs);

    QTest::keyClicks(view(), u"xyz"_qs);

    QVERIFY(!editor()->isOfferingCompletions());
}

void tst_JsonCompletion::enterTakesAndTheValueIsNext()
{
    QTest::keyClicks(view(), u"\"eventS"_qs);
    QCOMPARE(current(), u"eventSource"_qs);

    QTest::keyClick(view(), Qt::Key_Return);
    QVERIFY(editor()->text().contains(u"\n      \"eventSource\": \n"_qs));
    QVERIFY(editor()->isOfferingCompletions());
    QCOMPARE(current(), u"aws:sqs"_qs);
    QTest::keyClick(view(), Qt::Key_Tab);

    QVERIFY(editor()->text().contains(u"\n      \"eventSource\": \"aws:sqs\"\n"_qs));
    QVERIFY(!editor()->isOfferingCompletions());
    editor()->undo();
    QVERIFY(editor()->text().contains(u"\"eventSource\": \n"_qs));
}

void tst_JsonCompletion::arrowKeysMoveAndEscapeCloses()
{
    const QString before = editor()->text();
    QTest::keyClicks(view(), u"\""_qs);
    const QString first = current();

    QTest::keyClick(view(), Qt::Key_Down);
    QVERIFY(current() != first);
    QTest::keyClick(view(), Qt::Key_Up);
    QCOMPARE(current(), first);
    QTest::keyClick(view(), Qt::Key_Escape);

    QVERIFY(!editor()->isOfferingCompletions());
    QCOMPARE(editor()->text().size(), before.size() + 1);
}

void tst_JsonCompletion::aClickTakes()
{
    QTest::keyClicks(view(), u"\"md5"_qs);

    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                      list()->visualRect(list()->model()->index(0, 0)).center());

    QVERIFY(editor()->text().contains(u"\"md5OfBody\": "_qs));
}

void tst_JsonCompletion::theKeyOpensTheList()
{
    editor()->findChild<QAction *>(u"completeJson"_qs)->trigger();

    QVERIFY(editor()->isOfferingCompletions());
    QTest::keyClick(view(), Qt::Key_Return);
    QVERIFY(editor()->text().contains(u"\n      \"messageId\": \n"_qs));
}

void tst_JsonCompletion::leavingTheWordClosesTheList()
{
    QTest::keyClicks(view(), u"\"body"_qs);
    QVERIFY(editor()->isOfferingCompletions());

    editor()->setCursorPosition({1, 1});

    QTRY_VERIFY(!editor()->isOfferingCompletions());
}

void tst_JsonCompletion::anEventWithoutATemplateHasThoseOfItsSource()
{
    m_panel->setEvent(R"({"Records":[{"eventSource":"aws:sqs","mine":1,)"
                      "\n"
                      R"("body":""}]})",
                      u"mine"_qs);
    goBehind(u"\"mine\":1,"_qs);

    QTest::keyClicks(view(), u"\"md"_qs);

    QVERIFY(editor()->isOfferingCompletions());
    QCOMPARE(current(), u"md5OfBody"_qs);
}

void tst_JsonCompletion::anUnknownEventHasNone()
{
    m_panel->setEvent("{\"a\": 1,\n}", u"mine"_qs);
    goBehind(u"1,"_qs);

    QTest::keyClicks(view(), u"\""_qs);

    QVERIFY(!editor()->isOfferingCompletions());
}

COLDFRAME_TEST(tst_JsonCompletion);

#include "tst_jsoncompletion.moc"
