// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/endpoint/eventstreamframe.h"

#include "core/base/jsontext.h"

#include <QtEndian>

#include <nlohmann/json.hpp>
#include <zlib.h>

namespace coldframe {

namespace {

constexpr char StringType = 7;
constexpr qsizetype BytesAround = 16; // two lengths and two checksums

template<typename Number>
void appendBigEndian(QByteArray &bytes, qsizetype value)
{
    const Number number = qToBigEndian(static_cast<Number>(value));
    bytes.append(reinterpret_cast<const char *>(&number), sizeof number);
}

void appendChecksum(QByteArray &message)
{
    const uLong checksum
        = ::crc32_z(0, reinterpret_cast<const Bytef *>(message.constData()),
                    static_cast<z_size_t>(message.size()));
    appendBigEndian<quint32>(message, static_cast<qsizetype>(checksum));
}

QByteArray encodedHeaders(const HttpHeaders &headers)
{
    QByteArray encoded;
    for (const HttpHeader &header : headers) {
        appendBigEndian<quint8>(encoded, header.name.size());
        encoded.append(header.name).append(StringType);
        appendBigEndian<quint16>(encoded, header.value.size());
        encoded.append(header.value);
    }
    return encoded;
}

QByteArray eventMessage(const char *type, const char *contentType, const QByteArray &payload)
{
    return eventStreamMessage({{":event-type", type},
                               {":content-type", contentType},
                               {":message-type", "event"}},
                              payload);
}

} // namespace

QByteArray eventStreamMessage(const HttpHeaders &headers, const QByteArray &payload)
{
    const QByteArray head = encodedHeaders(headers);
    QByteArray message;
    message.reserve(head.size() + payload.size() + BytesAround);
    appendBigEndian<quint32>(message, head.size() + payload.size() + BytesAround);
    appendBigEndian<quint32>(message, head.size());
    appendChecksum(message);
    message.append(head).append(payload);
    appendChecksum(message);
    return message;
}

QByteArray payloadChunkMessage(const QByteArray &piece)
{
    return eventMessage("PayloadChunk", "application/octet-stream", piece);
}

QByteArray invokeCompleteMessage(const QByteArray &errorCode, const QByteArray &errorDetails,
                                 const QByteArray &logResult)
{
    OrderedJson body = OrderedJson::object();
    if (!errorCode.isEmpty())
        body["ErrorCode"] = errorCode.toStdString();
    if (!errorDetails.isEmpty())
        body["ErrorDetails"] = errorDetails.toStdString();
    if (!logResult.isEmpty())
        body["LogResult"] = logResult.toStdString();
    return eventMessage("InvokeComplete", "application/json",
                        writeJson(body, JsonLayout::Compact));
}

} // namespace coldframe
