// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logsearch.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;

namespace {

LogStore searchedStore(int count)
{
    LogStore store;
    for (int i = 0; i < count; ++i) {
        const QByteArray text = i % 2 == 0
            ? "{\"n\":" + QByteArray::number(i) + (i % 4 == 0 ? ",\"cart\":{\"total\":1}}" : "}")
            : QByteArray("text");
        store.append(viewOf({{}, LogSource::Function, LogLevel::Info, text}));
    }
    return store;
}

} // namespace

class tst_LogSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersOfMatchingLines();
    void aCancelledSearchEnds();
    void membersAndHowOftenTheyOccur();
    void aSampleIsSpreadOverTheLog();
};

void tst_LogSearch::numbersOfMatchingLines()
{
    LogStore store = searchedStore(10);
    store.removeFirst(3);
    LogProgress progress;

    const auto found = matchingLines(store, *LogMatcher::make({u"n>=4"_qs}), progress);

    QVERIFY(found.has_value());
    QCOMPARE(*found, (std::vector<qint64>{4, 6, 8}));
    QCOMPARE(progress.percent(), 100);
}

void tst_LogSearch::aCancelledSearchEnds()
{
    LogProgress progress;
    progress.isCancelled = true;

    const LogStore store = searchedStore(10);

    QCOMPARE(matchingLines(store, {}, progress).error().code, Error::Code::Cancelled);
    QCOMPARE(findMembers(store, progress).error().code, Error::Code::Cancelled);
}

void tst_LogSearch::membersAndHowOftenTheyOccur()
{
    LogProgress progress;

    const auto found = findMembers(searchedStore(100), progress);

    QVERIFY(found.has_value());
    QCOMPARE(found->members, (std::vector<FoundMember>{{u"n"_qs, 50}, {u"cart.total"_qs, 25}}));
    QCOMPARE(found->jsonLines, 50);
    QCOMPARE(found->lookedAt, 100);
    QVERIFY(!found->isSample());
}

void tst_LogSearch::aSampleIsSpreadOverTheLog()
{
    LogStore store = searchedStore(1000);
    store.append(viewOf({{}, LogSource::Function, LogLevel::Info, "{\"last\":1}"}));
    LogProgress progress;

    const auto found = findMembers(store, progress, 501);

    QVERIFY(found.has_value());
    QVERIFY(found->isSample());
    QCOMPARE(found->lookedAt, 500);
    QCOMPARE(found->jsonLines, 250);
}

COLDFRAME_TEST(tst_LogSearch);

#include "tst_logsearch.moc"
