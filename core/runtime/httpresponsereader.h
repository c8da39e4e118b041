// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace coldframe {

/// Reads the answer of an HTTP/1.x server to one POST or PUT as far as a sender needs it: the
/// status, and where it ends, so that the connection can be used again. (RFC 9112)
class HttpResponseReader
{
public:
    enum class Progress { Reading, Complete, Malformed };

    /// Reads on. Bytes behind the end of the answer are passed over.
    Progress feed(QByteArrayView bytes);

    /// The peer has closed the connection, which is the end of some answers.
    Progress end();

    int status() const { return m_status; }

    /// Whether the connection can be used for another request; known at the end.
    bool keepAlive() const { return m_keepAlive; }

private:
    enum class State { StatusLine, Header, Length, ChunkSize, ChunkEnd, Trailer, UntilClose, Done };

    bool readLine(QByteArrayView line);
    bool readStatusLine(QByteArrayView line);
    void readHeader(QByteArrayView line);
    bool readChunkSize(QByteArrayView line);
    void finishHead();

    State m_state = State::StatusLine;
    bool m_isMalformed = false;
    QByteArray m_line;
    int m_status = 0;
    bool m_keepAlive = true;
    bool m_isChunked = false;
    qint64 m_length = -1; ///< of the body as the head says; -1 when it doesn't
    qint64 m_missing = 0; ///< of body or chunk
    qint64 m_headBytes = 0;
};

} // namespace coldframe
