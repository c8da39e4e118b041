// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/codeeditor.h"
#include "gui/events/deliverychain.h"
#include "gui/events/eventpanel.h"
#include "tests/gui/events/eventsamples.h"
#include "tests/support/testmain.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <QToolButton>

#include <nlohmann/json.hpp>

using namespace coldframe;
using namespace coldframe::test;

/// Events that another service brings: wrapping, the way back, and what is inside.
class tst_DeliveryChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void ways_data();
    void ways();
    void aServiceWrapsTheEvent();
    void stepsStackAndGoBack();
    void rawDeliveryLeavesNoEnvelope();
    void anEditedEventIsPutAside();
    void undoBringsTheTextBack();
    void anotherEventEndsTheWay();
    void aCarriedEventIsUnwrapped();
    void anOrdinaryMessageTellsNoWay();
    void brokenJsonCannotBeDelivered();

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
    QString way() const { return child<QLabel>("deliveryWay")->text(); }
    OrderedJson event() const { return parseJson(m_panel->event()).value(); }

    /// Takes an entry of the menu by its object's name.
    void take(const char *name)
    {
        auto *menu = child<QMenu>("deliveryMenu");
        Q_EMIT menu->aboutToShow();
        auto *action = menu->findChild<QAction *>(QLatin1String(name));
        QVERIFY2(action, name);
        action->trigger();
    }

    std::unique_ptr<EventPanel> m_panel;
};

void tst_DeliveryChain::init()
{
    m_panel = std::make_unique<EventPanel>();
    m_panel->resize(900, 600);
    m_panel->setCatalogue(&shippedCatalogue());
}

void tst_DeliveryChain::cleanup()
{
    m_panel.reset();
}

void tst_DeliveryChain::ways_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QStringList>("texts");

    QTest::newRow("S3") << u"s3"_qs
                        << QStringList{u"Amazon SNS"_qs, u"Amazon SQS"_qs,
                                       u"Amazon EventBridge"_qs};
    QTest::newRow("SNS, also raw")
        << u"sns"_qs
        << QStringList{u"Amazon SQS"_qs, u"Amazon SQS, raw message delivery"_qs,
                       u"Amazon Data Firehose"_qs,
                       u"Amazon Data Firehose, raw message delivery"_qs};
    QTest::newRow("a request has none") << u"apigw-rest"_qs << QStringList{};
}

void tst_DeliveryChain::ways()
{
    QFETCH(QString, id);
    QFETCH(QStringList, texts);
    const auto eventTemplate = shippedCatalogue().find(id);
    QVERIFY(eventTemplate.has_value());

    QStringList found;
    for (const DeliveryWay &way : deliveryWays(renderEvent(*eventTemplate, {}).value()))
        found.append(deliveryWayText(way));

    QCOMPARE(found, texts);
}

void tst_DeliveryChain::aServiceWrapsTheEvent()
{
    m_panel->chooseTemplate(u"s3"_qs);
    QVERIFY(!isShown("deliveryBar"));
    const OrderedJson inner = event();

    take("sns");

    QVERIFY(isShown("deliveryBar"));
    QCOMPARE(way(), u"S3 → SNS"_qs);
    const std::string message = event()["Records"][0]["Sns"]["Message"].get<std::string>();
    QCOMPARE(OrderedJson::parse(message), inner);
    QVERIFY(isShown("formSide"));
}

void tst_DeliveryChain::stepsStackAndGoBack()
{
    m_panel->chooseTemplate(u"s3"_qs);
    const QByteArray first = m_panel->event();
    take("sns");
    const QByteArray second = m_panel->event();
    take("sqs");
    QCOMPARE(way(), u"S3 → SNS → SQS"_qs);
    QVERIFY(event()["Records"][0].contains("body"));

    child<QToolButton>("deliveryBack")->click();
    QCOMPARE(way(), u"S3 → SNS"_qs);
    QCOMPARE(m_panel->event(), second);
    child<QToolButton>("deliveryBack")->click();

    QCOMPARE(m_panel->event(), first);
    QVERIFY(!isShown("deliveryBar"));
    QCOMPARE(m_panel->draft().templateId, u"s3"_qs);
}

void tst_DeliveryChain::rawDeliveryLeavesNoEnvelope()
{
    m_panel->setEvent(R"({"orderId": 7})", u"mine"_qs);
    take("sns");

    take("sqs-raw");

    QCOMPARE(way(), u"Own document → SNS → SQS (raw)"_qs);
    QCOMPARE(OrderedJson::parse(event()["Records"][0]["body"].get<std::string>()),
             OrderedJson::parse(R"({"orderId": 7})"));
}

void tst_DeliveryChain::anEditedEventIsPutAside()
{
    m_panel->setEvent(R"({"orderId": 7})", u"mine"_qs);
    child<CodeEditor>("eventEditor")->setText(uR"({"orderId": 8})"_qs);

    take("sqs");

    QVERIFY(isShown("eventNotice"));
    QCOMPARE(OrderedJson::parse(event()["Records"][0]["body"].get<std::string>())["orderId"], 8);
    QVERIFY(QMetaObject::invokeMethod(child<QWidget>("eventNoticeAnswer"), "click"));
    QCOMPARE(m_panel->event(), QByteArray(R"({"orderId": 8})"));
    QVERIFY(!isShown("deliveryBar"));
}

void tst_DeliveryChain::undoBringsTheTextBack()
{
    m_panel->chooseTemplate(u"s3"_qs);
    const QByteArray before = m_panel->event();
    take("sns");

    child<CodeEditor>("eventEditor")->undo();

    QCOMPARE(m_panel->event(), before);
}

void tst_DeliveryChain::anotherEventEndsTheWay()
{
    m_panel->chooseTemplate(u"s3"_qs);
    take("sns");

    m_panel->setEvent("{}", u"mine"_qs);

    QVERIFY(!isShown("deliveryBar"));
}

void tst_DeliveryChain::aCarriedEventIsUnwrapped()
{
    m_panel->chooseTemplate(u"s3"_qs);
    const OrderedJson inner = event();
    take("sns");
    const QByteArray carried = m_panel->event();
    m_panel->setEvent(carried, u"from a log"_qs);
    QCOMPARE(way(), u"S3 → SNS"_qs);
    QCOMPARE(child<QToolButton>("deliveryBack")->text(), u"Unwrap"_qs);

    child<QToolButton>("deliveryBack")->click();

    QCOMPARE(event(), inner);
    QVERIFY(isShown("eventNotice"));
    QVERIFY(QMetaObject::invokeMethod(child<QWidget>("eventNoticeAnswer"), "click"));
    QCOMPARE(m_panel->event(), carried);
}

void tst_DeliveryChain::anOrdinaryMessageTellsNoWay()
{
    m_panel->chooseTemplate(u"sqs"_qs);

    QVERIFY(!isShown("deliveryBar"));
    const OrderedJson body = OrderedJson::parse(event()["Records"][0]["body"].get<std::string>());
    take("unwrapEvent");
    QCOMPARE(event(), body);
}

void tst_DeliveryChain::brokenJsonCannotBeDelivered()
{
    m_panel->setEvent("{", u"mine"_qs);
    QVERIFY(!child<QToolButton>("deliverEvent")->isEnabled());

    m_panel->setEvent("{}", u"mine"_qs);

    QVERIFY(child<QToolButton>("deliverEvent")->isEnabled());
}

COLDFRAME_TEST(tst_DeliveryChain);

#include "tst_deliverychain.moc"
