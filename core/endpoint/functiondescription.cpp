// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/endpoint/functiondescription.h"

#include "core/base/isotime.h"
#include "core/endpoint/apirequest.h"
#include "core/lambda/limits.h"
#include "core/runtime/environmentvariables.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace coldframe {

namespace {

std::string text(const QString &value)
{
    return value.toStdString();
}

OrderedJson loggingDescription(const FunctionConfig &function)
{
    OrderedJson logging{{"LogFormat", text(logFormatName(function.logging.format))}};
    if (function.logging.format == LogFormat::Json) {
        logging["ApplicationLogLevel"] = text(logLevelName(function.logging.applicationLevel));
        logging["SystemLogLevel"] = text(logLevelName(function.logging.systemLevel));
    }
    logging["LogGroup"] = "/aws/lambda/" + text(function.name);
    return logging;
}

/// The members of UpdateFunctionConfiguration that are understood here.
constexpr std::array knownMembers{"MemorySize", "Timeout",          "Environment", "Handler",
                                  "Runtime",    "EphemeralStorage", "Description", "RevisionId"};

ApiResult<void> checkMembers(const OrderedJson &members)
{
    for (const auto &[name, value] : members.items()) {
        const bool isKnown
            = std::find(knownMembers.begin(), knownMembers.end(), name) != knownMembers.end();
        if (!isKnown && !value.is_null())
            return invalidParameter(
                QStringLiteral("%1 can't be changed here: Coldframe changes memory, timeout, "
                               "environment, handler, runtime, ephemeral storage and description")
                    .arg(QString::fromStdString(name)));
    }
    return {};
}

ApiResult<std::optional<QString>> textMember(const OrderedJson &members, const char *name)
{
    const auto found = members.find(name);
    if (found == members.end() || found->is_null())
        return std::optional<QString>();
    if (!found->is_string())
        return refusedCall(400, "SerializationException",
                           QStringLiteral("%1: it must be a text").arg(QLatin1String(name)));
    return std::optional(QString::fromStdString(found->get<std::string>()));
}

ApiResult<std::optional<std::map<QString, QString>>> variablesMember(const OrderedJson &members)
{
    using Variables = std::map<QString, QString>;
    const auto found = members.find("Environment");
    if (found == members.end() || found->is_null())
        return std::optional<Variables>();
    const auto wrongForm = refusedCall(
        400, "SerializationException",
        QStringLiteral("Environment: it must be an object with Variables, an object of texts"));
    if (!found->is_object())
        return wrongForm;
    Variables variables;
    const auto wanted = found->find("Variables");
    if (wanted != found->end() && !wanted->is_null()) {
        if (!wanted->is_object())
            return wrongForm;
        for (const auto &[name, value] : wanted->items()) {
            if (!value.is_string())
                return wrongForm;
            variables.emplace(QString::fromStdString(name),
                              QString::fromStdString(value.get<std::string>()));
        }
    }
    if (const Result<void> checked = checkVariables(variables); !checked)
        return invalidParameter(
            QStringLiteral("Lambda was unable to configure your environment variables: %1")
                .arg(checked.error().detail));
    return std::optional(std::move(variables));
}

ApiResult<std::optional<MebiBytes>> megabytes(const OrderedJson &members, const char *name,
                                              MebiBytes smallest, MebiBytes largest)
{
    return integerMember(members, name, static_cast<int>(smallest.value),
                         static_cast<int>(largest.value))
        .map([](const std::optional<int> &value) {
            return value ? std::optional(MebiBytes{*value}) : std::nullopt;
        });
}

ApiResult<std::optional<MebiBytes>> storageMember(const OrderedJson &members)
{
    const auto found = members.find("EphemeralStorage");
    if (found == members.end() || found->is_null())
        return std::optional<MebiBytes>();
    if (!found->is_object())
        return refusedCall(400, "SerializationException",
                           QStringLiteral("EphemeralStorage: it must be an object with Size"));
    return megabytes(*found, "Size", limits::SmallestEphemeralStorage,
                     limits::LargestEphemeralStorage);
}

/// Puts what a member says into its place; false, with the error, when it says nothing sensible.
template<typename T>
bool take(const ApiResult<std::optional<T>> &read, std::optional<T> &place,
          std::optional<ApiError> &error)
{
    if (read)
        place = *read;
    else if (!error)
        error = read.error();
    return read.has_value();
}

} // namespace

QString qualifiedArn(const RegisteredFunction &function, const QString &qualifier)
{
    const QString arn = functionArn(function.declared);
    return qualifier.isEmpty() ? arn : arn + u':' + qualifier;
}

QString lastModifiedText(WallTime time)
{
    return QString::fromLatin1(isoTime(time).chopped(1)) + QStringLiteral("+0000");
}

double epochSeconds(WallTime time)
{
    using namespace std::chrono;
    return static_cast<double>(floor<milliseconds>(time).time_since_epoch().count()) / 1000;
}

OrderedJson functionDescription(const RegisteredFunction &function, const QString &qualifier)
{
    const FunctionConfig config = function.config();
    OrderedJson json{
        {"FunctionName", text(config.name)},
        {"FunctionArn", text(qualifiedArn(function, qualifier))},
        {"Runtime", text(config.runtime)},
        {"Handler", text(config.handler)},
        {"Description", text(function.changes.description.value_or(QString()))},
        {"Timeout", std::chrono::ceil<std::chrono::seconds>(config.timeout).count()},
        {"MemorySize", config.memory.value},
        {"LastModified", text(lastModifiedText(function.lastModified))},
        {"Version", text(config.version)},
        {"TracingConfig", {{"Mode", "PassThrough"}}},
        {"RevisionId", text(function.revisionId)},
        {"State", "Active"},
        {"LastUpdateStatus", "Successful"},
        {"PackageType", "Zip"},
        {"Architectures", OrderedJson::array({text(architectureName(config.architecture))})},
        {"EphemeralStorage", {{"Size", config.ephemeralStorage.value}}},
        {"SnapStart",
         {{"ApplyOn", config.snapStart ? "PublishedVersions" : "None"},
          {"OptimizationStatus", config.snapStart ? "On" : "Off"}}},
        {"LoggingConfig", loggingDescription(config)},
    };
    if (!config.environment.empty()) {
        OrderedJson variables = OrderedJson::object();
        for (const auto &[name, value] : config.environment)
            variables[text(name)] = text(value);
        json["Environment"] = {{"Variables", std::move(variables)}};
    }
    return json;
}

ApiResult<FunctionChanges> functionChanges(const OrderedJson &members)
{
    if (const ApiResult<void> checked = checkMembers(members); !checked)
        return tl::make_unexpected(checked.error());
    FunctionChanges changes;
    std::optional<ApiError> error;
    std::optional<int> seconds;
    take(megabytes(members, "MemorySize", limits::SmallestMemory, limits::LargestMemory),
         changes.memory, error);
    take(integerMember(members, "Timeout", int(limits::ShortestTimeout.count()),
                       int(limits::LongestTimeout.count())),
         seconds, error);
    take(variablesMember(members), changes.environment, error);
    take(textMember(members, "Handler"), changes.handler, error);
    take(textMember(members, "Runtime"), changes.runtime, error);
    take(storageMember(members), changes.ephemeralStorage, error);
    take(textMember(members, "Description"), changes.description, error);
    if (error)
        return tl::make_unexpected(*error);
    if (seconds)
        changes.timeout = std::chrono::seconds(*seconds);
    return changes;
}

} // namespace coldframe
