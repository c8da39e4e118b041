// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/events/sampleevents.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace coldframe::test {

namespace {

const QString eventsFolder = QStringLiteral(COLDFRAME_SOURCE_DIR "/tests/conformance/events/");
constexpr int CheckWait = 300'000;

OrderedJson readTable(const QString &name)
{
    QFile file(eventsFolder + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s can't be read", qPrintable(name));
    const auto json = parseJson(file.readAll());
    if (!json)
        qFatal("%s: %s", qPrintable(name), qPrintable(json.error().detail));
    return *json;
}

/// A value for a parameter that is empty by default; null where there is none.
OrderedJson sampleFor(const EventParameter &parameter)
{
    OrderedJson sample;
    if (parameter.type == ParameterType::Map)
        sample = {{"name", "7"}};
    else if (parameter.type == ParameterType::MultiMap)
        sample = {{"name", {"7", "8"}}};
    else if (parameter.type == ParameterType::List)
        sample = OrderedJson::array({"name=7", "other=8"});
    else if (parameter.type == ParameterType::Document || parameter.type == ParameterType::Json)
        sample = {{"name", {1, "7", nullptr}}};
    else if (parameter.type == ParameterType::Text
             || parameter.type == ParameterType::MultilineText)
        sample = "sample7";
    return sample.is_null() || !checkParameter(parameter, sample) ? OrderedJson() : sample;
}

/// Sets of parameters that show every shape of a template's events: each choice, each switch the
/// other way round, several records, everything optional there, and nothing of it.
std::vector<std::pair<QString, OrderedJson>> setsOf(const EventTemplate &eventTemplate)
{
    std::vector<std::pair<QString, OrderedJson>> sets{
        {QStringLiteral("defaults"), OrderedJson::object()}};
    OrderedJson filled = OrderedJson::object();
    OrderedJson emptied = OrderedJson::object();
    for (const EventParameter &parameter : eventTemplate.parameters) {
        const std::string name = parameter.name.toStdString();
        const auto set = [&](const OrderedJson &value) {
            if (value == *parameter.defaultValue)
                return;
            const QString text = value.is_string()
                ? QString::fromStdString(value.get<std::string>())
                : QString::fromStdString(value.dump());
            sets.emplace_back(parameter.name + u'=' + text, OrderedJson{{name, value}});
        };
        if (parameter.type == ParameterType::Choice) {
            for (const QString &choice : parameter.choices)
                set(choice.toStdString());
        } else if (parameter.type == ParameterType::Boolean) {
            set(!parameter.defaultValue->get<bool>());
        } else if (parameter.name == QStringLiteral("count") && parameter.maximum.value_or(2) > 1) {
            set(2);
        }
        const OrderedJson empty = emptyParameter(parameter);
        if (empty.is_null() || !checkParameter(parameter, empty))
            continue;
        // No request comes from nowhere, though a form may leave the address out.
        if (parameter.name.endsWith(QStringLiteral("Ip")))
            continue;
        if (empty != *parameter.defaultValue)
            emptied[name] = empty;
        else if (const OrderedJson sample = sampleFor(parameter); !sample.is_null())
            filled[name] = sample;
    }
    if (!filled.empty())
        sets.emplace_back(QStringLiteral("filled"), filled);
    if (!emptied.empty())
        sets.emplace_back(QStringLiteral("emptied"), emptied);
    return sets;
}

QString textOf(const OrderedJson &json)
{
    return QString::fromStdString(json.get<std::string>());
}

} // namespace

SampleEvents::SampleEvents()
    : m_entries(
        std::make_shared<OrderedJson>(readTable(QStringLiteral("libraries.json")).at("templates")))
    , m_rendered(std::make_shared<OrderedJson>(
          OrderedJson{{"events", OrderedJson::object()}, {"adapters", OrderedJson::array()}}))
{
    const auto catalogue
        = TemplateCatalogue::load(QStringLiteral(COLDFRAME_SOURCE_DIR "/templates/events"));
    if (!catalogue) {
        m_problems.append(catalogue.error().detail);
        return;
    }
    m_templates = catalogue->templates();
    for (const EventTemplate &eventTemplate : m_templates)
        addEvents(eventTemplate);
    addAdapterCases(readTable(QStringLiteral("adapters.json")));
}

QStringList SampleEvents::ids() const
{
    QStringList ids;
    for (const EventTemplate &eventTemplate : m_templates)
        ids.append(eventTemplate.id);
    return ids;
}

const OrderedJson &SampleEvents::entry(const QString &id) const
{
    static const OrderedJson none;
    const auto found = m_entries->find(id.toStdString());
    return found == m_entries->end() ? none : *found;
}

QStringList SampleEvents::idsOfTables() const
{
    QStringList ids;
    for (const auto &[id, ignored] : m_entries->items())
        ids.append(QString::fromStdString(id));
    return ids + m_adapterIds;
}

const OrderedJson &SampleEvents::adapterCases() const
{
    return m_rendered->at("adapters");
}

QByteArray SampleEvents::text() const
{
    return writeJson(*m_rendered, JsonLayout::Compact);
}

bool SampleEvents::add(const EventTemplate &eventTemplate, const QString &name,
                       const OrderedJson &values, OrderedJson &event)
{
    ParameterValues parameters;
    for (const auto &[parameter, value] : values.items())
        parameters.set(QString::fromStdString(parameter), value);
    auto made = renderEvent(eventTemplate, parameters);
    if (made)
        event = std::move(*made);
    else
        m_problems.append(
            QStringLiteral("%1, %2: %3").arg(eventTemplate.id, name, made.error().detail));
    return made.has_value();
}

void SampleEvents::addEvents(const EventTemplate &eventTemplate)
{
    auto sets = setsOf(eventTemplate);
    if (const OrderedJson &more = entry(eventTemplate.id); more.contains("sets")) {
        for (const auto &[name, values] : more.at("sets").items())
            sets.emplace_back(QString::fromStdString(name), values);
    }
    OrderedJson &events = (*m_rendered)["events"][eventTemplate.id.toStdString()];
    events = OrderedJson::object();
    for (const auto &[name, values] : sets) {
        OrderedJson event;
        if (add(eventTemplate, name, values, event))
            events[name.toStdString()] = std::move(event);
    }
}

void SampleEvents::addAdapterCases(const OrderedJson &table)
{
    for (const auto &[id, settings] : table.at("templates").items()) {
        const QString name = QString::fromStdString(id);
        m_adapterIds.append(name);
        const auto found = std::ranges::find(m_templates, name, &EventTemplate::id);
        if (found == m_templates.end())
            continue;
        for (const OrderedJson &each : table.at("cases")) {
            const auto only = each.find("templates");
            if (only != each.end()
                && std::find(only->begin(), only->end(), OrderedJson(id)) == only->end())
                continue;
            const std::string title = each.at("name").get<std::string>();
            if (settings.contains("leaveOut") && settings.at("leaveOut").contains(title))
                continue;
            OrderedJson expected = each;
            if (settings.contains("but") && settings.at("but").contains(title))
                expected.merge_patch(settings.at("but").at(title));
            OrderedJson values = expected.value("set", OrderedJson::object());
            if (settings.contains("route") && each.contains("route"))
                values[settings.at("route").get<std::string>()] = each.at("route");
            OrderedJson event;
            if (add(*found, textOf(each.at("name")), values, event))
                (*m_rendered)["adapters"].push_back(
                    {{"template", id},
                     {"name", title},
                     {"form", settings.at("form")},
                     {"adapters", settings.value("adapters", OrderedJson())},
                     {"event", event},
                     {"expected", expected}});
        }
    }
}

QList<EventFinding> runEventCheck(const QString &check, const SampleEvents &events)
{
    const auto failed = [&check](const QString &problem) {
        return QList<EventFinding>{{check, QStringLiteral("runs"), problem}};
    };
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("events.json")));
    if (!file.open(QIODevice::WriteOnly) || file.write(events.text()) < 0)
        return failed(file.errorString());
    file.close();

    QProcess process;
    process.start(QStringLiteral("node"),
                  {eventsFolder + check, eventLibrariesFolder(), file.fileName()});
    if (!process.waitForFinished(CheckWait)) {
        process.kill();
        process.waitForFinished();
        return failed(process.errorString());
    }
    const QJsonDocument list = QJsonDocument::fromJson(process.readAllStandardOutput());
    if (process.exitCode() != 0 || !list.isArray())
        return failed(QString::fromUtf8(process.readAllStandardError()));
    QList<EventFinding> findings;
    for (const QJsonValue &finding : list.array())
        findings.append({finding[u"library"].toString(), finding[u"row"].toString(),
                         finding[u"problem"].toString()});
    return findings;
}

QString eventLibrariesFolder()
{
    return QStringLiteral(COLDFRAME_SOURCE_DIR "/build/test-event-libraries");
}

QString reasonToSkipEventLibraries()
{
    if (QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty())
        return QStringLiteral("there is no node");
    return QFile::exists(eventLibrariesFolder() + QStringLiteral("/installed"))
        ? QString()
        : QStringLiteral("the libraries that check sample events are not installed: "
                         "tests/conformance/install-event-libraries.sh does that");
}

} // namespace coldframe::test
