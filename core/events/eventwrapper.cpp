// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventwrapper.h"

#include "core/events/encoding.h"
#include "core/events/eventcarriers.h"
#include "core/events/eventorigin.h"
#include "core/events/jsonvalue.h"
#include "core/events/templatecatalogue.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace coldframe {

namespace {

/// What one carrier is given.
struct Parcel
{
    std::vector<OrderedJson> documents; ///< JSON, text or bytes; never empty
    ParameterValues values; ///< what else the carrier's template is told
    QString templateId; ///< empty: the carrier's own
};

std::optional<OrderedJson> step(const char *name, const OrderedJson &value, bool forward = true)
{
    const Encoding *encoding = findEncoding(QLatin1String(name));
    return forward ? encoding->encode(value, {}) : encoding->decode(value, {});
}

OrderedJson valueAt(const OrderedJson &json, const char *pointer)
{
    const OrderedJson::json_pointer place(pointer);
    return json.contains(place) ? json.at(place) : OrderedJson();
}

QString wordAt(const OrderedJson &json, const char *pointer)
{
    return stringOf(valueAt(json, pointer));
}

/// Packs events for carriers and has the carriers' templates make theirs.
class Wrapper
{
public:
    Wrapper(const TemplateCatalogue &catalogue, const WrapOptions &options)
        : m_catalogue(catalogue)
        , m_options(options)
    { }

    Result<OrderedJson> carried(const OrderedJson &event, Carrier carrier) const
    {
        const Result<Parcel> parcel = packed(event, carrier);
        if (!parcel)
            return tl::make_unexpected(parcel.error());
        return made(*parcel, event, carrier);
    }

private:
    /// An event of a template, with the region, account and time of another event.
    Result<OrderedJson> rendered(const QString &id, const ParameterValues &values,
                                 const OrderedJson &origin) const
    {
        const auto eventTemplate = m_catalogue.find(id);
        if (!eventTemplate)
            return tl::make_unexpected(eventTemplate.error());
        ParameterValues all = originValues(*eventTemplate, origin);
        for (const QString &name : values.names())
            all.set(name, *values.find(name));
        return renderEvent(*eventTemplate, all, m_options.seed);
    }

    Result<Parcel> packed(const OrderedJson &event, Carrier carrier) const
    {
        switch (cargoOf(event)) {
        case Cargo::S3Notification:
            if (carrier == Carrier::EventBridge)
                return s3Event(event);
            return notification(event, "Amazon S3 Notification");
        case Cargo::S3TestMessage:
            return notification(event, "Amazon S3 Notification");
        case Cargo::ItemChanges:
            return changes(event);
        case Cargo::LogEvents:
            return logs(event);
        case Cargo::Alarm:
            return carrier == Carrier::EventBridge ? alarmEvent(event) : alarmMessage(event);
        case Cargo::ReceivedMail:
            return notification(mail(event), "Amazon SES Email Receipt Notification");
        case Cargo::CustomResource:
            return notification(event, "AWS CloudFormation custom resource request");
        case Cargo::RepositoryTrigger:
            return notification(event, "UPDATE: AWS CodeCommit");
        case Cargo::InvocationRecord:
            return carrier == Carrier::EventBridge ? invocationEvent(event)
                                                   : Parcel{{event}, {}, {}};
        case Cargo::SnsMessage:
            return message(event, carrier);
        case Cargo::KinesisRecords:
            return records(event);
        default:
            return Parcel{{event}, {}, {}};
        }
    }

    Result<Parcel> notification(const OrderedJson &document, const char *subject) const
    {
        Parcel parcel{{document}, {}, {}};
        parcel.values.set(QStringLiteral("subject"), subject);
        return parcel;
    }

    Result<Parcel> s3Event(const OrderedJson &event) const;
    Result<Parcel> changes(const OrderedJson &event) const;
    Result<Parcel> logs(const OrderedJson &event) const;
    Result<Parcel> alarmEvent(const OrderedJson &event) const;
    Result<Parcel> alarmMessage(const OrderedJson &event) const;
    Result<Parcel> invocationEvent(const OrderedJson &event) const;
    Result<Parcel> message(const OrderedJson &event, Carrier carrier) const;
    Result<Parcel> records(const OrderedJson &event) const;
    OrderedJson mail(const OrderedJson &event) const;

    Result<OrderedJson> made(const Parcel &parcel, const OrderedJson &event, Carrier carrier) const;
    Result<OrderedJson> madeOfRecords(const QString &id, const char *list, const char *data,
                                      const Parcel &parcel, const OrderedJson &event) const;

    const TemplateCatalogue &m_catalogue;
    const WrapOptions &m_options;
};

/// S3 tells EventBridge in another shape (events, item 28) and with the key as it is.
Result<Parcel> Wrapper::s3Event(const OrderedJson &event) const
{
    struct Translation
    {
        const char *event; ///< how S3's own name begins
        const char *templateId;
        const char *parameter;
        const char *value;
        const char *deletionType;
    };
    static constexpr Translation translations[] = {
        {"ObjectCreated:Put", "created", "reason", "PutObject", ""},
        {"ObjectCreated:Post", "created", "reason", "POST Object", ""},
        {"ObjectCreated:Copy", "created", "reason", "CopyObject", ""},
        {"ObjectCreated:", "created", "reason", "CompleteMultipartUpload", ""},
        {"ObjectRemoved:DeleteMarker", "deleted", "reason", "DeleteObject",
         "Delete Marker Created"},
        {"ObjectRemoved:", "deleted", "reason", "DeleteObject", "Permanently Deleted"},
        {"LifecycleExpiration:DeleteMarker", "deleted", "reason", "Lifecycle Expiration",
         "Delete Marker Created"},
        {"LifecycleExpiration:", "deleted", "reason", "Lifecycle Expiration",
         "Permanently Deleted"},
        {"ObjectRestore:Post", "restored", "detailType", "Object Restore Initiated", ""},
        {"ObjectRestore:Completed", "restored", "detailType", "Object Restore Completed", ""},
        {"ObjectRestore:", "restored", "detailType", "Object Restore Expired", ""},
        {"ObjectTagging:Put", "tagged", "detailType", "Object Tags Added", ""},
        {"ObjectTagging:", "tagged", "detailType", "Object Tags Deleted", ""},
        {"ObjectAcl:", "tagged", "detailType", "Object ACL Updated", ""},
        {"LifecycleTransition", "moved", "detailType", "Object Storage Class Changed", ""},
        {"IntelligentTiering", "moved", "detailType", "Object Access Tier Changed", ""},
    };
    const QString name = wordAt(event, "/Records/0/eventName");
    const auto *translation = std::find_if(
        std::begin(translations), std::end(translations),
        [&name](const Translation &each) { return name.startsWith(QLatin1String(each.event)); });
    if (translation == std::end(translations))
        return failure(Error::Code::InvalidArgument,
                       QStringLiteral("S3 does not send %1 to eventbridge").arg(name));

    Parcel parcel;
    parcel.templateId = QStringLiteral("eventbridge-s3-") + QLatin1String(translation->templateId);
    const auto eventTemplate = m_catalogue.find(parcel.templateId);
    if (!eventTemplate)
        return tl::make_unexpected(eventTemplate.error());
    const auto set = [&](const char *parameter, const OrderedJson &value) {
        setAccepted(parcel.values, *eventTemplate, parameter, value);
    };
    set("bucket", valueAt(event, "/Records/0/s3/bucket/name"));
    const OrderedJson key = valueAt(event, "/Records/0/s3/object/key");
    set("key", step("form-url", key, false).value_or(key));
    set("size", valueAt(event, "/Records/0/s3/object/size"));
    set("etag", valueAt(event, "/Records/0/s3/object/eTag"));
    set("versionId", valueAt(event, "/Records/0/s3/object/versionId"));
    set("sourceIp", valueAt(event, "/Records/0/requestParameters/sourceIPAddress"));
    set(translation->parameter, translation->value);
    set("deletionType", translation->deletionType);
    return parcel;
}

/// A table tells Kinesis each change by itself, as other JSON than its stream (events, item 32).
Result<Parcel> Wrapper::changes(const OrderedJson &event) const
{
    Parcel parcel;
    for (const OrderedJson &record : event["Records"]) {
        ParameterValues values;
        const auto plain = [&](const char *parameter, const char *place) {
            if (const auto item = step("dynamodb", valueAt(record, place), false))
                values.set(QLatin1String(parameter), *item);
        };
        values.set(QStringLiteral("event"), valueAt(record, "/eventName"));
        values.set(QStringLiteral("table"),
                   jsonString(wordAt(record, "/eventSourceARN").section(u'/', 1, 1)));
        values.set(
            QStringLiteral("expired"),
            wordAt(record, "/userIdentity/principalId").startsWith(QLatin1String("dynamodb")));
        for (const char *item : {"newItem", "oldItem"})
            values.set(QLatin1String(item), OrderedJson::object());
        plain("keys", "/dynamodb/Keys");
        plain("newItem", "/dynamodb/NewImage");
        plain("oldItem", "/dynamodb/OldImage");
        OrderedJson one = OrderedJson::object();
        one["Records"] = OrderedJson::array({record});
        const WrapOptions options{m_options.raw, m_options.seed + parcel.documents.size()};
        const auto made = Wrapper(m_catalogue, options)
                              .rendered(QStringLiteral("kinesis-from-dynamodb"), values, one);
        if (!made)
            return tl::make_unexpected(made.error());
        const auto text = step("base64", valueAt(*made, "/Records/0/kinesis/data"), false);
        parcel.documents.push_back(text.value_or(OrderedJson()));
        parcel.values.set(QStringLiteral("partitionKey"),
                          valueAt(*made, "/Records/0/kinesis/partitionKey"));
    }
    return parcel;
}

Result<Parcel> Wrapper::logs(const OrderedJson &event) const
{
    const auto bytes = step("base64", valueAt(event, "/awslogs/data"), false);
    if (!bytes)
        return failure(Error::Code::InvalidArgument, QStringLiteral("awslogs.data is not Base64"));
    return Parcel{{*bytes}, {}, {}};
}

Result<Parcel> Wrapper::alarmEvent(const OrderedJson &event) const
{
    Parcel parcel;
    parcel.templateId = QStringLiteral("eventbridge-cloudwatch-alarm");
    parcel.values.set(QStringLiteral("alarm"), valueAt(event, "/alarmData/alarmName"));
    parcel.documents.push_back(valueAt(event, "/alarmData"));
    return parcel;
}

Result<Parcel> Wrapper::invocationEvent(const OrderedJson &event) const
{
    Parcel parcel;
    parcel.templateId = QStringLiteral("eventbridge-lambda-destination");
    const auto eventTemplate = m_catalogue.find(parcel.templateId);
    if (!eventTemplate)
        return tl::make_unexpected(eventTemplate.error());
    const auto set = [&](const char *parameter, const QString &value) {
        setAccepted(parcel.values, *eventTemplate, parameter, jsonString(value));
    };
    const QString arn = wordAt(event, "/requestContext/functionArn");
    const bool succeeded = wordAt(event, "/requestContext/condition") == QLatin1String("Success");
    set("outcome", succeeded ? QStringLiteral("Success") : QStringLiteral("Failure"));
    set("function", arn.section(u':', 6, 6));
    set("qualifier", arn.section(u':', 7, 7));
    setAccepted(parcel.values, *eventTemplate, "time", valueAt(event, "/timestamp"));
    parcel.documents.push_back(event);
    return parcel;
}

/// SNS is told an alarm in other words than the function (events, item 25).
Result<Parcel> Wrapper::alarmMessage(const OrderedJson &event) const
{
    const QString id = QStringLiteral("sns-from-alarm");
    const auto eventTemplate = m_catalogue.find(id);
    if (!eventTemplate)
        return tl::make_unexpected(eventTemplate.error());
    ParameterValues values;
    const auto set = [&](const char *parameter, const OrderedJson &value) {
        setAccepted(values, *eventTemplate, parameter, value);
    };
    const char *const metric = "/alarmData/configuration/metrics/0/metricStat";
    const OrderedJson stat = valueAt(event, metric);
    set("alarm", valueAt(event, "/alarmData/alarmName"));
    set("description", valueAt(event, "/alarmData/configuration/description"));
    set("state", valueAt(event, "/alarmData/state/value"));
    set("oldState", valueAt(event, "/alarmData/previousState/value"));
    set("reason", valueAt(event, "/alarmData/state/reason"));
    set("namespace", valueAt(stat, "/metric/namespace"));
    set("metric", valueAt(stat, "/metric/name"));
    set("dimensions", valueAt(stat, "/metric/dimensions"));
    set("period", valueAt(stat, "/period"));
    const QString statistic = wordAt(stat, "/stat").toUpper();
    set("statistic",
        jsonString(statistic == QLatin1String("SAMPLECOUNT") ? QStringLiteral("SAMPLE_COUNT")
                                                             : statistic));
    if (const auto data = step("json", valueAt(event, "/alarmData/state/reasonData"), false)) {
        const OrderedJson threshold = valueAt(*data, "/threshold");
        if (threshold.is_number())
            set("threshold", threshold.get<qint64>());
    }
    const auto made = rendered(id, values, event);
    if (!made)
        return tl::make_unexpected(made.error());
    Parcel parcel{{valueAt(*made, "/Records/0/Sns/Message")}, {}, {}};
    parcel.values.set(QStringLiteral("subject"), valueAt(*made, "/Records/0/Sns/Subject"));
    const QString topicArn = wordAt(*made, "/Records/0/Sns/TopicArn"); // one of the alarm's actions
    parcel.values.set(QStringLiteral("topic"), jsonString(topicArn.section(u':', -1)));
    return parcel;
}

/// What the SNS action of a receipt rule publishes: the mail itself is in it.
OrderedJson Wrapper::mail(const OrderedJson &event) const
{
    QString content;
    for (const OrderedJson &header : valueAt(event, "/Records/0/ses/mail/headers"))
        content += wordAt(header, "/name") + QLatin1String(": ") + wordAt(header, "/value")
            + QLatin1String("\r\n");
    OrderedJson document = OrderedJson::object();
    document["notificationType"] = "Received";
    document["mail"] = valueAt(event, "/Records/0/ses/mail");
    document["receipt"] = valueAt(event, "/Records/0/ses/receipt");
    const OrderedJson sns
        = rendered(QStringLiteral("sns"), {}, event).value_or(OrderedJson::object());
    document["receipt"]["action"]
        = OrderedJson::object({{"type", "SNS"},
                               {"topicArn", valueAt(sns, "/Records/0/Sns/TopicArn")},
                               {"encoding", "UTF8"}});
    document["content"] = jsonString(content + QLatin1String("\r\nHello.\r\n"));
    return document;
}

/// The notification of SNS spells two names in another way than the function's event and leaves out
/// what is empty (events, item 22); Firehose gets it unsigned.
Result<Parcel> Wrapper::message(const OrderedJson &event, Carrier carrier) const
{
    const OrderedJson sns = valueAt(event, "/Records/0/Sns");
    const OrderedJson attributes = valueAt(sns, "/MessageAttributes");
    if (m_options.raw) {
        Parcel parcel{{valueAt(sns, "/Message")}, {}, {}};
        OrderedJson texts = OrderedJson::object();
        if (attributes.is_object() && carrier == Carrier::Sqs) {
            for (const auto &[name, attribute] : attributes.items())
                texts[name] = valueAt(attribute, "/Value");
            parcel.values.set(QStringLiteral("attributes"), texts);
        }
        return parcel;
    }
    OrderedJson document = OrderedJson::object();
    for (const auto &[name, value] : sns.items()) {
        const bool isSigning = name.starts_with("Sign");
        if (isEmptyValue(value) || (isSigning && carrier == Carrier::Firehose))
            continue;
        const bool isUrl = name.ends_with("Url");
        document[isUrl ? name.substr(0, name.size() - 3) + "URL" : name] = value;
    }
    return Parcel{{document}, {}, {}};
}

Result<Parcel> Wrapper::records(const OrderedJson &event) const
{
    Parcel parcel;
    parcel.templateId = QStringLiteral("firehose-from-kinesis");
    const auto eventTemplate = m_catalogue.find(parcel.templateId);
    if (!eventTemplate)
        return tl::make_unexpected(eventTemplate.error());
    for (const OrderedJson &record : event["Records"]) {
        const OrderedJson data = valueAt(record, "/kinesis/data");
        parcel.documents.push_back(step("base64", data, false).value_or(data));
    }
    const QString arn = wordAt(event, "/Records/0/eventSourceARN");
    setAccepted(parcel.values, *eventTemplate, "stream", jsonString(arn.section(u'/', 1)));
    setAccepted(parcel.values, *eventTemplate, "partitionKey",
                valueAt(event, "/Records/0/kinesis/partitionKey"));
    setAccepted(parcel.values, *eventTemplate, "shardId",
                jsonString(wordAt(event, "/Records/0/eventID").section(u':', 0, 0)));
    return parcel;
}

Result<OrderedJson> Wrapper::madeOfRecords(const QString &id, const char *list, const char *data,
                                           const Parcel &parcel, const OrderedJson &event) const
{
    ParameterValues values = parcel.values;
    values.set(QStringLiteral("count"), qint64(parcel.documents.size()));
    auto made = rendered(id, values, event);
    if (!made)
        return made;
    std::size_t i = 0;
    for (const OrderedJson &document : parcel.documents) {
        const OrderedJson bytes = document.is_binary() ? document : jsonString(plainText(document));
        const OrderedJson::json_pointer place(std::string(list) + '/' + std::to_string(i++) + data);
        (*made)[place] = step("base64", bytes).value_or(OrderedJson());
    }
    return made;
}

Result<OrderedJson> Wrapper::made(const Parcel &parcel, const OrderedJson &event,
                                  Carrier carrier) const
{
    const auto idOr = [&parcel](const char *own) {
        return parcel.templateId.isEmpty() ? QString::fromLatin1(own) : parcel.templateId;
    };
    ParameterValues values = parcel.values;
    switch (carrier) {
    case Carrier::Sns:
        values.set(QStringLiteral("message"), parcel.documents.front());
        if (!values.find(QStringLiteral("subject")))
            values.set(QStringLiteral("subject"), "");
        return rendered(QStringLiteral("sns"), values, event);
    case Carrier::Sqs:
        values.set(QStringLiteral("body"), parcel.documents.front());
        values.remove(QStringLiteral("subject"));
        return rendered(QStringLiteral("sqs"), values, event);
    case Carrier::EventBridge: {
        const bool isOwn = parcel.templateId.isEmpty();
        if (isOwn && !parcel.documents.front().is_object())
            return failure(Error::Code::InvalidArgument,
                           QStringLiteral("only a JSON object can be the detail of an event"));
        if (isOwn)
            values.set(QStringLiteral("detail"), parcel.documents.front());
        auto made = rendered(idOr("eventbridge"), values, event);
        if (made && !isOwn && !parcel.documents.empty())
            (*made)["detail"] = parcel.documents.front();
        return made;
    }
    case Carrier::Kinesis:
        return madeOfRecords(QStringLiteral("kinesis"), "/Records", "/kinesis/data", parcel, event);
    case Carrier::Firehose:
        return madeOfRecords(idOr("firehose"), "/records", "/data", parcel, event);
    }
    return event;
}

tl::unexpected<Error> noSuchWay(Cargo cargo, Carrier carrier)
{
    QStringList possible;
    for (const Carrier each : carriersOf(cargo))
        possible.append(carrierId(each));
    if (possible.isEmpty())
        return failure(Error::Code::InvalidArgument,
                       QStringLiteral("%1 cannot go on to %2: the way ends at the function")
                           .arg(cargoText(cargo), carrierId(carrier)));
    return failure(
        Error::Code::InvalidArgument,
        QStringLiteral("%1 cannot go to %2 (possible: %3)")
            .arg(cargoText(cargo), carrierId(carrier), possible.join(QStringLiteral(", "))));
}

/// Whether a message leaves SNS anywhere on this way.
bool leavesSns(const OrderedJson &event, const std::vector<Carrier> &carriers)
{
    Cargo cargo = cargoOf(event);
    for (const Carrier carrier : carriers) {
        if (cargo == Cargo::SnsMessage)
            return true;
        cargo = cargoOf(carrier);
    }
    return false;
}

} // namespace

Result<OrderedJson> wrapEvent(const TemplateCatalogue &catalogue, const OrderedJson &event,
                              const std::vector<Carrier> &carriers, const WrapOptions &options)
{
    Cargo cargo = cargoOf(event);
    for (const Carrier carrier : carriers) {
        const std::vector<Carrier> possible = carriersOf(cargo);
        if (std::find(possible.begin(), possible.end(), carrier) == possible.end())
            return noSuchWay(cargo, carrier);
        cargo = cargoOf(carrier);
    }
    if (options.raw && !leavesSns(event, carriers))
        return failure(Error::Code::InvalidArgument,
                       QStringLiteral("raw delivery is from sns to sqs or firehose only"));

    OrderedJson wrapped = event;
    for (const Carrier carrier : carriers) {
        auto next = Wrapper(catalogue, options).carried(wrapped, carrier);
        if (!next)
            return next;
        wrapped = std::move(*next);
    }
    return wrapped;
}

} // namespace coldframe
