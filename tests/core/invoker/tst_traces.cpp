// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/workspace.h"
#include "tests/core/invoker/invokertest.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTest>

#include <algorithm>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

/// Where the time of an invocation went, in real environments.
class tst_Traces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void phasesOfTheExamples_data();
    void phasesOfTheExamples();
    void insideOfTheHandler_data() { addGrounds(); }
    void insideOfTheHandler();
    void filesOfImports_data() { addGrounds(); }
    void filesOfImports();
    void withoutTracing_data() { addGrounds(); }
    void withoutTracing();

private:
    InvokerTest m_test;
};

void tst_Traces::phasesOfTheExamples_data()
{
    QTest::addColumn<FunctionConfig>("function");

    const QDir examples(QStringLiteral(COLDFRAME_SOURCE_DIR "/examples"));
    for (const QString &name : examples.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const Result<Workspace> workspace = Workspace::read(examples.filePath(name));
        if (!workspace || workspace->templateError)
            continue;
        for (const WorkspaceFunction &function : workspace->functions)
            QTest::addRow("%s, %s", qPrintable(name), qPrintable(function.config.name))
                << function.config;
    }
}

/// The init phase is the sum of its parts, which have no gaps, and so is the invoke phase.
void tst_Traces::phasesOfTheExamples()
{
    QFETCH(const FunctionConfig, function);
    InvocationRequest request;
    request.function = function;
    request.event = "{}";
    request.start = StartChoice::ForceCold;
    const Result<InvocationRecord> result = m_test.run(request);
    if (!result && result.error().code == Error::Code::InterpreterNotFound)
        QSKIP("the interpreter of this example is not installed");
    QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
    const InvocationRecord &record = *result;
    QVERIFY(record.report.initDuration); // each of these was started cold

    std::chrono::nanoseconds init{};
    std::chrono::nanoseconds invoke{};
    std::chrono::nanoseconds end{};
    for (const Phase &phase : record.phases) {
        // Between the two phases the event is on its way; inside of them there are no gaps.
        QVERIFY(phase.kind == PhaseKind::Invoke ? phase.begin >= end : phase.begin == end);
        end = phase.begin + phase.duration;
        if (isInitPhase(phase.kind))
            init += phase.duration;
        else if (phase.kind != PhaseKind::Sandbox)
            invoke += phase.duration;
    }
    const auto differs = [](std::chrono::nanoseconds a, std::chrono::nanoseconds b) {
        return std::abs((a - b).count()) * 50 > std::max(a, b).count(); // 2 %
    };
    QVERIFY2(!differs(init, *record.report.initDuration),
             qPrintable(QStringLiteral("%1 of %2 ns")
                            .arg(init.count())
                            .arg(std::chrono::nanoseconds(*record.report.initDuration).count())));
    QVERIFY(!differs(invoke, record.report.duration));
    if (record.handlerRun) {
        const auto phase
            = std::find_if(record.phases.begin(), record.phases.end(),
                           [](const Phase &each) { return each.kind == PhaseKind::Invoke; });
        QVERIFY(phase != record.phases.end());
        QVERIFY(record.handlerRun->begin >= phase->begin);
        QVERIFY(record.handlerRun->begin + record.handlerRun->duration
                <= phase->begin + phase->duration);
    }
}

void tst_Traces::insideOfTheHandler()
{
    FETCH_GROUND(ground);
    QTcpServer server; // whose queue takes connections that nobody accepts
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const bool isPython = ground.language == QStringLiteral("python");
    InvocationRequest request
        = requestFor(ground, QStringLiteral("connects"),
                     "{\"port\": " + QByteArray::number(server.serverPort()) + "}",
                     isPython ? QStringLiteral("left_open") : QStringLiteral("leftOpen"));
    request.start = StartChoice::ForceCold;

    RUN(record, m_test, request);

    QCOMPARE(record.response, QByteArray("\"done\""));
    QCOMPARE(record.spans.size(), std::size_t(1));
    const HandlerSpan &span = record.spans.front();
    QCOMPARE(span.name, QStringLiteral("127.0.0.1"));
    QCOMPARE(span.port, int(server.serverPort()));
    QVERIFY(!span.isFinished && !span.hasFailed && span.connected.has_value());
    const Phase &invoke = record.phases.back();
    QCOMPARE(invoke.kind, PhaseKind::Invoke);
    QVERIFY(span.begin >= invoke.begin);
    QVERIFY(span.begin + span.duration == invoke.begin + invoke.duration);
    QVERIFY(record.handlerRun.has_value());
    QVERIFY(record.handlerRun->begin >= invoke.begin && span.begin >= record.handlerRun->begin);
}

void tst_Traces::filesOfImports()
{
    FETCH_GROUND(ground);
    InvocationRequest request = requestFor(ground, QStringLiteral("slow_dependency"));
    request.start = StartChoice::ForceCold;

    RUN(record, m_test, request);

    QCOMPARE(record.importDetail, ImportDetail::Modules);
    QVERIFY(!record.imports.empty());
    for (const ImportSpan &import : record.imports) {
        if (import.file.isEmpty() || import.file.contains(QStringLiteral("coldframe_")))
            continue;
        QVERIFY2(import.fileBytes && *import.fileBytes >= 0, qPrintable(import.file));
    }
    const QString file = record.imports.front().file;
    QCOMPARE(
        record.imports.front().fileBytes,
        std::optional<qint64>(
            QFileInfo(request.function.codeDirectory + u'/' + QFileInfo(file).fileName()).size()));
}

void tst_Traces::withoutTracing()
{
    FETCH_GROUND(ground);
    InvocationRequest request = requestFor(ground, QStringLiteral("hello"));
    request.emulation.traces = false;

    RUN(record, m_test, request);

    QVERIFY(record.imports.empty());
    QCOMPARE(record.importDetail, ImportDetail::None);
    QVERIFY(!record.handlerRun);
    const auto import
        = std::find_if(record.phases.begin(), record.phases.end(),
                       [](const Phase &phase) { return phase.kind == PhaseKind::HandlerImport; });
    QVERIFY(import != record.phases.end() && import->duration > 0ns); // still a phase

    request.emulation.traces = true; // an environment of the other kind is not taken for it
    RUN(traced, m_test, request);
    QVERIFY(traced.isCold() && !traced.imports.empty());
}

COLDFRAME_TEST(tst_Traces);

#include "tst_traces.moc"
