// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/workspace.h"

#include "core/project/handlersearch.h"
#include "core/project/samtemplate.h"
#include "core/project/toolfolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace coldframe {

namespace {

using Kind = ProjectNote::Kind;

constexpr qsizetype MostFiles = 10'000;
constexpr int MostLevels = 16;
constexpr int MostSearchedFiles = 2'000;
constexpr qint64 MostSearchedBytes = 256 * 1024;
constexpr qsizetype LongestFunctionName = 64;

/// Lists files, folders of tools left out; false when the limits ended it.
bool listFiles(const QString &directory, const QString &prefix, int level, QStringList &files)
{
    const QDir::Filters filters = QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot;
    bool isComplete = true;
    const QFileInfoList entries
        = QDir(directory).entryInfoList(filters, QDir::Name | QDir::DirsLast);
    for (const QFileInfo &entry : entries) {
        if (files.size() >= MostFiles)
            return false;
        const QString name = prefix + entry.fileName();
        if (!entry.isDir()) {
            files.append(name);
        } else if (!isToolFolder(entry.fileName()) && !entry.isSymLink()) { // links could be loops
            isComplete = level < MostLevels
                && listFiles(entry.filePath(), name + u'/', level + 1, files) && isComplete;
        }
    }
    return isComplete;
}

/// Names that say nothing about what a function does.
bool isUsualName(const QString &name)
{
    static const QSet<QString> names{
        QStringLiteral("app"),     QStringLiteral("handler"),  QStringLiteral("index"),
        QStringLiteral("main"),    QStringLiteral("lambda"),   QStringLiteral("lambda_function"),
        QStringLiteral("src"),     QStringLiteral("dist"),     QStringLiteral("functions"),
        QStringLiteral("lambdas"), QStringLiteral("function"),
    };
    return names.contains(name);
}

bool isTestFile(const QString &fileName)
{
    return fileName.startsWith(QLatin1String("test_"))
        || fileName.endsWith(QLatin1String("_test.py")) || fileName == QLatin1String("conftest.py");
}

void makeNameUnique(WorkspaceFunction &function, QSet<QString> &names)
{
    const QString name = function.config.name;
    for (int number = 2; names.contains(function.config.name); ++number)
        function.config.name = QStringLiteral("%1-%2").arg(name).arg(number);
    names.insert(function.config.name);
}

/// The function of a bootstrap: its folder is its code, and says best what it is called.
WorkspaceFunction functionOfBootstrap(const Workspace &workspace, const QString &path)
{
    const QFileInfo info(workspace.directory + u'/' + path);
    const QString folder = path.contains(u'/') ? path.section(u'/', 0, -2)
                                               : QFileInfo(workspace.directory).fileName();
    WorkspaceFunction function;
    function.definedIn = path;
    function.line = 1;
    function.config.name = functionNameOf(folder, {});
    function.config.runtime = QStringLiteral("provided");
    function.config.handler = QStringLiteral("bootstrap");
    function.config.codeDirectory = QDir::cleanPath(info.absolutePath());
    return function;
}

/// Functions from the handlers in the code; false when there were too many files to search.
bool searchHandlers(Workspace &workspace)
{
    QSet<QString> names;
    int searched = 0;
    for (const QString &path : std::as_const(workspace.files)) {
        const QFileInfo info(workspace.directory + u'/' + path);
        if (isBootstrap(info.filePath())) {
            workspace.functions.push_back(functionOfBootstrap(workspace, path));
            makeNameUnique(workspace.functions.back(), names);
            continue;
        }
        const QString family = runtimeFamilyOf(info.fileName());
        if (family.isEmpty() || isTestFile(info.fileName()))
            continue;
        if (++searched > MostSearchedFiles)
            return false;
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const std::vector<FoundHandler> handlers
            = findHandlers(info.fileName(), file.read(MostSearchedBytes));
        const QString folder = path.contains(u'/') ? path.section(u'/', 0, -2) : QString();
        QString name = functionNameOf(folder, info.fileName());
        if (isUsualName(name))
            name = functionNameOf(QFileInfo(workspace.directory).fileName(), info.fileName());
        for (const FoundHandler &handler : handlers) {
            WorkspaceFunction function;
            function.definedIn = path;
            function.line = handler.line;
            function.config.name = name;
            if (handlers.size() > 1 && !isUsualHandlerName(handler.function))
                function.config.name = functionNameOf(name, handler.function);
            function.config.runtime = family;
            function.config.handler = info.completeBaseName() + u'.' + handler.function;
            function.config.codeDirectory = QDir::cleanPath(info.absolutePath());
            makeNameUnique(function, names);
            workspace.functions.push_back(std::move(function));
        }
    }
    return true;
}

/// Reads the template when there is one; whether handlers are to be searched instead.
bool readTemplate(Workspace &workspace)
{
    const QString names[] = {QStringLiteral("template.yaml"), QStringLiteral("template.yml")};
    const auto exists = [&](const QString &name) {
        return QFileInfo(workspace.directory + u'/' + name).isFile();
    };
    const bool hasFirst = exists(names[0]);
    const bool hasSecond = exists(names[1]);
    if (!hasFirst && !hasSecond)
        return true;
    const QString name = hasFirst ? names[0] : names[1];
    if (hasFirst && hasSecond)
        workspace.notes.push_back({Kind::OtherTemplateIgnored, names[1], names[1], 0});

    const QString path = workspace.directory + u'/' + name;
    Result<SamTemplate> read = readSamTemplate(path);
    if (!read) {
        const int line = read.error().position ? read.error().position->line : 0;
        workspace.notes.push_back({Kind::InvalidTemplate, read.error().detail, name, line});
        // Other tools have their template.yaml too: without any AWS type in it, it is theirs.
        QFile file(path);
        const bool isOurs
            = !file.open(QIODevice::ReadOnly) || file.read(MostSearchedBytes).contains("AWS::");
        if (isOurs)
            workspace.templateError = read.error();
        return !isOurs;
    }
    if (!read->hasResources) {
        workspace.notes.push_back({Kind::NotATemplate, name, name, 0});
        return true;
    }
    workspace.notes.insert(workspace.notes.end(), read->notes.begin(), read->notes.end());
    for (const TemplateFunction &function : read->functions)
        workspace.functions.push_back(
            {function.config, WorkspaceFunction::Origin::Template, name, function.line});
    return false;
}

std::vector<WorkspaceEvent> eventsAmong(const QStringList &files)
{
    static const QRegularExpression event(QStringLiteral("(?:^|/)events/([^/]+)\\.json$"));
    std::vector<WorkspaceEvent> events;
    for (const QString &file : files) {
        const QRegularExpressionMatch match = event.match(file);
        if (match.hasMatch() && !file.endsWith(QLatin1String(".expect.json")))
            events.push_back({match.captured(1), file});
    }
    return events;
}

} // namespace

Result<Workspace> Workspace::read(const QString &directory)
{
    if (!QFileInfo(directory).isDir())
        return failure(Error::Code::NotFound, directory);
    Workspace workspace;
    workspace.directory = QDir::cleanPath(QDir(directory).absolutePath());
    bool isComplete = listFiles(workspace.directory, {}, 1, workspace.files);
    if (readTemplate(workspace))
        isComplete = searchHandlers(workspace) && isComplete;
    if (!isComplete)
        workspace.notes.push_back(
            {Kind::TooManyFiles, QString::number(workspace.files.size()), {}, 0});
    workspace.events = eventsAmong(workspace.files);
    return workspace;
}

const WorkspaceFunction *Workspace::function(const QString &name) const
{
    const auto found = std::find_if(functions.begin(), functions.end(), [&](const auto &function) {
        return function.config.name == name;
    });
    return found == functions.end() ? nullptr : &*found;
}

QString functionNameOf(const QString &folder, const QString &fileName)
{
    QStringList parts = folder.split(u'/', Qt::SkipEmptyParts);
    parts.append(QFileInfo(fileName).completeBaseName());
    QStringList telling;
    for (const QString &part : std::as_const(parts)) {
        if (!part.isEmpty() && !isUsualName(part))
            telling.append(part);
    }
    parts.removeAll(QString());
    if (telling.empty() && !parts.empty())
        telling.append(parts.last());
    QString name = telling.join(u'-');
    name.replace(QRegularExpression(QStringLiteral("[^A-Za-z0-9_-]+")), QStringLiteral("-"));
    if (!name.contains(QRegularExpression(QStringLiteral("[A-Za-z0-9]"))))
        return QStringLiteral("function");
    return name.left(LongestFunctionName);
}

} // namespace coldframe
