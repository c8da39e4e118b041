// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/runtimeapi.h"

#include "core/lambda/limits.h"
#include "core/runtime/apiresponse.h"

#include <QPointer>

#include <utility>

namespace coldframe {

namespace {

constexpr QByteArrayView basePath = "/2018-06-01";
constexpr QByteArrayView invocationPath = "/2018-06-01/runtime/invocation/";
constexpr QByteArrayView tracePath = "/coldframe";

QByteArrayView withoutQuery(QByteArrayView target)
{
    const qsizetype query = target.indexOf('?');
    return query < 0 ? target : target.first(query);
}

struct AnswerPath
{
    QByteArrayView requestId;
    RuntimeStep step;
};

/// Takes "<id>/response" or "<id>/error" apart.
std::optional<AnswerPath> answerPath(QByteArrayView path)
{
    const qsizetype slash = path.indexOf('/');
    if (slash < 0)
        return std::nullopt;
    const QByteArrayView action = path.sliced(slash + 1);
    if (action == QByteArrayView("response"))
        return AnswerPath{path.first(slash), RuntimeStep::Response};
    if (action == QByteArrayView("error"))
        return AnswerPath{path.first(slash), RuntimeStep::InvocationError};
    return std::nullopt;
}

bool requireMethod(const HttpRequest &request, QByteArrayView method, const HttpReply &reply)
{
    if (request.method == method)
        return true;
    reply.send(wrongMethodResponse());
    return false;
}

} // namespace

/// Hands a response's body to the API, unless that has moved on to another runtime.
class RuntimeApi::ResponseReceiver final : public HttpBodyReceiver
{
public:
    ResponseReceiver(RuntimeApi *api, std::weak_ptr<Stream> stream)
        : m_api(api)
        , m_stream(std::move(stream))
    { }

    void receive(QByteArrayView part) override
    {
        if (isCurrent())
            m_api->appendResponse(part);
    }
    void finish(const HttpHeaders &trailers) override
    {
        if (isCurrent())
            m_api->finishResponse(trailers);
    }
    void abort() override
    {
        if (isCurrent())
            m_api->cutOffResponse();
    }

private:
    bool isCurrent() const { return m_api && !m_stream.expired(); }

    QPointer<RuntimeApi> m_api;
    std::weak_ptr<Stream> m_stream;
};

RuntimeApi::RuntimeApi(EnvironmentServer &server, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_bandwidthTimer(this)
{
    m_bandwidthTimer.setSingleShot(true);
    m_bandwidthTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_bandwidthTimer, &QTimer::timeout, this, &RuntimeApi::limitBandwidth);
    const auto handler = [this](HttpRequest request, const HttpReply &reply) {
        handle(std::move(request), reply);
    };
    server.route(basePath.toByteArray(), handler,
                 [this](const HttpRequest &head, const HttpReply &reply) {
                     return chooseReceiver(head, reply);
                 });
    server.route(tracePath.toByteArray(), handler);
}

RuntimeApi::~RuntimeApi() = default;

void RuntimeApi::deliver(RuntimeEvent event)
{
    m_pending = std::move(event);
    if (m_state == RuntimeState::Ready && !m_awaitsState)
        sendEvent();
}

void RuntimeApi::restore()
{
    if (m_state != RuntimeState::RestoreReady)
        return;
    move(RuntimeStep::Restore);
    std::exchange(m_restorePoll, {}).send({200, {}, {}});
}

void RuntimeApi::reset()
{
    m_polls.clear();
    m_awaitsState = false;
    m_restorePoll = {};
    m_pending.reset();
    m_invocation.reset();
    if (const auto stream = std::exchange(m_stream, nullptr))
        stream->reply.resumeReading();
    m_bandwidthTimer.stop();
    m_state = RuntimeState::Started;
}

void RuntimeApi::handle(HttpRequest request, const HttpReply &reply)
{
    // The request moves on while the path is still in use.
    const QByteArray target = request.target;
    const QByteArrayView path = withoutQuery(target);
    const auto isPath = [path](QByteArrayView other) { return path == other; };
    if (path.startsWith(invocationPath))
        return handleInvocation(std::move(request), reply, path.sliced(invocationPath.size()));
    if (isPath("/2018-06-01/runtime/init/error")) {
        if (requireMethod(request, "POST", reply))
            handlePhaseError(std::move(request), reply, RuntimeStep::InitError);
    } else if (isPath("/2018-06-01/runtime/restore/next") && m_snapStart) {
        if (requireMethod(request, "GET", reply))
            handleRestoreNext(reply);
    } else if (isPath("/2018-06-01/runtime/restore/error") && m_snapStart) {
        if (requireMethod(request, "POST", reply))
            handlePhaseError(std::move(request), reply, RuntimeStep::RestoreError);
    } else if (isPath("/2018-06-01/ping")) {
        if (requireMethod(request, "GET", reply))
            reply.send({200, {{"Content-Type", "text/plain"}}, "pong"});
    } else if (isPath("/coldframe/init-trace")) {
        if (requireMethod(request, "POST", reply)) {
            reply.send(acceptedResponse());
            Q_EMIT initTraced(request.body);
        }
    } else if (isPath("/coldframe/spans")) {
        if (requireMethod(request, "POST", reply)) {
            reply.send(acceptedResponse());
            Q_EMIT spansTold(request.body);
        }
    } else if (isPath("/coldframe/state")) {
        if (requireMethod(request, "POST", reply))
            handleState(request, reply);
    } else {
        reply.send(notFoundResponse());
    }
}

void RuntimeApi::handleInvocation(HttpRequest request, const HttpReply &reply, QByteArrayView path)
{
    if (path == QByteArrayView("next")) {
        if (requireMethod(request, "GET", reply))
            handleNext(request, reply);
        return;
    }
    const auto answer = answerPath(path);
    if (!answer)
        return reply.send(notFoundResponse());
    if (!requireMethod(request, "POST", reply))
        return;
    if (std::optional<HttpResponse> refusal = wrongId(request, answer->requestId))
        return reply.send(*std::move(refusal));
    handleAnswer(std::move(request), reply, answer->step);
}

/// The id of the event is checked before anything else, then that of the attempt, which is
/// optional (runtime-api, section 13).
std::optional<HttpResponse> RuntimeApi::wrongId(const HttpRequest &request,
                                                QByteArrayView requestId) const
{
    if (!m_invocation || requestId.isEmpty() || requestId != m_invocation->requestId)
        return apiErrorResponse(400, QStringLiteral("InvalidRequestID"),
                                QStringLiteral("Invalid request ID"));
    const QByteArray &invocationId = m_invocation->event.invocationId;
    const QByteArrayView stated = headerValue(request.headers, "Lambda-Runtime-Invocation-Id");
    if (!invocationId.isEmpty() && !stated.isNull() && stated != invocationId)
        return apiErrorResponse(400, QStringLiteral("InvalidInvocationId"),
                                QStringLiteral("Invalid invocation ID"));
    return std::nullopt;
}

bool RuntimeApi::advance(RuntimeStep step, const HttpReply &reply)
{
    const auto after = stateAfter(m_state, step);
    if (!after) {
        reply.send(apiErrorResponse(
            403, QStringLiteral("InvalidStateTransition"),
            QStringLiteral("State transition from %1 to %2 failed for runtime. Error: State "
                           "transition is not allowed")
                .arg(QLatin1String(stateName(m_state)),
                     QLatin1String(stateName(wantedState(step))))));
        return false;
    }
    m_state = *after;
    return true;
}

/// A step of our own, which the state allows.
void RuntimeApi::move(RuntimeStep step)
{
    const auto after = stateAfter(m_state, step);
    Q_ASSERT(after);
    m_state = after.value_or(m_state);
}

void RuntimeApi::handleNext(const HttpRequest &request, const HttpReply &reply)
{
    const Instant now = m_clock.now();
    const RuntimeState before = m_state;
    if (!advance(RuntimeStep::Next, reply))
        return;
    if (before == RuntimeState::Running)
        return sendEventTo(reply); // the same once more
    m_invocation.reset();
    m_polls.push_back(reply);
    // The init phase ends here, and the invocation begins when the bootstrap is ready for it: what
    // it takes to look at the module is in neither.
    m_awaitsState = headerValue(request.headers, "Coldframe-State") == QByteArrayView("follows");
    if (before == RuntimeState::Started || before == RuntimeState::Restoring) {
        const QPointer<RuntimeApi> alive(this);
        Q_EMIT initialised(now);
        if (!alive || m_state != RuntimeState::Ready)
            return; // an event was delivered, for example
    }
    if (m_pending && !m_awaitsState)
        sendEvent();
    else if (before != RuntimeState::Ready)
        Q_EMIT ready();
}

void RuntimeApi::handleState(const HttpRequest &request, const HttpReply &reply)
{
    reply.send(acceptedResponse());
    const QPointer<RuntimeApi> alive(this);
    Q_EMIT stateTold(request.body);
    if (alive && std::exchange(m_awaitsState, false) && m_pending
        && m_state == RuntimeState::Ready)
        sendEvent();
}

void RuntimeApi::sendEvent()
{
    std::erase_if(m_polls, [](const HttpReply &poll) { return !poll.isPending(); });
    if (m_polls.empty())
        return;
    const HttpReply poll = m_polls.front();
    m_polls.erase(m_polls.begin());
    QByteArray requestId = m_pending->requestId.toUtf8();
    m_invocation = Invocation{*std::exchange(m_pending, std::nullopt), std::move(requestId)};
    move(RuntimeStep::Deliver);
    const Instant now = m_clock.now();
    sendEventTo(poll);
    Q_EMIT delivered(now);
}

/// (runtime-api, section 3)
void RuntimeApi::sendEventTo(const HttpReply &poll) const
{
    const RuntimeEvent &event = m_invocation->event;
    const auto deadline
        = std::chrono::duration_cast<std::chrono::milliseconds>(event.deadline.time_since_epoch());
    HttpHeaders headers;
    headers.reserve(9);
    headers.push_back({QByteArrayLiteral("Content-Type"), event.contentType});
    headers.push_back(
        {QByteArrayLiteral("Lambda-Runtime-Aws-Request-Id"), m_invocation->requestId});
    headers.push_back({QByteArrayLiteral("Lambda-Runtime-Deadline-Ms"),
                       QByteArray::number(qint64(deadline.count()))});
    headers.push_back(
        {QByteArrayLiteral("Lambda-Runtime-Invoked-Function-Arn"), event.functionArn.toUtf8()});
    const auto addUnlessEmpty = [&headers](QByteArray name, const QByteArray &value) {
        if (!value.isEmpty())
            headers.push_back({std::move(name), value});
    };
    addUnlessEmpty(QByteArrayLiteral("Lambda-Runtime-Trace-Id"), event.traceId);
    addUnlessEmpty(QByteArrayLiteral("Lambda-Runtime-Client-Context"), event.clientContext);
    addUnlessEmpty(QByteArrayLiteral("Lambda-Runtime-Cognito-Identity"), event.cognitoIdentity);
    addUnlessEmpty(QByteArrayLiteral("Lambda-Runtime-Aws-Tenant-Id"), event.tenantId);
    addUnlessEmpty(QByteArrayLiteral("Lambda-Runtime-Invocation-Id"), event.invocationId);
    poll.send({200, std::move(headers), event.body});
}

/// An answer as a whole.
void RuntimeApi::handleAnswer(HttpRequest request, const HttpReply &reply, RuntimeStep step)
{
    const Instant now = m_clock.now();
    if (!advance(step, reply))
        return;
    move(RuntimeStep::Finish);
    RuntimeAnswer answer;
    HttpResponse response = acceptedResponse();
    if (step == RuntimeStep::Response && statedMode(request.headers) == StatedMode::Invalid) {
        answer = invalidModeAnswer();
        response = invalidModeResponse();
    } else if (request.truncated) {
        answer = truncatedAnswer(m_invocation->event.requestId, request.bodyBytes);
        response = truncatedResponse();
    } else if (request.bodyTooLarge) {
        answer = oversizedAnswer(request.bodyBytes, limits::ResponseBytes);
        response = oversizedResponse(limits::ResponseBytes);
    } else if (step == RuntimeStep::Response) {
        answer = responseAnswer(std::move(request));
    } else {
        answer = errorAnswer(std::move(request));
    }
    reply.send(std::move(response));
    Q_EMIT answered(answer, now);
}

/// init/error and restore/error. Behind a restore both mean that its hooks failed
/// (runtime-api, section 2).
void RuntimeApi::handlePhaseError(HttpRequest request, const HttpReply &reply, RuntimeStep step)
{
    const Instant now = m_clock.now();
    if (!advance(step, reply))
        return;
    RuntimeAnswer answer;
    if (request.truncated) {
        answer = truncatedAnswer({}, request.bodyBytes);
        reply.send(truncatedResponse());
    } else if (request.bodyTooLarge) {
        answer = oversizedAnswer(request.bodyBytes, limits::ResponseBytes);
        reply.send(oversizedResponse(limits::ResponseBytes));
    } else {
        answer = phaseErrorAnswer(std::move(request));
        reply.send(acceptedResponse());
    }
    if (m_state == RuntimeState::RestoreError)
        Q_EMIT restoreFailed(answer, now);
    else
        Q_EMIT initFailed(answer, now);
}

void RuntimeApi::handleRestoreNext(const HttpReply &reply)
{
    const Instant now = m_clock.now();
    if (!advance(RuntimeStep::RestoreNext, reply))
        return;
    m_restorePoll = reply;
    Q_EMIT restoreReady(now);
}

/// Takes a response in parts when it is one that the caller wants as it arrives. Whatever is
/// wrong with it is told when it has been collected.
std::shared_ptr<HttpBodyReceiver> RuntimeApi::chooseReceiver(const HttpRequest &head,
                                                             const HttpReply &reply)
{
    if (m_state != RuntimeState::Running
        || m_invocation->event.responseMode != ResponseMode::Streamed || head.method != "POST")
        return nullptr;
    const QByteArrayView path = withoutQuery(head.target);
    if (!path.startsWith(invocationPath) || statedMode(head.headers) != StatedMode::Streaming)
        return nullptr;
    const auto answer = answerPath(path.sliced(invocationPath.size()));
    if (!answer || answer->step != RuntimeStep::Response || wrongId(head, answer->requestId))
        return nullptr;
    move(RuntimeStep::Response);
    m_stream = std::make_shared<Stream>(Stream{reply, contentTypeOf(head.headers)});
    if (m_limitsBandwidth)
        m_stream->bandwidth = std::make_unique<ResponseBandwidth>(m_clock);
    return std::make_shared<ResponseReceiver>(this, m_stream);
}

} // namespace coldframe

#include "moc_runtimeapi.cpp"
