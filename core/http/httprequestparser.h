// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/httpmessage.h"

#include <optional>

namespace coldframe {

/// Reads HTTP/1.1 requests from a stream of bytes, without any input or output of its own. What it
/// finds does not depend on how the stream was cut into pieces. (RFC 9112)
class HttpRequestParser
{
public:
    struct Limits
    {
        qint64 bodyBytes = 0; ///< a larger body is thrown away, unless it is passed on
        qint64 headerBytes = 0; ///< of request line and headers, and once more of trailers
    };

    enum class Event {
        NeedsBytes, ///< everything that was given is used
        Head, ///< request() is complete but for body and trailers; passBodyOn() may be called now
        BodyPart, ///< bodyPart() has arrived; only behind passBodyOn()
        Request, ///< the request is complete and has to be taken before the next is read
        Failed, ///< failureStatus() says why; the connection has to end
    };

    explicit HttpRequestParser(Limits limits);

    /// Reads up to the next event and takes the bytes that it used off the view.
    Event read(QByteArrayView &bytes);

    /// What is read so far of the request at hand.
    const HttpRequest &request() const { return m_request; }

    /// Hands the body out in parts, of any size in all, instead of collecting it.
    void passBodyOn() { m_passesBodyOn = true; }

    /// Points into the bytes that were read last; never empty.
    QByteArrayView bodyPart() const { return m_bodyPart; }

    /// The request at hand, as far as it is read.
    HttpRequest takeRequest();

    /// Whether a head is complete and its body, with the trailers, is not; also once that failed.
    bool isInBody() const { return m_state > State::Header && m_state < State::Complete; }

    /// True once for each request whose client waits for "100 Continue" before it sends the body.
    bool takeContinueExpected();

    /// The status that tells the client what is wrong with its stream; nothing after it can be
    /// understood, so the connection has to end.
    std::optional<int> failureStatus() const { return m_failureStatus; }

private:
    enum class State {
        RequestLine,
        Header,
        Body,
        ChunkSize,
        ChunkData,
        ChunkEnd,
        Trailer,
        Complete,
    };
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
    void fail(int status);

    Limits m_limits;
    State m_state = State::RequestLine;
    std::optional<int> m_failureStatus;
    QByteArray m_partialLine;
    qint64 m_lineBytes = 0; // of the head so far, with the line that is being read
    HttpRequest m_request;
    bool m_passesBodyOn = false;
    QByteArrayView m_bodyPart;
    std::optional<qint64> m_contentLength;
    qint64 m_missing = 0; // bytes of the body or of the chunk that have not arrived
    bool m_chunked = false;
    bool m_expectsContinue = false; // as the head says
    bool m_continueExpected = false; // and the caller was not told yet
};

} // namespace coldframe
