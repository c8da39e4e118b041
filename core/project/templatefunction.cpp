// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/templatefunction.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace coldframe {

namespace {

using Kind = ProjectNote::Kind;

/// A whole number within Lambda's range, the nearest one with a note, or nothing.
std::optional<std::int64_t> wholeNumber(const TemplateSurroundings &surroundings,
                                        const QString &property, const YamlNode &node,
                                        std::int64_t smallest, std::int64_t largest)
{
    const std::optional<QString> text = knownText(surroundings, property, node);
    if (!text)
        return std::nullopt;
    bool isNumber = false;
    const qlonglong number = text->toLongLong(&isNumber);
    if (!isNumber) {
        surroundings.notes.add(Kind::InvalidValue, property + QStringLiteral(": ") + *text,
                               node.line);
        return std::nullopt;
    }
    if (number < smallest || number > largest)
        surroundings.notes.add(Kind::OutOfRange, property + QStringLiteral(": ") + *text,
                               node.line);
    return std::clamp<std::int64_t>(number, smallest, largest);
}

/// What a plain text becomes in CloudFormation, which reads YAML 1.1: yes and on are true there.
QString environmentText(const TemplateSurroundings &surroundings, const QString &property,
                        const YamlNode &node)
{
    if (node.isQuoted || !node.tag.isEmpty())
        return node.text;
    const QString lower = node.text.toLower();
    const bool isCased = node.text == lower || node.text == node.text.toUpper()
        || node.text == lower.left(1).toUpper() + lower.mid(1);
    if (isCased && (lower == QLatin1String("true") || lower == QLatin1String("false")))
        return lower;
    static const QRegularExpression otherNumber(QStringLiteral(
        "^([-+]?0[0-7]+|[-+]?0x[0-9a-fA-F]+|[0-9]+(:[0-5]?[0-9])+|[0-9]+_[0-9_]+)$"));
    const bool isTrue = lower == QLatin1String("yes") || lower == QLatin1String("on");
    const bool isFalse = lower == QLatin1String("no") || lower == QLatin1String("off");
    if ((isCased && (isTrue || isFalse)) || otherNumber.match(node.text).hasMatch())
        surroundings.notes.add(Kind::AmbiguousValue, property + QStringLiteral(": ") + node.text,
                               node.line);
    if (isCased && isTrue)
        return QStringLiteral("true");
    if (isCased && isFalse)
        return QStringLiteral("false");
    return node.text;
}

void readEnvironment(const TemplateSurroundings &surroundings, const YamlNode &environment,
                     std::map<QString, QString> &variables)
{
    const QString section = QStringLiteral("Environment");
    for (const YamlMember &member : environment.members) {
        if (member.key != QLatin1String("Variables"))
            surroundings.notes.add(Kind::IgnoredProperty, section + u'.' + member.key, member.line);
    }
    const YamlNode *node = environment.member(u"Variables");
    if (!node) {
        if (environment.kind != YamlNode::Kind::Mapping || intrinsicOf(environment))
            surroundings.notes.add(Kind::InvalidValue,
                                   section + QStringLiteral(": ") + flowText(environment),
                                   environment.line);
        return;
    }
    if (node->kind != YamlNode::Kind::Mapping || !node->tag.isEmpty()) {
        if (node->kind != YamlNode::Kind::Null)
            surroundings.notes.add(Kind::InvalidValue,
                                   section + QStringLiteral(".Variables: ") + flowText(*node),
                                   node->line);
        return;
    }
    for (const YamlMember &variable : node->members) {
        const TemplateValue value = surroundings.values.valueOf(variable.value);
        const QString detail = variable.key + QStringLiteral(": ") + value.text;
        switch (value.state) {
        case TemplateValue::State::Known:
            variables[variable.key] = intrinsicOf(variable.value)
                ? value.text
                : environmentText(surroundings, variable.key, variable.value);
            break;
        case TemplateValue::State::Unresolved:
            surroundings.notes.add(Kind::UnresolvedIntrinsic, detail, variable.line);
            variables[variable.key] = value.text;
            break;
        case TemplateValue::State::Absent:
            break;
        case TemplateValue::State::NotAScalar:
            surroundings.notes.add(Kind::InvalidValue, detail, variable.line);
            break;
        }
    }
}

void readArchitectures(const TemplateSurroundings &surroundings, const YamlNode &list,
                       FunctionConfig &function)
{
    const QString property = QStringLiteral("Architectures");
    if (list.items.size() != 1) {
        surroundings.notes.add(Kind::InvalidValue, property + QStringLiteral(": ") + flowText(list),
                               list.line);
        if (list.items.empty())
            return;
    }
    // Globals add to lists, so the function's own entry is the last one.
    const YamlNode &last = list.items.back();
    const std::optional<QString> name = knownText(surroundings, property, last);
    if (!name)
        return;
    for (const Architecture architecture : {Architecture::X86_64, Architecture::Arm64}) {
        if (architectureName(architecture) == *name) {
            function.architecture = architecture;
            return;
        }
    }
    surroundings.notes.add(Kind::InvalidValue, property + QStringLiteral(": ") + *name, last.line);
}

/// The layer that one item of the list means; its name is its path when the template has no other.
std::optional<TemplateLayer> layerOf(const TemplateSurroundings &surroundings, const YamlNode &item)
{
    const std::optional<Intrinsic> intrinsic = intrinsicOf(item);
    if (intrinsic && intrinsic->name == QLatin1String("Ref")) {
        const auto layer = surroundings.layers.find(intrinsic->argument.text);
        if (layer != surroundings.layers.end())
            return layer->second;
    }
    const TemplateValue value = surroundings.values.valueOf(item);
    if (value.state == TemplateValue::State::Absent)
        return std::nullopt;
    const bool isPath = value.state == TemplateValue::State::Known
        && !value.text.startsWith(QLatin1String("arn:"));
    if (!isPath) {
        surroundings.notes.add(Kind::UnsupportedLayer, value.text, item.line);
        return std::nullopt;
    }
    const std::optional<QString> path = layerPath(surroundings, QStringLiteral("Layers"), item);
    return path ? std::optional(TemplateLayer{*path, *path}) : std::nullopt;
}

void readLayers(const TemplateSurroundings &surroundings, const YamlNode &list,
                FunctionConfig &function)
{
    if (list.kind != YamlNode::Kind::Sequence || intrinsicOf(list)) {
        surroundings.notes.add(Kind::UnsupportedLayer, flowText(list), list.line);
        return;
    }
    QStringList names;
    for (const YamlNode &item : list.items) {
        const std::optional<TemplateLayer> layer = layerOf(surroundings, item);
        if (!layer)
            continue;
        if (names.contains(layer->name) || function.layers.contains(layer->path)) {
            surroundings.notes.add(Kind::RepeatedLayer, flowText(item), item.line);
            continue;
        }
        names.append(layer->name);
        function.layers.append(layer->path);
    }
    if (list.items.size() > std::size_t(limits::Layers))
        surroundings.notes.add(Kind::OutOfRange,
                               QStringLiteral("Layers: %1").arg(list.items.size()), list.line);
    function.layers = function.layers.mid(0, limits::Layers);
}

/// A log level that Lambda accepts here, or nothing with a note.
std::optional<LogLevel> logLevel(const TemplateSurroundings &surroundings, const QString &property,
                                 const YamlNode &node, bool isSystem)
{
    const std::optional<QString> text = knownText(surroundings, property, node);
    if (!text)
        return std::nullopt;
    const std::optional<LogLevel> level = logLevelNamed(*text);
    if (level && (!isSystem || isSystemLogLevel(*level)))
        return level;
    surroundings.notes.add(Kind::InvalidValue, property + QStringLiteral(": ") + *text, node.line);
    return std::nullopt;
}

void readLogging(const TemplateSurroundings &surroundings, const YamlMember &property,
                 LoggingConfig &logging)
{
    const YamlNode &section = property.value;
    if (section.kind != YamlNode::Kind::Mapping || intrinsicOf(section)) {
        surroundings.notes.add(Kind::InvalidValue,
                               property.key + QStringLiteral(": ") + flowText(section),
                               section.line);
        return;
    }
    if (const YamlNode *format = section.member(u"LogFormat")) {
        const QString name = property.key + QStringLiteral(".LogFormat");
        if (const std::optional<QString> text = knownText(surroundings, name, *format)) {
            if (const std::optional<LogFormat> known = logFormatNamed(*text))
                logging.format = *known;
            else
                surroundings.notes.add(Kind::InvalidValue, name + QStringLiteral(": ") + *text,
                                       format->line);
        }
    }
    for (const YamlMember &member : section.members) {
        const QString name = property.key + u'.' + member.key;
        const bool isSystem = member.key == QLatin1String("SystemLogLevel");
        if (!isSystem && member.key != QLatin1String("ApplicationLogLevel")) {
            if (member.key != QLatin1String("LogFormat"))
                surroundings.notes.add(Kind::IgnoredProperty, name, member.line);
        } else if (logging.format == LogFormat::Text) {
            surroundings.notes.add(Kind::LogLevelWithText, name, member.line);
        } else if (const auto level = logLevel(surroundings, name, member.value, isSystem)) {
            (isSystem ? logging.systemLevel : logging.applicationLevel) = *level;
        }
    }
}

void readSnapStart(const TemplateSurroundings &surroundings, const YamlMember &property,
                   FunctionConfig &function)
{
    const YamlNode *applyOn = property.value.member(u"ApplyOn");
    if (!applyOn) {
        surroundings.notes.add(Kind::InvalidValue,
                               property.key + QStringLiteral(": ") + flowText(property.value),
                               property.value.line);
        return;
    }
    const QString name = property.key + QStringLiteral(".ApplyOn");
    const std::optional<QString> text = knownText(surroundings, name, *applyOn);
    if (!text)
        return;
    function.snapStart = *text == QLatin1String("PublishedVersions");
    if (!function.snapStart && *text != QLatin1String("None"))
        surroundings.notes.add(Kind::InvalidValue, name + QStringLiteral(": ") + *text,
                               applyOn->line);
}

void readEphemeralStorage(const TemplateSurroundings &surroundings, const YamlNode &storage,
                          FunctionConfig &function)
{
    const YamlNode *size = storage.member(u"Size");
    if (!size) {
        surroundings.notes.add(Kind::InvalidValue,
                               QStringLiteral("EphemeralStorage: ") + flowText(storage),
                               storage.line);
        return;
    }
    if (const auto number = wholeNumber(surroundings, QStringLiteral("EphemeralStorage.Size"),
                                        *size, limits::SmallestEphemeralStorage.value,
                                        limits::LargestEphemeralStorage.value))
        function.ephemeralStorage = MebiBytes{*number};
}

/// One property other than the code; false when it has no effect here.
bool readProperty(const TemplateSurroundings &surroundings, const YamlMember &property,
                  FunctionConfig &function)
{
    const auto takeText = [&](QString &target) {
        if (const std::optional<QString> text
            = knownText(surroundings, property.key, property.value))
            target = *text;
    };
    if (property.key == QLatin1String("FunctionName")) {
        takeText(function.name);
    } else if (property.key == QLatin1String("Runtime")) {
        takeText(function.runtime);
    } else if (property.key == QLatin1String("Handler")) {
        takeText(function.handler);
    } else if (property.key == QLatin1String("MemorySize")) {
        if (const auto number
            = wholeNumber(surroundings, property.key, property.value, limits::SmallestMemory.value,
                          limits::LargestMemory.value))
            function.memory = MebiBytes{*number};
    } else if (property.key == QLatin1String("Timeout")) {
        if (const auto number
            = wholeNumber(surroundings, property.key, property.value,
                          limits::ShortestTimeout.count(), limits::LongestTimeout.count()))
            function.timeout = std::chrono::seconds(*number);
    } else if (property.key == QLatin1String("Environment")) {
        readEnvironment(surroundings, property.value, function.environment);
    } else if (property.key == QLatin1String("Architectures")) {
        readArchitectures(surroundings, property.value, function);
    } else if (property.key == QLatin1String("Layers")) {
        readLayers(surroundings, property.value, function);
    } else if (property.key == QLatin1String("EphemeralStorage")) {
        readEphemeralStorage(surroundings, property.value, function);
    } else if (property.key == QLatin1String("LoggingConfig")) {
        readLogging(surroundings, property, function.logging);
    } else if (property.key == QLatin1String("SnapStart")) {
        readSnapStart(surroundings, property, function);
    } else {
        return false;
    }
    return true;
}

} // namespace

TemplateNotes::TemplateNotes(QString file)
    : m_file(std::move(file))
{ }

void TemplateNotes::add(ProjectNote::Kind kind, const QString &detail, int line)
{
    const ProjectNote note{kind, detail, m_file, line};
    if (std::find(m_notes.begin(), m_notes.end(), note) == m_notes.end())
        m_notes.push_back(note);
}

std::vector<ProjectNote> TemplateNotes::take()
{
    std::stable_sort(
        m_notes.begin(), m_notes.end(),
        [](const ProjectNote &left, const ProjectNote &right) { return left.line < right.line; });
    return std::move(m_notes);
}

std::optional<QString> knownText(const TemplateSurroundings &surroundings, const QString &property,
                                 const YamlNode &node)
{
    const TemplateValue value = surroundings.values.valueOf(node);
    switch (value.state) {
    case TemplateValue::State::Known:
        if (node.kind == YamlNode::Kind::Null)
            return std::nullopt;
        return value.text;
    case TemplateValue::State::Absent:
        return std::nullopt;
    case TemplateValue::State::Unresolved:
        surroundings.notes.add(Kind::UnresolvedIntrinsic,
                               property + QStringLiteral(": ") + value.text, node.line);
        return std::nullopt;
    case TemplateValue::State::NotAScalar:
        surroundings.notes.add(Kind::InvalidValue, property + QStringLiteral(": ") + value.text,
                               node.line);
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<QString> codeFolder(const TemplateSurroundings &surroundings, const QString &property,
                                  const YamlNode &node)
{
    const TemplateValue value = surroundings.values.valueOf(node);
    const QString detail = property + QStringLiteral(": ") + value.text;
    const bool isElsewhere = value.text.contains(QLatin1String("://"));
    if (value.state != TemplateValue::State::Known || value.text.isEmpty() || isElsewhere) {
        const Kind kind = value.state == TemplateValue::State::Unresolved
            ? Kind::UnresolvedIntrinsic
            : Kind::UnsupportedPackaging;
        surroundings.notes.add(kind, detail, node.line);
        return std::nullopt;
    }
    const QString folder
        = QDir::cleanPath(QDir(surroundings.directory).absoluteFilePath(value.text));
    const QFileInfo info(folder);
    if (info.isFile()) {
        surroundings.notes.add(Kind::UnsupportedPackaging, detail, node.line);
        return std::nullopt;
    }
    if (!info.isDir())
        surroundings.notes.add(Kind::MissingDirectory, value.text, node.line);
    return folder;
}

std::optional<QString> layerPath(const TemplateSurroundings &surroundings, const QString &property,
                                 const YamlNode &node)
{
    const TemplateValue value = surroundings.values.valueOf(node);
    const bool isPath = value.state == TemplateValue::State::Known && !value.text.isEmpty()
        && !value.text.contains(QLatin1String("://"));
    if (!isPath) {
        surroundings.notes.add(Kind::UnsupportedLayer, property + QStringLiteral(": ") + value.text,
                               node.line);
        return std::nullopt;
    }
    const QString path = QDir::cleanPath(QDir(surroundings.directory).absoluteFilePath(value.text));
    const QFileInfo info(path);
    const bool isArchive = info.suffix().compare(QLatin1String("zip"), Qt::CaseInsensitive) == 0;
    if (info.isFile() && !isArchive) {
        surroundings.notes.add(Kind::UnsupportedLayer, value.text, node.line);
        return std::nullopt;
    }
    if (!info.exists())
        surroundings.notes.add(Kind::MissingDirectory, value.text, node.line);
    return path;
}

std::optional<FunctionConfig> functionOf(const TemplateSurroundings &surroundings,
                                         FunctionResource resource, const QString &logicalId,
                                         const YamlNode &properties)
{
    const QString codeProperty = resource == FunctionResource::Serverless
        ? QStringLiteral("CodeUri")
        : QStringLiteral("Code");
    FunctionConfig function;
    function.name = logicalId;
    function.codeDirectory = QDir::cleanPath(surroundings.directory);
    bool isRunnable = true;
    for (const YamlMember &property : properties.members) {
        const bool isImage = property.key == QLatin1String("PackageType")
            && property.value.text == QLatin1String("Image");
        if (property.key == codeProperty) {
            const std::optional<QString> folder
                = codeFolder(surroundings, codeProperty, property.value);
            function.codeDirectory = folder.value_or(QString());
            isRunnable = isRunnable && folder.has_value();
        } else if (isImage || property.key == QLatin1String("ImageUri")
                   || property.key == QLatin1String("InlineCode")) {
            surroundings.notes.add(Kind::UnsupportedPackaging,
                                   logicalId + QStringLiteral(": ") + property.key, property.line);
            isRunnable = false;
        } else if (!readProperty(surroundings, property, function)
                   && property.key != QLatin1String("PackageType")) {
            surroundings.notes.add(Kind::IgnoredProperty, property.key, property.line);
        }
    }
    if (!isRunnable)
        return std::nullopt;

    const auto noteMissing = [&](const QString &property) {
        surroundings.notes.add(Kind::MissingProperty, logicalId + u'.' + property, properties.line);
    };
    if (!properties.member(codeProperty))
        noteMissing(codeProperty);
    if (!properties.member(u"Runtime"))
        noteMissing(QStringLiteral("Runtime"));
    if (!properties.member(u"Handler"))
        noteMissing(QStringLiteral("Handler"));
    return function;
}

} // namespace coldframe
