// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/endpoint/lambdaendpoint.h"

#include "core/base/identifier.h"
#include "core/endpoint/callercheck.h"
#include "core/endpoint/controlplane.h"
#include "core/lambda/limits.h"

namespace coldframe {

namespace {

constexpr qint64 LargestHeaderBytes = 64 * 1024;

} // namespace

LambdaEndpoint::LambdaEndpoint(Invoker &invoker, Options options, const Clock &clock,
                               QObject *parent)
    : QObject(parent)
    , m_invoker(invoker)
    , m_options(std::move(options))
    , m_clock(clock)
    , m_registry(clock)
    , m_calls(invoker, m_options.acceptEvent)
{
    connect(&m_registry, &FunctionRegistry::concurrencyChanged, this,
            [this](const ConcurrencySettings &settings) {
                m_invoker.setConcurrency(settings);
                Q_EMIT concurrencyChanged(settings);
            });
    connect(&m_registry, &FunctionRegistry::provisionedChanged, this,
            [this](const QString &name, int count) {
                const FunctionConfig function = m_registry.functions().at(name).config();
                m_invoker.provision(m_calls.requestFor(function), count);
            });
    connect(&invoker, &Invoker::provisioningFailed, this,
            [this](const QString &name, const Error &error) {
                m_registry.noteProvisioningFailed(name, error.detail);
            });
    connect(&m_registry, &FunctionRegistry::eventInvokeConfigChanged, this,
            &LambdaEndpoint::eventInvokeConfigChanged);
    connect(&invoker, &Invoker::environmentsChanged, this, &LambdaEndpoint::countEnvironments);
}

LambdaEndpoint::~LambdaEndpoint() = default;

Result<quint16> LambdaEndpoint::start(quint16 port)
{
    stop();
    HttpServer::Options options;
    options.bodyBytes = limits::SynchronousEventBytes;
    options.headerBytes = LargestHeaderBytes;
    options.checkHost = false; // callerRefusal() is stricter, and says what is wrong
    auto server = std::make_unique<HttpServer>(
        options,
        [this](HttpRequest request, const HttpReply &reply) { handle(std::move(request), reply); });
    const Result<quint16> listening = server->listenOnLoopback(port);
    if (!listening)
        return listening;
    m_server = std::move(server);
    m_port = *listening;
    passOptionsOn();
    return listening;
}

void LambdaEndpoint::setRunOptions(IsolationChoice isolation, const EmulationOptions &emulation)
{
    m_options.isolation = isolation;
    m_options.emulation = emulation;
    passOptionsOn();
}

void LambdaEndpoint::passOptionsOn()
{
    InvocationCalls::Options forAll{m_options.isolation, m_options.emulation, {}};
    if (m_options.callEachOther && m_port != 0)
        forAll.variables.emplace(QStringLiteral("AWS_ENDPOINT_URL_LAMBDA"), url());
    m_calls.setOptions(forAll);
}

void LambdaEndpoint::stop()
{
    if (m_server)
        m_server->closeConnections();
    m_server.reset();
    m_port = 0;
}

QString LambdaEndpoint::url() const
{
    return m_port == 0 ? QString() : QStringLiteral("http://127.0.0.1:%1").arg(m_port);
}

std::optional<FunctionConfig> LambdaEndpoint::function(const QString &name) const
{
    const auto found = m_registry.functions().find(name);
    if (found == m_registry.functions().end())
        return std::nullopt;
    return m_calls.requestFor(found->second.config()).function;
}

void LambdaEndpoint::handle(HttpRequest request, const HttpReply &reply)
{
    ServedRequest told;
    told.requestId = newUuid();
    told.method = QString::fromLatin1(request.method);
    told.path = QString::fromLatin1(request.target);
    const ApiReply answering(reply, told, [this, began = m_clock.now()](ServedRequest served) {
        served.duration = m_clock.now() - began;
        Q_EMIT this->served(served);
    });
    if (const std::optional<ApiError> refusal = callerRefusal(request, m_port))
        return answering.send(errorResponse(*refusal));
    if (request.truncated)
        return answering.send(errorResponse(
            {400, "InvalidRequestContentException",
             QStringLiteral("Could not parse request body into json: the body was cut off")}));
    const ApiResult<ApiRequest> routed = routedRequest(std::move(request));
    if (!routed)
        return answering.send(errorResponse(routed.error()));
    answering.setCall(apiOperationName(routed->operation), routed->functionName);
    dispatch(*routed, answering);
}

void LambdaEndpoint::dispatch(const ApiRequest &request, const ApiReply &reply)
{
    if (request.operation == ApiOperation::Invoke
        || request.operation == ApiOperation::InvokeWithResponseStream) {
        ApiResult<InvocationOrder> order = readOrder(m_registry, request);
        if (order)
            m_calls.start(*std::move(order), reply);
        else
            reply.send(errorResponse(order.error()));
        return;
    }
    ApiResult<HttpResponse> response = answerControlCall(m_registry, m_environments, request);
    reply.send(response ? *std::move(response) : errorResponse(response.error()));
}

void LambdaEndpoint::countEnvironments(const std::vector<EnvironmentDescription> &environments)
{
    m_environments.clear();
    for (const EnvironmentDescription &each : environments) {
        if (each.provisioned && each.initialisedAt && each.state != EnvironmentState::ShuttingDown)
            ++m_environments[each.functionName];
    }
}

} // namespace coldframe

#include "moc_lambdaendpoint.cpp"
