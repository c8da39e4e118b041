// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/recordcodec.h"

#include "core/history/storedfields.h"

#include <QUtf8StringView>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <concepts>
#include <string_view>
#include <type_traits>

namespace coldframe {

namespace {

using stored::Type;

/// Of the JSON of a record.
constexpr int recordFormat = 1;

/// No invocation takes longer, whatever was waited for.
constexpr std::chrono::hours longestTime{24 * 366};

template <typename T>
concept StoredEnumeration = std::is_enum_v<T>;

template <typename T>
struct IsDuration : std::false_type
{ };
template <typename Rep, typename Period>
struct IsDuration<std::chrono::duration<Rep, Period>> : std::true_type
{ };

template <typename T>
struct IsOptional : std::false_type
{ };
template <typename T>
struct IsOptional<std::optional<T>> : std::true_type
{ };

template <typename T>
struct IsVector : std::false_type
{ };
template <typename T>
struct IsVector<std::vector<T>> : std::true_type
{ };

std::int64_t nanoseconds(WallTime time)
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(time.time_since_epoch()).count();
}

WallTime timeOf(std::int64_t nanosecondCount)
{
    return WallTime(
        std::chrono::duration_cast<WallTime::duration>(std::chrono::nanoseconds(nanosecondCount)));
}

template <typename T>
OrderedJson written(const T &value);

/// Writes what differs from the default.
template <typename Object>
class FieldWriter
{
public:
    explicit FieldWriter(const Object &object)
        : m_object(object)
    { }

    template <typename Member>
    void operator()(const char *name, Member Object::*member)
    {
        if constexpr (std::equality_comparable<Member>) {
            if (m_object.*member == m_default.*member)
                return;
        }
        OrderedJson value = written(m_object.*member);
        if (!value.is_null())
            m_json[name] = std::move(value);
    }

    OrderedJson take() { return std::move(m_json); }

private:
    const Object &m_object;
    const Object m_default{};
    OrderedJson m_json = OrderedJson::object();
};

OrderedJson writtenBytes(const QByteArray &bytes)
{
    if (QUtf8StringView(bytes).isValidUtf8())
        return bytes.toStdString();
    return {{"base64", bytes.toBase64().toStdString()}};
}

template <typename T>
OrderedJson written(const T &value)
{
    if constexpr (std::is_same_v<T, QString>) {
        return value.toStdString();
    } else if constexpr (std::is_same_v<T, QByteArray>) {
        return writtenBytes(value);
    } else if constexpr (std::is_same_v<T, WallTime>) {
        return nanoseconds(value);
    } else if constexpr (std::is_same_v<T, MebiBytes>) {
        return value.value;
    } else if constexpr (IsDuration<T>::value) {
        return value.count();
    } else if constexpr (std::is_arithmetic_v<T>) {
        return value;
    } else if constexpr (StoredEnumeration<T>) {
        return stored::namesOf(Type<T>()).at(static_cast<std::size_t>(value));
    } else if constexpr (IsOptional<T>::value) {
        return value ? written(*value) : OrderedJson();
    } else if constexpr (IsVector<T>::value || std::is_same_v<T, QStringList>) {
        OrderedJson json = OrderedJson::array();
        for (const auto &each : value)
            json.push_back(written(each));
        return json;
    } else if constexpr (std::is_same_v<T, std::map<QString, QString>>) {
        OrderedJson json = OrderedJson::object();
        for (const auto &[name, text] : value)
            json[name.toStdString()] = text.toStdString();
        return json;
    } else {
        FieldWriter<T> writer(value);
        stored::fieldsOf(Type<T>(), writer);
        return writer.take();
    }
}

/// Reads into a value what it takes; false when the JSON is of another kind.
template <typename T>
bool readInto(T &value, const OrderedJson &json);

template <typename Object>
class FieldReader
{
public:
    FieldReader(Object &object, const OrderedJson &json)
        : m_object(object)
        , m_json(json)
    { }

    template <typename Member>
    void operator()(const char *name, Member Object::*member)
    {
        const auto found = m_json.find(name);
        if (found != m_json.end() && !readInto(m_object.*member, *found))
            m_isGood = false;
    }

    bool isGood() const { return m_isGood; }

private:
    Object &m_object;
    const OrderedJson &m_json;
    bool m_isGood = true;
};

bool readText(QString &value, const OrderedJson &json)
{
    if (!json.is_string())
        return false;
    value = QString::fromStdString(json.get_ref<const std::string &>());
    return true;
}

bool readBytes(QByteArray &value, const OrderedJson &json)
{
    if (json.is_string()) {
        value = QByteArray::fromStdString(json.get_ref<const std::string &>());
        return true;
    }
    const auto coded = json.is_object() ? json.find("base64") : json.end();
    if (!json.is_object() || coded == json.end() || !coded->is_string())
        return false;
    const auto decoded = QByteArray::fromBase64Encoding(
        QByteArray::fromStdString(coded->get_ref<const std::string &>()),
        QByteArray::AbortOnBase64DecodingErrors);
    value = *decoded;
    return decoded.decodingStatus == QByteArray::Base64DecodingStatus::Ok;
}

template <StoredEnumeration T>
bool readEnumeration(T &value, const OrderedJson &json)
{
    if (!json.is_string())
        return false;
    int number = 0;
    for (const char *name : stored::namesOf(Type<T>())) {
        if (json.get_ref<const std::string &>() == name) {
            value = static_cast<T>(number);
            return true;
        }
        ++number;
    }
    return false;
}

template <typename T>
bool readInto(T &value, const OrderedJson &json)
{
    if constexpr (std::is_same_v<T, QString>) {
        return readText(value, json);
    } else if constexpr (std::is_same_v<T, QByteArray>) {
        return readBytes(value, json);
    } else if constexpr (std::is_same_v<T, WallTime>) {
        if (json.is_number_integer())
            value = timeOf(json.get<std::int64_t>());
        return json.is_number_integer();
    } else if constexpr (std::is_same_v<T, MebiBytes>) {
        if (json.is_number_integer())
            value.value = json.get<std::int64_t>();
        return json.is_number_integer();
    } else if constexpr (IsDuration<T>::value) {
        if (json.is_number_integer())
            value = T(json.get<typename T::rep>());
        return json.is_number_integer();
    } else if constexpr (std::is_same_v<T, bool>) {
        if (json.is_boolean())
            value = json.get<bool>();
        return json.is_boolean();
    } else if constexpr (std::is_integral_v<T>) {
        if (json.is_number_integer())
            value = json.get<T>();
        return json.is_number_integer();
    } else if constexpr (StoredEnumeration<T>) {
        return readEnumeration(value, json);
    } else if constexpr (IsOptional<T>::value) {
        value.emplace();
        return readInto(*value, json);
    } else if constexpr (IsVector<T>::value || std::is_same_v<T, QStringList>) {
        value.clear();
        if (!json.is_array())
            return false;
        value.reserve(static_cast<typename T::size_type>(json.size()));
        for (const OrderedJson &each : json) {
            value.emplace_back();
            if (!readInto(value.back(), each))
                return false;
        }
        return true;
    } else if constexpr (std::is_same_v<T, std::map<QString, QString>>) {
        if (!json.is_object())
            return false;
        for (const auto &[name, text] : json.items()) {
            if (!readText(value[QString::fromStdString(name)], text))
                return false;
        }
        return true;
    } else {
        if (!json.is_object())
            return false;
        FieldReader<T> reader(value, json);
        stored::fieldsOf(Type<T>(), reader);
        return reader.isGood();
    }
}

OrderedJson recordToStoredJson(const InvocationRecord &record, VariableValues values)
{
    OrderedJson json = written(record);
    if (values == VariableValues::LeftOut && !record.function.environment.empty()) {
        for (auto &[name, text] : json["function"]["environment"].items())
            text = "";
    }
    return json;
}

/// The first member whose value no run can have, as a path of keys; nothing when all are possible.
template <typename T>
std::optional<QString> impossibleIn(const T &value);

template <typename Object>
class PossibilityCheck
{
public:
    explicit PossibilityCheck(const Object &object)
        : m_object(object)
    { }

    template <typename Member>
    void operator()(const char *name, Member Object::*member)
    {
        using Value = std::remove_cvref_t<decltype(m_object.*member)>;
        if (m_impossible)
            return;
        // A begin is told by another clock than its axis; it may be a moment too early.
        if constexpr (IsDuration<Value>::value) {
            if (std::string_view(name) == "beginNs" && m_object.*member >= -longestTime)
                m_impossible = impossibleIn(std::chrono::abs(m_object.*member));
            else
                m_impossible = impossibleIn(m_object.*member);
        } else {
            m_impossible = impossibleIn(m_object.*member);
        }
        if (m_impossible)
            m_impossible->prepend(u'.' + QLatin1String(name));
    }

    std::optional<QString> take() { return std::move(m_impossible); }

private:
    const Object &m_object;
    std::optional<QString> m_impossible;
};

template <typename T>
std::optional<QString> impossibleIn(const T &value)
{
    if constexpr (std::is_same_v<T, MebiBytes>) {
        return value.value < 0 ? std::optional(QString()) : std::nullopt;
    } else if constexpr (IsDuration<T>::value) {
        return value < T::zero() || value > longestTime ? std::optional(QString()) : std::nullopt;
    } else if constexpr (IsOptional<T>::value) {
        return value ? impossibleIn(*value) : std::nullopt;
    } else if constexpr (IsVector<T>::value) {
        for (std::size_t at = 0; at < value.size(); ++at) {
            if (auto below = impossibleIn(value[at]))
                return QStringLiteral("[%1]").arg(at) + *below;
        }
        return std::nullopt;
    } else if constexpr (requires(PossibilityCheck<T> & check) {
                             stored::fieldsOf(Type<T>(), check);
                         }) {
        PossibilityCheck<T> check(value);
        stored::fieldsOf(Type<T>(), check);
        return check.take();
    } else {
        return std::nullopt;
    }
}

bool isTag(const QString &text)
{
    return !text.trimmed().isEmpty() && std::none_of(text.begin(), text.end(), [](QChar each) {
        return each.category() == QChar::Other_Control;
    });
}

/// Refuses what no run can be; for those that come from elsewhere.
Result<void> checkRun(const StoredRun &run)
{
    const InvocationRecord &record = run.record;
    if (!std::all_of(run.tags.begin(), run.tags.end(), isTag))
        return failure(Error::Code::MalformedLine,
                       QStringLiteral("one of its tags is empty or has a control character"));
    if (record.requestId.isEmpty())
        return failure(Error::Code::MalformedLine, QStringLiteral("record.requestId is empty"));
    if (const auto impossible = impossibleIn(record))
        return failure(
            Error::Code::MalformedLine,
            QStringLiteral("record%1 is negative or longer than a year").arg(*impossible));
    return {};
}

/// What format says; 0 when it says nothing.
int formatOf(const OrderedJson &json)
{
    const auto format = json.is_object() ? json.find("format") : json.end();
    return json.is_object() && format != json.end() && format->is_number_integer()
        ? format->get<int>()
        : 0;
}

} // namespace

QByteArray recordToBytes(const InvocationRecord &record, VariableValues values)
{
    constexpr int quick = 1; // level 6 takes three times as long for a tenth less
    OrderedJson json = recordToStoredJson(record, values);
    json["format"] = recordFormat;
    return qCompress(writeJson(json, JsonLayout::Compact), quick);
}

Result<InvocationRecord> recordFromBytes(const QByteArray &bytes)
{
    const Result<OrderedJson> json = parseJson(qUncompress(bytes));
    InvocationRecord record;
    if (!json || formatOf(*json) < 1)
        return failure(Error::Code::Unreadable, QStringLiteral("the record is damaged"));
    if (formatOf(*json) > recordFormat)
        return failure(Error::Code::Unreadable,
                       QStringLiteral("a newer version of Coldframe made the record"));
    if (!readInto(record, *json))
        return failure(Error::Code::Unreadable, QStringLiteral("the record is damaged"));
    return record;
}

QByteArray runToLine(const StoredRun &run, VariableValues values)
{
    OrderedJson json;
    json["coldframeRun"] = recordFormat;
    json["metadata"] = written(run.metadata);
    if (!run.tags.isEmpty())
        json["tags"] = written(run.tags);
    json["record"] = recordToStoredJson(run.record, values);
    return writeJson(json, JsonLayout::Compact);
}

Result<StoredRun> runFromLine(QByteArrayView line)
{
    const Result<OrderedJson> json = parseJson(line);
    if (!json)
        return tl::make_unexpected(json.error());
    const auto format = json->is_object() ? json->find("coldframeRun") : json->end();
    if (!json->is_object() || format == json->end() || !format->is_number_integer()
        || !json->contains("record"))
        return failure(Error::Code::MalformedLine, QStringLiteral("it is no run of Coldframe"));
    if (format->get<int>() > recordFormat)
        return failure(Error::Code::MalformedLine,
                       QStringLiteral("a newer version of Coldframe wrote it"));
    StoredRun run;
    const bool isGood = readInto(run.record, json->at("record"))
        && (!json->contains("metadata") || readInto(run.metadata, json->at("metadata")))
        && (!json->contains("tags") || readInto(run.tags, json->at("tags")));
    if (!isGood)
        return failure(Error::Code::MalformedLine,
                       QStringLiteral("a value in it is of another kind"));
    return checkRun(run).map([&] { return std::move(run); });
}

} // namespace coldframe
