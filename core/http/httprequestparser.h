// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/httpmessage.h"

#include <optional>
#include <vector>

namespace coldframe {

/// Reads HTTP/1.1 requests from a stream of bytes, without any input or output of its own. What it
/// finds does not depend on how the stream was cut into pieces. (RFC 9112)
class HttpRequestParser
{
public:
    struct Limits
    {
        qint64 bodyBytes = 0; ///< a larger body is read to its end and thrown away
        qint64 headerBytes = 0; ///< of request line and headers, and once more of trailers
    };

    explicit HttpRequestParser(Limits limits);

    /// The requests that these bytes completed, in the order of their arrival. Once failed, bytes
    /// are passed over.
    std::vector<HttpRequest> feed(QByteArrayView bytes);

    /// True once for each request whose client waits for "100 Continue" before it sends the body.
    bool takeContinueExpected();

    /// The status that tells the client what is wrong with its stream; nothing after it can be
    /// understood, so the connection has to end.
    std::optional<int> failureStatus() const { return m_failureStatus; }

private:
    enum class State { RequestLine, Header, Body, ChunkSize, ChunkData, ChunkEnd, Trailer };
    enum class HeadLine { Incomplete, Complete, Failed };

    HeadLine takeLine(QByteArrayView &bytes, QByteArrayView &line);
    void readLine(QByteArrayView line);
    void readRequestLine(QByteArrayView line);
    void readHeader(QByteArrayView line);
    void readFraming(const HttpHeader &header);
    void readContentLength(QByteArrayView value);
    void readChunkSize(QByteArrayView line);
    void readTrailer(QByteArrayView line);
    void finishHead();
    void addBody(QByteArrayView &bytes);
    void discardBody();
    void finishRequest();
    void fail(int status);

    Limits m_limits;
    State m_state = State::RequestLine;
    std::optional<int> m_failureStatus;
    QByteArray m_partialLine;
    qint64 m_lineBytes = 0; // of the head so far, with the line that is being read
    HttpRequest m_request;
    std::vector<HttpRequest> m_complete;
    std::optional<qint64> m_contentLength;
    qint64 m_missing = 0; // bytes of the body or of the chunk that have not arrived
    bool m_chunked = false;
    bool m_expectsContinue = false; // as the head says
    bool m_continueExpected = false; // and the caller was not told yet
};

} // namespace coldframe
