// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/history/historymodel.h"
#include "tests/core/history/runsamples.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace coldframe;
using namespace coldframe::test;

namespace {

RunSummary runOf(int number)
{
    RunSummary run = summaryOf(runNumber(number),
                               {u"order"_qs, {}, RunOrigin::Window, {u"0a1b2c3d4e"_qs, false}});
    run.id = number;
    return run;
}

} // namespace

class tst_HistoryModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsARun();
    void asksForTheNextPageOnce();
    void growsAtBothEnds();
    void updatesInPlace();
};

void tst_HistoryModel::showsARun()
{
    HistoryModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRuns({runOf(1)}, false);
    const auto text
        = [&](HistoryModel::Column column) { return model.index(0, column).data().toString(); };

    QVERIFY(text(HistoryModel::Time).endsWith(u"00:00:01"_qs));
    QCOMPARE(text(HistoryModel::Function), u"orders"_qs);
    QCOMPARE(text(HistoryModel::Event), u"order"_qs);
    QCOMPARE(text(HistoryModel::Status), u"succeeded"_qs);
    QCOMPARE(text(HistoryModel::Start), u"warm"_qs);
    QCOMPARE(text(HistoryModel::Duration), u"10.0 ms"_qs);
    QCOMPARE(text(HistoryModel::Memory), u"40 MB"_qs);
    QCOMPARE(text(HistoryModel::Cost), QString()); // without prices
    QCOMPARE(text(HistoryModel::Commit), u"0a1b2c3d"_qs);
    QCOMPARE(model.index(0, HistoryModel::Duration).data(Qt::TextAlignmentRole).toInt(),
             int(Qt::AlignRight | Qt::AlignVCenter));
    model.setPriceBook(
        *PriceBook::loadNewest(QStringLiteral(COLDFRAME_SOURCE_DIR "/resources/pricing")));
    QVERIFY(text(HistoryModel::Cost).startsWith(u"$0.00000"_qs));
}

void tst_HistoryModel::asksForTheNextPageOnce()
{
    HistoryModel model;
    QSignalSpy asked(&model, &HistoryModel::moreRequested);
    model.setRuns({runOf(9), runOf(8)}, true);
    QVERIFY(model.canFetchMore({}));

    model.fetchMore({});
    model.fetchMore({});

    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.at(0).at(0).value<RunId>(), 8);
    model.append({runOf(7)}, false);
    QVERIFY(!model.canFetchMore({}));
    QCOMPARE(model.rowCount(), 3);
}

void tst_HistoryModel::growsAtBothEnds()
{
    HistoryModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRuns({runOf(5)}, true);

    model.prepend({runOf(7), runOf(6)});
    model.append({runOf(4)}, false);
    model.append({}, false);

    QCOMPARE(*model.newest(), 7);
    QCOMPARE(*model.oldest(), 4);
    QCOMPARE(model.run(2).id, 5);
}

void tst_HistoryModel::updatesInPlace()
{
    HistoryModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRuns({runOf(3), runOf(2), runOf(1)}, false);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    RunSummary tagged = runOf(3);
    tagged.tags = {u"baseline"_qs};

    model.update({tagged, runOf(1)});

    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(model.index(0, HistoryModel::Tags).data().toString(), u"baseline"_qs);
}

COLDFRAME_TEST(tst_HistoryModel);

#include "tst_historymodel.moc"
