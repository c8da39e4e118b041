// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logs/filteredlogmodel.h"
#include "gui/logs/logmodel.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace coldframe;

namespace {

LogLine modelLine(const QByteArray &text, LogLevel level = LogLevel::None)
{
    return {WallTime{}, LogSource::Function, level, text};
}

std::vector<LogLine> numbered(int first, int count)
{
    std::vector<LogLine> lines;
    for (int i = first; i < first + count; ++i)
        lines.push_back(modelLine(QByteArray::number(i)));
    return lines;
}

QStringList texts(const QAbstractItemModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.append(model.index(row, 0).data().toString());
    return all;
}

} // namespace

class tst_LogModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appendedLinesComeWithTheNextFrame();
    void manyAppendsAreOneInsertion();
    void aFullRingLosesItsOldestLines();
    void moreThanTheRingHoldsAtOnce();
    void aContinuedLogIsNotReset();
    void anotherLogIsAReset();
    void aFilterKeepsTheOrder();
    void anAppendIsFilteredAndInserted();
    void linesThatLeaveTheRingLeaveTheFilter();
    void aLineIsFoundAgainByItsNumber();
    void aHundredThousandLinesAreAppendedInAMoment();
    void manyLinesAreFilteredInAnotherThread();
    void linesThatComeDuringAFilterAreFilteredToo();
    void anotherFilterGivesTheFirstOneUp();
    void aPauseHoldsLinesBack();
    void aTableShowsMembers();
};

void tst_LogModel::appendedLinesComeWithTheNextFrame()
{
    LogModel model;
    QAbstractItemModelTester tester(&model);

    model.append({modelLine("one")});

    QCOMPARE(model.rowCount(), 0);
    QTRY_COMPARE(texts(model), QStringList{u"one"_qs});
}

void tst_LogModel::manyAppendsAreOneInsertion()
{
    LogModel model;
    const QSignalSpy insertions(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);

    for (int i = 0; i < 50; ++i)
        model.append(numbered(i, 1));
    model.flush();

    QCOMPARE(model.rowCount(), 50);
    QCOMPARE(insertions.count(), 1);
    QCOMPARE(resets.count(), 0);
}

void tst_LogModel::aFullRingLosesItsOldestLines()
{
    LogModel model(3);
    QAbstractItemModelTester tester(&model);
    model.append(numbered(0, 2));
    model.flush();

    model.append(numbered(2, 3));
    model.flush();

    QCOMPARE(texts(model), (QStringList{u"2"_qs, u"3"_qs, u"4"_qs}));
    QCOMPARE(model.droppedLines(), 2);
}

void tst_LogModel::moreThanTheRingHoldsAtOnce()
{
    LogModel model(3);
    QAbstractItemModelTester tester(&model);
    model.append(numbered(0, 2));
    model.flush();

    model.append(numbered(2, 8));
    model.flush();

    QCOMPARE(texts(model), (QStringList{u"7"_qs, u"8"_qs, u"9"_qs}));
    QCOMPARE(model.firstNumber(), 7);
}

void tst_LogModel::aContinuedLogIsNotReset()
{
    LogModel model;
    model.append(numbered(0, 2));
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);

    model.setLines(numbered(0, 3));

    QCOMPARE(texts(model), (QStringList{u"0"_qs, u"1"_qs, u"2"_qs}));
    QCOMPARE(resets.count(), 0);
}

void tst_LogModel::anotherLogIsAReset()
{
    LogModel model;
    QAbstractItemModelTester tester(&model);
    model.append(numbered(0, 2));
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);

    model.setLines(numbered(7, 3));

    QCOMPARE(texts(model), (QStringList{u"7"_qs, u"8"_qs, u"9"_qs}));
    QCOMPARE(resets.count(), 1);
    QCOMPARE(model.droppedLines(), 0);
}

void tst_LogModel::aFilterKeepsTheOrder()
{
    LogModel model;
    FilteredLogModel filtered(model);
    QAbstractItemModelTester tester(&filtered);
    model.setLines(numbered(0, 25));

    filtered.setMatcher(*LogMatcher::make({u"2"_qs}));

    QCOMPARE(texts(filtered),
             (QStringList{u"2"_qs, u"12"_qs, u"20"_qs, u"21"_qs, u"22"_qs, u"23"_qs, u"24"_qs}));
    QCOMPARE(filtered.sourceRowCount(), 25);
}

void tst_LogModel::anAppendIsFilteredAndInserted()
{
    LogModel model;
    FilteredLogModel filtered(model);
    QAbstractItemModelTester tester(&filtered);
    filtered.setMatcher(*LogMatcher::make({{}, LogLevel::Warn}));
    const QSignalSpy resets(&filtered, &QAbstractItemModel::modelReset);
    const QSignalSpy insertions(&filtered, &QAbstractItemModel::rowsInserted);

    model.append({modelLine("a", LogLevel::Info), modelLine("b", LogLevel::Error), modelLine("c"),
                  modelLine("d", LogLevel::Warn)});
    model.flush();

    QCOMPARE(texts(filtered), (QStringList{u"b"_qs, u"d"_qs}));
    QCOMPARE(insertions.count(), 1);
    QCOMPARE(resets.count(), 0);
}

void tst_LogModel::linesThatLeaveTheRingLeaveTheFilter()
{
    LogModel model(4);
    FilteredLogModel filtered(model);
    QAbstractItemModelTester tester(&filtered);
    filtered.setMatcher(*LogMatcher::make({u"~[02468]$"_qs}));
    model.append(numbered(0, 4));
    model.flush();
    QCOMPARE(texts(filtered), (QStringList{u"0"_qs, u"2"_qs}));

    model.append(numbered(4, 1));
    model.flush();

    QCOMPARE(texts(filtered), (QStringList{u"2"_qs, u"4"_qs}));
}

void tst_LogModel::aLineIsFoundAgainByItsNumber()
{
    LogModel model;
    FilteredLogModel filtered(model);
    model.setLines(numbered(0, 30));

    filtered.setMatcher(*LogMatcher::make({u"2"_qs}));

    QCOMPARE(filtered.rowFrom(12), 1);
    QCOMPARE(filtered.rowFrom(13), 2);
    QCOMPARE(filtered.rowFrom(30), -1);
}

void tst_LogModel::aHundredThousandLinesAreAppendedInAMoment()
{
    LogModel model;
    FilteredLogModel filtered(model);
    filtered.setMatcher(*LogMatcher::make({u"7"_qs}));

    QBENCHMARK_ONCE
    {
        model.append(numbered(0, 100'000));
        model.flush();
    }

    QCOMPARE(model.rowCount(), 100'000);
    QCOMPARE(filtered.rowCount(), 40'951);
}

void tst_LogModel::manyLinesAreFilteredInAnotherThread()
{
    LogModel model;
    FilteredLogModel filtered(model);
    model.setLines(numbered(0, 50'000));

    filtered.setMatcher(*LogMatcher::make({u"777"_qs}));

    QVERIFY(filtered.filtering());
    QCOMPARE(filtered.rowCount(), 50'000); // what was shown stays
    QTRY_VERIFY(!filtered.filtering());
    QCOMPARE(filtered.rowCount(), 95);
    filtered.setMatcher({});
    QVERIFY(!filtered.filtering());
    QCOMPARE(filtered.rowCount(), 50'000);
}

void tst_LogModel::linesThatComeDuringAFilterAreFilteredToo()
{
    LogModel model(50'000);
    FilteredLogModel filtered(model);
    model.setLines(numbered(0, 50'000));
    QAbstractItemModelTester tester(&filtered);

    filtered.setMatcher(*LogMatcher::make({u"777"_qs}));
    model.append(numbered(77'700, 1'000)); // 0 to 999 leave
    model.flush();

    QTRY_VERIFY(!filtered.filtering());
    QCOMPARE(filtered.view(0).text.toByteArray(), QByteArray("1777"));
    QCOMPARE(filtered.view(filtered.rowCount() - 1).text.toByteArray(), QByteArray("77799"));
}

void tst_LogModel::anotherFilterGivesTheFirstOneUp()
{
    LogModel model;
    FilteredLogModel filtered(model);
    model.setLines(numbered(0, 50'000));

    filtered.setMatcher(*LogMatcher::make({u"777"_qs}));
    const SharedLogProgress first = filtered.filtering();
    filtered.setMatcher(*LogMatcher::make({u"49999"_qs}));

    QVERIFY(first->isCancelled);
    QTRY_VERIFY(!filtered.filtering());
    QCOMPARE(texts(filtered), QStringList{u"49999"_qs});
}

void tst_LogModel::aPauseHoldsLinesBack()
{
    LogModel model;
    QAbstractItemModelTester tester(&model);
    model.append(numbered(0, 2));

    model.setPaused(true);
    model.append(numbered(2, 3));

    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.waitingLines(), 3);
    model.setPaused(false);
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.waitingLines(), 0);
}

void tst_LogModel::aTableShowsMembers()
{
    LogModel model;
    FilteredLogModel filtered(model);
    QAbstractItemModelTester tester(&filtered);
    model.setLines({modelLine("{\"msg\":\"hi\",\"cart\":{\"total\":42}}"), modelLine("text")});

    filtered.setColumns(
        {{{LogField::Kind::Member, u"cart.total"_qs}, 0}, {{LogField::Kind::Message, {}}, 0}});

    QCOMPARE(filtered.columnCount(), 2);
    QCOMPARE(filtered.headerData(0, Qt::Horizontal).toString(), u"cart.total"_qs);
    QCOMPARE(filtered.index(0, 0).data().toString(), u"42"_qs);
    QCOMPARE(filtered.index(0, 1).data().toString(), u"hi"_qs);
    QCOMPARE(filtered.index(1, 1).data().toString(), u"text"_qs);
    filtered.setColumns({});
    QCOMPARE(filtered.index(1, 0).data().toString(), u"text"_qs);
}

COLDFRAME_TEST(tst_LogModel);

#include "tst_logmodel.moc"
