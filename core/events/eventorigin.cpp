// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventorigin.h"

#include "core/events/encoding.h"
#include "core/events/jsonvalue.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace coldframe {

namespace {

struct Origin
{
    QString region;
    QString account;
};

void readArn(const QString &text, Origin &origin)
{
    if (!text.startsWith(QLatin1String("arn:")))
        return;
    if (origin.region.isEmpty())
        origin.region = text.section(u':', 3, 3);
    if (origin.account.isEmpty())
        origin.account = text.section(u':', 4, 4);
}

/// The first of each in the order of the event; what a member says goes before ARNs.
void readMembers(const OrderedJson &json, Origin &origin)
{
    for (const auto &[name, value] : json.items()) {
        const bool isRegion = name == "region" || name == "awsRegion";
        const bool isAccount = name == "account" || name == "accountId" || name == "owner";
        if (value.is_structured())
            readMembers(value, origin);
        else if (json.is_object() && isRegion && origin.region.isEmpty())
            origin.region = stringOf(value);
        else if (json.is_object() && isAccount && origin.account.isEmpty())
            origin.account = stringOf(value);
        else if (value.is_string())
            readArn(stringOf(value), origin);
    }
}

OrderedJson timeOf(const OrderedJson &event)
{
    struct Place
    {
        const char *pointer;
        const char *step; ///< how the time is spelled there
    };
    static constexpr Place places[] = {
        {"/Records/0/eventTime", "iso-ms"},
        {"/Records/0/Sns/Timestamp", "iso-ms"},
        {"/Records/0/ses/mail/timestamp", "iso-ms"},
        {"/Records/0/dynamodb/ApproximateCreationDateTime", "epoch-seconds-fraction"},
        {"/Records/0/kinesis/approximateArrivalTimestamp", "epoch-seconds-fraction"},
        {"/time", "iso-offset"},
        {"/Time", "iso-ms"},
    };
    for (const Place &place : places) {
        const OrderedJson::json_pointer pointer(place.pointer);
        if (!event.contains(pointer))
            continue;
        const Encoding *encoding = findEncoding(QLatin1String(place.step));
        if (const auto time = encoding->decode(event.at(pointer), {}))
            return *time;
    }
    return {};
}

} // namespace

void setAccepted(ParameterValues &values, const EventTemplate &eventTemplate, const char *name,
                 const OrderedJson &value)
{
    const auto parameter = findParameter(eventTemplate, QLatin1String(name));
    if (!parameter || value.is_null())
        return;
    if (const auto accepted = checkParameter(**parameter, value))
        values.set((*parameter)->name, *accepted);
}

ParameterValues originValues(const EventTemplate &eventTemplate, const OrderedJson &event)
{
    Origin origin;
    if (event.is_structured())
        readMembers(event, origin);
    ParameterValues values;
    setAccepted(values, eventTemplate, "region", jsonString(origin.region));
    setAccepted(values, eventTemplate, "account", jsonString(origin.account));
    if (event.is_object())
        setAccepted(values, eventTemplate, "time", timeOf(event));
    return values;
}

} // namespace coldframe
