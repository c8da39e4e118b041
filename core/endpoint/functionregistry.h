// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/endpoint/apierror.h"
#include "core/endpoint/functionreference.h"
#include "core/lambda/concurrency.h"
#include "core/lambda/eventinvokeconfig.h"
#include "core/lambda/functionconfig.h"

#include <QObject>

#include <map>
#include <optional>
#include <vector>

namespace coldframe {

/// What callers changed of a function at run time; what is not set is as its workspace says.
struct FunctionChanges
{
    std::optional<MebiBytes> memory = {};
    std::optional<std::chrono::milliseconds> timeout = {};
    std::optional<std::map<QString, QString>> environment = {};
    std::optional<QString> handler = {};
    std::optional<QString> runtime = {};
    std::optional<MebiBytes> ephemeralStorage = {};
    std::optional<QString> description = {};

    /// What is set of the other one wins.
    void add(const FunctionChanges &later);
};

/// How asynchronous events of a function are dealt with, as far as callers have said it.
struct EventInvokeSettings
{
    std::optional<int> maximumRetryAttempts = {};
    std::optional<std::chrono::seconds> maximumEventAge = {};
    std::optional<Destination> onSuccess = {};
    std::optional<Destination> onFailure = {};
    WallTime lastModified{};

    /// With Lambda's defaults where nothing was said.
    EventInvokeConfig config() const;
};

/// Environments that are kept warm for an alias.
struct ProvisionedConcurrency
{
    int requested = 0;
    WallTime lastModified{};
    QString failure = {}; ///< why no more environments are initialised; empty while that goes well
};

/// One function and what the API knows of it.
struct RegisteredFunction
{
    FunctionConfig declared; ///< as its workspace says
    FunctionChanges changes;
    QString revisionId; ///< a UUID, new with each change
    WallTime lastModified{};
    std::optional<EventInvokeSettings> eventInvoke = {};
    /// By qualifier. A workspace publishes no versions: a qualifier that gets provisioned
    /// concurrency is taken for an alias of the code as it is.
    std::map<QString, ProvisionedConcurrency> provisioned = {};

    /// Of all qualifiers together.
    int provisionedCount() const;

    /// As it runs.
    FunctionConfig config() const;
    bool hasQualifier(const QString &qualifier) const;
};

/// The functions of a workspace by their names, with the settings that callers change while they
/// are served. Nothing of it is written to the workspace.
class FunctionRegistry final : public QObject
{
    Q_OBJECT

public:
    explicit FunctionRegistry(const Clock &clock, QObject *parent = nullptr);

    /// The functions from now on. What callers changed of those that stay, stays.
    void setFunctions(const std::vector<FunctionConfig> &functions);

    /// Sorted by name.
    const std::map<QString, RegisteredFunction> &functions() const { return m_functions; }

    /// The function that is meant; ResourceNotFoundException when there is none of its name,
    /// region, account or qualifier.
    ApiResult<const RegisteredFunction *> find(const FunctionReference &reference) const;

    /// The changes below are for functions that are there.
    void change(const QString &name, const FunctionChanges &changes);
    void setEventInvoke(const QString &name, std::optional<EventInvokeSettings> settings);
    void setReserved(const QString &name, std::optional<int> concurrency);
    void setProvisioned(const QString &name, const QString &qualifier, std::optional<int> requested);

    /// No more environments of the function are initialised ahead.
    void noteProvisioningFailed(const QString &name, const QString &reason);

    const ConcurrencySettings &concurrency() const { return m_concurrency; }
    void setConcurrency(const ConcurrencySettings &settings);

    WallTime now() const { return m_clock.wallNow(); }

Q_SIGNALS:
    /// So many environments of the function are to be kept initialised, with its present settings.
    void provisionedChanged(const QString &functionName, int count);
    void concurrencyChanged(const coldframe::ConcurrencySettings &settings);
    void eventInvokeConfigChanged(const QString &functionName,
                                  const coldframe::EventInvokeConfig &config);

private:
    const Clock &m_clock;
    std::map<QString, RegisteredFunction> m_functions;
    ConcurrencySettings m_concurrency;
};

} // namespace coldframe
