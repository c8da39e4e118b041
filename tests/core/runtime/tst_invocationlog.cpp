// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/invocationlog.h"

#include "tests/support/testmain.h"

#include <QTest>

#include <csignal>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_InvocationLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsOfAProcess_data();
    void endsOfAProcess();
    void reports_data();
    void reports();
};

namespace {

const QString loggedRequest = QStringLiteral("6f747e17-4a65-4a3c-8c3b-111111111111");

} // namespace

void tst_InvocationLog::endsOfAProcess_data()
{
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<int>("signal");
    QTest::addColumn<QString>("text");

    const auto row = [](const char *title, int exitCode, int signal, const char *text) {
        QTest::newRow(title) << exitCode << signal << QString::fromLatin1(text);
    };
    row("exit 0", 0, 0, "Runtime exited without providing a reason");
    row("exit 1", 1, 0, "Runtime exited with error: exit status 1");
    row("exit 255", 255, 0, "Runtime exited with error: exit status 255");
    row("SIGKILL", 0, SIGKILL, "Runtime exited with error: signal: killed");
    row("SIGSEGV", 0, SIGSEGV, "Runtime exited with error: signal: segmentation fault");
    row("SIGABRT", 0, SIGABRT, "Runtime exited with error: signal: aborted");
    row("SIGTERM", 0, SIGTERM, "Runtime exited with error: signal: terminated");
    row("a rare signal", 0, SIGUSR2, "Runtime exited with error: signal: 12");
}

void tst_InvocationLog::endsOfAProcess()
{
    QFETCH(const int, exitCode);
    QFETCH(const int, signal);
    QFETCH(const QString, text);

    QCOMPARE(exitText({exitCode, signal}), text);
}

void tst_InvocationLog::reports_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("platformErrorType");
    QTest::addColumn<bool>("isCold");
    QTest::addColumn<QByteArray>("line");

    const QByteArray id = loggedRequest.toLatin1();
    const auto row = [&](const char *title, InvocationStatus status, const char *type, bool isCold,
                         const QByteArray &rest) {
        QTest::newRow(title) << static_cast<int>(status) << QString::fromLatin1(type) << isCold
                             << "REPORT RequestId: " + id + rest;
    };
    const QByteArray warm = "\tDuration: 1.23 ms\tBilled Duration: 2 ms\tMemory Size: 256 MB"
                            "\tMax Memory Used: 21 MB\t";
    row("warm", InvocationStatus::Succeeded, "", false, warm);
    row("cold: the init phase is billed", InvocationStatus::Succeeded, "", true,
        "\tDuration: 1.23 ms\tBilled Duration: 102 ms\tMemory Size: 256 MB"
        "\tMax Memory Used: 21 MB\tInit Duration: 99.99 ms\t");
    row("error: the payload's own type", InvocationStatus::Failed, "", false,
        warm + "Status: error\tError Type: ValueError\t");
    row("error: the platform's type first", InvocationStatus::Failed, "Runtime.OutOfMemory", false,
        warm + "Status: error\tError Type: Runtime.OutOfMemory\t");
    row("timeout", InvocationStatus::TimedOut, "", false, warm + "Status: timeout\t");
}

void tst_InvocationLog::reports()
{
    QFETCH(const int, status);
    QFETCH(const QString, platformErrorType);
    QFETCH(const bool, isCold);
    QFETCH(const QByteArray, line);
    InvocationRecord record;
    record.requestId = loggedRequest;
    record.function.memory = MebiBytes{256};
    record.status = static_cast<InvocationStatus>(status);
    if (record.status == InvocationStatus::Failed)
        record.errorType = QStringLiteral("ValueError");

    const Report report
        = makeReport(record, 1'230'999ns,
                     isCold ? std::optional<std::chrono::nanoseconds>(99'990us) : std::nullopt,
                     MebiBytes{21}, platformErrorType);

    QCOMPARE(formatReport(report), line);
}

COLDFRAME_TEST(tst_InvocationLog);

#include "tst_invocationlog.moc"
