// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/events/templates.h"

#include "core/events/templatecatalogue.h"

#include <nlohmann/json.hpp>

namespace coldframe::test {

namespace {

/// Read once: hundreds of rows ask for it.
const TemplateCatalogue &shipped()
{
    static const TemplateCatalogue catalogue = [] {
        auto loaded
            = TemplateCatalogue::load(QStringLiteral(COLDFRAME_SOURCE_DIR "/templates/events"));
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().detail));
        return *loaded;
    }();
    return catalogue;
}

} // namespace

EventTemplate shippedTemplate(const QString &id)
{
    return shipped().find(id).value_or(EventTemplate());
}

QStringList shippedTemplateIds()
{
    QStringList ids;
    for (const EventTemplate &eventTemplate : shipped().templates())
        ids.append(eventTemplate.id);
    return ids;
}

ParameterValues valuesOf(std::initializer_list<std::pair<const char *, const char *>> values)
{
    ParameterValues result;
    for (const auto &[name, json] : values)
        result.set(QString::fromUtf8(name), OrderedJson::parse(json));
    return result;
}

ParameterValues valuesOf(const QByteArray &object)
{
    ParameterValues result;
    if (object.isEmpty())
        return result;
    const auto json = OrderedJson::parse(object.toStdString());
    for (const auto &[name, value] : json.items())
        result.set(QString::fromStdString(name), value);
    return result;
}

QByteArray at(const OrderedJson &json, const QByteArray &pointer)
{
    const OrderedJson::json_pointer place(pointer.toStdString());
    return json.contains(place) ? QByteArray::fromStdString(json.at(place).dump())
                                : QByteArray("absent");
}

QByteArray renderedAt(const QString &id, const QByteArray &values, const QByteArray &pointer)
{
    const auto event = renderEvent(shippedTemplate(id), valuesOf(values));
    return event ? at(*event, pointer) : event.error().detail.toUtf8();
}

QByteArray textOf(const ParameterValues &values)
{
    QByteArray text;
    for (const QString &name : values.names())
        text += name.toUtf8() + '=' + QByteArray::fromStdString(values.find(name)->dump()) + '\n';
    return text;
}

OrderedJson edited(OrderedJson json, const QByteArray &pointer, const QByteArray &value)
{
    json[OrderedJson::json_pointer(pointer.toStdString())]
        = OrderedJson::parse(value.toStdString());
    return json;
}

} // namespace coldframe::test
