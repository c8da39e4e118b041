// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/endpoint/apireply.h"

namespace coldframe {

ApiReply::ApiReply(HttpReply reply, const ServedRequest &request, Answered answered)
    : m_reply(std::move(reply))
    , m_request(std::make_shared<ServedRequest>(request))
    , m_answered(std::move(answered))
{ }

void ApiReply::prepare(HttpResponse &response) const
{
    response.headers.push_back({"x-amzn-RequestId", m_request->requestId.toLatin1()});
    m_request->status = response.status;
}

void ApiReply::send(HttpResponse response) const
{
    prepare(response);
    const char *source = response.status >= 400 ? "x-amzn-ErrorType" : "X-Amz-Function-Error";
    m_request->error = QString::fromLatin1(headerValue(response.headers, source));
    m_reply.send(std::move(response));
    m_answered(*m_request);
}

void ApiReply::begin(HttpResponse head, std::function<void()> written) const
{
    prepare(head);
    m_reply.begin(std::move(head), std::move(written));
}

void ApiReply::finish(const QString &error) const
{
    m_request->error = error;
    m_reply.finish();
    m_answered(*m_request);
}

void ApiReply::setCall(const QString &operation, const QString &functionName) const
{
    m_request->operation = operation;
    m_request->functionName = functionName;
}

} // namespace coldframe
