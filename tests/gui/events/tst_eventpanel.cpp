// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lambda/limits.h"
#include "gui/base/codeeditor.h"
#include "gui/events/eventbutton.h"
#include "gui/events/eventpanel.h"
#include "tests/gui/events/eventsamples.h"
#include "tests/support/testmain.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QSplitter>
#include <QTest>
#include <QToolButton>
#include <QUrl>

#include <nlohmann/json.hpp>

using namespace coldframe;
using namespace coldframe::test;

class tst_EventPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aNewPanelHasAnEmptyObject();
    void aTemplateFillsFormAndText();
    void theFormWritesIntoTheText();
    void theTextMovesTheForm();
    void theEventIsWhatTheUserSeesAtOnce();
    void undoTakesBackAnEditOfTheForm();
    void brokenJsonIsTold();
    void aTooLargeEventIsTold();
    void ownEventsHaveNoForm();
    void anUnknownTemplateIsTold();
    void aReplacedEditCanBeBroughtBack();
    void aSavedEventIsOpened();
    void aMissingFileIsTold();
    void savingAsksForAName();
    void aSavedEventIsSavedAgainWithoutAsking();
    void replacingAnotherSavedEventIsAskedFirst();
    void aDroppedFileIsOpened();
    void anotherDropIsLeftAlone();
    void aDraftIsTakenUp();
    void narrowPanelsStack();
    void leavingTheTextUpdatesWhatIsDerived();

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
    QString writeFile(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder->filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return file.fileName();
    }

    const TemplateCatalogue m_catalogue = sampleCatalogue();
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EventPanel> m_panel;
};

void tst_EventPanel::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_panel = std::make_unique<EventPanel>();
    m_panel->resize(900, 500);
    m_panel->setCatalogue(&m_catalogue);
}

void tst_EventPanel::cleanup()
{
    m_panel.reset();
}

void tst_EventPanel::aNewPanelHasAnEmptyObject()
{
    QCOMPARE(m_panel->event(), QByteArray("{}"));
    QVERIFY(m_panel->isValid());
    QVERIFY(!isShown("formSide"));
}

void tst_EventPanel::aTemplateFillsFormAndText()
{
    const QSignalSpy changes(m_panel.get(), &EventPanel::eventChanged);

    m_panel->chooseTemplate(u"queue"_qs);

    QCOMPARE(m_panel->eventName(), u"Messages of a queue"_qs);
    QCOMPARE(child<EventButton>("eventButton")->currentText(), u"Messages of a queue"_qs);
    QVERIFY(isShown("formSide"));
    QVERIFY(editor()->text().contains(u"\"queue\": \"orders\""_qs));
    QCOMPARE(m_panel->event(), editor()->text().toUtf8());
    QCOMPARE(changes.count(), 1);
}

void tst_EventPanel::theFormWritesIntoTheText()
{
    m_panel->chooseTemplate(u"queue"_qs);

    QTest::keyClicks(child<QLineEdit>("value_queue"), u"x"_qs);

    QVERIFY(editor()->text().contains(u"\"queue\": \"ordersx\""_qs));
}

void tst_EventPanel::theTextMovesTheForm()
{
    m_panel->chooseTemplate(u"queue"_qs);

    editor()->setText(uR"({"queue":"bills","own":true})"_qs);

    QTRY_COMPARE(child<QLineEdit>("value_queue")->text(), u"bills"_qs);
    QCOMPARE(editor()->text(), uR"({"queue":"bills","own":true})"_qs);
}

void tst_EventPanel::theEventIsWhatTheUserSeesAtOnce()
{
    editor()->setText(u"[1]"_qs);
    QCOMPARE(m_panel->event(), QByteArray("[1]"));
    QVERIFY(m_panel->isValid());

    editor()->setText(u"[1"_qs);

    QCOMPARE(m_panel->event(), QByteArray("[1"));
    QVERIFY(!m_panel->isValid());
}

void tst_EventPanel::undoTakesBackAnEditOfTheForm()
{
    m_panel->chooseTemplate(u"queue"_qs);
    QTest::keyClicks(child<QLineEdit>("value_queue"), u"x"_qs);

    editor()->undo();

    QTRY_COMPARE(child<QLineEdit>("value_queue")->text(), u"orders"_qs);
}

void tst_EventPanel::brokenJsonIsTold()
{
    m_panel->chooseTemplate(u"queue"_qs);

    editor()->setText(u"{\n  \"queue\": ,\n}"_qs);

    QTRY_VERIFY(isShown("showProblem"));
    const QString sentence = child<QLabel>("eventStatusSentence")->text();
    QVERIFY2(sentence.contains(u"line 2, column 12"_qs), qPrintable(sentence));
    QVERIFY(isShown("formNotice"));
    QVERIFY(!child<QLineEdit>("value_queue")->isEnabled());
    child<QToolButton>("showProblem")->click();
    QCOMPARE(editor()->cursorPosition(), (TextPosition{2, 12}));
    editor()->setText(u"{}"_qs);
    QTRY_VERIFY(!isShown("formNotice"));
}

void tst_EventPanel::aTooLargeEventIsTold()
{
    m_panel->setEvent('"' + QByteArray(limits::SynchronousEventBytes, 'x') + '"', u"large"_qs);

    QVERIFY(m_panel->isValid());
    QVERIFY(child<QLabel>("eventStatusSentence")->text().contains(u"too large"_qs));
    QCOMPARE(child<QLabel>("eventSize")->text(), u"6.0 MB"_qs);
}

void tst_EventPanel::ownEventsHaveNoForm()
{
    m_panel->chooseTemplate(u"queue"_qs);

    m_panel->setEvent("[1, 2]", u"mine"_qs);

    QVERIFY(!isShown("formSide"));
    QCOMPARE(editor()->text(), u"[1, 2]"_qs);
    QCOMPARE(m_panel->eventName(), u"mine"_qs);
}

void tst_EventPanel::anUnknownTemplateIsTold()
{
    m_panel->chooseTemplate(u"nosuch"_qs);

    QVERIFY(isShown("eventNotice"));
    QCOMPARE(m_panel->event(), QByteArray("{}"));
}

void tst_EventPanel::aReplacedEditCanBeBroughtBack()
{
    m_panel->setEvent("[1]", u"mine"_qs);
    editor()->setText(u"[1, 2]"_qs);
    m_panel->chooseTemplate(u"queue"_qs);
    QVERIFY(isShown("eventNotice"));

    child<QWidget>("eventNoticeAnswer")->setFocus();
    QVERIFY(QMetaObject::invokeMethod(child<QWidget>("eventNoticeAnswer"), "click"));

    QCOMPARE(m_panel->event(), QByteArray("[1, 2]"));
    QCOMPARE(m_panel->eventName(), u"mine"_qs);
    QVERIFY(!isShown("formSide"));
}

void tst_EventPanel::aSavedEventIsOpened()
{
    const QString path = writeFile(u"order.json"_qs, "{ \"a\" :1 }");
    m_panel->setSavedEvents({path});

    m_panel->openFile(path);

    QCOMPARE(m_panel->event(), QByteArray("{ \"a\" :1 }"));
    QCOMPARE(m_panel->eventName(), u"order"_qs);
}

void tst_EventPanel::aMissingFileIsTold()
{
    m_panel->setEvent("[1]", u"mine"_qs);

    m_panel->openFile(u"/nonexistent/order.json"_qs);

    QVERIFY(isShown("eventNotice"));
    QCOMPARE(m_panel->event(), QByteArray("[1]"));
}

void tst_EventPanel::savingAsksForAName()
{
    m_panel->chooseTemplate(u"queue"_qs);
    const QSignalSpy saved(m_panel.get(), &EventPanel::saveRequested);

    child<QToolButton>("saveEvent")->click();
    auto *dialog = child<QInputDialog>("saveEventDialog");
    QVERIFY(dialog);
    QCOMPARE(dialog->textValue(), u"queue"_qs);
    dialog->setTextValue(u"two/orders.json"_qs);
    dialog->accept();

    QCOMPARE(saved.count(), 1);
    QCOMPARE(saved.at(0).at(0).toString(), u"two-orders"_qs);
    QCOMPARE(saved.at(0).at(1).toByteArray(), m_panel->event());
    QCOMPARE(m_panel->eventName(), u"two-orders"_qs);
    QVERIFY(isShown("formSide"));
}

void tst_EventPanel::aSavedEventIsSavedAgainWithoutAsking()
{
    const QString path = writeFile(u"order.json"_qs, "[1]");
    m_panel->setSavedEvents({path});
    m_panel->openFile(path);
    editor()->setText(u"[1, 2]"_qs);
    const QSignalSpy saved(m_panel.get(), &EventPanel::saveRequested);

    child<QToolButton>("saveEvent")->click();

    QCOMPARE(saved.count(), 1);
    QCOMPARE(saved.at(0).at(0).toString(), u"order"_qs);
    QCOMPARE(saved.at(0).at(1).toByteArray(), QByteArray("[1, 2]"));
}

void tst_EventPanel::replacingAnotherSavedEventIsAskedFirst()
{
    m_panel->setSavedEvents({writeFile(u"order.json"_qs, "[1]")});
    m_panel->setEvent("[2]", u"mine"_qs);
    const QSignalSpy saved(m_panel.get(), &EventPanel::saveRequested);

    m_panel->saveEventAs();
    auto *dialog = child<QInputDialog>("saveEventDialog");
    dialog->setTextValue(u"order"_qs);
    dialog->accept();
    QCOMPARE(saved.count(), 0);
    QVERIFY(isShown("eventNotice"));
    QVERIFY(QMetaObject::invokeMethod(child<QWidget>("eventNoticeAnswer"), "click"));

    QCOMPARE(saved.count(), 1);
    QCOMPARE(saved.at(0).at(0).toString(), u"order"_qs);
}

void tst_EventPanel::aDroppedFileIsOpened()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(writeFile(u"dropped.json"_qs, "[7]"))});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    auto *text = editor()->findChild<QWidget *>();

    QCoreApplication::sendEvent(text, &enter);
    QVERIFY(enter.isAccepted());
    QCoreApplication::sendEvent(text, &drop);

    QCOMPARE(m_panel->event(), QByteArray("[7]"));
    QCOMPARE(m_panel->eventName(), u"dropped"_qs);
}

void tst_EventPanel::anotherDropIsLeftAlone()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(writeFile(u"picture.png"_qs, "x"))});
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);

    QCoreApplication::sendEvent(m_panel.get(), &drop);

    QCOMPARE(m_panel->event(), QByteArray("{}"));
}

void tst_EventPanel::aDraftIsTakenUp()
{
    m_panel->chooseTemplate(u"queue"_qs);
    QTest::keyClicks(child<QLineEdit>("value_queue"), u"x"_qs);
    const EventDraft draft = m_panel->draft();

    EventPanel other;
    other.setCatalogue(&m_catalogue);
    other.setDraft(draft);

    QCOMPARE(other.draft(), draft);
    QCOMPARE(other.findChild<QLineEdit *>(u"value_queue"_qs)->text(), u"ordersx"_qs);
}

void tst_EventPanel::narrowPanelsStack()
{
    m_panel->chooseTemplate(u"queue"_qs);
    m_panel->show();
    auto *splitter = child<QSplitter>("eventSplitter");
    QCOMPARE(splitter->orientation(), Qt::Horizontal);

    m_panel->resize(400, 700);

    QTRY_COMPARE(splitter->orientation(), Qt::Vertical);
}

void tst_EventPanel::leavingTheTextUpdatesWhatIsDerived()
{
    m_panel->chooseTemplate(u"queue"_qs);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    editor()->setFocus();
    QTRY_VERIFY(editor()->isAncestorOf(QApplication::focusWidget()));
    OrderedJson event = parseJson(m_panel->event()).value();
    const auto digest = event["md5"];
    event["body"] = "changed";
    editor()->setText(QString::fromUtf8(writeJson(event, JsonLayout::Indented)));

    child<QLineEdit>("value_queue")->setFocus();

    QTRY_VERIFY(parseJson(m_panel->event()).value()["md5"] != digest);
}

COLDFRAME_TEST(tst_EventPanel);

#include "tst_eventpanel.moc"
