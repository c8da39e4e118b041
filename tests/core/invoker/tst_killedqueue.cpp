// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/invoker/fastqueue.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace coldframe;
using namespace coldframe::test;

class tst_KilledQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAcceptedIsLost_data();
    void nothingAcceptedIsLost();
};

void tst_KilledQueue::nothingAcceptedIsLost_data()
{
    QTest::addColumn<int>("accepted"); // lines to wait for, before it is killed
    QTest::addColumn<int>("runs"); // likewise
    QTest::addColumn<int>("answers");

    QTest::newRow("while it accepts") << 400 << 0 << 0;
    QTest::newRow("with its first ten running") << 1'000 << 10 << 0;
    QTest::newRow("in the middle, ten running") << 1'000 << 510 << 500;
    QTest::newRow("at any moment of its work") << 1'000 << 300 << 1'000;
}

void tst_KilledQueue::nothingAcceptedIsLost()
{
    QFETCH(const int, accepted);
    QFETCH(const int, runs);
    QFETCH(const int, answers);
    constexpr int events = 1'000;
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("queue"));
    const QString log = folder.filePath(QStringLiteral("log"));
    QProcess host;
    host.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    host.start(QStringLiteral(COLDFRAME_BINARY_DIR "/tests/core/invoker/coldframe-test-queuehost"),
               {file, log, QString::number(events), QString::number(answers)});
    QVERIFY(host.waitForStarted());
    QSet<QString> acceptedIds;
    int runLines = 0;
    const auto readLines = [&] {
        while (host.canReadLine()) {
            const QString line = QString::fromUtf8(host.readLine().trimmed());
            if (line == QStringLiteral("run"))
                ++runLines;
            else
                acceptedIds.insert(line.section(u' ', 1));
        }
    };
    while (acceptedIds.size() < accepted || runLines < runs) {
        QVERIFY(host.waitForReadyRead(queuePatience));
        readLines();
    }

    QCOMPARE(::kill(static_cast<pid_t>(host.processId()), SIGKILL), 0);

    QVERIFY(host.waitForFinished(queuePatience));
    QCOMPARE(host.exitStatus(), QProcess::CrashExit);
    readLines();
    QSet<QString> ran;
    QFile logFile(log);
    QVERIFY(logFile.open(QIODevice::ReadOnly));
    while (!logFile.atEnd())
        ran.insert(QString::fromUtf8(logFile.readLine().trimmed()));
    const qsizetype ranBefore = ran.size();
    FastQueue fast(succeed);
    QVERIFY(fast.queue.open(file).has_value());
    QSet<QString> kept;
    for (const QueuedEvent &event : fast.queue.events())
        kept.insert(event.requestId);
    QVERIFY(kept.contains(acceptedIds));
    QTRY_VERIFY_WITH_TIMEOUT(fast.queue.isIdle(), queuePatience);
    for (const InvocationRequest &request : fast.invoker.requests)
        ran.insert(request.requestId);
    QVERIFY(ran.contains(acceptedIds));
    for (const QueuedEvent &event : fast.queue.events())
        QCOMPARE(event.state, QueuedEvent::State::Succeeded);
    if (answers < events && accepted == events) // it was at rest, so what remained is known
        QCOMPARE(fast.invoker.requests.size(), static_cast<std::size_t>(events - ranBefore));
}

COLDFRAME_TEST(tst_KilledQueue);

#include "tst_killedqueue.moc"
