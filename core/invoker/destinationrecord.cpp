// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/destinationrecord.h"

#include "core/base/isotime.h"
#include "core/base/jsontext.h"

#include <nlohmann/json.hpp>

namespace coldframe {

namespace {

/// As much of the message as an attribute holds: the first 1 KB, whole characters.
QByteArray firstKilobyte(const QString &message)
{
    constexpr qsizetype mostBytes = 1024;
    QByteArray text = message.toUtf8();
    if (text.size() <= mostBytes)
        return text;
    qsizetype end = mostBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    text.truncate(end);
    return text;
}

QByteArray compactText(const OrderedJson &json)
{
    return writeJson(json, JsonLayout::Compact);
}

/// A payload inside the record.
QByteArray embedded(const QByteArray &payload)
{
    if (checkJson(payload))
        return withoutJsonBlanks(payload);
    return compactText(OrderedJson(payload.toStdString()));
}

QString qualifiedArn(const FunctionConfig &function)
{
    return functionArn(function) + u':' + function.version;
}

} // namespace

QByteArray withoutJsonBlanks(const QByteArray &json)
{
    QByteArray text;
    text.reserve(json.size());
    bool inString = false;
    const QByteArray byteOrderMark = QByteArrayLiteral("\xEF\xBB\xBF");
    for (qsizetype i = json.startsWith(byteOrderMark) ? byteOrderMark.size() : 0; i < json.size();
         ++i) {
        const char byte = json[i];
        if (inString && byte == '\\' && i + 1 < json.size()) {
            text += byte;
            text += json[++i];
            continue;
        }
        if (byte == '"')
            inString = !inString;
        if (inString || (byte != ' ' && byte != '\n' && byte != '\r' && byte != '\t'))
            text += byte;
    }
    return text;
}

QByteArray destinationRecord(const QueuedEvent &event, const FunctionConfig &function, WallTime now)
{
    OrderedJson context;
    context["requestId"] = event.requestId.toStdString();
    context["functionArn"] = qualifiedArn(function).toStdString();
    context["condition"]
        = endConditionName(event.condition.value_or(EndCondition::Success)).toStdString();
    context["approximateInvokeCount"] = event.attempts;
    // Spliced instead of parsed: a tree would rewrite numbers, and an event may have 1 MB.
    QByteArray record = R"({"version":"1.0","timestamp":")" + isoTime(now)
        + R"(","requestContext":)" + compactText(context) + R"(,"requestPayload":)"
        + embedded(event.event);
    if (event.response) {
        OrderedJson response;
        response["statusCode"] = 200;
        response["executedVersion"] = event.response->executedVersion.toStdString();
        if (event.response->isError)
            response["functionError"] = "Unhandled";
        record += R"(,"responseContext":)" + compactText(response) + R"(,"responsePayload":)"
            + embedded(event.response->payload);
    }
    return record + '}';
}

QByteArray deadLetterMessage(const QueuedEvent &event)
{
    const auto attribute = [](const char *type, const QByteArray &value) {
        return OrderedJson{{"DataType", type}, {"StringValue", value.toStdString()}};
    };
    OrderedJson message;
    message["Body"] = event.event.toStdString();
    OrderedJson &attributes = message["MessageAttributes"];
    attributes["RequestID"] = attribute("String", event.requestId.toUtf8());
    attributes["ErrorCode"] = attribute("Number", QByteArray::number(event.errorCode));
    attributes["ErrorMessage"] = attribute("String", firstKilobyte(event.errorMessage));
    return compactText(message);
}

} // namespace coldframe
