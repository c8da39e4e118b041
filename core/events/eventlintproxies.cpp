// SPDX-License-Identifier: GPL-3.0-or-later
// Requests of load balancers, VPC Lattice and CloudFront (events, items 1 to 17).
#include "core/events/eventlinthttpparts.h"
#include "core/events/jsonvalue.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace coldframe::eventlint {

namespace {

void cloudFrontHeaders(Report &report, const Place &headers)
{
    if (!headers.isObject())
        return;
    lowerCaseNames(report, headers);
    for (const Place &header : headers.children()) {
        if (header.isString()) {
            OrderedJson value = OrderedJson::object();
            value["key"] = jsonString(header.name());
            value["value"] = header.json();
            report.add(EventRule::HeaderShape, header)
                .set(header.pointer(), OrderedJson::array({value}));
            continue;
        }
        const auto values = header.children();
        const bool isRight = header.isList()
            && std::all_of(values.begin(), values.end(),
                           [](const Place &each) { return each["value"].isString(); });
        if (!isRight)
            report.add(EventRule::HeaderShape, header);
    }
}

} // namespace

void lintLoadBalancer(Report &report, const Place &event)
{
    report.required(event, "httpMethod");
    report.required(event, "path");
    pathWithoutQuery(report, event["path"]);
    targetArn(report, event["requestContext"]["elb"]["targetGroupArn"],
              QStringLiteral("elasticloadbalancing"), {});
    otherVersion(report, event,
                 {{"rawPath", "path"}, {"rawQueryString", nullptr}, {"routeKey", nullptr}}, "2.0",
                 "ALB");
    for (const auto &[single, multi] :
         {std::pair("headers", "multiValueHeaders"),
          std::pair("queryStringParameters", "multiValueQueryStringParameters")}) {
        const Place one = event[single];
        const Place many = event[multi];
        if (one.exists() && many.exists())
            report.add(EventRule::BothMaps, many).other(one.pointer());
        for (const Place &map : {one, many}) {
            if (map.isNull())
                report.add(EventRule::MustBeEmpty, map)
                    .found(QStringLiteral("null"))
                    .expected(QStringLiteral("{}"))
                    .set(map.pointer(), OrderedJson::object());
        }
        report.texts(one);
        listsOfTexts(report, many);
    }
    lowerCaseNames(report, event["headers"]);
    lowerCaseNames(report, event["multiValueHeaders"]);
    const Place body = event["body"];
    if (!body.exists() || body.isNull())
        report.add(EventRule::MustBeEmpty, body)
            .found(body.type())
            .expected(QStringLiteral("\"\""))
            .set(body.pointer(), "");
    bodyAndFlag(report, event);
}

void lintLattice(Report &report, const Place &event)
{
    lowerCaseNames(report, event["headers"]);
    if (report.kind == EventKind::VpcLattice) {
        report.texts(event["headers"]);
        report.texts(event["query_string_parameters"]);
        bodyAndFlag(report, event, "is_base64_encoded");
        return;
    }
    const Place context = event["requestContext"];
    report.value(event["version"], "2.0");
    listsOfTexts(report, event["headers"]);
    listsOfTexts(report, event["queryStringParameters"]);
    report.time(context["timeEpoch"], TimeSpelling::MicrosecondsText);
    for (const char *name : {"serviceNetworkArn", "serviceArn", "targetGroupArn"})
        report.regionOf(context[name], context["region"].text());
    bodyAndFlag(report, event);
}

void lintCloudFront(Report &report, const Place &event)
{
    const Place records = event["Records"];
    report.oneRecord(records);
    const Place cf = records.at(0)["cf"];
    const Place request = cf["request"];
    report.required(cf, "config", "object");
    report.required(cf, "request", "object");
    cloudFrontHeaders(report, request["headers"]);
    cloudFrontHeaders(report, cf["response"]["headers"]);
    report.type(cf["response"]["status"], "string");
    if (const Place query = request["querystring"]; query.text().startsWith(u'?'))
        report.add(EventRule::QueryQuestionMark, query)
            .found(query.text())
            .set(query.pointer(), jsonString(query.text().mid(1)));
}

} // namespace coldframe::eventlint
