// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/invoker/invokertest.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <set>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

/// Many events at once, on real environments.
class tst_Concurrency : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aBurstAboveTheReservedConcurrency();
    void theAccountsLimitIsShared();
    void reservedZeroThrottlesAll();
    void theLocalCapHoldsEventsBackAndSaysSo();
    void theLocalCapEndsAnIdleEnvironmentOfAnotherFunction();
    void aHeldEventCanBeStopped();
    void idleEnvironmentsExpireInVirtualTime();
    void oneOfManyThatExpiredIsNoReason();
    void oneRequestIdRunsOnce();

private:
    InvocationRequest request(const QString &name = QStringLiteral("app")) const;
    std::vector<Async<InvocationRecord>> invoke(const InvocationRequest &request, int times);
    void letGo() const;
    void setConcurrency(const ConcurrencySettings &settings);

    std::unique_ptr<InvokerTest> m_test;
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

int finished(const std::vector<Async<InvocationRecord>> &all)
{
    return int(std::count_if(all.begin(), all.end(),
                             [](const auto &one) { return one.isFinished(); }));
}

/// How many ended with this error and detail.
int throttled(const std::vector<Async<InvocationRecord>> &all, const QString &reason)
{
    return int(std::count_if(all.begin(), all.end(), [&](const auto &one) {
        return one.isFinished() && !one.result().has_value()
            && one.result().error() == Error{Error::Code::Throttled, reason};
    }));
}

std::set<QString> environments(const std::vector<Async<InvocationRecord>> &all)
{
    std::set<QString> ids;
    for (const Async<InvocationRecord> &one : all) {
        if (one.isFinished() && one.result().has_value())
            ids.insert(one.result()->environment.id);
    }
    return ids;
}

} // namespace

void tst_Concurrency::init()
{
    m_test = std::make_unique<InvokerTest>();
    m_folder = std::make_unique<QTemporaryDir>();
    QFile file(m_folder->filePath(QStringLiteral("app.py")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("import os, time\n"
               "def handler(event, context):\n"
               "    while event and not os.path.exists('events/' + event):\n"
               "        time.sleep(0.01)\n"
               "    return event\n");
}

InvocationRequest tst_Concurrency::request(const QString &name) const
{
    InvocationRequest request = requestForFolder(plainPython, m_folder->path(), "\"go\"");
    request.function.name = name;
    return request;
}

std::vector<Async<InvocationRecord>> tst_Concurrency::invoke(const InvocationRequest &request,
                                                             int times)
{
    std::vector<Async<InvocationRecord>> all;
    for (int count = 0; count < times; ++count)
        all.push_back(m_test->invoker().invoke(request));
    return all;
}

void tst_Concurrency::letGo() const
{
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("events")));
    QFile file(m_folder->filePath(QStringLiteral("events/go")));
    QVERIFY(file.open(QIODevice::WriteOnly));
}

void tst_Concurrency::setConcurrency(const ConcurrencySettings &settings)
{
    m_test->invoker().setConcurrency(settings);
}

void tst_Concurrency::aBurstAboveTheReservedConcurrency()
{
    ConcurrencySettings settings;
    settings.reserved = {{QStringLiteral("app"), 10}};
    setConcurrency(settings);

    const std::vector<Async<InvocationRecord>> burst = invoke(request(), 200);

    // The first ten wait to be let go; all others have their answer.
    QTRY_COMPARE_WITH_TIMEOUT(finished(burst), 190, patience);
    QCOMPARE(throttled(burst,
                       QStringLiteral("ReservedFunctionConcurrentInvocationLimitExceeded")),
             190);
    letGo();
    QTRY_COMPARE_WITH_TIMEOUT(finished(burst), 200, patience);
    QCOMPARE(int(environments(burst).size()), 10);
    const std::vector<Async<InvocationRecord>> next = invoke(request(), 10);
    QTRY_COMPARE_WITH_TIMEOUT(finished(next), 10, patience);
    std::set<QString> both = environments(burst);
    both.merge(environments(next));
    QCOMPARE(int(both.size()), 10);
}

void tst_Concurrency::theAccountsLimitIsShared()
{
    ConcurrencySettings settings;
    settings.account = 4;
    settings.reserved = {{QStringLiteral("own"), 2}};
    setConcurrency(settings);

    const auto first = invoke(request(QStringLiteral("first")), 3);
    const auto second = invoke(request(QStringLiteral("second")), 1);
    const auto own = invoke(request(QStringLiteral("own")), 2);

    const QString reason = QStringLiteral("ConcurrentInvocationLimitExceeded");
    QTRY_COMPARE_WITH_TIMEOUT(throttled(first, reason) + throttled(second, reason), 2, patience);
    letGo();
    QTRY_COMPARE_WITH_TIMEOUT(finished(first) + finished(second) + finished(own), 6, patience);
    QCOMPARE(int(environments(first).size()), 2);
    QCOMPARE(int(environments(own).size()), 2);
}

void tst_Concurrency::reservedZeroThrottlesAll()
{
    ConcurrencySettings settings;
    settings.reserved = {{QStringLiteral("app"), 0}};
    setConcurrency(settings);

    const Result<InvocationRecord> refused = m_test->run(request());

    QVERIFY(!refused);
    QVERIFY(refused.error().code == Error::Code::Throttled);
}

void tst_Concurrency::theLocalCapHoldsEventsBackAndSaysSo()
{
    ConcurrencySettings settings;
    settings.localEnvironments = 2;
    setConcurrency(settings);

    const std::vector<Async<InvocationRecord>> all = invoke(request(), 5);
    letGo();

    QTRY_COMPARE_WITH_TIMEOUT(finished(all), 5, patience);
    QCOMPARE(int(environments(all).size()), 2);
    const auto held = std::count_if(all.begin(), all.end(), [](const auto &one) {
        return one.result()->localWait > 0ns;
    });
    QCOMPARE(int(held), 3);
}

void tst_Concurrency::theLocalCapEndsAnIdleEnvironmentOfAnotherFunction()
{
    ConcurrencySettings settings;
    settings.localEnvironments = 1;
    setConcurrency(settings);
    letGo();

    RUN(one, *m_test, request(QStringLiteral("one")));
    QVERIFY(one.isCold());
    RUN(two, *m_test, request(QStringLiteral("two")));
    RUN(again, *m_test, request(QStringLiteral("one")));

    QVERIFY(two.coldStart == ColdStartReason::FirstInvocation);
    QVERIFY(again.coldStart == ColdStartReason::MadeRoom);
}

void tst_Concurrency::aHeldEventCanBeStopped()
{
    ConcurrencySettings settings;
    settings.localEnvironments = 1;
    setConcurrency(settings);
    const std::vector<Async<InvocationRecord>> first = invoke(request(), 1);
    InvocationRequest waits = request();
    waits.requestId = newRequestId();
    const std::vector<Async<InvocationRecord>> held = invoke(waits, 1);

    m_test->invoker().stop(waits.requestId);

    QTRY_COMPARE_WITH_TIMEOUT(finished(held), 1, patience);
    QCOMPARE(finished(first), 0);
    letGo();
    QTRY_COMPARE_WITH_TIMEOUT(finished(first), 1, patience);
}

void tst_Concurrency::idleEnvironmentsExpireInVirtualTime()
{
    letGo();
    RUN(first, *m_test, request());
    m_test->invoker().skip(299s);
    RUN(second, *m_test, request());
    m_test->invoker().skip(301s);
    RUN(third, *m_test, request());

    QVERIFY(!second.isCold());
    QVERIFY(third.coldStart == ColdStartReason::IdleExpired);
    QVERIFY(first.environment.id != third.environment.id);
}

/// The other one is busy, so that is why a new one is needed.
void tst_Concurrency::oneOfManyThatExpiredIsNoReason()
{
    const std::vector<Async<InvocationRecord>> two = invoke(request(), 2);
    letGo();
    QTRY_COMPARE_WITH_TIMEOUT(finished(two), 2, patience);
    QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("events/go"))));
    const std::vector<Async<InvocationRecord>> busy = invoke(request(), 1);
    m_test->invoker().skip(301s);
    const std::vector<Async<InvocationRecord>> cold = invoke(request(), 1);
    letGo();

    QTRY_COMPARE_WITH_TIMEOUT(finished(busy) + finished(cold), 2, patience);
    QVERIFY(!busy.front().result()->isCold());
    QVERIFY(cold.front().result()->coldStart == ColdStartReason::AllBusy);
}

void tst_Concurrency::oneRequestIdRunsOnce()
{
    InvocationRequest one = request();
    one.requestId = newRequestId();
    const std::vector<Async<InvocationRecord>> both = invoke(one, 2);

    QTRY_COMPARE_WITH_TIMEOUT(finished(both), 1, patience);
    QVERIFY(both[1].isFinished());
    QVERIFY(both[1].result().error().code == Error::Code::InvalidArgument);
    letGo();
    QTRY_COMPARE_WITH_TIMEOUT(finished(both), 2, patience);
}

COLDFRAME_TEST(tst_Concurrency);
#include "tst_concurrency.moc"
