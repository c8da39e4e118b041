// SPDX-License-Identifier: GPL-3.0-or-later
// Messages of SQS, SNS, Amazon MQ and Kafka (events, items 18 to 26 and 35).
#include "core/events/eventlintreport.h"
#include "core/events/identifiers.h"
#include "core/events/jsonvalue.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace coldframe::eventlint {

namespace {

constexpr std::size_t largestBatch = 10'000;
constexpr std::size_t largestFifoBatch = 10;

QString hexDigest(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex());
}

void addWithLength(QCryptographicHash &hash, const QByteArray &bytes)
{
    const quint32 length = qToBigEndian(static_cast<quint32>(bytes.size()));
    hash.addData(QByteArrayView(reinterpret_cast<const char *>(&length), sizeof length));
    hash.addData(bytes);
}

/// What SQS calls the MD5 of the attributes: names in order, each with its type, a 1 for text or a
/// 2 for bytes, and its value, every part after its length. Nothing when one is not complete.
std::optional<QString> attributesDigest(const Place &attributes)
{
    std::map<QByteArray, Place> sorted;
    for (const Place &attribute : attributes.children())
        sorted.emplace(attribute.name().toUtf8(), attribute);
    QCryptographicHash hash(QCryptographicHash::Md5);
    for (const auto &[name, attribute] : sorted) {
        const QByteArray type = attribute["dataType"].text().toUtf8();
        const bool isBinary = type.startsWith("Binary");
        const Place value = attribute[isBinary ? "binaryValue" : "stringValue"];
        if (type.isEmpty() || !value.isString())
            return std::nullopt;
        addWithLength(hash, name);
        addWithLength(hash, type);
        hash.addData(isBinary ? QByteArrayLiteral("\2") : QByteArrayLiteral("\1"));
        const QByteArray text = value.text().toUtf8();
        addWithLength(hash, isBinary ? QByteArray::fromBase64(text) : text);
    }
    return QString::fromLatin1(hash.result().toHex());
}

void digest(Report &report, const Place &place, const QString &expected)
{
    if (place.exists() && place.text() == expected)
        return;
    report.add(EventRule::DigestDisagrees, place)
        .found(place.text())
        .expected(expected)
        .set(place.pointer(), jsonString(expected));
}

void queueMessage(Report &report, const Place &record, bool isFifo)
{
    report.required(record, "messageId");
    report.required(record, "receiptHandle");
    report.required(record, "eventSource");
    report.required(record, "eventSourceARN");
    report.arnOf(record["eventSourceARN"], QStringLiteral("sqs"));
    const Place body = record["body"];
    report.present(record, "body");
    if (report.serialised(body)) {
        digest(report, record["md5OfBody"], hexDigest(body.text().toUtf8()));
        report.document(body);
    }
    report.regionOf(record["eventSourceARN"], record["awsRegion"].text());
    const Place system = record["attributes"];
    report.texts(system);
    for (const char *name : {"SentTimestamp", "ApproximateFirstReceiveTimestamp"}) {
        if (system[name].isString())
            report.time(system[name], TimeSpelling::MillisecondsText);
    }
    if (isFifo && system.isObject() && !system["MessageGroupId"].exists())
        report.add(EventRule::MissingMember, system["MessageGroupId"])
            .warning()
            .expected(QStringLiteral("MessageGroupId"));
    const Place arn = record["eventSourceARN"];
    const bool isOrdered = system["SequenceNumber"].exists(); // standard queues may have groups
    if (isOrdered && accountIn(arn.text()).size() > 0
        && !arn.text().endsWith(QLatin1String(".fifo")))
        report.add(EventRule::Disagrees, arn)
            .found(arn.text())
            .expected(arn.text() + QStringLiteral(".fifo"))
            .other(system["SequenceNumber"].pointer());
    const Place attributes = record["messageAttributes"];
    report.type(attributes, "object");
    for (const Place &attribute : attributes.children()) {
        report.required(attribute, "dataType");
        report.type(attribute["stringValue"], "string");
        report.base64(attribute["binaryValue"]);
    }
    const Place attributesMd5 = record["md5OfMessageAttributes"];
    if (!attributesMd5.exists() || attributesMd5.isNull())
        return;
    if (attributes.children().empty())
        report.add(EventRule::MustBeAbsent, attributesMd5)
            .warning()
            .remove(attributesMd5.pointer());
    else if (const auto expected = attributesDigest(attributes))
        digest(report, attributesMd5, *expected);
}

/// A copied record keeps its id: the fix makes another one.
void messageIds(Report &report, const std::vector<Place> &records)
{
    const std::size_t before = report.problems.size();
    report.uniqueIds(records, "messageId");
    for (std::size_t i = before; i < report.problems.size(); ++i) {
        EventProblem &problem = report.problems[i];
        const qsizetype index = problem.pointer.section(u'/', -2, -2).toLongLong();
        if (const auto id
            = makeIdentifier(QStringLiteral("uuid"), 0, problem.found.toUtf8(), index))
            problem.fix = {{EventChange::Kind::Set,
                            problem.pointer,
                            {},
                            std::make_shared<const OrderedJson>(jsonString(*id))}};
    }
    report.uniqueIds(records, "receiptHandle");
}

void notification(Report &report, const Place &sns, bool isRecord)
{
    for (const char *name : {"MessageId", "TopicArn"})
        report.required(sns, name);
    report.present(sns, "Timestamp");
    report.value(sns["Type"], "Notification");
    report.time(sns["Timestamp"], TimeSpelling::Iso);
    const Place subject = sns["Subject"];
    if (isRecord && sns.isObject() && !subject.exists())
        report.add(EventRule::MustBeNull, subject)
            .warning()
            .found(QStringLiteral("absent"))
            .set(subject.pointer(), nullptr);
    if (subject.exists() && !subject.isNull())
        report.type(subject, "string");
    const Place message = sns["Message"];
    report.present(sns, "Message");
    if (report.serialised(message))
        report.document(message);
    for (const Place &attribute : sns["MessageAttributes"].children()) {
        report.required(attribute, "Type");
        report.type(attribute["Value"], "string");
    }
}

/// SNS spells two names one way in its own events and another way in what it puts into queues.
void urlNames(Report &report, const Place &sns,
              std::initializer_list<std::pair<const char *, const char *>> names)
{
    for (const auto &[wrong, right] : names) {
        const Place place = sns[wrong];
        if (!place.exists())
            continue;
        Finding finding = report.add(EventRule::MisspelledMember, place);
        finding.found(QLatin1String(wrong)).expected(QLatin1String(right));
        if (!sns[right].exists())
            finding.rename(place.pointer(), QLatin1String(right));
    }
}

void byteList(Report &report, const Place &place)
{
    if (!place.exists() || place.isNull() || !report.type(place, "list"))
        return;
    for (const Place &byte : place.children()) {
        if (!report.type(byte, "integer"))
            return;
    }
}

void kafkaRecord(Report &report, const Place &record, const QString &partitionKey)
{
    report.required(record, "topic");
    report.required(record, "partition", "integer");
    report.required(record, "offset", "integer");
    report.time(record["timestamp"], TimeSpelling::Milliseconds);
    for (const char *name : {"key", "value"}) {
        if (!record[name].isNull())
            report.base64(record[name]);
    }
    if (record["topic"].isString() && record["partition"].exists()) {
        const QString expected
            = record["topic"].text() + u'-' + plainText(record["partition"].json());
        if (expected != partitionKey)
            report.add(EventRule::Disagrees, record["partition"])
                .found(expected)
                .expected(partitionKey);
    }
    for (const Place &header : record["headers"].children()) {
        for (const Place &bytes : header.children())
            byteList(report, bytes);
    }
}

} // namespace

void lintSqs(Report &report, const Place &event)
{
    const Place list = event["Records"];
    const std::vector<Place> records = list.children();
    const bool isFifo = std::any_of(records.begin(), records.end(), [](const Place &record) {
        return record["eventSourceARN"].text().endsWith(QLatin1String(".fifo"));
    });
    report.batchSize(list, isFifo ? largestFifoBatch : largestBatch);
    for (const Place &record : records)
        queueMessage(report, record, isFifo);
    messageIds(report, records);
    report.sameSource(records, {"eventSource", "eventSourceARN"});
}

void lintSns(Report &report, const Place &event)
{
    const Place list = event["Records"];
    report.oneRecord(list);
    for (const Place &record : list.children()) {
        for (const auto &[wrong, right] :
             {std::pair("eventSource", "EventSource"), std::pair("eventVersion", "EventVersion"),
              std::pair("sns", "Sns")}) {
            if (record[wrong].exists() && !record[right].exists())
                report.add(EventRule::MisspelledMember, record[wrong])
                    .found(QLatin1String(wrong))
                    .expected(QLatin1String(right))
                    .rename(record[wrong].pointer(), QLatin1String(right));
        }
        const Place sns = record["Sns"];
        notification(report, sns, true);
        urlNames(report, sns,
                 {{"SigningCertURL", "SigningCertUrl"}, {"UnsubscribeURL", "UnsubscribeUrl"}});
        const Place subscription = record["EventSubscriptionArn"];
        const QString topic = sns["TopicArn"].text();
        report.regionOf(subscription, regionIn(topic));
        const bool isOther
            = subscription.isString() && !subscription.text().startsWith(topic + u':');
        if (isOther && !topic.isEmpty() && regionIn(subscription.text()) == regionIn(topic))
            report.add(EventRule::Disagrees, subscription)
                .warning()
                .found(subscription.text())
                .expected(topic + QStringLiteral(":…"))
                .other(sns["TopicArn"].pointer());
    }
}

void lintSnsEnvelope(Report &report, const Place &event)
{
    notification(report, event, false);
    urlNames(report, event,
             {{"SigningCertUrl", "SigningCertURL"}, {"UnsubscribeUrl", "UnsubscribeURL"}});
}

void lintMq(Report &report, const Place &event)
{
    for (const Place &message : event["messages"].children()) {
        report.required(message, "messageID");
        report.base64(message["data"]);
        report.time(message["timestamp"], TimeSpelling::Milliseconds);
    }
    report.uniqueIds(event["messages"].children(), "messageID");
    for (const Place &queue : event["rmqMessagesByQueue"].children()) {
        if (!report.type(queue, "list"))
            continue;
        for (const Place &message : queue.children())
            report.base64(message["data"]);
    }
}

void lintKafka(Report &report, const Place &event)
{
    const Place partitions = event["records"];
    report.required(event, "records", "object");
    for (const Place &partition : partitions.children()) {
        if (!report.type(partition, "list"))
            continue;
        for (const Place &record : partition.children())
            kafkaRecord(report, record, partition.name());
    }
    const bool isOwn = event["eventSource"].text() == QLatin1String("SelfManagedKafka");
    if (isOwn && event["eventSourceArn"].exists() && !event["eventSourceArn"].isNull())
        report.add(EventRule::MustBeAbsent, event["eventSourceArn"])
            .remove(event["eventSourceArn"].pointer());
}

} // namespace coldframe::eventlint
