// SPDX-License-Identifier: GPL-3.0-or-later
// Notifications of S3 and records of Kinesis, DynamoDB and Firehose (events, items 27 to 34).
#include "core/events/encoding.h"
#include "core/events/eventlintreport.h"
#include "core/events/jsonvalue.h"

#include <QRegularExpression>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace coldframe::eventlint {

namespace {

constexpr std::size_t largestStreamBatch = 10'000;

std::optional<OrderedJson> encodedBy(QLatin1String name, const OrderedJson &value)
{
    const Encoding *encoding = findEncoding(name);
    return encoding ? encoding->encode(value, EncodingInput()) : std::nullopt;
}

void objectKey(Report &report, const Place &key)
{
    static const QRegularExpression encoded(
        QStringLiteral("\\A(?:[A-Za-z0-9._~*/+!'()-]|%[0-9A-Fa-f]{2})*\\z"));
    if (!report.type(key, "string") || encoded.match(key.text()).hasMatch())
        return;
    Finding finding = report.add(EventRule::KeyNotEncoded, key);
    finding.found(key.text());
    if (const auto expected = encodedBy(QLatin1String("form-url"), key.json()))
        finding.expected(stringOf(*expected)).set(key.pointer(), *expected);
}

void notificationOf(Report &report, const Place &record)
{
    report.required(record, "eventSource");
    report.required(record, "eventName");
    const Place name = record["eventName"];
    if (name.text().startsWith(QLatin1String("s3:")))
        report.add(EventRule::EventNamePrefix, name)
            .found(name.text())
            .expected(name.text().mid(3))
            .set(name.pointer(), jsonString(name.text().mid(3)));
    report.time(record["eventTime"], TimeSpelling::Iso);
    const Place bucket = record["s3"]["bucket"];
    const Place object = record["s3"]["object"];
    report.required(record, "s3", "object");
    report.required(bucket, "name");
    report.required(object, "key");
    objectKey(report, object["key"]);
    report.type(object["size"], "integer");
    const Place arn = bucket["arn"];
    report.regionOf(arn, record["awsRegion"].text());
    if (bucket["name"].isString()
        && partitionIn(arn.text()) == partitionFor(record["awsRegion"].text()))
        report.agrees(
            arn,
            QStringLiteral("arn:%1:s3:::%2").arg(partitionIn(arn.text()), bucket["name"].text()),
            bucket["name"].pointer());
    if (!name.text().contains(QLatin1String("ObjectRemoved:"))
        && !name.text().contains(QLatin1String("LifecycleExpiration:")))
        return;
    for (const char *member : {"size", "eTag"}) {
        if (object[member].exists())
            report.add(EventRule::RemovedObjectMember, object[member])
                .found(name.text())
                .remove(object[member].pointer());
    }
}

// DynamoDB ---------------------------------------------------------------------------------------

bool isNumberIn(const OrderedJson &text)
{
    static const QRegularExpression number(
        QStringLiteral("\\A[+-]?[0-9]+(\\.[0-9]*)?([eE][+-]?[0-9]+)?\\z"));
    return text.is_string() && number.match(stringOf(text)).hasMatch();
}

void wrongContent(Report &report, const Place &content, const char *expected)
{
    report.add(EventRule::AttributeContent, content)
        .found(content.type())
        .expected(QLatin1String(expected));
}

void attribute(Report &report, const Place &place);

void attributeSet(Report &report, const Place &content, const QString &type)
{
    if (!content.isList())
        return wrongContent(report, content, "list");
    if (content.json().empty()) {
        report.add(EventRule::AttributeEmptySet, content).found(type);
        return;
    }
    for (const Place &element : content.children()) {
        if (type == QLatin1String("NS") && !isNumberIn(element.json())) {
            Finding finding = report.add(EventRule::AttributeNumber, element);
            finding.found(plainText(element.json()));
            if (element.json().is_number())
                finding.set(element.pointer(), jsonString(plainText(element.json())));
        } else if (type == QLatin1String("BS")) {
            report.base64(element);
        } else if (!element.isString()) {
            wrongContent(report, element, "string");
        }
    }
}

void attributeContent(Report &report, const Place &content, const QString &type)
{
    const OrderedJson &json = content.json();
    if (type == QLatin1String("S") && !json.is_string()) {
        wrongContent(report, content, "string");
    } else if (type == QLatin1String("N") && !isNumberIn(json)) {
        Finding finding = report.add(EventRule::AttributeNumber, content);
        finding.found(plainText(json));
        if (json.is_number())
            finding.set(content.pointer(), jsonString(plainText(json)));
    } else if (type == QLatin1String("B")) {
        report.base64(content);
    } else if (type == QLatin1String("BOOL") && !json.is_boolean()) {
        report.type(content, "boolean");
    } else if (type == QLatin1String("NULL") && json != true) {
        wrongContent(report, content, "true");
    } else if (type == QLatin1String("L") || type == QLatin1String("M")) {
        const bool isMap = type == QLatin1String("M");
        if (isMap ? !content.isObject() : !content.isList())
            return wrongContent(report, content, isMap ? "object" : "list");
        for (const Place &element : content.children())
            attribute(report, element);
    } else if (type.size() == 2) {
        attributeSet(report, content, type);
    }
}

bool isAttributeType(const QString &name)
{
    static const QStringList types{
        QStringLiteral("S"),    QStringLiteral("N"),   QStringLiteral("B"), QStringLiteral("SS"),
        QStringLiteral("NS"),   QStringLiteral("BS"),  QStringLiteral("M"), QStringLiteral("L"),
        QStringLiteral("NULL"), QStringLiteral("BOOL")};
    return types.contains(name);
}

void attribute(Report &report, const Place &place)
{
    const auto members = place.isObject() ? place.children() : std::vector<Place>();
    const bool isTyped = std::any_of(members.begin(), members.end(), [](const Place &member) {
        return isAttributeType(member.name());
    });
    if (!isTyped) {
        OrderedJson item = OrderedJson::object();
        item["value"] = place.json();
        Finding finding = report.add(EventRule::AttributeUntyped, place);
        finding.found(place.type());
        if (const auto typed = encodedBy(QLatin1String("dynamodb"), item))
            finding.set(place.pointer(), typed->at("value"));
        return;
    }
    if (members.size() != 1) {
        QStringList names;
        for (const Place &member : members)
            names.append(member.name());
        report.add(EventRule::AttributeTypes, place).found(names.join(QLatin1String(", ")));
        return;
    }
    attributeContent(report, members.front(), members.front().name());
}

void image(Report &report, const Place &change, const char *name, const QString &event,
           const QString &viewType, bool isPossible, bool isViewed)
{
    const Place place = change[name];
    if (place.exists() && !place.isNull() && !isPossible) {
        report.add(EventRule::ImageUnexpected, place).found(event).remove(place.pointer());
        return;
    }
    if (place.isObject() && !isViewed) {
        report.add(EventRule::ImageUnexpected, place).found(viewType).remove(place.pointer());
        return;
    }
    if (isPossible && isViewed && !place.exists() && !event.isEmpty() && !viewType.isEmpty())
        report.add(EventRule::ImageMissing, place)
            .warning()
            .found(event + QStringLiteral(", ") + viewType)
            .expected(QLatin1String(name));
    if (!place.isObject())
        return;
    for (const Place &key : change["Keys"].children()) {
        const Place same = place[key.name().toStdString()];
        if (!same.exists() || !sameJson(same.json(), key.json()))
            report.add(EventRule::KeyNotInImage, same)
                .expected(key.name())
                .other(key.pointer())
                .set(same.pointer(), key.json());
    }
}

void changeOfItem(Report &report, const Place &record)
{
    const Place change = record["dynamodb"];
    const QString event = record["eventName"].text();
    const QString view = change["StreamViewType"].text();
    report.required(record, "dynamodb", "object");
    report.required(record, "eventName");
    report.arnOf(record["eventSourceARN"], QStringLiteral("dynamodb"));
    report.required(change, "Keys", "object");
    static const QStringList events{QStringLiteral("INSERT"), QStringLiteral("MODIFY"),
                                    QStringLiteral("REMOVE")};
    if (!event.isEmpty() && !events.contains(event)) {
        Finding finding = report.add(EventRule::WrongValue, record["eventName"]);
        finding.found(event).expected(events.join(QStringLiteral(", ")));
        if (events.contains(event.toUpper()))
            finding.set(record["eventName"].pointer(), jsonString(event.toUpper()));
    }
    for (const char *name : {"Keys", "NewImage", "OldImage"}) {
        if (change[name].isObject()) {
            for (const Place &value : change[name].children())
                attribute(report, value);
        }
    }
    const bool isBoth = view.isEmpty() || view == QLatin1String("NEW_AND_OLD_IMAGES");
    image(report, change, "NewImage", event, view, event != QLatin1String("REMOVE"),
          isBoth || view == QLatin1String("NEW_IMAGE"));
    image(report, change, "OldImage", event, view, event != QLatin1String("INSERT"),
          isBoth || view == QLatin1String("OLD_IMAGE"));
    report.time(change["ApproximateCreationDateTime"], TimeSpelling::Seconds);
    report.type(change["SequenceNumber"], "string");
    report.type(change["SizeBytes"], "integer");
    report.regionOf(record["eventSourceARN"], record["awsRegion"].text());
}

void streamRecord(Report &report, const Place &record)
{
    const Place kinesis = record["kinesis"];
    report.required(record, "kinesis", "object");
    report.arnOf(record["eventSourceARN"], QStringLiteral("kinesis"));
    for (const char *name : {"partitionKey", "sequenceNumber"})
        report.required(kinesis, name);
    report.present(kinesis, "data");
    report.base64(kinesis["data"]);
    report.time(kinesis["approximateArrivalTimestamp"], TimeSpelling::Seconds);
    const Place id = record["eventID"];
    const QString sequence = kinesis["sequenceNumber"].text();
    if (id.isString() && id.text().section(u':', 1) != sequence && !sequence.isEmpty())
        report.agrees(id, id.text().section(u':', 0, 0) + u':' + sequence,
                      kinesis["sequenceNumber"].pointer());
    report.regionOf(record["eventSourceARN"], record["awsRegion"].text());
}

/// The last call of a tumbling window may come without records.
void streamBatch(Report &report, const Place &event)
{
    const Place records = event["Records"];
    const Place last = event["isFinalInvokeForWindow"];
    if (!(last.exists() && last.json() == true && records.isList() && records.json().empty()))
        report.batchSize(records, largestStreamBatch);
    report.uniqueIds(records.children(), "eventID");
    report.sameSource(records.children(), {"eventSource", "eventSourceARN"});
}

} // namespace

void lintS3(Report &report, const Place &event)
{
    report.oneRecord(event["Records"]);
    for (const Place &record : event["Records"].children())
        notificationOf(report, record);
}

void lintKinesis(Report &report, const Place &event)
{
    streamBatch(report, event);
    for (const Place &record : event["Records"].children())
        streamRecord(report, record);
}

void lintDynamoDb(Report &report, const Place &event)
{
    streamBatch(report, event);
    for (const Place &record : event["Records"].children())
        changeOfItem(report, record);
}

void lintFirehose(Report &report, const Place &event)
{
    report.regionOf(event["deliveryStreamArn"], event["region"].text());
    report.uniqueIds(event["records"].children(), "recordId");
    for (const Place &record : event["records"].children()) {
        report.required(record, "recordId");
        report.present(record, "data");
        report.base64(record["data"]);
        report.time(record["approximateArrivalTimestamp"], TimeSpelling::Milliseconds);
        report.time(record["kinesisRecordMetadata"]["approximateArrivalTimestamp"],
                    TimeSpelling::Milliseconds);
    }
}

} // namespace coldframe::eventlint
