// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeinvoker.h"

#include <algorithm>

namespace coldframe::test {

using namespace std::chrono_literals;

namespace {

/// 2026-11-23 08:00:00 UTC: records of tests all begin then.
constexpr WallTime Beginning{std::chrono::seconds(1795420800)};

LogLine platformLine(const QByteArray &text)
{
    return {Beginning, LogSource::Platform, LogLevel::None, text};
}

} // namespace

FakeInvoker::~FakeInvoker()
{
    for (Running &running : m_running) {
        running.promise.addResult(failure(Error::Code::Cancelled));
        running.promise.finish();
    }
}

Async<InvocationRecord> FakeInvoker::invoke(InvocationRequest request)
{
    requests.push_back(request);
    m_running.push_back({std::move(request), {}});
    auto &promise = m_running.back().promise;
    promise.start();
    return promise.future();
}

void FakeInvoker::stop(const QString &requestId)
{
    stopped.append(requestId);
    const auto found
        = std::find_if(m_running.begin(), m_running.end(), [&requestId](const Running &running) {
              return running.request.requestId == requestId;
          });
    if (found == m_running.end())
        return;
    InvocationRecord record = warmRecord(found->request, {});
    record.status = InvocationStatus::Stopped;
    record.errorType = QStringLiteral("Sandbox.Stopped");
    end(found, std::move(record));
}

void FakeInvoker::holdResponse(const QString &requestId, bool hold)
{
    held.removeAll(requestId);
    if (hold)
        held.append(requestId);
}

void FakeInvoker::recycle()
{
    ++recycled;
    setEnvironments({});
}

void FakeInvoker::finish(InvocationRecord record)
{
    end(m_running.begin(), std::move(record));
}

void FakeInvoker::fail(const Error &error)
{
    end(m_running.begin(), tl::make_unexpected(error));
}

void FakeInvoker::appendLog(const std::vector<LogLine> &lines)
{
    Q_EMIT logAppended(running().requestId, lines);
}

void FakeInvoker::appendResponse(const QByteArray &piece)
{
    Q_EMIT responseAppended(running().requestId, piece);
}

void FakeInvoker::setEnvironments(const std::vector<EnvironmentDescription> &environments)
{
    Q_EMIT environmentsChanged(environments);
}

void FakeInvoker::end(std::list<Running>::iterator which, Result<InvocationRecord> result)
{
    Q_ASSERT(which != m_running.end());
    Running running = std::move(*which);
    m_running.erase(which);
    if (result)
        Q_EMIT finished(*result);
    else
        Q_EMIT refused(running.request.requestId, result.error());
    running.promise.addResult(std::move(result));
    running.promise.finish();
}

InvocationRecord warmRecord(const InvocationRequest &request, const QByteArray &response)
{
    InvocationRecord record;
    record.requestId = request.requestId;
    record.function = request.function;
    record.event = request.event;
    record.startedAt = Beginning;
    record.response = response;
    EnvironmentDescription &environment = record.environment;
    environment.id = QStringLiteral("environment-1");
    environment.interpreter = QStringLiteral("/usr/bin/python3.11");
    environment.interpreterVersion = QStringLiteral("Python 3.11.2");
    environment.isolation = Isolation::Bubblewrap;
    environment.invocations = 2;
    environment.functionName = request.function.name;
    environment.state = EnvironmentState::Busy;
    environment.stateSince = Beginning;
    environment.startedAt = Beginning - 1s;
    environment.initialisedAt = Beginning - 900ms;
    record.phases = {{PhaseKind::Invoke, 0ns, 12'300us}};
    record.report = {request.requestId,
                     12'300us,
                     13ms,
                     request.function.memory,
                     MebiBytes{41},
                     {},
                     {},
                     {},
                     {},
                     {}};
    const QByteArray id = request.requestId.toUtf8();
    record.log = {platformLine("START RequestId: " + id + " Version: $LATEST"),
                  {Beginning, LogSource::Function, LogLevel::Info, "[INFO] greeting Ada"},
                  platformLine("END RequestId: " + id),
                  platformLine(formatReport(record.report))};
    return record;
}

InvocationRecord coldRecord(const InvocationRequest &request, const QByteArray &response)
{
    InvocationRecord record = warmRecord(request, response);
    record.coldStart = ColdStartReason::FirstInvocation;
    record.environment.invocations = 1;
    record.environment.startedAt = Beginning;
    record.environment.initialisedAt = Beginning + 69ms;
    record.phases = {{PhaseKind::ProcessStart, 0ns, 6ms},  {PhaseKind::InterpreterStart, 6ms, 14ms},
                     {PhaseKind::Bootstrap, 20ms, 8ms},    {PhaseKind::HandlerImport, 28ms, 40ms},
                     {PhaseKind::RuntimeReady, 68ms, 1ms}, {PhaseKind::Invoke, 69ms, 12'300us}};
    const QString folder = request.function.codeDirectory;
    record.imports
        = {{QStringLiteral("app"), folder + QStringLiteral("/app.py"), 0, 28ms, 40ms, 4ms,
            ImportOrigin::Function},
           {QStringLiteral("requests"), folder + QStringLiteral("/requests/__init__.py"), 1, 30ms,
            30ms, 12ms, ImportOrigin::Dependency},
           {QStringLiteral("json"), QStringLiteral("/usr/lib/python3.11/json/__init__.py"), 2, 34ms,
            18ms, 18ms, ImportOrigin::StandardLibrary}};
    record.report.initDuration = 69'000us;
    record.report.billedDuration = 82ms;
    record.log.insert(record.log.begin(), platformLine("INIT_START Runtime Version: python:3.11"));
    record.log.back() = platformLine(formatReport(record.report));
    return record;
}

InvocationRecord recordWithExtensions(const InvocationRequest &request)
{
    InvocationRecord record = coldRecord(request, R"({"greeting":"Hello, Ada","items":[1,2]})");
    for (Phase &phase : record.phases)
        phase.begin += phase.kind == PhaseKind::Invoke ? 20ms : 8ms;
    for (ImportSpan &import : record.imports)
        import.begin += 8ms;
    record.phases.insert(record.phases.begin(), {PhaseKind::Sandbox, 0ns, 8ms});
    record.phases.insert(record.phases.end() - 1, {PhaseKind::ExtensionsReady, 77ms, 12ms});
    record.phases.push_back({PhaseKind::ExtensionsDone, 101'300us, 14ms});
    record.extensions = {{QStringLiteral("telemetry-collector"), true, 18ms, 89ms, 115'300us},
                         {QStringLiteral("parameters-cache"), true, 16ms, 31ms, 97ms}};
    return record;
}

InvocationRecord failedRecord(const InvocationRequest &request)
{
    InvocationRecord record
        = warmRecord(request,
                     R"({"errorMessage": "no name in the event", "errorType": "ValueError", )"
                     R"("requestId": "1", "stackTrace": ["  File \"/var/task/app.py\", line 4, in )"
                     R"(handler\n    raise ValueError(\"no name in the event\")\n"]})");
    record.status = InvocationStatus::Failed;
    record.errorType = QStringLiteral("ValueError");
    record.report.status = QStringLiteral("error");
    record.report.errorType = record.errorType;
    return record;
}

} // namespace coldframe::test
