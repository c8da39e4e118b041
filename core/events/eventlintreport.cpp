// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventlintreport.h"

#include "core/events/eventlinttext.h"
#include "core/events/instant.h"
#include "core/events/jsonvalue.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace coldframe::eventlint {

using namespace std::chrono;

namespace {

constexpr double firstMillisecond = 1e11; // 1973 as milliseconds, 5138 as seconds
constexpr double firstMicrosecond = 1e14;

std::optional<EventInstant> instantFrom(double count)
{
    const double unit = count >= firstMicrosecond ? 1e-3 : count >= firstMillisecond ? 1 : 1e3;
    const double ms = count * unit;
    if (!(ms >= 0) || ms > 2.5e14)
        return std::nullopt;
    return EventInstant(milliseconds(std::llround(ms)));
}

/// However it is spelled.
std::optional<EventInstant> instantIn(const OrderedJson &json)
{
    if (json.is_number())
        return instantFrom(json.get<double>());
    const QString text = stringOf(json);
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (isNumber)
        return instantFrom(number);
    if (const auto instant = readApiGatewayTime(text))
        return instant;
    return readInstant(text);
}

bool isDigits(const QString &text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isSpelled(const OrderedJson &json, TimeSpelling spelling)
{
    const QString text = stringOf(json);
    const double number = json.is_number() ? json.get<double>() : text.toDouble();
    switch (spelling) {
    case TimeSpelling::Iso:
        return text.endsWith(u'Z') && readInstant(text);
    case TimeSpelling::IsoSeconds:
        return text.endsWith(u'Z') && !text.contains(u'.') && readInstant(text);
    case TimeSpelling::IsoOffset:
        return readInstant(text) || text.contains(QLatin1String("+0000")); // as alarms write it
    case TimeSpelling::ApiGateway:
        return readApiGatewayTime(text).has_value();
    case TimeSpelling::Milliseconds:
        return json.is_number_integer()
            && ((number >= firstMillisecond && number < firstMicrosecond) || number == 0);
    case TimeSpelling::MillisecondsText:
        return isDigits(text) && number >= firstMillisecond && number < firstMicrosecond;
    case TimeSpelling::Seconds:
        return json.is_number() && number >= 0 && number < firstMillisecond;
    case TimeSpelling::MicrosecondsText:
        return isDigits(text) && number >= firstMicrosecond;
    }
    return false;
}

OrderedJson spelled(EventInstant instant, TimeSpelling spelling)
{
    const qint64 ms = instant.time_since_epoch().count();
    switch (spelling) {
    case TimeSpelling::Iso:
    case TimeSpelling::IsoOffset:
        return jsonString(ms % 1000 ? isoMilliseconds(instant) : isoSeconds(instant));
    case TimeSpelling::IsoSeconds:
        return jsonString(isoSeconds(instant));
    case TimeSpelling::ApiGateway:
        return jsonString(apiGatewayTime(instant));
    case TimeSpelling::Milliseconds:
        return ms;
    case TimeSpelling::MillisecondsText:
        return jsonString(QString::number(ms));
    case TimeSpelling::Seconds:
        return ms % 1000 ? OrderedJson(double(ms) / 1000) : OrderedJson(ms / 1000);
    case TimeSpelling::MicrosecondsText:
        return jsonString(QString::number(ms * 1000));
    }
    return nullptr;
}

QString spellingName(TimeSpelling spelling)
{
    switch (spelling) {
    case TimeSpelling::Iso:
    case TimeSpelling::IsoSeconds:
        return QStringLiteral("iso");
    case TimeSpelling::IsoOffset:
        return QStringLiteral("iso-offset");
    case TimeSpelling::ApiGateway:
        return QStringLiteral("api-gateway");
    case TimeSpelling::Milliseconds:
        return QStringLiteral("milliseconds");
    case TimeSpelling::MillisecondsText:
        return QStringLiteral("milliseconds-text");
    case TimeSpelling::Seconds:
        return QStringLiteral("seconds");
    case TimeSpelling::MicrosecondsText:
        return QStringLiteral("microseconds-text");
    }
    return {};
}

bool isOfType(const OrderedJson &json, QLatin1String type)
{
    if (type == QLatin1String("string"))
        return json.is_string();
    if (type == QLatin1String("integer"))
        return json.is_number_integer();
    if (type == QLatin1String("number"))
        return json.is_number();
    if (type == QLatin1String("boolean"))
        return json.is_boolean();
    return type == QLatin1String("object") ? json.is_object() : json.is_array();
}

/// The same value in the other type, where there is one.
std::optional<OrderedJson> convertedTo(const OrderedJson &json, QLatin1String type)
{
    if (type == QLatin1String("string") && (json.is_number() || json.is_boolean()))
        return jsonString(plainText(json));
    if (!json.is_string())
        return std::nullopt;
    const auto parsed = parseJson(stringOf(json).trimmed().toUtf8());
    return parsed && !parsed->is_string() && isOfType(*parsed, type) ? std::optional(*parsed)
                                                                     : std::nullopt;
}

QString arnPart(const QString &arn, int index)
{
    return arn.startsWith(QLatin1String("arn:")) ? arn.section(u':', index, index) : QString();
}

} // namespace

Place::Place(const OrderedJson *json, QString pointer)
    : m_json(json)
    , m_pointer(std::move(pointer))
{ }

QString Place::name() const
{
    return unescaped(m_pointer.mid(m_pointer.lastIndexOf(u'/') + 1));
}

bool Place::isObject() const
{
    return m_json && m_json->is_object();
}

bool Place::isList() const
{
    return m_json && m_json->is_array();
}

bool Place::isString() const
{
    return m_json && m_json->is_string();
}

bool Place::isNull() const
{
    return m_json && m_json->is_null();
}

QString Place::text() const
{
    return m_json ? stringOf(*m_json) : QString();
}

QString Place::type() const
{
    if (!m_json)
        return QStringLiteral("absent");
    if (m_json->is_array())
        return QStringLiteral("list");
    return QString::fromLatin1(m_json->type_name());
}

Place Place::operator[](const std::string &name) const
{
    QString pointer = m_pointer + u'/' + escaped(QString::fromStdString(name));
    if (!isObject())
        return {nullptr, std::move(pointer)};
    const auto member = m_json->find(name);
    return {member == m_json->end() ? nullptr : &*member, std::move(pointer)};
}

Place Place::operator[](const char *name) const
{
    return (*this)[std::string(name)];
}

Place Place::at(std::size_t index) const
{
    const bool isThere = isList() && index < m_json->size();
    return {isThere ? &(*m_json)[index] : nullptr,
            m_pointer + u'/' + QString::number(static_cast<qulonglong>(index))};
}

Place Place::sibling(const char *name) const
{
    return {nullptr, parentOf(m_pointer) + u'/' + QLatin1String(name)};
}

std::vector<Place> Place::children() const
{
    std::vector<Place> places;
    if (isObject()) {
        for (const auto &[name, value] : m_json->items())
            places.emplace_back(&value, m_pointer + u'/' + escaped(QString::fromStdString(name)));
    } else if (isList()) {
        for (std::size_t i = 0; i < m_json->size(); ++i)
            places.push_back(at(i));
    }
    return places;
}

Finding &Finding::warning()
{
    problem().severity = EventProblem::Severity::Warning;
    return *this;
}

Finding &Finding::found(const QString &text)
{
    problem().found = text;
    return *this;
}

Finding &Finding::expected(const QString &text)
{
    problem().expected = text;
    return *this;
}

Finding &Finding::other(const QString &text)
{
    problem().other = text;
    return *this;
}

Finding &Finding::set(const QString &pointer, const OrderedJson &value)
{
    problem().fix.push_back(
        {EventChange::Kind::Set, pointer, {}, std::make_shared<const OrderedJson>(value)});
    return *this;
}

Finding &Finding::remove(const QString &pointer)
{
    problem().fix.push_back({EventChange::Kind::Remove, pointer, {}, nullptr});
    return *this;
}

Finding &Finding::rename(const QString &pointer, const QString &name)
{
    problem().fix.push_back({EventChange::Kind::Rename, pointer, name, nullptr});
    return *this;
}

Finding Report::add(EventRule rule, const Place &place)
{
    EventProblem problem;
    problem.rule = rule;
    problem.kind = kind;
    problem.pointer = place.pointer();
    problems.push_back(std::move(problem));
    return {problems, problems.size() - 1};
}

bool Report::type(const Place &place, const char *expected)
{
    const QLatin1String name(expected);
    if (!place.exists() || isOfType(place.json(), name))
        return place.exists();
    Finding finding = add(EventRule::WrongType, place);
    finding.found(place.type()).expected(name);
    if (const auto converted = convertedTo(place.json(), name))
        finding.set(place.pointer(), *converted);
    return false;
}

bool Report::present(const Place &parent, const char *name)
{
    const Place place = parent[name];
    if (!place.exists() && parent.isObject())
        add(EventRule::MissingMember, place).expected(QLatin1String(name));
    return place.exists();
}

bool Report::required(const Place &parent, const char *name, const char *expected)
{
    return present(parent, name) && type(parent[name], expected);
}

void Report::nullable(const Place &parent, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        const Place place = parent[name];
        const bool isEmpty = place.exists() && place.json().is_structured() && place.json().empty();
        if (parent.isObject() && (!place.exists() || isEmpty))
            add(EventRule::MustBeNull, place)
                .warning()
                .found(isEmpty ? QStringLiteral("empty") : QStringLiteral("absent"))
                .set(place.pointer(), nullptr);
    }
}

bool Report::serialised(const Place &place)
{
    if (!place.exists() || place.isString())
        return place.isString();
    add(EventRule::NotSerialised, place)
        .found(place.type())
        .set(place.pointer(), jsonString(plainText(place.json())));
    return false;
}

void Report::innerJson(const Place &place)
{
    if (!serialised(place))
        return;
    const auto parsed = parseJson(place.text().toUtf8());
    if (!parsed)
        add(EventRule::InvalidInnerJson, place).found(parsed.error().detail);
}

void Report::time(const Place &place, TimeSpelling spelling)
{
    if (!place.exists() || isSpelled(place.json(), spelling))
        return;
    Finding finding = add(EventRule::WrongTime, place);
    finding.found(plainText(place.json())).expected(spellingName(spelling));
    if (const auto instant = instantIn(place.json()))
        finding.set(place.pointer(), spelled(*instant, spelling));
}

void Report::arnOf(const Place &place, const QString &service)
{
    if (!place.isString())
        return;
    const QString text = place.text();
    if (arnPart(text, 2) != service)
        add(EventRule::MalformedArn, place)
            .found(text)
            .expected(QStringLiteral("arn:aws:%1:").arg(service));
}

void Report::base64(const Place &place)
{
    if (!place.exists() || (place.isString() && isBase64(place.text())))
        return;
    Finding finding = add(EventRule::NotBase64, place);
    finding.found(place.type());
    if (!place.isNull())
        finding.set(place.pointer(),
                    OrderedJson(plainText(place.json()).toUtf8().toBase64().toStdString()));
}

void Report::texts(const Place &map, std::initializer_list<const char *> except)
{
    if (!map.isObject())
        return;
    for (const Place &value : map.children()) {
        const QString name = value.name();
        const bool isExcepted
            = std::any_of(except.begin(), except.end(),
                          [&name](const char *each) { return name == QLatin1String(each); });
        if (!isExcepted && !value.isString())
            add(EventRule::NotText, value)
                .found(value.type())
                .set(value.pointer(),
                     value.isNull() ? jsonString({}) : jsonString(plainText(value.json())));
    }
}

void Report::value(const Place &place, const char *expected)
{
    if (place.exists() && place.text() != QLatin1String(expected))
        add(EventRule::WrongValue, place)
            .found(plainText(place.json()))
            .expected(QLatin1String(expected))
            .set(place.pointer(), OrderedJson(expected));
}

void Report::regionOf(const Place &arn, const QString &region)
{
    const QString text = arn.text();
    if (!text.startsWith(QLatin1String("arn:")) || region.isEmpty())
        return;
    const QString found = regionIn(text);
    const bool isZone
        = found.size() == region.size() + 1 && found.startsWith(region); // EC2 has them
    if (!found.isEmpty() && found != region && !isZone)
        add(EventRule::ForeignRegion, arn).warning().found(found).expected(region);
    else if (partitionIn(text) != partitionFor(region))
        add(EventRule::ForeignPartition, arn)
            .warning()
            .found(partitionIn(text))
            .expected(partitionFor(region))
            .other(region);
}

void Report::agrees(const Place &place, const QString &expected, const QString &other,
                    bool isWarning)
{
    if (!place.isString() || place.text() == expected)
        return;
    Finding finding = add(EventRule::Disagrees, place);
    finding.found(place.text()).expected(expected).other(other);
    finding.set(place.pointer(), jsonString(expected));
    if (isWarning)
        finding.warning();
}

void Report::uniqueIds(const std::vector<Place> &records, const char *name)
{
    QHash<QString, QString> seen;
    for (const Place &record : records) {
        const Place id = record[name];
        if (!id.isString())
            continue;
        const auto first = seen.constFind(id.text());
        if (first == seen.constEnd())
            seen.insert(id.text(), id.pointer());
        else
            add(EventRule::DuplicateId, id).found(id.text()).other(*first);
    }
}

void Report::batchSize(const Place &records, std::size_t most)
{
    if (!records.isList())
        return;
    const std::size_t size = records.json().size();
    if (size == 0)
        add(EventRule::BatchEmpty, records).warning();
    else if (size > most)
        add(EventRule::BatchTooLarge, records)
            .found(QString::number(size))
            .expected(QString::number(most));
}

void Report::oneRecord(const Place &records)
{
    if (records.isList() && records.json().size() != 1)
        add(EventRule::NotOneRecord, records).found(QString::number(records.json().size()));
}

void Report::sameSource(const std::vector<Place> &records,
                        std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        const QString first = records.empty() ? QString() : records.front()[name].text();
        for (const Place &record : records) {
            const Place source = record[name];
            if (source.isString() && !first.isEmpty() && source.text() != first) {
                add(EventRule::MixedSources, source)
                    .found(source.text())
                    .expected(first)
                    .other(records.front()[name].pointer());
                return;
            }
        }
    }
}

void Report::document(const Place &place)
{
    if (!place.isString() || !place.text().trimmed().startsWith(u'{'))
        return;
    auto parsed = parseJson(place.text().toUtf8());
    if (!parsed || !parsed->is_object())
        return;
    Report inner(eventKindOf(*parsed));
    lintDocument(inner, Place(&*parsed, {}));
    takeOver(inner, *parsed, place,
             [](const OrderedJson &document) { return jsonString(plainText(document)); });
}

void Report::takeOver(Report &inner, const OrderedJson &document, const Place &place,
                      const std::function<OrderedJson(const OrderedJson &)> &encode)
{
    for (EventProblem &problem : inner.problems) {
        if (!problem.fix.empty()) {
            auto fixed = std::make_shared<const OrderedJson>(encode(applyFix(document, problem)));
            problem.fix = {{EventChange::Kind::Set, place.pointer(), {}, std::move(fixed)}};
        }
        problem.innerPointer = problem.innerPointer.isEmpty()
            ? problem.pointer
            : problem.pointer + QLatin1String(": ") + problem.innerPointer;
        problem.pointer = place.pointer();
        problems.push_back(std::move(problem));
    }
}

bool isBase64(const QString &text)
{
    if (text.isEmpty())
        return true;
    const QByteArray bytes = text.toUtf8();
    return bytes.size() % 4 == 0
        && QByteArray::fromBase64Encoding(bytes, QByteArray::AbortOnBase64DecodingErrors);
}

QString regionIn(const QString &arn)
{
    return arnPart(arn, 3);
}

QString accountIn(const QString &arn)
{
    const QString account = arnPart(arn, 4);
    return account.size() == 12 && isDigits(account) ? account : QString();
}

QString partitionIn(const QString &arn)
{
    return arnPart(arn, 1);
}

QString partitionFor(const QString &region)
{
    if (region.startsWith(QLatin1String("cn-")))
        return QStringLiteral("aws-cn");
    return region.startsWith(QLatin1String("us-gov-")) ? QStringLiteral("aws-us-gov")
                                                       : QStringLiteral("aws");
}

} // namespace coldframe::eventlint
