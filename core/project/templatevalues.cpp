// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/templatevalues.h"

#include <QStringList>

#include <algorithm>

namespace coldframe {

namespace {

QString quotedWhenNeeded(const YamlNode &scalar)
{
    const QString special = QStringLiteral(",[]{}#:'\"\n");
    const bool isPlain = !scalar.text.isEmpty() && !scalar.isQuoted
        && std::none_of(scalar.text.begin(), scalar.text.end(),
                        [&](QChar character) { return special.contains(character); });
    if (isPlain)
        return scalar.text;
    return u'\'' + QString(scalar.text).replace(u'\'', QStringLiteral("''")) + u'\'';
}

} // namespace

std::optional<Intrinsic> intrinsicOf(const YamlNode &node)
{
    if (!node.tag.isEmpty()) {
        Intrinsic intrinsic{node.tag.mid(1), node};
        intrinsic.argument.tag.clear();
        return intrinsic;
    }
    if (node.members.size() != 1)
        return std::nullopt;
    const YamlMember &only = node.members.front();
    const QString prefix = QStringLiteral("Fn::");
    if (only.key.startsWith(prefix))
        return Intrinsic{only.key.mid(prefix.size()), only.value};
    if (only.key == QLatin1String("Ref") || only.key == QLatin1String("Condition"))
        return Intrinsic{only.key, only.value};
    return std::nullopt;
}

QString flowText(const YamlNode &node)
{
    if (const std::optional<Intrinsic> intrinsic = intrinsicOf(node)) {
        const QString argument = intrinsic->argument.kind == YamlNode::Kind::Scalar
            ? intrinsic->argument.text
            : flowText(intrinsic->argument);
        return u'!' + intrinsic->name + u' ' + argument;
    }
    QStringList parts;
    switch (node.kind) {
    case YamlNode::Kind::Null:
        return QStringLiteral("null");
    case YamlNode::Kind::Scalar:
        return quotedWhenNeeded(node);
    case YamlNode::Kind::Sequence:
        for (const YamlNode &item : node.items)
            parts.append(flowText(item));
        return u'[' + parts.join(QStringLiteral(", ")) + u']';
    case YamlNode::Kind::Mapping:
        for (const YamlMember &member : node.members)
            parts.append(member.key + QStringLiteral(": ") + flowText(member.value));
        return u'{' + parts.join(QStringLiteral(", ")) + u'}';
    }
    return {};
}

TemplateValues::TemplateValues(const YamlNode &root, QString region, QString accountId)
    : m_root(root)
    , m_region(std::move(region))
    , m_accountId(std::move(accountId))
{ }

TemplateValue TemplateValues::valueOf(const YamlNode &node) const
{
    if (const std::optional<Intrinsic> intrinsic = intrinsicOf(node)) {
        std::optional<TemplateValue> value;
        if (intrinsic->name == QLatin1String("Ref"))
            value = reference(intrinsic->argument.text);
        else if (intrinsic->name == QLatin1String("Sub"))
            value = substitution(intrinsic->argument);
        return value.value_or(TemplateValue{TemplateValue::State::Unresolved, flowText(node)});
    }
    switch (node.kind) {
    case YamlNode::Kind::Null:
        return {};
    case YamlNode::Kind::Scalar:
        return {TemplateValue::State::Known, node.text};
    case YamlNode::Kind::Sequence:
    case YamlNode::Kind::Mapping:
        break;
    }
    return {TemplateValue::State::NotAScalar, flowText(node)};
}

std::optional<TemplateValue> TemplateValues::reference(const QString &name) const
{
    const auto known = [](const QString &text) {
        return TemplateValue{TemplateValue::State::Known, text};
    };
    if (name == QLatin1String("AWS::Region"))
        return known(m_region);
    if (name == QLatin1String("AWS::AccountId"))
        return known(m_accountId);
    const bool isChina = m_region.startsWith(QLatin1String("cn-"));
    if (name == QLatin1String("AWS::Partition")) {
        if (isChina)
            return known(QStringLiteral("aws-cn"));
        return known(m_region.startsWith(QLatin1String("us-gov-")) ? QStringLiteral("aws-us-gov")
                                                                   : QStringLiteral("aws"));
    }
    if (name == QLatin1String("AWS::URLSuffix"))
        return known(isChina ? QStringLiteral("amazonaws.com.cn")
                             : QStringLiteral("amazonaws.com"));
    if (name == QLatin1String("AWS::NoValue"))
        return TemplateValue{TemplateValue::State::Absent, {}};

    const YamlNode *parameters = m_root.member(u"Parameters");
    const YamlNode *parameter = parameters ? parameters->member(name) : nullptr;
    const YamlNode *value = parameter ? parameter->member(u"Default") : nullptr;
    if (!value || value->kind != YamlNode::Kind::Scalar || !value->tag.isEmpty())
        return std::nullopt;
    // The default of such a parameter is the name of a value that is kept elsewhere.
    const YamlNode *type = parameter->member(u"Type");
    if (type && type->text.startsWith(QLatin1String("AWS::SSM::Parameter::Value")))
        return std::nullopt;
    return known(value->text);
}

std::optional<TemplateValue> TemplateValues::substitution(const YamlNode &argument) const
{
    const bool hasVariables = argument.kind == YamlNode::Kind::Sequence;
    if (hasVariables && argument.items.size() != 2)
        return std::nullopt;
    const YamlNode &pattern = hasVariables ? argument.items.front() : argument;
    if (pattern.kind != YamlNode::Kind::Scalar || !pattern.tag.isEmpty())
        return std::nullopt;

    QString result;
    qsizetype done = 0;
    while (true) {
        const qsizetype begin = pattern.text.indexOf(QLatin1String("${"), done);
        const qsizetype end = begin < 0 ? -1 : pattern.text.indexOf(u'}', begin);
        if (end < 0)
            break;
        result += QStringView(pattern.text).sliced(done, begin - done);
        const QString name = pattern.text.mid(begin + 2, end - begin - 2).trimmed();
        done = end + 1;
        if (name.startsWith(u'!')) {
            result += QStringLiteral("${") + name.mid(1) + u'}';
            continue;
        }
        const YamlNode *variable = hasVariables ? argument.items.back().member(name) : nullptr;
        const std::optional<TemplateValue> value = variable ? valueOf(*variable) : reference(name);
        if (!value || value->state != TemplateValue::State::Known)
            return std::nullopt;
        result += value->text;
    }
    result += QStringView(pattern.text).sliced(done);
    return TemplateValue{TemplateValue::State::Known, result};
}

} // namespace coldframe
