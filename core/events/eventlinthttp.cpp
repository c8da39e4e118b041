// SPDX-License-Identifier: GPL-3.0-or-later
// Requests of API Gateway and function URLs (events, items 1 to 17).
#include "core/events/eventlinthttpparts.h"
#include "core/events/jsonvalue.h"
#include "core/events/querystring.h"
#include "core/events/routepattern.h"

#include <QRegularExpression>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace coldframe::eventlint {

namespace {

void absentIfEmpty(Report &report, const Place &parent, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        const Place place = parent[name];
        if (place.exists()
            && (place.isNull() || (place.json().is_structured() && place.json().empty())))
            report.add(EventRule::MustBeAbsent, place)
                .warning()
                .found(place.isNull() ? QStringLiteral("null") : QStringLiteral("empty"))
                .remove(place.pointer());
    }
}

OrderedJson joinedQuery(const QString &raw, bool plusIsBlank)
{
    OrderedJson joined = OrderedJson::object();
    const OrderedJson values
        = parseQueryString(plusIsBlank ? raw : QString(raw).replace(u'+', QLatin1String("%2B")));
    for (const auto &[name, list] : values.items()) {
        QStringList texts;
        for (const OrderedJson &value : list)
            texts.append(stringOf(value));
        joined[name] = jsonString(texts.join(u','));
    }
    return joined;
}

/// Whether every member of one map is in the other one, with the same value.
bool isWithin(const OrderedJson &part, const OrderedJson &whole)
{
    const auto members = part.items();
    return std::all_of(members.begin(), members.end(), [&whole](const auto &member) {
        const auto found = whole.find(member.key());
        return found != whole.end() && *found == member.value();
    });
}

OrderedJson listsOf(const Place &parameters)
{
    OrderedJson lists = OrderedJson::object();
    for (const Place &value : parameters.children())
        lists[value.name().toStdString()]
            = OrderedJson::array({jsonString(plainText(value.json()))});
    return lists;
}

/// queryStringParameters follow from rawQueryString (events, item 4).
void rawQuery(Report &report, const Place &event)
{
    const Place raw = event["rawQueryString"];
    const Place parameters = event["queryStringParameters"];
    report.texts(parameters);
    if (!raw.exists()) {
        report.add(EventRule::MissingMember, raw)
            .expected(QStringLiteral("rawQueryString"))
            .set(raw.pointer(), jsonString(queryString(listsOf(parameters))));
        return;
    }
    if (!report.type(raw, "string"))
        return;
    if (raw.text().startsWith(u'?')) {
        report.add(EventRule::QueryQuestionMark, raw)
            .found(raw.text())
            .set(raw.pointer(), jsonString(raw.text().mid(1)));
        return;
    }
    if (parameters.isNull())
        return; // told by another rule
    const OrderedJson expected = joinedQuery(raw.text(), true);
    const OrderedJson actual = parameters.isObject() ? parameters.json() : OrderedJson::object();
    if (sameJson(actual, expected) || sameJson(actual, joinedQuery(raw.text(), false)))
        return;
    Finding finding = report.add(EventRule::QueryDisagrees, parameters);
    finding.found(plainText(actual)).expected(plainText(expected)).other(raw.pointer());
    // Neither of the two is known to be the one that was meant: nothing of both may get lost.
    if (isWithin(actual, expected))
        finding.set(parameters.pointer(), expected);
    else if (isWithin(expected, actual))
        finding.set(raw.pointer(), jsonString(queryString(listsOf(parameters))));
}

void cookies(Report &report, const Place &event)
{
    const Place list = event["cookies"];
    if (list.exists() && !list.isNull() && report.type(list, "list")) {
        for (const Place &cookie : list.children())
            report.type(cookie, "string");
    }
    const Place header = event["headers"]["cookie"];
    if (!header.isString())
        return;
    Finding finding = report.add(EventRule::CookieHeader, header);
    if (report.kind == EventKind::FunctionUrl)
        finding.warning();
    finding.remove(header.pointer());
    OrderedJson each = list.isList() ? list.json() : OrderedJson::array();
    const std::size_t before = each.size();
    for (const QString &cookie : header.text().split(u';', Qt::SkipEmptyParts)) {
        OrderedJson text = jsonString(cookie.trimmed());
        if (!contains(each, text))
            each.push_back(std::move(text));
    }
    if (each.size() > before)
        finding.set(list.pointer(), each);
}

QStringList placeholdersOf(const QString &pattern)
{
    static const QRegularExpression place(QStringLiteral("\\{([^{}+]+)\\+?\\}"));
    QStringList names;
    for (auto all = place.globalMatch(pattern); all.hasNext();)
        names.append(all.next().captured(1));
    return names;
}

/// Whether paths begin at the API itself: not behind a base path of a custom domain.
bool isOwnHost(const Place &event)
{
    const QString host = event["requestContext"]["domainName"].text();
    return host.isEmpty() || host.contains(QLatin1String(".execute-api."));
}

void pathParameters(Report &report, const Place &event, const QString &pattern, const QString &path,
                    const Place &patternPlace)
{
    const Place parameters = event["pathParameters"];
    const QStringList names = placeholdersOf(pattern);
    for (const Place &value : parameters.children()) {
        if (!report.type(value, "string"))
            continue;
        const bool isGreedy = pattern.contains(u'{' + value.name() + QLatin1String("+}"));
        if (isGreedy && value.text().startsWith(u'/') && !path.contains(QLatin1String("//")))
            report.add(EventRule::LeadingSlash, value)
                .found(value.text())
                .set(value.pointer(), jsonString(value.text().mid(1)));
    }
    const auto fromPath = pathValues(pattern, path);
    const bool isOwn = isOwnHost(event);
    if (isOwn && !fromPath && !path.isEmpty() && !pattern.isEmpty()) {
        report.add(EventRule::PathMismatch, patternPlace).warning().found(path).expected(pattern);
        return;
    }
    QStringList found;
    for (const Place &value : parameters.children())
        found.append(value.name());
    QStringList expected = names;
    found.sort();
    expected.sort();
    if (found == expected)
        return;
    Finding finding = report.add(EventRule::PathParameterNames, parameters);
    finding.found(found.join(QLatin1String(", ")))
        .expected(expected.join(QLatin1String(", ")))
        .other(patternPlace.pointer());
    const auto values = parameters.children();
    const bool isKept
        = fromPath && std::all_of(values.begin(), values.end(), [&fromPath](const Place &value) {
              return contains(*fromPath, value.json());
          });
    if (isKept && !fromPath->empty())
        finding.set(parameters.pointer(), *fromPath);
}

void bothTimes(Report &report, const Place &context, const char *spelled, const char *epoch)
{
    report.time(context[spelled], TimeSpelling::ApiGateway);
    report.time(context[epoch], TimeSpelling::Milliseconds);
}

/// "eu-west-1" of an address of AWS.
QString regionOfHost(const QString &host)
{
    static const QRegularExpression region(
        QStringLiteral("\\.(?:execute-api|lambda-url)\\.([a-z0-9-]+)\\."));
    return region.match(host).captured(1);
}

void hostNames(Report &report, const Place &context)
{
    const Place host = context["domainName"];
    if (!host.isString())
        return;
    const QString first = host.text().section(u'.', 0, 0);
    report.agrees(context["domainPrefix"], first, host.pointer(), true);
    if (!regionOfHost(host.text()).isEmpty())
        report.agrees(context["apiId"], first, host.pointer(), true);
}

void authorizer(Report &report, const Place &authorizer)
{
    report.texts(authorizer["claims"]);
    const Place jwt = authorizer["jwt"];
    report.texts(jwt["claims"]);
    if (jwt["scopes"].exists() && !jwt["scopes"].isNull())
        report.type(jwt["scopes"], "list");
    if (report.kind == EventKind::RestApi)
        report.texts(authorizer, {"claims", "scopes", "integrationLatency"});
}

void firstVersion(Report &report, const Place &event)
{
    const Place context = event["requestContext"];
    if (report.kind == EventKind::HttpApiV1)
        report.value(event["version"], "1.0");
    otherVersion(report, event,
                 {{"rawPath", "path"},
                  {"rawQueryString", nullptr},
                  {"routeKey", nullptr},
                  {"cookies", nullptr}},
                 "2.0", "1.0");
    otherVersion(report, context, {{"http", nullptr}}, "2.0", "1.0");
    report.nullable(event,
                    {"headers", "multiValueHeaders", "queryStringParameters",
                     "multiValueQueryStringParameters", "pathParameters", "stageVariables",
                     "body"});
    report.required(event, "httpMethod");
    report.required(event, "path");
    pathWithoutQuery(report, event["path"]);
    report.required(event, "resource");
    report.required(event, "requestContext", "object");
    singleAndMulti(report, event["headers"], event["multiValueHeaders"]);
    singleAndMulti(report, event["queryStringParameters"],
                   event["multiValueQueryStringParameters"]);
    report.texts(event["stageVariables"]);
    report.agrees(context["httpMethod"], event["httpMethod"].text(), event["httpMethod"].pointer());
    report.agrees(context["resourcePath"], event["resource"].text(), event["resource"].pointer());
    const QString path = event["path"].text();
    const Place whole = context["path"];
    const QString withStage = u'/' + context["stage"].text() + path;
    if (whole.isString() && isOwnHost(event) && whole.text() != path)
        report.agrees(whole, withStage, event["path"].pointer());
    const QString resource = event["resource"].text();
    const QString stage = u'/' + context["stage"].text();
    const bool hasStage = report.kind == EventKind::HttpApiV1 && path.startsWith(stage + u'/');
    if (resource != QLatin1String("$default"))
        pathParameters(report, event, resource, hasStage ? path.mid(stage.size()) : path,
                       event["resource"]);
    bothTimes(report, context, "requestTime", "requestTimeEpoch");
}

void secondVersionMembers(Report &report, const Place &event)
{
    const Place version = event["version"];
    if (!version.exists())
        report.add(EventRule::MissingMember, version)
            .expected(QStringLiteral("version"))
            .set(version.pointer(), "2.0");
    report.value(version, "2.0");
    otherVersion(report, event,
                 {{"httpMethod", nullptr},
                  {"path", "rawPath"},
                  {"resource", nullptr},
                  {"multiValueHeaders", nullptr},
                  {"multiValueQueryStringParameters", nullptr}},
                 "1.0", "2.0");
    otherVersion(report, event["requestContext"],
                 {{"identity", nullptr},
                  {"resourcePath", nullptr},
                  {"resourceId", nullptr},
                  {"httpMethod", nullptr},
                  {"requestTime", "time"},
                  {"requestTimeEpoch", "timeEpoch"}},
                 "1.0", "2.0");
    if (report.kind == EventKind::FunctionUrl) // nulls do occur there
        absentIfEmpty(report, event, {"cookies", "queryStringParameters"});
    else
        absentIfEmpty(
            report, event,
            {"cookies", "queryStringParameters", "pathParameters", "stageVariables", "body"});
    report.texts(event["headers"]);
    report.texts(event["stageVariables"]);
    lowerCaseNames(report, event["headers"]);
    cookies(report, event);
    rawQuery(report, event);
}

void secondVersion(Report &report, const Place &event)
{
    const Place context = event["requestContext"];
    const Place http = context["http"];
    secondVersionMembers(report, event);
    report.required(event, "rawPath");
    pathWithoutQuery(report, event["rawPath"]);
    report.required(event, "requestContext", "object");
    const Place key = event["routeKey"];
    if (report.kind == EventKind::FunctionUrl) {
        report.value(key, "$default");
        report.value(context["stage"], "$default");
        for (const char *name : {"pathParameters", "stageVariables"}) {
            if (event[name].isObject())
                report.add(EventRule::MustBeAbsent, event[name]).remove(event[name].pointer());
        }
    }
    report.required(event, "routeKey");
    if (key.isString())
        report.agrees(context["routeKey"], key.text(), key.pointer());
    if (event["rawPath"].isString())
        report.agrees(http["path"], event["rawPath"].text(), event["rawPath"].pointer());
    const QString method = key.text().section(u' ', 0, 0);
    const QString pattern = key.text().section(u' ', 1);
    if (key.text() != QLatin1String("$default") && !pattern.isEmpty()) {
        if (http["method"].isString() && method != QLatin1String("ANY")
            && method != http["method"].text())
            report
                .add(EventRule::Disagrees, key) // who knows which of the two was meant
                .found(key.text())
                .expected(http["method"].text() + u' ' + pattern)
                .other(http["method"].pointer());
        QString path = event["rawPath"].text();
        const QString stage = u'/' + context["stage"].text();
        if (path.startsWith(stage + u'/') || path == stage)
            path = path.mid(stage.size());
        pathParameters(report, event, pattern, path, key);
    }
    bothTimes(report, context, "time", "timeEpoch");
}

} // namespace

void lintRequest(Report &report, const Place &event)
{
    const Place context = event["requestContext"];
    if (report.kind == EventKind::HttpApiV2 || report.kind == EventKind::FunctionUrl)
        secondVersion(report, event);
    else
        firstVersion(report, event);
    authorizer(report, context["authorizer"]);
    hostNames(report, context);
    bodyAndFlag(report, event);
}

void lintWebSocket(Report &report, const Place &event)
{
    const Place context = event["requestContext"];
    for (const char *name : {"routeKey", "eventType", "connectionId"})
        report.required(context, name);
    const QString key = context["routeKey"].text();
    const QString type = key == QLatin1String("$connect") ? QStringLiteral("CONNECT")
        : key == QLatin1String("$disconnect")             ? QStringLiteral("DISCONNECT")
                                                          : QStringLiteral("MESSAGE");
    if (!key.isEmpty())
        report.agrees(context["eventType"], type, context["routeKey"].pointer());
    report.time(context["connectedAt"], TimeSpelling::Milliseconds);
    bothTimes(report, context, "requestTime", "requestTimeEpoch");
    singleAndMulti(report, event["headers"], event["multiValueHeaders"]);
    singleAndMulti(report, event["queryStringParameters"],
                   event["multiValueQueryStringParameters"]);
    hostNames(report, context);
    bodyAndFlag(report, event);
}

void lintAuthorizer(Report &report, const Place &event)
{
    const QString region = regionOfHost(event["requestContext"]["domainName"].text());
    const bool isSecond = report.kind == EventKind::RequestAuthorizerV2;
    targetArn(report, event[isSecond ? "routeArn" : "methodArn"], QStringLiteral("execute-api"),
              region);
    report.value(event["type"], report.kind == EventKind::TokenAuthorizer ? "TOKEN" : "REQUEST");
    if (report.kind == EventKind::TokenAuthorizer) {
        report.required(event, "authorizationToken");
        return;
    }
    if (isSecond) {
        secondVersionMembers(report, event);
        bothTimes(report, event["requestContext"], "time", "timeEpoch");
        if (const Place source = event["identitySource"]; source.exists() && !source.isNull())
            report.type(source, "list");
        return;
    }
    singleAndMulti(report, event["headers"], event["multiValueHeaders"]);
    singleAndMulti(report, event["queryStringParameters"],
                   event["multiValueQueryStringParameters"]);
    bothTimes(report, event["requestContext"], "requestTime", "requestTimeEpoch");
}

} // namespace coldframe::eventlint
