// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/scheduler.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

/// Figures are those of scaling, section 1.
class tst_Scheduler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTakenUntilItIsRefused_data();
    void whatIsTakenUntilItIsRefused();
    void provisionedConcurrencyIsUsedFirst();
    void provisionedConcurrencyIsSetAsideForItsFunction();
    void provisionedConcurrencyIsAPartOfWhatIsReserved();
    void whatIsGivenBackCanBeTakenAgain();
    void requestsOfASecond_data();
    void requestsOfASecond();
    void aRefusalCostsNoRequest();
    void newEnvironments();
    void leasesOutliveAChangeOfTheLimits();
};

namespace {

using Caller = Scheduler::Caller;
using Kind = Scheduler::Lease::Kind;

const QString ordersName = QStringLiteral("orders");
const QString mailsName = QStringLiteral("mails");
const Instant beginning{1h};

ConcurrencySettings settings(int account, std::map<QString, int> reserved = {})
{
    ConcurrencySettings settings;
    settings.account = account;
    settings.reserved = std::move(reserved);
    return settings;
}

/// The leases that a function gets until the first refusal.
std::vector<Scheduler::Lease> takeAll(Scheduler &scheduler, const QString &name,
                                      std::optional<ThrottleReason> *refusal = nullptr)
{
    std::vector<Scheduler::Lease> leases;
    for (;;) {
        const auto lease = scheduler.take(name, Caller::Asynchronous, beginning);
        if (!lease) {
            if (refusal)
                *refusal = lease.error();
            return leases;
        }
        leases.push_back(*lease);
    }
}

} // namespace

Q_DECLARE_METATYPE(coldframe::ThrottleReason)
using Limits = std::map<QString, int>;
Q_DECLARE_METATYPE(Limits)

void tst_Scheduler::whatIsTakenUntilItIsRefused_data()
{
    QTest::addColumn<int>("account");
    QTest::addColumn<Limits>("reserved");
    QTest::addColumn<int>("taken");
    QTest::addColumn<ThrottleReason>("reason");
    const auto accountLimit = ThrottleReason::ConcurrentInvocationLimitExceeded;
    const auto ownLimit = ThrottleReason::ReservedFunctionConcurrentInvocationLimitExceeded;

    QTest::addRow("the account's default") << 1000 << Limits{} << 1000 << accountLimit;
    QTest::addRow("a new account") << 10 << Limits{} << 10 << accountLimit;
    QTest::addRow("reserved is a ceiling") << 1000 << Limits{{ordersName, 10}} << 10 << ownLimit;
    QTest::addRow("reserved 0 throttles all") << 1000 << Limits{{ordersName, 0}} << 0 << ownLimit;
    QTest::addRow("others' reservations are missing")
        << 1000 << Limits{{mailsName, 900}} << 100 << accountLimit;
    QTest::addRow("all is reserved for others")
        << 1000 << Limits{{mailsName, 1000}} << 0 << accountLimit;
}

void tst_Scheduler::whatIsTakenUntilItIsRefused()
{
    QFETCH(int, account);
    QFETCH(Limits, reserved);
    Scheduler scheduler;
    scheduler.setSettings(settings(account, reserved));

    std::optional<ThrottleReason> refusal;
    const std::size_t taken = takeAll(scheduler, ordersName, &refusal).size();

    QTEST(int(taken), "taken");
    QTEST(refusal.value(), "reason");
}

void tst_Scheduler::provisionedConcurrencyIsUsedFirst()
{
    Scheduler scheduler;
    scheduler.setSettings(settings(10));
    scheduler.setProvisioned(ordersName, 2);

    const std::vector<Scheduler::Lease> leases = takeAll(scheduler, ordersName);

    QCOMPARE(int(leases.size()), 10); // what is above spills over
    QVERIFY(leases[0].kind == Kind::Provisioned);
    QVERIFY(leases[1].kind == Kind::Provisioned);
    QVERIFY(leases[2].kind == Kind::Unreserved);
}

void tst_Scheduler::provisionedConcurrencyIsSetAsideForItsFunction()
{
    Scheduler scheduler;
    scheduler.setSettings(settings(10));
    scheduler.setProvisioned(ordersName, 4);

    QCOMPARE(int(takeAll(scheduler, mailsName).size()), 6);
    QCOMPARE(int(takeAll(scheduler, ordersName).size()), 4);
}

void tst_Scheduler::provisionedConcurrencyIsAPartOfWhatIsReserved()
{
    Scheduler scheduler;
    scheduler.setSettings(settings(10, {{ordersName, 5}}));
    scheduler.setProvisioned(ordersName, 3);

    std::optional<ThrottleReason> refusal;
    const std::vector<Scheduler::Lease> leases = takeAll(scheduler, ordersName, &refusal);

    QCOMPARE(int(leases.size()), 5);
    QVERIFY(leases[2].kind == Kind::Provisioned);
    QVERIFY(leases[3].kind == Kind::Reserved);
    QVERIFY(refusal == ThrottleReason::ReservedFunctionConcurrentInvocationLimitExceeded);
    QCOMPARE(scheduler.unreservedLimit(), 5);
}

void tst_Scheduler::whatIsGivenBackCanBeTakenAgain()
{
    Scheduler scheduler;
    scheduler.setSettings(settings(10, {{mailsName, 4}}));
    scheduler.setProvisioned(ordersName, 1);
    for (const QString &name : {ordersName, mailsName}) {
        const std::vector<Scheduler::Lease> leases = takeAll(scheduler, name);
        for (const Scheduler::Lease &lease : leases)
            scheduler.give(lease);
        const std::vector<Scheduler::Lease> again = takeAll(scheduler, name);
        QCOMPARE(again.size(), leases.size());
        QVERIFY(again.front().kind == leases.front().kind);
    }
}

void tst_Scheduler::requestsOfASecond_data()
{
    QTest::addColumn<Limits>("reserved");
    QTest::addColumn<bool>("synchronous");
    QTest::addColumn<int>("taken");
    QTest::addColumn<ThrottleReason>("reason");

    QTest::addRow("10 for each of the account's")
        << Limits{} << true << 1000 << ThrottleReason::FunctionInvocationRateLimitExceeded;
    QTest::addRow("10 for each reserved one")
        << Limits{{ordersName, 7}} << true << 70
        << ThrottleReason::ReservedFunctionInvocationRateLimitExceeded;
    QTest::addRow("no limit of asynchronous ones")
        << Limits{{ordersName, 7}} << false << 5000 << ThrottleReason::CallerRateLimitExceeded;
}

/// One after the other, each done before the next: the concurrency is never above 1.
void tst_Scheduler::requestsOfASecond()
{
    QFETCH(Limits, reserved);
    QFETCH(bool, synchronous);
    QFETCH(int, taken);
    Scheduler scheduler;
    scheduler.setSettings(settings(100, reserved));
    const Caller caller = synchronous ? Caller::Synchronous : Caller::Asynchronous;

    for (int count = 0; count < taken; ++count) {
        const auto lease = scheduler.take(ordersName, caller, beginning);
        QVERIFY2(lease.has_value(), QByteArray::number(count).constData());
        scheduler.give(*lease);
    }
    if (!synchronous)
        return;
    const auto refused = scheduler.take(ordersName, caller, beginning);
    QVERIFY(!refused);
    QTEST(refused.error(), "reason");

    const auto half = scheduler.take(ordersName, caller, beginning + 500ms); // refilled all the time
    QVERIFY(half.has_value());
    scheduler.give(*half);
    for (int count = 1; count < taken / 2; ++count)
        scheduler.give(scheduler.take(ordersName, caller, beginning + 500ms).value());
    QVERIFY(!scheduler.take(ordersName, caller, beginning + 500ms));
}

void tst_Scheduler::aRefusalCostsNoRequest()
{
    Scheduler scheduler;
    scheduler.setSettings(settings(100, {{ordersName, 1}}));
    const auto lease = scheduler.take(ordersName, Caller::Synchronous, beginning);
    QVERIFY(lease.has_value());
    for (int count = 0; count < 100; ++count) {
        const auto refused = scheduler.take(ordersName, Caller::Synchronous, beginning);
        QVERIFY(!refused);
        QVERIFY(refused.error()
                == ThrottleReason::ReservedFunctionConcurrentInvocationLimitExceeded);
    }
    scheduler.give(*lease);
    QVERIFY(scheduler.take(ordersName, Caller::Synchronous, beginning).has_value());
}

void tst_Scheduler::newEnvironments()
{
    Scheduler scheduler;
    const auto takeSome = [&scheduler](Instant at) {
        int taken = 0;
        while (scheduler.takeNewEnvironment(ordersName, at))
            ++taken;
        return taken;
    };

    QCOMPARE(takeSome(beginning), 1000);
    QCOMPARE(takeSome(beginning + 5s), 500);
    QCOMPARE(takeSome(beginning + 15s), 1000);
    QCOMPARE(takeSome(beginning + 1h), 1000); // what is not used does not add up
    QVERIFY(scheduler.takeNewEnvironment(mailsName, beginning)); // each function has its own
}

void tst_Scheduler::leasesOutliveAChangeOfTheLimits()
{
    Scheduler scheduler;
    scheduler.setSettings(settings(10));
    const std::vector<Scheduler::Lease> leases = takeAll(scheduler, ordersName);
    scheduler.setSettings(settings(5));

    QVERIFY(!scheduler.take(ordersName, Caller::Asynchronous, beginning));
    for (std::size_t count = 0; count < 5; ++count)
        scheduler.give(leases[count]);
    QVERIFY(!scheduler.take(ordersName, Caller::Asynchronous, beginning));
    scheduler.give(leases[5]);
    QVERIFY(scheduler.take(ordersName, Caller::Asynchronous, beginning).has_value());
}

COLDFRAME_TEST(tst_Scheduler);
#include "tst_scheduler.moc"
