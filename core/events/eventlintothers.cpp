// SPDX-License-Identifier: GPL-3.0-or-later
// EventBridge, logs, alarms, user pools and operations (events, items 36 to 56).
#include "core/events/encoding.h"
#include "core/events/eventlintreport.h"
#include "core/events/jsonvalue.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace coldframe::eventlint {

namespace {

/// Whether a source is one of AWS's own: those of the EventBridge reference that are met most, and
/// the partners'.
bool isServiceSource(const QString &source)
{
    static const QStringList names{QStringLiteral("access-analyzer"),
                                   QStringLiteral("acm"),
                                   QStringLiteral("amplify"),
                                   QStringLiteral("apigateway"),
                                   QStringLiteral("appconfig"),
                                   QStringLiteral("appflow"),
                                   QStringLiteral("application-autoscaling"),
                                   QStringLiteral("appsync"),
                                   QStringLiteral("athena"),
                                   QStringLiteral("autoscaling"),
                                   QStringLiteral("backup"),
                                   QStringLiteral("batch"),
                                   QStringLiteral("bedrock"),
                                   QStringLiteral("budgets"),
                                   QStringLiteral("chime"),
                                   QStringLiteral("cloud9"),
                                   QStringLiteral("cloudformation"),
                                   QStringLiteral("cloudfront"),
                                   QStringLiteral("cloudhsm"),
                                   QStringLiteral("cloudsearch"),
                                   QStringLiteral("cloudshell"),
                                   QStringLiteral("cloudtrail"),
                                   QStringLiteral("cloudwatch"),
                                   QStringLiteral("codeartifact"),
                                   QStringLiteral("codebuild"),
                                   QStringLiteral("codecommit"),
                                   QStringLiteral("codeconnections"),
                                   QStringLiteral("codedeploy"),
                                   QStringLiteral("codepipeline"),
                                   QStringLiteral("cognito-idp"),
                                   QStringLiteral("cognito-identity"),
                                   QStringLiteral("config"),
                                   QStringLiteral("connect"),
                                   QStringLiteral("controltower"),
                                   QStringLiteral("datapipeline"),
                                   QStringLiteral("datasync"),
                                   QStringLiteral("dax"),
                                   QStringLiteral("devicefarm"),
                                   QStringLiteral("directconnect"),
                                   QStringLiteral("dlm"),
                                   QStringLiteral("dms"),
                                   QStringLiteral("docdb"),
                                   QStringLiteral("drs"),
                                   QStringLiteral("dynamodb"),
                                   QStringLiteral("ebs"),
                                   QStringLiteral("ec2"),
                                   QStringLiteral("ec2fleet"),
                                   QStringLiteral("ec2spotfleet"),
                                   QStringLiteral("ecr"),
                                   QStringLiteral("ecs"),
                                   QStringLiteral("eks"),
                                   QStringLiteral("elasticache"),
                                   QStringLiteral("elasticbeanstalk"),
                                   QStringLiteral("elasticfilesystem"),
                                   QStringLiteral("elasticloadbalancing"),
                                   QStringLiteral("elasticmapreduce"),
                                   QStringLiteral("emr"),
                                   QStringLiteral("emr-containers"),
                                   QStringLiteral("emr-serverless"),
                                   QStringLiteral("es"),
                                   QStringLiteral("events"),
                                   QStringLiteral("firehose"),
                                   QStringLiteral("fis"),
                                   QStringLiteral("forecast"),
                                   QStringLiteral("fsx"),
                                   QStringLiteral("gamelift"),
                                   QStringLiteral("geo"),
                                   QStringLiteral("glacier"),
                                   QStringLiteral("glue"),
                                   QStringLiteral("greengrass"),
                                   QStringLiteral("groundstation"),
                                   QStringLiteral("guardduty"),
                                   QStringLiteral("health"),
                                   QStringLiteral("iam"),
                                   QStringLiteral("imagebuilder"),
                                   QStringLiteral("inspector"),
                                   QStringLiteral("inspector2"),
                                   QStringLiteral("internetmonitor"),
                                   QStringLiteral("iot"),
                                   QStringLiteral("ivs"),
                                   QStringLiteral("kafka"),
                                   QStringLiteral("kinesis"),
                                   QStringLiteral("kms"),
                                   QStringLiteral("lambda"),
                                   QStringLiteral("lex"),
                                   QStringLiteral("license-manager"),
                                   QStringLiteral("logs"),
                                   QStringLiteral("macie"),
                                   QStringLiteral("macie2"),
                                   QStringLiteral("marketplace"),
                                   QStringLiteral("mediaconnect"),
                                   QStringLiteral("mediaconvert"),
                                   QStringLiteral("medialive"),
                                   QStringLiteral("mediapackage"),
                                   QStringLiteral("mediastore"),
                                   QStringLiteral("mgn"),
                                   QStringLiteral("monitoring"),
                                   QStringLiteral("mq"),
                                   QStringLiteral("mwaa"),
                                   QStringLiteral("neptune"),
                                   QStringLiteral("network-firewall"),
                                   QStringLiteral("networkmanager"),
                                   QStringLiteral("opensearch"),
                                   QStringLiteral("opsworks"),
                                   QStringLiteral("organizations"),
                                   QStringLiteral("outposts"),
                                   QStringLiteral("personalize"),
                                   QStringLiteral("pipes"),
                                   QStringLiteral("polly"),
                                   QStringLiteral("ram"),
                                   QStringLiteral("rds"),
                                   QStringLiteral("redshift"),
                                   QStringLiteral("redshift-data"),
                                   QStringLiteral("redshift-serverless"),
                                   QStringLiteral("rekognition"),
                                   QStringLiteral("resiliencehub"),
                                   QStringLiteral("resource-groups"),
                                   QStringLiteral("robomaker"),
                                   QStringLiteral("route53"),
                                   QStringLiteral("s3"),
                                   QStringLiteral("sagemaker"),
                                   QStringLiteral("savingsplans"),
                                   QStringLiteral("scheduler"),
                                   QStringLiteral("schemas"),
                                   QStringLiteral("secretsmanager"),
                                   QStringLiteral("securityhub"),
                                   QStringLiteral("securitylake"),
                                   QStringLiteral("serverlessrepo"),
                                   QStringLiteral("servicecatalog"),
                                   QStringLiteral("servicediscovery"),
                                   QStringLiteral("ses"),
                                   QStringLiteral("signer"),
                                   QStringLiteral("signin"),
                                   QStringLiteral("sms"),
                                   QStringLiteral("sms-voice"),
                                   QStringLiteral("sns"),
                                   QStringLiteral("sqs"),
                                   QStringLiteral("ssm"),
                                   QStringLiteral("states"),
                                   QStringLiteral("storagegateway"),
                                   QStringLiteral("sts"),
                                   QStringLiteral("support"),
                                   QStringLiteral("synthetics"),
                                   QStringLiteral("tag"),
                                   QStringLiteral("textract"),
                                   QStringLiteral("transcribe"),
                                   QStringLiteral("transfer"),
                                   QStringLiteral("translate"),
                                   QStringLiteral("trustedadvisor"),
                                   QStringLiteral("vpc-lattice"),
                                   QStringLiteral("waf"),
                                   QStringLiteral("wellarchitected"),
                                   QStringLiteral("workmail"),
                                   QStringLiteral("workspaces"),
                                   QStringLiteral("xray")};
    const QString name = source.mid(4);
    return name.startsWith(QLatin1String("partner/")) || names.contains(name);
}

std::optional<OrderedJson> recoded(QLatin1String name, const OrderedJson &value, bool encode)
{
    const Encoding *encoding = findEncoding(name);
    if (!encoding)
        return std::nullopt;
    const auto function = encode ? encoding->encode : encoding->decode;
    return function ? function(value, EncodingInput()) : std::nullopt;
}

/// base64(gzip(JSON))
OrderedJson packed(const OrderedJson &document)
{
    const auto zipped = recoded(QLatin1String("gzip"), jsonString(plainText(document)), true);
    const auto text = zipped ? recoded(QLatin1String("base64"), *zipped, true) : std::nullopt;
    return text.value_or(OrderedJson());
}

void logDocument(Report &report, const Place &document)
{
    report.required(document, "messageType");
    report.required(document, "logEvents", "list");
    for (const Place &line : document["logEvents"].children()) {
        report.required(line, "id");
        report.time(line["timestamp"], TimeSpelling::Milliseconds);
        report.serialised(line["message"]);
        report.texts(line["extractedFields"]);
    }
    report.uniqueIds(document["logEvents"].children(), "id");
}

void wrongLogs(Report &report, const Place &data, const char *reason,
               const OrderedJson *document = nullptr)
{
    Finding finding = report.add(EventRule::LogsData, data);
    finding.found(QLatin1String(reason));
    if (document)
        finding.set(data.pointer(), packed(*document));
}

void detail(Report &report, const Place &event)
{
    const Place place = event["detail"];
    const QString source = event["source"].text();
    if (!place.exists()) {
        report.add(EventRule::MissingMember, place)
            .expected(QStringLiteral("detail"))
            .set(place.pointer(), OrderedJson::object());
    } else if (!place.isObject()
               && !(place.isString() && source == QLatin1String("aws.scheduler"))) {
        Finding finding = report.add(EventRule::DetailNotObject, place);
        finding.found(place.type());
        const auto parsed = parseJson(place.text().toUtf8());
        if (parsed && parsed->is_object())
            finding.set(place.pointer(), *parsed);
    }
    if (source == QLatin1String("aws.states")) {
        for (const char *name : {"input", "output"}) {
            if (!place[name].isNull())
                report.innerJson(place[name]);
        }
        report.time(place["startDate"], TimeSpelling::Milliseconds);
        if (!place["stopDate"].isNull())
            report.time(place["stopDate"], TimeSpelling::Milliseconds);
    }
    const Place object = place["object"];
    if (source == QLatin1String("aws.s3") && object["eTag"].exists() && !object["etag"].exists())
        report.add(EventRule::MisspelledMember, object["eTag"])
            .found(QStringLiteral("eTag"))
            .expected(QStringLiteral("etag"))
            .rename(object["eTag"].pointer(), QStringLiteral("etag"));
}

void scalarsAreTexts(Report &report, const Place &place)
{
    for (const Place &value : place.children()) {
        if (value.json().is_number() || value.json().is_boolean())
            report.add(EventRule::NotText, value)
                .found(value.type())
                .set(value.pointer(), jsonString(plainText(value.json())));
        else
            scalarsAreTexts(report, value);
    }
}

} // namespace

void lintEventBridge(Report &report, const Place &event)
{
    if (event["detailType"].exists() && !event["detail-type"].exists())
        report.add(EventRule::MisspelledMember, event["detailType"])
            .found(QStringLiteral("detailType"))
            .expected(QStringLiteral("detail-type"))
            .rename(event["detailType"].pointer(), QStringLiteral("detail-type"));
    else
        report.required(event, "detail-type");
    const Place version = event["version"];
    if (!version.exists())
        report.add(EventRule::MissingMember, version)
            .expected(QStringLiteral("version"))
            .set(version.pointer(), "0");
    report.value(version, "0");
    for (const char *name : {"id", "source", "account", "region"})
        report.required(event, name);
    report.present(event, "time");
    report.time(event["time"], TimeSpelling::IsoSeconds);
    const Place resources = event["resources"];
    if (!resources.exists())
        report.add(EventRule::MissingMember, resources)
            .expected(QStringLiteral("resources"))
            .set(resources.pointer(), OrderedJson::array());
    report.type(resources, "list");
    const QString account = event["account"].text();
    for (const Place &resource : resources.children()) {
        report.type(resource, "string");
        report.regionOf(resource, event["region"].text());
        const QString found = accountIn(resource.text());
        if (!found.isEmpty() && !account.isEmpty() && found != account)
            report.add(EventRule::ForeignAccount, resource)
                .warning()
                .found(found)
                .expected(account);
    }
    const QString source = event["source"].text();
    if (source.startsWith(QLatin1String("aws."), Qt::CaseInsensitive) && !isServiceSource(source))
        report.add(EventRule::ReservedSource, event["source"]).warning().found(source);
    detail(report, event);
}

void lintLogs(Report &report, const Place &event)
{
    const Place data = event["awslogs"]["data"];
    report.required(event, "awslogs", "object");
    if (!data.exists()) {
        report.required(event["awslogs"], "data");
        return;
    }
    if (!data.isString())
        return wrongLogs(report, data, "object", data.isObject() ? &data.json() : nullptr);
    if (const auto plain = parseJson(data.text().toUtf8()); plain && plain->is_object())
        return wrongLogs(report, data, "json", &*plain);
    const auto bytes = isBase64(data.text()) ? recoded(QLatin1String("base64"), data.json(), false)
                                             : std::nullopt;
    if (!bytes)
        return wrongLogs(report, data, "not-base64");
    const auto unpacked = recoded(QLatin1String("gzip"), *bytes, false);
    if (!unpacked) {
        const auto plain = parseJson(stringOf(*bytes).toUtf8());
        const QByteArray start = QByteArray::fromBase64(data.text().left(4).toLatin1());
        return wrongLogs(report, data, start.startsWith('x') ? "zlib" : "not-gzip",
                         plain && plain->is_object() ? &*plain : nullptr);
    }
    const auto document = parseJson(stringOf(*unpacked).toUtf8());
    if (!document || !document->is_object())
        return wrongLogs(report, data, "not-json");
    Report inner(report.kind);
    logDocument(inner, Place(&*document, {}));
    report.takeOver(inner, *document, data, packed);
}

void lintAlarm(Report &report, const Place &event)
{
    const Place data = event["alarmData"];
    report.value(event["source"], "aws.cloudwatch");
    report.time(event["time"], TimeSpelling::IsoOffset);
    report.regionOf(event["alarmArn"], event["region"].text());
    for (const char *state : {"state", "previousState"}) {
        const Place reason = data[state]["reasonData"];
        if (reason.exists() && !reason.isNull())
            report.innerJson(reason);
        report.time(data[state]["timestamp"], TimeSpelling::IsoOffset);
    }
}

void lintCognito(Report &report, const Place &event)
{
    report.type(event["version"], "string");
    report.required(event, "request", "object");
    report.texts(event["request"]["userAttributes"]);
    for (const char *name : {"clientMetadata", "validationData"})
        report.texts(event["request"][name]);
    const Place response = event["response"];
    const QString trigger = event["triggerSource"].text();
    const bool isSender = trigger.startsWith(QLatin1String("CustomEmailSender"))
        || trigger.startsWith(QLatin1String("CustomSMSSender")); // they answer nothing
    if (!response.exists() && !isSender)
        report.add(EventRule::MissingMember, response)
            .expected(QStringLiteral("response"))
            .set(response.pointer(), OrderedJson::object());
    report.type(response, "object");
    const QString region = event["region"].text();
    const QString pool = event["userPoolId"].text();
    if (!region.isEmpty() && pool.contains(u'_') && pool.section(u'_', 0, 0) != region)
        report.add(EventRule::ForeignRegion, event["userPoolId"])
            .warning()
            .found(pool.section(u'_', 0, 0))
            .expected(region);
}

void lintCustomResource(Report &report, const Place &event)
{
    const Place type = event["RequestType"];
    static const QStringList types{QStringLiteral("Create"), QStringLiteral("Update"),
                                   QStringLiteral("Delete")};
    report.type(type, "string");
    if (type.isString() && !types.contains(type.text()))
        report.add(EventRule::WrongValue, type)
            .found(type.text())
            .expected(types.join(QStringLiteral(", ")));
    const bool isCreate = type.text() == types[0];
    const bool isUpdate = type.text() == types[1];
    const auto only = [&](const char *name, bool isAllowed) {
        const Place place = event[name];
        if (place.exists() && !isAllowed)
            report.add(EventRule::RequestTypeMember, place)
                .found(type.text())
                .remove(place.pointer());
        else if (!place.exists() && isAllowed)
            report.add(EventRule::MissingMember, place).expected(QLatin1String(name));
    };
    if (types.contains(type.text())) {
        only("PhysicalResourceId", !isCreate);
        only("OldResourceProperties", isUpdate);
    }
    for (const char *name :
         {"ResponseURL", "StackId", "RequestId", "ResourceType", "LogicalResourceId"})
        report.required(event, name);
    for (const char *name : {"ResourceProperties", "OldResourceProperties"})
        scalarsAreTexts(report, event[name]);
    const Place properties = event["ResourceProperties"];
    const Place token = properties["ServiceToken"];
    if (properties.isObject() && !token.exists() && event["ServiceToken"].isString())
        report.add(EventRule::MissingMember, token)
            .expected(QStringLiteral("ServiceToken"))
            .set(token.pointer(), event["ServiceToken"].json());
    report.regionOf(event["StackId"], regionIn(event["ServiceToken"].text()));
}

void lintConfigRule(Report &report, const Place &event)
{
    report.innerJson(event["invokingEvent"]);
    if (!event["ruleParameters"].isNull())
        report.innerJson(event["ruleParameters"]);
    report.value(event["version"], "1.0");
    report.type(event["eventLeftScope"], "boolean");
}

} // namespace coldframe::eventlint
