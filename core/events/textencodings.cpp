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

/// Counts on from record to record.
std::optional<OrderedJson> countUp(const OrderedJson &value, const EncodingInput &input)
{
    if (!value.is_number_integer())
        return std::nullopt;
    return OrderedJson(value.get<qint64>() + input.argument.toLongLong() * input.index);
}

std::optional<OrderedJson> countBack(const OrderedJson &value, const EncodingInput &input)
{
    if (!value.is_number_integer())
        return std::nullopt;
    return OrderedJson(value.get<qint64>() - input.argument.toLongLong() * input.index);
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

/// useast1, as buckets of AWS are named.
std::optional<OrderedJson> withoutHyphens(const OrderedJson &value, const EncodingInput &)
{
    return jsonString(stringOf(value).remove(u'-'));
}

struct RegionName
{
    const char *region;
    const char *name;
};

/// As the consoles and the mails of alarms show them.
const RegionName regionNames[] = {
    {"af-south-1", "Africa (Cape Town)"},
    {"ap-east-1", "Asia Pacific (Hong Kong)"},
    {"ap-northeast-1", "Asia Pacific (Tokyo)"},
    {"ap-northeast-2", "Asia Pacific (Seoul)"},
    {"ap-northeast-3", "Asia Pacific (Osaka)"},
    {"ap-south-1", "Asia Pacific (Mumbai)"},
    {"ap-south-2", "Asia Pacific (Hyderabad)"},
    {"ap-southeast-1", "Asia Pacific (Singapore)"},
    {"ap-southeast-2", "Asia Pacific (Sydney)"},
    {"ap-southeast-3", "Asia Pacific (Jakarta)"},
    {"ap-southeast-4", "Asia Pacific (Melbourne)"},
    {"ca-central-1", "Canada (Central)"},
    {"ca-west-1", "Canada West (Calgary)"},
    {"cn-north-1", "China (Beijing)"},
    {"cn-northwest-1", "China (Ningxia)"},
    {"eu-central-1", "EU (Frankfurt)"},
    {"eu-central-2", "Europe (Zurich)"},
    {"eu-north-1", "EU (Stockholm)"},
    {"eu-south-1", "EU (Milan)"},
    {"eu-south-2", "Europe (Spain)"},
    {"eu-west-1", "EU (Ireland)"},
    {"eu-west-2", "EU (London)"},
    {"eu-west-3", "EU (Paris)"},
    {"il-central-1", "Israel (Tel Aviv)"},
    {"me-central-1", "Middle East (UAE)"},
    {"me-south-1", "Middle East (Bahrain)"},
    {"sa-east-1", "South America (Sao Paulo)"},
    {"us-east-1", "US East (N. Virginia)"},
    {"us-east-2", "US East (Ohio)"},
    {"us-gov-east-1", "AWS GovCloud (US-East)"},
    {"us-gov-west-1", "AWS GovCloud (US-West)"},
    {"us-west-1", "US West (N. California)"},
    {"us-west-2", "US West (Oregon)"},
};

std::optional<OrderedJson> regionName(const OrderedJson &value, const EncodingInput &)
{
    const QString region = stringOf(value);
    for (const RegionName &known : regionNames) {
        if (region == QLatin1String(known.region))
            return OrderedJson(known.name);
    }
    return value; // a region that is newer than this table
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
    {"step", Loss::None, countUp, countBack},
    {"partition", Loss::All, partitionOf},
    {"dns-suffix", Loss::All, dnsSuffixOf},
    {"without-hyphens", Loss::All, withoutHyphens},
    {"region-name", Loss::All, regionName},
    {"null-if-empty", Loss::None, same, same, Encoding::OnEmpty::Null},
    {"absent-if-empty", Loss::None, same, same, Encoding::OnEmpty::Absent},
};

} // namespace

std::span<const Encoding> textEncodings()
{
    return textTable;
}

} // namespace coldframe
