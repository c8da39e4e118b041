// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/encoding.h"
#include "core/events/instant.h"
#include "core/events/jsonvalue.h"

#include <QDateTime>
#include <QLocale>

#include <nlohmann/json.hpp>

#include <cmath>

namespace coldframe {

using namespace std::chrono;

namespace {

const QLatin1String apiGatewayFormat("dd/MMM/yyyy:HH:mm:ss");
const QLatin1String apiGatewayZone(" +0000");

QDateTime dateTimeOf(EventInstant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), Qt::UTC);
}

std::optional<EventInstant> instantOf(const QDateTime &time)
{
    if (!time.isValid() || time.toUTC().date().year() < 1970 || time.toUTC().date().year() > 9999)
        return std::nullopt;
    return EventInstant(milliseconds(time.toMSecsSinceEpoch()));
}

std::optional<OrderedJson> canonical(std::optional<EventInstant> instant)
{
    return instant ? std::optional(jsonString(isoMilliseconds(*instant))) : std::nullopt;
}

template <QString (*spell)(EventInstant)>
std::optional<OrderedJson> spelled(const OrderedJson &value, const EncodingInput &)
{
    const auto instant = readInstant(stringOf(value));
    return instant ? std::optional(jsonString(spell(*instant))) : std::nullopt;
}

/// With the offset in digits, as CloudWatch writes it.
QString isoOffset(EventInstant instant)
{
    return isoMilliseconds(instant).chopped(1) + QLatin1String("+0000");
}

const QLatin1String basicFormat("yyyyMMdd'T'HHmmss'Z'");

/// Without separators, as signatures of requests have it.
QString isoBasic(EventInstant instant)
{
    return dateTimeOf(instant).toString(basicFormat);
}

std::optional<EventInstant> readIsoBasic(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, basicFormat);
    time.setTimeSpec(Qt::UTC);
    return instantOf(time);
}

template <std::optional<EventInstant> (*read)(const QString &)>
std::optional<OrderedJson> unspelled(const OrderedJson &value, const EncodingInput &)
{
    return canonical(read(stringOf(value)));
}

/// Since 1970, in whole units.
template <typename Unit>
std::optional<OrderedJson> count(const OrderedJson &value, const EncodingInput &)
{
    const auto instant = readInstant(stringOf(value));
    if (!instant)
        return std::nullopt;
    return OrderedJson(qint64(floor<Unit>(instant->time_since_epoch()).count()));
}

/// Numbers, and numbers as text, that count units since 1970.
template <typename Unit>
std::optional<OrderedJson> uncount(const OrderedJson &value, const EncodingInput &)
{
    bool isNumber = value.is_number();
    const double number = isNumber ? value.get<double>() : stringOf(value).toDouble(&isNumber);
    const auto time = duration<double, typename Unit::period>(number);
    if (!isNumber || !(number >= 0) || time > hours(24 * 366) * 8030)
        return std::nullopt;
    const auto exact = round<milliseconds>(time);
    return canonical(instantOf(dateTimeOf(EventInstant(exact))));
}

/// Seconds with a fraction, as streams count.
std::optional<OrderedJson> fractionalSeconds(const OrderedJson &value, const EncodingInput &)
{
    const auto instant = readInstant(stringOf(value));
    if (!instant)
        return std::nullopt;
    return OrderedJson(double(instant->time_since_epoch().count()) / 1000);
}

std::optional<OrderedJson> moved(const OrderedJson &value, milliseconds distance)
{
    const auto instant = readInstant(stringOf(value));
    if (!instant)
        return std::nullopt;
    return canonical(instantOf(dateTimeOf(*instant + distance)));
}

std::optional<OrderedJson> shiftLater(const OrderedJson &value, const EncodingInput &input)
{
    return moved(value, milliseconds(input.argument.toLongLong()));
}

std::optional<OrderedJson> shiftBack(const OrderedJson &value, const EncodingInput &input)
{
    return moved(value, -milliseconds(input.argument.toLongLong()));
}

std::optional<OrderedJson> stepLater(const OrderedJson &value, const EncodingInput &input)
{
    return moved(value, milliseconds(input.argument.toLongLong()) * input.index);
}

std::optional<OrderedJson> stepBack(const OrderedJson &value, const EncodingInput &input)
{
    return moved(value, -milliseconds(input.argument.toLongLong()) * input.index);
}

const Encoding timeTable[] = {
    {"iso-ms", Loss::None, spelled<isoMilliseconds>, unspelled<readInstant>},
    {"iso-seconds", Loss::Some, spelled<isoSeconds>, unspelled<readInstant>},
    {"iso-offset", Loss::None, spelled<isoOffset>, unspelled<readInstant>},
    {"iso-basic", Loss::Some, spelled<isoBasic>, unspelled<readIsoBasic>},
    {"api-gateway-time", Loss::Some, spelled<apiGatewayTime>, unspelled<readApiGatewayTime>},
    {"epoch-ms", Loss::None, count<milliseconds>, uncount<milliseconds>},
    {"epoch-seconds", Loss::Some, count<seconds>, uncount<seconds>},
    {"epoch-seconds-fraction", Loss::None, fractionalSeconds, uncount<seconds>},
    {"epoch-us", Loss::None, count<microseconds>, uncount<microseconds>},
    {"shift-ms", Loss::None, shiftLater, shiftBack},
    {"step-ms", Loss::None, stepLater, stepBack},
};

} // namespace

std::optional<EventInstant> readInstant(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text.trimmed(), Qt::ISODateWithMs);
    if (time.timeSpec() == Qt::LocalTime)
        return std::nullopt; // an event has the same time on every computer
    return instantOf(time);
}

QString isoMilliseconds(EventInstant instant)
{
    return dateTimeOf(instant).toString(Qt::ISODateWithMs);
}

QString isoSeconds(EventInstant instant)
{
    return dateTimeOf(floor<seconds>(instant)).toString(Qt::ISODate);
}

QString apiGatewayTime(EventInstant instant)
{
    return QLocale::c().toString(dateTimeOf(instant), apiGatewayFormat) + apiGatewayZone;
}

std::optional<EventInstant> readApiGatewayTime(const QString &text)
{
    if (!text.endsWith(apiGatewayZone))
        return std::nullopt;
    QDateTime time = QLocale::c().toDateTime(text.chopped(apiGatewayZone.size()), apiGatewayFormat);
    time.setTimeSpec(Qt::UTC);
    return instantOf(time);
}

std::span<const Encoding> timeEncodings()
{
    return timeTable;
}

} // namespace coldframe
