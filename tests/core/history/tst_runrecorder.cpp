// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/runrecorder.h"
#include "tests/core/history/runsamples.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace coldframe;
using namespace coldframe::test;

class tst_RunRecorder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingIsWrittenBeforeTheFirstRun();
    void writesInTheOrderOfArrival();
    void itsEndWritesWhatWaits();
    void tellsTheCommit();
    void tellsAFailureOnceAndGoesOn();
    void startsAnewWhenTheFileWasRemoved();
    void keepsTheSize();
    void followsTheSizeThatTheFileKeeps();

private:
    RunRecorder::Options options() const
    {
        RunRecorder::Options options;
        options.workspaceDirectory = m_folder->path();
        options.commit = [](const QString &) {
            return WorkspaceCommit{QStringLiteral("abc"), true};
        };
        return options;
    }
    std::vector<RunSummary> runs() const
    {
        RunQuery all;
        all.limit = 100'000;
        return *RunStore::open(RunStore::fileOf(m_folder->path()))->query(all);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_RunRecorder::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_RunRecorder::nothingIsWrittenBeforeTheFirstRun()
{
    {
        const RunRecorder recorder(options());
    }
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void tst_RunRecorder::writesInTheOrderOfArrival()
{
    RunRecorder recorder(options());
    std::vector<RunId> ids;
    connect(&recorder, &RunRecorder::recorded, this, [&](const std::vector<RunId> &recorded) {
        ids.insert(ids.end(), recorded.begin(), recorded.end());
    });

    for (int number = 0; number < 500; ++number)
        recorder.record(runNumber(number), {});

    QTRY_COMPARE(ids.size(), std::size_t(500));
    QVERIFY(std::is_sorted(ids.begin(), ids.end()));
    const auto written = runs();
    QCOMPARE(written.size(), std::size_t(500));
    for (std::size_t i = 0; i < written.size(); ++i)
        QCOMPARE(written[i].requestId, requestIdOf(static_cast<int>(499 - i)));
    QFile ignore(m_folder->filePath(QStringLiteral(".coldframe/.gitignore")));
    QVERIFY(ignore.open(QIODevice::ReadOnly));
    QCOMPARE(ignore.readAll(), QByteArray("*\n"));
}

void tst_RunRecorder::itsEndWritesWhatWaits()
{
    {
        RunRecorder recorder(options());
        for (int number = 0; number < 250; ++number)
            recorder.record(runNumber(number), {});
    }
    QCOMPARE(runs().size(), std::size_t(250));
}

void tst_RunRecorder::tellsTheCommit()
{
    {
        RunRecorder recorder(options());
        recorder.record(runNumber(1), {QStringLiteral("order"), {}, RunOrigin::Burst, {}});
    }
    const RunMetadata expected{
        QStringLiteral("order"), {}, RunOrigin::Burst, {QStringLiteral("abc"), true}};
    QVERIFY(runs().front().metadata == expected);
}

void tst_RunRecorder::tellsAFailureOnceAndGoesOn()
{
    const QString inTheWay = m_folder->filePath(QStringLiteral(".coldframe"));
    QFile file(inTheWay);
    QVERIFY(file.open(QIODevice::WriteOnly));
    RunRecorder recorder(options());
    QSignalSpy failed(&recorder, &RunRecorder::failed);
    QSignalSpy recorded(&recorder, &RunRecorder::recorded);
    recorder.record(runNumber(1), {});
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.at(0).at(0).value<Error>().code, Error::Code::Unwritable);
    QVERIFY(file.remove());

    recorder.record(runNumber(2), {});

    QTRY_COMPARE(recorded.count(), 1);
    QCOMPARE(failed.count(), 1);
    QCOMPARE(runs().size(), std::size_t(1));
}

void tst_RunRecorder::startsAnewWhenTheFileWasRemoved()
{
    RunRecorder recorder(options());
    QSignalSpy recorded(&recorder, &RunRecorder::recorded);
    recorder.record(runNumber(1), {});
    QTRY_COMPARE(recorded.count(), 1);
    QVERIFY(QDir(m_folder->filePath(QStringLiteral(".coldframe"))).removeRecursively());

    recorder.record(runNumber(2), {});

    QTRY_COMPARE(recorded.count(), 2);
    QCOMPARE(runs().size(), std::size_t(1));
}

void tst_RunRecorder::keepsTheSize()
{
    RunRecorder::Options small = options();
    small.sizeLimit = 300 * 1'024;
    {
        RunRecorder recorder(small);
        for (int number = 0; number < 1'000; ++number)
            recorder.record(runNumber(number), {});
    }
    const auto left = runs();
    QVERIFY(left.size() < 1'000);
    QVERIFY(!left.empty());
    QCOMPARE(left.front().requestId, requestIdOf(999));
    QVERIFY(*RunStore::open(RunStore::fileOf(m_folder->path()))->size() <= *small.sizeLimit);
}

void tst_RunRecorder::followsTheSizeThatTheFileKeeps()
{
    RunRecorder::Options small = options();
    small.sizeLimit = 300 * 1'024;
    {
        RunRecorder recorder(small);
        recorder.record(runNumber(0), {});
    }
    QCOMPARE(*RunStore::open(RunStore::fileOf(m_folder->path()))->wantedSize(), small.sizeLimit);

    {
        RunRecorder recorder(options());
        for (int number = 1; number < 1'000; ++number)
            recorder.record(runNumber(number), {});
    }

    const auto store = RunStore::open(RunStore::fileOf(m_folder->path()));
    QVERIFY(*store->size() <= *small.sizeLimit);
    QCOMPARE(*store->wantedSize(), small.sizeLimit);
}

COLDFRAME_TEST(tst_RunRecorder);

#include "tst_runrecorder.moc"
