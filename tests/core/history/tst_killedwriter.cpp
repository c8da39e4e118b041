// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/runstore.h"
#include "tests/core/history/runsamples.h"
#include "tests/support/testmain.h"

#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <random>

using namespace coldframe;
using namespace coldframe::test;

class tst_KilledWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noRunThatWasAnsweredIsLost();
};

void tst_KilledWriter::noRunThatWasAnsweredIsLost()
{
    constexpr int kills = 100;
    constexpr int patience = 60'000; // ms
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("history.db"));
    QSet<QString> answered;
    std::mt19937 random(1); // NOLINT: the same numbers each time
    std::uniform_int_distribution<int> answersBeforeKill(0, 20);
    int next = 0;
    for (int kill = 0; kill < kills; ++kill) {
        QProcess writer;
        writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        writer.start(
            QStringLiteral(COLDFRAME_BINARY_DIR "/tests/core/history/coldframe-test-runwriter"),
            {file, QString::number(next)});
        QVERIFY(writer.waitForStarted(patience));
        int left = answersBeforeKill(random);
        const auto readLines = [&] {
            while (writer.canReadLine()) {
                const int number = writer.readLine().trimmed().toInt();
                answered.insert(requestIdOf(number));
                next = std::max(next, number + 1);
                --left;
            }
        };
        while (left > 0) {
            QVERIFY(writer.waitForReadyRead(patience));
            readLines();
        }

        QCOMPARE(::kill(static_cast<pid_t>(writer.processId()), SIGKILL), 0);

        QVERIFY(writer.waitForFinished(patience));
        QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
        readLines();
        ++next; // one more may be in the file without its answer
        const Result<RunStore> store = RunStore::open(file);
        QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().detail));
        RunQuery all;
        all.limit = 100'000;
        const auto runs = store->query(all);
        QVERIFY(runs.has_value());
        QSet<QString> kept;
        for (const RunSummary &run : *runs)
            kept.insert(run.requestId);
        QVERIFY2(kept.contains(answered), qPrintable(QString::number(kill)));
        if (!runs->empty()) { // and what is there is there as a whole
            const auto last = store->load(runs->front().id);
            QVERIFY(last.has_value());
            QCOMPARE(last->record.requestId, runs->front().requestId);
            RunQuery words;
            words.text = QString::fromUtf8(last->record.log[1].text);
            QCOMPARE(store->query(words)->size(), std::size_t(1));
        }
    }
    QVERIFY(answered.size() > kills);
}

COLDFRAME_TEST(tst_KilledWriter);

#include "tst_killedwriter.moc"
