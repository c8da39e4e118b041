// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/runtimecommand.h"

#include <QByteArrayView>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QVersionNumber>

#include <algorithm>
#include <array>

namespace coldframe {

namespace {

const char javaClient[] = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

bool isExecutable(const QString &file)
{
    const QFileInfo info(file);
    return info.isFile() && info.isExecutable();
}

QString classFile()
{
    return QString::fromLatin1(javaClient).replace(u'.', u'/') + QStringLiteral(".class");
}

/// Whether an archive has an entry of this name: names stand in it uncompressed.
bool jarContains(const QString &path, const QByteArray &entry)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const uchar *const bytes = file.map(0, file.size());
    return bytes && QByteArrayView(bytes, file.size()).contains(entry);
}

bool folderHasClient(const QString &folder)
{
    const QByteArray entry = classFile().toLatin1();
    const auto jars = QDir(folder).entryInfoList({QStringLiteral("*.jar")}, QDir::Files);
    return std::any_of(jars.begin(), jars.end(), [&entry](const QFileInfo &jar) {
        return jarContains(jar.filePath(), entry);
    });
}

struct NodeFeature
{
    const char *name;
    int major; ///< of the Node.js where Lambda switches it off
    int minor; ///< the first one that knows the option; others refuse to start with it
};

constexpr std::array SwitchedOffFeatures{NodeFeature{"experimental-require-module", 20, 17},
                                         NodeFeature{"experimental-require-module", 22, 0},
                                         NodeFeature{"experimental-detect-module", 22, 0}};

/// Lambda switches off what Node.js only tries out, unless NODE_OPTIONS switches it on again (AWS's
/// page "Building Lambda functions with Node.js").
QStringList switchedOff(const Interpreter &interpreter, const FunctionConfig &function)
{
    const auto options = function.environment.find(QStringLiteral("NODE_OPTIONS"));
    const QStringList wanted = options == function.environment.end()
        ? QStringList()
        : options->second.split(u' ', Qt::SkipEmptyParts);
    const QVersionNumber version = QVersionNumber::fromString(interpreter.version);
    QStringList arguments;
    for (const NodeFeature &feature : SwitchedOffFeatures) {
        const QString name = QLatin1String(feature.name);
        if (version.majorVersion() == feature.major && version.minorVersion() >= feature.minor
            && !wanted.contains(QStringLiteral("--") + name))
            arguments.append(QStringLiteral("--no-") + name);
    }
    return arguments;
}

RuntimeCommand managedCommand(const Interpreter &interpreter, const FunctionConfig &function,
                              const EnvironmentPaths &paths, const QStringList &bootstrap)
{
    using Client = RuntimeCommand::Client;
    switch (interpreter.family) {
    case RuntimeFamily::Python:
        return {interpreter.program, bootstrap, Client::OwnBootstrap};
    case RuntimeFamily::NodeJs:
        return {interpreter.program, switchedOff(interpreter, function) + bootstrap,
                Client::OwnBootstrap};
    case RuntimeFamily::Ruby:
        return {interpreter.program, {interpreter.client, function.handler}, Client::Other};
    case RuntimeFamily::Java:
        return {interpreter.program,
                {QStringLiteral("-cp"), javaClassPath(paths), QString::fromLatin1(javaClient),
                 function.handler},
                Client::Other};
    case RuntimeFamily::Provided:
        break;
    }
    return {};
}

} // namespace

RuntimeCommand runtimeCommand(const Interpreter &interpreter, const FunctionConfig &function,
                              const EnvironmentPaths &paths, const QStringList &bootstrap,
                              const QString &entrypoint)
{
    if (interpreter.family == RuntimeFamily::Provided)
        return {entrypoint, {}, RuntimeCommand::Client::Other};
    RuntimeCommand command = managedCommand(interpreter, function, paths, bootstrap);
    const auto wrapper = function.environment.find(QStringLiteral("AWS_LAMBDA_EXEC_WRAPPER"));
    if (wrapper == function.environment.end() || wrapper->second.isEmpty())
        return command;
    command.arguments.prepend(command.program);
    command.program = wrapper->second;
    return command;
}

std::optional<QString> findEntrypoint(const QString &codeDirectory, const QString &optFolder,
                                      const EnvironmentPaths &paths)
{
    const QString name = QStringLiteral("/bootstrap");
    if (isExecutable(codeDirectory + name))
        return paths.taskRoot + name;
    if (!optFolder.isEmpty() && isExecutable(optFolder + name))
        return (paths.optDirectory.isEmpty() ? optFolder : paths.optDirectory) + name;
    return std::nullopt;
}

QString invalidEntrypointText()
{
    return QStringLiteral("Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]");
}

Result<void> checkRuntimeClient(const Interpreter &interpreter, const QString &codeDirectory,
                                const QString &optFolder)
{
    if (interpreter.family != RuntimeFamily::Java)
        return {};
    const bool found = QFile::exists(codeDirectory + u'/' + classFile())
        || folderHasClient(codeDirectory + QStringLiteral("/lib"))
        || (!optFolder.isEmpty() && folderHasClient(optFolder + QStringLiteral("/java/lib")));
    if (found)
        return {};
    return failure(Error::Code::RuntimeClientNotFound, QString::fromLatin1(javaClient));
}

QString javaClassPath(const EnvironmentPaths &paths)
{
    QString path = QStringLiteral("%1:%1/lib/*").arg(paths.taskRoot);
    if (!paths.optDirectory.isEmpty())
        path += QStringLiteral(":%1/java/lib/*").arg(paths.optDirectory);
    return path;
}

} // namespace coldframe
