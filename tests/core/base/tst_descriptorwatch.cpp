// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/descriptorwatch.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <QThread>

#include <array>
#include <atomic>
#include <memory>
#include <optional>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace coldframe;
using Readiness = DescriptorWatch::Readiness;

namespace {

/// Two connected ends.
class SocketEnds
{
public:
    SocketEnds()
    {
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, m_ends.data())
            != 0)
            qFatal("socketpair");
    }
    ~SocketEnds()
    {
        closeOther();
        ::close(m_ends[0]);
    }
    SocketEnds(const SocketEnds &) = delete;
    SocketEnds &operator=(const SocketEnds &) = delete;

    int watched() const { return m_ends[0]; }
    void write() const { QCOMPARE(::write(m_ends[1], "x", 1), ssize_t(1)); }
    void read() const
    {
        char byte = 0;
        QCOMPARE(::read(m_ends[0], &byte, 1), ssize_t(1));
    }
    void closeOther()
    {
        if (m_ends[1] >= 0)
            ::close(std::exchange(m_ends[1], -1));
    }

private:
    std::array<int, 2> m_ends{-1, -1};
};

void takeATurn()
{
    QCoreApplication::processEvents();
}

} // namespace

class tst_DescriptorWatch final : public QObject
{
    Q_OBJECT

private slots:
    void tellsAsLongAsThereIsSomething();
    void tellsOfTheEnd();
    void tellsBothOfOneDescriptor();
    void isSilentWhenDisabled();
    void mayEndInItsOwnCall();
    void mayEndAnotherOfTheSameTurn();
    void seesAnotherDescriptorOfTheSameNumber();
    void tellsEarlyOnesFirst();
    void catchesUpWithEarlyOnes_data();
    void catchesUpWithEarlyOnes();
    void knowsWhetherItIsToldAlone();
    void worksInEachThread();
};

void tst_DescriptorWatch::tellsAsLongAsThereIsSomething()
{
    const SocketEnds ends;
    int told = 0;
    const DescriptorWatch watch(ends.watched(), Readiness::Readable, [&] { ++told; });
    takeATurn();
    QCOMPARE(told, 0);
    ends.write();
    takeATurn();
    QCOMPARE(told, 1);
    takeATurn();
    QCOMPARE(told, 2);
    ends.read();
    takeATurn();
    QCOMPARE(told, 2);
}

void tst_DescriptorWatch::tellsOfTheEnd()
{
    SocketEnds ends;
    int told = 0;
    const DescriptorWatch watch(ends.watched(), Readiness::Readable, [&] { ++told; });
    ends.closeOther();
    takeATurn();
    QCOMPARE(told, 1);
}

void tst_DescriptorWatch::tellsBothOfOneDescriptor()
{
    const SocketEnds ends;
    int readable = 0;
    int writable = 0;
    const DescriptorWatch reading(ends.watched(), Readiness::Readable, [&] { ++readable; });
    DescriptorWatch writing(
        ends.watched(), Readiness::Writable, [&] { ++writable; }, false);
    ends.write();
    takeATurn();
    QCOMPARE(readable, 1);
    QCOMPARE(writable, 0);
    writing.setEnabled(true);
    takeATurn();
    QCOMPARE(readable, 2);
    QCOMPARE(writable, 1);
    writing.setEnabled(false);
    takeATurn();
    QCOMPARE(readable, 3);
    QCOMPARE(writable, 1);
}

void tst_DescriptorWatch::isSilentWhenDisabled()
{
    const SocketEnds ends;
    int told = 0;
    DescriptorWatch watch(ends.watched(), Readiness::Readable, [&] { ++told; });
    ends.write();
    watch.setEnabled(false);
    takeATurn();
    QCOMPARE(told, 0);
    watch.setEnabled(true);
    takeATurn();
    QCOMPARE(told, 1);
}

void tst_DescriptorWatch::mayEndInItsOwnCall()
{
    const SocketEnds ends;
    int told = 0;
    std::unique_ptr<DescriptorWatch> watch;
    watch = std::make_unique<DescriptorWatch>(ends.watched(), Readiness::Readable, [&] {
        watch.reset();
        ++told; // what was captured is still there
    });
    ends.write();
    takeATurn();
    takeATurn();
    QCOMPARE(told, 1);
    QVERIFY(!watch);
}

void tst_DescriptorWatch::mayEndAnotherOfTheSameTurn()
{
    const std::array<SocketEnds, 2> ends;
    std::array<std::unique_ptr<DescriptorWatch>, 2> watches;
    int told = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        watches[i] = std::make_unique<DescriptorWatch>(ends[i].watched(), Readiness::Readable,
                                                       [&watches, &told, other = 1 - i] {
                                                           ++told;
                                                           watches[other].reset();
                                                       });
        ends[i].write();
    }
    takeATurn();
    QCOMPARE(told, 1);
}

void tst_DescriptorWatch::seesAnotherDescriptorOfTheSameNumber()
{
    auto first = std::make_unique<SocketEnds>();
    const int number = first->watched();
    auto watch = std::make_unique<DescriptorWatch>(number, Readiness::Readable, [] {});
    watch.reset();
    first.reset();
    const SocketEnds second;
    QCOMPARE(second.watched(), number);
    int told = 0;
    const DescriptorWatch again(number, Readiness::Readable, [&] { ++told; });
    takeATurn();
    QCOMPARE(told, 0);
    second.write();
    takeATurn();
    QCOMPARE(told, 1);
}

void tst_DescriptorWatch::tellsEarlyOnesFirst()
{
    const SocketEnds answer;
    const SocketEnds log;
    QByteArrayList told;
    const DescriptorWatch usual(answer.watched(), Readiness::Readable, [&] { told += "answer"; });
    const DescriptorWatch early(
        log.watched(), Readiness::Readable, [&] { told += "log"; }, true,
        DescriptorWatch::Order::Early);
    answer.write();
    log.write();
    takeATurn();
    QCOMPARE(told, (QByteArrayList{"log", "answer"}));
}

void tst_DescriptorWatch::catchesUpWithEarlyOnes_data()
{
    QTest::addColumn<int>("others");

    QTest::newRow("alone") << 0;
    QTest::newRow("with others") << 3;
    QTest::newRow("with more than are asked for at once") << 200;
}

void tst_DescriptorWatch::catchesUpWithEarlyOnes()
{
    QFETCH(const int, others);
    DescriptorWatch::catchUp(); // nothing is watched yet
    int toldOthers = 0;
    std::vector<std::unique_ptr<SocketEnds>> otherEnds;
    std::vector<std::unique_ptr<DescriptorWatch>> otherWatches;
    for (int i = 0; i < others; ++i) {
        otherEnds.push_back(std::make_unique<SocketEnds>());
        otherEnds.back()->write();
        otherWatches.push_back(std::make_unique<DescriptorWatch>(
            otherEnds.back()->watched(), Readiness::Readable, [&] { ++toldOthers; }));
    }
    const SocketEnds ends;
    int told = 0;
    const DescriptorWatch watch(
        ends.watched(), Readiness::Readable,
        [&] {
            ++told;
            ends.read();
        },
        true, DescriptorWatch::Order::Early);
    ends.write();
    DescriptorWatch::catchUp();
    QCOMPARE(told, 1);
    QCOMPARE(toldOthers, 0);
}

void tst_DescriptorWatch::knowsWhetherItIsToldAlone()
{
    QVERIFY(!DescriptorWatch::isToldAlone());
    const SocketEnds one;
    const SocketEnds other;
    std::vector<bool> alone;
    const auto tell = [&alone](const SocketEnds &ends) {
        return [&alone, &ends] {
            ends.read();
            DescriptorWatch::catchUp(); // changes nothing for who asks behind it
            alone.push_back(DescriptorWatch::isToldAlone());
        };
    };
    const DescriptorWatch first(one.watched(), Readiness::Readable, tell(one));
    const DescriptorWatch second(other.watched(), Readiness::Readable, tell(other));
    one.write();
    takeATurn();
    QCOMPARE(alone, std::vector<bool>{true});
    one.write();
    other.write();
    takeATurn();
    QCOMPARE(alone, (std::vector<bool>{true, false, false}));
    QVERIFY(!DescriptorWatch::isToldAlone());
}

void tst_DescriptorWatch::worksInEachThread()
{
    const SocketEnds here;
    const SocketEnds there;
    int toldHere = 0;
    std::atomic_int toldThere = 0;
    const DescriptorWatch watch(here.watched(), Readiness::Readable, [&] { ++toldHere; });
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        QEventLoop loop;
        const DescriptorWatch other(there.watched(), Readiness::Readable, [&] {
            ++toldThere;
            loop.quit();
        });
        there.write();
        loop.exec();
    }));
    thread->start();
    QVERIFY(thread->wait());
    QCOMPARE(toldThere.load(), 1);
    QCOMPARE(toldHere, 0);
}

COLDFRAME_TEST(tst_DescriptorWatch);

#include "tst_descriptorwatch.moc"
