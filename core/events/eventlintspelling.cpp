// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventlintreport.h"
#include "core/events/jsonvalue.h"
#include "core/events/templatebody.h"
#include "core/events/templatecatalogue.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace coldframe::eventlint {

namespace {

/// A template's body with all its branches: the members that its events can have.
class Skeleton
{
public:
    explicit Skeleton(const TemplateBody &body)
        : m_body(body)
    { }

    OrderedJson whole() { return of(m_body.root.get()); }

private:
    OrderedJson of(const TemplateNode *node)
    {
        if (!node || m_depth > 64)
            return nullptr;
        ++m_depth;
        OrderedJson json
            = std::visit([this](const auto &content) { return make(content); }, node->content);
        --m_depth;
        return json;
    }

    OrderedJson make(const LiteralNode &node) { return *node.value; }

    OrderedJson make(const ValueNode &node)
    {
        const auto derived = m_body.derived.find(node.placeholder.name);
        if (node.placeholder.source == Placeholder::Source::Derived
            && node.placeholder.steps.empty() && derived != m_body.derived.end())
            return of(derived->second.get());
        return "x";
    }

    OrderedJson make(const TextNode &node)
    {
        QString text;
        for (const auto &part : node.parts) {
            const auto *literal = std::get_if<QString>(&part);
            text += literal ? *literal : QStringLiteral("x");
        }
        return jsonString(text);
    }

    OrderedJson make(const ObjectNode &node)
    {
        OrderedJson object = OrderedJson::object();
        for (const ObjectNode::Member &member : node.members) {
            if (!member.computedName)
                object[member.name] = of(member.value.get());
        }
        return object;
    }

    OrderedJson make(const ListNode &node)
    {
        OrderedJson list = OrderedJson::array();
        for (const TemplateNodePointer &element : node.elements)
            list.push_back(of(element.get()));
        return list;
    }

    OrderedJson make(const WhenNode &node)
    {
        OrderedJson json = of(node.then.get());
        OrderedJson other = of(node.otherwise.get());
        if (json.is_null())
            return other;
        if (json.is_object() && other.is_object())
            json.update(other);
        return json;
    }

    OrderedJson make(const EachNode &node)
    {
        if (node.name)
            return OrderedJson::object();
        return OrderedJson::array({of(node.value.get())});
    }

    OrderedJson make(const MergeNode &) { return OrderedJson::object(); }

    const TemplateBody &m_body;
    int m_depth = 0;
};

/// Members whose own members are the user's: any name is right there.
bool isFree(const std::string &name)
{
    static const std::set<std::string> names{"headers",
                                             "multiValueHeaders",
                                             "queryStringParameters",
                                             "multiValueQueryStringParameters",
                                             "pathParameters",
                                             "stageVariables",
                                             "authorizer",
                                             "messageAttributes",
                                             "MessageAttributes",
                                             "Keys",
                                             "NewImage",
                                             "OldImage",
                                             "detail",
                                             "userAttributes",
                                             "clientMetadata",
                                             "validationData",
                                             "rmqMessagesByQueue",
                                             "ResourceProperties",
                                             "OldResourceProperties",
                                             "state",
                                             "requestPayload",
                                             "responsePayload",
                                             "properties",
                                             "basicProperties",
                                             "fullDocument",
                                             "updateDescription",
                                             "documentKey",
                                             "response"};
    return names.contains(name);
}

void collect(const OrderedJson &json, const QString &place, KnownNames &known,
             std::set<std::string> &everywhere)
{
    if (json.is_array()) {
        for (const OrderedJson &element : json)
            collect(element, place + QStringLiteral("/*"), known, everywhere);
    } else if (json.is_object()) {
        for (const auto &[name, value] : json.items()) {
            known[place].insert(name);
            everywhere.insert(name);
            if (!isFree(name))
                collect(value, place + u'/' + QString::fromStdString(name), known, everywhere);
        }
    }
}

std::string plainName(const std::string &name)
{
    std::string plain;
    for (const char character : name) {
        if (character != '-' && character != '_')
            plain += static_cast<char>(character >= 'A' && character <= 'Z' ? character + 32
                                                                            : character);
    }
    return plain;
}

std::size_t distanceBetween(const std::string &left, const std::string &right)
{
    std::vector<std::size_t> row(right.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t(0));
    for (std::size_t i = 0; i < left.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < right.size(); ++j) {
            const std::size_t replaced = diagonal + (left[i] == right[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({row[j] + 1, diagonal + 1, replaced});
        }
    }
    return row.back();
}

bool isNear(const std::string &left, const std::string &right)
{
    const std::string first = plainName(left);
    const std::string second = plainName(right);
    if (first == second)
        return true;
    const std::size_t length = std::min(first.size(), second.size());
    const std::size_t most = length < 5 ? 0 : length < 8 ? 1 : 2;
    const std::size_t difference = std::max(first.size(), second.size()) - length;
    return difference <= most && distanceBetween(first, second) <= most;
}

void compare(Report &report, const Place &place, const QString &path, const KnownNames &known,
             const std::set<std::string> &everywhere)
{
    if (place.isList()) {
        for (const Place &element : place.children())
            compare(report, element, path + QStringLiteral("/*"), known, everywhere);
        return;
    }
    const auto names = known.find(path);
    if (!place.isObject() || names == known.end())
        return;
    for (const Place &member : place.children()) {
        const std::string name = member.name().toStdString();
        if (names->second.contains(name) || everywhere.contains(name)) {
            if (!isFree(name))
                compare(report, member, path + u'/' + member.name(), known, everywhere);
            continue;
        }
        const auto near = std::find_if(
            names->second.begin(), names->second.end(),
            [&](const std::string &each) { return !place[each].exists() && isNear(name, each); });
        if (near == names->second.end())
            continue;
        const bool isTold = std::any_of(report.problems.begin(), report.problems.end(),
                                        [&member](const EventProblem &problem) {
                                            return problem.pointer == member.pointer()
                                                && problem.rule == EventRule::MisspelledMember;
                                        });
        if (!isTold)
            report.add(EventRule::MisspelledMember, member)
                .warning()
                .found(member.name())
                .expected(QString::fromStdString(*near))
                .rename(member.pointer(), QString::fromStdString(*near));
    }
}

} // namespace

std::shared_ptr<const Spellings> spellingsOf(const TemplateCatalogue &catalogue)
{
    auto spellings = std::make_shared<Spellings>();
    for (const EventTemplate &eventTemplate : catalogue.templates()) {
        if (!eventTemplate.body)
            continue;
        const OrderedJson skeleton = Skeleton(*eventTemplate.body).whole();
        collect(skeleton, {}, spellings->byKind[eventKindOf(skeleton)], spellings->everywhere);
    }
    return spellings;
}

void lintSpelling(Report &report, const Place &event, const Spellings &spellings)
{
    const auto known = spellings.byKind.find(report.kind);
    if (report.kind != EventKind::Unknown && known != spellings.byKind.end())
        compare(report, event, {}, known->second, spellings.everywhere);
}

} // namespace coldframe::eventlint
