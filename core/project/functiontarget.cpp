// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/functiontarget.h"

#include "core/project/handlersearch.h"
#include "core/project/workspace.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace coldframe {

namespace {

constexpr qint64 LargestSearchedBytes = 1024 * 1024;

tl::unexpected<Error> ambiguous(const QStringList &candidates)
{
    return failure(Error::Code::Ambiguous, candidates.join(QStringLiteral(", ")));
}

/// The function whose program is a bootstrap of its own; the handler is its own affair.
FunctionConfig functionOfBootstrap(const QString &directory, const std::optional<QString> &handler)
{
    FunctionConfig config;
    config.name = functionNameOf(QFileInfo(directory).fileName(), {});
    config.codeDirectory = QDir::cleanPath(directory);
    config.handler = handler.value_or(QStringLiteral("bootstrap"));
    config.runtime = QStringLiteral("provided");
    return config;
}

FunctionConfig functionIn(const QFileInfo &file, const QString &function)
{
    FunctionConfig config;
    config.name = functionNameOf(QFileInfo(file.absolutePath()).fileName(), file.fileName());
    config.codeDirectory = QDir::cleanPath(file.absolutePath());
    config.handler = file.completeBaseName() + u'.' + function;
    config.runtime = runtimeFamilyOf(file.fileName());
    return config;
}

/// The runtime that can load a handler of this folder, by its file; empty when there is none.
QString runtimeOfHandler(const QString &directory, const QString &handler)
{
    if (!handler.contains(u'.') && !handler.isEmpty()) { // malformed, which the run says best
        const QString runtime = runtimeOfHandler(directory, handler + QStringLiteral(".handler"));
        if (!runtime.isEmpty())
            return runtime;
    }
    const QString pythonModule = handler.section(u'.', 0, -2);
    if (QFileInfo(directory + u'/' + QString(pythonModule).replace(u'.', u'/')
                  + QStringLiteral(".py"))
            .isFile())
        return QStringLiteral("python");
    const qsizetype name = handler.lastIndexOf(u'/') + 1;
    const qsizetype dot = handler.indexOf(u'.', name);
    for (const QString &extension :
         {QStringLiteral(".js"), QStringLiteral(".mjs"), QStringLiteral(".cjs")}) {
        if (dot > 0 && QFileInfo(directory + u'/' + handler.first(dot) + extension).isFile())
            return QStringLiteral("nodejs");
    }
    return isBootstrap(directory + QStringLiteral("/bootstrap")) ? QStringLiteral("provided")
                                                                 : QString();
}

Result<FunctionConfig> onlyFunctionIn(const QString &directory,
                                      const std::optional<QString> &runtime)
{
    const Result<Workspace> workspace = Workspace::read(directory);
    if (!workspace)
        return tl::make_unexpected(workspace.error());
    if (workspace->templateError)
        return tl::make_unexpected(*workspace->templateError);

    std::vector<FunctionConfig> candidates;
    QStringList names;
    for (const WorkspaceFunction &function : workspace->functions) {
        const bool isHandler = function.origin == WorkspaceFunction::Origin::Handler;
        if (isHandler && function.definedIn.contains(u'/'))
            continue;
        if (isHandler && runtime && !runtime->startsWith(function.config.runtime))
            continue;
        candidates.push_back(function.config);
        if (isHandler)
            candidates.back().name = function.config.runtime == QLatin1String("provided")
                ? functionNameOf(QFileInfo(directory).fileName(), {})
                : functionNameOf(QFileInfo(directory).fileName(), function.definedIn);
        names.append(isHandler ? function.config.handler : function.config.name);
    }
    if (candidates.empty())
        return failure(Error::Code::NotFound, directory);
    if (candidates.size() > 1)
        return ambiguous(names);
    if (runtime)
        candidates.front().runtime = *runtime;
    return candidates.front();
}

} // namespace

Result<FunctionConfig> functionFromFile(const QString &path, const std::optional<QString> &function)
{
    const QFileInfo info(path);
    if (!info.isFile())
        return failure(Error::Code::NotFound, path);
    if (isBootstrap(path))
        return functionOfBootstrap(info.absolutePath(), function);
    if (runtimeFamilyOf(info.fileName()).isEmpty())
        return failure(Error::Code::UnsupportedRuntime, info.fileName());
    if (function)
        return functionIn(info, *function);

    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Code::Unreadable, path + QStringLiteral(": ") + file.errorString());
    const std::vector<FoundHandler> handlers
        = findHandlers(info.fileName(), file.read(LargestSearchedBytes));
    if (handlers.empty()) // what the search does not see may be there; if not, the run says it
        return functionIn(info, QStringLiteral("handler"));
    const bool isClear = handlers.size() == 1
        || (isUsualHandlerName(handlers[0].function) && !isUsualHandlerName(handlers[1].function));
    if (!isClear) {
        QStringList candidates;
        for (const FoundHandler &handler : handlers)
            candidates.append(info.completeBaseName() + u'.' + handler.function);
        return ambiguous(candidates);
    }
    return functionIn(info, handlers.front().function);
}

Result<FunctionConfig> functionFromFolder(const QString &directory,
                                          const std::optional<QString> &handler,
                                          const std::optional<QString> &runtime)
{
    const QString folder = QDir::cleanPath(QDir(directory).absolutePath());
    if (!QFileInfo(folder).isDir())
        return failure(Error::Code::NotFound, directory);
    if (!handler)
        return onlyFunctionIn(folder, runtime);

    FunctionConfig config;
    config.name = functionNameOf(QFileInfo(folder).fileName(), {});
    config.codeDirectory = folder;
    config.handler = *handler;
    config.runtime = runtime ? *runtime : runtimeOfHandler(folder, *handler);
    if (config.runtime.isEmpty())
        return failure(Error::Code::NotFound, folder + u'/' + *handler);
    return config;
}

Result<FunctionConfig> functionFromTarget(const QString &target)
{
    const QFileInfo info(target);
    if (info.isDir())
        return functionFromFolder(target);
    const qsizetype colon = target.lastIndexOf(u':');
    if (!info.exists() && colon > 0)
        return functionFromFile(target.first(colon), target.mid(colon + 1));
    return functionFromFile(target);
}

} // namespace coldframe
