// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/noticebar.h"
#include "gui/endpoint/endpointpanel.h"
#include "tests/support/testmain.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace coldframe;

class tst_EndpointPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_panel.reset(); }
    void itIsSwitchedOnFromTheEmptyPanel();
    void theSpaceKeySwitchesIt();
    void whileItIsServedItsAddressIsFixed();
    void addressAndCommandAreCopied();
    void aProblemIsToldAndForgotten();
    void callsAreListed();
    void settingsAreTold();
    void whatWasKeptIsShownQuietly();

private:
    template <typename Widget>
    Widget *part(const char *name) const
    {
        return m_panel->findChild<Widget *>(QLatin1String(name));
    }
    bool isShown(const char *name) const { return part<QWidget>(name)->isVisibleTo(m_panel.get()); }

    const QString m_url = u"http://127.0.0.1:3001"_qs;
    std::unique_ptr<EndpointPanel> m_panel;
};

void tst_EndpointPanel::init()
{
    m_panel = std::make_unique<EndpointPanel>();
    m_panel->resize(900, 300);
    m_panel->setFunction(u"orders-api"_qs);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
}

void tst_EndpointPanel::itIsSwitchedOnFromTheEmptyPanel()
{
    const QSignalSpy toggles(m_panel.get(), &EndpointPanel::serveToggled);
    QVERIFY(isShown("endpointOff"));
    QVERIFY(!isShown("endpointAddress"));

    QTest::mouseClick(part<QWidget>("endpointOff")->findChild<QPushButton *>(), Qt::LeftButton);

    QCOMPARE(toggles.count(), 1);
    QCOMPARE(toggles.at(0).at(0).toBool(), true);
}

void tst_EndpointPanel::theSpaceKeySwitchesIt()
{
    const QSignalSpy toggles(m_panel.get(), &EndpointPanel::serveToggled);
    part<QToolButton>("serveButton")->setFocus();

    QTest::keyClick(part<QToolButton>("serveButton"), Qt::Key_Space);
    m_panel->showServing(m_url);
    QTest::keyClick(part<QToolButton>("serveButton"), Qt::Key_Space);

    QCOMPARE(toggles.count(), 2);
    QCOMPARE(toggles.at(0).at(0).toBool(), true);
    QCOMPARE(toggles.at(1).at(0).toBool(), false);
}

void tst_EndpointPanel::whileItIsServedItsAddressIsFixed()
{
    m_panel->showServing(m_url);

    QVERIFY(part<QToolButton>("serveButton")->isChecked());
    QVERIFY(!part<QSpinBox>("endpointPort")->isEnabled());
    QVERIFY(!part<QCheckBox>("callEachOther")->isEnabled());
    QCOMPARE(part<QLabel>("endpointAddress")->text(), m_url);
    QVERIFY(isShown("endpointAddress"));
    QVERIFY(isShown("endpointQuiet"));

    m_panel->showStopped();

    QVERIFY(!part<QToolButton>("serveButton")->isChecked());
    QVERIFY(part<QSpinBox>("endpointPort")->isEnabled());
    QVERIFY(!isShown("endpointAddress"));
}

void tst_EndpointPanel::addressAndCommandAreCopied()
{
    m_panel->showServing(m_url);

    QTest::mouseClick(part<QToolButton>("copyAddress"), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), m_url);
    QTest::mouseClick(part<QToolButton>("copyCommand"), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(),
             u"aws lambda invoke --endpoint-url http://127.0.0.1:3001 --region us-east-1 "
             "--no-sign-request --function-name orders-api response.json"_qs);

    m_panel->setFunction(u"audit"_qs);
    QVERIFY(part<QLineEdit>("endpointCommand")->text().contains(u"--function-name audit "_qs));
}

void tst_EndpointPanel::aProblemIsToldAndForgotten()
{
    m_panel->showProblem(u"The port is in use."_qs);

    QVERIFY(isShown("endpointProblem"));
    QCOMPARE(part<NoticeBar>("endpointProblem")->sentence(), u"The port is in use."_qs);
    QVERIFY(!part<QToolButton>("serveButton")->isChecked());

    m_panel->showServing(m_url);
    QVERIFY(!isShown("endpointProblem"));
}

void tst_EndpointPanel::callsAreListed()
{
    m_panel->showServing(m_url);
    ServedCall call;
    call.request.operation = u"ListFunctions"_qs;
    call.request.status = 200;

    m_panel->addCalls({call});

    QVERIFY(isShown("servedTable"));
    QCOMPARE(part<QTableView>("servedTable")->model()->rowCount(), 1);
    m_panel->showStopped();
    QVERIFY(isShown("servedTable")); // what happened stays to be read
}

void tst_EndpointPanel::settingsAreTold()
{
    const QSignalSpy ports(m_panel.get(), &EndpointPanel::portEdited);
    const QSignalSpy options(m_panel.get(), &EndpointPanel::callEachOtherEdited);
    auto *port = part<QSpinBox>("endpointPort");

    port->setFocus();
    port->selectAll();
    QTest::keyClicks(port, u"4000"_qs);
    QTest::mouseClick(part<QCheckBox>("callEachOther"), Qt::LeftButton, {}, QPoint(8, 8));

    QVERIFY(!ports.isEmpty());
    QCOMPARE(ports.last().at(0).toInt(), 4000);
    QCOMPARE(options.count(), 1);
    QCOMPARE(options.at(0).at(0).toBool(), true);
}

void tst_EndpointPanel::whatWasKeptIsShownQuietly()
{
    const QSignalSpy ports(m_panel.get(), &EndpointPanel::portEdited);

    m_panel->setPort(4000);
    m_panel->setCallEachOther(true);

    QCOMPARE(part<QSpinBox>("endpointPort")->value(), 4000);
    QVERIFY(part<QCheckBox>("callEachOther")->isChecked());
    QVERIFY(ports.isEmpty());
}

COLDFRAME_TEST(tst_EndpointPanel);

#include "tst_endpointpanel.moc"
