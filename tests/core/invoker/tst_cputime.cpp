// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/invoker/invokertest.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_CpuTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAHandlerBurns_data() { addGrounds(); }
    void whatAHandlerBurns();
    void sleepingCostsNothing_data() { addGrounds(); }
    void sleepingCostsNothing();
    void aProcessOfItsOwnCounts();
    void countsUntilATimeout();
    void onlyWhenItIsAskedFor();
    void versionsRunBesideEachOther();

private:
    InvokerTest m_test;
};

namespace {

InvocationRequest measured(const Ground &ground, const QByteArray &event)
{
    InvocationRequest request = requestFor(ground, QStringLiteral("burns"), event);
    request.emulation.measuresCpu = true;
    return request;
}

/// What the handler says that it used.
std::chrono::nanoseconds toldBy(const InvocationRecord &record)
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
        std::chrono::duration<double, std::milli>(record.response.toDouble()));
}

} // namespace

void tst_CpuTime::whatAHandlerBurns()
{
    FETCH_GROUND(ground);

    for (int run = 0; run < 2; ++run) { // cold and warm
        RUN(record, m_test, measured(ground, "{\"burnMs\": 150}"));

        QVERIFY(record.cpuTime.has_value());
        const std::chrono::nanoseconds told = toldBy(record);
        QVERIFY(told >= 150ms);
        QVERIFY(*record.cpuTime >= told * 4 / 5);
        QVERIFY(*record.cpuTime <= told * 3); // its own threads, and our bootstrap
    }
}

void tst_CpuTime::sleepingCostsNothing()
{
    FETCH_GROUND(ground);

    RUN(record, m_test, measured(ground, "{\"sleepMs\": 400}"));

    QVERIFY(record.cpuTime.has_value());
    QVERIFY(record.report.duration >= 400ms);
    QVERIFY(*record.cpuTime < 200ms);
}

void tst_CpuTime::aProcessOfItsOwnCounts()
{
    RUN(record, m_test, measured(plainPython, "{\"childMs\": 200}"));

    QCOMPARE(record.status, InvocationStatus::Succeeded);
    QVERIFY(record.cpuTime.has_value());
    QVERIFY(*record.cpuTime >= toldBy(record) * 4 / 5);
}

void tst_CpuTime::countsUntilATimeout()
{
    InvocationRequest request = measured(plainPython, "{\"burnMs\": 60000}");
    request.function.timeout = 2s;

    RUN(record, m_test, request);

    QCOMPARE(record.status, InvocationStatus::TimedOut);
    QVERIFY(record.cpuTime.has_value());
    QVERIFY(*record.cpuTime > 0ms);
    QVERIFY(*record.cpuTime < 60s);
}

void tst_CpuTime::onlyWhenItIsAskedFor()
{
    InvocationRequest request = measured(plainPython, "{}");
    request.emulation.measuresCpu = false;
    RUN(plain, m_test, request);
    QVERIFY(!plain.cpuTime.has_value());

    request.emulation.measuresCpu = true;
    RUN(record, m_test, request);
    QVERIFY(record.cpuTime.has_value());
    QVERIFY(!record.isCold()); // an invocation's choice: the same environment
}

void tst_CpuTime::versionsRunBesideEachOther()
{
    const auto ofVersion = [](const char *version, int memory) {
        InvocationRequest request = requestFor(plainPython, QStringLiteral("hello"));
        request.function.version = QLatin1String(version);
        request.function.memory = MebiBytes{memory};
        return request;
    };
    for (int round = 0; round < 2; ++round) {
        RUN(first, m_test, ofVersion("1", 512));
        RUN(second, m_test, ofVersion("2", 1024));
        QCOMPARE(first.isCold(), round == 0);
        QCOMPARE(second.isCold(), round == 0);
    }
}

COLDFRAME_TEST(tst_CpuTime);

#include "tst_cputime.moc"
