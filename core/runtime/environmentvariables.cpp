// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/environmentvariables.h"

namespace coldframe {

namespace {

using Variables = std::map<QString, QString>;

/// Values that a function may override.
Variables overridable(const Interpreter &interpreter, const EnvironmentPaths &paths)
{
    const QString &task = paths.taskRoot;
    const QString &opt = paths.optDirectory;
    const QString optBin = opt.isEmpty() ? QString() : QStringLiteral(":%1/bin").arg(opt);
    const QString optLib = opt.isEmpty() ? QString() : QStringLiteral(":%1/lib").arg(opt);
    Variables variables{
        {QStringLiteral("LANG"), QStringLiteral("en_US.UTF-8")},
        {QStringLiteral("TZ"), QStringLiteral(":UTC")},
        {QStringLiteral("PATH"), QStringLiteral("/usr/local/bin:/usr/bin/:/bin") + optBin},
        {QStringLiteral("LD_LIBRARY_PATH"), task + QStringLiteral("/lib:") + task + optLib},
    };
    switch (interpreter.family) {
    case RuntimeFamily::Python:
        variables.emplace(QStringLiteral("PYTHONPATH"), paths.runtimeDirectory);
        break;
    case RuntimeFamily::NodeJs: {
        QString folders = paths.runtimeDirectory + QStringLiteral("/node_modules");
        if (!opt.isEmpty()) {
            folders.prepend(QStringLiteral("%1/nodejs/node%2/node_modules:%1/nodejs/node_modules:")
                                .arg(opt)
                                .arg(interpreter.major()));
        }
        variables.emplace(QStringLiteral("NODE_PATH"), folders);
        break;
    }
    }
    return variables;
}

/// Keys that pass for keys and open nothing: no call with them reaches an account.
Variables dummyCredentials()
{
    return {
        {QStringLiteral("AWS_ACCESS_KEY_ID"), QStringLiteral("coldframe")},
        {QStringLiteral("AWS_SECRET_ACCESS_KEY"), QStringLiteral("coldframe")},
        {QStringLiteral("AWS_SESSION_TOKEN"), QStringLiteral("coldframe")},
    };
}

Variables reserved(const FunctionConfig &function, const Interpreter &interpreter,
                   const EnvironmentPaths &paths, const QString &runtimeApiAddress,
                   const QString &logStreamName)
{
    return {
        {QStringLiteral("_HANDLER"), function.handler},
        {QStringLiteral("AWS_DEFAULT_REGION"), function.region},
        {QStringLiteral("AWS_REGION"), function.region},
        {QStringLiteral("AWS_EXECUTION_ENV"),
         QStringLiteral("AWS_Lambda_") + runtimeIdentifierOf(interpreter)},
        {QStringLiteral("AWS_LAMBDA_FUNCTION_NAME"), function.name},
        {QStringLiteral("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), QString::number(function.memory.value)},
        {QStringLiteral("AWS_LAMBDA_FUNCTION_VERSION"), function.version},
        {QStringLiteral("AWS_LAMBDA_INITIALIZATION_TYPE"), QStringLiteral("on-demand")},
        {QStringLiteral("AWS_LAMBDA_LOG_GROUP_NAME"),
         QStringLiteral("/aws/lambda/") + function.name},
        {QStringLiteral("AWS_LAMBDA_LOG_STREAM_NAME"), logStreamName},
        {QStringLiteral("AWS_LAMBDA_RUNTIME_API"), runtimeApiAddress},
        {QStringLiteral("LAMBDA_TASK_ROOT"), paths.taskRoot},
        {QStringLiteral("LAMBDA_RUNTIME_DIR"), paths.runtimeDirectory},
    };
}

} // namespace

Variables runtimeVariables(const FunctionConfig &function, const Interpreter &interpreter,
                           const EnvironmentPaths &paths, const QString &runtimeApiAddress,
                           const QString &logStreamName)
{
    Variables variables;
    for (const auto &[key, value] : function.environment) {
        if (!key.startsWith(u'_'))
            variables.emplace(key, value);
    }
    variables.merge(overridable(interpreter, paths)); // keeps what the function has set
    for (const auto &[key, value] : dummyCredentials())
        variables.insert_or_assign(key, value);
    for (const auto &[key, value] :
         reserved(function, interpreter, paths, runtimeApiAddress, logStreamName))
        variables.insert_or_assign(key, value);
    return variables;
}

} // namespace coldframe
