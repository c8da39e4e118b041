// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/codeeditor.h"
#include "gui/base/noticebar.h"
#include "gui/events/eventpanel.h"
#include "gui/events/pastedialog.h"
#include "tests/gui/events/eventsamples.h"
#include "tests/support/testmain.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;
using namespace coldframe::test;

namespace {

const auto curlCommand
    = u"curl -X POST 'https://api.example.com/orders?draft=1' -d '{\"orderId\":7}'"_qs;
const auto logLine
    = u"2024-06-17T14:48:13Z\tabc\tINFO\tevent: {\"Records\": [{\"body\": \"x\"}]} done"_qs;

} // namespace

/// Events made of what was copied elsewhere.
class tst_PastedEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aCommandIsShownBeforeItIsTaken();
    void theTargetIsChosen();
    void aTextWithoutAnEventSaysWhy();
    void anEmptyTextIsNoError();
    void aCorrectedTextIsTaken();
    void pastingACommandOffersToMakeItTheEvent();
    void pastingALogLineOffersTheEventInIt();
    void pastingJsonIsOrdinary();
    void droppedTextAsks();
    void withoutTemplatesNothingIsPasted();

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
    /// Pastes into the editor as the clipboard does.
    void paste(const QString &text)
    {
        QApplication::clipboard()->setText(text);
        auto *editor = child<CodeEditor>("eventEditor");
        editor->selectAll();
        editor->paste();
    }
    PasteDialog *openDialog(const QString &text)
    {
        QApplication::clipboard()->setText(text);
        child<QAction>("pasteAsEvent")->trigger();
        return child<PasteDialog>("pasteDialog");
    }
    QString result() const
    {
        return child<PasteDialog>("pasteDialog")
            ->findChild<NoticeBar *>(u"pasteResult"_qs)
            ->sentence();
    }

    std::unique_ptr<EventPanel> m_panel;
};

void tst_PastedEvents::init()
{
    m_panel = std::make_unique<EventPanel>();
    m_panel->resize(900, 600);
    m_panel->setCatalogue(&shippedCatalogue());
    m_panel->show();
}

void tst_PastedEvents::cleanup()
{
    m_panel.reset();
}

void tst_PastedEvents::aCommandIsShownBeforeItIsTaken()
{
    PasteDialog *dialog = openDialog(curlCommand);
    QVERIFY(dialog);

    QVERIFY2(result().contains(u"A curl command became an event"_qs), qPrintable(result()));
    QVERIFY(child<CodeEditor>("pastePreview")->text().contains(u"orderId"));
    QVERIFY(child<QLabel>("pasteNotes")->text().contains(u"api.example.com"));
    QCOMPARE(m_panel->event(), QByteArray("{}"));
    child<QPushButton>("takePasted")->click();

    QCOMPARE(m_panel->draft().templateId, u"apigw-http-v2"_qs);
    QCOMPARE(OrderedJson::parse(m_panel->event().toStdString())["rawPath"], "/orders");
    QVERIFY(isShown("formSide"));
}

void tst_PastedEvents::theTargetIsChosen()
{
    openDialog(curlCommand);
    auto *target = child<QComboBox>("pasteTarget");
    QCOMPARE(target->count(), 4);

    target->setCurrentIndex(target->findData(u"apigw-rest"_qs));
    child<QPushButton>("takePasted")->click();

    QCOMPARE(m_panel->draft().templateId, u"apigw-rest"_qs);
    QCOMPARE(OrderedJson::parse(m_panel->event().toStdString())["httpMethod"], "POST");
}

void tst_PastedEvents::aTextWithoutAnEventSaysWhy()
{
    openDialog(u"{ id: 7, user: [Object] }"_qs);

    QVERIFY2(result().contains(u"[Object]"_qs), qPrintable(result()));
    QVERIFY(!child<QPushButton>("takePasted")->isEnabled());
    QVERIFY(child<QWidget>("pasteTarget")->parentWidget()->isHidden());
}

void tst_PastedEvents::anEmptyTextIsNoError()
{
    openDialog({});

    const auto *bar = child<PasteDialog>("pasteDialog")->findChild<NoticeBar *>(u"pasteResult"_qs);
    QCOMPARE(bar->tone(), NoticeBar::Tone::Information);
}

void tst_PastedEvents::aCorrectedTextIsTaken()
{
    openDialog(u"{\"a\": "_qs);
    QVERIFY(!child<QPushButton>("takePasted")->isEnabled());

    child<QPlainTextEdit>("pastedText")->setPlainText(u"{'a': True}"_qs);

    QTRY_VERIFY(child<QPushButton>("takePasted")->isEnabled());
    child<QPushButton>("takePasted")->click();
    QCOMPARE(OrderedJson::parse(m_panel->event().toStdString()),
             OrderedJson::parse(R"({"a":true})"));
}

void tst_PastedEvents::pastingACommandOffersToMakeItTheEvent()
{
    m_panel->setEvent("[1, 2]", u"mine"_qs);

    paste(curlCommand);

    QTRY_VERIFY(isShown("eventNotice"));
    QVERIFY(QMetaObject::invokeMethod(child<QWidget>("eventNoticeAnswer"), "click"));
    QVERIFY(child<PasteDialog>("pasteDialog"));
    child<QPushButton>("takePasted")->click();
    QCOMPARE(m_panel->draft().templateId, u"apigw-http-v2"_qs);

    // What was there before it was pasted over comes back.
    QTRY_VERIFY(isShown("eventNotice"));
    QVERIFY(QMetaObject::invokeMethod(child<QWidget>("eventNoticeAnswer"), "click"));
    QCOMPARE(m_panel->event(), QByteArray("[1, 2]"));
}

void tst_PastedEvents::pastingALogLineOffersTheEventInIt()
{
    paste(logLine);

    QTRY_VERIFY(isShown("eventNotice"));
    QVERIFY(QMetaObject::invokeMethod(child<QWidget>("eventNoticeAnswer"), "click"));
    child<QPushButton>("takePasted")->click();

    QCOMPARE(OrderedJson::parse(m_panel->event().toStdString()),
             OrderedJson::parse(R"({"Records": [{"body": "x"}]})"));
}

void tst_PastedEvents::pastingJsonIsOrdinary()
{
    const QSignalSpy changes(m_panel.get(), &EventPanel::eventChanged);

    paste(u"{\"a\": 1}"_qs);

    QTRY_VERIFY(changes.count() > 0);
    QVERIFY(!isShown("eventNotice"));
    QCOMPARE(m_panel->event(), QByteArray("{\"a\": 1}"));
}

void tst_PastedEvents::droppedTextAsks()
{
    QMimeData data;
    data.setText(curlCommand);
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);

    QCoreApplication::sendEvent(m_panel.get(), &enter);
    QVERIFY(enter.isAccepted());
    QCoreApplication::sendEvent(m_panel.get(), &drop);

    QVERIFY(child<PasteDialog>("pasteDialog"));
}

void tst_PastedEvents::withoutTemplatesNothingIsPasted()
{
    m_panel->setCatalogue(nullptr);

    QVERIFY(!child<QAction>("pasteAsEvent")->isEnabled());
    paste(curlCommand);
    QCoreApplication::processEvents();
    QVERIFY(!isShown("eventNotice"));
}

COLDFRAME_TEST(tst_PastedEvents);

#include "tst_pastedevents.moc"
