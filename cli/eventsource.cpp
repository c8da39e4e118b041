// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/eventsource.h"

#include "cli/commandline.h"
#include "core/events/templatecatalogue.h"

#include <QCoreApplication>
#include <QFile>

#include <nlohmann/json.hpp>

#include <istream>
#include <iterator>
#include <map>

namespace coldframe::cli {

namespace {

/// Several settings of such a parameter are its entries; of any other the last one counts.
bool hasEntries(const EventParameter &parameter)
{
    return parameter.type == ParameterType::List || parameter.type == ParameterType::Map
        || parameter.type == ParameterType::MultiMap;
}

} // namespace

bool isEventItself(const QString &value)
{
    const QStringView text = QStringView(value).trimmed();
    return text.startsWith(u'{') || text.startsWith(u'[');
}

QString templatesDirectory(const QString &dataDirectory)
{
    return dataDirectory + QStringLiteral("/templates/events");
}

Result<OrderedJson> eventFromTemplate(const QString &dataDirectory, const QString &id,
                                      const QStringList &settings)
{
    const Result<TemplateCatalogue> catalogue
        = TemplateCatalogue::load(templatesDirectory(dataDirectory));
    if (!catalogue)
        return tl::make_unexpected(catalogue.error());
    const Result<EventTemplate> eventTemplate = catalogue->find(id);
    if (!eventTemplate)
        return tl::make_unexpected(eventTemplate.error());
    return eventFromTemplate(*eventTemplate, settings);
}

Result<OrderedJson> eventFromTemplate(const EventTemplate &eventTemplate,
                                      const QStringList &settings)
{
    std::map<QString, QString> texts;
    for (const QString &setting : settings) {
        const auto pair = keyAndValue(setting);
        if (!pair)
            return tl::make_unexpected(pair.error());
        const auto parameter = findParameter(eventTemplate, pair->first);
        if (!parameter)
            return tl::make_unexpected(parameter.error());
        const auto [before, isFirst] = texts.emplace(pair->first, pair->second);
        if (!isFirst)
            before->second
                = hasEntries(**parameter) ? before->second + u'\n' + pair->second : pair->second;
    }
    ParameterValues values;
    for (const auto &[name, text] : texts) {
        const Result<OrderedJson> value
            = parseParameter(**findParameter(eventTemplate, name), text);
        if (!value)
            return tl::make_unexpected(value.error());
        values.set(name, *value);
    }
    return renderEvent(eventTemplate, values);
}

Result<QByteArray> eventFromFile(const QString &name, std::istream &in)
{
    if (name == QStringLiteral("-")) {
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        return QByteArray::fromStdString(text);
    }
    QFile file(name);
    if (!file.exists())
        return failure(Error::Code::NotFound, name);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Code::Unreadable, name + QStringLiteral(": ") + file.errorString());
    return file.readAll();
}

Result<QByteArray> eventFromOptions(const QCommandLineParser &parser,
                                    const Surroundings &surroundings)
{
    const bool fromFile = parser.isSet(QStringLiteral("event"));
    const bool fromTemplate = parser.isSet(QStringLiteral("template"));
    if (fromFile && fromTemplate)
        return failure(Error::Code::InvalidArgument,
                       QCoreApplication::translate(
                           "Command", "--event and --template: give only one of them"));
    if (!fromTemplate && parser.isSet(QStringLiteral("set")))
        return failure(Error::Code::InvalidArgument,
                       QCoreApplication::translate("Command", "--set: it needs --template"));
    if (fromFile) {
        const QString value = parser.value(QStringLiteral("event"));
        if (value.trimmed().isEmpty())
            return failure(Error::Code::InvalidArgument,
                           QCoreApplication::translate(
                               "Command", "--event: it is empty; give JSON, a file or -"));
        return isEventItself(value) ? Result<QByteArray>(value.toUtf8())
                                    : eventFromFile(value, surroundings.in);
    }
    if (!fromTemplate)
        return QByteArray("{}");
    return eventFromTemplate(surroundings.dataDirectory, parser.value(QStringLiteral("template")),
                             parser.values(QStringLiteral("set")))
        .map([](const OrderedJson &event) { return writeJson(event, JsonLayout::Compact); });
}

} // namespace coldframe::cli
