// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lambda/logtail.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;

class tst_LogTail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lastBytes_data();
    void lastBytes();
    void is4096BytesLong();
    void hasNoRemarks();
};

COLDFRAME_TEST(tst_LogTail);

namespace {

std::vector<LogLine> linesOf(const QByteArrayList &texts)
{
    std::vector<LogLine> lines;
    for (const QByteArray &text : texts)
        lines.push_back({{}, LogSource::Function, LogLevel::None, text});
    return lines;
}

} // namespace

void tst_LogTail::lastBytes_data()
{
    QTest::addColumn<QByteArrayList>("log");
    QTest::addColumn<int>("bytes");
    QTest::addColumn<QByteArray>("tail");

    const QByteArrayList log{"START",
                             "b\xc3\xbc"
                             "cher",
                             "", "END"};
    QTest::newRow("no log") << QByteArrayList() << 10 << QByteArray();
    QTest::newRow("the whole log") << log << 100
                                   << QByteArray("START\nb\xc3\xbc"
                                                 "cher\n\nEND\n");
    QTest::newRow("exactly the whole log")
        << QByteArrayList{"START", "END"} << 10 << QByteArray("START\nEND\n");
    QTest::newRow("cut inside of a line") << log << 8 << QByteArray("er\n\nEND\n");
    QTest::newRow("cut inside of a character") << log << 11
                                               << QByteArray("\xbc"
                                                             "cher\n\nEND\n");
    QTest::newRow("cut behind a line") << log << 5 << QByteArray("\nEND\n");
    QTest::newRow("none") << log << 0 << QByteArray();
}

void tst_LogTail::lastBytes()
{
    QFETCH(const QByteArrayList, log);
    QFETCH(const int, bytes);
    QFETCH(const QByteArray, tail);

    QCOMPARE(logTail(linesOf(log), bytes), tail);
}

void tst_LogTail::is4096BytesLong()
{
    QByteArrayList log(1000, QByteArray("0123456789"));
    log.append("REPORT");

    const QByteArray tail = logTail(linesOf(log));

    QCOMPARE(tail.size(), 4096);
    QVERIFY(tail.endsWith("0123456789\n0123456789\nREPORT\n"));
}

void tst_LogTail::hasNoRemarks()
{
    std::vector<LogLine> log = linesOf({"one", "two"});
    log.insert(log.begin() + 1, {{}, LogSource::Coldframe, LogLevel::Warn, "3 lines were dropped"});

    QCOMPARE(logTail(log), QByteArray("one\ntwo\n"));
}

#include "tst_logtail.moc"
