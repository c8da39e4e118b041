// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/noticebar.h"
#include "gui/endpoint/endpointpanel.h"
#include "gui/queue/queuepanel.h"
#include "tests/gui/app/workbenchfixture.h"
#include "tests/support/testmain.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSpinBox>
#include <QTableView>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QToolButton>

using namespace coldframe;
using namespace coldframe::test;

/// The Lambda API of the real window, called over HTTP.
class tst_EndpointOfTheWindow : public WorkbenchFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aKeyServesTheFunctions();
    void callsAreListed();
    void editedSettingsOfAFunctionCount();
    void aNewFunctionIsServed();
    void asynchronousCallsGoToTheQueue();
    void asynchronousSettingsAreTheSameForAll();
    void limitsOfCallersEndWithIt();
    void aPortInUseIsSaid();
    void thePortIsKept();
    void itEndsWithTheWindow();

private:
    void serve();
    QString url() const { return child<QLabel>("endpointAddress")->text(); }

    /// Sends a call; the reply is to be waited for.
    std::unique_ptr<QNetworkReply> call(const char *method, const QString &path,
                                        const QByteArray &body = {},
                                        const QByteArray &invocationType = {});
    QByteArray answer(const char *method, const QString &path, const QByteArray &body = {});

    std::unique_ptr<QNetworkAccessManager> m_client;
};

void tst_EndpointOfTheWindow::init()
{
    setUp();
    m_client = std::make_unique<QNetworkAccessManager>();
    child<QSpinBox>("endpointPort")->setValue(0);
}

void tst_EndpointOfTheWindow::cleanup()
{
    m_client.reset();
    tearDown();
}

void tst_EndpointOfTheWindow::serve()
{
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(action("serveApi")->isChecked());
}

std::unique_ptr<QNetworkReply> tst_EndpointOfTheWindow::call(const char *method,
                                                             const QString &path,
                                                             const QByteArray &body,
                                                             const QByteArray &invocationType)
{
    QNetworkRequest request(QUrl(url() + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    if (!invocationType.isEmpty())
        request.setRawHeader("X-Amz-Invocation-Type", invocationType);
    return std::unique_ptr<QNetworkReply>(m_client->sendCustomRequest(request, method, body));
}

QByteArray tst_EndpointOfTheWindow::answer(const char *method, const QString &path,
                                           const QByteArray &body)
{
    const auto reply = call(method, path, body);
    const auto isFinished = [&reply] { return reply->isFinished(); };
    return QTest::qWaitFor(isFinished, 60'000) ? reply->readAll() : QByteArray("no answer");
}

void tst_EndpointOfTheWindow::aKeyServesTheFunctions()
{
    openHello();

    serve();

    QVERIFY(isPanelVisible("endpointDock"));
    QVERIFY(child<QToolButton>("serveButton")->isChecked());
    QVERIFY2(url().startsWith(u"http://127.0.0.1:"_qs), qPrintable(url()));
    const auto reply = call("POST", u"/2015-03-31/functions/hello/invocations"_qs, "{\"a\":1}");
    QTRY_VERIFY(m_invoker->isRunning());
    QCOMPARE(m_invoker->running().event, QByteArray("{\"a\":1}"));
    QCOMPARE(m_invoker->running().function.handler, u"app.handler"_qs);
    const InvocationRequest request = m_invoker->running();
    Q_EMIT m_invoker->responded(request.requestId, InvocationStatus::Succeeded, "\"hi\"");
    m_invoker->finish(warmRecord(request, "\"hi\""));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->readAll(), QByteArray("\"hi\""));

    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!child<QToolButton>("serveButton")->isChecked());
    QVERIFY(!child<QLabel>("endpointAddress")->isVisible());
}

void tst_EndpointOfTheWindow::callsAreListed()
{
    openHello();
    serve();

    answer("GET", u"/2015-03-31/functions"_qs);
    answer("GET", u"/2015-03-31/functions/nobody"_qs);

    const auto *calls = child<QTableView>("servedTable")->model();
    QTRY_COMPARE(calls->rowCount(), 2);
    QCOMPARE(calls->index(0, ServedModel::Operation).data().toString(), u"GetFunction"_qs);
    QCOMPARE(calls->index(0, ServedModel::Function).data().toString(), u"nobody"_qs);
    QCOMPARE(calls->index(0, ServedModel::Status).data().toString(), u"404"_qs);
    QCOMPARE(calls->index(1, ServedModel::Operation).data().toString(), u"ListFunctions"_qs);
}

void tst_EndpointOfTheWindow::editedSettingsOfAFunctionCount()
{
    openHello();
    serve();

    child<QSpinBox>("memory")->setValue(512);

    const QByteArray told = answer("GET", u"/2015-03-31/functions/hello/configuration"_qs);
    QVERIFY2(told.contains("\"MemorySize\":512"), told.constData());
}

void tst_EndpointOfTheWindow::aNewFunctionIsServed()
{
    openHello();
    serve();

    writeText(folder("hello/second/app.py"), HelloCode);

    QTRY_VERIFY(answer("GET", u"/2015-03-31/functions/second"_qs).contains("\"FunctionName\""));
}

void tst_EndpointOfTheWindow::asynchronousCallsGoToTheQueue()
{
    openHello();
    serve();

    const auto reply
        = call("POST", u"/2015-03-31/functions/hello/invocations"_qs, "{\"b\":2}", "Event");

    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 202);
    QTRY_VERIFY(m_invoker->isRunning());
    QVERIFY(m_invoker->running().isAsynchronous);
    QTRY_COMPARE(child<QueuePanel>("queuePanel")->model().rowCount(), 1);
    QCOMPARE(child<QueuePanel>("queuePanel")->model().event(0).event, QByteArray("{\"b\":2}"));
}

void tst_EndpointOfTheWindow::asynchronousSettingsAreTheSameForAll()
{
    const QString path = u"/2019-09-25/functions/hello/event-invoke-config"_qs;
    openHello();
    serve();

    answer("PUT", path, "{\"MaximumRetryAttempts\":0}");
    child<QAction>("queueSettings")->trigger();
    auto *dialog = child<QDialog>("queueSettingsDialog");
    QTRY_VERIFY(dialog && dialog->isVisible());
    auto *retries = dialog->findChild<QSpinBox *>(u"maximumRetryAttempts"_qs);
    QCOMPARE(retries->value(), 0);

    retries->setValue(1);
    QTest::keyClick(dialog, Qt::Key_Return);

    const QByteArray told = answer("GET", path);
    QVERIFY2(told.contains("\"MaximumRetryAttempts\":1"), told.constData());
}

void tst_EndpointOfTheWindow::limitsOfCallersEndWithIt()
{
    openHello();
    serve();
    answer("PUT", u"/2017-10-31/functions/hello/concurrency"_qs,
           "{\"ReservedConcurrentExecutions\":0}");
    QCOMPARE(m_invoker->concurrency.reserved.size(), std::size_t(1));

    QTest::mouseClick(child<QToolButton>("serveButton"), Qt::LeftButton);

    QVERIFY(!action("serveApi")->isChecked());
    QVERIFY(m_invoker->concurrency.reserved.empty());
}

void tst_EndpointOfTheWindow::aPortInUseIsSaid()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    openHello();
    child<QSpinBox>("endpointPort")->setValue(other.serverPort());

    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);

    QVERIFY(!action("serveApi")->isChecked());
    QVERIFY(!child<QToolButton>("serveButton")->isChecked());
    const auto *problem = child<NoticeBar>("endpointProblem");
    QTRY_VERIFY(problem->isVisible());
    QVERIFY2(problem->sentence().contains(QString::number(other.serverPort())),
             qPrintable(problem->sentence()));
}

void tst_EndpointOfTheWindow::thePortIsKept()
{
    quint16 port = 0;
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        port = other.serverPort();
    }
    openHello();
    child<QSpinBox>("endpointPort")->setValue(port);
    serve();
    close();

    makeWorkbench();

    QCOMPARE(child<QSpinBox>("endpointPort")->value(), int(port));
}

void tst_EndpointOfTheWindow::itEndsWithTheWindow()
{
    openHello();
    serve();
    const QUrl served(url());

    m_workbench->window().close();
    QTRY_VERIFY(!m_workbench->window().isVisible());

    QTcpSocket socket;
    socket.connectToHost(served.host(), static_cast<quint16>(served.port()));
    QTRY_COMPARE(socket.error(), QAbstractSocket::ConnectionRefusedError);
}

COLDFRAME_TEST(tst_EndpointOfTheWindow);

#include "tst_endpointofthewindow.moc"
