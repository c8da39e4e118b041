// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/localinvoker.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>

#include <unistd.h>

using namespace coldframe;
using namespace std::chrono_literals;

/// A day of virtual time with 100,000 invocations leaves everything as it was after its first tenth.
class tst_Soak : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDay();
};

namespace {

/// What may not grow.
struct Usage
{
    qint64 residentKilobytes = 0;
    int descriptors = 0;
    int processes = 0; ///< below this one, at any depth
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Parents by process, of all that are there.
std::map<int, int> parents()
{
    std::map<int, int> all;
    for (const QString &entry : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        bool isNumber = false;
        const int process = entry.toInt(&isNumber);
        if (!isNumber)
            continue;
        const QByteArray stat = contentOf(QStringLiteral("/proc/%1/stat").arg(process));
        const QByteArrayList fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
        if (fields.size() > 1)
            all.emplace(process, fields[1].toInt());
    }
    return all;
}

int descendants()
{
    const std::map<int, int> all = parents();
    int count = 0;
    for (auto [process, parent] : all) {
        for (int depth = 0; parent > 1 && depth < 32; ++depth) {
            if (parent == ::getpid()) {
                ++count;
                break;
            }
            const auto next = all.find(parent);
            parent = next == all.end() ? 0 : next->second;
        }
    }
    return count;
}

Usage usageNow()
{
    Usage usage;
    const QByteArray status = contentOf(QStringLiteral("/proc/self/status"));
    usage.residentKilobytes
        = status.mid(status.indexOf("VmRSS:") + 6).trimmed().split(' ').first().toLongLong();
    usage.descriptors = int(QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::NoDotAndDotDot
                                                                            | QDir::AllEntries
                                                                            | QDir::System)
                                .size());
    usage.processes = descendants();
    return usage;
}

/// When processes that begin or end have done so: a spare sandbox is made a moment after a cold
/// start.
Usage settledUsage()
{
    Usage before = usageNow();
    for (int look = 0; look < 100; ++look) {
        QTest::qWait(300);
        const Usage now = usageNow();
        if (now.processes == before.processes && now.descriptors == before.descriptors)
            return now;
        before = now;
    }
    return before;
}

} // namespace

void tst_Soak::aDay()
{
    constexpr int hours = 24;
    constexpr int batchesAnHour = 5; // each further apart than the idle lifetime
    constexpr int parallel = 4;
    constexpr int invocations = 100'000;
    constexpr int inBatch = invocations / (hours * batchesAnHour) + 1;
    const QTemporaryDir folder;
    {
        QFile code(folder.filePath(QStringLiteral("app.py")));
        QVERIFY(code.open(QIODevice::WriteOnly));
        code.write("def handler(event, context):\n"
                   "    if event['n'] % 1000 == 999:\n"
                   "        raise ValueError('now and then')\n"
                   "    print('hello')\n"
                   "    return event\n");
    }
    const QTemporaryDir cache;
    LocalInvoker invoker({QStringLiteral(COLDFRAME_SOURCE_DIR), cache.path()});
    InvocationRequest request;
    request.function.name = QStringLiteral("soak");
    request.function.runtime = QStringLiteral("python");
    request.function.handler = QStringLiteral("app.handler");
    request.function.codeDirectory = folder.path();

    int sent = 0;
    int failed = 0;
    int cold = 0;
    int environments = -1;
    QEventLoop loop;
    connect(&invoker, &Invoker::environmentsChanged, &loop,
            [&](const std::vector<EnvironmentDescription> &all) {
                environments = int(all.size());
            });
    const auto runBatch = [&] {
        int inFlight = 0;
        int left = inBatch;
        const std::function<void()> sendNext = [&] {
            if (left == 0) {
                if (inFlight == 0)
                    loop.quit();
                return;
            }
            --left;
            ++inFlight;
            request.event = "{\"n\": " + QByteArray::number(sent++) + "}";
            whenDone(invoker.invoke(request), &loop, [&](const Result<InvocationRecord> &record) {
                --inFlight;
                failed += !record || record->status != InvocationStatus::Succeeded;
                cold += record && record->isCold();
                sendNext();
            });
        };
        for (int client = 0; client < parallel; ++client)
            sendNext();
        loop.exec();
    };

    Usage early;
    for (int batch = 0; batch < hours * batchesAnHour; ++batch) {
        runBatch();
        invoker.skip(std::chrono::duration_cast<std::chrono::nanoseconds>(1h) / batchesAnHour);
        QTRY_COMPARE(environments, 0); // all of them expired
        if (batch == hours * batchesAnHour / 10)
            early = settledUsage();
    }

    const Usage late = settledUsage();
    qInfo("%d invocations, %d cold, %d failed; resident %lld kB then, %lld kB now; %d and %d "
          "descriptors; %d and %d processes",
          sent, cold, failed, early.residentKilobytes, late.residentKilobytes, early.descriptors,
          late.descriptors, early.processes, late.processes);
    QVERIFY(sent >= invocations);
    QCOMPARE(failed, sent / 1000);
    QVERIFY(cold >= hours * batchesAnHour);
    QVERIFY(late.descriptors <= early.descriptors);
    QVERIFY(late.processes <= early.processes);
    // The allocator keeps some pages for itself; a leak of 100 bytes an invocation would be 9 MB.
    QVERIFY2(late.residentKilobytes <= early.residentKilobytes + 4096,
             qPrintable(QString::number(late.residentKilobytes)));
}

COLDFRAME_TEST(tst_Soak);
#include "soak.moc"
