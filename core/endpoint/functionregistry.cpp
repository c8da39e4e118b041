// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/endpoint/functionregistry.h"

#include "core/base/identifier.h"

namespace coldframe {

namespace {

template <typename T>
void replaceWhenSet(std::optional<T> &value, const std::optional<T> &later)
{
    if (later)
        value = later;
}

} // namespace

void FunctionChanges::add(const FunctionChanges &later)
{
    replaceWhenSet(memory, later.memory);
    replaceWhenSet(timeout, later.timeout);
    replaceWhenSet(environment, later.environment);
    replaceWhenSet(handler, later.handler);
    replaceWhenSet(runtime, later.runtime);
    replaceWhenSet(ephemeralStorage, later.ephemeralStorage);
    replaceWhenSet(description, later.description);
}

EventInvokeConfig EventInvokeSettings::config() const
{
    EventInvokeConfig config;
    config.maximumRetryAttempts = maximumRetryAttempts.value_or(config.maximumRetryAttempts);
    config.maximumEventAge = maximumEventAge.value_or(config.maximumEventAge);
    config.onSuccess = onSuccess;
    config.onFailure = onFailure;
    return config;
}

FunctionConfig RegisteredFunction::config() const
{
    FunctionConfig config = declared;
    config.memory = changes.memory.value_or(config.memory);
    config.timeout = changes.timeout.value_or(config.timeout);
    config.environment = changes.environment.value_or(config.environment);
    config.handler = changes.handler.value_or(config.handler);
    config.runtime = changes.runtime.value_or(config.runtime);
    config.ephemeralStorage = changes.ephemeralStorage.value_or(config.ephemeralStorage);
    return config;
}

int RegisteredFunction::provisionedCount() const
{
    int count = 0;
    for (const auto &[alias, each] : provisioned)
        count += each.requested;
    return count;
}

bool RegisteredFunction::hasQualifier(const QString &qualifier) const
{
    return qualifier.isEmpty() || qualifier == declared.version || provisioned.contains(qualifier);
}

FunctionRegistry::FunctionRegistry(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{ }

void FunctionRegistry::setFunctions(const std::vector<FunctionConfig> &functions)
{
    std::map<QString, RegisteredFunction> registered;
    for (const FunctionConfig &function : functions) {
        auto known = m_functions.extract(function.name);
        RegisteredFunction each = known.empty() ? RegisteredFunction{} : std::move(known.mapped());
        if (known.empty() || each.declared != function) {
            each.declared = function;
            each.revisionId = newUuid();
            each.lastModified = now();
        }
        registered.emplace(function.name, std::move(each));
    }
    m_functions = std::move(registered);
}

ApiResult<const RegisteredFunction *>
FunctionRegistry::find(const FunctionReference &reference) const
{
    const auto found = m_functions.find(reference.name);
    const bool isKnown = found != m_functions.end();
    FunctionConfig wanted = isKnown ? found->second.declared : FunctionConfig();
    const bool isElsewhere = (!reference.region.isEmpty() && reference.region != wanted.region)
        || (!reference.account.isEmpty() && reference.account != wanted.accountId);
    if (isKnown && !isElsewhere && found->second.hasQualifier(reference.qualifier))
        return &found->second;
    wanted.name = reference.name;
    if (!reference.region.isEmpty())
        wanted.region = reference.region;
    if (!reference.account.isEmpty())
        wanted.accountId = reference.account;
    const QString qualifier
        = reference.qualifier.isEmpty() ? QString() : u':' + reference.qualifier;
    return functionNotFound(functionArn(wanted) + qualifier);
}

void FunctionRegistry::change(const QString &name, const FunctionChanges &changes)
{
    RegisteredFunction &function = m_functions.at(name);
    function.changes.add(changes);
    function.revisionId = newUuid();
    function.lastModified = now();
    if (!function.provisioned.empty())
        Q_EMIT provisionedChanged(name, function.provisionedCount());
}

void FunctionRegistry::setEventInvoke(const QString &name,
                                      std::optional<EventInvokeSettings> settings)
{
    RegisteredFunction &function = m_functions.at(name);
    if (settings)
        settings->lastModified = now();
    function.eventInvoke = std::move(settings);
    Q_EMIT eventInvokeConfigChanged(name,
                                    function.eventInvoke.value_or(EventInvokeSettings{}).config());
}

void FunctionRegistry::setReserved(const QString &name, std::optional<int> concurrency)
{
    ConcurrencySettings settings = m_concurrency;
    settings.reserved.erase(name);
    if (concurrency)
        settings.reserved.emplace(name, *concurrency);
    setConcurrency(settings);
}

void FunctionRegistry::setProvisioned(const QString &name, const QString &qualifier,
                                      std::optional<int> requested)
{
    RegisteredFunction &function = m_functions.at(name);
    function.provisioned.erase(qualifier);
    if (requested)
        function.provisioned.emplace(qualifier, ProvisionedConcurrency{*requested, now()});
    for (auto &[alias, provisioned] : function.provisioned)
        provisioned.failure.clear();
    Q_EMIT provisionedChanged(name, function.provisionedCount());
}

void FunctionRegistry::noteProvisioningFailed(const QString &name, const QString &reason)
{
    const auto function = m_functions.find(name);
    if (function == m_functions.end())
        return;
    for (auto &[alias, provisioned] : function->second.provisioned)
        provisioned.failure = reason;
}

void FunctionRegistry::setConcurrency(const ConcurrencySettings &settings)
{
    if (settings == m_concurrency)
        return;
    m_concurrency = settings;
    Q_EMIT concurrencyChanged(settings);
}

} // namespace coldframe

#include "moc_functionregistry.cpp"
