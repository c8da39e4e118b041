// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/samtemplate.h"

#include "core/project/templatefunction.h"
#include "core/project/yamltree.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace coldframe {

namespace {

using Kind = ProjectNote::Kind;

constexpr qint64 LargestTemplateBytes = 1024 * 1024;

/// SAM's rule for Globals: mappings are merged, lists are added to, all else is replaced.
YamlNode mergedWithGlobal(const YamlNode &global, const YamlNode &own)
{
    if (global.kind != own.kind || intrinsicOf(global) || intrinsicOf(own))
        return own;
    YamlNode merged = own;
    if (own.kind == YamlNode::Kind::Sequence) {
        merged.items = global.items;
        merged.items.insert(merged.items.end(), own.items.begin(), own.items.end());
    } else if (own.kind == YamlNode::Kind::Mapping) {
        merged.members.clear();
        for (const YamlMember &member : global.members) {
            const YamlNode *mine = own.member(member.key);
            merged.members.push_back(
                mine ? YamlMember{member.key, mine->line, mergedWithGlobal(member.value, *mine)}
                     : member);
        }
        for (const YamlMember &member : own.members) {
            if (!global.member(member.key))
                merged.members.push_back(member);
        }
    }
    return merged;
}

QString typeOf(const YamlNode &resource)
{
    const YamlNode *type = resource.member(u"Type");
    return type ? type->text : QString();
}

/// Null for a resource without properties.
const YamlNode *propertiesOf(const YamlNode &resource)
{
    return resource.member(u"Properties");
}

/// What a resource has besides its type and properties, for example a Condition.
void noteAttributes(const YamlNode &resource, TemplateNotes &notes)
{
    for (const YamlMember &attribute : resource.members) {
        if (attribute.key != QLatin1String("Type") && attribute.key != QLatin1String("Properties"))
            notes.add(Kind::IgnoredProperty, attribute.key, attribute.line);
    }
}

void readLayerVersions(const YamlNode &resources, TemplateSurroundings &surroundings)
{
    for (const YamlMember &resource : resources.members) {
        const QString type = typeOf(resource.value);
        const bool isServerless = type == QLatin1String("AWS::Serverless::LayerVersion");
        if (!isServerless && type != QLatin1String("AWS::Lambda::LayerVersion"))
            continue;
        const QString place
            = isServerless ? QStringLiteral("ContentUri") : QStringLiteral("Content");
        const YamlNode *properties = propertiesOf(resource.value);
        const YamlNode *content = properties ? properties->member(place) : nullptr;
        noteAttributes(resource.value, surroundings.notes);
        if (!content) {
            surroundings.notes.add(Kind::MissingProperty, resource.key + u'.' + place,
                                   resource.line);
        } else if (const std::optional<QString> path = layerPath(surroundings, place, *content)) {
            const YamlNode *name = properties->member(u"LayerName");
            surroundings.layers[resource.key]
                = {name ? surroundings.values.valueOf(*name).text : resource.key, *path};
        }
    }
}

/// Functions that the user could not tell apart by name get their logical id back.
void makeNamesUnique(std::vector<TemplateFunction> &functions, TemplateNotes &notes)
{
    QSet<QString> names;
    for (TemplateFunction &function : functions) {
        if (names.contains(function.config.name)) {
            notes.add(Kind::DuplicateName, function.config.name, function.line);
            function.config.name = function.logicalId;
            for (int number = 2; names.contains(function.config.name); ++number)
                function.config.name = QStringLiteral("%1-%2").arg(function.logicalId).arg(number);
        }
        names.insert(function.config.name);
    }
}

} // namespace

Result<SamTemplate> parseSamTemplate(QByteArrayView text, const QString &path)
{
    Result<YamlDocument> document = parseYaml(text);
    if (!document)
        return tl::make_unexpected(document.error());

    const YamlNode &root = document->root;
    const QFileInfo place(path);
    TemplateNotes notes(place.fileName());
    for (const YamlDuplicate &duplicate : document->duplicates)
        notes.add(Kind::DuplicateKey, duplicate.key, duplicate.line);

    SamTemplate result;
    const YamlNode *resources = root.member(u"Resources");
    if (resources && resources->kind == YamlNode::Kind::Mapping) {
        result.hasResources = true;
        const FunctionConfig defaults;
        const TemplateValues values(root, defaults.region, defaults.accountId);
        TemplateSurroundings surroundings{values, place.absolutePath(), {}, notes};
        readLayerVersions(*resources, surroundings);

        const YamlNode *globals = root.member(u"Globals");
        const YamlNode *functionGlobals = globals ? globals->member(u"Function") : nullptr;
        YamlNode noProperties;
        noProperties.kind = YamlNode::Kind::Mapping;
        for (const YamlMember &resource : resources->members) {
            const QString type = typeOf(resource.value);
            const bool isServerless = type == QLatin1String("AWS::Serverless::Function");
            if (!isServerless && type != QLatin1String("AWS::Lambda::Function")) {
                if (!type.endsWith(QLatin1String("::LayerVersion")))
                    notes.add(Kind::IgnoredResource,
                              QStringLiteral("%1 (%2)").arg(resource.key, type), resource.line);
                continue;
            }
            noteAttributes(resource.value, notes);
            noProperties.line = resource.line;
            const YamlNode *written = propertiesOf(resource.value);
            const YamlNode &own
                = written && written->kind == YamlNode::Kind::Mapping ? *written : noProperties;
            YamlNode properties
                = isServerless && functionGlobals ? mergedWithGlobal(*functionGlobals, own) : own;
            properties.line = resource.line;
            const std::optional<FunctionConfig> config
                = functionOf(surroundings,
                             isServerless ? FunctionResource::Serverless : FunctionResource::Lambda,
                             resource.key, properties);
            if (config)
                result.functions.push_back({resource.key, *config, resource.line});
        }
        makeNamesUnique(result.functions, notes);
    }
    result.notes = notes.take();
    return result;
}

Result<SamTemplate> readSamTemplate(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return failure(Error::Code::NotFound, path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Code::Unreadable, path + QStringLiteral(": ") + file.errorString());
    if (file.size() > LargestTemplateBytes)
        return failure(Error::Code::InvalidTemplate,
                       QStringLiteral("%1: %2 bytes").arg(path).arg(file.size()));
    return parseSamTemplate(file.readAll(), path);
}

} // namespace coldframe
