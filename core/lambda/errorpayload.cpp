// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lambda/errorpayload.h"

#include "core/base/jsontext.h"

#include <QRegularExpression>

#include <nlohmann/json.hpp>

namespace coldframe {

namespace {

QString stringMember(const OrderedJson &object, const char *key)
{
    const auto member = object.find(key);
    return member != object.end() && member->is_string()
        ? QString::fromStdString(member->get_ref<const std::string &>())
        : QString();
}

} // namespace

ErrorPayload parseErrorPayload(QByteArrayView payload)
{
    const Result<OrderedJson> json = parseJson(payload);
    if (!json || !json->is_object())
        return {};
    ErrorPayload error;
    error.errorType = stringMember(*json, "errorType");
    error.errorMessage = stringMember(*json, "errorMessage");
    for (const char *key : {"stackTrace", "trace"}) {
        const auto frames = json->find(key);
        if (frames == json->end() || !frames->is_array())
            continue;
        for (const OrderedJson &frame : *frames) {
            error.stackTrace.append(frame.is_string()
                                        ? QString::fromStdString(frame.get<std::string>())
                                        : QString::fromUtf8(writeJson(frame, JsonLayout::Compact)));
        }
    }
    return error;
}

QByteArray platformErrorPayload(const QString &errorType, const QString &errorMessage)
{
    const OrderedJson payload{{"errorType", errorType.toStdString()},
                              {"errorMessage", errorMessage.toStdString()}};
    return writeJson(payload, JsonLayout::Compact);
}

QString platformErrorMessage(const QString &requestId, const QString &what)
{
    return requestId.isEmpty() ? QStringLiteral("Error: ") + what
                               : QStringLiteral("RequestId: %1 Error: %2").arg(requestId, what);
}

QString timeoutMessage(std::chrono::milliseconds timeout)
{
    return QStringLiteral("Task timed out after %1 seconds")
        .arg(static_cast<double>(timeout.count()) / 1000.0, 0, 'f', 2);
}

QString normalisedErrorType(const QString &errorType)
{
    static const QRegularExpression kept(QStringLiteral("(Runtime|Function)\\.[A-Z][a-zA-Z]+"));
    if (errorType.contains(kept))
        return errorType;
    return errorType.startsWith(QStringLiteral("Function.")) ? QStringLiteral("Function.Unknown")
                                                             : QStringLiteral("Runtime.Unknown");
}

} // namespace coldframe
