// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/endpoint/invocationorder.h"

#include "core/base/jsontext.h"
#include "core/endpoint/functionoperations.h"
#include "core/lambda/limits.h"

namespace coldframe {

namespace {

ApiResult<InvocationType> invocationType(const ApiRequest &call)
{
    const bool streams = call.operation == ApiOperation::InvokeWithResponseStream;
    const QByteArray type
        = call.header("X-Amz-Invocation-Type").value_or(QByteArray("RequestResponse"));
    if (type == "RequestResponse")
        return InvocationType::RequestResponse;
    if (type == "DryRun")
        return InvocationType::DryRun;
    if (type == "Event" && !streams)
        return InvocationType::Event;
    return invalidValue(QString::fromLatin1(type), "invocationType",
                        QStringLiteral("satisfy enum value set: [%1]")
                            .arg(streams ? QStringLiteral("RequestResponse, DryRun")
                                         : QStringLiteral("Event, RequestResponse, DryRun")));
}

ApiResult<bool> wantsLog(const ApiRequest &call)
{
    const QByteArray type = call.header("X-Amz-Log-Type").value_or(QByteArray("None"));
    if (type == "None" || type == "Tail")
        return type == "Tail";
    return invalidValue(QString::fromLatin1(type), "logType",
                        QStringLiteral("satisfy enum value set: [None, Tail]"));
}

/// JSON text of the header, which carries it in base64.
ApiResult<QByteArray> clientContext(const ApiRequest &call)
{
    const auto encoded = call.header("X-Amz-Client-Context");
    if (!encoded)
        return QByteArray();
    if (encoded->size() > limits::ClientContextBytes)
        return invalidContent(QStringLiteral("Client context must be at most %1 bytes in base64, "
                                             "it has %2")
                                  .arg(limits::ClientContextBytes)
                                  .arg(encoded->size()));
    const auto decoded
        = QByteArray::fromBase64Encoding(*encoded, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || !checkJson(decoded.decoded))
        return invalidContent(
            QStringLiteral("Client context must be a valid Base64-encoded JSON object."));
    return decoded.decoded;
}

/// Features of Lambda that a caller would miss without being told.
ApiResult<void> refuseWhatIsNotEmulated(const ApiRequest &call)
{
    for (const char *name : {"X-Amz-Tenant-Id", "X-Amz-Durable-Execution-Name"}) {
        if (call.header(name))
            return invalidParameter(
                QStringLiteral("%1: Coldframe does not emulate what it asks for")
                    .arg(QLatin1String(name)));
    }
    return {};
}

ApiResult<void> checkSize(const ApiRequest &call, InvocationType type)
{
    const bool isEvent = type == InvocationType::Event;
    const qint64 limit = isEvent ? limits::AsynchronousEventBytes : limits::SynchronousEventBytes;
    if (call.bodyBytes <= limit && !call.bodyTooLarge)
        return {};
    return refusedCall(413, "RequestEntityTooLargeException",
                       QStringLiteral("%1 byte payload is too large for the %2 invocation type "
                                      "(limit %3 bytes)")
                           .arg(call.bodyBytes)
                           .arg(isEvent ? QStringLiteral("Event")
                                        : QStringLiteral("RequestResponse"))
                           .arg(limit));
}

} // namespace

ApiResult<InvocationOrder> readOrder(const FunctionRegistry &registry, const ApiRequest &call)
{
    const ApiResult<FunctionReference> reference = call.function();
    if (!reference)
        return tl::make_unexpected(reference.error());
    const ApiResult<InvocationType> type = invocationType(call);
    if (!type)
        return tl::make_unexpected(type.error());
    const ApiResult<bool> log = wantsLog(call);
    if (!log)
        return tl::make_unexpected(log.error());
    const ApiResult<QByteArray> context = clientContext(call);
    if (!context)
        return tl::make_unexpected(context.error());
    if (const auto checked = refuseWhatIsNotEmulated(call); !checked)
        return tl::make_unexpected(checked.error());
    if (const auto checked = checkSize(call, *type); !checked)
        return tl::make_unexpected(checked.error());
    const auto function = registry.find(*reference);
    if (!function)
        return tl::make_unexpected(function.error());

    InvocationOrder order;
    order.type = *type;
    order.request.function = (*function)->config();
    order.request.event = call.body.isEmpty() ? QByteArray("{}") : call.body;
    if (const Result<void> json = checkJson(order.request.event); !json)
        return tl::make_unexpected(apiErrorOf(json.error()));
    if (call.operation == ApiOperation::InvokeWithResponseStream)
        order.request.responseMode = ResponseMode::Streamed;
    if (*type == InvocationType::Event) // neither log nor context reach an asynchronous event
        return order;
    order.wantsLog = *log;
    order.request.clientContext = *context;
    return order;
}

} // namespace coldframe
