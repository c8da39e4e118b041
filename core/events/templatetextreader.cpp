// SPDX-License-Identifier: GPL-3.0-or-later
// The part of TemplateReader that takes longer texts apart.
#include "core/events/jsonvalue.h"
#include "core/events/templatereader.h"

#include <QRegularExpression>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace coldframe {

QString TemplateReader::patternOf(const Placeholder &placeholder) const
{
    if (!placeholder.steps.empty())
        return QStringLiteral(".*?");
    if (placeholder.source == Placeholder::Source::Derived) {
        const auto &node = *m_template.body->derived.at(placeholder.name);
        if (const auto *text = std::get_if<TextNode>(&node.content))
            return patternOf(*text, false);
        if (const auto *value = std::get_if<ValueNode>(&node.content))
            return patternOf(value->placeholder);
    }
    const EventParameter *parameter = parameterOf(placeholder);
    if (!parameter)
        return QStringLiteral(".*?");
    switch (parameter->type) {
    case ParameterType::Integer:
        return QStringLiteral("-?[0-9]+");
    case ParameterType::Region:
        return QStringLiteral("[a-z0-9-]*");
    case ParameterType::Account:
        return QStringLiteral("[0-9]*");
    default:
        return parameter->pattern.isEmpty() ? QStringLiteral(".*?")
                                            : QStringLiteral("(?:%1)").arg(parameter->pattern);
    }
}

QString TemplateReader::patternOf(const TextNode &node, bool capture) const
{
    QString pattern;
    std::size_t i = 0;
    for (const auto &part : node.parts) {
        if (const auto *constant = std::get_if<QString>(&part))
            pattern += QRegularExpression::escape(*constant);
        else if (capture)
            pattern += QStringLiteral("(?<part%1>%2)")
                           .arg(i)
                           .arg(patternOf(std::get<Placeholder>(part)));
        else
            pattern += patternOf(std::get<Placeholder>(part));
        ++i;
    }
    return pattern;
}

void TemplateReader::take(const TextNode &node, const OrderedJson *json, Quality quality)
{
    if (!json || !json->is_string())
        return;
    const QRegularExpression whole(QRegularExpression::anchoredPattern(patternOf(node, true)),
                                   QRegularExpression::DotMatchesEverythingOption);
    const auto match = whole.match(stringOf(*json));
    if (!match.hasMatch())
        return;
    quality = std::max(quality, Quality::InsideText);
    for (std::size_t i = 0; i < node.parts.size(); ++i) {
        const auto *placeholder = std::get_if<Placeholder>(&node.parts[i]);
        if (!placeholder)
            continue;
        const QString text = match.captured(QStringLiteral("part%1").arg(i));
        const EventParameter *parameter = parameterOf(*placeholder);
        if (parameter && placeholder->steps.empty()) {
            if (const auto value = parseParameter(*parameter, text))
                record(*parameter, *value, quality);
        } else {
            const OrderedJson captured = jsonString(text);
            takePlaceholder(*placeholder, &captured, quality);
        }
    }
}

} // namespace coldframe
