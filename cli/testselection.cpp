// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/testselection.h"

#include "core/project/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace coldframe::cli {

namespace {

constexpr auto eventsFolder = "events";
const QString &sidecarSuffix()
{
    static const QString suffix = QStringLiteral(".expect.json");
    return suffix;
}

bool isTemplate(const QString &fileName)
{
    return fileName == QStringLiteral("template.yaml")
        || fileName == QStringLiteral("template.yml");
}

bool hasTemplate(const QDir &folder)
{
    return folder.exists(QStringLiteral("template.yaml"))
        || folder.exists(QStringLiteral("template.yml"));
}

QString cleanAbsolute(const QString &path)
{
    return QDir::cleanPath(QFileInfo(path).absoluteFilePath());
}

bool isInside(const QString &file, const QString &folder)
{
    return file == folder || file.startsWith(folder.endsWith(u'/') ? folder : folder + u'/');
}

/// "a.json" for "a.expect.json".
QString eventOfSidecar(const QString &file)
{
    return file.endsWith(sidecarSuffix())
        ? file.chopped(sidecarSuffix().size()) + QStringLiteral(".json")
        : file;
}

/// Paths may also be given as they are inside the workspace.
Result<QString> existingPath(const QString &path, const std::optional<QString> &workspace)
{
    if (QFileInfo::exists(path))
        return cleanAbsolute(path);
    if (workspace && QFileInfo::exists(QDir(*workspace).filePath(path)))
        return cleanAbsolute(QDir(*workspace).filePath(path));
    return failure(Error::Code::NotFound, path);
}

Result<QString> commonWorkspace(const QStringList &paths)
{
    const QString first = workspaceOfPath(paths.first());
    for (const QString &path : paths) {
        if (workspaceOfPath(path) != first)
            return failure(
                Error::Code::InvalidArgument,
                QCoreApplication::translate("Command",
                                            "%1 and %2 belong to different workspaces; give one of "
                                            "them, or --workspace")
                    .arg(paths.first(), path));
    }
    return first;
}

struct Choice
{
    std::vector<FixtureEntry> entries;
    int withoutSidecar = 0; ///< see TestSelection::withoutSidecar
};

Result<Choice> chooseByPaths(const std::vector<FixtureEntry> &entries, const QString &workspace,
                             const QStringList &paths)
{
    Choice choice;
    std::vector<bool> isChosen(entries.size(), false);
    std::vector<bool> isLeftOut(entries.size(), false);
    for (const QString &path : paths) {
        const bool isFile = QFileInfo(path).isFile();
        const QString wanted = isFile ? eventOfSidecar(path) : path;
        bool isFound = false;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (!isInside(QDir(workspace).filePath(entries[i].file), wanted))
                continue;
            isFound = true;
            if (isFile || entries[i].hasSidecar)
                isChosen[i] = true;
            else
                isLeftOut[i] = true;
        }
        if (isFile && !isFound)
            return failure(Error::Code::InvalidArgument,
                           QCoreApplication::translate(
                               "Command",
                               "%1 is no event of the workspace %2; events are JSON files in "
                               "folders called \"events\"")
                               .arg(path, workspace));
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (isChosen[i])
            choice.entries.push_back(entries[i]);
        else
            choice.withoutSidecar += isLeftOut[i];
    }
    return choice;
}

bool hasOneOf(const PlannedFixture &planned, const QStringList &tags)
{
    if (tags.isEmpty() || !planned.loaded)
        return true;
    const QStringList &own = planned.loaded->fixture.tags;
    return std::any_of(tags.begin(), tags.end(),
                       [&own](const QString &tag) { return own.contains(tag); });
}

QStringList schemaFilesOf(const Fixture &fixture)
{
    QStringList files;
    for (const ValueCheck *check : {&fixture.expect.response, &fixture.expect.body}) {
        if (check->schema && !check->schema->file.isEmpty())
            files.append(QDir::cleanPath(QDir(fixture.directory).filePath(check->schema->file)));
    }
    return files;
}

} // namespace

QString workspaceOfPath(const QString &path)
{
    const QFileInfo info(path);
    QString folder = info.isDir() ? cleanAbsolute(path) : cleanAbsolute(info.absolutePath());
    if (hasTemplate(QDir(folder)))
        return folder;
    QStringList parts = folder.split(u'/');
    if (const qsizetype events = parts.lastIndexOf(QLatin1String(eventsFolder)); events > 0) {
        folder = parts.first(events).join(u'/');
        if (folder.isEmpty())
            folder = QStringLiteral("/");
    }
    // A template further up than the project or the home folder is somebody else's.
    constexpr int mostLevels = 8;
    QDir above(folder);
    for (int level = 0; level < mostLevels; ++level) {
        if (hasTemplate(above))
            return above.path();
        if (above.exists(QStringLiteral(".git")) || above == QDir::home() || !above.cdUp())
            break;
    }
    return folder;
}

Result<TestSelection> selectFixtures(const TestOptions &options)
{
    QStringList paths;
    for (const QString &given : options.paths) {
        const Result<QString> path = existingPath(given, options.workspace);
        if (!path)
            return tl::make_unexpected(path.error());
        paths.append(*path);
    }
    const Result<QString> directory = options.workspace
        ? Result<QString>(cleanAbsolute(*options.workspace))
        : commonWorkspace(paths.isEmpty() ? QStringList(QDir::currentPath()) : paths);
    if (!directory)
        return tl::make_unexpected(directory.error());
    if (paths.isEmpty())
        paths.append(*directory);
    const Result<Workspace> workspace = Workspace::read(*directory);
    if (!workspace)
        return tl::make_unexpected(workspace.error());
    if (workspace->templateError)
        return tl::make_unexpected(*workspace->templateError);

    TestSelection selection;
    selection.workspaceDirectory = *directory;
    for (const WorkspaceFunction &function : workspace->functions)
        selection.functions.push_back(function.config);
    const FixtureStore store(*directory);
    const auto entries = store.list();
    if (!entries)
        return tl::make_unexpected(entries.error());
    const auto chosen = chooseByPaths(*entries, *directory, paths);
    if (!chosen)
        return tl::make_unexpected(chosen.error());
    if (options.tags.isEmpty())
        selection.withoutSidecar = chosen->withoutSidecar;
    for (PlannedFixture &planned : loadFixtures(store, chosen->entries)) {
        if (hasOneOf(planned, options.tags))
            selection.fixtures.push_back(std::move(planned));
    }
    return selection;
}

std::vector<PlannedFixture> affectedFixtures(const TestSelection &selection,
                                             const QStringList &changedFiles)
{
    const QDir workspace(selection.workspaceDirectory);
    const auto isAny = [&changedFiles](const auto &matters) {
        return std::any_of(changedFiles.begin(), changedFiles.end(), matters);
    };
    if (isAny([&](const QString &file) { return isTemplate(workspace.relativeFilePath(file)); }))
        return selection.fixtures;
    const auto isEvent = [&workspace](const QString &file) {
        const QStringList folders = workspace.relativeFilePath(file).split(u'/');
        return folders.contains(QLatin1String(eventsFolder));
    };
    std::vector<PlannedFixture> affected;
    for (const PlannedFixture &planned : selection.fixtures) {
        const QString event = workspace.filePath(planned.file);
        bool matters
            = isAny([&event](const QString &file) { return eventOfSidecar(file) == event; });
        if (!matters && planned.loaded) {
            const Fixture &fixture = planned.loaded->fixture;
            const QStringList schemas = schemaFilesOf(fixture);
            const Result<FunctionConfig> function = resolveFunction(fixture, selection.functions);
            matters = isAny([&](const QString &file) {
                if (schemas.contains(file))
                    return true;
                if (!function || isEvent(file))
                    return false;
                return isInside(file, function->codeDirectory)
                    || std::any_of(function->layers.begin(), function->layers.end(),
                                   [&file](const QString &layer) { return isInside(file, layer); });
            });
        }
        if (matters)
            affected.push_back(planned);
    }
    return affected;
}

} // namespace coldframe::cli
