// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/templateparser.h"

#include "core/events/identifiers.h"
#include "core/events/jsonvalue.h"
#include "core/events/nearestname.h"

#include <QRegularExpression>
#include <QSet>

#include <nlohmann/json.hpp>

namespace coldframe {

namespace {

template <typename Content>
TemplateNodePointer makeNode(Content content)
{
    return std::make_shared<const TemplateNode>(TemplateNode{std::move(content)});
}

TemplateNodePointer literal(const OrderedJson &value)
{
    return makeNode(LiteralNode{std::make_shared<const OrderedJson>(value)});
}

/// Turns JSON into nodes. The first mistake is remembered and ends up as the parser's error.
class BodyParser
{
public:
    BodyParser(const QStringList &parameters, const QStringList &derived)
        : m_parameters(parameters)
        , m_derived(derived)
    { }

    std::optional<QString> error;
    QStringList needed; ///< derived names that were used so far

    TemplateNodePointer parse(const OrderedJson &json, const QString &where)
    {
        if (json.is_string())
            return parseText(stringOf(json), where);
        if (json.is_array())
            return parseList(json, where);
        if (!json.is_object())
            return literal(json);
        if (json.contains("$when"))
            return parseWhen(json, where);
        if (json.contains("$each"))
            return parseEach(json, where);
        if (json.contains("$merge"))
            return parseMerge(json, where);
        return parseObject(json, where);
    }

private:
    void fail(const QString &where, const QString &what)
    {
        if (!error)
            error = QStringLiteral("%1: %2").arg(where, what);
    }

    void allowOnly(const OrderedJson &json, const QStringList &keys, const QString &where)
    {
        for (const auto &[key, value] : json.items()) {
            const QString name = QString::fromStdString(key);
            if (!keys.contains(name))
                fail(where + u'/' + name, QStringLiteral("unknown key"));
        }
    }

    TemplateNodePointer parseText(const QString &text, const QString &where)
    {
        static const QRegularExpression place(QStringLiteral("\\$(\\$?)\\{([^{}]*)\\}"));
        TextNode node;
        QString constant;
        qsizetype end = 0;
        for (auto places = place.globalMatch(text); places.hasNext();) {
            const auto match = places.next();
            constant += text.mid(end, match.capturedStart() - end);
            end = match.capturedEnd();
            if (!match.captured(1).isEmpty()) { // "$${name}" is the text "${name}"
                constant += match.captured(0).mid(1);
                continue;
            }
            if (!constant.isEmpty())
                node.parts.emplace_back(std::exchange(constant, {}));
            node.parts.emplace_back(parsePlaceholder(match.captured(2), where));
        }
        if (node.parts.empty())
            return literal(jsonString(constant + text.mid(end)));
        constant += text.mid(end);
        if (constant.isEmpty() && node.parts.size() == 1)
            return makeNode(ValueNode{std::get<Placeholder>(node.parts.front())});
        if (!constant.isEmpty())
            node.parts.emplace_back(constant);
        return makeNode(std::move(node));
    }

    Placeholder parsePlaceholder(const QString &text, const QString &where)
    {
        const QStringList parts = text.split(u'|');
        Placeholder placeholder;
        parseSource(parts.first(), where, placeholder);
        for (const QString &part : parts.mid(1)) {
            const qsizetype colon = part.indexOf(u':');
            const QString name = colon < 0 ? part : part.left(colon);
            const Encoding *encoding = findEncoding(name);
            if (!encoding) {
                fail(where,
                     QStringLiteral("unknown encoding %1 (nearest: %2)")
                         .arg(name, nearestName(name, encodingNames())));
                continue;
            }
            const QString argument = colon < 0 ? QString() : part.mid(colon + 1);
            if (encoding->argumentIsName)
                requireName(argument, where);
            placeholder.steps.push_back({encoding, argument});
        }
        return placeholder;
    }

    void parseSource(const QString &source, const QString &where, Placeholder &placeholder)
    {
        using Source = Placeholder::Source;
        placeholder.name = source;
        if (source.startsWith(u'#'))
            return parseIdentifier(source.mid(1), where, placeholder);
        if (source == QLatin1String("item"))
            placeholder.source = Source::Item;
        else if (source == QLatin1String("item.name"))
            placeholder.source = Source::ItemName;
        else if (source == QLatin1String("item.value"))
            placeholder.source = Source::ItemValue;
        else if (source == QLatin1String("index"))
            placeholder.source = Source::Index;
        else {
            placeholder.source = m_derived.contains(source) ? Source::Derived : Source::Parameter;
            requireName(source, where);
        }
    }

    void requireName(const QString &name, const QString &where)
    {
        if (m_derived.contains(name))
            needed.append(name);
        else if (!m_parameters.contains(name))
            fail(where,
                 QStringLiteral("unknown name %1 (nearest: %2)")
                     .arg(name, nearestName(name, m_parameters + m_derived)));
    }

    void parseIdentifier(const QString &text, const QString &where, Placeholder &placeholder)
    {
        const QStringList parts = text.split(u':');
        placeholder.source = Placeholder::Source::Identifier;
        placeholder.identifierKind = parts.first();
        placeholder.name = parts.value(1);
        placeholder.identifierLength = parts.value(2).toInt();
        if (!identifierKinds().contains(parts.first())) {
            fail(where,
                 QStringLiteral("unknown kind of id %1; there are %2")
                     .arg(parts.first(), identifierKinds().join(QStringLiteral(", "))));
        } else if (placeholder.name.isEmpty()
                   || (parts.first() != QLatin1String("uuid")
                       && placeholder.identifierLength <= 0)) {
            fail(where, QStringLiteral("an id is written #kind:label:length, found #%1").arg(text));
        }
    }

    /// A string that is exactly one placeholder.
    Placeholder parseOnly(const OrderedJson &json, const QString &where)
    {
        const TemplateNodePointer node = parse(json, where);
        if (const auto *value = std::get_if<ValueNode>(&node->content))
            return value->placeholder;
        fail(where, QStringLiteral("expected one placeholder such as ${name}"));
        return {};
    }

    TemplateNodePointer parseList(const OrderedJson &json, const QString &where)
    {
        ListNode node;
        OrderedJson constants = OrderedJson::array();
        for (const OrderedJson &element : json) {
            node.elements.push_back(
                parse(element, where + u'/' + QString::number(node.elements.size())));
            if (const auto *constant = std::get_if<LiteralNode>(&node.elements.back()->content))
                constants.push_back(*constant->value);
        }
        return constants.size() == json.size() ? literal(constants) : makeNode(std::move(node));
    }

    TemplateNodePointer parseObject(const OrderedJson &json, const QString &where)
    {
        ObjectNode node;
        OrderedJson constants = OrderedJson::object();
        for (const auto &[key, value] : json.items()) {
            const QString name = QString::fromStdString(key);
            const QString there = where + u'/' + name;
            if (key.starts_with("$") && !key.starts_with("${"))
                fail(there, QStringLiteral("unknown operator"));
            ObjectNode::Member member;
            member.name = key;
            if (name.contains(QLatin1String("${")))
                member.computedName = parseText(name, there);
            member.value = parse(value, there);
            const auto *constant = std::get_if<LiteralNode>(&member.value->content);
            if (constant && !member.computedName)
                constants[key] = *constant->value;
            node.members.push_back(std::move(member));
        }
        return constants.size() == json.size() ? literal(constants) : makeNode(std::move(node));
    }

    TemplateNodePointer branch(const OrderedJson &json, const char *key, const QString &where)
    {
        if (!json.contains(key))
            return nullptr;
        return parse(json[key], where + u'/' + QLatin1String(key));
    }

    TemplateNodePointer parseWhen(const OrderedJson &json, const QString &where)
    {
        allowOnly(json, {u"$when"_qs, u"is"_qs, u"in"_qs, u"matches"_qs, u"then"_qs, u"else"_qs},
                  where);
        WhenNode node;
        node.subject = parseOnly(json["$when"], where + QLatin1String("/$when"));
        if (json.contains("is"))
            node.anyOf.push_back(std::make_shared<const OrderedJson>(json["is"]));
        if (json.contains("in")) {
            for (const OrderedJson &value : json["in"])
                node.anyOf.push_back(std::make_shared<const OrderedJson>(value));
        }
        if (json.contains("matches"))
            node.pattern = stringOf(json["matches"]);
        if (!QRegularExpression(node.pattern).isValid())
            fail(where + QLatin1String("/matches"), QStringLiteral("not a regular expression"));
        node.then = branch(json, "then", where);
        node.otherwise = branch(json, "else", where);
        if (!node.then && !node.otherwise)
            fail(where, QStringLiteral("expected then or else"));
        return makeNode(std::move(node));
    }

    TemplateNodePointer parseEach(const OrderedJson &json, const QString &where)
    {
        allowOnly(json, {u"$each"_qs, u"as"_qs, u"name"_qs, u"value"_qs}, where);
        EachNode node;
        node.source = parseOnly(json["$each"], where + QLatin1String("/$each"));
        node.name = branch(json, "name", where);
        node.value = branch(json, node.name ? "value" : "as", where);
        if (!node.value)
            fail(where, QStringLiteral("expected as, or name and value"));
        return makeNode(std::move(node));
    }

    TemplateNodePointer parseMerge(const OrderedJson &json, const QString &where)
    {
        allowOnly(json, {u"$merge"_qs}, where);
        MergeNode node;
        if (!json["$merge"].is_array())
            fail(where + QLatin1String("/$merge"), QStringLiteral("expected a list"));
        for (const OrderedJson &member : json["$merge"]) {
            node.members.push_back(parse(
                member, where + QLatin1String("/$merge/") + QString::number(node.members.size())));
        }
        return makeNode(std::move(node));
    }

    QStringList m_parameters;
    QStringList m_derived;
};

/// The name of a derived value that needs itself, or nothing.
std::optional<QString> circularName(const std::map<QString, QStringList> &needs)
{
    for (const auto &[name, first] : needs) {
        QStringList open = first;
        QSet<QString> seen;
        while (!open.isEmpty()) {
            const QString next = open.takeLast();
            if (next == name)
                return name;
            if (seen.contains(next))
                continue;
            seen.insert(next);
            if (const auto found = needs.find(next); found != needs.end())
                open += found->second;
        }
    }
    return std::nullopt;
}

} // namespace

Result<TemplateBody> parseTemplateBody(const OrderedJson &file, const QStringList &parameterNames)
{
    const OrderedJson none = OrderedJson::object();
    const OrderedJson &derived = file.contains("derived") ? file["derived"] : none;
    if (!file.contains("body"))
        return failure(Error::Code::InvalidTemplate, QStringLiteral("/body: missing"));
    if (!derived.is_object())
        return failure(Error::Code::InvalidTemplate,
                       QStringLiteral("/derived: expected an object"));

    QStringList derivedNames;
    for (const auto &[name, value] : derived.items())
        derivedNames.append(QString::fromStdString(name));

    BodyParser parser(parameterNames, derivedNames);
    TemplateBody body;
    std::map<QString, QStringList> needs;
    for (const auto &[key, value] : derived.items()) {
        const QString name = QString::fromStdString(key);
        parser.needed.clear();
        if (parameterNames.contains(name))
            return failure(Error::Code::InvalidTemplate,
                           QStringLiteral("/derived/%1: is a parameter already").arg(name));
        body.derived[name] = parser.parse(value, QStringLiteral("/derived/") + name);
        needs[name] = parser.needed;
    }
    body.root = parser.parse(file["body"], QStringLiteral("/body"));
    if (parser.error)
        return failure(Error::Code::InvalidTemplate, *parser.error);
    if (const auto circular = circularName(needs))
        return failure(Error::Code::InvalidTemplate,
                       QStringLiteral("/derived/%1: needs itself").arg(*circular));
    return body;
}

} // namespace coldframe
