// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/endpoint/invocationcalls.h"

#include "core/endpoint/eventstreamframe.h"
#include "core/lambda/logtail.h"

namespace coldframe {

namespace {

/// A client that is slower than a function holds it back, so that memory stays bounded.
constexpr qsizetype MostUnwrittenBytes = 1024 * 1024;

HttpResponse invocationResponse(const QByteArray &executedVersion, const QByteArray &contentType,
                                const QByteArray &body)
{
    return {200,
            {{"Content-Type", contentType}, {"X-Amz-Executed-Version", executedVersion}},
            body};
}

HttpResponse bufferedAnswer(const QByteArray &executedVersion, InvocationStatus status,
                            const QByteArray &response)
{
    HttpResponse answer = invocationResponse(executedVersion, "application/json", response);
    answer.headers.push_back({"x-amzn-Remapped-Content-Length", "0"});
    if (status != InvocationStatus::Succeeded)
        answer.headers.push_back({"X-Amz-Function-Error", "Unhandled"});
    return answer;
}

HttpResponse emptyAnswer(int status)
{
    return {.status = status, .headers = {}, .body = {}};
}

} // namespace

InvocationCalls::InvocationCalls(Invoker &invoker, EventAcceptor acceptEvent, QObject *parent)
    : QObject(parent)
    , m_invoker(invoker)
    , m_acceptEvent(std::move(acceptEvent))
{
    connect(&invoker, &Invoker::responseAppended, this, &InvocationCalls::onResponseAppended);
    connect(&invoker, &Invoker::responded, this, &InvocationCalls::onResponded);
    connect(&invoker, &Invoker::finished, this,
            [this](const InvocationRecord &record) { onDone(record.requestId, record); });
    connect(&invoker, &Invoker::refused, this, [this](const QString &requestId, const Error &error) {
        onDone(requestId, tl::make_unexpected(error));
    });
}

InvocationCalls::~InvocationCalls()
{
    for (auto &[requestId, call] : m_calls)
        hold(requestId, call, false);
}

void InvocationCalls::start(InvocationOrder order, const ApiReply &reply)
{
    if (order.type == InvocationType::DryRun)
        return reply.send(emptyAnswer(204));
    InvocationRequest request = std::move(order.request);
    const InvocationRequest forAll = requestFor(std::move(request.function));
    request.requestId = reply.requestId();
    request.function = forAll.function;
    request.isolation = forAll.isolation;
    request.emulation = forAll.emulation;
    if (order.type == InvocationType::Event)
        return accept(request, reply);
    const QString requestId = request.requestId;
    m_calls.emplace(requestId, Call{reply, request.responseMode == ResponseMode::Streamed,
                                    order.wantsLog, request.function.version.toLatin1()});
    m_invoker.invoke(std::move(request)); // told by its signals
}

InvocationRequest InvocationCalls::requestFor(FunctionConfig function) const
{
    InvocationRequest request;
    request.function = std::move(function);
    request.function.environment.insert(m_options.variables.begin(), m_options.variables.end());
    request.isolation = m_options.isolation;
    request.emulation = m_options.emulation;
    return request;
}

void InvocationCalls::accept(const InvocationRequest &request, const ApiReply &reply)
{
    const Result<QString> accepted = m_acceptEvent
        ? m_acceptEvent(request)
        : failure(Error::Code::NotFound, QStringLiteral("a queue for asynchronous events"));
    if (accepted)
        reply.send(emptyAnswer(202));
    else
        reply.send(errorResponse(apiErrorOf(accepted.error())));
}

void InvocationCalls::onResponseAppended(const QString &requestId, const QByteArray &piece)
{
    const auto found = m_calls.find(requestId);
    if (found == m_calls.end() || !found->second.streams)
        return;
    Call &call = found->second;
    begin(requestId, call);
    call.reply.sendPart(payloadChunkMessage(piece));
    if (call.reply.unwrittenBytes() > MostUnwrittenBytes)
        hold(requestId, call, true);
}

/// The caller has its answer before extensions are done; the log is complete only then.
void InvocationCalls::onResponded(const QString &requestId, InvocationStatus status,
                                  const QByteArray &response)
{
    const auto found = m_calls.find(requestId);
    if (found == m_calls.end())
        return;
    Call &call = found->second;
    const bool succeeded = status == InvocationStatus::Succeeded;
    if (call.streams && !succeeded)
        call.errorDetails = response;
    if (call.wantsLog || (call.streams && !succeeded)) // the record knows the error's type
        return;
    if (call.streams)
        finishStream(requestId, call, {}, {});
    else
        call.reply.send(bufferedAnswer(call.executedVersion, status, response));
    m_calls.erase(requestId);
}

void InvocationCalls::onDone(const QString &requestId, const Result<InvocationRecord> &result)
{
    const auto found = m_calls.find(requestId);
    if (found == m_calls.end())
        return;
    Call &call = found->second;
    if (!result && call.begun) {
        breakStream(requestId, call, apiErrorOf(result.error()));
    } else if (!result) {
        call.reply.send(errorResponse(apiErrorOf(result.error())));
    } else {
        const QByteArray log = call.wantsLog ? logTail(result->log).toBase64() : QByteArray();
        if (call.streams) {
            finishStream(requestId, call, result->errorType, log);
        } else {
            HttpResponse answer
                = bufferedAnswer(call.executedVersion, result->status, result->response);
            if (call.wantsLog)
                answer.headers.push_back({"X-Amz-Log-Result", log});
            call.reply.send(std::move(answer));
        }
    }
    m_calls.erase(requestId);
}

void InvocationCalls::begin(const QString &requestId, Call &call)
{
    if (std::exchange(call.begun, true))
        return;
    call.reply.begin(
        invocationResponse(call.executedVersion, "application/vnd.amazon.eventstream", {}),
        [this, requestId] { onWritten(requestId); });
}

void InvocationCalls::onWritten(const QString &requestId)
{
    const auto found = m_calls.find(requestId);
    if (found != m_calls.end() && found->second.reply.unwrittenBytes() <= MostUnwrittenBytes / 2)
        hold(requestId, found->second, false);
}

void InvocationCalls::hold(const QString &requestId, Call &call, bool held)
{
    if (std::exchange(call.held, held) != held)
        m_invoker.holdResponse(requestId, held);
}

void InvocationCalls::finishStream(const QString &requestId, Call &call, const QString &errorType,
                                   const QByteArray &log)
{
    begin(requestId, call);
    call.reply.sendPart(invokeCompleteMessage(errorType.toUtf8(), call.errorDetails, log));
    call.reply.finish(errorType.isEmpty() ? QString() : QStringLiteral("Unhandled"));
    hold(requestId, call, false);
}

/// Nothing could be run, and the caller's answer has begun.
void InvocationCalls::breakStream(const QString &requestId, Call &call, const ApiError &error)
{
    call.reply.sendPart(eventStreamMessage({{":exception-type", error.type},
                                            {":content-type", "application/json"},
                                            {":message-type", "exception"}},
                                           errorResponse(error).body));
    call.reply.finish(QString::fromLatin1(error.type));
    hold(requestId, call, false);
}

} // namespace coldframe

#include "moc_invocationcalls.cpp"
