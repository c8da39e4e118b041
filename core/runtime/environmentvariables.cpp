// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/environmentvariables.h"

#include "core/base/jsontext.h"

#include <QProcessEnvironment>
#include <QRegularExpression>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace coldframe {

namespace {

/// Names that Lambda sets and nobody else (environment, section 2.1).
constexpr std::array reservedNames{
    QLatin1String("_HANDLER"),
    QLatin1String("_X_AMZN_TRACE_ID"),
    QLatin1String("AWS_DEFAULT_REGION"),
    QLatin1String("AWS_REGION"),
    QLatin1String("AWS_EXECUTION_ENV"),
    QLatin1String("AWS_LAMBDA_FUNCTION_NAME"),
    QLatin1String("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"),
    QLatin1String("AWS_LAMBDA_FUNCTION_VERSION"),
    QLatin1String("AWS_LAMBDA_INITIALIZATION_TYPE"),
    QLatin1String("AWS_LAMBDA_LOG_GROUP_NAME"),
    QLatin1String("AWS_LAMBDA_LOG_STREAM_NAME"),
    QLatin1String("AWS_ACCESS_KEY"),
    QLatin1String("AWS_ACCESS_KEY_ID"),
    QLatin1String("AWS_SECRET_ACCESS_KEY"),
    QLatin1String("AWS_SESSION_TOKEN"),
    QLatin1String("AWS_LAMBDA_RUNTIME_API"),
    QLatin1String("LAMBDA_TASK_ROOT"),
    QLatin1String("LAMBDA_RUNTIME_DIR"),
    QLatin1String("AWS_LAMBDA_MAX_CONCURRENCY"),
    QLatin1String("AWS_LAMBDA_METADATA_API"),
    QLatin1String("AWS_LAMBDA_METADATA_TOKEN"),
};

/// What extensions do not get (environment, section 2.3), and the descriptor that only the runtime
/// inherits.
constexpr std::array namesOfTheRuntimeAlone{
    QLatin1String("AWS_EXECUTION_ENV"),          QLatin1String("AWS_LAMBDA_LOG_GROUP_NAME"),
    QLatin1String("AWS_LAMBDA_LOG_STREAM_NAME"), QLatin1String("LAMBDA_RUNTIME_DIR"),
    QLatin1String("LAMBDA_TASK_ROOT"),           QLatin1String("_HANDLER"),
    QLatin1String("_X_AMZN_TRACE_ID"),           QLatin1String("_LAMBDA_TELEMETRY_LOG_FD"),
};

/// A runtime identifier taken apart as far as search paths need it.
struct RuntimeParts
{
    QString language; ///< "python", "nodejs", "ruby", "java", "dotnet" or "provided"
    int major = 0;
    int minor = 0;

    bool is(const char *name) const { return language == QLatin1String(name); }
    bool isManaged() const { return !is("provided"); }
};

RuntimeParts partsOf(const QString &runtime)
{
    static const QRegularExpression form(QStringLiteral("^([a-z]+)(\\d*)(?:\\.(\\d+))?"));
    const QRegularExpressionMatch match = form.match(runtime);
    return {match.captured(1), match.captured(2).toInt(), match.captured(3).toInt()};
}

/// "a:b:c" without the parts that are not there.
QString searchPath(QStringList folders)
{
    folders.removeAll(QString());
    return folders.join(u':');
}

/// A place below a folder; empty when there is no such folder.
QString below(const QString &folder, const char *place)
{
    return folder.isEmpty() ? QString() : folder + QLatin1String(place);
}

void addLanguagePaths(const RuntimeParts &runtime, const EnvironmentPaths &paths,
                      Variables &variables)
{
    const QString &opt = paths.optDirectory;
    if (runtime.is("python")) {
        variables.emplace(QStringLiteral("PYTHONPATH"), paths.runtimeDirectory);
    } else if (runtime.is("nodejs")) {
        const QString versioned = opt.isEmpty()
            ? QString()
            : QStringLiteral("%1/nodejs/node%2/node_modules").arg(opt).arg(runtime.major);
        variables.emplace(QStringLiteral("NODE_PATH"),
                          searchPath({versioned, below(opt, "/nodejs/node_modules"),
                                      below(paths.runtimeDirectory, "/node_modules")}));
    } else if (runtime.is("ruby")) {
        const QString gems = QStringLiteral("/%1.%2.0").arg(runtime.major).arg(runtime.minor);
        variables.emplace(
            QStringLiteral("GEM_PATH"),
            searchPath({paths.taskRoot + QStringLiteral("/vendor/bundle/ruby") + gems,
                        opt.isEmpty() ? QString() : opt + QStringLiteral("/ruby/gems") + gems}));
        variables.emplace(QStringLiteral("RUBYLIB"),
                          searchPath({paths.taskRoot, below(paths.runtimeDirectory, "/lib"),
                                      below(opt, "/ruby/lib")}));
    } else if (runtime.is("java")) {
        variables.emplace(QStringLiteral("CLASSPATH"),
                          searchPath({paths.taskRoot, below(paths.taskRoot, "/lib/*"),
                                      below(opt, "/java/lib/*")}));
    } else if (runtime.is("dotnet")) {
        variables.emplace(QStringLiteral("AWS_LAMBDA_DOTNET_PREJIT"),
                          QStringLiteral("ProvisionedConcurrency"));
    }
}

/// Values that a function may override (environment, section 2.2).
Variables overridable(const VariableSources &sources)
{
    const EnvironmentPaths &paths = sources.paths;
    const RuntimeParts runtime = partsOf(sources.runtime);
    const LoggingConfig &logging = sources.function.logging;
    Variables variables{
        {QStringLiteral("LANG"), QStringLiteral("en_US.UTF-8")},
        {QStringLiteral("TZ"), QStringLiteral(":UTC")},
        {QStringLiteral("PATH"),
         searchPath({runtime.isManaged() ? below(paths.languageDirectory, "/bin") : QString(),
                     QStringLiteral("/usr/local/bin:/usr/bin/:/bin"),
                     below(paths.optDirectory, "/bin")})},
        {QStringLiteral("LD_LIBRARY_PATH"),
         searchPath({below(paths.languageDirectory, "/lib"), QStringLiteral("/lib64:/usr/lib64"),
                     paths.runtimeDirectory, below(paths.runtimeDirectory, "/lib"), paths.taskRoot,
                     below(paths.taskRoot, "/lib"), below(paths.optDirectory, "/lib")})},
        {QStringLiteral("AWS_XRAY_CONTEXT_MISSING"), QStringLiteral("LOG_ERROR")},
        {QStringLiteral("AWS_XRAY_DAEMON_ADDRESS"), QStringLiteral("169.254.79.129:2000")},
        {QStringLiteral("AWS_LAMBDA_LOG_FORMAT"), logFormatName(logging.format)},
    };
    if (logging.format == LogFormat::Json)
        variables.emplace(QStringLiteral("AWS_LAMBDA_LOG_LEVEL"),
                          logLevelName(logging.applicationLevel));
    addLanguagePaths(runtime, paths, variables);
    return variables;
}

/// A snapshot is older than any keys, so SnapStart functions fetch theirs after the restore.
Variables credentialVariables(const VariableSources &sources)
{
    if (sources.function.snapStart)
        return {
            {QStringLiteral("AWS_CONTAINER_CREDENTIALS_FULL_URI"),
             QStringLiteral("http://%1/2021-04-23/credentials").arg(sources.runtimeApiAddress)},
            {QStringLiteral("AWS_CONTAINER_AUTHORIZATION_TOKEN"), sources.credentialsToken},
        };
    const Credentials &keys = sources.credentials;
    Variables variables{
        {QStringLiteral("AWS_ACCESS_KEY"), keys.accessKeyId},
        {QStringLiteral("AWS_ACCESS_KEY_ID"), keys.accessKeyId},
        {QStringLiteral("AWS_SECRET_ACCESS_KEY"), keys.secretAccessKey},
    };
    if (!keys.sessionToken.isEmpty())
        variables.emplace(QStringLiteral("AWS_SESSION_TOKEN"), keys.sessionToken);
    return variables;
}

QString initializationType(const VariableSources &sources)
{
    if (sources.function.snapStart)
        return QStringLiteral("snap-start");
    return sources.provisioned ? QStringLiteral("provisioned-concurrency")
                               : QStringLiteral("on-demand");
}

Variables reserved(const VariableSources &sources)
{
    const FunctionConfig &function = sources.function;
    const QString &region
        = sources.credentials.region.isEmpty() ? function.region : sources.credentials.region;
    Variables variables{
        {QStringLiteral("_HANDLER"), function.handler},
        {QStringLiteral("AWS_DEFAULT_REGION"), region},
        {QStringLiteral("AWS_REGION"), region},
        {QStringLiteral("AWS_LAMBDA_FUNCTION_NAME"), function.name},
        {QStringLiteral("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), QString::number(function.memory.value)},
        {QStringLiteral("AWS_LAMBDA_FUNCTION_VERSION"), function.version},
        {QStringLiteral("AWS_LAMBDA_INITIALIZATION_TYPE"),
         initializationType(sources)},
        {QStringLiteral("AWS_LAMBDA_RUNTIME_API"), sources.runtimeApiAddress},
        {QStringLiteral("LAMBDA_TASK_ROOT"), sources.paths.taskRoot},
        {QStringLiteral("LAMBDA_RUNTIME_DIR"), sources.paths.runtimeDirectory},
    };
    if (partsOf(sources.runtime).isManaged())
        variables.emplace(QStringLiteral("AWS_EXECUTION_ENV"),
                          QStringLiteral("AWS_Lambda_") + sources.runtime);
    if (!function.snapStart) {
        variables.emplace(QStringLiteral("AWS_LAMBDA_LOG_GROUP_NAME"),
                          QStringLiteral("/aws/lambda/") + function.name);
        variables.emplace(QStringLiteral("AWS_LAMBDA_LOG_STREAM_NAME"), sources.logStreamName);
    }
    if (sources.logDescriptor)
        variables.emplace(QStringLiteral("_LAMBDA_TELEMETRY_LOG_FD"),
                          QString::number(*sources.logDescriptor));
    return variables;
}

QString valueIn(const Variables &variables, const char *name)
{
    const auto found = variables.find(QLatin1String(name));
    return found == variables.end() ? QString() : found->second;
}

tl::unexpected<Error> refusedVariable(const QString &name, const QString &why)
{
    return failure(Error::Code::InvalidArgument,
                   QStringLiteral("environment variable \"%1\": %2").arg(name, why));
}

Result<void> checkVariable(const QString &name, const QString &value)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z][A-Za-z0-9_]+\\z"));
    if (isReservedVariable(name))
        return refusedVariable(name,
                               QStringLiteral("the name is reserved, Lambda sets this variable"));
    if (!name.startsWith(u'_') && !name.contains(form))
        return refusedVariable(name,
                               QStringLiteral("a name begins with a letter, has at least two "
                                              "characters and only letters, digits and _"));
    if (value.contains(QChar(0)))
        return refusedVariable(name, QStringLiteral("a value has no NUL character"));
    return {};
}

} // namespace

Variables usersVariables()
{
    Variables variables;
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys())
        variables.emplace(name, environment.value(name));
    return variables;
}

Result<Credentials> credentialsFor(CredentialsChoice choice, const Variables &users)
{
    switch (choice) {
    case CredentialsChoice::Dummy: {
        const QString dummy = QStringLiteral("coldframe");
        return Credentials{dummy, dummy, dummy, {}};
    }
    case CredentialsChoice::PassedThrough:
        break;
    }
    for (const char *name : {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"}) {
        if (valueIn(users, name).isEmpty())
            return failure(Error::Code::InvalidArgument,
                           QStringLiteral("credentials: %1 is not set in the environment that "
                                          "Coldframe was started in")
                               .arg(QLatin1String(name)));
    }
    const QString region = valueIn(users, "AWS_REGION");
    return Credentials{valueIn(users, "AWS_ACCESS_KEY_ID"),
                       valueIn(users, "AWS_SECRET_ACCESS_KEY"),
                       valueIn(users, "AWS_SESSION_TOKEN"),
                       region.isEmpty() ? valueIn(users, "AWS_DEFAULT_REGION") : region};
}

Variables runtimeVariables(const VariableSources &sources)
{
    Variables variables;
    for (const auto &[key, value] : sources.function.environment) {
        // A reserved name that slipped in must not survive where Lambda leaves the variable out.
        if (!key.startsWith(u'_') && !isReservedVariable(key))
            variables.emplace(key, value);
    }
    variables.merge(overridable(sources)); // keeps what the function has set
    for (const auto &group : {credentialVariables(sources), reserved(sources)}) {
        for (const auto &[key, value] : group)
            variables.insert_or_assign(key, value);
    }
    return variables;
}

Variables extensionVariables(const VariableSources &sources)
{
    Variables variables = runtimeVariables(sources);
    std::erase_if(variables, [](const auto &variable) {
        const QString &name = variable.first;
        return name.startsWith(QStringLiteral("AWS_XRAY_"))
            || std::find(namesOfTheRuntimeAlone.begin(), namesOfTheRuntimeAlone.end(), name)
            != namesOfTheRuntimeAlone.end();
    });
    return variables;
}

bool isReservedVariable(const QString &name)
{
    return std::find(reservedNames.begin(), reservedNames.end(), name) != reservedNames.end();
}

Result<void> checkVariables(const Variables &variables)
{
    OrderedJson json = OrderedJson::object();
    for (const auto &[name, value] : variables) {
        if (Result<void> checked = checkVariable(name, value); !checked)
            return checked;
        json[name.toStdString()] = value.toStdString();
    }
    // Lambda measures the JSON text, with its quotes, commas and brackets.
    const QByteArray measured = writeJson(json, JsonLayout::Compact);
    if (measured.size() <= limits::EnvironmentVariableBytes)
        return {};
    constexpr int shownCharacters = 60;
    return failure(Error::Code::InvalidArgument,
                   QStringLiteral("Lambda was unable to configure your environment variables "
                                  "because the environment variables you have provided exceeded "
                                  "the 4KB limit. String measured: %1… (%2 bytes)")
                       .arg(QString::fromUtf8(measured).left(shownCharacters),
                            QString::number(measured.size())));
}

} // namespace coldframe
