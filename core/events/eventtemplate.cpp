// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventtemplate.h"

#include "core/events/eventform.h"
#include "core/events/jsonvalue.h"
#include "core/events/nearestname.h"
#include "core/events/templateparser.h"

#include <QRegularExpression>

#include <nlohmann/json.hpp>

namespace coldframe {

namespace {

struct TypeName
{
    const char *name;
    ParameterType type;
    const char *defaultText; ///< in JSON; where a template may do without a default
    const char *label;
    const char *help;
};

const TypeName typeNames[] = {
    {"text", ParameterType::Text, "\"\"", "", ""},
    {"multiline", ParameterType::MultilineText, "\"\"", "", ""},
    {"integer", ParameterType::Integer, nullptr, "", ""},
    {"boolean", ParameterType::Boolean, "false", "", ""},
    {"choice", ParameterType::Choice, nullptr, "", ""},
    {"map", ParameterType::Map, "{}", "", ""},
    {"multimap", ParameterType::MultiMap, "{}", "", ""},
    {"list", ParameterType::List, "[]", "", ""},
    {"json", ParameterType::Json, "{}", "", ""},
    {"document", ParameterType::Document, "\"\"", "", ""},
    {"instant", ParameterType::PointInTime, "\"2024-06-17T14:48:13.000Z\"", "Time",
     "The instant that every time in the event is made of."},
    {"region", ParameterType::Region, "\"us-east-1\"", "Region",
     "The AWS Region; it also decides the partition of ARNs."},
    {"account", ParameterType::Account, "\"123456789012\"", "Account",
     "The 12 digits of the AWS account."},
};

/// The members of a JSON object, checked one after the other; the first mistake wins.
class ObjectReader
{
public:
    ObjectReader(const OrderedJson &object, QString where)
        : m_object(object)
        , m_where(std::move(where))
    { }

    std::optional<QString> error;

    void fail(const char *key, const QString &what)
    {
        if (!error)
            error = QStringLiteral("%1/%2: %3").arg(m_where, QLatin1String(key), what);
    }

    const OrderedJson *find(const char *key)
    {
        m_known.append(QLatin1String(key));
        const auto found = m_object.find(key);
        return found == m_object.end() ? nullptr : &*found;
    }

    QString requiredText(const char *key)
    {
        const QString text = optionalText(key);
        if (text.isEmpty())
            fail(key, QStringLiteral("expected a text"));
        return text;
    }

    QString optionalText(const char *key)
    {
        const OrderedJson *value = find(key);
        if (value && !value->is_string())
            fail(key, QStringLiteral("expected a text"));
        return value ? stringOf(*value) : QString();
    }

    QString pattern(const char *key)
    {
        const QString text = optionalText(key);
        if (!QRegularExpression(text).isValid())
            fail(key, QStringLiteral("not a regular expression"));
        return text;
    }

    std::optional<qint64> integer(const char *key)
    {
        const OrderedJson *value = find(key);
        if (!value)
            return std::nullopt;
        if (!value->is_number_integer()) {
            fail(key, QStringLiteral("expected an integer"));
            return std::nullopt;
        }
        return value->get<qint64>();
    }

    bool flag(const char *key)
    {
        const OrderedJson *value = find(key);
        if (value && !value->is_boolean())
            fail(key, QStringLiteral("expected true or false"));
        return value && value->is_boolean() && value->get<bool>();
    }

    QStringList texts(const char *key)
    {
        QStringList list;
        const OrderedJson *value = find(key);
        if (!value)
            return list;
        if (!value->is_array())
            fail(key, QStringLiteral("expected a list of texts"));
        for (const OrderedJson &element : *value)
            list.append(stringOf(element));
        if (list.contains(QString()))
            fail(key, QStringLiteral("expected a list of texts"));
        return list;
    }

    /// Refuses members that nobody asked for.
    void finish()
    {
        for (const auto &[key, value] : m_object.items()) {
            const QString name = QString::fromStdString(key);
            if (!m_known.contains(name))
                fail(key.c_str(),
                     QStringLiteral("unknown key (nearest: %1)").arg(nearestName(name, m_known)));
        }
    }

private:
    const OrderedJson &m_object;
    QString m_where;
    QStringList m_known;
};

const TypeName *typeNamed(const QString &name)
{
    for (const TypeName &type : typeNames) {
        if (name == QLatin1String(type.name))
            return &type;
    }
    return nullptr;
}

void readDefault(ObjectReader &reader, const TypeName &type, EventParameter &parameter)
{
    const OrderedJson *given = reader.find("default");
    if (!given && !type.defaultText)
        return reader.fail("default", QStringLiteral("missing"));
    const OrderedJson value = given ? *given : OrderedJson::parse(type.defaultText);
    const auto checked = checkParameter(parameter, value);
    if (!checked)
        return reader.fail("default", QStringLiteral("expected ") + acceptedValues(parameter));
    parameter.defaultValue = std::make_shared<const OrderedJson>(*checked);
}

EventParameter readParameter(ObjectReader &reader)
{
    EventParameter parameter;
    parameter.name = reader.requiredText("name");
    const TypeName *type = typeNamed(reader.requiredText("type"));
    if (!type) {
        reader.fail("type", QStringLiteral("unknown type of parameter"));
        return parameter;
    }
    const auto orElse = [](const QString &text, const char *otherwise) {
        return text.isEmpty() ? QString::fromLatin1(otherwise) : text;
    };
    parameter.type = type->type;
    parameter.label = orElse(reader.optionalText("label"), type->label);
    parameter.help = orElse(reader.optionalText("help"), type->help);
    parameter.minimum = reader.integer("minimum");
    parameter.maximum = reader.integer("maximum");
    parameter.minimumLength = reader.integer("minimumLength");
    parameter.maximumLength = reader.integer("maximumLength");
    parameter.pattern = reader.pattern("pattern");
    parameter.accepts = reader.optionalText("accepts");
    parameter.choices = reader.texts("choices");
    parameter.objectOnly = reader.flag("objectOnly");
    parameter.wholeSeconds = reader.flag("wholeSeconds");
    parameter.lowerCaseNames = reader.flag("lowerCaseNames");
    parameter.queryText = reader.flag("queryText");
    parameter.advanced = reader.flag("advanced");
    parameter.place = reader.optionalText("place");
    if (parameter.label.isEmpty())
        reader.fail("label", QStringLiteral("missing"));
    if (parameter.help.isEmpty())
        reader.fail("help", QStringLiteral("missing"));
    if ((type->type == ParameterType::Choice) == parameter.choices.isEmpty())
        reader.fail("choices", QStringLiteral("belong to a choice, and only there"));
    readDefault(reader, *type, parameter);
    reader.finish();
    return parameter;
}

std::optional<QString> readParameterList(const OrderedJson *list, EventTemplate &eventTemplate)
{
    if (!list || !list->is_array())
        return QStringLiteral("/parameters: expected a list");
    QStringList names;
    for (const OrderedJson &json : *list) {
        const QString where = QStringLiteral("/parameters/%1").arg(names.size());
        if (!json.is_object())
            return where + QStringLiteral(": expected an object");
        ObjectReader reader(json, where);
        EventParameter parameter = readParameter(reader);
        if (names.contains(parameter.name))
            reader.fail("name", QStringLiteral("there is another %1").arg(parameter.name));
        if (reader.error)
            return reader.error;
        names.append(parameter.name);
        eventTemplate.parameters.push_back(std::move(parameter));
    }
    return std::nullopt;
}

/// A template that cannot render its defaults, or whose form could not follow an edited event, is
/// found when it is loaded and not when it is used.
std::optional<QString> trialError(const EventTemplate &eventTemplate)
{
    const auto places = placesOf(eventTemplate, {});
    if (!places)
        return places.error().detail;
    for (const EventParameter &parameter : eventTemplate.parameters) {
        if (parameter.place.isEmpty())
            continue;
        const auto found = places->find(parameter.name);
        if (found == places->end() || !found->second.contains(parameter.place))
            return QStringLiteral("/parameters: %1 is not at its place %2")
                .arg(parameter.name, parameter.place);
    }
    return std::nullopt;
}

tl::unexpected<Error> brokenTemplate(const QString &file, const QString &what)
{
    return failure(Error::Code::InvalidTemplate, QStringLiteral("%1: %2").arg(file, what));
}

} // namespace

Result<EventTemplate> readEventTemplate(QByteArrayView text, const QString &file)
{
    const auto json = parseJson(text);
    if (!json) {
        const TextPosition at = json.error().position.value_or(TextPosition{});
        return failure(Error::Code::InvalidTemplate,
                       QStringLiteral("%1:%2:%3: %4")
                           .arg(file)
                           .arg(at.line)
                           .arg(at.column)
                           .arg(json.error().detail),
                       json.error().position);
    }
    if (!json->is_object())
        return brokenTemplate(file, QStringLiteral("expected an object"));

    EventTemplate eventTemplate;
    ObjectReader reader(*json, QString());
    eventTemplate.id = reader.requiredText("id");
    eventTemplate.service = reader.requiredText("service");
    eventTemplate.title = reader.requiredText("title");
    eventTemplate.summary = reader.requiredText("summary");
    eventTemplate.keywords = reader.texts("keywords");
    const OrderedJson *parameters = reader.find("parameters");
    reader.find("derived");
    reader.find("body");
    reader.finish();
    if (reader.error)
        return brokenTemplate(file, *reader.error);
    if (const auto error = readParameterList(parameters, eventTemplate))
        return brokenTemplate(file, *error);

    auto body = parseTemplateBody(*json, defaultValues(eventTemplate).names());
    if (!body)
        return brokenTemplate(file, body.error().detail);
    eventTemplate.body = std::make_shared<const TemplateBody>(std::move(*body));
    if (const auto error = trialError(eventTemplate))
        return brokenTemplate(file, *error);
    return eventTemplate;
}

} // namespace coldframe
