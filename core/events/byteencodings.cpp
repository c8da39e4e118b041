// SPDX-License-Identifier: GPL-3.0-or-later
// Steps that work on bytes. Between two steps bytes that are no text travel as a binary value of
// the JSON library, which no event has; text counts as its UTF-8.
#include "core/events/encoding.h"
#include "core/events/jsonvalue.h"

#include <QCryptographicHash>

#include <nlohmann/json.hpp>
#include <zlib.h>

namespace coldframe {

namespace {

using Bytes = std::optional<QByteArray>;
using BytesValue = std::optional<OrderedJson>;

/// A text in an event may become many times as long when it is unpacked; nobody edits more.
constexpr qsizetype largestUnpackedSize = 64 * 1024 * 1024;

/// The size of a zlib buffer window, and the bit that asks for the gzip format.
constexpr int gzipWindow = MAX_WBITS + 16;

Bytes bytesOf(const OrderedJson &value)
{
    if (value.is_binary()) {
        const auto &binary = value.get_binary();
        return QByteArray(reinterpret_cast<const char *>(binary.data()),
                          static_cast<qsizetype>(binary.size()));
    }
    return value.is_string() ? Bytes(stringOf(value).toUtf8()) : std::nullopt;
}

/// The bytes of a text, or of anything else as compact JSON.
QByteArray plainBytes(const OrderedJson &value)
{
    return bytesOf(value).value_or(plainText(value).toUtf8());
}

/// Text where the bytes are UTF-8.
OrderedJson textOrBytes(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    if (text.toUtf8() == bytes)
        return jsonString(text);
    return OrderedJson::binary({bytes.begin(), bytes.end()});
}

BytesValue ascii(const QByteArray &bytes)
{
    return OrderedJson(bytes.toStdString());
}

BytesValue toBase64(const OrderedJson &value, const EncodingInput &)
{
    const Bytes bytes = bytesOf(value);
    return bytes ? ascii(bytes->toBase64()) : std::nullopt;
}

BytesValue fromBase64(const OrderedJson &value, const EncodingInput &)
{
    if (!value.is_string())
        return std::nullopt;
    const auto decoded = QByteArray::fromBase64Encoding(stringOf(value).toLatin1(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? BytesValue(textOrBytes(*decoded)) : std::nullopt;
}

BytesValue toHex(const OrderedJson &value, const EncodingInput &)
{
    const Bytes bytes = bytesOf(value);
    return bytes ? ascii(bytes->toHex()) : std::nullopt;
}

BytesValue fromHex(const OrderedJson &value, const EncodingInput &)
{
    if (!value.is_string())
        return std::nullopt;
    const QByteArray digits = stringOf(value).toLower().toLatin1();
    const QByteArray bytes = QByteArray::fromHex(digits);
    return bytes.toHex() == digits ? BytesValue(textOrBytes(bytes)) : std::nullopt;
}

/// Signed, as Java counts bytes and Lambda's pollers write them.
BytesValue toByteList(const OrderedJson &value, const EncodingInput &)
{
    const Bytes bytes = bytesOf(value);
    if (!bytes)
        return std::nullopt;
    OrderedJson list = OrderedJson::array();
    for (const char byte : *bytes)
        list.push_back(static_cast<int>(static_cast<signed char>(byte)));
    return list;
}

/// Also of unsigned numbers, which many samples have.
BytesValue fromByteList(const OrderedJson &value, const EncodingInput &)
{
    if (!value.is_array())
        return std::nullopt;
    QByteArray bytes;
    for (const OrderedJson &number : value) {
        if (!number.is_number_integer() || number < -128 || number > 255)
            return std::nullopt;
        bytes.append(static_cast<char>(number.get<int>()));
    }
    return textOrBytes(bytes);
}

/// The same for the same bytes: no time, no name and no operating system in the header.
BytesValue toGzip(const OrderedJson &value, const EncodingInput &)
{
    QByteArray plain = plainBytes(value);
    z_stream stream = {};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY)
        != Z_OK)
        return std::nullopt;
    gz_header header = {};
    deflateSetHeader(&stream, &header);
    QByteArray packed(
        static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(plain.size()))), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(plain.data());
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const bool complete = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    packed.resize(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return complete ? BytesValue(textOrBytes(packed)) : std::nullopt;
}

BytesValue fromGzip(const OrderedJson &value, const EncodingInput &)
{
    Bytes packed = bytesOf(value);
    z_stream stream = {};
    if (!packed || inflateInit2(&stream, gzipWindow) != Z_OK)
        return std::nullopt;
    stream.next_in = reinterpret_cast<Bytef *>(packed->data());
    stream.avail_in = static_cast<uInt>(packed->size());
    QByteArray plain;
    QByteArray chunk(64 * 1024, '\0');
    int status = Z_OK;
    while (status == Z_OK && plain.size() <= largestUnpackedSize) {
        stream.next_out = reinterpret_cast<Bytef *>(chunk.data());
        stream.avail_out = static_cast<uInt>(chunk.size());
        status = inflate(&stream, Z_NO_FLUSH);
        plain += chunk.first(chunk.size() - static_cast<qsizetype>(stream.avail_out));
    }
    inflateEnd(&stream);
    return status == Z_STREAM_END ? BytesValue(textOrBytes(plain)) : std::nullopt;
}

template <QCryptographicHash::Algorithm algorithm>
BytesValue digest(const OrderedJson &value, const EncodingInput &)
{
    return ascii(QCryptographicHash::hash(plainBytes(value), algorithm).toHex());
}

BytesValue byteSize(const OrderedJson &value, const EncodingInput &)
{
    return OrderedJson(qint64(plainBytes(value).size()));
}

const Encoding byteTable[] = {
    {"base64", Loss::None, toBase64, fromBase64},
    {"hex", Loss::None, toHex, fromHex},
    {"from-hex", Loss::None, fromHex, toHex},
    {"byte-list", Loss::None, toByteList, fromByteList},
    {"gzip", Loss::None, toGzip, fromGzip},
    {"md5", Loss::All, digest<QCryptographicHash::Md5>},
    {"sha256", Loss::All, digest<QCryptographicHash::Sha256>},
    {"byte-size", Loss::All, byteSize},
};

} // namespace

std::span<const Encoding> byteEncodings()
{
    return byteTable;
}

} // namespace coldframe
