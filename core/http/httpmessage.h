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
    int minorVersion = 1; ///< of HTTP/1.x
    HttpHeaders headers; ///< in order of arrival, values without surrounding blanks
    QByteArray body;
    HttpHeaders trailers;
    bool keepAlive = true;
    bool bodyTooLarge = false; ///< the body was over the cap, read to its end and thrown away
    qint64 bodyBytes = 0; ///< size of the body as sent, also when it was thrown away
    bool truncated = false; ///< the client left, or broke the rules, before the body's end

    bool operator==(const HttpRequest &) const = default;
};

struct HttpResponse
{
    int status = 200;
    HttpHeaders headers; ///< without Content-Length and Connection, which the server writes
    QByteArray body;
    /// Ends the connection behind this answer. An adopted one, which its client could not open
    /// again, stays.
    bool closesConnection = false;
};

/// How a client finds the end of a body (RFC 9112, 6.3).
enum class BodyFraming {
    ContentLength, ///< the whole body is known
    Chunked,
    UntilClose, ///< for HTTP/1.0, which knows no chunks
};

/// Status line, headers, the body's framing and Connection; the body is written behind it. Line
/// breaks inside a header become blanks, so that a value can't add a header of its own.
QByteArray responseHead(const HttpResponse &response, bool keepAlive,
                        BodyFraming framing = BodyFraming::ContentLength);

/// A part of a chunked body with its frame. An empty one would be the body's end.
QByteArray bodyChunk(const QByteArray &part);

} // namespace coldframe
