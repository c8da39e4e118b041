// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/encoding.h"
#include "core/events/eventcarriers.h"
#include "core/events/jsonvalue.h"

#include <QCryptographicHash>

#include <nlohmann/json.hpp>

namespace coldframe {

namespace {

/// Where a carrier keeps what it carries, and how it is spelled there.
struct Layer
{
    std::vector<Carrier> carriers; ///< Kinesis leaves its mark in what Firehose makes of it
    OrderedJson::json_pointer place;
    QStringList steps; ///< as in a template, from the document to the place
};

std::optional<OrderedJson> decoded(OrderedJson value, const QStringList &steps)
{
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        const auto before = findEncoding(*step)->decode(value, {});
        if (!before)
            return std::nullopt;
        value = *before;
    }
    return value;
}

std::optional<OrderedJson> encoded(OrderedJson value, const QStringList &steps)
{
    for (const QString &step : steps) {
        const auto next = findEncoding(step)->encode(value, {});
        if (!next)
            return std::nullopt;
        value = *next;
    }
    return value;
}

/// The content of a place: JSON, or the text that is none.
OrderedJson contentOf(const OrderedJson &json, const Layer &layer)
{
    const OrderedJson value
        = decoded(json.at(layer.place), layer.steps).value_or(json.at(layer.place));
    if (!value.is_string())
        return value;
    const auto parsed = parseJson(stringOf(value).toUtf8());
    return parsed && parsed->is_structured() ? *parsed : value;
}

/// Logs come compressed.
QStringList stepsOf(const OrderedJson &base64)
{
    const QStringList plain{QStringLiteral("document"), QStringLiteral("base64")};
    const QStringList zipped{QStringLiteral("document"), QStringLiteral("gzip"),
                             QStringLiteral("base64")};
    if (decoded(base64, zipped))
        return zipped;
    return decoded(base64, plain) ? plain : QStringList(); // bytes stay in Base64
}

std::optional<Layer> layerAt(const OrderedJson &json, const std::string &place,
                             std::vector<Carrier> carriers, bool isBase64)
{
    const OrderedJson::json_pointer pointer(place);
    if (!json.contains(pointer) || !json.at(pointer).is_string())
        return std::nullopt;
    return Layer{std::move(carriers), pointer,
                 isBase64 ? stepsOf(json.at(pointer)) : QStringList{QStringLiteral("document")}};
}

/// An event of an application; those of AWS services say more than their detail does.
bool isOwnEvent(const OrderedJson &json)
{
    return json.contains("source") && json.contains("detail") && json["detail"].is_object()
        && !stringOf(json["source"]).startsWith(QLatin1String("aws."));
}

/// The outermost layer of a function's event.
std::optional<Layer> layerOfEvent(const OrderedJson &event, std::size_t record)
{
    const std::string index = std::to_string(record);
    const std::string firehoseRecord = "/records/" + index;
    const OrderedJson::json_pointer metadata(firehoseRecord + "/kinesisRecordMetadata");
    switch (cargoOf(event)) {
    case Cargo::SqsMessages:
        return layerAt(event, "/Records/" + index + "/body", {Carrier::Sqs}, false);
    case Cargo::SnsMessage:
        return layerAt(event, "/Records/" + index + "/Sns/Message", {Carrier::Sns}, false);
    case Cargo::KinesisRecords:
        return layerAt(event, "/Records/" + index + "/kinesis/data", {Carrier::Kinesis}, true);
    case Cargo::FirehoseRecords:
        return layerAt(event, firehoseRecord + "/data",
                       event.contains(metadata) ? std::vector{Carrier::Kinesis, Carrier::Firehose}
                                                : std::vector{Carrier::Firehose},
                       true);
    default:
        return std::nullopt;
    }
}

std::optional<Layer> layerOf(const OrderedJson &json, std::optional<std::size_t> record)
{
    if (!json.is_object())
        return std::nullopt;
    if (record) {
        if (const auto layer = layerOfEvent(json, *record))
            return layer;
    } else if (json.contains("TopicArn")) {
        return layerAt(json, "/Message", {Carrier::Sns}, false);
    }
    if (cargoOf(json) == Cargo::EventBridgeEvent && isOwnEvent(json))
        return Layer{{Carrier::EventBridge}, OrderedJson::json_pointer("/detail"), {}};
    return std::nullopt;
}

OrderedJson replaced(OrderedJson json, const OrderedJson &document,
                     std::optional<std::size_t> record)
{
    const auto layer = layerOf(json, record);
    if (!layer)
        return document;
    const OrderedJson before = contentOf(json, *layer);
    const OrderedJson inner = replaced(before, document, std::nullopt);
    if (inner == before)
        return json; // keeps its layout
    if (const auto value = encoded(inner, layer->steps))
        json[layer->place] = *value;
    const OrderedJson::json_pointer digest = layer->place.parent_pointer() / "md5OfBody";
    if (layer->carriers.back() == Carrier::Sqs && json.contains(digest)) {
        const QByteArray body = stringOf(json[layer->place]).toUtf8();
        json[digest]
            = QCryptographicHash::hash(body, QCryptographicHash::Md5).toHex().toStdString();
    }
    return json;
}

} // namespace

UnwrappedEvent unwrapEvent(const OrderedJson &event, std::size_t record)
{
    UnwrappedEvent unwrapped;
    OrderedJson json = event;
    for (auto layer = layerOf(json, record); layer; layer = layerOf(json, std::nullopt)) {
        unwrapped.carriers.insert(unwrapped.carriers.begin(), layer->carriers.begin(),
                                  layer->carriers.end());
        const OrderedJson inner = contentOf(json, *layer);
        json = inner;
    }
    unwrapped.document = std::make_shared<const OrderedJson>(std::move(json));
    return unwrapped;
}

OrderedJson withDocument(const OrderedJson &event, const OrderedJson &document, std::size_t record)
{
    return replaced(event, document, record);
}

} // namespace coldframe
