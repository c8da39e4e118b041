// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/http/httpserver.h"

#include <QMetaType>
#include <QString>

#include <functional>
#include <memory>

namespace coldframe {

/// What is told of a request when it is answered.
struct ServedRequest
{
    QString requestId;
    QString method;
    QString path; ///< with its query, as sent
    QString operation; ///< Lambda's name of the call; empty when it was none
    QString functionName; ///< as sent, decoded
    int status = 0;
    QString error; ///< the API's error type, or "Unhandled" when the function failed
    std::chrono::nanoseconds duration{};
};

/// The way to answer one call. Adds the request's id and tells once that it is answered.
class ApiReply
{
public:
    using Answered = std::function<void(const ServedRequest &)>;

    ApiReply(HttpReply reply, const ServedRequest &request, Answered answered);

    void send(HttpResponse response) const;

    /// A streamed answer; see HttpReply.
    void begin(HttpResponse head, std::function<void()> written) const;
    void sendPart(const QByteArray &part) const { m_reply.sendPart(part); }
    void finish(const QString &error) const;
    qsizetype unwrittenBytes() const { return m_reply.unwrittenBytes(); }

    const QString &requestId() const { return m_request->requestId; }
    void setCall(const QString &operation, const QString &functionName) const;

private:
    void prepare(HttpResponse &response) const;

    HttpReply m_reply;
    std::shared_ptr<ServedRequest> m_request;
    Answered m_answered;
};

} // namespace coldframe

Q_DECLARE_METATYPE(coldframe::ServedRequest)
