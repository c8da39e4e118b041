// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/httpmessage.h"

#include <algorithm>
#include <charconv>

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

char *write(char *at, QByteArrayView text)
{
    return std::copy(text.begin(), text.end(), at);
}

char *writeOnOneLine(char *at, QByteArrayView text)
{
    return std::transform(text.begin(), text.end(), at, [](char byte) {
        return byte == '\r' || byte == '\n' || byte == '\0' ? ' ' : byte;
    });
}

char *writeNumber(char *at, qsizetype number)
{
    constexpr std::ptrdiff_t mostDigits = 20;
    return std::to_chars(at, at + mostDigits, number).ptr;
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
    // Written in one go: every invocation needs some, and appending costs more than the rest.
    constexpr qsizetype mostBesidesHeaders = 160;
    constexpr qsizetype besidesNameAndValue = 4;
    qsizetype most = mostBesidesHeaders;
    for (const HttpHeader &header : response.headers)
        most += header.name.size() + header.value.size() + besidesNameAndValue;
    QByteArray head(most, Qt::Uninitialized);
    char *const begin = head.data();
    char *at = write(begin, "HTTP/1.1 ");
    at = write(writeNumber(at, response.status), " ");
    at = write(write(at, reasonPhrase(response.status)), "\r\n");
    for (const HttpHeader &header : response.headers) {
        at = write(writeOnOneLine(at, header.name), ": ");
        at = write(writeOnOneLine(at, header.value), "\r\n");
    }
    if (framing == BodyFraming::Chunked)
        at = write(at, "Transfer-Encoding: chunked\r\n");
    else if (framing == BodyFraming::ContentLength && statusHasBody(response.status))
        at = write(writeNumber(write(at, "Content-Length: "), response.body.size()), "\r\n");
    if (!keepAlive)
        at = write(at, "Connection: close\r\n");
    head.truncate(write(at, "\r\n") - begin);
    return head;
}

QByteArray bodyChunk(const QByteArray &part)
{
    return QByteArray::number(part.size(), 16) + "\r\n" + part + "\r\n";
}

} // namespace coldframe
