// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/encoding.h"
#include "core/events/jsonvalue.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QtEndian>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace coldframe {

namespace {

using Value = std::optional<OrderedJson>;

bool isNumberText(const OrderedJson &value)
{
    static const QRegularExpression number(
        QStringLiteral("^-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?$"));
    return value.is_string() && number.match(stringOf(value)).hasMatch();
}

bool isSet(const OrderedJson &value, bool (*isElement)(const OrderedJson &))
{
    return value.is_array() && !value.empty() && std::all_of(value.begin(), value.end(), isElement);
}

bool isText(const OrderedJson &value)
{
    return value.is_string();
}

/// What plain JSON cannot say is written typed: {"SS": ["a"]}, {"NS": ["1"]}, {"BS": [...]},
/// {"B": "..."}, and {"N": "1.50"} for a number whose spelling has to be kept.
bool isTypedByHand(const OrderedJson &value)
{
    if (!value.is_object() || value.size() != 1)
        return false;
    const std::string &type = value.begin().key();
    const OrderedJson &content = value.begin().value();
    return ((type == "SS" || type == "BS") && isSet(content, isText))
        || (type == "NS" && isSet(content, isNumberText)) || (type == "N" && isNumberText(content))
        || (type == "B" && content.is_string());
}

OrderedJson typed(const char *type, const OrderedJson &content)
{
    OrderedJson value = OrderedJson::object();
    value[type] = content;
    return value;
}

OrderedJson typedAttribute(const OrderedJson &plain)
{
    if (plain.is_null())
        return typed("NULL", true);
    if (plain.is_boolean())
        return typed("BOOL", plain);
    if (plain.is_number())
        return typed("N", plain.dump());
    if (plain.is_string())
        return typed("S", plain);
    if (isTypedByHand(plain))
        return plain;
    OrderedJson content = plain.is_array() ? OrderedJson::array() : OrderedJson::object();
    if (plain.is_array()) {
        for (const OrderedJson &element : plain)
            content.push_back(typedAttribute(element));
        return typed("L", content);
    }
    for (const auto &[name, member] : plain.items())
        content[name] = typedAttribute(member);
    return typed("M", content);
}

Value plainMap(const OrderedJson &attributes);

Value plainNumber(const OrderedJson &attribute, const OrderedJson &text)
{
    if (!isNumberText(text))
        return std::nullopt;
    const auto number = parseJson(stringOf(text).toUtf8());
    return number && number->dump() == text.get<std::string>() ? Value(*number) : Value(attribute);
}

Value plainAttribute(const OrderedJson &attribute)
{
    if (!attribute.is_object() || attribute.size() != 1)
        return std::nullopt;
    const std::string &type = attribute.begin().key();
    const OrderedJson &content = attribute.begin().value();
    if (type == "NULL")
        return OrderedJson(nullptr);
    if (type == "BOOL")
        return content.is_boolean() ? Value(content) : std::nullopt;
    if (type == "N")
        return plainNumber(attribute, content);
    if (type == "S")
        return content.is_string() ? Value(content) : std::nullopt;
    if (type == "M")
        return plainMap(content);
    if (type != "L" || !content.is_array())
        return isTypedByHand(attribute) ? Value(attribute) : std::nullopt;
    OrderedJson list = OrderedJson::array();
    for (const OrderedJson &element : content) {
        const Value plain = plainAttribute(element);
        if (!plain)
            return std::nullopt;
        list.push_back(*plain);
    }
    return list;
}

Value plainMap(const OrderedJson &attributes)
{
    if (!attributes.is_object())
        return std::nullopt;
    OrderedJson map = OrderedJson::object();
    for (const auto &[name, attribute] : attributes.items()) {
        const Value plain = plainAttribute(attribute);
        if (!plain)
            return std::nullopt;
        map[name] = *plain;
    }
    return map;
}

/// An item's attributes as DynamoDB types them (events, item 33): numbers become text.
Value toAttributes(const OrderedJson &item, const EncodingInput &)
{
    if (!item.is_object())
        return std::nullopt;
    OrderedJson attributes = OrderedJson::object();
    for (const auto &[name, value] : item.items())
        attributes[name] = typedAttribute(value);
    return attributes;
}

Value fromAttributes(const OrderedJson &attributes, const EncodingInput &)
{
    return plainMap(attributes);
}

qint64 textSize(const OrderedJson &value)
{
    return value.is_string() ? qint64(value.get_ref<const std::string &>().size()) : 0;
}

/// About as DynamoDB counts: names and texts in UTF-8, two digits of a number in a byte.
qint64 plainSize(const OrderedJson &value)
{
    if (value.is_string())
        return textSize(value);
    if (value.is_number())
        return qint64(value.dump().size() + 1) / 2 + 1;
    if (!value.is_structured())
        return 1;
    qint64 size = 3;
    for (const auto &[name, member] : value.items())
        size += 1 + (value.is_object() ? qint64(name.size()) : 0) + plainSize(member);
    return size;
}

/// Of one item, or of all items in a list.
Value itemSize(const OrderedJson &items, const EncodingInput &input)
{
    if (!items.is_structured())
        return std::nullopt;
    qint64 size = 0;
    for (const auto &[name, value] : items.items()) {
        if (items.is_object())
            size += qint64(name.size()) + plainSize(value);
        else if (const Value item = itemSize(value, input))
            size += item->get<qint64>();
    }
    return OrderedJson(size);
}

void addSized(QCryptographicHash &hash, const QByteArray &bytes)
{
    const quint32 length = qToBigEndian(static_cast<quint32>(bytes.size()));
    hash.addData(QByteArrayView(reinterpret_cast<const char *>(&length), sizeof length));
    hash.addData(bytes);
}

/// What SQS calls the MD5 of a message's attributes, here all of type String: names in order, each
/// with its type, a 1 for text, and its value, every part after its length in four bytes.
Value messageAttributesDigest(const OrderedJson &attributes, const EncodingInput &)
{
    if (!attributes.is_object())
        return std::nullopt;
    std::map<QByteArray, QByteArray> sorted;
    for (const auto &[name, value] : attributes.items())
        sorted[QByteArray::fromStdString(name)] = stringOf(value).toUtf8();
    QCryptographicHash hash(QCryptographicHash::Md5);
    for (const auto &[name, value] : sorted) {
        addSized(hash, name);
        addSized(hash, QByteArrayLiteral("String"));
        hash.addData(QByteArrayLiteral("\1"));
        addSized(hash, value);
    }
    return OrderedJson(hash.result().toHex().toStdString());
}

const Encoding attributeTable[] = {
    {"dynamodb", Loss::None, toAttributes, fromAttributes},
    {"dynamodb-size", Loss::All, itemSize},
    {"sqs-attributes-md5", Loss::All, messageAttributesDigest},
};

} // namespace

std::span<const Encoding> attributeEncodings()
{
    return attributeTable;
}

} // namespace coldframe
