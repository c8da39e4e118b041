// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/codeeditor.h"
#include "gui/base/emptystate.h"
#include "gui/run/recordview.h"
#include "gui/run/responsepanel.h"
#include "gui/run/stacktraceview.h"
#include "gui/run/statusbadge.h"
#include "tests/gui/run/runsamples.h"
#include "tests/support/testmain.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

namespace {

/// As a user does with the keyboard.
void choose(QComboBox *box, const QString &text)
{
    QTest::keyClicks(box, text);
    QCOMPARE(box->currentText(), text);
}

} // namespace

class tst_ResponsePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init();
    void cleanup();
    void anEmptyPanelOffersToRun();
    void aRunningInvocationCountsAndStops();
    void whatIsStreamedIsShownWhileItArrives();
    void onlyTheBeginningOfALongStreamIsShown();
    void anotherRunStreamsAnew();
    void theRunningInvocationIsFoundAgain();
    void aRecordTellsWhatWasNotKept();
    void anErrorOfOursIsASentence();
    void aRecordShowsItsResponse();
    void badgesSayHowItEnded_data();
    void badgesSayHowItEnded();
    void figuresOfAColdStart();
    void theCostIsShownWhenKnown();
    void aFailureShowsTypeMessageAndHint();
    void aFrameOpensItsFile();
    void onlyHttpAnswersHaveAStatusAndABody();
    void theChosenFormStays();
    void copyTakesWhatIsShown();
    void savingWritesTheVeryBytes();
    void savingToNowhereIsTold();
    void theSaveDialogDoesNotBlock();
    void aLargeResponseArrivesLater();

private:
    template <typename Widget>
    Widget *child(const char *name) const
    {
        return m_panel->findChild<Widget *>(QLatin1String(name));
    }
    bool isShown(const char *name) const
    {
        return child<QWidget>(name)->isVisibleTo(m_panel.get());
    }
    QString textOf(const char *name) const { return child<QLabel>(name)->text(); }

    std::unique_ptr<StandingClock> m_clock;
    std::unique_ptr<ResponsePanel> m_panel;
};

void tst_ResponsePanel::init()
{
    m_clock = std::make_unique<StandingClock>();
    m_panel = std::make_unique<ResponsePanel>(*m_clock);
}

void tst_ResponsePanel::cleanup()
{
    m_panel.reset();
}

void tst_ResponsePanel::anEmptyPanelOffersToRun()
{
    const QSignalSpy asked(m_panel.get(), &ResponsePanel::runRequested);

    QVERIFY(isShown("responseEmpty"));
    child<EmptyState>("responseEmpty")
        ->findChild<QPushButton *>(QStringLiteral("emptyStateAction"))
        ->click();

    QCOMPARE(asked.count(), 1);
}

void tst_ResponsePanel::aRunningInvocationCountsAndStops()
{
    const QSignalSpy stops(m_panel.get(), &ResponsePanel::stopRequested);
    m_panel->begin(sampleRequest(u"a"_qs));
    QVERIFY(isShown("runningView"));

    m_clock->advance(1300ms);
    QTRY_COMPARE(textOf("runningElapsed"), u"1.30 s with the start; timeout 4.00 s"_qs);
    child<QPushButton>("stopButton")->click();

    QCOMPARE(stops.count(), 1);
    QVERIFY(!child<QPushButton>("stopButton")->isEnabled());
    m_panel->begin(sampleRequest(u"b"_qs));
    QVERIFY(child<QPushButton>("stopButton")->isEnabled());
}

void tst_ResponsePanel::whatIsStreamedIsShownWhileItArrives()
{
    m_panel->begin(sampleRequest(u"a"_qs));
    QVERIFY(!isShown("streamedText"));

    m_panel->appendResponse(u"a"_qs, "price: 5 \xe2\x82"); // the euro sign is split
    m_panel->appendResponse(u"a"_qs, "\xac\n");

    QTRY_COMPARE(child<QPlainTextEdit>("streamedText")->toPlainText(), u"price: 5 €\n"_qs);
    QVERIFY(isShown("streamedText"));
    QCOMPARE(textOf("streamedSize"), u"13 bytes of the response so far"_qs);
    m_panel->setRecord(sampleRecord(u"a"_qs));
    QVERIFY(isShown("recordView"));
}

void tst_ResponsePanel::onlyTheBeginningOfALongStreamIsShown()
{
    m_panel->begin(sampleRequest(u"a"_qs));
    const QByteArray line = QByteArray(99, 'x') + '\n';

    for (int i = 0; i < 30; ++i)
        m_panel->appendResponse(u"a"_qs, line.repeated(1'000));

    QTRY_VERIFY2(textOf("streamedSize").contains(u"the beginning is shown"_qs),
                 qPrintable(textOf("streamedSize")));
    const auto *text = child<QPlainTextEdit>("streamedText");
    QCOMPARE(text->document()->characterCount() - 1, int(LongestShownText));
}

void tst_ResponsePanel::anotherRunStreamsAnew()
{
    m_panel->begin(sampleRequest(u"a"_qs));
    m_panel->appendResponse(u"a"_qs, "old");
    QTRY_VERIFY(isShown("streamedText"));

    m_panel->begin(sampleRequest(u"b"_qs));

    QVERIFY(!isShown("streamedText"));
    QVERIFY(child<QPlainTextEdit>("streamedText")->toPlainText().isEmpty());
}

void tst_ResponsePanel::theRunningInvocationIsFoundAgain()
{
    m_panel->showRunning();
    QVERIFY(isShown("responseEmpty"));
    m_panel->begin(sampleRequest(u"b"_qs));
    m_panel->setRecord(sampleRecord(u"a"_qs));
    QVERIFY(isShown("recordView"));

    m_panel->showRunning();

    QVERIFY(isShown("runningView"));
}

void tst_ResponsePanel::aRecordTellsWhatWasNotKept()
{
    InvocationRecord record = sampleRecord(u"a"_qs);
    record.streamed = true;
    record.responseBytes = 100'000'000;

    m_panel->setRecord(record);

    QVERIFY(isShown("responseNotice"));
    const QString sentence
        = child<QWidget>("responseNotice")->findChild<QLabel *>(u"noticeSentence"_qs)->text();
    QVERIFY2(sentence.contains(u"only the first 41 bytes are kept"_qs), qPrintable(sentence));
    QVERIFY2(!textOf("responseSize").contains(u"41"_qs), qPrintable(textOf("responseSize")));
}

void tst_ResponsePanel::anErrorOfOursIsASentence()
{
    m_panel->showError({Error::Code::InterpreterNotFound, u"python3.12"_qs});

    QVERIFY(isShown("responseError"));
    const QString sentence = child<EmptyState>("responseError")
                                 ->findChild<QLabel *>(QStringLiteral("emptyStateSentence"))
                                 ->text();
    QVERIFY2(sentence.contains(u"python3.12"_qs), qPrintable(sentence));
}

void tst_ResponsePanel::aRecordShowsItsResponse()
{
    m_panel->setRecord(sampleRecord(u"a"_qs));

    QVERIFY(isShown("recordView"));
    QVERIFY(!isShown("failureBox"));
    QVERIFY(child<CodeEditor>("responseBody")->isReadOnly());
    QCOMPARE(child<CodeEditor>("responseBody")->text(),
             u"{\n  \"statusCode\": 200,\n  \"body\": \"{\\\"ok\\\":true}\"\n}"_qs);
    QCOMPARE(textOf("responseSize"), u"41 bytes"_qs);
}

void tst_ResponsePanel::badgesSayHowItEnded_data()
{
    QTest::addColumn<InvocationStatus>("status");
    QTest::addColumn<QString>("text");

    QTest::newRow("succeeded") << InvocationStatus::Succeeded << u"Succeeded"_qs;
    QTest::newRow("failed") << InvocationStatus::Failed << u"Failed"_qs;
    QTest::newRow("timed out") << InvocationStatus::TimedOut << u"Timed out"_qs;
    QTest::newRow("stopped") << InvocationStatus::Stopped << u"Stopped"_qs;
}

void tst_ResponsePanel::badgesSayHowItEnded()
{
    QFETCH(InvocationStatus, status);
    QFETCH(QString, text);
    InvocationRecord record = sampleRecord(u"a"_qs);
    record.status = status;

    m_panel->setRecord(record);

    QCOMPARE(child<StatusBadge>("statusBadge")->text(), text);
    QCOMPARE(isShown("failureBox"), status != InvocationStatus::Succeeded);
}

void tst_ResponsePanel::figuresOfAColdStart()
{
    InvocationRecord record = sampleRecord(u"a"_qs);
    record.coldStart = ColdStartReason::FirstInvocation;
    record.report.initDuration = 312'000us;

    m_panel->setRecord(record);

    QCOMPARE(textOf("figureDuration"), u"48.2 ms"_qs);
    QCOMPARE(textOf("figureBilled"), u"49 ms"_qs);
    QCOMPARE(textOf("figureInit"), u"312 ms"_qs);
    QCOMPARE(textOf("figureMemory"), u"45 of 128 MB"_qs);
    QVERIFY(!child<QLabel>("figureInit")->toolTip().isEmpty());
}

void tst_ResponsePanel::theCostIsShownWhenKnown()
{
    m_panel->setRecord(sampleRecord(u"a"_qs));
    QVERIFY(!isShown("figureCost"));

    m_panel->setRecord(sampleRecord(u"a"_qs), UnitPrice::fromText(u"0.0000002")->forCount(1));

    QVERIFY(isShown("figureCost"));
    QCOMPARE(textOf("figureCost"), u"$0.0000002000"_qs);
}

void tst_ResponsePanel::aFailureShowsTypeMessageAndHint()
{
    m_panel->setRecord(failedRecord(u"a"_qs));

    QCOMPARE(textOf("errorType"), u"KeyError"_qs);
    QCOMPARE(textOf("errorMessage"), u"'orderId'"_qs);
    QVERIFY(isShown("failureHint"));
    QVERIFY(!textOf("failureHint").isEmpty());
    QCOMPARE(child<StackTraceView>("stackTrace")->count(), 2);
}

void tst_ResponsePanel::aFrameOpensItsFile()
{
    m_panel->setRecord(failedRecord(u"a"_qs));
    const QSignalSpy opened(m_panel.get(), &ResponsePanel::fileRequested);
    auto *trace = child<StackTraceView>("stackTrace");

    trace->setCurrentRow(1);
    QTest::keyClick(trace, Qt::Key_Return);
    QCOMPARE(opened.count(), 0);
    trace->setCurrentRow(0);
    QTest::keyClick(trace, Qt::Key_Return);

    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.at(0).at(0).toString(), u"/home/ada/orders/app.py"_qs);
    QCOMPARE(opened.at(0).at(1).toInt(), 12);
}

void tst_ResponsePanel::onlyHttpAnswersHaveAStatusAndABody()
{
    m_panel->setRecord(sampleRecord(u"a"_qs));
    QVERIFY(isShown("httpStatus"));
    QCOMPARE(textOf("httpStatus"), u"HTTP 200"_qs);
    auto *form = child<QComboBox>("responseForm");
    choose(form, u"Body"_qs);
    QCOMPARE(child<CodeEditor>("responseBody")->text(), u"{\n  \"ok\": true\n}"_qs);

    InvocationRecord record = sampleRecord(u"b"_qs);
    record.response = "[1]";
    m_panel->setRecord(record);

    QVERIFY(!isShown("httpStatus"));
    QCOMPARE(form->findText(u"Body"_qs), -1);
    QCOMPARE(child<CodeEditor>("responseBody")->text(), u"[\n  1\n]"_qs);
}

void tst_ResponsePanel::theChosenFormStays()
{
    m_panel->setRecord(sampleRecord(u"a"_qs));
    auto *form = child<QComboBox>("responseForm");
    choose(form, u"Raw"_qs);
    QCOMPARE(child<CodeEditor>("responseBody")->text(),
             QString::fromUtf8(sampleRecord({}).response));

    InvocationRecord record = sampleRecord(u"b"_qs);
    record.response = "[1]";
    m_panel->setRecord(record);

    QCOMPARE(child<CodeEditor>("responseBody")->text(), u"[1]"_qs);
}

void tst_ResponsePanel::copyTakesWhatIsShown()
{
    m_panel->setRecord(sampleRecord(u"a"_qs));

    child<QToolButton>("copyResponse")->click();

    QCOMPARE(QGuiApplication::clipboard()->text(), child<CodeEditor>("responseBody")->text());
}

void tst_ResponsePanel::savingWritesTheVeryBytes()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"response.json"_qs);
    InvocationRecord record = sampleRecord(u"a"_qs);
    record.response = QByteArray("{ \"a\" :\t1 }");
    m_panel->setRecord(record);

    child<RecordView>("recordView")->saveResponse(path);

    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), record.response);
    QVERIFY(!isShown("responseNotice"));
}

void tst_ResponsePanel::savingToNowhereIsTold()
{
    m_panel->setRecord(sampleRecord(u"a"_qs));

    child<RecordView>("recordView")->saveResponse(u"/nonexistent/folder/response.json"_qs);

    QVERIFY(isShown("responseNotice"));
}

void tst_ResponsePanel::theSaveDialogDoesNotBlock()
{
    const QTemporaryDir folder;
    m_panel->setRecord(sampleRecord(u"a"_qs));
    child<QToolButton>("saveResponse")->click();
    auto *dialog = child<QFileDialog>("saveResponseDialog");
    QVERIFY(dialog);

    Q_EMIT dialog->fileSelected(folder.filePath(u"r.json"_qs));
    dialog->close();

    QVERIFY(QFile::exists(folder.filePath(u"r.json"_qs)));
}

void tst_ResponsePanel::aLargeResponseArrivesLater()
{
    InvocationRecord record = sampleRecord(u"a"_qs);
    record.response = '[' + QByteArray("1,").repeated(220'000) + "1]";
    m_panel->setRecord(record);

    QTRY_VERIFY_WITH_TIMEOUT(child<CodeEditor>("responseBody")->text().startsWith(u"[\n  1,"_qs),
                             30'000);
    QVERIFY(isShown("responseNotice"));
}

COLDFRAME_TEST(tst_ResponsePanel);

#include "tst_responsepanel.moc"
