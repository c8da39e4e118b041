// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/endpoint/servedmodel.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_ServedModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNewestCallStandsFirst();
    void theOldestLeave_data();
    void theOldestLeave();
    void cells_data();
    void cells();
};

namespace {

ServedCall callNumber(int number)
{
    ServedCall call;
    call.at = WallTime(1795420800s);
    call.request.operation = u"Invoke"_qs;
    call.request.functionName = QStringLiteral("function-%1").arg(number);
    call.request.status = 200;
    call.request.duration = 12'300us;
    return call;
}

std::vector<ServedCall> callsNumbered(int first, int last)
{
    std::vector<ServedCall> calls;
    for (int number = first; number <= last; ++number)
        calls.push_back(callNumber(number));
    return calls;
}

} // namespace

void tst_ServedModel::theNewestCallStandsFirst()
{
    ServedModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);

    model.add(callsNumbered(1, 2));
    model.add(callsNumbered(3, 4));

    QCOMPARE(model.call(0).request.functionName, u"function-4"_qs);
    QCOMPARE(model.call(3).request.functionName, u"function-1"_qs);
    QCOMPARE(inserts.count(), 2);
}

void tst_ServedModel::theOldestLeave_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");

    QTest::addRow("one by one") << ServedModel::MostCalls << ServedModel::MostCalls + 1;
    QTest::addRow("a burst") << 10 << ServedModel::MostCalls + 5;
    QTest::addRow("a burst that is longer than the list") << 10 << 3 * ServedModel::MostCalls;
}

void tst_ServedModel::theOldestLeave()
{
    QFETCH(int, before);
    QFETCH(int, after);
    ServedModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add(callsNumbered(1, before));

    model.add(callsNumbered(before + 1, after));

    QCOMPARE(model.rowCount(), ServedModel::MostCalls);
    QCOMPARE(model.call(0).request.functionName, QStringLiteral("function-%1").arg(after));
    QCOMPARE(model.call(ServedModel::MostCalls - 1).request.functionName,
             QStringLiteral("function-%1").arg(after - ServedModel::MostCalls + 1));
}

void tst_ServedModel::cells_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("text");

    QTest::addRow("time") << int(ServedModel::Time) << u"08:00:00"_qs;
    QTest::addRow("what is no call of Lambda") << int(ServedModel::Operation) << u"GET /nothing"_qs;
    QTest::addRow("status") << int(ServedModel::Status) << u"404"_qs;
    QTest::addRow("duration") << int(ServedModel::Duration) << u"12.3 ms"_qs;
    QTest::addRow("error") << int(ServedModel::Problem) << u"UnknownOperationException"_qs;
}

void tst_ServedModel::cells()
{
    QFETCH(int, column);
    QFETCH(QString, text);
    ServedCall call = callNumber(1);
    call.request.method = u"GET"_qs;
    call.request.path = u"/nothing"_qs;
    call.request.operation.clear();
    call.request.status = 404;
    call.request.error = u"UnknownOperationException"_qs;
    ServedModel model;

    model.add({call});

    QCOMPARE(model.index(0, column).data().toString(), text);
    QVERIFY(model.index(0, column).data(ServedModel::FailedRole).toBool());
}

COLDFRAME_TEST(tst_ServedModel);

#include "tst_servedmodel.moc"
