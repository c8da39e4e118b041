// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventpastecurl.h"
#include "core/events/jsonvalue.h"
#include "core/events/querystring.h"
#include "core/events/templatecatalogue.h"

#include <QRegularExpression>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace coldframe::eventpaste {

namespace {

bool isText(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes).toUtf8() == bytes;
}

/// Fills a template's parameters with what a request says.
class RequestFiller
{
public:
    RequestFiller(const EventTemplate &eventTemplate, const PasteTarget &target,
                  const CurlRequest &request)
        : m_template(eventTemplate)
        , m_target(target)
        , m_request(request)
        , m_path(request.path)
    {
        m_pasted.source = PastedEvent::Source::Curl;
        m_pasted.templateId = eventTemplate.id;
        m_pasted.notes = request.notes;
    }

    PasteResult fill()
    {
        setHost();
        set("method", OrderedJson(m_request.method.toStdString()), Use::Essential);
        set("path", jsonString(m_path), Use::Essential);
        setRoute();
        setHeaders();
        set("query", queryFor(find("query")), m_request.query.isEmpty() ? Use::Silent : Use::Noted);
        const bool isBinary = !isText(m_request.body);
        if (!isBinary)
            set("body", jsonString(QString::fromUtf8(m_request.body)),
                m_request.body.isEmpty() ? Use::Silent : Use::Noted);
        else
            set("binary", true, Use::Silent);
        if (m_error)
            return tl::make_unexpected(*m_error);
        for (const QString &name : m_target.values.names())
            m_pasted.values.set(name, *m_target.values.find(name));
        const auto event = renderEvent(m_template, m_pasted.values);
        if (!event)
            return tl::make_unexpected(
                PasteError{PasteError::Kind::ValueRefused, event.error().detail});
        OrderedJson made = *event;
        if (isBinary)
            addBytes(made);
        m_pasted.kind = eventKindOf(made);
        m_pasted.event = std::make_shared<const OrderedJson>(std::move(made));
        return std::move(m_pasted);
    }

private:
    enum class Use {
        Essential, ///< an error when the template does not take it
        Noted,
        Silent,
    };

    const EventParameter *find(const char *name) const
    {
        const QLatin1String wanted(name);
        for (const EventParameter &parameter : m_template.parameters) {
            if (parameter.name == wanted)
                return &parameter;
        }
        return nullptr;
    }

    bool set(const char *name, const OrderedJson &value, Use use)
    {
        const EventParameter *parameter = find(name);
        if (parameter && m_target.values.find(parameter->name))
            return true;
        const auto checked = parameter ? checkParameter(*parameter, value)
                                       : Result<OrderedJson>(failure(Error::Code::NotFound));
        if (checked) {
            m_pasted.values.set(parameter->name, *checked);
            return true;
        }
        if (use == Use::Essential && !m_error)
            m_error = PasteError{PasteError::Kind::ValueRefused, checked.error().detail};
        else if (use == Use::Noted)
            m_pasted.notes.push_back({PasteNote::Kind::ParameterDropped, QLatin1String(name)});
        return false;
    }

    /// Takes the host apart where it is one of AWS's.
    void setHost()
    {
        static const QRegularExpression api(
            QStringLiteral("\\A([a-z0-9]+)\\.(execute-api|lambda-url)\\.([a-z0-9-]+)\\.("
                           "amazonaws\\.com(\\.cn)?|on\\.aws)\\z"));
        static const QRegularExpression balancer(
            QStringLiteral("\\A([A-Za-z0-9-]+)\\.([a-z0-9-]+)\\.elb\\.amazonaws\\.com(\\.cn)?\\z"));
        const QString host = m_request.host.section(u':', 0, 0);
        if (const auto match = api.match(host); match.hasMatch()) {
            const char *name = match.captured(2) == QLatin1String("lambda-url") ? "urlId" : "apiId";
            if (set(name, jsonString(match.captured(1)), Use::Silent)) {
                set("region", jsonString(match.captured(3)), Use::Silent);
                takeStage();
                return;
            }
        } else if (const auto elb = balancer.match(host); elb.hasMatch()) {
            if (set("loadBalancer", jsonString(elb.captured(1)), Use::Silent)) {
                set("region", jsonString(elb.captured(2)), Use::Silent);
                return;
            }
        } else if (host.contains(u'.') && set("customDomain", jsonString(host), Use::Silent)) {
            return;
        }
        m_pasted.notes.push_back({PasteNote::Kind::HostDropped, m_request.host});
    }

    /// REST APIs have the stage in front of every path.
    void takeStage()
    {
        const EventParameter *stage = find("stage");
        if (!stage || !find("resource"))
            return;
        const QString first = m_path.section(u'/', 1, 1);
        if (!first.isEmpty() && set("stage", jsonString(first), Use::Silent)) {
            m_path = m_path.mid(first.size() + 1);
            if (m_path.isEmpty())
                m_path = QStringLiteral("/");
        }
    }

    /// A command does not know the route that its path comes in by.
    void setRoute()
    {
        for (const auto &[name, value] :
             {std::pair("route", "$default"), std::pair("resource", "/{proxy+}")}) {
            const EventParameter *parameter = find(name);
            if (!parameter || m_target.values.find(parameter->name))
                continue;
            const bool isRoot
                = m_path == QLatin1String("/") && QLatin1String(name) == QLatin1String("resource");
            const OrderedJson route = isRoot ? OrderedJson("/") : OrderedJson(value);
            if (set(name, route, Use::Silent))
                m_pasted.notes.push_back({PasteNote::Kind::RouteAssumed, stringOf(route)});
        }
    }

    void setHeaders()
    {
        OrderedJson cookies = OrderedJson::array();
        for (const QString &cookie : m_request.cookies)
            cookies.push_back(jsonString(cookie));
        const bool hasCookies = !cookies.empty() && set("cookies", cookies, Use::Silent);
        auto headers = m_request.headers;
        if (!cookies.empty() && !hasCookies)
            headers.append(
                {QStringLiteral("Cookie"), m_request.cookies.join(QStringLiteral("; "))});
        if (m_request.userAgent
            && !(find("userAgent")
                 && set("userAgent", jsonString(*m_request.userAgent), Use::Silent)))
            headers.append({QStringLiteral("User-Agent"), *m_request.userAgent});

        const EventParameter *parameter = find("headers");
        const bool isMulti = parameter && parameter->type == ParameterType::MultiMap;
        const bool isLower = parameter && parameter->lowerCaseNames;
        OrderedJson map = OrderedJson::object();
        for (const auto &[given, value] : headers) {
            const std::string name = sameName(map, isLower ? given.toLower() : given);
            OrderedJson &entry = map[name];
            if (isMulti)
                entry.push_back(jsonString(value));
            else if (entry.is_null() || m_template.id.startsWith(QLatin1String("alb")))
                entry = jsonString(value); // of load balancers, the last one arrives
            else
                entry = jsonString(stringOf(entry) + u',' + value);
        }
        set("headers", map, Use::Noted);
    }

    static std::string sameName(const OrderedJson &map, const QString &name)
    {
        for (const auto &[key, value] : map.items()) {
            if (QString::fromStdString(key).compare(name, Qt::CaseInsensitive) == 0)
                return key;
        }
        return name.toStdString();
    }

    OrderedJson queryFor(const EventParameter *parameter) const
    {
        OrderedJson lists = parseQueryString(m_request.query);
        if (!parameter || parameter->type == ParameterType::MultiMap)
            return lists;
        for (auto &[name, list] : lists.items())
            list = OrderedJson(list.back());
        return lists;
    }

    /// Templates take text; a body of other bytes goes in afterwards.
    void addBytes(OrderedJson &event) const
    {
        event["body"] = m_request.body.toBase64().toStdString();
        event["isBase64Encoded"] = true;
        if (!find("resource") && event.contains("headers") && event["headers"].is_object())
            event["headers"]["content-length"] = std::to_string(m_request.body.size());
    }

    const EventTemplate &m_template;
    const PasteTarget &m_target;
    const CurlRequest &m_request;
    QString m_path;
    PastedEvent m_pasted;
    std::optional<PasteError> m_error;
};

} // namespace

PasteResult requestEvent(const CurlRequest &request, const TemplateCatalogue &catalogue,
                         const PasteTarget &target)
{
    const auto eventTemplate = catalogue.find(target.templateId);
    if (!eventTemplate)
        return tl::make_unexpected(
            PasteError{PasteError::Kind::UnknownTemplate, eventTemplate.error().detail});
    const auto has = [&](const char *name) {
        return std::any_of(eventTemplate->parameters.begin(), eventTemplate->parameters.end(),
                           [name](const EventParameter &parameter) {
                               return parameter.name == QLatin1String(name);
                           });
    };
    if (!has("method") || !has("path") || !has("headers"))
        return tl::make_unexpected(PasteError{PasteError::Kind::NotForRequests, target.templateId});
    return RequestFiller(*eventTemplate, target, request).fill();
}

} // namespace coldframe::eventpaste
