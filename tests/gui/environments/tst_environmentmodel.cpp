// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/environments/environmentmodel.h"

#include "tests/core/timeline/environmentstory.h"
#include "tests/support/handclock.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_EnvironmentModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void showsADescription_data();
    void showsADescription();
    void sortsRaw();
    void keepsRowsThatStay();
    void agesGoOn_data();
    void agesGoOn();
    void tellsThatAgesAreOthers();

private:
    QString text(int row, EnvironmentModel::Column column) const
    {
        return m_model->index(row, column).data().toString();
    }

    HandClock m_clock;
    std::unique_ptr<EnvironmentModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

COLDFRAME_TEST(tst_EnvironmentModel);

namespace {

EnvironmentDescription busyOne()
{
    EnvironmentDescription one
        = environmentIn(EnvironmentState::Busy, 60ms, QStringLiteral("0123456789abcdef"));
    one.invocations = 1'234;
    one.peakMemory = MebiBytes{87};
    one.provisioned = true;
    one.interpreterVersion = QStringLiteral("Python 3.11.2");
    one.isolation = Isolation::Bubblewrap;
    return one;
}

} // namespace

void tst_EnvironmentModel::init()
{
    m_clock = {};
    m_model = std::make_unique<EnvironmentModel>(m_clock);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
}

void tst_EnvironmentModel::showsADescription_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("expected");

    QTest::newRow("id") << int(EnvironmentModel::Environment) << QStringLiteral("abcdef");
    QTest::newRow("function") << int(EnvironmentModel::Function) << QStringLiteral("orders");
    QTest::newRow("state") << int(EnvironmentModel::State) << QStringLiteral("Busy");
    QTest::newRow("age") << int(EnvironmentModel::Age) << QStringLiteral("9 s");
    QTest::newRow("memory") << int(EnvironmentModel::PeakMemory) << QStringLiteral("87 MB");
    QTest::newRow("provisioned") << int(EnvironmentModel::Provisioned) << QStringLiteral("yes");
    QTest::newRow("version") << int(EnvironmentModel::Version) << QStringLiteral("Python 3.11.2");
    QTest::newRow("isolation") << int(EnvironmentModel::IsolationKind)
                               << QStringLiteral("bubblewrap");
}

void tst_EnvironmentModel::showsADescription()
{
    QFETCH(int, column);
    QFETCH(QString, expected);
    m_model->setEnvironments({busyOne()});
    m_clock.advance(9'900ms);

    QCOMPARE(text(0, EnvironmentModel::Column(column)), expected);
}

void tst_EnvironmentModel::sortsRaw()
{
    EnvironmentDescription young
        = environmentIn(EnvironmentState::Idle, 60ms, QStringLiteral("young"));
    young.startedAt = at(5s);
    young.invocations = 9;
    m_model->setEnvironments({busyOne(), young});
    const auto key = [this](int row, EnvironmentModel::Column column) {
        return m_model->index(row, column).data(EnvironmentModel::SortRole).toLongLong();
    };
    QVERIFY(key(0, EnvironmentModel::Age) > key(1, EnvironmentModel::Age));
    QVERIFY(key(0, EnvironmentModel::Calls) > key(1, EnvironmentModel::Calls));
    QVERIFY(key(0, EnvironmentModel::PeakMemory) > key(1, EnvironmentModel::PeakMemory));
}

void tst_EnvironmentModel::keepsRowsThatStay()
{
    const auto a = environmentIn(EnvironmentState::Idle, 60ms, QStringLiteral("a"));
    const auto b = environmentIn(EnvironmentState::Idle, 60ms, QStringLiteral("b"));
    const auto c = environmentIn(EnvironmentState::Idle, 60ms, QStringLiteral("c"));
    m_model->setEnvironments({a, b});
    const QPersistentModelIndex rowOfB = m_model->index(1, 0);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);

    EnvironmentDescription busy = b;
    busy.state = EnvironmentState::Busy;
    m_model->setEnvironments({c, busy});

    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(rowOfB.row(), 0);
    QCOMPARE(m_model->environment(0).state, EnvironmentState::Busy);
    QCOMPARE(m_model->environment(1).id, QStringLiteral("c"));
    QCOMPARE(reset.size(), 0);
    QCOMPARE(changed.size(), 1);
    m_model->setEnvironments({c, busy});
    QCOMPARE(changed.size(), 1);
}

void tst_EnvironmentModel::agesGoOn_data()
{
    QTest::addColumn<std::chrono::milliseconds>("age");
    QTest::addColumn<QString>("expected");
    QTest::newRow("new") << 0ms << QStringLiteral("0 s");
    QTest::newRow("below a minute") << 59'999ms << QStringLiteral("59 s");
    QTest::newRow("a minute") << 61'000ms << QStringLiteral("1 min 1 s");
    QTest::newRow("an hour") << std::chrono::milliseconds(3h + 5min) << QStringLiteral("3 h 5 min");
}

void tst_EnvironmentModel::agesGoOn()
{
    QFETCH(std::chrono::milliseconds, age);
    QFETCH(QString, expected);
    m_model->setEnvironments({busyOne()});
    m_clock.moveTo(age);
    QCOMPARE(text(0, EnvironmentModel::Age), expected);
}

void tst_EnvironmentModel::tellsThatAgesAreOthers()
{
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->tick();
    QCOMPARE(changed.size(), 0);
    m_model->setEnvironments({busyOne()});
    m_model->tick();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().column(), int(EnvironmentModel::Age));
}

#include "tst_environmentmodel.moc"
