// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/httpresponsereader.h"

namespace coldframe {

namespace {

constexpr qint64 MostHeadBytes = 65'536;

bool isSame(QByteArrayView text, QByteArrayView other)
{
    return text.compare(other, Qt::CaseInsensitive) == 0;
}

} // namespace

HttpResponseReader::Progress HttpResponseReader::feed(QByteArrayView bytes)
{
    while (!bytes.isEmpty() && m_state != State::Done && !m_isMalformed) {
        if (m_state == State::UntilClose)
            break;
        if (m_missing > 0) {
            const qint64 taken = qMin<qint64>(m_missing, bytes.size());
            bytes = bytes.sliced(taken);
            m_missing -= taken;
            if (m_missing == 0)
                m_state = m_state == State::Length ? State::Done : State::ChunkEnd;
            continue;
        }
        const qsizetype end = bytes.indexOf('\n');
        const QByteArrayView part = end < 0 ? bytes : bytes.first(end);
        m_line += part;
        m_headBytes += part.size() + 1;
        m_isMalformed = m_headBytes > MostHeadBytes;
        if (end < 0)
            break;
        bytes = bytes.sliced(end + 1);
        if (m_line.endsWith('\r'))
            m_line.chop(1);
        m_isMalformed = m_isMalformed || !readLine(m_line);
        m_line.clear();
    }
    if (m_isMalformed)
        return Progress::Malformed;
    return m_state == State::Done ? Progress::Complete : Progress::Reading;
}

HttpResponseReader::Progress HttpResponseReader::end()
{
    m_keepAlive = false;
    return m_state == State::UntilClose || m_state == State::Done ? Progress::Complete
                                                                  : Progress::Malformed;
}

bool HttpResponseReader::readLine(QByteArrayView line)
{
    switch (m_state) {
    case State::StatusLine:
        return readStatusLine(line);
    case State::Header:
        if (line.isEmpty())
            finishHead();
        else
            readHeader(line);
        return true;
    case State::ChunkSize:
        return readChunkSize(line);
    case State::ChunkEnd:
        m_state = State::ChunkSize;
        m_headBytes = 0;
        return line.isEmpty();
    case State::Trailer:
        if (line.isEmpty())
            m_state = State::Done;
        return true;
    case State::Length:
    case State::UntilClose:
    case State::Done:
        break;
    }
    return false;
}

bool HttpResponseReader::readStatusLine(QByteArrayView line)
{
    if (line.size() < 12 || !line.startsWith("HTTP/1.") || line[8] != ' ')
        return false;
    bool isNumber = false;
    m_status = line.sliced(9, 3).toByteArray().toInt(&isNumber);
    m_keepAlive = line[7] != '0';
    m_isChunked = false;
    m_length = -1;
    m_state = State::Header;
    return isNumber && m_status >= 100;
}

void HttpResponseReader::readHeader(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 0)
        return;
    const QByteArrayView name = line.first(colon);
    const QByteArrayView value = line.sliced(colon + 1).trimmed();
    if (isSame(name, "Content-Length"))
        m_length = value.toByteArray().toLongLong();
    else if (isSame(name, "Transfer-Encoding"))
        m_isChunked = isSame(value, "chunked");
    else if (isSame(name, "Connection"))
        m_keepAlive = m_keepAlive ? !isSame(value, "close") : isSame(value, "keep-alive");
}

void HttpResponseReader::finishHead()
{
    if (m_status < 200) { // only announces the answer
        m_state = State::StatusLine;
        return;
    }
    m_headBytes = 0;
    if (m_status == 204 || m_status == 304 || (m_length == 0 && !m_isChunked)) {
        m_state = State::Done;
    } else if (m_isChunked) {
        m_state = State::ChunkSize;
    } else if (m_length > 0) {
        m_state = State::Length;
        m_missing = m_length;
    } else if (!m_keepAlive) {
        m_state = State::UntilClose;
    } else {
        // The server forgot to say where its answer ends; waiting for that could last for ever.
        m_keepAlive = false;
        m_state = State::Done;
    }
}

bool HttpResponseReader::readChunkSize(QByteArrayView line)
{
    const qsizetype extension = line.indexOf(';');
    const QByteArrayView size = (extension < 0 ? line : line.first(extension)).trimmed();
    bool isNumber = false;
    m_missing = size.toByteArray().toLongLong(&isNumber, 16);
    if (!isNumber || m_missing < 0)
        return false;
    if (m_missing == 0)
        m_state = State::Trailer;
    return true;
}

} // namespace coldframe
