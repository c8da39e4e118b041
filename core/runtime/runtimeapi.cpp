// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/runtimeapi.h"

#include "core/base/jsontext.h"
#include "core/lambda/errorpayload.h"
#include "core/lambda/limits.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace coldframe {

namespace {

const char jsonType[] = "application/json";
constexpr QByteArrayView basePath = "/2018-06-01";
constexpr QByteArrayView invocationPath = "/2018-06-01/runtime/invocation/";

HttpResponse jsonResponse(int status, QByteArray body)
{
    return {status, {{"Content-Type", jsonType}}, std::move(body)};
}

HttpResponse accepted()
{
    return jsonResponse(202, "{\"status\":\"OK\"}\n");
}

/// API errors put the message first (runtime-api, section 10).
HttpResponse apiError(int status, const char *type, const QString &message)
{
    const OrderedJson body{{"errorMessage", message.toStdString()}, {"errorType", type}};
    return jsonResponse(status, writeJson(body, JsonLayout::Compact) + '\n');
}

const char *wantedStateName(RuntimeCall call)
{
    switch (call) {
    case RuntimeCall::Next: return "Ready";
    case RuntimeCall::Response: return "InvocationResponse";
    case RuntimeCall::InvocationError: return "InvocationErrorResponse";
    case RuntimeCall::InitError: return "InitError";
    }
    return "";
}

QByteArray oversizedPayload(qint64 bytes)
{
    return platformErrorPayload(
        QStringLiteral("Function.ResponseSizeTooLarge"),
        QStringLiteral("Response payload size (%1 bytes) exceeded maximum allowed payload size "
                       "(%2 bytes).")
            .arg(bytes)
            .arg(limits::ResponseBytes));
}

/// An error as a runtime posted it; one without a body gets the platform's own payload
/// (runtime-api, section 10).
RuntimeAnswer errorAnswer(HttpRequest &request)
{
    const QByteArrayView type = headerValue(request.headers, "Lambda-Runtime-Function-Error-Type");
    RuntimeAnswer answer;
    answer.isError = true;
    answer.platformErrorType = normalisedErrorType(QString::fromUtf8(type));
    answer.errorType = parseErrorPayload(request.body).errorType;
    if (answer.errorType.isEmpty())
        answer.errorType = answer.platformErrorType;
    answer.body = request.body.isEmpty()
        ? platformErrorPayload(answer.platformErrorType,
                               QStringLiteral("Unknown application error occurred"))
        : std::move(request.body);
    return answer;
}

/// An answer that the platform refuses.
RuntimeAnswer refusedAnswer(QByteArray payload, const QString &errorType)
{
    return {std::move(payload), true, errorType, errorType};
}

struct Route
{
    QByteArrayView requestId;
    QByteArrayView action; ///< "response" or "error"
};

/// Takes "<id>/response" apart.
std::optional<Route> routeOf(QByteArrayView rest)
{
    const qsizetype slash = rest.indexOf('/');
    if (slash < 0)
        return std::nullopt;
    const Route route{rest.first(slash), rest.sliced(slash + 1)};
    if (route.action != QByteArrayView("response") && route.action != QByteArrayView("error"))
        return std::nullopt;
    return route;
}

} // namespace

RuntimeApi::RuntimeApi(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_server(HttpServer::Options{limits::ResponseBytes, 1024 * 1024 + 65536, true},
               [this](HttpRequest request, HttpReply reply) {
                   handle(std::move(request), std::move(reply));
               })
{}

Result<void> RuntimeApi::listen()
{
    const Result<quint16> port = m_server.listenOnLoopback();
    if (!port)
        return tl::make_unexpected(port.error());
    m_address = QStringLiteral("127.0.0.1:%1").arg(*port);
    return {};
}

void RuntimeApi::adoptConnection(int descriptor)
{
    m_server.adoptConnection(descriptor);
}

void RuntimeApi::deliver(RuntimeEvent event)
{
    m_event = std::move(event);
    if (m_state == RuntimeState::Ready)
        sendEvent();
}

void RuntimeApi::reset()
{
    m_server.closeConnections();
    m_polls.clear();
    m_event.reset();
    m_state = RuntimeState::Started;
}

void RuntimeApi::handle(HttpRequest request, HttpReply reply)
{
    const QByteArrayView target = request.target;
    const bool get = request.method == "GET";
    const bool post = request.method == "POST";
    const auto requireMethod = [&reply](bool right) {
        if (!right)
            reply.send({405, {}, {}});
        return right;
    };
    if (target.startsWith(invocationPath)) {
        const QByteArrayView rest = target.sliced(invocationPath.size());
        if (rest == QByteArrayView("next")) {
            if (requireMethod(get))
                handleNext(reply);
            return;
        }
        if (const auto route = routeOf(rest)) {
            if (!requireMethod(post))
                return;
            if (!m_event || m_event->requestId.toUtf8() != route->requestId
                || m_state == RuntimeState::Ready)
                return reply.send(apiError(400, "InvalidRequestID",
                                           QStringLiteral("Invalid request ID")));
            return handleAnswer(request, reply,
                                route->action == QByteArrayView("response")
                                    ? RuntimeCall::Response
                                    : RuntimeCall::InvocationError);
        }
    } else if (target == QByteArrayView("/2018-06-01/runtime/init/error")) {
        if (requireMethod(post))
            handleInitError(request, reply);
        return;
    } else if (target == QByteArrayView("/coldframe/init-trace")) {
        if (requireMethod(post)) {
            reply.send(accepted());
            Q_EMIT initTraced(request.body);
        }
        return;
    } else if (target.startsWith(basePath) && target.sliced(basePath.size()) == QByteArrayView("/ping")) {
        return reply.send({200, {{"Content-Type", "text/plain"}}, "pong"});
    }
    reply.send({404, {{"Content-Type", "text/plain"}}, "404 page not found\n"});
}

bool RuntimeApi::advance(RuntimeCall call, const HttpReply &reply)
{
    const auto next = stateAfter(m_state, call);
    if (!next) {
        reply.send(apiError(403, "InvalidStateTransition",
                            QStringLiteral("State transition from %1 to %2 failed for runtime. "
                                           "Error: State transition is not allowed")
                                .arg(QLatin1String(stateName(m_state)),
                                     QLatin1String(wantedStateName(call)))));
        return false;
    }
    m_state = *next;
    return true;
}

void RuntimeApi::handleNext(const HttpReply &reply)
{
    const Instant now = m_clock.now();
    const RuntimeState before = m_state;
    if (!advance(RuntimeCall::Next, reply))
        return;
    m_polls.push_back(reply);
    if (before == RuntimeState::Started)
        Q_EMIT initialised(now);
    if (m_state == RuntimeState::Running || m_event)
        return sendEvent();
    if (before != RuntimeState::Ready)
        Q_EMIT ready();
}

void RuntimeApi::sendEvent()
{
    std::erase_if(m_polls, [](const HttpReply &poll) { return !poll.isPending(); });
    if (m_polls.empty() || !m_event)
        return;
    const HttpReply poll = m_polls.front();
    m_polls.erase(m_polls.begin());
    const auto deadline = std::chrono::duration_cast<std::chrono::milliseconds>(
        m_event->deadline.time_since_epoch());
    HttpHeaders headers{
        {"Content-Type", jsonType},
        {"Lambda-Runtime-Aws-Request-Id", m_event->requestId.toUtf8()},
        {"Lambda-Runtime-Deadline-Ms", QByteArray::number(qint64(deadline.count()))},
        {"Lambda-Runtime-Invoked-Function-Arn", m_event->functionArn.toUtf8()},
        {"Lambda-Runtime-Trace-Id", m_event->traceId},
    };
    if (!m_event->clientContext.isEmpty())
        headers.push_back({"Lambda-Runtime-Client-Context", m_event->clientContext});
    if (!m_event->cognitoIdentity.isEmpty())
        headers.push_back({"Lambda-Runtime-Cognito-Identity", m_event->cognitoIdentity});
    const bool again = m_state == RuntimeState::Running;
    m_state = RuntimeState::Running;
    const Instant now = m_clock.now();
    poll.send({200, std::move(headers), m_event->body});
    if (!again)
        Q_EMIT delivered(now);
}

void RuntimeApi::handleAnswer(HttpRequest &request, const HttpReply &reply, RuntimeCall call)
{
    const Instant now = m_clock.now();
    if (!advance(call, reply))
        return;
    const QByteArrayView mode = headerValue(request.headers, "Lambda-Runtime-Function-Response-Mode");
    RuntimeAnswer answer;
    if (call == RuntimeCall::InvocationError) {
        answer = errorAnswer(request);
        reply.send(accepted());
    } else if (!mode.isEmpty() && mode.compare("streaming", Qt::CaseInsensitive) != 0) {
        answer = refusedAnswer({}, QStringLiteral("Runtime.InvalidResponseModeHeader"));
        reply.send(apiError(400, "InvalidFunctionResponseMode",
                            QStringLiteral("Invalid function response mode")));
    } else if (request.bodyTooLarge) {
        answer = refusedAnswer(oversizedPayload(request.bodyBytes),
                               QStringLiteral("Function.ResponseSizeTooLarge"));
        reply.send(apiError(413, "RequestEntityTooLarge",
                            QStringLiteral("Exceeded maximum allowed payload size (%1 bytes).")
                                .arg(limits::ResponseBytes)));
    } else {
        answer.body = std::move(request.body);
        reply.send(accepted());
    }
    m_event.reset();
    Q_EMIT answered(answer, now);
}

void RuntimeApi::handleInitError(HttpRequest &request, const HttpReply &reply)
{
    const Instant now = m_clock.now();
    if (!advance(RuntimeCall::InitError, reply))
        return;
    reply.send(accepted());
    Q_EMIT initFailed(errorAnswer(request), now);
}

} // namespace coldframe
