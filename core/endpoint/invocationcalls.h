// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/endpoint/apireply.h"
#include "core/endpoint/invocationorder.h"
#include "core/invoker/invoker.h"

#include <QObject>

#include <functional>
#include <map>

namespace coldframe {

/// Takes an asynchronous event and gives its request id; it may run later.
using EventAcceptor = std::function<Result<QString>(InvocationRequest request)>;

/// The calls of Invoke and InvokeWithResponseStream that are being answered. A caller that leaves
/// does not stop its function, as on Lambda (invoke-api, section 3).
class InvocationCalls final : public QObject
{
    Q_OBJECT

public:
    /// What every invocation gets that comes through the endpoint.
    struct Options
    {
        IsolationChoice isolation = IsolationChoice::Automatic;
        EmulationOptions emulation = {};
        std::map<QString, QString> variables = {}; ///< for those that a function does not set
    };

    InvocationCalls(Invoker &invoker, EventAcceptor acceptEvent, QObject *parent = nullptr);
    ~InvocationCalls() override;

    void setOptions(const Options &options) { m_options = options; }

    void start(InvocationOrder order, const ApiReply &reply);

    /// A request for the function as it runs when it is called through the endpoint.
    InvocationRequest requestFor(FunctionConfig function) const;

private:
    struct Call
    {
        ApiReply reply;
        bool streams = false;
        bool wantsLog = false;
        QByteArray executedVersion;
        bool begun = false; // the head of a streamed answer is sent
        bool held = false;
        QByteArray errorDetails = {}; // of a streamed response that failed
    };

    void accept(const InvocationRequest &request, const ApiReply &reply);
    void onResponseAppended(const QString &requestId, const QByteArray &piece);
    void onResponded(const QString &requestId, InvocationStatus status,
                     const QByteArray &response);
    void onDone(const QString &requestId, const Result<InvocationRecord> &result);
    void onWritten(const QString &requestId);
    void begin(const QString &requestId, Call &call);
    void hold(const QString &requestId, Call &call, bool held);
    void finishStream(const QString &requestId, Call &call, const QString &errorType,
                      const QByteArray &log);
    void breakStream(const QString &requestId, Call &call, const ApiError &error);

    Invoker &m_invoker;
    EventAcceptor m_acceptEvent;
    Options m_options;
    std::map<QString, Call> m_calls; ///< by request id; those that are not fully answered
};

} // namespace coldframe
