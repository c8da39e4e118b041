// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventlinthttpparts.h"

#include "core/events/jsonvalue.h"

#include <QRegularExpression>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace coldframe::eventlint {

namespace {

QString headerOf(const Place &event, QLatin1String wanted)
{
    for (const char *map : {"headers", "multiValueHeaders"}) {
        for (const Place &header : event[map].children()) {
            if (header.name().compare(wanted, Qt::CaseInsensitive) == 0)
                return header.isList() ? header.at(0).text() : header.text();
        }
    }
    return {};
}

bool isBinaryType(const QString &contentType)
{
    static const QRegularExpression binary(
        QStringLiteral("^(image/(?!svg)|audio/|video/|font/|application/"
                       "(octet-stream|pdf|zip|gzip|x-tar|protobuf))"));
    return binary.match(contentType).hasMatch();
}

bool isTrue(const Place &flag)
{
    const QString text = plainText(flag.json());
    return text.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0
        || text == QLatin1String("1");
}

/// Which value the single map has: the last one (events, item 1); HTTP APIs are looser.
bool isValueOf(const OrderedJson &values, const QString &single, EventKind kind)
{
    if (!values.is_array() || values.empty())
        return true;
    if (kind == EventKind::RestApi)
        return stringOf(values.back()) == single;
    QStringList texts;
    for (const OrderedJson &value : values)
        texts.append(stringOf(value));
    return texts.contains(single) || texts.join(u',') == single;
}

} // namespace

void otherVersion(Report &report, const Place &parent, std::initializer_list<Twin> members,
                  const char *version, const char *own)
{
    for (const Twin &member : members) {
        const Place place = parent[member.name];
        if (!place.exists())
            continue;
        Finding finding = report.add(EventRule::OtherPayloadVersion, place);
        finding.found(QLatin1String(version))
            .expected(QLatin1String(own))
            .other(QLatin1String(member.twin));
        const Place twin = member.twin ? parent[member.twin] : Place(nullptr, {});
        if (member.twin && !twin.exists())
            finding.rename(place.pointer(), QLatin1String(member.twin));
        else if (!member.twin || sameJson(place.json(), twin.json()))
            finding.remove(place.pointer());
    }
}

void bodyAndFlag(Report &report, const Place &event, const char *flagName)
{
    const Place body = event["body"];
    const bool isTold
        = std::any_of(report.problems.begin(), report.problems.end(),
                      [&body](const EventProblem &each) { return each.pointer == body.pointer(); });
    if (body.exists() && !body.isNull() && !isTold)
        report.serialised(body);
    const Place flag = event[flagName];
    if (!flag.exists()) {
        report.add(EventRule::MissingMember, flag)
            .warning()
            .expected(QLatin1String(flagName))
            .set(flag.pointer(), false);
        return;
    }
    if (!flag.json().is_boolean())
        report.add(EventRule::FlagNotBoolean, flag)
            .found(QString::fromUtf8(writeJson(flag.json(), JsonLayout::Compact)).trimmed())
            .set(flag.pointer(), isTrue(flag));
    const QString text = body.text();
    if (isTrue(flag) && !isBase64(text))
        report.add(EventRule::FlagWithoutBase64, flag).set(flag.pointer(), false);
    const QString type = headerOf(event, QLatin1String("content-type"));
    if (!isTrue(flag) && text.size() >= 24 && isBase64(text) && isBinaryType(type))
        report.add(EventRule::Base64WithoutFlag, flag)
            .warning()
            .found(type)
            .set(flag.pointer(), true);
}

void pathWithoutQuery(Report &report, const Place &path)
{
    if (path.text().contains(u'?'))
        report.add(EventRule::QueryInPath, path).found(path.text());
}

void lowerCaseNames(Report &report, const Place &headers)
{
    for (const Place &header : headers.children()) {
        const QString name = header.name();
        if (name == name.toLower() || !headers.isObject())
            continue;
        Finding finding = report.add(EventRule::HeaderNameCase, header);
        finding.found(name).expected(name.toLower());
        if (!headers[name.toLower().toStdString()].exists())
            finding.rename(header.pointer(), name.toLower());
    }
}

void listsOfTexts(Report &report, const Place &map)
{
    if (!map.isObject())
        return;
    for (const Place &values : map.children()) {
        if (values.isString()) {
            report.add(EventRule::WrongType, values)
                .found(values.type())
                .expected(QStringLiteral("list"))
                .set(values.pointer(), OrderedJson::array({values.json()}));
            continue;
        }
        if (!report.type(values, "list"))
            continue;
        for (const Place &value : values.children())
            report.type(value, "string");
    }
}

bool contains(const OrderedJson &list, const OrderedJson &value)
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

void singleAndMulti(Report &report, const Place &single, const Place &multi)
{
    report.texts(single);
    listsOfTexts(report, multi);
    if (!single.exists() || !multi.exists() || (single.isNull() && multi.isNull()))
        return;
    if (single.isObject() && multi.isObject()) {
        for (const Place &values : multi.children()) {
            const Place value = single[values.name().toStdString()];
            if (value.isString() && isValueOf(values.json(), value.text(), report.kind))
                continue;
            if (!values.isList() || values.json().empty() || (value.exists() && !value.isString()))
                continue;
            Finding finding = report.add(EventRule::SingleAndMultiDisagree, value);
            finding.found(value.text())
                .expected(stringOf(values.json().back()))
                .other(values.pointer());
            const bool isKept = !value.exists() || contains(values.json(), value.json());
            if (isKept)
                finding.set(value.pointer(), values.json().back());
        }
        for (const Place &value : single.children()) {
            const Place values = multi[value.name().toStdString()];
            if (!values.exists())
                report.add(EventRule::SingleAndMultiDisagree, values)
                    .expected(value.text())
                    .other(value.pointer())
                    .set(values.pointer(), OrderedJson::array({value.json()}));
        }
        return;
    }
    const Place &empty = single.isObject() ? multi : single;
    const Place &full = single.isObject() ? single : multi;
    if (!full.isObject() || full.json().empty())
        return;
    OrderedJson map = OrderedJson::object();
    for (const Place &entry : full.children()) {
        if (entry.isList() && entry.json().empty())
            return;
        map[entry.name().toStdString()]
            = entry.isList() ? entry.json().back() : OrderedJson::array({entry.json()});
    }
    report.add(EventRule::SingleAndMultiDisagree, empty)
        .found(empty.type())
        .other(full.pointer())
        .set(empty.pointer(), map);
}

void targetArn(Report &report, const Place &arn, const QString &service, const QString &region)
{
    if (!report.type(arn, "string"))
        return;
    const QString text = arn.text();
    if (!text.startsWith(QLatin1String("arn:")) || text.section(u':', 2, 2) != service)
        report.add(EventRule::MalformedArn, arn)
            .found(text)
            .expected(QStringLiteral("arn:aws:%1:").arg(service));
    else
        report.regionOf(arn, region);
}

} // namespace coldframe::eventlint
