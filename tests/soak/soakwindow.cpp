// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/app/workbenchfixture.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

/// 10,000 runs in one window take the memory that 1,000 take.
class tst_SoakWindow : public WorkbenchFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void tenThousandRuns();

private:
    void run(int number);
};

namespace {

qint64 residentKilobytesNow()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray status = file.readAll();
    return status.mid(status.indexOf("VmRSS:") + 6).trimmed().split(' ').first().toLongLong();
}

} // namespace

/// Each run has what a run has: imports, lines, a response of some size; every tenth is cold.
void tst_SoakWindow::run(int number)
{
    action("run")->trigger();
    QTRY_VERIFY(m_invoker->isRunning());
    InvocationRecord record
        = warmRecord(m_invoker->running(), '"' + QByteArray(2'000, 'a' + char(number % 26)) + '"');
    for (int line = 0; line < 20; ++line) {
        LogLine log;
        log.text = "line " + QByteArray::number(line) + " of run " + QByteArray::number(number);
        record.log.push_back(log);
    }
    if (number % 10 == 0) {
        record.coldStart = ColdStartReason::Requested;
        record.environment.id = QStringLiteral("environment-%1").arg(number);
        record.report.initDuration = 40ms;
        record.phases.insert(record.phases.begin(), {PhaseKind::HandlerImport, 0ns, 40ms});
        for (int module = 0; module < 200; ++module) {
            ImportSpan import;
            import.module = QStringLiteral("package.module%1").arg(module);
            import.file = QStringLiteral("/var/task/package/module%1.py").arg(module);
            import.begin = module * 100us;
            import.duration = import.self = 100us;
            record.imports.push_back(import);
        }
    }
    m_invoker->finish(record);
    QTRY_VERIFY(action("run")->isEnabled());
    m_invoker->requests.clear();
}

void tst_SoakWindow::tenThousandRuns()
{
    openHello();
    qint64 afterThousand = 0;
    for (int number = 1; number <= 10'000; ++number) {
        run(number);
        if (number == 1'000)
            afterThousand = residentKilobytesNow();
    }
    const qint64 afterAll = residentKilobytesNow();
    qInfo("resident after 1,000 runs: %lld kB, after 10,000: %lld kB", afterThousand, afterAll);
    QVERIFY(afterAll < afterThousand * 12 / 10);
}

COLDFRAME_TEST(tst_SoakWindow);

#include "soakwindow.moc"
