// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/httpmessage.h"

namespace coldframe {

namespace {

QByteArrayView reasonPhrase(int status)
{
    switch (status) {
    case 100:
        return "Continue";
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 417:
        return "Expectation Failed";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    case 505:
        return "HTTP Version Not Supported";
    }
    return "Other";
}

bool statusHasBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

void appendOnOneLine(QByteArray &head, QByteArrayView text)
{
    const qsizetype begin = head.size();
    head.append(text);
    for (qsizetype i = begin; i < head.size(); ++i) {
        if (const char byte = head.at(i); byte == '\r' || byte == '\n' || byte == '\0')
            head[i] = ' ';
    }
}

} // namespace

QByteArrayView headerValue(const HttpHeaders &headers, QByteArrayView name)
{
    for (const HttpHeader &header : headers) {
        if (header.name.size() == name.size()
            && QByteArrayView(header.name).compare(name, Qt::CaseInsensitive) == 0)
            // An empty value must stay apart from an absent header.
            return header.value.isEmpty() ? QByteArrayView("") : QByteArrayView(header.value);
    }
    return {};
}

QByteArray responseHead(const HttpResponse &response, bool keepAlive, BodyFraming framing)
{
    QByteArray head;
    head.reserve(256);
    head.append("HTTP/1.1 ").append(QByteArray::number(response.status)).append(' ');
    head.append(reasonPhrase(response.status)).append("\r\n");
    for (const HttpHeader &header : response.headers) {
        appendOnOneLine(head, header.name);
        head.append(": ");
        appendOnOneLine(head, header.value);
        head.append("\r\n");
    }
    if (framing == BodyFraming::Chunked)
        head.append("Transfer-Encoding: chunked\r\n");
    else if (framing == BodyFraming::ContentLength && statusHasBody(response.status))
        head.append("Content-Length: ")
            .append(QByteArray::number(response.body.size()))
            .append("\r\n");
    if (!keepAlive)
        head.append("Connection: close\r\n");
    head.append("\r\n");
    return head;
}

QByteArray bodyChunk(const QByteArray &part)
{
    return QByteArray::number(part.size(), 16) + "\r\n" + part + "\r\n";
}

} // namespace coldframe
