// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsontext.h"
#include "core/events/encoding.h"

#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace coldframe {

struct TemplateNode;
using TemplateNodePointer = std::shared_ptr<const TemplateNode>;

/// "${name|step|step:argument}"
struct Placeholder
{
    enum class Source {
        Parameter,
        Derived, ///< a name of the template's "derived" section
        Item, ///< of the list that the innermost "$each" goes through
        ItemName, ///< of the map that it goes through
        ItemValue,
        Index, ///< of the innermost "$each", from 0
        Identifier, ///< "#kind:label:length"
    };
    struct Step
    {
        const Encoding *encoding = nullptr;
        QString argument;
    };

    Source source = Source::Parameter;
    QString name; ///< of the parameter or derived value, or the label of the identifier
    QString identifierKind;
    qsizetype identifierLength = 0;
    std::vector<Step> steps;
};

/// JSON without placeholders.
struct LiteralNode
{
    std::shared_ptr<const OrderedJson> value;
};

/// A string that is one placeholder: keeps the type of its value.
struct ValueNode
{
    Placeholder placeholder;
};

/// A string with placeholders inside.
struct TextNode
{
    std::vector<std::variant<QString, Placeholder>> parts;
};

struct ObjectNode
{
    struct Member
    {
        std::string name;
        TemplateNodePointer computedName; ///< set instead of `name` when it has placeholders
        TemplateNodePointer value;
    };

    std::vector<Member> members;
};

struct ListNode
{
    std::vector<TemplateNodePointer> elements;
};

/// {"$when": "${x}", "is": ..., "then": ..., "else": ...}; a missing branch leaves the place out.
struct WhenNode
{
    Placeholder subject;
    std::vector<std::shared_ptr<const OrderedJson>> anyOf; ///< "is" (one) or "in"
    QString pattern; ///< "matches": a regular expression that is found in the text
    TemplateNodePointer then; ///< may be null
    TemplateNodePointer otherwise; ///< may be null
};

/// {"$each": "${x}", "as": ...}: a list; {"$each": "${x}", "name": ..., "value": ...}: an object.
/// x is a count, a list or a map.
struct EachNode
{
    Placeholder source;
    TemplateNodePointer name; ///< null for a list
    TemplateNodePointer value;
};

/// {"$merge": [...]}: one object of several; later ones replace members of earlier ones.
struct MergeNode
{
    std::vector<TemplateNodePointer> members;
};

struct TemplateNode
{
    std::variant<LiteralNode, ValueNode, TextNode, ObjectNode, ListNode, WhenNode, EachNode,
                 MergeNode>
        content;
};

/// What an event template makes its events of.
struct TemplateBody
{
    TemplateNodePointer root;
    std::map<QString, TemplateNodePointer> derived;
};

} // namespace coldframe
