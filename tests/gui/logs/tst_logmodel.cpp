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
    filtered.setMatcher(*LogMatcher::make({{}, LogFilter::Syntax::Substring, LogLevel::Warn}));
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
    filtered.setMatcher(*LogMatcher::make({u"[02468]$"_qs, LogFilter::Syntax::RegularExpression}));
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

COLDFRAME_TEST(tst_LogModel);

#include "tst_logmodel.moc"
