// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/encoding.h"
#include "core/events/jsonvalue.h"

#include <nlohmann/json.hpp>

namespace coldframe {

namespace {

using Text = std::optional<QString>;

Text textIn(const OrderedJson &value)
{
    return value.is_string() ? Text(stringOf(value)) : std::nullopt;
}

std::optional<OrderedJson> toJson(const Text &text)
{
    return text ? std::optional(jsonString(*text)) : std::nullopt;
}

std::optional<OrderedJson> same(const OrderedJson &value, const EncodingInput &)
{
    return value;
}

/// Form URL encoding as S3 does it to keys: a blank becomes "+", "/" stays.
std::optional<OrderedJson> toFormUrl(const OrderedJson &value, const EncodingInput &)
{
    const Text text = textIn(value);
    if (!text)
        return std::nullopt;
    QByteArray encoded = text->toUtf8().toPercentEncoding("/*", "~");
    encoded.replace("%20", "+");
    return OrderedJson(encoded.toStdString());
}

std::optional<OrderedJson> fromFormUrl(const OrderedJson &value, const EncodingInput &)
{
    const Text text = textIn(value);
    if (!text)
        return std::nullopt;
    QByteArray encoded = text->toUtf8();
    encoded.replace('+', ' ');
    return jsonString(QString::fromUtf8(QByteArray::fromPercentEncoding(encoded)));
}

std::optional<OrderedJson> toUri(const OrderedJson &value, const EncodingInput &input)
{
    const Text text = textIn(value);
    if (!text)
        return std::nullopt;
    return OrderedJson(text->toUtf8().toPercentEncoding(input.argument.toUtf8()).toStdString());
}

std::optional<OrderedJson> fromUri(const OrderedJson &value, const EncodingInput &)
{
    const Text text = textIn(value);
    if (!text)
        return std::nullopt;
    return jsonString(QString::fromUtf8(QByteArray::fromPercentEncoding(text->toUtf8())));
}

std::optional<OrderedJson> toSerialised(const OrderedJson &value, const EncodingInput &)
{
    return OrderedJson(writeJson(value, JsonLayout::Compact).toStdString());
}

std::optional<OrderedJson> fromSerialised(const OrderedJson &value, const EncodingInput &)
{
    const Text text = textIn(value);
    if (!text)
        return std::nullopt;
    const auto parsed = parseJson(text->toUtf8());
    return parsed ? std::optional(*parsed) : std::nullopt;
}

std::optional<OrderedJson> toText(const OrderedJson &value, const EncodingInput &)
{
    return jsonString(plainText(value));
}

/// Only numbers and booleans become text by "text", so only those come back.
std::optional<OrderedJson> fromText(const OrderedJson &value, const EncodingInput &input)
{
    const auto parsed = fromSerialised(value, input);
    return parsed && (parsed->is_number() || parsed->is_boolean()) ? parsed : value;
}

/// A Document: text travels as it is, JSON is serialised. checkParameter() tells them apart again.
std::optional<OrderedJson> fromDocument(const OrderedJson &value, const EncodingInput &)
{
    return toJson(textIn(value));
}

std::optional<OrderedJson> toLower(const OrderedJson &value, const EncodingInput &)
{
    const Text text = textIn(value);
    return text ? toJson(text->toLower()) : std::nullopt;
}

/// What stands before the first argument: "a" of "a.b" for ".".
std::optional<OrderedJson> firstPart(const OrderedJson &value, const EncodingInput &input)
{
    const Text text = textIn(value);
    return text ? toJson(text->section(input.argument, 0, 0)) : std::nullopt;
}

std::optional<OrderedJson> addNumber(const OrderedJson &value, const EncodingInput &input)
{
    if (!value.is_number_integer())
        return std::nullopt;
    return OrderedJson(value.get<qint64>() + input.argument.toLongLong());
}

std::optional<OrderedJson> subtractNumber(const OrderedJson &value, const EncodingInput &input)
{
    if (!value.is_number_integer())
        return std::nullopt;
    return OrderedJson(value.get<qint64>() - input.argument.toLongLong());
}

/// The partition of a region: one of aws, aws-cn and aws-us-gov.
std::optional<OrderedJson> partitionOf(const OrderedJson &value, const EncodingInput &)
{
    const QString region = stringOf(value);
    if (region.startsWith(QLatin1String("cn-")))
        return OrderedJson("aws-cn");
    return OrderedJson(region.startsWith(QLatin1String("us-gov-")) ? "aws-us-gov" : "aws");
}

std::optional<OrderedJson> dnsSuffixOf(const OrderedJson &value, const EncodingInput &)
{
    const bool china = stringOf(value).startsWith(QLatin1String("cn-"));
    return OrderedJson(china ? "amazonaws.com.cn" : "amazonaws.com");
}

const Encoding textTable[] = {
    {"form-url", Loss::None, toFormUrl, fromFormUrl},
    {"uri", Loss::None, toUri, fromUri},
    {"json", Loss::None, toSerialised, fromSerialised},
    {"document", Loss::None, toText, fromDocument},
    {"text", Loss::None, toText, fromText},
    {"lower", Loss::Some, toLower, same},
    {"first-part", Loss::All, firstPart},
    {"plus", Loss::None, addNumber, subtractNumber},
    {"partition", Loss::All, partitionOf},
    {"dns-suffix", Loss::All, dnsSuffixOf},
    {"null-if-empty", Loss::None, same, same, Encoding::OnEmpty::Null},
    {"absent-if-empty", Loss::None, same, same, Encoding::OnEmpty::Absent},
};

} // namespace

std::span<const Encoding> textEncodings()
{
    return textTable;
}

} // namespace coldframe
