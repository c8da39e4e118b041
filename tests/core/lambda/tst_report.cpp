// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lambda/report.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_Report : public QObject
{
    Q_OBJECT

private slots:
    void formatsAsLambdaWrites_data();
    void formatsAsLambdaWrites();
    void readsWhatItWrites_data() { formatsAsLambdaWrites_data(); }
    void readsWhatItWrites();
    void readsOtherWritings_data();
    void readsOtherWritings();
    void refusesMalformedLines_data();
    void refusesMalformedLines();
    void roundsToTheHundredth();
};

COLDFRAME_TEST(tst_Report);

Q_DECLARE_METATYPE(Report)

namespace {

Report warmReport()
{
    Report report;
    report.requestId = QStringLiteral("8476a536-e9f4-11e8-9739-2dfe598c3fcd");
    report.duration = 469400us;
    report.billedDuration = 470ms;
    report.memorySize = MebiBytes{1024};
    report.maxMemoryUsed = MebiBytes{21};
    return report;
}

Report coldReport()
{
    Report report = warmReport();
    report.initDuration = 100990us;
    report.billedDuration = 571ms;
    return report;
}

/// The sheet's SnapStart case: billed is the ceiling of the duration and the billed restore.
Report restoredReport()
{
    Report report = warmReport();
    report.duration = 2'338'660us;
    report.billedDuration = 2521ms;
    report.restoreDuration = 474'160us;
    report.billedRestoreDuration = 182ms;
    return report;
}

const QByteArray RequestId = "REPORT RequestId: 8476a536-e9f4-11e8-9739-2dfe598c3fcd\t";
const QByteArray WarmFields = "Duration: 469.40 ms\tBilled Duration: 470 ms\tMemory Size: 1024 MB\t"
                              "Max Memory Used: 21 MB\t";
const QByteArray ColdFields = "Duration: 469.40 ms\tBilled Duration: 571 ms\tMemory Size: 1024 MB\t"
                              "Max Memory Used: 21 MB\tInit Duration: 100.99 ms\t";

} // namespace

void tst_Report::formatsAsLambdaWrites_data()
{
    QTest::addColumn<Report>("report");
    QTest::addColumn<QByteArray>("line");

    QTest::newRow("a warm one ends with a tab") << warmReport() << RequestId + WarmFields;
    QTest::newRow("init duration is the last of the fixed fields")
        << coldReport() << RequestId + ColdFields;

    QTest::newRow("restore durations stand where the init duration does")
        << restoredReport()
        << RequestId
            + "Duration: 2338.66 ms\tBilled Duration: 2521 ms\tMemory Size: 1024 MB\t"
              "Max Memory Used: 21 MB\tRestore Duration: 474.16 ms\t"
              "Billed Restore Duration: 182 ms\t";

    Report timeout = warmReport();
    timeout.status = QStringLiteral("timeout");
    QTest::newRow("status follows") << timeout << RequestId + WarmFields + "Status: timeout\t";

    Report error = coldReport();
    error.status = QStringLiteral("error");
    error.errorType = QStringLiteral("Runtime.ExitError");
    QTest::newRow("error type follows the status")
        << error << RequestId + ColdFields + "Status: error\tError Type: Runtime.ExitError\t";

    Report small = warmReport();
    small.duration = 10us;
    small.billedDuration = 1ms;
    QTest::newRow("a hundredth of a millisecond") << small
                                                  << RequestId
            + "Duration: 0.01 ms\tBilled Duration: 1 ms\tMemory Size: 1024 MB\tMax Memory Used: 21 "
              "MB\t";

    Report longest = warmReport();
    longest.duration = 900s;
    longest.billedDuration = 900s;
    QTest::newRow("fifteen minutes stay digits") << longest
                                                 << RequestId
            + "Duration: 900000.00 ms\tBilled Duration: 900000 ms\tMemory Size: 1024 MB\tMax "
              "Memory "
              "Used: 21 MB\t";
}

void tst_Report::formatsAsLambdaWrites()
{
    QFETCH(Report, report);
    QFETCH(QByteArray, line);

    QCOMPARE(formatReport(report), line);
}

void tst_Report::readsWhatItWrites()
{
    QFETCH(Report, report);
    QFETCH(QByteArray, line);

    const Result<Report> read = parseReport(line);

    QVERIFY(read);
    QVERIFY(*read == report);
}

void tst_Report::readsOtherWritings_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<Report>("report");

    QByteArray withoutTab = RequestId + WarmFields;
    withoutTab.chop(1);
    QTest::newRow("without the tab at the end") << withoutTab << warmReport();
    QTest::newRow("with the newline") << RequestId + WarmFields + "\n" << warmReport();
    QTest::newRow("init duration first, as the emulator writes") << RequestId
            + "Init Duration: 100.99 ms\tDuration: 469.40 ms\tBilled Duration: 571 ms\t"
              "Memory Size: 1024 MB\tMax Memory Used: 21 MB\t" << coldReport();
    QTest::newRow("fields that are not known")
        << RequestId + WarmFields + "Spare Duration: 474.16 ms\tBilled Spare Duration: 75 ms\t"
        << warmReport();
    QTest::newRow("tracing behind it on the same line")
        << RequestId + WarmFields + "XRAY TraceId: 1-5759\tSegmentId: 43e1\tSampled: true\t"
        << warmReport();
    QTest::newRow("a duration without decimals") << RequestId
            + "Duration: 469 ms\tBilled Duration: 470 ms\tMemory Size: 1024 MB\tMax Memory Used: "
              "21 "
              "MB"
                                                 << [] {
                                                        Report report = warmReport();
                                                        report.duration = 469ms;
                                                        return report;
                                                    }();
    QTest::newRow("microseconds count, what is below does not") << RequestId
            + "Duration: 0.0019 ms\tBilled Duration: 470 ms\tMemory Size: 1024 MB\tMax Memory "
              "Used: "
              "21 MB"
                                                                << [] {
                                                                       Report report = warmReport();
                                                                       report.duration = 1us;
                                                                       return report;
                                                                   }();
    QTest::newRow("a billed part of a millisecond counts as a whole one") << RequestId
            + "Duration: 469.40 ms\tBilled Duration: 469.01 ms\tMemory Size: 1024 MB\tMax Memory "
              "Used: 21 MB" << warmReport();
}

void tst_Report::readsOtherWritings()
{
    QFETCH(QByteArray, line);
    QFETCH(Report, report);

    const Result<Report> read = parseReport(line);

    QVERIFY(read);
    QCOMPARE(formatReport(*read), formatReport(report));
    QVERIFY(*read == report);
}

void tst_Report::refusesMalformedLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("missing");

    const auto row = [](const char *name, const QByteArray &line, const char *missing) {
        QTest::newRow(name) << line << QString::fromLatin1(missing);
    };
    row("nothing", "", "REPORT");
    row("another platform line", "END RequestId: 8476a536", "REPORT");
    row("a line of the function that mentions it", " REPORT RequestId: a\t", "REPORT");
    row("no fields", "REPORT ", "RequestId");
    row("an empty request id", "REPORT RequestId: \t" + WarmFields, "RequestId");
    row("no duration", RequestId + "Billed Duration: 470 ms\tMemory Size: 1024 MB\t", "Duration");
    row("a negative duration", RequestId + "Duration: -1 ms\t", "Duration");
    row("a duration in seconds", RequestId + "Duration: 1.00 s\t", "Duration");
    row("a duration that is no number", RequestId + "Duration: x ms\t", "Duration");
    row("a decimal point without decimals", RequestId + "Duration: 1. ms\t", "Duration");
    row("a decimal comma", RequestId + "Duration: 1,5 ms\t", "Duration");
    row("a duration with an exponent", RequestId + "Duration: 1e3 ms\t", "Duration");
    row("a duration beyond a day", RequestId + "Duration: 99999999999999999999 ms\t", "Duration");
    row("no billed duration", RequestId + "Duration: 1.00 ms\tMemory Size: 1024 MB\t",
        "Billed Duration");
    row("no memory size", RequestId + "Duration: 1.00 ms\tBilled Duration: 1 ms\t", "Memory Size");
    row("a memory size with decimals",
        RequestId + "Duration: 1.00 ms\tBilled Duration: 1 ms\tMemory Size: 1.5 MB\t",
        "Memory Size");
    row("a negative memory size",
        RequestId + "Duration: 1.00 ms\tBilled Duration: 1 ms\tMemory Size: -1 MB\t",
        "Memory Size");
    row("no memory used",
        RequestId + "Duration: 1.00 ms\tBilled Duration: 1 ms\tMemory Size: 128 MB\t",
        "Max Memory Used");
}

void tst_Report::refusesMalformedLines()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, missing);

    const Result<Report> read = parseReport(line);

    QVERIFY(!read);
    QCOMPARE(read.error().code, Error::Code::MalformedLine);
    QCOMPARE(read.error().detail, missing);
}

void tst_Report::roundsToTheHundredth()
{
    Report report = warmReport();
    report.duration = 1004us;
    QVERIFY(formatReport(report).contains("\tDuration: 1.00 ms\t"));
    report.duration = 1006us;
    QVERIFY(formatReport(report).contains("\tDuration: 1.01 ms\t"));
}

#include "tst_report.moc"
