// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "tests/core/invoker/invokertest.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_Figures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helloInEveryLanguage_data() { addGrounds(); }
    void helloInEveryLanguage();
    void oneColdAndTwoWarmRuns_data() { addGrounds(); }
    void oneColdAndTwoWarmRuns();
    void phasesOfAColdStart_data() { addGrounds(); }
    void phasesOfAColdStart();
    void anImportThatSleeps_data() { addGrounds(); }
    void anImportThatSleeps();
    void memoryThatIsReallyUsed_data() { addGrounds(); }
    void memoryThatIsReallyUsed();
    void linesOfTheLog_data() { addGrounds(); }
    void linesOfTheLog();
    void binaryOutput_data() { addGrounds(); }
    void binaryOutput();
    void recordsTellWhatRan_data() { addGrounds(); }
    void recordsTellWhatRan();
    void linesArriveWhileTheFunctionRuns_data() { addGrounds(); }
    void linesArriveWhileTheFunctionRuns();

private:
    InvokerTest m_test;
};

namespace {

bool isCloseTo(std::chrono::nanoseconds a, std::chrono::nanoseconds b)
{
    return std::abs((a - b).count()) * 50 <= std::max(a, b).count(); // 2 %
}

} // namespace

void tst_Figures::helloInEveryLanguage()
{
    FETCH_GROUND(ground);

    RUN(record, m_test, requestFor(ground, QStringLiteral("hello"), "{\"name\":\"Ada\"}"));

    QCOMPARE(record.status, InvocationStatus::Succeeded);
    QCOMPARE(record.errorType, QString());
    const auto response = parseJson(record.response);
    QVERIFY(response.has_value());
    QCOMPARE(writeJson(*response, JsonLayout::Compact), QByteArray("{\"message\":\"hello, Ada\"}"));
}

void tst_Figures::oneColdAndTwoWarmRuns()
{
    FETCH_GROUND(ground);
    InvocationRequest request = requestFor(ground, QStringLiteral("counts"));
    m_test.invoker().recycle();

    RUN(first, m_test, request);
    RUN(second, m_test, request);
    RUN(third, m_test, request);

    QCOMPARE(first.response, QByteArray("1"));
    QCOMPARE(second.response, QByteArray("2"));
    QCOMPARE(third.response, QByteArray("3"));
    QVERIFY(first.isCold());
    QVERIFY(!second.isCold());
    QVERIFY(!third.isCold());
    QVERIFY(first.report.initDuration.has_value());
    QVERIFY(reportLine(first).contains("\tInit Duration: "));
    QCOMPARE(first.report.billedDuration.count(),
             std::chrono::ceil<std::chrono::milliseconds>(*first.report.initDuration
                                                          + first.report.duration)
                 .count());
    for (const InvocationRecord *warm : {&second, &third}) {
        QVERIFY(!warm->report.initDuration.has_value());
        QVERIFY(!reportLine(*warm).contains("Init Duration"));
        QCOMPARE(warm->report.billedDuration.count(),
                 std::chrono::ceil<std::chrono::milliseconds>(warm->report.duration).count());
        QVERIFY(warm->imports.empty());
        QCOMPARE(warm->environment.id, first.environment.id);
    }
    QCOMPARE(first.environment.invocations, 1);
    QCOMPARE(second.environment.invocations, 2);
    QCOMPARE(third.environment.invocations, 3);
    QVERIFY(first.requestId != second.requestId);
}

void tst_Figures::phasesOfAColdStart()
{
    FETCH_GROUND(ground);
    InvocationRequest request = requestFor(ground, QStringLiteral("hello"));
    request.start = StartChoice::ForceCold;
    RUN(cold, m_test, request);
    request.start = StartChoice::ReuseWarm;
    RUN(warm, m_test, request);

    const std::vector kinds{PhaseKind::Sandbox,          PhaseKind::ProcessStart,
                            PhaseKind::InterpreterStart, PhaseKind::Bootstrap,
                            PhaseKind::HandlerImport,    PhaseKind::RuntimeReady,
                            PhaseKind::Invoke};
    QCOMPARE(cold.phases.size(), kinds.size());
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        QCOMPARE(cold.phases[i].kind, kinds[i]);
        QVERIFY2(cold.phases[i].duration > 0ns, qPrintable(QString::number(i)));
    }
    QCOMPARE(warm.phases.size(), std::size_t(1));
    QCOMPARE(warm.phases[0].kind, PhaseKind::Invoke);
    QVERIFY(warm.phases[0].begin == 0ns);
    QVERIFY(isCloseTo(warm.phases[0].duration, warm.report.duration));
}

void tst_Figures::anImportThatSleeps()
{
    FETCH_GROUND(ground);
    InvocationRequest request = requestFor(ground, QStringLiteral("sleeps_at_import"));
    request.start = StartChoice::ForceCold;

    RUN(record, m_test, request);

    QCOMPARE(record.response, QByteArray("\"slow_dependency\""));
    QVERIFY(*record.report.initDuration >= 1200ms);
    QVERIFY(record.report.duration < 1200ms);
    QVERIFY(record.report.billedDuration >= 1200ms);

    const auto slow
        = std::find_if(record.imports.begin(), record.imports.end(), [](const ImportSpan &span) {
              return span.module.contains(QStringLiteral("slow_dependency"));
          });
    QVERIFY(slow != record.imports.end());
    QVERIFY(slow->self >= 1200ms);
    QVERIFY(slow->duration >= slow->self);
    QCOMPARE(slow->origin, ImportOrigin::Function);
    const ImportSpan &own = record.imports.front();
    QVERIFY2(own.module.startsWith(QStringLiteral("sleeps_at_import")), qPrintable(own.module));
    QCOMPARE(own.depth, 0);
    QCOMPARE(slow->depth, 1);
    QVERIFY(own.duration >= slow->duration);
    QVERIFY(own.self < 1200ms);
    QVERIFY(slow->begin >= own.begin);
    QVERIFY(slow->begin + slow->duration <= own.begin + own.duration);

    std::chrono::nanoseconds end{};
    std::chrono::nanoseconds init{};
    for (const Phase &phase : record.phases) {
        if (phase.kind == PhaseKind::Invoke)
            break;
        QVERIFY2(phase.begin == end, "phases leave no gaps");
        end = phase.begin + phase.duration;
        if (isInitPhase(phase.kind))
            init += phase.duration;
    }
    QVERIFY(isCloseTo(init, *record.report.initDuration));
    const Phase &import = record.phases[4];
    QCOMPARE(import.kind, PhaseKind::HandlerImport);
    QVERIFY(import.duration >= 1200ms);
    QVERIFY(own.begin >= import.begin);
    QVERIFY(own.begin + own.duration <= import.begin + import.duration);
    QVERIFY(record.phases.back().begin >= end);
}

void tst_Figures::memoryThatIsReallyUsed()
{
    FETCH_GROUND(ground);

    RUN(large, m_test, requestFor(ground, QStringLiteral("allocates_200mb")));
    RUN(small, m_test, requestFor(ground, QStringLiteral("hello")));

    QCOMPARE(large.response, QByteArray("209715200"));
    QCOMPARE(large.report.memorySize.value, 1024);
    QVERIFY2(large.report.maxMemoryUsed >= MebiBytes{200}, reportLine(large).constData());
    QVERIFY2(large.report.maxMemoryUsed < MebiBytes{600}, reportLine(large).constData());
    QVERIFY2(small.report.maxMemoryUsed >= MebiBytes{3}, reportLine(small).constData());
    QVERIFY2(small.report.maxMemoryUsed < MebiBytes{150}, reportLine(small).constData());
}

void tst_Figures::linesOfTheLog()
{
    FETCH_GROUND(ground);
    InvocationRequest request
        = requestFor(ground, QStringLiteral("prints"),
                     "{\"lines\":[\"first\",\"zweite \xc3\xbc\"],\"errors\":[\"third\"]}");
    request.start = StartChoice::ForceCold;
    request.requestId = newRequestId();
    RUN(cold, m_test, request);
    request.start = StartChoice::ReuseWarm;
    request.requestId = newRequestId();
    RUN(warm, m_test, request);

    const QByteArray id = warm.requestId.toLatin1();
    const QByteArrayList texts = textsOf(warm.log);
    QCOMPARE(texts.size(), 6);
    QCOMPARE(texts[0], "START RequestId: " + id + " Version: $LATEST");
    QVERIFY(texts[1].endsWith("first"));
    QVERIFY(texts[2].endsWith("zweite \xc3\xbc"));
    QVERIFY(texts[3].endsWith("third"));
    QCOMPARE(texts[4], "END RequestId: " + id);
    QVERIFY(texts[5].startsWith("REPORT RequestId: " + id + "\tDuration: "));
    QVERIFY(texts[5].endsWith("\t"));
    const auto parsed = parseReport(texts[5]);
    QVERIFY(parsed.has_value());
    QCOMPARE(parsed->billedDuration.count(), warm.report.billedDuration.count());
    QCOMPARE(parsed->maxMemoryUsed.value, warm.report.maxMemoryUsed.value);
    const QByteArrayList coldTexts = textsOf(cold.log);
    QCOMPARE(coldTexts.size(), 7);
    QVERIFY(coldTexts[0].startsWith("INIT_START Runtime Version: "));
    QVERIFY(coldTexts[1].startsWith("START RequestId: "));
}

void tst_Figures::binaryOutput()
{
    FETCH_GROUND(ground);

    RUN(record, m_test, requestFor(ground, QStringLiteral("binary_output")));

    QCOMPARE(record.status, InvocationStatus::Succeeded);
    QByteArray all;
    for (int i = 0; i < 256; ++i)
        all += char(i);
    if (ground.language == QStringLiteral("python")) {
        QCOMPARE(record.response, all);
    } else {
        const auto response = parseJson(record.response);
        QVERIFY(response.has_value());
        QCOMPARE(QByteArray::fromBase64(
                     QByteArray::fromStdString(response->at("body").get<std::string>())),
                 all);
    }
}

void tst_Figures::recordsTellWhatRan()
{
    FETCH_GROUND(ground);
    InvocationRequest request = requestFor(ground, QStringLiteral("echo"), "{\"a\": 1.50}");
    request.requestId = newRequestId();
    const WallTime before = std::chrono::system_clock::now();

    RUN(record, m_test, request);

    QCOMPARE(record.requestId, request.requestId);
    QVERIFY(record.function == request.function);
    QCOMPARE(record.event, request.event);
    QVERIFY(record.startedAt >= before);
    QVERIFY(record.startedAt <= std::chrono::system_clock::now());
    QCOMPARE(record.environment.isolation,
             ground.isolation == IsolationChoice::None ? Isolation::None : Isolation::Bubblewrap);
    QVERIFY(record.environment.interpreterVersion.startsWith(
        ground.language == QStringLiteral("python") ? QStringLiteral("Python 3.")
                                                    : QStringLiteral("Node.js ")));
    QVERIFY(QFileInfo(record.environment.interpreter).isExecutable());
    QCOMPARE(record.environment.functionName, QStringLiteral("echo"));
    QVERIFY(!record.environment.id.isEmpty());
    QCOMPARE(record.report.requestId, request.requestId);
}

void tst_Figures::linesArriveWhileTheFunctionRuns()
{
    FETCH_GROUND(ground);
    InvocationRequest request = requestForFolder(
        ground, QStringLiteral(COLDFRAME_SOURCE_DIR "/tests/data/handlers/") + ground.language);
    request.function.handler = QStringLiteral("never_returns.handler");
    request.requestId = newRequestId();
    std::vector<LogLine> arrived;
    QObject receiver;
    connect(&m_test.invoker(), &Invoker::logAppended, &receiver,
            [&](const QString &id, const std::vector<LogLine> &lines) {
                if (id == request.requestId)
                    arrived.insert(arrived.end(), lines.begin(), lines.end());
            });

    const Async<InvocationRecord> running = m_test.invoker().invoke(request);

    QTRY_VERIFY_WITH_TIMEOUT(
        textsOf(arrived).contains("START RequestId: " + request.requestId.toLatin1()
                                  + " Version: $LATEST"),
        30'000);
    QVERIFY(!running.isFinished());
    m_test.invoker().stop(request.requestId);
    QTRY_VERIFY_WITH_TIMEOUT(running.isFinished(), 30'000);
    const std::vector<LogLine> whole = running.result()->log;
    QVERIFY(arrived.size() <= whole.size());
    QVERIFY(std::equal(arrived.begin(), arrived.end(), whole.begin()));
}

COLDFRAME_TEST(tst_Figures);

#include "tst_figures.moc"
