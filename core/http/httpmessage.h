// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace coldframe {

struct HttpHeader
{
    QByteArray name;
    QByteArray value;

    bool operator==(const HttpHeader &) const = default;
};

using HttpHeaders = std::vector<HttpHeader>;

/// The first header of this name, compared without case; a null view when there is none.
QByteArrayView headerValue(const HttpHeaders &headers, QByteArrayView name);

/// One whole request: its body is decoded from chunks where it came in chunks.
struct HttpRequest
{
    QByteArray method;
    QByteArray target; ///< as sent: path with query
    HttpHeaders headers;
    QByteArray body;
    HttpHeaders trailers;
    bool keepAlive = true;
    bool bodyTooLarge = false; ///< the body was over the cap, read to its end and thrown away
    qint64 bodyBytes = 0; ///< size of the body as sent, also when it was thrown away
};

struct HttpResponse
{
    int status = 200;
    HttpHeaders headers; ///< without Content-Length, which follows from the body
    QByteArray body;
};

/// Status line, headers and Content-Length; the body is written behind it.
QByteArray responseHead(const HttpResponse &response, bool keepAlive);

} // namespace coldframe
