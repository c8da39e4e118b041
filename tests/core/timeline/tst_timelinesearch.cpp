// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timelinesearch.h"

#include "tests/core/timeline/runstory.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_TimelineSearch : public QObject
{
    Q_OBJECT

private slots:
    void findsNamesAndFiles_data();
    void findsNamesAndFiles();
    void goesFromMatchToMatch();
    void goesNowhereWithoutAMatch();
    void namesSpans_data();
    void namesSpans();
};

COLDFRAME_TEST(tst_TimelineSearch);

namespace {

TimelineMatches matchesFor(const QString &text)
{
    InvocationRecord record = test::coldRun();
    record.spans = {test::connectionTo("db", 5432, 45ms, 1ms)};
    return matchesOf(timelineOf(record), [&](const QString &name) { return name.contains(text); });
}

} // namespace

void tst_TimelineSearch::findsNamesAndFiles_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");

    QTest::newRow("a module") << QStringLiteral("app") << 1;
    QTest::newRow("a file") << QStringLiteral("/b.py") << 1;
    QTest::newRow("a port") << QStringLiteral(":5432") << 1;
    QTest::newRow("several") << QStringLiteral("b") << 2;
    QTest::newRow("all files") << QStringLiteral(".py") << 4;
    QTest::newRow("nothing") << QStringLiteral("zzz") << 0;
}

void tst_TimelineSearch::findsNamesAndFiles()
{
    QFETCH(QString, text);
    QFETCH(int, count);

    QCOMPARE(matchesFor(text).count, count);
}

void tst_TimelineSearch::goesFromMatchToMatch()
{
    const TimelineMatches matches = matchesFor(QStringLiteral("b"));
    const TimelinePart module{LaneKind::Imports, 3};
    const TimelinePart connection{LaneKind::Spans, 0};

    QVERIFY(matches.contains(module) && matches.contains(connection));
    QVERIFY(!matches.contains({LaneKind::Imports, 0}) && !matches.contains({LaneKind::Phases, 0}));
    QVERIFY(nextMatch(matches, {}, 1) == module);
    QVERIFY(nextMatch(matches, {}, -1) == connection);
    QVERIFY(nextMatch(matches, module, 1) == connection);
    QVERIFY(nextMatch(matches, connection, 1) == module);
    QVERIFY(nextMatch(matches, module, -1) == connection);
    QVERIFY(nextMatch(matches, TimelinePart{LaneKind::Imports, 0}, 1) == module);
    QVERIFY(nextMatch(matches, TimelinePart{LaneKind::Phases, 1}, 1) == module);
}

void tst_TimelineSearch::goesNowhereWithoutAMatch()
{
    QVERIFY(!nextMatch(matchesFor(QStringLiteral("zzz")), {}, 1));
    QVERIFY(!nextMatch({}, {}, 1));
}

void tst_TimelineSearch::namesSpans_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("name");

    QTest::newRow("host and port") << QStringLiteral("db") << 5432 << QStringLiteral("db:5432");
    QTest::newRow("IPv6") << QStringLiteral("::1") << 80 << QStringLiteral("[::1]:80");
    QTest::newRow("a path") << QStringLiteral("/run/x.sock") << 0 << QStringLiteral("/run/x.sock");
}

void tst_TimelineSearch::namesSpans()
{
    QFETCH(QString, host);
    QFETCH(int, port);
    QFETCH(QString, name);

    QCOMPARE(nameOfSpan(test::connectionTo(qPrintable(host), port, 0ms, 0ms)), name);
}

#include "tst_timelinesearch.moc"
