// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/endpoint/concurrencyoperations.h"
#include "core/endpoint/functionregistry.h"
#include "core/endpoint/invocationcalls.h"
#include "core/http/httpserver.h"

#include <QObject>

#include <memory>

namespace coldframe {

/// Lambda's API for unmodified SDKs and the AWS CLI, on a port of the loopback: functions are
/// listed, described, changed and invoked as in an account (invoke-api). Lives in the invoker's
/// thread and never blocks it. Signatures are not checked.
class LambdaEndpoint final : public QObject
{
    Q_OBJECT

public:
    static constexpr quint16 UsualPort = 3001;

    struct Options
    {
        IsolationChoice isolation = IsolationChoice::Automatic;
        EmulationOptions emulation = {};
        /// Functions find this endpoint: AWS_ENDPOINT_URL_LAMBDA is set for those that do not set
        /// it themselves.
        bool callEachOther = false;
        /// Without one, invocations of type Event are refused.
        EventAcceptor acceptEvent = {};
    };

    LambdaEndpoint(Invoker &invoker, Options options, const Clock &clock,
                   QObject *parent = nullptr);
    ~LambdaEndpoint() override;

    FunctionRegistry &registry() { return m_registry; }

    /// The function of this name as it runs when it is called here, or nothing.
    std::optional<FunctionConfig> function(const QString &name) const;

    /// Listens on 127.0.0.1 and gives the port; 0 asks for a free one. InvalidArgument when the
    /// port is in use.
    Result<quint16> start(quint16 port);

    /// For invocations from now on.
    void setRunOptions(IsolationChoice isolation, const EmulationOptions &emulation);

    /// Ends every connection; functions that run go on.
    void stop();

    /// "http://127.0.0.1:3001"; empty while it does not listen.
    QString url() const;

Q_SIGNALS:
    /// A call was answered, well or not.
    void served(const coldframe::ServedRequest &request);

    /// A caller changed how a function's asynchronous events are dealt with.
    void eventInvokeConfigChanged(const QString &functionName,
                                  const coldframe::EventInvokeConfig &config);

    /// A caller changed a limit; the invoker knows it already.
    void concurrencyChanged(const coldframe::ConcurrencySettings &settings);

private:
    void handle(HttpRequest request, const HttpReply &reply);
    void dispatch(const ApiRequest &request, const ApiReply &reply);
    void passOptionsOn();
    void countEnvironments(const std::vector<EnvironmentDescription> &environments);

    Invoker &m_invoker;
    Options m_options;
    const Clock &m_clock;
    FunctionRegistry m_registry;
    InvocationCalls m_calls;
    EnvironmentCounts m_environments;
    quint16 m_port = 0;
    std::unique_ptr<HttpServer> m_server; ///< last: its connections end before the rest goes
};

} // namespace coldframe
