// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/endpoint/endpointfixture.h"
#include "tests/support/testmain.h"

using namespace coldframe;
using namespace coldframe::test;

class tst_FunctionRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesSurviveAnotherReading();
    void revisionsTellReadingsApart();
    void functionsThatGoAreForgotten();

private:
    StandingClock m_clock;
};

COLDFRAME_TEST(tst_FunctionRegistry);

void tst_FunctionRegistry::changesSurviveAnotherReading()
{
    FunctionRegistry registry(m_clock);
    FunctionConfig orders = EndpointFixture::function("orders");
    registry.setFunctions({orders});
    registry.change(QStringLiteral("orders"), {.memory = MebiBytes{512}});
    orders.timeout = std::chrono::seconds(9);
    orders.memory = MebiBytes{256};
    registry.setFunctions({orders});

    const FunctionConfig config = registry.functions().at(QStringLiteral("orders")).config();
    QCOMPARE(config.memory, MebiBytes{512});
    QCOMPARE(config.timeout, std::chrono::milliseconds(9000));
}

void tst_FunctionRegistry::revisionsTellReadingsApart()
{
    FunctionRegistry registry(m_clock);
    const QString name = QStringLiteral("orders");
    FunctionConfig orders = EndpointFixture::function("orders");
    registry.setFunctions({orders});
    const QString first = registry.functions().at(name).revisionId;
    registry.setFunctions({orders});
    QCOMPARE(registry.functions().at(name).revisionId, first);
    orders.handler = QStringLiteral("app.other");
    registry.setFunctions({orders});
    QVERIFY(registry.functions().at(name).revisionId != first);
}

void tst_FunctionRegistry::functionsThatGoAreForgotten()
{
    FunctionRegistry registry(m_clock);
    registry.setFunctions({EndpointFixture::function("orders")});
    registry.change(QStringLiteral("orders"), {.memory = MebiBytes{512}});
    registry.setFunctions({});
    QVERIFY(!registry.find({QStringLiteral("orders"), {}, {}, {}}));
    registry.setFunctions({EndpointFixture::function("orders")});
    QCOMPARE(registry.functions().at(QStringLiteral("orders")).config().memory, MebiBytes{128});
}

#include "tst_functionregistry.moc"
